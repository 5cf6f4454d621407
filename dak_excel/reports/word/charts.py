"""Charts as Word keeps them: DrawingML with the figures in an embedded workbook, so they stay editable.

Source: ECMA-376 part 1, chapter 21 (DrawingML charts). A chart is a part of its own, related to the
document; `build_chart` gives its XML and its workbook, `render` places it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from xml.sax.saxutils import escape

import openpyxl

from dak_excel.reports.word.package import fix_package

WARNA = ("1F4E79", "F4B183")
"""Colours of bars, one dark and one light: they stay apart in a grey copy."""
WARNA_GARIS = ("1F4E79", "C55A11")
"""Colours of lines, both dark enough to be seen on white."""

Nilai = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Grafik:
    """A chart: lying bars or lines over categories. Values are rupiah; the axis shows millions."""

    jenis: Literal["batang", "garis"]
    kategori: tuple[str, ...]
    seri: tuple[tuple[str, Nilai], ...]
    lebar: float
    """Millimetres on paper, as `tinggi`."""
    tinggi: float
    alt: str


def build_chart(grafik: Grafik) -> tuple[bytes, bytes]:
    """The chart part without the relation to its workbook's id (`rId1`), and the workbook."""
    body = _bars(grafik) if grafik.jenis == "batang" else _lines(grafik)
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{body}</c:plotArea>'
        f"{_legend(grafik)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Arial"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode(), _workbook(grafik)


def _legend(grafik: Grafik) -> str:
    """Of lines alone: LibreOffice turns that of bars about, so their axis tells them apart."""
    if grafik.jenis == "batang":
        return ""
    return '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'


def _bars(grafik: Grafik) -> str:
    series = "".join(
        f"<c:ser>{_series_head(n, nama)}<c:spPr>{_fill(n)}{_EDGE}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{_labels("outEnd")}{_data(grafik, n)}</c:ser>'
        for n, (nama, _) in enumerate(grafik.seri)
    )
    # the first rincian on top, as in the table: the category axis runs from top to bottom
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:axId val="111"/><c:axId val="222"/></c:barChart>'
        f"{_category_axis('l', 'maxMin')}{_value_axis('b', 'max', _shades(grafik))}"
    )


def _lines(grafik: Grafik) -> str:
    series = "".join(
        f"<c:ser>{_series_head(n, nama)}{_line_style(n)}{_point_labels(grafik, n)}"
        f'{_data(grafik, n)}<c:smooth val="0"/></c:ser>'
        for n, (nama, _) in enumerate(grafik.seri)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="111"/><c:axId val="222"/></c:lineChart>'
        f"{_category_axis('b', 'minMax')}{_value_axis('l', 'autoZero')}"
    )


_SHADE = ("gelap", "terang")


def _shades(grafik: Grafik) -> str:
    """`, batang gelap: pagu, batang terang: realisasi`: a legend in words, true in a grey copy too."""
    return "".join(f", batang {_SHADE[n]}: {nama.lower()}" for n, (nama, _) in enumerate(grafik.seri))


_EDGE = '<a:ln w="6350"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln>'


_LOW = Decimal("0.12")
"""Share of the chart's height under which there is no room for a figure below a point."""


def _point_labels(grafik: Grafik, number: int) -> str:
    """Figures above the higher line and below the lower one, where those would not stand on the axis."""
    heights = [sum((value or Decimal(0) for value in values), Decimal(0)) for _, values in grafik.seri]
    if number == heights.index(max(heights)):
        return _labels("t")
    top = max((value or Decimal(0) for _, values in grafik.seri for value in values), default=Decimal(0))
    values = grafik.seri[number][1]
    return _labels("b", [n for n, value in enumerate(values) if (value or Decimal(0)) < top * _LOW])


def _labels(place: str, without: Sequence[int] = ()) -> str:
    """The figure of each bar or point, at a place of ECMA-376's ST_DLblPos; none of some points."""
    none = "".join(f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>' for n in without)
    return (
        f'<c:dLbls>{none}<c:numFmt formatCode="[$-421]#,##0.0" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr>'
        '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


_DASH = ("", '<a:prstDash val="dash"/>')
_SYMBOL = ("circle", "diamond")
"""Lines differ by dashes and marks too, for a grey copy."""


def _line_style(number: int) -> str:
    fill = _fill(number, WARNA_GARIS)
    return (
        f'<c:spPr><a:ln w="28575" cap="rnd">{fill}{_DASH[number]}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{_SYMBOL[number]}"/><c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
    )


def _fill(number: int, colours: tuple[str, ...] = WARNA) -> str:
    return f'<a:solidFill><a:srgbClr val="{colours[number]}"/></a:solidFill>'


def _series_head(number: int, nama: str) -> str:
    column = chr(66 + number)
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>Data!${column}$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(nama)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def _data(grafik: Grafik, number: int) -> str:
    """Categories and values of a series, each with its place in the workbook."""
    last = len(grafik.kategori) + 1
    column = chr(66 + number)
    names = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(text)}</c:v></c:pt>' for i, text in enumerate(grafik.kategori)
    )
    values = "".join(
        f'<c:pt idx="{i}"><c:v>{value:f}</c:v></c:pt>'
        for i, value in enumerate(grafik.seri[number][1])
        if value is not None
    )
    count = f'<c:ptCount val="{last - 1}"/>'
    return (
        f"<c:cat><c:strRef><c:f>Data!$A$2:$A${last}</c:f><c:strCache>{count}{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Data!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>#,##0</c:formatCode>{count}{values}</c:numCache></c:numRef></c:val>"
    )


_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def _category_axis(position: str, orientation: str) -> str:
    return (
        f'<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{orientation}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/>{_NO_TICKS}'
        '<c:tickLblPos val="low"/><c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(position: str, crosses: str, more: str = "") -> str:
    return (
        '<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{position}"/><c:majorGridlines><c:spPr><a:ln w="6350">'
        '<a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>'
        '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr>'
        f'<a:r><a:rPr lang="id-ID" sz="900" b="0"/><a:t>juta rupiah{escape(more)}</a:t></a:r></a:p>'
        "</c:rich></c:tx>"
        '<c:overlay val="0"/></c:title><c:numFmt formatCode="[$-421]#,##0" sourceLinked="0"/>'
        f'{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="111"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _workbook(grafik: Grafik) -> bytes:
    """The figures behind the chart, for `Edit data` in Word."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    sheet.append(["", *(nama for nama, _ in grafik.seri)])
    for row, kategori in enumerate(grafik.kategori):
        sheet.append([kategori, *(values[row] for _, values in grafik.seri)])
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.data_type == "f":  # a name that begins with «=» is a name
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return fix_package(out.getvalue())
