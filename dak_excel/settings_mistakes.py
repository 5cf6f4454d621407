"""What is wrong with the settings file, in words: line, column, the usual cause, the nearest right name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SALAH_NAMA = ("dak-excel.yml", "dak_excel.yaml", "dak_excel.yml", "dak-excel.yaml.txt", "dak-excel.yml.txt")
"""Names that people give the settings file, and that are not read."""


_GARIS_MIRING = (
    "garis miring terbalik di antara tanda petik dua. Pakai tanda petik satu ('D:\\DAK'), atau tanpa petik"
)
_LAIN = (
    "penulisannya keliru; biasanya lekukan spasinya tidak sama, titik duanya kurang, atau tanda petiknya "
    "tidak ditutup"
)


def misnamed(folder: Path, nama: str) -> str:
    """A settings file beside none of the right name that would be passed over; empty when there is none."""
    if (folder / nama).is_file():
        return ""
    return next((wrong for wrong in SALAH_NAMA if (folder / wrong).is_file()), "")


def where_broken(paths: Iterable[Path]) -> str:
    """The first file that is no YAML: its name, line, column and the usual cause; empty when all are."""
    import yaml  # late: nearly always no settings are wrong

    for path in paths:
        try:
            text = path.read_text(encoding="utf-8-sig")
            yaml.safe_load(text)
        except FileNotFoundError:
            continue
        except UnicodeDecodeError:
            return f"{path.name}: tulisannya bukan UTF-8. Simpan ulang dari Notepad dengan Encoding UTF-8"
        except OSError:
            continue
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            if mark is None:
                return f"{path.name}: {_LAIN}"
            near = text.splitlines()[max(0, mark.line - 1) : mark.line + 1]
            causes = [cause for line in reversed(near) if (cause := _cause(line)) != _LAIN]
            place = f"baris {mark.line + 1}, kolom {mark.column + 1}"
            return f"{path.name}, {place}: {causes[0] if causes else _LAIN}"
        except yaml.YAMLError:
            return f"{path.name}: ada tanda yang tidak dapat dipakai di YAML"
    return ""


def _cause(line: str) -> str:
    """The usual cause of a line that cannot be read; the line itself is not shown, it may hold a password."""
    name, colon, value = line.partition(":")
    if "\t" in line:
        return "ada tanda Tab. Ganti dengan spasi"
    if '"' in value and "\\" in value:
        return _GARIS_MIRING
    if colon and value and not value.startswith((" ", "\\", "/")) and " " not in name.strip():
        return "tidak ada spasi sesudah titik dua. Tulis «nama: isi»"
    if value.count('"') % 2 or value.count("'") % 2:
        return "tanda petiknya tidak ditutup"
    return _LAIN


def nearest(nama: str, known: Iterable[str]) -> str:
    """The right name that an unknown one most looks like; empty when none does."""
    close = difflib.get_close_matches(nama.casefold().replace("-", "_"), list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def allowed(context: dict[str, Any] | None) -> str:
    """What a setting may be, where it is one of a few: `F4 atau A4`; empty otherwise."""
    expected = str((context or {}).get("expected", ""))
    return expected.replace(" or ", " atau ").replace("'", "")
