"""Anggaran: which budget of an activity counts, what stands in it, and what it sums to.

A dinas drops the same budget as RAB and as DPA, and the old one beside the new. Budgets of one rincian and
activity are never added up: with the same total they tell the same money, else the newest that the files
themselves tell counts (`versions`), else it is disputed. Lines of another fund are in no sum.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from rapidfuzz import fuzz

from dak_excel.daerah.budget_rows import dak_lines, line_amount
from dak_excel.daerah.facts import Known
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.register import angkatan, base_name
from dak_excel.daerah.versions import bare_words, edition, newest, told_before_and_after
from dak_excel.sheets.records import BarisRab
from dak_excel.sheets.tabel import Tabel

SEN = Decimal(1)
"""Rupiah below which two sums are the same: sheets round."""
BAGIAN = 0.3
"""Share of the smaller sheet's lines that stand in the other one too, from which two sheets of one file are
two versions, not two parts."""
SEPARUH = 0.5
"""The same for the budget of a whole and those of its parts."""
NAMA_SAMA = 85.0
"""Likeness of two sheets' names, per hundred, from which they speak of one activity."""

_PLAIN = frozenset(
    {
        "rab",
        "rka",
        "dpa",
        "rkas",
        "rok",
        "kak",
        "sheet",
        "lembar",
        "anggaran",
        "biaya",
        "rencana",
        "belanja",
        "rincian",
        "kegiatan",
        "sub",
        "dak",
        "nonfisik",
        "non",
        "fisik",
        "ta",
        "tahun",
        "dinas",
        "kabupaten",
        "kab",
        "kota",
        "dan",
        "copy",
        "of",
        "salinan",
        "data",
        "excel",
        "format",
        "file",
    }
)
"""Words of a sheet's or file's name that name no activity."""


@dataclass(frozen=True, slots=True)
class BudgetVersion:
    """One budget of a rincian and activity: the lines of one sheet."""

    rincian: str
    kegiatan: str
    tabel: tuple[Tabel, ...]
    baris: tuple[BarisRab, ...]

    @property
    def jumlah(self) -> Decimal:
        """What the lines of the DAK Nonfisik sum to, rupiah."""
        return sum((line_amount(row) or Decimal(0) for row in self.baris), Decimal(0))

    @property
    def sumber(self) -> str:
        """Where it stands, for the user: `lembar «RAB», berkas «RAB A1.xlsx»`."""
        grid = self.tabel[0].grid
        return f"lembar «{grid.sheet}», berkas «{grid.workbook}»"

    @property
    def known(self) -> Known[Decimal]:
        """The sum with the tables that it rests on."""
        return Known(self.jumlah, tuple(tabel.ref for tabel in self.tabel), menurut=self.sumber)


@dataclass(frozen=True, slots=True)
class Anggaran:
    """The budget of one rincian and activity (either may be empty: the sheets do not say)."""

    rincian: str
    kegiatan: str
    berlaku: tuple[BudgetVersion, ...] = ()
    """The sheets that count; several are the parts of one budget. Empty when it is disputed."""
    lama: tuple[BudgetVersion, ...] = ()
    """Older versions of it."""
    salinan: tuple[BudgetVersion, ...] = ()
    """The same money once more (DPA beside RAB)."""
    sengketa: tuple[BudgetVersion, ...] = ()
    """Budgets with different totals of which nothing tells which one counts."""

    @property
    def jumlah(self) -> Decimal | None:
        """Rupiah; None when it is disputed."""
        return sum((v.jumlah for v in self.berlaku), Decimal(0)) if self.berlaku else None


def budgets_of(daerah: Daerah) -> list[Anggaran]:
    """The budgets of a daerah, in the order of its sheets; each rupiah stands in one of them."""
    groups: dict[tuple[str, str, str], list[BudgetVersion]] = defaultdict(list)
    for versi in _versions(daerah):
        groups[_key(daerah, versi, groups)].append(versi)
    found = [_settled(members) for members in groups.values()]
    return [_as_of(one, daerah) for one in _told_once(found)]


