"""Target and capaian as the reports print them: by menu and rincian, with the activities behind them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dak_excel.daerah.facts import Known, Unknown, known_sum, value_of
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.keluaran import completed
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.daerah.orang import distinct_people
from dak_excel.daerah.progress import State, progress_on
from dak_excel.daerah.serapan import day_of_data
from dak_excel.indonesian import date_text, listing, number_text
from dak_excel.juknis.model import Juknis, Rincian
from dak_excel.reports import wording
from dak_excel.reports.content import BarisKegiatan, BarisTarget, CapaianRincian, MenuTarget
from dak_excel.reports.pelaksanaan import Outcome, kegiatan_rincian, outputs, rincian_in_use
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker
from dak_excel.reports.wording import KOSONG, money

Anggaran = dict[str, Decimal | None]
"""Budget by rincian code."""


def menu(daerah: Daerah, juknis: Juknis, periode: Periode, anggaran: Anggaran) -> list[MenuTarget]:
    """The menus with the rincian that the daerah takes part in."""
    used = rincian_in_use(daerah, juknis)
    found, number = [], 0
    for one in juknis.menu.values():
        rows = []
        for rincian in used:
            if rincian.kode not in one.rincian:
                continue
            number += 1
            before = _before(daerah, rincian, periode)
            for nth, row in enumerate(outputs(daerah, rincian, periode.end)):
                shown = str(number) if nth == 0 else ""
                rows.append(_target(rincian, row, anggaran, shown, periode, before[nth] if before else None))
        if rows:
            money = [anggaran.get(row.kode) for row in rows if row.nomor]
            found.append(
                MenuTarget(
                    one.kode,
                    one.nama,
                    one.tujuan or f"{one.nama}.",
                    printed_budget_sum(money, f"anggaran menu {one.kode}"),
                    rows,
                )
            )
    return found


def printed_budget_sum(values: list[Decimal | None], apa: str = "jumlah anggaran") -> str:
    """The sum of a column of budgets, as printed; the marker where one of them is not known."""
    total = None if None in values else known_sum(values)
    return marker(apa) if total is None else money(total)


def _before(daerah: Daerah, rincian: Rincian, periode: Periode) -> list[Outcome]:
    """What the report before this one could tell, of the activities that had ended by its day."""
    day = periode.before
    return outputs(daerah, rincian, day) if day else []


def _target(
    rincian: Rincian, row: Outcome, anggaran: Anggaran, nomor: str, periode: Periode, before: Outcome | None
) -> BarisTarget:
    kode = rincian.kode
    last = _last_semester(row, before)
    this = None if last is None or row.capaian is None else row.capaian - last
    return BarisTarget(
        nomor=nomor,
        kode=kode,
        nama=rincian.nama if nomor else "",
        indikator=row.keluaran.indikator,
        satuan=row.keluaran.satuan,
        target=number_text(row.sasaran) if row.sasaran is not None else marker(f"target {kode}"),
        capaian=_output(row, periode.end, kode),
        persen=wording.share(row.capaian, row.sasaran),
        anggaran=_budget(anggaran, kode) if nomor else "",
        lalu=wording.or_dash(last),
        ini=wording.or_dash(this),
    )


def _budget(anggaran: Anggaran, kode: str) -> str:
    """The budget of a rincian; the marker where no sheet gives one, or two disagree."""
    budget = anggaran.get(kode)
    if budget is not None:
        return money(budget)
    return marker(f"jumlah RAB {kode}" if kode in anggaran else f"anggaran {kode}")


def _last_semester(row: Outcome, before: Outcome | None) -> Decimal | None:
    """The output of the semester before: nought where the days of all activities lie after it."""
    if before is None:
        return None
    if before.capaian is None and before.isi.tercatat is None and row.capaian is not None:
        states = before.isi.kegiatan
        waiting = not states[State.TIDAK_TERCATAT] and not states[State.SELESAI]
        return Decimal(0) if waiting else None
    return before.capaian


def _output(row: Outcome, sampai: date, kode: str) -> str:
    """The output as a table shows it: the figure; a dash where the activities are still to come or under way;
    the marker where nobody knows."""
    if row.capaian is not None:
        return number_text(row.capaian)
    states = row.isi.kegiatan
    known = not states[State.TIDAK_TERCATAT] and not states[State.SELESAI]
    if known and (states[State.BELUM] or states[State.BERJALAN]):
        return KOSONG
    return _marker(row, sampai, kode)


def _marker(row: Outcome, sampai: date, kode: str) -> str:
    """`[LENGKAPI: capaian A2 sampai dengan 31 Desember 2023; data terakhir 30 Juni 2023]`."""
    answer = row.isi.jawaban
    day = answer.hari if isinstance(answer, Unknown) else None
    since = f"; data terakhir {date_text(day)}" if day and day < sampai else ""
    which = f" ({_lower(row.keluaran.indikator)})" if row.isi.indikator.kedua else ""
    return marker(f"capaian {kode}{which} sampai dengan {date_text(sampai)}{since}")


def rincian(daerah: Daerah, juknis: Juknis, periode: Periode) -> list[CapaianRincian]:
    """Each rincian with the activities that took place in the period or are under way, and those to come."""
    found = []
    sampai = periode.end
    data = day_of_data(daerah, sampai)
    for one in rincian_in_use(daerah, juknis):
        kegiatan = kegiatan_rincian(daerah, one.kode)
        states = [(k, progress_on(k, sampai, data)) for k in kegiatan]
        shown = (State.SELESAI, State.BERJALAN)
        rows = [(k, state) for k, state in states if state in shown and not already_reported(k, periode)]
        results = outputs(daerah, one, sampai)
        found.append(
            CapaianRincian(
                kode=one.kode,
                nama=one.nama,
                kalimat=_sentence(one.kode, results, _before(daerah, one, periode), periode),
                kegiatan=[_kegiatan(n, k, state) for n, (k, state) in enumerate(rows, 1)],
                **_sexes(*_total([_count(k) for k, _ in rows])),
                kurang=[
                    *(_unrecorded(k, sampai) for k, state in states if state is State.TIDAK_TERCATAT),
                    *(
                        marker(f"daftar peserta {k.judul}")
                        for k, _ in rows
                        if not k.peserta and _counts_people(one)
                    ),
                ],
                belum=[_not_yet(k) for k, state in states if state is State.BELUM],
                catatan=[
                    *_differences(results),
                    *(note for k, _ in rows if (note := _jpl_note(k))),
                    *(note for k, _ in rows if (note := _moved(k))),
                ],
            )
        )
    return found


def already_reported(kegiatan: Kegiatan, periode: Periode) -> bool:
    """Whether an activity ended in the semester before, whose report told of it."""
    waktu = kegiatan.when
    return periode.before is not None and waktu is not None and waktu.nilai.selesai <= periode.before


def _sentence(kode: str, rows: list[Outcome], before: list[Outcome], periode: Periode) -> str:
    """`Sampai dengan 30 Juni 2023 melalui 2 kegiatan tercapai 45 orang dari target 60 orang (75,00%).`"""
    sampai = periode.end
    states = rows[0].isi.kegiatan
    done = len(states[State.SELESAI])
    awaited = states[State.BELUM] or states[State.BERJALAN]
    if rows[0].capaian is None and awaited and not done and not states[State.TIDAK_TERCATAT]:
        return _waiting(rows, sampai)
    parts = []
    for n, row in enumerate(rows):
        unit = row.keluaran.satuan
        if row.capaian is None:
            known = (
                f"tercatat {number_text(row.isi.tercatat)} {unit}, " if row.isi.tercatat is not None else ""
            )
            parts.append(known + _marker(row, sampai, kode))
            continue
        text = f"tercapai {number_text(row.capaian)} {unit}"
        if row.sasaran:
            share = wording.share(row.capaian, row.sasaran)
            text += f" dari target {number_text(row.sasaran)} {unit} ({share})"
        if len(rows) > 1:
            text += f" untuk {_lower(row.keluaran.indikator)}"
        last = _last_semester(row, before[n] if before else None)
        if last is not None:
            now = number_text(row.capaian - last)
            text += f", yaitu {number_text(last)} {unit} pada Semester I dan {now} {unit} pada Semester II"
        parts.append(text)
    through = f" melalui {done} kegiatan" if done else ""
    return f"Sampai dengan {date_text(sampai)}{through} {' dan '.join(parts)}."


def _waiting(rows: list[Outcome], sampai: date) -> str:
    """Of a rincian of which nothing has ended yet: what is under way, and what is planned for later."""
    states = rows[0].isi.kegiatan
    parts = []
    if states[State.BERJALAN]:
        parts.append(f"{len(states[State.BERJALAN])} kegiatan masih berjalan")
    later = sum(1 for k in states[State.BELUM] if (w := k.when) and w.nilai.mulai > sampai)
    if later:
        parts.append(f"{later} kegiatan direncanakan sesudahnya")
    if rest := len(states[State.BELUM]) - later:
        parts.append(f"{rest} kegiatan belum dilaksanakan")
    row = rows[0]
    goal = f"; target {number_text(row.sasaran)} {row.keluaran.satuan}" if row.sasaran else ""
    return f"Sampai dengan {date_text(sampai)} belum ada kegiatan yang selesai: {listing(parts)}{goal}."


def _unrecorded(kegiatan: Kegiatan, sampai: date) -> str:
    """The marker of an activity of which nobody tells whether it took place."""
    waktu = kegiatan.when
    when = f" (rencana {wording.text(waktu.nilai, '')})" if waktu else ""
    return marker(f"pelaksanaan {kegiatan.judul}{when} sampai dengan {date_text(sampai)}")


def _differences(rows: list[Outcome]) -> list[str]:
    """What two sheets say differently of one activity, in a sentence each."""
    notes = []
    for row in rows:
        unit = row.keluaran.satuan
        for kegiatan, known in row.isi.beda:
            other = known.lain[0]
            notes.append(
                f"{kegiatan.judul}: {number_text(known.nilai)} {unit} menurut {known.menurut}, "
                f"{number_text(other.nilai)} {unit} menurut {other.menurut}."
            )
        if row.keluaran.hitung == "peserta_tuntas":
            notes += [note for k in row.isi.kegiatan[State.SELESAI] if (note := _left_early(k, unit))]
    return notes


def _left_early(kegiatan: Kegiatan, unit: str) -> str:
    """`25 orang, 24 mengikuti hingga selesai`; empty where all did, or the sheets differ anyway."""
    people, stayed = len(distinct_people(kegiatan.peserta)), len(completed(kegiatan))
    if people == stayed:
        return ""
    return f"{kegiatan.judul}: {people} {unit} terdaftar, {stayed} mengikuti hingga selesai."


def _jpl_note(kegiatan: Kegiatan) -> str:
    """What row and timetable say differently of the JPL."""
    answer = jpl(kegiatan)
    if not isinstance(answer, Known) or not answer.lain:
        return ""
    other = answer.lain[0]
    said = f"{number_text(answer.nilai)} JPL {answer.menurut}, {number_text(other.nilai)} JPL menurut jadwal"
    return f"{kegiatan.judul}: {said}."


def _moved(kegiatan: Kegiatan) -> str:
    """What days were planned, where it was held on others."""
    plan, held = kegiatan.fact("waktu", "rencana"), kegiatan.fact("waktu", "realisasi")
    before, then = (wording.text(fakta.nilai, "") if fakta else "" for fakta in (plan, held))
    if not before or not then or before == then:
        return ""
    return f"{kegiatan.judul}: direncanakan {before}, dilaksanakan {then}."


def _lower(text: str) -> str:
    """An indicator in the midst of a sentence: `Jumlah IKM …` → `jumlah IKM …`."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _count(kegiatan: Kegiatan) -> tuple[int, int, int]:
    """Distinct men, women and people of an activity."""
    people = distinct_people(kegiatan.peserta)
    return (
        sum(p.kelamin == "L" for p in people),
        sum(p.kelamin == "P" for p in people),
        len(people),
    )


