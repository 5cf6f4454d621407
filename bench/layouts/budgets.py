"""A budget laid out by chance: RAB, RKA, DPA and what comes after a change of them."""

from __future__ import annotations

from dataclasses import dataclass

from bench.layouts.amounts import Money, money
from bench.layouts.chance import Chance
from bench.layouts.content import ACTIVITIES, Node, flat, grouped, nested, programme
from bench.layouts.numbering import Numbering
from bench.layouts.page import Cell, Column, Page
from bench.layouts.tops import foot, numbers_row, signatures, titles
from bench.reading.facts import SheetFacts

TEXT = (
    *("Uraian", "URAIAN", "Uraian Belanja", "Uraian Kegiatan", "Uraian Pekerjaan", "Rincian Belanja"),
    *("Jenis Pengeluaran", "Komponen Biaya", "Keterangan/Uraian", "Nama Barang/Jasa", "Kebutuhan", "Item"),
)
VOLUME = (
    "Volume",
    "Vol",
    "Vol.",
    "Banyaknya",
    "Kuantitas",
    "Qty",
    "Jml",
    "Jumlah",
    "Koefisien",
    "Kebutuhan Vol",
)
UNIT = ("Satuan", "Sat", "Sat.", "Unit", "Ukuran")
PRICE = ("Harga Satuan", "Harga Satuan (Rp)", "Harga", "Tarif", "Harga/Satuan", "@ (Rp)", "Biaya Satuan (Rp)")
AMOUNT = (
    *("Jumlah", "Jumlah (Rp)", "JUMLAH HARGA", "Total", "Total (Rp)", "Total Biaya", "Jumlah Biaya (Rp)"),
    *("Nilai (Rp)", "Pagu", "Jumlah Anggaran", "Harga Total"),
)
CHANGES = (
    *(
        ("Semula", "Menjadi"),
        ("Sebelum Perubahan", "Setelah Perubahan"),
        ("Sebelum", "Sesudah"),
        ("Murni", "Perubahan"),
    ),
    *(("DPA", "DPPA"), ("Anggaran Awal", "Anggaran Akhir"), ("Sebelum Pergeseran", "Setelah Pergeseran")),
    *(("APBD", "APBD-P"), ("Sebelum Reviu", "Setelah Reviu"), ("RAB Lama", "RAB Baru"), ("Awal", "Revisi")),
)
TITLES = (
    "RENCANA ANGGARAN BIAYA",
    "RAB KEGIATAN",
    "RENCANA KERJA DAN ANGGARAN",
    "RINCIAN BELANJA",
    "RINCIAN BIAYA",
)


@dataclass(slots=True)
class Budget:
    """One table that is being laid out."""

    page: Page
    chance: Chance
    money: Money
    columns: list[Column]
    volume: str
    """`simple`, `text` (koefisien), `factors` (two columns), `joined` (`30 OK` in one cell)."""
    change: str
    """Empty, `blocks` (all twice), `amounts` (only the amount twice)."""
    sums: str
    """Where a heading's sum stands: `row`, `below`, `below unlabelled`, `own column`, `nil`, `none`."""
    code: str
    """`none`, `column`, `joined` (with the text), `each line`."""
    numbering: Numbering
    carried: bool = False

    def first(self, role: str) -> int:
        """The place of a column; 0 where there is none."""
        return next((column.at for column in self.columns if column.role == role), 0)


def budget(chance: Chance) -> tuple[Page, SheetFacts]:
    """A sheet with a budget, and what is true of it."""
    sheet = chance.word("RAB", "Sheet1", "Lembar1", "DPA", "Rincian", "A2")
    page = Page(chance, sheet)
    form = money(chance)
    titles(page, chance, chance.one(TITLES), form, chance.one(ACTIVITIES))
    tree = _tree(chance)
    table = _table(page, chance, form, tree)
    header = page.headings(table.columns)
    numbers_row(page, chance, [column.at for column in table.columns])
    total = _total_place(table)
    if total == "above":
        _total(table, tree, chance.word("TOTAL", "JUMLAH ANGGARAN", "Total Belanja"))
    _body(table, tree.below, 0)
    if total not in ("above", "none"):
        _closing(table, tree, total)
    foot(page, chance, max(2, table.columns[-1].at - 1))
    return page, _facts(table, tree, header)


