"""Answers of the dinas to findings: from returned copies, and from the `persetujuan` sheet that it keeps.

A row of that sheet names the rule by its id (`A1-JPL`) or its subject («jumlah JPL»), with the rincian and
the activity where it concerns one only. An approval for Angkatan I is none for Angkatan II. What stands
beside a finding in a returned copy goes before it. A rule that nobody knows is told of (`unknown_rules`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rapidfuzz import fuzz, process

from dak_excel.checks.registry import Scope, temuan
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.orang import normal_name
from dak_excel.daerah.register import base_name, batches_in
from dak_excel.findings import Reply, Temuan, Tingkat
from dak_excel.juknis.model import Juknis, Ketentuan
from dak_excel.sheets.records import Persetujuan

NAMA_SAMA = 88.0
"""Similarity of activity names, per hundred, from which they are one (as in `daerah.join`)."""
MIRIP = 60.0
"""Similarity from which a rule is offered in the place of one that there is not."""
BISA_DISETUJUI = frozenset({Tingkat.PERSETUJUAN, Tingkat.PERNYATAAN})
_BETWEEN_IDS = re.compile(r"[,;/\n]|\bdan\b|&", re.I)
_SEPARATOR = re.compile(r"[\s._–—-]+")


def with_answers(found: list[Temuan], daerah: Daerah, juknis: Juknis) -> list[Temuan]:
    """The findings with their answers."""
    sheet = [row for row in daerah.persetujuan if row.ketentuan or row.alasan]
    if not sheet and not daerah.jawaban:
        return found
    judul = {k.id: k.judul for _, k in juknis.every_ketentuan()}
    return [_date_told(_one(t, daerah, sheet, judul)) for t in found]


def _one(t: Temuan, daerah: Daerah, sheet: list[Persetujuan], judul: Mapping[str, str]) -> Temuan:
    if answer := daerah.jawaban.get(t.key) or _from_former_name(t, daerah):
        return t.answered(answer)
    for row in sheet:
        if _for_activity(row, t) and _for_rule(row, t, judul.get(t.ketentuan, "")):
            answer = Reply(row.alasan or "", row.nomor or "", row.tanggal)
            return replace(t, jawaban=answer) if answer else t
    return t


def _date_told(t: Temuan) -> Temuan:
    """A date of a letter that is none is said where the user will look for it."""
    if not (text := t.jawaban.misdated):
        return t
    word = f" Tanggal Surat «{text}» tidak terbaca sebagai tanggal; tulis misalnya 12 Juni 2023."
    return replace(t, saran=t.saran + word)


def _from_former_name(t: Temuan, daerah: Daerah) -> Reply | None:
    """The answer in a returned copy that bears another name than when it was annotated."""
    if t.tempat is None or t.tempat.workbook not in daerah.nama_lama:
        return None
    before = replace(t.tempat, workbook=daerah.nama_lama[t.tempat.workbook])
    return daerah.jawaban.get(replace(t, tempat=before).key)


def _ids(text: str) -> list[str]:
    """The rules that a text names, in the spelling of their ids: `A1 JPL, a1-usia` → A1-JPL, A1-USIA."""
    parts = (_SEPARATOR.sub("-", part.strip()).strip("-").upper() for part in _BETWEEN_IDS.split(text))
    return [part for part in parts if part]


def _for_rule(row: Persetujuan, t: Temuan, judul: str) -> bool:
    """Whether the row names the finding's rule: by id, or, for what can be approved, by its subject."""
    ids = _ids(row.ketentuan or "")
    if t.ketentuan in ids:
        return True
    if any(re.match(r"[A-Z]\d-", name) for name in ids):
        return False  # names another rule by its id
    aspect = t.ketentuan.partition("-")[2]
    if aspect and aspect in ids:
        return True
    return t.tingkat in BISA_DISETUJUI and _same_subject(row.ketentuan or "", judul, aspect)


def _same_subject(text: str, judul: str, aspect: str) -> bool:
    written, known = normal_name(text), normal_name(judul)
    if not written:
        return False
    if aspect.casefold() in written.split():
        return True
    return bool(fuzz.token_set_ratio(written, known) >= NAMA_SAMA)


def _for_activity(row: Persetujuan, t: Temuan) -> bool:
    """Whether the row is on the finding's activity; one batch is never another."""
    if row.rincian and row.rincian != t.rincian:
        return False
    own = batches_in(t.kegiatan)
    for text in (row.kegiatan, row.ketentuan, row.alasan):
        if named := batches_in(text or ""):
            if own and not own & named:
                return False
            break
    wanted, name = base_name(row.kegiatan or ""), base_name(t.kegiatan)
    return not wanted or wanted == name or bool(fuzz.token_sort_ratio(wanted, name) >= NAMA_SAMA)


def unknown_rules(k: Ketentuan, scope: Scope) -> Iterator[Temuan]:
    """A row of the persetujuan sheet whose rule there is not, with the nearest that there is."""
    rules = {rule.id: rule for _, rule in scope.juknis.every_ketentuan()}
    known = set(rules) | {name.partition("-")[2] for name in rules}
    for row in scope.daerah.persetujuan:
        text = row.ketentuan or ""
        if not text or not (unknown := [name for name in _ids(text) if name not in known]):
            continue
        aspects = {name.partition("-")[2] for name in rules}
        by_id = any(re.match(r"[A-Z]\d-", name) for name in unknown)
        if not by_id and any(_same_subject(text, r.judul, r.id.partition("-")[2]) for r in rules.values()):
            continue  # named by its subject
        near = process.extractOne(unknown[0], sorted(set(rules) | aspects), score_cutoff=MIRIP)
        yield temuan(
            k,
            row.cell("ketentuan"),
            subjek=text,
            identitas=f"ketentuan|{text}",
            rincian=row.rincian,
            nilai=unknown[0],
            varian="ketentuan",
            kolom="Ketentuan",
            untuk="",
            contoh=f" Barangkali maksudnya {near[0]}." if near else "",
        )