def _total(counts: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)


def _sexes(men: int, women: int, people: int) -> dict[str, str]:
    """The three figures in words; a dash where no list tells, or none gives the sex."""
    known = bool(men or women)
    return {
        "laki": str(men) if known else KOSONG,
        "perempuan": str(women) if known else KOSONG,
        "jumlah": str(people) if people else KOSONG,
    }


def _counts_people(one: Rincian) -> bool:
    """Whether people or IKM are its output, so that a list of them is due."""
    return any(not k.hitung.startswith("sentra") for k in one.keluaran)


def _kegiatan(nomor: int, kegiatan: Kegiatan, state: State) -> BarisKegiatan:
    waktu, tempat = kegiatan.when, kegiatan.fact("tempat")
    return BarisKegiatan(
        nomor=str(nomor),
        nama=kegiatan.judul,
        waktu=wording.text(waktu.nilai if waktu else None, "waktu"),
        tempat=wording.text(tempat.nilai if tempat else _venue(kegiatan), "tempat"),
        jpl=wording.or_dash(value_of(jpl(kegiatan))),
        **_sexes(*_count(kegiatan)),
        sentra=sentra_of_people(kegiatan),
        keadaan=state.value,
    )


def _venue(kegiatan: Kegiatan) -> str | None:
    return next((row.tempat for row in kegiatan.jadwal if row.tempat), None)


def sentra_of_people(kegiatan: Kegiatan) -> str:
    """The sentra that the people of an activity come from, else the one that its row names."""
    names: dict[str, str] = {}
    for row in kegiatan.peserta:
        if row.sentra and row.sentra.strip():
            names.setdefault(" ".join(row.sentra.casefold().split()), row.sentra.strip())
    if names:
        return ", ".join(names.values())
    fakta = kegiatan.fact("sentra")
    return wording.or_dash(fakta.nilai if fakta else None)


def _not_yet(kegiatan: Kegiatan) -> str:
    """`Pelatihan X Angkatan II (rencana 4 s.d. 8 September 2023)`."""
    waktu = kegiatan.fact("waktu", "rencana") or kegiatan.when
    when = f"rencana {wording.text(waktu.nilai, '')}" if waktu else "waktu belum tercatat"
    return f"{kegiatan.judul} ({when})"
