"""Asking: one question after the other on the console, each with an answer that Enter takes."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dak_excel.cli.screen import safe
from dak_excel.errors import UserError

T = TypeVar("T")


class Misanswer(ValueError):
    """An answer that does not do. The message says which does."""


def ask(question: str, default: str, read: Callable[[str], T]) -> T:
    """Asks until `read` takes the answer; Enter gives `default`. Raises `UserError` at their end."""
    while True:
        sys.stdout.write(safe(f"{question}{f' [{default}]' if default else ''}: "))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise UserError("Tidak ada jawaban lagi; tidak ada yang diubah.")
        try:
            return read(line.strip() or default)
        except Misanswer as error:
            sys.stdout.write(f"  {safe(str(error))}\n")


def as_clock(text: str) -> str:
    """`1.30`, `01:30`, `pukul 22` as HH:MM."""
    found = re.fullmatch(r"(?:pukul\s+)?([01]?\d|2[0-3])(?:[:.]([0-5]\d))?", text.casefold())
    if found is None:
        raise Misanswer(f"«{text}» bukan jam; tulis seperti 01:30")
    return f"{int(found[1]):02d}:{found[2] or '00'}"


def as_folder(text: str) -> Path:
    """A folder as it is typed or pasted, with the quotes of «Copy as path» or without."""
    bare = text.strip().strip("\"'").strip()
    if not bare:
        raise Misanswer("tulis alamat foldernya, misalnya D:\\DAK\\masukan")
    path = Path(bare).expanduser()
    if path.is_file():
        raise Misanswer(f"«{bare}» itu berkas; tulis folder tempatnya")
    return path.resolve()


def as_yes(text: str) -> bool:
    """`ya` or `tidak`, also their first letters."""
    word = text.casefold()
    if word in ("y", "ya", "iya"):
        return True
    if word in ("t", "tidak", "n"):
        return False
    raise Misanswer("jawab ya atau tidak")
