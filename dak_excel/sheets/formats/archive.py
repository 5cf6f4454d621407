"""A zip package, opened within limits: nothing is unpacked before its declared size has been weighed.

`zipfile` unpacks no more than the declared size and checks the sum, so a part that lies about its size is
refused as damaged.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from dak_excel.sheets.formats.limits import PARTS, RATIO, RATIO_FROM, STREAMED, TEXT_BYTES, UNPACKED
from dak_excel.sheets.formats.refusal import damaged, encrypted, harmful, over_limit

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_ENCRYPTED = 0x1
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOG_BYTES = 64 * 1024
_UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


class Archive:
    """The parts of a zip package by name, whatever their case, slashes and order.

    Raises Refusal when it is damaged, encrypted, or exceeds a limit.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise damaged() from error
        infos = self._zip.infolist()
        if len(infos) > PARTS:
            raise over_limit("jumlah bagian di dalam berkas", f"{PARTS:,}".replace(",", "."))
        self._parts = {_plain(i.filename): i for i in infos if not i.filename.endswith("/")}
        self.repeated = len({info.filename for info in infos}) < len(infos)
        self.transcoded = False
        """Whether an XML part read so far was in another encoding than UTF-8."""
        self._weighed: dict[str, int] = {}

    @property
    def names(self) -> list[str]:
        """Part names in lower case, without a leading slash."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._parts

    def stored_as(self, name: str) -> str:
        """The name of a part as the archive has it."""
        return self._parts[_plain(name)].filename

    def size(self, name: str) -> int:
        """Declared size of a part in bytes, unpacked; 0 when it is missing."""
        info = self._parts.get(_plain(name))
        return info.file_size if info else 0

    def read(self, name: str) -> bytes:
        """A part's bytes; empty when it is missing. Counts, once, towards the limit on unpacked bytes."""
        info = self._parts.get(_plain(name))
        if info is None:
            return b""
        _check(info)
        self.weigh(name, info.file_size)
        try:
            return self._zip.read(info)
        except _DAMAGE as error:
            raise damaged() from error

    def read_xml(self, name: str) -> bytes:
        """An XML part as UTF-8, without a document type, within the limit on text; empty when missing."""
        raw = self.read(name)
        xml = check_xml(raw)
        self.transcoded |= len(xml) != len(raw)
        return xml

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A part to be read piece by piece. Raises Refusal when it is damaged or beyond STREAMED."""
        info = self._parts[_plain(name)]
        _check(info)
        if info.file_size > STREAMED:
            raise over_limit("isi berkas setelah dibuka", f"{STREAMED // 2**30} GiB")
        try:
            with self._zip.open(info) as opened:
                yield opened
        except _DAMAGE as error:
            raise damaged() from error

    def weigh(self, name: str, size: int) -> None:
        """Counts a part's bytes, once, towards the limit. Raises Refusal beyond it."""
        self._weighed[_plain(name)] = size
        if sum(self._weighed.values()) > UNPACKED:
            raise over_limit("isi berkas setelah dibuka", f"{UNPACKED // 2**20} MiB")


def _check(info: zipfile.ZipInfo) -> None:
    """Raises Refusal when a part is encrypted, or a bomb."""
    if info.flag_bits & _ENCRYPTED:
        raise encrypted()
    if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
        raise harmful("bagian yang mengembang beratus kali lipat saat dibuka (bom zip)")


def check_xml(xml: bytes) -> bytes:
    """XML as UTF-8 bytes. Raises Refusal for a document type or entity, or text beyond the limit."""
    xml = _as_utf8(xml)
    if _DECLARATION.search(xml, 0, _PROLOG_BYTES):
        raise harmful("deklarasi entitas XML")
    check_text(xml)
    return xml


def check_text(xml: bytes) -> None:
    """Raises Refusal when there are more than TEXT_BYTES between two tags.

    Leaps from a `<` to the last one within reach, so that its cost is a few steps for each megabyte.
    """
    at, end = 0, len(xml)
    while end - at > TEXT_BYTES:
        following = xml.rfind(b"<", at + 1, at + TEXT_BYTES + 1)
        if following < 0:
            raise over_limit("panjang teks dalam satu sel", "32.767 karakter")
        at = following


def _as_utf8(xml: bytes) -> bytes:
    """The same XML in UTF-8; most is already."""
    codec = _UTF16.get(xml[:2])
    if codec is None:
        declared = _ENCODING.match(xml[:200])
        name = declared[1].decode("ascii").lower() if declared else "utf-8"
        if name in ("utf-8", "utf8", "us-ascii", "ascii"):
            return xml.removeprefix(b"\xef\xbb\xbf")
        codec = name
    try:
        text = xml.decode(codec)
    except (UnicodeError, LookupError) as error:
        raise damaged() from error
    text = re.sub(r"^\ufeff?<\?xml[^>]*\?>", "", text, count=1)
    return text.encode("utf-8", "surrogatepass")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
