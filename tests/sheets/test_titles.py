"""Title lines, the places a rincian is found in, and key : value sheets."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from dak_excel.sheets.records import BarisKegiatan, Identitas, Narasi
from dak_excel.sheets.rincian import RincianFinder
from dak_excel.sheets.tabel import Kind, Span
from tests.sheets.grids import BUDI, ISTILAH, PESERTA, SITI, read

JUNE = Span(date(2023, 6, 12), date(2023, 6, 16))


@pytest.mark.parametrize(
    "head",
    [
        [["Kegiatan : A1 Pelatihan Wirausaha"], ["Waktu : 12 s.d. 16 Juni 2023"], ["Jumlah JPL : 50"]],
        [["Kegiatan", ":", "A1 Pelatihan Wirausaha"], ["Waktu", ":", "12-16 Juni 2023"], ["JPL", ":", 50]],
        [
            ["Kegiatan :", None, "A1 Pelatihan Wirausaha"],
            ["Waktu :", "12 – 16 Juni 2023"],
            ["Jml JPL :", "50 JPL"],
        ],
        [["Kegiatan", ": A1 Pelatihan Wirausaha"], ["Tanggal", ": 12 s/d 16 Juni 2023"], ["JPL", ": 50"]],
    ],
)
def test_facts_of_the_head(head: list[list[object]]) -> None:
    table = read(["DAFTAR PESERTA"], *head, [None], PESERTA, SITI).tables[0]  # type: ignore[arg-type]
    assert (table.rincian, table.kegiatan) == ("A1", "Pelatihan Wirausaha")
    assert table.facts["waktu"] == JUNE
    assert table.facts["jpl"] == Decimal(50)
    assert table.fixed["waktu"].row == 3


def test_a_fact_of_the_head_counts_for_every_row() -> None:
    record = read(
        ["DAFTAR PESERTA"], ["Sentra : Batik Contoh"], ("No", "Nama Peserta", "NIK", "NIB"), SITI[:3]
    ).records[0]
    assert getattr(record, "sentra") == "Batik Contoh"  # noqa: B009 (the record is a Peserta)
    assert record.cell("sentra").a1 == "A2"


def test_an_unreadable_fact_is_a_problem_of_its_cell() -> None:
    sheet = read(["DAFTAR PESERTA"], ["Waktu : minggu depan"], PESERTA, SITI)
    assert [(p.ketentuan, p.cell.a1, p.field) for p in sheet.problems] == [("DATA-TANGGAL", "A2", "waktu")]


def test_the_activity_in_a_plain_title() -> None:
    table = read(["DAFTAR PESERTA PELATIHAN TEKNIS PRODUKSI BATIK"], ["ANGKATAN II"], PESERTA, SITI).tables[0]
    assert table.rincian == "A2"
    assert table.kegiatan == "PELATIHAN TEKNIS PRODUKSI BATIK Angkatan 2"
    assert table.facts["angkatan"] == "2"


def test_the_order_in_which_a_rincian_is_looked_for() -> None:
    heads = ("No", "Nama Peserta", "NIK", "NIB", "Rincian")
    siti = [1, "Siti Contoh", "9901015206850001", "1234567890123"]
    budi = [2, "Budi Misal", "9901011205800002", "1234567890124"]
    everything = read(
        ["DAFTAR PESERTA A3"],
        heads,
        ["A2 Pelatihan Teknis Produksi Batik"],
        [*siti, "A1"],
        budi,
        name="Peserta A4",
        file="B1.xlsx",
        merges="A3:E3",
    )
    assert [r.rincian for r in everything.records] == ["A1", "A1"]  # a blank takes the value above it
    grouped = read(["DAFTAR PESERTA A3"], heads[:4], ["A2 Pelatihan Teknis"], siti, name="A4")
    assert grouped.records[0].rincian == "A2"
    titled = read(["DAFTAR PESERTA A3"], heads[:4], siti, name="Peserta A4", file="B1.xlsx")
    assert titled.records[0].rincian == "A3"
    named = read(["DAFTAR PESERTA"], heads[:4], siti, name="Peserta A4", file="B1.xlsx")
    assert named.records[0].rincian == "A4"
    filed = read(["DAFTAR PESERTA"], heads[:4], siti, file="masukan/Peserta_B1.xlsx")
    assert filed.records[0].rincian == "B1"
    assert read(["DAFTAR PESERTA"], heads[:4], siti).records[0].rincian == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A1 Pelatihan Wirausaha", "A1"),
        ("Pelatihan Pengelolaan Bisnis & Manajemen Wirausaha", "A1"),
        ("PELATIHAN PENGELOLAAN BISNIS DAN MANAJEMEN WIRAUSHA", "A1"),
        ("Penyusunan Informasi Pasar dan Potensi Kemitraan Sentra Batik", "C2"),
        ("Penyusunan Informasi dan Analisis Pasar IKM Ekspor", "D1"),
        ("Pendampingan", ""),
        ("Pelatihan", ""),
        ("Kertas HVS A4 70 gr", ""),
        ("Rapat koordinasi", ""),
    ],
)
def test_a_rincian_by_code_or_by_name(text: str, code: str) -> None:
    assert RincianFinder(ISTILAH).find(text) == code


def test_identitas_lines() -> None:
    sheet = read(
        ["IDENTITAS DAERAH"],
        ["1", "Kabupaten/Kota", ":", "Kabupaten Contoh"],
        ["2", "Nama Dinas", ":", "Dinas Perindustrian"],
        ["3", "Kepala Dinas", ":", "Nama Contoh, S.T."],
        ["4", "Pangkat/Gol", ":", "Pembina Tk. I / IV b"],
        ["5", "Pagu DAK Nonfisik", ":", "Rp 500.000.000,-"],
        ["6", "No/Tgl Surat Rencana", ":", "530/12/Disperin/2023 tanggal 14 Maret 2023"],
        ["7", "Tanggal Reviu APIP", ":", datetime(2023, 2, 1)],
        ["8", "Ada Perubahan", ":", "Tidak"],
        ["9", "Website", ":", None],
    )
    assert sheet.kind is Kind.IDENTITAS
    lines = {r.kunci: r for r in sheet.records if isinstance(r, Identitas)}
    assert lines["pagu"].isi == Decimal(500000000)
    assert lines["surat_rencana_nomor"].isi == "530/12/Disperin/2023"
    assert lines["surat_rencana_tanggal"].isi == date(2023, 3, 14)
    assert lines["apip_tanggal"].isi == date(2023, 2, 1)
    assert lines["ada_perubahan"].isi is False
    assert lines["laman"].isi is None
    assert lines["pagu"].cell("isi").a1 == "D6"


def test_a_sheet_called_identitas_needs_few_keys() -> None:
    rows = (["Kabupaten/Kota", "Kabupaten Contoh"], ["Menerima DAK Fisik 2023", "Tidak"])
    sheet = read(["IDENTITAS DAERAH"], *rows)
    assert {r.kunci: r.isi for r in sheet.records if isinstance(r, Identitas)} == {
        "kabkota": "Kabupaten Contoh",
        "kriteria_dak_fisik": False,
    }
    assert read(["SURAT PENGANTAR"], *rows).kind is not Kind.IDENTITAS


def test_identitas_without_colons() -> None:
    sheet = read(
        ["Kabupaten/Kota", "Kabupaten Contoh"],
        ["Nama Dinas", "Dinas Perindustrian"],
        ["Kepala Dinas", "Nama Contoh"],
        ["NIP", "19700101 199501 1 001"],
    )
    assert sheet.kind is Kind.IDENTITAS
    assert len(sheet.records) == 4


def test_the_head_of_a_budget_is_no_identitas() -> None:
    sheet = read(
        ["URUSAN PEMERINTAH", ":", "3.31 Perindustrian"],
        ["ORGANISASI", ":", "Dinas Contoh"],
        ["Kegiatan", ":", "A1 Pelatihan Wirausaha"],
        ["Kode Rekening", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        ["5.1.02.01.01.0024", "Belanja ATK", 1, "paket", 1000, 1000],
    )
    assert {t.kind for t in sheet.tables} == {Kind.RAB}


def test_narasi_beside_and_below_its_titles() -> None:
    text = "Kabupaten Contoh memiliki tiga sentra yang menerima dana alokasi khusus nonfisik pada tahun 2023."
    beside = read(["NARASI LAPORAN"], ["Latar Belakang", text], ["Tujuan", text])
    below = read(
        ["BAB I PENDAHULUAN"],
        ["a. Latar Belakang"],
        [text],
        [text],
        ["b. Tujuan"],
        [text],
        ["IV. PERMASALAHAN"],
        [text],
    )
    for sheet, parts in (
        (beside, ["latar_belakang", "tujuan"]),
        (below, ["latar_belakang", "tujuan", "permasalahan"]),
    ):
        assert sheet.kind is Kind.NARASI
        records = [r for r in sheet.records if isinstance(r, Narasi)]
        assert [r.bagian for r in records] == parts
        assert all((r.teks or "").startswith("Kabupaten") for r in records)
    assert next(r for r in below.records if isinstance(r, Narasi)).teks == f"{text}\n{text}"


def test_rencana_and_realisasi_side_by_side_make_two_rows() -> None:
    sheet = read(
        ["RENCANA DAN REALISASI KEGIATAN"],
        ("No", "Rincian", "Nama Kegiatan", "Rencana", None, None, "Realisasi", None, None),
        (None, None, None, "Waktu", "Tempat", "Target", "Waktu", "Tempat", "Capaian"),
        [
            1,
            "A1",
            "Pelatihan Wirausaha",
            "12 s.d. 16 Juni 2023",
            "Aula",
            25,
            "19-23 Juni 2023",
            "Hotel",
            "24 orang",
        ],
        merges="A2:A3 B2:B3 C2:C3 D2:F2 G2:I2",
    )
    rows = [r for r in sheet.records if isinstance(r, BarisKegiatan)]
    assert [(r.tahap, r.rincian, r.tempat) for r in rows] == [
        ("rencana", "A1", "Aula"),
        ("realisasi", "A1", "Hotel"),
    ]
    assert rows[0].waktu == JUNE
    assert (rows[0].target, rows[1].capaian) == (25, 24)
    assert rows[0].cell("tempat").a1 == "E4"
    assert rows[1].cell("tempat").a1 == "H4"
    assert rows[0].kegiatan == "Pelatihan Wirausaha"


@pytest.mark.parametrize(
    ("title", "name", "stage"),
    [
        ("RENCANA KEGIATAN TAHUN 2023", "Sheet1", "rencana"),
        ("DAFTAR KEGIATAN", "Realisasi", "realisasi"),
        ("DAFTAR KEGIATAN", "Sheet1", ""),
    ],
)
def test_a_whole_sheet_is_planned_or_done(title: str, name: str, stage: str) -> None:
    sheet = read(
        [title],
        ("No", "Rincian", "Nama Kegiatan", "Angkatan", "Mulai", "Selesai", "Tempat", "JPL"),
        [1, "A1", "Pelatihan Wirausaha", "II", "12/06/2023", "16/06/2023", "Aula", 50],
        name=name,
    )
    row = sheet.records[0]
    assert isinstance(row, BarisKegiatan)
    assert (row.tahap, row.angkatan, row.waktu) == (stage, "2", JUNE)
    assert row.kegiatan == "Pelatihan Wirausaha Angkatan 2"


def test_people_of_two_batches_by_their_titles() -> None:
    sheet = read(
        ["DAFTAR PESERTA"],
        ["Angkatan : I"],
        PESERTA,
        SITI,
        [None],
        ["DAFTAR PESERTA"],
        ["Angkatan : II"],
        PESERTA,
        BUDI,
    )
    assert [t.facts["angkatan"] for t in sheet.tables] == ["1", "2"]


@pytest.mark.parametrize(
    ("line", "sentra"),
    [
        ("Sentra IKM Olahan Ikan Pesisir", "Sentra IKM Olahan Ikan Pesisir"),
        ("SENTRA TENUN POTO", "SENTRA TENUN POTO"),
        ("Sentra Industri Kecil Rotan", "Sentra Industri Kecil Rotan"),
        ("SENTRA IKM", None),
        ("SENTRA IKM KABUPATEN CONTOH", None),
        ("Sentra IKM Tahun 2023", None),
        ("Sentra IKM Unggulan", None),
    ],
)
def test_a_line_that_is_the_name_of_a_sentra_says_where_the_people_are_from(
    line: str, sentra: str | None
) -> None:
    people = read(["DAFTAR PESERTA"], [line], ("No", "Nama Peserta", "NIK", "NIB"), [1, "Siti", "9901", "1"])
    assert [getattr(r, "sentra", None) for r in people.records] == [sentra]


FIVE_DAYS = Span(date(2023, 6, 5), date(2023, 6, 9))


@pytest.mark.parametrize(
    ("line", "waktu", "tempat"),
    [
        ("5 s.d 9 Juni 2023, BBKB", FIVE_DAYS, None),
        ("5 - 9 Juni 2023 di Hotel Rekaan", FIVE_DAYS, "Hotel Rekaan"),
        ("Tanggal 5-9 Juni 2023 bertempat di Aula", FIVE_DAYS, "Aula"),
        ("5 s/d 9 Juni 2023 | Hotel Contoh", FIVE_DAYS, "Hotel Contoh"),
        ("Hotel Contoh, 5 - 9 Juni 2023", FIVE_DAYS, "Hotel Contoh"),
        ("Senin - Jumat, 5 - 9 Juni 2023, Balai Desa", FIVE_DAYS, "Balai Desa"),
        ("Angkatan I (5-9 Juni 2023) di Aula", FIVE_DAYS, "Aula"),
        ("Jepara, 5 s.d. 9 Juni 2023", FIVE_DAYS, None),
        ("05-06-2023 s.d. 09-06-2023 di Aula", FIVE_DAYS, "Aula"),
        ("5, 6, 7, 8 dan 9 Juni 2023, Aula", FIVE_DAYS, "Aula"),
        ("Pelaksanaan: 5 s.d. 9 Juni 2023 - Balai Desa", FIVE_DAYS, None),
        ("SK Bupati Nomor 12 tanggal 3 Januari 2023", None, None),
        ("Sesuai surat tanggal 2 Mei 2023 di Jakarta", None, None),
        ("Data per 30 Juni 2023 Dinas", None, None),
        ("5 s.d. 9 Juni 2023 dan 12 s.d. 16 Juni 2023 di Aula", None, None),
    ],
)
def test_days_and_place_in_one_title_line(line: str, waktu: Span | None, tempat: str | None) -> None:
    facts = read(["DAFTAR PESERTA PELATIHAN WIRAUSAHA"], [line], PESERTA, SITI, BUDI).tables[0].facts
    assert (facts.get("waktu"), facts.get("tempat")) == (waktu, tempat)
