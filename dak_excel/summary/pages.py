"""The pages: `index.html` for all daerah, `ringkasan.html` for one; each a single self-contained file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dak_excel import __version__, indonesian
from dak_excel.findings import Tingkat
from dak_excel.privacy import mask
from dak_excel.results import DaerahResult, Glance, TemuanResult, TenggatResult, namesakes
from dak_excel.summary import charts
from dak_excel.summary.receipt import fitted

NAMA_TINGKAT = {
    Tingkat.PELANGGARAN: "melanggar ketentuan yang tidak memberi jalan keluar",
    Tingkat.PERSETUJUAN: "di luar batas umum: perlu alasan dan persetujuan kementerian",
    Tingkat.PERNYATAAN: "minimum tidak tercapai: perlu surat pernyataan",
    Tingkat.TELAAH: "perlu dilihat orang: teks atau barisnya belum jelas",
    Tingkat.DATA: "isi sel kosong, tidak terbaca, bertentangan, atau ganda",
    Tingkat.INFO: "anjuran belum terpenuhi, atau sekadar perlu diketahui",
}
"""What each level means, for people."""
DEKAT = 30
"""Days before a deadline from which it is shown as near."""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline on a day: the days left, and how many of how many daerah have recorded the letter."""

    tenggat: TenggatResult
    sisa: int
    sudah: int
    semua: int
    terlambat: int
    """How many of the letters came after the deadline."""

    @property
    def state(self) -> str:
        """`beres`, `lewat`, `dekat` or `jauh`."""
        if self.sudah == self.semua:
            return "lewat" if self.terlambat else "beres" if self.semua else "jauh"
        return "lewat" if self.sisa < 0 else "dekat" if self.sisa <= DEKAT else "jauh"

    @property
    def time_left(self) -> str:
        """The days left in words, or that there is nothing left to send."""
        if not self.semua:
            return "tidak ada yang perlu disampaikan"
        if self.sudah == self.semua:
            return "sudah disampaikan" + (", terlambat" if self.terlambat else "")
        if self.sisa == 0:
            return "hari ini"
        return f"{self.sisa} hari lagi" if self.sisa > 0 else f"lewat {-self.sisa} hari"


@dataclass(frozen=True, slots=True)
class FileGroup:
    """The findings in one file with its annotated copy; both texts are empty for the daerah as a whole."""

    berkas: str
    anotasi: str
    temuan: Sequence[TemuanResult]


def index_page(daerah: Sequence[Glance], per: date, ragu: Sequence[str] = ()) -> str:
    """All daerah at a glance; `ragu` are sentences on folders that may be no daerah, or may be ones."""
    return _render(
        "index.html.j2",
        daerah=daerah,
        per=per,
        jumlah={t: sum(d.per_tingkat.get(t, 0) for d in daerah) for t in Tingkat},
        dijawab={t: sum(d.per_tingkat.get(t, 0) - d.terbuka.get(t, 0) for d in daerah) for t in Tingkat},
        serapan=charts.serapan_daerah(daerah),
        berpagu=sum(bool(d.pagu) for d in daerah),
        kembar=namesakes(daerah),
        ragu=ragu,
        batas=_deadlines([d.tenggat for d in daerah if not d.sebab], per),
        perlu=[d for d in daerah if needs_action(d)],
    )


def daerah_page(hasil: DaerahResult) -> str:
    """One daerah: what was read, the findings, the documents, the deadlines, the receipt."""
    pagu = hasil.pagu or sum(row.pagu for row in hasil.serap)
    return _render(
        "ringkasan.html.j2",
        hasil=hasil,
        per=hasil.per,
        jumlah={t: hasil.per_tingkat[t] for t in Tingkat},
        dijawab=hasil.per_tingkat - hasil.terbuka,
        diperiksa=any(not (b.sebab or b.digantikan or b.advice) for b in hasil.berkas),
        pagu=pagu,
        realisasi=sum(row.realisasi or 0 for row in hasil.serap),
        serapan=charts.serapan(hasil.serap, pagu),
        tanpa_pagu=[row for row in hasil.serap if row.realisasi and not row.pagu],
        capaian=charts.capaian(hasil.serap),
        kumulatif=charts.cumulative(hasil.serap, pagu),
        lebar=charts.LEBAR,
        tinggi=charts.TINGGI,
        kelompok=_by_workbook(hasil),
        batas=_deadlines([hasil.tenggat], hasil.per),
        lengkapi=_to_complete(hasil),
        cetak=fitted([berkas.nama for berkas in hasil.berkas]),
    )


