"""Words around a known heading: those that leave its meaning, and those that make it another thing's.

In Indonesian the head comes first and what it is of follows: `Umur Usaha` is the age of a firm, `Kelompok
Usia` a group, `Pendidikan Terakhir Ayah` somebody else's. A word that is not known to leave the meaning alone
makes a near match none, unless the cells can only be what the heading says (sixteen digits, a date).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rapidfuzz.distance import OSA

from dak_excel.sheets.vocabulary import Vocabulary

BY_HEAD = 0.65
"""Likeness of a heading of which the head noun alone is known, under a title of the kind."""
SEEN = 0.62
"""Likeness of a heading with unknown words about it: enough only where nearly all cells fit."""
SELF_EVIDENT = frozenset(
    {"nik", "nib", "lahir", "tanggal_lahir", "telepon", "kelamin", "pendidikan", "pukul"}
)
"""Types whose cells show what they are."""
APPOINTS = frozenset({"penetapan", "pengangkatan", "bupati", "wali", "kepala", "sentra", "pengelola", "tim"})
"""Words by which a decision is one that appoints: not `SK Halal`, not `SK CPNS`."""
LONG_TOKEN = 8
SHORT_TOKEN = 5
"""Letters from which a word may have two slips, or one."""


def changes_meaning(text: str, kosakata: Vocabulary) -> bool:
    """Whether a heading in standard spelling speaks of someone or something else: a father, a household."""
    return any(f" {word} " in f" {text} " for word in kosakata.lain_orang)


def contained(heading: str, text: str, isi: str, kosakata: Vocabulary) -> float:
    """Likeness of a text that holds a heading and says more: `nib wajib diisi peserta` … `nib`."""
    before, _, after = f" {text} ".partition(f" {heading} ")
    share = len(heading) / len(text)
    if any(token in kosakata.kepala for token in before.split()):
        return 0.0
    if _neutral(before.split(), kosakata) and _neutral(after.split(), kosakata):
        return max(0.5 + 0.4 * share, 0.7)
    if isi in SELF_EVIDENT:
        return SEEN if share >= 0.3 or not before.strip() else 0.0
    if isi == "sk" and not set(after.split()) & APPOINTS:
        return 0.0
    whole = " " in heading and not before.strip() and share >= 0.5
    return SEEN if whole else 0.0


def _one_slip(token: str, other: str) -> bool:
    """At most one letter left out, added, changed, or two changed about."""
    return OSA.distance(token, other, score_cutoff=1) <= 1


def _same_start(token: str, other: str) -> bool:
    """Whether two words begin alike, or differ by a first letter left out or two letters changed about."""
    return token[0] == other[0] or token[1:] == other or token == other[1:] or sorted(token) == sorted(other)


def _neutral(tokens: Iterable[str], kosakata: Vocabulary) -> bool:
    return all(t in kosakata.netral or t in kosakata.hampa or t.isdigit() or t == "/" for t in tokens)


def told_by_head(text: str, pokok: Collection[str], kosakata: Vocabulary) -> bool:
    """Whether a heading is headed by one of these nouns: `Nama Pelamar`, `Kegiatan Praktik`."""
    tokens = text.split()
    if not tokens or tokens[0] not in pokok or changes_meaning(text, kosakata) or tokens[-1] == "ke":
        return False
    if any(token in kosakata.proses for token in tokens[1:]):
        return False  # `Tanggal Pengajuan` is the day of a paper
    return not (tokens[0] == "nama" and len(tokens) > 1 and tokens[1] in kosakata.benda)


def tail_only(heading: str, text: str, kosakata: Vocabulary) -> bool:
    """Whether a text is a heading and words behind or before it that leave it as it is."""
    rest = text.removeprefix(heading + " ")
    if rest != text:
        return all(token in kosakata.ekor for token in rest.split())
    before = text.removesuffix(" " + heading)
    return before != text and all(token in kosakata.muka for token in before.split())


def slip(heading: str, text: str, kosakata: Vocabulary) -> bool:
    """Whether two headings differ by slips of the pen or neutral words only, not by another word."""
    ours, theirs = heading.split(), text.split()
    one_slip_a_word = len(ours) == len(theirs) and all(map(_one_slip, ours, theirs))
    whole = one_slip_a_word or len(ours) != len(theirs)
    if whole and _near(heading.replace(" ", ""), text.replace(" ", "")):
        return True
    return _covered(ours, theirs, kosakata) and _covered(theirs, ours, kosakata)


# `verifikasi` is no slip of `sertifikasi`: the first letter of a word is seldom mistyped.
def _covered(some: list[str], others: list[str], kosakata: Vocabulary) -> bool:
    return all(
        any(_near(token, other) and _same_start(token, other) for other in others)
        or _neutral((token,), kosakata)
        for token in some
    )


def _near(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    most = 2 if size >= LONG_TOKEN else 1 if size >= SHORT_TOKEN else 0
    return OSA.distance(one, other, score_cutoff=most) <= most
