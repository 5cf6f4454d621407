"""Budgets: lines under their kode rekening, the tree of headings, and what was paid when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import prod

from tests.samples.buku import Isi, angka

REKENING = {
    "5": "BELANJA DAERAH",
    "5.1": "BELANJA OPERASI",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.1.02.01": "Belanja Barang",
    "5.1.02.01.01": "Belanja Barang Pakai Habis",
    "5.1.02.01.01.0012": "Belanja Bahan-Bahan Lainnya",
    "5.1.02.01.01.0024": "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor",
    "5.1.02.01.01.0026": "Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Cetak",
    "5.1.02.01.01.0052": "Belanja Makanan dan Minuman Rapat",
    "5.1.02.02": "Belanja Jasa",
    "5.1.02.02.01": "Belanja Jasa Kantor",
    "5.1.02.02.01.0003": "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia",
    "5.1.02.02.01.0029": "Belanja Jasa Tenaga Ahli",
    "5.1.02.02.01.0039": "Belanja Jasa Tenaga Informasi dan Teknologi",
    "5.1.02.02.01.0061": "Belanja Tagihan Listrik",
    "5.1.02.02.04": "Belanja Sewa Peralatan dan Mesin",
    "5.1.02.02.04.0117": "Belanja Sewa Alat Kantor Lainnya",
    "5.1.02.02.04.0035": "Belanja Sewa Kendaraan Bermotor Penumpang",
    "5.1.02.02.05": "Belanja Sewa Gedung dan Bangunan",
    "5.1.02.02.05.0009": "Belanja Sewa Bangunan Gedung Tempat Pertemuan",
    "5.1.02.04": "Belanja Perjalanan Dinas",
    "5.1.02.04.01": "Belanja Perjalanan Dinas Dalam Negeri",
    "5.1.02.04.01.0001": "Belanja Perjalanan Dinas Biasa",
    "5.1.02.04.01.0003": "Belanja Perjalanan Dinas Dalam Kota",
    "5.2": "BELANJA MODAL",
    "5.2.02": "Belanja Modal Peralatan dan Mesin",
    "5.2.02.03": "Belanja Modal Alat Bengkel dan Alat Ukur",
    "5.2.02.03.02": "Belanja Modal Alat Bengkel Tak Bermesin",
    "5.2.02.03.02.0001": "Belanja Modal Perkakas Bengkel Konstruksi Logam",
}
"""Names of the kode rekening, after the national list of codes."""


@dataclass(slots=True)
class Belanja:
    """A budget line. `faktor` are the volume's factors with their units; `bulan` maps a month to the volume
    paid in it, at `harga_nyata`; `jumlah` is set only where the sheet shows another sum."""

    kode: str
    uraian: Isi
    spesifikasi: str
    faktor: tuple[tuple[int, str], ...]
    satuan: str
    harga: int
    bulan: dict[int, int] = field(default_factory=dict)
    harga_nyata: int = 0
    rencana: dict[int, int] = field(default_factory=dict)
    jumlah: Isi = None
    volume: Isi = None

    @property
    def banyak(self) -> int:
        """The product of the factors, in units of `satuan`."""
        return prod(angka for angka, _ in self.faktor)

    @property
    def total(self) -> int:
        """Rupiah as the sheet shows it."""
        return int(angka(self.jumlah)) if self.jumlah is not None else self.banyak * self.harga

    def nyata(self, bulan: int) -> int:
        """Rupiah paid in a month."""
        return self.bulan.get(bulan, 0) * (self.harga_nyata or self.harga)


def belanja(
    kode: str,
    uraian: Isi,
    spesifikasi: str,
    faktor: tuple[tuple[int, str], ...],
    satuan: str,
    harga: int,
    bayar: int | dict[int, int],
    harga_nyata: int = 0,
    *,
    jumlah: Isi = None,
    volume: Isi = None,
) -> Belanja:
    """A line that is paid in full in one month (0: not yet), or as `bayar` says."""
    baris = Belanja(kode, uraian, spesifikasi, faktor, satuan, harga, {}, harga_nyata, {}, jumlah, volume)
    baris.bulan = bayar if isinstance(bayar, dict) else {bayar: baris.banyak} if bayar else {}
    return baris


@dataclass(slots=True)
class Anggaran:
    """The budget of one activity."""

    rincian: str
    nama: str
    belanja: list[Belanja]

    @property
    def total(self) -> int:
        """Rupiah in all."""
        return sum(b.total for b in self.belanja)

    @property
    def triwulan(self) -> tuple[int, ...]:
        """Rupiah to be drawn in each quarter."""
        per_bulan = [
            sum((b.rencana or b.bulan).get(bulan, 0) * b.harga for b in self.belanja)
            for bulan in range(1, 13)
        ]
        return tuple(sum(per_bulan[awal : awal + 3]) for awal in (0, 3, 6, 9))

    @property
    def dibayar(self) -> int:
        """Rupiah paid in all."""
        return sum(b.nyata(bulan) for b in self.belanja for bulan in range(1, 13))


@dataclass(slots=True)
class Cabang:
    """A heading of the tree with what stands directly under it."""

    kode: str
    cabang: list[Cabang] = field(default_factory=list)
    daun: list[Belanja] = field(default_factory=list)

    @property
    def nama(self) -> str:
        """The text of the heading."""
        return REKENING[self.kode]

    @property
    def semua(self) -> list[Belanja]:
        """All lines below it, in order."""
        return self.daun + [b for c in self.cabang for b in c.semua]


def pohon(belanja: Sequence[Belanja]) -> Cabang:
    """The tree of kode rekening over some lines, codes in order."""
    akar = Cabang("5")
    for satu in sorted(belanja, key=lambda b: b.kode):
        kini = akar
        bagian = satu.kode.split(".")
        for dalam in range(2, len(bagian) + 1):
            kode = ".".join(bagian[:dalam])
            if not kini.cabang or kini.cabang[-1].kode != kode:
                kini.cabang.append(Cabang(kode))
            kini = kini.cabang[-1]
        kini.daun.append(satu)
    return akar
