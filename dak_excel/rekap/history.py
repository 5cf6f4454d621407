"""History: what each run made of each daerah, kept apart from the journal (SQLite).

The journal only saves work and may be thrown away; this cannot be made again. So it has three homes, and each
is begun from those that are left: the file in the output folder, a copy of it in the user's own folder of the
system, and the table `riwayat.csv` (which does not tell the ages of single findings).
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Set
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from dak_excel.output.atomic import discard, write_whole
from dak_excel.rekap.history_rows import KOLOM_RIWAYAT, HistoryRow, history_row, read_rows
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.history import Moment, PastRuns, sums_told

_COLUMNS = ", ".join(KOLOM_RIWAYAT)
_TABLES = f"""
create table if not exists proses ({_COLUMNS}, primary key (folder, saat)) without rowid;
create table if not exists umur (folder text primary key, sejak text not null, isi text not null);
"""
_INSERT = f"insert or ignore into proses ({_COLUMNS}) values ({', '.join('?' * len(KOLOM_RIWAYAT))})"


class RunHistory:
    """An open history. Use `open_history`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.changed = False
        """Whether something was noted since it was opened."""

    def past(self, folder: str, tahun: int, per: date) -> PastRuns:
        """What is remembered of a daerah under the juknis of a year, up to a day."""
        moments: dict[date, Moment] = {}
        query = (
            "select per, terbuka, realisasi, pagu from proses where folder = ? and tahun = ? and per <= ?"
            " and terbuka is not null order by per, saat"
        )
        number = 0
        for day, *figures in self._db.execute(query, (folder, tahun, per.isoformat())):
            when = date.fromisoformat(day)
            moments[when] = Moment(when, *figures)
            number += 1
        known = self._db.execute("select sejak, isi from umur where folder = ?", (folder,)).fetchone()
        return PastRuns(
            sejak=next(iter(moments), None),
            proses=number,
            titik=tuple(moments.values()),
            umur={k: date.fromisoformat(day) for k, day in json.loads(known[1]).items()} if known else {},
            umur_sejak=date.fromisoformat(known[0]) if known else None,
        )

    def note(self, hasil: DaerahResult, tahun: int) -> None:
        """Adds what a run made of a daerah. Raises sqlite3.Error when the disk refuses."""
        row = history_row(hasil, tahun)
        with self._db:
            self._db.execute(_INSERT, [row[name] for name in KOLOM_RIWAYAT])
            if hasil.riwayat:
                known = self._db.execute("select isi from umur where folder = ?", (hasil.folder,)).fetchone()
                # what stands in a file that cannot be read now is neither mended nor new
                ages = json.loads(known[0]) if known and any(b.sebab for b in hasil.berkas) else {}
                ages |= {t.kunci: t.sejak.isoformat() for t in hasil.temuan if t.sejak}
                told = (hasil.folder, hasil.riwayat.umur_sejak.isoformat(), json.dumps(ages))
                self._db.execute("insert or replace into umur values (?, ?, ?)", told)
        self.changed = True

    def rows(self) -> Iterator[HistoryRow]:
        """All rows, oldest run first."""
        for values in self._db.execute(f"select {_COLUMNS} from proses order by saat, folder"):
            yield dict(zip(KOLOM_RIWAYAT, values, strict=True))

    def totals(self, folders: Set[str], tahun: int, per: date) -> list[Moment]:
        """The sums over the given daerah for each day with a run, up to a day: each with its last state."""
        query = (
            "select per, folder, terbuka, realisasi, pagu from proses where tahun = ? and per <= ?"
            " and terbuka is not null order by per, saat"
        )
        latest: dict[str, Moment] = {}
        found = []
        rows = self._db.execute(query, (tahun, per.isoformat()))
        for day, told in groupby(rows, key=itemgetter(0)):
            when = date.fromisoformat(day)
            latest |= {folder: Moment(when, *figures) for _, folder, *figures in told if folder in folders}
            if latest:
                found.append(_total(when, latest.values()))
        return found

    def merge(self, rows: Iterator[HistoryRow]) -> None:
        """Adds rows that are not there yet."""
        with self._db:
            self._db.executemany(_INSERT, ([row[name] for name in KOLOM_RIWAYAT] for row in rows))

    def copy_to(self, file: Path) -> None:
        """Writes a copy. Raises OSError, sqlite3.Error."""
        write_whole(file, self._db.serialize())

    def close(self) -> None:
        """Closes the file."""
        self._db.close()


def _total(per: date, moments: Iterable[Moment]) -> Moment:
    """Daerah added up; rupiah of those for which both what was paid and what was granted is told."""
    all_of_them = list(moments)
    return Moment(
        per,
        sum(m.terbuka for m in all_of_them),
        *sums_told((m.realisasi, m.pagu) for m in all_of_them),
        len(all_of_them),
    )


@contextlib.contextmanager
def open_history(file: Path, copy: Path, table: Path) -> Iterator[RunHistory]:
    """Opens the history; where the file is missing or damaged it is begun from its copy and the table.

    Where the disk takes no file it is kept in memory, and only what the table gets of it lasts.
    """
    found = file.is_file() and _is_sound(file)
    if not found:
        _begin_from(copy, file)
    history = RunHistory(_open(file))
    try:
        if not found:
            history.merge(read_rows(table))
        yield history
    finally:
        history.close()


def _is_sound(file: Path) -> bool:
    try:
        with contextlib.closing(sqlite3.connect(file)) as connection:
            return bool(connection.execute("pragma quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def _begin_from(copy: Path, file: Path) -> None:
    """Puts the copy, where there is a sound one, into the place of a file that is missing or damaged."""
    for leftover in file.parent.glob(file.name + "*"):
        discard(leftover)
    with contextlib.suppress(OSError):
        if copy.is_file() and _is_sound(copy):
            write_whole(file, copy.read_bytes())


def _open(file: Path) -> sqlite3.Connection:
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _prepared(sqlite3.connect(file, timeout=30))
    except (OSError, sqlite3.Error):
        return _prepared(sqlite3.connect(":memory:"))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Makes the tables, and columns that a later version has added."""
    try:
        connection.executescript(_TABLES)
        present = {name for _, name, *_ in connection.execute("pragma table_info(proses)")}
        for name in KOLOM_RIWAYAT:
            if name not in present:
                connection.execute(f"alter table proses add column {name}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
