"""One page for the head of the office: `ringkasan.pdf` on A4, by Chromium or LibreOffice where found."""

from __future__ import annotations

from collections.abc import Callable

from dak_excel.findings import Tingkat
from dak_excel.results.daerah import DaerahResult
from dak_excel.summary.agenda import TERATAS, agenda, nearest
from dak_excel.summary.chromium import find_chromium, undated_pdf
from dak_excel.summary.chromium import printed as printed_by_chromium
from dak_excel.summary.deadlines import deadlines
from dak_excel.summary.pages import NAMA_TINGKAT, render

Printer = Callable[[bytes], bytes]
"""Makes a PDF of an HTML page; no bytes where it cannot."""


def one_page_pdf(hasil: DaerahResult, otherwise: Printer) -> bytes:
    """The page of a daerah as PDF; `otherwise` prints it where Chromium does not. No bytes where none can."""
    page = one_page(hasil).encode()
    made = printed_by_chromium(page) if find_chromium() else b""
    return undated_pdf(made or otherwise(page), hasil.per)


def one_page(hasil: DaerahResult) -> str:
    """State, rupiah, deadlines and the first things to do, in HTML so plain that any program can print it."""
    batas = deadlines([hasil.tenggat], hasil.per)
    todo = agenda(hasil.glance(), hasil.per)
    now = hasil.moment
    return render(
        "satu_halaman.html.j2",
        hasil=hasil,
        per=hasil.per,
        hal=todo[:TERATAS],
        sisa=max(0, len(todo) - TERATAS),
        terbuka={t: hasil.terbuka[t] for t in Tingkat},
        nama_tingkat=NAMA_TINGKAT,
        batas=batas,
        terdekat=nearest(batas),
        pagu=now.pagu,
        realisasi=now.realisasi,
        serapan=now.serapan,
    )
