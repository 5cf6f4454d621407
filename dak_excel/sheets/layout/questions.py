"""Headings of web forms: what a question asks, without the words that it asks it with."""

from __future__ import annotations

import re

_BRACKETS = re.compile(
    r"\s*\((?!\s*(?:[lp]|lk|pr|laki\W*laki|perempuan|pria|wanita)\s*\))[^()]*\)?(?:\s*[*:)]+)?\s*$", re.I
)
"""What a heading explains at its end: `NIK (sesuai KTP)`, `Umur (per 1 Januari 2023) :`.

`Peserta (L)` keeps its brackets: they name a part."""
_AS_OF = re.compile(r"\s+(?:per|pada|saat)\s+(?:tanggal\s+|tgl\.?\s+)?\d[^()]*$", re.I)
"""The day of which a heading speaks: `Umur per 1 Januari 2023`."""
_QUESTION = re.compile(
    r"^(?:apakah|apa|berapa(?:kah)?|siapa(?:kah)?|di\s*mana(?:kah)?|kapan(?:kah)?|bagaimana(?:kah)?|mohon|(?:jika|bila|apabila|kalau)\s+\w+|sebutkan|tuliskan|isikan)\b[\s,]*"
    r"(?:(?:bapak|ibu|saudara/?i?|sdr/?i?|anda|usaha\s+anda|tulis\w*|isi\w*|sebut\w*)[\s/,]*)*"
    r"(?:(?:sudah|telah|pernah|termasuk)\s+)*(?:(?:memiliki|mempunyai|punya|tergabung|bergabung|menjadi)\s+)?"
    r"(?:(?:di\s*dalam|dalam|ke|pada|sebagai)\s+)?(?=\S)",
    re.I,
)
"""What a web form asks before it comes to the point: `Apakah Bapak/Ibu tergabung dalam Sentra IKM? …`."""
_CLAUSE = re.compile(r"\s+yang\s+(?!.*\b(?:pernah|belum|tidak|bukan|lain|sama|sebelum\w*)\b).*$", re.I)
"""What a heading says of the thing that it names: `Judul materi yang akan disampaikan`."""
_ASKED_OF = re.compile(
    r"\b(?:apa(?:\s+saja)?|mana|anda|saudara/?i?|sdr/?i?|bapak\s*/\s*ibu|bapak|ibu\s*/\s*bapak|tahun\s+ini|saat\s+ini|sekarang"
    r"|berada|berlokasi|beralamat|nya)\b",
    re.I,
)
_NUMBER = re.compile(r"^(?:\s*[a-z]?\d{1,2}\s*[.)]\s*|(?:_|[qp])\d{1,3}[a-z]?_)(?=[^\W\d_])", re.I)
_PERSON = re.compile(r"\s+(?:anda|saudara|bapak\s*/\s*ibu|saat ini|sekarang)$", re.I)


_WHETHER = re.compile(r"\(\s*(?:ada|ya|sudah|punya)\s*/\s*(?:tidak|tdk|belum|blm)\b", re.I)


def asks_whether(heading: str) -> bool:
    """Whether a heading says that a yes or no stands below it: `Ijazah (Ada/Tidak)`."""
    return _WHETHER.search(heading) is not None


def without_brackets(heading: str) -> str:
    """A heading without what it explains at its end."""
    return _AS_OF.sub("", _BRACKETS.sub("", heading))


def in_brackets(heading: str) -> str:
    """What a heading says in brackets at its end: `NIK` of `Identitas (NIK)`; empty for none."""
    bare = without_brackets(heading)
    return heading[len(bare) :].strip(" ()*:") if bare and bare != heading else ""


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


def thing_asked(heading: str) -> str:
    """What a question is about: `Produk apa yang Anda hasilkan?` → `Produk`; empty for other headings."""
    plain = (asked_for(heading) or without_brackets(without_number(heading))).partition("?")[0]
    thing = re.sub(r"(?<=\w{4})nya\b", "", _ASKED_OF.sub(" ", _CLAUSE.sub("", plain)))
    thing = re.sub(r"^\s*tahun\s+(?=\S)", "", thing, flags=re.I) if "berapa" in heading.casefold() else thing
    thing = re.sub(r"^(?:ber)?asal\s+(?:dari\s+)?", "", " ".join(thing.split()), flags=re.I)
    return thing if thing != " ".join(heading.split()) else ""
