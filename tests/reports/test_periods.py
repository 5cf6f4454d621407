"""A report speaks of its own period: what happened later is not in it, and what nobody told is not nought."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Reply, Temuan
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.records import Kunjungan, Narasi, ReadSheet
from dak_excel.sheets.tabel import Kind, Kolom, Span, Tabel
from tests.reports import builders
from tests.reports.baca import dokumen_laporan, laporan, tabel, tabel_semua, teks

JUKNIS = load_rules(2023)
JUNI, SEPTEMBER = Span(date(2023, 6, 5), date(2023, 6, 9)), Span(date(2023, 9, 4), date(2023, 9, 8))
PENUH = Span(date(2023, 5, 1), date(2023, 10, 31))


def kegiatan(*rows: dict[str, Any]) -> ReadSheet:
    return builders.lembar(
        Kind.KEGIATAN,
        [
            {"rincian": "A1", "tahap": "rencana", "tempat": "Balai Contoh", "target": Decimal(25), **r}
            for r in rows
        ],
    )


def kunjungan(*days: date) -> ReadSheet:
    grid = Grid("buku.xlsx", "Logbook", [["tanggal", "ikm"], *([day.isoformat(), "IKM"] for day in days)])
    columns = {"tanggal": 1, "ikm": 2}
    tabel_ = Tabel(
        Kind.KUNJUNGAN,
        grid,
        (1, 1),
        (2, 1 + len(days)),
        [Kolom(1, "tanggal", "tanggal", 1.0)],
        columns=columns,
    )
    records = [
        Kunjungan(tabel_, n, rincian="A3", kegiatan="Pendampingan Batik", tanggal=day, ikm="IKM Rekaan")
        for n, day in enumerate(days, 2)
    ]
    return ReadSheet(grid, Kind.KUNJUNGAN, [tabel_], list(records))


def setahun(later: bool, orang: int = 20, bayar: int = 40_000_000, hari: int = 4) -> Daerah:
    """A year's sheets: those of the first half, and, where wanted, what happened after 30 June."""
    held = Span(date(2023, 9, hari), date(2023, 9, hari + 4))
    rows: list[dict[str, Any]] = [
        {"nama": "Pelatihan Bisnis Angkatan I", "waktu": JUNI},
        {"nama": "Pelatihan Bisnis Angkatan I", "waktu": JUNI, "tahap": "realisasi", "capaian": Decimal(20)},
        {"nama": "Pelatihan Bisnis Angkatan II", "waktu": SEPTEMBER},
        {"rincian": "A3", "nama": "Pendampingan Batik", "waktu": PENUH, "target": Decimal(5)},
    ]
    months = {"b5": 10_000_000, "b6": 8_000_000}
    if later:
        rows.append(
            {
                "nama": "Pelatihan Bisnis Angkatan II",
                "waktu": held,
                "tahap": "realisasi",
                "capaian": Decimal(orang),
                "tempat": "Hotel di Luar Daerah",
                "jpl": Decimal(10),
            }
        )
        months["b9"] = bayar
    sheets = [
        builders.identitas(
            **builders.IDENTITAS,
            **(
                {
                    "surat_perubahan_tanggal": date(2023, 8, hari),
                    "surat_perubahan_nomor": f"99/{orang}",
                    "ada_perubahan": True,
                }
                if later
                else {}
            ),
        ),
        kegiatan(*rows),
        builders.lembar(
            Kind.PESERTA,
            builders.peserta(20, rincian="A1", kegiatan="Pelatihan Bisnis Angkatan I"),
            nama="P1",
        ),
        builders.lembar(
            Kind.REALISASI,
            [
                {
                    "rincian": "A1",
                    "kode": "5.1.02.01.01.0024",
                    "uraian": "Bahan",
                    "pagu": Decimal(100_000_000),
                    "realisasi_bulan": builders.bulan(**months),
                    "realisasi": Decimal(sum(months.values())),
                }
            ],
            nama="Realisasi",
        ),
        kunjungan(date(2023, 5, 10), date(2023, 6, 10), *([date(2023, 8, hari)] if later else [])),
    ]
    if later:
        people = builders.peserta(orang, 101, rincian="A1", kegiatan="Pelatihan Bisnis Angkatan II")
        sheets.append(builders.lembar(Kind.PESERTA, people, nama="P2", waktu=held))
        sheets.append(
            builders.lembar(
                Kind.TENAGA,
                [{"rincian": "A1", "kegiatan": "Pelatihan Bisnis Angkatan II", "nama": f"Ahli {orang}"}],
                waktu=held,
            )
        )
        sheets.append(builders.narasi(kesimpulan=f"Semua selesai {orang}.", saran=f"Lanjut {hari}."))
    return builders.daerah(*sheets)


def semester_satu(daerah: Daerah) -> str:
    found = check_daerah(daerah, JUKNIS, date(2024, 2, 1))
    answered = [t.answered(Reply("alasan", "9/2023", date(2023, 9, 1))) for t in found]

    def again(known: Daerah, hari: date) -> list[Temuan]:
        return check_daerah(known, JUKNIS, hari)

    return teks(laporan(daerah, "1", answered, juknis=JUKNIS, nik_penuh=True, periksa=again))


