"""What a dinas brings of its own (vocabulary, juknis, templates) is looked at once, before any daerah is."""

from __future__ import annotations

from pathlib import Path

from dak_excel.config import BadSettings, Settings


def ensure_readable(pengaturan: Settings) -> None:
    """Sees to it that the files named in the settings are there and can be used.

    Raises `BadSettings` for a folder or file that is not there, `VocabularyError` for a vocabulary that
    does not fit, `HintError` for such a file of what was told. The juknis is looked at when it is loaded
    (`juknis.load.load_juknis`).
    """
    for nama, folder in (("templat", pengaturan.templat), ("juknis", pengaturan.juknis)):
        if folder and not folder.is_dir():
            raise BadSettings(
                f"Folder {nama} «{folder}» tidak ditemukan. Periksa penulisan --{nama}, atau hilangkan untuk "
                "memakai bawaan."
            )
    if pengaturan.hints_file.is_file():
        from dak_excel.sheets.readings.memory import load  # late: most runs have been told nothing

        load(pengaturan.hints_file)
    if pengaturan.kosakata:
        if not pengaturan.kosakata.is_file():
            raise BadSettings(
                f"Berkas kosakata «{pengaturan.kosakata}» tidak ditemukan. Periksa penulisan --kosakata, "
                "atau hilangkan untuk memakai bawaan."
            )
        from dak_excel.sheets.vocabulary import load_vocabulary  # late: most runs have none of their own

        load_vocabulary(pengaturan.kosakata)


def template_faults(folder: Path) -> list[str]:
    """What is wrong with the templates of the dinas; files of other names are its own affair."""
    from dak_excel.reports.template import files  # late: most runs have none of their own

    return [str(fault) for fault in files.faults(folder) if fault.berkas in files.NAMA]
