"""The lists, schedules and logbook of Kabupaten Teladan."""
# ruff: noqa: E501 (rows of data, one to a line)

from __future__ import annotations

from datetime import date, timedelta

from dak_excel.indonesian import date_range
from tests.samples.bentuk.jadwal import sesi, tulis_bersambung, tulis_per_metode
from tests.samples.bentuk.kunjungan import Kunjungan, tulis_kunjungan
from tests.samples.bentuk.peserta import Anggota, Ruas, tulis_daftar
from tests.samples.bentuk.tabel import Kelompok
from tests.samples.bentuk.tenaga import Tenaga, tulis_tenaga
from tests.samples.buku import Isi
from tests.samples.sampel import Sampel
from tests.samples.teladan.orang import A1_HARI, A2_HARI, A3_MULAI, A3_SELESAI, B1_HARI, PENDAMPING, Peserta
from tests.samples.teladan.umum import acara

TTD = (
    ["Kota Contoh, 12 Juli 2023", "Kepala Bidang Perindustrian,"],
    "Teguh Ibaratno, S.T.",
    "99750310 200003 1 002",
)

A1_RUAS = (
    Ruas("nama", "Nama Peserta", 26), Ruas("nik", "NIK", 20), Ruas("kelamin", "L/P", 6),
    Ruas("ttl", "Tempat/Tgl Lahir", 28), Ruas("pendidikan", "Pendidikan Terakhir", 11),
    Ruas("usaha", "Nama Usaha", 20), Ruas("komoditi", "Jenis Produk", 15), Ruas("status", "Status", 16),
    Ruas("nib", "NIB", 16, "Legalitas"), Ruas("sedia", "Bersedia Membuat NIB", 16, "Legalitas"),
    Ruas("desa", "Desa/Kel", 18, "Alamat"), Ruas("kecamatan", "Kecamatan", 12, "Alamat"),
    Ruas("kabkota", "Kab/Kota", 13, "Alamat"), Ruas("telepon", "No. HP/WA", 15), Ruas("hadir", "Kehadiran", 19),
)  # fmt: skip
A2_RUAS = (
    Ruas("nama", "Nama Lengkap", 26), Ruas("l", "L", 5, "Jenis Kelamin"), Ruas("p", "P", 5, "Jenis Kelamin"),
    Ruas("nik", "No. KTP/NIK", 20), Ruas("tempat", "Tempat Lahir", 14), Ruas("lahir", "Tgl. Lahir", 18),
    Ruas("usia", "Usia (Th)", 7), Ruas("pendidikan", "Pend. Terakhir", 10), Ruas("usaha", "Nama IKM", 20),
    Ruas("sentra", "Asal Sentra", 26), Ruas("komoditi", "Komoditas", 11), Ruas("status", "Kategori", 14),
    Ruas("nib", "Nomor Induk Berusaha", 17), Ruas("alamat", "Alamat Rumah", 32), Ruas("kabkota", "Kab/Kota", 13),
    Ruas("telepon", "No. HP", 15), Ruas("hadir", "Jml Hari Hadir", 8),
)  # fmt: skip
A3_RUAS = (
    Ruas("ikm_pemilik", "Nama IKM / Pemilik", 38), Ruas("nik", "NIK", 20), Ruas("nib", "NIB", 16),
    Ruas("sentra", "Sentra", 26), Ruas("komoditi", "Produk", 10), Ruas("status", "Status", 14),
    Ruas("pelatihan", "Pelatihan yang Pernah Diikuti", 16), Ruas("alamat", "Alamat Usaha", 32),
    Ruas("telepon", "HP/WA", 15), Ruas("pendamping", "Nama Pendamping", 24),
)  # fmt: skip
B1_RUAS = (
    Ruas("nama", "Nama", 26), Ruas("nik", "Nomor Induk Kependudukan", 20), Ruas("kelamin", "JK", 6),
    Ruas("ttl", "TTL", 28), Ruas("pendidikan", "Ijazah", 10), Ruas("sentra", "Sentra IKM", 30),
    Ruas("status", "Jabatan di Sentra", 28), Ruas("sk", "SK Bupati (Nomor dan Tanggal)", 34),
    Ruas("kabkota", "Kabupaten/Kota", 15), Ruas("telepon", "No. Telp", 15), Ruas("hadir", "Ket. Kehadiran", 11),
)  # fmt: skip


def _info(rincian: str) -> list[tuple[str, Isi]]:
    satu = next(a for a in acara() if a.rincian == rincian)
    baris: list[tuple[str, Isi]] = [
        ("Kegiatan", f"{rincian} {satu.nama}"),
        ("Waktu", satu.rencana.waktu),
        ("Tempat", satu.rencana.tempat),
    ]
    return [*baris, ("Jumlah JPL", satu.rencana.jpl)] if satu.rencana.jpl else baris