@pytest.mark.parametrize(
    "change", [{"orang": 27}, {"bayar": 77_000_000}, {"hari": 11}, {"orang": 3, "hari": 18}]
)
def test_no_sentence_of_semester_1_depends_on_data_after_30_june(change: dict[str, int]) -> None:
    assert semester_satu(setahun(True, **change)) == semester_satu(setahun(True))


def test_semester_1_made_late_is_the_one_made_in_july() -> None:
    late, early = semester_satu(setahun(True)), semester_satu(setahun(False))
    assert late == early
    assert "Pelatihan Bisnis Angkatan II (rencana 4 s.d. 8 September 2023)" in late
    assert "Perubahan rencana kegiatan" not in late
    assert "Rp18.000.000,00" in late


def test_what_was_planned_is_printed_as_the_plan_also_after_it_was_moved() -> None:
    rows = [
        {"nama": "Pelatihan Bisnis", "waktu": Span(date(2023, 7, 1), date(2023, 7, 31))},
        {"nama": "Pelatihan Bisnis", "waktu": SEPTEMBER, "tahap": "realisasi", "capaian": Decimal(20)},
    ]
    text = teks(laporan(builders.daerah(builders.identitas(kabkota="Kab. Contoh"), kegiatan(*rows)), "1"))
    assert "Pelatihan Bisnis (rencana Juli 2023)" in text
    assert "September" not in text


def test_a_half_year_of_data_leaves_the_other_half_open() -> None:
    text = teks(laporan(setahun(False), "akhir"))
    open_ = "[LENGKAPI: capaian A1 sampai dengan 31 Desember 2023; data terakhir 30 Juni 2023]"
    assert open_ in text
    assert "tercatat 20 orang" in text
    assert "[LENGKAPI: realisasi keuangan sampai dengan 31 Desember 2023; data terakhir 30 Juni 2023]" in text
    assert "Kegiatan yang belum dilaksanakan" not in text
    assert "tercapai 0" not in text


def rekap_of_june(**row: Any) -> str:
    """The last report of a daerah whose sheets end in June; the row is what it told of one activity then."""
    paid = {"rincian": "A1", "uraian": "Bahan", "pagu": Decimal(9), "realisasi_bulan": builders.bulan(b6=5)}
    other = {"nama": "Pelatihan Bisnis", "waktu": JUNI, "tahap": "realisasi", "capaian": Decimal(20)}
    sheets = [kegiatan(other, {"rincian": "A3", "tahap": "", **row})]
    sheets.append(builders.lembar(Kind.REALISASI, [paid], nama="Realisasi"))
    return teks(laporan(builders.daerah(builders.identitas(kabkota="Kab. Contoh"), *sheets), "akhir"))


@pytest.mark.parametrize("status", ["Belum dilaksanakan", "Ditunda ke Oktober"])
def test_what_had_not_been_done_in_june_may_be_by_december(status: str) -> None:
    text = rekap_of_june(nama="Pendampingan Batik", waktu=SEPTEMBER, status=status)
    assert "[LENGKAPI: pelaksanaan Pendampingan Batik" in text
    assert "belum dilaksanakan" not in text


def test_what_was_called_off_stays_so() -> None:
    text = rekap_of_june(nama="Pendampingan X", waktu=SEPTEMBER, status="Dibatalkan")
    assert "tidak ada kegiatan yang dilaksanakan: 1 kegiatan dibatalkan" in text
    assert "Kegiatan yang dibatalkan:\n–\tPendampingan X (rencana 4 s.d. 8 September 2023)" in text
    assert "Kegiatan yang belum dilaksanakan" not in text


def test_what_went_on_in_june_has_not_been_told_of_to_its_end() -> None:
    row = {"nama": "Pendampingan Batik", "waktu": PENUH, "status": "Sedang berjalan", "capaian": Decimal(4)}
    text = rekap_of_june(**row)
    assert "[LENGKAPI: capaian A3 sampai dengan 31 Desember 2023; data terakhir 30 Juni 2023]" in text


def test_an_unknown_half_year_has_no_table_of_months_and_no_noughts() -> None:
    text = rekap_of_june(nama="Pendampingan Batik", waktu=SEPTEMBER)
    assert "Januari s.d. Juni 2023 (Rp)" in text
    assert "Juli s.d. Desember 2023 (Rp)" not in text


def test_a_government_is_not_named_twice() -> None:
    daerah = builders.daerah(builders.identitas(kabkota="Pemerintah Kabupaten Umpama"))
    text = teks(laporan(daerah, "1"))
    assert "Pemerintah Kabupaten Umpama melalui" in text
    assert "Pemerintah Pemerintah" not in text


