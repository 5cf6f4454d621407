"""Ukuran: the figures of a daerah that the morning page shows, and where the day stands in the year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from dak_excel.batch.hasil import HasilTenggat, Serap
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import serapan
from dak_excel.juknis.model import Juknis


def tenggat(daerah: Daerah, juknis: Juknis) -> list[HasilTenggat]:
    """The deadlines of the year with the date of the letter that identitas records for each."""
    return [
        HasilTenggat(
            id=t.id,
            nama=t.nama,
            tanggal=t.tanggal,
            surat=value if isinstance(value := daerah.isi(t.kolom), date) else None,
        )
        for t in juknis.tenggat
    ]


def serap(daerah: Daerah, juknis: Juknis) -> list[Serap]:
    """Money of each rincian that the daerah's realisation or budget speaks of; rupiah."""
    lines = defaultdict(list)
    for line in serapan(daerah):
        lines[line.rincian].append(line)
    found = []
    for kode, rincian in juknis.rincian.items():
        if kode not in lines:
            continue
        months = [float(sum(line.bulan[m] or 0 for line in lines[kode])) for m in range(12)]
        found.append(
            Serap(
                rincian=kode,
                nama=rincian.nama,
                pagu=float(sum(line.pagu or 0 for line in lines[kode])),
                realisasi=float(sum(line.total or 0 for line in lines[kode])),
                bulan=months,
            )
        )
    return found


def keadaan_tenggat(juknis: Juknis, per: date) -> str:
    """What of the day changes a daerah's outputs: which deadlines are past or near, which reports due.

    Two days with the same answer need no new run of an unchanged daerah.
    """
    near = [
        "lewat" if per > t.tanggal else "dekat" if (t.tanggal - per).days <= t.hari_ingat else "jauh"
        for t in juknis.tenggat
    ]
    half = (per > date(juknis.tahun, 6, 30)) + (per > date(juknis.tahun, 12, 31))
    return f"{','.join(near)};{half}"
