"""What a folder of the input is: a daerah of its own, or one that only sorts the files of the folder above.

Names tell: «Kabupaten …», «Kota …», «Dinas …» is a daerah; a name made only of what dinas sort by (kinds of
sheets, rincian codes, years, months) is none; of one that is neither, the folders beside it tell, and where
they do not either it is a daerah as ever, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

_DAERAH = re.compile(
    r"(?<![^\W\d_])(?:kabupaten|kab|kota|kotamadya|kodya|provinsi|prov|dinas|"
    r"(?:disperin|disprin|disdag|disindag|diskop|disnaker|dinkop)\w*)(?![^\W\d_])"
)
_ACTIVITY = re.compile(
    r"(?<![^\W\d_])(?:pelatihan|bimtek|bimbingan|studi|kunjungan|pameran|promosi|sertifikasi|pendampingan|"
    r"temu|sentra|angkatan|batch|gelombang)(?![^\W\d_])"
)
"""Words of a folder that holds one activity or sentra, whatever name follows."""
_LOCAL = re.compile(r"(?<![^\W\d_])(?:kabupaten|kab|kota|kotamadya|kodya)(?![^\W\d_])")
_PROVINCE = re.compile(r"(?<![^\W\d_])(?:provinsi|prov)(?![^\W\d_])")
_WORDS = re.compile(r"[^\W_]+")
_CODE = re.compile(r"\W*[a-d][1-9](?![^\W_])")
"""A rincian code at the beginning: what is in such a folder belongs to one activity."""
_WORDS_OF_ORDER = """
    rab rka dpa dppa rkp dokumen pelaksanaan anggaran biaya rencana kegiatan kerja identitas profil umum
    peserta calon daftar hadir absensi absen presensi undangan tenaga narasumber narsum instruktur pengajar
    ahli pendamping fasilitator moderator panitia cv jadwal rundown acara tor kak realisasi lra rfk bku sp2d
    spm spp spj rak kas keuangan pembayaran bukti kuitansi kwitansi pajak sentra ikm umkm umk kunjungan
    logbook narasi laporan lap dokumentasi gambar persetujuan surat sk pernyataan tanggapan monev evaluasi
    hasil sertifikat pelatihan bimtek bimbingan teknis studi banding pameran promosi temu bisnis kemitraan
    materi data berkas file files folder excel xls xlsx lampiran lain lainnya bahan isian formulir form
    template templat arsip backup cadangan lama baru terbaru final fix revisi rev perubahan pergeseran murni
    awal akhir salinan copy draft draf kirim masuk upload download dari untuk dan bidang seksi program sub
    rincian tahun ta semester smt triwulan tw tahap termin batch angkatan gelombang bulan minggu periode
    januari februari maret april mei juni juli agustus september oktober november desember jan feb mar apr
    jun jul ags agt sep okt nov des dak nonfisik non fisik dana alokasi khusus industri kecil menengah dan
    pendampingan
"""
"""Kinds of sheets, how folders are ordered, times, the programme itself."""
_SORTING = frozenset(_WORDS_OF_ORDER.split())
_ROMAN = re.compile(r"[ivx]+")


class Sense(Enum):
    """What a folder's name says."""

    DAERAH = "daerah"
    SORTING = "sorting"
    PARTLY = "partly"
    """Some of its words are such as dinas sort by."""
    OPEN = "open"


@dataclass(slots=True)
class Sorted:
    """The folders of an input folder: those that are daerah, those that belong to the folder above."""

    daerah: list[Path] = field(default_factory=list)
    above: list[Path] = field(default_factory=list)
    entered: list[Path] = field(default_factory=list)
    """Folders with daerah in them: what lies beside those belongs to the folder above."""
    notes: list[str] = field(default_factory=list)
    """Where it is not sure: a sentence for the user."""


def sense(name: str) -> Sense:
    """What the name of a folder says."""
    plain = name.casefold()
    if _DAERAH.search(plain):
        return Sense.DAERAH
    if _CODE.match(plain) or _ACTIVITY.search(plain):
        return Sense.SORTING
    words, rest = _words(plain)
    if not rest:
        return Sense.SORTING
    return Sense.PARTLY if len(rest) < len(words) else Sense.OPEN


