"""From the daerah's records and findings to the `Isi` that the templates print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dak_excel.daerah.anggaran import anggaran as susun_anggaran
from dak_excel.daerah.belanja import belanja
from dak_excel.daerah.hingga import hingga
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Juknis
from dak_excel.reports import capaian, dokumentasi, lampiran, office, outside_limits
from dak_excel.reports.content import Isi, Keuangan, MenuTarget
from dak_excel.reports.finance import anggaran, keuangan
from dak_excel.reports.pelaksanaan import rincian_dipakai
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.pictures import Gambar
from dak_excel.reports.wording import KOSONG


@dataclass(frozen=True, slots=True)
class GambarBersama:
    """Pictures that every document of a daerah shares."""

    logo: Gambar | str
    logo_besar: Gambar | str
    foto: dokumentasi.Siap


def susun(
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
    sampai = periode.sampai
    known = hingga(daerah, sampai, periode.surat)
    if periksa and known.kurang:
        temuan = periksa(known.daerah, sampai)
    daerah = known.daerah
    budgets = susun_anggaran(daerah)
    lines = belanja(daerah, periode.tahun, budgets)
    budget = anggaran(daerah, lines, [r.kode for r in rincian_dipakai(daerah, juknis)], budgets)
    menu = capaian.menu(daerah, juknis, periode, budget)
    money = keuangan(daerah, juknis, periode, lines)
    kegiatan = lampiran.kegiatan_tampil(daerah, juknis, periode)
    narasumber, pendamping = lampiran.tenaga(daerah, juknis, periode)
    terbuka = outside_limits.terbuka(known.temuan(temuan), Tingkat.PERSETUJUAN, Tingkat.PERNYATAAN)
    photos, asked = dokumentasi.kelompok(gambar.foto, daerah, juknis, periode)
    return Isi(
        daerah=office.instansi(daerah, gambar.logo, gambar.logo_besar),
        kepala=office.pejabat(daerah),
        laporan=office.laporan(daerah, juknis, periode),
        juknis=office.aturan(juknis),
        narasi=office.uraian(daerah, periode, terakhir),
        rencana=office.rencana(daerah, juknis),
        menu=menu,
        anggaran=capaian.jumlah_anggaran(list(budget.values())),
        capaian=capaian.rincian(daerah, juknis, periode),
        keuangan=money,
        foto=photos,
        foto_ditanya=asked,
        temuan=outside_limits.baris(terbuka),
        simpulan=_simpulan(menu, money),
        peserta=lampiran.peserta(kegiatan, juknis, nik_penuh),
        narasumber=narasumber,
        pendamping=pendamping,
        jadwal=lampiran.jadwal(kegiatan, juknis),
        kosong=lampiran.kosong(daerah, sampai),
    )


def _simpulan(menu: Sequence[MenuTarget], money: Keuangan) -> list[str]:
    """The chief figures in sentences."""
    lines = [money.kalimat]
    for one in menu:
        for row in one.baris:
            share = f" ({row.persen})" if row.persen.endswith("%") else ""
            reached = "belum ada capaian" if row.capaian == KOSONG else f"capaian {row.capaian}"
            lines.append(
                f"Rincian {row.kode}: {row.indikator}, {reached} dari target {row.target} "
                f"{row.satuan}{share}."
            )
    return lines if menu or money.ada else []
