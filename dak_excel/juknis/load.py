"""Loads the juknis of a year and refuses a file that does not fit, with its line and the reason.

`<tahun>.yaml` may say `mewarisi: <tahun lain>`: it is then laid over that year's file, and `hapus:` names
the rules that fell away. The rules on data quality, which no juknis sets, come from `mutu_data.yaml` and
hold for every year. A rule is valid only if a kind of check can decide it: the kinds are handed in
(`checks.rules.load_rules` does so), since they in turn know the model of the juknis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, Protocol

from pydantic import ValidationError

from dak_excel.juknis.model import ISI_TETAP, Juknis, Model
from dak_excel.juknis.refusals import why_refused
from dak_excel.juknis.yaml_document import Jalur, JuknisError, YamlDocument

__all__ = ["JuknisError", "Kind", "Kinds", "available_years", "complete_document", "load_juknis"]

BAWAAN = Path(__file__).parent
MUTU_DATA = "mutu_data.yaml"
ISI_BANYAK = frozenset({"banyak", "rentang", "kolom", "contoh"})
"""Placeholders of the wordings `…banyak`, which tell one cause in many cells (`checks.causes`)."""
PALING_BANYAK = 12
"""Faults that one refusal lists; more would only scroll away."""

Keliru = list[tuple[Jalur, str]]


class Kind(Protocol):
    """What the loader must know of a kind of check: the shape of `batas`, the placeholders, the wordings."""

    @property
    def batas(self) -> type[Model] | None:
        """The model of its parameters; None: any."""

    @property
    def isi(self) -> frozenset[str] | None:
        """The placeholders that it fills beside the standing ones; None: they are not checked."""

    @property
    def varian(self) -> frozenset[str]:
        """The wordings that it asks for."""


Kinds = Mapping[str, Kind]
"""Kinds of check by the name that `jenis:` in the YAML uses."""


def available_years(folder: Path | None = None) -> list[int]:
    """The years that a juknis file exists for."""
    return sorted(int(path.stem) for path in (folder or BAWAAN).glob("[0-9][0-9][0-9][0-9].yaml"))


def stamps(folder: Path | None = None) -> tuple[int, ...]:
    """When the files that a juknis may come from were changed (ns); the same stamps give the same juknis."""
    folders = [BAWAAN, *([folder] if folder else [])]
    return tuple(path.stat().st_mtime_ns for f in folders for path in sorted(f.glob("*.yaml")))


def load_juknis(tahun: int, folder: Path | None, kinds: Kinds) -> Juknis:
    """The juknis of a fiscal year, from `folder` or from the program itself.

    Raises JuknisError when there is none, when it does not fit, or when a rule is of none of the `kinds`.
    """
    dokumen = complete_document(tahun, folder)
    keliru: Keliru = []
    for jalur, ketentuan in _rules(dokumen.isi):
        keliru += _prepare(jalur, ketentuan, dokumen.isi.get("pola") or {}, kinds)
    isi = {key: value for key, value in dokumen.isi.items() if key not in ("pola", "mewarisi", "hapus")}
    if keliru:
        raise _refusal(dokumen, keliru)
    isi["usulan"] = [{"jalur": jalur, "tempat": dokumen.tempat(jalur)} for jalur in _confirmable(dokumen)]
    try:
        return Juknis.model_validate(isi)
    except ValidationError as error:
        raise _refusal(dokumen, [(e["loc"], why_refused(e)) for e in error.errors()]) from error


def _confirmable(dokumen: YamlDocument) -> list[Jalur]:
    """What is still to be confirmed, in the order of the file; not of rules that fell away."""
    there = [jalur for jalur in dokumen.usulan if jalur in dokumen.asal and _at(dokumen.isi, jalur)]
    return sorted(there, key=lambda jalur: (*dokumen.asal[jalur], str(jalur)))


def _at(isi: Any, jalur: Jalur) -> bool:
    """Whether something stands at a path."""
    for part in jalur:
        try:
            isi = isi[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def complete_document(tahun: int, folder: Path | None) -> YamlDocument:
    """The file of a year over the one that it inherits from, over the rules on data quality.

    Raises JuknisError when there is none, or when it cannot be read.
    """
    folder = folder or BAWAAN
    dokumen = YamlDocument()
    for source in dict.fromkeys((BAWAAN / MUTU_DATA, folder / MUTU_DATA)):
        if source.is_file():
            dokumen = dokumen.overlaid(_data_quality(source))
    return dokumen.overlaid(_inherited(tahun, folder, ()))


def _data_quality(source: Path) -> YamlDocument:
    """The rules on data quality as the `umum` of a juknis; their patterns stand under `pola`."""
    from dak_excel.juknis.yaml_file import read_yaml  # late: a juknis that is kept needs no YAML

    found = read_yaml(source)
    pola = found.isi.pop("pola", {})
    asal = {(jalur if jalur[:1] == ("pola",) else ("umum", *jalur)): at for jalur, at in found.asal.items()}
    return YamlDocument({"umum": found.isi, "pola": pola}, asal)


def _inherited(tahun: int, folder: Path, anak: tuple[int, ...]) -> YamlDocument:
    """A year's file laid over its parent's, the parent's parent's …"""
    path = folder / f"{tahun}.yaml"
    if not path.is_file():
        path = BAWAAN / f"{tahun}.yaml"
    if not path.is_file():
        known = sorted({*available_years(), *available_years(folder)})
        raise JuknisError(
            f"Juknis tahun {tahun} tidak ada. Tahun yang tersedia: {', '.join(map(str, known))}. Untuk "
            f"memulainya dari tahun sebelumnya: dak-excel juknis salin {tahun}"
        )
    from dak_excel.juknis.yaml_file import read_yaml

    dokumen = read_yaml(path)
    induk = dokumen.isi.get("mewarisi")
    if dokumen.isi.get("tahun") != tahun:
        raise JuknisError(f"{dokumen.tempat(('tahun',))}: `tahun` harus {tahun}, sama dengan nama berkasnya.")
    if induk is None:
        return dokumen
    if not isinstance(induk, int) or induk in (*anak, tahun):
        raise JuknisError(
            f"{dokumen.tempat(('mewarisi',))}: `mewarisi` harus menunjuk tahun lain, tanpa berputar."
        )
    utuh = _inherited(induk, folder, (*anak, tahun)).overlaid(dokumen)
    _drop(utuh, dokumen.isi.get("hapus") or [])
    return utuh


def _drop(dokumen: YamlDocument, ids: object) -> None:
    """Takes the rules out that this year's file drops."""
    for index, drop in enumerate(ids if isinstance(ids, list) else [ids]):
        homes = [parent for parent in _homes(dokumen.isi) if drop in parent[1]]
        if not homes:
            raise JuknisError(
                f"{dokumen.tempat(('hapus', index))}: ketentuan {drop} tidak ada, jadi tidak dapat dihapus."
            )
        for _, home in homes:
            del home[drop]


