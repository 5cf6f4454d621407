"""Findings on sheets as they are written, from the cells to the message: what once slipped through between
reading and checking, or was called wrong there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.join import join_daerah
from dak_excel.findings import Temuan
from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import sheet

JUKNIS = load_rules(2023)
KEGIATAN = ("No", "Rincian", "Nama Kegiatan", "Waktu", "Tempat", "JPL")


def findings(*grids: Grid, per: date = date(2024, 2, 1)) -> dict[str, list[Temuan]]:
    """The findings on some sheets of one Kabupaten Contoh, by rule."""
    own = sheet(
        ["Kabupaten/Kota", "Kabupaten Contoh"], ["Nama Dinas", "Dinas X"], ["Pagu", 1000], name="identitas"
    )
    sheets = [read_grid(grid, load_vocabulary(), JUKNIS.sebutan(), 2023) for grid in (own, *grids)]
    daerah = join_daerah(
        "Kabupaten Contoh", [ReadBook("buku.xlsx", "xlsx", sheets)], sebutan=JUKNIS.sebutan()
    )
    found: dict[str, list[Temuan]] = {}
    for item in check_daerah(daerah, JUKNIS, per):
        found.setdefault(item.ketentuan, []).append(item)
    return found


def cells(found: dict[str, list[Temuan]], rule: str) -> list[str]:
    return [item.tempat.a1 if item.tempat else "" for item in found.get(rule, ())]


def people(head: Sequence[str], count: int, *columns: Value, first: int = 1) -> list[list[Value]]:
    """Rows of so many people under `No, Nama, NIK, …`."""
    return [
        [n, f"Orang {n}", f"9901011205{80 + n % 20:02d}{n:04d}", *columns]
        for n in range(first, first + count)
    ]


def test_the_people_of_a_studi_banding_are_those_of_its_target() -> None:
    head = (*KEGIATAN, "Target", "Panitia", "Bentuk")
    rows = ["A2", "Studi Banding IKM Anyaman", "7 - 11 Agustus 2023", "Kota Lain, Jawa Tengah", None]
    found = findings(
        sheet(["REALISASI KEGIATAN"], head, [1, *rows, "30 orang", 4, "Studi banding"], name="Realisasi"),
    )
    assert cells(found, "A2-PANITIA") == ["H3"]


def test_a_hotel_in_another_city_is_outside() -> None:
    found = findings(
        sheet(
            ["REALISASI KEGIATAN"],
            KEGIATAN,
            [1, "B1", "Pelatihan Pengelola Sentra", "3 - 8 Juli 2023", "Hotel, Kota Bandung", 50],
            [2, "A1", "Pelatihan Wirausaha", "3 - 8 Juli 2023", "Hotel Kota Baru", 50],
        )
    )
    assert cells(found, "B1-TEMPAT") == ["E3"]
    assert "A1-TEMPAT" not in found


def test_an_employee_with_a_usaha_beside_the_name_is_for_a_person_to_judge() -> None:
    head = ("No", "Nama", "NIK", "Nama Usaha", "Sentra", "NIB", "Status")
    rows = people(head, 2, "Batik", "Sentra Batik", "9900000000001", "Karyawan")
    found = findings(sheet(["PESERTA PELATIHAN TEKNIS PRODUKSI (A2)"], head, *rows))
    assert [(t.tingkat.value, "2 peserta" in t.pesan) for t in found["A2-STATUS"]] == [("telaah", True)]


def test_too_few_pengelola_are_too_few_whatever_the_one_of_unknown_status_is() -> None:
    head = ("No", "Nama", "NIK", "Jabatan", "SK")
    rows = [
        *people(head, 17, "Pengelola UPT", "SK 1/2022"),
        *people(head, 5, "Operator mesin", "-", first=18),
        *people(head, 1, "Pedagang", "SK 1/2022", first=23),
    ]
    found = findings(sheet(["PESERTA PELATIHAN PENGELOLA DAN OPERATOR UPT (B2)"], head, *rows))
    assert [t.nilai for t in found["B2-JUMLAH"]] == ["17"]
    assert "B2-JUMLAH-OPERATOR" not in found


def test_a_dash_for_the_wakil_koordinator_says_that_there_is_none() -> None:
    head = (*KEGIATAN, "Koordinator", "Wakil Koordinator")
    rows = [
        "C3",
        "Pendampingan Akses Bahan Baku",
        "3 April - 30 Juni 2023",
        "Lokasi IKM",
        None,
        "Sari Contoh",
    ]
    dash = findings(sheet(["REALISASI KEGIATAN"], head, [1, *rows, "-"]))
    blank = findings(sheet(["REALISASI KEGIATAN"], head, [1, *rows, None]))
    assert cells(dash, "C3-KOORDINATOR") == ["H3"]
    assert "C3-KOORDINATOR" not in blank
    assert "H3" in cells(blank, "DATA-KOSONG")


def test_the_same_sum_of_a_section_below_it_is_no_fault() -> None:
    found = findings(
        sheet(
            ["RAB FASILITASI SERTIFIKAT HALAL (A6)"],
            ("No", "Uraian", "Vol", "Satuan", "Harga Satuan", "Jumlah"),
            ["I", "PERSIAPAN"],
            ["a", "Penggandaan", 1, "paket", 100, 100],
            [None, "Sub jumlah I", None, None, None, 100],
            ["II", "PELAKSANAAN"],
            ["a", "Uji lab", 2, "sampel", 100, 200],
            [None, "Sub Jml II", None, None, None, 250],
            [None, "TOTAL I + II", None, None, None, 300],
        )
    )
    assert cells(found, "RAB-SUBTOTAL") == ["F8"]


def test_a_snack_may_come_twice_a_day_and_a_journey_not() -> None:
    head = ("No", "Uraian", "Volume", None, None, None, "Harga Satuan", "Jumlah")
    lower = (None, None, "Org", "Hari", "Keg", "Jml", None, None)
    found = findings(
        sheet(
            ["KEGIATAN"],
            (*KEGIATAN, "Jumlah Peserta"),
            [1, "A2", "Pelatihan Teknis Produksi Batik", "12-16 Juni 2023", "Balai", 40, 25],
            name="Kegiatan",
        ),
        sheet(
            ["RAB PELATIHAN TEKNIS PRODUKSI BATIK (A2)"],
            head,
            lower,
            [1, "Snack peserta", 25, 10, 1, 250, 10, 2500],
            [2, "Makan siang peserta", 25, 5, 1, 125, 10, 1250],
            [3, "Transport peserta", 30, 5, 1, 150, 10, 1500],
            merges="C2:F2",
            name="RAB",
        ),
    )
    assert cells(found, "RAB-VOLUME") == ["F6"]
    assert "RAB-HITUNG" not in found


def test_an_accreditation_number_is_an_accreditation() -> None:
    head = ("No", "Nama", "Nama IKM", "Sentra IKM", "Lembaga Sertifikasi", "Akreditasi KAN", "Sertifikat")
    found = findings(
        sheet(
            ["PESERTA PENERAPAN SERTIFIKASI PRODUK DAN SISTEM MUTU (A4)"],
            head,
            [1, "Siti Contoh", "Kopi A", "Sentra Kopi", "LSPro A", "LSPr-001-IDN", "terbit"],
            [2, "Budi Misal", "Kopi B", "Sentra Kopi", "LS B", "belum", "dalam proses"],
        )
    )
    assert cells(found, "A4-LEMBAGA") == ["F4"]
    assert "F3" not in cells(found, "DATA-KOSONG")


def test_what_may_stand_in_a_cell_of_few_words_is_said_for_that_cell() -> None:
    head = ("No", "Nama", "NIK", "Jenis Kelamin", "Nama Usaha", "Sentra", "NIB", "Bersedia Membuat NIB")
    found = findings(
        sheet(
            ["PESERTA PELATIHAN WIRAUSAHA (A1)"],
            head,
            [1, "Siti Contoh", "9901015206850001", "?", "Batik", "Sentra", None, "ya"],
            [2, "Budi Misal", "9901011205850002", "L", "Batik", "Sentra", None, "ya"],
        )
    )
    said = {t.tempat.a1: t.saran for t in found["DATA-KOSONG"] if t.tempat}
    assert said["D3"] == "Tulis Jenis Kelamin dengan kata yang lazim: L atau P."


def test_who_says_that_the_training_was_not_taken_is_shown_where_that_stands() -> None:
    head = (
        "No",
        "Nama",
        "Nama IKM",
        "Sentra",
        "Pasar Domestik",
        "Status Produksi",
        "Pernah Ikut Pelatihan Ekspor?",
    )
    found = findings(
        sheet(
            ["IKM PENDAMPINGAN KEMITRAAN BERORIENTASI EKSPOR (D3)"],
            head,
            [1, "Siti Contoh", "Rotan A", "Sentra Rotan", "sudah", "aktif", "ya, 2023"],
            [2, "Budi Misal", "Rotan B", "Sentra Rotan", "sudah", "tidak aktif", "belum"],
        )
    )
    assert cells(found, "D3-PRASYARAT") == ["G4"]
    assert "tercatat belum mengikuti" in found["D3-PRASYARAT"][0].pesan
    assert cells(found, "D3-PASAR") == ["F4"]
