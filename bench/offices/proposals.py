"""Budgets that are asked for: contributions, packs per person, tiny columns of factors, HPS, yearly plans."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import SUBS
from bench.layouts.page import Cell, Page
from bench.offices.accounts import MENU
from bench.offices.budgets import groups, items, made, priced
from bench.offices.form import Form, columns
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]
WHOLE = ("uraian", "volume", "harga", "jumlah")


def contributions(chance: Chance) -> Made:
    """Each line's amount again under who pays it."""
    form = Form(chance, chance.word("Usulan", "RAB Proposal", "Sheet1"), "rab")
    form.titles(chance.word("RENCANA ANGGARAN BIAYA PROPOSAL", "USULAN KEGIATAN SENTRA IKM"), "TAHUN 2023")
    top = chance.word("Sumber Dana", "SUMBER PEMBIAYAAN", "Pembiayaan")
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Uraian|Kebutuhan|Jenis Pengeluaran",
            "volume=Vol|Jumlah|Kuantitas",
            "satuan=Satuan",
            "harga=Harga Satuan|Harga/Unit (Rp)",
            "jumlah=Total|Jumlah Biaya (Rp)|Total Biaya",
            f"d1={top}>DAK|{top}>DAK Nonfisik",
            f"d2={top}>APBD",
            f"d3={top}>Swadaya|{top}>Kelompok",
        )
    )
    sums = [0, 0, 0]
    for n, item in enumerate(items(chance, chance.number(5, 10)), 1):
        parts = [0, 0, 0]
        main = chance.one([0, 0, 0, 1, 2])
        share = made(item) // 4 // 100 * 100 if chance.random.random() < 0.3 else 0
        parts[main], parts[(main + 1) % 3] = made(item) - share, share
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        priced(form, item, nomor=n, **{f"d{k}": form.cash(part) for k, part in enumerate(parts, 1)})
    form.row(
        uraian=chance.word("Jumlah", "TOTAL"),
        jumlah=form.cash(sum(sums)),
        **{f"d{k}": form.cash(part) for k, part in enumerate(sums, 1)},
    )
    return form.done(WHOLE, {"jumlah": sum(sums)})


def per_person(chance: Chance) -> Made:
    """Practice material: need per person × persons = need."""
    form = Form(chance, chance.word("Bahan Praktik", "Kebutuhan Bahan", "Bahan"), "rab")
    form.titles(
        chance.word("KEBUTUHAN BAHAN PRAKTIK", "RINCIAN BAHAN PELATIHAN"), "Pelatihan Batik Tahun 2023"
    )
    form.head(
        columns(
            chance,
            "nomor=No.",
            "uraian=Nama Bahan|Bahan|Nama Bahan/Alat",
            "butuh=Kebutuhan per Orang|Kebutuhan/Peserta",
            "orang=Jumlah Peserta|Jml Peserta (org)",
            "volume=Total Kebutuhan|Jumlah Kebutuhan|Volume",
            "satuan=Satuan",
            "harga=Harga Satuan|Perkiraan Harga",
            "jumlah=Total Harga|Jumlah (Rp)",
        )
    )
    people = chance.one([20, 25, 30])
    whole = 0
    for n, (name, unit, _, price) in enumerate(items(chance, chance.number(5, 9)), 1):
        each = chance.number(1, 4)
        whole += each * people * price
        form.row(
            True,
            nomor=n,
            uraian=name,
            butuh=each,
            orang=people,
            volume=each * people,
            satuan=unit,
            harga=form.cash(price),
            jumlah=form.cash(each * people * price),
        )
    form.row(uraian=chance.word("JUMLAH", "Total Biaya Bahan"), jumlah=form.cash(whole))
    return form.done(WHOLE, {"jumlah": whole})


def spelled_out(chance: Chance) -> Made:
    """`2 | org | x | 3 | hr | x | Rp | 150.000 | = | amount` in cells without headings of their own."""
    form = Form(chance, chance.word("RAB", "Sheet1", "Rincian"), "rab")
    form.titles(
        chance.word("RINCIAN ANGGARAN BIAYA", "RENCANA ANGGARAN KEGIATAN"), "Pelatihan Teknis Produksi"
    )
    signs = chance.random.random() < 0.5
    top = chance.word("Perhitungan", "Volume/Frekuensi", "Rincian Perhitungan")
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Uraian", "Kegiatan"),)),
            ("f1", (top,)),
            ("u1", ("",)),
            *([("x1", ("",))] if signs else []),
            ("f2", ("",)),
            ("u2", ("",)),
            *([("x2", ("",))] if signs else []),
            ("harga", (chance.word("Harga Satuan", "Biaya Satuan", "Tarif (Rp)"),)),
            *([("x3", ("",))] if signs and chance.random.random() < 0.4 else []),
            ("jumlah", (chance.word("Jumlah", "Jumlah Biaya (Rp)"),)),
        ]
    )
    whole = 0
    for n, (group, more) in enumerate(groups(chance), 1):
        form.row(nomor=n, uraian=group)
        for name, unit, volume, price in more:
            often = chance.number(1, 5)
            whole += volume * often * price
            form.row(
                True,
                uraian=name,
                f1=volume,
                u1=unit,
                x1="x",
                f2=often,
                u2=chance.word("hari", "keg", "kali"),
                x2="x",
                harga=form.cash(price),
                x3="=",
                jumlah=form.cash(volume * often * price),
            )
    form.row(uraian="Jumlah", jumlah=form.cash(whole))
    return form.done(("uraian", "harga", "jumlah"), {"jumlah": whole})