def _homes(isi: Mapping[str, Any]) -> Iterator[tuple[Jalur, dict[str, Any]]]:
    """Every mapping that holds rules, with its path; malformed parts are left to the model to refuse."""
    for kode_menu, menu in _pairs(isi.get("menu")):
        for kode, rincian in _pairs(menu.get("rincian")):
            if isinstance(rincian.get("ketentuan"), dict):
                yield ("menu", kode_menu, "rincian", kode, "ketentuan"), rincian["ketentuan"]
    if isinstance(isi.get("umum"), dict):
        yield ("umum",), isi["umum"]


def _pairs(value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Key and value of a mapping of mappings; the key goes into the value as its `kode`."""
    for key, child in value.items() if isinstance(value, dict) else ():
        if isinstance(child, dict):
            child.setdefault("kode", key)
            yield key, child


def _rules(isi: Mapping[str, Any]) -> Iterator[tuple[Jalur, dict[str, Any]]]:
    for jalur, home in _homes(isi):
        for name, rule in home.items():
            if isinstance(rule, dict):
                rule.setdefault("id", name)
                yield (*jalur, name), rule


def _prepare(jalur: Jalur, rule: dict[str, Any], pola: Mapping[str, Any], kinds: Kinds) -> Keliru:
    """Completes a rule from its pattern and checks it against its kind, in place."""
    kind = kinds.get(rule.get("jenis", ""))
    if kind is None:
        return [
            ((*jalur, "jenis"), f"{jalur[-1]}: jenis pemeriksaan «{rule.get('jenis', '')}» tidak dikenal.")
        ]
    pattern = pola.get(rule.pop("pola", None) or rule["jenis"]) or {}
    for key, value in pattern.items():
        if key in ("varian", "batas"):
            rule[key] = {**value, **(rule.get(key) or {})}
        else:
            rule.setdefault(key, value)
    keliru: Keliru = []
    if kind.batas is not None:
        try:
            rule["batas"] = dict(kind.batas.model_validate(rule.get("batas") or {}))
        except ValidationError as error:
            return [((*jalur, "batas", *e["loc"]), f"{jalur[-1]}: {why_refused(e)}") for e in error.errors()]
    keliru += _word_faults(jalur, rule, kind)
    return keliru


def _word_faults(jalur: Jalur, rule: Mapping[str, Any], kind: Kind) -> Keliru:
    """Faults in the words of a rule: a wording that the kind has not, a placeholder that nobody fills."""
    if kind.isi is None:
        return []
    varian = rule.get("varian") or {}
    keliru: Keliru = []
    for name in sorted(kind.varian - set(varian)):
        keliru.append((jalur, f"{jalur[-1]}: varian pesan «{name}» wajib diisi."))
    for name in varian:
        base = name.removesuffix("_saran").removesuffix("banyak").removesuffix("_")
        if name not in kind.varian and base and base not in kind.varian:
            keliru.append(((*jalur, "varian", name), f"{jalur[-1]}: varian «{name}» tidak dikenal."))
    known = ISI_TETAP | kind.isi | set(rule.get("batas") or {})
    texts: list[tuple[Jalur, object]] = [((name,), rule.get(name)) for name in ("pesan", "saran")]
    texts += [(("varian", name), text) for name, text in varian.items()]
    for where, text in texts:
        many = ISI_BANYAK if str(where[-1]).removesuffix("_saran").endswith("banyak") else frozenset()
        for name in _placeholders(text) - (many or known):
            keliru.append(((*jalur, *where), f"{jalur[-1]}: isian {{{name}}} tidak dikenal di kalimat ini."))
    return keliru


def _placeholders(text: object) -> set[str]:
    """The placeholders of a wording; a lone brace counts as one."""
    if not isinstance(text, str):
        return set()
    try:
        fields = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return {"… kurung kurawal tidak berpasangan"}
    return {name.split(".")[0].split("[")[0] for name in fields}


def _refusal(dokumen: YamlDocument, keliru: Keliru) -> JuknisError:
    lines = [f"{dokumen.tempat(jalur)}: {reason}" for jalur, reason in keliru[:PALING_BANYAK]]
    if len(keliru) > PALING_BANYAK:
        lines.append(f"… dan {len(keliru) - PALING_BANYAK} kekeliruan lain.")
    return JuknisError("\n".join(lines))
