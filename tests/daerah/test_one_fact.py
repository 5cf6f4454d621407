"""Sheets that disagree: finding, report, page and table tell the same figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dak_excel.batch.figures import absorption
from dak_excel.batch.intake import Intake
from dak_excel.batch.plain_result import plain_result
from dak_excel.batch.read_daerah import FilesRead
from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.anggaran import budgets_of
from dak_excel.daerah.budget_total import budget_sum
from dak_excel.daerah.facts import Disputed, Known, value_of
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.orang import age_at_activity, distinct_ikm, distinct_people
from dak_excel.findings import Temuan
from dak_excel.rekap.frame import add_up, rekap_frame
from dak_excel.rekap.rows import rekap_rows
from dak_excel.sheets.records import Peserta, ReadSheet
from dak_excel.sheets.tabel import Kind, Span
from tests.reports import builders
from tests.reports.baca import laporan, tabel, teks

JUKNIS = load_rules(2023)
NAMA = "Pelatihan Bisnis"
WAKTU = Span(date(2023, 6, 5), date(2023, 6, 9))
AKHIR = date(2023, 12, 31)


def kegiatan(**isi: Any) -> ReadSheet:
    row = {"rincian": "A1", "nama": NAMA, "tahap": "realisasi", "waktu": WAKTU, "target": Decimal(20)}
    return builders.lembar(Kind.KEGIATAN, [{**row, "tempat": "Balai Contoh", **isi}])


def daftar(rows: list[dict[str, Any]], nama: str = "Peserta") -> ReadSheet:
    return builders.lembar(Kind.PESERTA, [{"rincian": "A1", "kegiatan": NAMA, **r} for r in rows], nama=nama)


def rab(nama: str, *amounts: int, judul: str = "", **isi: Any) -> ReadSheet:
    texts = ("Honorarium narasumber", "Konsumsi peserta", "Alat tulis peserta", "Sewa gedung")
    rows = [
        {
            "rincian": "A1",
            "kegiatan": NAMA,
            "uraian": text,
            "jumlah": Decimal(amount),
            "sumber_dana": None,
            **isi,
        }
        for text, amount in zip(texts, amounts, strict=False)
    ]
    sheet = builders.lembar(Kind.RAB, rows, nama=nama)
    for tabel_ in sheet.tables:
        tabel_.judul = judul
    return sheet


def susun(*sheets: ReadSheet, pagu: int = 500_000_000) -> Daerah:
    found = builders.daerah(builders.identitas(**{**builders.IDENTITAS, "pagu": Decimal(pagu)}), *sheets)
    found.dana_lain = JUKNIS.other_funds
    return found


def temuan(daerah: Daerah, ketentuan: str) -> list[Temuan]:
    return [t for t in check_daerah(daerah, JUKNIS, date(2024, 2, 1)) if t.ketentuan == ketentuan]


def lapor(daerah: Daerah) -> Any:
    return laporan(daerah, "akhir", juknis=JUKNIS)


def test_a_person_repeated_without_nik_is_one_everywhere() -> None:
    people = builders.peserta(19, hadir=None)
    again = {**people[3], "nik": None, "tanggal_lahir": None}
    daerah = susun(kegiatan(), daftar([*people, again]))
    (few,) = temuan(daerah, "A1-JUMLAH")
    report = lapor(daerah)
    assert few.nilai == "19"
    assert "Peserta: 19 orang" in teks(report)
    assert tabel(report, "Kegiatan A1")[1][-2] == "19"
    assert next(r for r in tabel(report, "Capaian Per Rincian") if r[1:2] == ["A1"])[5] == "19"
    assert absorption(daerah, JUKNIS, AKHIR)[0].capaian == 19


def test_jpl_only_in_the_timetable_is_that_of_the_activity() -> None:
    sessions = [
        {
            "rincian": "A1",
            "kegiatan": NAMA,
            "waktu": Span(d, d),
            "materi": f"Materi {d.day}",
            "jpl": Decimal(8),
        }
        for d in (date(2023, 6, n) for n in range(5, 10))
    ]
    daerah = susun(kegiatan(), daftar(builders.peserta(20)), builders.lembar(Kind.JADWAL, sessions))
    (short,) = temuan(daerah, "A1-JPL")
    report = lapor(daerah)
    assert short.nilai == "40"
    row = dict(zip(*tabel(report, "Kegiatan A1")[:2], strict=True))
    assert row["JPL"] == "40"
    assert "JPL: 40." in teks(report)
    assert "Jumlah JPL: 40." in teks(report)


def test_jpl_stated_and_summed_apart_is_told_in_report_and_finding() -> None:
    day = Span(WAKTU.mulai, WAKTU.mulai)
    session = {"rincian": "A1", "kegiatan": NAMA, "waktu": day, "materi": "Materi", "jpl": Decimal(8)}
    daerah = susun(kegiatan(jpl=Decimal(45)), builders.lembar(Kind.JADWAL, [session]))
    (apart,) = temuan(daerah, "JADWAL-JPL")
    answer = jpl(daerah.kegiatan[0])
    assert isinstance(answer, Known)
    assert (answer.nilai, answer.lain[0].nilai, apart.nilai) == (45, 8, "8")
    assert "45 JPL yang tertulis untuk kegiatan, 8 JPL menurut jadwal" in teks(lapor(daerah))


def test_a_line_of_another_fund_is_in_no_sum() -> None:
    lines = rab("RAB", 90_000_000, 20_000_000)
    lines.records[1].sumber_dana = "PAD"  # type: ignore[attr-defined]
    daerah = susun(kegiatan(), lines, pagu=80_000_000)
    (above,) = temuan(daerah, "RAB-PAGU")
    report = lapor(daerah)
    assert above.nilai == "Rp90.000.000"
    assert "sebesar Rp90.000.000,00" in teks(report)
    assert next(r for r in tabel(report, "Anggaran Per Rincian") if r[0] == "A1")[2] == "90.000.000,00"


@pytest.mark.parametrize(("lahir", "umur"), [(date(1972, 5, 1), 51), (date(1972, 7, 1), 50)])
def test_age_is_that_of_the_first_day(lahir: date, umur: int) -> None:
    people = builders.peserta(20, tanggal_lahir=lahir)
    daerah = susun(kegiatan(), daftar(people))
    report = lapor(daerah)
    head, first = tabel(report, "Peserta: ")[:2]
    assert dict(zip(head, first, strict=True))["Usia"] == str(umur)
    assert {t.nilai for t in temuan(daerah, "A1-USIA")} == ({"51"} if umur > 50 else set())


def test_age_without_a_first_day_is_that_of_1_january_in_report_and_finding() -> None:
    daerah = susun(kegiatan(waktu=None), daftar(builders.peserta(20, tanggal_lahir=date(1971, 12, 31))))
    one = daerah.kegiatan[0]
    answer = age_at_activity(one.peserta[0], one, 2023)
    assert isinstance(answer, Known)
    assert (answer.nilai, answer.hari) == (51, date(2023, 1, 1))
    assert {t.nilai for t in temuan(daerah, "A1-USIA")} == {"51"}


def test_two_budgets_of_which_nothing_tells_are_disputed_and_never_added_up() -> None:
    daerah = susun(kegiatan(), rab("RAB", 60_000_000, 20_000_000), rab("Anggaran", 65_000_000, 20_000_000))
    answer = budget_sum(daerah)
    assert isinstance(answer, Disputed)
    assert {one.nilai for one in answer.pilihan} == {80_000_000, 85_000_000}
    (said,) = temuan(daerah, "RAB-VERSI")
    assert said.rupiah == 5_000_000 and said.tempat is not None and said.tempat.sheet == "Anggaran"
    text = teks(lapor(daerah))
    assert "[LENGKAPI: jumlah RAB yang berlaku: lembar «RAB»" in text
    assert "165.000.000" not in text
    assert not temuan(susun(rab("RAB", 60), rab("Anggaran", 65), pagu=62), "RAB-PAGU")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("RAB", "RAB Perubahan"),
        ("DPA", "DPPA"),
        ("RAB revisi 1", "RAB revisi 2"),
        ("RAB awal", "RAB"),
        ("RAB 12 Mei 2023", "RAB 3 Juni 2023"),
    ],
)
def test_the_newest_budget_that_the_names_tell_counts(first: str, second: str) -> None:
    for order in (1, -1):
        sheets = [rab(first, 60_000_000, 20_000_000), rab(second, 65_000_000, 20_000_000)][::order]
        assert value_of(budget_sum(susun(*sheets))) == 85_000_000


def test_a_budget_dropped_as_rab_and_dpa_counts_once_and_parts_add_up() -> None:
    same = susun(rab("RAB", 60_000_000, 20_000_000), rab("DPA", 60_000_000, 20_000_000))
    assert value_of(budget_sum(same)) == 80_000_000
    part = rab("RAB 2", 5_000_000)
    part.records[0].uraian = "Perjalanan dinas peserta"  # type: ignore[attr-defined]
    parts = susun(rab("RAB 1", 60_000_000, 20_000_000), part)
    assert value_of(budget_sum(parts)) == 85_000_000
    assert len(budgets_of(parts)) == 1


def test_the_budget_of_a_whole_beside_those_of_its_parts_is_the_same_money() -> None:
    whole = rab("DPA", 60_000_000, 20_000_000, rincian="", kegiatan="")
    assert value_of(budget_sum(susun(whole, rab("RAB", 60_000_000, 20_000_000)))) == 80_000_000


def dibayar(rincian: str, uraian: str, pagu: int | None, *, bulan: int, rupiah: int) -> ReadSheet:
    row = {"rincian": rincian, "kode": "5.1.02.02" if rincian else "5.1.02.04", "uraian": uraian}
    row |= {"pagu": None if pagu is None else Decimal(pagu), "realisasi": None}
    row["realisasi_bulan"] = tuple(Decimal(rupiah) if n == bulan else None for n in range(1, 13))
    return builders.lembar(Kind.REALISASI, [row], nama=f"Realisasi {uraian}")


def test_paid_and_its_share_are_one_figure_in_report_page_rekap_and_history() -> None:
    """Payments of one rincian, of none, and an allocation that no line takes up whole."""
    paid = dibayar("A1", "Honorarium narasumber", 60_000_000, bulan=8, rupiah=30_000_000)
    loose = dibayar("", "Biaya kirim barang", None, bulan=9, rupiah=5_000_000)
    daerah = susun(kegiatan(), paid, loose, pagu=140_000_000)
    result = plain_result(Intake("", Path()), FilesRead(daerah), [], JUKNIS, AKHIR)
    result.folder = "contoh"
    (by_daerah,) = add_up(rekap_frame(rekap_rows(result)), by=["daerah"]).to_dict("records")
    assert "Rp35.000.000,00 atau 25,00% dari pagu alokasi Rp140.000.000,00" in teks(lapor(daerah))
    assert by_daerah["realisasi"] == result.moment.realisasi == 35_000_000
    assert by_daerah["pagu"] == result.moment.pagu == 140_000_000
    assert by_daerah["serapan"] == result.moment.serapan == result.glance().serapan == 25


@pytest.mark.parametrize("allocated", [None, 200_000_000])
def test_a_pagu_that_no_sheet_tells_makes_no_share_anywhere(allocated: int | None) -> None:
    """A1 has its pagu, A2 was paid 30 million and has none."""
    paid = dibayar("A1", "Honorarium narasumber", 60_000_000, bulan=8, rupiah=40_000_000)
    other = dibayar("A2", "Bahan praktik", None, bulan=9, rupiah=30_000_000)
    identitas = {"pagu": None if allocated is None else Decimal(allocated)}
    daerah = builders.daerah(
        builders.identitas(**{**builders.IDENTITAS, **identitas}), kegiatan(), paid, other
    )
    result = plain_result(Intake("", Path()), FilesRead(daerah), [], JUKNIS, AKHIR)
    result.folder = "contoh"
    (by_daerah,) = add_up(rekap_frame(rekap_rows(result)), by=["daerah"]).to_dict("records")
    assert result.moment.realisasi == by_daerah["realisasi"] == 70_000_000
    report = teks(lapor(daerah))
    assert ("116,67%" not in report) and ("[LENGKAPI: pagu A2]" in report)
    if allocated is None:
        assert result.moment.serapan is None and pd.isna(by_daerah["serapan"])
        assert "Rp70.000.000,00 dari jumlah pagu baris belanja [LENGKAPI: pagu A2]" in report
    else:
        assert result.moment.serapan == by_daerah["serapan"] == 35
        assert "35,00% dari pagu alokasi" in report


def test_what_nobody_tells_to_be_paid_is_unknown_everywhere() -> None:
    daerah = susun(kegiatan(), rab("RAB", 10_000_000, 20_000_000))
    result = plain_result(Intake("", Path()), FilesRead(daerah), [], JUKNIS, AKHIR)
    result.folder = "contoh"
    (by_daerah,) = add_up(rekap_frame(rekap_rows(result)), by=["daerah"]).to_dict("records")
    assert "[LENGKAPI: realisasi keuangan" in teks(lapor(daerah))
    assert result.moment.realisasi is result.moment.serapan is None
    assert pd.isna(by_daerah["realisasi"]) and pd.isna(by_daerah["serapan"])


def orang(**isi: Any) -> Peserta:
    (record,) = builders.lembar(Kind.PESERTA, [isi]).records
    assert isinstance(record, Peserta)
    return record


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ([{"nik": "9901", "nama": "Sari"}, {"nik": "9901", "nama": "Sari Dewi"}], 1),
        ([{"nik": "9901", "nama": "Sari", "usaha": "Batik"}, {"nama": "SARI.", "usaha": "batik"}], 1),
        ([{"nama": "SARI.", "usaha": "batik"}, {"nik": "9901", "nama": "Sari", "usaha": "Batik"}], 1),
        ([{"nik": "9901", "nama": "Sari Dewi", "usaha": "Batik"}, {"nama": "Sari Dewi"}], 1),
        ([{"nik": "9901", "nama": "Sari", "usaha": "A"}, {"nik": "9902", "nama": "Sari", "usaha": "A"}], 2),
        ([{"nama": "Sari", "usaha": "Batik"}, {"nama": "Sari", "usaha": "Tenun"}], 2),
        ([{"nama": "Sari"}, {"nama": "Sari"}], 2),
        ([{"nama": "Sari Dewi", "kelamin": "P"}, {"nama": "Sari Dewi", "kelamin": "L"}], 2),
        ([{"nama": None, "nik": None, "alamat": "Desa Umpama"}, {"nama": "Sari"}], 1),
    ],
)
def test_who_is_one_person(rows: list[dict[str, Any]], people: int) -> None:
    assert len(distinct_people(orang(**row) for row in rows)) == people


@pytest.mark.parametrize(
    ("rows", "ikm"),
    [
        ([{"nama": "Sari", "usaha": "Batik Jaya"}, {"nama": "Budi", "usaha": "batik jaya"}], 1),
        (
            [
                {"nama": "Sari", "usaha": "Jaya", "sentra": "A"},
                {"nama": "Budi", "usaha": "Jaya", "sentra": "B"},
            ],
            2,
        ),
        ([{"nama": "Sari Dewi", "usaha": "Jaya"}, {"nama": "Sari Dewi"}], 1),
        ([{"nama": "Sari Dewi"}, {"nama": "Budi Hartono"}], 2),
        ([{"usaha": "Jaya"}, {"usaha": "Makmur"}, {"usaha": "Jaya"}], 2),
    ],
)
def test_who_is_one_ikm(rows: list[dict[str, Any]], ikm: int) -> None:
    assert len(distinct_ikm(orang(**row) for row in rows)) == ikm


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("DAFTAR PENDAFTAR PELATIHAN BISNIS", False),
        ("Calon Peserta Pelatihan Bisnis", False),
        ("Seleksi Peserta", False),
        ("DAFTAR PESERTA PELATIHAN BISNIS", True),
        ("Form Responses 1", True),
    ],
)
def test_those_who_only_applied_are_no_capaian(title: str, known: bool) -> None:
    people = daftar(builders.peserta(20, hadir=None))
    people.tables[0].judul = title
    daerah = susun(kegiatan(target=Decimal(20)), people)
    (row,) = [row for row in absorption(daerah, JUKNIS, AKHIR) if row.rincian == "A1"]
    assert row.capaian == (20 if known else None)
    assert ("[LENGKAPI: capaian A1" in teks(lapor(daerah))) is not known
