"""The standard spelling of headings and titles, in which words are looked up.

`No. KTP *` → `nomor ktp`; `s/d Bln Ini (Rp)` → `sd bulan ini`; `Visit Date` → `tanggal kunjungan`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dak_excel.sheets.english import in_indonesian

_TOKEN = re.compile(r"[^\W_]+|[/%#&]")
_INITIALS = re.compile(r"\b([^\W\d_])\.\s?(?=[^\W\d_]\b\.?)")
_SPACED = re.compile(r"\b(?:[^\W\d_] ){2,}[^\W\d_]\b")
_UNTIL = re.compile(r"\bs\s*[./]?\s*d\b\.?|\bsampai(?:\s+dengan)?\b")
_ALWAYS_EMPTY = frozenset({"rp", "rupiah"})

MEMO_TEXTS = 4096
"""Texts that a memo holds; a full one is begun anew, so that it does not grow with every daerah."""

_PATH = re.compile(r"[a-z_][a-z0-9_.-]*[a-z0-9_](?:/[a-z0-9_][a-z0-9_.-]+)+")


def path_steps(heading: str) -> list[str]:
    """A heading that is a path of groups, as KoBo and ODK write it, in its steps: `identitas/nik`."""
    return heading.strip().split("/") if _PATH.fullmatch(heading.strip()) else [heading]


def standard(text: str, short: Mapping[str, str]) -> str:
    """A heading in standard spelling, its abbreviations (`short`) written out."""
    text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    low = _UNTIL.sub(" sd ", _INITIALS.sub(r"\1", text.casefold()))
    tokens = [short.get(token, token) for token in _TOKEN.findall(low.replace("&", " dan "))]
    words = in_indonesian([token for token in tokens if token not in _ALWAYS_EMPTY])
    joined = " ".join(words or tokens)
    return joined if joined == "/" else joined.strip("/ ")


def remember(memo: dict[str, str], text: str, known: str) -> str:
    """Remembers `known` for a text, and returns it."""
    if len(memo) >= MEMO_TEXTS:
        memo.clear()
    memo[text] = known
    return known
