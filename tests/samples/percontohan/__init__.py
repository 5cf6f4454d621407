"""Kota Percontohan: faults of every level, each in its cell."""

from __future__ import annotations

from datetime import date

from tests.samples.anggaran import Anggaran
from tests.samples.bentuk.rab_dpa import Kepala, tulis_dpa
from tests.samples.bentuk.rab_ringkas import tulis_satu_sel
from tests.samples.bentuk.realisasi import Bayar, tulis_bulanan, tulis_pembayaran
from tests.samples.buku import tanam
from tests.samples.foto import foto, foto_produk
from tests.samples.percontohan import anggaran as dana
from tests.samples.percontohan.orang import peserta
from tests.samples.percontohan.pelaksanaan import buku_jadwal, buku_logbook, buku_peserta, buku_tenaga
from tests.samples.percontohan.umum import DINAS, KADIS, NIP, berkas_sentra, buku_kegiatan, buku_umum
from tests.samples.sampel import Sampel


def percontohan() -> Sampel:
    """All files of the daerah."""
    sampel = Sampel("Kota Percontohan")
    semua = [dana.akt1(), dana.akt2(), dana.a2(), dana.a3(), dana.b4()]
    pagu = -(-sum(a.total for a in semua) // 10_000_000) * 10_000_000
    buku_umum(sampel, pagu)
    berkas_sentra(sampel)
    buku_kegiatan(sampel)
    _rab(sampel, semua)
    orang = peserta()
    buku_peserta(sampel, orang)
    buku_tenaga(sampel)
    buku_jadwal(sampel)
    buku_logbook(sampel, orang.a3)
    _realisasi(sampel, semua)
    berkas = "Peserta A1 akt 1 dan 2.xlsx"
    sampel.harap("A1-JUMLAH", "persetujuan", "32 orang, di luar 20–30", berkas, "akt I")
    sampel.harap("B4-JUMLAH", "pernyataan", "17 orang, kurang dari 20", "peserta_A2_A3_B4.xlsx", "B4")
    sampel.harap("A3-RASIO", "persetujuan", "6 IKM untuk satu pendamping, di luar 3–5", "", "")
    sampel.lain |= _foto()
    return sampel


def _rab(sampel: Sampel, semua: list[Anggaran]) -> None:
    """Four budgets under one another in the form of the DPA; A3 retyped, with a stale total."""
    gabungan = [a for a in semua if a.rincian != "A3"]
    kepala = Kepala(
        pemda="Kota Percontohan",
        tahun=2023,
        baris=(
            ("URUSAN PEMERINTAH", "3.31 - URUSAN PEMERINTAHAN BIDANG PERINDUSTRIAN"),
            ("ORGANISASI", f"2.17.3.31.0.00.02.0000 - {DINAS}"),
            ("Program", "3.31.02 - PROGRAM PERENCANAAN DAN PEMBANGUNAN INDUSTRI"),
            ("Lokasi Kegiatan", "Kota Percontohan, Semua Kecamatan, Semua Kelurahan"),
            ("Sumber Dana", "DAK Nonfisik Penguatan Kapasitas Kelembagaan Sentra IKM"),
        ),
        indikator=(
            ("Capaian Program", "Persentase IKM sentra yang meningkat usahanya", "35 %"),
            ("Masukan", "Dana Yang Dibutuhkan", "sesuai rincian"),
            ("Keluaran", "Jumlah peserta pelatihan", "99 Orang"),
            ("", "Jumlah IKM yang didampingi", "10 IKM"),
            ("Hasil", "Sentra IKM yang berdaya saing", "3 Sentra"),
        ),
        tempat="Kota Percontohan",
        kepala_dinas=KADIS,
        nip=NIP,
        dinas=DINAS,
    )
    tulis_dpa(sampel.tambah("DPA gabungan DAK NF.xlsx").tambah("DPA"), kepala, gabungan)
    lembar = sampel.tambah("RAB A3 pendampingan.xlsx", huruf="Arial").tambah("RAB")
    a3 = next(a for a in semua if a.rincian == "A3")
    lama = tanam(
        a3.total - 500_000, "RAB-SUBTOTAL", "data", "jumlah tidak sama dengan isinya (kurang Rp500.000)"
    )
    tulis_satu_sel(lembar, 1, ["RENCANA ANGGARAN BIAYA", "KOTA PERCONTOHAN TA 2023"], a3, lama)


def _realisasi(sampel: Sampel, semua: list[Anggaran]) -> None:
    """By kode rekening and month for A1 to A3, one of them above its pagu; payments of B4, one in 2024."""
    buku = sampel.tambah("Realisasi per Rekening.xlsx", huruf="Arial", ukuran=9)
    bulanan = [a for a in semua if a.rincian != "B4"]
    cetak = next(b for b in bulanan[0].belanja if b.kode == dana.CETAK)
    cetak.harga_nyata = 46_000
    aula = next(b for b in bulanan[0].belanja if b.kode == dana.SEWA_GEDUNG)
    aula.harga_nyata = 1_400_000
    lembar = buku.tambah("Realisasi")
    letak = tulis_bulanan(lembar, ["REALISASI ANGGARAN DAK NONFISIK", "KOTA PERCONTOHAN TA 2023"], bulanan)
    baris = letak[bulanan[0].nama, dana.CETAK]
    lembar.harap(f"Q{baris}", "REALISASI-LEBIH", "data", "realisasi Rp1.472.000, pagu Rp1.440.000")
    januari = tanam(date(2024, 1, 5), "WAKTU-TAHUN", "pelanggaran", "dibayar sesudah tahun anggaran 2023")
    tulis_pembayaran(
        buku.tambah("SP2D B4"),
        ["REKAP SP2D", "B4 PELATIHAN KOMUNIKASI PUBLIK WISATA INDUSTRI"],
        [
            Bayar(date(2023, 9, 18), "0911/SP2D/2023", "Makan siang peserta", 3_500_000),
            Bayar(
                date(2023, 9, 20),
                "0925/SP2D/2023",
                "Honorarium pemandu wisata sebagai narasumber",
                15_750_000,
            ),
            Bayar(
                date(2023, 9, 27), "0977/SP2D/2023", "Honor narasumber pembukaan (Kepala Dinas)", 1_000_000
            ),
            Bayar(januari, "0003/SP2D/2024", "Uang transpor peserta pelatihan", 7_500_000),
        ],
        rincian=False,
    )


def _foto() -> dict[str, bytes]:
    bambu = ((196, 160, 90), (150, 110, 50), (90, 70, 40))
    return {
        "foto/A1 akt I pembukaan.jpg": foto("Pelatihan Manajemen Wirausaha IKM", 21),
        "foto/A2 praktik menganyam.jpg": foto("Pelatihan Teknis Produksi Anyaman Bambu", 22),
        "foto/A2 hasil anyaman.jpg": foto_produk(bambu, 23),
        "foto/IMG_0042.jpg": foto("Pelatihan Komunikasi Publik Wisata Industri", 24, luar=True),
    }
