"""Plans, reports in the middle of a year, letterheads: what no form of an office has a place for."""

from __future__ import annotations

from datetime import date

from dak_excel.sheets.records import BarisKegiatan, Identitas, ReadSheet, Sentra
from dak_excel.sheets.tabel import Span
from tests.sheets.grids import read

HEAD = ("No", "Rincian", "Nama Kegiatan", "Waktu", "Tempat", "JPL", "Capaian (orang)")


def stages(sheet: ReadSheet) -> list[tuple[int, str]]:
    return [(r.row, r.tahap) for r in sheet.records if isinstance(r, BarisKegiatan)]


def test_what_is_still_to_come_is_not_done() -> None:
    sheet = read(
        ["REALISASI KEGIATAN SEMESTER I 2023"],
        HEAD,
        [1, "A1", "Pelatihan Wirausaha", "12 - 17 Juni 2023", "Aula", 50, 25],
        [2, "A2", "Pelatihan Batik", "belum dilaksanakan", None, None, None],
        [3, "B1", "Pelatihan Sentra", None, "Hotel Contoh", None, 0],
    )
    assert stages(sheet) == [(3, "realisasi"), (4, ""), (5, "")]
    assert sheet.problems == []


def test_a_blank_period_is_told_by_its_first_and_last_day() -> None:
    sheet = read(
        ["No", "Rincian", "Nama Kegiatan", "Waktu", "Mulai", "Selesai", "JPL"],
        [1, "A1", "Pelatihan Wirausaha", None, date(2023, 6, 12), date(2023, 6, 17), 50],
        [2, "A2", "Pelatihan Batik", "10-14 Juli 2023", None, None, 40],
    )
    first, second = (r for r in sheet.records if isinstance(r, BarisKegiatan))
    assert (first.waktu, first.cell("waktu").a1) == (Span(date(2023, 6, 12), date(2023, 6, 17)), "E2")
    assert second.waktu == Span(date(2023, 7, 10), date(2023, 7, 14))


def test_a_row_whose_realisasi_is_blank_is_only_planned() -> None:
    sheet = read(
        ["No", "Rincian Kegiatan", "Rencana", None, "Realisasi", None, "Kendala"],
        [None, None, "Waktu", "JPL", "Waktu", "JPL", None],
        [1, "A1 Pelatihan wirausaha", "Minggu II Juni 2023", 50, "12-17 Juni 2023", 50, None],
        [2, "B1 Pelatihan manajemen mutu", "Triwulan III", 50, "-", None, "Belum dilaksanakan"],
        merges="A1:A2 B1:B2 C1:D1 E1:F1 G1:G2",
    )
    assert stages(sheet) == [(3, "rencana"), (3, "realisasi"), (4, "rencana")]
    planned = [r.waktu for r in sheet.records if isinstance(r, BarisKegiatan) and r.tahap == "rencana"]
    assert planned == [
        Span(date(2023, 6, 1), date(2023, 6, 30)),
        Span(date(2023, 7, 1), date(2023, 9, 30)),
    ]


def test_a_letterhead_and_the_head_with_nip_and_rank() -> None:
    sheet = read(
        ["PEMERINTAH KABUPATEN CONTOH"],
        ["DINAS PERINDUSTRIAN DAN PERDAGANGAN"],
        ["Laman: dinas.contoh.go.id  Pos-el: dinas@contoh.go.id"],
        ["Kepala Dinas: Drs. Nama Contoh, M.Si. (NIP 99700101 199003 1 001), Pembina Utama Muda (IV/c)."],
        ["Pagu: Rp 850.000.000,-"],
        ["Rencana kegiatan disampaikan dengan surat Nomor 500/123/Disperindag tanggal 29 Maret 2023."],
    )
    told = {r.kunci: r.isi for r in sheet.records if isinstance(r, Identitas)}
    assert told["kabkota"] == "Kabupaten Contoh"
    assert told["dinas"] == "Dinas Perindustrian dan Perdagangan"
    assert (told["laman"], told["email"]) == ("dinas.contoh.go.id", "dinas@contoh.go.id")
    assert (told["kepala_dinas"], told["nip"], told["pangkat"]) == (
        "Drs. Nama Contoh, M.Si.",
        "99700101 199003 1 001",
        "Pembina Utama Muda (IV/c)",
    )
    assert [ref.a1 for ref in sheet.unread] == ["A6"]


def test_a_key_of_its_own_goes_before_the_letterhead() -> None:
    sheet = read(
        ["PEMERINTAH KABUPATEN CONTOH"],
        ["Kabupaten/Kota", "Kab. Contoh Barat"],
        ["Kepala Dinas", "Nama Contoh"],
        ["NIP", "99700101 199003 1 001"],
        ["Nama Dinas", "Dinas X"],
    )
    told = {r.kunci: r.isi for r in sheet.records if isinstance(r, Identitas)}
    assert told["kabkota"] == "Kab. Contoh Barat"


def test_the_volume_of_what_was_done_is_what_was_reached() -> None:
    sheet = read(
        ["LAPORAN SEMESTER I"],
        ["No", "Rincian Kegiatan", "Target", None, "Realisasi", None, "Waktu"],
        [None, None, "Vol", "Sat", "Vol", "Sat", None],
        [1, "A1 Pelatihan wirausaha", 25, "orang", 24, "orang", "12-17 Juni 2023"],
        merges="A2:A3 B2:B3 C2:D2 E2:F2 G2:G3",
    )
    plan, done = (r for r in sheet.records if isinstance(r, BarisKegiatan))
    assert (plan.target, plan.capaian, done.target, done.capaian) == (25, None, None, 24)
    assert done.cell("capaian").a1 == "E4"


def test_inside_and_outside_the_daerah() -> None:
    head = ("No", "Kode", "Nama Kegiatan", "Lokasi", "Dalam/Luar Daerah", "Waktu", "Volume")
    sheet = read(
        ["USULAN KEGIATAN DAK"],
        head,
        [1, "A1", "Pelatihan Wirausaha", "Aula", "Dalam", "Juni 2023", 25],
        [2, "A2", "Magang", "Balai Batik", "Luar Daerah", "Juli 2023", 20],
    )
    assert [r.luar_daerah for r in sheet.records if isinstance(r, BarisKegiatan)] == [False, True]
    assert sheet.problems == []


def test_men_and_women_who_work_in_a_sentra_are_its_workers() -> None:
    sheet = read(
        ["DATA SENTRA IKM"],
        ["No", "Nama Sentra", "Desa", "Unit Usaha", "TK (L)", "TK (P)"],
        [1, "Sentra Batik", "Andai", 12, 10, 20],
    )
    assert [r.tenaga_kerja for r in sheet.records if isinstance(r, Sentra)] == [30]


def test_days_and_place_in_one_title() -> None:
    sheet = read(
        ["DAFTAR PESERTA PELATIHAN BATIK"],
        ["Tanggal 12 s/d 17 Juni 2023 di Aula Dinas"],
        ["No", "Nama", "NIK", "Nama Usaha", "NIB"],
        [1, "Siti Contoh", "9901015206850001", "Batik", "1234567890123"],
    )
    facts = sheet.tables[0].facts
    assert facts["waktu"] == Span(date(2023, 6, 12), date(2023, 6, 17))
    assert facts["tempat"] == "Aula Dinas"
