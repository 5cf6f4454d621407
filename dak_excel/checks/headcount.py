"""How many people an activity has, and how many IKM a pendamping: `jumlah_peserta`, `rasio_pendamping`.

The distinct people of one activity count (`orang`). An activity without a list yet is judged only by the
number that its own row states. Twenty people where 20–30 are general are no finding, nineteen are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.activity_form import group_of_activity, rows_of_group
from dak_excel.checks.missing import missing_column, missing_value
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.checks.tenaga_kegiatan import pendamping
from dak_excel.daerah.model import Fact, Kegiatan
from dak_excel.daerah.orang import distinct_ikm, distinct_people, normal_name, stated_headcount
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.juknis.ranges import is_outside, range_words
from dak_excel.sheets.records import Peserta


class BatasJumlah(Model):
    """`tingkat_atas`: level of too many, where it is another than that of too few."""

    min: int | None = None
    max: int | None = None
    kelompok: str = ""
    orang: str = "peserta"
    tingkat_atas: Tingkat | None = None


@kind("jumlah_peserta", BatasJumlah, isi=("batas", "menurut", "Orang"), varian=("lebih",))
def jumlah_peserta(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity with fewer or more people than the rule gives."""
    b = BatasJumlah(**k.batas)
    for kegiatan in scope.kegiatan:
        jumlah = _count(scope, kegiatan, b)
        if jumlah is None or not is_outside(jumlah.nilai, b.min, b.max):
            continue
        lebih = b.max is not None and jumlah.nilai > b.max
        yield activity_finding(
            k,
            jumlah.cell,
            kegiatan,
            nilai=number_text(jumlah.nilai),
            varian="lebih" if lebih else "",
            tingkat=b.tingkat_atas if lebih else None,
            batas=range_words(b.min, b.max),
            menurut="menurut daftar peserta" if kegiatan.peserta else "menurut lembar kegiatan",
            Orang=b.orang.capitalize(),
        )


def _count(scope: Scope, kegiatan: Kegiatan, b: BatasJumlah) -> Fact[Decimal] | None:
    """The people of the group that the rule is about; None when there are none or no one can tell."""
    people, unknown = rows_of_group(scope, kegiatan, b.kelompok)
    if people or unknown:
        place, known = kegiatan.tempat_temuan, Decimal(len(distinct_people(people)))
        too_many = b.max is not None and known > b.max
        too_few = bool(people) and known + unknown < (b.min or 0)
        if not place or (unknown and not too_many and not too_few):
            return None  # those whom no one can place may make up the number
        return Fact(known, place)
    if kegiatan.peserta or (b.kelompok and group_of_activity(scope, kegiatan) != b.kelompok):
        return None
    return stated_headcount(kegiatan)


class BatasRasio(Model):
    """IKM per pendamping."""

    min: int
    max: int


@kind("rasio_pendamping", BatasRasio, isi=("batas", "ikm", "pendamping"), varian=("rerata",))
def rasio_pendamping(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A pendamping who has fewer or more IKM than the rule gives.

    Who accompanies whom is told by the list of IKM, else by the column IKM dampingan of the list of
    tenaga, else only the average is known. Where some IKM have no pendamping yet, too few is no finding.
    """
    b = BatasRasio(**k.batas)
    for kegiatan in scope.kegiatan:
        rows = distinct_ikm(kegiatan.peserta)
        if any(p.pendamping for p in rows):
            yield from _per_pendamping(k, scope, kegiatan, rows, b)
        elif stated := [(t, n) for t in pendamping(scope, kegiatan) if (n := _how_many(t.dampingan))]:
            for tenaga, banyak in stated:
                if is_outside(banyak, b.min, b.max):
                    yield row_finding(
                        k, tenaga.cell("dampingan"), tenaga, kegiatan, nilai=str(banyak), batas=_words(b)
                    )
        elif rows:
            yield from _mean(k, scope, kegiatan, rows, b)


def _words(b: BatasRasio) -> str:
    return range_words(b.min, b.max)


def _per_pendamping(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, rows: list[Peserta], b: BatasRasio
) -> Iterator[Temuan]:
    groups: dict[str, list[Peserta]] = defaultdict(list)
    for p in rows:
        groups[normal_name(p.pendamping)].append(p)
    unplaced = groups.pop("", [])
    for p in unplaced:
        yield from missing_value(scope, k, p, "pendamping")
    for members in groups.values():
        few = len(members) < b.min and not unplaced
        if few or len(members) > b.max:
            first = members[0]
            yield activity_finding(
                k,
                first.cell("pendamping"),
                kegiatan,
                subjek=first.pendamping or "",
                nilai=str(len(members)),
                batas=_words(b),
            )


def _mean(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, rows: list[Peserta], b: BatasRasio
) -> Iterator[Temuan]:
    people = {normal_name(t.nama) for t in pendamping(scope, kegiatan)}
    if not people:
        yield from missing_column(scope, k, rows[0].tabel, "pendamping", kegiatan.rincian)
        return
    rerata = Decimal(len(rows)) / len(people)
    if is_outside(rerata, b.min, b.max):
        yield activity_finding(
            k,
            kegiatan.tempat_temuan,
            kegiatan,
            nilai=number_text(round(rerata, 1)),
            varian="rerata",
            batas=_words(b),
            ikm=len(rows),
            pendamping=len(people),
        )


def _how_many(dampingan: str | None) -> int:
    """How many IKM a text speaks of: `5`, `5 IKM`, or names apart by comma, semicolon or line; 0: unknown."""
    if not dampingan:
        return 0
    if number := re.match(r"\s*(\d{1,3})\s*(?:ikm|usaha|unit)?\s*$", dampingan.casefold()):
        return int(number[1])
    return len([name for name in re.split(r"[;,\n]|\bdan\b", dampingan) if name.strip()])
