"""The lists, schedules and logbook of Kota Percontohan, and the faults in them."""
# ruff: noqa: E501 (rows of data, one to a line)

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dak_excel.indonesian import date_range
from tests.samples.bentuk.jadwal import Sesi, sesi, tulis_bersambung, tulis_per_metode
from tests.samples.bentuk.kunjungan import Kunjungan, tulis_kunjungan
from tests.samples.bentuk.peserta import Anggota, Ruas, tulis_daftar
from tests.samples.bentuk.tabel import Kelompok
from tests.samples.bentuk.tenaga import Tenaga, tulis_tenaga
from tests.samples.buku import Buku, Isi, polos, tanam
from tests.samples.percontohan.orang import (
    A2_HARI,
    A3_MULAI,
    AKT1_HARI,
    AKT2_HARI,
    B4_HARI,
    PENDAMPING,
    Peserta,
)
from tests.samples.percontohan.umum import acara
from tests.samples.sampel import Sampel

TTD = (
    ["Kota Percontohan, 3 Agustus 2023", "Ketua Pelaksana,"],
    "Puji Ibaratsih, S.E.",
    "99790822 200501 2 004",
)

AKT1_RUAS = (
    Ruas("nama", "NAMA PESERTA", 28), Ruas("kelamin", "L/P", 5), Ruas("nik", "NIK", 20),
    Ruas("ttl", "TEMPAT, TGL LAHIR", 28), Ruas("pendidikan", "PENDIDIKAN", 11), Ruas("usaha", "NAMA USAHA", 22),
    Ruas("komoditi", "PRODUK", 15), Ruas("status", "STATUS", 20), Ruas("nib", "NIB", 16),
    Ruas("sedia", "SURAT KESEDIAAN NIB", 14), Ruas("alamat", "ALAMAT", 26), Ruas("kabkota", "KAB/KOTA", 17),
    Ruas("telepon", "NO. HP", 15), Ruas("hadir", "HADIR", 8),
)  # fmt: skip
AKT2_RUAS = (
    Ruas("nama", "Nama", 26), Ruas("nik", "NIK", 20, "Identitas"), Ruas("tempat", "Tempat Lahir", 14, "Identitas"),
    Ruas("lahir", "Tanggal Lahir", 18, "Identitas"), Ruas("usia", "Umur", 8, "Identitas"),
    Ruas("kelamin", "Jenis Kelamin", 9, "Identitas"), Ruas("usaha", "Nama Usaha", 22, "Usaha"),
    Ruas("sentra", "Sentra", 26, "Usaha"), Ruas("komoditi", "Produk", 14, "Usaha"), Ruas("nib", "NIB", 16, "Usaha"),
    Ruas("status", "Status", 14), Ruas("alamat", "Alamat", 26), Ruas("kabkota", "Kota", 17), Ruas("hadir", "Lulus", 8),
)  # fmt: skip
A2_RUAS = (
    Ruas("nama", "Nama Peserta", 28), Ruas("l", "L", 5, "Jenis Kelamin"), Ruas("p", "P", 5, "Jenis Kelamin"),
    Ruas("nik", "No. NIK", 20), Ruas("lahir", "Tgl Lahir", 18), Ruas("usaha", "Nama IKM", 22),
    Ruas("sentra", "Sentra IKM", 28), Ruas("komoditi", "Jenis Produk", 15), Ruas("status", "Status Usaha", 16),
    Ruas("nib", "No. NIB", 16), Ruas("kabkota", "Kab/Kota", 17), Ruas("telepon", "Telp", 15), Ruas("hadir", "Jml Hadir (hari)", 9),
)  # fmt: skip
A3_RUAS = (
    Ruas("ikm_pemilik", "Nama IKM/Pemilik", 42), Ruas("nik", "NIK", 20), Ruas("nib", "NIB", 16), Ruas("sentra", "Sentra", 28),
    Ruas("komoditi", "Komoditi", 15), Ruas("status", "Status", 16), Ruas("pendamping", "Pendamping", 26), Ruas("alamat", "Alamat", 26),
)  # fmt: skip
B4_RUAS = (
    Ruas("nama", "Nama", 28), Ruas("kelamin", "JK", 5), Ruas("nik", "NIK", 20), Ruas("status", "Unsur", 20),
    Ruas("alamat", "Alamat", 28), Ruas("telepon", "HP/WA", 15), Ruas("hadir", "Mengikuti s.d. Selesai", 12),
)  # fmt: skip


