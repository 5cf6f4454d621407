"""The pages: `index.html` for all daerah, `ringkasan.html` for one; each a single self-contained file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from dak_excel import __version__, bahasa
from dak_excel.batch.hasil import HasilDaerah
from dak_excel.findings import Tingkat


def halaman_utama(daerah: Sequence[HasilDaerah], per: date) -> str:
    """All daerah at a glance."""
    return _render("index.html.j2", daerah=daerah, per=per)


def halaman_daerah(hasil: HasilDaerah) -> str:
    """One daerah: what was read, the findings, the documents, the deadlines, the receipt."""
    return _render("ringkasan.html.j2", hasil=hasil, per=hasil.per)


def _render(template: str, **context: object) -> str:
    return _environment().get_template(template).render(tingkat=list(Tingkat), versi=__version__, **context)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dak_excel.summary", "halaman"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tanggal"] = bahasa.tanggal
    environment.filters["rupiah"] = bahasa.rupiah_pendek
    environment.filters["angka"] = bahasa.angka
    environment.filters["tautan"] = lambda path: quote(str(path))
    return environment
