"""From the daerah's records and findings to the `Isi` that the templates print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dak_excel.daerah.anggaran import budgets_of
from dak_excel.daerah.as_of import daerah_until
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.spending import spending_lines
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import listing
from dak_excel.juknis.model import Juknis
from dak_excel.reports import capaian, dokumentasi, lampiran, office, outside_limits
from dak_excel.reports.content import Isi, Keuangan, MenuTarget
from dak_excel.reports.finance import budget_by_rincian, finance
from dak_excel.reports.pelaksanaan import rincian_in_use
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import is_marker, marker
from dak_excel.reports.word.pictures import Gambar
from dak_excel.reports.wording import KOSONG


@dataclass(frozen=True, slots=True)
class GambarBersama:
    """Pictures that every document of a daerah shares."""

    logo: Gambar | str
    logo_besar: Gambar | str
    foto: dokumentasi.Siap


def build_content(
    daerah: Daerah,
    temuan: Sequence[Temuan],
    juknis: Juknis,
    periode: Periode,
    gambar: GambarBersama,
    nik_penuh: bool,
    terakhir: bool = True,
    periksa: Callable[[Daerah, date], Sequence[Temuan]] | None = None,
) -> Isi:
    """Everything that the report of a period, or a letter about it, may print.

    `terakhir`: it is the last report that is due, which takes the texts that name no report. What is known of
    later days is left out before anything is asked.
    """
    sampai = periode.end
    known = daerah_until(daerah, sampai, periode.surat)
    if periksa and known.kurang:
        temuan = periksa(known.daerah, sampai)
    daerah = known.daerah
    budgets = budgets_of(daerah)
    lines = spending_lines(daerah, periode.tahun, budgets)
    budget = budget_by_rincian(daerah, lines, [r.kode for r in rincian_in_use(daerah, juknis)], budgets)
    menu = capaian.menu(daerah, juknis, periode, budget)
    money = finance(daerah, juknis, periode, lines, budget)
    kegiatan = lampiran.shown_activities(daerah, juknis, periode)
    narasumber, pendamping = lampiran.tenaga(daerah, juknis, periode)
    terbuka = outside_limits.open_findings(known.temuan(temuan), Tingkat.PERSETUJUAN, Tingkat.PERNYATAAN)
    photos, asked = dokumentasi.grouped_photos(gambar.foto, daerah, juknis, periode)
    return Isi(
        daerah=office.office(daerah, gambar.logo, gambar.logo_besar),
        kepala=office.signatory(daerah),
        laporan=office.laporan(daerah, juknis, periode),
        juknis=office.regulation(juknis),
        program=office.programme(juknis),
        narasi=office.narratives(daerah, periode, terakhir),
        rencana=office.plan(daerah, juknis),
        menu=menu,
        dua_semester=_has_both_halves(menu),
        anggaran=capaian.printed_budget_sum(list(budget.values())),
        capaian=capaian.rincian(daerah, juknis, periode),
        keuangan=money,
        foto=photos,
        foto_ditanya=asked,
        temuan=outside_limits.table_rows(terbuka, outside_limits.not_held(daerah, sampai)),
        simpulan=_conclusions(menu, money),
        peserta=lampiran.peserta(kegiatan, juknis, nik_penuh),
        narasumber=narasumber,
        pendamping=pendamping,
        jadwal=lampiran.jadwal(kegiatan, juknis),
        kosong=lampiran.when_empty(daerah, sampai),
    )


def _has_both_halves(menu: Sequence[MenuTarget]) -> bool:
    """Whether each half-year has an output to show, or one that is asked for."""
    rows = [row for one in menu for row in one.baris]
    return any(row.lalu != KOSONG for row in rows) and any(row.ini != KOSONG for row in rows)


def _conclusions(menu: Sequence[MenuTarget], money: Keuangan) -> list[str]:
    """The chief figures in sentences."""
    lines, unknown = [money.kalimat], []
    for one in menu:
        for row in one.baris:
            if is_marker(row.capaian):
                unknown.append(row.kode)
                continue
            share = f" ({row.persen})" if row.persen.endswith("%") else ""
            reached = "belum ada capaian" if row.capaian == KOSONG else f"capaian {row.capaian}"
            lines.append(
                f"Rincian {row.kode}: {row.indikator}, {reached} dari target {row.target} "
                f"{row.satuan}{share}."
            )
    if unknown:
        kodes = listing(list(dict.fromkeys(unknown)))
        lines.append(f"Rincian {kodes}: {marker('capaian, setelah tabel capaian diisi')}.")
    return lines if menu or money.ada else []
