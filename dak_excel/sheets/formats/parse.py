"""Small XML parts as trees, parsed without entities, network or document types."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from dak_excel.sheets.formats.refusal import damaged


def safe_parser() -> etree.XMLParser:
    """A parser that loads nothing, expands nothing, and stops at DEPTH (libxml2's own limit)."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )


def tree(xml: bytes) -> etree._Element:
    """The root of an XML part. Raises Refusal when it is damaged or nested beyond the limit."""
    try:
        root = etree.fromstring(xml, safe_parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for a comment or instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def every(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """All descendants of that name in whatever namespace (strict and transitional OOXML differ)."""
    return element.iter("{*}" + name)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without namespace; empty when absent."""
    value = element.get(name)
    if value is not None:
        return value
    return next((str(v) for k, v in element.items() if str(k).rpartition("}")[2] == name), "")
