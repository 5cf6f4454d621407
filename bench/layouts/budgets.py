"""A budget laid out by chance: RAB, RKA, DPA and what comes after a change of them."""

from __future__ import annotations

from decimal import Decimal

from bench.layouts.amounts import Money, money
from bench.layouts.budget_rows import body, closing, total_row
from bench.layouts.budget_table import Budget
from bench.layouts.chance import Chance
from bench.layouts.content import ACTIVITIES, Node, flat, grouped, nested, programme
from bench.layouts.numbering import Numbering
from bench.layouts.page import Column, Page
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


def budget(chance: Chance) -> tuple[Page, SheetFacts]:
    """A sheet with a budget, and what is true of it."""
    sheet = chance.word("RAB", "Sheet1", "Lembar1", "DPA", "Rincian", "A2")
    page = Page(chance, sheet)
    form = money(chance)
    titles(page, chance, chance.one(TITLES), form, chance.one(ACTIVITIES))
    tree = _tree(chance)
    table = _table(page, chance, form, tree)
    header = table.header = page.headings(table.columns)
    if chance.maybe("units below the headings", 0.06, since=2):
        page.line({column.at: "(Rp)" for column in table.columns if column.role in ("harga", "jumlah")})
    numbers_row(page, chance, [column.at for column in table.columns])
    place = _total_place(table)
    if place == "above":
        total_row(table, tree, chance.word("TOTAL", "JUMLAH ANGGARAN", "Total Belanja"))
    body(table, tree.below, 0)
    if place not in ("above", "none"):
        closing(table, tree, place)
    facts = _facts(table, tree, header)
    if place == "ppn below":
        with_tax = (Decimal(tree.amount), Decimal(tree.amount + tree.amount * 11 // 100))
        facts = facts.model_copy(update={"totals": {"jumlah": with_tax}})
    if (
        not table.change
        and place in ("below", "label in number column")
        and chance.maybe("second table below", 0.08, since=3)
    ):
        facts = _second(table, facts)
    foot(page, chance, max(2, table.columns[-1].at - 1))
    return page, facts


def _second(table: Budget, facts: SheetFacts) -> SheetFacts:
    """Signatures, then the budget of another activity with the same columns; both count."""
    page, chance = table.page, table.chance
    signatures(page, chance, max(2, table.columns[-1].at - 1))
    page.row += 2
    page.line({1: chance.one(ACTIVITIES)})
    page.headings(table.columns)
    more = grouped(chance) if table.sums != "none" and table.code == "none" else flat(chance)
    if table.tax:
        _tax_lines(more)
    body(table, more.below, 0)
    total_row(table, more, "JUMLAH")
    assert isinstance(facts.rows, tuple)
    first = facts.totals["jumlah"]
    rows = (*facts.rows, *(node.row for node in more.lines()))
    totals = {"jumlah": (first if isinstance(first, Decimal) else Decimal(0)) + more.amount}
    return facts.model_copy(update={"rows": rows, "totals": totals, "habits": tuple(chance.drawn)})


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
    table.tax = not change and chance.maybe("PPN column", 0.08, since=2)
    if table.tax:
        _tax_lines(tree)
    if not change and chance.maybe("quarters beside", 0.1, since=2):
        word = chance.word("TW", "Triwulan")
        table.quarters = tuple((word, number) for number in ("I", "II", "III", "IV"))
    table.carried = not change and chance.maybe("carried over a page", 0.1, since=2)
    if (
        volume in ("simple", "joined")
        and not change
        and not table.tax
        and chance.maybe("lump sums", 0.15, since=2)
    ):
        table.lump = chance.word("1 LS", "LS", "amount only")
        _lump_lines(chance, tree)
    faults = _faults(table, tree)
    table.whole = tree.amount
    table.faults = faults
    table.columns = _columns(table)
    page.place(table.columns, 2 if chance.habit("first column", "A", "B") == "B" else 1)
    return table


def _faults(table: Budget, tree: Node) -> dict[str, int]:
    """Now and then an office has made a mistake, which is to be found: a sum, or a line."""
    chance = table.chance
    headings = [node for top in tree.below for node in top.walk() if len(node.below) > 1]
    if headings and table.sums in ("row", "below") and chance.maybe("a wrong sum", 0.08, since=2):
        chance.one(headings).misprint = chance.one((-1, 1)) * chance.number(1, 40) * 10_000
        return {"RAB-SUBTOTAL/BACA-JUMLAH": 1}
    plain = [node for node in tree.lines() if not node.lump and node.before is None]
    if plain and not table.tax and chance.maybe("a wrong line", 0.06, since=2):
        chance.one(plain).own += chance.number(1, 40) * 5_000
        return {"RAB-HITUNG": 1}
    return {}


def _change_lines(chance: Chance, tree: Node) -> None:
    """Some volumes were others before; at least one."""
    lines = list(tree.lines())
    for node in chance.random.sample(lines, max(1, len(lines) // 3)):
        count = node.factors[0][0]
        node.before = max(0, count + chance.one((-count, -1, 1, 2, 5)))


def _tax_lines(tree: Node) -> None:
    for node in tree.lines():
        node.tax = node.own * 11 // 100
        node.own += node.tax


def _lump_lines(chance: Chance, tree: Node) -> None:
    """Some lines are lump sums: one of them, at a price."""
    lines = list(tree.lines())
    for node in chance.random.sample(lines, max(1, len(lines) // 4)):
        node.factors, node.lump = [(1, chance.word("LS", "Ls", "paket", "Paket"))], True
        node.own = node.price = chance.number(5, 90) * 100_000


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
    return _beside(table, core)


def _beside(table: Budget, core: list[Column]) -> list[Column]:
    """Columns that some offices have between or behind those of the calculation."""
    chance = table.chance
    if table.tax:
        tax = Column("ppn", (chance.word("PPN 11%", "PPN", "Pajak (11%)", "PPN (Rp)"),))
        core = [*core[:-1], tax, core[-1]]
    if chance.maybe("standard price beside the price", 0.08, since=2):
        core = [*core[:-2], Column("ssh", (chance.word("SSH", "Standar Harga", "Harga SHS"),)), *core[-2:]]
    if chance.maybe("column of Rp", 0.08, since=3) and table.money.form == "number":
        core = [*core[:-1], Column("rp", ("",)), core[-1]]
        core[-2], core[-1] = Column("rp", core[-1].heading), Column("jumlah", ("",))
    if chance.maybe("weight beside the amount", 0.06, since=3):
        core = [*core, Column("bobot", (chance.word("Bobot (%)", "%", "Persentase"),))]
    if table.quarters:
        over = chance.word("Rencana Penarikan", "Jadwal Pencairan", "Alokasi Triwulan")
        core = [*core, *(Column(f"tw {n}", (over, f"{w} {r}")) for n, (w, r) in enumerate(table.quarters))]
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
        later={2: ["rounded below", "aside"], 3: ["ppn below"]},
    )


def _facts(table: Budget, tree: Node, header: tuple[int, int]) -> SheetFacts:
    roles = ("uraian", "volume", "harga", "jumlah")
    columns = {c.role: c.letters for c in table.columns if c.role in roles}
    for c in table.columns:
        if c.role == "harga lama":  # the prices are the same before and after
            columns["harga"] += f"/{c.letters}"
    return SheetFacts(
        file="",
        sheet=table.page.sheet,
        kind=("rab",),
        header=header,
        columns=columns,
        rows=tuple(node.row for node in tree.lines()),
        totals={"jumlah": tree.amount},
        findings=table.faults,
        habits=tuple(table.chance.drawn),
    )
