"""What a juknis file leaves open: rules without scenarios, and words of the law that no rule cites.

For `dak-excel juknis periksa`. The text of the juknis is not part of the program; whoever has it names the
file. A sentence that no program can check stands in the YAML with its reason (`tidak_diperiksa`), and is not
told again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from dak_excel.juknis.model import Juknis
from dak_excel.juknis.unconfirmed import unconfirmed_lines

SEDIKITNYA = 3
"""Scenarios that a rule needs, some that find and some that do not."""
_OBLIGATION = re.compile(
    r"\b(?:harus|wajib|paling|dikecualikan|pengecualian|secara umum|diutamakan|minimal|maksimal|"
    r"setidaknya)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[a-z)\]%][.;])\s+(?=[A-Z(\d])")
_SIGNS = re.compile(r"[\W_]+")
_PART = re.compile(r"^(?P<roman>[IVX]+)\.\s+[A-Z]{4}")
_MENU = re.compile(r"^(?P<menu>[A-D])\.\s")
_RINCIAN = re.compile(r"^(?P<number>\d{1,2})\.\s+(?P<name>\S.*)")
_LETTER = re.compile(r"^(?P<letter>[a-j])\.\s")
_PASAL = re.compile(r"^Pasal (?P<number>\d+)$")
_MARKUP = re.compile(r"^[\s\-#*>]+|\*+")
_LEAST = 12
"""Letters from which a citation tells one sentence from others."""


class Sentence(NamedTuple):
    """A sentence of the juknis and where it stands: `Lampiran II.A.1.d`."""

    tempat: str
    teks: str


def open_lines(juknis: Juknis, teks: Path | None = None, skenario: Path | None = None) -> list[str]:
    """Lines for the user about what is still open; what cannot be looked at is said.

    `teks` is the juknis as plain text or Markdown, `skenario` the folder of scenarios.
    """
    lines = [f"Juknis {juknis.tahun}: {sum(1 for _ in juknis.every_ketentuan())} ketentuan.", ""]
    lines += unconfirmed_lines(juknis)
    if skenario is None:
        lines.append("Skenario tidak diperiksa: folder skenario tidak ada (pilih dengan --skenario).")
    elif thin := without_scenarios(juknis, skenario):
        lines.append(f"{len(thin)} ketentuan belum diuji skenario dengan cukup:")
        lines += [f"   {name}  {reason}" for name, reason in thin.items()]
    else:
        lines.append("Semua ketentuan diuji skenario.")
    lines.append("")
    if teks is None:
        lines.append("Teks juknis tidak diperiksa: sebut berkas teksnya dengan --teks.")
        return lines
    kalimat = list(obliging_sentences(juknis, teks.read_text("utf-8")))
    open_ = uncited(juknis, kalimat)
    verdict = (
        f"{len(open_)} belum dikutip ketentuan mana pun:" if open_ else "semuanya dikutip atau diberi alasan."
    )
    lines.append(f"{len(kalimat)} kalimat memuat kata kewajiban; {verdict}")
    lines += [f"   {k.tempat}: {_short(k.teks)}" for k in open_]
    if lost := lost_quotes(juknis, teks.read_text("utf-8")):
        lines += ["", f"{len(lost)} kutipan tidak ditemukan dalam teks:", *(f"   {name}" for name in lost)]
    return lines


def without_scenarios(juknis: Juknis, folder: Path) -> dict[str, str]:
    """Rules with too few scenarios → what is lacking."""
    outcomes: dict[str, list[bool]] = defaultdict(list)
    for path in sorted(folder.glob("*.yaml")):
        for scenario in (yaml.safe_load(path.read_text("utf-8")) or {}).get("skenario", ()):
            for name, found in _outcomes(scenario):
                outcomes[name].append(found)
    lacking = {}
    for _, rule in juknis.every_ketentuan():
        seen = outcomes[rule.id]
        if len(seen) < SEDIKITNYA:
            lacking[rule.id] = f"baru {len(seen)} skenario"
        elif all(seen):
            lacking[rule.id] = "tidak ada skenario yang tidak menemukan apa-apa"
        elif not any(seen):
            lacking[rule.id] = "tidak ada skenario yang menemukannya"
    return lacking


def _outcomes(scenario: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Each rule that a scenario names, and whether it is expected, for every case and rincian."""
    for kasus in scenario.get("kasus") or [{}]:
        merged = {**scenario, **kasus}
        for kode in _list(merged.get("untuk")) or [""]:
            words = {**kasus, "rincian": kode}
            expected = {
                _filled(item["ketentuan"] if isinstance(item, dict) else item, words)
                for item in _list(merged.get("temuan"))
            }
            for name in _list(merged.get("ketentuan")):
                yield _filled(name, words), _filled(name, words) in expected


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


