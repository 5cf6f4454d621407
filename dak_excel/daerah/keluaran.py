"""Keluaran: how many people, IKM or sentra the lists of a daerah show for an output indicator.

The lists are counted, not what a dinas reports; each person, usaha or sentra once. The names of what is
counted are those of the juknis (`juknis.model.Hitung`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.sheets.records import Peserta, Sentra

_DOKUMEN = {"B3": "dokumen_b3", "C2": "dokumen_c2", "D1": "dokumen_d1"}


def orang(rows: Iterable[Peserta]) -> dict[str, Peserta]:
    """The distinct people of some lists, each by its first row: by NIK, else by name and usaha."""
    people: dict[str, Peserta] = {}
    for row in rows:
        if key := row.nik or _bare(row.nama, row.usaha):
            people.setdefault(key, row)
    return people


def ikm(rows: Iterable[Peserta]) -> dict[str, Peserta]:
    """The distinct usaha of some lists; a row without usaha stands for that of its person."""
    found: dict[str, Peserta] = {}
    for row in rows:
        if key := _bare(row.usaha, row.sentra) if row.usaha else row.nik or _bare(row.nama):
            found.setdefault(key, row)
    return found


def sentra(rows: Iterable[Peserta]) -> dict[str, Peserta]:
    """The distinct sentra that the people of some lists come from."""
    found: dict[str, Peserta] = {}
    for row in rows:
        if key := _bare(row.sentra):
            found.setdefault(key, row)
    return found


def tuntas(kegiatan: Kegiatan) -> list[Peserta]:
    """Those who attended to the end. Where nothing says so, a listed person counts as one who did."""
    days = _days(kegiatan)
    return [row for row in kegiatan.peserta if _attended(row, days)]


def hitung_keluaran(hitung: str, kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    """The output of some activities of a rincian as the lists show it; None when no list can tell."""
    count = _HITUNG.get(hitung)
    return count(kegiatan, daerah, rincian) if count else None


def _rows(kegiatan: Sequence[Kegiatan]) -> list[Peserta]:
    return [row for k in kegiatan for row in k.peserta]


def _peserta_tuntas(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    listed = [k for k in kegiatan if k.peserta]
    # one who takes part in two activities is a peserta of each
    return sum(len(orang(tuntas(k))) for k in listed) if listed else None


def _ikm(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    rows = _rows(kegiatan)
    return len(ikm(rows)) if rows else None


def _ikm_bersertifikat(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    rows = [row for row in _rows(kegiatan) if row.has("sertifikat")]
    return len(ikm(row for row in rows if row.sertifikat)) if rows else None


def _sentra_dipromosikan(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    return len(sentra(_rows(kegiatan))) or None


def _sentra_berdokumen(kegiatan: Sequence[Kegiatan], daerah: Daerah, rincian: str) -> int | None:
    field = _DOKUMEN.get(rincian)
    if field is None or not kegiatan:
        return None
    rows = [row for row in daerah.sentra if row.has(field)]
    return len({_bare(row.nama) for row in rows if _has_document(row, field)}) if rows else None


def _has_document(row: Sentra, field: str) -> bool:
    text = _bare(getattr(row, field))
    return bool(text) and text not in ("tidak", "tidak ada", "belum", "belum ada", "-")


_HITUNG: dict[str, Callable[[Sequence[Kegiatan], Daerah, str], int | None]] = {
    "peserta_tuntas": _peserta_tuntas,
    "ikm_didampingi": _ikm,
    "ikm_peserta": _ikm,
    "ikm_dipromosikan": _ikm,
    "ikm_bersertifikat": _ikm_bersertifikat,
    "sentra_dipromosikan": _sentra_dipromosikan,
    "sentra_berdokumen": _sentra_berdokumen,
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
