"""Answers of the dinas to findings: from returned copies, and from the `persetujuan` sheet that it keeps.

A row of that sheet names the rule by its id (`A1-JPL`) or its subject («jumlah JPL»), with the rincian and
the activity where it concerns one only. What stands beside a finding in a returned copy goes before it.
"""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from dak_excel.daerah.model import Daerah
from dak_excel.daerah.orang import nama_baku
from dak_excel.findings import Jawaban, Temuan, Tingkat
from dak_excel.juknis.model import Juknis
from dak_excel.sheets.records import Persetujuan

NAMA_SAMA = 88.0
"""Similarity of activity names, per hundred, from which they are one (as in `daerah.join`)."""
BISA_DISETUJUI = frozenset({Tingkat.PERSETUJUAN, Tingkat.PERNYATAAN})


def jawab(temuan: list[Temuan], daerah: Daerah, juknis: Juknis) -> list[Temuan]:
    """The findings with their answers."""
    sheet = [row for row in daerah.persetujuan if row.ketentuan or row.alasan]
    if not sheet and not daerah.jawaban:
        return temuan
    judul = {k.id: k.judul for _, k in juknis.semua_ketentuan()}
    return [_satu(t, daerah, sheet, judul) for t in temuan]


def _satu(t: Temuan, daerah: Daerah, sheet: list[Persetujuan], judul: dict[str, str]) -> Temuan:
    if answer := daerah.jawaban.get(t.kunci) or _dari_nama_lama(t, daerah):
        return t.dijawab(answer)
    for row in sheet:
        if _untuk_kegiatan(row, t) and _untuk_ketentuan(row, t, judul.get(t.ketentuan, "")):
            answer = Jawaban(row.alasan or "", row.nomor or "", row.tanggal)
            return replace(t, jawaban=answer) if answer else t
    return t


def _dari_nama_lama(t: Temuan, daerah: Daerah) -> Jawaban | None:
    """The answer in a returned copy that bears another name than when it was annotated."""
    if t.tempat is None or t.tempat.workbook not in daerah.nama_lama:
        return None
    before = replace(t.tempat, workbook=daerah.nama_lama[t.tempat.workbook])
    return daerah.jawaban.get(replace(t, tempat=before).kunci)


def _untuk_ketentuan(row: Persetujuan, t: Temuan, judul: str) -> bool:
    """Whether the row names the finding's rule: by id, or, for what can be approved, by its subject."""
    text = (row.ketentuan or "").upper().replace(" ", "")
    if t.ketentuan == text or t.ketentuan in text.replace(",", ";").split(";"):
        return True
    if "-" in text and text.split("-")[0][1:].isdigit():
        return False  # names another rule by its id
    aspect = t.ketentuan.partition("-")[2]
    if aspect and text == aspect:
        return True
    return t.tingkat in BISA_DISETUJUI and _subjek_sama(row.ketentuan or "", judul, aspect)


def _subjek_sama(text: str, judul: str, aspect: str) -> bool:
    written, known = nama_baku(text), nama_baku(judul)
    if not written:
        return False
    if aspect.casefold() in written.split():
        return True
    return bool(fuzz.token_set_ratio(written, known) >= NAMA_SAMA)


def _untuk_kegiatan(row: Persetujuan, t: Temuan) -> bool:
    if row.rincian and row.rincian != t.rincian:
        return False
    wanted, own = nama_baku(row.kegiatan), nama_baku(t.kegiatan)
    return not wanted or wanted == own or bool(fuzz.token_sort_ratio(wanted, own) >= NAMA_SAMA)