def _info(ke: int, *, angkatan: bool = False) -> list[tuple[str, Isi]]:
    """Title lines of an activity, as done."""
    satu = acara()[ke]
    nyata = satu.realisasi or satu.rencana
    baris: list[tuple[str, Isi]] = [
        ("Kegiatan", f"{satu.rincian} {satu.nama}"),
        ("Waktu", polos(nyata.waktu)),
        ("Tempat", polos(nyata.tempat)),
    ]
    if angkatan:
        baris.insert(1, ("Angkatan", satu.angkatan))
    return [*baris, ("Jumlah JPL", polos(nyata.jpl))] if nyata.jpl else baris


def buku_peserta(sampel: Sampel, peserta: Peserta) -> None:
    """Two files: both angkatan of A1, and the rest."""
    buku = sampel.tambah("Peserta A1 akt 1 dan 2.xlsx", huruf="Calibri", ukuran=10)
    judul = ["DAFTAR PESERTA", "PELATIHAN MANAJEMEN WIRAUSAHA IKM KOTA PERCONTOHAN"]
    tulis_daftar(
        buku.tambah("akt I"),
        judul,
        _info(0, angkatan=True),
        AKT1_RUAS,
        peserta.akt1,
        kelompok=lambda a: a.sentra,
        ttd=TTD,
        kosong_sampai=200,
    )
    tulis_daftar(
        buku.tambah("akt II"), judul, _info(1, angkatan=True), AKT2_RUAS, peserta.akt2, ttd=TTD, mulai=2
    )
    buku = sampel.tambah("peserta_A2_A3_B4.xlsx", huruf="Times New Roman", ukuran=11)
    lembar = buku.tambah("A2")
    tulis_daftar(
        lembar,
        ["DAFTAR HADIR PESERTA PELATIHAN TEKNIS"],
        _info(2),
        A2_RUAS,
        peserta.a2,
        ttd=TTD,
        kepala="kepala_hijau",
    )
    lembar.tersembunyi_kolom.append(13)
    tulis_daftar(
        buku.tambah("A3"), ["DAFTAR IKM YANG DIDAMPINGI"], _info(3), A3_RUAS, peserta.a3, nomor_kolom=False
    )
    tulis_daftar(buku.tambah("B4"), ["DAFTAR PESERTA PELATIHAN"], _info(4), B4_RUAS, peserta.b4, ttd=TTD)


def buku_tenaga(sampel: Sampel) -> None:
    """One sheet, and the same workbook once more under another name."""
    for nama in ("Data Tenaga.xlsx", "Salinan Data Tenaga.xlsx"):
        buku = sampel.tambah(nama, huruf="Times New Roman")
        _tenaga(buku, salinan=nama.startswith("Salinan"))


