"""Target and capaian: what the sheets state, else what the lists count, else unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dak_excel.daerah.data_month import data_month
from dak_excel.daerah.facts import Answer, Known, Unknown
from dak_excel.daerah.keluaran import count_output
from dak_excel.daerah.model import Daerah, Fact, Kegiatan
from dak_excel.daerah.orang import distinct_people
from dak_excel.daerah.progress import State, progress_on, took_place
from dak_excel.daerah.serapan import day_of_data
from dak_excel.sheets.records import Baris, BarisKegiatan, Realisasi


@dataclass(frozen=True, slots=True)
class Indikator:
    """One output indicator of a rincian: `hitung` is how its lists are counted (`keluaran`).

    `kedua`: not the first of its rincian; a sheet's one target column means the first.
    """

    rincian: str
    hitung: str
    kedua: bool = False

    @property
    def people(self) -> bool:
        """Whether the number of peserta is its output."""
        return not self.kedua and not self.hitung.startswith("sentra")


@dataclass(frozen=True, slots=True)
class Capaian:
    """The output of a rincian on a day, with what it is made of."""

    indikator: Indikator
    jawaban: Answer[Decimal]
    tercatat: Decimal | None
    """What is known, also where it is not the whole; None when nothing is."""
    kegiatan: dict[State, tuple[Kegiatan, ...]]
    """The activities by their state on that day."""
    beda: tuple[tuple[Kegiatan, Known[Decimal]], ...] = ()
    """Activities of which two sources say different things: (activity, what counts with the others)."""


def target(daerah: Daerah, indikator: Indikator) -> Answer[Decimal]:
    """The sum of the activities' targets as planned, else the one that a realisation sheet repeats."""
    fields = ["sertifikat"] if indikator.kedua else ["target", *(["jumlah_peserta"] * indikator.people)]
    mine = [k for k in daerah.kegiatan if k.rincian == indikator.rincian]
    found = [fakta for k in mine if (fakta := _planned(k, fields))]
    if found:
        total = sum((fakta.nilai for fakta in found), Decimal(0))
        return Known(total, tuple(fakta.cell for fakta in found), menurut="lembar kegiatan")
    return Unknown("target") if indikator.kedua else _from_realisasi(daerah, indikator.rincian, "target", 12)


def _planned(kegiatan: Kegiatan, fields: Sequence[str]) -> Fact[Decimal] | None:
    """The first of some fields that a row as planned gives, or one that says neither planned nor done.

    The number of peserta of a row that is done is what was reached, not what was planned.
    """
    for name in fields:
        for row in sorted(kegiatan.baris, key=lambda row: row.tahap != "rencana"):
            value = getattr(row, name)
            told = row.tahap == "" and name != "target" and took_place(row)
            done = row.tahap == "realisasi" or told
            if isinstance(value, Decimal) and not done:
                return Fact(value, row.cell(name))
    if "target" in fields:
        for tabel in kegiatan.tabel:
            if isinstance(value := tabel.facts.get("target"), Decimal):
                return Fact(value, tabel.fixed.get("target", tabel.ref))
    return None


