"""The pages: `index.html` for all daerah, `ringkasan.html` for one; each a single self-contained file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from dak_excel import __version__, bahasa
from dak_excel.batch.hasil import HasilDaerah, HasilTemuan, HasilTenggat
from dak_excel.findings import Tingkat
from dak_excel.summary import charts

NAMA_TINGKAT = {
    Tingkat.PELANGGARAN: "melanggar ketentuan yang tidak memberi jalan keluar",
    Tingkat.PERSETUJUAN: "di luar batas umum: perlu alasan dan persetujuan kementerian",
    Tingkat.PERNYATAAN: "minimum tidak tercapai: perlu surat pernyataan",
    Tingkat.TELAAH: "perlu dilihat orang: teks atau barisnya belum jelas",
    Tingkat.DATA: "isi sel kosong, tidak terbaca, bertentangan, atau ganda",
    Tingkat.INFO: "anjuran belum terpenuhi, atau sekadar perlu diketahui",
}
"""What each level means, for people."""


def halaman_utama(daerah: Sequence[HasilDaerah], per: date) -> str:
    """All daerah at a glance."""
    return _render(
        "index.html.j2",
        daerah=daerah,
        per=per,
        serapan=charts.serapan_daerah(daerah),
        tenggat=_tenggat(daerah),
        perlu=[d for d in daerah if _perlu(d)],
    )


def halaman_daerah(hasil: HasilDaerah) -> str:
    """One daerah: what was read, the findings, the documents, the deadlines, the receipt."""
    pagu = hasil.pagu or sum(row.pagu for row in hasil.serap)
    return _render(
        "ringkasan.html.j2",
        hasil=hasil,
        per=hasil.per,
        pagu=pagu,
        serapan=charts.serapan(hasil.serap),
        capaian=charts.capaian(hasil.serap),
        kumulatif=charts.kumulatif(hasil.serap, pagu),
        lebar=charts.LEBAR,
        tinggi=charts.TINGGI,
        kelompok=_kelompok(hasil),
    )


def _perlu(daerah: HasilDaerah) -> bool:
    """Whether a person has to do something about a daerah."""
    grave = any(t.status == "terbuka" and t.tingkat is not Tingkat.INFO for t in daerah.temuan)
    return bool(grave or daerah.sebab or daerah.gagal or daerah.lengkapi or daerah.disisihkan)


def _tenggat(daerah: Sequence[HasilDaerah]) -> list[tuple[HasilTenggat, int]]:
    """Each deadline of the year once, and how many daerah have recorded the letter that meets it."""
    found: dict[tuple[str, date], list[HasilTenggat]] = {}
    for one in daerah:
        for tenggat in one.tenggat:
            found.setdefault((tenggat.id, tenggat.tanggal), []).append(tenggat)
    rows = [(group[0], sum(t.surat is not None for t in group)) for group in found.values()]
    return sorted(rows, key=lambda row: row[0].tanggal)


def _kelompok(hasil: HasilDaerah) -> list[tuple[str, str, list[HasilTemuan]]]:
    """The findings by annotated workbook: (workbook, its annotated copy or nothing, findings)."""
    copies = {b.nama: b.anotasi for b in hasil.berkas}
    groups: dict[str, list[HasilTemuan]] = {}
    for temuan in hasil.temuan:
        groups.setdefault(temuan.berkas, []).append(temuan)
    return [(name, copies.get(name, ""), found) for name, found in groups.items()]


def _render(template: str, **context: object) -> str:
    return _environment().get_template(template).render(tingkat=list(Tingkat), versi=__version__, **context)


def _ke_sel(temuan: HasilTemuan) -> str:
    """The part of a link that leads to the cell, as Excel and LibreOffice read it: `#'RAB A1'!F14`."""
    sheet = temuan.lembar.replace("'", "''")
    return quote(f"#'{sheet}'!{temuan.sel or 'A1'}", safe="#'!:") if temuan.lembar else ""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dak_excel.summary", "halaman"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tanggal"] = bahasa.tanggal
    environment.filters["waktu"] = lambda moment: f"{bahasa.tanggal(moment)} pukul {moment:%H.%M}"
    environment.filters["rupiah"] = bahasa.rupiah_pendek
    environment.filters["angka"] = bahasa.angka
    environment.filters["persen"] = lambda value: bahasa.persen(value, 1)
    environment.filters["tautan"] = lambda path: quote(str(path))
    environment.filters["ke_sel"] = _ke_sel
    environment.globals["nama_tingkat"] = NAMA_TINGKAT
    environment.globals["jumlah_angka"] = sum
    return environment
