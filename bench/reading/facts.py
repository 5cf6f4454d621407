"""Facts of a sheet: what a person who looked at it knows to be true, in YAML beside the workbooks.

A file of facts is a list; one entry a sheet:

    - file: 14-kolom-jumlah.xlsx    # relative to the folder of workbooks
      sheet: RAB                    # left out: the only sheet of the file
      kind: [rab]                   # kinds that are right
      header: [4, 4]                # first and last heading row
      columns: {uraian: B/C, pagu: F+H}   # field: letters; / between alternatives, + where all belong to it
      not_columns: {usia: J}        # what a column is not
      rows: [5, 6, 7]               # rows of the details, or only how many
      totals: {jumlah: 2850000}     # field: rupiah, or any of several; null: the sheet does not say
      findings: {RAB-SUBTOTAL/BACA-JUMLAH: 2}   # figures that are truly wrong, under either rule; every
                                    # other finding of the rules `ARITHMETIC` is then a false alarm
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

SPEAKING = ("BACA-RAGU", "BACA-JUMLAH", "RAB-SUBTOTAL", "RAB-VERSI")
"""Rules whose findings tell the user that a total is not to be trusted."""
ARITHMETIC = (*SPEAKING, "RAB-HITUNG", "DATA-ANGKA")
"""Rules that accuse the sheet's figures; on a sheet that is right they are false alarms."""


class SheetFacts(BaseModel):
    """What is true of one sheet."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    sheet: str = ""
    kind: tuple[str, ...]
    header: tuple[int, int] | None = None
    columns: dict[str, str] = Field(default_factory=dict)
    not_columns: dict[str, str] = Field(default_factory=dict)
    rows: tuple[int, ...] | int | None = None
    totals: dict[str, Decimal | tuple[Decimal, ...] | None] = Field(default_factory=dict)
    findings: dict[str, int] | None = None
    """None: nothing is known of the findings."""
    habits: tuple[str, ...] = ()
    """What a generated layout is made of."""

    @property
    def name(self) -> str:
        """File and sheet, as a person would say them."""
        return f"{self.file} {self.sheet}".strip()


def load_facts(path: Path) -> list[SheetFacts]:
    """The facts of a YAML file. Raises `pydantic.ValidationError` for what is none."""
    return [SheetFacts.model_validate(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))]


def save_facts(path: Path, facts: Sequence[SheetFacts]) -> None:
    """Writes facts as `load_facts` reads them."""
    plain = [entry.model_dump(mode="json", exclude_defaults=True) for entry in facts]
    path.write_text(yaml.safe_dump(plain, sort_keys=False, allow_unicode=True), encoding="utf-8")


def alternatives(letters: str) -> list[set[str]]:
    """`F+H` → [{F, H}]; `B/C` → [{B}, {C}]."""
    return [set(one.split("+")) for one in letters.split("/")]
