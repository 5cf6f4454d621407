"""What Kota Percontohan says of itself, its sentra and its activities, and the faults in it."""
# ruff: noqa: E501 (rows of data, one to a line)

from __future__ import annotations

from datetime import date

from dak_excel.indonesian import date_range
from tests.samples.bentuk.identitas import tulis_identitas, tulis_narasi
from tests.samples.bentuk.kegiatan import Acara, Tahap, kolom_tahap, tulis_kegiatan
from tests.samples.bentuk.sentra import SentraIkm, csv_sentra
from tests.samples.buku import tanam
from tests.samples.percontohan.anggaran import NAMA_A1
from tests.samples.percontohan.orang import (
    A2_HARI,
    A3_MULAI,
    A3_SELESAI,
    AKT1_HARI,
    AKT2_HARI,
    ANYAMAN,
    B4_HARI,
    B4_RENCANA,
    KUE,
    SEPATU,
)
from tests.samples.sampel import Sampel

DINAS = "Dinas Koperasi, UKM, dan Perindustrian"
KADIS, NIP = "Drs. Untung Contohnegara, M.Si.", "99671105 199203 1 003"
BALAI = "Balai Pertemuan Kelurahan Rekaan, Kota Percontohan"
LUAR = "Hotel Seberang Indah, Kota Seberang"

BAB = (
    (
        "LATAR BELAKANG",
        "Kota Percontohan memiliki tiga sentra IKM: anyaman bambu, kue basah, dan sepatu. Produk anyaman sudah dikenal wisatawan, tetapi ragam dan mutunya belum ajek.",
    ),
    ("TUJUAN", "Meningkatkan kemampuan manajemen, teknis produksi, dan pelayanan wisata di sentra IKM."),
    (
        "PERMASALAHAN",
        "1. Jadwal pelatihan komunikasi publik mundur sepekan karena balai dipakai kegiatan lain.\n2. Laporan semester I terlambat karena data peserta belum lengkap.",
    ),
)


def buku_umum(sampel: Sampel, pagu: int) -> None:
    """Identitas, a narasi of which chapters are missing, an empty sheet, and a list that is nothing of ours."""
    buku = sampel.tambah("IDENTITAS & LAPORAN.xlsx", huruf="Arial Narrow", ukuran=11)
    tulis_identitas(buku.tambah("profil"), ["PROFIL DINAS", "PENERIMA DAK NON FISIK TA. 2023"], [
        ("Kab/Kota", "Kota Percontohan"), ("Provinsi", "Nusa Contoh"), ("Nama OPD", DINAS),
        ("Nama Kepala Dinas", KADIS), ("NIP", NIP), ("Pangkat/Golongan", "Pembina Utama Muda (IV/c)"),
        ("Alamat Kantor", "Jl. Umpama No. 12, Kota Percontohan"), ("Telp/Fax", "0800-000-0002"),
        ("Pagu Alokasi DAK Nonfisik", pagu),
        ("Nomor Surat Rencana", "500.9/077/Diskopukm/2023"),
        ("Tanggal Surat Rencana", tanam(date(2023, 4, 5), "WAKTU-RENCANA", "pelanggaran", "sesudah 31 Maret 2023")),
        ("Ada Perubahan Rencana", "Ya"),
        ("No/Tgl Surat Perubahan", "500.9/190/Diskopukm/2023 tgl 27 Juni 2023"),
        ("No/Tgl Reviu APIP", tanam("-", "RAB-APIP", "data", "nomor dan tanggal reviu APIP belum diisi")),
        ("Nomor Surat Laporan Semester I", "500.9/221/Diskopukm/2023"),
        ("Tanggal Surat Laporan Semester I", tanam("20 Juli 2023", "WAKTU-SEMESTER", "pelanggaran", "sesudah 14 Juli 2023")),
        ("No/Tgl Laporan Semester II", "500.9/008/Diskopukm/2024 tgl 12 Januari 2024"),
        ("No/Tgl Laporan Akhir", tanam(None, "WAKTU-AKHIR", "data", "batas 31 Januari 2024 lewat, tanggal surat belum dicatat")),
        ("Memiliki Dinas yang Menangani Perindustrian", "Ya"),
        ("Termasuk Lokasi Prioritas Pariwisata", "Ya"),
        ("Penerima DAK Fisik Bidang IKM", tanam("Tidak", "DAERAH-KRITERIA", "telaah", "kriteria Pasal 3 huruf c tidak terpenuhi")),
    ])  # fmt: skip
    tulis_narasi(buku.tambah("narasi"), "URAIAN LAPORAN", BAB)
    buku.tambah("Sheet3")
    barang = buku.tambah("inventaris")
    barang.gabung(1, 1, 1, 5, "DAFTAR INVENTARIS RUANG BIDANG PERINDUSTRIAN", "judul2")
    barang.deret(3, 1, ["No", "Nama Barang", "Merk", "Jumlah", "Kondisi"], "kepala")
    for ke, isi in enumerate(
        (
            ("Meja kerja", "Rekaan", 6, "Baik"),
            ("Printer", "Umpama", 2, "Rusak ringan"),
            ("Lemari arsip", "Misal", 3, "Baik"),
        ),
        1,
    ):
        barang.deret(3 + ke, 1, [ke, *isi], "k_teks")
    barang.lebar.update({1: 5, 2: 26, 3: 16, 4: 9, 5: 16})


