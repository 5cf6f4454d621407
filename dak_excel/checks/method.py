"""How a training divides between teori, diskusi and praktik: `metode`.

The shares come from the activity's own row, else from its jadwal (a column for each method, or the words of
the method column weighed by JPL). Openings, breaks and travel count for nothing. Where the rule knows no
diskusi (A2, B2) it counts as teori. Sessions whose method is not told make no verdict when they weigh more
than the tolerance.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from decimal import Decimal

from dak_excel.checks.activity_form import group_of_activity, is_study_only
from dak_excel.checks.missing import missing_column, missing_fact, missing_value
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.indonesian import listing, number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Jadwal

METODE = ("teori", "diskusi", "praktik")
SELURUHNYA = 100
"""Per cent."""
Bagian = dict[str, Decimal]
"""JPL or per cent by method; `""` for what is not told."""

Penilaian = tuple[Bagian, CellRange] | None
"""The parts and where they are told; None when they cannot be known."""


class BatasMetode(Model):
    """Per cent by method, and the points by which each may differ."""

    teori: Decimal
    diskusi: Decimal | None = None
    praktik: Decimal
    toleransi: Decimal
    kelompok: str = ""
    kecuali_studi: bool = False


@kind("metode", BatasMetode, isi=("batas",))
def metode(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A training whose division differs from the rule's by more than the tolerance."""
    b = BatasMetode(**k.batas)
    wanted = {name: share for name in METODE if (share := getattr(b, name)) is not None}
    for kegiatan in scope.kegiatan:
        if b.kecuali_studi and is_study_only(scope, kegiatan):
            continue
        if b.kelompok and group_of_activity(scope, kegiatan) != b.kelompok:
            continue
        found = _from_row(kegiatan)
        blank = _blank(kegiatan, wanted, found)
        if blank and (found is not None or not kegiatan.jadwal):
            yield from missing_fact(scope, k, kegiatan, *blank)
            continue
        if found is None and kegiatan.jadwal:
            found = yield from _from_sessions(k, scope, kegiatan, b.toleransi)
        if found is None:
            continue
        shares = _persen(found[0], wanted)
        if any(abs(shares[name] - share) > b.toleransi for name, share in wanted.items()):
            yield activity_finding(k, found[1], kegiatan, nilai=_words(shares), batas=_words(wanted))


def _from_row(kegiatan: Kegiatan) -> Penilaian:
    """What the activity's own row or title lines say."""
    facts = {name: fact for name in METODE if (fact := kegiatan.fact(name))}
    total = sum((fact.nilai for fact in facts.values()), Decimal(0))
    if len(facts) < 2 or total <= 0:
        return None
    return {name: fact.nilai for name, fact in facts.items()}, next(iter(facts.values())).cell


def _blank(kegiatan: Kegiatan, wanted: Mapping[str, Decimal], found: Penilaian) -> list[str]:
    """The methods that have a column in the activity's row and nothing in it; none where the others are
    the whole: 100 per cent, or all JPL."""
    blank = [
        name for name in wanted if not kegiatan.fact(name) and any(row.has(name) for row in kegiatan.baris)
    ]
    jpl = kegiatan.fact("jpl")
    told = sum(found[0].values(), Decimal(0)) if found else Decimal(0)
    return [] if told == SELURUHNYA or (jpl and told == jpl.nilai) else blank


def _from_sessions(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, toleransi: Decimal
) -> Generator[Temuan, None, Penilaian]:
    """What the sessions say; yields DATA-KOSONG for sessions that do not, returns None when it is too
    little."""
    parts: Bagian = dict.fromkeys((*METODE, ""), Decimal(0))
    silent = []
    for row in kegiatan.jadwal:
        told = _session(scope, row)
        if told is None:
            continue
        for name, jpl in told.items():
            parts[name] += jpl
        if "" in told:
            silent.append(row)
    first = kegiatan.jadwal[0]
    if not any(row.has(name) for row in kegiatan.jadwal for name in ("metode", *METODE)):
        yield from missing_column(scope, k, first.tabel, "metode", kegiatan.rincian)
        return None
    for row in silent:
        yield from missing_value(scope, k, row, "metode", *METODE)
    total = sum(parts.values(), Decimal(0))
    if not total or parts.pop("") * 100 > total * toleransi:
        return None
    return parts, first.tabel.header_ref("metode" if first.has("metode") else "teori")


def _session(scope: Scope, row: Jadwal) -> Bagian | None:
    """JPL of one session by method; None for a row that is no lesson."""
    if "bukan_materi" in dictionary(scope.juknis, "jadwal").groups(row.materi):
        return None
    columns = {name: value for name in METODE if (value := getattr(row, name))}
    if columns:
        return columns
    weight = row.jpl if row.jpl is not None else Decimal(1)
    if not weight or not (row.materi or row.metode):
        return None
    named = dictionary(scope.juknis, "metode").groups(row.metode)
    return {name: weight / len(named) for name in named} if named else {"": weight}


def _persen(parts: Bagian, wanted: Mapping[str, Decimal]) -> Bagian:
    """Shares of 100 by the methods that the rule knows."""
    total = sum(parts.values(), Decimal(0))
    shares = {name: parts.get(name, Decimal(0)) * 100 / total for name in METODE}
    if "diskusi" not in wanted:
        shares["teori"] += shares.pop("diskusi")
    return shares


def _words(shares: Mapping[str, Decimal]) -> str:
    """`teori 50%, diskusi 20%, dan praktik 30%`."""
    return listing([f"{name} {number_text(round(share))}%" for name, share in shares.items()])
