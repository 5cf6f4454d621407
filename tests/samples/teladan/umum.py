"""What Kabupaten Teladan says of itself, its sentra and its activities."""
# ruff: noqa: E501 (rows of data, one to a line)

from __future__ import annotations

from datetime import date

from dak_excel.indonesian import date_range
from tests.samples.anggaran import Anggaran
from tests.samples.bentuk.identitas import tulis_identitas, tulis_narasi
from tests.samples.bentuk.kegiatan import Acara, Tahap, kolom_tahap, tulis_kegiatan
from tests.samples.bentuk.sentra import SentraIkm, tulis_sentra
from tests.samples.sampel import Sampel
from tests.samples.teladan.orang import (
    A1_HARI,
    A2_HARI,
    A3_MULAI,
    A3_SELESAI,
    B1_HARI,
    MISALAN,
    UMPAMA,
    WETAN,
)
from tests.samples.teladan.teks import BAB, BAB_SEMESTER_1, CATATAN

DINAS = "Dinas Perindustrian dan Perdagangan"
KADIS, NIP = "Wulan Contohnegara, S.E., M.M.", "99680817 199303 2 001"
AULA = "Aula Dinas Perindustrian dan Perdagangan Kab. Teladan, Kota Contoh"


def buku_umum(sampel: Sampel, anggaran: list[Anggaran]) -> None:
    """Identitas, sentra, narasi and a sheet of notes; the pagu is a little more than the budget."""
    buku = sampel.tambah("Data Umum DAK Nonfisik 2023.xlsx", huruf="Arial", ukuran=10)
    pagu = -(-sum(a.total for a in anggaran) // 5_000_000) * 5_000_000
    judul = ["DATA UMUM DAERAH PENERIMA DAK NONFISIK", "TAHUN ANGGARAN 2023"]
    tulis_identitas(buku.tambah("Identitas"), judul, [
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
        sentra(),
        "Dokumen Informasi Pasar",
    )
    tulis_narasi(buku.tambah("Narasi"), "BAHAN LAPORAN DAK NONFISIK 2023", BAB)
    tulis_narasi(buku.tambah("Narasi Semester I"), "BAHAN LAPORAN SEMESTER I 2023", BAB_SEMESTER_1)
    catatan = buku.tambah("Catatan")
    for ke, teks in enumerate(CATATAN, 2):
        catatan.tulis(ke, 2, teks)


def sentra() -> list[SentraIkm]:
    """Three sentra, each with its document of C2."""
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


def acara() -> list[Acara]:
    """Five activities, done as planned; in A1 one of 25 did not stay to the end."""
    balai = "Balai Desa Contoh Wetan, Kec. Contoh, Kab. Teladan"
    ikm = "Tempat produksi IKM di Sentra Batik Contoh Wetan, Desa Contoh Wetan"
    w1, w2, w4 = (date_range(hari[0], hari[-1]) for hari in (A1_HARI, A2_HARI, B1_HARI))
    w3, w5 = date_range(A3_MULAI, A3_SELESAI), "2 Oktober s.d. 30 November 2023"
    pelaku, pengusaha, pengurus = (
        "Pelaku IKM dan calon wirausaha",
        "Pengusaha IKM batik",
        "Pengurus Sentra IKM",
    )
    c2 = Tahap(w5, "Sentra IKM di Kab. Teladan", None, "Pelaku IKM di sentra", None, 3)
    return [
        Acara("A1", "Pelatihan Manajemen Usaha dan Kewirausahaan", f"{WETAN} dan {UMPAMA}", "Batik, makanan olahan", "Orang",
              Tahap(w1, AULA, 50, pelaku, 25, 25, 2), Tahap(w1, AULA, 50, pelaku, 25, 24, 2)),
        Acara("A2", "Pelatihan Teknis Produksi Batik Tulis", f"{WETAN} dan {MISALAN}", "Batik", "Orang",
              Tahap(w2, balai, 40, pengusaha, 20, 20, 2), Tahap(w2, balai, 40, pengusaha, 20, 20, 2)),
        Acara("A3", "Pendampingan Diversifikasi Produk Batik", WETAN, "Batik", "IKM",
              Tahap(w3, ikm, None, pengusaha, 10, 10), Tahap(w3, ikm, None, pengusaha, 10, 10),
              koordinator="Kartika Ibaratsih, S.T.", logbook="Ada"),
        Acara("B1", "Pelatihan Pengelolaan Sentra IKM", "Semua sentra", "-", "Orang",
              Tahap(w4, AULA, 45, pengurus, 15, 15, 2), Tahap(w4, AULA, 45, pengurus, 15, 15, 2)),
        Acara("C2", "Penyusunan Katalog dan Informasi Pasar Sentra", "Semua sentra", "-", "Sentra", c2, c2),
    ]  # fmt: skip


def buku_kegiatan(sampel: Sampel) -> None:
    """Plan and realisation on two sheets."""
    buku = sampel.tambah("Kegiatan 2023.xlsx")
    atas = ["DAK NONFISIK PENGUATAN KAPASITAS KELEMBAGAAN SENTRA IKM", "KABUPATEN TELADAN TAHUN 2023"]
    tulis_kegiatan(buku.tambah("Rencana"), ["RENCANA KEGIATAN", *atas], acara(), kolom_tahap("rencana"))
    nyata = kolom_tahap("realisasi", keluaran="Capaian")
    tulis_kegiatan(
        buku.tambah("Realisasi"), ["REALISASI KEGIATAN", *atas], acara(), nyata, kepala="kepala_hijau"
    )
