"""What the user is told of a sheet whose budget has other versions: whether it counts, and which one does."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.daerah.anggaran import Anggaran, BudgetVersion, budgets_of
from dak_excel.daerah.model import Daerah
from dak_excel.indonesian import listing, short_rupiah
from dak_excel.sheets.grid import CellRange


def note_versions(daerah: Daerah) -> None:
    """Adds to the notes of each sheet what its budget is among several of one activity."""
    notes = [note for one in budgets_of(daerah) for note in _notes(one)]
    if not notes:
        return
    for sheet in daerah.sheets():
        sheet.notes += [text for ref, text in notes if ref == sheet.grid.ref()]


def _notes(one: Anggaran) -> Iterator[tuple[CellRange, str]]:
    counts = _named(one.berlaku)
    for versi in one.lama:
        yield (
            _ref(versi),
            f"RAB ini ({short_rupiah(versi.jumlah)}) versi lama, tidak dihitung; {counts} yang berlaku.",
        )
    for versi in one.salinan:
        if one.berlaku:
            yield _ref(versi), f"RAB ini sama jumlahnya dengan {counts}, jadi hanya dihitung sekali."
    if one.lama:
        for versi in one.berlaku:
            yield _ref(versi), f"RAB ini yang berlaku; versi lamanya tidak dihitung: {_named(one.lama)}."
    for versi in one.sengketa:
        others = _named(tuple(other for other in one.sengketa if other is not versi))
        yield _ref(versi), f"Belum jelas apakah RAB ini yang berlaku, atau {others}."


def _named(versions: tuple[BudgetVersion, ...]) -> str:
    return listing([f"{versi.sumber} ({short_rupiah(versi.jumlah)})" for versi in versions])


def _ref(versi: BudgetVersion) -> CellRange:
    return versi.tabel[0].grid.ref()
