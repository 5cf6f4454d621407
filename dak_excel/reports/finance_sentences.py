"""Realisasi keuangan in words: the sentence, the figure with its share, what the reader must know of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan
from dak_excel.indonesian import rupiah, tanggal
from dak_excel.reports import wording
from dak_excel.reports.capaian import jumlah
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import lengkapi


def dibayar(lines: Sequence[Serapan], month: int) -> Decimal | None:
    """Paid on some lines to the end of a month; None when nothing tells."""
    return jumlah([line.sampai(month) for line in lines])


def _pagu(daerah: Daerah, lines: Sequence[Serapan]) -> Decimal | None:
    """The allocation as identitas gives it, else the sum of the lines' pagu."""
    return daerah.pagu if daerah.pagu is not None else jumlah([line.pagu for line in lines])


def kalimat(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> str:
    """Paid, share of the pagu and what is left, in one sentence."""
    paid, pagu = dibayar(lines, periode.bulan), _pagu(daerah, lines)
    if paid is None:
        what = lengkapi(f"realisasi keuangan sampai dengan {tanggal(periode.sampai)}")
        return f"Realisasi keuangan sampai dengan {tanggal(periode.sampai)}: {what}."
    text = f"Realisasi keuangan sampai dengan {tanggal(periode.sampai)} sebesar {rupiah(paid)}"
    if pagu:
        name = "pagu alokasi" if daerah.pagu else "pagu"
        text += f" atau {wording.bagian(paid, pagu)} dari {name} {rupiah(pagu)}"
        text += f", sehingga tersisa {rupiah(pagu - paid)}"
    return f"{text}."


def realisasi(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> str:
    """`Rp1.234.567,00 (45,50%)`, or the marker."""
    paid, pagu = dibayar(lines, periode.bulan), _pagu(daerah, lines)
    if paid is None:
        return lengkapi("realisasi keuangan")
    return f"{rupiah(paid)} ({wording.bagian(paid, pagu)})" if pagu else rupiah(paid)


def catatan(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> list[str]:
    """What the reader must know of the figures."""
    notes = []
    own = jumlah([line.pagu for line in lines])
    if own is not None and daerah.pagu is not None and own != daerah.pagu:
        notes.append(
            f"Persentase dalam tabel dihitung dari jumlah pagu baris belanja, {rupiah(own)}; "
            f"pagu alokasi {rupiah(daerah.pagu)}."
        )
    timeless = [x for x in lines if x.tanpa_bulan and not any(v is not None for v in x.bulan)]
    unknown = [line for line in timeless if line.sampai(periode.bulan) is None]
    if unknown:
        money = jumlah([line.tanpa_bulan for line in unknown])
        notes.append(
            f"Realisasi sebesar {rupiah(money or 0)} pada {len(unknown)} baris tidak menyebut bulan "
            f"pembayarannya, sehingga belum dihitung: {lengkapi('bulan pembayaran baris itu')}."
        )
    elif timeless:
        notes.append(
            f"{len(timeless)} baris realisasi tidak menyebut bulan pembayarannya; nilainya dihitung "
            "dalam jumlah, tetapi tidak dalam tabel per bulan."
        )
    if outside := sum((line.luar_tahun for line in lines), Decimal(0)):
        notes.append(
            f"Pembayaran sebesar {rupiah(outside)} bertanggal di luar tahun {periode.tahun}, "
            "sehingga tidak dihitung."
        )
    if any(not line.rincian for line in lines):
        notes.append("Baris tanpa kode rincian perlu dilengkapi kodenya pada lembar realisasi.")
    return notes