def undated_changes(daerah: Daerah) -> list[BudgetVersion]:
    """Budgets that were changed, of which nothing tells when: that of another, that of the columns beside
    it, or one of which the first is not here."""
    return [
        versi
        for one in budgets_of(daerah)
        for versi in one.berlaku
        if _changed_some_day(one) or (not one.lama and _changed_alone(versi))
    ]


def _changed_alone(versi: BudgetVersion) -> bool:
    first = versi.tabel[0]
    told = edition(first)
    if told.day is not None or told.corrected:
        return False
    return told.stage > 0 or told_before_and_after(first)


def _as_of(one: Anggaran, daerah: Daerah) -> Anggaran:
    """On a day within the year a change without a date may or may not have been made: disputed, unless the
    letter on the change had been written."""
    if daerah.hari is None or daerah.told("surat_perubahan_tanggal") or not _changed_some_day(one):
        return one
    return replace(one, berlaku=(), lama=(), sengketa=(*one.lama, *one.berlaku))


def _changed_some_day(one: Anggaran) -> bool:
    return any(
        edition(new.tabel[0]).changes(edition(old.tabel[0])) for new in one.berlaku for old in one.lama
    )


def budget_lines(daerah: Daerah, budgets: Sequence[Anggaran] | None = None) -> list[BarisRab]:
    """The lines that may be added up, in the order of the sheets; none of a disputed budget."""
    every = budgets_of(daerah) if budgets is None else budgets
    return [row for one in every for versi in one.berlaku for row in versi.baris]


def _versions(daerah: Daerah) -> Iterator[BudgetVersion]:
    """The lines by rincian, activity and sheet; tables of one sheet belong together unless their titles
    tell versions apart."""
    found: dict[tuple[object, ...], tuple[list[Tabel], list[BarisRab]]] = {}
    for row in dak_lines(daerah.rab, daerah.dana_lain):
        if line_amount(row) is None or row.tabel.ragu:
            continue
        grid, stage = row.tabel.grid, edition(row.tabel).stage
        key = (
            row.rincian,
            base_name(row.kegiatan),
            angkatan(row.kegiatan),
            grid.workbook,
            grid.sheet,
            stage,
        )
        tables, rows = found.setdefault(key, ([], []))
        if not any(row.tabel is tabel for tabel in tables):
            tables.append(row.tabel)
        rows.append(row)
    for tables, rows in found.values():
        yield BudgetVersion(rows[0].rincian, rows[0].kegiatan, tuple(tables), tuple(rows))


def _key(
    daerah: Daerah, versi: BudgetVersion, known: dict[tuple[str, str, str], list[BudgetVersion]]
) -> tuple[str, str, str]:
    """Rincian, activity and batch of a budget.

    Where the rows name no activity and the daerah has several of that rincian, the names of the sheets
    tell them apart.
    """
    grid = versi.tabel[0].grid
    stem = grid.workbook.rpartition("/")[2].rpartition(".")[0]
    if versi.kegiatan:
        return versi.rincian, base_name(versi.kegiatan), angkatan(versi.kegiatan)
    batch = next((b for text in (versi.tabel[0].judul, grid.sheet, stem) if (b := angkatan(text))), "")
    several = sum(k.rincian == versi.rincian for k in daerah.kegiatan) > 1
    if not versi.rincian or not several:
        return versi.rincian, "", batch
    own = sorted((bare_words(grid.sheet) | bare_words(stem)) - _PLAIN - {versi.rincian.casefold()})
    name = " ".join(own)
    for rincian, other, number in known:
        same = name == other or (name and other and fuzz.token_set_ratio(name, other) >= NAMA_SAMA)
        if (rincian, number) == (versi.rincian, batch) and same:
            return rincian, other, number
    return versi.rincian, name, batch