def _filled(text: object, words: Mapping[str, Any]) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: str(words.get(m[1], m[0])), str(text))


def obliging_sentences(juknis: Juknis, teks: str) -> Iterator[Sentence]:
    """The sentences with a word of obligation, each with its place."""
    for tempat, paragraph in _paragraphs(juknis, teks):
        for sentence in _SENTENCE.split(paragraph):
            if _OBLIGATION.search(sentence):
                yield Sentence(tempat, " ".join(sentence.split()))


def _paragraphs(juknis: Juknis, teks: str) -> Iterator[tuple[str, str]]:
    """The text letter by letter: place and words."""
    names = {_flat(name): kode for kode, called in juknis.sebutan().items() for name in called}
    tempat, part, rincian = "Pembukaan", "", ""
    words: list[str] = []
    for raw in teks.splitlines():
        line = _MARKUP.sub("", raw).strip()
        place = tempat
        if match := _PASAL.match(line):
            place = f"Pasal {match['number']}"
        elif match := _PART.match(line):
            part, rincian, place = match["roman"], "", f"Lampiran {match['roman']}"
        elif part and (match := _MENU.match(line)):
            rincian, place = "", f"Lampiran {part}.{match['menu']}"
        elif part == "II" and (match := _RINCIAN.match(line)) and (code := _called(match["name"], names)):
            rincian, place = f"{code[0]}.{code[1:]}", f"Lampiran II.{code[0]}.{code[1:]}"
        elif rincian and (match := _LETTER.match(line)):
            place = f"Lampiran {part}.{rincian}.{match['letter']}"
        if place != tempat and words:
            yield tempat, " ".join(words)
            words = []
        tempat = place
        words.append(line)
    yield tempat, " ".join(words)


def _called(heading: str, names: Mapping[str, str]) -> str:
    """The rincian whose heading a numbered line is; empty for any other line."""
    flat = _flat(heading)
    if flat in names:
        return names[flat]
    from rapidfuzz import process  # late: hardly any run needs it

    near = process.extractOne(flat, list(names), score_cutoff=90)
    return names[near[0]] if near else ""


def uncited(juknis: Juknis, kalimat: list[Sentence]) -> list[Sentence]:
    """The sentences that no rule cites and that are not said to be beyond a program."""
    cited = [part for _, rule in juknis.every_ketentuan() for part in _pieces(rule.kutipan)]
    excused = [_flat(item.kalimat) for item in juknis.tidak_diperiksa]

    def known(sentence: str) -> bool:
        flat = _flat(sentence)
        if any(part in flat or flat in part for part in cited if len(part) >= _LEAST):
            return True
        return any(part in flat for part in excused)

    return [one for one in kalimat if not known(one.teks)]


def lost_quotes(juknis: Juknis, teks: str) -> list[str]:
    """Rules of the juknis whose citation does not stand in the text word for word."""
    flat = _flat("\n".join(_MARKUP.sub("", line) for line in teks.splitlines()))
    rules = (rule for _, rule in juknis.every_ketentuan() if rule.rujukan != "Mutu data")
    return [rule.id for rule in rules if any(part not in flat for part in _pieces(rule.kutipan))]


def _pieces(kutipan: str) -> list[str]:
    return [flat for part in kutipan.split("…") if (flat := _flat(part))]


def _flat(text: str) -> str:
    return _SIGNS.sub(" ", text.casefold()).strip()


def _short(text: str, most: int = 160) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
