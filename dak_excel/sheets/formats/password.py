"""Workbooks locked with the password that Excel itself tries first, and so opens without asking.

Excel 97 to 2003 protects a workbook's structure by encrypting the file with «VelvetSweatshop»
([MS-OFFCRYPTO] 2.3.7.6, [MS-XLS] 2.2.10); for its user such a file has no password at all.
"""

from __future__ import annotations

import io
import struct

from dak_excel.sheets.formats.cfb import CompoundFile, Damaged
from dak_excel.sheets.formats.refusal import encrypted
from dak_excel.sheets.formats.sniff import is_ole

_DEFAULT = "VelvetSweatshop"
_FILE_PASS = 0x2F
_LOOKED_AT = 64  # records; FilePass stands behind BOF and, at most, WriteProtect


def is_locked(data: bytes) -> bool:
    """Whether a file is an encrypted workbook, with whatever password."""
    if not is_ole(data):
        return False
    try:
        container = CompoundFile(data)
        if "encryptedpackage" in container.names:
            return True
        return bool(container.names & {"workbook", "book"}) and _has_file_pass(
            container.stream("Workbook", "Book")
        )
    except (Damaged, struct.error):
        return False


def unlocked(data: bytes, workbook: str) -> bytes:
    """The workbook inside a locked file. Raises Refusal when it has a password of its own.

    `workbook` is its name, which a caller that guards this tells the user.
    """
    from msoffcrypto import OfficeFile  # late: few files are locked, and it brings a crypto library along
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    try:
        locked = OfficeFile(io.BytesIO(data))
        if isinstance(locked, OOXMLFile):
            locked.load_key(password=_DEFAULT, verify_password=True)
        else:
            locked.load_key(password=_DEFAULT)
        locked.decrypt(out)
    except MemoryError:
        raise
    except Exception as error:  # another password, a way of locking that it does not know, a damaged file
        raise encrypted() from error
    return out.getvalue()


def _has_file_pass(stream: bytes) -> bool:
    at = 0
    for _ in range(_LOOKED_AT):
        if at + 4 > len(stream):
            return False
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _FILE_PASS:
            return True
        at += 4 + size
    return False
