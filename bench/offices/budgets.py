"""Budgets as offices fill them in: village RAB, POK, bill of quantities, HPS, RKAS, before and after."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import GROUPS
from bench.layouts.page import Cell, Page
from bench.offices.form import Form
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]
Item = tuple[str, str, int, int]
"""Name, unit, volume, price."""


def items(chance: Chance, count: int, group: str = "") -> list[Item]:
    """Things to buy."""
    pool = list(GROUPS[group] if group else [one for more in GROUPS.values() for one in more])
    chance.random.shuffle(pool)
    return [(n, u, chance.number(1, 60), chance.number(3, 900) * 2500) for n, u in pool[:count]]


def groups(chance: Chance) -> list[tuple[str, list[Item]]]:
    """Groups of them."""
    names = chance.random.sample(list(GROUPS), chance.number(2, 4))
    return [(name, items(chance, chance.number(1, 4), name)) for name in names]


def made(item: Item) -> int:
    """What an item costs."""
    return item[2] * item[3]


def priced(form: Form, item: Item, **more: str | int | float | None) -> int:
    """Writes a detail with volume, unit, price and amount; gives the amount."""
    name, unit, volume, price = item
    form.row(
        True,
        uraian=name,
        volume=volume,
        satuan=unit,
        harga=form.cash(price),
        jumlah=form.cash(made(item)),
        **more,
    )
    return made(item)


def village(chance: Chance) -> Made:
    """APBDes: budget headings in two levels under ANGGARAN, codes of kegiatan and accounts in two columns."""
    form = Form(chance, chance.word("RAB", "Lampiran", "Sheet1"), "rab")
    form.titles(
        "RENCANA ANGGARAN BIAYA",
        "DESA CONTOH KECAMATAN CONTOH",
        "TAHUN ANGGARAN 2023",
        facts=[
            ("Bidang", "Pemberdayaan Masyarakat Desa"),
            ("Kegiatan", "Pelatihan Industri Kecil"),
            ("Waktu Pelaksanaan", "12 Bulan"),
        ],
    )
    top = chance.word("ANGGARAN", "RINCIAN PERHITUNGAN", "PERHITUNGAN")
    form.head(
        [
            ("kode", (chance.word("KODE", "KODE REKENING", "NO"),)),
            ("uraian", ("URAIAN",)),
            ("volume", (top, "VOLUME")),
            *([("satuan", (top, "SATUAN"))] if chance.random.random() < 0.5 else []),
            ("harga", (top, chance.word("HARGA SATUAN", "HARGA SATUAN (Rp)"))),
            ("jumlah", (top, chance.word("JUMLAH", "JUMLAH (Rp)"))),
        ],
        money=("harga", "jumlah"),
    )
    whole = 0
    parts = groups(chance)
    total = sum(made(i) for _, more in parts for i in more)
    form.row(kode="5.", uraian="BELANJA", jumlah=form.cash(total))
    form.row(kode="5.2.", uraian="Belanja Barang dan Jasa", jumlah=form.cash(total))
    for n, (name, more) in enumerate(parts, 1):
        form.row(kode=f"5.2.{n}.", uraian=name, jumlah=form.cash(sum(map(made, more))))
        for k, (item, unit, volume, price) in enumerate(more, 1):
            text = f"{k:02d}. {item}" if chance.random.random() < 0.5 else item
            shown: Cell = volume if "satuan" in form.columns else f"{volume} {unit}"
            form.row(
                True,
                uraian=text,
                volume=shown,
                satuan=unit,
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
            )
            whole += volume * price
    form.row(uraian=chance.word("JUMLAH (Rp)", "JUMLAH", "TOTAL BELANJA"), jumlah=form.cash(whole))
    return form.done(["uraian", "harga", "jumlah"], {"jumlah": whole})


def ministry(chance: Chance) -> Made:
    """POK of a ministry: codes of every kind in one column, volume with its unit in one cell."""
    form = Form(chance, chance.word("POK", "RKAKL", "RAB"), "rab")
    form.titles(
        chance.word(
            "RINCIAN KERTAS KERJA SATKER T.A. 2023",
            "PETUNJUK OPERASIONAL KEGIATAN",
            "RINCIAN ANGGARAN BIAYA (RAB)",
        )
    )
    top = "PERHITUNGAN TAHUN 2023"
    deep = chance.random.random() < 0.7
    form.head(
        [
            ("kode", ("KODE",)),
            (
                "uraian",
                (
                    chance.word(
                        "PROGRAM/AKTIVITAS/KRO/RO/KOMPONEN/SUBKOMP/AKUN/DETIL",
                        "URAIAN",
                        "Program/Kegiatan/Output/Komponen/Akun",
                    ),
                ),
            ),
            ("koefisien", (top, "VOLUME") if deep else ("VOL/SAT",)),
            ("harga", (top, "HARGA SATUAN") if deep else ("HARGA SATUAN",)),
            ("jumlah", (top, "JUMLAH BIAYA") if deep else ("JUMLAH BIAYA",)),
            ("dana", ("SD/CP",)),
        ],
        money=("harga", "jumlah"),
    )
    parts = groups(chance)
    total = sum(made(i) for _, more in parts for i in more)
    for code, text in (
        ("019.EC", "Program Nilai Tambah dan Daya Saing Industri"),
        ("6043", "Penumbuhan dan Pengembangan IKM"),
        ("6043.QDC", "Pelatihan Bidang Industri"),
        ("051", "Pelatihan Wirausaha Industri"),
    ):
        form.row(kode=code, uraian=text, jumlah=form.cash(total))
    for n, (name, more) in enumerate(parts):
        form.row(
            kode=str(521211 + 7 * n),
            uraian=f"Belanja {name}",
            jumlah=form.cash(sum(map(made, more))),
            dana="RM",
        )
        for item, unit, volume, price in more:
            form.row(
                True,
                uraian=f"- {item}",
                koefisien=f"{volume},0 {unit.upper()}"
                if chance.random.random() < 0.3
                else f"{volume} {unit}",
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
            )
    return form.done(["uraian", "harga", "jumlah"], {"jumlah": total})


def works(chance: Chance) -> Made:
    """A bill of quantities: sections with sums below, real cost, PPN, rounded, in words."""
    form = Form(chance, chance.word("RAB", "BQ", "RAB Renovasi"), "rab")
    form.titles(
        chance.word("RENCANA ANGGARAN BIAYA", "BILL OF QUANTITY", "RINCIAN ANGGARAN BIAYA"),
        "PEKERJAAN : REHAB GEDUNG SENTRA IKM",
    )
    price = chance.word("HARGA SATUAN (Rp)", "HARGA SAT.", "UNIT PRICE")
    form.head(
        [
            ("nomor", ("NO",)),
            ("uraian", (chance.word("URAIAN PEKERJAAN", "JENIS PEKERJAAN", "ITEM PEKERJAAN"),)),
            *(
                [("sat", ("SAT",)), ("volume", ("VOLUME",))]
                if chance.random.random() < 0.5
                else [("volume", ("VOL.",)), ("sat", ("SATUAN",))]
            ),
            *([("analisa", ("ANALISA",))] if chance.random.random() < 0.3 else []),
            ("harga", (price,)),
            ("jumlah", (chance.word("JUMLAH HARGA (Rp)", "TOTAL HARGA", "JUMLAH"),)),
        ],
        money=("harga", "jumlah"),
    )
    whole = 0
    roman = ("I", "II", "III", "IV")
    works_ = (
        ("PEKERJAAN PERSIAPAN", ("Pembersihan lokasi", "Papan nama proyek", "Pasang bouwplank")),
        ("PEKERJAAN TANAH", ("Galian tanah pondasi", "Urugan pasir", "Urugan kembali")),
        ("PEKERJAAN BETON", ("Sloof 15/20", "Kolom praktis", "Ring balk")),
        ("PEKERJAAN ATAP", ("Rangka baja ringan", "Genteng metal", "Nok genteng")),
    )
    below = chance.habit("sum of a section", "below", "heading", "none")
    taken = works_[: chance.number(2, 4)]
    sums = []
    for n, (title, names) in enumerate(taken):
        lines = [(name, chance.number(100, 9000) / 100, chance.number(20, 900) * 1000) for name in names]
        amounts = [round(v * p) for _, v, p in lines]
        sums.append(sum(amounts))
        form.row(nomor=roman[n], uraian=title, jumlah=form.cash(sums[-1]) if below == "heading" else None)
        for k, ((name, volume, each), amount) in enumerate(zip(lines, amounts, strict=True), 1):
            form.row(
                True,
                nomor=k,
                uraian=name,
                volume=volume,
                sat=chance.word("m2", "m3", "m'", "ls", "bh"),
                analisa="A.2.3.1",
                harga=form.cash(each),
                jumlah=form.cash(amount),
            )
        if below == "below":
            form.row(
                uraian=chance.word(f"JUMLAH {roman[n]}", f"SUB TOTAL {roman[n]}", "Jumlah"),
                jumlah=form.cash(sums[-1]),
            )
        whole += sums[-1]
    if chance.maybe("recap of sections", 0.25):
        form.row(uraian="REKAPITULASI")
        for n, (title, _) in enumerate(taken):
            form.row(nomor=roman[n], uraian=title, jumlah=form.cash(sums[n]))
    tax = whole * 11 // 100
    taxed = chance.maybe("PPN below", 0.6)
    form.row(uraian=chance.word("REAL COST", "JUMLAH", "JUMLAH TOTAL"), jumlah=form.cash(whole))
    if taxed:
        form.row(uraian=chance.word("PPN 11%", "PPn 11 %", "PAJAK (PPN) 11%"), jumlah=form.cash(tax))
        form.row(uraian=chance.word("TOTAL", "JUMLAH TOTAL", "GRAND TOTAL"), jumlah=form.cash(whole + tax))
    final = whole + tax if taxed else whole
    if chance.maybe("rounded", 0.5):
        form.row(uraian=chance.word("DIBULATKAN", "PEMBULATAN"), jumlah=form.cash(final // 1000 * 1000))
    if chance.maybe("in words", 0.4):
        form.row(nomor="Terbilang : seratus dua puluh juta rupiah")
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": (whole, whole + tax)})


def estimate(chance: Chance) -> Made:
    """HPS: flat, a specification column, tax or a discount below."""
    form = Form(chance, chance.word("HPS", "Sheet1", "Lampiran SPK"), "rab")
    form.titles(
        chance.word(
            "HARGA PERKIRAAN SENDIRI (HPS)", "RINCIAN KEBUTUHAN BAHAN PRAKTIK", "DAFTAR KUANTITAS DAN HARGA"
        ),
        "Paket : Bahan pelatihan IKM batik",
    )
    form.head(
        [
            ("nomor", ("No.",)),
            ("uraian", (chance.word("Nama Barang", "Uraian Barang/Jasa", "Jenis Barang", "Nama Bahan"),)),
            ("spek", (chance.word("Spesifikasi", "Spesifikasi Teknis", "Merk/Type"),)),
            ("volume", (chance.word("Qty", "Volume", "Jumlah", "Banyaknya", "Kuantitas"),)),
            ("satuan", (chance.word("Satuan", "Sat", "Unit"),)),
            ("harga", (chance.word("Harga Satuan (Rp)", "Harga Satuan", "Harga @", "Harga per Unit"),)),
            ("jumlah", (chance.word("Total Harga", "Jumlah Harga (Rp)", "Total (Rp)", "Sub Total"),)),
        ],
        money=("harga", "jumlah"),
    )
    lines = items(chance, chance.number(4, 9))
    whole = sum(map(made, lines))
    for n, (name, unit, volume, price) in enumerate(lines, 1):
        form.row(
            True,
            nomor=n,
            uraian=name,
            spek="kualitas baik",
            volume=volume,
            satuan=unit,
            harga=form.cash(price),
            jumlah=form.cash(volume * price),
        )
    form.row(uraian=chance.word("Jumlah", "Sub Total", "TOTAL"), jumlah=form.cash(whole))
    tax = whole * 11 // 100
    foot = chance.habit("foot", "none", "tax", "discount", "shipping")
    options: tuple[int, ...] = (whole,)
    if foot == "tax":
        form.row(uraian="PPN 11%", jumlah=form.cash(tax))
        form.row(
            uraian=chance.word("Total", "Grand Total", "Jumlah Keseluruhan"), jumlah=form.cash(whole + tax)
        )
        options = (whole, whole + tax)
    elif foot == "discount":
        off = whole // 20
        form.row(uraian=chance.word("Diskon 5%", "Potongan harga 5%"), jumlah=form.cash(off))
        form.row(uraian=chance.word("Total", "Jumlah setelah diskon"), jumlah=form.cash(whole - off))
        options = (whole, whole - off)
        return _fees(form, options)
    elif foot == "shipping":
        form.row(uraian="Ongkos kirim", jumlah=form.cash(350_000))
        form.row(uraian=chance.word("Total", "Total Keseluruhan"), jumlah=form.cash(whole + 350_000))
        options = (whole, whole + 350_000)
        return _fees(form, options)
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": options})


def _fees(form: Form, options: tuple[int, ...]) -> Made:
    """A fee or a discount may count as a line: how many rows there are is then not held to."""
    form.sign()
    facts = form.facts(["uraian", "volume", "harga", "jumlah"], {"jumlah": options})
    return form.page, facts.model_copy(update={"rows": None})


def school(chance: Chance) -> Made:
    """RKAS: the amount and when it is spent, by quarter."""
    form = Form(chance, chance.word("RKAS", "Kertas Kerja", "RAB"), "rab")
    form.titles(
        chance.word(
            "KERTAS KERJA PER KEGIATAN", "RENCANA KEGIATAN DAN ANGGARAN", "RENCANA KERJA DAN ANGGARAN UPT"
        ),
        "TAHUN ANGGARAN 2023",
    )
    plan = chance.word("Triwulan", "Rencana Penarikan", "TRIWULAN")
    form.head(
        [
            ("nomor", (chance.word("No. Urut", "No"),)),
            ("kode", ("Kode Rekening",)),
            ("program", ("Kode Program",)),
            ("uraian", ("Uraian",)),
            ("volume", ("Rincian Perhitungan", "Volume")),
            ("satuan", ("Rincian Perhitungan", "Satuan")),
            ("harga", ("Rincian Perhitungan", chance.word("Tarif Harga", "Harga Satuan"))),
            ("jumlah", (chance.word("Jumlah", "Total", "Jumlah (Rp)"),)),
            *(
                (f"tw{n}", (plan, f"{q}"))
                for n, q in enumerate(
                    ("1", "2", "3", "4") if chance.random.random() < 0.5 else ("I", "II", "III", "IV"), 1
                )
            ),
        ]
    )
    whole = 0
    quarters = [0, 0, 0, 0]
    number = 0
    for g, (_, more) in enumerate(groups(chance), 1):
        for item, unit, volume, price in more:
            number += 1
            amount = volume * price
            split = [0, 0, 0, 0]
            half = amount // 2 if chance.random.random() < 0.4 else amount
            split[chance.number(0, 1)] += half
            split[chance.number(2, 3)] += amount - half
            quarters = [a + b for a, b in zip(quarters, split, strict=True)]
            form.row(
                True,
                nomor=number,
                kode=f"5.1.02.0{g}.01.0024",
                program=f"03.0{g}.",
                uraian=item,
                volume=volume,
                satuan=unit,
                harga=form.cash(price),
                jumlah=form.cash(amount),
                **{f"tw{n}": form.cash(q) for n, q in enumerate(split, 1)},
            )
            whole += amount
    form.row(
        uraian=chance.word("Jumlah", "Total Anggaran", "JUMLAH"),
        jumlah=form.cash(whole),
        **{f"tw{n}": form.cash(q) for n, q in enumerate(quarters, 1)},
    )
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


def factors(chance: Chance) -> Made:
    """A committee's RAB: people × days × times × price."""
    form = Form(chance, chance.word("RAB", "Anggaran", "Sheet1"), "rab")
    form.titles(
        chance.word(
            "RAB PELATIHAN DIVERSIFIKASI PRODUK IKM",
            "ANGGARAN BIAYA BIMBINGAN TEKNIS",
            "RINCIAN BIAYA KEGIATAN",
        ),
        "20 s.d. 24 Maret 2023",
    )
    top = chance.word("Volume", "Rincian Volume", "Frekuensi")
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Uraian", "Komponen Biaya", "Rincian Belanja", "Keperluan"),)),
            ("orang", (top, chance.word("Org", "Orang", "Jml"))),
            ("hari", (top, chance.word("Hari", "Hr"))),
            ("kali", (top, chance.word("Kali", "Keg", "Frek"))),
            ("harga", (chance.word("Biaya Satuan", "Harga Satuan (Rp)", "Satuan Biaya", "Tarif (Rp)"),)),
            ("jumlah", (chance.word("Jumlah (Rp)", "Jumlah Biaya", "Total"),)),
            ("ket", ("Ket.",)),
        ],
        money=("harga", "jumlah"),
    )
    whole = 0
    letters = "ABCD"
    for g, (name, more) in enumerate(groups(chance)):
        form.row(nomor=letters[g], uraian=name)
        part = 0
        for k, (item, _, volume, price) in enumerate(more, 1):
            days, times = chance.number(1, 5), chance.number(1, 2)
            amount = volume * days * times * price
            form.row(
                True,
                nomor=k,
                uraian=item,
                orang=volume,
                hari=days,
                kali=times,
                harga=form.cash(price),
                jumlah=form.cash(amount),
            )
            part += amount
        whole += part
        form.row(
            uraian=chance.word("Jumlah", f"Jumlah {letters[g]}", f"Sub Jumlah {letters[g]}"),
            jumlah=form.cash(part),
        )
    form.row(
        uraian=chance.word("TOTAL", "JUMLAH SELURUHNYA", "Total Biaya", "JUMLAH A + B"),
        jumlah=form.cash(whole),
    )
    return form.done(["uraian", "harga", "jumlah"], {"jumlah": whole})


