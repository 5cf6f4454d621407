"""Lint of an edited template: what would go wrong when it is filled, and at which words of the page.

The tags of each paragraph become one line of a Jinja source, so that Jinja's own parser judges them and a
line number leads back to the text. Names are then followed through loops with the types of `isi.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from jinja2 import TemplateSyntaxError
from lxml import etree

from dak_excel.reports.render import BrokenTemplate, environment, fill
from dak_excel.reports.template.names import wrong_names
from dak_excel.reports.template.sample import sample_content
from dak_excel.reports.template.source import parts, prepare

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_PREFIX = re.compile(r"^(\{[{%#])(tr|tc|p|r)\s")
_BRACE = re.compile(r"\{\{|\}\}|\{%|%\}|\{\s+\{|\}\s+\}|\{\s+%|%\s+\}")
_BLOCK = re.compile(r"^\{%(tr|tc|p|r)?-?\s*(for|if|endfor|endif)\b")
_DOCXTPL = re.compile(r"^\{%-?\s*(vm|hm|colspan|cellbg)\b")
"""Tags of docxtpl for the cells of a table; not Jinja."""
_TEXT = (qn("w:t"), qn("w:instrText"))
"""What holds the text of a run: what is read, and the code of a field, which is filled too."""
_CURLY = re.compile("[“”‘’„‟‚‛]")
_TAKEN = {"p": "w:p", "tr": "w:tr", "tc": "w:tc"}
"""What a tag takes away with itself, by its prefix."""
SEKITAR = 60
"""Characters of the page shown around a fault."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A fault of a template: the file, the words of the page around it, what is wrong and what to do."""

    berkas: str
    sekitar: str
    pesan: str

    def __str__(self) -> str:
        place = f", dekat «{self.sekitar}»" if self.sekitar else ""
        return f"{self.berkas}{place}: {self.pesan}"


@dataclass(frozen=True, slots=True)
class Baris:
    """A paragraph: its text, and whether it stands in a table."""

    element: etree._Element
    teks: str
    dalam_tabel: bool


def lint(path: Path) -> list[Mistake]:
    """All faults of one template, in the order of the page."""
    try:
        document = docx.Document(str(path))
    except (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError):
        return [Mistake(path.name, "", "bukan dokumen Word (.docx) yang dapat dibuka.")]
    prepare(document)
    faults: list[Mistake] = []
    for root in parts(document):
        rows = [_lines(p) for p in root.iter(qn("w:p"))]
        for row in rows:
            faults += [Mistake(path.name, _around(row.teks, at), text) for at, text in _writing_faults(row)]
        if not faults:
            faults += [
                Mistake(path.name, _around(rows[n].teks, 0) if n < len(rows) else "", text)
                for n, text in (*(list(_block_faults(rows)) or _meaning_faults(rows)), *_vanishing(rows))
            ]
    return list(dict.fromkeys(faults)) or _filling_faults(path)


def _filling_faults(path: Path) -> list[Mistake]:
    """What goes wrong when a template without other faults is filled with made-up content."""
    try:
        fill(path, sample_content(), "F4", date(2000, 1, 1))
    except BrokenTemplate as exc:
        return [Mistake(path.name, exc.dekat, exc.sebab)]
    return []


def _lines(paragraph: etree._Element) -> Baris:
    text = "".join(t.text or "" for run in _runs(paragraph) for t in run.iter(*_TEXT))
    return Baris(paragraph, text, next(paragraph.iterancestors(qn("w:tc")), None) is not None)


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph, without those of a text box in it: it has paragraphs of its own."""
    for run in paragraph.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is paragraph and run.find(f".//{qn('w:p')}") is None:
            yield run


def _around(text: str, at: int) -> str:
    """The words around a place of a paragraph."""
    start = max(0, at - SEKITAR // 2)
    cut = text[start : start + SEKITAR]
    return ("…" if start else "") + " ".join(cut.split()) + ("…" if start + SEKITAR < len(text) else "")


def _writing_faults(row: Baris) -> Iterator[tuple[int, str]]:
    """Faults in how the tags of a paragraph are written."""
    rest = _TAG.sub(lambda m: " " * len(m.group()), row.teks)
    for match in _BRACE.finditer(rest):
        yield (
            match.start(),
            f"tanda «{match.group()}» tidak berpasangan; tulis tanda utuh dalam satu paragraf.",
        )
    for match in _TAG.finditer(row.teks):
        tag = match.group()
        if _CURLY.search(tag):
            yield match.start(), f"tanda kutip lengkung dalam {tag}; pakai tanda kutip lurus (' atau \")."
        prefix = _PREFIX.match(tag)
        if prefix and prefix.group(2) in ("tr", "tc") and not row.dalam_tabel:
            yield match.start(), f"{tag} hanya dapat dipakai di dalam tabel; pakai {{%p … %}} di luar tabel."
    yield from _split_tags(row)


def _split_tags(row: Baris) -> Iterator[tuple[int, str]]:
    """Tags whose characters stand in runs of different looks, or with a tab or break among them."""
    looks: list[bytes] = []
    for run in _runs(row.element):
        props = run.find(qn("w:rPr"))
        look = b"" if props is None else _look(props)
        for child in run:
            if child.tag in _TEXT:
                looks += [look] * len(child.text or "")
            elif child.tag in (qn("w:tab"), qn("w:br")) and looks:
                looks[-1] += b"|"
    for match in _TAG.finditer(row.teks):
        if len(set(looks[match.start() : match.end()])) > 1:
            yield (
                match.start(),
                f"{match.group()} terpecah oleh format; hapus dan ketik ulang tanda itu sekaligus.",
            )


def _look(props: etree._Element) -> bytes:
    """What can be seen of a run's properties: without language and proofing marks."""
    hidden = (qn("w:lang"), qn("w:noProof"))
    return b"".join(etree.tostring(e) for e in props if e.tag not in hidden)


