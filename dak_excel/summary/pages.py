"""The pages: `index.html` for all daerah, `ringkasan.html` for one; each a single self-contained file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from importlib.resources import files
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dak_excel import __version__, indonesian
from dak_excel.findings import Tingkat
from dak_excel.privacy import mask
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance, namesakes, programme
from dak_excel.results.history import Moment
from dak_excel.results.temuan import TemuanResult
from dak_excel.summary import charts
from dak_excel.summary.agenda import Todo, agenda, agenda_of_all, nearest, needs_action
from dak_excel.summary.deadlines import deadlines
from dak_excel.summary.progress import age, progress_of, progress_of_all
from dak_excel.summary.provinces import by_province
from dak_excel.summary.receipt import fitted
from dak_excel.todo import ActGroup

NAMA_TINGKAT = {
    Tingkat.PELANGGARAN: "melanggar ketentuan yang tidak memberi jalan keluar",
    Tingkat.PERSETUJUAN: "di luar batas umum: perlu alasan dan persetujuan kementerian",
    Tingkat.PERNYATAAN: "minimum tidak tercapai: perlu surat pernyataan",
    Tingkat.TELAAH: "perlu dilihat orang: teks atau barisnya belum jelas",
    Tingkat.DATA: "isi sel kosong, tidak terbaca, bertentangan, atau ganda",
    Tingkat.INFO: "anjuran belum terpenuhi, atau sekadar perlu diketahui",
}
"""What each level means, for people."""


@dataclass(frozen=True, slots=True)
class Berkas:
    """The findings of one cause in one file, with its annotated copy; no name for the daerah as a whole."""

    nama: str
    anotasi: str
    temuan: Sequence[TemuanResult]

    @property
    def dasar(self) -> list[tuple[str, str]]:
        """Articles that the findings rest on, each once, with their sentences."""
        return list(dict.fromkeys((t.rujukan, t.kutipan) for t in self.temuan if t.rujukan or t.kutipan))

    @property
    def saran(self) -> str:
        """The way to mend it, where one is good for all of several."""
        told = {t.saran for t in self.temuan}
        return told.pop() if len(self.temuan) > 1 and len(told) == 1 else ""


@dataclass(frozen=True, slots=True)
class Cause:
    """Findings that one act mends, by file."""

    kelompok: ActGroup[TemuanResult]
    berkas: Sequence[Berkas]


def index_page(
    daerah: Sequence[Glance], per: date, ragu: Sequence[str] = (), perkembangan: Sequence[Moment] = ()
) -> str:
    """All daerah at a glance; `ragu` are sentences on folders that may be no daerah, or may be ones, and
    `perkembangan` the sums of earlier days and this."""
    batas = deadlines([d.tenggat for d in daerah if not d.sebab], per)
    perlu = [d for d in daerah if needs_action(d)]
    agendas = [(d, agenda(d, per)) for d in perlu]
    return render(
        "index.html.j2",
        daerah=daerah,
        per=per,
        jumlah={t: sum(d.per_tingkat.get(t, 0) for d in daerah) for t in Tingkat},
        dijawab={t: sum(d.per_tingkat.get(t, 0) - d.terbuka.get(t, 0) for d in daerah) for t in Tingkat},
        program=programme(daerah),
        provinsi=by_province(daerah),
        juknis=sorted({d.juknis for d in daerah if d.juknis and not d.sebab}),
        menyangkut=sum((d.dipertaruhkan for d in daerah), Decimal(0)),
        serapan=charts.serapan_daerah(daerah),
        berpagu=sum(bool(d.pagu) for d in daerah),
        kembar=namesakes(daerah),
        ragu=ragu,
        maju=progress_of_all(daerah, perkembangan, per),
        batas=batas,
        terdekat=nearest(batas),
        terlambat=sum(b.terbuka > 0 and b.sisa < 0 for b in batas),
        hal=agenda_of_all(daerah, per),
        perlu=sorted(agendas, key=lambda pair: _gravity(*pair)),
        beres=[d for d in daerah if not needs_action(d)],
    )


def _gravity(daerah: Glance, hal: Sequence[Todo]) -> tuple[object, ...]:
    """Order of the daerah: what could not be done, then most violations, then most rupiah, then names."""
    violations = daerah.terbuka.get(Tingkat.PELANGGARAN, 0)
    return (not daerah.sebab, -violations, -daerah.dipertaruhkan, hal[0].urutan if hal else 99, daerah.nama)


def daerah_page(hasil: DaerahResult) -> str:
    """One daerah: what to do, the findings, the documents, the deadlines, what was read, the receipt."""
    now = hasil.moment
    pagu = now.pagu or 0
    batas = deadlines([hasil.tenggat], hasil.per)
    sekilas = hasil.glance()
    return render(
        "ringkasan.html.j2",
        hasil=hasil,
        per=hasil.per,
        jumlah={t: hasil.per_tingkat[t] for t in Tingkat},
        dijawab=hasil.per_tingkat - hasil.terbuka,
        diperiksa=any(not (b.sebab or b.digantikan or b.advice) for b in hasil.berkas),
        hal=agenda(sekilas, hasil.per),
        perlu=needs_action(sekilas),
        terdekat=nearest(batas),
        pagu=pagu,
        realisasi=now.realisasi,
        serapan=charts.serapan(hasil.serap, now),
        tanpa_pagu=[row for row in hasil.serap if row.rincian and row.realisasi and not row.pagu],
        capaian=charts.capaian(hasil.serap),
        kumulatif=charts.cumulative(hasil.serap, pagu),
        lebar=charts.LEBAR,
        tinggi=charts.TINGGI,
        sebab=_by_cause(hasil),
        ketentuan=sorted({t.ketentuan for t in hasil.temuan}),
        batas=batas,
        maju=progress_of(hasil),
        umur=partial(age, hasil=hasil),
        lengkapi=_to_complete(hasil),
        cetak=fitted([berkas.nama for berkas in hasil.berkas]),
    )


def _by_cause(hasil: DaerahResult) -> list[Cause]:
    """The findings by what mends them, gravest first, and by file; those about the whole daerah last."""
    found = []
    for group in hasil.kelompok:
        by_file: dict[str, list[TemuanResult]] = {}
        for temuan in group.temuan:
            by_file.setdefault(temuan.berkas, []).append(temuan)
        names = sorted(by_file, key=lambda name: not name)
        found.append(Cause(group, [Berkas(name, hasil.anotasi(name), by_file[name]) for name in names]))
    return found


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


def render(template: str, **context: object) -> str:
    """A page from its template; no text in it holds a personal number."""
    return (
        _environment()
        .get_template(template)
        .render(tingkat=list(Tingkat), versi=__version__, skrip=own_script(), **context)
    )


@cache
def own_script() -> tuple[Markup, str]:
    """The script of the pages, and its hash as the page's policy names it: no other script may run."""
    text = (files("dak_excel.summary") / "halaman" / "skrip.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"sha256-{digest}"


def _link(path: str) -> Markup:
    """A relative link; to the folder of a file whose name holds a personal number."""
    return Markup(quote(path if mask(path) == path else path.rpartition("/")[0] + "/"))


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
    environment.filters["kira"] = indonesian.rough_rupiah
    environment.filters["judul"] = _title
    environment.filters["sidik"] = escape  # hexadecimal: not to be masked
    environment.globals["nama_tingkat"] = NAMA_TINGKAT
    environment.globals["bulan"] = indonesian.BULAN
    return environment
