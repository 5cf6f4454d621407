"""What was reached of a rincian, in words; and the markers where nobody can tell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dak_excel.daerah.facts import Unknown
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.progress import State, is_called_off
from dak_excel.indonesian import date_text, listing, number_text
from dak_excel.reports import wording
from dak_excel.reports.pelaksanaan import Outcome
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker


def sentence(kode: str, rows: list[Outcome], before: list[Outcome], periode: Periode) -> str:
    """`Sampai dengan 30 Juni 2023 melalui 2 kegiatan tercapai 45 orang dari target 60 orang (75,00%).`"""
    sampai = periode.end
    states = rows[0].isi.kegiatan
    done = len(states[State.SELESAI])
    awaited = states[State.BELUM] or states[State.BERJALAN]
    if rows[0].capaian is None and awaited and not done and not states[State.TIDAK_TERCATAT]:
        return _waiting(rows, periode)
    parts = []
    for n, row in enumerate(rows):
        unit = row.keluaran.satuan
        if row.capaian is None:
            known = (
                f"tercatat {number_text(row.isi.tercatat)} {unit}, " if row.isi.tercatat is not None else ""
            )
            parts.append(known + unknown_output(row, kode, sampai))
            continue
        text = f"tercapai {number_text(row.capaian)} {unit}"
        if row.sasaran:
            share = wording.share(row.capaian, row.sasaran)
            text += f" dari target {number_text(row.sasaran)} {unit} ({share})"
        if len(rows) > 1:
            text += f" untuk {_lower(row.keluaran.indikator)}"
        parts.append(text + _halves(row.capaian, last_semester(row, before[n] if before else None), unit))
    through = f" melalui {done} kegiatan" if done else ""
    return f"Sampai dengan {date_text(sampai)}{through} {' dan '.join(parts)}."


def _halves(whole: Decimal, last: Decimal | None, unit: str) -> str:
    """`, yaitu 25 orang pada Semester I dan 20 orang pada Semester II`; only the one that is not nought."""
    if last is None or not whole:
        return ""
    if last in (0, whole):
        return f", seluruhnya pada Semester {'II' if not last else 'I'}"
    now = number_text(whole - last)
    return f", yaitu {number_text(last)} {unit} pada Semester I dan {now} {unit} pada Semester II"


def last_semester(row: Outcome, before: Outcome | None) -> Decimal | None:
    """The output of the semester before: nought where the days of all activities lie after it."""
    if before is None:
        return None
    if before.capaian is None and before.isi.tercatat is None and row.capaian is not None:
        states = before.isi.kegiatan
        waiting = not states[State.TIDAK_TERCATAT] and not states[State.SELESAI]
        return Decimal(0) if waiting else None
    return before.capaian


def unknown_output(row: Outcome, kode: str, sampai: date, table: bool = False) -> str:
    """`[LENGKAPI: capaian A2 sampai dengan 31 Desember 2023; data terakhir 30 Juni 2023]`.

    In a `table`, whose title tells the day, without that.
    """
    answer = row.isi.jawaban
    day = answer.hari if isinstance(answer, Unknown) else None
    since = f"; data terakhir {date_text(day)}" if day and day < sampai else ""
    which = f" ({_lower(row.keluaran.indikator)})" if row.isi.indikator.kedua else ""
    until = "" if table else f" sampai dengan {date_text(sampai)}"
    return marker(f"capaian {kode}{which}{until}{since}")


def _waiting(rows: list[Outcome], periode: Periode) -> str:
    """Of a rincian of which nothing has ended yet: what is under way, and what is planned for later."""
    states, sampai = rows[0].isi.kegiatan, periode.end
    parts = []
    if states[State.BERJALAN]:
        parts.append(f"{len(states[State.BERJALAN])} kegiatan masih berjalan")
    off = [k for k in states[State.BELUM] if called_off(k, periode)]
    left = [k for k in states[State.BELUM] if not called_off(k, periode)]
    later = sum(1 for k in left if (w := k.when) and w.nilai.mulai > sampai)
    if later:
        parts.append(f"{later} kegiatan direncanakan sesudahnya")
    if rest := len(left) - later:
        parts.append(f"{rest} kegiatan belum dilaksanakan")
    if off:
        parts.append(f"{len(off)} kegiatan dibatalkan")
    row = rows[0]
    goal = f"; target {number_text(row.sasaran)} {row.keluaran.satuan}" if row.sasaran else ""
    done = (
        "tidak ada kegiatan yang dilaksanakan"
        if len(parts) == bool(off)
        else "belum ada kegiatan yang selesai"
    )
    return f"Sampai dengan {date_text(sampai)} {done}: {listing(parts)}{goal}."


def called_off(kegiatan: Kegiatan, periode: Periode) -> bool:
    """Whether it will not take place, as its status says. A status has no day: what is called off in the
    second half-year has merely not been held in the report on the first."""
    return periode.semester != "1" and is_called_off(kegiatan)


def unrecorded(kegiatan: Kegiatan, sampai: date) -> str:
    """The marker of an activity of which nobody tells whether it took place."""
    waktu = kegiatan.when
    when = f" (rencana {wording.text(waktu.nilai, '')})" if waktu else ""
    return marker(f"pelaksanaan {kegiatan.judul}{when} sampai dengan {date_text(sampai)}")


def not_yet(kegiatan: Kegiatan) -> str:
    """`Pelatihan X Angkatan II (rencana 4 s.d. 8 September 2023)`."""
    waktu = kegiatan.fact("waktu", "rencana") or kegiatan.when
    when = f"rencana {wording.text(waktu.nilai, '')}" if waktu else "waktu belum tercatat"
    return f"{kegiatan.judul} ({when})"


def _lower(text: str) -> str:
    """An indicator in the midst of a sentence: `Jumlah IKM …` → `jumlah IKM …`."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
