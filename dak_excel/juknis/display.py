"""The rules in force as text: all of them, one rincian, or one rule with its citation and its words.

Plain lines without colour, for `dak-excel juknis [A1 | A1-JPL]`; the caller prints them.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import Any

from dak_excel.juknis.model import Juknis, Ketentuan, Rincian
from dak_excel.juknis.ranges import range_words
from dak_excel.juknis.yaml_document import JuknisError

LEBAR = (60, 100)
"""Fewest and most columns that a line takes; between them, those of the terminal."""

KATA_BATAS = {
    "kelompok": "khusus {}",
    "sasaran": "{}",
    "tempat_seharusnya": "{}",
    "keahlian_kata": "dengan {}",
    "teori": "teori {}%",
    "diskusi": "diskusi {}%",
    "praktik": "praktik {}%",
    "toleransi": "selisih {} poin masih wajar",
    "persen": "paling banyak {}% dari peserta",
    "per_minggu": "{} kali per minggu",
    "jam": "sedikitnya {} jam setiap kunjungan",
    "kali": "{} kali kunjungan",
    "bulan": "{} bulan",
    "kunjungan": "{} kali kunjungan per bulan",
    "hari": "{} hari kerja",
    "usaha": "sedikitnya {} usaha industri",
    "litbang": "sedikitnya {} lembaga litbang atau inovasi",
    "tahun": "paling singkat {} tahun",
    "dokumen": "{}",
    "pelatihan": "{}",
}
"""How the parameters of a rule are told; those that are not here are the program's own business."""


def show(juknis: Juknis, pilihan: str = "") -> list[str]:
    """Lines about everything (empty), a menu (`A`), a rincian (`A1`), a rule (`A1-JPL`) or a family (`RAB`).

    Raises JuknisError when there is no such thing; the message names what is near.
    """
    wanted = pilihan.strip().upper()
    rincian = juknis.rincian
    if not wanted:
        return list(_everything(juknis))
    if wanted in juknis.menu:
        return [line for kode in juknis.menu[wanted].rincian for line in _rincian(rincian[kode])]
    if wanted in rincian:
        return list(_rincian(rincian[wanted]))
    rules = {k.id: k for _, k in juknis.every_ketentuan()}
    if wanted in rules:
        return list(_ketentuan(juknis, rules[wanted]))
    family = [k for k in rules.values() if k.id.startswith(f"{wanted}-") or k.id.endswith(f"-{wanted}")]
    if family:
        return [f"Ketentuan {wanted}, {juknis.peraturan}", "", *_tabel(family)]
    raise JuknisError(f"Tidak ada rincian atau ketentuan «{pilihan}». {_guide(rules, wanted)}")


def _guide(rules: Mapping[str, Ketentuan], wanted: str) -> str:
    from rapidfuzz import process  # late: only for a wrong word

    near = process.extractOne(wanted, list(rules), score_cutoff=60)
    guess = f" Barangkali maksudnya {near[0]}?" if near else ""
    return f"Contoh yang benar: dak-excel juknis A1, dak-excel juknis A1-JPL.{guess}"


def _everything(juknis: Juknis) -> Iterator[str]:
    yield from _folded(f"{juknis.label}, tahun anggaran {juknis.tahun}")
    yield from _folded(juknis.judul)
    for menu in juknis.menu.values():
        yield ""
        yield f"{menu.kode}. {menu.nama}"
        for rincian in menu.rincian.values():
            yield f"   {rincian.kode}  {rincian.nama} ({len(rincian.ketentuan)} ketentuan)"
    families: dict[str, int] = {}
    for k in juknis.umum.values():
        family = k.id.split("-")[0]
        families[family] = families.get(family, 0) + 1
    if families:
        yield ""
        yield "Ketentuan umum"
        for family, count in families.items():
            yield f"   {family}  ({count} ketentuan)"
    for tenggat in juknis.tenggat:
        if tenggat is juknis.tenggat[0]:
            yield ""
            yield "Tenggat"
        yield f"   {tenggat.tanggal:%d-%m-%Y}  {tenggat.nama} ({tenggat.rujukan})"
    yield ""
    yield "Rincinya: dak-excel juknis A1, dak-excel juknis A1-JPL, dak-excel juknis RAB"


