"""A template as it is filled: which of its parts hold tags, and what is put right before docxtpl sees them.

docxtpl takes the whole XML of a part for its source, so it would also fill what Word does not show (deleted
text of tracked changes), and throws the paragraph of a `{%p … %}` tag away with everything that hangs on it,
also the end of a section, which LibreOffice and Word like to put there when they save.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

_DELETED = (qn("w:del"), qn("w:moveFrom"))
_MARKS = (qn("w:rPr"), qn("w:trPr"))
"""Where a `w:del` is no deleted text but says that the mark of a paragraph or a row was deleted."""
_TAGS_OF_PARAGRAPHS = ("{%p", "{{p", "{#p")


def parts(document: Document) -> Iterator[etree._Element]:
    """The parts that are filled: the body, headers and footers, footnotes."""
    yield document.element.body
    for part in _related(document, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        yield part.element
    for part in _related(document, RELATIONSHIP_TYPE.FOOTNOTES):
        yield etree.fromstring(part.blob)


def prepare(document: Document) -> None:
    """Leaves deleted text out, and gives a section that ends in a tag's paragraph one of its own."""
    for part in _related(document, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
        _drop_deleted(part.element)
    for part in _related(document, RELATIONSHIP_TYPE.FOOTNOTES):
        root = etree.fromstring(part.blob)
        _drop_deleted(root)
        part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    body = document.element.body
    _drop_deleted(body)
    for section in list(body.iter(qn("w:sectPr"))):
        _keep_section(section)


def _related(document: Document, *kinds: str) -> Iterator[Any]:
    """Parts of some kinds; headers and footers have an `element`, footnotes only bytes."""
    yield from (rel.target_part for rel in document.part.rels.values() if rel.reltype in kinds)


def _drop_deleted(root: etree._Element) -> None:
    for element in list(root.iter(*_DELETED)):
        parent = element.getparent()
        if parent is not None and parent.tag not in _MARKS:
            parent.remove(element)


def _keep_section(section: etree._Element) -> None:
    """Moves the end of a section behind the paragraph in which it stands, when that holds a tag."""
    properties = section.getparent()
    paragraph = None if properties is None else properties.getparent()
    if properties is None or paragraph is None or paragraph.tag != qn("w:p"):
        return
    text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
    if not any(tag in text for tag in _TAGS_OF_PARAGRAPHS):
        return
    own = OxmlElement("w:p")
    holder = OxmlElement("w:pPr")
    own.append(holder)
    holder.append(section)
    paragraph.addnext(own)
