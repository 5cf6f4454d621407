"""Puts pictures and charts into a document that is being filled: parts, relations, and the drawing itself."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm
from lxml import etree
from markupsafe import Markup

from dak_excel.reports.word.charts import Grafik, build_chart
from dak_excel.reports.word.pictures import Gambar

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def place_picture(part: Any, picture: Gambar) -> Markup:
    """A picture in the text of `part` (python-docx's document, header or footer part)."""
    inline = part.new_pic_inline(io.BytesIO(picture.isi), Mm(picture.lebar), Mm(picture.tinggi))
    inline.docPr.set("name", f"Gambar {inline.docPr.id}")
    inline.docPr.set("descr", picture.alt)
    return _run(etree.tostring(inline, encoding="unicode"))


def place_chart(part: Any, chart: Grafik) -> Markup:
    """A chart in the text of `part`, with its figures in a workbook of its own."""
    package = part.package
    xml, workbook = build_chart(chart)
    name = package.next_partname("/word/charts/chart%d.xml")
    chart_part = Part(name, CONTENT_TYPE.DML_CHART, xml, package)
    data_name = PackURI(f"/word/embeddings/{name.filename.replace('.xml', '.xlsx')}")
    chart_part.relate_to(
        Part(data_name, CONTENT_TYPE.SML_SHEET, workbook, package), RELATIONSHIP_TYPE.PACKAGE
    )
    rel = part.relate_to(chart_part, RELATIONSHIP_TYPE.CHART)
    return _run(
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main"'
        ' distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{Mm(chart.lebar)}" cy="{Mm(chart.tinggi)}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="1" name="Grafik" descr={quoteattr(chart.alt)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
        f' r:id="{rel}"/></a:graphicData></a:graphic></wp:inline>'
    )


def _run(inline: str) -> Markup:
    """The drawing as a run of its own, in the midst of the run that names it."""
    return Markup(f'</w:t></w:r><w:r><w:drawing>{inline}</w:drawing></w:r><w:r><w:t xml:space="preserve">')
