"""The tables of a sheet: found, classified, cut into rows, given to their rincian and activity."""
