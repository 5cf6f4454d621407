"""Rows of the rekap: one for each daerah and rincian, plain values, from the results of a run.

Every daerah has one row more, without a rincian: its allocation, the money and the findings that belong
to none.
So each column adds up over any choice of daerah and rincian, and nothing is counted twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dak_excel.findings import Tingkat
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.temuan import to_act_on

Row = dict[str, str | float | int | None]

TEXTS = ("provinsi", "daerah", "folder", "rincian", "kegiatan")
MONEY = ("alokasi", "pagu", "rab", "realisasi")
"""Rupiah; empty where no sheet tells. `alokasi` is what identitas gives, `pagu` what the lines sum to."""
OUTPUT = ("target", "capaian")
"""In the unit of the row (`satuan`): never added over rincian."""
LEVELS = tuple(tingkat.value for tingkat in Tingkat)
COUNTS = (*LEVELS, "terbuka")
"""Findings by level, and how many of all are to be acted on."""
COLUMNS = (*TEXTS, *MONEY, *OUTPUT, "satuan", *COUNTS, "rupiah", "keterangan")
"""All columns; `rupiah` is what the findings to act on put at stake."""

UMUM = "Umum (bukan satu rincian)"
"""What stands for the rincian in the row that has none."""


def rekap_rows(daerah: DaerahResult) -> Iterator[Row]:
    """The rows of a daerah, in the order of the juknis; the one without a rincian last."""
    counts: dict[str, Counter[str]] = {}
    for temuan in daerah.temuan:
        count = counts.setdefault(temuan.rincian, Counter())
        count[temuan.tingkat.value] += 1
        count["terbuka"] += to_act_on(temuan)
    stakes = daerah.stakes()
    spent = {row.rincian: row for row in daerah.serap}
    known = [*(k for k in spent if k), *sorted({*counts, *stakes} - {*spent, ""}), ""]
    for kode in known:
        row: Row = dict.fromkeys(COLUMNS)
        row |= {"provinsi": daerah.provinsi, "daerah": daerah.nama, "folder": daerah.folder, "rincian": kode}
        row |= {"kegiatan": UMUM if not kode else "", "satuan": "", "keterangan": ""}
        if one := spent.get(kode):
            # where the allocation is known, what no line tells is in the row without a rincian
            within = 0.0 if daerah.pagu and one.realisasi is not None else None
            row |= {"kegiatan": one.nama if kode else UMUM, "pagu": one.pagu or within, "rab": one.rab}
            row |= {"realisasi": one.realisasi, "target": one.target, "capaian": one.capaian}
            row["satuan"] = one.satuan
        if not kode:
            row |= {"alokasi": daerah.pagu, "keterangan": daerah.sebab}
        count = counts.get(kode, Counter())
        row |= {name: count[name] for name in COUNTS}
        row["rupiah"] = float(stakes.get(kode, 0))
        yield row
