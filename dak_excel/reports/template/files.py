"""The Word templates: where they are, copying them out, and checking edited ones."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import dak_excel

if TYPE_CHECKING:
    from dak_excel.reports.template.lint import Mistake

NAMA = (
    "laporan_semester.docx",
    "laporan_akhir.docx",
    "surat_pengantar_semester.docx",
    "surat_pengantar_akhir.docx",
    "surat_persetujuan.docx",
    "surat_pernyataan.docx",
    "surat_perubahan.docx",
    "surat_tanggung_jawab.docx",
)
"""All templates."""


def built_in() -> Path:
    """The folder of the built-in templates: in the installed package, else `templates/` of the checkout."""
    package = Path(dak_excel.__file__).resolve().parent
    installed = package / "templat_bawaan"
    return installed if installed.is_dir() else package.parent / "templates"


def find(nama: str, folder: Path | None = None) -> Path:
    """A template by its file name: the dinas's own where there is one, else the built-in one."""
    own = folder / nama if folder else None
    return own if own and own.is_file() else built_in() / nama


def copy_out(folder: Path) -> list[Path]:
    """Copies the built-in templates out to be edited, and returns the copies; files there already stay."""
    folder.mkdir(parents=True, exist_ok=True)
    copies = []
    for nama in NAMA:
        target = folder / nama
        if not target.exists():
            shutil.copyfile(built_in() / nama, target)
            copies.append(target)
    return copies


def faults(path: Path) -> list[Mistake]:
    """Faults of a template, or of every template in a folder; an empty list when all is well."""
    from dak_excel.reports.template.lint import Mistake, lint  # late: a run does not need it

    if not path.exists():
        return [Mistake(str(path), "", "tidak ada; salin templat dengan «dak-excel templat salin».")]
    files = sorted(path.glob("[!~]*.docx")) if path.is_dir() else [path]
    faults = [fault for file in files for fault in lint(file)]
    strange = [file.name for file in files if path.is_dir() and file.name not in NAMA]
    for nama in strange:
        faults.append(Mistake(nama, "", f"nama berkas tidak dikenal. Yang dipakai: {', '.join(NAMA)}."))
    if not files:
        faults.append(Mistake(str(path), "", "tidak ada berkas .docx di folder ini."))
    return faults
