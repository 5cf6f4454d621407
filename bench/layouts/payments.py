"""Accounts of spending laid out by chance: LRA, RFK, realisasi by month, RAK."""

from __future__ import annotations

from bench.layouts.amounts import money
from bench.layouts.chance import Chance
from bench.layouts.content import ACTIVITIES, Node, flat, grouped, programme
from bench.layouts.numbering import Numbering
from bench.layouts.page import Cell, Column, Page
from bench.layouts.tops import foot, numbers_row, titles
from bench.reading.facts import SheetFacts

TEXT = (
    "Uraian",
    "URAIAN",
    "Program/Kegiatan",
    "Uraian Belanja",
    "Nama Kegiatan",
    "Program, Kegiatan, Sub Kegiatan",
)
PAGU = (
    "Anggaran",
    "Pagu",
    "Pagu Anggaran",
    "Jumlah Anggaran (Rp)",
    "ANGGARAN (Rp)",
    "Anggaran 2023",
    "Nilai DPA",
)
PAID = ("Realisasi", "REALISASI", "Realisasi (Rp)", "Realisasi Anggaran", "Realisasi Keuangan", "Penyerapan")
REST = ("Sisa", "Sisa Anggaran", "Lebih/(Kurang)", "Saldo Anggaran", "Belum Terealisasi")
LAST = ("Bulan Lalu", "s.d. Bulan Lalu", "s/d Bulan Lalu", "Sampai Bulan Lalu", "Realisasi Bulan Lalu")
THIS = ("Bulan Ini", "Bulan ini", "Dalam Bulan Ini", "Realisasi Bulan Ini")
SO_FAR = (
    "s.d. Bulan Ini",
    "s/d Bulan Ini",
    "S.D BULAN INI",
    "Sampai dengan Bulan Ini",
    "Total s.d. Bulan Ini",
)
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
SHORT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Ags", "Sep", "Okt", "Nov", "Des")


class Account:
    """One table of spending that is being laid out."""

    def __init__(self, chance: Chance, form: str) -> None:
        self.chance = chance
        self.form = form
        self.page = Page(chance, chance.word("Realisasi", "RFK", "LRA", "Sheet1", "Juni"))
        self.money = money(chance)
        self.tree = _tree(chance)
        coded = bool(self.tree.below[0].code)
        self.code = chance.habit("code", "column", "joined", later={2: ["spread"]}) if coded else "none"
        self.numbering = Numbering(chance, coded)
        self.empty = chance.maybe("nothing paid yet", 0.1) and form != "RAK"
        self.share = chance.habit("percent", "of 100", "of 1")
        if self.empty:
            for node in self.tree.lines():
                node.paid = (0, 0)
        self.columns: list[Column] = []

    def at(self, role: str) -> int:
        """The place of a column; 0 where there is none."""
        return next((column.at for column in self.columns if column.role == role), 0)

    def paid(self, node: Node) -> int:
        """Rupiah paid in all."""
        return node.spent(0) + node.spent(1)


def account(chance: Chance) -> tuple[Page, SheetFacts]:
    """A sheet of spending, and what is true of it."""
    form = chance.one(("LRA", "LRA", "RFK", "RFK", "RFK", "months", "RAK"))
    table = Account(chance, form)
    chance.drawn.append(form)
    title = {
        "LRA": "LAPORAN REALISASI ANGGARAN",
        "RFK": "LAPORAN REALISASI FISIK DAN KEUANGAN BULAN JUNI 2023",
        "months": "REALISASI ANGGARAN PER BULAN",
        "RAK": chance.word("ANGGARAN KAS", "RENCANA ANGGARAN KAS", "RENCANA PENARIKAN DANA"),
    }[form]
    titles(table.page, chance, title, table.money, chance.one(ACTIVITIES))
    columns = {"LRA": _lra, "RFK": _rfk, "months": _months, "RAK": _months}[form](table)
    table.columns = [*_left(table), *columns]
    table.page.place(table.columns, 1)
    header = table.page.headings(table.columns)
    numbers_row(table.page, chance, [column.at for column in table.columns])
    place = chance.habit("total", "below", "none", "above", "label in number column")
    if place == "above":
        _row(table, table.tree, {table.at("uraian"): "JUMLAH"})
    _body(table, table.tree.below, 0)
    if place in ("below", "label in number column"):
        at = table.columns[0].at if place != "below" else table.at("uraian")
        _row(table, table.tree, {at: chance.word("JUMLAH", "TOTAL", "Jumlah Belanja")})
    foot(table.page, chance, max(2, table.columns[-1].at - 1))
    return table.page, _facts(table, header)


