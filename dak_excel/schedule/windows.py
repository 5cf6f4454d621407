"""Task Scheduler: a task from XML, with the rights of the user who installs it.

Source: Microsoft, «Task Scheduler Schema» (task/2004/02): `StartWhenAvailable` runs what was missed,
`WakeToRun` wakes a computer that sleeps. The program is `pythonw.exe`: it has no window.
"""

from __future__ import annotations

import getpass
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from dak_excel.schedule.command import NAMA, Command, Installed, call, must_call

SEBUTAN = "Task Scheduler Windows"
MATI = "Tugasnya dimatikan di Task Scheduler. Nyalakan di sana, atau pasang lagi: dak-excel jadwal pasang."


def xml(pukul: str, perintah: Command, pengguna: str) -> str:
    """The task's XML; `schtasks` wants it in UTF-16."""
    arguments = subprocess.list2cmdline(perintah.arguments)
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>dak_excel: pemeriksaan malam</Description></RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>2023-01-01T{pukul}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{escape(pengguna)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <WakeToRun>true</WakeToRun>
    <ExecutionTimeLimit>PT12H</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(str(without_window(perintah.program)))}</Command>
      <Arguments>{escape(arguments)}</Arguments>
      <WorkingDirectory>{escape(str(perintah.folder))}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""


def install(pukul: str, perintah: Command) -> None:
    """Installs the task, replacing an earlier one."""
    user = f"{os.environ.get('USERDOMAIN', '')}\\{getpass.getuser()}".lstrip("\\")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tugas.xml"
        path.write_text(xml(pukul, perintah, user), encoding="utf-16")
        must_call("schtasks", "/Create", "/TN", NAMA, "/XML", str(path), "/F")


def without_window(program: Path) -> Path:
    """`pythonw.exe` beside a `python.exe`."""
    return program.with_name("pythonw.exe") if program.name.casefold() == "python.exe" else program


def available() -> bool:
    """Whether this is Windows."""
    return sys.platform == "win32"


def status() -> Installed | None:
    """What Task Scheduler has; None when it is not installed. Its XML is the same in every language."""
    if not available():
        return None
    done = call("schtasks", "/Query", "/TN", NAMA, "/XML")
    return told(done.stdout) if done.returncode == 0 else None


def told(text: str) -> Installed:
    """What a task's XML tells."""
    found = re.search(r"<StartBoundary>[^<]*T(\d\d:\d\d)", text)
    off = re.search(r"<Settings>.*<Enabled>\s*false\s*</Enabled>.*</Settings>", text, re.DOTALL)
    return Installed(found[1] if found else "", (MATI,) if off else ())


def remove() -> bool:
    """Removes the task; whether there was one."""
    if status() is None:
        return False
    must_call("schtasks", "/Delete", "/TN", NAMA, "/F")
    return True
