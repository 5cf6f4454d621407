"""Pages of the reports and letters of daerah that press on them (tests/reports/tekanan.py), to be looked at.

python -m bench.halaman DIR [--kertas A4] [--daerah NAME …] [--masukan DIR]

Writes each document as PDF, and its pages eight to a picture, `DIR/lihat/<daerah>-<document>-01.png`. Needs
LibreOffice and pdftoppm.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from dak_excel.cli.app import run
from tests.reports import tekanan

PER_SHEET = 8
SETTINGS = ("DAFTAR_TABEL", "PENANDA_BPKAD", "SURAT_TANGGUNG_JAWAB")


def contact_sheets(pdf: Path, stem: Path, dpi: int) -> None:
    """The pages of a PDF, eight to a picture."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", pdf, f"{folder}/p"], check=True)
        pages = [Image.open(page).convert("RGB") for page in sorted(Path(folder).glob("*.png"))]
    for first in range(0, len(pages), PER_SHEET):
        some = pages[first : first + PER_SHEET]
        wide, high = max(p.width for p in some), max(p.height for p in some)
        sheet = Image.new("RGB", (4 * (wide + 8), -(-len(some) // 4) * (high + 8)), "grey")
        for n, page in enumerate(some):
            sheet.paste(page, (n % 4 * (wide + 8), n // 4 * (high + 8)))
        sheet.save(f"{stem}-{first // PER_SHEET + 1:02d}.png")


def main() -> None:
    """Builds, processes, draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kertas", default="F4")
    parser.add_argument("--daerah", nargs="*", default=list(tekanan.DAERAH))
    parser.add_argument("--masukan", type=Path, help="a folder of daerah instead")
    parser.add_argument("--lengkap", action="store_true", help="with all that settings can ask for")
    parser.add_argument("--dpi", type=int, default=50)
    args = parser.parse_args()
    source = args.masukan
    if source is None:
        source = args.folder / "masukan"
        for name in args.daerah:
            if not (source / name).exists():
                tekanan.build(name, source)
    out, look = args.folder / f"keluaran {args.kertas}", args.folder / f"lihat {args.kertas}"
    look.mkdir(parents=True, exist_ok=True)
    if args.lengkap:
        os.environ |= {f"DAK_EXCEL_{name}": "true" for name in SETTINGS}
    day = ["--per", "2024-02-01", "--kertas", args.kertas, "--paksa"]
    run(["proses", str(source), "--keluaran", str(out), "--pdf", *day])
    for pdf in sorted(out.glob("*/*/*.pdf")):
        contact_sheets(pdf, look / f"{pdf.parent.parent.name}-{pdf.stem}", args.dpi)


if __name__ == "__main__":
    main()
