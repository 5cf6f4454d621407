"""The pictures of the documentation, taken from the real program: `python -m tests.gambar`.

Runs the program on `input_samples/` and writes `docs/gambar/*.png`. Needs Chromium, LibreOffice and poppler.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.browser import page

ROOT = Path(__file__).parents[1]
TUJUAN = ROOT / "docs" / "gambar"
PER = "2024-02-10"
KOTA = "Kota Percontohan"
BERTANDA = f"{KOTA}/anotasi/Peserta A1 akt 1 dan 2.xlsx"
TAMPAK = ("<x:Row>13</x:Row><x:Column>4<", "<x:Row>17</x:Row><x:Column>9<")
"""Cells whose comments are shown, as when the mouse is over them."""

LAYAR = """<style>body{{margin:0;display:inline-block;background:#1e1e1e;color:#eee;padding:10px 12px;
font:15px/1.25 "DejaVu Sans Mono",monospace}}pre{{margin:0;font:inherit}}</style><pre>{}</pre>"""


@dataclass(frozen=True, slots=True)
class Potongan:
    """A part of a printed page: words on it, dots per inch, and left, top, width, height in dots (all: 0)."""

    nama: str
    berkas: str
    kata: str
    dpi: int
    kotak: tuple[int, int, int, int] = (0, 0, 0, 0)


AKHIR = "Kabupaten Teladan/laporan/Laporan Akhir 2023.docx"

CETAKAN = (
    Potongan("tanda", BERTANDA, "DAFTAR PESERTA", 106, (25, 45, 1310, 500)),
    Potongan("temuan", BERTANDA, "Nomor Surat, dan Tanggal Surat;", 106, (25, 45, 1310, 570)),
    Potongan("laporan-sampul", AKHIR, "LAPORAN AKHIR", 90),
    Potongan("laporan-capaian", AKHIR, "Tabel 4 Kegiatan A1", 90),
    Potongan("laporan-lampiran-2", AKHIR, "LAMPIRAN 2\n", 90),
)


def main() -> None:
    """Makes them all."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        said = _proses(root / "output")
        _layar(root, f"$ dak-excel proses input_samples --keluaran output\n{said}")
        _halaman(root / "output")
        for potongan in CETAKAN:
            _cetak(root, potongan)


def _proses(keluaran: Path) -> str:
    """Runs the main job; what it says in the end."""
    command = [sys.executable, "-m", "dak_excel", "proses", "input_samples", "--keluaran", str(keluaran)]
    environment = {**os.environ, "COLUMNS": "92", "NO_COLOR": "1"}
    done = subprocess.run(
        [*command, "--per", PER], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.replace(str(keluaran), "output").strip()


def _layar(root: Path, text: str) -> None:
    """The console."""
    path = root / "layar.html"
    path.write_text(LAYAR.format(html.escape(text)), encoding="utf-8")
    with page() as opened:
        opened.goto(path.as_uri())
        opened.locator("body").screenshot(path=TUJUAN / "layar-proses.png")


def _halaman(keluaran: Path) -> None:
    """The pages: all daerah, one daerah, its receipt."""
    with page(1000, 900) as opened:
        opened.goto((keluaran / "index.html").as_uri())
        opened.screenshot(path=TUJUAN / "index.png")
        opened.goto((keluaran / KOTA / "ringkasan.html").as_uri())
        opened.set_viewport_size({"width": 1000, "height": 1300})
        opened.screenshot(path=TUJUAN / "ringkasan.png")
        opened.locator("#bukti").screenshot(path=TUJUAN / "bukti.png")


def _cetak(root: Path, potongan: Potongan) -> None:
    """The first printed page of a document or workbook that has certain words on it."""
    source = root / "output" / potongan.berkas
    if source.suffix == ".xlsx":
        source = _dengan_komentar(source, root / source.name)
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", source], cwd=root, check=True)
    pdf = root / f"{source.stem}.pdf"
    pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    number = next(n for n, text in enumerate(pages.stdout.split("\f"), start=1) if potongan.kata in text)
    left, top, width, height = map(str, potongan.kotak)
    crop = ["-x", left, "-y", top, "-W", width, "-H", height]
    numbers = ["-f", str(number), "-l", str(number), "-r", str(potongan.dpi)]
    target = TUJUAN / potongan.nama
    subprocess.run(["pdftoppm", "-png", "-singlefile", *numbers, *crop, pdf, target], check=True)


def _dengan_komentar(source: Path, target: Path) -> Path:
    """A copy in which the comments of some cells are always shown."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith(".vml"):
                data = re.sub(r"<v:shape .*?</v:shape>", _tampak, data.decode(), flags=re.DOTALL).encode()
            new.writestr(name, data)
    return target


def _tampak(match: re.Match[str]) -> str:
    shape = match[0]
    if not any(cell in shape for cell in TAMPAK):
        return shape
    shown = shape.replace("visibility:hidden", "visibility:visible")
    return shown.replace("</x:ClientData>", "<x:Visible/></x:ClientData>")


if __name__ == "__main__":
    main()
