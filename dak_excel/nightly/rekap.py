"""Rekap: the view over all daerah, written again from what the last run left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dak_excel.batch.intake import INTERN
from dak_excel.batch.journal import open_journal
from dak_excel.batch.lock import lock
from dak_excel.errors import UserError
from dak_excel.output.publish import Published
from dak_excel.rekap import REKAP
from dak_excel.rekap.write import write_rekap


def renew_rekap(keluaran: Path) -> tuple[str, date]:
    """Writes `rekap.xlsx` of an output folder; a sentence on where it stands, and the day of the last run.

    Raises `UserError` where no run has left anything, `Terkunci` while one is at work, OSError.
    """
    file = keluaran / INTERN / "jurnal.sqlite"
    if not file.is_file():
        raise UserError(
            f"Di folder «{keluaran}» belum ada hasil proses. Jalankan dulu: dak-excel proses --keluaran ..."
        )
    done = Published()
    with lock(keluaran / INTERN), open_journal(file) as jurnal:
        folders = sorted(jurnal.fingerprints(), key=str.casefold)
        found = [one for folder in folders if (one := jurnal.result(folder))]
        if not found:
            raise UserError(f"Catatan proses di folder «{keluaran}» kosong. Jalankan dulu: dak-excel proses.")
        per = max(one.per for one in found)
        write_rekap(found, keluaran, per, done)
    if REKAP in done.tertahan:
        return f"{REKAP} sedang terbuka; yang baru ditulis sebagai {done.tertahan[REKAP]}.", per
    beside = (
        " Yang lama pernah disunting dan dibiarkan; yang baru ada di sebelahnya." if done.disisihkan else ""
    )
    return f"Rekap {len(found)} daerah ditulis: {keluaran / REKAP}.{beside}", per
