"""No sheet, whatever stands in it, stops the reader; and every value keeps a cell of its own sheet."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dak_excel.sheets.explain import explain
from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import ISTILAH

KOSAKATA = load_vocabulary()
HEADINGS = sorted(KOSAKATA.headings)
WORDS = [
    *(
        "Jumlah",
        "Mengetahui,",
        "NIP. 1970",
        "Kota Contoh, 16 Juni 2023",
        "Sentra Batik",
        "A1 Pelatihan Wirausaha",
        "-",
        "1.",
        "A",
    ),
    *(
        "Kegiatan : A2 Pelatihan",
        "Waktu :",
        ":",
        "5.1.02",
        "5.1.02.01.01.0024",
        "#REF!",
        "Rp 1.000",
        "30 org x 5 hr x Rp 1.000",
    ),
    *(
        "Januari",
        "Feb",
        "Rencana",
        "Realisasi",
        "BAB I PENDAHULUAN",
        "Latar Belakang",
        "Catatan: x",
        "12 Mei 1985",
        "05/06/1985",
        "L",
        "v",
    ),
]
cell: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.sampled_from(HEADINGS),
    st.sampled_from(WORDS),
    st.text(max_size=12),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-5, 3000),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2030, 1, 1)).map(lambda d: datetime(d.year, d.month, d.day)),
    st.times().map(lambda t: time(t.hour, t.minute)),
    st.timedeltas(timedelta(0), timedelta(days=2)),
)
rows = st.lists(st.lists(cell, max_size=9), max_size=14)
merges = st.lists(
    st.tuples(st.integers(1, 14), st.integers(1, 9), st.integers(0, 3), st.integers(0, 4)).map(
        lambda m: (m[0], m[1], m[0] + m[2], m[1] + m[3])
    ),
    max_size=5,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(rows, merges, st.sampled_from(["Sheet1", "Peserta A1", "RAB", "Mei", "Narasi"]))
def test_any_sheet_is_read_or_left_and_never_fails(
    cells: list[list[Value]], merged: list[tuple[int, int, int, int]], name: str
) -> None:
    grid = Grid("b.xlsx", name, cells, merged)
    sheet = read_grid(grid, KOSAKATA, ISTILAH, 2023)
    assert bool(sheet.tables) == (sheet.kind is not Kind.TIDAK_DIKENALI)
    assert sheet.notes or sheet.tables
    for record in sheet.records:
        assert 1 <= record.row <= len(cells)
        for field in record.tabel.columns:
            ref = record.cell(field)
            assert (ref.workbook, ref.sheet) == ("b.xlsx", name)
            record.raw(field)
    str(explain(ReadBook("b.xlsx", "xlsx", [sheet])))


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[Value]], list[tuple[int, int, int, int]]]:
    """A sheet with the headings of one kind, and anything below them."""
    kind = draw(st.sampled_from([k for k in KOSAKATA.jenis if k not in (Kind.IDENTITAS, Kind.NARASI)]))
    words = KOSAKATA.jenis[kind]
    names = [draw(st.sampled_from(group)) for group in words.wajib]
    names += draw(st.lists(st.sampled_from(sorted(words.bidang)), min_size=2, max_size=6))
    known = [name for name in names if name in words.bidang]
    heads: list[Value] = [draw(st.sampled_from(words.bidang[name].judul)) for name in known]
    title: list[Value] = [draw(st.sampled_from(words.judul)) if words.judul else None]
    body = draw(st.lists(st.lists(cell, min_size=len(heads), max_size=len(heads) + 1), max_size=8))
    return [title, heads, *body], draw(merges)


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(tables())
def test_anything_below_known_headings_never_fails(
    table: tuple[list[list[Value]], list[tuple[int, int, int, int]]],
) -> None:
    sheet = read_grid(Grid("b.xlsx", "Sheet1", *table), KOSAKATA, ISTILAH, 2023)
    for record in sheet.records:
        for field in record.tabel.columns:
            record.cell(field)
        assert all(problem.cell.row for problem in (record.problems or {}).values())
    for problem in sheet.problems:
        assert problem.ketentuan
        assert problem.judul or problem.field
