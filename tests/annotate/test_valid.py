"""The parts that we change keep to the schema, wholly so where a validator is installed."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from dak_excel.annotate.order import STYLES, WORKBOOK, WORKSHEET
from dak_excel.annotate.patch import annotate
from tests.annotate.builders import INFO, findings, parts, read
from tests.annotate.handmade import WORKBOOKS

ORDERS = {"worksheet": WORKSHEET, "workbook": WORKBOOK, "styleSheet": STYLES}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_elements_stand_in_the_order_of_the_schema(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    for part, content in parts(annotate(original, book, findings(book), INFO)).items():
        if not part.endswith(".xml"):
            continue
        root = etree.fromstring(content)
        order = ORDERS.get(etree.QName(root).localname)
        if order:
            names = [etree.QName(child).localname for child in root if isinstance(child.tag, str)]
            ranks = [order.split().index(n) for n in names if n in order.split()]
            assert ranks == sorted(ranks), (part, names)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_counts_and_indexes_are_right(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    found = parts(annotate(original, book, findings(book), INFO))
    styles = next(etree.fromstring(c) for n, c in found.items() if n.endswith("styles.xml"))
    sizes = {}
    for listed in styles:
        kind = etree.QName(listed).localname
        sizes[kind] = len(listed)
        assert int(listed.get("count", len(listed))) == len(listed), kind
    for xf in styles.findall("{*}cellXfs/{*}xf"):
        for kind, attribute in (("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId")):
            assert int(xf.get(attribute, 0)) < sizes[kind]
    for part, content in found.items():
        if "sheets/" in part.lower() and part.endswith(".xml"):
            sheet = etree.fromstring(content)
            assert all(int(c.get("s", 0)) < sizes["cellXfs"] for c in sheet.iter("{*}c"))
            rules = [r for r in sheet.iter("{*}cfRule") if r.get("dxfId")]
            assert all(int(r.get("dxfId", 0)) < sizes["dxfs"] for r in rules)
            priorities = [r.get("priority") for r in sheet.iter("{*}cfRule") if r.get("priority")]
            assert len(priorities) == len(set(priorities))


def test_the_published_schemas_find_nothing_new(tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit tidak terpasang")
    validator = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2021, max_errors=0)

    def faults(data: bytes) -> set[str]:
        path = tmp_path / "berkas.xlsx"
        path.write_bytes(data)
        found = {error.description for error in validator.validate(str(path)).errors}
        return {text for text in found if "inline-string" not in text}  # that is advice, not a fault

    for name, make in WORKBOOKS.items():
        original = make()
        book = read(original)
        assert faults(annotate(original, book, findings(book), INFO)) <= faults(original), name
