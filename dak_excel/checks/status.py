"""Who a peserta is: `status`, with the words of istilah `status` (pelaku IKM, calon pengusaha, pengelola
…).

A status that names an allowed group is fine, one that names another is the finding. What no word of the
juknis fits is a `telaah`, once for each such text of an activity. A list without a status column tells of
pelaku IKM all the same when it gives their usaha or NIB.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dak_excel.checks.missing import missing_column, missing_value
from dak_excel.checks.notions import Dictionary, dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import people_of
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta

PELAKU = frozenset({"pelaku_ikm", "pengusaha_ikm", "pengusaha_baru"})
JABATAN = frozenset({"pengelola", "pengurus", "operator", "masyarakat"})
"""Groups that do not rule out that the person has a usaha of their own."""
PUNYA_LAIN = frozenset({"pekerja", "pelajar"})
"""Someone employed or studying: the usaha beside the name may be the employer's, or one of their own."""


class BatasStatus(Model):
    """`boleh`: allowed groups of istilah `status`; `ragu`: groups that leave it open; `sasaran`: the same in
    the juknis's words; `sentra`: they must be in a Sentra IKM; `longgar`: only what plainly says
    otherwise counts, a blank or an unclear text does not."""

    boleh: tuple[str, ...]
    ragu: tuple[str, ...] = ()
    sasaran: str
    sentra: bool = False
    longgar: bool = False


@kind("status", BatasStatus, isi=("banyak",), varian=("sentra", "ragu"))
def status(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta who is not of the target group, or not in a Sentra IKM."""
    b = BatasStatus(**k.batas)
    words, sentra = dictionary(scope.juknis, "status"), dictionary(scope.juknis, "sentra")
    for kegiatan in scope.kegiatan:
        doubtful: dict[str, list[Peserta]] = defaultdict(list)
        for p in people_of(kegiatan.peserta):
            if not p.status:
                yield from _without_status(k, scope, p, b)
            elif (verdict := _verdict(words, p, b)) is None:
                doubtful[p.status].append(p)
            elif not verdict:
                yield row_finding(k, p.cell("status"), p, kegiatan, nilai=f"«{p.status}»")
            if b.sentra:
                yield from _sentra(k, scope, kegiatan, p, sentra, b)
        for text, rows in doubtful.items() if not b.longgar else ():
            yield activity_finding(
                k,
                rows[0].cell("status"),
                kegiatan,
                subjek=rows[0].subjek,
                nilai=f"«{text}»",
                varian="ragu",
                tingkat=Tingkat.TELAAH,
                banyak=len(rows),
            )


def _verdict(words: Dictionary, p: Peserta, b: BatasStatus) -> bool | None:
    """True: allowed, False: not, None: a person must look."""
    groups = words.groups(p.status)
    allowed = groups & set(b.boleh)
    if allowed:
        return True
    if groups and groups <= {"abai"}:
        return True
    named = groups - {"abai"}
    if not named or named & set(b.ragu):
        return None
    if named & PUNYA_LAIN and PELAKU & set(b.boleh) and (p.usaha or p.nib):
        return None
    return bool(named <= JABATAN and PELAKU & set(b.boleh) and (p.usaha or p.nib))


def _without_status(k: Ketentuan, scope: Scope, p: Peserta, b: BatasStatus) -> Iterator[Temuan]:
    if b.longgar or (not p.has("status") and PELAKU & set(b.boleh) and (p.usaha or p.nib)):
        return
    yield from missing_value(scope, k, p, "status")


def _sentra(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, p: Peserta, words: Dictionary, b: BatasStatus
) -> Iterator[Temuan]:
    if p.sentra:
        if words.exact(p.sentra) == "luar":
            yield row_finding(k, p.cell("sentra"), p, kegiatan, nilai=f"«{p.sentra}»", varian="sentra")
    elif b.longgar:
        return
    elif p.has("sentra"):
        yield from missing_value(scope, k, p, "sentra")
    elif not kegiatan.fact("sentra"):
        yield from missing_column(scope, k, p.tabel, "sentra", kegiatan.rincian)
