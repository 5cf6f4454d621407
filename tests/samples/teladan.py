"""Kabupaten Teladan: everything as it should be, on time and complete."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

from tests.samples import teladan_anggaran as dana
from tests.samples.foto import foto, foto_produk, lambang
from tests.samples.jadwal import hari_kerja, sesi, tulis_bersambung, tulis_per_metode
from tests.samples.lembar_lain import (
    Acara,
    Kunjungan,
    SentraIkm,
    Tahap,
    Tenaga,
    kolom_tahap,
    rentang,
    tanggal,
    tulis_identitas,
    tulis_kegiatan,
    tulis_kunjungan,
    tulis_narasi,
    tulis_sentra,
    tulis_tenaga,
)
from tests.samples.orang import Orang, penduduk
from tests.samples.peserta import Anggota, Ruas, tulis_daftar
from tests.samples.plgk import tulis_plgk
from tests.samples.rab_dpa import Kepala, tulis_dpa
from tests.samples.rab_ringkas import tulis_satu_sel, tulis_volume_terbagi
from tests.samples.sampel import Sampel
from tests.samples.tabel import Kelompok
from tests.samples.teladan_teks import BAB, CATATAN

KAB = "Kab. Teladan"
DINAS = "Dinas Perindustrian dan Perdagangan"
KADIS, NIP = "Wulan Contohnegara, S.E., M.M.", "99680817 199303 2 001"
TTD = (
    ["Kota Contoh, 12 Juli 2023", "Kepala Bidang Perindustrian,"],
    "Teguh Ibaratno, S.T.",
    "99750310 200003 1 002",
)

WETAN, MISALAN, UMPAMA = "Sentra Batik Contoh Wetan", "Sentra Batik Misalan", "Sentra Makanan Olahan Umpama"
DESA = {
    WETAN: ("Desa Contoh Wetan", "Contoh"),
    MISALAN: ("Desa Misalan", "Misalan"),
    UMPAMA: ("Desa Umpama", "Umpama"),
}
KOMODITI = {WETAN: "Batik", MISALAN: "Batik", UMPAMA: "Makanan olahan"}

A1_HARI = hari_kerja(date(2023, 6, 12), 5)
A2_HARI = hari_kerja(date(2023, 7, 24), 4)
B1_HARI = hari_kerja(date(2023, 9, 18), 5)
A3_MULAI, A3_SELESAI = date(2023, 8, 7), date(2023, 11, 10)
PENDAMPING = ("Galih Permisalan, A.Md.", "Umi Permisalan")

_USAHA = ("Batik Melati", "Batik Kenanga", "Batik Anggrek", "Batik Cempaka", "Batik Dahlia", "Batik Flamboyan",
          "Batik Gading", "Batik Kamboja", "Batik Lavender", "Batik Mawar", "Batik Nusa Indah", "Batik Pacar Air",
          "Batik Rosela", "Batik Sedap Malam", "Batik Teratai", "Batik Wijayakusuma", "Batik Alamanda",
          "Batik Bugenvil", "Batik Seruni", "Batik Tulip", "Batik Asoka", "Batik Soka", "Batik Kantil")  # fmt: skip
_OLAHAN = ("Keripik Contoh", "Rengginang Umpama", "Abon Teladan", "Sale Pisang Rekaan", "Kerupuk Misal",
           "Emping Andaikan", "Dodol Ibarat", "Stik Bawang Contoh", "Sambal Rekaan", "Kue Kering Umpama")  # fmt: skip


def teladan() -> Sampel:
    """All files of the daerah."""
    sampel = Sampel("Kabupaten Teladan")
    logo = lambang((30, 110, 70), 1)
    a1, a2, a3, b1 = _peserta()
    _umum(sampel)
    _kegiatan(sampel)
    _rab(sampel, logo)
    _daftar(sampel, a1, a2, a3, b1)
    _tenaga(sampel)
    _jadwal(sampel)
    plgk = sampel.tambah("PLGK DAK NF 2023.xlsx", huruf="Arial", ukuran=9)
    for satu in (dana.a1(), dana.a2(), dana.a3(), dana.b1(), dana.c2()):
        tulis_plgk(plgk.tambah(f"PLGK {satu.rincian}"), satu)
    _logbook(sampel, a3)
    sampel.lain = {"logo.png": logo} | _foto()
    return sampel


def _anggota(orang: Orang, sentra: str, usaha: str, **lain: object) -> Anggota:
    desa, kecamatan = DESA[sentra]
    return Anggota(orang, usaha, sentra, KOMODITI[sentra], desa, kecamatan, KAB, **lain)  # type: ignore[arg-type]


def _peserta() -> tuple[list[Anggota], list[Anggota], list[Anggota], list[Anggota]]:
    """A1: 15 of Wetan and 10 of Umpama; A2: 10 of the same and 10 more; A3: ten who took either; B1: pengurus.

    The edges of the age limits are in A1: one turns 51 the day after the first day, one turns 17 on it.
    """
    orang = penduduk(1, 2023)
    wetan = [_anggota(o, WETAN, u) for o, u in zip(islice(orang, 15), _USAHA, strict=False)]
    umpama = [_anggota(o, UMPAMA, u) for o, u in zip(islice(orang, 10), _OLAHAN, strict=True)]
    wetan[3].orang = wetan[3].orang.lahir_pada(date(1972, 6, 13))
    calon = (wetan[13], wetan[14], umpama[8])
    calon[0].orang = calon[0].orang.lahir_pada(date(2006, 6, 12))
    for satu in calon:
        satu.orang = _tanpa_nib(satu.orang)
        satu.status = "Calon wirausaha"
        satu.usaha = "-"
    umpama[5].hadir = "Mengundurkan diri"
    a1 = wetan + umpama
    lanjut = [_lagi(a) for a in (*wetan[:3], *wetan[4:11])]
    baru = [_anggota(o, MISALAN, u) for o, u in zip(islice(orang, 8), _USAHA[15:], strict=True)]
    baru = [
        _anggota(o, WETAN, u)
        for o, u in zip(islice(orang, 2), ("Batik Soka Ungu", "Batik Kantil"), strict=True)
    ] + baru
    a2 = lanjut + baru
    for satu in a2:
        satu.hadir, satu.status = 4, "Pengusaha IKM"
        satu.usia = _usia(satu.orang.lahir, A2_HARI[0])
    a3 = [_lagi(a) for a in (*lanjut[:8], *baru[:2])]
    for ke, satu in enumerate(a3):
        satu.status, satu.pendamping = "Pengusaha IKM", PENDAMPING[ke // 5]
        satu.pelatihan = "A1 dan A2" if ke < 8 else "A2"
    b1 = []
    for nomor, sentra in enumerate((WETAN, MISALAN, UMPAMA), 1):
        for o, jabatan in zip(
            islice(orang, 5), ("Ketua", "Wakil Ketua", "Sekretaris", "Bendahara", "Humas"), strict=True
        ):
            sk = f"188.45/{nomor}1/2022 tgl 14 Maret 2022"
            b1.append(_anggota(o, sentra, "-", status=f"{jabatan} Pengurus Sentra", hadir="Lulus", sk=sk))
    return a1, a2, a3, b1


def _tanpa_nib(orang: Orang) -> Orang:
    from dataclasses import replace

    return replace(orang, nib="")


def _lagi(satu: Anggota) -> Anggota:
    """The same person in another list."""
    return _anggota(satu.orang, satu.sentra, satu.usaha)


def _usia(lahir: date, pada: date) -> int:
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def _sentra() -> list[SentraIkm]:
    dokumen = "Informasi Pasar dan Potensi Kemitraan, 2023"
    return [
        SentraIkm(
            WETAN,
            "Contoh Wetan",
            "Contoh",
            "Batik",
            24,
            71,
            "Ning Ibaratsih",
            "SK Bupati 188.45/11/2022",
            dokumen,
        ),
        SentraIkm(
            MISALAN,
            "Misalan",
            "Misalan",
            "Batik",
            12,
            30,
            "Heru Ibaratno",
            "SK Bupati 188.45/21/2022",
            dokumen,
        ),
        SentraIkm(
            UMPAMA,
            "Umpama",
            "Umpama",
            "Makanan olahan",
            11,
            35,
            "Asih Ibaratsih",
            "SK Bupati 188.45/31/2022",
            dokumen,
        ),
    ]


def _umum(sampel: Sampel) -> None:
    buku = sampel.tambah("Data Umum DAK Nonfisik 2023.xlsx", huruf="Arial", ukuran=10)
    semua = (dana.a1(), dana.a2(), dana.a3(), dana.b1(), dana.c2())
    pagu = -(-sum(a.total for a in semua) // 5_000_000) * 5_000_000
    tulis_identitas(buku.tambah("Identitas"), ["DATA UMUM DAERAH PENERIMA DAK NONFISIK", "TAHUN ANGGARAN 2023"], [
        ("Kabupaten/Kota", "Kabupaten Teladan"), ("Provinsi", "Nusa Contoh"), ("Nama Dinas", DINAS),
        ("Kepala Dinas", KADIS), ("NIP", NIP), ("Pangkat/Gol", "Pembina Utama Muda / IV c"),
        ("Alamat", "Jl. Contoh Raya No. 1, Kota Contoh"), ("Telepon", "0800-000-0001"), ("Ibu Kota", "Kota Contoh"),
        ("Pagu DAK Nonfisik", pagu), ("Logo", "logo.png"),
        "Surat dan Laporan",
        ("No/Tgl Surat Rencana", "500.9/112/Disperindag/2023 tanggal 24 Maret 2023"),
        ("Ada Perubahan Rencana", "Tidak"),
        ("No/Tgl Reviu APIP", "700/045/Inspektorat/2023, 15 Maret 2023"),
        ("Nomor Surat Laporan Semester I", "500.9/287/Disperindag/2023"),
        ("Tanggal Surat Laporan Semester I", date(2023, 7, 12)),
        ("Nomor Surat Laporan Semester II", "500.9/019/Disperindag/2024"),
        ("Tanggal Surat Laporan Semester II", date(2024, 1, 11)),
        ("Nomor Surat Laporan Akhir", "500.9/064/Disperindag/2024"),
        ("Tanggal Surat Laporan Akhir", date(2024, 1, 29)),
        "Kriteria Daerah Penerima (Pasal 3)",
        ("Memiliki Dinas yang Menangani Perindustrian", "Ya"), ("Lokasi Prioritas Pariwisata", "Ya"),
        ("Menerima DAK Fisik 2023 Bidang IKM", "Ya"),
    ])  # fmt: skip
    tulis_sentra(
        buku.tambah("Sentra IKM"),
        ["DATA SENTRA IKM", "KABUPATEN TELADAN"],
        _sentra(),
        "Dokumen Informasi Pasar",
    )
    tulis_narasi(buku.tambah("Narasi"), "BAHAN LAPORAN DAK NONFISIK 2023", BAB)
    catatan = buku.tambah("Catatan")
    for ke, teks in enumerate(CATATAN, 2):
        catatan.tulis(ke, 2, teks)


def _acara() -> list[Acara]:
    aula = "Aula Dinas Perindustrian dan Perdagangan Kab. Teladan, Kota Contoh"
    balai = "Balai Desa Contoh Wetan, Kec. Contoh, Kab. Teladan"
    ikm = "Tempat produksi IKM di Sentra Batik Contoh Wetan, Desa Contoh Wetan"
    w1, w2 = rentang(A1_HARI[0], A1_HARI[-1]), rentang(A2_HARI[0], A2_HARI[-1])
    w3, w4 = rentang(A3_MULAI, A3_SELESAI), rentang(B1_HARI[0], B1_HARI[-1])
    w5 = "2 Oktober s.d. 30 November 2023"
    pelaku, pengusaha = "Pelaku IKM dan calon wirausaha", "Pengusaha IKM batik"
    return [
        Acara("A1", "Pelatihan Manajemen Usaha dan Kewirausahaan", f"{WETAN} dan {UMPAMA}", "Batik, makanan olahan", "Orang",
              Tahap(w1, aula, 50, pelaku, 25, 25, 2), Tahap(w1, aula, 50, pelaku, 25, 24, 2)),
        Acara("A2", "Pelatihan Teknis Produksi Batik Tulis", f"{WETAN} dan {MISALAN}", "Batik", "Orang",
              Tahap(w2, balai, 40, pengusaha, 20, 20, 2), Tahap(w2, balai, 40, pengusaha, 20, 20, 2)),
        Acara("A3", "Pendampingan Diversifikasi Produk Batik", WETAN, "Batik", "IKM",
              Tahap(w3, ikm, None, pengusaha, 10, 10), Tahap(w3, ikm, None, pengusaha, 10, 10),
              koordinator="Kartika Ibaratsih, S.T.", logbook="Ada"),
        Acara("B1", "Pelatihan Pengelolaan Sentra IKM", "Semua sentra", "-", "Orang",
              Tahap(w4, aula, 45, "Pengurus Sentra IKM", 15, 15, 2), Tahap(w4, aula, 45, "Pengurus Sentra IKM", 15, 15, 2)),
        Acara("C2", "Penyusunan Katalog dan Informasi Pasar Sentra", "Semua sentra", "-", "Sentra",
              Tahap(w5, "Sentra IKM di Kab. Teladan", None, "Pelaku IKM di sentra", None, 3),
              Tahap(w5, "Sentra IKM di Kab. Teladan", None, "Pelaku IKM di sentra", None, 3)),
    ]  # fmt: skip


def _kegiatan(sampel: Sampel) -> None:
    buku = sampel.tambah("Kegiatan 2023.xlsx")
    atas = ["DAK NONFISIK PENGUATAN KAPASITAS KELEMBAGAAN SENTRA IKM", "KABUPATEN TELADAN TAHUN 2023"]
    tulis_kegiatan(buku.tambah("Rencana"), ["RENCANA KEGIATAN", *atas], _acara(), kolom_tahap("rencana"))
    tulis_kegiatan(
        buku.tambah("Realisasi"), ["REALISASI KEGIATAN", *atas], _acara(), kolom_tahap("realisasi", keluaran="Capaian"),
        kepala="kepala_hijau",
    )  # fmt: skip


def _rab(sampel: Sampel, logo: bytes) -> None:
    for satu, ukuran, target in ((dana.a1(), "Jumlah peserta yang mengikuti pelatihan hingga selesai", "25 Orang"),
                                 (dana.a2(), "Jumlah peserta yang mengikuti pelatihan hingga selesai", "20 Orang"),
                                 (dana.b1(), "Jumlah pengelola sentra yang mengikuti pelatihan hingga selesai", "15 Orang")):  # fmt: skip
        triwulan = tuple(
            sum((b.rencana or b.bulan).get(m, 0) * b.harga for b in satu.belanja for m in range(q, q + 3))
            for q in (1, 4, 7, 10)
        )
        kepala = Kepala(
            "Kabupaten Teladan", 2023,
            (("URUSAN PEMERINTAH", "3.31 - URUSAN PEMERINTAHAN BIDANG PERINDUSTRIAN"),
             ("ORGANISASI", f"3.31.0.00.0.00.01.0000 - {DINAS}"),
             ("Program", "3.31.02 - PROGRAM PERENCANAAN DAN PEMBANGUNAN INDUSTRI"),
             ("Rincian Kegiatan", f"{satu.rincian} - {satu.nama}"),
             ("Lokasi Kegiatan", "Kabupaten Teladan"), ("Sumber Dana", "DAK Nonfisik")),
            (("Capaian Program", "Persentase IKM sentra yang meningkat usahanya", "40 %"),
             ("Masukan", "Dana Yang Dibutuhkan", f"Rp{satu.total:,}".replace(",", ".") + ",00"),
             ("Keluaran", ukuran, target), ("Hasil", "Sentra IKM yang berdaya saing", "3 Sentra")),
            "Kota Contoh", KADIS, NIP, DINAS, triwulan, logo,
        )  # fmt: skip
        buku = sampel.tambah(f"RKA {satu.rincian} {satu.nama.split(' dan')[0]}.xlsx")
        tulis_dpa(buku.tambah("DPA"), kepala, [satu])
    buku = sampel.tambah(
        "RAB A3 dan C2 ketik ulang.xlsx", penulis="pustaka", huruf="Liberation Sans", ukuran=10
    )
    atas = ["RENCANA ANGGARAN BIAYA (RAB)", "DAK NONFISIK SENTRA IKM TAHUN 2023"]
    tulis_satu_sel(buku.tambah("RAB A3"), 1, atas, dana.a3())
    tulis_volume_terbagi(buku.tambah("RAB C2"), 1, atas, dana.c2())


A1_RUAS = (
    Ruas("nama", "Nama Peserta", 26), Ruas("nik", "NIK", 20), Ruas("kelamin", "L/P", 6),
    Ruas("ttl", "Tempat/Tgl Lahir", 26), Ruas("pendidikan", "Pendidikan Terakhir", 11),
    Ruas("usaha", "Nama Usaha", 20), Ruas("komoditi", "Jenis Produk", 15), Ruas("status", "Status", 15),
    Ruas("nib", "NIB", 16, "Legalitas"), Ruas("sedia", "Bersedia Membuat NIB", 12, "Legalitas"),
    Ruas("desa", "Desa/Kel", 18, "Alamat"), Ruas("kecamatan", "Kecamatan", 12, "Alamat"),
    Ruas("kabkota", "Kab/Kota", 13, "Alamat"), Ruas("telepon", "No. HP/WA", 15), Ruas("hadir", "Kehadiran", 12),
)  # fmt: skip
A2_RUAS = (
    Ruas("nama", "Nama Lengkap", 26), Ruas("l", "L", 4, "Jenis Kelamin"), Ruas("p", "P", 4, "Jenis Kelamin"),
    Ruas("nik", "No. KTP/NIK", 20), Ruas("tempat", "Tempat Lahir", 14), Ruas("lahir", "Tgl. Lahir", 16),
    Ruas("usia", "Usia (Th)", 7), Ruas("pendidikan", "Pend. Terakhir", 10), Ruas("usaha", "Nama IKM", 20),
    Ruas("sentra", "Asal Sentra", 26), Ruas("komoditi", "Komoditas", 10), Ruas("status", "Kategori", 14),
    Ruas("nib", "Nomor Induk Berusaha", 17), Ruas("alamat", "Alamat Rumah", 30), Ruas("kabkota", "Kab/Kota", 13),
    Ruas("telepon", "No. HP", 15), Ruas("hadir", "Jml Hari Hadir", 8),
)  # fmt: skip
A3_RUAS = (
    Ruas("ikm_pemilik", "Nama IKM / Pemilik", 38), Ruas("nik", "NIK", 20), Ruas("nib", "NIB", 16),
    Ruas("sentra", "Sentra", 26), Ruas("komoditi", "Produk", 10), Ruas("status", "Status", 14),
    Ruas("pelatihan", "Pelatihan yang Pernah Diikuti", 16), Ruas("alamat", "Alamat Usaha", 30),
    Ruas("telepon", "HP/WA", 15), Ruas("pendamping", "Nama Pendamping", 24),
)  # fmt: skip
B1_RUAS = (
    Ruas("nama", "Nama", 26), Ruas("nik", "Nomor Induk Kependudukan", 20), Ruas("kelamin", "JK", 6),
    Ruas("ttl", "TTL", 26), Ruas("pendidikan", "Ijazah", 10), Ruas("sentra", "Sentra IKM", 28),
    Ruas("status", "Jabatan di Sentra", 24), Ruas("sk", "SK Bupati (Nomor dan Tanggal)", 32),
    Ruas("kabkota", "Kabupaten/Kota", 14), Ruas("telepon", "No. Telp", 15), Ruas("hadir", "Ket. Kehadiran", 11),
)  # fmt: skip


def _daftar(
    sampel: Sampel, a1: list[Anggota], a2: list[Anggota], a3: list[Anggota], b1: list[Anggota]
) -> None:
    buku = sampel.tambah("Daftar Peserta DAK NF 2023.xlsx", huruf="Tahoma", ukuran=9)
    acara = {a.rincian: a for a in _acara()}

    def info(rincian: str) -> list[tuple[str, object]]:
        satu = acara[rincian]
        baris = [
            ("Kegiatan", f"{rincian} {satu.nama}"),
            ("Waktu", satu.rencana.waktu),
            ("Tempat", satu.rencana.tempat),
        ]
        return [*baris, *([("Jumlah JPL", satu.rencana.jpl)] if satu.rencana.jpl else [])]

    tulis_daftar(buku.tambah("A1 Manajemen Usaha"), ["DAFTAR PESERTA PELATIHAN", "DAK NONFISIK SENTRA IKM TAHUN 2023"],
                 info("A1"), A1_RUAS, a1, kelompok=lambda a: a.sentra, ttd=TTD, kosong_sampai=1000)  # fmt: skip
    tulis_daftar(buku.tambah("A2 Batik Tulis"), ["DAFTAR HADIR DAN BIODATA PESERTA", "PELATIHAN TEKNIS PRODUKSI"],
                 info("A2"), A2_RUAS, a2, ttd=TTD, mulai=2, nomor_kolom=False, kepala="kepala_hijau")  # fmt: skip
    letak = tulis_daftar(buku.tambah("A3 IKM Dampingan"), ["DAFTAR IKM DAMPINGAN", "KABUPATEN TELADAN"],
                         info("A3"), A3_RUAS, a3, ttd=TTD)  # fmt: skip
    lembar = buku.lembar[-1]
    for ke in (0, 5):
        lembar.gabung(letak.awal + ke, 11, letak.awal + ke + 4, 11, PENDAMPING[ke // 5], "k_tengah")
    tulis_daftar(buku.tambah("B1 Pengurus Sentra"), ["DAFTAR PESERTA PELATIHAN PENGELOLAAN SENTRA IKM"],
                 info("B1"), B1_RUAS, b1, ttd=TTD, kosong_sampai=60)  # fmt: skip


def _tenaga(sampel: Sampel) -> None:
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
    ], pendamping=False)  # fmt: skip
    tulis_tenaga(buku.tambah("Pendamping"), ["DATA TENAGA PENDAMPING", "A3 Pendampingan Diversifikasi Produk Batik"], [
        Tenaga(PENDAMPING[0], "Pendamping", "Balai Kerajinan dan Batik Contoh", "Desain dan produksi batik", "D III", 5,
               "Sertifikat kompetensi pendamping No. 12/2021", pengalaman_pendamping=3, rangkap="Tidak", dampingan=5),
        Tenaga(PENDAMPING[1], "Pendamping", "Batik Contoh Lestari", "Produksi dan pewarnaan batik", "SMA", 9,
               "Surat referensi Asosiasi Batik Contoh", pelaku="Ya", nib=nib.format(3), pengalaman_pendamping=2,
               rangkap="Tidak", dampingan=5),
    ], pendamping=True)  # fmt: skip


def _jadwal(sampel: Sampel) -> None:
    buku = sampel.tambah("Jadwal Pelatihan.xlsx", huruf="Arial", ukuran=10)
    acara = {a.rincian: a for a in _acara()}
    materi = ["Konsep kewirausahaan", "Pembukuan sederhana", "Analisis biaya dan harga jual", "Rencana keuangan usaha",
              "Pemasaran dan kemasan", "Pemasaran digital", "Rencana tindak lanjut usaha"]  # fmt: skip
    pertama = [
        ("Kegiatan", f"A1 {acara['A1'].nama}"),
        ("Tempat", acara["A1"].rencana.tempat),
        ("Jumlah JPL", "50 JPL"),
    ]
    tulis_bersambung(buku.tambah("A1"), ["JADWAL PELATIHAN"], pertama,  # type: ignore[arg-type]
                     sesi(A1_HARI, 10, "TTTPD", materi, ["Dr. Hadi Ibaratno, M.M.", "Darto Permisalan"]), TTD)  # fmt: skip
    materi = [
        "Bahan dan alat batik",
        "Desain motif",
        "Mencanting",
        "Pewarnaan",
        "Pelorodan dan penyelesaian akhir",
    ]
    kedua = [
        ("Kegiatan", f"A2 {acara['A2'].nama}"),
        ("Tempat", str(acara["A2"].rencana.tempat)),
        ("JPL", "40"),
    ]
    tulis_per_metode(buku.tambah("A2"), ["JADWAL KEGIATAN"], kedua,
                     sesi(A2_HARI, 10, "TPTPP", materi, ["Suryo Ibaratno, S.Sn.", "Murni Permisalan"]))  # fmt: skip
    materi = [
        "Kebijakan Sentra IKM",
        "Kelembagaan sentra",
        "Manajemen mutu",
        "Legalitas usaha",
        "Simulasi pengelolaan",
    ]
    ketiga = [
        ("Kegiatan", f"B1 {acara['B1'].nama}"),
        ("Waktu", str(acara["B1"].rencana.waktu)),
        ("JPL", "45"),
    ]
    tulis_per_metode(buku.tambah("B1"), ["JADWAL KEGIATAN"], ketiga,
                     sesi(B1_HARI, 9, "TTDPP", materi, ["Endang Ibaratsih, S.T., M.T.", "Bagus Ibaratno, A.Md."]))  # fmt: skip


def _logbook(sampel: Sampel, a3: list[Anggota]) -> None:
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
            kunjungan.append(Kunjungan(hari, satu.usaha, satu.pendamping, f"Rumah produksi {satu.usaha}", pukul, lama,
                                       f"{tema} pada {satu.usaha}", "Selesai sesuai rencana" if (pekan + ke) % 4 else "Dilanjutkan pekan depan"))  # fmt: skip
    kunjungan.sort(key=lambda k: k.hari)
    buku = sampel.tambah("Logbook Pendampingan A3.xlsx")
    info = [
        "Kegiatan : A3 Pendampingan Diversifikasi Produk Batik",
        f"Waktu : {tanggal(A3_MULAI)} s.d. {tanggal(A3_SELESAI)}",
    ]
    tulis_kunjungan(
        buku.tambah("Logbook"), ["LOGBOOK KUNJUNGAN PENDAMPINGAN"], info, kunjungan, tanggal_teks=False
    )


def _foto() -> dict[str, bytes]:
    batik = ((92, 48, 28), (200, 160, 90), (40, 60, 96), (150, 40, 40))
    return {
        "foto/A1 pembukaan pelatihan manajemen usaha.jpg": foto(
            "Pelatihan Manajemen Usaha dan Kewirausahaan", 11
        ),
        "foto/A1 diskusi kelompok pembukuan.jpg": foto("Pelatihan Manajemen Usaha dan Kewirausahaan", 12),
        "foto/A2 praktik membatik.jpg": foto("Pelatihan Teknis Produksi Batik Tulis", 13),
        "foto/A2 hasil praktik peserta.jpg": foto_produk(batik, 14),
        "foto/A3 kunjungan pendamping ke Batik Melati.jpg": foto("Pendampingan IKM Batik", 15, luar=True),
        "foto/B1 pelatihan pengurus sentra.jpg": foto("Pelatihan Pengelolaan Sentra IKM", 16),
        "foto/C2 pemotretan produk untuk katalog.jpg": foto_produk(batik[::-1], 17),
    }
