"""What a long list costs: each check goes through it a few times, not once for every person in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dak_excel.batch.check import check_files
from dak_excel.config import load_settings
from dak_excel.daerah.orang import People
from dak_excel.sheets.records import Peserta
from tests.kecil import buku_peserta


def test_people_are_gone_through_a_few_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    real = People.find

    def counted(self: People, row: Peserta) -> int | None:
        nonlocal asked
        asked += 1
        return real(self, row)

    monkeypatch.setattr(People, "find", counted)
    path = tmp_path / "peserta.xlsx"
    path.write_bytes(buku_peserta(orang=300))
    check_files([path], load_settings(per=date(2023, 7, 1)), None)
    assert 300 <= asked <= 300 * 12
