"""Levels of education."""

from __future__ import annotations

import re

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Pendidikan
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error
from dak_excel.sheets.values.words import TAK_TERBACA

_LEVELS: tuple[tuple[Pendidikan, str], ...] = (
    (
        Pendidikan.TIDAK_SEKOLAH,
        r"(?:tidak|tdk|belum|blm)\s+(?:pernah\s+|ber)?(?:sekolah|tamat sd|lulus sd)\b"
        r"|putus sekolah sd|\btk\b",
    ),
    (Pendidikan.S3, r"\bs\s?3\b|\bs\s?iii\b|\bstrata\s?(?:3|iii|tiga)\b|\bdoktor(?:al)?\b|\bph\s?d\b"),
    (
        Pendidikan.S2,
        r"\bs\s?2\b|\bs\s?ii\b|\bstrata\s?(?:2|ii|dua)\b|\bmagister\b|\bmaster\b|\bpasca\s?sarjana\b"
        r"|^m\s(?:s\s?i|kom|pd|t|m|h|sc|ak|ag|sn|ds|p|eng)$|^(?:msi|mkom|mpd|mm|mt|mh|msc|mba|mak)$",
    ),
    (Pendidikan.PROFESI, r"\bprofesi\b|\bsp\s?1\b|\bners\b"),
    (
        Pendidikan.D3,
        r"\bd\s?(?:3|iii)\b|\bdiploma\s?(?:3|iii|tiga)\b|\bahli madya\b|\bsarjana muda\b|\ba\s?md\b",
    ),
    (
        Pendidikan.S1,
        r"\bs\s?1\b|(?<!m )\bs\s?i\b|\bstrata\s?(?:1|i|satu)\b|(?<!pasca )(?<!pasca)\bsarjana\b(?! muda)"
        r"|\bd\s?(?:4|iv)\b|\bdiploma\s?(?:4|iv|empat)\b"
        r"|^s\s(?:e|kom|pd|t|sos|h|p|ag|si|ip|km|pt|tp|sn|ds|ak|pi|hut|psi|i kom|gz|stp|st|farm|tr)\b"
        r"|^(?:se|sh|skom|spd|ssos|ssi|sip|sag|ssn|spt|stp)$",
    ),
    (Pendidikan.D2, r"\bd\s?(?:2|ii)\b|\bdiploma\s?(?:2|ii|dua)\b|\bahli muda\b"),
    (Pendidikan.D1, r"\bd\s?(?:1|i)\b|\bdiploma\s?(?:1|i|satu)\b|\bahli pratama\b"),
    (
        Pendidikan.SMA,
        r"\b(?:slta|sma|smu|smk|smkn|sman|smun|stm|smea|smkk|smik|smip|spg|spk|sgo|pga|kpaa|mak?|man|man \d"
        r"|aliyah|paket c|sekolah menengah atas|sekolah menengah kejuruan|sekolah menengah umum"
        r"|sederajat sma|sltatas|slt a|sm a)\b",
    ),
    (
        Pendidikan.SMP,
        r"\b(?:smp|smpn|sltp|mts|mtsn|m ts|tsanawiyah|paket b|sekolah menengah pertama|slt p)\b",
    ),
    (Pendidikan.SD, r"\b(?:sd|sdn|mi|min|sr|sekolah dasar|sekolah rakyat|ibtidaiyah|paket a)\b"),
)
_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in _LEVELS)
_UNFINISHED = re.compile(r"\b(?:tidak|tdk|belum|blm)\s+(?:tamat|lulus|selesai)\b|\bputus\b")


def parse_education(value: Value) -> Pendidikan | Bad | None:
    """The level that a text names, with or without the subject: `SMK Tata Busana`, `S.1 Teknik`.

    Two names of one level are one level (`SLTA/SMA`, `D4/S1`); of schools line by line, as in a
    curriculum vitae, the highest counts. Names of different levels in one line, as in a form where nobody
    crossed anything out, are `Bad`, as is a school that was not finished.
    """
    if value is None:
        return None
    if not isinstance(value, str):
        return TAK_TERBACA
    lines = [line for line in re.split(r"[\n;]", value) if line.strip()]
    if len(lines) > 1:
        levels = [level for line in lines if isinstance(level := _level(line), Pendidikan)]
        if len(levels) == len(lines):
            return max(levels)
    return _level(value)


@memos.of_texts(2048)
def _level(value: str) -> Pendidikan | Bad | None:
    cleaned = clean(value)
    if is_blank_text(cleaned):
        return None
    if is_error(cleaned):
        return GALAT
    text = " ".join(re.sub(r"[^a-z0-9]+", " ", cleaned.lower()).split())
    text = re.sub(r"\b([sd])(i{1,3}v?|iv)\b", r"\1 \2", text)
    # A level stands first; what follows may hold the letters of another (`SMA (Paket C)`, `S1 MI`).
    found = {level for level, pattern in _PATTERNS if pattern.search(text)}
    if Pendidikan.TIDAK_SEKOLAH in found:
        return Pendidikan.TIDAK_SEKOLAH
    if len(found) > 1:
        found = _named_together(text) or found
    if len(found) != 1 or _UNFINISHED.search(text):
        return TAK_TERBACA
    return found.pop()


def _named_together(text: str) -> set[Pendidikan]:
    """The level that begins the text, when no other level follows it at once."""
    starts = [
        (match.start(), match.end(), level)
        for level, pattern in _PATTERNS
        for match in pattern.finditer(text)
    ]
    starts.sort()
    (first, end, level), *others = starts
    if first == 0 and all(start > end + 1 for start, _, other in others if other != level):
        return {level}
    return set()