def _settled(members: Sequence[BudgetVersion]) -> Anggaran:
    """Which of the budgets of one activity counts."""
    rincian, kegiatan = members[0].rincian, members[0].kegiatan
    totals: list[list[BudgetVersion]] = []
    for versi in members:
        same = next((group for group in totals if abs(group[0].jumlah - versi.jumlah) < SEN), None)
        if same is None:
            totals.append([versi])
        else:
            same.append(versi)
    copies = tuple(versi for group in totals for versi in group[1:])
    distinct = [group[0] for group in totals]
    if len(distinct) == 1 or _parts(distinct):
        return Anggaran(rincian, kegiatan, tuple(distinct), salinan=copies)
    at = newest([[edition(versi.tabel[0]) for versi in group] for group in totals])
    if at is None:
        return Anggaran(rincian, kegiatan, salinan=copies, sengketa=tuple(distinct))
    older = tuple(versi for n, group in enumerate(totals) if n != at for versi in group)
    return Anggaran(rincian, kegiatan, (distinct[at],), older, tuple(totals[at][1:]))


def _parts(members: Sequence[BudgetVersion]) -> bool:
    """Whether sheets of one file complete each other: none of them repeats the lines of another."""
    if len({versi.tabel[0].grid.workbook for versi in members}) > 1:
        return False
    if len({edition(versi.tabel[0]).stage for versi in members}) > 1:
        return False
    return all(
        _one_table(one, other) or _shared(one, other) < BAGIAN
        for n, one in enumerate(members)
        for other in members[n + 1 :]
    )


def _one_table(one: BudgetVersion, other: BudgetVersion) -> bool:
    """Whether two stand in one table: its groups are parts of one budget, never versions of it."""
    return any(mine is theirs for mine in one.tabel for theirs in other.tabel)


def _shared(one: BudgetVersion, other: BudgetVersion) -> float:
    """Share of the smaller sheet's lines whose text the other sheet has too."""
    mine, theirs = (Counter(map(_text, versi.baris)) for versi in (one, other))
    return (mine & theirs).total() / min(mine.total(), theirs.total())


def _text(row: BarisRab) -> str:
    return " ".join(re.sub(r"\W+", " ", f"{row.uraian or ''} {row.spesifikasi or ''}".casefold()).split())


def _told_once(found: list[Anggaran]) -> list[Anggaran]:
    """Without the budgets of a whole (no activity, or no rincian named) whose parts are there too.

    Where whole and parts repeat each other's lines but not the sum, they are two versions of one budget.
    """
    kept = list(found)
    for one in found:
        if one.kegiatan and one.rincian:
            continue
        below = [o for o in kept if o is not one and _below(o, one)]
        parts = _sum_of(below)
        if one.jumlah is None or parts is None or not below:
            continue
        if abs(one.jumlah - parts) < SEN:
            kept.remove(one)
            continue
        whole, pieces = _joined([one], one), _joined(below, one)
        if _shared(whole, pieces) >= SEPARUH:
            at = kept.index(one)
            kept = [o for o in kept if o is not one and not any(o is part for part in below)]
            kept.insert(min(at, len(kept)), _settled([whole, pieces]))
    return kept


def _below(part: Anggaran, whole: Anggaran) -> bool:
    if whole.rincian:
        return part.rincian == whole.rincian and bool(part.kegiatan)
    return bool(part.rincian)


def _joined(budgets: Sequence[Anggaran], like: Anggaran) -> BudgetVersion:
    """Several budgets as one version."""
    versions = [versi for one in budgets for versi in one.berlaku]
    return BudgetVersion(
        like.rincian,
        like.kegiatan,
        tuple(tabel for versi in versions for tabel in versi.tabel),
        tuple(row for versi in versions for row in versi.baris),
    )


def _sum_of(budgets: Sequence[Anggaran]) -> Decimal | None:
    amounts = [one.jumlah for one in budgets]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None