def _tree(chance: Chance) -> Node:
    shape = chance.habit("shape", "programme", "flat", "grouped")
    if shape == "programme":
        return programme(chance, details=False, depth=chance.number(2, 5))
    return flat(chance) if shape == "flat" else grouped(chance)


def _left(table: Account) -> list[Column]:
    chance = table.chance
    left = []
    if table.code == "column":
        left.append(Column("kode", (chance.word("Kode Rekening", "Kode", "KODE"),)))
    elif table.code == "spread":
        left += [Column(f"kode{n}", ("Kode" if n == 0 else "",)) for n in range(4)]
    elif table.numbering.shown:
        left.append(Column("nomor", (chance.word("No", "No.", "NO"),)))
    return [*left, Column("uraian", (chance.one(TEXT),)), Column("pagu", (chance.one(PAGU),))]


def _lra(table: Account) -> list[Column]:
    chance = table.chance
    name = chance.one(PAID)
    columns = [Column("realisasi", (name,))]
    if chance.maybe("percent beside", 0.5):
        columns.append(Column("persen", (chance.word("%", "Persen", "(%)", "Persentase"),)))
    if chance.maybe("rest", 0.6):
        columns.append(Column("sisa", (chance.one(REST),)))
    if chance.maybe("last year", 0.15):
        columns.append(Column("tahun lalu", (chance.word("Realisasi 2022", "Realisasi Tahun Lalu"),)))
    return columns


def _rfk(table: Account) -> list[Column]:
    """Last month, this month, so far × money, percent, physical, at two to four levels of heading."""
    chance = table.chance
    money_first = chance.maybe("money and physical over the months", 0.2)
    name = chance.word("Realisasi", "Realisasi Pelaksanaan", "REALISASI KEGIATAN")
    over = (name,) if chance.random.random() < 0.7 else ()
    times = {"lalu": chance.one(LAST), "ini": chance.one(THIS), "": chance.one(SO_FAR)}
    if chance.maybe("only so far", 0.1):
        times = {"": times[""]}
    money_name = chance.word("Keuangan", "Keuangan (Rp)", "Keu (Rp)", "Rp", "KEUANGAN")
    physical = chance.word("Fisik", "Fisik (%)", "Fisik %", "FISIK")
    split = chance.maybe("rupiah and percent under money", 0.3)
    columns = []
    for what, name in (("realisasi", money_name), ("fisik", physical)):
        for when, word in times.items():
            role = f"{what} {when}".strip()
            path = (*over, name, word) if money_first else (*over, word, name)
            if what == "realisasi" and split:
                columns += [Column(role, (*path, "Rp")), Column(f"persen {when}", (*path, "%"))]
            else:
                columns.append(Column(role, path))
    if not money_first:
        order = list(times)
        columns.sort(key=lambda column: order.index(column.role.partition(" ")[2]))
    if chance.maybe("rest", 0.5):
        columns.append(Column("sisa", (chance.one(REST),)))
    return columns


