"""The program with all its wheels for 64-bit Windows, Python 3.11 to 3.13: `build/dak-excel-windows.zip`.

`make bundel-windows`. Unpacked on a computer without internet, its `jalankan.bat` installs from the folder
`paket`. pip resolves for another system by its tags, but reads the conditions of requirements («only on
Windows») as if it were for the system it runs on; so what the wheels ask for is followed here, and the folder
is only packed when nothing is missing.
"""

from __future__ import annotations

import email.parser
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
SISTEM = "win_amd64"
PYTHON = ("3.11", "3.12", "3.13")
PEMBANGUN = ("setuptools>=69", "pip")
"""What an installation needs besides the program's own requirements."""
ISI = (
    *("dak_excel", "templates", "input_samples", "docs", "jalankan.bat", "pasang-malam.bat", "siapkan.py"),
    *("pyproject.toml", "setup.py", "README.md", "CHANGELOG.md", "LICENSE"),
)
"""What of the checkout goes along."""


class MissingWheel(Exception):
    """A requirement for which there is no wheel."""


def environment(python: str) -> dict[str, str]:
    """What conditions of requirements are about, on Windows with a Python."""
    return {
        "os_name": "nt",
        "sys_platform": "win32",
        "platform_system": "Windows",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_release": "10",
        "platform_version": "10.0",
        "extra": "",
    }


def collect(wanted: Iterable[str], folder: Path, python: str) -> None:
    """Fetches wheels until every requirement is met, for one Python. Raises `MissingWheel`."""
    wanted = list(wanted)
    tried: set[str] = set()
    while missing := [str(one) for one in unmet(wanted, folder, python)]:
        if tried.issuperset(missing):
            raise MissingWheel(f"{', '.join(missing)} (Python {python})")
        tried.update(missing)
        bare = [text.split(";")[0].strip() for text in missing]
        if not _fetch(bare, folder, python):
            for one in bare:
                if not _fetch([one], folder, python):
                    _build(one, folder)


def unmet(wanted: Iterable[str], folder: Path, python: str) -> Iterator[Requirement]:
    """Requirements of `wanted`, and of what meets them, that no wheel of the folder meets."""
    wheels = _usable(folder, python)
    seen: set[tuple[str, str]] = set()
    queue = [Requirement(text) for text in wanted]
    while queue:
        one = queue.pop()
        extras = one.extras or {""}
        if (key := (canonicalize_name(one.name), f"{sorted(extras)}{one.specifier}")) in seen:
            continue
        seen.add(key)
        found = [w for v, w in wheels.get(key[0], []) if one.specifier.contains(v, prereleases=True)]
        if not found:
            yield one
            continue
        for text in _requirements(found[-1]):
            asked = Requirement(text)
            known = environment(python)
            if not asked.marker or any(asked.marker.evaluate({**known, "extra": e}) for e in extras):
                queue.append(asked)


def _usable(folder: Path, python: str) -> dict[str, list[tuple[str, Path]]]:
    """The wheels that this Python takes on Windows: by name, with their versions, oldest first."""
    wheels: dict[str, list[tuple[str, Path]]] = {}
    for path in sorted(folder.glob("*.whl")):
        name, version, _, tags = parse_wheel_filename(path.name)
        if any(_fits(t.interpreter, t.abi, t.platform, python) for t in tags):
            wheels.setdefault(name, []).append((str(version), path))
    return wheels


def _fits(interpreter: str, abi: str, platform: str, python: str) -> bool:
    if platform not in ("any", SISTEM):
        return False
    own = f"cp{python.replace('.', '')}"
    if abi == "abi3":
        return interpreter.startswith("cp3") and int(interpreter[3:]) <= int(own[3:])
    return (interpreter, abi) == (own, own) or (interpreter in ("py3", "py2", own) and abi == "none")


def _requirements(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        told = email.parser.BytesParser().parsebytes(archive.read(name), headersonly=True)
    return [str(text) for text in told.get_all("Requires-Dist", [])]


_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")


def _fetch(wanted: list[str], folder: Path, python: str) -> bool:
    """Has pip fetch wheels for these, and nothing else; whether it could."""
    tags = ["--platform", SISTEM, "--python-version", python, "--only-binary", ":all:", "--no-deps"]
    command = [*_PIP, "download", "--dest", str(folder), *tags, *wanted]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _build(wanted: str, folder: Path) -> None:
    """Builds the wheel of one that is only given away as source; one that is not of Python alone goes."""
    command = [*_PIP, "wheel", "--no-deps", "--no-binary", ":all:", "--wheel-dir", str(folder), wanted]
    subprocess.run(command, capture_output=True, check=False)
    for path in folder.glob("*linux*.whl"):
        path.unlink()


def pack(paket: Path, place: Path) -> None:
    """The program and the wheels as one zip, all in a folder `dak_excel`."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ISI:
            found = ROOT / name
            for path in sorted(found.rglob("*")) if found.is_dir() else [found]:
                if path.is_file() and "__pycache__" not in path.parts:
                    archive.write(path, Path("dak_excel", path.relative_to(ROOT)))
        for wheel in sorted(paket.glob("*.whl")):
            archive.write(wheel, Path("dak_excel/paket", wheel.name), zipfile.ZIP_STORED)


def main() -> int:
    """Collects, packs, and says what came of it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *PEMBANGUN]
    paket = ROOT / "build" / "paket"
    shutil.rmtree(paket, ignore_errors=True)
    paket.mkdir(parents=True)
    try:
        for python in PYTHON:
            print(f"Mengumpulkan paket untuk Python {python} ...", flush=True)
            collect(wanted, paket, python)
    except MissingWheel as error:
        print(f"Bundel tidak dibuat; tidak ada roda (wheel) untuk: {error}")
        return 1
    place = ROOT / "build" / "dak-excel-windows.zip"
    pack(paket, place)
    size = place.stat().st_size / 2**20
    print(f"{place.relative_to(ROOT)} dibuat: {len(list(paket.glob('*.whl')))} paket, {size:.0f} MiB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
