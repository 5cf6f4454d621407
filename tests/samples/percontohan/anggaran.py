"""Budgets of Kota Percontohan: lines of every kind that the juknis excludes, and sums that do not fit."""
# ruff: noqa: E501 (budget lines, one to a row)

from __future__ import annotations

from tests.samples.anggaran import Anggaran, belanja
from tests.samples.buku import tanam

ATK, CETAK, MAMIN = "5.1.02.01.01.0024", "5.1.02.01.01.0026", "5.1.02.01.01.0052"
BAHAN, HONOR, AHLI = "5.1.02.01.01.0012", "5.1.02.02.01.0003", "5.1.02.02.01.0029"
LISTRIK, SEWA_GEDUNG, BIS = "5.1.02.02.01.0061", "5.1.02.02.05.0009", "5.1.02.02.04.0035"
LUAR_KOTA, DALAM_KOTA, MODAL = "5.1.02.04.01.0001", "5.1.02.04.01.0003", "5.2.02.03.02.0001"
NAMA_A1 = "Pelatihan Manajemen Wirausaha IKM"


def akt1() -> Anggaran:
    """A1 Angkatan I: 32 peserta, 5 days."""
    org, hari = (32, "org"), (5, "hr")
    panitia = tanam(
        "Honorarium Panitia Pelaksana (Ketua, Sekretaris, Anggota)",
        "RAB-2B-HONOR-PANITIA",
        "pelanggaran",
        "honorarium panitia pelaksana",
    )
    volume = tanam(200, "RAB-VOLUME", "telaah", "32 peserta x 5 hari = 160, bukan 200")
    return Anggaran("A1", f"{NAMA_A1} Angkatan I", [
        belanja(ATK, "Seminar kit peserta", "Tas, buku, pulpen", (org,), "Paket", 85000, 6),
        belanja(CETAK, "Cetak modul pelatihan", "A5", ((32, "eks"),), "Eksemplar", 45000, 6),
        belanja(MAMIN, "Makan siang peserta", "Nasi kotak", ((200, "OH"),), "Orang/Hari", 35000, 6, volume=volume),
        belanja(MAMIN, "Kudapan peserta", "2 kali sehari", (org, hari, (2, "kali")), "Kotak", 15000, 6),
        belanja(HONOR, "Honorarium Narasumber", "Praktisi dan akademisi", ((50, "JPL"),), "Orang/Jam", 400000, 6),
        belanja(HONOR, panitia, "1 tim", ((5, "org"), (1, "keg")), "OK", 300000, 6),
        belanja(SEWA_GEDUNG, "Sewa aula pelatihan", "Kapasitas 50 orang", (hari,), "Hari", 1500000, 6),
        belanja(DALAM_KOTA, "Uang transpor peserta pelatihan", "Dalam kota", (org, hari), "Orang/Hari", 75000, 6),
    ])  # fmt: skip


def akt2() -> Anggaran:
    """A1 Angkatan II: 25 peserta, 10 days, outside the city."""
    org, hari = (25, "org"), (10, "hr")
    konsultasi = tanam(
        "Perjalanan dinas konsultasi DAK ke Kementerian Perindustrian",
        "RAB-3-PERJALANAN",
        "pelanggaran",
        "konsultasi ke pusat tidak berkaitan langsung dengan kegiatan",
    )
    moderator = tanam(
        "Honorarium Moderator", "RAB-TELAAH", "telaah", "moderator: panitia atau tenaga dari luar"
    )
    return Anggaran("A1", f"{NAMA_A1} Angkatan II", [
        belanja(ATK, "Seminar kit peserta", "Tas, buku, pulpen", (org,), "Paket", 85000, 7),
        belanja(MAMIN, "Paket konsumsi peserta", "Makan 3 kali, kudapan 2 kali", (org, hari), "Orang/Hari", 150000, 7),
        belanja(HONOR, "Honorarium Narasumber", "Praktisi dan akademisi", ((90, "JPL"),), "Orang/Jam", 400000, 7),
        belanja(HONOR, moderator, "2 sesi", ((2, "org"), (1, "keg")), "OK", 700000, 7),
        belanja(BIS, "Sewa bus peserta pulang pergi", "Kapasitas 30 orang", ((1, "unit"), (2, "kali")), "Unit", 3500000, 7),
        belanja(LUAR_KOTA, konsultasi, "Jakarta, 3 hari", ((3, "org"), (1, "kali")), "OK", 7500000, 8),
        belanja(SEWA_GEDUNG, "Sewa kamar penginapan peserta", "1 kamar 2 orang", ((13, "kamar"), (10, "mlm")), "Kamar/Malam", 250000, 7),
    ])  # fmt: skip


