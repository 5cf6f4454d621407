"""`dak-excel atur`: asks for the settings that most offices change, and writes `dak-excel.yaml`."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from dak_excel.cli.asking import Misanswer, as_folder, as_yes, ask
from dak_excel.config import NAMA_BERKAS, load_settings

LAMA = f"{NAMA_BERKAS}.lama"
"""Where the file of before is kept."""

_KETERANGAN = {
    "masukan": "folder tempat berkas Excel dinas",
    "keluaran": "folder untuk hasilnya",
    "tahun": "tahun anggaran, penentu juknis",
    "kertas": "ukuran kertas laporan: F4 atau A4",
    "pdf": "buat juga PDF laporan bila LibreOffice terpasang",
    "surel": "halaman pagi dikirim lewat server SMTP kantor",
}


def ask_settings() -> str:
    """Asks, writes the file of the current folder, and says where it is.

    Raises `BadSettings` where the answers do not go together, `UserError` when there are no more answers;
    nothing is written then.
    """
    path = Path(NAMA_BERKAS)
    known = _known(path)
    sys.stdout.write(f"Pengaturan ditulis ke {path.resolve()}. Enter memakai yang di antara [ ].\n")
    values = {**known, **_asked(known)}
    load_settings(**{name: value for name, value in values.items() if name in _KETERANGAN})
    kept = f" Yang lama disimpan sebagai {LAMA}." if path.is_file() else ""
    if path.is_file():
        path.replace(LAMA)
    write_settings(path, values)
    return f"Pengaturan ditulis ke {path.resolve()}.{kept} Jalankan: dak-excel proses"


def write_settings(path: Path, values: Mapping[str, Any]) -> None:
    """Writes settings as YAML, each with what it is; for their user alone when a password is among them."""
    parts = []
    for name, value in values.items():
        comment = f"# {_KETERANGAN[name]}\n" if name in _KETERANGAN else ""
        parts.append(comment + yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False))
    secret = isinstance(surel := values.get("surel"), Mapping) and "sandi" in surel
    mode = 0o600 if secret else 0o666
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="utf-8") as file:
        file.write("".join(parts))


def _known(path: Path) -> dict[str, Any]:
    """What the file has, where it can be read."""
    try:
        known = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return known if isinstance(known, dict) else {}


def _asked(known: Mapping[str, Any]) -> dict[str, Any]:
    masukan = ask("Folder tempat berkas Excel dinas", str(known.get("masukan", "masukan")), as_folder)
    beside = known.get("keluaran", masukan.parent / "keluaran")
    answers: dict[str, Any] = {
        "masukan": str(masukan),
        "keluaran": str(ask("Folder untuk hasilnya", str(beside), as_folder)),
        "tahun": ask("Tahun anggaran", str(known.get("tahun", 2023)), _as_year),
        "kertas": ask("Kertas laporan, F4 atau A4", str(known.get("kertas", "F4")), _as_paper),
        "pdf": ask("Buat juga PDF laporan (ya/tidak)", "ya" if known.get("pdf") else "tidak", as_yes),
    }
    if not Path(answers["masukan"]).is_dir():
        sys.stdout.write("  Folder itu belum ada; dibuat.\n")
        Path(answers["masukan"]).mkdir(parents=True)
    before = known.get("surel")
    surel = before if isinstance(before, dict) else {}
    if ask("Kirim hasilnya lewat surel (ya/tidak)", "ya" if surel else "tidak", as_yes):
        answers["surel"] = _asked_mail(surel)
    elif surel:
        answers["surel"] = None
    return answers


def _asked_mail(known: Mapping[str, Any]) -> dict[str, Any]:
    def before(name: str, otherwise: str = "") -> str:
        return str(known.get(name, otherwise))

    mail: dict[str, Any] = {
        "server": ask("  Server SMTP", before("server"), _as_filled),
        "port": ask("  Port (587, 465, atau 25)", before("port", "587"), _as_port),
    }
    encrypted = ask("  Terenkripsi/TLS (ya/tidak)", "tidak" if known.get("tls") is False else "ya", as_yes)
    mail["tls"] = encrypted
    if user := ask(
        "  Pengguna (kosongkan bila tanpa masuk; tulis - )", before("pengguna", "-"), _as_optional
    ):
        mail["pengguna"] = user
        mail |= _asked_password(known)
    mail["dari"] = ask("  Dari alamat", before("dari"), _as_address)
    to = known.get("kepada")
    mail["kepada"] = ask("  Kepada, pisahkan dengan koma", ", ".join(to) if to else "", _as_addresses)
    return mail


def _asked_password(known: Mapping[str, Any]) -> dict[str, str]:
    """The password, not shown while it is typed; without one it comes from the environment."""
    prompt = "  Sandi (Enter: yang lama, atau dari DAK_EXCEL_SUREL__SANDI): "
    typed = getpass.getpass(prompt) if sys.stdin.isatty() else ""
    password = typed or str(known.get("sandi", ""))
    return {"sandi": password} if password else {}


def _as_year(text: str) -> int:
    if not (text.isdigit() and 2000 <= int(text) <= 2100):
        raise Misanswer(f"«{text}» bukan tahun; tulis seperti 2023")
    return int(text)


def _as_paper(text: str) -> str:
    if text.upper() not in ("F4", "A4"):
        raise Misanswer("tulis F4 atau A4")
    return text.upper()


def _as_filled(text: str) -> str:
    if not text:
        raise Misanswer("belum diisi")
    return text


def _as_optional(text: str) -> str:
    return "" if text == "-" else text


def _as_port(text: str) -> int:
    if not (text.isdigit() and 0 < int(text) < 65536):
        raise Misanswer(f"«{text}» bukan nomor port; tulis seperti 587")
    return int(text)


def _as_address(text: str) -> str:
    name, at, domain = text.strip().partition("@")
    if not (name and at and domain) or " " in text.strip():
        raise Misanswer(f"«{text}» bukan alamat surel; tulis seperti kepala@dinas.example")
    return text.strip()


def _as_addresses(text: str) -> list[str]:
    return [_as_address(part) for part in text.replace(";", ",").split(",") if part.strip() or not text]
