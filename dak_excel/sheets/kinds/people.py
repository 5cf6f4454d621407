"""Rows on people: peserta, tenaga, and the workers of a sentra."""

from __future__ import annotations

import re
from decimal import Decimal

from dak_excel.sheets.columns.attendance import day_columns, days_present
from dak_excel.sheets.tables.extract import Context, Data, from_titles
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import Bad, nib_readiness
from dak_excel.sheets.vocabulary import Vocabulary

_SPLIT = re.compile(r"\s*(?:/|\n|;)\s*|\s+[-–]\s+")
_BRACKETS = re.compile(r"^(.+?)\s*\((.+)\)\s*$", re.S)


def finish_peserta(data: Data, found: Found, context: Context) -> None:
    """Columns of a list of peserta into the fields of a Peserta."""
    _birth(data)
    _gender_ticks(data)
    _firm_and_owner(data)
    _readiness(data)
    _address(data, found)
    _attendance(data, found, context.kosakata)
    _withdrawn(data, found)
    from_titles(data, ("sentra", "komoditi", "sk", "pendamping", "lembaga", "akreditasi"))


def finish_tenaga(data: Data, found: Found, context: Context) -> None:
    """Columns of a list of tenaga into the fields of a Tenaga."""
    _address(data, found)
    if "peran" not in data.columns:
        _role(data, found, context.kosakata)


def finish_sentra(data: Data, found: Found, context: Context) -> None:
    """Men and women who work in a sentra, in a column each, are its workers together."""
    men, women = (data.columns.pop(f"tenaga_kerja_{sex}", None) for sex in ("l", "p"))
    for name in ("tenaga_kerja_l", "tenaga_kerja_p"):
        data.bad.pop(name, None)
    if men is None or women is None or "tenaga_kerja" in data.columns:
        return
    pairs = zip(men, women, strict=True)
    data.columns["tenaga_kerja"] = [
        m + w if isinstance(m, Decimal) and isinstance(w, Decimal) else None for m, w in pairs
    ]
    column = data.tabel.columns["tenaga_kerja_l"]
    data.tabel.columns = {**data.tabel.columns, "tenaga_kerja": column}


def _birth(data: Data) -> None:
    """Splits `Bandung, 12 Mei 1985` into place and date."""
    if "lahir" not in data.columns:
        return
    pairs = data.columns.pop("lahir")
    column = data.tabel.columns["lahir"]
    names = [name for name in ("tempat_lahir", "tanggal_lahir") if name not in data.columns]
    columns = dict(data.tabel.columns)
    del columns["lahir"]
    for name in names:
        at = 0 if name == "tempat_lahir" else 1
        data.columns[name] = [pair[at] if isinstance(pair, tuple) else None for pair in pairs]
        columns[name] = column
    data.tabel.columns = columns
    if "tanggal_lahir" in names:
        data.bad["tanggal_lahir"] = data.bad.pop("lahir", {})
        data.raws["tanggal_lahir"] = data.raws.pop("lahir")
    else:
        data.bad.pop("lahir", None)
    for places in data.places.values():
        if "lahir" in places:
            ref = places.pop("lahir")
            places.update(dict.fromkeys(names, ref))


def _gender_ticks(data: Data) -> None:
    """Two columns L and P with a tick in one of them."""
    if "kelamin_l" not in data.columns:
        return
    male, female = data.raws.pop("kelamin_l"), data.raws.pop("kelamin_p")
    data.columns.pop("kelamin_l"), data.columns.pop("kelamin_p")
    data.bad.pop("kelamin_l", None), data.bad.pop("kelamin_p", None)
    columns = dict(data.tabel.columns)
    left, right = columns.pop("kelamin_l"), columns.pop("kelamin_p")
    columns["kelamin"] = left
    data.tabel.columns = columns
    values: list[object] = []
    for at, (m, f) in enumerate(zip(male, female, strict=True)):
        ticks = _ticked(m), _ticked(f)
        values.append("L" if ticks == (True, False) else "P" if ticks == (False, True) else None)
        if ticks == (False, True):
            data.place(at, "kelamin", data.view.grid.ref(data.rows[at], right))
        if ticks == (True, True):
            data.bad.setdefault("kelamin", {})[at] = Bad("DATA-KOSONG", "tak_terbaca")
    data.columns["kelamin"] = values


def _ticked(value: object) -> bool:
    if isinstance(value, str):
        return value.strip().casefold() not in ("", "-", "0", "–", "tidak")
    return bool(value)


def _firm_and_owner(data: Data) -> None:
    """A column `Nama IKM / Pemilik`: two names where most cells hold two, else the owner's."""
    if "ikm_pemilik" not in data.columns:
        return
    column = data.tabel.columns["ikm_pemilik"]
    cells = data.columns["ikm_pemilik"]
    raws = data.raws["ikm_pemilik"]
    parts = [_two(raw) if isinstance(raw, str) else None for raw in raws]
    texts = sum(1 for cell in cells if cell)
    columns = dict(data.tabel.columns)
    del columns["ikm_pemilik"]
    if texts and sum(1 for part in parts if part) * 2 > texts:
        if "usaha" not in data.columns:
            data.columns["usaha"] = [p[0] if p else None for p in parts]
            columns["usaha"] = column
        if "nama" not in data.columns:
            data.columns["nama"] = [p[1] if p else cell for p, cell in zip(parts, cells, strict=True)]
            columns["nama"] = column
        data.columns.pop("ikm_pemilik")
        data.raws.pop("ikm_pemilik")
        data.bad.pop("ikm_pemilik", None)
    else:
        target = "usaha" if "nama" in data.columns else "nama"
        data.rename("ikm_pemilik", target)
        columns[target] = column
    data.tabel.columns = columns
    for places in data.places.values():
        if ref := places.pop("ikm_pemilik", None):
            places.setdefault("nama", ref)


