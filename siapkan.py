"""Sets up `.venv` beside this file, or brings it up to date; run by the two .bat files and by make.

Runs with the computer's own Python, whatever its version, so that it can say which one is needed: the
standard library only. What was set up is noted in `.venv/siapkan.json`: a folder that was moved or copied,
another Python and a changed `pyproject.toml` are seen by it. With a folder `paket` of wheels
(`make bundel-windows`) nothing is fetched from the internet.

    python siapkan.py [--extra test]
"""

from __future__ import annotations

import hashlib
import json
import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TERENDAH = (3, 11)
PAKET = "paket"
CATATAN = "siapkan.json"
LOG = "pemasangan.log"
PENUNJUK = "dak_excel_tempat.pth"
"""Says to the environment where the program is, whatever an earlier installation says."""

_SKRIP = """
from pip._vendor.distlib.scripts import ScriptMaker, enquote_executable
import sys
maker = ScriptMaker(None, sys.argv[1])
maker.executable, maker.variants, maker.clobber = enquote_executable(sys.executable), {""}, True
maker.make("dak-excel = dak_excel.cli:main")
"""


class SetupError(Exception):
    """Why the program cannot be set up, in the user's words."""


def prepare(proyek: Path, extras: Sequence[str] = ()) -> Path:
    """Makes or renews the environment of the program in a folder; its Python. Raises `SetupError`."""
    if not (proyek / "pyproject.toml").is_file():
        raise SetupError(
            "Berkas program tidak lengkap: pyproject.toml tidak ada di folder ini.\n"
            "Salin ulang seluruh folder dak_excel, lalu coba lagi."
        )
    venv = proyek / ".venv"
    python = _python(venv)
    version = _version(python) or _fresh(venv)
    known = _known(venv)
    before = known.get("extras")
    wanted = sorted({*extras, *(before if isinstance(before, list) else [])})
    now = {"proyek": str(proyek), "python": version, "isi": _digest(proyek), "extras": wanted}
    if known == now:
        return python
    moved = bool(known) and known["proyek"] != now["proyek"]
    if moved:
        _say("Folder program berpindah tempat; menyesuaikan ...")
        _make_environment(venv, clear=False)
    if {**known, "proyek": now["proyek"]} != now:
        _say("Memasang paket yang diperlukan, beberapa menit ...")
        _install(python, proyek, wanted)
    _point_here(python, proyek)
    (venv / CATATAN).write_text(json.dumps(now), encoding="utf-8")
    return python


def _fresh(venv: Path) -> str:
    """A new environment, in the place of one that does not start; its version."""
    _say("Menyiapkan ulang ..." if venv.exists() else "Menyiapkan program untuk pertama kali ...")
    _make_environment(venv, clear=True)
    version = _version(_python(venv))
    if not version:
        raise SetupError(
            f"Python di folder {venv} tidak dapat dijalankan. Hapus folder .venv, lalu coba lagi."
        )
    return version


def _python(venv: Path) -> Path:
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def _version(python: Path) -> str:
    """The version of a Python that starts, else nothing (gone, or of another computer)."""
    try:
        code = "import sys, pip; print('%d.%d' % sys.version_info[:2], sys.maxsize > 2**32)"
        done = subprocess.run([str(python), "-c", code], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode().strip() if done.returncode == 0 else ""


def _known(venv: Path) -> dict[str, object]:
    try:
        known = json.loads((venv / CATATAN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and "proyek" in known else {}


def _digest(proyek: Path) -> str:
    parts = [
        (proyek / name).read_bytes() for name in ("pyproject.toml", "setup.py") if (proyek / name).is_file()
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _make_environment(venv: Path, *, clear: bool) -> None:
    if clear and venv.exists():
        shutil.rmtree(str(venv), ignore_errors=True)
    command = [sys.executable, "-m", "venv", *(["--clear"] if clear else []), str(venv)]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode(errors="replace").strip()
        if "ensurepip" in said:
            raise SetupError(
                "Python di komputer ini belum lengkap. Pasang paket python3-venv, lalu coba lagi."
            )
        raise SetupError(
            "Folder .venv tidak dapat dibuat. Periksa izin tulis dan sisa ruang disk folder ini.\n"
            + said[-300:]
        )


def _install(python: Path, proyek: Path, extras: Sequence[str]) -> None:
    """Installs what `pyproject.toml` names: from the folder `paket`, else from the internet."""
    target = f".[{','.join(extras)}]" if extras else "."
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--editable", target]
    paket = proyek / PAKET
    ways = [pip]
    if any(paket.glob("*.whl")):
        linked = [*pip, "--find-links", str(paket)]
        ways = [[*linked, "--no-index"], linked]
    log = proyek / ".venv" / LOG
    with log.open("wb") as file:
        for way in ways:
            done = subprocess.run(way, cwd=proyek, stdout=file, stderr=subprocess.STDOUT, check=False)
            if done.returncode == 0:
                return
    offline = (
        f"Paket di folder {PAKET} tidak cocok dengan Python ini; pakai Python 3.11 sampai 3.13 (64-bit).\n"
        if len(ways) > 1
        else ""
    )
    raise SetupError(
        f"Paket yang diperlukan tidak dapat dipasang.\n{offline}"
        f"Periksa sambungan internet, lalu coba lagi. Keterangan lengkapnya: {log}"
    )


def _point_here(python: Path, proyek: Path) -> None:
    """Tells a moved environment where the program is now; nothing is fetched for that."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    done = subprocess.run([str(python), "-c", code], capture_output=True, check=True)
    packages = Path(done.stdout.decode().strip())
    (packages / PENUNJUK).write_text(f"{proyek}\n", encoding=locale.getpreferredencoding(False))
    # the command dak-excel names the Python of the old place; «python -m dak_excel» works without it
    subprocess.run([str(python), "-c", _SKRIP, str(python.parent)], capture_output=True, check=False)


def _say(text: str) -> None:
    print(text, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when the program can be started."""
    if sys.version_info < TERENDAH:
        major, minor = sys.version_info[:2]
        _say(
            f"Python di komputer ini versi {major}.{minor}; yang diperlukan 3.11 atau yang lebih baru.\n"
            "Pasang dari python.org; centang «Add python.exe to PATH»."
        )
        return 1
    extras = [arguments[i + 1] for i, word in enumerate(arguments[:-1]) if word == "--extra"]
    try:
        prepare(Path(__file__).resolve().parent, extras)
    except SetupError as error:
        _say(str(error))
        return 1
    except OSError as error:
        _say(f"Program tidak dapat disiapkan: {error}. Periksa izin tulis dan sisa ruang disk folder ini.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
