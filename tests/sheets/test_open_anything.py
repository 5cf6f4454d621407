"""Whatever the bytes are: a book, or one sentence; never another exception."""

from __future__ import annotations

import io
import os
import shutil
import site
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dak_excel.sheets.grid import Book, Unreadable
from dak_excel.sheets.open import open_book, open_safely
from tests.sheets.foreign import READABLE

ENDINGS = (
    ".xlsx",
    ".xlsm",
    ".xls",
    ".xlsb",
    ".ods",
    ".fods",
    ".csv",
    ".xlt",
    ".xltx",
    ".ots",
    ".slk",
    ".dif",
)
TOKENS = (
    *(b"<", b">", b'"', b"&", b"\0", b"\xff\xff\xff\xff", b"99999999999", b"-1", b"1e309", b"NaN", b""),
    *(
        b'r="A1"',
        b'r="XFD1048576"',
        b'r = "ZZ99999"',
        b't="s"',
        b't="d"',
        b"<f>",
        b"</f>",
        b"</v>",
        b"</row>",
    ),
    *(
        b'<f t="shared" si="0"/>',
        b'hidden="1"',
        b'="1048576"',
        b"rowspan=65534",
        b"colspan=1000",
        b"<!DOCTYPE x>",
    ),
)


def opened(data: bytes, name: str) -> Book | None:
    try:
        return open_safely(data, name)
    except Unreadable as refused:
        assert name in str(refused)
        assert "\n" not in str(refused)
        return None


@cache
def made(number: int) -> bytes:
    kinds = [kind for kind in READABLE if not kind.nama.startswith(("stray", "blank"))]
    return kinds[number % len(kinds)].make()


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with a few places overwritten, cut out, doubled or cut off."""
    found = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(found) - 1, 0)))
        token = draw(st.sampled_from(TOKENS))
        reach = draw(st.sampled_from((0, 1, 4, 40, 400)))
        found[at : at + reach] = token
    return bytes(found)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_damaged_files_give_a_book_or_a_sentence(draw: st.DataObject) -> None:
    data = made(draw.draw(st.integers(0, 200)))
    if data.startswith(b"PK") and draw.draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        hit = draw.draw(st.sampled_from(sorted(members)))
        members[hit] = draw.draw(damage(members[hit]))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        data = out.getvalue()
    else:
        data = draw.draw(damage(data))
    opened(data, "rusak.xlsx")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_give_a_book_or_a_sentence(data: bytes) -> None:
    for name in ("a.csv", "a.xls"):
        try:
            open_book(data, name)
        except Unreadable as refused:
            assert name in str(refused)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1), min_size=3, max_size=3),
        min_size=2,
    )
)
@example([["0", "0", ","], ["0", ",", ","]])
def test_any_table_of_text_survives_csv(rows: list[list[str]]) -> None:
    lines = (";".join('"' + field.replace('"', '""') + '"' for field in row) for row in rows)
    data = "\r\n".join(lines).encode("utf-8-sig")
    grid = open_book(data, "peserta.csv").grids[0]
    wrapped = [
        [f[2:-1] or None if f.startswith('="') and f.endswith('"') and f.count('"') == 2 else f for f in r]
        for r in rows
    ]
    assert [list(row) for row in grid.rows] == wrapped


def shipped() -> Iterator[Path]:
    """The spreadsheets that installed packages ship, and those of a folder that the environment names."""
    roots = [Path(p) for p in (*site.getsitepackages(), site.getusersitepackages())]
    if office := shutil.which("soffice"):
        roots.append(Path(office).resolve().parents[1])
    if folder := os.environ.get("DAK_EXCEL_BERKAS_ASING"):
        roots.append(Path(folder))
    for root in roots:
        if root.is_dir():
            yield from (p for p in sorted(root.rglob("*")) if p.suffix.lower() in ENDINGS and p.is_file())


def test_the_spreadsheets_of_installed_packages_give_a_book_or_a_sentence() -> None:
    read = [opened(path.read_bytes(), path.name) is not None for path in shipped()]
    if not read:
        pytest.skip("tidak ada paket terpasang yang membawa berkas lembar kerja")
    assert any(read)