def _tree(chance: Chance) -> Node:
    shape = chance.habit("shape", "grouped", "flat", "nested", "programme", "programme")
    if shape == "flat":
        return flat(chance)
    if shape == "programme":
        return programme(chance, details=True, depth=chance.number(2, 4))
    return grouped(chance) if shape == "grouped" else nested(chance)


def _table(page: Page, chance: Chance, form: Money, tree: Node) -> Budget:
    coded = any(node.code for node in tree.below)
    deep = any(node.below for node in tree.below)
    change = chance.habit("change", "", "", "", "blocks", "blocks", "amounts")
    volumes = ["simple", "text", "factors", "joined"]
    volume = chance.habit("volume", "simple", *volumes[1:]) if change != "blocks" else "simple"
    sums = "none"
    if deep and coded:
        sums = "row"
    elif deep:
        sums = chance.habit(
            "sums", "row", "below", "none", "nil", "own column", later={2: ["below unlabelled"]}
        )
    if change and sums == "own column":
        sums = "row"
    code = chance.habit("code", "column", "joined", "each line") if coded else "none"
    if change:
        _change_lines(chance, tree)
    table = Budget(page, chance, form, [], volume, change, sums, code, Numbering(chance, coded))
    table.columns = _columns(table)
    page.place(table.columns, 2 if chance.habit("first column", "A", "B") == "B" else 1)
    return table


