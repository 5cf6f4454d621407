"""The RAB as staff retype it: everything in one cell, or the volume split over several columns."""

from __future__ import annotations

from tests.samples.anggaran import Anggaran, Belanja
from tests.samples.bentuk.tabel import judul, keterangan_sebaris
from tests.samples.buku import Isi, Lembar, Rumus


def _rp(isi: int) -> str:
    return f"Rp {isi:,}".replace(",", ".") + ",-"


def hitungan(belanja: Belanja) -> str:
    """`30 org x 5 hr x Rp 35.000,-`."""
    return " x ".join([*(f"{n} {satuan}" for n, satuan in belanja.faktor), _rp(belanja.harga)])


def tulis_satu_sel(
    lembar: Lembar, baris: int, judulnya: list[str], anggaran: Anggaran, total: Isi = None
) -> int:
    """No | Uraian | Perhitungan | Jumlah (Rp) | Ket. with lettered groups; returns the next free row."""
    baris = judul(lembar, baris, 5, judulnya) + 1
    baris = keterangan_sebaris(
        lembar,
        baris,
        [("Rincian Kegiatan", f"{anggaran.rincian}. {anggaran.nama}"), ("Sumber Dana", "DAK Nonfisik")],
    )
    kepala = ["No", "Uraian", "Perhitungan", "Jumlah (Rp)", "Ket."]
    lembar.deret(baris + 1, 1, kepala, "kepala_hijau")
    baris += 2
    kelompok: list[int] = []
    for huruf, (nama, isi) in zip("ABCDEFG", _kelompok(anggaran).items(), strict=False):
        kepala_baris = baris
        kelompok.append(baris)
        baris += 1
        for nomor, satu in enumerate(isi, 1):
            jumlah = satu.total if satu.jumlah is None else satu.jumlah
            lembar.deret(baris, 1, [nomor], "k_tengah")
            lembar.deret(baris, 2, [satu.uraian, hitungan(satu)], "k_teks")
            lembar.tulis(baris, 4, jumlah, "k_uang")
            lembar.tulis(baris, 5, satu.spesifikasi or None, "k_teks")
            baris += 1
        lembar.deret(kepala_baris, 1, [huruf, nama, None], "k_teks_tebal")
        rumus = Rumus(f"=SUM(D{kepala_baris + 1}:D{baris - 1})", sum(b.total for b in isi))
        lembar.tulis(kepala_baris, 4, rumus, "k_uang_tebal")
        lembar.tulis(kepala_baris, 5, None, "k_teks")
    lembar.gabung(baris, 1, baris, 3, "JUMLAH", "kepala_hijau")
    rumus = Rumus("=" + "+".join(f"D{satu}" for satu in kelompok), anggaran.total)
    lembar.tulis(baris, 4, rumus if total is None else total, "k_uang_tebal")
    for kolom, lebar in enumerate((5, 46, 38, 18, 26), 1):
        lembar.lebar[kolom] = lebar
    return baris + 2


def tulis_volume_terbagi(
    lembar: Lembar, baris: int, judulnya: list[str], anggaran: Anggaran, volume: tuple[str, str]
) -> int:
    """No | Uraian | Volume | Satuan | Harga Satuan | Jumlah, the volume in two columns with the headings
    `volume`; returns the next free row."""
    baris = judul(lembar, baris, 7, judulnya) + 1
    baris = keterangan_sebaris(
        lembar, baris, [("Menu/Rincian Kegiatan", f"{anggaran.rincian} {anggaran.nama}")]
    )
    gaya = "kepala"
    for kolom, teks in (
        (1, "No."),
        (2, "Uraian Kegiatan"),
        (5, "Satuan"),
        (6, "Harga Satuan (Rp)"),
        (7, "Jumlah (Rp)"),
    ):
        lembar.gabung(baris + 1, kolom, baris + 2, kolom, teks, gaya)
    lembar.gabung(baris + 1, 3, baris + 1, 4, "Volume", gaya)
    lembar.deret(baris + 2, 3, list(volume), gaya)
    lembar.deret(baris + 3, 1, [1, 2, 3, 4, 5, 6, "7 = (3x4x6)"], "nomor_kolom")
    awal = baris = baris + 4
    for nomor, satu in enumerate(anggaran.belanja, 1):
        pertama = satu.faktor[0][0]
        kedua = satu.faktor[1][0] if len(satu.faktor) > 1 else None
        lembar.tulis(baris, 1, nomor, "k_tengah")
        lembar.tulis(baris, 2, satu.uraian, "k_teks")
        lembar.deret(baris, 3, [pertama, kedua], "k_angka")
        lembar.tulis(baris, 5, satu.satuan, "k_tengah")
        lembar.tulis(baris, 6, satu.harga, "k_uang")
        rumus = f"=C{baris}*D{baris}*F{baris}" if kedua else f"=C{baris}*F{baris}"
        isi: Isi = Rumus(rumus, satu.banyak * satu.harga)
        lembar.tulis(baris, 7, isi if satu.jumlah is None else satu.jumlah, "k_uang")
        baris += 1
    lembar.gabung(baris, 1, baris, 6, "J U M L A H", gaya)
    lembar.tulis(baris, 7, Rumus(f"=SUM(G{awal}:G{baris - 1})", anggaran.total), "k_uang_tebal")
    for kolom, lebar in enumerate((5, 50, 8, 8, 14, 18, 20), 1):
        lembar.lebar[kolom] = lebar
    return baris + 2


def _kelompok(anggaran: Anggaran) -> dict[str, list[Belanja]]:
    """Lines by what they are spent on."""
    hasil: dict[str, list[Belanja]] = {}
    for satu in anggaran.belanja:
        nama = "Belanja Bahan dan Cetak" if satu.kode.startswith("5.1.02.01") else "Belanja Jasa"
        nama = "Belanja Perjalanan" if satu.kode.startswith("5.1.02.04") else nama
        hasil.setdefault(nama, []).append(satu)
    return hasil
