"""Letters and reports against their deadlines: `tenggat`.

Each entry of `tenggat:` in the juknis with the rule's id is one letter. Sent late: the rule's own level. Not
recorded although the deadline is past: `data`; while it is near (`hari_ingat` days): `info`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import date_text, listing
from dak_excel.juknis.model import Ketentuan, Model, Tenggat
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Identitas
from dak_excel.sheets.tabel import Kind

SEBUAH_DAERAH = 3
"""Kinds of sheet from which files without identitas are a daerah's, not one list to be checked."""
_ISI = (Kind.KEGIATAN, Kind.PESERTA, Kind.REALISASI, Kind.RAB, Kind.TENAGA, Kind.JADWAL)


class BatasTenggat(Model):
    """`bila_ada`: key of identitas that says whether the letter is needed at all; blank or no: it is not.

    `catatan` is added to a message; it may hold `{diundangkan}`.
    """

    bila_ada: str = ""
    catatan: str = ""


@kind(
    "tenggat",
    BatasTenggat,
    isi=("surat", "batas_tanggal", "kepada", "hari", "sisa", "keterangan"),
    varian=("lewat", "segera"),
)
def tenggat(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A letter that is late, not recorded, or soon due."""
    b = BatasTenggat(**k.batas)
    for item in scope.juknis.tenggat:
        if item.id == k.id and _needed(scope.daerah, b, item):
            yield from _letter(k, scope, item, b)


def is_a_daerah(daerah: Daerah) -> bool:
    """Whether the files are those of a daerah, with an identitas or several kinds of sheet, not one list."""
    return bool(daerah.identitas) or sum(daerah.has(kind) for kind in _ISI) >= SEBUAH_DAERAH


def _needed(daerah: Daerah, b: BatasTenggat, item: Tenggat) -> bool:
    """Whether the letter concerns the daerah: there is something to judge by, and an occasion for it."""
    if not is_a_daerah(daerah):
        return False
    if not b.bila_ada:
        return True
    return daerah.told(b.bila_ada) is True or any(daerah.told(name) for name in _keys(item))


def _keys(item: Tenggat) -> tuple[str, str]:
    """The keys of identitas for a letter's date and number."""
    return item.kolom, f"{item.kolom.removesuffix('_tanggal')}_nomor"


def _letter(k: Ketentuan, scope: Scope, item: Tenggat, b: BatasTenggat) -> Iterator[Temuan]:
    line = _line(scope.daerah, item)
    if line is not None and line.problem("isi"):
        return
    sent = _day(scope.daerah.told(item.kolom))
    if sent is not None and sent > item.tanggal:
        yield _temuan(k, scope, item, b, "", None, sent)
    elif sent is None and scope.per > item.tanggal:
        yield _temuan(k, scope, item, b, "lewat", Tingkat.DATA)
    elif sent is None and scope.per >= item.tanggal - timedelta(days=item.hari_ingat):
        yield _temuan(k, scope, item, b, "segera", Tingkat.INFO)


def _temuan(
    k: Ketentuan,
    scope: Scope,
    item: Tenggat,
    b: BatasTenggat,
    varian: str,
    tingkat: Tingkat | None,
    sent: date | None = None,
) -> Temuan:
    days = abs((item.tanggal - (sent or scope.per)).days)
    note = b.catatan.format(diundangkan=date_text(scope.juknis.diundangkan))
    return temuan(
        k,
        _place(scope.daerah, item),
        subjek=item.nama,
        identitas=item.kolom,
        nilai=date_text(sent) if sent else "",
        varian=varian,
        tingkat=tingkat,
        surat=item.nama,
        batas_tanggal=date_text(item.tanggal),
        kepada=listing(item.kepada),
        hari=days,
        sisa=f"{days} hari lagi" if days else "hari ini",
        keterangan=f" {note}" if note else "",
    )


def _line(daerah: Daerah, item: Tenggat) -> Identitas | None:
    """The line of identitas for the letter, filled or blank."""
    own = [daerah.identitas[name] for name in _keys(item) if name in daerah.identitas]
    if own:
        return own[0]
    for sheet in daerah.sheets(Kind.IDENTITAS):
        for record in sheet.records:
            if isinstance(record, Identitas) and record.kunci in _keys(item):
                return record
    return None


def _place(daerah: Daerah, item: Tenggat) -> CellRange | None:
    """The cell of the letter, else the table of identitas, else nowhere."""
    line = _line(daerah, item)
    if line is not None:
        return line.cell("isi")
    tables = (tabel for sheet in daerah.sheets(Kind.IDENTITAS) for tabel in sheet.tables)
    return next((tabel.ref for tabel in tables if tabel.kind is Kind.IDENTITAS), None)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None
