"""Budgets of Kabupaten Teladan: every line allowed, every sum exact, volumes that follow peserta and days."""
# ruff: noqa: E501 (budget lines, one to a row)

from __future__ import annotations

from tests.samples.anggaran import Anggaran, belanja

ATK, CETAK, MAMIN = "5.1.02.01.01.0024", "5.1.02.01.01.0026", "5.1.02.01.01.0052"
BAHAN, HONOR, AHLI = "5.1.02.01.01.0012", "5.1.02.02.01.0003", "5.1.02.02.01.0029"
SEWA_ALAT, SEWA_GEDUNG, DALAM_KOTA = "5.1.02.02.04.0117", "5.1.02.02.05.0009", "5.1.02.04.01.0003"
INFORMASI = "5.1.02.02.01.0039"


def a1() -> Anggaran:
    """25 peserta, 5 days, 50 JPL; paid in June and July."""
    org, hari = (25, "org"), (5, "hr")
    return Anggaran("A1", "Pelatihan Pengelolaan Bisnis dan Manajemen Wirausaha", [
        belanja(ATK, "Seminar kit peserta", "Tas, buku catatan, pulpen", (org,), "Paket", 85000, 6, 84000),
        belanja(ATK, "ATK kegiatan pelatihan", "Kertas, spidol, map, lakban", ((1, "paket"),), "Paket", 1500000, 6),
        belanja(CETAK, "Cetak modul pelatihan", "A5, jilid lem", ((25, "eks"),), "Eksemplar", 45000, 6),
        belanja(CETAK, "Cetak sertifikat peserta", "Kertas 230 gr", ((25, "lbr"),), "Lembar", 15000, 6),
        belanja(CETAK, "Spanduk kegiatan", "3 x 1 m", ((2, "bh"),), "Buah", 350000, 6),
        belanja(MAMIN, "Makan siang peserta", "Nasi kotak", (org, hari), "Orang/Hari", 35000, 6),
        belanja(MAMIN, "Kudapan pagi dan sore peserta", "2 kali sehari", (org, hari, (2, "kali")), "Kotak", 15000, 6),
        belanja(HONOR, "Honorarium Narasumber", "Akademisi, materi manajemen keuangan", ((30, "JPL"),), "Orang/Jam", 500000, 7),
        belanja(HONOR, "Honorarium Narasumber / Pengajar praktisi usaha", "Pelaku usaha di luar dinas", ((20, "JPL"),), "Orang/Jam", 350000, 7),
        belanja(SEWA_ALAT, "Sewa LCD proyektor dan pengeras suara", "1 set", (hari,), "Hari", 500000, 6),
        belanja(SEWA_GEDUNG, "Sewa gedung pertemuan", "Kapasitas 50 orang", (hari,), "Hari", 2000000, 6),
        belanja(DALAM_KOTA, "Uang transpor peserta pelatihan", "Dalam kabupaten", (org, hari), "Orang/Hari", 100000, 6),
    ])  # fmt: skip


def a2() -> Anggaran:
    """20 peserta, 4 days, 40 JPL; paid in July and August."""
    org, hari = (20, "org"), (4, "hr")
    return Anggaran("A2", "Pelatihan Teknis Produksi dan/atau Standardisasi Produk", [
        belanja(BAHAN, "Kain mori primisima untuk praktik", "2 m tiap peserta", ((40, "m"),), "Meter", 45000, 7),
        belanja(BAHAN, "Malam batik", "Malam klowong dan tembokan", ((20, "kg"),), "Kg", 65000, 7, 64000),
        belanja(BAHAN, "Pewarna remasol", "5 warna", ((10, "kg"),), "Kg", 185000, 7),
        belanja(BAHAN, "Canting tulis (dipakai habis saat praktik)", "3 ukuran", ((60, "bh"),), "Buah", 12000, 7),
        belanja(ATK, "Alat tulis peserta", "Buku gambar, pensil", (org,), "Paket", 40000, 7),
        belanja(CETAK, "Cetak sertifikat peserta", "Kertas 230 gr", ((20, "lbr"),), "Lembar", 15000, 7),
        belanja(CETAK, "Spanduk kegiatan", "3 x 1 m", ((1, "bh"),), "Buah", 350000, 7),
        belanja(BAHAN, "Celemek peserta", "Kain drill", (org,), "Buah", 60000, 7),
        belanja(MAMIN, "Makan siang peserta", "Nasi kotak", (org, hari), "Orang/Hari", 35000, 7),
        belanja(MAMIN, "Kudapan pagi dan sore peserta", "2 kali sehari", (org, hari, (2, "kali")), "Kotak", 15000, 7),
        belanja(HONOR, "Honorarium Instruktur batik tulis", "Balai dan praktisi", ((40, "JPL"),), "Orang/Jam", 300000, 8),
        belanja(HONOR, "Honorarium asisten instruktur praktik", "Perajin senior", ((28, "JPL"),), "Orang/Jam", 150000, 8),
        belanja(SEWA_ALAT, "Sewa kompor dan wajan batik", "10 set", (hari,), "Hari", 600000, 7),
        belanja(DALAM_KOTA, "Uang transpor peserta pelatihan", "Dalam kabupaten", (org, hari), "Orang/Hari", 100000, 8),
    ])  # fmt: skip


