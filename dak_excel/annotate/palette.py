"""How each level looks.

The fills get lighter from level to level (grey 149 to 240 of 255, in steps of 15 or more), and weight, slant,
underline and outline tell the levels apart without any colour.
Hues are after Okabe and Ito's set, which people with colour-blindness tell apart. The font colour is
always set, since a marked heading may be white on dark.
"""

from __future__ import annotations

from dataclasses import dataclass

from dak_excel.findings import Tingkat


@dataclass(frozen=True, slots=True)
class Look:
    """Fill and line colours (RRGGBB), line style, and how the text is set off."""

    fill: str
    line: str
    style: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    arti: str = ""
    """What the level asks of the reader."""


LOOKS = {
    Tingkat.PELANGGARAN: Look(
        "E8707A",
        "7A1F00",
        "thin",
        bold=True,
        arti="Melanggar ketentuan yang tidak mengenal jalan lain. Perbaiki.",
    ),
    Tingkat.PERSETUJUAN: Look(
        "F09E3C",
        "7A4B00",
        "dashed",
        bold=True,
        italic=True,
        arti="Di luar batas umum. Isi Alasan, lalu Nomor dan Tanggal Surat persetujuan Kementerian.",
    ),
    Tingkat.PERNYATAAN: Look(
        "DEC446",
        "6B5900",
        "dashDot",
        underline=True,
        arti="Batas paling sedikit tidak tercapai. Isi Alasan, lalu Nomor dan Tanggal Surat Pernyataan.",
    ),
    Tingkat.TELAAH: Look(
        "A5DEFA",
        "0B4F7D",
        "dotted",
        italic=True,
        arti="Perlu dilihat orang. Jelaskan di kolom Alasan bila memang benar.",
    ),
    Tingkat.DATA: Look(
        "E9D5FF",
        "5B3A7E",
        "dashDotDot",
        arti="Sel kosong, tidak terbaca, tidak cocok, atau ganda. Lengkapi atau betulkan.",
    ),
    Tingkat.INFO: Look("E8F3EC", "1F6B4C", "dotted", arti="Untuk diketahui. Tidak wajib ditindaklanjuti."),
}


def dxf(look: Look, prefix: str = "") -> str:
    """The differential format of a mark, for a stylesheet that writes its elements with this prefix."""
    p = prefix
    weight = f"<{p}b/>" if look.bold else ""
    under = f"<{p}u/>" if look.underline else ""
    slant = f"<{p}i/>" if look.italic else ""
    sides = "".join(
        f'<{p}{side} style="{look.style}"><{p}color rgb="FF{look.line}"/></{p}{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    return (
        f'<{p}dxf><{p}font>{weight}{slant}{under}<{p}color rgb="FF1A1A1A"/></{p}font>'
        f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{look.fill}"/>'
        f'<{p}bgColor rgb="FF{look.fill}"/></{p}patternFill></{p}fill>'
        f"<{p}border>{sides}</{p}border></{p}dxf>"
    )
