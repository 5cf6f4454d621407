"""Values as people write them against the parsers: what is read right, wrong, or refused for nothing.

python -m bench.nilai bench/nilai_set/putaran-1.txt [--rinci]

A file has a block `[isi]` for each content type of `kolom.yaml` and lines `text = reading | reading`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from math import prod
from pathlib import Path

from dak_excel.sheets.tabel import Span
from dak_excel.sheets.values import Bad
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.column_types import ISI

YEAR = 2023


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its content type, what may be read in it, and what was."""

    isi: str
    text: str
    wanted: tuple[str, ...]
    got: str

    @property
    def right(self) -> bool:
        """Whether one of the readings is the one that a person would make."""
        return self.got in self.wanted or _plain(self.got) in map(_plain, self.wanted)


def read_cases(text: str) -> Iterator[Case]:
    """The cases of a file, each with what the program reads."""
    isi = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            isi = line[1:-1]
        elif isi and "=" in line and not line.startswith("#"):
            told, _, wanted = line.rpartition("=")
            parse = ISI[isi].reader([told], Setting(YEAR, lambda _: ""))
            yield Case(isi, told, tuple(wanted.split("|")), _shown(isi, parse(told)))


def _shown(isi: str, value: object) -> str:
    """A value as the files write it."""
    if isinstance(value, Bad):
        return "?"
    if value is None:
        return "-"
    if isinstance(value, Span):
        return f"{value.mulai}..{value.selesai}"
    if isi in ("nik", "nib"):
        return "ok" if str(value).isdigit() else str(value)
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, tuple):
        return _of_parts(isi, value)
    if type(value).__name__ == "LessThan":
        return f"<{round(Decimal(str(value)))}"
    return str(getattr(value, "name", value))


def _of_parts(isi: str, value: tuple[object, ...]) -> str:
    if isi == "pukul":
        start, end = (f"{part:%H:%M}" if part else "" for part in value)
        return f"{start}-{end}"
    if isi == "lahir":
        return next((str(part) for part in value if isinstance(part, date)), "tempat")
    return str(prod(part[0] for part in value if isinstance(part, tuple)))


def _plain(text: str) -> str:
    """A number without what does not count: `2.` and `2.00` are 2."""
    try:
        return f"{round(Decimal(text), 2).normalize():f}"
    except InvalidOperation:
        return text


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints how many values were read as a person reads them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--rinci", action="store_true")
    options = parser.parse_args(arguments)
    for path in options.files:
        cases = list(read_cases(path.read_text(encoding="utf-8")))
        wrong = [case for case in cases if not case.right]
        refused = sum(1 for case in wrong if case.got == "?")
        for case in wrong if options.rinci else ():
            print(f"{case.isi}: «{case.text}» dibaca {case.got}, mestinya {' atau '.join(case.wanted)}")
        print(
            f"{path.name}: benar {len(cases) - len(wrong)} dari {len(cases)},"
            f" dibaca lain {len(wrong) - refused}, ditolak tanpa sebab {refused}"
        )


if __name__ == "__main__":
    main()
