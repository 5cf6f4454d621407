"""The morning page by mail, through a real SMTP server on this machine."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from dak_excel.batch.run import jalankan
from dak_excel.config import Pengaturan, Surel
from dak_excel.mail import GagalKirim, kirim
from tests.kecil import buku_identitas
from tests.summary.builders import sekilas


class Box:
    """Keeps what the server receives."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.mails.append(envelope.content)
        return "250 OK"


@pytest.fixture
def smtp() -> Iterator[tuple[Box, int]]:
    box = Box()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


def surel(port: int) -> Surel:
    return Surel(
        server="127.0.0.1", port=port, tls=False, dari="dak@uji.example", kepada=("kepala@uji.example",)
    )


def test_the_page_arrives_as_attachment(tmp_path: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    (tmp_path / "index.html").write_text("<p>Hasil pemeriksaan</p>", encoding="utf-8")
    kirim(surel(port), [sekilas()], tmp_path, date(2023, 7, 2))
    mail = message_from_bytes(box.mails[0], policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["Subject"] == "Hasil pemeriksaan DAK Nonfisik Sentra IKM, 2 Juli 2023"
    body = mail.get_body()
    assert body is not None
    assert "Kabupaten Uji: 7 temuan, 1 isian perlu dilengkapi, 1 berkas tidak terbaca" in body.get_content()
    (attachment,) = mail.iter_attachments()
    assert attachment.get_filename() == "index.html"
    assert "Hasil pemeriksaan" in attachment.get_content()


def test_a_name_from_a_folder_cannot_add_a_header(tmp_path: Path, smtp: tuple[Box, int]) -> None:
    box, port = smtp
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    kirim(surel(port), [sekilas("Kota\r\nBcc: orang@lain.example")], tmp_path, date(2023, 7, 2))
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
    assert jalankan(Pengaturan(**given, surel=surel(port))).surel == ""
    jalankan(Pengaturan(**given, surel=surel(port)))
    assert len(box.mails) == 1  # nothing had changed
    hasil = jalankan(Pengaturan(**given, surel=surel(1), paksa=True))
    assert "tidak terkirim" in hasil.surel
    assert not hasil.gagal
    assert (tmp_path / "k/index.html").is_file()


def test_a_server_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("x", encoding="utf-8")
    with pytest.raises(GagalKirim, match=r"tidak terkirim lewat 127\.0\.0\.1:1 "):
        kirim(surel(1), [sekilas()], tmp_path, date(2023, 7, 2))
