"""Memory: what one daerah needed is free again when the next one begins."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

from dak_excel.batch.intake import find_daerah
from dak_excel.config import Settings
from dak_excel.nightly.task import Task, complete
from tests.kecil import LIMA


def test_no_objects_are_left_of_a_daerah_that_is_done(tmp_path: Path) -> None:
    masukan = tmp_path / "masukan"
    for number in range(1, 7):
        folder = masukan / f"Kabupaten {number}"
        folder.mkdir(parents=True)
        for maker in LIMA:
            (folder / f"{maker.__name__}.xlsx").write_bytes(maker(number))
    pengaturan = Settings(
        masukan=masukan, keluaran=tmp_path / "keluaran", per=date(2023, 7, 20), tata_letak=False
    )
    held = []
    for one in find_daerah(masukan, pengaturan.keluaran):
        assert not complete(Task(one, one.nama, ""), pengaturan).sebab
        held.append(len(gc.get_objects()))
    # 2 objects a daerah; uncollected cycles come to a thousand, and hold whole workbooks
    assert max(held) - held[0] < 200
