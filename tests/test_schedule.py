"""The nightly run: the form of what each scheduler is given, on whatever system the tests run."""

from __future__ import annotations

import sys
from pathlib import Path, PureWindowsPath
from xml.etree import ElementTree

import pytest

from dak_excel.schedule import command, cron, systemd, windows
from dak_excel.schedule.command import GagalJadwal, Perintah, wajib

PERINTAH = Perintah(Path("/opt/py/bin/python"), Path("/data/masuk & 100% baru"), Path("/data/keluar"))


def test_cron_runs_each_night_and_after_start_up() -> None:
    nightly, start_up = cron.baris("01:30", PERINTAH)
    assert nightly.startswith("30 1 * * * /opt/py/bin/python -m dak_excel proses '/data/masuk & 100\\% baru'")
    assert start_up.startswith("@reboot sleep 120; /opt/py/bin/python")


def test_cron_leaves_the_users_own_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    table = ['MAILTO=""', "5 5 * * * cadangkan"]

    def fake(*words: str, stdin: str | None = None) -> object:
        if stdin is not None:
            table[:] = stdin.splitlines()
        return type("Done", (), {"returncode": 0, "stdout": "\n".join(table), "stderr": ""})()

    monkeypatch.setattr(cron, "panggil", fake)
    monkeypatch.setattr(cron, "wajib", lambda *w, stdin=None: fake(*w, stdin=stdin))
    cron.pasang("01:30", PERINTAH)
    cron.pasang("02:15", PERINTAH)
    assert table[:2] == ['MAILTO=""', "5 5 * * * cadangkan"]
    assert len(table) == 4
    assert "15 2 * * *" in cron.lihat()
    assert cron.lepas()
    assert not cron.lepas()
    assert table == ['MAILTO=""', "5 5 * * * cadangkan"]


def test_systemd_catches_up_and_escapes() -> None:
    assert "Persistent=true" in systemd.timer("01:30")
    assert "OnCalendar=*-*-* 01:30:00" in systemd.timer("01:30")
    assert '"/data/masuk & 100%% baru"' in systemd.layanan(PERINTAH)


def test_windows_task_is_well_formed_and_catches_up() -> None:
    perintah = Perintah(
        PureWindowsPath(r"C:\Py\python.exe"),  # type: ignore[arg-type]
        PureWindowsPath(r"D:\Data Dinas\masuk & <baru>"),  # type: ignore[arg-type]
        PureWindowsPath(r"D:\Data Dinas\keluar"),  # type: ignore[arg-type]
    )
    root = ElementTree.fromstring(windows.xml("01:30", perintah, r"DINAS\staf").encode("utf-16"))
    ns = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert root.findtext(".//t:StartWhenAvailable", namespaces=ns) == "true"
    assert root.findtext(".//t:RunLevel", namespaces=ns) == "LeastPrivilege"
    assert root.findtext(".//t:StartBoundary", namespaces=ns) == "2023-01-01T01:30:00"
    assert root.findtext(".//t:Arguments", namespaces=ns) == (
        r'-m dak_excel proses "D:\Data Dinas\masuk & <baru>" --keluaran "D:\Data Dinas\keluar"'
    )


def test_a_scheduler_that_refuses_is_said_in_one_sentence() -> None:
    with pytest.raises(GagalJadwal, match="Penjadwal menolak"):
        wajib(sys.executable, "-c", "raise SystemExit('tidak boleh')")


def test_a_missing_program_counts_as_failed() -> None:
    assert command.panggil("program-yang-tidak-ada").returncode == 127
