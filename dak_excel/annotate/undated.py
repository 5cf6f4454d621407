"""A workbook made by openpyxl, without the moment at which it was made: same in, same out."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can tell."""


class _Undated(zipfile.ZipFile):
    """An archive whose members all bear the same moment and rights."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *args: Any, **more: Any) -> None:
        """A member from memory."""
        super().writestr(_member(str(zinfo_or_arcname)), data, *args, **more)

    def write(self, filename: Any, arcname: Any = None, *args: Any, **more: Any) -> None:
        """A member from a file; a large sheet passes by piece by piece."""
        member = _member(str(arcname))
        with Path(filename).open("rb") as source, self.open(member, "w", force_zip64=True) as target:
            while piece := source.read(1 << 20):
                target.write(piece)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system, info.external_attr = 3, 0o600 << 16  # the same on every system
    return info


def save(book: Workbook, sink: IO[bytes], day: date) -> None:
    """Writes a workbook as if it had been made on that day."""
    moment = datetime(day.year, day.month, day.day)
    book.properties.created = book.properties.modified = moment
    with _Undated(sink, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        ExcelWriter(book, archive).save()
