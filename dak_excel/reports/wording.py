"""Words of the reports: a value as text or a marker, figures of tables, names of governments and people."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from dak_excel.daerah.model import Kegiatan
from dak_excel.indonesian import BULAN, date_range, date_text, number_text, persen
from dak_excel.reports.word.markers import marker
from dak_excel.sheets.tabel import Span

KOSONG = "–"
"""Shown where a table has nothing to say."""


def text(value: object, apa: str) -> str:
    """The value in words; the marker `[LENGKAPI: apa]` when there is none."""
    if isinstance(value, Span):
        return _month(value) or date_range(value.mulai, value.selesai)
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return number_text(value)
    text = str(value).strip() if value is not None else ""
    return text or marker(apa)


def days_of(kegiatan: Kegiatan, apa: str) -> str:
    """When an activity takes place; `mulai 5 Juni 2023` where only that is known of one under way."""
    waktu = kegiatan.when
    if waktu is not None and kegiatan.akhir_terbuka:
        return f"mulai {date_text(waktu.nilai.mulai)}"
    return text(waktu.nilai if waktu else None, apa)


def _month(span: Span) -> str:
    """`Juli 2023`, `Juli s.d. September 2023`: whole months stay months; empty for any other days."""
    first, last = span.mulai, span.selesai
    if first.day != 1 or last < first or last.day != monthrange(last.year, last.month)[1]:
        return ""
    end = f"{BULAN[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return end
    year = "" if first.year == last.year else f" {first.year}"
    return f"{BULAN[first.month - 1]}{year} s.d. {end}"


def or_dash(value: object) -> str:
    """The value in words; a dash when there is none."""
    return text(value, "") if value not in (None, "") else KOSONG


def money(value: Decimal | None) -> str:
    """`1.234.567,00`, for a column headed (Rp); a dash when it is not known."""
    return KOSONG if value is None else number_text(value, 2)


def share(value: Decimal | int | None, dari: Decimal | int | None) -> str:
    """`45,50%`: a share; a dash when it cannot be reckoned."""
    if value is None or not dari:
        return KOSONG
    return persen(Decimal(value) * 100 / Decimal(dari))


def paragraphs(texts: list[str | None]) -> list[str]:
    """Texts of the sheets as paragraphs: one a line, without the empty ones."""
    return [" ".join(line.split()) for text in texts for line in (text or "").splitlines() if line.strip()]


_ACRONYMS = frozenset({"di", "dki", "ii", "iii", "iv", "ntb", "ntt", "ikm", "ukm", "umkm", "kukm", "esdm"})
"""Words of names that stay in capitals; so do those without a vowel."""
_SMALL = frozenset({"dan", "di", "dengan", "untuk"})


def capitals(name: str) -> str:
    """A name that is written all in capitals as people write it: `GUBERNUR PAPUA` → `Gubernur Papua`."""
    text = " ".join(name.split())
    if not text.isupper():
        return text
    words = text.split()
    return " ".join(_capital(word, first=n == 0) for n, word in enumerate(words))


def _capital(word: str, first: bool) -> str:
    bare = re.sub(r"\W", "", word).casefold()
    if bare in _SMALL and not first:
        return word.lower()
    if bare in _ACRONYMS or not re.search("[aeiou]", bare) or "." in word.strip("."):
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def full_kabupaten(nama: str) -> str:
    """`Kab. Contoh`, `KABUPATEN CONTOH` → `Kabupaten Contoh`; `Kota Administrasi …` stays."""
    return re.sub(r"^kab(?:upaten|\.|\s)\s*", "Kabupaten ", capitals(nama), count=1, flags=re.I)


def head_of_daerah(kabkota: str) -> str:
    """`Bupati Contoh`, `Wali Kota Contoh`; both words where the name does not tell."""
    for word, title in (("Kabupaten ", "Bupati "), ("Kota ", "Wali Kota ")):
        if kabkota.startswith(word):
            return title + kabkota.removeprefix(word)
    return f"Bupati/Wali Kota {kabkota}"


def short_name(kabkota: str) -> str:
    """`Contoh` of `Kabupaten Contoh`."""
    return re.sub(r"^(Kabupaten|Kota) ", "", kabkota)
