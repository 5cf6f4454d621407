"""Open workbooks in LibreOffice, type into cells, save each as another. Run by a Python that has `uno`.

The one argument is JSON: `soffice`, `profile`, and `documents`, each with `source`, `target` (addresses),
`filter`, `cells` as [sheet, "B7", value], and `insert` as [sheet, row, number of rows].
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def _property(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.2)
    raise SystemExit("LibreOffice did not answer")


def _edit(desktop, one):
    document = desktop.loadComponentFromURL(one["source"], "_blank", 0, (_property("Hidden", True),))
    for name, cell, value in one["cells"]:
        place = document.Sheets.getByName(name).getCellRangeByName(cell)
        if isinstance(value, str):
            place.String = value
        else:
            place.Value = value
    for name, row, count in one["insert"]:
        document.Sheets.getByName(name).Rows.insertByIndex(row - 1, count)
    document.storeToURL(one["target"], (_property("FilterName", one["filter"]),))
    document.close(True)


def main(job):
    pipe = f"dak{time.time_ns()}"
    office = subprocess.Popen(
        [
            job["soffice"],
            f"-env:UserInstallation={job['profile']}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        desktop = _desktop(pipe)
        for one in job["documents"]:
            _edit(desktop, one)
        desktop.terminate()
    finally:
        office.wait(60)


main(json.loads(sys.argv[1]))
