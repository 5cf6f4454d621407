"""What a peserta has or has not: a NIB (`kepemilikan_nib`), the Kepala Daerah's decision (`sk`).

A blank in a column that is there means «has none» and is the finding itself; only a column that is not there
is DATA-KOSONG. A NIB that cannot be read is told of by NIB-FORMAT, not here.
"""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.activity_form import rows_of_group
from dak_excel.checks.missing import missing_column
from dak_excel.checks.notions import denies, dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import people_of
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta


class BatasNib(Model):
    """Nothing to set."""


@kind("kepemilikan_nib", BatasNib, isi=())
def kepemilikan_nib(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta with neither a NIB nor the readiness to make one."""
    for kegiatan in scope.kegiatan:
        for p in people_of(kegiatan.peserta):
            if p.nib or p.kesediaan_nib:
                continue
            if not (p.has("nib") or p.has("kesediaan_nib")):
                yield from missing_column(scope, k, p.tabel, "nib", kegiatan.rincian)
            elif not _is_written(scope, p):
                cell = p.cell("nib" if p.has("nib") else "kesediaan_nib")
                yield row_finding(k, cell, p, kegiatan)


def _is_written(scope: Scope, p: Peserta) -> bool:
    """Something stands there that may be a NIB or a readiness, and only the reader could not tell."""
    for name in ("nib", "kesediaan_nib"):
        if p.problem(name) and not denies(scope.juknis, str(p.raw(name))):
            return True
    return False


class BatasSk(Model):
    """`kelompok`: only these peserta need it (B2, B3: pengelola); `daftar`: asked of the list as a whole, not
    of each row (C3); `penerbit`: level of an SK by anyone but the Kepala Daerah."""

    kelompok: str = ""
    daftar: bool = False
    penerbit: Tingkat | None = None


@kind("sk", BatasSk, isi=(), varian=("penerbit", "daftar"))
def sk(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta whom no decision of the Kepala Daerah appoints, or a list that names none."""
    b = BatasSk(**k.batas)
    for kegiatan in scope.kegiatan:
        people, _ = rows_of_group(scope, kegiatan, b.kelompok)
        if stated := kegiatan.fact("sk"):  # one decision, in the title lines, for all of them
            if people and _other_issuer(scope, str(stated.nilai)):
                yield activity_finding(
                    k, stated.cell, kegiatan, nilai=str(stated.nilai), varian="penerbit", tingkat=b.penerbit
                )
        elif b.daftar and not any(p.sk and not denies(scope.juknis, p.sk) for p in people):
            if people and not any(p.problem("sk") for p in people) and not _decreed_sentra(scope):
                yield activity_finding(k, kegiatan.tempat_temuan, kegiatan, varian="daftar")
        else:
            yield from _by_person(k, scope, kegiatan, people, b)


def _by_person(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, people: list[Peserta], b: BatasSk
) -> Iterator[Temuan]:
    for p in people:
        if not p.has("sk"):
            if not b.daftar:
                yield from missing_column(scope, k, p.tabel, "sk", kegiatan.rincian)
        elif p.problem("sk"):
            continue
        elif not p.sk or denies(scope.juknis, p.sk):
            if not b.daftar:
                yield row_finding(k, p.cell("sk"), p, kegiatan)
        elif _other_issuer(scope, p.sk):
            yield row_finding(k, p.cell("sk"), p, kegiatan, nilai=p.sk, varian="penerbit", tingkat=b.penerbit)


def _other_issuer(scope: Scope, text: str) -> bool:
    """Whether an SK plainly names someone else as its issuer, and not the Kepala Daerah beside them."""
    return dictionary(scope.juknis, "penerbit_sk").groups(text) == {"lain"}


def _decreed_sentra(scope: Scope) -> bool:
    """The list of sentra gives a decision: then the Sentra was appointed, and with it its members."""
    return any(row.sk and not _other_issuer(scope, row.sk) for row in scope.daerah.sentra)