def capaian(daerah: Daerah, indikator: Indikator, sampai: date) -> Capaian:
    """The output of a rincian up to a day.

    Unknown where an activity whose days are over says nothing, and where none has ended: «0» needs a sheet
    that says so. `Unknown.hari` is the day of the last data.
    """
    mine = [k for k in daerah.kegiatan if k.rincian == indikator.rincian]
    data = day_of_data(daerah, sampai)
    states: dict[State, tuple[Kegiatan, ...]] = {
        state: tuple(k for k in mine if progress_on(k, sampai, data) is state) for state in State
    }
    done = states[State.SELESAI]
    stated = [(k, known) for k in done if (known := capaian_kegiatan(daerah, k, indikator))]
    silent = [k for k in done if not any(k is one for one, _ in stated)]
    counted = count_output(indikator.hitung, silent, daerah, indikator.rincian) if silent else None
    parts = [known.nilai for _, known in stated] + ([Decimal(counted)] if counted is not None else [])
    recorded = sum(parts, Decimal(0)) if parts else None
    mute = [k for k in silent if counted is None or (indikator.people and not k.peserta)]
    beda = tuple((k, known) for k, known in stated if known.lain)
    whole = not indikator.kedua and _from_realisasi(daerah, indikator.rincian, "capaian", sampai.month)
    if isinstance(whole, Known) and not stated:
        return Capaian(indikator, whole, whole.nilai, states)
    if recorded is None or mute or states[State.TIDAK_TERCATAT]:
        unknown = Unknown("capaian", data)
        return Capaian(indikator, unknown, recorded, states, beda)
    cells = tuple(cell for _, known in stated for cell in known.cells)
    listed = tuple(place for k in silent if (place := k.tempat_temuan))
    source = "lembar kegiatan" if not silent else "daftar peserta"
    known = Known(recorded, cells + listed, sampai, source)
    return Capaian(indikator, known, recorded, states, beda)


def capaian_kegiatan(daerah: Daerah, kegiatan: Kegiatan, indikator: Indikator) -> Known[Decimal] | None:
    """What is stated of one activity, with what its list counts in `lain` where that differs.

    None where nothing is stated, and where only the number of its peserta is and the list bears it out: then
    those who stayed to the end are counted.
    """
    fields = ["sertifikat"] if indikator.kedua else ["capaian"]
    found = _done(kegiatan, fields)
    number = _done(kegiatan, ["jumlah_peserta"]) if indikator.people else None
    listed = count_output(indikator.hitung, [kegiatan], daerah, kegiatan.rincian)
    if (
        found is None
        and number is not None
        and kegiatan.peserta
        and number.nilai in (len(distinct_people(kegiatan.peserta)), listed)
    ):
        return None
    fakta = found or number
    if fakta is None:
        return None
    lain: tuple[Known[Decimal], ...] = ()
    if listed is not None and listed != fakta.nilai and (kegiatan.peserta or indikator.kedua):
        place = kegiatan.tempat_temuan
        lain = (Known(Decimal(listed), (place,) if place else (), menurut="daftar peserta"),)
    return Known(fakta.nilai, (fakta.cell,), menurut="lembar kegiatan", lain=lain)


def _done(kegiatan: Kegiatan, fields: Sequence[str]) -> Fact[Decimal] | None:
    """The first of some fields that a row as done gives; a plain row's output is what was reached."""

    def rank(row: BarisKegiatan) -> int:
        return 0 if row.tahap == "realisasi" else 1

    for name in fields:
        for row in sorted(kegiatan.baris, key=rank):
            value = getattr(row, name)
            plain = name != "jumlah_peserta" and row.tahap == ""
            reached = row.tahap != "rencana" and took_place(row)  # a plan is one whatever its status
            if isinstance(value, Decimal) and (reached or plain):
                return Fact(value, row.cell(name))
        if name == "capaian":
            for row in kegiatan.baris:
                if row.capaian is not None:
                    return Fact(row.capaian, row.cell("capaian"))
    return None


def _from_realisasi(daerah: Daerah, kode: str, field: str, bulan: int) -> Answer[Decimal]:
    """A rincian's target or output in the first realisation table that has it, of heading or lines.

    An output counts only from a sheet that speaks of that month's end; a sheet without a month is the year's.
    """
    tables: dict[int, list[Realisasi]] = {}
    for row in daerah.realisasi:
        if row.rincian == kode and getattr(row, field) is not None:
            tables.setdefault(id(row.tabel), []).append(row)
    for rows in tables.values():
        if field == "capaian" and (data_month(rows[0].tabel) or 12) != bulan:
            continue
        heads = [row for row in rows if row.jenis is Baris.SUBTOTAL]
        chosen = heads[:1] or rows
        total = sum((getattr(row, field) for row in chosen), Decimal(0))
        return Known(total, tuple(row.cell(field) for row in chosen), menurut="lembar realisasi")
    return Unknown(field)
