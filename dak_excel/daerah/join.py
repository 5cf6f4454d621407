"""Joins the records of all files of a daerah into one `Daerah`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dak_excel.daerah.applicants import without_applicants
from dak_excel.daerah.model import Daerah, Failed, Foto, Kegiatan
from dak_excel.daerah.orang import People
from dak_excel.daerah.register import Register, angkatan, base_name, batch_number, overlap
from dak_excel.daerah.years import folders_of_other_years
from dak_excel.findings import Reply
from dak_excel.indonesian import date_range
from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.records import (
    BarisKegiatan,
    BarisRab,
    Identitas,
    Jadwal,
    Kunjungan,
    Peserta,
    ReadBook,
    ReadSheet,
    Tenaga,
)
from dak_excel.sheets.tabel import Kind, Record, Span

OF_AN_ACTIVITY = (Peserta, Jadwal, Kunjungan)
"""Lists that tell of an activity even where no sheet names it."""


def join_daerah(
    nama: str,
    books: Sequence[ReadBook],
    gagal: Iterable[Failed] = (),
    foto: Iterable[Foto] = (),
    jawaban: dict[str, Reply] | None = None,
    sebutan: Mapping[str, Sequence[str]] | None = None,
    dana_lain: Sequence[str] = (),
    tahun: int | None = None,
) -> Daerah:
    """All files of one daerah as one whole; sheets that were dropped twice count once.

    `sebutan` are the names of the rincian by code: a sheet that calls its activity only by the name of its
    rincian has not named the activity. `dana_lain` are the names of the sources of money that are not the DAK
    Nonfisik. Files in a folder of another year than `tahun` are left out where they tell that year too.
    """
    daerah = Daerah(
        nama=nama, books=list(books), gagal=list(gagal), foto=list(foto), dana_lain=tuple(dana_lain)
    )
    daerah.jawaban = jawaban or {}
    daerah.kembar = _twins(books)
    daerah.lain_tahun = folders_of_other_years(books, tahun) if tahun else []
    for sheet in daerah.sheets():
        daerah.problems += sheet.problems
        for record in sheet.records:
            _file(daerah, record)
    daerah.kegiatan = _kegiatan(daerah, sebutan or {})
    return daerah


def _file(daerah: Daerah, record: Record) -> None:
    """Puts a record on the daerah's list of its kind, which is called as the kind is."""
    if isinstance(record, Identitas):
        if record.isi is not None:
            daerah.identitas.setdefault(record.kunci, record)
    elif record.tabel.direktori:
        return  # a firm of a directory is no sentra
    elif record.kind is not Kind.KEGIATAN:  # its rows become activities
        getattr(daerah, record.kind.value).append(record)


def _twins(books: Sequence[ReadBook]) -> list[tuple[CellRange, CellRange]]:
    """Recognised sheets whose cells are the same as those of an earlier one: (copy, first)."""
    seen: dict[tuple[Kind, tuple[tuple[Value, ...], ...]], CellRange] = {}
    twins = []
    for book in books:
        for sheet in book.sheets:
            if sheet.kind is Kind.TIDAK_DIKENALI or not sheet.records:
                continue
            first = seen.setdefault((sheet.kind, _content(sheet)), sheet.grid.ref())
            if first != sheet.grid.ref():
                twins.append((sheet.grid.ref(), first))
    return twins


def _content(sheet: ReadSheet) -> tuple[tuple[Value, ...], ...]:
    """The cells of a sheet without the empty ones at the ends."""
    rows = []
    for row in sheet.grid.rows:
        cells = list(row)
        while cells and cells[-1] in (None, ""):
            cells.pop()
        rows.append(tuple(cells))
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _kegiatan(daerah: Daerah, sebutan: Mapping[str, Sequence[str]]) -> list[Kegiatan]:
    """The activities of a daerah, from the kegiatan sheets first, then from what other sheets speak of."""
    register = Register()
    for sheet in daerah.sheets(Kind.KEGIATAN):
        for record in sheet.records:
            if isinstance(record, BarisKegiatan) and record.nama:
                _plan(register, record)
    groups: dict[tuple[type, int, str, str], list[Record]] = {}
    for rows in (daerah.peserta, daerah.jadwal, daerah.tenaga, daerah.kunjungan, daerah.rab):
        for record in rows:
            key = (type(record), id(record.tabel), record.rincian, record.kegiatan)
            groups.setdefault(key, []).append(record)
    names: dict[str, set[str]] = {}
    for kind, _, rincian, name in groups:
        names.setdefault(rincian, set()).update({base_name(name)} if issubclass(kind, OF_AN_ACTIVITY) else ())
    for members in sorted(groups.values(), key=_order):
        alone = len(names[members[0].rincian] - {""}) == 1
        if kegiatan := _activity_of(register, members, sebutan, alone):
            for record in members:
                _belongs(kegiatan, record)
    for kegiatan in register.all:
        without_applicants(kegiatan)
    return register.all