def test_semester_2_shows_both_halves_and_their_sum() -> None:
    document = laporan(setahun(True), "2")
    row = next(r for r in tabel(document, "Capaian Semester I, Semester II") if r[1:2] == ["A1"])
    assert row[-3:] == ["20", "20", "40"]
    money = tabel(document, "Realisasi Keuangan Semester I, Semester II")
    assert money[1][2:] == ["100.000.000,00", "18.000.000,00", "40.000.000,00", "58.000.000,00"]
    assert money[2][1:] == ["Pagu alokasi di luar baris di atas", "400.000.000,00", *["0,00"] * 3]
    assert money[-1][1:] == ["500.000.000,00", *money[1][3:]]
    assert "yaitu 20 orang pada Semester I dan 20 orang pada Semester II" in teks(document)
    held = [r[1] for r in tabel(document, "Kegiatan A1 sampai dengan")]
    assert "Pelatihan Bisnis Angkatan II" in held
    assert "Pelatihan Bisnis Angkatan I" not in held
    assert not tabel_semua(laporan(setahun(True), "akhir"), "Semester I, Semester II")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"capaian": Decimal(24), "tahap": "realisasi"}, "tercapai 24 orang dari target 25 orang (96,00%)"),
        (
            {"jumlah_peserta": Decimal(22), "tahap": "realisasi"},
            "tercapai 22 orang dari target 25 orang (88,00%)",
        ),
        (
            {"jumlah_peserta": Decimal(22), "status": "Selesai", "tahap": ""},
            "tercapai 22 orang dari target 25",
        ),
        ({"capaian": Decimal(0), "tahap": "realisasi"}, "tercapai 0 orang dari target 25 orang (0,00%)"),
        ({"tahap": "realisasi"}, "[LENGKAPI: capaian A1 sampai dengan 30 Juni 2023"),
        ({"tahap": "", "status": "Belum dilaksanakan"}, "1 kegiatan belum dilaksanakan"),
        ({"tahap": ""}, "[LENGKAPI: pelaksanaan Pelatihan Bisnis (rencana 5 s.d. 9 Juni 2023)"),
    ],
)
def test_what_is_stated_is_used_and_nothing_else_is_nought(row: dict[str, Any], said: str) -> None:
    plan: dict[str, Any] = {"nama": "Pelatihan Bisnis", "waktu": JUNI}
    sheet = kegiatan({**plan, **({} if row["tahap"] else row)}, *([{**plan, **row}] if row["tahap"] else []))
    text = teks(laporan(builders.daerah(builders.identitas(kabkota="Kab. Contoh"), sheet), "1"))
    assert said in text
    assert ("tercapai 0 orang" in text) is (row.get("capaian") == 0)


def test_statement_and_list_that_differ_are_told() -> None:
    row = {"nama": "Pelatihan Bisnis", "waktu": JUNI, "tahap": "realisasi", "capaian": Decimal(24)}
    people = builders.peserta(22, rincian="A1", kegiatan="Pelatihan Bisnis", hadir=True)
    text = teks(laporan(builders.daerah(kegiatan(row), builders.lembar(Kind.PESERTA, people)), "1"))
    assert "tercapai 24 orang" in text
    assert "Pelatihan Bisnis: 24 orang menurut lembar kegiatan, 22 orang menurut daftar peserta." in text
    stayed = deepcopy(people)
    for one in stayed[:2]:
        one["hadir"] = False
    rows = {**row, "capaian": None, "jumlah_peserta": Decimal(22)}
    text = teks(laporan(builders.daerah(kegiatan(rows), builders.lembar(Kind.PESERTA, stayed)), "1"))
    assert "tercapai 20 orang" in text
    assert "22 orang terdaftar, 20 mengikuti hingga selesai" in text


def test_each_narasi_stands_in_its_report_and_one_without_in_the_last() -> None:
    daerah = builders.contoh()
    source = builders.daerah(builders.narasi(saran="Umum.", kesimpulan="Satu.", tujuan="Akhirnya.")).narasi
    texts: dict[str, Narasi] = {row.bagian: row for row in source}
    texts["kesimpulan"].laporan, texts["tujuan"].laporan = "1", "akhir"
    daerah.narasi = source
    one, two, end = (teks(laporan(daerah, s)) for s in ("1", "2", "akhir"))
    assert [("Satu." in t, "Akhirnya." in t, "Umum." in t) for t in (one, two, end)] == [
        (True, False, False),
        (False, False, False),
        (False, True, True),
    ]
    july = teks(laporan(daerah, "1", per=date(2023, 7, 12)))
    assert "Umum." in july


def test_apip_and_name_stand_only_where_they_are_recorded() -> None:
    bare = dokumen_laporan(
        builders.daerah(kegiatan({"nama": "Pelatihan Bisnis", "waktu": JUNI}), nama="2023"), "1"
    )
    assert "[LENGKAPI: nama kabupaten/kota]" in bare.lengkapi
    assert any("APIP" in mark for mark in bare.lengkapi)
    assert "telah ditelaah" in teks(laporan(builders.contoh(), "1"))
    sheet = kegiatan({"nama": "Pelatihan Bisnis", "waktu": JUNI})
    sheet.tables[0].header = (2, 2)
    sheet.grid.rows.insert(0, ["REKAP KEGIATAN KABUPATEN UMPAMA TAHUN 2023"])
    assert "Kabupaten Umpama" in teks(laporan(builders.daerah(sheet, nama="RAB"), "1"))
