"""Check: given workbooks as one daerah, their findings, and nothing written unless asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dak_excel.batch.intake import from_files
from dak_excel.batch.read_daerah import FilesRead, read_daerah
from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.config import Settings
from dak_excel.faults import Fault
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.output.publish import Published, published_file
from dak_excel.output.rights import owner_only
from dak_excel.sheets.tables.left_out import faults_of


@dataclass(slots=True)
class CheckResult:
    """What `periksa` shows."""

    terbaca: FilesRead
    temuan: list[Temuan]
    disisihkan: list[str] = field(default_factory=list)
    """Copies that are the input itself, or that the user had edited: the new ones stand beside them."""
    tertahan: dict[str, str] = field(default_factory=dict)
    """Copies that are open in another program, each with where the new one stands for now."""

    catatan: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What to know of a file's copy: that it is no copy of the package itself, and why."""

    @property
    def failed(self) -> bool:
        """Whether some file could not be read, or something in it was left out."""
        return bool(self.terbaca.daerah.gagal or self.faults)

    @property
    def faults(self) -> list[Fault]:
        """What was left out because of a fault of the program."""
        return [*faults_of(self.terbaca.daerah.books), *self.terbaca.faults.found]


def check_files(berkas: list[Path], pengaturan: Settings, keluaran: Path | None) -> CheckResult:
    """Checks the files together; with `keluaran` also writes their annotated copies there.

    Raises `Unreadable` when a named file does not exist.
    """
    juknis = load_rules(pengaturan.tahun, pengaturan.juknis)
    terbaca = read_daerah(from_files(berkas), pengaturan, juknis)
    temuan = check_daerah(terbaca.daerah, juknis, pengaturan.per, terbaca.faults)
    hasil = CheckResult(terbaca, temuan)
    if keluaran is not None:
        _write_copies(hasil, pengaturan, juknis, keluaran)
    return hasil


def _write_copies(hasil: CheckResult, pengaturan: Settings, juknis: Juknis, keluaran: Path) -> None:
    """Annotated copies of all files that were read, below `keluaran`; `hasil` tells what was held up."""
    # Late: most checks write nothing, and what writes is a good part of the time to start.
    from dak_excel.batch.copies import annotated_copy

    terbaca = hasil.terbaca
    written: set[str] = set()
    terbitan = Published()
    for book in terbaca.daerah.books:
        bertanda = annotated_copy(book, terbaca, hasil.temuan, pengaturan, juknis, written)
        if bertanda.catatan:
            hasil.catatan[book.workbook] = bertanda.catatan
        if not bertanda.isi:
            continue
        written.add(bertanda.nama)
        folder, _, name = bertanda.nama.partition("/")
        with owner_only(pengaturan.pribadi), published_file(keluaran / folder, name, terbitan) as file:
            file.write(bertanda.isi)
    hasil.disisihkan, hasil.tertahan = terbitan.disisihkan, terbitan.tertahan
