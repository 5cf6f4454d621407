"""Builds a Daerah from the facts of a scenario (tests/skenario/README.md explains the format).

The facts become tables with one column a field, so that findings have cells to point at: row 1 holds the
field names, the rows from 2 the values. What a fact may say is the field names of `sheets.records`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, time
from decimal import Decimal
from typing import Any

from dak_excel.daerah.join import join_daerah
from dak_excel.daerah.model import Daerah
from dak_excel.sheets import records
from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import Pendidikan, ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind, Kolom, Problem, Record, Span, Tabel

JENIS: dict[str, type[Record]] = {
    "identitas": records.Identitas,
    "kegiatan": records.BarisKegiatan,
    "peserta": records.Peserta,
    "tenaga": records.Tenaga,
    "jadwal": records.Jadwal,
    "kunjungan": records.Kunjungan,
    "sentra": records.Sentra,
    "rab": records.BarisRab,
    "realisasi": records.Realisasi,
    "persetujuan": records.Persetujuan,
    "narasi": records.Narasi,
}
DAFTAR = ("peserta", "tenaga", "jadwal", "kunjungan", "rab", "realisasi", "sentra", "persetujuan")
"""Kinds whose facts are lists of rows; kegiatan and rencana are one row each."""

Isi = Mapping[str, Any]


@dataclass
class Lembar:
    """A sheet under construction: rows of raw facts and what each belongs to."""

    kind: str
    name: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    rincian: list[str] = field(default_factory=list)
    kegiatan: list[str] = field(default_factory=list)
    tanpa: frozenset[str] = frozenset()
    judul: Mapping[str, Any] = field(default_factory=dict)
    """Facts of the title lines."""
    ragu: str = ""
    """Why no reading explains the table."""
    tersembunyi: Any = ()
    """Rows of the list that are hidden, or `lembar`."""


def daerah(skenario: Isi, dasar: Isi) -> Daerah:
    """The daerah that a scenario describes: the base of its rincian with the scenario's changes."""
    lembar: list[Lembar] = []
    identitas = {**dasar["identitas"], **skenario.get("identitas", {})}
    plan = Lembar("kegiatan", "kegiatan", tanpa=frozenset(skenario.get("tanpa", {}).get("kegiatan", ())))
    for number, part in enumerate([skenario, *skenario.get("tambah", [])]):
        lembar += _activity(part, dasar, plan, number)
    if plan.rows:
        lembar.insert(0, plan)
    lembar.insert(0, _identitas(identitas))
    book = ReadBook("skenario.xlsx", "xlsx", [_sheet(sheet) for sheet in lembar])
    return join_daerah(
        str(identitas.get("kabkota") or "Kabupaten Contoh"), [book], dana_lain=("pad", "dau", "csr")
    )


def _identitas(isi: Isi) -> Lembar:
    rows = [{"kunci": key, "judul": key, "isi": value} for key, value in isi.items()]
    return Lembar("identitas", "identitas", rows, [""] * len(rows), [""] * len(rows))


def _activity(part: Isi, dasar: Isi, plan: Lembar, number: int) -> list[Lembar]:
    """The sheets of one activity; its kegiatan rows go onto the common sheet `plan`."""
    kode = str(part.get("untuk") or "")
    base = dasar.get(kode, {})
    nama = str(part.get("nama_kegiatan") or base.get("nama") or f"Kegiatan {kode}")
    done = part.get("kegiatan")
    rows = {
        "rencana": part.get("rencana") or {},
        "realisasi": {} if done == "tidak ada" else {**base.get("kegiatan", {}), **(done or {})},
    }
    for tahap, row in rows.items():
        if row and kode:
            plan.rows.append({"nama": nama, "tahap": tahap, **row})
            plan.rincian.append(kode)
            plan.kegiatan.append(nama)
    sheets = []
    for kind in DAFTAR:
        rows = _rows(kind, part, base, number)
        if rows:
            tanpa = frozenset(part.get("tanpa", {}).get(kind, ()))
            judul = part.get("judul", {}).get(kind, {})
            own = [str(row.pop("rincian", kode)) for row in rows]
            acts = [str(row.pop("kegiatan", nama)) for row in rows]
            ragu = str(part.get("ragu", {}).get(kind, ""))
            hidden = part.get("tersembunyi", {}).get(kind, ())
            name = f"{kind} {number or ''}".strip()
            sheets.append(Lembar(kind, name, rows, own, acts, tanpa, judul, ragu, hidden))
    return sheets


def _rows(kind: str, part: Isi, base: Isi, number: int) -> list[dict[str, Any]]:
    """The rows of a list: `banyak` copies of the base's example, `semua` and numbered rows changed."""
    given = part.get(kind)
    if given == "tidak ada":
        return []
    if isinstance(given, list):
        return [dict(row) for row in given]
    default = base.get(kind, {})
    changes = dict(given or {})
    contoh = {**default.get("contoh", {}), **changes.pop("semua", {})}
    banyak = int(changes.pop("banyak", default.get("banyak", 0)))
    banyak = max([banyak, *(int(key) for key in changes)])
    rows = []
    for index in range(1, banyak + 1):
        row = {key: _nth(value, index, number) for key, value in contoh.items()}
        row.update(default.get(index, {}))
        row.update(changes.get(index, {}))
        rows.append(row)
    return rows


