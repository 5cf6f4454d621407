"""From a template and its `Isi` to a finished docx."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from dak_excel.reports.content import Isi
from dak_excel.reports.word import columns, contents_page, markers, numbering, paper, placement
from dak_excel.reports.word.charts import Grafik
from dak_excel.reports.word.package import tetapkan
from dak_excel.reports.word.paper import Kertas
from dak_excel.reports.word.pictures import Gambar

_ILLEGAL: dict[int, str | None] = {
    **dict.fromkeys((*range(9), *range(11, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))),
    9: " ",
}
"""Characters that XML cannot hold, and those that docxtpl takes for a tab, paragraph or page."""


class TemplatRusak(Exception):
    """A template cannot be filled; the message is for the user and names the place."""


@dataclass(slots=True)
class Terisi:
    """A filled document, before its table of contents has page numbers."""

    isi: bytes
    lengkapi: tuple[str, ...]


class _Lingkungan(ImmutableSandboxedEnvironment):
    """Compiles a source that it has seen before only once: that takes longer than filling it."""

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        """The code of a template, as Jinja makes it."""
        if args or options or not isinstance(source, str):
            return super().compile(source, *args, **options)
        return _kode(source)


@lru_cache(maxsize=64)
def _kode(source: str) -> Any:
    """The code of a template; it asks the environment that it runs in for `finalize` and everything else."""
    return ImmutableSandboxedEnvironment(autoescape=True, finalize=bersih).compile(source)


def lingkungan(finalize: Callable[[Any], Any] | None = None) -> ImmutableSandboxedEnvironment:
    """The Jinja environment of the templates: sandboxed, escaping, unknown names refused."""
    env = _Lingkungan(autoescape=True, undefined=StrictUndefined, finalize=finalize or bersih)
    env.globals["lengkapi"] = markers.lengkapi
    return env


def bersih(value: Any) -> Any:
    """Text without the characters that a document cannot hold; anything else unchanged."""
    return value.translate(_ILLEGAL) if isinstance(value, str) else value


def isikan(templat: Path, isi: Isi, ukuran: Kertas, per: date) -> Terisi:
    """Fills a template; raises `TemplatRusak`."""
    document = DocxTemplate(io.BytesIO(templat.read_bytes()))

    def finalize(value: Any) -> Any:
        if isinstance(value, Gambar):
            return placement.gambar(document.current_rendering_part, value)
        if isinstance(value, Grafik):
            return placement.grafik(document.current_rendering_part, value)
        return bersih(value)

    names = {f.name: getattr(isi, f.name) for f in fields(isi)}
    try:
        document.render(names, lingkungan(finalize))
    except (TemplateError, TypeError, ArithmeticError) as exc:
        place = " ".join("".join(getattr(exc, "docx_context", ())).split())[:200]
        near = f" (dekat «{place}»)" if place else ""
        raise TemplatRusak(f"Templat {templat.name} tidak dapat diisi: {exc}{near}.") from exc
    except (KeyError, ValueError, BadZipFile, PackageNotFoundError, etree.XMLSyntaxError) as exc:
        raise TemplatRusak(f"Templat {templat.name} bukan dokumen Word (.docx) yang dapat dibuka.") from exc
    docx = document.docx  # get_docx() would load the template anew
    paper.atur(docx, ukuran)
    columns.tanpa_kolom_kosong(docx.element.body)
    numbering.urutkan(docx.element.body)
    contents_page.susun(docx)
    marks = markers.sorot(_roots(docx))
    out = io.BytesIO()
    docx.save(out)
    return Terisi(tetapkan(out.getvalue(), per), marks)


def _roots(docx: Any) -> list[etree._Element]:
    """The body, headers and footers."""
    parts = [
        rel.target_part
        for rel in docx.part.rels.values()
        if rel.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    ]
    return [docx.element.body, *(part.element for part in parts)]
