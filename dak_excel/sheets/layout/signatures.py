"""What stands below a table: signatures with their place and date."""

from __future__ import annotations

import re

from dak_excel.sheets.layout.view import View
from dak_excel.sheets.values import clean
from dak_excel.sheets.vocabulary import Vocabulary

_PLACE_DATE = re.compile(
    r"^(?!senin|selasa|rabu|kamis|jum|sabtu|minggu|hari\b)[^\W\d][\w .'’-]{2,30},\s*"
    r"(?:(?:tanggal\s*)?[\d.…_\s]{0,12}\s*[^\W\d]{3,9}\s+\d{4}"
    r"|[.…_\s]*(?:20\d\d)?)\s*$",
    re.I,
)
_NIP = re.compile(r"^\s*nip\.?\s*:?\s*[\d.…_\s-]*$", re.I)


def closes(text: str, kosakata: Vocabulary) -> bool:
    """Whether a text opens a signature block: `Mengetahui`, `Cirebon, 16 Juni 2023`, `NIP. …`."""
    if len(text) > 120:
        return False
    if _PLACE_DATE.match(text) or _NIP.match(text):
        return True
    baku = kosakata.standard(text)
    return any(baku == word or baku.startswith(word + " ") for word in kosakata.penutup)


def row_closes(view: View, row: int, kosakata: Vocabulary, left: int = 1, right: int = 0) -> bool:
    """Whether a row of a sheet begins a signature block: few cells, one of them such a text."""
    cells = view.cells(row, left, right)
    return 0 < len(cells) <= 4 and any(
        isinstance(value, str) and closes(clean(value), kosakata) for _, value in cells
    )
