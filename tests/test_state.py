"""What is printed or kept of the objects: no repr shows personal data, and every memo is bounded."""

from __future__ import annotations

import ast
import functools
import gc
import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import dak_excel
from dak_excel import memos
from dak_excel.batch.intake import from_files
from dak_excel.batch.process import process_daerah
from dak_excel.batch.read_daerah import read_daerah
from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.config import Settings
from dak_excel.sheets.tabel import Record
from dak_excel.sheets.values import parse_date

PERSONAL = ("Rahasia", "9901011206850001", "081299990001", "Jalan Tersembunyi", "9901011206")
LONGEST = 400
"""Characters of a repr: one that is longer shows a sheet, not an object."""


def people() -> bytes:
    """A list whose every cell of a person can be told again; one NIK is short, one age out of bounds."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DAFTAR PESERTA PELATIHAN"])
    sheet.append(["Kegiatan : A1 Pelatihan Pengelolaan Bisnis"])
    sheet.append(["Waktu : 12 s.d. 16 Juni 2023"])
    sheet.append(
        ["No", "Nama", "NIK", "Tanggal Lahir", "Alamat", "Telepon", "Nama Usaha", "Sentra", "Status"]
    )
    for n in range(1, 6):
        nik = "9901011206" if n == 2 else f"990101120685000{n}"
        born = "12-06-1960" if n == 3 else "12-06-1985"
        row = [
            n,
            f"Rahasia {n}",
            nik,
            born,
            f"Jalan Tersembunyi {n}",
            f"08129999000{n}",
            "U",
            "S",
            "Pelaku IKM",
        ]
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def reachable(root: object) -> Iterator[object]:
    """Every object of the program's own that can be reached."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, str | bytes | int | float | date | None):
            continue
        seen.add(id(one))
        if isinstance(one, dict):
            waiting += [*one.keys(), *one.values()]
        elif isinstance(one, list | tuple | set | frozenset):
            waiting += list(one)
        if type(one).__module__.startswith("dak_excel"):
            yield one
            if is_dataclass(one):
                waiting += [getattr(one, name) for name in one.__dataclass_fields__]


@pytest.fixture(scope="module")
def objects(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    folder = tmp_path_factory.mktemp("masukan")
    path: Path = folder / "peserta.xlsx"
    path.write_bytes(people())
    settings = Settings(tahun=2023, per=date(2023, 9, 1), masukan=folder, tata_letak=False)
    juknis = load_rules(2023)
    masukan = from_files([path])
    terbaca = read_daerah(masukan, settings, juknis)
    temuan = check_daerah(terbaca.daerah, juknis, settings.per)
    assert len(terbaca.daerah.peserta) == 5
    assert any(t.ketentuan == "NIK-FORMAT" for t in temuan)
    return list(reachable([masukan, terbaca, temuan, process_daerah(masukan, settings)]))


def test_no_object_of_the_flow_shows_personal_data(objects: list[object]) -> None:
    shown = {type(one).__qualname__: repr(one) for one in objects}
    assert {"Peserta", "Tabel", "Daerah", "Temuan", "Grid", "Problem"} <= shown.keys()
    loud = {name for name, text in shown.items() if any(word in text for word in PERSONAL)}
    assert not loud, sorted(loud)


def test_no_repr_shows_a_whole_sheet(objects: list[object]) -> None:
    long = {type(one).__qualname__ for one in objects if len(repr(one)) > LONGEST and isinstance(one, Record)}
    assert not long


def test_every_memo_is_bounded() -> None:
    root = Path(dak_excel.__file__).parent
    loose = []
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for mark in getattr(node, "decorator_list", ()):
                text = ast.unparse(mark)
                bounded = re.fullmatch(r"lru_cache\(maxsize=\d+\)", text)
                if text.startswith(("cache", "lru_cache")) and not text.startswith("cached_property"):
                    free = text == "cache" and not node.args.args  # type: ignore[attr-defined]
                    if not bounded and not free:
                        loose.append(f"{path.name}:{mark.lineno}")
    assert not loose, loose


def kept_texts() -> Iterator[str]:
    """Every text that a memo of the program holds, in its arguments or its results."""
    gc.unfreeze()  # a run in this process has taken what was alive out of the collector's sight
    for memo in gc.get_objects():
        if isinstance(memo, functools._lru_cache_wrapper) and str(memo.__module__).startswith("dak_excel"):
            waiting = [held for held in gc.get_referents(memo) if isinstance(held, dict | list)]
            for _ in range(4):
                yield from (one for one in waiting if isinstance(one, str))
                waiting = [held for one in waiting for held in gc.get_referents(one)]


def test_no_memo_keeps_a_text_of_a_daerah_that_is_done(objects: list[object]) -> None:
    assert objects
    value = "23 Oktober 1983"
    parse_date(value)
    assert value in set(kept_texts())
    memos.forget()
    loud = [text for text in kept_texts() if text == value or any(word in text for word in PERSONAL)]
    assert not loud, loud


def test_a_record_says_what_it_is_and_where(objects: list[object]) -> None:
    record = next(one for one in objects if isinstance(one, Record))
    assert type(record).__name__ in repr(record)
    assert "peserta.xlsx" in repr(record)