def needs_action(daerah: Glance) -> bool:
    """Whether a person has to do something about a daerah."""
    files = any(b.failed or b.advice for b in daerah.bermasalah)
    waits = daerah.sebab or daerah.menunggu or daerah.galat
    opened = any(number for level, number in daerah.terbuka.items() if level is not Tingkat.INFO)
    return bool(waits or files or opened or daerah.lengkapi or daerah.disisihkan)


def _deadlines(tenggat: Sequence[Sequence[TenggatResult]], per: date) -> list[DeadlineRow]:
    """Each deadline of the year once, in order, over all daerah."""
    found: dict[tuple[date, str], list[TenggatResult]] = {}
    for daerah in tenggat:
        for one in daerah:
            found.setdefault((one.tanggal, one.nama), []).append(one)
    return [_one_deadline(group, (day - per).days) for (day, _), group in sorted(found.items())]


def _one_deadline(group: Sequence[TenggatResult], sisa: int) -> DeadlineRow:
    letters = [t.surat for t in group if t.surat]
    late = sum(letter > group[0].tanggal for letter in letters)
    return DeadlineRow(group[0], sisa, len(letters), sum(t.perlu for t in group), late)


def _by_workbook(hasil: DaerahResult) -> list[FileGroup]:
    """The findings by workbook, those about the daerah as a whole last."""
    groups: dict[str, list[TemuanResult]] = {}
    for temuan in hasil.temuan:
        groups.setdefault(temuan.berkas, []).append(temuan)
    return [
        FileGroup(name, hasil.anotasi(name), groups[name]) for name in sorted(groups, key=lambda n: not n)
    ]


def _to_complete(hasil: DaerahResult) -> dict[str, list[str]]:
    """What is still to be written, without its brackets, and the documents that wait for it."""
    found: dict[str, list[str]] = {}
    for dokumen in hasil.dokumen:
        for mark in dokumen.lengkapi:
            text = mark.strip().removeprefix("[LENGKAPI:").removesuffix("]").strip()
            found.setdefault(text, []).append(_title(dokumen.nama))
    return found


def _title(nama: str) -> str:
    """`laporan/Laporan Akhir 2023.docx` → `Laporan Akhir 2023`."""
    return nama.rpartition("/")[2].removesuffix(".docx")


def _render(template: str, **context: object) -> str:
    return _environment().get_template(template).render(tingkat=list(Tingkat), versi=__version__, **context)


def _link(path: str) -> Markup:
    """A relative link; to the folder of a file whose name holds a personal number."""
    return Markup(quote(path if mask(path) == path else path.rpartition("/")[0] + "/"))


def _cell_fragment(temuan: TemuanResult) -> Markup:
    """The part of a link that leads to the cell, as LibreOffice and Excel read it: `#'RAB A1'!F14`."""
    if not temuan.lembar or mask(temuan.lembar) != temuan.lembar:
        return Markup("")
    sheet = temuan.lembar.replace("'", "''")
    return escape(quote(f"#'{sheet}'!{temuan.sel or 'A1'}", safe="#'!:"))


def _clean(value: object) -> object:
    """Nothing that is shown holds a personal number, whatever text it came in with."""
    return mask(value) if type(value) is str else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dak_excel.summary", "halaman"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tanggal"] = indonesian.date_text
    environment.filters["waktu"] = lambda moment: f"{indonesian.date_text(moment)} pukul {moment:%H.%M}"
    environment.filters["rupiah"] = indonesian.short_rupiah
    environment.filters["angka"] = indonesian.number_text
    environment.filters["persen"] = indonesian.persen
    environment.filters["singkat"] = "{:%d-%m-%Y %H.%M}".format
    environment.filters["tautan"] = _link
    environment.filters["ke_sel"] = _cell_fragment
    environment.filters["judul"] = _title
    environment.filters["sidik"] = escape  # hexadecimal: not to be masked
    environment.globals["nama_tingkat"] = NAMA_TINGKAT
    environment.globals["bulan"] = indonesian.BULAN
    return environment
