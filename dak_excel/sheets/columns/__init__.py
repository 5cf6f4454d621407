"""What each column of a table means: its heading, its values, its neighbours."""
