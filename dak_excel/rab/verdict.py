"""The verdict on a budget line."""

from __future__ import annotations

from dataclasses import dataclass

TELAAH_ID = "RAB-TELAAH"


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """The verdict on a line.

    `ketentuan` is the rule that it breaks (`RAB-1-OPERASIONAL` … `RAB-4-ASET`), `RAB-TELAAH`, or None when it
    is allowed. `alasan` says why, `kata` which words decided; for a RAB-TELAAH `mungkin` are the exclusions
    that it may fall under and `memutus` what would settle it. `yakin` is 0 … 1. `bukti` are the readings that
    were added up, each in words.
    """

    ketentuan: str | None
    alasan: str
    yakin: float
    mungkin: tuple[str, ...] = ()
    memutus: str = ""
    kata: tuple[str, ...] = ()
    aturan: str = ""
    mandiri: bool = False
    """The headings would add nothing."""
    bukti: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """`boleh`, `perlu ditelaah`, or the id of the exclusion."""
        if self.ketentuan is None:
            return "boleh"
        return "perlu ditelaah" if self.ketentuan == TELAAH_ID else self.ketentuan


UMUM = LineVerdict(None, "tidak ada kata yang mengarah pada biaya yang dikecualikan", 0.5)
"""Nothing is known of the line."""