def _rincian(rincian: Rincian) -> Iterator[str]:
    yield f"{rincian.kode}  {rincian.nama}"
    for keluaran in rincian.keluaran:
        yield from _folded(
            f"Keluaran: {keluaran.indikator} ({keluaran.satuan}), {rincian.rujukan_keluaran}", "   "
        )
    yield ""
    yield from _tabel(rincian.ketentuan.values())
    yield ""


def _tabel(rules: Iterable[Ketentuan]) -> Iterator[str]:
    """One line a rule: id, level, what it asks and by how much, citation."""
    rows = [(k.id, k.tingkat.value, content(k), k.rujukan) for k in rules]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, level, text, cite in rows:
        lead = f"   {name:<{wide[0]}}  {level:<{wide[1]}}  "
        yield from _folded(f"{text} ({cite})", lead, " " * len(lead))


def content(k: Ketentuan) -> str:
    """What a rule asks, with its limits when it has any."""
    limits = _limits(k)
    return f"{k.judul}: {limits}" if limits else k.judul


def _limits(k: Ketentuan) -> str:
    """`45–85`, `teori 50%, praktik 30%`, `paling rendah D3`: the limits of a rule in words."""
    b = k.batas
    told = []
    if words := _range(k):
        told.append(words)
    told += [text.format(b[key]) for key, text in KATA_BATAS.items() if b.get(key) not in (None, "")]
    if b.get("kecuali"):
        told.append(f"kecuali {str(b['kecuali']).replace('_', ' ')} yang mempunyai NIB")
    return ", ".join(told)


def _range(k: Ketentuan) -> str:
    """The lower and upper limit; a lower one that is a level of education has no number."""
    bawah, atas = k.batas.get("min"), k.batas.get("max")
    return f"paling rendah {bawah}" if isinstance(bawah, str) else range_words(bawah, atas)


def _ketentuan(juknis: Juknis, k: Ketentuan) -> Iterator[str]:
    rincian = next((r for r, rule in juknis.every_ketentuan() if rule is k), None)
    yield f"{k.id}  {k.judul}"
    if rincian:
        yield f"   Rincian   {rincian.kode} {rincian.nama}"
    yield f"   Tingkat   {k.tingkat.value}"
    yield (
        f"   Dasar     {juknis.peraturan}, {k.rujukan}"
        if k.rujukan[:8] == "Lampiran"
        else f"   Dasar     {k.rujukan}"
    )
    if limits := _limits(k):
        yield from _folded(limits, "   Batas     ")
    if k.kutipan:
        yield from _folded(f"«{k.kutipan}»", "   Kutipan   ")
    yield from _folded(_example(k, k.pesan), "   Pesan     ")
    yield from _folded(_example(k, k.saran), "   Saran     ")
    for name, text in k.varian.items():
        if not name.endswith("_saran"):
            yield from _folded(_example(k, text), "   Atau      ")


def _example(k: Ketentuan, text: str) -> str:
    """A wording with the limits filled in; what depends on the sheet stands as `…`."""
    words: dict[str, Any] = {name: "…" for _, name, _, _ in Formatter().parse(text) if name}
    known = {**k.batas, "batas": _range(k)}
    known["Orang"] = str(k.batas.get("orang", "")).capitalize()
    words |= {key: value for key, value in known.items() if key in words and value not in (None, "")}
    return text.format_map(words)


def _width() -> int:
    """The terminal's columns, within limits; 79 where the text goes to a file."""
    return min(max(shutil.get_terminal_size().columns - 1, LEBAR[0]), LEBAR[1])


def _folded(text: str, lead: str = "", rest: str | None = None) -> list[str]:
    """Text folded to the width, with a first and a hanging indent."""
    hanging = " " * len(lead) if rest is None else rest
    return textwrap.wrap(
        text, _width(), initial_indent=lead, subsequent_indent=hanging, break_on_hyphens=False
    ) or [lead.rstrip()]
