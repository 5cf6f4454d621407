"""Office packages whose bytes depend on their content alone: the same input gives the same file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Earliest time that a zip can hold."""

_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")


def fix_package(isi: bytes, per: date = date(1980, 1, 1)) -> bytes:
    """The same package with fixed zip times, and `per` as the day it was made and changed."""
    stamp = rb"\g<1>" + f"{per.isoformat()}T00:00:00Z".encode() + rb"\g<2>"
    with zipfile.ZipFile(io.BytesIO(isi)) as package:
        core = package.read("docProps/core.xml")
    return replace_parts(isi, {"docProps/core.xml": _TIMES.sub(stamp, core)})


def replace_parts(isi: bytes, bagian: Mapping[str, bytes]) -> bytes:
    """The same package with some parts replaced; all times in it fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            stored = name.endswith((".jpg", ".jpeg", ".png", ".xlsx"))
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = 3, 0o600 << 16  # the same on every system
            target.writestr(info, bagian.get(name) or source.read(name))
    return out.getvalue()
