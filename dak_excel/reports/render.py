"""From a template and its `Isi` to a finished docx."""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import BadZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from dak_excel.reports.content import Isi
from dak_excel.reports.template.source import prepare
from dak_excel.reports.word import (
    chapters,
    columns,
    contents_page,
    kept_rows,
    markers,
    numbering,
    paper,
    placement,
    widths,
)
from dak_excel.reports.word.charts import Grafik
from dak_excel.reports.word.package import fix_package
from dak_excel.reports.word.paper import Kertas
from dak_excel.reports.word.pictures import Gambar

_ILLEGAL: dict[int, str | None] = {
    **dict.fromkeys((*range(9), *range(11, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))),
    9: " ",
}
"""Characters that XML cannot hold, and those that docxtpl takes for a tab, paragraph or page."""


class BrokenTemplate(Exception):
    """A template cannot be filled: the file, why (for the user), and the words of the page near the place."""

    def __init__(self, berkas: str, sebab: str, dekat: str = "") -> None:
        self.sebab, self.dekat = sebab, dekat
        super().__init__(f"Templat {berkas}{f', dekat «{dekat}»' if dekat else ''}: {sebab}")


@dataclass(slots=True)
class Filled:
    """A filled document, before its table of contents has page numbers."""

    isi: bytes
    lengkapi: tuple[str, ...]


class _Environment(ImmutableSandboxedEnvironment):
    """Compiles a source that it has seen before only once: that takes longer than filling it."""

    lines: Sequence[str] = ()
    """The source that was compiled last, a paragraph a line."""

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        """The code of a template, as Jinja makes it."""
        if args or options or not isinstance(source, str):
            return super().compile(source, *args, **options)
        self.lines = source.splitlines()
        return _code(source)

    def near(self, error: Exception) -> str:
        """The words of the page where filling stopped; docxtpl begins a line with each paragraph."""
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
        line = getattr(error, "lineno", None) or (frames[-1].lineno if frames else None)
        if line is None or line > len(self.lines):
            return ""
        return " ".join(re.sub(r"<[^<>]*>", " ", self.lines[line - 1]).split())[:200]


PROPERTY = 255
"""Characters that a title or subject in a document's properties may have (Word, python-docx)."""


class _Template(DocxTemplate):  # type: ignore[misc]
    """A template whose properties are cut to what a document may hold: names come from what people type."""

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Fills title, subject and their like."""
        super().render_properties(context, _Cut(jinja_env))


@dataclass(frozen=True, slots=True)
class _Cut:
    """An environment whose templates fill up to the length of a property."""

    env: ImmutableSandboxedEnvironment

    def from_string(self, source: str) -> SimpleNamespace:
        """A template that is rendered and cut."""
        template = self.env.from_string(source)
        return SimpleNamespace(render=lambda context: _short(template.render(context)))


def _short(text: str) -> str:
    """The words of a property: no markers, which stand on the pages, and no `&amp;`."""
    text = " ".join(markers.PENANDA.sub("", unescape(text)).split())
    return text if len(text) <= PROPERTY else f"{text[: PROPERTY - 1]}…"


@lru_cache(maxsize=64)
def _code(source: str) -> Any:
    """The code of a template; it asks the environment that it runs in for `finalize` and everything else."""
    return ImmutableSandboxedEnvironment(autoescape=True, finalize=clean).compile(source)


def environment(finalize: Callable[[Any], Any] | None = None) -> _Environment:
    """The Jinja environment of the templates: sandboxed, escaping, unknown names refused."""
    env = _Environment(autoescape=True, undefined=StrictUndefined, finalize=finalize or clean)
    env.globals["lengkapi"] = markers.marker
    return env


def clean(value: Any) -> Any:
    """Text without the characters that a document cannot hold; anything else unchanged."""
    return value.translate(_ILLEGAL) if isinstance(value, str) else value


def fill(templat: Path, isi: Isi, ukuran: Kertas, per: date) -> Filled:
    """Fills a template; raises `BrokenTemplate`."""
    document = _Template(io.BytesIO(templat.read_bytes()))

    def finalize(value: Any) -> Any:
        if isinstance(value, Gambar):
            return placement.place_picture(document.current_rendering_part, value)
        if isinstance(value, Grafik):
            return placement.place_chart(document.current_rendering_part, value)
        return clean(value)

    names = {f.name: getattr(isi, f.name) for f in fields(isi)}
    env = environment(finalize)
    try:
        document.init_docx()
        prepare(document.docx)
        document.render(names, env)
    except (TemplateError, TypeError, ArithmeticError) as exc:
        raise BrokenTemplate(templat.name, f"tidak dapat diisi: {_why(exc)}.", env.near(exc)) from exc
    except (KeyError, ValueError, BadZipFile, PackageNotFoundError, etree.XMLSyntaxError) as exc:
        raise BrokenTemplate(templat.name, "bukan dokumen Word (.docx) yang dapat dibuka.") from exc
    docx = document.docx  # get_docx() would load the template anew
    paper.set_paper(docx, ukuran)
    columns.without_empty_columns(docx.element.body)
    widths.by_content(docx)
    kept_rows.keep_rows(docx.element.body)
    chapters.join_short(docx)
    numbering.number_in_order(docx.element.body)
    contents_page.fill_contents(docx)
    marks = markers.highlight(_roots(docx))
    out = io.BytesIO()
    docx.save(out)
    return Filled(fix_package(out.getvalue(), per), marks)


def _why(exc: Exception) -> str:
    """What kept a template from being filled, in words of someone who edits it in Word."""
    match exc:
        case SecurityError():
            return "memakai sesuatu yang tidak boleh dipakai dalam templat"
        case UndefinedError():
            name = re.search(r"attribute '([^']*)'|'([^']*)' is undefined", str(exc))
            return (
                f"nama «{name.group(1) or name.group(2)}» tidak ada"
                if name
                else "ada nama yang tidak dikenal"
            )
        case TemplateError():
            return "susunan tandanya tidak dapat dipahami; periksa apakah tiap for dan if ditutup"
    return "isi tandanya tidak dapat dihitung atau digabung; periksa jenisnya di daftar nama"


def _roots(docx: Any) -> list[etree._Element]:
    """The body, headers and footers."""
    parts = [
        rel.target_part
        for rel in docx.part.rels.values()
        if rel.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    ]
    return [docx.element.body, *(part.element for part in parts)]
