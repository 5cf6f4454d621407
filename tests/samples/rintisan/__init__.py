"""Kabupaten Rintisan: the middle of the year. One training is done and paid, two activities are still to
come; there is no list of narasumber, no schedule, no narasi yet."""
# ruff: noqa: E501 (rows of data, one to a line)

from __future__ import annotations

from datetime import date
from itertools import islice

from dak_excel.indonesian import date_range
from tests.samples.anggaran import Anggaran, belanja
from tests.samples.bentuk.identitas import tulis_identitas
from tests.samples.bentuk.jadwal import hari_kerja
from tests.samples.bentuk.kegiatan import Acara, Tahap, kolom_tahap, tulis_kegiatan
from tests.samples.bentuk.peserta import Anggota, Ruas, tulis_daftar
from tests.samples.bentuk.rab_ringkas import tulis_satu_sel, tulis_volume_terbagi
from tests.samples.bentuk.realisasi import Bayar, tulis_pembayaran
from tests.samples.bentuk.sentra import SentraIkm, tulis_sentra
from tests.samples.foto import foto
from tests.samples.orang import penduduk
from tests.samples.sampel import Sampel

SENTRA = "Sentra Tenun Ibarat"
A1_HARI = hari_kerja(date(2023, 5, 8), 5)
A1, A2, C2 = (
    "Pelatihan Kewirausahaan IKM Tenun",
    "Pelatihan Teknis Produksi Tenun",
    "Penyusunan Profil dan Informasi Pasar Sentra",
)
PENDOPO = "Pendopo Desa Ibarat, Kab. Rintisan"

RUAS = (
    Ruas("nama", "Nama Peserta", 28), Ruas("nik", "Nomor KTP/NIK", 20), Ruas("kelamin", "Lk/Pr", 7),
    Ruas("tempat", "Tempat", 14, "Lahir"), Ruas("lahir", "Tanggal", 18, "Lahir"), Ruas("pendidikan", "Pendidikan", 11),
    Ruas("usaha", "Nama Usaha", 22), Ruas("sentra", "Sentra", 20), Ruas("komoditi", "Komoditi", 11), Ruas("status", "Status Peserta", 16),
    Ruas("nib", "NIB", 16), Ruas("sedia", "Bersedia Membuat NIB", 12), Ruas("alamat", "Alamat", 28),
    Ruas("kabkota", "Kab/Kota", 14), Ruas("telepon", "No HP", 15), Ruas("hadir", "Hadir", 8),
)  # fmt: skip


def rintisan() -> Sampel:
    """All files of the daerah."""
    sampel = Sampel("Kabupaten Rintisan", lain_boleh=("data", "info"))
    semua = [_a1(), _a2(), _c2()]
    _umum(sampel, sum(a.total for a in semua))
    buku = sampel.tambah("RAB 2023.xlsx")
    atas = ["RENCANA ANGGARAN BIAYA", "DAK NONFISIK KABUPATEN RINTISAN TAHUN 2023"]
    tulis_volume_terbagi(buku.tambah("A1"), 1, atas, semua[0], ("Vol 1", "Vol 2"))
    tulis_volume_terbagi(buku.tambah("A2"), 1, atas, semua[1], ("Vol 1", "Vol 2"))
    tulis_satu_sel(buku.tambah("C2"), 1, atas, semua[2])
    _peserta(sampel)
    _realisasi(sampel)
    sampel.lain = {
        "foto/A1 pelatihan kewirausahaan tenun.jpg": foto(A1, 31),
        "foto/A1 penutupan.jpg": foto(A1, 32),
    }
    sampel.harap(
        "WAKTU-SEMESTER",
        "data",
        "batas laporan semester II, 14 Januari 2024, lewat dan tanggal suratnya belum dicatat",
    )
    sampel.harap(
        "WAKTU-AKHIR",
        "data",
        "batas laporan akhir, 31 Januari 2024, lewat dan tanggal suratnya belum dicatat",
    )
    return sampel


