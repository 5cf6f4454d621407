"""Returned copies: an annotated copy that was corrected and lies beside the file that it was made of.

Only one of the two counts, the copy; otherwise every person and every rupiah would be there twice. A copy
carries the hashes of the files that it goes back to (`Stripped.asal`). One whose content is another (somebody
used it as the beginning of a new workbook) counts beside the original, and this is said.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dak_excel.annotate.strip import Stripped
from dak_excel.batch.readiness import InputFile
from dak_excel.sheets.grid import Book

SAMA = 0.8
"""Share of the filled cells of the older file whose values must stand in the newer one for the two to be one
workbook before and after correction. A list of other people, a budget of another activity lies below."""


@dataclass(slots=True)
class OpenedFile:
    """A file that was opened: its content without our marks, and what these say of where it comes from."""

    berkas: InputFile
    stripped: Stripped
    book: Book
    catatan: list[str] = field(default_factory=list)
    digantikan: str = ""
    """Name of the file that counts in its stead."""
    sha256: str = ""

    def __post_init__(self) -> None:
        self.sha256 = hashlib.sha256(self.stripped.data).hexdigest()

    @property
    def origins(self) -> frozenset[str]:
        """Hashes of the files that it was made of."""
        return frozenset(self.stripped.asal) - {self.sha256}


def supersede(files: Sequence[OpenedFile]) -> None:
    """Notes in each file that a returned copy replaces which copy that is."""
    copies = sorted((f for f in files if f.stripped.ours), key=lambda f: (-f.berkas.mtime_ns, f.berkas.nama))
    for copy in copies:
        if not copy.digantikan:
            _superseded_by(copy, files)


def _superseded_by(copy: OpenedFile, files: Sequence[OpenedFile]) -> None:
    for other in files:
        if other is copy or other.digantikan or copy.digantikan:
            continue
        if copy.stripped.utuh and copy.stripped.asal[:1] == (other.sha256,):
            copy.digantikan = other.berkas.nama  # nobody has changed it: the original stays the original
        elif copy.sha256 in other.origins and other.sha256 not in copy.origins:
            continue  # the other one is the later of the two, whatever its time says
        elif other.sha256 in copy.origins or (other.stripped.ours and other.origins & copy.origins):
            if _share(other.book, copy.book) >= SAMA:
                other.digantikan = copy.berkas.nama
                copy.catatan.append(f"Berkas ini menggantikan «{other.berkas.nama}».")
            else:
                copy.catatan.append(
                    f"Berkas ini dibuat dari salinan bertanda «{other.berkas.nama}», tetapi isinya sudah "
                    "lain; keduanya dihitung."
                )
        elif copy.stripped.workbook == other.berkas.nama and _share(other.book, copy.book) >= SAMA:
            _latest(copy, other)


def _latest(copy: OpenedFile, other: OpenedFile) -> None:
    """Of a copy and its original that was edited since, the one that was saved last counts; a copy that
    nobody has changed never does."""
    newer, older = copy, other
    if copy.stripped.utuh or other.berkas.mtime_ns > copy.berkas.mtime_ns:
        newer, older = other, copy
    older.digantikan = newer.berkas.nama
    if not copy.stripped.utuh:
        newer.catatan.append(
            f"Berkas ini dan «{older.berkas.nama}» berasal dari berkas yang sama dan keduanya diubah; yang "
            "dihitung yang terakhir disimpan. Pastikan perubahan di keduanya sudah ada di sini."
        )


def _share(older: Book, newer: Book) -> float:
    """Share of the filled cells of one workbook whose values stand in the other, wherever."""
    before, after = _values(older), _values(newer)
    return (before & after).total() / max(1, before.total())


def _values(book: Book) -> Counter[object]:
    return Counter(
        value.strip().casefold() if isinstance(value, str) else value
        for grid in book.grids
        for row in grid.rows
        for value in row
        if value not in (None, "")
    )