def _tenaga(buku: Buku, *, salinan: bool) -> None:
    langgar = "pelanggaran"
    nib = "99029000000{:02d}"
    narasumber: list[Tenaga | Kelompok] = [
        Kelompok("A1 Pelatihan Manajemen Wirausaha IKM"),
        Tenaga("Slamet Ibaratno", "Narasumber", "Toko Rekaan", "Pemasaran",
               tanam("SMA", "A1-PENDIDIKAN", langgar, "di bawah D III dan bukan pelaku usaha ber-NIB"), 6, "Surat keterangan Asosiasi Contoh", "Pemasaran", 70),
        Tenaga("Dr. Ratna Ibaratsih, M.M.", "Narasumber", "Universitas Contoh Nusantara", "Kewirausahaan", "S3", 14, "Sertifikat pelatih No. 5/2018",
               "Kewirausahaan", 70, sehat=tanam("Belum", "A1-SEHAT", "data", "surat sehat belum ada")),
        Kelompok("A2 Pelatihan Teknis Produksi Anyaman Bambu"),
        Tenaga("Galih Ibaratno, S.Sn.", "Instruktur", "Balai Kerajinan Contoh", "Desain anyaman", "S1",
               tanam("2 tahun", "A2-PENGALAMAN", langgar, "kurang dari 3 tahun"), "Sertifikat kompetensi No. 71/2022", "Desain dan proses", 25),
        Tenaga("Mbok Sri Permisalan", "Instruktur", "Anyam Sepuh", "Anyaman halus", "SD", "30 tahun", "Surat keterangan Dinas Contoh", "Praktik anyam", 25,
               "Ya", nib.format(1)),
        Kelompok("B4 Pelatihan Komunikasi Publik Wisata Industri"),
        Tenaga("Dimas Ibaratno, S.Par.", "Pengajar", "Himpunan Pemandu Wisata Contoh", "Pemanduan wisata", "S1", 7,
               tanam(None, "B4-BUKTI", langgar, "sertifikat atau surat keterangan tidak ada"), "Pemanduan wisata", 45),
    ]  # fmt: skip
    pendamping = [
        Tenaga(PENDAMPING[0], "Pendamping", "Sanggar Desain Contoh", "Desain produk anyaman", "S1", 6, "Sertifikat kompetensi No. 9/2021",
               pengalaman_pendamping=4, rangkap="Tidak", dampingan=6),
        Tenaga(PENDAMPING[1], "Pendamping", "Balai Kerajinan Contoh", "Produksi anyaman", "D3", 4, "Surat referensi Balai Contoh",
               pengalaman_pendamping=2, rangkap=tanam("Ya", "A3-RANGKAP", langgar, "juga pendamping lembaga lain yang dibiayai APBN/APBD"), dampingan=4),
    ]  # fmt: skip
    lembar = [buku.tambah("narasumber"), buku.tambah("pendamping")]
    tulis_tenaga(lembar[0], ["DAFTAR NARASUMBER DAN INSTRUKTUR", "KOTA PERCONTOHAN"], narasumber)
    tulis_tenaga(
        lembar[1],
        ["DAFTAR PENDAMPING", "A3 Pendampingan Diversifikasi Produk Anyaman"],
        pendamping,
        pendamping=True,
    )
    if salinan:
        for satu in lembar:
            satu.harapan.clear()
            satu.harap("", "LEMBAR-KEMBAR", "info", "isinya sama dengan lembar di Data Tenaga.xlsx")