def _words(plain: str) -> tuple[list[str], list[str]]:
    """The words of a folder's name, without numbers, and those of them that are none to sort by."""
    words = [word for word in _WORDS.findall(plain) if not (word.isdigit() or _ROMAN.fullmatch(word))]
    return words, [w for w in words if w not in _SORTING and w.rstrip("0123456789") not in _SORTING]


def _one_daerah(named: list[Path]) -> bool:
    """Whether folders sort the files of one daerah whose name they all repeat: `RAB Kab. Contoh`,
    `Peserta Kab. Contoh`."""
    split = [_words(path.name.casefold()) for path in named]
    same = len({tuple(rest) for _, rest in split}) == 1
    return len(named) > 1 and same and all(len(rest) < len(words) for words, rest in split)


def sort(folders: Iterable[Path], loose: bool, holds: Callable[[Path], bool]) -> Sorted:
    """Which folders of an input folder are daerah.

    `loose` says whether workbooks lie beside them, `holds` whether a folder has workbooks in it. A folder
    that sorts by year or the like and has folders of daerah in it is gone into.
    """
    known = [(path, sense(path.name)) for path in folders if holds(path)]
    if _one_daerah([path for path, what in known if what is Sense.DAERAH]):
        known = [(path, Sense.SORTING if what is Sense.DAERAH else what) for path, what in known]
    found = Sorted()
    sorting = [path for path, what in known if what is Sense.SORTING]
    named = any(what is Sense.DAERAH for _, what in known)
    for path, what in known:
        if inner := _inner(path, what, holds):
            found.daerah += inner
            found.entered.append(path)
        elif what is Sense.SORTING or (what is Sense.PARTLY and not named and (loose or sorting)):
            found.above.append(path)
        else:
            found.daerah.append(path)
    found.notes = list(_doubts(found, known, loose))
    return found


def _inner(path: Path, what: Sense, holds: Callable[[Path], bool]) -> list[Path]:
    """The folders of daerah in one that sorts them: by year, or a province."""
    province = _PROVINCE.search(path.name.casefold())
    if what is Sense.DAERAH and not province:
        return []
    try:
        inside = sorted(path.iterdir(), key=lambda p: (p.name.casefold(), p.name))
    except OSError:
        return []
    found = [p for p in inside if _LOCAL.search(p.name.casefold()) and p.is_dir() and holds(p)]
    return found if what is Sense.SORTING or province or len(found) > 1 else []


def _doubts(found: Sorted, known: list[tuple[Path, Sense]], loose: bool) -> Iterable[str]:
    """Sentences on folders that may have been meant otherwise."""
    what = dict(known)
    above = [path for path in found.above if found.daerah or what[path] is Sense.PARTLY]
    if above:
        yield (
            f"{_names(above)} dianggap folder pemilah berkas, bukan daerah: berkas di dalamnya dihitung "
            "milik folder di atasnya. Bila itu nama daerah, awali namanya dengan «Kabupaten» atau «Kota»."
        )
    if alone := [p for p in found.daerah if what.get(p) in (Sense.OPEN, Sense.PARTLY)]:
        beside = loose or found.above or any(what.get(p) is Sense.DAERAH for p in found.daerah)
        if beside or all(what[p] is Sense.PARTLY for p in alone):
            yield (
                f"{_names(alone)} dihitung sebagai daerah tersendiri. Bila hanya memilah berkas satu dinas, "
                "pindahkan berkasnya ke folder dinas itu; bila memang daerah, awali namanya dengan "
                "«Kabupaten» atau «Kota»."
            )


def _names(paths: list[Path], most: int = 5) -> str:
    shown = ", ".join(f"«{path.name}»" for path in paths[:most])
    more = f" dan {len(paths) - most} folder lain" if len(paths) > most else ""
    return f"Folder {shown}{more}"
