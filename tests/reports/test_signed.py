"""Sentences that the head of a dinas can sign: what is told, what is doubtful, what only a plan says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from dak_excel.daerah.model import Daerah
from dak_excel.daerah.register import angkatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.reports import outside_limits
from dak_excel.reports.word.kept_rows import kept
from dak_excel.sheets.tabel import Kind, Span
from tests.reports import builders
from tests.reports.baca import laporan, tabel, teks
from tests.reports.test_periods import kegiatan

JUNI = Span(date(2023, 6, 5), date(2023, 6, 9))


def daerah(*sheets: Any, **identitas: Any) -> Daerah:
    return builders.daerah(builders.identitas(**{"kabkota": "Kab. Contoh", **identitas}), *sheets)


def rab(*lines: tuple[str, int], judul: str = "", nama: str = "RAB") -> Any:
    rows = [{"rincian": "A1", "uraian": text, "jumlah": Decimal(money)} for text, money in lines]
    sheet = builders.lembar(Kind.RAB, rows, nama=nama)
    sheet.tables[0].judul = judul
    return sheet


def paid(*lines: tuple[str, int]) -> Any:
    rows = [
        {"rincian": "A1", "uraian": text, "realisasi_bulan": builders.bulan(b5=money)}
        for text, money in lines
    ]
    return builders.lembar(Kind.REALISASI, rows, nama="SP2D")


KIT = (
    ("Seminar kit peserta", 2_040_000),
    ("Cetak modul pelatihan", 1_080_000),
    ("Makan siang peserta", 900_000),
)


def test_a_payment_of_two_budget_lines_stands_beside_both() -> None:
    known = daerah(rab(*KIT), paid(("Seminar kit dan modul pelatihan", 3_120_000)))
    rows = tabel(laporan(known, "1"), "Realisasi Anggaran Setiap Baris")
    both = next(row for row in rows if len(row) > 4 and "Seminar kit" in row[1])
    assert both[1:4] == ["Seminar kit peserta; Cetak modul pelatihan", "3.120.000,00", "3.120.000,00"]
    assert not any("288" in cell or cell.startswith("-") for row in rows for cell in row)


def test_a_payment_that_one_line_can_bear_is_that_of_the_line() -> None:
    known = daerah(rab(*KIT), paid(("Cetak modul pelatihan", 1_080_000), ("Makan siang peserta", 900_000)))
    rows = tabel(laporan(known, "1"), "Realisasi Anggaran Setiap Baris")
    assert [row[3] for row in rows if len(row) > 4 and row[1] in dict(KIT)] == [
        "0,00",
        "1.080.000,00",
        "900.000,00",
    ]


def test_no_data_of_the_second_half_is_no_nought_and_what_is_known_is_told() -> None:
    rows = [{"nama": "Pelatihan", "waktu": JUNI}]
    rows.append({"nama": "Pelatihan", "waktu": JUNI, "tahap": "realisasi", "capaian": Decimal(20)})
    known = daerah(kegiatan(*rows), rab(*KIT), paid(("Makan siang peserta", 900_000)))
    second = laporan(known, "2")
    text = teks(second)
    assert "Capaian Semester I, Semester II, dan Jumlahnya" not in text
    assert "seluruhnya pada Semester I." in text
    assert "0 orang" not in text.replace("20 orang", "")
    assert "Sampai dengan 31 Mei 2023 tercatat Rp900.000,00" in text
    assert "Realisasi Keuangan Per Rincian Menu Kegiatan sampai dengan 31 Mei 2023" in text


def test_a_table_without_payments_is_one_of_pagu() -> None:
    text = teks(laporan(daerah(rab(*KIT)), "1"))
    assert "Pagu Keuangan Per Rincian Menu Kegiatan\n" in text
    assert "Realisasi Keuangan Per Rincian" not in text


def test_under_way_in_june_without_a_plan_has_no_last_day() -> None:
    def half(end: date) -> str:
        row = {
            "rincian": "A3",
            "nama": "Pendampingan",
            "tahap": "realisasi",
            "waktu": Span(date(2023, 6, 1), end),
        }
        return teks(laporan(daerah(kegiatan(row)), "1"))

    assert half(date(2023, 8, 31)) == half(date(2023, 7, 31))
    assert "mulai 1 Juni 2023" in half(date(2023, 7, 31))


@pytest.mark.parametrize("judul", ["RAB Perubahan", "DPPA 2023"])
def test_a_budget_changed_nobody_tells_when_is_doubtful_in_june(judul: str) -> None:
    known = daerah(rab(*KIT, judul=judul))
    first, last = teks(laporan(known, "1")), teks(laporan(known, "akhir"))
    assert "Jumlah RAB yang disusun sebesar Rp4.020.000,00. [LENGKAPI: tanggal perubahan RAB menurut" in first
    assert "tanggal perubahan RAB" not in last
    told = daerah(rab(*KIT, judul=judul), surat_perubahan_tanggal=date(2023, 5, 2), surat_perubahan_nomor="1")
    assert "tanggal perubahan RAB" not in teks(laporan(told, "1"))


def test_before_and_after_in_one_sheet_is_doubtful_in_june() -> None:
    sheet = rab(*KIT)
    sheet.tables[0].kolom[0].judul, sheet.tables[0].kolom[1].judul = "Semula / Jumlah", "Menjadi / Jumlah"
    assert "[LENGKAPI: tanggal perubahan RAB menurut" in teks(laporan(daerah(sheet), "1"))


def test_a_plan_that_no_letter_sent_is_not_said_to_be_sent() -> None:
    text = teks(laporan(daerah(), "1"))
    assert "disampaikan kepada Direktur" not in text
    assert "[LENGKAPI: nomor dan tanggal surat rencana kegiatan, atau keterangan bahwa belum" in text


def test_what_is_only_planned_did_not_take_place() -> None:
    pesan = "Kegiatan berlangsung 2 bulan, padahal secara umum 3–6 bulan."
    one = Temuan("A3-DURASI", Tingkat.PERSETUJUAN, None, pesan, "", "")
    assert outside_limits.as_stated(one).startswith("Kegiatan berlangsung 2 bulan, sedangkan batasan umum")
    assert outside_limits.as_stated(one, rencana=True).startswith("Kegiatan direncanakan berlangsung 2 bulan")


def test_the_same_note_of_many_activities_is_said_once() -> None:
    rows: list[dict[str, Any]] = []
    sessions = []
    for n in range(1, 6):
        name = f"Pelatihan Angkatan {n}"
        rows.append(
            {"nama": name, "waktu": JUNI, "tahap": "realisasi", "jpl": Decimal(45), "capaian": Decimal(9)}
        )
        sessions.append(
            {"rincian": "A1", "kegiatan": name, "waktu": Span(JUNI.mulai, JUNI.mulai), "jpl": Decimal(41)}
        )
    known = daerah(kegiatan(*rows), builders.lembar(Kind.JADWAL, sessions))
    text = teks(laporan(known, "1"))
    assert text.count("41 JPL menurut jadwal") == 1
    assert "Semua 5 kegiatan dalam tabel: 45 JPL" in text


def row(*spans: int) -> Any:
    made = docx.Document().add_table(1, len(spans)).rows[0]._tr
    for cell, span in zip(made.findall(qn("w:tc")), spans, strict=True):
        if span > 1:
            grid = OxmlElement("w:gridSpan")
            grid.set(qn("w:val"), str(span))
            cell.get_or_add_tcPr().append(grid)
    return made


def test_rows_that_stay_together() -> None:
    plain, group, total = (1, 1, 1), (3,), (2, 1)
    rows = [row(*spans) for spans in (plain, group, *[plain] * 6, total, group, *[plain] * 6, total)]
    assert kept(rows, 1) == {0, 1, 2, 7, 9, 14, 15}
    assert kept(rows[:6], 1) == {0, 1, 2, 3, 4}  # a short table is not divided


def test_a_planned_number_of_people_is_a_plan_whatever_the_status() -> None:
    rows = [
        {
            "nama": "Pelatihan",
            "waktu": JUNI,
            "target": None,
            "jumlah_peserta": Decimal(8),
            "status": "Berjalan",
        }
    ]
    text = teks(laporan(daerah(kegiatan(*rows)), "akhir"))
    assert "tercapai 8" not in text
    assert "| 8 | [LENGKAPI: capaian A1" in text


@pytest.mark.parametrize("word", ["Angk.", "Akt.", "Gel.", "Angkatan"])
def test_batches_by_their_short_word_are_two(word: str) -> None:
    assert [angkatan(f"Pelatihan Kopi {word} {n}") for n in ("I", "II")] == ["1", "2"]
    assert angkatan("Pelatihan Aktiv dan Gelas 2") == ""


def test_a_half_year_without_a_budget_has_no_pagu_of_nought() -> None:
    row = {"rincian": "A1", "uraian": "Makan siang", "realisasi_bulan": builders.bulan(b5=9, b9=5)}
    known = daerah(builders.lembar(Kind.REALISASI, [row], nama="SP2D"))
    assert "Pagu (Rp)" not in tabel(laporan(known, "2"), "Realisasi Keuangan Semester I")[0]
