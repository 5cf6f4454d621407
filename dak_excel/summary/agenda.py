"""Agenda: what a person has to do this morning, as verbs, gravest and nearest deadline first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dak_excel.findings import Tingkat
from dak_excel.indonesian import date_text
from dak_excel.results.glance import Action, Glance
from dak_excel.summary.deadlines import DEKAT, DeadlineRow, days_left, deadlines
from dak_excel.todo.causes import RECORD_LETTER

TERATAS = 5
"""Things to do that a page begins with."""
TENGGAT_TERATAS = 2
"""How many of them may be deadlines that all daerah share."""
_SURAT = f"sebab-{RECORD_LETTER.id}"
_FILES, _LATE, _NEAR, _FINDINGS, _BLANKS = 0, 1, 2, 3, 20


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: the sentence, the part of the daerah's page that tells more, what is at stake."""

    urutan: int
    kalimat: str
    jangkar: str = ""
    rupiah: Decimal = Decimal(0)
    kelas: str = ""
    """Level or state that gives it its colour."""
    daerah: Glance | None = None
    """Whose it is, on the page of all."""


def needs_action(daerah: Glance) -> bool:
    """Whether a person has to do something about a daerah."""
    files = any(b.failed or b.advice for b in daerah.bermasalah)
    waits = daerah.sebab or daerah.menunggu or daerah.galat
    opened = any(number for level, number in daerah.terbuka.items() if level is not Tingkat.INFO)
    return bool(waits or files or opened or daerah.lengkapi or daerah.disisihkan)


def agenda(daerah: Glance, per: date) -> list[Todo]:
    """What is to be done about one daerah."""
    if daerah.sebab:
        return [Todo(_FILES, daerah.sebab, kelas="pelanggaran")]
    found = [*_files(daerah), *_letters(deadlines([daerah.tenggat], per))]
    told = any(hal.urutan in (_LATE, _NEAR) for hal in found)
    found += [_finding(t) for t in daerah.tindakan if not (told and t.jangkar == _SURAT)]
    if daerah.lengkapi:
        found.append(Todo(_BLANKS, f"Lengkapi {daerah.lengkapi} isian laporan dan surat", "dokumen"))
    return sorted(found, key=lambda hal: hal.urutan)  # stable: dearest first within a level


def agenda_of_all(daerah: Sequence[Glance], per: date) -> list[Todo]:
    """The first things to do over all daerah: a deadline that many share is one thing."""
    shared = list(_letters(deadlines([d.tenggat for d in daerah if not d.sebab], per), banyak=True))
    own = [(hal, d) for d in daerah for hal in agenda(d, per) if hal.urutan not in (_LATE, _NEAR)]
    own.sort(key=lambda pair: (pair[0].urutan, -pair[0].rupiah))
    if (number := sum(hal.urutan == _FILES for hal, _ in own)) > TENGGAT_TERATAS:
        own = [pair for pair in own if pair[0].urutan != _FILES]
        text = f"Perbaiki berkas yang tidak terbaca atau menunggu, {number} hal di beberapa daerah"
        shared.insert(0, Todo(_FILES, text, "daerah", kelas="pelanggaran"))
    first = shared[: TENGGAT_TERATAS + 1]
    for hal, one in own[: TERATAS - len(first)]:
        first.append(Todo(hal.urutan, hal.kalimat, hal.jangkar, hal.rupiah, hal.kelas, one))
    return sorted(first, key=lambda hal: hal.urutan)


def nearest(batas: Iterable[DeadlineRow]) -> DeadlineRow | None:
    """The next deadline for which something is still to be sent."""
    return next((b for b in batas if b.terbuka > 0 and b.sisa >= 0), None)


def _files(daerah: Glance) -> list[Todo]:
    unread = [b.nama for b in daerah.bermasalah if b.failed]
    silent = [b.nama for b in daerah.bermasalah if b.advice]
    found = []
    if daerah.menunggu:
        names = ", ".join(b.nama for b in daerah.menunggu)
        found.append(Todo(_FILES, f"Simpan dan tutup {names}", "isi", kelas="pelanggaran"))
    if unread:
        found.append(Todo(_FILES, f"Perbaiki {_some(unread)} yang tidak terbaca", "isi", kelas="pelanggaran"))
    if silent:
        found.append(
            Todo(_FILES, f"Periksa {_some(silent)} yang tidak dikenali isinya", "isi", kelas="telaah")
        )
    return found


def _some(names: Sequence[str]) -> str:
    return f"«{names[0]}»" if len(names) == 1 else f"{len(names)} berkas"


def _letters(batas: Iterable[DeadlineRow], *, banyak: bool = False) -> Iterable[Todo]:
    """What is due soon or overdue and not recorded as sent."""
    for b in batas:
        if b.terbuka <= 0 or b.sisa > DEKAT:
            continue
        whose = f", {b.terbuka} daerah" if banyak else ""
        day = date_text(b.tenggat.tanggal)
        if b.sisa < 0:
            text = f"Kirim {b.nama}, atau catat tanggal suratnya{whose} (batasnya {day}: {days_left(b.sisa)})"
        else:
            text = f"Kirim {b.nama} paling lambat {day}{whose} ({days_left(b.sisa)})"
        yield Todo(_LATE if b.sisa < 0 else _NEAR, text, "tenggat", kelas=b.state)


def _finding(one: Action) -> Todo:
    level = one.tingkat or Tingkat.INFO
    return Todo(_FINDINGS + level.rank, one.kalimat, one.jangkar, one.rupiah, level.value)