def _block_faults(rows: list[Baris]) -> Iterator[tuple[int, str]]:
    """Loops and conditions that are not closed, or closed by a tag of another kind."""
    opened: list[tuple[int, str, str, str]] = []
    for n, row in enumerate(rows):
        for tag in _TAG.findall(row.teks):
            found = _BLOCK.match(tag)
            if not found:
                continue
            prefix, word = found.group(1) or "", found.group(2)
            if not word.startswith("end"):
                opened.append((n, tag, prefix, word))
                continue
            if not opened:
                yield n, f"{tag} menutup sesuatu yang tidak dibuka."
                return
            if opened[-1][3] != word[3:]:
                at, before, _, missing = opened[-1]
                yield at, f"{before} tidak ditutup; tambahkan end{missing} sebelum {tag}."
                return
            _, start, before, _ = opened.pop()
            if before != prefix:
                yield n, f"{start} ditutup oleh {tag}; pakai awalan yang sama (tr, p, atau tanpa awalan)."
    for at, tag, _, word in opened:
        yield at, f"{tag} tidak ditutup; tambahkan end{word}."


def _vanishing(rows: list[Baris]) -> Iterator[tuple[int, str]]:
    """Text that would vanish: a `{%p … %}` takes its whole paragraph away, `{%tr … %}` its whole row."""
    for n, row in enumerate(rows):
        for tag in _TAG.findall(row.teks):
            prefix = _PREFIX.match(tag)
            kind = _TAKEN.get(prefix.group(2)) if prefix else None
            if kind is None:
                continue
            home = row.element if kind == "w:p" else next(row.element.iterancestors(qn(kind)), row.element)
            texts = [_lines(p).teks for p in home.iter(qn("w:p"))]
            rest = " ".join(" ".join(texts).replace(tag, " ", 1).split())
            if rest:
                where = {"w:p": "paragraf", "w:tr": "baris tabel", "w:tc": "sel"}[kind]
                yield (
                    n,
                    f"«{_around(rest, 0)}» akan hilang: {tag} menghapus seluruh {where} tempatnya berada.",
                )
                break


_SAYS = (
    (re.compile(r"unknown tag '(.+?)'"), "perintah «{}» tidak dikenal"),
    (re.compile(r"got '(.+?)'"), "«{}» tidak pada tempatnya"),
    (re.compile(r"unexpected '(.+?)'"), "«{}» tidak pada tempatnya"),
    (re.compile(r"[Nn]o filter named '(.+?)'"), "saringan «{}» tidak dikenal"),
    (re.compile(r"[Nn]o test named '(.+?)'"), "uji «{}» tidak dikenal"),
)
"""What Jinja says of a tag, and the same for the user."""
_ENDS = {"end of print statement": "}}", "end of statement block": "%}"}


def _said(message: str) -> str:
    """The cause that Jinja gives, in Indonesian; empty for one that is not known."""
    found = ((pattern.search(message), text) for pattern, text in _SAYS)
    return next((f": {text.format(_ENDS.get(match[1], match[1]))}" for match, text in found if match), "")


def _meaning_faults(rows: list[Baris]) -> Iterator[tuple[int, str]]:
    """Faults that Jinja finds, and names that do not exist."""
    lines = [
        " ".join(_PREFIX.sub(r"\1 ", tag) for tag in _TAG.findall(row.teks) if not _DOCXTPL.match(tag))
        for row in rows
    ]
    try:
        tree = environment().parse("\n".join(lines))
    except TemplateSyntaxError as exc:
        tag = lines[exc.lineno - 1] if exc.lineno <= len(lines) else ""
        yield exc.lineno - 1, f"tanda {tag} tidak dapat dipahami{_said(exc.message or '')}."
        return
    for line, text in wrong_names(tree):
        yield line - 1, text