def taxed(chance: Chance) -> Made:
    """HPS whose lines carry their own tax: price, tax, price with tax, amount."""
    form = Form(chance, chance.word("HPS", "OE", "Rincian HPS"), "rab")
    form.titles(chance.word("HARGA PERKIRAAN SENDIRI", "OWNER ESTIMATE"), "Pekerjaan: Pengadaan alat praktik")
    split = chance.maybe("tax per line", 0.5)
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Uraian Barang|Jenis Pekerjaan|Item",
            "satuan=Satuan",
            "volume=Kuantitas|Volume",
            *(
                ["h0=Harga Dasar", "pajak=PPN 11%", "harga=Harga + PPN|Harga Satuan incl. PPN"]
                if split
                else ["harga=Harga Satuan"]
            ),
            "jumlah=Jumlah Harga|Total Harga (Rp)",
        )
    )
    whole = 0
    for n, (name, unit, volume, price) in enumerate(items(chance, chance.number(4, 9)), 1):
        base = price * 100
        tax = base * 11 // 100 if split else 0
        whole += volume * (base + tax)
        form.row(
            True,
            nomor=n,
            uraian=name,
            satuan=unit,
            volume=volume,
            h0=form.cash(base),
            pajak=form.cash(tax),
            harga=form.cash(base + tax),
            jumlah=form.cash(volume * (base + tax)),
        )
    options: tuple[int, ...] = (whole,)
    if split:
        form.row(uraian="Jumlah", jumlah=form.cash(whole))
    else:
        form.row(uraian=chance.word("A. Jumlah Harga", "Jumlah"), jumlah=form.cash(whole))
        form.row(uraian=chance.word("B. PPN 11%", "PPN = 11% x A"), jumlah=form.cash(whole * 11 // 100))
        form.row(
            uraian=chance.word("C. Total (A+B)", "Jumlah Total"), jumlah=form.cash(whole + whole * 11 // 100)
        )
        form.row(uraian="Dibulatkan", jumlah=form.cash((whole + whole * 11 // 100) // 1000 * 1000))
        options = (whole, whole + whole * 11 // 100, (whole + whole * 11 // 100) // 1000 * 1000)
    return form.done(WHOLE, {"jumlah": options})


def yearly_plan(chance: Chance) -> Made:
    """Renja: programme, kegiatan, sub kegiatan with indicator, target, pagu of this year and the next."""
    form = Form(chance, chance.word("Renja", "RKPD", "Usulan Renja"), "rab/realisasi")
    form.titles(
        chance.word("RENCANA KERJA PERANGKAT DAERAH TAHUN 2023", "RUMUSAN RENCANA PROGRAM DAN KEGIATAN"),
        "Dinas Perindustrian",
    )
    top = chance.word("Rencana Tahun 2023", "Tahun 2023")
    form.head(
        columns(
            chance,
            "kode=Kode",
            "uraian=Urusan/Bidang/Program/Kegiatan/Sub Kegiatan|Program/Kegiatan/Sub Kegiatan",
            "indikator=Indikator Kinerja",
            f"lokasi={top}>Lokasi",
            f"target={top}>Target Capaian Kinerja|{top}>Target",
            f"pagu={top}>Kebutuhan Dana/Pagu Indikatif|{top}>Pagu Indikatif (Rp)",
            f"dana={top}>Sumber Dana",
            "t2=Prakiraan Maju 2024>Target",
            "p2=Prakiraan Maju 2024>Pagu Indikatif|Prakiraan Maju 2024>Kebutuhan Dana",
        )
    )
    parts = [(code, name, chance.number(20, 200) * 1_000_000) for code, name in SUBS]
    whole = sum(amount for _, _, amount in parts)
    later = [amount * 11 // 10 for _, _, amount in parts]
    for code, name in (
        ("3.31.02", "PROGRAM PERENCANAAN INDUSTRI"),
        ("3.31.02.2.01", "Kegiatan Pembangunan Industri"),
    ):
        form.row(kode=code, uraian=name, pagu=form.cash(whole), p2=form.cash(sum(later)))
    for (code, name, amount), next_year in zip(parts, later, strict=True):
        form.row(
            True,
            kode=code,
            uraian=name,
            indikator="Jumlah dokumen hasil koordinasi",
            lokasi="Kab. Contoh",
            target=f"{chance.number(1, 4)} Dokumen",
            pagu=form.cash(amount),
            dana=chance.word("DAK", "PAD", "DAU"),
            t2="2 Dokumen",
            p2=form.cash(next_year),
        )
    form.row(uraian="JUMLAH", pagu=form.cash(whole), p2=form.cash(sum(later)))
    return form.done(("uraian",), {"pagu": whole})


def told_in_words(chance: Chance) -> Made:
    """The calculation is a text; only the amount is a figure; some lines belong to a heading above."""
    form = Form(chance, chance.word("Anggaran", "RAB", "Biaya"), "rab")
    form.titles("ANGGARAN BIAYA", chance.word("Kegiatan Studi Banding", "Pelatihan Kewirausahaan"))
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Jenis Biaya|Uraian|Keperluan",
            "hitung=Perhitungan|Penjelasan|Dasar Perhitungan|Keterangan",
            "jumlah=Jumlah (Rp)|Biaya|Besar Biaya (Rp)",
        )
    )
    whole = 0
    for n, (group, more) in enumerate(groups(chance), 1):
        form.row(nomor=n, uraian=group, jumlah=form.cash(sum(map(made, more))) if n % 2 else None)
        for letter, item in zip("abcdef", more, strict=False):
            name, unit, volume, price = item
            whole += made(item)
            text = f"{volume} {unit} x Rp {price:,}".replace(",", ".") + chance.word("", ",-")
            form.row(True, uraian=f"{letter}. {name}", hitung=text, jumlah=form.cash(made(item)))
    form.row(uraian="Total", jumlah=form.cash(whole))
    return form.done(("uraian", "jumlah"), {"jumlah": whole})


def months_beside(chance: Chance) -> Made:
    """A RAB with the months in which each line is spent, as amounts or as marks."""
    form = Form(chance, chance.word("RAB", "Rencana", "Matriks"), "rab")
    form.titles("RENCANA ANGGARAN DAN JADWAL PENGELUARAN", "TAHUN 2023")
    marks = chance.maybe("months are marks", 0.5)
    names = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun")
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Uraian Belanja|Uraian",
            "volume=Volume",
            "satuan=Satuan",
            "harga=Harga Satuan",
            "jumlah=Jumlah|Total Anggaran",
            *(f"b{n}=Bulan>{name}" for n, name in enumerate(names)),
        )
    )
    whole, sums = 0, [0] * 6
    for n, item in enumerate(items(chance, chance.number(5, 9)), 1):
        whole += made(item)
        months: dict[str, Cell] = {}
        at = chance.number(0, 5)
        sums[at] += made(item)
        months[f"b{at}"] = chance.word("v", "√", "x") if marks else form.cash(made(item))
        priced(form, item, nomor=n, **months)
    foot = {} if marks else {f"b{k}": form.cash(part) for k, part in enumerate(sums)}
    form.row(uraian="JUMLAH", jumlah=form.cash(whole), **foot)
    return form.done(WHOLE, {"jumlah": whole})


def several_sheets(chance: Chance) -> Made:
    """A workbook of a recapitulation and the RAB that it sums up."""
    form = Form(chance, chance.word("RAB 1", "Pelatihan", "Rincian"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA", MENU[0])
    form.head(
        columns(
            chance, "nomor=No", "uraian=Uraian", "volume=Vol", "satuan=Sat", "harga=Harga", "jumlah=Jumlah"
        )
    )
    whole = 0
    sums = []
    for n, (group, more) in enumerate(groups(chance), 1):
        sums.append((group, sum(map(made, more))))
        form.row(nomor=n, uraian=group, jumlah=form.cash(sums[-1][1]))
        for item in more:
            priced(form, item)
    whole = sum(amount for _, amount in sums)
    form.row(uraian="Jumlah", jumlah=form.cash(whole))
    rekap = Page(chance, chance.word("Rekap", "REKAPITULASI"))
    rekap.line({1: "REKAPITULASI RENCANA ANGGARAN BIAYA"})
    rekap.row += 1
    rekap.line({1: "No", 2: "Uraian", 3: "Jumlah (Rp)"})
    for n, (group, amount) in enumerate(sums, 1):
        rekap.line({1: n, 2: group, 3: amount})
    rekap.line({2: "Total", 3: whole})
    form.page.before.append(rekap)
    return form.done(WHOLE, {"jumlah": whole})


FORMS = (
    *(contributions, per_person, spelled_out, taxed),
    *(yearly_plan, told_in_words, months_beside, several_sheets),
)
