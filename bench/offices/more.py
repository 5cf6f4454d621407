"""Further forms: two years, twelve months, funds side by side, sentra side by side, books of a treasurer."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.layouts.payments import MONTHS, SHORT
from bench.offices.accounts import MENU
from bench.offices.budgets import Item, groups, items, made
from bench.offices.form import Form
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def two_years(chance: Chance) -> Made:
    """LRA as audited: this year's budget and spending, per cent, last year's spending."""
    form = Form(chance, chance.word("LRA", "LRA Audited", "Sheet1"), "realisasi")
    form.titles(
        "LAPORAN REALISASI ANGGARAN", "UNTUK TAHUN YANG BERAKHIR 31 DESEMBER 2023 DAN 2022", "(Dalam Rupiah)"
    )
    deep = chance.random.random() < 0.5
    form.head(
        [
            ("nomor", (chance.word("No. Urut", "NO"),)),
            ("uraian", (chance.word("URAIAN", "Uraian"),)),
            ("pagu", ("2023", "Anggaran") if deep else (chance.word("Anggaran 2023", "ANGGARAN TA 2023"),)),
            (
                "realisasi",
                ("2023", "Realisasi") if deep else (chance.word("Realisasi 2023", "REALISASI TA 2023"),),
            ),
            ("persen", ("2023", "%") if deep else ("(%)",)),
            (
                "lalu",
                ("2022", "Realisasi") if deep else (chance.word("Realisasi 2022", "REALISASI TA 2022"),),
            ),
        ]
    )
    lines = [
        (n, chance.number(20, 300) * 250_000) for _, n in chance.random.sample(ACCOUNTS, chance.number(3, 6))
    ]
    done = [p * chance.number(30, 99) // 100 for _, p in lines]
    whole, paid = sum(p for _, p in lines), sum(done)

    def show(nomor: str, text: str, a: int, r: int, line: bool = False) -> None:
        form.row(
            line,
            nomor=nomor,
            uraian=text,
            pagu=form.cash(a),
            realisasi=form.cash(r),
            persen=round(r / a * 100, 2),
            lalu=form.cash(r * 9 // 10),
        )

    show("1", "BELANJA", whole, paid)
    show("1.1", "BELANJA OPERASI", whole, paid)
    for n, ((name, a), r) in enumerate(zip(lines, done, strict=True), 1):
        show(f"1.1.{n}", name, a, r, line=True)
    if chance.random.random() < 0.6:
        show("", "JUMLAH BELANJA", whole, paid)
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def village_account(chance: Chance) -> Made:
    """APBDes: income, spending and financing in one table."""
    form = Form(chance, chance.word("LRA APBDes", "Realisasi", "Lampiran I"), "realisasi")
    form.titles("LAPORAN REALISASI PELAKSANAAN APBDES", "PEMERINTAH DESA CONTOH", "SEMESTER I TAHUN 2023")
    form.head(
        [
            ("kode", (chance.word("KODE REK", "Kode"),)),
            ("uraian", ("URAIAN",)),
            ("pagu", (chance.word("ANGGARAN (Rp)", "Anggaran"),)),
            ("realisasi", (chance.word("REALISASI (Rp)", "Realisasi"),)),
            ("sisa", (chance.word("LEBIH/(KURANG) (Rp)", "Lebih/Kurang"),)),
        ],
        money=("pagu", "realisasi"),
    )

    def show(kode: str, text: str, a: int, r: int, line: bool = False) -> None:
        form.row(
            line, kode=kode, uraian=text, pagu=form.cash(a), realisasi=form.cash(r), sisa=form.cash(a - r)
        )

    income = chance.number(200, 900) * 1_000_000
    show("4.", "PENDAPATAN", income, income // 2)
    show("4.2.", "Pendapatan Transfer", income, income // 2)
    show("4.2.1.", "Dana Desa", income, income // 2)
    show("", "JUMLAH PENDAPATAN", income, income // 2)
    lines = [
        (n, chance.number(20, 300) * 250_000) for _, n in chance.random.sample(ACCOUNTS, chance.number(3, 6))
    ]
    done = [p * chance.number(0, 99) // 100 for _, p in lines]
    whole, paid = sum(p for _, p in lines), sum(done)
    show("5.", "BELANJA", whole, paid)
    for n, ((name, a), r) in enumerate(zip(lines, done, strict=True), 1):
        show(f"5.2.{n}.", name, a, r, line=True)
    show("", "JUMLAH BELANJA", whole, paid)
    show("", "SURPLUS / (DEFISIT)", income - whole, income // 2 - paid)
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def by_month(chance: Chance) -> Made:
    """Spending by month, its sum, the rest."""
    form = Form(chance, chance.word("Realisasi Bulanan", "Serapan", "Sheet1"), "realisasi")
    form.titles(chance.word("REALISASI ANGGARAN PER BULAN", "REKAP SERAPAN ANGGARAN BULANAN"), "TAHUN 2023")
    names = chance.one([MONTHS, SHORT])[: chance.one([6, 9, 12])]
    top = chance.word("Realisasi", "REALISASI PER BULAN", "Bulan")
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Kegiatan", "Uraian Kegiatan", "Nama Sub Kegiatan"),)),
            ("pagu", (chance.word("Pagu", "Pagu Anggaran", "Alokasi"),)),
            *((f"m{n}", (top, name)) for n, name in enumerate(names)),
            ("realisasi", (chance.word("Jumlah Realisasi", "Total Realisasi", "Total"),)),
            ("sisa", ("Sisa",)),
        ]
    )
    whole = 0
    sums: dict[str, int] = {}
    for n, name in enumerate(chance.random.sample(MENU, chance.number(3, 6)), 1):
        pagu = chance.number(20, 300) * 500_000
        parts = [pagu // 20 if k < 6 and chance.random.random() < 0.6 else 0 for k in range(len(names))]
        values = {f"m{k}": p for k, p in enumerate(parts)}
        values |= {"pagu": pagu, "realisasi": sum(parts), "sisa": pagu - sum(parts)}
        for role, value in values.items():
            sums[role] = sums.get(role, 0) + value
        whole += pagu
        form.row(True, nomor=n, uraian=name, **{role: form.cash(v) for role, v in values.items()})
    form.row(uraian=chance.word("JUMLAH", "Total"), **{role: form.cash(v) for role, v in sums.items()})
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": sums["realisasi"]})


def funds(chance: Chance) -> Made:
    """A budget whose amount stands under the fund that pays it, with the sum of both."""
    form = Form(chance, chance.word("RAB", "Rincian", "Sheet1"), "rab")
    form.titles(
        chance.word("RENCANA ANGGARAN BIAYA", "RINCIAN RENCANA BIAYA KEGIATAN"), "Pelatihan IKM Kerajinan"
    )
    top = chance.word("Sumber Dana", "Sumber Pembiayaan")
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Uraian", "Rincian Biaya", "Komponen"),)),
            ("volume", (chance.word("Vol", "Volume"),)),
            ("satuan", ("Satuan",)),
            ("harga", (chance.word("Harga Satuan", "Biaya Satuan (Rp)"),)),
            *([("jumlah", ("Jumlah",))] if (before := chance.random.random() < 0.5) else []),
            ("dak", (top, "DAK")),
            ("apbd", (top, chance.word("APBD", "Pendamping APBD"))),
            *([] if before else [("jumlah", (chance.word("Jumlah", "Total Biaya"),))]),
        ]
    )
    whole, dak = 0, 0
    for n, item in enumerate(items(chance, chance.number(5, 9)), 1):
        amount = made(item)
        own = amount if chance.random.random() < 0.7 else 0
        whole, dak = whole + amount, dak + own
        form.row(
            True,
            nomor=n,
            uraian=item[0],
            volume=item[2],
            satuan=item[1],
            harga=form.cash(item[3]),
            jumlah=form.cash(amount),
            dak=form.cash(own),
            apbd=form.cash(amount - own),
        )
    form.row(uraian="JUMLAH", jumlah=form.cash(whole), dak=form.cash(dak), apbd=form.cash(whole - dak))
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


def sentra(chance: Chance) -> Made:
    """How many each sentra gets, in all, and what that costs."""
    form = Form(chance, chance.word("Kebutuhan Bahan", "RAB", "Bahan"), "rab")
    form.titles(chance.word("RENCANA KEBUTUHAN BAHAN PELATIHAN", "RAB BAHAN PRAKTIK PER SENTRA"))
    top = chance.word("Kebutuhan per Sentra", "Volume", "Jumlah Kebutuhan")
    names = chance.random.sample(["Sentra Batik", "Sentra Bambu", "Sentra Tenun", "Sentra Logam"], 3)
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Nama Bahan", "Jenis Bahan", "Nama Barang"),)),
            ("satuan", ("Satuan",)),
            *((f"v{n}", (top, name)) for n, name in enumerate(names)),
            ("volume", (top, "Total")),
            ("harga", (chance.word("Harga Satuan (Rp)", "Harga"),)),
            ("jumlah", (chance.word("Jumlah Harga", "Jumlah (Rp)"),)),
        ]
    )
    whole = 0
    for n, (name, unit, _, price) in enumerate(items(chance, chance.number(4, 8)), 1):
        each = [chance.number(1, 20) for _ in names]
        amount = sum(each) * price
        whole += amount
        form.row(
            True,
            nomor=n,
            uraian=name,
            satuan=unit,
            volume=sum(each),
            harga=form.cash(price),
            jumlah=form.cash(amount),
            **{f"v{k}": v for k, v in enumerate(each)},
        )
    form.row(uraian=chance.word("JUMLAH", "Total"), jumlah=form.cash(whole))
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


def material_wage(chance: Chance) -> Made:
    """Works with the price of material and of labour apart."""
    form = Form(chance, chance.word("RAB", "RAB Bengkel"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA", "REHABILITASI RUANG PRODUKSI SENTRA")
    wide = chance.random.random() < 0.5
    form.head(
        [
            ("nomor", ("NO",)),
            ("uraian", ("URAIAN PEKERJAAN",)),
            ("volume", ("VOL",)),
            ("satuan", ("SAT",)),
            ("bahan", ("HARGA SATUAN", "BAHAN")),
            ("upah", ("HARGA SATUAN", "UPAH")),
            *([("jb", ("JUMLAH HARGA", "BAHAN")), ("ju", ("JUMLAH HARGA", "UPAH"))] if wide else []),
            ("jumlah", ("JUMLAH HARGA", "TOTAL") if wide else (chance.word("JUMLAH HARGA", "TOTAL HARGA"),)),
        ]
    )
    whole = 0
    for n, name in enumerate(
        ["Bongkaran", "Pasangan bata", "Plesteran", "Pengecatan", "Instalasi listrik"], 1
    ):
        volume, b, u = chance.number(2, 90), chance.number(5, 90) * 1000, chance.number(5, 60) * 1000
        whole += volume * (b + u)
        form.row(
            True,
            nomor=n,
            uraian=name,
            volume=volume,
            satuan="m2",
            bahan=form.cash(b),
            upah=form.cash(u),
            jb=form.cash(volume * b),
            ju=form.cash(volume * u),
            jumlah=form.cash(volume * (b + u)),
        )
    form.row(uraian="JUMLAH", jumlah=form.cash(whole))
    return form.done(["uraian", "volume", "jumlah"], {"jumlah": whole})


def sub_book(chance: Chance) -> Made:
    """Buku pembantu per rincian objek: each payment, and the sum so far beside it."""
    form = Form(chance, chance.word("Buku Pembantu", "Rincian Objek"), "realisasi")
    form.titles(
        chance.word("BUKU PEMBANTU RINCIAN OBJEK BELANJA", "BUKU RINCIAN OBYEK BELANJA"),
        facts=[("Kode Rekening", "5.1.02.01.01.0052"), ("Nama Rekening", "Belanja Makanan dan Minuman")],
    )
    form.head(
        [
            ("tanggal", ("Tanggal",)),
            ("bukti", (chance.word("No. BKU", "No. Bukti"),)),
            ("uraian", ("Uraian",)),
            ("realisasi", (chance.word("Pengeluaran (Rp)", "Belanja", "Nilai Belanja"),)),
            ("kumulatif", (chance.word("Jumlah s.d. Saat Ini", "Akumulasi", "Jumlah Kumulatif"),)),
        ]
    )
    so_far = 0
    for n in range(chance.number(4, 8)):
        amount = chance.number(2, 90) * 50_000
        so_far += amount
        form.row(
            True,
            tanggal=f"{n + 13:02d}/03/2023",
            bukti=f"{n + 1:03d}/BKU/2023",
            uraian=chance.word("Dibayar konsumsi rapat", "Konsumsi peserta", "Snack kegiatan") + f" {n + 1}",
            realisasi=form.cash(amount),
            kumulatif=form.cash(so_far),
        )
    if chance.random.random() < 0.6:
        form.row(uraian="Jumlah", realisasi=form.cash(so_far))
    return form.done(["uraian", "realisasi"], {"realisasi": so_far})


def receipts_list(chance: Chance) -> Made:
    """Rekap SPJ: receipts with the taxes kept back and what was handed over."""
    form = Form(chance, chance.word("Rekap SPJ", "SPJ", "Sheet1"), "realisasi")
    form.titles(
        chance.word("REKAPITULASI SPJ KEGIATAN", "DAFTAR PENGELUARAN KEGIATAN", "RINCIAN BUKTI PENGELUARAN"),
        "TAHUN 2023",
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("bukti", (chance.word("No. Kuitansi", "Nomor Bukti", "No Bukti Kas"),)),
            ("tanggal", (chance.word("Tgl", "Tanggal"),)),
            ("uraian", (chance.word("Uraian Pembayaran", "Uraian"),)),
            ("penerima", (chance.word("Penerima", "Dibayarkan Kepada"),)),
            ("realisasi", (chance.word("Jumlah (Rp)", "Nilai (Rp)", "Jumlah Bruto"),)),
            ("ppn", ("Pajak", "PPN")),
            ("pph", ("Pajak", "PPh")),
            ("neto", (chance.word("Diterima", "Jumlah Dibayarkan"),)),
        ]
    )
    whole = taxed = 0
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 7)), 1):
        amount = chance.number(2, 90) * 111_000
        ppn = amount // 11 if chance.random.random() < 0.6 else 0
        pph = amount // 50
        whole, taxed = whole + amount, taxed + ppn + pph
        form.row(
            True,
            nomor=n,
            bukti=f"KW-{n:03d}",
            tanggal=f"{n + 12}-05-2023",
            uraian=name,
            penerima="CV Contoh",
            realisasi=form.cash(amount),
            ppn=form.cash(ppn),
            pph=form.cash(pph),
            neto=form.cash(amount - ppn - pph),
        )
    form.row(uraian="JUMLAH", realisasi=form.cash(whole), neto=form.cash(whole - taxed))
    return form.done(["uraian", "realisasi"], {"realisasi": whole})


def scheduled(chance: Chance) -> Made:
    """A budget with the months in which it is done ticked beside it."""
    form = Form(chance, chance.word("RAB", "Rencana"), "rab")
    form.titles("RENCANA ANGGARAN DAN JADWAL KEGIATAN", "FASILITASI IKM TAHUN 2023")
    form.head(
        [
            ("nomor", ("NO",)),
            ("uraian", (chance.word("URAIAN", "RINCIAN KEGIATAN DAN BIAYA"),)),
            ("volume", ("VOL",)),
            ("satuan", ("SATUAN",)),
            ("harga", ("HARGA SATUAN",)),
            ("jumlah", (chance.word("JUMLAH", "JUMLAH ANGGARAN"),)),
            *((f"m{n}", ("JADWAL", name)) for n, name in enumerate(SHORT)),
        ]
    )
    whole = 0
    for g, (name, more) in enumerate(groups(chance)):
        total = sum(map(made, more))
        form.row(nomor="ABCD"[g], uraian=name, jumlah=form.cash(total))
        for n, (item, unit, volume, price) in enumerate(more, 1):
            form.row(
                True,
                nomor=n,
                uraian=item,
                volume=volume,
                satuan=unit,
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
                **{f"m{chance.number(1, 10)}": chance.word("x", "v", "√")},
            )
        whole += total
    form.row(uraian="JUMLAH TOTAL", jumlah=form.cash(whole))
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


def periods(chance: Chance) -> Made:
    """FA detail of a satker: deep codes, period before, this period, to date, per cent, rest."""
    form = Form(chance, chance.word("FA Detail", "Laporan FA", "Realisasi"), "realisasi")
    form.titles("LAPORAN FA DETAIL (16 SEGMEN)", "Periode Juni 2023")
    top = chance.word("Realisasi TA 2023", "Realisasi")
    form.head(
        [
            ("kode", ("Kode",)),
            ("uraian", ("Uraian",)),
            ("pagu", (chance.word("Pagu Revisi", "Pagu"),)),
            ("r0", (top, "Periode Lalu")),
            ("r1", (top, "Periode Ini")),
            ("realisasi", (top, "s.d. Periode")),
            ("persen", (top, "%")),
            ("sisa", ("Sisa Anggaran",)),
        ]
    )
    lines = [
        (521211 + 10 * n, name, chance.number(20, 300) * 250_000)
        for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(3, 6)))
    ]
    last = [a * chance.number(0, 40) // 100 for _, _, a in lines]
    this = [a * chance.number(0, 40) // 100 for _, _, a in lines]
    whole, paid = sum(a for _, _, a in lines), sum(last) + sum(this)

    def show(kode: str, text: str, a: int, x: int, y: int, line: bool = False) -> None:
        form.row(
            line,
            kode=kode,
            uraian=text,
            pagu=form.cash(a),
            r0=form.cash(x),
            r1=form.cash(y),
            realisasi=form.cash(x + y),
            persen=round((x + y) / a * 100, 2),
            sisa=form.cash(a - x - y),
        )

    for code, text in (
        ("EC", "Program Nilai Tambah dan Daya Saing"),
        ("6043", "Penumbuhan IKM"),
        ("6043.QDC", "Pelatihan Bidang Industri"),
    ):
        show(code, text, whole, sum(last), sum(this))
    for (code, name, a), x, y in zip(lines, last, this, strict=True):
        show(str(code), name, a, x, y, line=True)
    show("", "JUMLAH SELURUHNYA", whole, sum(last), sum(this))
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def merged_activity(chance: Chance) -> Made:
    """The activity merged down its own column, its items beside it, a sum in each."""
    form = Form(chance, chance.word("RAB", "Rincian Biaya"), "rab")
    form.titles(chance.word("RINCIAN ANGGARAN BIAYA PER KEGIATAN", "RAB DAK NON FISIK PK2UMK"), "TAHUN 2023")
    form.head(
        [
            ("nomor", ("No",)),
            ("kegiatan", (chance.word("Kegiatan", "Nama Kegiatan"),)),
            ("uraian", (chance.word("Rincian Belanja", "Uraian Belanja", "Komponen Belanja"),)),
            ("volume", ("Volume",)),
            ("satuan", ("Satuan",)),
            ("harga", ("Harga Satuan",)),
            ("jumlah", ("Jumlah",)),
        ]
    )
    merged = chance.random.random() < 0.5
    whole = 0
    for n, name in enumerate(chance.random.sample(MENU, chance.number(2, 4)), 1):
        more: list[Item] = items(chance, chance.number(2, 4))
        first = form.page.row
        for k, (item, unit, volume, price) in enumerate(more):
            form.row(
                True,
                nomor=n if k == 0 else None,
                kegiatan=name if k == 0 else None,
                uraian=item,
                volume=volume,
                satuan=unit,
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
            )
        if merged and len(more) > 1:
            at = form.columns["kegiatan"].at
            form.page.merges.append((first, at, first + len(more) - 1, at))
        part = sum(map(made, more))
        whole += part
        form.row(uraian=chance.word("Jumlah", "Sub Total"), jumlah=form.cash(part))
    form.row(uraian=chance.word("TOTAL", "JUMLAH TOTAL"), jumlah=form.cash(whole))
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


FORMS = (
    *(two_years, village_account, by_month, funds, sentra, material_wage),
    *(sub_book, receipts_list, scheduled, periods, merged_activity),
)
