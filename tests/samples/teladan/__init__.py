"""Kabupaten Teladan: everything as it should be, on time and complete."""

from __future__ import annotations

from tests.samples.anggaran import Anggaran
from tests.samples.bentuk.plgk import tulis_plgk
from tests.samples.bentuk.rab_dpa import Kepala, tulis_dpa
from tests.samples.bentuk.rab_ringkas import tulis_satu_sel, tulis_volume_terbagi
from tests.samples.foto import foto, foto_produk, lambang
from tests.samples.sampel import Sampel
from tests.samples.teladan import anggaran as dana
from tests.samples.teladan.orang import peserta
from tests.samples.teladan.pelaksanaan import buku_jadwal, buku_logbook, buku_peserta, buku_tenaga
from tests.samples.teladan.umum import DINAS, KADIS, NIP, buku_kegiatan, buku_umum

KELUARAN = {
    "A1": ("Jumlah peserta yang mengikuti pelatihan hingga selesai", "25 Orang"),
    "A2": ("Jumlah peserta yang mengikuti pelatihan hingga selesai", "20 Orang"),
    "B1": ("Jumlah pengelola sentra yang mengikuti pelatihan hingga selesai", "15 Orang"),
}


def teladan() -> Sampel:
    """All files of the daerah."""
    sampel = Sampel("Kabupaten Teladan")
    semua = [dana.a1(), dana.a2(), dana.a3(), dana.b1(), dana.c2()]
    logo = lambang((30, 110, 70), 1)
    buku_umum(sampel, semua)
    buku_kegiatan(sampel)
    _rab(sampel, {a.rincian: a for a in semua}, logo)
    orang = peserta()
    buku_peserta(sampel, orang)
    buku_tenaga(sampel)
    buku_jadwal(sampel)
    plgk = sampel.tambah("PLGK DAK NF 2023.xlsx", huruf="Arial", ukuran=9)
    for satu in semua:
        tulis_plgk(plgk.tambah(f"PLGK {satu.rincian}"), satu)
    buku_logbook(sampel, orang.a3)
    sampel.lain = {"logo.png": logo} | _foto()
    return sampel


def _rab(sampel: Sampel, semua: dict[str, Anggaran], logo: bytes) -> None:
    """A file in the form of the DPA for each training; A3 and C2 retyped by an export library."""
    for rincian, keluaran in KELUARAN.items():
        satu = semua[rincian]
        buku = sampel.tambah(f"RKA {rincian} {satu.nama.split(' dan')[0]}.xlsx")
        tulis_dpa(buku.tambah("DPA"), _kepala(satu, keluaran, logo), [satu])
    buku = sampel.tambah(
        "RAB A3 dan C2 ketik ulang.xlsx", penulis="pustaka", huruf="Liberation Sans", ukuran=10
    )
    atas = ["RENCANA ANGGARAN BIAYA (RAB)", "DAK NONFISIK SENTRA IKM TAHUN 2023"]
    tulis_satu_sel(buku.tambah("RAB A3"), 1, atas, semua["A3"])
    tulis_volume_terbagi(buku.tambah("RAB C2"), 1, atas, semua["C2"], ("Banyak", "Frek"))


def _kepala(anggaran: Anggaran, keluaran: tuple[str, str], logo: bytes) -> Kepala:
    dana_perlu = f"Rp{anggaran.total:,}".replace(",", ".") + ",00"
    return Kepala(
        pemda="Kabupaten Teladan",
        tahun=2023,
        baris=(
            ("URUSAN PEMERINTAH", "3.31 - URUSAN PEMERINTAHAN BIDANG PERINDUSTRIAN"),
            ("ORGANISASI", f"3.31.0.00.0.00.01.0000 - {DINAS}"),
            ("Program", "3.31.02 - PROGRAM PERENCANAAN DAN PEMBANGUNAN INDUSTRI"),
            ("Rincian Kegiatan", f"{anggaran.rincian} - {anggaran.nama}"),
            ("Lokasi Kegiatan", "Kabupaten Teladan"),
            ("Sumber Dana", "DAK Nonfisik"),
        ),
        indikator=(
            ("Capaian Program", "Persentase IKM sentra yang meningkat usahanya", "40 %"),
            ("Masukan", "Dana Yang Dibutuhkan", dana_perlu),
            ("Keluaran", *keluaran),
            ("Hasil", "Sentra IKM yang berdaya saing", "3 Sentra"),
        ),
        tempat="Kota Contoh",
        kepala_dinas=KADIS,
        nip=NIP,
        dinas=DINAS,
        triwulan=anggaran.triwulan,
        logo=logo,
    )


def _foto() -> dict[str, bytes]:
    batik = ((92, 48, 28), (200, 160, 90), (40, 60, 96), (150, 40, 40))
    usaha = "Pelatihan Manajemen Usaha dan Kewirausahaan"
    return {
        "foto/A1 pembukaan pelatihan manajemen usaha.jpg": foto(usaha, 11),
        "foto/A1 diskusi kelompok pembukuan.jpg": foto(usaha, 12),
        "foto/A2 praktik membatik.jpg": foto("Pelatihan Teknis Produksi Batik Tulis", 13),
        "foto/A2 hasil praktik peserta.jpg": foto_produk(batik, 14),
        "foto/A3 kunjungan pendamping ke Batik Melati.jpg": foto(
            "Pendampingan IKM Batik", 15, luar=True, barisan=1
        ),
        "foto/B1 pelatihan pengurus sentra.jpg": foto("Pelatihan Pengelolaan Sentra IKM", 16),
        "foto/C2 pemotretan produk untuk katalog.jpg": foto_produk(batik[::-1], 17),
    }
