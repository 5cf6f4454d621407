"""Names of what a run leaves: the page of a daerah, the tables of findings and their columns."""

from __future__ import annotations

RINGKASAN = "ringkasan.html"
"""The page of a daerah, in its output folder."""
RINGKASAN_PDF = "ringkasan.pdf"
"""The same on one page of A4, where there is a program to print it."""
TABEL_TEMUAN = ("temuan.csv", "temuan.xlsx")
"""The tables of all findings, directly in an output folder."""
KOLOM_TEMUAN = (
    "daerah",
    "berkas",
    "lembar",
    "sel",
    "rincian",
    "ketentuan",
    "tingkat",
    "status",
    "pesan",
    "saran",
    "rujukan",
    "rupiah",
    "folder",
)
"""Columns of `temuan.csv`, as the contract has them."""
