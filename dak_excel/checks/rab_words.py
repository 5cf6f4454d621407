"""What the budget lines are for: `rab_larangan`, `rab_telaah` (end of Lampiran II), `rab_rincian`.

The verdict on a line is that of `dak_excel.rab.classify`; here it becomes a finding in the words of its rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.missing import missing_column
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, kind, row_finding, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.budget_rows import dak_lines, line_amount, per_tabel
from dak_excel.findings import Temuan
from dak_excel.indonesian import listing
from dak_excel.juknis.model import Juknis, Ketentuan
from dak_excel.rab.classify import classify_line, names_cost
from dak_excel.rab.lines import line_identities
from dak_excel.rab.verdict import TELAAH_ID
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import BarisRab
from dak_excel.sheets.tabel import Tabel


def other_sources(juknis: Juknis) -> tuple[str, ...]:
    """The names of sources of money that are not the DAK Nonfisik."""
    return juknis.other_funds


@kind("rab_larangan", NoParameters, isi=("sebab",))
def rab_larangan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A line that is one of the excluded costs."""
    names: dict[int, str] | None = None
    for row in dak_lines(scope.daerah.rab, other_sources(scope.juknis)):
        verdict = classify_line(row)
        if verdict.ketentuan == k.id:
            names = names or line_identities(scope.daerah.rab)
            yield row_finding(
                k,
                row.cell("uraian"),
                row,
                identitas=names[id(row)],
                rupiah=line_amount(row),
                sebab=verdict.alasan,
            )


@kind("rab_telaah", NoParameters, isi=("sebab", "mungkin", "memutus"))
def rab_telaah(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A line that may be an excluded cost and that its text does not settle.

    Tables that are about something other than the 17 rincian are left out: `rab_rincian` speaks of those.
    """
    names: dict[int, str] | None = None
    for tabel, rows in per_tabel(scope.daerah.rab):
        if _foreign(scope, tabel, rows):
            continue
        for row in dak_lines(rows, other_sources(scope.juknis)):
            verdict = classify_line(row)
            if verdict.ketentuan != TELAAH_ID:
                continue
            names = names or line_identities(scope.daerah.rab)
            excluded = [scope.juknis.umum[name].judul.lower() for name in verdict.mungkin]
            yield row_finding(
                k,
                row.cell("uraian"),
                row,
                identitas=names[id(row)],
                rupiah=line_amount(row),
                sebab=verdict.alasan,
                mungkin=listing(excluded, "atau"),
                memutus=verdict.memutus,
            )


@kind("rab_rincian", NoParameters, isi=("banyak",), varian=("lembar",))
def rab_rincian(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Lines that belong to none of the 17 rincian: once for each group, once for a sheet of another activity.

    A sheet that names neither a rincian nor an activity has not said what it is for: DATA-KOSONG.
    """
    for tabel, rows in per_tabel(scope.daerah.rab):
        lines = list(dak_lines(rows, other_sources(scope.juknis)))
        lost = [row for row in lines if not row.rincian]
        if not lost:
            continue
        if len(lost) < len(lines):
            only_one = len({row.rincian for row in lines if row.rincian}) == 1
            yield from _groups(k, [row for row in lost if not (only_one and _below_a_cost(row))])
        elif _foreign(scope, tabel, rows):
            named = next((row.kegiatan for row in lines if row.kegiatan), tabel.kegiatan)
            yield temuan(
                k,
                tabel.ref,
                subjek=named,
                identitas=named,
                nilai=named,
                rupiah=_together(lost),
                varian="lembar",
                banyak=len(lost),
            )
        else:
            yield from missing_column(scope, k, tabel, "rincian")


def _foreign(scope: Scope, tabel: Tabel, rows: list[BarisRab]) -> bool:
    """Whether a table names an activity, and that is none of the 17 rincian.

    A sub kegiatan of the daerah's own budget classification («… Pembangunan Sumber Daya Industri») is not
    told by rincian: a sheet of the field that the fund is for has only not said which it is.
    """
    if any(row.rincian for row in rows) or tabel.rincian:
        return False
    names = {tabel.kegiatan, *(row.kegiatan for row in rows)} - {""}
    own = dictionary(scope.juknis, "bidang")
    return bool(names) and not any(own.groups(text) for text in (*names, tabel.judul))


def _below_a_cost(row: BarisRab) -> bool:
    """Whether a line's outermost heading says only what kind of cost it is (`Sewa`), not what for."""
    return bool(row.kelompok) and names_cost(row.kelompok[0])


def _groups(k: Ketentuan, lost: list[BarisRab]) -> Iterator[Temuan]:
    """One finding for each outermost heading whose lines have no rincian."""
    groups: dict[tuple[str, ...], list[BarisRab]] = {}
    for row in lost:
        groups.setdefault(row.kelompok[:1], []).append(row)
    for head, rows in groups.items():
        name = head[0] if head else rows[0].subjek
        yield temuan(
            k,
            _range(rows),
            subjek=name,
            identitas=name,
            nilai=name,
            rupiah=_together(rows),
            banyak=len(rows),
        )


def _together(rows: list[BarisRab]) -> Decimal | None:
    """The amount of some lines; None when that of one is unknown."""
    amounts = [line_amount(row) for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) else None


def _range(rows: list[BarisRab]) -> CellRange:
    return rows[0].cell("uraian")
