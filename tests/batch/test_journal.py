"""The journal and the lock."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dak_excel.batch import journal
from dak_excel.batch.journal import open_journal
from dak_excel.batch.lock import Locked, lock
from dak_excel.results.daerah import DaerahResult


def hasil(nama: str = "A") -> DaerahResult:
    return DaerahResult(
        nama=nama,
        folder=nama,
        diperiksa=datetime(2023, 7, 1, tzinfo=UTC),
        per=date(2023, 7, 1),
        versi="1",
        juknis="Permenperin 7/2023",
    )


def test_what_was_noted_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "intern/jurnal.sqlite"
    with open_journal(path) as jurnal:
        jurnal.record("A", "sidik", hasil())
        jurnal.record_files([("/x.xlsx", (3, 4, 5), "abc"), ("/y.xlsx", (1, 1, 1), "def")])
        jurnal.record_files([], ["/y.xlsx"])
        jurnal.summary_fingerprint = "r"
    with open_journal(path) as jurnal:
        assert jurnal.result("A") == hasil()
        assert jurnal.glance("A") == hasil().glance()
        assert jurnal.fingerprints() == {"A": "sidik"}
        assert jurnal.file_fingerprints() == {"/x.xlsx": ((3, 4, 5), "abc")}
        assert jurnal.summary_fingerprint == "r"


def test_a_daerah_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as jurnal:
        jurnal.record("A", "1", hasil())
        jurnal.record("B", "1", hasil("B"))
        jurnal.keep_only({"B"})
        assert jurnal.result("A") is None
        assert jurnal.fingerprints() == {"B": "1"}


def big(nama: str) -> DaerahResult:
    return hasil(nama).model_copy(update={"disisihkan": ["x" * 500] * 100})


@pytest.mark.parametrize("damage", [b"", b"bukan sqlite sama sekali" * 200])
def test_a_damaged_journal_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "j.sqlite"
    with open_journal(path) as jurnal:
        jurnal.record("A", "1", hasil())
    path.write_bytes(damage)
    with open_journal(path) as jurnal:
        assert jurnal.result("A") is None
        jurnal.record("A", "2", hasil())
        assert jurnal.fingerprints() == {"A": "2"}


def test_a_journal_of_an_earlier_version_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as old:
        old.executescript("create table daerah (nama text); pragma user_version = 1;")
    with open_journal(path) as jurnal:
        jurnal.record("A", "1", hasil())
        assert jurnal.result("A") == hasil()


def test_a_result_that_another_version_wrote_is_done_again(tmp_path: Path) -> None:
    path = tmp_path / "j.sqlite"
    with open_journal(path) as jurnal:
        jurnal.record("A", "1", hasil())
    with contextlib.closing(sqlite3.connect(path)) as other, other:
        other.execute("update daerah set hasil = '{}', sekilas = '{}'")
    with open_journal(path) as jurnal:
        assert jurnal.result("A") is None
        assert jurnal.glance("A") is None


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for such a share is a POSIX part of SQLite")
def test_a_share_that_cannot_share_memory_gets_the_older_safe_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def without_shared_memory(path: object, **options: object) -> sqlite3.Connection:
        return real(f"file:{path}?vfs=unix-dotfile", uri=True, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(journal.sqlite3, "connect", without_shared_memory)
    path = tmp_path / "j.sqlite"
    with open_journal(path) as jurnal:
        jurnal.record("A", "1", hasil())
    monkeypatch.undo()
    with contextlib.closing(sqlite3.connect(path)) as plain:
        assert plain.execute("pragma journal_mode").fetchone()[0] == "delete"
        assert plain.execute("select folder from daerah").fetchall() == [("A",)]


def test_a_disk_that_is_full_on_the_way_leaves_the_run_its_memory(tmp_path: Path) -> None:
    with open_journal(tmp_path / "j.sqlite") as jurnal:
        jurnal.record("A", "1", hasil())
        jurnal._db.execute("pragma max_page_count = 1")  # SQLite then says «database or disk is full»
        jurnal.record("B", "1", big("B"))
        assert jurnal.result("B") == big("B")
        assert jurnal.result("A") == hasil()
    with open_journal(tmp_path / "j.sqlite") as jurnal:
        assert jurnal.result("A") == hasil()
        assert jurnal.result("B") is None


def test_a_place_that_cannot_be_written_leaves_the_run_its_memory(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"bukan folder")
    with open_journal(tmp_path / "berkas/j.sqlite") as jurnal:
        jurnal.record("A", "1", hasil())
        assert jurnal.result("A") == hasil()


def test_the_second_run_learns_who_has_the_lock(tmp_path: Path) -> None:
    with (
        lock(tmp_path),
        pytest.raises(Locked, match=r"sedang dipakai proses lain \(.* di komputer"),
        lock(tmp_path),
    ):
        pass
    with lock(tmp_path):
        pass
