"""One commodity, one sentra: `komoditi_satu` (of a training), `satu_sentra` (of the IKM of one pendamping).

Commodities are one when their telling words are (`batik tulis`, `Batik cap`; `keripik singkong`, `keripik
pisang`): general words such as kerajinan or olahan (istilah `komoditi`, `umum`) tell nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rapidfuzz import fuzz

from dak_excel.checks.missing import missing_value
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import distinct_ikm, normal_name, people_of
from dak_excel.findings import Temuan
from dak_excel.indonesian import listing
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta

KATA_SAMA = 85.0
"""Similarity, per hundred, from which two words are one word misspelt."""
CONTOH = 4
"""Kinds that a message names."""

_BETWEEN = re.compile(r"[,;/&\n]|\bdan\b")
T = TypeVar("T")


class BatasKomoditi(Model):
    """Nothing to set."""


@kind("komoditi_satu", BatasKomoditi, isi=())
def komoditi_satu(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A training whose peserta make different commodities; shown at the first who differs from most.

    Where the list does not tell, the commodities that the activity's own row names count.
    """
    for kegiatan in scope.kegiatan:
        rows = list(people_of(kegiatan.peserta))
        stated = kegiatan.fact("komoditi")
        for p in rows:
            if not p.komoditi and not stated:
                yield from missing_value(scope, k, p, "komoditi")
        if odd := _differing(scope, [(p.komoditi, p) for p in rows]):
            kinds, first = odd
            yield activity_finding(k, first.cell("komoditi"), kegiatan, nilai=_words(kinds))
        elif stated and (
            several := _differing(scope, [(t, None) for t in _BETWEEN.split(str(stated.nilai))])
        ):
            yield activity_finding(k, stated.cell, kegiatan, nilai=_words(several[0]))


@kind("satu_sentra", BatasKomoditi, isi=("hal",))
def satu_sentra(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A pendamping whose IKM are of several sentra or commodities."""
    for kegiatan in scope.kegiatan:
        groups: dict[str, list[Peserta]] = defaultdict(list)
        for p in distinct_ikm(kegiatan.peserta):
            if p.pendamping:
                groups[normal_name(p.pendamping)].append(p)
        for rows in groups.values():
            yield from _of_one_pendamping(k, scope, kegiatan, rows)


def _of_one_pendamping(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, rows: list[Peserta]
) -> Iterator[Temuan]:
    for name in ("sentra", "komoditi"):
        if kegiatan.fact(name) and not rows[0].has(name):
            continue
        for p in rows:
            if not getattr(p, name):
                yield from missing_value(scope, k, p, name)
    checks = (
        ("sentra", _grouped([(p.sentra, p) for p in rows], _same_sentra)),
        ("komoditi", _differing(scope, [(p.komoditi, p) for p in rows])),
    )
    for name, odd in checks:
        if odd:
            kinds, first = odd
            yield activity_finding(
                k, first.cell(name), kegiatan, subjek=first.pendamping or "", nilai=_words(kinds), hal=name
            )


def _same_sentra(a: str, b: str) -> bool:
    """Whether two names are of one sentra: the same words, some left out or misspelt («A» is not «B»)."""
    one, other = (
        [word for word in normal_name(text).split() if word not in ("sentra", "ikm", "industri")]
        for text in (a, b)
    )
    fewer, more = sorted((one, other), key=len)
    return all(any(fuzz.ratio(word, known) >= KATA_SAMA for known in more) for word in fewer)


def _differing(scope: Scope, pairs: Iterable[tuple[str | None, T]]) -> tuple[list[str], T] | None:
    general = frozenset(scope.juknis.istilah.get("komoditi", {}).get("umum", ()))

    def same(a: str, b: str) -> bool:
        one, other = _core_words(a, general), _core_words(b, general)
        if not one or not other:
            return True
        return any(fuzz.ratio(x, y) >= KATA_SAMA for x in one for y in other)

    return _grouped(pairs, same)


def _core_words(text: str, general: frozenset[str]) -> frozenset[str]:
    """The telling words of a commodity."""
    return frozenset(word for word in normal_name(text).split() if word not in general)


def _grouped(
    pairs: Iterable[tuple[str | None, T]], same: Callable[[str, str], bool]
) -> tuple[list[str], T] | None:
    """The kinds that texts fall into, the commonest first, and what stands beside the first text outside it;
    None for one kind."""
    by_text: dict[str, list[T]] = defaultdict(list)
    for text, beside in pairs:
        if text and text.strip():
            by_text[text.strip()].append(beside)
    kinds: list[tuple[str, list[T]]] = []
    for text, members in by_text.items():
        for head, known in kinds:
            if same(head, text):
                known.extend(members)
                break
        else:
            kinds.append((text, list(members)))
    if len(kinds) < 2:
        return None
    kinds.sort(key=lambda kind: -len(kind[1]))
    return [text for text, _ in kinds], kinds[1][1][0]


def _words(kinds: list[str]) -> str:
    shown = kinds if len(kinds) <= CONTOH else [*kinds[: CONTOH - 1], f"{len(kinds) - CONTOH + 1} lainnya"]
    return listing(shown)
