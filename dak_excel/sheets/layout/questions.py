"""Headings of web forms: what a question asks, without the words that it asks it with."""

from __future__ import annotations

import re

_BRACKETS = re.compile(r"\s*\([^()]*\)?(?:\s*[*:)]+)?\s*$")
"""What a heading explains at its end: `NIK (sesuai KTP)`, `Umur (per 1 Januari 2023) :`."""
_QUESTION = re.compile(
    r"^(?:apakah|apa|berapa(?:kah)?|siapa(?:kah)?|mohon|(?:jika|bila|apabila|kalau)\s+\w+|sebutkan|tuliskan|isikan)\b[\s,]*"
    r"(?:(?:bapak|ibu|saudara/?i?|sdr/?i?|anda|usaha\s+anda|tulis\w*|isi\w*|sebut\w*)[\s/,]*)*"
    r"(?:(?:sudah|telah|pernah|termasuk)\s+)*(?:(?:memiliki|mempunyai|punya|tergabung|bergabung|menjadi)\s+)?"
    r"(?:(?:di\s*dalam|dalam|ke|pada|sebagai)\s+)?(?=\S)",
    re.I,
)
"""What a web form asks before it comes to the point: `Apakah Bapak/Ibu tergabung dalam Sentra IKM? …`."""
_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.)]\s*(?=[^\W\d])")
_PERSON = re.compile(r"\s+(?:anda|saudara|bapak\s*/\s*ibu|saat ini|sekarang)$", re.I)


def without_brackets(heading: str) -> str:
    """A heading without what it explains at its end."""
    return _BRACKETS.sub("", heading)


def without_number(heading: str) -> str:
    """A question without its number: `3. Jenis Kelamin`."""
    return _NUMBER.sub("", heading)


def asked_for(heading: str) -> str:
    """`Apa jenis kelamin Anda?` → `jenis kelamin Anda`; empty for a heading that is no question."""
    heading = without_number(heading)
    asked = _QUESTION.match(heading)
    return without_brackets(heading[asked.end() :].partition("?")[0]) if asked else ""


def plainly_asked(heading: str) -> str:
    """The same without the person who is asked: `jenis kelamin`; also of `Nomor NIK Anda`."""
    return _PERSON.sub("", (asked_for(heading) or without_brackets(without_number(heading))).strip())
