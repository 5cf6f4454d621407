"""The order of child elements that the SpreadsheetML schema demands (ECMA-376 part 1, sml.xsd)."""

from __future__ import annotations

from dak_excel.annotate.xmlspan import Edit, Node

WORKSHEET = (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection "
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells "
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup "
    "headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing "
    "legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts "
    "extLst"
)
WORKBOOK = (
    "fileVersion fileSharing workbookPr absPath workbookProtection bookViews sheets functionGroups "
    "externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr "
    "smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst"
)
STYLES = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst"


def place(root: Node, name: str, order: str) -> int:
    """The offset at which a new child `name` belongs: after its like, before what must follow it."""
    names = order.split()
    rank = names.index(name)
    for child in root.children:
        if _rank(child, names) > rank:
            return child.start
    return root.stop


def insert(root: Node, name: str, order: str, xml: bytes) -> Edit:
    """An edit that puts a new child where it belongs."""
    if root.hollow:
        tag = root.prefix.encode() + root.name.encode()
        return root.end - 2, root.end, b">" + xml + b"</" + tag + b">"
    at = place(root, name, order)
    return at, at, xml


def _rank(node: Node, order: list[str]) -> int:
    """The place of an element in the order; mc:AlternateContent stands where its content would."""
    if node.name in order:
        return order.index(node.name)
    inner = (order.index(n.name) for c in node.children for n in c.children if n.name in order)
    return next(inner, -1)
