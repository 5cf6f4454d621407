"""Fingerprint: whether anything that a daerah's outputs depend on has changed since they were made."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from functools import cache
from pathlib import Path

from dak_excel import __version__
from dak_excel.batch.intake import Berkas, Masukan
from dak_excel.batch.journal import Jurnal
from dak_excel.config import Pengaturan
from dak_excel.juknis.load import muat
from dak_excel.juknis.model import Juknis


def sidik(masukan: Masukan, shared: str, jurnal: Jurnal) -> str:
    """SHA-256 over everything that a daerah's outputs depend on: input bytes, juknis, templates,
    vocabulary, settings, program version, and what the day changes."""
    fresh: list[tuple[str, int, int, str]] = []
    parts = [__version__, shared]
    for berkas in [*masukan.buku, *masukan.gambar]:
        path = str(berkas.path.resolve())
        digest = jurnal.sha256(path, berkas.ukuran, berkas.mtime_ns)
        if not digest:
            digest = _digest(berkas)
            fresh.append((path, berkas.ukuran, berkas.mtime_ns, digest))
        parts.append(f"{berkas.nama}={digest}")
    parts += [f"tunda {g.workbook}: {g.sebab}" for g in masukan.tunda]
    jurnal.catat_sha256(fresh)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _digest(berkas: Berkas) -> str:
    try:
        return hashlib.sha256(berkas.path.read_bytes()).hexdigest()
    except OSError:
        return "tidak terbaca"


def bersama(pengaturan: Pengaturan) -> str:
    """What all daerah depend on: settings, juknis, templates, vocabulary, and where the day stands."""
    juknis = muat(pengaturan.tahun, pengaturan.juknis)
    chosen = pengaturan.model_dump(
        mode="json",
        include={"tahun", "semester", "kertas", "nik_penuh", "pdf", "batas_detik", "batas_memori_mib"},
    )
    folders = [p for p in (pengaturan.templat, pengaturan.kosakata) if p]
    files = sorted(f for p in folders for f in ([p] if p.is_file() else p.rglob("*")) if f.is_file())
    parts = [
        json.dumps(chosen, sort_keys=True),
        juknis.model_dump_json(),
        keadaan_tenggat(juknis, pengaturan.per),
    ]
    parts += [_file_digest(str(f), f.stat().st_mtime_ns) for f in files]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _file_digest(path: str, mtime_ns: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def keadaan_tenggat(juknis: Juknis, per: date) -> str:
    """What of the day changes a daerah's outputs: which deadlines are past or near, which reports due.

    Two days with the same answer need no new run of an unchanged daerah.
    """
    near = [
        "lewat" if per > t.tanggal else "dekat" if (t.tanggal - per).days <= t.hari_ingat else "jauh"
        for t in juknis.tenggat
    ]
    half = (per > date(juknis.tahun, 6, 30)) + (per > date(juknis.tahun, 12, 31))
    return f"{','.join(near)};{half}"
