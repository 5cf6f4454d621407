"""Journal: what was done with which inputs, so that an unchanged daerah is not done again (SQLite).

Deleting it is harmless: the next run does everything once more. A damaged one is begun anew. When the disk
refuses it, the run goes on with a copy in memory, and the next run does again what was not written down.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance

BENTUK = 2
"""Version of the tables; a journal of another one is begun anew."""

_TABLES = """
create table if not exists daerah (
  folder text primary key, sidik text not null, sekilas text not null, hasil text not null
);
create table if not exists sidik_berkas (
  path text primary key, ukuran integer not null, mtime_ns integer not null, ctime_ns integer not null,
  sha256 text not null
);
create table if not exists ringkasan (sidik text not null);
create table if not exists tertunda (hal text primary key);
"""
_NAMES = ("daerah", "sidik_berkas", "ringkasan", "tertunda")
_DROP = "".join(f"drop table if exists {name};" for name in _NAMES)
_MEMORY = ":memory:"

Tanda = tuple[int, int, int]
"""Size in bytes, time of change and of creation or status change in ns."""


class Journal:
    """An open journal. Use `buka`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def result(self, folder: str) -> DaerahResult | None:
        """The result of a daerah's last run; None when there is none or another version wrote it."""
        row = self._db.execute("select hasil from daerah where folder = ?", (folder,)).fetchone()
        try:
            return DaerahResult.model_validate_json(row[0]) if row else None
        except ValueError:
            return None

    def glance(self, folder: str) -> Glance | None:
        """The short form of that result."""
        row = self._db.execute("select sekilas from daerah where folder = ?", (folder,)).fetchone()
        try:
            return Glance.model_validate_json(row[0]) if row else None
        except ValueError:
            return None

    def fingerprints(self) -> dict[str, str]:
        """Fingerprints of the inputs of all daerah, by output folder."""
        return dict(self._db.execute("select folder, sidik from daerah"))

    def record(self, folder: str, sidik: str, hasil: DaerahResult) -> None:
        """Remembers a result. An empty fingerprint makes the next run do the daerah again."""
        row = (folder, sidik, hasil.glance().model_dump_json(), hasil.model_dump_json())
        self._write("insert or replace into daerah values (?, ?, ?, ?)", [row])

    def keep_only(self, folder: Iterable[str]) -> None:
        """Forgets daerah that are no longer in the input folder."""
        gone = self.fingerprints().keys() - set(folder)
        self._write("delete from daerah where folder = ?", [(name,) for name in gone])

    def file_fingerprints(self) -> dict[str, tuple[Tanda, str]]:
        """Of each known file by path: size and times when its hash was taken, and the hash."""
        rows = self._db.execute("select path, ukuran, mtime_ns, ctime_ns, sha256 from sidik_berkas")
        return {path: (tuple(tanda), digest) for path, *tanda, digest in rows}

    def record_files(self, rows: Sequence[tuple[str, Tanda, str]], lupakan: Iterable[str] = ()) -> None:
        """Remembers hashes (path, size and times, SHA-256), and forgets files that are gone."""
        self._write("delete from sidik_berkas where path = ?", [(path,) for path in lupakan])
        self._write(
            "insert or replace into sidik_berkas values (?, ?, ?, ?, ?)",
            [(path, *tanda, digest) for path, tanda, digest in rows],
        )

    @property
    def summary_fingerprint(self) -> str:
        """Fingerprint of all that the tables of findings were last made from; empty when unknown."""
        row = self._db.execute("select sidik from ringkasan").fetchone()
        return str(row[0]) if row else ""

    @summary_fingerprint.setter
    def summary_fingerprint(self, sidik: str) -> None:
        self._write("delete from ringkasan", [()])
        self._write("insert into ringkasan values (?)", [(sidik,)])

    @property
    def mail_pending(self) -> bool:
        """Whether there is something to be mailed that has not been."""
        return self._db.execute("select 1 from tertunda where hal = 'surel'").fetchone() is not None

    @mail_pending.setter
    def mail_pending(self, tertunda: bool) -> None:
        insert, delete = "insert or ignore into tertunda values (?)", "delete from tertunda where hal = ?"
        self._write(insert if tertunda else delete, [("surel",)])

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if not rows:
            return
        try:
            with self._db:
                self._db.executemany(statement, rows)
        except sqlite3.OperationalError:  # disk full, or the network is gone
            self._into_memory()
            with self._db:
                self._db.executemany(statement, rows)

    def _into_memory(self) -> None:
        """Goes on with a copy in memory, of what can still be read."""
        memory = sqlite3.connect(_MEMORY)
        try:
            self._db.backup(memory)
        except sqlite3.Error:
            memory = _prepared(sqlite3.connect(_MEMORY))
        with contextlib.suppress(sqlite3.Error):
            self._db.close()
        self._db = memory

    def close(self) -> None:
        """Closes the file."""
        self._db.close()


@contextlib.contextmanager
def open_journal(path: Path) -> Iterator[Journal]:
    """Opens the journal: made when there is none, anew when it is damaged, in memory when it cannot be."""
    jurnal = Journal(_open(path))
    try:
        yield jurnal
    finally:
        jurnal.close()


def _open(path: Path) -> sqlite3.Connection:
    for attempt in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _prepared(sqlite3.connect(path, timeout=30))
        except sqlite3.OperationalError:  # cannot be opened or written: full, read-only
            break
        except sqlite3.DatabaseError:  # damaged
            if attempt == 0:
                _remove(path)
        except OSError:
            break
    return _prepared(sqlite3.connect(_MEMORY))


def _remove(path: Path) -> None:
    for leftover in path.parent.glob(path.name + "*"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Makes the tables where they are missing. Raises sqlite3.DatabaseError when the file is damaged."""
    try:
        _survive_power_cuts(connection)
        if connection.execute("pragma user_version").fetchone()[0] != BENTUK:
            connection.executescript(_DROP)
        connection.executescript(_TABLES)
        connection.execute(f"pragma user_version = {BENTUK}")
        for table in _NAMES:
            connection.execute(f"select count(*) from {table}").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _survive_power_cuts(connection: sqlite3.Connection) -> None:
    """WAL where it works; on network shares, which cannot share memory, SQLite's older way of the same."""
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.execute("pragma journal_mode = delete")
