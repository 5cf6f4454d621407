"""strip(): the user's workbook as it is without our marks, and the answers that stand in it."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from dak_excel.annotate import recipe
from dak_excel.annotate.answers import read_own
from dak_excel.annotate.info import Unmarkable
from dak_excel.annotate.package import Package
from dak_excel.annotate.styles import drop_marks
from dak_excel.annotate.unmark import unmark_sheet
from dak_excel.annotate.workbook_part import SIGN_NAME, drop_sheets, read_workbook
from dak_excel.annotate.zipraw import close
from dak_excel.findings import Reply
from dak_excel.sheets.readings.told import Correction

_LARGEST = 512 << 20  # bytes unpacked: a larger package is left for the reader to refuse
_LARGEST_CHECKED = 16 << 20
_NO_PACKAGE = (Unmarkable, ValueError, KeyError, IndexError, struct.error)


@dataclass(frozen=True, slots=True)
class Stripped:
    """The user's workbook, answers by `Temuan.kunci`, and whether anything in the file was ours.

    `utuh`: the file is as we wrote it. `workbook` is the name that the file had when it was annotated,
    `asal` the digests of the user's files that it goes back to, the latest first.
    """

    data: bytes = field(repr=False)
    answers: Mapping[str, Reply] = field(default_factory=dict)
    ours: bool = False
    utuh: bool = False
    workbook: str = ""
    asal: tuple[str, ...] = ()
    koreksi: tuple[Correction, ...] = ()
    """What was told in `Ringkasan` of the layouts of the sheets."""


def worth_stripping(data: bytes) -> bool:
    """Whether a file is a package that may have marks of ours, by a look that costs little."""
    return _plausible(data) is not None


def _plausible(data: bytes) -> Package | None:
    """A package that may have marks of ours; None of all else."""
    if not data.startswith(b"PK"):
        return None
    try:
        package = Package(data)
        return package if package.unpacked <= _LARGEST and _may_be_ours(package) else None
    except _NO_PACKAGE:
        return None


def strip(data: bytes, workbook: str = "") -> Stripped:
    """Take our marks, comments and sheets out of a workbook; `workbook` is its name, for who guards this.

    Our own file unchanged gives back the user's very bytes. One that a person has changed and any
    program saved is cleaned as it is. Anything else, workbook or not, comes back as it came; nothing
    is raised.
    """
    package = _plausible(data)
    if package is None:
        return Stripped(data)
    try:
        return _strip(data, package)
    except _NO_PACKAGE:
        return Stripped(data)


def _may_be_ours(package: Package) -> bool:
    """A cheap look: our part, our hidden name, the names of our sheets, our words in a comment."""
    if package.find(recipe.PART):
        return True
    if package.size(package.workbook) > _LARGEST_CHECKED:
        return False
    workbook = package.read(package.workbook)
    if SIGN_NAME.encode() in workbook or (b'"Ringkasan' in workbook and b'"Temuan' in workbook):
        return True
    return any(
        "comments" in name.lower()
        and package.size(name) <= _LARGEST_CHECKED
        and b"dak_excel" in package.read(name)
        for name in package.names
        if name.lower().endswith(".xml")
    )


def _strip(data: bytes, package: Package) -> Stripped:
    own = read_own(data)
    sealed = package.find(recipe.PART)
    if sealed:
        entry = next(e for e in package.entries if e.name == sealed)
        original = recipe.unseal(data, entry, package.read(sealed))
        if original is not None:
            return Stripped(original, own.answers, True, True, own.workbook, own.digests, own.corrections)
        package.remove(sealed)
    contents = read_workbook(package)
    formats: set[int] = set()
    for sheet in contents.sheets:
        if sheet.part and sheet.name not in own.sheets:
            formats |= unmark_sheet(package, sheet.part)
    drop_sheets(package, contents, own.sheets)
    if formats:
        drop_marks(package, formats)
    if not package.changed and not package.removed:
        return Stripped(data)
    new = package.rewritten()
    cleaned = close(new.records, new.central)
    return Stripped(cleaned, own.answers, True, False, own.workbook, own.digests, own.corrections)
