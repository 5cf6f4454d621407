"""What the vocabulary makes of a budget line: the distinctions that a dinas would argue about."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dak_excel.rab.classify import classify_text
from dak_excel.rab.verdict import LineVerdict

OPERASIONAL, PENYELENGGARA, PANITIA, PERJALANAN, ASET, TELAAH, BOLEH = (
    "RAB-1-OPERASIONAL",
    "RAB-2A-HONOR-PENYELENGGARA",
    "RAB-2B-HONOR-PANITIA",
    "RAB-3-PERJALANAN",
    "RAB-4-ASET",
    "RAB-TELAAH",
    None,
)


def baca(
    text: str, kode: str = "", volume: int = 1, satuan: str = "paket", harga: int = 500_000
) -> LineVerdict:
    return classify_text(text, kode, ((Decimal(volume), satuan),), Decimal(harga))


@pytest.mark.parametrize(
    ("text", "ketentuan"),
    [
        ("Sewa laptop peserta", BOLEH),
        ("Laptop", ASET),
        ("Mesin jahit (sewa) 5 hari", BOLEH),
        ("Sewa mesin jahit, bukan pembelian", BOLEH),
        ("Jarum mesin jahit", BOLEH),
        ("Oli mesin jahit untuk praktik", BOLEH),
        ("Honor instruktur perawatan mesin jahit", BOLEH),
        ("Bahan baku kayu untuk praktik pembuatan lemari", BOLEH),
        ("Lemari display", ASET),
        ("Pengadaan kompor untuk kelompok IKM", ASET),
        ("Hibah kepada kelompok", ASET),
        ("Bantuan transport peserta", BOLEH),
        ("Tanah liat dan glasir", BOLEH),
        ("Pengadaan tanah", ASET),
        ("Chest freezer", ASET),
        ("Jasa videografi dan drone", TELAAH),
        ("Minibus antar jemput peserta", BOLEH),
        ("Pembelian minibus", ASET),
        ("Penyerahan alat tenun kepada penenun", ASET),
        ("Bantuan bahan baku dan alat produksi untuk kelompok", ASET),
        ("Honor narasumber bantuan modal dan hibah", BOLEH),
    ],
)
def test_buying_is_told_from_renting_and_from_what_is_used_up(text: str, ketentuan: str | None) -> None:
    assert baca(text).ketentuan == ketentuan


@pytest.mark.parametrize(
    ("text", "ketentuan"),
    [
        ("Tinta sablon untuk praktik", BOLEH),
        ("Tinta printer bidang industri", OPERASIONAL),
        ("Alat tulis peserta, bukan untuk kantor", BOLEH),
        ("ATK kantor", OPERASIONAL),
        ("Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor", BOLEH),
        ("Alat tulis kantor untuk dinas selama 1 tahun", OPERASIONAL),
        ("Paket pertemuan di luar kantor (fullday) peserta", BOLEH),
        ("Bahan praktik pelatihan di gedung kantor dinas", BOLEH),
        ("Paket data peserta", BOLEH),
        ("Paket data kantor", OPERASIONAL),
        ("BBM genset selama pelatihan", BOLEH),
        ("BBM kendaraan dinas", OPERASIONAL),
        ("BBM", TELAAH),
    ],
)
def test_the_office_is_told_from_the_activity(text: str, ketentuan: str | None) -> None:
    assert baca(text).ketentuan == ketentuan


@pytest.mark.parametrize(
    ("text", "ketentuan"),
    [
        ("Honorarium narasumber praktisi", BOLEH),
        ("Honorarium narasumber; bukan honor panitia", BOLEH),
        ("Honorarium narasumber dan panitia", TELAAH),
        ("Honorarium panitia pelaksana", PANITIA),
        ("Uang lelah panitia", PANITIA),
        ("Honor notulis dan petugas registrasi", PANITIA),
        ("Honor narasumber pembukaan (Kepala Dinas)", PENYELENGGARA),
        ("Narasumber Kepala Dinas materi kebijakan", TELAAH),
        ("Narasumber dari Dinas Kesehatan", BOLEH),
        ("Narasumber materi pengelolaan keuangan", BOLEH),
        ("Honorarium Narasumber: Pembukuan dan bendahara usaha", BOLEH),
        ("Honorarium bendahara pengeluaran", OPERASIONAL),
        ("Honor moderator", TELAAH),
        ("Honor pelatih MC", BOLEH),
        ("Jasa tenaga teknis non PNS dinas", OPERASIONAL),
        ("Honor narasumber membuka usaha dari nol", BOLEH),
        ("Honor pembicara kunci Wakil Bupati", PENYELENGGARA),
        ("Honor pembicara kunci praktisi nasional", BOLEH),
        ("Honor penjaga stand dari dinas", PANITIA),
        ("Honor penjaga stand", TELAAH),
        ("Honor tim penyusun (ASN dinas)", PANITIA),
        ("Honor tim penyusun", TELAAH),
        ("Honor ketua, sekretaris, bendahara panitia", PANITIA),
        ("Narasumber dari UPT Logam", BOLEH),
        ("Honor auditor internal dari lembaga konsultan", BOLEH),
    ],
)
def test_who_is_paid_decides_an_honorarium(text: str, ketentuan: str | None) -> None:
    assert baca(text, satuan="OK").ketentuan == ketentuan


@pytest.mark.parametrize(
    ("text", "ketentuan"),
    [
        ("Perjalanan dinas peserta studi banding", BOLEH),
        ("Perjalanan dinas konsultasi ke Kementerian Perindustrian", PERJALANAN),
        ("Perjalanan peserta IKM ke Kementerian Perindustrian untuk verifikasi TKDN", BOLEH),
        ("Perjalanan dinas pendamping studi banding (panitia)", BOLEH),
        ("Perjalanan dinas pejabat meninjau pameran", TELAAH),
        ("Perjalanan dinas Bupati ke luar daerah", PERJALANAN),
        ("Perjalanan dinas biasa", TELAAH),
        ("Perjalanan dinas staf ke luar provinsi", PERJALANAN),
        ("Perjalanan dinas kabid rapat koordinasi bahan baku di Kementerian", PERJALANAN),
        ("Perjadin 1 staf mendampingi 10 IKM pameran", BOLEH),
        ("Transport narasumber dari Dinas Pariwisata", BOLEH),
        ("Uang Harian Perjalanan Dinas Luar Kota. Spesifikasi: Pejabat Eselon III", TELAAH),
        ("Penginapan di Provinsi Bali. Spesifikasi: PEJABAT ESELON III / GOLONGAN IV", TELAAH),
    ],
)
def test_who_travels_and_what_for_decides_a_journey(text: str, ketentuan: str | None) -> None:
    assert baca(text, satuan="OK").ketentuan == ketentuan


def test_the_code_of_capital_spending_makes_an_asset_of_whatever_the_text_says() -> None:
    assert baca("Peralatan", kode="5.2.02.03.02.0001").ketentuan == ASET
    assert baca("Sewa peralatan", kode="5.2.02.03.02.0001").ketentuan == TELAAH


def test_code_components_are_compared_as_numbers() -> None:
    assert baca("Anggota", kode="5.1.02.02.001.00004", satuan="OB", volume=3).ketentuan == PANITIA


def test_twelve_months_make_a_cost_routine_and_three_do_not() -> None:
    assert baca("Internet", volume=12, satuan="Bulan").ketentuan == OPERASIONAL
    assert baca("Honorarium tenaga pendamping", volume=12, satuan="OB").ketentuan is BOLEH
    assert baca("Honor", volume=12, satuan="OB").ketentuan == OPERASIONAL
    assert baca("Honor", volume=3, satuan="OB").ketentuan == TELAAH
    assert baca("Pengelolaan sampah", volume=12, satuan="Bulan").ketentuan == OPERASIONAL
    assert baca("Langganan akun marketplace IKM", volume=12, satuan="Bulan").ketentuan is BOLEH


def test_the_code_says_what_the_text_leaves_out() -> None:
    assert baca("Petugas", kode="5.1.02.02.01.0003", satuan="OK").ketentuan == PANITIA
    assert baca("PIC", kode="5.1.02.02.01.0003", satuan="OK").ketentuan == PANITIA
    assert baca("Honor pelaksana", kode="5.1.02.02.01.0001", satuan="OB").ketentuan == OPERASIONAL
    assert baca("Kunjungan anggota DPRD", kode="5.1.02.04.01.0001", satuan="OK").ketentuan == PERJALANAN


def test_a_thing_by_the_unit_at_the_price_of_an_asset_is_one() -> None:
    assert baca("Zzz", satuan="Unit", harga=5_000_000).ketentuan == ASET
    assert baca("Zzz", satuan="Unit", harga=500_000).ketentuan is BOLEH
    assert baca("Zzz", satuan="Set", harga=5_000_000).ketentuan == ASET
    assert baca("Website sentra", satuan="Unit", harga=5_000_000).ketentuan is BOLEH
    assert baca("Zzz", satuan="Kg", harga=5_000_000).ketentuan is BOLEH
    assert baca("Notebook peserta", satuan="Buah", harga=15_000).ketentuan is BOLEH
    assert baca("Notebook", satuan="Unit", harga=9_000_000).ketentuan == ASET


@pytest.mark.parametrize(
    ("text", "satuan", "harga", "ketentuan"),
    [
        ("Epson L3210", "unit", 2_650_000, ASET),
        ("Tinta Epson 003", "botol", 95_000, BOLEH),
        ("Panasonic AC 1,5 PK untuk ruang workshop", "unit", 6_800_000, ASET),
        ("Toyota Avanza sewa antar jemput narasumber", "hari", 450_000, BOLEH),
        ("Bak perendaman kulit fiber 2.000 liter", "buah", 4_400_000, ASET),
        ("Perajang umbi hidrolik", "set", 3_400_000, ASET),
        ("Moderator gelar wicara", "OK", 1_200_000, TELAAH),
        ("Purchase of DSLR camera", "set", 15_500_000, ASET),
        ("Laptop rental for participants", "unit", 1_500_000, BOLEH),
    ],
)
def test_brand_power_form_and_english_names_tell_a_machine(
    text: str, satuan: str, harga: int, ketentuan: str | None
) -> None:
    assert baca(text, satuan=satuan, harga=harga).ketentuan == ketentuan


@pytest.mark.parametrize(
    ("text", "ketentuan"),
    [
        ("Lampu kantor", OPERASIONAL),
        ("Rapat kantor dinas", OPERASIONAL),
        ("Alat tulis kantor peserta", BOLEH),
        ("Honor auditor internal dari lembaga konsultan", BOLEH),
        ("Honor pendamping IKM (non-PNS)", BOLEH),
    ],
)
def test_who_and_where_hold_inside_a_longer_phrase(text: str, ketentuan: str | None) -> None:
    assert baca(text, satuan="OK").ketentuan == ketentuan


def test_a_leaf_that_says_little_is_read_with_its_heading() -> None:
    alone = classify_text("Ketua")
    below = classify_text("Ketua", judul=("BELANJA DAERAH", "Honorarium Panitia Pelaksana"))
    assert (alone.ketentuan, below.ketentuan) == (BOLEH, PANITIA)


@pytest.mark.parametrize(
    ("judul", "text", "ketentuan"),
    [
        (("Pelatihan kopi",), "Narasumber (Kadis) pengarahan saat pembukaan", PENYELENGGARA),
        (("Pelatihan pengolahan kue",), "Bendahara", OPERASIONAL),
        (("Bimtek IKM snack",), "Panitia", PANITIA),
        (("Fasilitasi Sertifikat Halal makanan",), "Ketua", PANITIA),
        (("Pelatihan kue", "Konsumsi"), "Panitia", BOLEH),
        (("Konsumsi pelatihan kopi",), "Panitia", BOLEH),
        (("Studi banding peserta", "Transportasi"), "Tol, parkir, BBM bus", BOLEH),
    ],
)
def test_the_subject_of_an_activity_in_a_heading_is_no_kind_of_cost(
    judul: tuple[str, ...], text: str, ketentuan: str | None
) -> None:
    line = classify_text(text, faktor=((Decimal(1), "OK"),), harga=Decimal(300_000), judul=judul)
    assert line.ketentuan == ketentuan


@pytest.mark.parametrize(
    ("text", "satuan", "harga", "ketentuan"),
    [
        ("Koordinasi ke Kanwil Bea Cukai (kabid, kasi)", "OK", 1_250_000, PERJALANAN),
        ("Koordinasi ke Kanwil Bea Cukai", "OK", 20_000, BOLEH),
        ("Ketua TP PKK dan pengurus", "OK", 6_250_000, PERJALANAN),
        ("Papan data pendampingan", "Buah", 45_000, TELAAH),
        ("Papan data pendampingan", "Buah", 1_450_000, ASET),
        ("Upah operator UPT", "HOK", 85_000, OPERASIONAL),
        ("Blister packing semi otomatis", "Unit", 31_500_000, ASET),
        ("Blister packing semi otomatis", "Lembar", 1_500, BOLEH),
    ],
)
def test_the_unit_and_the_price_say_what_the_words_leave_open(
    text: str, satuan: str, harga: int, ketentuan: str | None
) -> None:
    assert baca(text, satuan=satuan, harga=harga).ketentuan == ketentuan


def test_the_name_of_the_official_account_does_not_make_a_narasumber_a_panitia() -> None:
    heading = "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia"
    assert classify_text("Honorarium Narasumber", judul=(heading,)).ketentuan is BOLEH
    assert classify_text(heading).ketentuan == TELAAH


def test_a_line_that_is_to_be_judged_says_which_exclusion_and_what_would_settle_it() -> None:
    verdict = baca("Honor moderator", satuan="OK")
    assert verdict.mungkin == (PANITIA,)
    assert "siapa orangnya" in verdict.memutus
    assert verdict.kata == ("moderator",)


@pytest.mark.parametrize("text", ["", "-", "12", "Biaya", "???", "Rp 5.000.000"])
def test_a_text_that_says_nothing_is_not_accused(text: str) -> None:
    assert baca(text).ketentuan is BOLEH
