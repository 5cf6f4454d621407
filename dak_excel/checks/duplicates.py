"""One person, or one NIB, twice in an activity: `orang_ganda`, `nib_ganda`.

A second list of the same people (attendance beside registration) is no doubling: between two tables only
those count that share few of their people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import People, people_of, who_is_who
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan
from dak_excel.sheets.records import Peserta
from dak_excel.sheets.tabel import Tabel

DAFTAR_YANG_SAMA = 0.5
"""Share of a list's people found in an earlier list from which it is that list once more."""


@kind("orang_ganda", NoParameters, isi=("pertama", "menurut"))
def orang_ganda(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone who stands twice in the list of one activity, by NIK or else by name and usaha."""
    for kegiatan in scope.kegiatan:
        for p, first in _repeated_rows(kegiatan):
            by_nik = p.nik is not None and p.nik == first.nik
            yield row_finding(
                k,
                p.cell("nik") if by_nik else p.cell("nama"),
                p,
                kegiatan,
                pertama=_where(first, p),
                menurut="NIK-nya sama" if by_nik else "nama dan usahanya sama" if p.usaha else "namanya sama",
            )


def _repeated_rows(kegiatan: Kegiatan) -> list[tuple[Peserta, Peserta]]:
    """Rows of someone who stood before: (the row, the first one), but none of a list given once more."""
    first = {id(p): rows[0] for rows in who_is_who(kegiatan.peserta).rows for p in rows[1:]}
    pairs = [(p, first[id(p)]) for p in people_of(kegiatan.peserta) if id(p) in first]
    if not pairs:
        return []
    shared = Counter((id(p.tabel), id(q.tabel)) for p, q in pairs)
    size = Counter(id(p.tabel) for p in people_of(kegiatan.peserta))

    def once_more(later: Tabel, before: Tabel) -> bool:
        listed = size[id(later)]
        return later is not before and shared[id(later), id(before)] >= DAFTAR_YANG_SAMA * listed

    return [(p, q) for p, q in pairs if not once_more(p.tabel, q.tabel)]


def _where(first: Peserta, p: Peserta) -> str:
    """Where the first row is, for the user: its row, and its sheet when that is another."""
    if first.tabel.grid is p.tabel.grid:
        return f"baris {first.row}"
    return f"baris {first.row} lembar «{first.tabel.grid.sheet}»"


@kind("nib_ganda", NoParameters, isi=("pertama", "orang_pertama"))
def nib_ganda(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A NIB that two people of one activity give."""
    for kegiatan in scope.kegiatan:
        seen: dict[str, Peserta] = {}
        for p in people_of(kegiatan.peserta):
            if p.nib is None:
                continue
            first = seen.setdefault(p.nib, p)
            if first is not p and p not in People([first]):
                yield row_finding(
                    k,
                    p.cell("nib"),
                    p,
                    kegiatan,
                    nilai=p.nib,
                    pertama=_where(first, p),
                    orang_pertama=first.subjek,
                )
