"""Target and capaian as the reports print them: by menu and rincian, with the activities behind them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dak_excel.daerah.facts import known_sum, value_of
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.daerah.orang import distinct_people
from dak_excel.daerah.progress import State, progress_on
from dak_excel.daerah.serapan import day_of_data
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Juknis, Rincian
from dak_excel.reports import activity_notes, capaian_sentences, wording
from dak_excel.reports.capaian_sentences import (
    called_off,
    last_semester,
    not_yet,
    unknown_output,
    unrecorded,
)
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
    until = day_of_data(daerah, periode.end)
    told_since = periode.before is None or (until is not None and until > periode.before)
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
                last = before[nth] if before else None
                rows.append(_target(rincian, row, anggaran, shown, periode, last, told_since))
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
    rincian: Rincian,
    row: Outcome,
    anggaran: Anggaran,
    nomor: str,
    periode: Periode,
    before: Outcome | None,
    told_since: bool,
) -> BarisTarget:
    kode = rincian.kode
    last = last_semester(row, before)
    this = None if last is None or row.capaian is None else row.capaian - last
    if this == 0 and not told_since:
        this = None  # no sheet tells of this semester: that is no nought
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
        ini=_this_semester(row, this),
    )


def _this_semester(row: Outcome, this: Decimal | None) -> str:
    """What was reached in the semester itself; the marker where that of the year is one."""
    if row.capaian is None and row.isi.kegiatan[State.TIDAK_TERCATAT]:
        return marker("capaian")
    return wording.or_dash(this)


def _budget(anggaran: Anggaran, kode: str) -> str:
    """The budget of a rincian; the marker where no sheet gives one, or two disagree."""
    budget = anggaran.get(kode)
    if budget is not None:
        return money(budget)
    return marker(f"jumlah RAB {kode}" if kode in anggaran else f"anggaran {kode}")


def _output(row: Outcome, sampai: date, kode: str) -> str:
    """The output as a table shows it: the figure; a dash where the activities are still to come or under way;
    the marker where nobody knows."""
    if row.capaian is not None:
        return number_text(row.capaian)
    states = row.isi.kegiatan
    known = not states[State.TIDAK_TERCATAT] and not states[State.SELESAI]
    if known and (states[State.BELUM] or states[State.BERJALAN]):
        return KOSONG
    return unknown_output(row, kode, sampai, table=True)


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
        waiting = [k for k, state in states if state is State.BELUM]
        results = outputs(daerah, one, sampai)
        found.append(
            CapaianRincian(
                kode=one.kode,
                nama=one.nama,
                kalimat=capaian_sentences.sentence(one.kode, results, _before(daerah, one, periode), periode),
                kegiatan=[_kegiatan(n, k, state) for n, (k, state) in enumerate(rows, 1)],
                **_sexes(*_total([_count(k) for k, _ in rows])),
                kurang=[
                    *(unrecorded(k, sampai) for k, state in states if state is State.TIDAK_TERCATAT),
                    *(
                        marker(f"daftar peserta {k.judul}")
                        for k, _ in rows
                        if not k.peserta and _counts_people(one)
                    ),
                ],
                belum=[not_yet(k) for k in waiting if not called_off(k, periode)],
                batal=[not_yet(k) for k in waiting if called_off(k, periode)],
                catatan=activity_notes.notes(results, [k for k, _ in rows]),
            )
        )
    return found


def already_reported(kegiatan: Kegiatan, periode: Periode) -> bool:
    """Whether an activity ended in the semester before, whose report told of it."""
    waktu = kegiatan.when
    return periode.before is not None and waktu is not None and waktu.nilai.selesai <= periode.before


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
    tempat = kegiatan.fact("tempat")
    return BarisKegiatan(
        nomor=str(nomor),
        nama=kegiatan.judul,
        waktu=wording.days_of(kegiatan, "waktu"),
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
