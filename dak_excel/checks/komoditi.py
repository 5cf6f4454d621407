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

from dak_excel.checks.missing import kosong
from dak_excel.checks.registry import Lingkup, jenis, temuan_kegiatan
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import ikm_berbeda, nama_baku, orang
from dak_excel.findings import Temuan
from dak_excel.indonesian import daftar
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


@jenis("komoditi_satu", BatasKomoditi, isi=())
def komoditi_satu(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A training whose peserta make different commodities; shown at the first who differs from most.

    Where the list does not tell, the commodities that the activity's own row names count.
    """
    for kegiatan in lingkup.kegiatan:
        rows = list(orang(kegiatan.peserta))
        stated = kegiatan.fakta("komoditi")
        for p in rows:
            if not p.komoditi and not stated:
                yield from kosong(lingkup, k, p, "komoditi")
        if odd := _berbeda(lingkup, [(p.komoditi, p) for p in rows]):
            kinds, first = odd
            yield temuan_kegiatan(k, first.cell("komoditi"), kegiatan, nilai=_kata(kinds))
        elif stated and (
            several := _berbeda(lingkup, [(t, None) for t in _BETWEEN.split(str(stated.nilai))])
        ):
            yield temuan_kegiatan(k, stated.cell, kegiatan, nilai=_kata(several[0]))


@jenis("satu_sentra", BatasKomoditi, isi=("hal",))
def satu_sentra(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A pendamping whose IKM are of several sentra or commodities."""
    for kegiatan in lingkup.kegiatan:
        groups: dict[str, list[Peserta]] = defaultdict(list)
        for p in ikm_berbeda(kegiatan.peserta):
            if p.pendamping:
                groups[nama_baku(p.pendamping)].append(p)
        for rows in groups.values():
            yield from _satu_pendamping(k, lingkup, kegiatan, rows)


def _satu_pendamping(
    k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan, rows: list[Peserta]
) -> Iterator[Temuan]:
    for name in ("sentra", "komoditi"):
        if kegiatan.fakta(name) and not rows[0].has(name):
            continue
        for p in rows:
            if not getattr(p, name):
                yield from kosong(lingkup, k, p, name)
    checks = (
        ("sentra", _kelompokkan([(p.sentra, p) for p in rows], _sentra_sama)),
        ("komoditi", _berbeda(lingkup, [(p.komoditi, p) for p in rows])),
    )
    for name, odd in checks:
        if odd:
            kinds, first = odd
            yield temuan_kegiatan(
                k, first.cell(name), kegiatan, subjek=first.pendamping or "", nilai=_kata(kinds), hal=name
            )


def _sentra_sama(a: str, b: str) -> bool:
    """Whether two names are of one sentra: the same words, some left out or misspelt («A» is not «B»)."""
    one, other = (
        [word for word in nama_baku(text).split() if word not in ("sentra", "ikm", "industri")]
        for text in (a, b)
    )
    fewer, more = sorted((one, other), key=len)
    return all(any(fuzz.ratio(word, known) >= KATA_SAMA for known in more) for word in fewer)


def _berbeda(lingkup: Lingkup, pairs: Iterable[tuple[str | None, T]]) -> tuple[list[str], T] | None:
    general = frozenset(lingkup.juknis.istilah.get("komoditi", {}).get("umum", ()))

    def same(a: str, b: str) -> bool:
        one, other = _inti(a, general), _inti(b, general)
        if not one or not other or one <= other or other <= one:
            return True
        return any(fuzz.ratio(x, y) >= KATA_SAMA for x in one for y in other)

    return _kelompokkan(pairs, same)


def _inti(text: str, general: frozenset[str]) -> frozenset[str]:
    """The telling words of a commodity."""
    return frozenset(word for word in nama_baku(text).split() if word not in general)


def _kelompokkan(
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


def _kata(kinds: list[str]) -> str:
    shown = kinds if len(kinds) <= CONTOH else [*kinds[: CONTOH - 1], f"{len(kinds) - CONTOH + 1} lainnya"]
    return daftar(shown)