PAIRS = (
    ("SEBELUM REFOCUSING", "SETELAH REFOCUSING"),
    ("APBD MURNI", "APBD PERUBAHAN"),
    ("USULAN AWAL", "HASIL ASISTENSI"),
    ("RAB Lama", "RAB Baru"),
    ("Pagu Awal", "Pagu Akhir"),
    ("Anggaran Sebelum Pergeseran", "Anggaran Sesudah Pergeseran"),
    ("SEMULA", "MENJADI"),
    ("DPA", "DPPA"),
)


def changed(chance: Chance) -> Made:
    """Before and after in two blocks of four columns, the change beside them."""
    form = Form(chance, chance.word("DPPA", "Pergeseran", "Matriks"), "rab")
    form.titles(
        chance.word(
            "MATRIKS PERUBAHAN ANGGARAN", "PERUBAHAN RENCANA ANGGARAN BIAYA", "MATRIK SEMULA MENJADI"
        ),
        "Sub Kegiatan Pemberdayaan Industri",
    )
    old, new = chance.one(PAIRS)
    unit = chance.random.random() < 0.6

    def block(name: str, end: str) -> list[tuple[str, tuple[str, ...]]]:
        return [
            (f"volume{end}", (name, chance.word("Vol", "Volume"))),
            *([(f"satuan{end}", (name, "Satuan"))] if unit else []),
            (f"harga{end}", (name, "Harga Satuan")),
            (f"jumlah{end}", (name, "Jumlah")),
        ]

    form.head(
        [
            ("kode", ("Kode Rekening",)),
            ("uraian", ("Uraian",)),
            *block(old, "1"),
            *block(new, "2"),
            *(
                [("beda", (chance.word("Bertambah/(Berkurang)", "Selisih", "+/-"),))]
                if chance.random.random() < 0.7
                else []
            ),
        ]
    )
    before = after = 0
    for g, (name, more) in enumerate(groups(chance), 1):
        rows = []
        for item, unit_, volume, price in more:
            later = volume if chance.random.random() < 0.5 else chance.number(1, 60)
            kept = chance.random.random()
            rows.append((item, unit_, None if kept < 0.08 else volume, later, price))
        olds = [(v or 0) * p for _, _, v, _, p in rows]
        news = [w * p for _, _, _, w, p in rows]
        form.row(
            kode=f"5.1.02.0{g}",
            uraian=f"Belanja {name}",
            jumlah1=form.cash(sum(olds)),
            jumlah2=form.cash(sum(news)),
            beda=form.cash(sum(news) - sum(olds)),
        )
        for (item, unit_, v, w, price), a, b in zip(rows, olds, news, strict=True):
            form.row(
                True,
                uraian=item,
                volume1=v,
                satuan1=unit_ if v else None,
                harga1=form.cash(price) if v else None,
                jumlah1=form.cash(a) if v else None,
                volume2=w,
                satuan2=unit_,
                harga2=form.cash(price),
                jumlah2=form.cash(b),
                beda=form.cash(b - a),
            )
        before, after = before + sum(olds), after + sum(news)
    form.row(
        uraian=chance.word("JUMLAH", "Total"),
        jumlah1=form.cash(before),
        jumlah2=form.cash(after),
        beda=form.cash(after - before),
    )
    return form.done(["uraian", "volume=volume2", "harga=harga2", "jumlah=jumlah2"], {"jumlah": after})
