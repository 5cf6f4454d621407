"""From the daerah's records and findings to the `Isi` that the templates print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Juknis
from dak_excel.reports import capaian, dokumentasi, lampiran, office, outside_limits
from dak_excel.reports.content import Isi, Keuangan, MenuTarget
from dak_excel.reports.finance import anggaran, baris_rinci, keuangan
from dak_excel.reports.pelaksanaan import rincian_dipakai
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.pictures import Gambar
from dak_excel.reports.wording import uang


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
) -> Isi:
    """Everything that the report of a period, or a letter about it, may print."""
    sampai = periode.sampai
    budget = anggaran(
        daerah, baris_rinci(daerah, periode.tahun), [r.kode for r in rincian_dipakai(daerah, juknis)]
    )
    menu = capaian.menu(daerah, juknis, sampai, budget)
    money = keuangan(daerah, juknis, periode)
    kegiatan = lampiran.kegiatan_tampil(daerah, juknis, sampai)
    narasumber, pendamping = lampiran.tenaga(daerah, juknis, sampai)
    terbuka = outside_limits.terbuka(temuan, Tingkat.PERSETUJUAN, Tingkat.PERNYATAAN)
    return Isi(
        daerah=office.instansi(daerah, gambar.logo, gambar.logo_besar),
        kepala=office.pejabat(daerah),
        laporan=office.laporan(daerah, juknis, periode),
        juknis=office.aturan(juknis),
        narasi=office.uraian(daerah),
        rencana=office.rencana(daerah, juknis),
        menu=menu,
        anggaran=uang(capaian.jumlah(list(budget.values()))),
        capaian=capaian.rincian(daerah, juknis, sampai),
        keuangan=money,
        foto=dokumentasi.kelompok(gambar.foto, daerah, juknis, sampai),
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
            lines.append(
                f"Rincian {row.kode}: {row.indikator}, "
                f"capaian {row.capaian} dari target {row.target} {row.satuan}{share}."
            )
    return lines if menu or money.ada else []
