"""LibreOffice, as far as the tests of annotating need it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

SOFFICE = shutil.which("soffice")
PDFTOPPM = shutil.which("pdftoppm")
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak ada di mesin ini")


@cache
def _python_with_uno() -> str | None:
    for name in ("/usr/bin/python3", "python3", "python"):
        path = shutil.which(name)
        if (
            path
            and subprocess.run([path, "-c", "import uno"], capture_output=True, check=False).returncode == 0
        ):
            return path
    return None


def convert(sources: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """Each file in another format; a file that LibreOffice cannot open is not among them."""
    profile = (folder / "profil").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)], capture_output=True, timeout=300, check=True
    )
    return [
        path
        for path in (folder / f"{s.stem}.{ending.split(':', maxsplit=1)[0]}" for s in sources)
        if path.exists()
    ]


def edited(
    data: bytes,
    cells: Sequence[tuple[str, str, str | float]],
    folder: Path,
    *,
    ending: str = "xlsx",
    insert: Sequence[tuple[str, int, int]] = (),
) -> bytes:
    """The workbook after someone has typed into cells (and inserted rows) and saved it in LibreOffice."""
    python = _python_with_uno()
    if python is None:
        pytest.skip("tidak ada Python dengan modul uno")
    source, target = folder / "sumber.xlsx", folder / f"disimpan.{ending}"
    source.write_bytes(data)
    job = {
        "soffice": SOFFICE,
        "profile": (folder / "profil").as_uri(),
        "source": source.as_uri(),
        "target": target.as_uri(),
        "filter": FILTERS[ending],
        "cells": cells,
        "insert": insert,
    }
    script = Path(__file__).with_name("uno_edit.py")
    subprocess.run([python, str(script), json.dumps(job)], timeout=180, check=True)
    return target.read_bytes()


def pages(data: bytes, folder: Path, name: str = "halaman") -> list[Image.Image]:
    """The workbook's pages as pictures, as LibreOffice prints it."""
    if PDFTOPPM is None:
        pytest.skip("pdftoppm tidak ada di mesin ini")
    source = folder / f"{name}.xlsx"
    source.write_bytes(data)
    (pdf,) = convert([source], "pdf", folder)
    subprocess.run([PDFTOPPM, "-r", "60", "-png", str(pdf), str(folder / name)], check=True)
    return [Image.open(path) for path in sorted(folder.glob(f"{name}-*.png"))]


def has_color(image: Image.Image, color: str, least: int = 60) -> bool:
    """Whether a picture shows a colour (RRGGBB) on at least that many pixels."""
    wanted = tuple(bytes.fromhex(color))
    rgb = image.convert("RGB")
    colors = rgb.getcolors(rgb.width * rgb.height) or []
    near = sum(count for count, c in colors if max(abs(a - b) for a, b in zip(c, wanted, strict=True)) <= 6)
    return near >= least
