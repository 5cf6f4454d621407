"""Keluaran: how many people, IKM or sentra the lists of a daerah show for an output indicator.

The lists are counted, not what a dinas reports; each person, usaha or sentra once. The names of what is
counted are those of the juknis (`juknis.model.Hitung`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dak_excel.daerah.applicants import only_applied
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.daerah.orang import People, distinct_ikm, distinct_sentra, normal_name, people_of
from dak_excel.sheets.records import Peserta, Sentra

_DOKUMEN = {"B3": "dokumen_b3", "C2": "dokumen_c2", "D1": "dokumen_d1"}


def completed(kegiatan: Kegiatan) -> list[Peserta]:
    """The distinct people who attended to the end, one row of each.

    What a list says of attendance counts before a list that says nothing; where none says so, a listed
    person counts as one who did.
    """
    days = _days(kegiatan)
    found = []
    for rows in People(people_of(kegiatan.peserta)).rows:
        told = [row for row in rows if row.hadir is not None] or rows
        if attended := [row for row in told if _attended(row, days)]:
            found.append(attended[0])
    return found


def count_output(hitung: str, kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    """The output of some activities of a rincian as the lists show it; None when no list can tell."""
    count = _HITUNG.get(hitung)
    return count(kegiatan, daerah, rincian) if count else None


def _rows(kegiatan: Sequence[Kegiatan]) -> list[Peserta]:
    return [row for k in kegiatan for row in k.peserta]


def _completed_people(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    listed = [k for k in kegiatan if k.peserta]
    if any(map(only_applied, listed)):
        return None
    # one who takes part in two activities is a peserta of each
    return sum(len(completed(k)) for k in listed) if listed else None


def _ikm(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    rows = _rows(kegiatan)
    return len(distinct_ikm(rows)) if rows else None


def _certified_ikm(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    rows = [row for row in _rows(kegiatan) if row.has("sertifikat")]
    return len(distinct_ikm(row for row in rows if row.sertifikat)) if rows else None


def _promoted_sentra(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    return len(distinct_sentra(_rows(kegiatan))) or None


def _documented_sentra(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    field = _DOKUMEN.get(rincian)
    if field is None or not kegiatan:
        return None
    rows = [row for row in daerah.sentra if row.has(field)]
    return len({normal_name(row.nama) for row in rows if _has_document(row, field)}) if rows else None


def _has_document(row: Sentra, field: str) -> bool:
    text = _bare(getattr(row, field))
    return bool(text) and text not in ("tidak", "tidak ada", "belum", "belum ada", "-")


_HITUNG: dict[str, Callable[[Sequence[Kegiatan], Daerah, str], int | None]] = {
    "peserta_tuntas": _completed_people,
    "ikm_didampingi": _ikm,
    "ikm_peserta": _ikm,
    "ikm_dipromosikan": _ikm,
    "ikm_bersertifikat": _certified_ikm,
    "sentra_dipromosikan": _promoted_sentra,
    "sentra_berdokumen": _documented_sentra,
}


def _days(kegiatan: Kegiatan) -> float:
    """Days that one must attend: those of the sessions, but never more than the most diligent attended."""
    sessions = {row.waktu.mulai for row in kegiatan.jadwal if row.waktu}
    most = max((_number(row.hadir) for row in kegiatan.peserta), default=0.0)
    return min(len(sessions), most) if sessions else most


def _attended(row: Peserta, days: float) -> bool:
    if row.hadir is None or isinstance(row.hadir, bool):
        return row.hadir is not False
    return row.hadir >= (1 if days <= 1 else days)


def _number(value: bool | float | None) -> float:
    return 0.0 if value is None or isinstance(value, bool) else float(value)


def _bare(*texts: str | None) -> str:
    return " ".join(" ".join(text or "" for text in texts).casefold().split())
