"""Daerah: the records of all files of one kabupaten/kota, joined into activities."""
