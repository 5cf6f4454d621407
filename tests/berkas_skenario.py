"""Reads the scenario files: every scenario once for each rincian and case, with its placeholders filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FOLDER = Path(__file__).parent / "skenario"
_KHUSUS = ("nama", "untuk", "ketentuan", "temuan", "per", "kasus")


@dataclass(frozen=True)
class Skenario:
    """One case: its facts, the rules it is about, and the findings that it expects (and no others)."""

    berkas: str
    nama: str
    ketentuan: tuple[str, ...]
    temuan: tuple[Any, ...]
    fakta: Mapping[str, Any]
    cakupan: tuple[str, ...] = ()
    """Beginnings of the ids that are compared; empty: the rules of the scenario's rincian."""
    per: date = field(default=date(2024, 2, 1))

    def __str__(self) -> str:
        return f"{self.berkas}: {self.nama}"


def _load(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)


def dasar() -> dict[str, Any]:
    """The faultless activity of each rincian that scenarios start from."""
    return dict(_load((FOLDER / "dasar.yaml").read_text("utf-8")))


def semua() -> list[Skenario]:
    """All cases of all files."""
    return [
        case
        for path in sorted(FOLDER.glob("*.yaml"))
        if path.name != "dasar.yaml"
        for case in _file(path.stem, _load(path.read_text("utf-8")))
    ]


def _file(berkas: str, isi: Mapping[str, Any]) -> Iterator[Skenario]:
    for scenario in isi["skenario"]:
        for kasus in scenario.get("kasus") or [{}]:
            merged = {**scenario, **kasus}
            for kode in _list(merged.get("untuk")) or [""]:
                words = {**kasus, "rincian": kode}
                filled = _fill({k: v for k, v in merged.items() if k != "kasus"} | {"untuk": kode}, words)
                yield _one(berkas, filled, kasus, isi)


def _one(berkas: str, filled: dict[str, Any], kasus: Mapping[str, Any], isi: Mapping[str, Any]) -> Skenario:
    label = filled["nama"]
    if kasus and "{" not in str(filled["nama"]):
        told = ", ".join(f"{k} {v}" for k, v in kasus.items() if k not in (*_KHUSUS, "temuan"))
        label = f"{label} ({told})" if told else label
    return Skenario(
        berkas=berkas,
        nama=f"{filled['untuk']} {label}".strip(),
        ketentuan=tuple(_list(filled["ketentuan"])),
        temuan=tuple(_list(filled.get("temuan"))),
        fakta={k: v for k, v in filled.items() if k not in ("ketentuan", "temuan", "per", "kasus")},
        cakupan=tuple(_list(isi.get("cakupan"))),
        per=filled.get("per") or date(2024, 2, 1),
    )


def _list(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list) else [value]


def _fill(value: Any, words: Mapping[str, Any]) -> Any:
    """Fills `{name}`; a text that is nothing else becomes the value itself, number or date."""
    if isinstance(value, dict):
        return {key: _fill(child, words) for key, child in value.items()}
    if isinstance(value, list):
        return [_fill(child, words) for child in value]
    if not isinstance(value, str) or "{" not in value:
        return value
    if value[1:-1] in words and value[0] == "{" and value[-1] == "}":
        return words[value[1:-1]]
    for name, word in words.items():
        value = value.replace(f"{{{name}}}", str(word))
    return value
