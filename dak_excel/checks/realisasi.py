"""Money and output as reported: `realisasi_lebih` (above the pagu), `realisasi_capaian` (output and list)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.keluaran import completed, count_output
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import distinct_ikm, distinct_people, normal_name
from dak_excel.daerah.serapan import Serapan, serapan, without_repeats
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text, short_rupiah
from dak_excel.juknis.model import Keluaran, Ketentuan
from dak_excel.sheets.records import Baris, Realisasi

SEN = Decimal(1)
"""Rupiah below which two amounts are the same."""


@kind("realisasi_lebih", NoParameters, isi=("pagu", "lebih"), varian=("daerah",))
def realisasi_lebih(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A line of which more was paid than its pagu; all lines together more than the allocation."""
    lines = serapan(scope.daerah)
    told = False
    for line in lines:
        row = _exceeding_row(line)
        if row is not None:
            told = True
            yield _exceeds(k, row, _paid(row) or Decimal(0), row.pagu or Decimal(0))
        elif line.pagu is not None and (line.total or Decimal(0)) - line.pagu >= SEN and len(line.baris) > 1:
            told = True
            yield _exceeds(k, line.baris[-1], line.total or Decimal(0), line.pagu)
    pagu = scope.daerah.pagu
    if told or pagu is None:
        return
    paid = sum((line.total or Decimal(0) for line in without_repeats(lines)), Decimal(0))
    if paid - pagu >= SEN:
        yield temuan(
            k,
            scope.daerah.identitas["pagu"].cell("isi"),
            identitas="pagu",
            nilai=short_rupiah(paid),
            rupiah=paid - pagu,
            varian="daerah",
            pagu=short_rupiah(pagu),
            lebih=short_rupiah(paid - pagu),
        )


def _exceeding_row(line: Serapan) -> Realisasi | None:
    """The row that itself gives both, and pays more than it has."""
    for row in line.baris:
        paid = _paid(row)
        if row.tanggal is None and paid is not None and row.pagu is not None and paid - row.pagu >= SEN:
            return row
    return None


def _paid(row: Realisasi) -> Decimal | None:
    """What a row says was paid to its date: its total, else its months."""
    if row.realisasi is not None:
        return row.realisasi
    months = [amount for amount in row.realisasi_bulan if amount is not None]
    return sum(months, Decimal(0)) if months else None


def _exceeds(k: Ketentuan, row: Realisasi, paid: Decimal, pagu: Decimal) -> Temuan:
    return row_finding(
        k,
        row.cell("realisasi"),
        row,
        nilai=short_rupiah(paid),
        rupiah=paid - pagu,
        pagu=short_rupiah(pagu),
        lebih=short_rupiah(paid - pagu),
    )


@kind("realisasi_capaian", NoParameters, isi=("menurut_daftar", "satuan"), varian=("rincian", "peserta"))
def realisasi_capaian(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """The output that a kegiatan row or a realisation row reports is not what the lists of people show.

    Outputs counted in sentra are left to the rules on their documents.
    """
    for rincian in scope.juknis.rincian.values():
        if rincian.keluaran[0].hitung.startswith("sentra"):
            continue
        activities = [item for item in scope.daerah.kegiatan if item.rincian == rincian.kode]
        for kegiatan in activities:
            yield from _kegiatan(k, scope, kegiatan, rincian.keluaran)
        yield from _rincian(k, scope, activities, rincian.keluaran[0])


def _kegiatan(
    k: Ketentuan, scope: Scope, kegiatan: Kegiatan, outputs: Sequence[Keluaran]
) -> Iterator[Temuan]:
    """One activity: its output and, where there are two, the second (IKM with certificate)."""
    if kegiatan.fact("capaian") is None:
        yield from _headcount(k, kegiatan, outputs[0])
    for field, output in zip(("capaian", "sertifikat"), outputs, strict=False):
        said = kegiatan.fact(field)
        if said is None or not _same_unit(kegiatan, output):
            continue
        listed = count_output(output.hitung, [kegiatan], scope.daerah, kegiatan.rincian)
        if listed is not None and said.nilai != listed:
            yield activity_finding(
                k,
                said.cell,
                kegiatan,
                nilai=number_text(said.nilai),
                menurut_daftar=number_text(listed),
                satuan=output.satuan,
            )


def _headcount(k: Ketentuan, kegiatan: Kegiatan, output: Keluaran) -> Iterator[Temuan]:
    """Where no output is reported: the number of peserta as done against the people listed."""
    said = kegiatan.fact("jumlah_peserta", "realisasi")
    if said is None or not kegiatan.peserta:
        return
    people = len(distinct_people(kegiatan.peserta))
    if said.nilai not in (people, len(completed(kegiatan)), len(distinct_ikm(kegiatan.peserta))):
        yield activity_finding(
            k,
            said.cell,
            kegiatan,
            nilai=number_text(said.nilai),
            varian="peserta",
            menurut_daftar=number_text(people),
            satuan=output.satuan,
        )


def _rincian(
    k: Ketentuan, scope: Scope, activities: Sequence[Kegiatan], output: Keluaran
) -> Iterator[Temuan]:
    """A realisation row that reports the output of a whole rincian."""
    if not activities:
        return
    kode = activities[0].rincian
    rows = [row for row in scope.daerah.realisasi if row.rincian == kode and row.capaian is not None]
    whole = [row for row in rows if row.jenis is not Baris.TOTAL]
    if len(whole) != 1 or not _unit_fits(whole[0].satuan, output):
        return
    listed = count_output(output.hitung, activities, scope.daerah, kode)
    said = whole[0].capaian
    if listed is not None and said != listed:
        yield row_finding(
            k,
            whole[0].cell("capaian"),
            whole[0],
            nilai=number_text(said or 0),
            varian="rincian",
            menurut_daftar=number_text(listed),
            satuan=output.satuan,
        )


def _same_unit(kegiatan: Kegiatan, output: Keluaran) -> bool:
    said = kegiatan.fact("satuan")
    return said is None or _unit_fits(str(said.nilai), output)


def _unit_fits(said: str | None, output: Keluaran) -> bool:
    """Whether a unit is that of the output, or one of people that means the same."""
    word = normal_name(said)
    unit = normal_name(output.satuan)
    people = {"orang", "org", "peserta", "ikm", "pelaku ikm", "pelaku usaha", "pengusaha", "ukm", "umkm"}
    return not word or word == unit or (unit in people and word in people)
