"""LibreOffice, as far as the tests of annotating need it."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

SOFFICE = shutil.which("soffice")
PDFTOPPM = shutil.which("pdftoppm")

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


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="profil-", ignore_cleanup_errors=True)


def _profile() -> str:
    """Address of a profile for this process alone: making one takes longer than most documents."""
    return Path(_folder().name).as_uri()


def convert(sources: Sequence[Path], ending: str, folder: Path) -> list[Path]:
    """Each file in another format; a file that LibreOffice cannot open is not among them."""
    command = [str(SOFFICE), f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", ending]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)], capture_output=True, timeout=300, check=True
    )
    return [
        path
        for path in (folder / f"{s.stem}.{ending.split(':', maxsplit=1)[0]}" for s in sources)
        if path.exists()
    ]


@dataclass(frozen=True)
class Typed:
    """A workbook, and what someone types into it, cell by cell; rows that he inserts."""

    data: bytes
    cells: Sequence[tuple[str, str, str | float]] = ()
    insert: Sequence[tuple[str, int, int]] = ()


def edited(works: Mapping[str, Typed], folder: Path) -> dict[str, bytes]:
    """Workbooks by name after someone has typed into them and saved them in LibreOffice, all in one go."""
    python = _python_with_uno()
    if python is None:
        pytest.skip("tidak ada Python dengan modul uno")
    documents = []
    for name, typed in works.items():
        source = folder / f"sumber {name}.xlsx"
        source.write_bytes(typed.data)
        documents.append(
            {
                "source": source.as_uri(),
                "target": (folder / f"disimpan {name}.xlsx").as_uri(),
                "filter": "Calc MS Excel 2007 XML",
                "cells": typed.cells,
                "insert": typed.insert,
            }
        )
    job = {"soffice": SOFFICE, "profile": _profile(), "documents": documents}
    script = Path(__file__).with_name("uno_edit.py")
    subprocess.run([python, str(script), json.dumps(job)], timeout=180, check=True)
    return {name: (folder / f"disimpan {name}.xlsx").read_bytes() for name in works}


def pages(books: Mapping[str, bytes], folder: Path) -> dict[str, list[Image.Image]]:
    """The pages of workbooks by name as pictures, as LibreOffice prints them, all in one go."""
    if PDFTOPPM is None:
        pytest.skip("pdftoppm tidak ada di mesin ini")
    sources = [folder / f"{name}.xlsx" for name in books]
    for source, data in zip(sources, books.values(), strict=True):
        source.write_bytes(data)
    for pdf in convert(sources, "pdf", folder):
        subprocess.run([PDFTOPPM, "-r", "60", "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    return {name: [Image.open(path) for path in sorted(folder.glob(f"{name}-*.png"))] for name in books}


def has_color(image: Image.Image, color: str, least: int = 60) -> bool:
    """Whether a picture shows a colour (RRGGBB) on at least that many pixels."""
    wanted = tuple(bytes.fromhex(color))
    rgb = image.convert("RGB")
    colors = rgb.getcolors(rgb.width * rgb.height) or []
    near = sum(count for count, c in colors if max(abs(a - b) for a, b in zip(c, wanted, strict=True)) <= 6)
    return near >= least