def a2() -> Anggaran:
    """A2: 22 peserta, 5 days."""
    org, hari = (22, "org"), (5, "hr")
    mesin = tanam(
        "Pengadaan mesin pembelah bambu untuk kelompok IKM",
        "RAB-4-ASET",
        "pelanggaran",
        "mesin menjadi aset atau hibah",
    )
    jumlah = tanam(9500000, "RAB-HITUNG", "data", "50 x 180.000 = 9.000.000, bukan 9.500.000")
    return Anggaran("A2", "Pelatihan Teknis Produksi Anyaman Bambu", [
        belanja(BAHAN, "Bambu apus untuk praktik", "Diameter 8 cm", ((110, "btg"),), "Batang", 20000, 7),
        belanja(BAHAN, "Pisau raut dan sarung tangan (habis pakai)", "", (org,), "Set", 55000, 7),
        belanja(MAMIN, "Makan siang peserta", "Nasi kotak", (org, hari), "Orang/Hari", 35000, 7),
        belanja(HONOR, "Honorarium Instruktur anyaman", "Balai dan perajin", ((50, "JPL"),), "Orang/Jam", 300000, 7),
        belanja(HONOR, "Honorarium asisten instruktur praktik", "Perajin senior", ((50, "JPL"),), "Orang/Jam", 180000, 7, jumlah=jumlah),
        belanja(MODAL, mesin, "Daya 1 PK", ((3, "unit"),), "Unit", 8500000, 9),
    ])  # fmt: skip


def a3() -> Anggaran:
    """A3: 10 IKM, 2 pendamping; the total at the foot was not brought up to date."""
    return Anggaran("A3", "Pendampingan Pengembangan dan Diversifikasi Produk", [
        belanja(AHLI, "Honorarium tenaga pendamping", "", ((2, "org"), (3, "bln")), "OB", 3500000, {9: 2, 10: 2, 11: 2}),
        belanja(DALAM_KOTA, "Transpor pendamping ke lokasi IKM", "", ((2, "org"), (70, "kali")), "OK", 50000, {8: 50, 9: 40, 10: 40, 11: 10}),
        belanja(BAHAN, "Bahan uji coba produk baru", "Bambu, pewarna, pernis", ((10, "IKM"),), "Paket", 1000000, {9: 5, 10: 5}),
        belanja(CETAK, "Cetak logbook pendampingan", "", ((10, "buku"),), "Buku", 50000, 8),
    ])  # fmt: skip


def b4() -> Anggaran:
    """B4: 20 peserta planned, 5 days."""
    org, hari = (20, "org"), (5, "hr")
    listrik = tanam(
        "Belanja tagihan listrik kantor",
        "RAB-1-OPERASIONAL",
        "pelanggaran",
        "operasional perkantoran yang rutin",
    )
    pembukaan = tanam(
        "Honor narasumber pembukaan (Kepala Dinas)",
        "RAB-2A-HONOR-PENYELENGGARA",
        "pelanggaran",
        "narasumber pembukaan dari penyelenggara",
    )
    return Anggaran("B4", "Pelatihan Komunikasi Publik dalam Mendukung Pariwisata", [
        belanja(MAMIN, "Makan siang peserta", "Nasi kotak", (org, hari), "Orang/Hari", 35000, 9),
        belanja(HONOR, "Honorarium pemandu wisata sebagai narasumber", "", ((45, "JPL"),), "Orang/Jam", 350000, 9),
        belanja(HONOR, pembukaan, "", ((1, "OJ"),), "OJ", 1000000, 9),
        belanja(LISTRIK, listrik, "", ((12, "bln"),), "Bulan", 600000, {12: 12}),
        belanja(DALAM_KOTA, "Uang transpor peserta pelatihan", "Dalam kota", (org, hari), "Orang/Hari", 75000, 9),
    ])  # fmt: skip
