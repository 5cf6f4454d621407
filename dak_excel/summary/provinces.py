"""Provinces: the daerah of a run added up by province, for the front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dak_excel.findings import Tingkat
from dak_excel.results.glance import Glance
from dak_excel.results.history import percent_paid, sums_told
from dak_excel.summary.agenda import needs_action

TIDAK_DIKETAHUI = "Provinsi tidak diketahui"


@dataclass(slots=True)
class Province:
    """A province: its daerah, those in need of action first."""

    nama: str
    daerah: list[Glance] = field(default_factory=list)

    @property
    def perlu(self) -> int:
        """Daerah in which a person has something to do."""
        return sum(map(needs_action, self.daerah))

    @property
    def pelanggaran(self) -> int:
        """Violations to act on."""
        return sum(one.terbuka.get(Tingkat.PELANGGARAN, 0) for one in self.daerah)

    @property
    def lain(self) -> int:
        """Other findings to act on."""
        return sum(sum(one.terbuka.values()) for one in self.daerah) - self.pelanggaran

    @property
    def dipertaruhkan(self) -> Decimal:
        """Rupiah of the findings to act on."""
        return sum((one.dipertaruhkan for one in self.daerah), Decimal(0))

    @property
    def serapan(self) -> float | None:
        """Paid of pagu, per cent, over the daerah of which both are known; None where none is."""
        return percent_paid(*sums_told((d.realisasi, d.pagu) for d in self.daerah))


def by_province(daerah: Sequence[Glance]) -> list[Province]:
    """The provinces by name, what is of no known province last; none where all daerah are of one."""
    found: dict[str, Province] = {}
    for one in sorted(daerah, key=lambda d: (not needs_action(d), d.nama)):
        nama = one.provinsi or TIDAK_DIKETAHUI
        found.setdefault(nama, Province(nama)).daerah.append(one)
    if len(found) < 2:
        return []
    return sorted(found.values(), key=lambda p: (p.nama == TIDAK_DIKETAHUI, p.nama))
