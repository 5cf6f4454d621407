"""Notes under the activities of a rincian: what two sheets say differently, and what a figure rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dak_excel.daerah.facts import Known
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.keluaran import completed
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import distinct_people
from dak_excel.daerah.progress import State
from dak_excel.indonesian import listing, number_text
from dak_excel.reports import wording
from dak_excel.reports.pelaksanaan import Outcome

NAMED = 3
"""Activities that a note names; of more of them it gives the number."""


def notes(results: Sequence[Outcome], shown: Sequence[Kegiatan]) -> list[str]:
    """One sentence each; what holds for several activities is said once."""
    lines = [line for row in results for line in _differences(row)]
    lines += _said_once([(k.judul, tail) for k in shown if (tail := _jpl(k))], len(shown))
    lines += [f"{k.judul}: {moved}" for k in shown if (moved := _moved(k))]
    return [*lines, *_counted_from_lists(results)]


def _said_once(pairs: Iterable[tuple[str, str]], every: int) -> list[str]:
    """`Pelatihan X dan Pelatihan Y: 45 JPL …` of (activity, rest of the sentence)."""
    groups: dict[str, list[str]] = {}
    for name, tail in pairs:
        groups.setdefault(tail, []).append(name)
    return [f"{_named(names, every)}: {tail}" for tail, names in groups.items()]


def _named(names: Sequence[str], every: int) -> str:
    if len(names) <= NAMED:
        return listing(list(names))
    return f"Semua {every} kegiatan dalam tabel" if len(names) == every else listing(list(names))


def _differences(row: Outcome) -> list[str]:
    """What two sheets say differently of one activity."""
    found, unit = [], row.keluaran.satuan
    for kegiatan, known in row.isi.beda:
        other = known.lain[0]
        found.append(
            f"{kegiatan.judul}: {number_text(known.nilai)} {unit} menurut {known.menurut}, "
            f"{number_text(other.nilai)} {unit} menurut {other.menurut}."
        )
    if row.keluaran.hitung == "peserta_tuntas":
        found += [note for k in row.isi.kegiatan[State.SELESAI] if (note := _left_early(k, unit))]
    return found


def _left_early(kegiatan: Kegiatan, unit: str) -> str:
    """`25 orang, 24 mengikuti hingga selesai`; empty where all did, or the sheets differ anyway."""
    people, stayed = len(distinct_people(kegiatan.peserta)), len(completed(kegiatan))
    if people == stayed:
        return ""
    return f"{kegiatan.judul}: {people} {unit} terdaftar, {stayed} mengikuti hingga selesai."


def _counted_from_lists(results: Sequence[Outcome]) -> list[str]:
    """That the output is the number of names, where no list tells who stayed to the end."""
    for row in results:
        answer = row.isi.jawaban
        if row.keluaran.hitung != "peserta_tuntas" or not isinstance(answer, Known):
            continue
        listed = [p for k in row.isi.kegiatan[State.SELESAI] for p in k.peserta]
        if answer.menurut == "daftar peserta" and not any(p.hadir is not None for p in listed):
            return ["Capaian dihitung dari nama dalam daftar peserta, yang tidak memuat catatan kehadiran."]
    return []


def _jpl(kegiatan: Kegiatan) -> str:
    """What row and timetable say differently of the JPL."""
    answer = jpl(kegiatan)
    if not isinstance(answer, Known) or not answer.lain:
        return ""
    other = answer.lain[0]
    return f"{number_text(answer.nilai)} JPL {answer.menurut}, {number_text(other.nilai)} JPL menurut jadwal."


def _moved(kegiatan: Kegiatan) -> str:
    """What days were planned, where it was held on others."""
    plan, held = kegiatan.fact("waktu", "rencana"), kegiatan.fact("waktu", "realisasi")
    before, then = (wording.text(fakta.nilai, "") if fakta else "" for fakta in (plan, held))
    if not before or not then or before == then:
        return ""
    return f"direncanakan {before}, dilaksanakan {then}."
