"""Documents per sentra: `dokumen_sentra`, a sentra that is counted as output has its document.

Counted are the sentra that the row of the activity as done names, and its capaian. Whether a document is
there, the list of sentra tells; where none was dropped nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapidfuzz import fuzz

from dak_excel.checks.missing import missing_value
from dak_excel.checks.notions import denies
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import normal_name
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import BarisKegiatan, Sentra

NAMA_SAMA = 88.0
"""Similarity, per hundred, from which a name means a sentra of the list."""


class BatasDokumen(Model):
    """`kolom`: the field of a sentra that holds the document; `dokumen`: its name."""

    kolom: str
    dokumen: str


@kind("dokumen_sentra", BatasDokumen, isi=("ada",), varian=("jumlah",))
def dokumen_sentra(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A counted sentra without its document, or more sentra counted than have one."""
    b = BatasDokumen(**k.batas)
    listed = [s for s in scope.daerah.sentra if s.nama]
    for kegiatan in scope.kegiatan:
        done = _done_row(kegiatan)
        if done is None or not listed:
            continue
        lacking = False
        for sentra in _counted(done.sentra, listed):
            document = getattr(sentra, b.kolom)
            if denies(scope.juknis, document) or (document is None and _dash(sentra, b.kolom)):
                lacking = True
                yield activity_finding(k, sentra.cell(b.kolom), kegiatan, subjek=sentra.nama or "")
            elif document is None:
                lacking = True
                yield from missing_value(scope, k, sentra, b.kolom)
        if not lacking and done.capaian is not None:
            yield from _too_many(k, scope, kegiatan, done, listed, b)


def _done_row(kegiatan: Kegiatan) -> BarisKegiatan | None:
    """The row of the activity as done; one that states no stage counts when it states an output."""
    return kegiatan.realisasi or next((r for r in kegiatan.baris if not r.tahap and r.capaian), None)


def _too_many(
    k: Ketentuan,
    scope: Scope,
    kegiatan: Kegiatan,
    done: BarisKegiatan,
    listed: list[Sentra],
    b: BatasDokumen,
) -> Iterator[Temuan]:
    if done.capaian is None or not listed[0].has(b.kolom):
        return
    if not re.match(r"sentra\b", (done.satuan or "sentra").casefold()):
        return
    have = sum(1 for s in listed if (d := getattr(s, b.kolom)) and not denies(scope.juknis, d))
    if done.capaian > Decimal(have):
        yield activity_finding(
            k, done.cell("capaian"), kegiatan, nilai=number_text(done.capaian), varian="jumlah", ada=have
        )


def _dash(sentra: Sentra, kolom: str) -> bool:
    """Something such as a dash stands there: the sentra has none."""
    return sentra.has(kolom) and not sentra.blank(kolom) and sentra.problem(kolom) is None


def _counted(text: str | None, listed: list[Sentra]) -> list[Sentra]:
    """The sentra of the list that the activity's row names."""
    if not text:
        return []
    parts = [normal_name(part) for part in re.split(r"[;,\n]|\bdan\b|&", text)]
    return [s for s in listed if any(part and _same(part, normal_name(s.nama)) for part in parts)]


def _same(part: str, nama: str) -> bool:
    return bool(fuzz.token_sort_ratio(part, nama) >= NAMA_SAMA or fuzz.token_set_ratio(part, nama) == 100)