def _months(table: Account) -> list[Column]:
    chance = table.chance
    names = MONTHS if chance.random.random() < 0.6 else SHORT
    over = () if chance.random.random() < 0.5 else (chance.word("Bulan", "Realisasi Bulan"),)
    if table.form == "RAK":
        over = over and (chance.word("Bulan", "Rencana Penarikan", "Rencana"),)
    columns = [Column(f"bulan {n}", (*over, name)) for n, name in enumerate(names)]
    if table.form == "months":
        columns.append(
            Column(
                "realisasi", (chance.word("Jumlah Realisasi", "Total Realisasi", "Realisasi s.d. Desember"),)
            )
        )
    elif chance.maybe("sum of the months", 0.5):
        columns.append(Column("jumlah rencana", (chance.word("Jumlah", "Total", "Total RAK"),)))
    return columns


def _body(table: Account, nodes: list[Node], depth: int, over: tuple[str, ...] = ()) -> None:
    for place, node in enumerate(nodes):
        text = node.text
        values: dict[int, Cell] = {}
        if table.code == "column":
            values[table.at("kode")] = node.code
        elif table.code == "joined":
            text = f"{node.code} {text}"
        elif table.code == "spread":
            codes = (*over[:3], node.code)
            values |= {table.at(f"kode{n}"): code for n, code in enumerate(codes)}
        elif table.numbering.shown:
            values[table.at("nomor")] = table.numbering.of(depth, place, bool(node.below))
        values[table.at("uraian")] = text
        node.row = _row(table, node, values)
        _body(table, node.below, depth + 1, (*over, node.code))


def _row(table: Account, node: Node, values: dict[int, Cell]) -> int:
    cells = values | {table.at("pagu"): table.money.cell(node.amount)}
    for column in table.columns:
        if (value := _value(table, node, column.role)) is not None:
            cells[column.at] = value
    return table.page.line(cells)


def _value(table: Account, node: Node, role: str) -> Cell:
    last, this = node.spent(0), node.spent(1)
    paid = last + this
    amount = node.amount or 1
    what, _, when = role.partition(" ")
    if what == "bulan":
        return _month(table, node, int(when))
    if what == "jumlah":
        return table.money.cell(node.amount)
    if table.empty:
        return None
    if role == "sisa":
        return table.money.cell(node.amount - paid)
    if what == "tahun":
        return table.money.cell(round(node.amount * 0.9))
    part = {"lalu": last, "ini": this, "": paid}.get(when)
    if part is None:
        return None
    if what == "realisasi":
        return table.money.cell(part)
    if what in ("persen", "fisik"):
        share = min(1.0, part / amount * (1 if what == "persen" else 1.1))
        return round(share, 4) if table.share == "of 1" else round(100 * share, 2)
    return None


def _month(table: Account, node: Node, month: int) -> Cell:
    if node.below:
        parts = [_share(table, one, month) for one in node.lines()]
        return table.money.cell(sum(parts))
    return table.money.cell(_share(table, node, month))


def _share(table: Account, node: Node, month: int) -> int:
    """Rupiah of a line in a month: two months at most have any."""
    first = sum(map(ord, node.text + node.code)) % 6
    whole = node.amount if table.form == "RAK" else table.paid(node)
    half = whole // 2
    return {first: half, first + 3: whole - half}.get(month, 0)


def _facts(table: Account, header: tuple[int, int]) -> SheetFacts:
    roles = ("uraian", "pagu", "realisasi", "fisik")
    columns = {c.role: c.letters for c in table.columns if c.role in roles}
    if table.empty:
        columns.pop("fisik", None)
    if table.form == "months":
        columns.pop("realisasi")  # the months tell it
    paid = None if table.empty or table.form == "RAK" else table.paid(table.tree)
    if table.empty and table.form == "months":
        paid = 0 if table.money.cell(0) in (0, "0", "0,00") else None  # nought stated in each month is told
    return SheetFacts(
        file="",
        sheet=table.page.sheet,
        kind=("realisasi",),
        header=header,
        columns=columns,
        rows=tuple(node.row for node in table.tree.lines()),
        totals={"pagu": table.tree.amount, "realisasi": paid},
        findings={},
        habits=tuple(table.chance.drawn),
    )
