"""Workbooks as the common libraries write them."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pandas
import xlsxwriter

from tests.sheets.foreign.kinds import TABEL, readable


@readable("openpyxl")
def with_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    for row in TABEL:
        book.active.append(row)
    return _saved(book)


@readable("openpyxl-write-only")
def with_openpyxl_write_only() -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Peserta")
    for row in TABEL:
        sheet.append(row)
    return _saved(book)


@readable("openpyxl-iso-dates")
def with_openpyxl_iso() -> bytes:
    book = openpyxl.Workbook(iso_dates=True)
    for row in TABEL:
        book.active.append(row)
    return _saved(book)


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xlsxwriter(**options: bool) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    sheet = book.add_worksheet("Peserta")
    shown = book.add_format({"num_format": "dd mmmm yyyy"})
    for r, row in enumerate(TABEL):
        for c, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(r, c, value, shown)
            else:
                sheet.write(r, c, value)
    book.close()
    return out.getvalue()


@readable("xlsxwriter")
def with_xlsxwriter() -> bytes:
    return _xlsxwriter()


@readable("xlsxwriter-constant-memory")
def with_xlsxwriter_rows() -> bytes:
    return _xlsxwriter(constant_memory=True)


@readable("pandas")
def with_pandas() -> bytes:
    out = io.BytesIO()
    head, *body = TABEL
    pandas.DataFrame(body, columns=pandas.Index(head)).to_excel(out, index=False)
    return out.getvalue()
