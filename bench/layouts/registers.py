"""Books of payments laid out by chance: the cash book (BKU), the register of SP2D."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bench.layouts.amounts import Money
from bench.layouts.chance import Chance
from bench.layouts.page import Cell, Column, Page
from bench.layouts.tops import titles
from bench.reading.facts import SheetFacts


def register(chance: Chance) -> tuple[Page, SheetFacts]:
    """A cash book or a register of payment orders; only payments count."""
    form = chance.one(("BKU", "BKU", "SP2D"))
    chance.drawn.append(form)
    page = Page(chance, chance.word(form, "Sheet1", "Januari-Juni"))
    amounts = Money(chance.habit("amounts", "number", "text", "text Rp"), "rupiah")
    title = chance.word("BUKU KAS UMUM", "BKU BENDAHARA PENGELUARAN")
    titles(page, chance, title if form == "BKU" else "REGISTER SP2D", amounts, "Sentra IKM")
    build = _cash_book if form == "BKU" else _orders
    header, columns, rows, paid = build(page, chance, amounts)
    facts = SheetFacts(
        file="",
        sheet=page.sheet,
        kind=("realisasi",),
        header=header,
        columns=columns,
        rows=tuple(rows),
        totals={"realisasi": paid},
        findings={},
        habits=tuple(chance.drawn),
    )
    return page, facts


Laid = tuple[tuple[int, int], dict[str, str], list[int], int]


def _cash_book(page: Page, chance: Chance, amounts: Money) -> Laid:
    receipts, spending = chance.one((("Penerimaan", "Pengeluaran"), ("Debet", "Kredit"), ("Masuk", "Keluar")))
    columns = [
        Column("nomor", ("No",)),
        Column("tanggal", (chance.word("Tanggal", "Tgl", "TGL"),)),
        Column("bukti", (chance.word("No. Bukti", "Nomor Bukti", "No Bukti"),)),
        Column("uraian", (chance.word("Uraian", "Keterangan", "URAIAN"),)),
        Column("terima", (receipts,)),
        Column("realisasi", (spending,)),
        Column("saldo", ("Saldo",)),
    ]
    if chance.maybe("code of account", 0.5):
        columns.insert(2, Column("kode", (chance.word("Kode Rekening", "Kode"),)))
    page.place(columns, 1)
    header = page.headings(columns)
    at = {column.role: column.at for column in columns}
    nothing = chance.habit("no amount", "empty", "0", "-")
    empty = {"empty": None, "0": 0, "-": "-"}[nothing]
    day, number, saldo, paid = date(2023, 2, 1), 1, 0, 0
    rows: list[int] = []
    if chance.maybe("opening balance", 0.4):
        page.line({at["uraian"]: "Saldo bulan lalu", at["saldo"]: amounts.cell(saldo)})
    spent_sum = taken_sum = 0
    for step in range(chance.number(5, 14)):
        day += timedelta(days=chance.number(1, 12))
        cells: dict[int, Cell] = {at["nomor"]: number, at["tanggal"]: day.strftime("%d-%m-%Y")}
        if step == 0 or saldo < 2_000_000:
            value = chance.number(20, 60) * 1_000_000
            saldo += value
            taken_sum += value
            cells |= {at["uraian"]: chance.word("Terima UP", "Penerimaan SP2D GU", "Terima dana tahap I")}
            cells |= {
                at["bukti"]: f"BTM{number:02d}",
                at["terima"]: amounts.cell(value),
                at["realisasi"]: empty,
            }
        else:
            value = chance.number(20, 180) * 10_000
            saldo -= value
            paid += value
            spent_sum += value
            what = chance.word(
                "Bayar belanja ATK", "Bayar konsumsi peserta", "Honor narasumber", "Sewa gedung"
            )
            cells |= {at["uraian"]: what, at["bukti"]: f"BPU{number:02d}", at["terima"]: empty}
            cells |= {at["realisasi"]: amounts.cell(value)}
            if "kode" in at:
                cells[at["kode"]] = "5.1.02.01.01.0024"
        cells[at["saldo"]] = amounts.cell(saldo)
        row = page.line(cells)
        number += 1
        if value and at["realisasi"] in cells and cells[at["realisasi"]] not in (None, 0, "-"):
            rows.append(row)
    if chance.maybe("closing sums", 0.6):
        both = {at["terima"]: amounts.cell(taken_sum), at["realisasi"]: amounts.cell(spent_sum)}
        page.line({at["uraian"]: "Jumlah", **both, at["saldo"]: amounts.cell(saldo)})
    return header, _letters(columns), rows, paid


def _orders(page: Page, chance: Chance, amounts: Money) -> Laid:
    gross = chance.maybe("gross, cuts and net", 0.4)
    columns = [
        Column("nomor", ("No",)),
        Column("tanggal", (chance.word("Tanggal SP2D", "Tgl SP2D", "Tanggal"),)),
        Column("bukti", (chance.word("Nomor SP2D", "No. SP2D"),)),
        Column("uraian", (chance.word("Uraian", "Keperluan", "Untuk Pembayaran"),)),
    ]
    if gross:
        columns += [
            Column("realisasi", ("Nilai Bruto",)),
            Column("potongan", ("Potongan",)),
            Column("netto", ("Netto",)),
        ]
    else:
        columns.append(Column("realisasi", (chance.word("Nilai SP2D", "Nilai (Rp)", "Jumlah (Rp)"),)))
    page.place(columns, 1)
    header = page.headings(columns)
    at = {column.role: column.at for column in columns}
    rows, paid, day = [], 0, date(2023, 1, 20)
    cuts = 0
    for number in range(1, chance.number(4, 12)):
        day += timedelta(days=chance.number(2, 15))
        value = chance.number(15, 900) * 100_000
        cut = value * 15 // 1000
        cells: dict[int, Cell] = {at["nomor"]: number, at["tanggal"]: day.strftime("%d/%m/%Y")}
        cells |= {at["bukti"]: f"{number:05d}/SP2D/LS/3.31/2023", at["realisasi"]: amounts.cell(value)}
        cells[at["uraian"]] = (
            f"Pembayaran {chance.word('honor narasumber', 'sewa gedung', 'konsumsi')} tahap {number}"
        )
        if gross:
            cells |= {at["potongan"]: amounts.cell(cut), at["netto"]: amounts.cell(value - cut)}
        rows.append(page.line(cells))
        paid += value
        cuts += cut
    if chance.maybe("closing sums", 0.6):
        cells = {at["uraian"]: "JUMLAH", at["realisasi"]: amounts.cell(paid)}
        if gross:
            cells |= {at["potongan"]: amounts.cell(cuts), at["netto"]: amounts.cell(paid - cuts)}
        page.line(cells)
    return header, _letters(columns), rows, paid


def _letters(columns: Sequence[Column]) -> dict[str, str]:
    return {c.role: c.letters for c in columns if c.role in ("tanggal", "uraian", "realisasi")}