def _two(raw: str) -> tuple[str, str] | None:
    """`Batik Kanoman / Siti Contoh` or `Batik Kanoman (Siti Contoh)` as (firm, owner)."""
    text = raw.strip()
    if match := _BRACKETS.match(text):
        return " ".join(match[1].split()), " ".join(match[2].split())
    parts = [" ".join(part.split()) for part in _SPLIT.split(text) if part.strip()]
    return (parts[0], parts[1]) if len(parts) == 2 else None


def _readiness(data: Data) -> None:
    """A NIB cell that says `bersedia` answers the question of readiness."""
    raws = data.raws.get("nib")
    if raws is None:
        return
    ready = data.columns.get("kesediaan_nib")
    for at, raw in enumerate(raws):
        if not isinstance(raw, str) or (answer := nib_readiness(raw)) is None:
            continue
        if ready is None:
            ready = data.columns["kesediaan_nib"] = [None] * len(data.rows)
        if ready[at] is None:
            ready[at] = answer
            data.place(at, "kesediaan_nib", data.view.grid.ref(data.rows[at], data.tabel.columns["nib"]))


def _address(data: Data, found: Found) -> None:
    """An address over several columns (Alamat, Desa, Kecamatan) becomes one."""
    columns = found.matched.more.get("alamat", [])
    if len(columns) < 2:
        return
    parts = [_texts(data, column.column) for column in columns]
    data.columns["alamat"] = [
        ", ".join(part for part in row if part and part != "-") or None for row in zip(*parts, strict=True)
    ]


def _texts(data: Data, column: int) -> list[str]:
    """The texts of a column along the rows; those that recur, such as the name of a desa, are read once."""
    view = data.view
    known: dict[str, str] = {}
    texts = []
    for row in data.rows:
        value = view.grid.at(row, column)
        if isinstance(value, str):
            text = known.get(value)
            if text is None:
                text = known[value] = view.text(row, column)
        else:
            text = view.text(row, column)
        texts.append(text)
    return texts


def _attendance(data: Data, found: Found, kosakata: Vocabulary) -> None:
    """Days of attendance ticked in a column each: their number is `hadir`."""
    days = day_columns(found.header, kosakata)
    own = data.tabel.columns.get("hadir")
    if not days or (own is not None and own not in [day.column for day in days]):
        return
    counts = [days_present([data.view.grid.at(row, day.column) for day in days]) for row in data.rows]
    if not any(counts):
        return
    data.columns["hadir"] = list(counts)
    data.tabel.columns = {**data.tabel.columns, "hadir": days[0].column}
    for kolom in data.tabel.kolom:
        if any(day.column == kolom.column for day in days):
            kolom.field, kolom.certainty = "hadir", 0.8


_WITHDRAWN = re.compile(
    r"\b(?:mengundurkan\s+diri|mundur|batal|gugur|drop\s?out|berhalangan|digantikan|diganti"
    r"|(?:tidak|tdk|tak)\s+(?:(?:jadi|sampai|hingga|mengikuti\s+(?:sampai|hingga))\s+)?"
    r"(?:hadir|ikut|mengikuti|melanjutkan|selesai|tuntas|lulus))\b",
    re.I,
)


def _withdrawn(data: Data, found: Found) -> None:
    """A remark that someone withdrew, where nothing else tells of attendance: `MENGUNDURKAN DIRI`."""
    remarks = found.matched.columns.get("catatan_lain")
    if remarks is None:
        return
    present = data.columns.get("hadir")
    for at, row in enumerate(data.rows):
        if not _WITHDRAWN.search(data.view.text(row, remarks.column)):
            continue
        if present is None:
            present = data.columns["hadir"] = [None] * len(data.rows)
        if present[at] is None:
            present[at] = False
            data.place(at, "hadir", data.view.grid.ref(row, remarks.column))


_ROLES = (
    "narasumber",
    "instruktur",
    "pengajar",
    "fasilitator",
    "tenaga ahli",
    "pendamping",
    "pelatih",
    "moderator",
    "koordinator",
)


def _role(data: Data, found: Found, kosakata: Vocabulary) -> None:
    """The role that the heading of the names, else the title, gives to all rows: `narasumber`."""
    heading = next((k.judul for k in data.tabel.kolom if k.field == "nama"), "")
    for text, ref in (
        (kosakata.standard(heading), data.tabel.header_ref("nama")),
        (kosakata.standard(found.judul.text), data.tabel.ref),
        (kosakata.standard(data.view.grid.sheet), data.tabel.ref),
    ):
        named = [role for role in _ROLES if f" {role} " in f" {text} "]
        if named:
            data.constant("peran", ", ".join(named))
            data.tabel.fixed = {**data.tabel.fixed, "peran": ref}
            return
