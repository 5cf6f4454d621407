"""Mail: sends the morning page through the office's SMTP server, when the settings name one."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Sequence
from datetime import date
from email.message import EmailMessage
from email.utils import localtime, make_msgid, parseaddr
from pathlib import Path

from dak_excel import errors
from dak_excel.config import MailSettings
from dak_excel.mail_text import body, subject, without_links
from dak_excel.results.glance import Glance

PORT_SSL = 465
"""The port on which the connection is encrypted from its first byte (RFC 8314, 3.3)."""
DETIK = 30
"""How long to wait for an answer of the server, in seconds."""


class NoEncryption(smtplib.SMTPException):
    """The server does not encrypt, and the settings ask for it."""


class SendError(errors.UserError):
    """The mail was not sent. The message says why, in Bahasa Indonesia."""


def message(surel: MailSettings, daerah: Sequence[Glance], keluaran: Path, per: date) -> EmailMessage:
    """The mail: the morning in a few paragraphs, and `index.html` as attachment."""
    mail = EmailMessage()
    mail["Subject"] = subject(daerah, per)
    mail["From"] = surel.dari
    mail["To"] = ", ".join(surel.kepada)
    mail["Date"] = localtime()
    # the sender's own domain: the name of this computer is nobody's business
    mail["Message-ID"] = make_msgid(domain=parseaddr(surel.dari)[1].rpartition("@")[2] or "localhost")
    mail.set_content(body(daerah, keluaran, per))
    page = without_links((keluaran / "index.html").read_bytes())
    mail.add_attachment(page, maintype="text", subtype="html", filename="index.html")
    return mail


def send(surel: MailSettings, daerah: Sequence[Glance], keluaran: Path, per: date) -> str:
    """Sends it, and says whom the server refused; empty when everyone got it.

    Raises `SendError` when nobody got it; the outputs are complete all the same.
    """
    try:
        mail = message(surel, daerah, keluaran, per)
        with _connect(surel) as server:
            if surel.pengguna:
                server.login(surel.pengguna, surel.sandi.get_secret_value())
            refused = server.send_message(mail)
    except Exception as error:  # whatever the settings hold, a mail must not end the run
        raise SendError(
            f"Surel hasil pemeriksaan tidak terkirim lewat {surel.server}:{surel.port} "
            f"({_why(error)}). Periksa bagian «surel» di dak-excel.yaml; semua keluaran tetap "
            "lengkap di foldernya."
        ) from error
    if not refused:
        return ""
    return f"Surel hasil pemeriksaan terkirim, tetapi server menolak alamat {', '.join(refused)}."


def _connect(surel: MailSettings) -> smtplib.SMTP:
    """A connection, encrypted unless the settings say otherwise."""
    if surel.tls and surel.port == PORT_SSL:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(surel.server, surel.port, timeout=DETIK, context=context)
    server = smtplib.SMTP(surel.server, surel.port, timeout=DETIK)
    if surel.tls:
        try:
            server.starttls(context=ssl.create_default_context())
        except BaseException as error:
            server.close()
            if isinstance(error, smtplib.SMTPNotSupportedError):
                raise NoEncryption from error
            raise
    return server


_ALASAN: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPAuthenticationError, "server menolak pengguna atau sandinya"),
    (smtplib.SMTPSenderRefused, "server menolak alamat pengirim"),
    (
        NoEncryption,
        "server itu tidak mengenal TLS; bila ia relay di jaringan kantor sendiri, tulis «tls: false»",
    ),
    (
        smtplib.SMTPNotSupportedError,
        "server tidak mengenal cara masuk ini; relay tanpa kata sandi tidak memerlukan baris «pengguna»",
    ),
    (smtplib.SMTPServerDisconnected, "server memutus sambungan"),
    (smtplib.SMTPException, "server menolak surelnya"),
    (ssl.SSLError, "sambungan terenkripsi gagal"),
    (socket.gaierror, "alamat server tidak ditemukan"),
    (ConnectionError, "server menolak atau memutus sambungan"),
    (TimeoutError, "server tidak menjawab"),
    (UnicodeError, "alamat server, pengguna, atau sandi memuat tulisan yang tidak dapat dipakai"),
)


def _why(error: Exception) -> str:
    """Why the mail was not sent, in a few words; never what the settings or the server say."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"server menolak alamat {', '.join(error.recipients)}"
    for kind, why in _ALASAN:
        if isinstance(error, kind):
            return why
    if isinstance(error, OSError):
        return errors.why(error)
    return "alamat «dari» atau «kepada» keliru"
