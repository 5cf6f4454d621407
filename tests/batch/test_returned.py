"""Whether a returned copy is the same workbook: by the share of the older file's cells that stand in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dak_excel.annotate.strip import Stripped
from dak_excel.batch.readiness import InputFile
from dak_excel.batch.returned_copies import OpenedFile, supersede
from dak_excel.sheets.grid import Book, Grid


def opened(
    name: str, values: list[str], *, ours: bool, asal: tuple[str, ...] = (), saved: int = 1
) -> OpenedFile:
    berkas = InputFile(Path(name), name, 1, saved)
    stripped = Stripped(name.encode(), ours=ours, workbook="asli.xlsx" if ours else "", asal=asal)
    return OpenedFile(berkas, stripped, Book(name, "xlsx", [Grid(name, "S", [[v] for v in values])]))


@pytest.mark.parametrize(("kept", "replaces"), [(10, True), (8, True), (7, False), (5, False), (4, False)])
def test_four_fifths_of_the_cells_make_it_the_same_workbook(kept: int, replaces: bool) -> None:
    before = [f"nilai {n}" for n in range(10)]
    original = opened("asli.xlsx", before, ours=False)
    after = [*before[:kept], *(f"lain {n}" for n in range(10 - kept))]
    copy = opened("salinan.xlsx", after, ours=True, asal=(original.sha256,), saved=2)
    supersede([original, copy])
    assert (original.digantikan == "salinan.xlsx") is replaces
    assert not copy.digantikan
    assert any("keduanya dihitung" in note for note in copy.catatan) is not replaces
