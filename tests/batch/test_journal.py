"""The journal and the lock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dak_excel.batch.hasil import HasilDaerah
from dak_excel.batch.journal import buka
from dak_excel.batch.lock import Terkunci, kunci


def hasil(nama: str = "A") -> HasilDaerah:
    return HasilDaerah(
        nama=nama,
        folder=nama,
        diperiksa=datetime(2023, 7, 1, tzinfo=UTC),
        per=date(2023, 7, 1),
        versi="1",
        juknis="Permenperin 7/2023",
    )


def test_what_was_noted_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "intern/jurnal.sqlite"
    with buka(path) as jurnal:
        jurnal.catat("A", "sidik", hasil())
        jurnal.catat_sha256([("/x.xlsx", 3, 4, "abc")])
    with buka(path) as jurnal:
        assert jurnal.hasil("A") == ("sidik", hasil())
        assert jurnal.sha256("/x.xlsx", 3, 4) == "abc"
        assert jurnal.sha256("/x.xlsx", 3, 5) == ""


def test_a_daerah_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    with buka(tmp_path / "j.sqlite") as jurnal:
        jurnal.catat("A", "1", hasil())
        jurnal.catat("B", "1", hasil("B"))
        jurnal.buang_selain({"B"})
        assert jurnal.hasil("A") is None
        assert jurnal.sidik("B") == "1"


@pytest.mark.parametrize("damage", [b"", b"bukan sqlite sama sekali" * 200])
def test_a_damaged_journal_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "j.sqlite"
    with buka(path) as jurnal:
        jurnal.catat("A", "1", hasil())
    path.write_bytes(damage)
    with buka(path) as jurnal:
        assert jurnal.hasil("A") is None
        jurnal.catat("A", "2", hasil())
        assert jurnal.sidik("A") == "2"


def test_the_second_run_learns_who_has_the_lock(tmp_path: Path) -> None:
    with (
        kunci(tmp_path),
        pytest.raises(Terkunci, match=r"sedang dipakai proses lain \(.* di komputer"),
        kunci(tmp_path),
    ):
        pass
    with kunci(tmp_path):
        pass
