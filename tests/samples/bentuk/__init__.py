"""The forms of sheets that dinas use, filled with whatever a daerah has."""
