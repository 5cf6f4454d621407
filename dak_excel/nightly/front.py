"""Front: what a run writes directly into the output folder, over all daerah, each file on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dak_excel import errors, log
from dak_excel.batch.fingerprint import program
from dak_excel.batch.journal import Journal
from dak_excel.config import Settings
from dak_excel.faults import Faults
from dak_excel.output.publish import Published, published_file
from dak_excel.rekap import REKAP, RIWAYAT
from dak_excel.rekap.history import RunHistory
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance
from dak_excel.results.outputs import TABEL_TEMUAN

HALAMAN = ("index.html", *TABEL_TEMUAN, REKAP, RIWAYAT)
"""What a run writes directly into the output folder."""


@dataclass(slots=True)
class Front:
    """What came of it: why something could not be written (empty when all was), and what waits beside."""

    sebab: str = ""
    disisihkan: list[str] = field(default_factory=list)
    tertahan: dict[str, str] = field(default_factory=dict)


def write_front(
    daerah: Sequence[Glance],
    pengaturan: Settings,
    jurnal: Journal,
    riwayat: RunHistory,
    ragu: Sequence[str],
) -> Front:
    """Writes the front page, the tables of findings, the view over all daerah and the table of runs.

    What is as it was when they were last written is left as it stands.
    """
    keluaran = pengaturan.keluaran
    parts = [program(), *(f"{one.folder} {one.diperiksa}" for one in daerah)]
    tables = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    held = [f"{one.folder}/{berkas.nama}" for one in daerah for berkas in one.menunggu]
    sidik = f"{tables} {pengaturan.per} {held} {ragu}"
    if jurnal.summary_fingerprint == sidik and all((keluaran / name).is_file() for name in HALAMAN):
        return Front()
    from dak_excel.summary import write_summary  # late: a run that changes nothing does without Jinja2

    def rows() -> Iterator[DaerahResult]:
        return (known for one in daerah if (known := jurnal.result(one.folder)))

    tetap = jurnal.summary_fingerprint.startswith(tables)
    found = Faults()
    trend = riwayat.totals({one.folder for one in daerah}, pengaturan.tahun, pengaturan.per)
    try:
        terbitan = write_summary(
            daerah, rows(), keluaran, pengaturan.per, found, tetap=tetap, ragu=ragu, perkembangan=trend
        )
    except OSError as error:
        log.note("ringkasan", sebab=errors.why(error))
        return Front(f"Halaman index.html dan temuan tidak dapat ditulis: {errors.why(error)}.")
    writers: dict[str, Callable[[], None]] = {
        REKAP: lambda: _write_rekap(rows(), pengaturan, terbitan),
        RIWAYAT: lambda: _write_history(riwayat, pengaturan, terbitan),
    }
    failed = [
        why
        for name, write in writers.items()
        if (not tetap or not (keluaran / name).is_file()) and (why := _written(name, write, found))
    ]
    for fault in found.found:
        log.note("galat", bagian=fault.part, jejak=fault.trace)
    sebab = " ".join([*failed, *map(str, found.found)])
    if not sebab:
        jurnal.summary_fingerprint = "" if terbitan.tertahan else sidik
    return Front(sebab, terbitan.disisihkan, terbitan.tertahan)


def _written(name: str, write: Callable[[], None], found: Faults) -> str:
    """Writes one of the tables; why that failed, or nothing. What the program falls over is noted."""
    try:
        found.leave_out(name, write, None)
    except OSError as error:
        log.note("tabel", nama=name, sebab=errors.why(error))
        return f"{name} tidak dapat ditulis: {errors.why(error)}."
    return ""


def _write_rekap(rows: Iterator[DaerahResult], pengaturan: Settings, terbitan: Published) -> None:
    from dak_excel.rekap.write import write_rekap  # late: openpyxl is slow to import

    write_rekap(rows, pengaturan.keluaran, pengaturan.per, terbitan)


def _write_history(riwayat: RunHistory, pengaturan: Settings, terbitan: Published) -> None:
    from dak_excel.rekap.history_rows import write_rows

    with published_file(pengaturan.keluaran, RIWAYAT, terbitan) as file:
        write_rows(riwayat.rows(), file)
