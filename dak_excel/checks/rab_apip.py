"""The review of the KAK/RAB by the APIP of the daerah: `reviu_apip`, number and date."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.deadlines import is_a_daerah
from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Identitas
from dak_excel.sheets.tabel import Kind, Tabel

KUNCI = ("apip_nomor", "apip_tanggal")
_SEBUTAN = {"apip_nomor": "nomor", "apip_tanggal": "tanggal"}


@kind("reviu_apip", NoParameters, isi=("kurang",), varian=("tiada",))
def reviu_apip(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A review whose number or date is not recorded, or of which nothing is said although there is a RAB."""
    lines = _lines(scope.daerah)
    if not lines:
        if scope.daerah.has(Kind.RAB) and is_a_daerah(scope.daerah):
            yield temuan(k, _place(scope.daerah), identitas="apip", varian="tiada")
        return
    if any(line.problem("isi") for line in lines.values()):
        return
    missing = [key for key in KUNCI if scope.daerah.told(key) is None]
    if missing:
        line = lines.get(missing[0]) or next(iter(lines.values()))
        yield temuan(
            k,
            line.cell("isi"),
            subjek=line.judul,
            identitas="apip",
            kurang=" dan ".join(_SEBUTAN[key] for key in missing),
        )


def _lines(daerah: Daerah) -> dict[str, Identitas]:
    """The lines of identitas on the review, filled or blank; a filled one before a blank one."""
    lines = {key: daerah.identitas[key] for key in KUNCI if key in daerah.identitas}
    for sheet in daerah.sheets(Kind.IDENTITAS):
        for record in sheet.records:
            if isinstance(record, Identitas) and record.kunci in KUNCI:
                lines.setdefault(record.kunci, record)
    return lines


def _place(daerah: Daerah) -> CellRange | None:
    """The table of identitas, else the first RAB."""
    tables: list[Tabel] = [tabel for sheet in daerah.sheets() for tabel in sheet.tables]
    for wanted in (Kind.IDENTITAS, Kind.RAB):
        found = next((tabel for tabel in tables if tabel.kind is wanted), None)
        if found is not None:
            return found.ref
    return None
