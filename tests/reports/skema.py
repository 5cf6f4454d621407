"""Whether the elements of a Word package stand in the order that its schema wants (Word refuses others).

Source: ECMA-376 part 1, schema wml.xsd; the elements that our documents use.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

URUTAN = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "jc "
    "textDirection textAlignment outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "sectPr": "headerReference type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign "
    "noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "p": "pPr *",
    "r": "rPr *",
    "tc": "tcPr *",
    "tbl": "tblPr tblGrid *",
}
_SESUDAH_UPDATE = {"compat", "rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator"}


def salah_urut(docx: Path | bytes) -> list[str]:
    """Elements in a place where the schema does not allow them."""
    source = io.BytesIO(docx) if isinstance(docx, bytes) else docx
    faults = []
    with zipfile.ZipFile(source) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "/charts/" not in name:
                faults += _part(name, etree.fromstring(package.read(name)))
    return faults


def _part(name: str, root: etree._Element) -> list[str]:
    faults = []
    for parent, order in URUTAN.items():
        names = order.split()
        for element in root.iter(_W + parent):
            ranks = [_rank(names, etree.QName(child).localname) for child in element]
            if ranks != sorted(ranks) or -1 in ranks:
                faults.append(f"{name}: {parent} {[etree.QName(c).localname for c in element]}")
    for update in root.iter(_W + "updateFields"):
        before = {etree.QName(e).localname for e in update.itersiblings(preceding=True)}
        if before & _SESUDAH_UPDATE:
            faults.append(f"{name}: updateFields")
    return faults


def _rank(names: list[str], child: str) -> int:
    child = "headerReference" if child == "footerReference" else child
    if child in names:
        return names.index(child)
    return len(names) if names[-1] == "*" else -1