def _nth(value: Any, index: int, number: int) -> Any:
    """`Peserta #` → `Peserta 3`; `##` also tells the activities of a scenario apart, and so does `NIK`."""
    if isinstance(value, str) and value.startswith("NIK "):
        return f"99{number:02d}{index // 10000:02d}{value[4:]}{index % 10000:04d}"
    if not isinstance(value, str) or "#" not in value:
        return value
    return value.replace("##", f"{number:02d}{index:05d}").replace("#", str(index))


def _sheet(lembar: Lembar) -> ReadSheet:
    """A ReadSheet with one table and its records."""
    cls = JENIS[lembar.kind]
    names = [
        name
        for name in dict.fromkeys(key for row in lembar.rows for key in row)
        if name not in lembar.tanpa and name != "tahap"
    ]
    titles = list(lembar.judul)
    grid_rows: list[list[Any]] = [[key, _raw(lembar.judul[key])] for key in titles] + [list(names)]
    grid_rows += [[_raw(row.get(name)) for name in names] for row in lembar.rows]
    head = len(titles) + 1
    whole = lembar.tersembunyi == "lembar"
    rows = frozenset() if whole else frozenset(head + int(n) for n in lembar.tersembunyi)
    grid = Grid("skenario.xlsx", lembar.name, grid_rows, hidden=whole, hidden_rows=rows)
    tabel = Tabel(
        kind=Kind(lembar.kind),
        grid=grid,
        header=(head, head),
        body=(head + 1, head + len(lembar.rows)),
        kolom=[Kolom(n, name, name, 1.0) for n, name in enumerate(names, 1)],
        columns={name: n for n, name in enumerate(names, 1)},
        fixed={key: CellRange("skenario.xlsx", lembar.name, n, 2) for n, key in enumerate(titles, 1)},
        facts={key: _parsed(key, _type(records.BarisKegiatan, key), value)
               for key, value in lembar.judul.items()},
        kegiatan=lembar.kegiatan[0] if lembar.kegiatan else "",
        ragu=lembar.ragu,
    )  # fmt: skip
    sheet = ReadSheet(grid, Kind(lembar.kind), [tabel])
    for number, row in enumerate(lembar.rows):
        record = cls(tabel, head + 1 + number, lembar.rincian[number], lembar.kegiatan[number])
        for name, value in row.items():
            if name not in lembar.tanpa:
                _put(record, name, value, sheet)
        sheet.records.append(record)
    return sheet


def _put(record: Record, name: str, value: Any, sheet: ReadSheet) -> None:
    """Sets a field; `{mentah: …, ketentuan: …}` stands for a cell that the reader could not read."""
    if isinstance(value, Mapping) and "nilai" in value:
        value = value["nilai"]  # read well, with more in the cell than the value
    if isinstance(value, Mapping) and "mentah" in value:
        problem = Problem(
            str(value["ketentuan"]), record.cell(name), value["mentah"], name, name,
            str(value.get("varian", "")), record.rincian, record.subjek,
        )  # fmt: skip
        record.problems = {**(record.problems or {}), name: problem}
        sheet.problems.append(problem)
        return
    setattr(record, name, _parsed(name, _type(type(record), name), value))


def _type(cls: type[Record], name: str) -> str:
    """A field's annotation, as text."""
    return next((str(f.type) for f in fields(cls) if f.name == name), "")


def _raw(value: Any) -> Any:
    if isinstance(value, Mapping):
        return value.get("mentah")
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value) if isinstance(value, list) else value


def _parsed(name: str, annotation: str, value: Any) -> Any:
    """A scenario's value as the reader would give it."""
    if value is None or value == "-":
        return None
    if annotation == "object" or name == "isi":
        return (
            Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
        )
    if "Span" in annotation and isinstance(value, str):
        first, _, last = value.partition("..")
        return Span(date.fromisoformat(first), date.fromisoformat(last or first))
    if "Span" in annotation and isinstance(value, date):
        return Span(value, value)
    if "Pendidikan" in annotation:
        return Pendidikan[str(value)]
    if "Baris" in annotation:
        return records.Baris(value)
    if annotation.startswith("tuple") and isinstance(value, list):
        return tuple(
            (Decimal(str(item[0])), item[1]) if isinstance(item, list) else _number(item) for item in value
        )
    if "Decimal" in annotation:
        return Decimal(str(value))
    if "time" in annotation.split(" | ") and isinstance(value, str):
        return time.fromisoformat(value)
    if annotation.startswith("str") and not isinstance(value, str):
        return str(value)
    return value


def _number(item: Any) -> Any:
    return Decimal(str(item)) if isinstance(item, int | float) else item
