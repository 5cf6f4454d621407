"""Realisasi keuangan in words: the sentence, the figure with its share, what the reader must know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from dak_excel.daerah.facts import Answer, Known, Unknown, known_sum
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, day_of_payments, month_end, paid_by_then
from dak_excel.daerah.spending import without_pagu
from dak_excel.indonesian import date_text, listing, rupiah
from dak_excel.reports import wording
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker


def paid_sum(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> Answer[Decimal]:
    """Paid to the end of the period.

    Unknown where no sheet tells, and where the data end before the last half-year that the report is about:
    what was paid since is not nought.
    """
    until = day_of_payments(daerah, periode.end)
    half = date(periode.tahun, 7 if periode.months > 6 else 1, 1)
    if until is None or until < half or all(line.until(periode.months) is None for line in lines):
        return Unknown("realisasi keuangan", until)
    return Known(paid_by_then(lines, periode.months), hari=until)


def _pagu(daerah: Daerah, lines: Sequence[Serapan]) -> Decimal | None:
    """The allocation as identitas gives it, else the sum of the lines' pagu; None where one is unknown."""
    if daerah.pagu is not None or without_pagu(lines):
        return daerah.pagu
    return known_sum(line.pagu for line in lines)


def pagu_marker(rincian: Sequence[str]) -> str:
    """`[LENGKAPI: pagu A4 dan C1]`."""
    return marker(f"pagu {listing(rincian)}")


def _pagu_name(daerah: Daerah) -> str:
    return "pagu alokasi" if daerah.pagu is not None else "jumlah pagu baris belanja"


def month_of_tables(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> int | None:
    """The month to whose end tables can tell what was paid: the report's last, else that of the last data.

    None where no sheet tells of any payment.
    """
    answer = paid_sum(daerah, lines, periode)
    if isinstance(answer, Known):
        return periode.months
    month = answer.hari.month if isinstance(answer, Unknown) and answer.hari else None
    return None if month is None or all(line.until(month) is None for line in lines) else month


def _known_before(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> str:
    """` Sampai dengan 30 Juni 2023 tercatat Rp62.120.000,00.`: what is known where the rest is not."""
    month, pagu = month_of_tables(daerah, lines, periode), _pagu(daerah, lines)
    if month is None:
        return ""
    paid = paid_by_then(lines, month)
    share = f" ({wording.share(paid, pagu)} dari {_pagu_name(daerah)})" if pagu else ""
    return f" Sampai dengan {date_text(month_end(periode.tahun, month))} tercatat {rupiah(paid)}{share}."


def _unknown(answer: Answer[Decimal], periode: Periode) -> str:
    """`[LENGKAPI: realisasi keuangan sampai dengan 31 Desember 2023; data terakhir 30 Juni 2023]`."""
    day = answer.hari if isinstance(answer, Unknown) else None
    since = f"; data terakhir {date_text(day)}" if day else ""
    return marker(f"realisasi keuangan sampai dengan {date_text(periode.end)}{since}")


def sentence(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> str:
    """Paid, share of the pagu and what is left, in one sentence."""
    answer, pagu = paid_sum(daerah, lines, periode), _pagu(daerah, lines)
    if not isinstance(answer, Known):
        known = _known_before(daerah, lines, periode)
        return (
            f"Realisasi keuangan sampai dengan {date_text(periode.end)}: {_unknown(answer, periode)}.{known}"
        )
    paid = answer.nilai
    text = f"Realisasi keuangan sampai dengan {date_text(periode.end)} sebesar {rupiah(paid)}"
    if pagu:
        text += f" atau {wording.share(paid, pagu)} dari {_pagu_name(daerah)} {rupiah(pagu)}"
        text += f", sehingga tersisa {rupiah(pagu - paid)}"
    elif unknown := without_pagu(lines):
        text += f" dari {_pagu_name(daerah)} {pagu_marker(unknown)}"
    return f"{text}."


def realisasi(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> str:
    """`Rp1.234.567,00 (45,50%)`, or the marker."""
    answer, pagu = paid_sum(daerah, lines, periode), _pagu(daerah, lines)
    if not isinstance(answer, Known):
        return _unknown(answer, periode)
    if not pagu:
        return rupiah(answer.nilai)
    of = "" if daerah.pagu else f" dari {_pagu_name(daerah)}"
    return f"{rupiah(answer.nilai)} ({wording.share(answer.nilai, pagu)}{of})"


def other_budgets(lines: Sequence[Serapan], budget: Mapping[str, Decimal | None]) -> list[str]:
    """Where the pagu of the realisation sheets is not the budget that counts; `budget` is by rincian."""
    found = []
    for kode, planned in budget.items():
        pagu = known_sum([line.pagu for line in lines if line.rincian == kode])
        if planned is not None and pagu is not None and abs(planned - pagu) >= 1:
            found.append(f"{kode} {rupiah(pagu)} (RAB {rupiah(planned)})")
    if not found:
        return []
    return [
        "Pagu menurut lembar realisasi, yang dipakai dalam tabel, berbeda dari RAB yang berlaku: "
        f"{listing(found)}."
    ]


def notes(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> list[str]:
    """What the reader must know of the figures."""
    notes = []
    own = known_sum([line.pagu for line in lines])
    if own is not None and daerah.pagu is not None and own - daerah.pagu >= 1:
        notes.append(
            f"Jumlah pagu baris belanja, {rupiah(own)}, melebihi pagu alokasi {rupiah(daerah.pagu)}; "
            "persentase dalam tabel dihitung dari jumlah pagu baris belanja."
        )
    answer = paid_sum(daerah, lines, periode)
    if isinstance(answer, Known) and answer.hari and answer.hari < periode.end:
        notes.append(f"Pembayaran terakhir yang tercatat sampai dengan {date_text(answer.hari)}.")
    timeless = [x for x in lines if x.tanpa_bulan and not any(v is not None for v in x.bulan)]
    unknown = [line for line in timeless if line.until(periode.months) is None]
    if unknown:
        money = known_sum([line.tanpa_bulan for line in unknown])
        notes.append(
            f"Realisasi sebesar {rupiah(money or 0)} pada {len(unknown)} baris tidak menyebut bulan "
            f"pembayarannya, sehingga belum dihitung: {marker('bulan pembayaran baris itu')}."
        )
    elif timeless and isinstance(answer, Known):
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
