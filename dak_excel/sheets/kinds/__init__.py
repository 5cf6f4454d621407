"""One module a kind of sheet: from the rows of a table to its records."""
