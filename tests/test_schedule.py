"""The nightly run: the form of what each scheduler is given, on whatever system the tests run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import types
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PureWindowsPath
from xml.etree import ElementTree

import pytest

from dak_excel import schedule
from dak_excel.cli import app
from dak_excel.cli.app import run
from dak_excel.cli.parser import parser
from dak_excel.schedule import command, cron, record, systemd, windows
from dak_excel.schedule.command import Command, ScheduleError, must_call

PERINTAH = Command(
    Path("/opt/py/bin/python"),
    Path("/data/masuk & 100% baru"),
    Path("/data/keluar"),
    Path("/home/staf/kerja $ 5%"),
    ("--kertas", "A4"),
)


def test_cron_runs_each_night_and_after_start_up() -> None:
    nightly, start_up = cron.crontab_lines("01:30", PERINTAH)
    assert nightly.startswith(
        "30 1 * * * cd '/home/staf/kerja $ 5\\%' && /opt/py/bin/python -m dak_excel proses "
        "'/data/masuk & 100\\% baru' --keluaran /data/keluar --kertas A4 --malam "
    )
    assert start_up.startswith("@reboot sleep 120; cd '/home/staf/kerja $ 5\\%' && /opt/py/bin/python")


@pytest.mark.skipif(sys.platform == "win32", reason="cron runs its lines with a POSIX shell")
def test_what_cron_runs_is_the_command(tmp_path: Path) -> None:
    """The line as the shell gets it: cron takes the time away and unescapes `%`."""
    work = tmp_path / "kerja $ 5%"
    work.mkdir()
    program = tmp_path / "python"
    program.write_text(
        '#!/bin/sh\npwd > hasil.txt; for a; do echo "$a" >> hasil.txt; done\n', encoding="utf-8"
    )
    program.chmod(0o700)
    nightly, _ = cron.crontab_lines("01:30", replace(PERINTAH, program=program, folder=work))
    line = nightly.split(" * * * ", 1)[1].replace(r"\%", "%")
    subprocess.run(["/bin/sh", "-c", line], check=True)
    assert (work / "hasil.txt").read_text(encoding="utf-8").splitlines() == [str(work), *PERINTAH.arguments]


@pytest.fixture(autouse=True)
def _own_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The record of the nightly run, not that of whoever runs the tests."""
    monkeypatch.setattr(record, "file", lambda: tmp_path / "catatan/malam.json")


