"""What the mail says: the state in a sentence, what is to be done, each daerah in a line, where all is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from dak_excel.findings import Tingkat
from dak_excel.indonesian import date_text, short_rupiah
from dak_excel.privacy import mask
from dak_excel.results.glance import Glance, namesakes, programme
from dak_excel.summary.agenda import agenda_of_all, nearest, needs_action
from dak_excel.summary.deadlines import days_left, deadlines

PALING_BANYAK = 100
"""Daerah that the text of the mail names; the page that comes with it has them all."""
_LINK = re.compile(rb'(<a\b[^>]*?)\s+href="(?!#)[^"]*"')
"""A link to another file, which is not there for who reads the page out of a mail."""


def subject(daerah: Sequence[Glance], per: date) -> str:
    """The subject: what it is, of which day, and whether there is something to do."""
    number = sum(map(needs_action, daerah))
    state = f"{number} dari {len(daerah)} daerah perlu tindakan" if number else "semua beres"
    return f"Hasil pemeriksaan {programme(daerah)}, {date_text(per)}: {state}"


def body(daerah: Sequence[Glance], keluaran: Path, per: date) -> str:
    """The text, in short paragraphs; no links, which would lead nowhere on another computer."""
    lines = [f"{_line(one, namesakes(daerah))}" for one in daerah[:PALING_BANYAK]]
    if len(daerah) > PALING_BANYAK:
        lines.append(f"- … dan {len(daerah) - PALING_BANYAK} daerah lain")
    parts = [_state(daerah, per), _todo(daerah, per), "\n".join(["Setiap daerah:", *lines]), _place(keluaran)]
    return "\n\n".join(part for part in parts if part) + "\n"


def without_links(page: bytes) -> bytes:
    """The page as it can be read alone: its links to other files are plain text, those within it stay."""
    return _LINK.sub(rb"\1", page)


def _state(daerah: Sequence[Glance], per: date) -> str:
    """How many need action, the rupiah at stake, the nearest deadline."""
    number = sum(map(needs_action, daerah))
    first = f"{number} dari {len(daerah)} daerah perlu tindakan." if number else "Semua daerah beres."
    said = [first]
    if rupiah := sum((one.dipertaruhkan for one in daerah), Decimal(0)):
        said.append(f"{short_rupiah(rupiah)} menyangkut temuan yang perlu tindakan.")
    if row := nearest(deadlines([one.tenggat for one in daerah if not one.sebab], per)):
        said.append(
            f"Tenggat terdekat: {row.nama}, {date_text(row.tenggat.tanggal)} ({days_left(row.sisa)})."
        )
    return " ".join(said)


def _todo(daerah: Sequence[Glance], per: date) -> str:
    """The first things to do, gravest and nearest first."""
    lines = []
    for number, one in enumerate(agenda_of_all(daerah, per), start=1):
        whose = f" — {_name(one.daerah)}" if one.daerah and len(daerah) > 1 else ""
        stake = f" ({short_rupiah(one.rupiah)})" if one.rupiah and "Rp" not in one.kalimat else ""
        lines.append(f"{number}. {_plain(one.kalimat)}{stake}{whose}")
    return "\n".join(["Yang perlu dilakukan:", *lines]) if lines else ""


def _place(keluaran: Path) -> str:
    return (
        f"Semua hasil ada di folder {keluaran.absolute()}. Buka index.html di sana: dari folder itu semua "
        "tautannya dapat diklik. Yang terlampir adalah salinannya untuk dibaca saja."
    )


def _line(daerah: Glance, kembar: set[str]) -> str:
    """A daerah in one line, its open findings by level."""
    nama = _name(daerah)
    if daerah.nama in kembar:
        nama += f" (folder {_plain(daerah.folder)})"
    if daerah.sebab:
        return f"- {nama}: tidak dapat diproses. {_plain(daerah.sebab)}"
    levels = ", ".join(f"{n} {t.value}" for t in Tingkat if (n := daerah.terbuka.get(t, 0)))
    told = [f"{levels} belum dijawab" if levels else "tidak ada temuan yang terbuka"]
    if daerah.lengkapi:
        told.append(f"{daerah.lengkapi} isian perlu dilengkapi")
    if daerah.failed:
        told.append(f"{len(daerah.failed)} berkas tidak terbaca")
    if daerah.galat:
        told.append(f"{len(daerah.galat)} hal terlewat karena kesalahan program")
    return f"- {nama}: {', '.join(told)}"


def _name(daerah: Glance) -> str:
    return _plain(daerah.nama)


def _plain(text: str) -> str:
    """A text without personal numbers and line breaks, which would begin a header or a line of its own."""
    return " ".join(mask(text).split())
