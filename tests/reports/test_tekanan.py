"""Daerah that press on the reports, from their workbooks to the printed figures, recomputed with pandas."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from dak_excel.batch.intake import find_daerah
from dak_excel.batch.read_daerah import read_daerah
from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.config import Settings
from dak_excel.daerah.model import Daerah
from dak_excel.indonesian import BULAN
from tests.reports import tekanan
from tests.reports.baca import PER, buka, laporan, tabel_semua, teks
from tests.reports.recomputed.facts import read_facts
from tests.reports.recomputed.period import Period
from tests.reports.recomputed.scan import unexplained
from tests.reports.test_adds_up import uang

JUKNIS = load_rules(2023)
SEMESTER = {"1": 6, "2": 12, "akhir": 12}
RINGAN = tuple(
    name for name in tekanan.DAERAH if name not in ("Kabupaten Banyak Foto", "Kabupaten Banyak Peserta")
)


def read(folder: Path) -> Daerah:
    """A daerah from its folder, as a run reads it."""
    found = find_daerah(folder.parent, folder.parent / "keluaran")
    mine = next(one for one in found if one.folder == folder)
    return read_daerah(mine, Settings(masukan=folder.parent, per=PER), JUKNIS).daerah


def report(daerah: Daerah, semester: str) -> Document:
    temuan = check_daerah(daerah, JUKNIS, PER)
    return laporan(
        daerah,
        semester,
        temuan,
        juknis=JUKNIS,
        tata_letak=False,
        periksa=lambda known, hari: check_daerah(known, JUKNIS, hari),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tekanan")


@pytest.fixture(scope="module")
def reports(folder: Path) -> Any:
    """The report of a daerah by name and semester, each made once."""

    @cache
    def built(name: str) -> Daerah:
        return read(tekanan.build(name, folder))

    @cache
    def made(name: str, semester: str) -> Document:
        return report(built(name), semester)

    return made


@pytest.fixture(scope="module")
def sheets(folder: Path) -> Any:
    """What pandas reads in the workbooks of a daerah, each read once."""
    return cache(lambda name: read_facts(folder / name))


@pytest.mark.parametrize("semester", SEMESTER)
@pytest.mark.parametrize("name", RINGAN)
def test_every_figure_follows_from_the_sheets(reports: Any, sheets: Any, name: str, semester: str) -> None:
    document = reports(name, semester)
    wrong, tables = unexplained(document, Period(sheets(name), semester, JUKNIS))
    assert not wrong, "\n".join(wrong)
    assert tables >= 6, "hardly a table was found: the scan is blind"


@pytest.mark.parametrize("word", ["Balai Rekaan", "25", "orang", "Rp15.510.000,00"])
def test_the_scan_sees_another_figure(reports: Any, sheets: Any, word: str) -> None:
    name = "Kabupaten Dua Anggaran"
    copy = io.BytesIO()
    reports(name, "1").save(copy)
    document = buka(copy.getvalue())
    text = next(t for t in document.element.body.iter(qn("w:t")) if word in (t.text or ""))
    text.text = text.text.replace(word, f"{word} 7")
    assert unexplained(document, Period(sheets(name), "1", JUKNIS))[0]


def summed(document: Document) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Tables with columns of money and a last row «Jumlah», but for lampiran 1, which has sums in between."""
    for caption in ("Realisasi Keuangan", "Register SP2D", "Realisasi Per Rincian dan Bulan"):
        for head, *rows in tabel_semua(document, caption):
            if rows[-1][0].startswith("Jumlah"):
                yield caption, head, rows


@pytest.mark.parametrize("semester", SEMESTER)
@pytest.mark.parametrize("name", RINGAN)
def test_every_column_adds_up_as_printed(reports: Any, name: str, semester: str) -> None:
    for caption, head, rows in summed(reports(name, semester)):
        columns = [n for n, title in enumerate(head) if title.endswith("(Rp)") or title in (*BULAN, "Jumlah")]
        for n in columns:
            if rows[-1][n - len(head)] == "–":  # nobody knows, and no row pretends to
                assert {row[n] for row in rows[:-1]} == {"–"}, (caption, head[n])
                continue
            assert sum(uang(row[n]) for row in rows[:-1]) == uang(rows[-1][n - len(head)]), (caption, head[n])


