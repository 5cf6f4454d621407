"""Rekap: all daerah in one view, from the plain results alone: rows, workbook, history of the runs."""

REKAP = "rekap.xlsx"
"""The workbook, directly in the output folder."""
RIWAYAT = "riwayat.csv"
"""The table of all runs, beside it."""
