"""A bare page in the stead of one that the program falls over: it says so, and links to what is there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from urllib.parse import quote

from dak_excel.faults import Fault, Faults, attempt
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance
from dak_excel.results.history import Moment
from dak_excel.results.temuan import FaultResult
from dak_excel.summary.pages import daerah_page, index_page

_PAGE = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1>
<p>Halaman ini tidak dapat disusun karena terjadi kesalahan di dalam program. Keluaran yang lain ada; kirimkan
berkas log kepada pengembang.</p>
<ul>
{links}
</ul></body></html>
"""


def page_of(hasil: DaerahResult) -> str:
    """The page of a daerah, or a bare one; the fault is then in the result too."""
    page = attempt("halaman ringkasan.html", lambda: daerah_page(hasil))
    if not isinstance(page, Fault):
        return page
    hasil.galat.append(FaultResult.of(page))
    made = [berkas.anotasi for berkas in hasil.berkas if berkas.anotasi]
    return _bare(hasil.nama, [*made, *(dokumen.nama for dokumen in hasil.dokumen)])


def front_page(
    daerah: Sequence[Glance],
    per: date,
    faults: Faults,
    ragu: Sequence[str] = (),
    perkembangan: Sequence[Moment] = (),
) -> str:
    """The page of all daerah, or a bare one; the fault is then noted."""
    page = faults.leave_out("halaman index.html", lambda: index_page(daerah, per, ragu, perkembangan), "")
    return page or _bare(
        "Hasil pemeriksaan", [f"{one.folder}/ringkasan.html" for one in daerah if not one.sebab]
    )


def _bare(title: str, targets: Iterable[str]) -> str:
    links = (f'<li><a href="{quote(target)}">{escape(target)}</a></li>' for target in targets)
    return _PAGE.format(title=escape(title), links="\n".join(links))
