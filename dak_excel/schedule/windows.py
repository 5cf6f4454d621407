"""Task Scheduler: a task from XML, with the rights of the user who installs it.

Source: Microsoft, «Task Scheduler Schema» (task/2004/02): `StartWhenAvailable` runs what was missed.
"""

from __future__ import annotations

import getpass
import os
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from dak_excel.schedule.command import NAMA, Command, call, must_call

SEBUTAN = "Task Scheduler Windows"


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
    <ExecutionTimeLimit>PT12H</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(str(perintah.program))}</Command>
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


def status() -> str:
    """What Task Scheduler says of the task; empty when it is not installed."""
    done = call("schtasks", "/Query", "/TN", NAMA, "/V", "/FO", "LIST")
    return done.stdout.strip() if done.returncode == 0 else ""


def remove() -> bool:
    """Removes the task; whether there was one."""
    if not status():
        return False
    must_call("schtasks", "/Delete", "/TN", NAMA, "/F")
    return True