def later(path: Path) -> None:
    """Changes what a workbook tells of July and later: payments, days, and numbers of people."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                head = sheet.cell(2, cell.column).value
                if sheet.title == "Realisasi" and cell.row > 2 and head in BULAN[6:] and cell.value:
                    cell.value = cell.value * 3 + 1
                elif sheet.title == "Realisasi" and cell.row > 2 and head == "Jumlah":
                    cell.value = None
                elif sheet.title in ("Register SP2D", "Penyaluran") and cell.row > 2:
                    day = next((c.value for c in row if hasattr(c.value, "month")), None)
                    if day is not None and day.month > 6 and isinstance(cell.value, int) and cell.value > 100:
                        cell.value = cell.value * 2 + 7
    book.save(path)


@pytest.mark.parametrize("name", ["Kabupaten Bergeser", "Kabupaten Penyaluran", "Kabupaten Semua Rincian"])
def test_semester_1_does_not_change_with_what_was_paid_later(reports: Any, name: str, tmp_path: Path) -> None:
    place = tekanan.build(name, tmp_path)
    later(place / "DAK 2023.xlsx")
    changed = read(place)
    assert teks(report(changed, "akhir")) != teks(reports(name, "akhir"))
    assert teks(report(changed, "1")) == teks(reports(name, "1"))


def test_semester_1_of_two_budgets_is_that_of_the_first(reports: Any) -> None:
    first, last = (teks(reports("Kabupaten Dua Anggaran", semester)) for semester in ("1", "akhir"))
    assert "Jumlah RAB yang disusun sebesar Rp46.530.000,00" in first
    assert "Jumlah RAB yang disusun sebesar Rp93.060.000,00" in last


def test_an_activity_that_nobody_tells_of_leaves_its_lists_open(reports: Any) -> None:
    text = teks(reports("Kabupaten Separuh", "2"))
    assert "[LENGKAPI: data peserta pelatihan dan pendampingan, atau" in text
    assert "Tidak ada peserta" not in text


def test_other_days_than_the_planned_are_told(reports: Any) -> None:
    said = "direncanakan 5 s.d. 9 Juni 2023, dilaksanakan 5 s.d. 9 September 2023."
    assert said in teks(reports("Kabupaten Bergeser", "2"))
    assert said not in teks(reports("Kabupaten Bergeser", "1"))


def two_undated(tmp_path: Path, titles: tuple[str, str], **letter: Any) -> tuple[str, str]:
    """The texts for Semester I and the whole year of a daerah with two budgets of which no day is told."""
    activities = [tekanan._held("A1", 5), tekanan._held("A2", 10)]
    books = {"DAK 2023": tekanan._year(activities, [5, 10], budget=False, **letter)}
    for n, title in enumerate(titles, 1):
        books[title] = {"RAB": tekanan.rab(*tekanan.lines(["A1", "A2"], n), judul=title)}
    place = tekanan.write(books, tmp_path / "Kabupaten Rekaan")
    daerah = read(place)
    return teks(report(daerah, "1")), teks(report(daerah, "akhir"))


def test_which_budget_stood_on_30_june_is_asked_where_the_change_has_no_day(tmp_path: Path) -> None:
    first, last = two_undated(tmp_path, ("RAB murni", "RAB perubahan"))
    assert (
        "[LENGKAPI: jumlah RAB yang berlaku pada 30 Juni 2023: lembar «RAB», berkas «RAB murni.xlsx»" in first
    )
    assert "(Rp46.530.000,00) atau lembar «RAB», berkas «RAB perubahan.xlsx» (Rp93.060.000,00)]" in first
    assert "[LENGKAPI: jumlah anggaran]" in first
    assert "Jumlah RAB yang disusun sebesar Rp93.060.000,00" in last


def test_the_letter_on_the_change_tells_when_its_budget_came(tmp_path: Path) -> None:
    letter = {"Nomor Surat Perubahan": "530/88/2023", "Tanggal Surat Perubahan": date(2023, 8, 26)}
    first, last = two_undated(tmp_path, ("RAB murni", "RAB perubahan"), **letter)
    assert "Jumlah RAB yang disusun sebesar Rp46.530.000,00" in first
    assert "Jumlah RAB yang disusun sebesar Rp93.060.000,00" in last


def test_a_draft_and_its_final_form_leave_nothing_open(tmp_path: Path) -> None:
    first, _ = two_undated(tmp_path, ("RAB draf", "RAB final"))
    assert "Jumlah RAB yang disusun sebesar Rp93.060.000,00" in first


def test_two_sheets_that_each_count_from_january_are_not_added_up(tmp_path: Path) -> None:
    def sheet(month: str, share: int) -> list[tekanan.Baris]:
        rows = [[k, r, u, v * h, v * h * share // 100] for k, r, u, v, _, h in tekanan.lines(["A1"])]
        title = [f"LAPORAN REALISASI KEUANGAN SAMPAI DENGAN {month} 2023"]
        return [title, ["Rincian", "Kode Rekening", "Uraian", "Anggaran", "Realisasi"], *rows]

    books = {
        "Data": {**tekanan.identitas(), "juni": sheet("JUNI", 40)},
        "Akhir tahun": {"des": sheet("DESEMBER", 90)},
    }
    daerah = read(tekanan.write(books, tmp_path / "Kabupaten Rekaan"))
    assert "sebesar Rp9.300.000,00" in teks(report(daerah, "1"))
    assert "sebesar Rp20.925.000,00" in teks(report(daerah, "akhir"))


def test_a_budget_and_the_pagu_of_the_payments_that_differ_are_told(reports: Any) -> None:
    said = "A1 Rp23.250.000,00 (RAB Rp46.500.000,00) dan A2 Rp23.280.000,00 (RAB Rp46.560.000,00)."
    text = teks(reports("Kabupaten Dua Anggaran", "akhir"))
    assert "berbeda dari RAB yang berlaku" in text
    assert said in text
    assert "berbeda dari RAB" not in teks(reports("Kabupaten Dua Anggaran", "1"))
