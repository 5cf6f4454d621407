"""Workbooks for the corpus, made by script: the kinds of the tests, and random ones by many writers."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from dak_excel.reports.word import libreoffice
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.test_odd_packages import ODD
from tests.sheets.foreign import READABLE
from tests.sheets.foreign.binary import biff5, xls, xlsb
from tests.sheets.foreign.opendocument import ods, ods_rows

_WORDS = "Belanja Honorarium Peserta Contoh Narasumber Kain Batik Jumlah Kegiatan Sentra é – ½ & <b> 'kutip' "
_CONVERTED = 40


def make(folder: Path, count: int) -> None:
    """Writes so many workbooks into a folder."""
    fixed = [(f"{k.nama}.xlsx", k.make()) for k in READABLE]
    fixed += [(f"{name}.xlsx", made()) for name, made in WORKBOOKS.items()]
    fixed += [(f"{made.__name__}.xlsx", made()) for made in ODD]
    for number, (name, data) in enumerate(_all(fixed, random.Random(16), count)):
        (folder / f"{number:04} {name.replace('/', '-')}").write_bytes(data)


def _all(fixed: list[tuple[str, bytes]], chance: random.Random, count: int) -> Iterator[tuple[str, bytes]]:
    yield from fixed[:count]
    left = max(count - len(fixed), 0)
    plain = {f"b{n}": _by_xlsxwriter(chance) for n in range(min(_CONVERTED, left // 4))}
    converted = [
        (f"libreoffice.{ending}", data)
        for ending in ("xls", "ods", "fods", "xlsx")
        for data in libreoffice.convert(plain, ending, dari="xlsx").values()
    ]
    yield from converted[:left]
    for _ in range(left - len(converted)):
        yield _one(chance)


def _one(chance: random.Random) -> tuple[str, bytes]:
    """A workbook of a random writer."""
    writer = chance.choice(["xlsxwriter", "xlsxwriter", "openpyxl", "biff8", "biff5", "xlsb", "ods"])
    if writer == "xlsxwriter":
        return "xlsxwriter.xlsx", _by_xlsxwriter(chance)
    if writer == "openpyxl":
        return "openpyxl.xlsx", _by_openpyxl(chance)
    rows = [[_value(chance) for _ in range(chance.randint(1, 9))] for _ in range(chance.randint(1, 40))]
    if writer == "biff8":
        return "biff8.xls", xls(rows, codepage=chance.choice([1200, 1252, 1250, 10000]))
    if writer == "biff5":
        simple = [
            [v if isinstance(v, int | float) and not isinstance(v, bool) else "teks" for v in r] for r in rows
        ]
        return "biff5.xls", biff5(simple, chance.choice([1252, 10000, 10029, 32769]))
    return ("xlsb.xlsb", xlsb(rows)) if writer == "xlsb" else ("ods.ods", ods(ods_rows(rows)))


def _value(chance: random.Random) -> Any:
    kind = chance.randrange(7)
    if kind == 0:
        return chance.randint(-(10**6), 10**9)
    if kind == 1:
        return round(chance.uniform(-1000, 10**7), chance.randint(0, 6))
    if kind == 2:
        return date(1950, 1, 1) + timedelta(days=chance.randint(0, 30_000))
    if kind == 3:
        return chance.random() < 0.5
    if kind == 4:
        return f"99{chance.randrange(10**14):014}"
    return " ".join(chance.choices(_WORDS.split(), k=chance.randint(1, 12)))


def _by_xlsxwriter(chance: random.Random) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": chance.random() < 0.1}) as book:
        day = book.add_format(
            {"num_format": chance.choice(["dd/mm/yyyy", "d mmmm yyyy", "[$-421]dd mmm yyyy"])}
        )
        for number in range(chance.randint(1, 4)):
            sheet = book.add_worksheet(f"Lembar {number + 1}")
            _sheet(book, sheet, day, chance)
            if number and chance.random() < 0.2:
                sheet.hide()
    return out.getvalue()


def _sheet(book: Any, sheet: Any, day: Any, chance: random.Random) -> None:
    rows, columns = chance.randint(1, 60), chance.randint(1, 10)
    top = chance.choice([0, 0, 2, 5])
    for row in range(top, top + rows):
        for column in range(columns):
            value = _value(chance)
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, day)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            else:
                sheet.write(row, column, value)
    if chance.random() < 0.4:
        sheet.write_formula(top + rows, 0, f"=SUM(A{top + 1}:A{top + rows})")
    if chance.random() < 0.3:
        sheet.write_comment(top, 0, chance.choice(["", "Sudah dicek ", "Periksa lagi\n"]))
    if chance.random() < 0.3:
        sheet.merge_range(top + rows + 2, 0, top + rows + 2, 3, "Mengetahui")
    if chance.random() < 0.3:
        sheet.conditional_format(0, 0, rows, 3, {"type": "cell", "criteria": ">", "value": 5, "format": day})
    if chance.random() < 0.2:
        sheet.data_validation(0, 0, rows, 0, {"validate": "list", "source": ["a", "b"]})
    if chance.random() < 0.2:
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": [sheet.get_name(), top, 0, top + rows, 0]})
        sheet.insert_chart("L2", chart)
    if chance.random() < 0.2:
        sheet.set_column(1, 1, 12, None, {"hidden": True})
        sheet.autofilter(top, 0, top + rows, columns)


def _by_openpyxl(chance: random.Random) -> bytes:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for _ in range(chance.randint(1, 60)):
        sheet.append([_value(chance) for _ in range(chance.randint(1, 10))])
    if chance.random() < 0.3:
        sheet["A1"].comment = openpyxl.comments.Comment(" catatan ", "Bu Contoh")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
