"""Why each budget line was taken for what it was, in words for `periksa --baca`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dak_excel.daerah.budget_rows import dak_lines
from dak_excel.privacy import mask
from dak_excel.rab.classify import classify_line
from dak_excel.sheets.records import BarisRab

PALING_BANYAK = 200
"""Lines of a sheet that are told one by one."""


def explain_lines(rows: Iterable[BarisRab]) -> Iterator[str]:
    """`B12 «Laptop» digolongkan boleh karena judul «C. SEWA»: …; uraian: …`, a text for each leaf line."""
    lines = list(dak_lines(rows))
    for row in lines[:PALING_BANYAK]:
        verdict = classify_line(row)
        reasons = "; ".join(verdict.bukti)
        if verdict.memutus:
            reasons += f". Yang memutus: {verdict.memutus}"
        place = row.cell("uraian").a1
        yield mask(f"{place} «{row.subjek}» digolongkan {verdict.group} karena {reasons}")
    if (more := len(lines) - PALING_BANYAK) > 0:
        yield f"… dan {more} baris lain"
