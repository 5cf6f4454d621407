"""What speaks for each verdict on a budget line: readings of it, weighed, added up and told in words.

A line is read alone, and once more with each heading above it. Every reading says what the line is and counts
with its weight (`bobot` of `kosakata_rab.yaml`) times its certainty. The verdict with the most behind it
holds; where an allowed and an excluded cost are about equal, a person must look.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dak_excel.rab.verdict import TELAAH_ID, LineVerdict

PASTI = 0.7
"""Certainty from which a reading with more headings settles what another one left in doubt."""
SELISIH = 0.35
"""Lead below which an excluded and an allowed cost are taken to be equal."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One reading: where it comes from in the user's words, what it says, and how much it counts."""

    sumber: str
    kelas: LineVerdict
    bobot: float

    @property
    def nilai(self) -> float:
        """What it adds to its verdict."""
        return self.bobot * self.kelas.yakin

    def __str__(self) -> str:
        """`judul «C. SEWA»: sewa mesin … boleh (+1,9)`."""
        amount = f"{self.nilai:.1f}".replace(".", ",")
        words = ", ".join(f"«{word}»" for word in self.kelas.kata)
        return f"{self.sumber}: {self.kelas.alasan}{f' ({words})' if words else ''}, bobot {amount}"


def add_up(bukti: Sequence[Clue]) -> LineVerdict:
    """The verdict that has the most behind it, with the readings as its reasons.

    Raises ValueError without any reading.
    """
    support: dict[str | None, float] = defaultdict(float)
    for at, one in enumerate(bukti):
        if not _settled(one, bukti[at + 1 :]):
            support[one.kelas.ketentuan] += one.nilai
    best = max(support, key=lambda name: support[name])
    chosen = max((b for b in bukti if b.kelas.ketentuan == best), key=lambda b: b.nilai).kelas
    rival = None if best not in (None, TELAAH_ID) else _strongest_exclusion(support)
    excluded = best if best not in (None, TELAAH_ID) else rival
    if excluded and None in support and abs(support[excluded] - support[None]) < SELISIH:
        chosen = _undecided(chosen, excluded)
    return replace(chosen, bukti=tuple(str(one) for one in bukti))


def _settled(one: Clue, wider: Sequence[Clue]) -> bool:
    """Whether a doubt is settled by a later reading, which knows more headings than this one."""
    if one.kelas.ketentuan != TELAAH_ID:
        return False
    return any(w.kelas.ketentuan != TELAAH_ID and w.kelas.yakin >= PASTI for w in wider)


def _strongest_exclusion(support: dict[str | None, float]) -> str | None:
    names = [name for name in support if name not in (None, TELAAH_ID)]
    return max(names, key=lambda name: support[name], default=None)


def _undecided(chosen: LineVerdict, excluded: str) -> LineVerdict:
    return replace(
        chosen,
        ketentuan=TELAAH_ID,
        alasan="judul di atasnya dan uraiannya menunjuk ke jenis biaya yang berlainan",
        yakin=0.5,
        mungkin=(excluded,),
        memutus="apa yang sebenarnya dibayar dari baris ini; samakan uraian dengan judulnya",
    )
