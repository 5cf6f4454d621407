"""First steps: what `dak-excel` alone says, from what stands in the current folder."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

_EXCEL = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}
_PALING_BANYAK = 2_000
"""Entries of a folder that are looked at before it is taken to hold what was found so far."""
_BANTUAN = "Semua perintah: dak-excel --help\n"


def first_steps(folder: Path) -> str:
    """What to do next in this folder, in a few lines; first how the command gets known where it is not."""
    return _activation() + _next(folder)


def _activation() -> str:
    """How to make `dak-excel` known in this window; empty where it is, or where no environment is at work."""
    if shutil.which("dak-excel") or sys.prefix == sys.base_prefix:
        return ""
    windows = sys.platform == "win32"
    script = Path(sys.prefix) / ("Scripts/activate.bat" if windows else "bin/activate")
    line = f'"{script}"' if windows else f"source {shlex.quote(str(script))}"
    return f"Agar perintah dak-excel dikenal di jendela ini, ketik dulu:\n  {line}\n"


def _next(folder: Path) -> str:
    for name, out in (("masukan", "keluaran"), ("input_samples", "output")):
        if (folder / name).is_dir():
            return _with_input(folder, name, out)
    books = _workbooks(folder)
    if books:
        return (
            f"Di folder ini ada {books} buku kerja.\n"
            "Periksa semuanya dan tulis hasilnya ke folder «hasil»:\n"
            "  dak-excel proses . --keluaran ../hasil\n"
            f"Lihat temuan satu berkas saja, tanpa menulis apa pun:\n  dak-excel periksa BERKAS\n{_BANTUAN}"
        )
    return (
        "Di folder ini belum ada buku kerja dan belum ada folder «masukan».\n"
        "Buat folder «masukan», taruh buku kerja dinas di dalamnya (satu folder untuk tiap daerah), lalu:\n"
        "  dak-excel proses masukan --keluaran keluaran\n"
        f"Belum punya buku kerja? Buku kosong yang siap diisi:\n  dak-excel contoh masukan\n{_BANTUAN}"
    )


def _with_input(folder: Path, name: str, out: str) -> str:
    books = _workbooks(folder / name)
    if not books:
        return (
            f"Folder «{name}» belum berisi buku kerja. Taruh berkasnya di sana, lalu:\n"
            f"  dak-excel proses {name} --keluaran {out}\n{_BANTUAN}"
        )
    done = (
        f"Hasil yang terakhir: {Path(out) / 'index.html'}\n"
        if (folder / out / "index.html").is_file()
        else ""
    )
    return (
        f"Folder «{name}» berisi {books} buku kerja. Periksa semuanya:\n"
        f"  dak-excel proses {name} --keluaran {out}\n"
        f"Setiap malam dengan sendirinya:\n  dak-excel jadwal pasang --pukul 01:30\n{done}{_BANTUAN}"
    )


def _workbooks(folder: Path) -> int:
    """Workbooks in a folder and those below it; of a very large one those seen first."""
    number = 0
    for seen, path in enumerate(folder.rglob("*")):
        if seen >= _PALING_BANYAK:
            break
        number += path.suffix.lower() in _EXCEL and not path.name.startswith(("~$", "."))
    return number
