"""Penyaluran per tahap as the reports print it, and what is left of it in the RKUD."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dak_excel.daerah.disbursement import Tahap, tranches
from dak_excel.daerah.facts import Answer, Known
from dak_excel.daerah.model import Daerah
from dak_excel.indonesian import date_text, listing, rupiah
from dak_excel.reports.content import BarisPenyaluran, Penyaluran
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker
from dak_excel.reports.wording import money, or_dash, text


def disbursement(daerah: Daerah, paid: Answer[Decimal], periode: Periode) -> Penyaluran | None:
    """The tranches to the end of the period and what is left of them; None where no sheet tells any.

    `paid` is the realisasi to the same day.
    """
    every = tranches(daerah)
    mine = [one for one in every if one.tanggal is None or one.tanggal.year == periode.tahun]
    if not every:
        return None
    total = _total(mine, periode)
    spent = paid.nilai if isinstance(paid, Known) else None
    rest = None if total is None or spent is None else total - spent
    beyond = rest is not None and rest < 0
    apart = abs(rest) if rest is not None else None
    return Penyaluran(
        baris=[_row(one) for one in mine],
        jumlah=money(total) if total is not None else marker("jumlah penyaluran"),
        realisasi=money(spent) if spent is not None else marker("realisasi keuangan"),
        sisa=money(apart) if apart is not None else marker("sisa dana di RKUD"),
        judul_sisa="Realisasi melebihi dana yang disalurkan" if beyond else "Sisa dana di RKUD",
        disalurkan=rupiah(total) if total is not None else marker("jumlah penyaluran"),
        tersisa=rupiah(apart) if apart is not None else marker("sisa dana di RKUD"),
        kalimat=_sentence(mine, total, rest, periode),
        catatan=[*_differences(mine), *_outside(every, periode)],
    )


def _total(mine: Sequence[Tahap], periode: Periode) -> Decimal | None:
    """The sum; unknown where an amount is, or where a day is and the year goes on."""
    if any(one.jumlah is None or (one.tanggal is None and periode.months < 12) for one in mine):
        return None
    return sum((one.jumlah for one in mine if one.jumlah is not None), Decimal(0))


def _row(one: Tahap) -> BarisPenyaluran:
    return BarisPenyaluran(
        tahap=one.nama,
        tanggal=text(one.tanggal, f"tanggal penyaluran {one.nama}"),
        nomor=or_dash(one.nomor),
        jumlah=money(one.jumlah) if one.jumlah is not None else marker(f"jumlah penyaluran {one.nama}"),
    )


def _sentence(mine: Sequence[Tahap], total: Decimal | None, rest: Decimal | None, periode: Periode) -> str:
    """What came, and what is left of it; what was spent beyond it is no negative rest."""
    until = f"Sampai dengan {date_text(periode.end)}"
    if not mine:
        return f"{until} {marker('penyaluran dana ke RKUD')}."
    came = rupiah(total) if total is not None else marker("jumlah penyaluran")
    said = f"{until} dana yang disalurkan ke Rekening Kas Umum Daerah (RKUD) sebesar {came}"
    if rest is None:
        return f"{said}; sisa dana di RKUD {marker('sisa dana di RKUD')}."
    if rest < 0:
        return f"{said}. Realisasi melebihi dana yang disalurkan sebesar {rupiah(-rest)}."
    left = f"Setelah dikurangi realisasi, sisanya di RKUD {rupiah(rest)}"
    return f"{said}. {left}, tidak termasuk sisa dana tahun sebelumnya."


def _differences(mine: Sequence[Tahap]) -> list[str]:
    return [
        f"Penyaluran {one.nama}: {rupiah(one.jumlah)} dalam tabel, "
        f"{listing([rupiah(value) for value in one.lain])} menurut lembar lain."
        for one in mine
        if one.lain and one.jumlah is not None
    ]


def _outside(every: Sequence[Tahap], periode: Periode) -> list[str]:
    return [
        f"Penyaluran {one.nama} bertanggal {date_text(one.tanggal)}, di luar tahun {periode.tahun}, "
        "sehingga tidak dihitung."
        for one in every
        if one.tanggal is not None and one.tanggal.year != periode.tahun
    ]