def _order(members: Sequence[Record]) -> tuple[bool, bool]:
    """What makes activities before what is only placed in them; of both, what names its activity first: a
    list without a name can only be placed once all that are named are known."""
    return not isinstance(members[0], OF_AN_ACTIVITY), not members[0].kegiatan


def _plan(register: Register, record: BarisKegiatan) -> None:
    nama = record.nama or ""
    batch = angkatan(record.angkatan or "") or batch_number(record.angkatan or "") or angkatan(nama)
    kegiatan = register.get(record.rincian, nama, batch, record.waktu)
    kegiatan.baris.append(record)
    if record.tahap == "rencana":
        kegiatan.rencana = kegiatan.rencana or record
    elif record.tahap == "realisasi":
        kegiatan.realisasi = kegiatan.realisasi or record


def _activity_of(
    register: Register, members: Sequence[Record], sebutan: Mapping[str, Sequence[str]], alone: bool
) -> Kegiatan | None:
    """The activity of rows of one table that say the same of it. Lists of peserta, jadwal and logbooks
    make one of their own when no sheet names it; a budget line or tenaga without one stays with the
    daerah. `alone` is whether all lists that name an activity of the rincian name the same."""
    record = members[0]
    facts, nama = record.tabel.facts, record.kegiatan
    batch = angkatan(nama) or batch_number(str(facts.get("angkatan") or ""))
    if not (record.rincian or nama):
        return None
    called = sebutan.get(record.rincian, ())
    if base_name(nama) in {base_name(name) for name in called}:
        nama = ""
    waktu = facts.get("waktu")
    but = {id(k) for k in register.all if _another_time(k, members)}
    if found := register.find(record.rincian, nama, batch, waktu, but):
        return found
    if not isinstance(record, OF_AN_ACTIVITY):
        return None
    own = record.kegiatan or record.tabel.judul or record.tabel.grid.sheet
    if found := register.find(record.rincian, own, batch, waktu, but):
        return found
    if not batch and (found := register.on_the_same_days(record.rincian, own, waktu, but)):
        return found
    if alone and (found := register.called_as(record.rincian, called)) and id(found) not in but:
        return found
    known = {(k.nama, k.angkatan) for k in register.all}
    plain = record.kegiatan or (called[0] if called else own)
    if (plain, batch) in known:
        plain = f"{own} ({date_range(waktu.mulai, waktu.selesai)})" if isinstance(waktu, Span) else own
    return register.add(record.rincian, plain, batch)


def _another_time(kegiatan: Kegiatan, members: Sequence[Record]) -> bool:
    """Whether a list is of other people on other days than the lists of an activity, so of another one.

    Lists of the same people, a sheet for each day, are of one.
    """
    if not kegiatan.peserta or not isinstance(members[0], Peserta):
        return False
    days = [row.tabel.facts.get("waktu") for row in (*kegiatan.peserta, members[0])]
    spans = [span for span in days if isinstance(span, Span)]
    own = spans[-1] if spans else None
    if own is None or len(spans) < len(days) or any(overlap(own, span) for span in spans[:-1]):
        return False
    known = People(kegiatan.peserta)
    again = sum(1 for row in members if isinstance(row, Peserta) and row in known)
    return again * 2 < len(members)


def _belongs(kegiatan: Kegiatan, record: Record) -> None:
    match record:
        case Peserta():
            kegiatan.peserta.append(record)
        case Tenaga():
            kegiatan.tenaga.append(record)
        case Jadwal():
            kegiatan.jadwal.append(record)
        case Kunjungan():
            kegiatan.kunjungan.append(record)
        case BarisRab():
            kegiatan.rab.append(record)
    if not any(record.tabel is tabel for tabel in kegiatan.tabel):
        kegiatan.tabel.append(record.tabel)