def sentra() -> list[SentraIkm]:
    """Three sentra, one of them too small."""
    empat = tanam(4, "SENTRA-UNIT", "pelanggaran", "kurang dari 5 unit usaha")
    return [
        SentraIkm(
            ANYAMAN,
            "Rekaan",
            "Umpama",
            "Anyaman bambu",
            48,
            120,
            "Asih Contohketua",
            "SK Wali Kota 500/31/2021",
        ),
        SentraIkm(
            KUE, "Misal", "Umpama", "Kue basah", 31, 64, "Rudi Contohketua", "SK Wali Kota 500/32/2021"
        ),
        SentraIkm(
            SEPATU, "Andaikan", "Ibarat", "Sepatu", empat, 22, "Tono Contohketua", "SK Wali Kota 500/33/2021"
        ),
    ]


def berkas_sentra(sampel: Sampel) -> None:
    """The sentra as a CSV file."""
    isi, harapan = csv_sentra("DATA SENTRA IKM KOTA PERCONTOHAN", sentra(), "sentra.csv")
    sampel.lain["sentra.csv"] = isi
    sampel.harapan += harapan


def acara() -> list[Acara]:
    """Five activities."""
    pelaku, warga = (
        "Pelaku IKM dan calon wirausaha",
        "Pengelola sentra, pengusaha IKM, dan masyarakat setempat",
    )
    w1, w2, w3 = (date_range(h[0], h[-1]) for h in (AKT1_HARI, AKT2_HARI, A2_HARI))
    w4, w5, w5b = (
        date_range(A3_MULAI, A3_SELESAI),
        date_range(B4_RENCANA[0], B4_RENCANA[-1]),
        date_range(B4_HARI[0], B4_HARI[-1]),
    )
    ikm = "Tempat produksi IKM di Sentra Anyaman Bambu Rekaan"
    jpl90 = tanam(90, "A1-JPL", "persetujuan", "90 JPL, di luar 45–85")
    jpl50 = tanam(50, "A2-JPL", "persetujuan", "50 JPL, di luar 30–45")
    empat = tanam(
        4, "A1-PANITIA", "pelanggaran", "4 panitia untuk 25 peserta di luar daerah, paling banyak 10 %"
    )
    luar = tanam(LUAR, "A1-TEMPAT", "telaah", "di luar daerah tanpa kaitan dengan substansi yang disebut")
    b4_waktu = tanam(w5b, "MONEV-WAKTU", "telaah", "rencananya 4–8 September 2023")
    b4_tempat = tanam(
        "Pendopo Kecamatan Umpama, Kota Percontohan",
        "MONEV-LOKASI",
        "telaah",
        "rencananya di Balai Kelurahan Misal",
    )
    capaian = tanam(22, "REALISASI-CAPAIAN", "data", "22 dilaporkan, 21 orang mengikuti hingga selesai")
    panitia = tanam("secukupnya", "DATA-ANGKA", "data", "bukan angka")
    return [
        Acara("A1", NAMA_A1, f"{ANYAMAN}, {KUE}", "Anyaman bambu, kue basah", "Orang", Tahap(w1, BALAI, 50, pelaku, 32, 32, 2),
              Tahap(w1, BALAI, 50, pelaku, 32, 32, 2), "I"),
        Acara("A1", NAMA_A1, f"{KUE}, {SEPATU}", "Kue basah, sepatu", "Orang", Tahap(w2, LUAR, 90, pelaku, 25, 25, 4),
              Tahap(w2, luar, jpl90, pelaku, 25, 25, empat), "II", luar_daerah="Ya"),
        Acara("A2", "Pelatihan Teknis Produksi Anyaman Bambu", ANYAMAN, "Anyaman bambu", "Orang", Tahap(w3, BALAI, 50, "Pengusaha IKM", 22, 22, 2),
              Tahap(w3, BALAI, jpl50, "Pengusaha IKM", 22, capaian, 2)),
        Acara("A3", "Pendampingan Diversifikasi Produk Anyaman", ANYAMAN, "Anyaman bambu", "IKM", Tahap(w4, ikm, None, "Pengusaha IKM", 10, 10),
              Tahap(w4, ikm, None, "Pengusaha IKM", 10, 10), koordinator="Titik Ibaratsih, S.E.", logbook="Ada"),
        Acara("B4", "Pelatihan Komunikasi Publik Wisata Industri", ANYAMAN, "Anyaman bambu", "Orang",
              Tahap(w5, "Balai Kelurahan Misal, Kota Percontohan", 45, warga, 20, 20, 2), Tahap(b4_waktu, b4_tempat, 45, warga, 17, 17, panitia)),
    ]  # fmt: skip


def buku_kegiatan(sampel: Sampel) -> None:
    """Plan and realisation as two header groups on one sheet."""
    lembar = sampel.tambah("rencana realisasi keg 2023.xlsx", huruf="Arial Narrow").tambah("Sheet1")
    tahap = kolom_tahap("rencana", "RENCANA") + kolom_tahap("realisasi", "REALISASI", keluaran="Capaian")
    tulis_kegiatan(
        lembar,
        ["RENCANA DAN REALISASI KEGIATAN DAK NONFISIK", "KOTA PERCONTOHAN TA 2023"],
        acara(),
        tahap,
        luar_daerah=True,
    )
