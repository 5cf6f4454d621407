"""What form an activity has: a training, a studi banding, a visit, an exhibition; and for whom it is."""

from __future__ import annotations

import re

from dak_excel.checks.notions import Dictionary, dictionary
from dak_excel.checks.registry import Scope
from dak_excel.daerah.model import Kegiatan
from dak_excel.sheets.records import Peserta

_PELATIHAN = re.compile(r"\b(?:pelatihan|diklat|bimtek|bimbingan teknis|workshop|lokakarya)\b", re.I)


def forms(scope: Scope, kegiatan: Kegiatan) -> frozenset[str]:
    """The forms (groups of istilah `bentuk`) that an activity's form and name speak of."""
    words = dictionary(scope.juknis, "bentuk")
    given = kegiatan.fact("bentuk")
    return words.groups(str(given.nilai) if given else "") | words.groups(kegiatan.judul)


def forms_of_days(scope: Scope, kegiatan: Kegiatan) -> frozenset[str]:
    """The forms that the activity has on any of its days: its own, and those of its place and sessions."""
    words = dictionary(scope.juknis, "bentuk")
    texts = [f.nilai for name in ("tempat", "keterangan") if (f := kegiatan.fact(name))]
    texts += [text for row in kegiatan.jadwal for text in (row.materi, row.tempat, row.metode)]
    return forms(scope, kegiatan).union(*(words.groups(text) for text in texts if text))


def is_study_only(scope: Scope, kegiatan: Kegiatan) -> bool:
    """A studi banding or field visit by itself, not a training that has one in it."""
    words = dictionary(scope.juknis, "bentuk")
    studi = {"studi_banding", "kunjungan"}
    given = kegiatan.fact("bentuk")
    if given and (form := words.groups(str(given.nilai))):
        return bool(form & studi) and not _PELATIHAN.search(str(given.nilai))
    return bool(words.groups(kegiatan.judul) & studi) and not _PELATIHAN.search(kegiatan.judul)


def group_of_activity(scope: Scope, kegiatan: Kegiatan) -> str:
    """`pengelola` or `operator` when the activity is for one of them only (B2), else empty."""
    words = dictionary(scope.juknis, "status")
    texts = [kegiatan.judul]
    texts += [str(f.nilai) for name in ("sasaran", "bentuk") if (f := kegiatan.fact(name))]
    for text in reversed(texts):
        if (group := _group(words, text)) != "campuran":
            return group
    groups = {_group(words, p.status) for p in kegiatan.peserta if p.status}
    return groups.pop() if len(groups) == 1 and groups <= {"pengelola", "operator"} else ""


def _group(words: Dictionary, text: str | None) -> str:
    """`pengelola`, `operator`, or `campuran` for both or neither."""
    groups = words.groups(text)
    for_manager, for_operator = bool(groups & {"pengelola", "pengurus"}), "operator" in groups
    if for_manager == for_operator:
        return "campuran"
    return "pengelola" if for_manager else "operator"


def rows_of_group(scope: Scope, kegiatan: Kegiatan, kelompok: str) -> tuple[list[Peserta], int]:
    """The rows of one group (B2: pengelola, operator; empty: all), and how many rows no one can place."""
    rows = [p for p in kegiatan.peserta if p.nama or p.nik]
    if not kelompok:
        return rows, 0
    words = dictionary(scope.juknis, "status")
    own = group_of_activity(scope, kegiatan)
    placed = [(p, _group(words, p.status)) for p in rows]
    chosen = [p for p, group in placed if (own if group == "campuran" else group) == kelompok]
    unknown = sum(1 for _, group in placed if group == "campuran" and not own)
    return chosen, unknown