def buku_jadwal(sampel: Sampel) -> None:
    """A1 Angkatan I misses its last session; a session of B4 ends before it starts."""
    buku = sampel.tambah("jadwal.xlsx")
    guru = ["Dr. Ratna Ibaratsih, M.M.", "Slamet Ibaratno"]
    materi = ["Kewirausahaan", "Pembukuan", "Harga jual", "Pemasaran", "Pemasaran digital", "Rencana usaha"]
    rencana = sesi(AKT1_HARI, 10, "TTTPD", materi, guru)[:-1]
    info: list[tuple[str, Isi]] = [
        ("Kegiatan", "A1 Pelatihan Manajemen Wirausaha IKM Angkatan I"),
        ("Jumlah JPL", "50"),
    ]
    tulis_bersambung(buku.tambah("A1 akt I"), ["JADWAL PELATIHAN"], info, rencana, TTD)
    sampel.harap(
        "JADWAL-JPL", "data", "sesinya berjumlah 48 JPL, sedangkan tertulis 50", "jadwal.xlsx", "A1 akt I"
    )
    rencana = sesi(AKT2_HARI, 9, "TTTPD", materi, guru)
    tulis_per_metode(
        buku.tambah("A1 akt II"),
        ["JADWAL PELATIHAN"],
        [("Kegiatan", "A1 Pelatihan Manajemen Wirausaha IKM Angkatan II")],
        rencana,
    )
    materi = ["Pengenalan bambu", "Belah dan irat", "Anyaman dasar", "Anyaman motif", "Penyelesaian"]
    rencana = sesi(A2_HARI, 10, "TPTPP", materi, ["Galih Ibaratno, S.Sn.", "Mbok Sri Permisalan"])
    tulis_per_metode(
        buku.tambah("A2"),
        ["JADWAL PELATIHAN"],
        [("Kegiatan", "A2 Pelatihan Teknis Produksi Anyaman Bambu")],
        rencana,
    )
    materi = ["Wisata industri", "Komunikasi publik", "Teknik memandu", "Simulasi layanan wisata"]
    rencana = _terbalik(sesi(B4_HARI, 9, "TTDPP", materi, ["Dimas Ibaratno, S.Par."]))
    tulis_bersambung(
        buku.tambah("B4"),
        ["JADWAL PELATIHAN"],
        [("Kegiatan", "B4 Pelatihan Komunikasi Publik Wisata Industri"), ("Jumlah JPL", "45")],
        rencana,
        TTD,
    )


def _terbalik(semua: list[Sesi]) -> list[Sesi]:
    ke = max(n for n, s in enumerate(semua) if s.pukul == "15.00 - 16.30")
    salah = tanam("15.00 - 13.30", "JADWAL-URUT", "data", "selesai sebelum mulai")
    return [*semua[:ke], replace(semua[ke], pukul=salah), *semua[ke + 1 :]]


def buku_logbook(sampel: Sampel, a3: list[Anggota]) -> None:
    """14 weeks; one visit is too short, and one IKM is not visited in a week."""
    libur = {date(2023, 8, 17), date(2023, 9, 28)}
    tema = [
        "Diagnosis usaha",
        "Rencana pendampingan",
        "Desain baru",
        "Uji coba produk",
        "Pewarnaan",
        "Penyelesaian akhir",
        "Kemasan",
        "Evaluasi",
    ]
    kunjungan = []
    for pekan in range(14):
        for ke, satu in enumerate(a3):
            if (pekan, ke) == (8, 7):
                continue
            hari = A3_MULAI + timedelta(days=7 * pekan + (ke if ke < 6 else ke - 6))
            hari += timedelta(days=hari in libur)
            lama: Isi = (4, 4.5, 5)[(pekan + ke) % 3]
            if (pekan, ke) == (5, 2):
                lama = tanam(2, "A3-KUNJUNGAN", "persetujuan", "2 jam, paling sedikit 4 jam kerja")
            kunjungan.append(Kunjungan(hari, satu.usaha, satu.pendamping, f"Rumah produksi {satu.usaha}", "mulai 08.30", lama,
                                       tema[pekan * len(tema) // 14], "Sesuai rencana"))  # fmt: skip
    kunjungan.sort(key=lambda k: k.hari)
    lembar = sampel.tambah("logbook A3.xlsx", huruf="Times New Roman").tambah("logbook")
    selesai = A3_MULAI + timedelta(days=95)
    info = [
        "Kegiatan : A3 Pendampingan Diversifikasi Produk Anyaman",
        f"Waktu : {date_range(A3_MULAI, selesai)}",
    ]
    tulis_kunjungan(lembar, ["BUKU KUNJUNGAN PENDAMPING"], info, kunjungan, tanggal_teks=True)
    sampel.harap(
        "A3-KUNJUNGAN",
        "persetujuan",
        f"{a3[7].usaha} tidak dikunjungi pada pekan ke-9",
        "logbook A3.xlsx",
        "logbook",
    )
