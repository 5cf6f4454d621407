"""Journal: what was done with which inputs, so that an unchanged daerah is not done again (SQLite).

Deleting it is harmless: the next run does everything once more. A damaged one is put aside and begun anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from dak_excel.batch.hasil import HasilDaerah

BENTUK = 1
"""Version of the tables; a journal of another one is begun anew."""

_TABLES = """
create table if not exists daerah (
  nama text primary key, sidik text not null, hasil text not null
);
create table if not exists sidik_berkas (
  path text primary key, ukuran integer not null, mtime_ns integer not null, sha256 text not null
);
"""


class Jurnal:
    """An open journal. Use `buka`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def hasil(self, nama: str) -> tuple[str, HasilDaerah] | None:
        """Fingerprint of the inputs and result of a daerah's last run."""
        row = self._db.execute("select sidik, hasil from daerah where nama = ?", (nama,)).fetchone()
        if row is None:
            return None
        try:
            return row[0], HasilDaerah.model_validate_json(row[1])
        except ValueError:  # written by another version
            return None

    def sidik(self, nama: str) -> str:
        """Fingerprint alone; empty when the daerah is not known."""
        row = self._db.execute("select sidik from daerah where nama = ?", (nama,)).fetchone()
        return str(row[0]) if row else ""

    def catat(self, nama: str, sidik: str, hasil: HasilDaerah) -> None:
        """Remembers a result. An empty fingerprint makes the next run do the daerah again."""
        with self._db:
            self._db.execute(
                "insert or replace into daerah values (?, ?, ?)", (nama, sidik, hasil.model_dump_json())
            )

    def buang_selain(self, nama: set[str]) -> None:
        """Forgets daerah that are no longer in the input folder."""
        known = {row[0] for row in self._db.execute("select nama from daerah")}
        with self._db:
            self._db.executemany("delete from daerah where nama = ?", [(n,) for n in known - nama])

    def sha256(self, path: str, ukuran: int, mtime_ns: int) -> str:
        """The hash of a file whose size and time have not changed since it was taken; else empty."""
        row = self._db.execute(
            "select sha256 from sidik_berkas where path = ? and ukuran = ? and mtime_ns = ?",
            (path, ukuran, mtime_ns),
        ).fetchone()
        return str(row[0]) if row else ""

    def catat_sha256(self, rows: list[tuple[str, int, int, str]]) -> None:
        """Remembers hashes: (path, size, mtime in ns, SHA-256)."""
        with self._db:
            self._db.executemany("insert or replace into sidik_berkas values (?, ?, ?, ?)", rows)


@contextlib.contextmanager
def buka(path: Path) -> Iterator[Jurnal]:
    """Opens the journal, making it when there is none and anew when it is damaged."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        connection = _connect(path)
    except sqlite3.DatabaseError:
        for leftover in path.parent.glob(path.name + "*"):
            leftover.unlink()
        connection = _connect(path)
    try:
        yield Jurnal(connection)
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30)
    try:
        # WAL survives a power cut; on network shares SQLite refuses it and keeps its older safe mode.
        connection.execute("pragma journal_mode = wal")
        if connection.execute("pragma user_version").fetchone()[0] not in (0, BENTUK):
            connection.executescript("drop table if exists daerah; drop table if exists sidik_berkas;")
        connection.executescript(_TABLES)
        connection.execute(f"pragma user_version = {BENTUK}")
        connection.execute("select count(*) from daerah").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