def _change_lines(chance: Chance, tree: Node) -> None:
    """Some volumes were others before; at least one."""
    lines = list(tree.lines())
    for node in chance.random.sample(lines, max(1, len(lines) // 3)):
        count = node.factors[0][0]
        node.before = max(0, count + chance.one((-count, -1, 1, 2, 5)))


def _columns(table: Budget) -> list[Column]:
    chance = table.chance
    columns = []
    if table.code in ("column", "each line"):
        columns.append(Column("kode", (chance.word("Kode Rekening", "KODE", "Kode Rek.", "Rekening"),)))
    elif table.numbering.shown:
        columns.append(Column("nomor", (chance.word("No", "No.", "NO", "Nomor"),)))
    columns.append(Column("uraian", (chance.one(TEXT),)))
    if chance.maybe("spesifikasi column", 0.08):
        columns.append(Column("spesifikasi", ("Spesifikasi",)))
    columns += _money_columns(table)
    if table.sums == "own column":
        columns.append(Column("subtotal", (chance.word("Sub Total", "Jumlah Total (Rp)", "Sub Jumlah"),)))
    if chance.maybe("keterangan column", 0.3):
        columns.append(Column("keterangan", (chance.word("Keterangan", "Ket.", "Ket"),)))
    return columns


def _money_columns(table: Budget) -> list[Column]:
    chance = table.chance
    amount = chance.one(AMOUNT)
    price = chance.one(PRICE)
    names = [one for one in VOLUME if not (one == "Jumlah" and amount.casefold().startswith("jumlah"))]
    volume = chance.one(names)
    if table.volume == "text":
        measure = [Column("koefisien", (chance.word("Koefisien", "Volume", "Rincian Perhitungan"),))]
    elif table.volume == "joined":
        measure = [Column("volume", (chance.word("Volume", "Vol", "Banyaknya"),))]
    elif table.volume == "factors":
        v, s = chance.word("Vol", "Volume"), chance.word("Sat", "Satuan")
        measure = [Column("v1", (v,)), Column("s1", (s,)), Column("v2", (v,)), Column("s2", (s,))]
    else:
        measure = [Column("volume", (volume,)), Column("satuan", (chance.one(UNIT),))]
    core = [*measure, Column("harga", (price,)), Column("jumlah", (amount,))]
    if table.change == "blocks":
        old, new = chance.one(CHANGES)
        before = [Column(f"{c.role} lama", (old, *c.heading)) for c in core]
        after = [Column(c.role, (new, *c.heading)) for c in core]
        return [*before, *after, *_difference(table)]
    if table.change == "amounts":
        old, new = chance.one(CHANGES)
        if chance.random.random() < 0.5:
            twice = [Column("jumlah lama", (amount, old)), Column("jumlah", (amount, new))]
        else:
            twice = [Column("jumlah lama", (f"{amount} {old}",)), Column("jumlah", (f"{amount} {new}",))]
        return [*measure, Column("harga", (price,)), *twice, *_difference(table)]
    over = chance.habit("over the calculation", "nothing", "Rincian Perhitungan", "Perhitungan Biaya")
    if over != "nothing":
        return [*(Column(c.role, (over, *c.heading)) for c in core[:-1]), core[-1]]
    return core


def _difference(table: Budget) -> list[Column]:
    if not table.chance.maybe("difference column", 0.6):
        return []
    return [Column("selisih", (table.chance.word("Bertambah/(Berkurang)", "Selisih", "+/-", "Naik/Turun"),))]


def _total_place(table: Budget) -> str:
    return table.chance.habit(
        "total",
        "below",
        *("above", "none", "one cell", "label in number column", "label in price column"),
        later={2: ["rounded below", "aside"], 3: ["ppn below", "budget after total"]},
    )


def _body(table: Budget, nodes: list[Node], depth: int) -> None:
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
    _body(table, node.below, depth + 1)
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
    values = _names(table, node, depth, place) | _amounts(table, node)
    values |= {table.first("harga"): table.money.cell(node.price)}
    if table.first("harga lama"):
        values[table.first("harga lama")] = table.money.cell(node.price)
        values[table.first("volume lama")] = node.old_volume
        values[table.first("satuan lama")] = node.factors[0][1]
    unit = node.factors[0][1]
    if table.volume == "simple":
        values |= {table.first("volume"): node.volume, table.first("satuan"): unit}
    elif table.volume == "joined":
        values[table.first("volume")] = f"{node.volume} {unit}"
    elif table.volume == "text":
        values[table.first("koefisien")] = " x ".join(f"{count} {name}" for count, name in node.factors)
    else:
        (values[table.first("v1")], values[table.first("s1")]), *more = node.factors
        if more:
            values[table.first("v2")], values[table.first("s2")] = more[0]
    if table.first("spesifikasi"):
        values[table.first("spesifikasi")] = table.chance.word("kualitas baik", "ukuran sedang", "")
    if table.code == "each line":
        values[table.first("kode")] = node.code or table.numbering.last_code
    node.row = table.page.line(values)


def _amounts(table: Budget, node: Node) -> dict[int, Cell]:
    """The amount of a line or sum, before and after, and the difference."""
    values = {table.first("jumlah"): table.money.cell(node.amount)}
    if old := table.first("jumlah lama"):
        values[old] = table.money.cell(node.old)
    if apart := table.first("selisih"):
        values[apart] = table.money.cell(node.amount - node.old)
    if node.code:
        table.numbering.last_code = node.code
    return values


def _total(table: Budget, tree: Node, label: str, column: str = "uraian") -> None:
    values = _amounts(table, tree)
    if table.sums == "own column":
        values = {table.first("subtotal"): table.money.cell(tree.amount)}
    at = table.first(column) or table.columns[0].at
    table.page.line({at: label, **values})


def _closing(table: Budget, tree: Node, place: str) -> None:
    """The total below the lines, in the office's way."""
    chance, page = table.chance, table.page
    label = chance.word("JUMLAH", "TOTAL", "Jumlah Total", "J U M L A H", "GRAND TOTAL", "Jumlah Seluruhnya")
    if place == "one cell":
        page.line({table.columns[0].at: f"{label} : {Money('text Rp', table.money.scale).cell(tree.amount)}"})
    elif place == "label in number column":
        _total(table, tree, label, table.columns[0].role)
    elif place == "label in price column":
        _total(table, tree, label, "harga")
    elif place == "aside":
        page.row += 1
        page.line({table.columns[-1].at + 2: label, table.columns[-1].at + 3: table.money.cell(tree.amount)})
    else:
        _total(table, tree, label)
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


def _facts(table: Budget, tree: Node, header: tuple[int, int]) -> SheetFacts:
    roles = ("uraian", "volume", "harga", "jumlah")
    columns = {c.role: c.letters for c in table.columns if c.role in roles}
    return SheetFacts(
        file="",
        sheet=table.page.sheet,
        kind=("rab",),
        header=header,
        columns=columns,
        rows=tuple(node.row for node in tree.lines()),
        totals={"jumlah": tree.amount},
        findings={},
        habits=tuple(table.chance.drawn),
    )