def buku_peserta(sampel: Sampel, peserta: Peserta) -> None:
    """A sheet for each activity, each in a form of its own."""
    buku = sampel.tambah("Daftar Peserta DAK NF 2023.xlsx", huruf="Tahoma", ukuran=9)
    judul = ["DAFTAR PESERTA PELATIHAN", "DAK NONFISIK SENTRA IKM TAHUN 2023"]
    tulis_daftar(buku.tambah("A1 Manajemen Usaha"), judul, _info("A1"), A1_RUAS, peserta.a1,
                 kelompok=lambda a: a.sentra, ttd=TTD, kosong_sampai=1000)  # fmt: skip
    judul = ["DAFTAR HADIR DAN BIODATA PESERTA", "PELATIHAN TEKNIS PRODUKSI"]
    tulis_daftar(buku.tambah("A2 Batik Tulis"), judul, _info("A2"), A2_RUAS, peserta.a2,
                 ttd=TTD, mulai=2, nomor_kolom=False, kepala="kepala_hijau")  # fmt: skip
    dampingan = buku.tambah("A3 IKM Dampingan")
    letak = tulis_daftar(
        dampingan, ["DAFTAR IKM DAMPINGAN", "KABUPATEN TELADAN"], _info("A3"), A3_RUAS, peserta.a3, ttd=TTD
    )
    for ke in (0, 5):
        dampingan.gabung(letak.awal + ke, 11, letak.awal + ke + 4, 11, PENDAMPING[ke // 5], "k_tengah")
    tulis_daftar(buku.tambah("B1 Pengurus Sentra"), ["DAFTAR PESERTA PELATIHAN PENGELOLAAN SENTRA IKM"],
                 _info("B1"), B1_RUAS, peserta.b1, ttd=TTD, kosong_sampai=60)  # fmt: skip


def buku_tenaga(sampel: Sampel) -> None:
    """Narasumber under the name of their activity; pendamping on a sheet of their own."""
    buku = sampel.tambah("Narasumber dan Pendamping.xlsx")
    nib = "99019000000{:02d}"
    tulis_tenaga(buku.tambah("Narasumber"), ["DATA NARASUMBER DAN INSTRUKTUR", "DAK NONFISIK SENTRA IKM 2023"], [
        Kelompok("A1 Pelatihan Manajemen Usaha dan Kewirausahaan"),
        Tenaga("Dr. Hadi Ibaratno, M.M.", "Narasumber", "Politeknik Contoh Nusantara", "Manajemen keuangan usaha", "S2", 12,
               "Sertifikat pelatih BNSP No. 001/C/2019", "Pembukuan dan pengelolaan keuangan", 30),
        Tenaga("Darto Permisalan", "Narasumber", "UD Contoh Makmur", "Kewirausahaan", "SMA", "15 tahun",
               "Surat keterangan Asosiasi IKM Contoh", "Pemasaran dan kewirausahaan", 20, "Ya", nib.format(1)),
        Kelompok("A2 Pelatihan Teknis Produksi Batik Tulis"),
        Tenaga("Suryo Ibaratno, S.Sn.", "Instruktur", "Balai Kerajinan dan Batik Contoh", "Teknik batik tulis", "S1", 15,
               "Sertifikat kompetensi batik No. 17/2020", "Pewarnaan dan proses produksi", 24),
        Tenaga("Murni Permisalan", "Asisten instruktur", "Batik Contoh Asri", "Batik tulis", "SMK", "10 Th",
               "Sertifikat kompetensi batik No. 88/2021", "Praktik mencanting", 16, "Ya", nib.format(2)),
        Kelompok("B1 Pelatihan Pengelolaan Sentra IKM"),
        Tenaga("Endang Ibaratsih, S.T., M.T.", "Narasumber", "Universitas Contoh Nusantara", "Pengelolaan kawasan industri", "S-2", 9,
               "Surat keterangan Pusat Kajian Contoh", "Manajemen mutu dan kelembagaan sentra", 27),
        Tenaga("Bagus Ibaratno, A.Md.", "Narasumber", "Lingkungan Industri Kecil Contoh", "Pengelolaan LIK", "D.III", 6,
               "Surat referensi UPT LIK Contoh", "Legalitas usaha dan simulasi pengelolaan", 18),
    ])  # fmt: skip
    tulis_tenaga(buku.tambah("Pendamping"), ["DATA TENAGA PENDAMPING", "A3 Pendampingan Diversifikasi Produk Batik"], [
        Tenaga(PENDAMPING[0], "Pendamping", "Balai Kerajinan dan Batik Contoh", "Desain dan produksi batik", "D III", 5,
               "Sertifikat kompetensi pendamping No. 12/2021", pengalaman_pendamping=3, rangkap="Tidak", dampingan=5),
        Tenaga(PENDAMPING[1], "Pendamping", "Batik Contoh Lestari", "Produksi dan pewarnaan batik", "SMA", 9,
               "Surat referensi Asosiasi Batik Contoh", pelaku="Ya", nib=nib.format(3), pengalaman_pendamping=2,
               rangkap="Tidak", dampingan=5),
    ], pendamping=True)  # fmt: skip


def buku_jadwal(sampel: Sampel) -> None:
    """A1 with a column for the method, A2 and B1 with the lessons split by method."""
    buku = sampel.tambah("Jadwal Pelatihan.xlsx", huruf="Arial", ukuran=10)
    satu = {a.rincian: a for a in acara()}
    materi = ["Konsep kewirausahaan", "Pembukuan sederhana", "Analisis biaya dan harga jual", "Rencana keuangan usaha",
              "Pemasaran dan kemasan", "Pemasaran digital", "Rencana tindak lanjut usaha"]  # fmt: skip
    info: list[tuple[str, Isi]] = [
        ("Kegiatan", f"A1 {satu['A1'].nama}"),
        ("Tempat", satu["A1"].rencana.tempat),
        ("Jumlah JPL", "50 JPL"),
    ]
    rencana = sesi(A1_HARI, 10, "TTTPD", materi, ["Dr. Hadi Ibaratno, M.M.", "Darto Permisalan"])
    tulis_bersambung(buku.tambah("A1"), ["JADWAL PELATIHAN"], info, rencana, TTD)
    materi = [
        "Bahan dan alat batik",
        "Desain motif",
        "Mencanting",
        "Pewarnaan",
        "Pelorodan dan penyelesaian akhir",
    ]
    rencana = sesi(A2_HARI, 10, "TPTPP", materi, ["Suryo Ibaratno, S.Sn.", "Murni Permisalan"])
    teks = [("Kegiatan", f"A2 {satu['A2'].nama}"), ("Tempat", str(satu["A2"].rencana.tempat)), ("JPL", "40")]
    tulis_per_metode(buku.tambah("A2"), ["JADWAL KEGIATAN"], teks, rencana)
    materi = [
        "Kebijakan Sentra IKM",
        "Kelembagaan sentra",
        "Manajemen mutu",
        "Legalitas usaha",
        "Simulasi pengelolaan",
    ]
    rencana = sesi(B1_HARI, 9, "TTDPP", materi, ["Endang Ibaratsih, S.T., M.T.", "Bagus Ibaratno, A.Md."])
    teks = [("Kegiatan", f"B1 {satu['B1'].nama}"), ("Waktu", str(satu["B1"].rencana.waktu)), ("JPL", "45")]
    tulis_per_metode(buku.tambah("B1"), ["JADWAL KEGIATAN"], teks, rencana)


def buku_logbook(sampel: Sampel, a3: list[Anggota]) -> None:
    """Each IKM on its weekday for 14 weeks; a visit that falls on a public holiday is a day later."""
    libur = {date(2023, 8, 17), date(2023, 9, 28)}
    uraian = ["Diagnosis usaha", "Rencana pendampingan", "Pengembangan motif", "Uji coba pewarna alam",
              "Produk turunan: tas dan syal", "Pengendalian mutu", "Kemasan dan label", "Evaluasi hasil"]  # fmt: skip
    kunjungan = []
    for pekan in range(14):
        for ke, satu in enumerate(a3):
            hari = A3_MULAI + timedelta(days=7 * pekan + ke % 5)
            hari += timedelta(days=hari in libur)
            pukul, lama = (("08.00 - 12.00", 4), ("08.30 - 13.00", 4.5), ("09.00 - 14.00", 5))[
                (pekan + ke) % 3
            ]
            tema = uraian[pekan * len(uraian) // 14]
            hasil = "Selesai sesuai rencana" if (pekan + ke) % 4 else "Dilanjutkan pekan depan"
            kunjungan.append(Kunjungan(hari, satu.usaha, satu.pendamping, f"Rumah produksi {satu.usaha}", pukul, lama,
                                       f"{tema} pada {satu.usaha}", hasil))  # fmt: skip
    kunjungan.sort(key=lambda k: k.hari)
    buku = sampel.tambah("Logbook Pendampingan A3.xlsx")
    info = [
        "Kegiatan : A3 Pendampingan Diversifikasi Produk Batik",
        f"Waktu : {date_range(A3_MULAI, A3_SELESAI)}",
    ]
    tulis_kunjungan(
        buku.tambah("Logbook"), ["LOGBOOK KUNJUNGAN PENDAMPINGAN"], info, kunjungan, tanggal_teks=False
    )
