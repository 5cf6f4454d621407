"""Fingerprint: whether anything that a daerah's outputs depend on has changed since they were made."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import dak_excel
from dak_excel import __version__
from dak_excel.batch.intake import Intake
from dak_excel.batch.journal import Journal, Tanda
from dak_excel.batch.readiness import InputFile
from dak_excel.config import Settings
from dak_excel.reports.template.files import built_in
from dak_excel.reports.word.libreoffice import find_soffice

_PENGATURAN = (
    "tahun",
    "semester",
    "kertas",
    "nik_penuh",
    "pdf",
    "daftar_tabel",
    "penanda_bpkad",
    "surat_tanggung_jawab",
    "tata_letak",
    "ringkasan_pdf",
    "batas_detik",
    "batas_memori_mib",
)
"""Settings that change what is made of the same files."""

DETIK_RAGU = 2.0
"""A file that changed less than this many seconds before it was hashed may change again without its times
showing it (FAT counts in steps of two seconds): its hash is not kept."""


def fingerprints(found: Sequence[Intake], pengaturan: Settings, jurnal: Journal) -> list[str]:
    """For each daerah the SHA-256 over everything that its outputs depend on: input bytes, juknis, templates,
    vocabulary, settings, the program, and what the day changes."""
    shared = shared_state(pengaturan)
    hashes = _Hash(jurnal)
    prints = [_fingerprint(masukan, shared, hashes) for masukan in found]
    hashes.save()
    return prints


class _Hash:
    """Hashes of the input files; those whose size and times are as they were are not read again."""

    def __init__(self, jurnal: Journal) -> None:
        self._jurnal = jurnal
        self._known = jurnal.file_fingerprints()
        self._fresh: list[tuple[str, Tanda, str]] = []
        self._seen: set[str] = set()

    def __call__(self, berkas: InputFile) -> str:
        path = str(berkas.path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        self._seen.add(path)
        known = self._known.get(path)
        if known and known[0] == berkas.stamp:
            return known[1]
        try:
            with berkas.path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return "tidak terbaca"
        if abs(time.time() - berkas.mtime_ns / 1e9) > DETIK_RAGU:
            self._fresh.append((path, berkas.stamp, digest))
        return digest

    def save(self) -> None:
        """Notes the new ones in the journal and forgets files that are gone."""
        self._jurnal.record_files(self._fresh, self._known.keys() - self._seen)


def _fingerprint(masukan: Intake, shared: str, hashes: _Hash) -> str:
    parts = [shared, masukan.nama]
    parts += [f"{berkas.nama}={hashes(berkas)}" for berkas in (*masukan.buku, *masukan.gambar)]
    parts += [f"tunda {g.workbook}: {g.sebab}" for g in masukan.tunda]
    parts += [f"lain {nama}" for nama in masukan.lain]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def shared_state(pengaturan: Settings) -> str:
    """What all daerah depend on: settings, juknis, templates, vocabulary, and the program itself."""
    chosen = pengaturan.model_dump(mode="json", include={*_PENGATURAN})
    told = pengaturan.hints_file
    files = [told] if told.is_file() else []
    files += [pengaturan.kosakata] if pengaturan.kosakata and pengaturan.kosakata.is_file() else []
    for folder, kind in ((pengaturan.templat, "docx"), (built_in(), "docx"), (pengaturan.juknis, "yaml")):
        files += sorted(folder.glob(f"*.{kind}")) if folder else []
    parts = [
        program(),
        json.dumps(chosen, sort_keys=True),
        "LibreOffice" if find_soffice() else "",  # it fills the page numbers of the reports in
        *(_file_digest(str(f), f.stat().st_mtime_ns) for f in files),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def program() -> str:
    """Version of the program, and the state of its own files (an installation may be updated in place)."""
    root = Path(dak_excel.__file__).resolve().parent
    files = sorted(f for kind in ("py", "yaml", "csv", "j2", "css", "js") for f in root.rglob(f"*.{kind}"))
    stats = [(f.relative_to(root).as_posix(), f.stat()) for f in files]
    state = "\n".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)
    return f"{__version__} {hashlib.sha256(state.encode()).hexdigest()}"


@lru_cache(maxsize=256)
def _file_digest(path: str, mtime_ns: int) -> str:
    content = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    return f"{Path(path).name} {content}"  # a template is found by its name
