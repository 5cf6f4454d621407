"""A summary of payments against the lines that tell the same money in detail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dak_excel.daerah.facts import known_sum
from dak_excel.daerah.serapan import Serapan, paid_by_then, repeats

_ROUNDED = Decimal(1000)
"""A summary in whole thousands may round."""


@dataclass(frozen=True, slots=True)
class Apart:
    """What a summary tells of some money and what its lines in other sheets make of it, rupiah."""

    summary: Sequence[Serapan]
    lines: Sequence[Serapan]
    told: Decimal
    read: Decimal


def summaries_apart(lines: list[Serapan]) -> Iterator[Apart]:
    """Summaries that tell another sum than the detailed lines, which are the ones that count.

    A summary without a month may be older than the lines: it is apart only where it tells more.
    """
    groups: dict[tuple[str, str, int], tuple[list[Serapan], list[Serapan]]] = {}
    for line, same in repeats(lines):
        if line.rincian or line.kode:
            key = (line.rincian, line.kode, id(line.baris[0].tabel))
            groups.setdefault(key, ([], same))[0].append(line)
    for summary, same in groups.values():
        month = _month(summary)
        told = known_sum(line.until(month or 12) for line in summary)
        if told is None or not _comparable(same, month):
            continue
        read = paid_by_then(same, month or 12)
        if abs(told - read) >= (1 if told % _ROUNDED else _ROUNDED) and (month or told > read):
            yield Apart(summary, same, told, read)


def _month(summary: Sequence[Serapan]) -> int | None:
    """The last month (1 … 12) of which a summary tells; None where its figures have no month."""
    months = [n for line in summary for n, paid in enumerate(line.bulan, 1) if paid is not None]
    return max([*months, *(month for line in summary for month in line.posisi)], default=None)


def _comparable(lines: Sequence[Serapan], month: int | None) -> bool:
    """Whether the lines tell what was paid to the end of that month."""
    return all(line.total is None or line.until(month or 12) is not None for line in lines)