def _umum(sampel: Sampel, total: int) -> None:
    buku = sampel.tambah("data umum.xlsx", huruf="Verdana", ukuran=9)
    tulis_identitas(buku.tambah("Data Umum"), ["DATA UMUM", "DAK NONFISIK SENTRA IKM TA 2023"], [
        ("Kabupaten", "Kabupaten Rintisan"), ("Provinsi", "Nusa Contoh"), ("Dinas", "Dinas Perdagangan dan Perindustrian"),
        ("Nama Kepala Dinas", "Laras Contohnegara, S.Sos."), ("NIP", "99720130 199603 2 002"), ("Pangkat/Gol", "Pembina Tk. I / IV b"),
        ("Alamat", "Jl. Misal No. 7, Ibarat"), ("Tempat Surat", "Ibarat"), ("Pagu DAK Nonfisik", -(-total // 1_000_000) * 1_000_000),
        ("Surat Rencana", "500/041/Dagperin/2023 tanggal 30 Maret 2023"), ("Perubahan Rencana", "Tidak ada"),
        ("Hasil Reviu APIP", "700/022/ITDA/2023 tanggal 21 Maret 2023"),
        ("Laporan Semester I", "500/118/Dagperin/2023 tanggal 13 Juli 2023"),
        ("Memiliki Dinas Perindustrian", "Ya"), ("Lokasi Prioritas Pariwisata", "Ya"), ("Menerima DAK Fisik Bidang IKM", "Ya"),
    ])  # fmt: skip
    tulis_sentra(buku.tambah("Sentra"), ["DAFTAR SENTRA IKM"], [
        SentraIkm(SENTRA, "Ibarat", "Ibarat", "Tenun", 34, 52, "Lastri Contohketua", "SK Bupati 530/12/2020"),
        SentraIkm("Sentra Gerabah Misal", "Misal", "Misal", "Gerabah", 9, 15, "Wahyu Contohketua", "SK Bupati 530/13/2020"),
    ])  # fmt: skip
    w1 = date_range(A1_HARI[0], A1_HARI[-1])
    a1 = Tahap(w1, PENDOPO, 45, "Pelaku IKM dan calon wirausaha", 24, 24, 2)
    rencana = [
        Acara("A1", A1, SENTRA, "Tenun", "Orang", a1, a1),
        Acara(
            "A2",
            A2,
            SENTRA,
            "Tenun",
            "Orang",
            Tahap("11 s.d. 14 September 2023", PENDOPO, 40, "Pengusaha IKM", 20, 20, 2),
        ),
        Acara(
            "C2",
            C2,
            "Semua sentra",
            "-",
            "Sentra",
            Tahap("Oktober 2023", "Sentra IKM di Kab. Rintisan", None, "Pelaku IKM di sentra", None, 2),
        ),
    ]
    buku = sampel.tambah("kegiatan.xlsx", huruf="Verdana", ukuran=9)
    tulis_kegiatan(
        buku.tambah("rencana"), ["RENCANA KEGIATAN DAK NONFISIK 2023"], rencana, kolom_tahap("rencana")
    )
    nyata = kolom_tahap("realisasi", keluaran="Capaian")
    tulis_kegiatan(
        buku.tambah("realisasi sd juni"), ["REALISASI KEGIATAN S.D. JUNI 2023"], rencana[:1], nyata
    )


def _peserta(sampel: Sampel) -> None:
    """24 peserta of A1, as LibreOffice saves them."""
    orang = islice(penduduk(3, 5), 24)
    daftar = [
        Anggota(o, f"Tenun Rekaan {n}", SENTRA, "Tenun", "Ds. Ibarat", "Ibarat", "Kab. Rintisan", hadir="v")
        for n, o in enumerate(orang, 1)
    ]
    for satu in daftar[20:]:
        satu.orang, satu.status, satu.usaha = satu.orang.tanpa_nib(), "Calon wirausaha", "-"
    lembar = sampel.tambah("peserta A1.ods", huruf="Liberation Sans", ukuran=10).tambah("Peserta")
    info = [
        ("Kegiatan", f"A1 {A1}"),
        ("Waktu", date_range(A1_HARI[0], A1_HARI[-1])),
        ("Tempat", PENDOPO),
        ("Jumlah JPL", 45),
    ]
    ttd = (["Ibarat, 15 Mei 2023", "Ketua Panitia,"], "Hesti Ibaratsih, S.E.", "99810404 200804 2 001")
    tulis_daftar(lembar, ["DAFTAR PESERTA"], info, RUAS, daftar, ttd=ttd, kosong_sampai=1000)  # type: ignore[arg-type]


def _realisasi(sampel: Sampel) -> None:
    lembar = sampel.tambah("pembayaran sd juni 2023.xlsx").tambah("SP2D")
    bayar = [
        Bayar(date(2023, 5, 15), "0131/LS/2023", "Seminar kit dan modul pelatihan", 3_120_000, "A1"),
        Bayar(date(2023, 5, 17), "0135/LS/2023", "Makan siang dan kudapan peserta", 7_800_000, "A1"),
        Bayar(date(2023, 5, 24), "0142/LS/2023", "Honorarium narasumber", 18_000_000, "A1"),
        Bayar(date(2023, 6, 5), "0160/LS/2023", "Uang transpor peserta", 9_000_000, "A1"),
    ]
    tulis_pembayaran(
        lembar, ["REKAP REALISASI PEMBAYARAN (SP2D)", "KEADAAN S.D. 30 JUNI 2023"], bayar, rincian=True
    )


def _a1() -> Anggaran:
    org, hari = (24, "org"), (5, "kali")
    return Anggaran("A1", A1, [
        belanja("5.1.02.01.01.0024", "Seminar kit peserta", "", (org,), "Paket", 85000, 5),
        belanja("5.1.02.01.01.0026", "Cetak modul pelatihan", "", ((24, "eks"),), "Eksemplar", 45000, 5),
        belanja("5.1.02.01.01.0052", "Makan siang peserta", "", (org, hari), "Orang/Hari", 35000, 5),
        belanja("5.1.02.01.01.0052", "Kudapan peserta", "", (org, hari), "Orang/Hari", 30000, 5),
        belanja("5.1.02.02.01.0003", "Honorarium narasumber dari luar dinas", "", ((45, "JPL"),), "Orang/Jam", 400000, 5),
        belanja("5.1.02.04.01.0003", "Uang transpor peserta pelatihan", "", (org, hari), "Orang/Hari", 75000, 6),
    ])  # fmt: skip


def _a2() -> Anggaran:
    org, hari = (20, "org"), (4, "kali")
    return Anggaran("A2", A2, [
        belanja("5.1.02.01.01.0012", "Benang dan pewarna untuk praktik", "", (org,), "Paket", 275000, 0),
        belanja("5.1.02.01.01.0052", "Makan siang peserta", "", (org, hari), "Orang/Hari", 35000, 0),
        belanja("5.1.02.02.01.0003", "Honorarium instruktur tenun", "", ((40, "JPL"),), "Orang/Jam", 300000, 0),
        belanja("5.1.02.02.04.0117", "Sewa alat tenun bukan mesin untuk praktik", "", ((10, "unit"), hari), "Unit/Hari", 100000, 0),
        belanja("5.1.02.04.01.0003", "Uang transpor peserta pelatihan", "", (org, hari), "Orang/Hari", 75000, 0),
    ])  # fmt: skip


def _c2() -> Anggaran:
    return Anggaran("C2", C2, [
        belanja("5.1.02.02.01.0039", "Jasa fotografer produk IKM", "", ((1, "paket"),), "Paket", 7500000, 0),
        belanja("5.1.02.01.01.0026", "Cetak katalog produk sentra", "", ((200, "eks"),), "Eksemplar", 55000, 0),
        belanja("5.1.02.02.01.0039", "Honorarium petugas survei informasi pasar", "", ((2, "org"), (2, "bln")), "OB", 750000, 0),
    ])  # fmt: skip
