"""The rows of a budget: headings, lines, sums, what is carried over a page, the total."""

from __future__ import annotations

from bench.layouts.amounts import Money
from bench.layouts.budget_table import Budget
from bench.layouts.content import Node
from bench.layouts.page import Cell
from bench.layouts.tops import signatures


def body(table: Budget, nodes: list[Node], depth: int) -> None:
    """The headings and lines, what is under a heading below it."""
    for place, node in enumerate(nodes):
        if node.below:
            _group(table, node, depth, place)
        else:
            _line(table, node, depth, place)


def _group(table: Budget, node: Node, depth: int, place: int) -> None:
    """A heading, what is below it, and its sum where that stands below."""
    values = _names(table, node, depth, place)
    if table.sums == "row":
        values |= _amounts(table, node)
    elif table.sums == "nil":
        values[table.first("jumlah")] = 0
    elif table.sums == "own column":
        values[table.first("subtotal")] = table.money.cell(node.amount)
    node.row = table.page.line(values)
    body(table, node.below, depth + 1)
    if table.sums == "below":
        label = f"{table.chance.word('Jumlah', 'Sub Total', 'Subtotal', 'Jumlah Biaya')} {node.text}"
        table.page.line({table.first("uraian"): label, **_amounts(table, node)})
    elif table.sums == "below unlabelled":
        table.page.line(_amounts(table, node))
    table.page.row += table.numbering.spaced and depth == 0


def _names(table: Budget, node: Node, depth: int, place: int) -> dict[int, Cell]:
    """Number or code, and the text."""
    text = node.text
    values: dict[int, Cell] = {}
    if table.code in ("column", "each line"):
        values[table.first("kode")] = node.code
    elif table.code == "joined" and node.code:
        text = f"{node.code} {node.text}"
    elif table.numbering.shown:
        values[table.first("nomor")] = table.numbering.of(depth, place, bool(node.below))
    if not node.below and table.numbering.dashed:
        text = f"- {text}"
    values[table.first("uraian")] = text
    return values


def _line(table: Budget, node: Node, depth: int, place: int) -> None:
    values = _names(table, node, depth, place) | _amounts(table, node) | _measure(table, node)
    values[table.first("harga")] = None if _bare(table, node) else table.money.cell(node.price)
    if table.first("harga lama"):
        values[table.first("harga lama")] = table.money.cell(node.price)
        values[table.first("volume lama")] = node.old_volume
        values[table.first("satuan lama")] = node.factors[0][1]
    if table.code == "each line":
        values[table.first("kode")] = node.code or table.numbering.last_code
    values |= {
        table.first("spesifikasi"): table.chance.word("kualitas baik", "ukuran sedang", ""),
        table.first("ssh"): table.money.cell(node.price * 11 // 10),
        table.first("ppn"): table.money.cell(node.tax) if table.tax else None,
    }
    node.row = table.page.line(values)
    table.so_far += node.amount
    if table.chance.maybe("note below a line", 0.02, since=2):
        note = table.chance.word("(termasuk pajak)", "catatan: harga pasar")
        table.page.line({table.first("uraian"): note})
    if table.carried and table.chance.random.random() < 0.3:
        table.carried = False
        _carry(table)


def _bare(table: Budget, node: Node) -> bool:
    return node.lump and table.lump == "amount only"


def _measure(table: Budget, node: Node) -> dict[int, Cell]:
    """Volume and unit, however the office writes them."""
    unit = node.factors[0][1]
    if node.lump and table.lump != "1 LS":
        return {table.first("volume"): None if _bare(table, node) else "LS", table.first("satuan"): unit}
    if table.volume == "simple":
        return {table.first("volume"): node.volume, table.first("satuan"): unit}
    if table.volume == "joined":
        return {table.first("volume"): f"{node.volume} {unit}"}
    if table.volume == "text":
        return {table.first("koefisien"): " x ".join(f"{count} {name}" for count, name in node.factors)}
    values: dict[int, Cell] = {}
    for n, (count, name) in enumerate(node.factors, 1):
        values[table.first(f"v{n}")], values[table.first(f"s{n}")] = count, name
    return values


def _carry(table: Budget) -> None:
    """The page is full: the sum so far, the headings again, the sum so far."""
    out, back = table.chance.one(
        (
            ("Jumlah dipindahkan", "Jumlah pindahan"),
            ("Dipindahkan", "Pindahan"),
            ("Jumlah halaman ini", "Pindahan"),
        )
    )
    amount = table.money.cell(table.so_far)
    at = table.first("subtotal") or table.first("jumlah")
    table.page.line({table.first("uraian"): out, at: amount})
    for row in range(table.header[0], table.header[1] + 1):
        cells = {column: v for (r, column), v in table.page.cells.items() if r == row}
        table.page.line(cells)
    table.page.line({table.first("uraian"): back, at: amount})


def _amounts(table: Budget, node: Node) -> dict[int, Cell]:
    """The amount of a line or sum, before and after, and the difference."""
    values = {table.first("jumlah"): table.money.cell(node.amount + node.misprint)}
    if table.first("rp"):
        values[table.first("rp")] = "Rp"
    if table.first("bobot"):
        values[table.first("bobot")] = round(100 * node.amount / (table.whole or 1), 2)
    for n, _ in enumerate(table.quarters):
        part = node.amount // 4 if n < 3 else node.amount - 3 * (node.amount // 4)
        values[table.first(f"tw {n}")] = table.money.cell(part)
    if old := table.first("jumlah lama"):
        values[old] = table.money.cell(node.old)
    if apart := table.first("selisih"):
        values[apart] = table.money.cell(node.amount - node.old)
    if node.code:
        table.numbering.last_code = node.code
    return values


def total_row(table: Budget, tree: Node, label: str, column: str = "uraian") -> None:
    """The row of the total, with its label in a column."""
    values = _amounts(table, tree)
    if table.sums == "own column":
        values = {table.first("subtotal"): table.money.cell(tree.amount)}
    at = table.first(column) or table.columns[0].at
    table.page.line({at: label, **values})


def closing(table: Budget, tree: Node, place: str) -> None:
    """The total below the lines, in the office's way."""
    chance, page = table.chance, table.page
    label = chance.word("JUMLAH", "TOTAL", "Jumlah Total", "J U M L A H", "GRAND TOTAL", "Jumlah Seluruhnya")
    if place == "one cell":
        page.line({table.columns[0].at: f"{label} : {Money('text Rp', table.money.scale).cell(tree.amount)}"})
    elif place == "label in number column":
        total_row(table, tree, label, table.columns[0].role)
    elif place == "label in price column":
        total_row(table, tree, label, "harga")
    elif place == "aside":
        page.row += 1
        page.line({table.columns[-1].at + 2: label, table.columns[-1].at + 3: table.money.cell(tree.amount)})
    else:
        total_row(table, tree, label)
    if place == "rounded below":
        rounded = tree.amount // 100_000 * 100_000
        page.line({table.first("uraian"): "Dibulatkan", table.first("jumlah"): table.money.cell(rounded)})
    elif place == "ppn below":
        tax = tree.amount * 11 // 100
        page.line({table.first("uraian"): "PPN 11%", table.first("jumlah"): table.money.cell(tax)})
        both = table.money.cell(tree.amount + tax)
        page.line({table.first("uraian"): "Jumlah termasuk PPN", table.first("jumlah"): both})
    elif place == "budget after total":
        signatures(page, chance, max(2, table.columns[-1].at - 1))
