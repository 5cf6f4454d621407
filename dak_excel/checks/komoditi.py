"""One commodity, one sentra: `komoditi_satu` (of a training), `satu_sentra` (of the IKM of one pendamping).

Commodities are one when their telling words are (`batik tulis`, `Batik cap`; `keripik singkong`, `keripik
pisang`): general words such as kerajinan or olahan (istilah `komoditi`, `umum`) tell nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from dak_excel.bahasa import daftar
from dak_excel.checks.kosong import kosong
from dak_excel.checks.orang import ikm_berbeda, nama_baku, orang
from dak_excel.checks.registry import Lingkup, jenis, temuan_kegiatan
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta

KATA_SAMA = 85.0
"""Similarity, per hundred, from which two words are one word misspelt."""
CONTOH = 4
"""Kinds that a message names."""


class BatasKomoditi(Model):
    """Nothing to set."""


@jenis("komoditi_satu", BatasKomoditi, isi=())
def komoditi_satu(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A training whose peserta make different commodities; shown at the first who differs from most."""
    for kegiatan in lingkup.kegiatan:
        rows = list(orang(kegiatan.peserta))
        stated = kegiatan.fakta("komoditi")
        for p in rows:
            if not p.komoditi and not stated:
                yield from kosong(lingkup, k, p, "komoditi")
        if odd := _berbeda(lingkup, rows):
            kinds, first = odd
            yield temuan_kegiatan(k, first.cell("komoditi"), kegiatan, nilai=_kata(kinds))


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
    checks: list[tuple[str, tuple[list[str], Peserta] | None]] = [
        ("sentra", _sentra(rows)),
        ("komoditi", _berbeda(lingkup, rows)),
    ]
    for name, odd in checks:
        if odd:
            kinds, first = odd
            yield temuan_kegiatan(
                k, first.cell(name), kegiatan, subjek=first.pendamping or "", nilai=_kata(kinds), hal=name
            )


def _sentra(rows: list[Peserta]) -> tuple[list[str], Peserta] | None:
    def same(a: str, b: str) -> bool:
        one, other = _tanpa_sentra(a), _tanpa_sentra(b)
        return fuzz.ratio(one, other) >= KATA_SAMA or fuzz.token_set_ratio(one, other) == 100

    return _kelompokkan(rows, lambda p: p.sentra, same)


def _tanpa_sentra(text: str) -> str:
    return " ".join(word for word in nama_baku(text).split() if word not in ("sentra", "ikm", "industri"))


def _berbeda(lingkup: Lingkup, rows: list[Peserta]) -> tuple[list[str], Peserta] | None:
    general = frozenset(lingkup.juknis.istilah.get("komoditi", {}).get("umum", ()))

    def same(a: str, b: str) -> bool:
        one, other = _inti(a, general), _inti(b, general)
        if not one or not other or one <= other or other <= one:
            return True
        return any(fuzz.ratio(x, y) >= KATA_SAMA for x in one for y in other)

    return _kelompokkan(rows, lambda p: p.komoditi, same)


def _inti(text: str, general: frozenset[str]) -> frozenset[str]:
    """The telling words of a commodity."""
    return frozenset(word for word in nama_baku(text).split() if word not in general)


def _kelompokkan(
    rows: Iterable[Peserta], of: Callable[[Peserta], str | None], same: Callable[[str, str], bool]
) -> tuple[list[str], Peserta] | None:
    """The kinds that rows fall into, the commonest first, and the first row outside it; None for one kind."""
    by_text: dict[str, list[Peserta]] = defaultdict(list)
    for p in rows:
        if text := of(p):
            by_text[text].append(p)
    kinds: list[tuple[str, list[Peserta]]] = []
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
