"""Mail: sends the morning page through the office's SMTP server, when the settings name one."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from dak_excel.bahasa import tanggal
from dak_excel.batch.hasil import Sekilas
from dak_excel.config import Surel
from dak_excel.privacy import samarkan

PALING_BANYAK = 100
"""Daerah that the text of the mail names; the page that comes with it has them all."""


class GagalKirim(Exception):
    """The mail was not sent. The message says why, in Bahasa Indonesia."""


def pesan(surel: Surel, daerah: Sequence[Sekilas], keluaran: Path, per: date) -> EmailMessage:
    """The mail: a few lines of text, and `index.html` as attachment."""
    mail = EmailMessage()
    mail["Subject"] = f"Hasil pemeriksaan DAK Nonfisik Sentra IKM, {tanggal(per)}"
    mail["From"] = surel.dari
    mail["To"] = ", ".join(surel.kepada)
    lines = [_baris(one) for one in daerah[:PALING_BANYAK]]
    if len(daerah) > PALING_BANYAK:
        lines.append(f"- … dan {len(daerah) - PALING_BANYAK} daerah lain")
    mail.set_content("\n".join(["Hasil pemeriksaan terbaru terlampir.", "", *lines, ""]))
    page = (keluaran / "index.html").read_bytes()
    mail.add_attachment(page, maintype="text", subtype="html", filename="index.html")
    return mail


def _baris(daerah: Sekilas) -> str:
    """A daerah in one line; its name without personal numbers and line breaks, which would begin a header."""
    nama = " ".join(samarkan(daerah.nama).split())
    if daerah.sebab:
        return f"- {nama}: tidak dapat diproses"
    unread = f", {len(daerah.gagal)} berkas tidak terbaca" if daerah.gagal else ""
    return f"- {nama}: {daerah.temuan} temuan, {daerah.lengkapi} isian perlu dilengkapi{unread}"


def kirim(surel: Surel, daerah: Sequence[Sekilas], keluaran: Path, per: date) -> None:
    """Sends it. Raises `GagalKirim`; the outputs are complete all the same."""
    try:
        with smtplib.SMTP(surel.server, surel.port, timeout=30) as server:
            if surel.tls:
                server.starttls(context=ssl.create_default_context())
            if surel.pengguna:
                server.login(surel.pengguna, surel.sandi.get_secret_value())
            server.send_message(pesan(surel, daerah, keluaran, per))
    except (OSError, smtplib.SMTPException) as error:
        raise GagalKirim(
            f"Surel hasil pemeriksaan tidak terkirim lewat {surel.server}:{surel.port} "
            f"({type(error).__name__}). Periksa bagian «surel» di dak-excel.yaml; semua keluaran tetap "
            "lengkap di foldernya."
        ) from error