@pytest.fixture
def crontab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a stand-in for `crontab` keeps."""
    table = tmp_path / "tabel"
    program = tmp_path / "bin/crontab"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\nif [ \"$1\" = - ]; then cat > '{table}'; elif [ -f '{table}' ]; then cat '{table}'\n"
        'else echo "${KELUHAN:-no crontab for uji}" >&2; exit 1; fi\n',
        encoding="utf-8",
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return table


@pytest.mark.skipif(sys.platform == "win32", reason="cron is not on Windows")
def test_cron_leaves_the_users_own_lines_byte_for_byte(crontab: Path) -> None:
    own = b'MAILTO=""\n\n5 5 * * * cadangkan # caf\xe9 \x0c\x0b \xe2\x80\xa8 x\r\n# akhir\n'
    crontab.write_bytes(own)
    cron.install("01:30", PERINTAH)
    cron.install("02:15", PERINTAH)
    text = crontab.read_bytes()
    assert text.startswith(own)
    assert text.count(b"\n") == own.count(b"\n") + 2
    known = cron.status()
    assert known is not None
    assert known.pukul == "02:15"
    assert cron.remove()
    assert not cron.remove()
    assert crontab.read_bytes() == own


@pytest.mark.skipif(sys.platform == "win32", reason="cron is not on Windows")
def test_a_crontab_that_cannot_be_read_is_not_written_over(
    crontab: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KELUHAN", "you are not allowed to use this program")
    for call in (cron.status, cron.remove, lambda: cron.install("01:30", PERINTAH)):
        with pytest.raises(ScheduleError, match="tidak dapat dibaca: you are not allowed"):
            call()
    assert not crontab.exists()
    monkeypatch.delenv("KELUHAN")
    cron.install("01:30", PERINTAH)
    assert crontab.is_file()


def test_systemd_catches_up_and_escapes() -> None:
    assert "Persistent=true" in systemd.timer_unit("01:30")
    assert "OnCalendar=*-*-* 01:30:00" in systemd.timer_unit("01:30")
    assert '"/data/masuk & 100%% baru"' in systemd.service_unit(PERINTAH)
    assert "WorkingDirectory=/home/staf/kerja $ 5%%\n" in systemd.service_unit(PERINTAH)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_itself_finds_no_fault_in_the_units(tmp_path: Path) -> None:
    perintah = replace(PERINTAH, program=Path(sys.executable), folder=tmp_path)
    (tmp_path / "dak-excel-malam.service").write_text(systemd.service_unit(perintah), encoding="utf-8")
    (tmp_path / "dak-excel-malam.timer").write_text(systemd.timer_unit("01:30"), encoding="utf-8")
    units = [str(path) for path in tmp_path.glob("dak-excel-malam.*")]
    done = command.call("systemd-analyze", "verify", "--user", *units)
    assert "dak-excel-malam" not in done.stderr + done.stdout


def test_installing_writes_the_units_and_removing_takes_them_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[str, ...]] = []

    def fake(*words: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
        calls.append(words)
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr(systemd, "call", fake)
    monkeypatch.setattr(systemd, "must_call", fake)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert systemd.status() is None
    systemd.install("01:30", PERINTAH)
    assert {p.name for p in systemd.folder().iterdir()} == {
        "dak-excel-malam.service",
        "dak-excel-malam.timer",
    }
    assert ("systemctl", "--user", "enable", "--now", "dak-excel-malam.timer") in calls
    assert systemd.remove()
    assert list(systemd.folder().iterdir()) == []
    assert not systemd.remove()


def test_the_options_that_were_given_are_those_of_the_night(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed: list[Command] = []
    fake = types.SimpleNamespace(
        SEBUTAN="uji",
        available=lambda: True,
        install=lambda pukul, perintah: installed.append(perintah),
        status=lambda: None,
    )
    monkeypatch.setattr("dak_excel.schedule.SEMUA", (fake,))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "masuk").mkdir()
    (tmp_path / "templat ku").mkdir()
    words = ["jadwal", "pasang", "--pukul", "1.30", "--masukan", "masuk", "--keluaran", "keluar"]
    assert (
        run(
            [
                *words,
                "--kertas",
                "A4",
                "--pekerja",
                "2",
                "--templat",
                "templat ku",
                "--nik-penuh",
                "--tanpa-tata-letak",
            ]
        )
        == 0
    )
    assert "tiap hari pukul 01:30" in " ".join(capsys.readouterr().out.split())
    (perintah,) = installed
    assert perintah.folder == tmp_path
    assert perintah.arguments[2:] == [
        "proses",
        str(tmp_path / "masuk"),
        "--keluaran",
        str(tmp_path / "keluar"),
        "--kertas",
        "A4",
        "--nik-penuh",
        "--tanpa-tata-letak",
        "--templat",
        str(tmp_path / "templat ku"),
        "--pekerja",
        "2",
        "--malam",
    ]
    assert parser().parse_args(perintah.arguments[2:]).pekerja == 2


def test_every_option_of_a_run_is_taken_over_by_the_night() -> None:
    folders = {"perintah", "masukan", "keluaran"}
    of_today = {"per", "paksa", "buka", "malam"}
    options = set(vars(parser().parse_args(["proses"]))) - folders - of_today
    assert options == set(app._PILIHAN)


def test_a_nightly_run_over_a_folder_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["jadwal", "pasang", "--masukan", str(tmp_path / "tiada")]) == 2
    assert "tidak ditemukan" in capsys.readouterr().err


def test_windows_task_is_well_formed_and_catches_up() -> None:
    perintah = Command(
        PureWindowsPath(r"C:\Py\python.exe"),  # type: ignore[arg-type]
        PureWindowsPath(r"D:\Data Dinas\masuk & <baru>"),  # type: ignore[arg-type]
        PureWindowsPath(r"D:\Data Dinas\keluar"),  # type: ignore[arg-type]
        PureWindowsPath(r"D:\Data Dinas"),  # type: ignore[arg-type]
    )
    root = ElementTree.fromstring(windows.xml("01:30", perintah, r"DINAS\staf").encode("utf-16"))
    ns = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert root.findtext(".//t:StartWhenAvailable", namespaces=ns) == "true"
    assert root.findtext(".//t:RunLevel", namespaces=ns) == "LeastPrivilege"
    assert root.findtext(".//t:WorkingDirectory", namespaces=ns) == r"D:\Data Dinas"
    assert root.findtext(".//t:StartBoundary", namespaces=ns) == "2023-01-01T01:30:00"
    assert root.findtext(".//t:Arguments", namespaces=ns) == (
        r'-m dak_excel proses "D:\Data Dinas\masuk & <baru>" --keluaran "D:\Data Dinas\keluar" --malam'
    )
    assert root.findtext(".//t:WakeToRun", namespaces=ns) == "true"
    assert root.findtext(".//t:Command", namespaces=ns) == r"C:\Py\pythonw.exe"  # no window


def test_a_scheduler_that_refuses_is_said_in_one_sentence() -> None:
    with pytest.raises(ScheduleError, match="Penjadwal menolak"):
        must_call(sys.executable, "-c", "raise SystemExit('tidak boleh')")


def test_a_missing_program_counts_as_failed() -> None:
    assert command.call("program-yang-tidak-ada").returncode == 127


class Scheduler(types.SimpleNamespace):
    """A scheduler that keeps what it is given."""

    def __init__(self, name: str, *, available: bool = True, pukul: str = "") -> None:
        super().__init__(SEBUTAN=name, here=available, pukul=pukul, catatan=())

    def available(self) -> bool:
        return bool(self.here)

    def install(self, pukul: str, perintah: Command) -> None:
        self.pukul = pukul

    def status(self) -> command.Installed | None:
        return command.Installed(self.pukul, self.catatan) if self.pukul else None

    def remove(self) -> bool:
        had, self.pukul = bool(self.pukul), ""
        return had


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Scheduler, Scheduler]:
    both = Scheduler("satu"), Scheduler("dua", pukul="03:00")
    monkeypatch.setattr(schedule, "SEMUA", both)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "masuk").mkdir()
    return both


def test_installing_takes_away_what_another_scheduler_has(
    two: tuple[Scheduler, Scheduler], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["jadwal", "pasang", "--masukan", "masuk", "--pukul", "1.30"]) == 0
    assert [one.pukul for one in two] == ["01:30", ""]
    assert "di dua dilepas" in " ".join(capsys.readouterr().out.split())
    assert run(["jadwal", "lepas"]) == 0
    assert run(["jadwal", "lepas"]) == 0
    assert "Tidak ada proses malam" in capsys.readouterr().out


def test_all_that_is_installed_is_seen_and_taken_away(two: tuple[Scheduler, Scheduler]) -> None:
    two[0].pukul = "01:00"
    said = schedule.status()
    assert "satu: tiap hari pukul 01:00" in said
    assert "dua: tiap hari pukul 03:00" in said
    assert "lebih dari sekali" in said
    assert schedule.remove() == "Proses malam dilepas dari satu dan dua."
    assert schedule.status().startswith("Belum ada proses malam")


def test_the_next_and_the_last_run_are_told(two: tuple[Scheduler, Scheduler], tmp_path: Path) -> None:
    said = schedule.status(datetime(2023, 7, 14, 3, 0))
    assert "Berjalan lagi 15 Juli 2023 pukul 03:00." in said
    assert "Belum pernah berjalan" in said
    assert run(["proses", str(tmp_path / "tiada"), "--malam"]) == 2
    assert run(["proses", str(tmp_path / "tiada")]) == 2  # one by hand is none of the night
    assert f"gagal. Folder masukan «{tmp_path / 'tiada'}» tidak ditemukan" in schedule.status()
    with record.night() as noted:
        assert "belum selesai" in schedule.status()
        noted.kode = 3
    assert "ada berkas yang tidak dapat diolah" in schedule.status()
    two[1].catatan = (cron.BERHENTI,)
    assert "Berjalan lagi" not in schedule.status()  # it will not
    assert "sudo systemctl enable --now cron" in schedule.status()


def test_a_scheduler_that_may_not_be_looked_into_keeps_no_other_from_work(
    two: tuple[Scheduler, Scheduler], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied() -> None:
        raise ScheduleError("tidak boleh")

    monkeypatch.setattr(two[1], "status", denied, raising=False)
    two[0].pukul = "01:00"
    assert "satu" in schedule.status()
    two[0].here = False
    with pytest.raises(ScheduleError):
        schedule.remove()


def test_the_help_of_each_act_shows_its_own_options(capsys: pytest.CaptureFixture[str]) -> None:
    said = {}
    for words in (["pasang"], ["lihat"], ["lepas"], []):
        assert run(["jadwal", *words, "--help"]) == 0
        said["".join(words)] = capsys.readouterr().out
    assert "--kertas" in said["pasang"]
    assert all("--kertas" not in said[one] for one in ("", "lihat", "lepas"))
    assert all("contoh:" in text for text in said.values())


@pytest.mark.skipif(not Path("/proc/self/comm").exists(), reason="processes are not seen here")
def test_a_cron_that_is_not_at_work_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cron, "_DAEMON", {Path("/proc/self/comm").read_text().strip()})
    assert cron.is_running()
    monkeypatch.setattr(cron, "_DAEMON", {"tidak-ada-satu-pun"})
    assert cron.is_running() is False


def test_what_a_windows_task_says_of_itself() -> None:
    perintah = replace(PERINTAH)
    assert windows.told(windows.xml("22:05", perintah, "staf")) == command.Installed("22:05")
    off = windows.xml("22:05", perintah, "staf").replace("<WakeToRun>", "<Enabled>false</Enabled><WakeToRun>")
    assert windows.told(off).catatan == (windows.MATI,)
