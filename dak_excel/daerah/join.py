"""Joins the records of all files of a daerah into one `Daerah`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz

from dak_excel.daerah.model import Daerah, Foto, Gagal, Kegiatan
from dak_excel.findings import Jawaban
from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.records import (
    BarisKegiatan,
    BarisRab,
    Dokumentasi,
    Identitas,
    Jadwal,
    Kind,
    Kunjungan,
    Narasi,
    Persetujuan,
    Peserta,
    ReadBook,
    ReadSheet,
    Realisasi,
    Record,
    Sentra,
    Tenaga,
)

NAMA_SAMA = 88.0
"""Similarity of two activity names, per hundred, from which they are taken for the same one. Names of the
same rincian that differ in place or commodity score below 85 on the invented samples."""

_ANGKATAN = re.compile(r"\b(?:angkatan|batch|gelombang|tahap)\s*(?:ke\s*[-.]?\s*)?([ivx]+|\d+)\b", re.I)
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}


def susun(
    nama: str,
    books: Sequence[ReadBook],
    gagal: Iterable[Gagal] = (),
    foto: Iterable[Foto] = (),
    jawaban: dict[str, Jawaban] | None = None,
    sebutan: Mapping[str, Sequence[str]] | None = None,
) -> Daerah:
    """All files of one daerah as one whole; sheets that were dropped twice count once.

    `sebutan` are the names of the rincian by code: a sheet that calls its activity only by the name of its
    rincian has not named the activity.
    """
    daerah = Daerah(nama=nama, books=list(books), gagal=list(gagal), foto=list(foto))
    daerah.jawaban = jawaban or {}
    daerah.kembar = _twins(books)
    for sheet in daerah.sheets():
        daerah.problems += sheet.problems
        for record in sheet.records:
            _file(daerah, record)
    generic = {kode: {_bare(name) for name in names} for kode, names in (sebutan or {}).items()}
    daerah.kegiatan = _kegiatan(daerah, generic)
    return daerah


def _file(daerah: Daerah, record: Record) -> None:
    """Puts a record on the daerah's list of its kind."""
    match record:
        case Identitas(kunci=kunci, isi=isi):
            if isi is not None:
                daerah.identitas.setdefault(kunci, record)
        case Peserta():
            daerah.peserta.append(record)
        case Tenaga():
            daerah.tenaga.append(record)
        case Jadwal():
            daerah.jadwal.append(record)
        case Kunjungan():
            daerah.kunjungan.append(record)
        case BarisRab():
            daerah.rab.append(record)
        case Realisasi():
            daerah.realisasi.append(record)
        case Sentra():
            daerah.sentra.append(record)
        case Narasi():
            daerah.narasi.append(record)
        case Dokumentasi():
            daerah.dokumentasi.append(record)
        case Persetujuan():
            daerah.persetujuan.append(record)


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


def angkatan(text: str) -> str:
    """The batch that a name speaks of, `Angkatan II` → `2`; empty when it speaks of none."""
    found = _ANGKATAN.search(text)
    if not found:
        return ""
    return _batch(found.group(1))


def _batch(number: str) -> str:
    """A batch number in Arabic digits: `II` and `2` are the same."""
    number = number.strip().casefold()
    return str(_ROMAN.get(number, number))


def _bare(text: str) -> str:
    """An activity's name without its batch and punctuation, for comparison."""
    return " ".join(re.sub(r"[^\w]+", " ", _ANGKATAN.sub(" ", text)).casefold().split())


class _Register:
    """The activities found so far, and the search for the one that a name means."""

    def __init__(self) -> None:
        self.all: list[Kegiatan] = []

    def find(self, rincian: str, nama: str, batch: str, waktu: object = None) -> Kegiatan | None:
        """The one activity that rincian, name and batch mean; the days decide between several."""
        same = [k for k in self.all if not rincian or not k.rincian or k.rincian == rincian]
        if batch and any(k.angkatan for k in same):
            same = [k for k in same if k.angkatan == batch]
        if nama:
            same = _best(nama, same)
        elif rincian:
            same = [k for k in same if k.rincian == rincian]
        else:
            return None
        if len(same) > 1 and waktu is not None:
            same = [k for k in same if any(row.waktu == waktu for row in k.baris)]
        return same[0] if len(same) == 1 else None

    def get(self, rincian: str, nama: str, batch: str, waktu: object = None) -> Kegiatan:
        """That activity, made when it was not known."""
        found = self.find(rincian, nama, batch, waktu)
        if found is None:
            found = Kegiatan(rincian=rincian, nama=nama, angkatan=batch)
            self.all.append(found)
        elif not found.rincian:
            found.rincian = rincian
        return found


def _best(nama: str, candidates: list[Kegiatan]) -> list[Kegiatan]:
    """The candidates whose name is nearest: the same words in any order, or all words of the shorter."""
    bare = _bare(nama)
    if exact := [k for k in candidates if _bare(k.nama) == bare]:
        return exact
    scored = [(fuzz.token_sort_ratio(bare, _bare(k.nama)), k) for k in candidates]
    top = max((score for score, _ in scored), default=0.0)
    if top >= NAMA_SAMA:
        return [k for score, k in scored if score == top]
    return [k for k in candidates if fuzz.token_set_ratio(bare, _bare(k.nama)) == 100]


def _kegiatan(daerah: Daerah, generic: Mapping[str, set[str]]) -> list[Kegiatan]:
    """The activities of a daerah, from the kegiatan sheets first, then from what other sheets speak of."""
    register = _Register()
    for sheet in daerah.sheets(Kind.KEGIATAN):
        for record in sheet.records:
            if isinstance(record, BarisKegiatan) and record.nama:
                _plan(register, record)
    known: dict[tuple[int, str, str], Kegiatan | None] = {}
    for rows in (daerah.peserta, daerah.jadwal, daerah.tenaga, daerah.kunjungan, daerah.rab):
        for record in rows:
            key = (id(record.tabel), record.rincian, record.kegiatan)
            if key not in known:
                known[key] = _activity_of(register, record, generic)
            if kegiatan := known[key]:
                _belongs(kegiatan, record)
    return register.all


def _plan(register: _Register, record: BarisKegiatan) -> None:
    nama = record.nama or ""
    batch = angkatan(record.angkatan or "") or _batch(record.angkatan or "") or angkatan(nama)
    kegiatan = register.get(record.rincian, nama, batch, record.waktu)
    kegiatan.baris.append(record)
    if record.tahap == "rencana":
        kegiatan.rencana = kegiatan.rencana or record
    elif record.tahap == "realisasi":
        kegiatan.realisasi = kegiatan.realisasi or record


def _activity_of(register: _Register, record: Record, generic: Mapping[str, set[str]]) -> Kegiatan | None:
    """The activity of a row. Lists of peserta and jadwal make one of their own when no sheet names it;
    a budget line or tenaga without one stays with the daerah."""
    facts = record.tabel.facts
    nama = record.kegiatan
    batch = angkatan(nama) or _batch(str(facts.get("angkatan") or ""))
    if not (record.rincian or nama):
        return None
    if _bare(nama) in generic.get(record.rincian, ()):
        nama = ""
    if found := register.find(record.rincian, nama, batch, facts.get("waktu")):
        return found
    if not isinstance(record, Peserta | Jadwal):
        return None
    own = record.kegiatan or record.tabel.judul or record.tabel.grid.sheet
    return register.get(record.rincian, own, batch, facts.get("waktu"))


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
