"""The morning page by mail, through a real SMTP server on this machine."""

from __future__ import annotations

import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from dak_excel import mail
from dak_excel.config import MailSettings, Settings
from dak_excel.mail import SendError, send
from dak_excel.nightly.run import run_nightly
from tests.kecil import buku_identitas
from tests.summary.builders import sekilas


class Box:
    """Keeps what the server receives."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []
        self.refused: tuple[str, ...] = ()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 tidak dikenal"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.mails.append(envelope.content)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def smtp() -> Iterator[tuple[Box, int]]:
    box = Box()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


def surel(port: int, **other: Any) -> MailSettings:
    given = {"server": "127.0.0.1", "tls": False, "dari": "dak@uji.example"}
    return MailSettings(**{**given, "port": port, "kepada": ("kepala@uji.example",), **other})


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    return tmp_path


def test_the_page_arrives_as_attachment(tmp_path: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    (tmp_path / "index.html").write_text(
        '<p>Hasil pemeriksaan</p><a class="x" href="Kab/ringkasan.html">Kab</a><a href="#isi">isi</a>',
        encoding="utf-8",
    )
    send(surel(port), [sekilas()], tmp_path, date(2023, 7, 2))
    mail = message_from_bytes(box.mails[0], policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["Subject"] == (
        "Hasil pemeriksaan DAK Nonfisik Sentra IKM, 2 Juli 2023: 1 dari 1 daerah perlu tindakan"
    )
    assert parsedate_to_datetime(mail["Date"]).tzinfo is not None
    assert re.fullmatch(r"<[^@>]+@uji\.example>", mail["Message-ID"])
    body = mail.get_body()
    assert body is not None
    text = body.get_content().replace("\r\n", "\n")
    assert "belum dijawab, 1 isian perlu dilengkapi, 1 berkas tidak terbaca" in text
    assert "Yang perlu dilakukan:\n1. " in text
    assert "Tenggat terdekat: " in text
    assert f"di folder {tmp_path}." in text
    assert "http" not in text
    (attachment,) = mail.iter_attachments()
    assert attachment.get_filename() == "index.html"
    # links to files that are not with the mail are plain text, those within the page stay
    assert '<p>Hasil pemeriksaan</p><a class="x">Kab</a><a href="#isi">isi</a>' in attachment.get_content()


def test_a_name_from_a_folder_cannot_add_a_header(tmp_path: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    send(surel(port), [sekilas("Kota\r\nBcc: orang@lain.example")], tmp_path, date(2023, 7, 2))
    mail = message_from_bytes(box.mails[0], policy=policy.default)
    assert mail["Bcc"] is None
    assert "orang@lain.example" in mail.as_string()


def test_a_run_mails_its_page_once_and_a_deaf_server_stops_nothing(
    tmp_path: Path, smtp: tuple[Box, int]
) -> None:
    box, port = smtp
    masukan = tmp_path / "masukan/Kabupaten Uji"
    masukan.mkdir(parents=True)
    (masukan / "identitas.xlsx").write_bytes(buku_identitas())
    given = {"masukan": tmp_path / "masukan", "keluaran": tmp_path / "k", "per": date(2023, 2, 1)}
    assert run_nightly(Settings(**given, surel=surel(port))).surel == ""
    run_nightly(Settings(**given, surel=surel(port)))
    assert len(box.mails) == 1  # nothing had changed
    hasil = run_nightly(Settings(**given, surel=surel(1), paksa=True))
    assert "tidak terkirim" in hasil.surel
    assert not hasil.failed
    assert (tmp_path / "k/index.html").is_file()


def test_a_server_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    with pytest.raises(SendError, match=r"tidak terkirim lewat 127\.0\.0\.1:1 "):
        send(surel(1), [sekilas()], tmp_path, date(2023, 7, 2))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_on_the_port_of_ssl_the_connection_is_encrypted_at_once(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, cert = str(page / "kunci.pem"), str(page / "sertifikat.pem")
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=uji"
    name = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert]
    subprocess.run(["openssl", *words.split(), *name], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    monkeypatch.setenv("SSL_CERT_FILE", cert)  # aiosmtpd's controller connects to itself, too
    box, port = Box(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port, ssl_context=context)
    controller.start()
    monkeypatch.setattr(mail, "PORT_SSL", port)
    try:
        assert send(surel(port, tls=True), [sekilas()], page, date(2023, 7, 2)) == ""
    finally:
        controller.stop()
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    "given",
    [
        {"server": "smtp..dinas.example"},
        {"dari": "dak@uji.example\nBcc: x@y.example"},
        {"dari": ""},
        {"kepada": ()},
    ],
)
def test_settings_that_cannot_be_used_are_said(
    page: Path, smtp: tuple[Box, int], given: dict[str, Any]
) -> None:
    with pytest.raises(SendError, match="tidak terkirim"):
        send(surel(smtp[1], **given), [sekilas()], page, date(2023, 7, 2))


def test_a_password_that_smtp_cannot_send_is_said_without_it(
    page: Path, smtp: tuple[Box, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("smtplib.SMTP.has_extn", lambda *_: True)
    monkeypatch.setattr("smtplib.SMTP.esmtp_features", {"auth": "PLAIN"}, raising=False)
    settings = surel(smtp[1], pengguna="dak", sandi="rahasiá")
    with pytest.raises(SendError) as failed:
        send(settings, [sekilas()], page, date(2023, 7, 2))
    assert "rahasi" not in str(failed.value)


def test_whom_the_server_refuses_is_named(page: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    box.refused = ("salah@uji.example",)
    both = surel(port, kepada=("kepala@uji.example", "salah@uji.example"))
    assert "menolak alamat salah@uji.example" in send(both, [sekilas()], page, date(2023, 7, 2))
    assert len(box.mails) == 1
    with pytest.raises(SendError, match="menolak alamat salah@uji"):
        send(surel(port, kepada=box.refused), [sekilas()], page, date(2023, 7, 2))


def test_a_mail_that_failed_is_sent_by_the_next_run(tmp_path: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    masukan = tmp_path / "masukan/Kabupaten Uji"
    masukan.mkdir(parents=True)
    (masukan / "identitas.xlsx").write_bytes(buku_identitas())
    given = {"masukan": tmp_path / "masukan", "keluaran": tmp_path / "k", "per": date(2023, 2, 1)}
    hasil = run_nightly(Settings(**given, surel=surel(1)))
    assert "tidak terkirim" in hasil.surel
    assert hasil.diulang
    hasil = run_nightly(Settings(**given, surel=surel(port)))
    assert (hasil.dikerjakan, hasil.surel, hasil.diulang) == (set(), "", False)
    run_nightly(Settings(**given, surel=surel(port)))
    assert len(box.mails) == 1


def test_what_fails_again_for_the_same_reason_is_mailed_once(
    tmp_path: Path, smtp: tuple[Box, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("dak_excel.output.publish.publish_outputs", full)
    masukan = tmp_path / "masukan/Kabupaten Uji"
    masukan.mkdir(parents=True)
    (masukan / "identitas.xlsx").write_bytes(buku_identitas())
    given = {"masukan": tmp_path / "masukan", "keluaran": tmp_path / "k", "per": date(2023, 2, 1)}
    for _ in range(2):
        hasil = run_nightly(Settings(**given, surel=surel(smtp[1])))
        assert hasil.failed
        assert hasil.diulang
    assert len(smtp[0].mails) == 1


def test_a_relay_without_encryption_is_told_how_to_be_used(page: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    with pytest.raises(SendError, match="tls: false"):
        send(surel(port, tls=True), [sekilas()], page, date(2023, 7, 2))
    with pytest.raises(SendError, match="tidak memerlukan baris «pengguna»"):
        send(surel(port, pengguna="dak", sandi="x"), [sekilas()], page, date(2023, 7, 2))
    assert not box.mails
    assert send(surel(port), [sekilas()], page, date(2023, 7, 2)) == ""


def test_a_morning_without_anything_to_do_says_so(page: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    clean = sekilas(banyak=0, berkas=[], dokumen=[], tenggat=[])
    send(surel(port), [clean], page, date(2023, 7, 2))
    mail = message_from_bytes(box.mails[0], policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["Subject"].endswith(": semua beres")
    body = mail.get_body()
    assert body is not None
    assert body.get_content().startswith("Semua daerah beres.")
    assert "Yang perlu dilakukan" not in body.get_content()
