"""Budgets in sheets of more than one thing: two sub kegiatan, surveys of prices, years, matrices."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS, SUBS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.budgets import groups, items, made, priced
from bench.offices.form import Form, columns
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]
WHOLE = ("uraian", "volume", "harga", "jumlah")


def merged_groups(chance: Chance) -> Made:
    """The activity stands merged beside its lines, and their sum merged at the right."""
    form = Form(chance, chance.word("RAB", "Kebutuhan", "Sheet1"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA KEGIATAN", "TAHUN ANGGARAN 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "grup=Komponen|Tahapan|Sub Kegiatan", "uraian=Uraian|Rincian Kebutuhan"),
            *("volume=Vol|Volume", "satuan=Satuan", "harga=Harga Satuan", "jumlah=Jumlah|Jumlah (Rp)"),
            "sub=Sub Total|Total per Komponen",
        )
    )
    whole = 0
    for n, (group, more) in enumerate(groups(chance), 1):
        first = form.page.row
        part = sum(map(made, more))
        for k, item in enumerate(more):
            extra = {"nomor": n, "grup": group, "sub": form.cash(part)} if k == 0 else {}
            whole += priced(form, item, **extra)
        for role in ("nomor", "grup", "sub") if len(more) > 1 and not form.blank_rows else ():
            at = form.columns[role].at
            form.page.merges.append((first, at, first + len(more) - 1, at))
    form.row(uraian=chance.word("Jumlah", "TOTAL"), jumlah=form.cash(whole))
    return form.done(WHOLE, {"jumlah": whole})


def two_blocks(chance: Chance) -> Made:
    """Two sub kegiatan below each other, each under its own headings, with a sum of both at the end."""
    form = Form(chance, chance.word("RKA", "DPA", "RAB"), "rab")
    form.titles("RINCIAN ANGGARAN BELANJA", facts=[("Sub Kegiatan", " ".join(SUBS[0])), ("Lokasi", "Contoh")])
    form.head(
        columns(
            chance,
            *("kode=Kode Rekening", "uraian=Uraian", "volume=Volume", "satuan=Satuan"),
            *("harga=Harga Satuan", "jumlah=Jumlah"),
        )
    )
    whole = 0
    for n, sub in enumerate(SUBS[:2]):
        if n:
            form.page.row += 1
            form.page.line({1: "Sub Kegiatan", 3: f": {' '.join(sub)}"})
            form.head_again()
        part = 0
        for code, name in sorted(chance.random.sample(ACCOUNTS, 2)):
            more = items(chance, chance.number(2, 3))
            form.row(kode=code, uraian=name, jumlah=form.cash(sum(map(made, more))))
            part += sum(priced(form, item) for item in more)
        form.row(uraian=chance.word("Jumlah", "Jumlah Anggaran Sub Kegiatan"), jumlah=form.cash(part))
        whole += part
    if chance.maybe("sum of both", 0.6):
        form.row(uraian="JUMLAH KESELURUHAN", jumlah=form.cash(whole))
    page, facts = form.done(("uraian", "volume", "harga", "jumlah"), {"jumlah": whole})
    return page, facts.model_copy(update={"header": None})


def price_survey(chance: Chance) -> Made:
    """HPS with the prices of three shops, their mean and the amount."""
    form = Form(chance, chance.word("HPS", "Survey", "Survei Harga"), "rab")
    form.titles("PENYUSUNAN HARGA PERKIRAAN SENDIRI (HPS)", "Bahan pelatihan batik")
    top = chance.word("Harga Survei", "Survey Harga Pasar")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Nama Barang|Uraian", "volume=Volume|Jumlah", "satuan=Satuan"),
            *(f"a={top}>Toko A", f"b={top}>Toko B", f"c={top}>Toko C"),
            "harga=Harga Rata-rata|Harga HPS|Harga Satuan HPS",
            "jumlah=Jumlah Harga|Total HPS",
        )
    )
    whole = 0
    for n, item in enumerate(items(chance, chance.number(4, 8)), 1):
        price = item[3]
        shops = {"a": form.cash(price), "b": form.cash(price + 1500), "c": form.cash(price - 1500)}
        whole += priced(form, item, nomor=n, **shops)
    form.row(uraian="JUMLAH", jumlah=form.cash(whole))
    return form.done(WHOLE, {"jumlah": whole})


def three_years(chance: Chance) -> Made:
    """What was paid last year, what is budgeted now, what will be wanted next year."""
    form = Form(chance, chance.word("Anggaran", "RKT", "Perbandingan"), "rab/realisasi")
    form.titles("RENCANA ANGGARAN BELANJA TAHUN 2023", "Dinas Perindustrian")
    form.head(
        columns(
            chance,
            *("kode=Kode Rekening", "uraian=Uraian", "lalu=Realisasi 2022|Realisasi Tahun 2022"),
            "pagu=Anggaran 2023|Anggaran Tahun 2023",
            "nanti=Proyeksi 2024|Perkiraan 2024",
        )
    )
    sums = [0, 0, 0]
    for code, name in sorted(chance.random.sample(ACCOUNTS, chance.number(4, 7))):
        now = chance.number(20, 300) * 250_000
        parts = [now * 9 // 10, now, now * 11 // 10]
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        form.row(
            True,
            kode=code,
            uraian=name,
            **dict(zip(("lalu", "pagu", "nanti"), map(form.cash, parts), strict=True)),
        )
    form.row(uraian="JUMLAH", **dict(zip(("lalu", "pagu", "nanti"), map(form.cash, sums), strict=True)))
    page, facts = form.done(("uraian",), {"pagu": sums[1]})
    return page, facts


def matrix(chance: Chance) -> Made:
    """Accounts down, activities across, the sum at the right."""
    form = Form(chance, chance.word("Matriks", "Rekap RAB", "Rekap"), "rab/realisasi")
    form.titles("REKAPITULASI ANGGARAN PER REKENING DAN KEGIATAN", "TAHUN 2023")
    names = chance.random.sample(MENU, chance.number(2, 4))
    top = chance.word("Kegiatan", "Rincian Kegiatan")
    form.head(
        columns(
            chance,
            *("kode=Kode Rekening|Kode", "uraian=Uraian Belanja|Jenis Belanja"),
            *(f"k{n}={top}>{name}" for n, name in enumerate(names)),
            "jumlah=Jumlah|Total",
        )
    )
    sums = [0] * len(names)
    for code, name in sorted(chance.random.sample(ACCOUNTS, chance.number(4, 7))):
        parts = [chance.number(0, 60) * 250_000 for _ in names]
        parts[0] = parts[0] or 250_000
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        form.row(
            True,
            kode=code,
            uraian=name,
            jumlah=form.cash(sum(parts)),
            **{f"k{n}": form.cash(p) for n, p in enumerate(parts)},
        )
    form.row(
        uraian="JUMLAH", jumlah=form.cash(sum(sums)), **{f"k{n}": form.cash(p) for n, p in enumerate(sums)}
    )
    return form.done(("uraian",), {"pagu": sum(sums)})


def recap_first(chance: Chance) -> Made:
    """The recapitulation of the chapters stands above the lines, in the same table."""
    form = Form(chance, chance.word("RAB", "BOQ", "Rincian"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA", "Rehabilitasi Rumah Produksi Sentra")
    form.head(
        columns(
            chance,
            *("nomor=NO", "uraian=URAIAN PEKERJAAN", "volume=VOLUME", "satuan=SAT"),
            *("harga=HARGA SATUAN (Rp)", "jumlah=JUMLAH HARGA (Rp)"),
        )
    )
    told = groups(chance)
    whole = sum(made(i) for _, m in told for i in m)
    form.row(uraian=chance.word("REKAPITULASI", "RINGKASAN BIAYA"))
    for roman, (group, more) in zip(("I", "II", "III", "IV"), told, strict=False):
        form.row(nomor=roman, uraian=group.upper(), jumlah=form.cash(sum(map(made, more))))
    form.row(uraian="JUMLAH", jumlah=form.cash(whole))
    form.row(uraian=chance.word("RINCIAN", "URAIAN PEKERJAAN"))
    for roman, (group, more) in zip(("I", "II", "III", "IV"), told, strict=False):
        form.row(nomor=roman, uraian=group.upper())
        for n, item in enumerate(more, 1):
            priced(form, item, nomor=n)
        form.row(uraian=f"Sub Jumlah {roman}", jumlah=form.cash(sum(map(made, more))))
    return form.done(WHOLE, {"jumlah": whole})


def fees(chance: Chance) -> Made:
    """Fees with the income tax that will be kept back and what is handed out."""
    form = Form(chance, chance.word("Honor", "RAB Honor", "Sheet3"), "rab")
    form.titles("RINCIAN ANGGARAN HONORARIUM", "Pelatihan Kewirausahaan 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Uraian|Jabatan", "volume=Vol", "satuan=Sat", "harga=Tarif|Harga Satuan"),
            *("jumlah=Jumlah|Jumlah Bruto", "pph=PPh 21 (5%)|PPh", "neto=Jumlah Diterima|Netto"),
        )
    )
    whole = kept = 0
    for n, item in enumerate(items(chance, chance.number(4, 7)), 1):
        tax = made(item) // 20
        kept += tax
        whole += priced(form, item, nomor=n, pph=form.cash(tax), neto=form.cash(made(item) - tax))
    form.row(uraian="Jumlah", jumlah=form.cash(whole), pph=form.cash(kept), neto=form.cash(whole - kept))
    return form.done(WHOLE, {"jumlah": whole})


def odd_order(chance: Chance) -> Made:
    """The amount first, then price, unit and volume; the number of the line at the end."""
    form = Form(chance, chance.word("RAB", "Usulan", "Data"), "rab")
    form.titles(chance.word("USULAN ANGGARAN KEGIATAN", "RENCANA BIAYA PELATIHAN"), "TAHUN 2023")
    form.head(
        columns(
            chance,
            *("uraian=Keterangan Belanja|Uraian Belanja", "jumlah=Total Biaya|Jumlah (Rp)"),
            *("harga=Biaya Satuan|Harga Satuan", "satuan=Satuan", "volume=Banyaknya|Volume", "nomor=No"),
        )
    )
    whole = 0
    for n, item in enumerate(items(chance, chance.number(5, 9)), 1):
        whole += priced(form, item, nomor=n)
    form.row(uraian="Total", jumlah=form.cash(whole))
    return form.done(WHOLE, {"jumlah": whole})


def small_units(chance: Chance) -> Made:
    """A RAB in thousands, as a line above the table or the headings say; lump sums among the lines."""
    form = Form(chance, chance.word("RAB", "Biaya", "Rincian"), "rab")
    above = chance.maybe("unit above the table", 0.5)
    form.titles("RENCANA ANGGARAN BIAYA", *(["(dalam ribuan rupiah)"] if above else []))
    mark = "" if above else " (Rp000)|{} (ribuan Rp)"
    form.money = "number"
    price, amount = ("Harga Satuan", "Jumlah")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Uraian", "volume=Volume", "satuan=Satuan"),
            *(f"harga={price}{mark.format(price)}", f"jumlah={amount}{mark.format(amount)}"),
        )
    )
    whole = 0
    for n, (name, own_unit, own_volume, _) in enumerate(items(chance, chance.number(5, 9)), 1):
        each = chance.number(10, 900)
        lump = chance.random.random() < 0.2
        volume, unit, each = (1, "LS", each * 10) if lump else (own_volume, own_unit, each)
        whole += volume * each
        form.row(True, nomor=n, uraian=name, volume=volume, satuan=unit, harga=each, jumlah=volume * each)
    form.row(uraian="JUMLAH", jumlah=whole)
    return form.done(WHOLE, {"jumlah": whole * 1000})


FORMS = (
    *(merged_groups, two_blocks, price_survey, three_years, matrix),
    *(recap_first, fees, odd_order, small_units),
)