def a3() -> Anggaran:
    """10 IKM, 2 pendamping, 14 weeks; paid month by month."""
    return Anggaran("A3", "Pendampingan Pengembangan dan Diversifikasi Produk", [
        belanja(AHLI, "Honorarium tenaga pendamping", "", ((2, "org"), (3, "bln")), "OB", 3500000, {9: 2, 10: 2, 11: 2}),
        belanja(DALAM_KOTA, "Transpor pendamping ke lokasi IKM", "", ((2, "org"), (70, "kali")), "OK", 75000, {8: 40, 9: 40, 10: 40, 11: 20}),
        belanja(CETAK, "Cetak logbook pendampingan", "", ((10, "buku"),), "Buku", 50000, 8, 48500),
        belanja(BAHAN, "Bahan uji coba produk baru", "Kain, malam, pewarna alam", ((10, "IKM"),), "Paket", 1500000, {9: 5, 10: 5}),
        belanja(BAHAN, "Desain dan cetak kemasan contoh", "", ((10, "IKM"),), "Paket", 1250000, 11),
    ])  # fmt: skip


def b1() -> Anggaran:
    """15 pengurus, 5 days, 45 JPL; paid in September and October."""
    org, hari = (15, "org"), (5, "hr")
    return Anggaran("B1", "Pelatihan Manajemen Mutu dan Pengelolaan Sentra IKM", [
        belanja(ATK, "Seminar kit peserta", "Tas, buku catatan, pulpen", (org,), "Paket", 85000, 9),
        belanja(CETAK, "Cetak modul pelatihan", "A5, jilid lem", ((15, "eks"),), "Eksemplar", 45000, 9),
        belanja(CETAK, "Cetak sertifikat peserta", "Kertas 230 gr", ((15, "lbr"),), "Lembar", 15000, 9),
        belanja(MAMIN, "Makan siang peserta", "Nasi kotak", (org, hari), "Orang/Hari", 35000, 9),
        belanja(MAMIN, "Kudapan pagi dan sore peserta", "2 kali sehari", (org, hari, (2, "kali")), "Kotak", 15000, 9),
        belanja(HONOR, "Honorarium Narasumber pengelolaan sentra", "Akademisi dan praktisi", ((45, "JPL"),), "Orang/Jam", 500000, 10),
        belanja(SEWA_GEDUNG, "Sewa gedung pertemuan", "Kapasitas 30 orang", (hari,), "Hari", 1500000, 9),
        belanja(DALAM_KOTA, "Uang transpor peserta pelatihan", "Dalam kabupaten", (org, hari), "Orang/Hari", 100000, 9),
    ])  # fmt: skip


def c2() -> Anggaran:
    """Market information of three sentra; paid in October to December."""
    return Anggaran("C2", "Penyusunan Informasi Pasar dan Potensi Kemitraan", [
        belanja(INFORMASI, "Jasa fotografer produk IKM", "Tiga sentra", ((1, "paket"),), "Paket", 10000000, 11, 9500000),
        belanja(CETAK, "Cetak katalog produk sentra", "Full color, 40 halaman", ((300, "eks"),), "Eksemplar", 55000, 12),
        belanja(INFORMASI, "Honorarium petugas survei informasi pasar", "", ((4, "org"), (2, "bln")), "OB", 750000, {10: 4, 11: 4}),
        belanja(MAMIN, "Konsumsi temu usaha dengan calon mitra", "", ((35, "org"), (1, "kali")), "OH", 55000, 11),
    ])  # fmt: skip
