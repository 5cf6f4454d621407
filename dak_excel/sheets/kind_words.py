"""The words of one kind of sheet: its fields, what dinas call them, and what speaks for or against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.values.column_types import ISI

Spell = Callable[[Iterable[str]], tuple[str, ...]]
"""Brings words into standard spelling (`spelling.standard`)."""


@dataclass(frozen=True, slots=True)
class Bidang:
    """One field: how its cells are read (`isi`), how telling it is (`bobot`), what dinas call it.

    `lemah` are headings that count only beside a column of one of the fields in `dekat`.
    """

    nama: str
    isi: str
    bobot: float = 1.0
    judul: tuple[str, ...] = ()
    lemah: frozenset[str] = frozenset()
    dekat: tuple[str, ...] = ()
    pokok: tuple[str, ...] = ()
    """Nouns at the head of a heading that tell the field under a title of the kind: `Nama Pelamar`."""
    cadangan: frozenset[str] = frozenset()
    """Headings that give way to one with such a noun: `Lama Mengajar` beside `Pengalaman di …`."""
    bersama: bool = False
    """Whether it is one of the fields that all kinds of table share."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words of one kind. `index` maps a standard heading to the fields that it may mean."""

    kind: Kind
    sebutan: str
    judul: tuple[str, ...]
    ciri: tuple[str, ...]
    lawan: tuple[str, ...]
    """Words that speak against the kind, in a title or a heading."""
    lawan_judul: tuple[str, ...]
    """Words that speak against it in a title alone; as a heading they are a detail of it."""
    lawan_kolom: tuple[str, ...]
    """The same in a heading alone: `Kelas` is of a school, `Kelas Ekspor` a training."""
    benda: tuple[str, ...]
    """What the kind lists, as a heading or a title names it: `kegiatan`, `bimtek`, `webinar`."""
    wajib: tuple[tuple[str, ...], ...]
    kunci: tuple[str, ...]
    """The field that every row of data has; the first that the table has."""
    cukup: float
    bidang: Mapping[str, Bidang]
    index: Mapping[str, tuple[str, ...]]


ALIKE = {
    (Kind.TENAGA, "nik"): Kind.PESERTA,
    (Kind.TENAGA, "pendidikan"): Kind.PESERTA,
    (Kind.TENAGA, "telepon"): Kind.PESERTA,
    (Kind.TENAGA, "jpl"): Kind.JADWAL,
    (Kind.SENTRA, "komoditi"): Kind.PESERTA,
    (Kind.KEGIATAN, "komoditi"): Kind.PESERTA,
    (Kind.KEGIATAN, "teori"): Kind.JADWAL,
    (Kind.KEGIATAN, "diskusi"): Kind.JADWAL,
    (Kind.KEGIATAN, "praktik"): Kind.JADWAL,
}
"""Fields that mean what they do in another kind: what that one calls them, they are called here too."""


def with_shared(words: KindWords, kinds: Mapping[Kind, KindWords]) -> KindWords:
    """The words of a kind with those that its fellows have for the same fields."""
    fields, index = dict(words.bidang), dict(words.index)
    for (kind, name), other in ALIKE.items():
        if words.kind is not kind or name not in fields or other not in kinds:
            continue
        own = fields[name]
        added = tuple(h for h in kinds[other].bidang[name].judul if h not in own.judul and h not in index)
        fields[name] = replace(own, judul=(*own.judul, *added))
        index |= dict.fromkeys(added, (name,))
    return replace(words, bidang=fields, index=index)


def read_field(name: str, entry: Mapping[str, Any], baku: Spell) -> Bidang:
    """A field from its entry in `kolom.yaml`. Raises ValueError where its `isi` is unknown."""
    isi = str(entry["isi"])
    if isi not in ISI:
        raise ValueError(f"isi «{isi}» pada «{name}» tidak dikenal; yang ada: {', '.join(sorted(ISI))}")
    return Bidang(
        nama=name,
        isi=isi,
        bobot=float(entry.get("bobot", 1)),
        judul=baku(entry["judul"]),
        lemah=frozenset(baku(entry.get("judul_lemah", ()))),
        dekat=tuple(entry.get("dekat", ())),
        pokok=tuple(map(str, entry.get("pokok", ()))),
        cadangan=frozenset(baku(entry.get("cadangan", ()))),
    )


def read_kind(kind: Kind, entry: Mapping[str, Any], shared: Mapping[str, Bidang], baku: Spell) -> KindWords:
    """A kind from its entry, with the fields that all kinds of table share."""
    fields: dict[str, Bidang] = {}
    for name, column in entry["kolom"].items():
        own = read_field(name, column, baku)
        if name in shared:
            base = shared[name]
            own = replace(own, judul=(*own.judul, *base.judul))
        fields[name] = own
    for name, base in shared.items():
        fields.setdefault(name, replace(base, bersama=True))
    index: dict[str, list[str]] = {}
    for name, bidang in fields.items():
        for heading in (*bidang.judul, *bidang.lemah, *bidang.cadangan):
            if heading and name not in index.setdefault(heading, []):
                index[heading].append(name)
    return KindWords(
        kind=kind,
        sebutan=str(entry.get("sebutan", kind.value)),
        judul=baku(entry.get("judul", ())),
        ciri=baku(entry.get("ciri", ())),
        lawan=baku(entry.get("lawan", ())),
        lawan_judul=baku(entry.get("lawan_judul", ())),
        lawan_kolom=baku(entry.get("lawan_kolom", ())),
        benda=baku(entry.get("benda", ())),
        wajib=tuple(tuple(group) for group in entry.get("wajib", ())),
        kunci=tuple(entry.get("kunci", ())),
        cukup=float(entry.get("cukup", 0)),
        bidang=fields,
        index={heading: tuple(names) for heading, names in index.items()},
    )
