"""Realisations laid out oddly, and sheets of money that are neither a budget nor spending."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS, PARENTS, SUBS
from bench.layouts.page import Page
from bench.offices.budgets import items
from bench.offices.form import Form, columns
from bench.offices.monitoring import PAID, share, some
from bench.offices.planning import parents
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def export(chance: Chance) -> Made:
    """A flat export: code and name of each level in columns of their own, one line an account."""
    form = Form(chance, chance.word("Sheet1", "data", "export"), "realisasi")
    form.money = "number"
    form.head(
        columns(
            chance,
            *("a=KODE SKPD|kode_skpd", "b=NAMA SKPD|nama_skpd"),
            *("c=KODE SUB KEGIATAN|kode_sub_giat", "d=NAMA SUB KEGIATAN|nama_sub_giat"),
            *("kode=KODE REKENING|kode_akun", "uraian=NAMA REKENING|nama_akun"),
            "pagu=PAGU|nilai_anggaran|Pagu 2023",
            "realisasi=REALISASI|nilai_realisasi|Realisasi s.d. Juni",
        )
    )
    whole = paid = 0
    for code, name in SUBS[: chance.number(2, 3)]:
        for account, text in sorted(chance.random.sample(ACCOUNTS, chance.number(2, 4))):
            pagu = chance.number(20, 300) * 250_000
            done = some(chance, pagu)
            whole, paid = whole + pagu, paid + done
            form.row(
                True,
                a="3.31.0.00.0.00.01.0000",
                b="Dinas Perindustrian",
                c=code,
                d=name,
                kode=account,
                uraian=text,
                pagu=pagu,
                realisasi=done,
            )
    page, facts = form.page, form.facts(("pagu", "realisasi"), {"pagu": whole, "realisasi": paid})
    return page, facts


def indented(chance: Chance) -> Made:
    """LRA without codes; each level of the text in a column further right; revenue, spending, surplus."""
    form = Form(chance, chance.word("LRA", "LRA SMT I", "Sheet1"), "realisasi")
    form.titles("LAPORAN REALISASI ANGGARAN", "UNTUK SEMESTER YANG BERAKHIR 30 JUNI 2023")
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", ("Uraian",)),
            ("u2", ("",)),
            ("u3", ("",)),
            *columns(
                chance,
                "pagu=Anggaran 2023|Anggaran Setelah Perubahan",
                "realisasi=Realisasi s.d. 30 Juni 2023|Realisasi Semester I",
                "sisa=Sisa Anggaran|Lebih (Kurang)",
                "persen=(%)|%",
            ),
        ]
    )

    def row(level: str, text: str, pagu: int, done: int, line: bool = False) -> None:
        form.row(
            line,
            **{level: text},
            pagu=form.cash(pagu),
            realisasi=form.cash(done),
            sisa=form.cash(pagu - done),
            persen=share(done, pagu),
        )

    income = chance.number(10, 50) * 1_000_000
    row("uraian", "PENDAPATAN", income, income // 2)
    row("u2", "Retribusi Daerah", income, income // 2)
    found = sorted(chance.random.sample(ACCOUNTS, chance.number(4, 6)))
    amounts = {}
    for code, _ in found:
        pagu = chance.number(20, 300) * 250_000
        amounts[code] = (pagu, some(chance, pagu))

    def under(prefix: str) -> tuple[int, int]:
        inside = [pair for code, pair in amounts.items() if code.startswith(prefix)]
        return sum(p for p, _ in inside), sum(d for _, d in inside)

    row("uraian", "BELANJA", *under("5"))
    told: set[str] = set()
    for code, name in found:
        for above, _ in parents(code, told):
            if above.count(".") == 3:
                row("u2", PARENTS[above], *under(above + "."))
        row("u3", name, *amounts[code], line=True)
    pagu, done = under("5")
    row("uraian", chance.word("SURPLUS/(DEFISIT)", "Surplus / Defisit"), income - pagu, income // 2 - done)
    return form.done(("pagu", "realisasi"), {"pagu": pagu, "realisasi": done})


def changed_and_paid(chance: Chance) -> Made:
    """Pagu before and after the change, and what was paid of it."""
    form = Form(chance, chance.word("Realisasi", "Perubahan", "Lap"), "realisasi")
    form.titles("REALISASI BELANJA SETELAH PERUBAHAN APBD", "TAHUN 2023")
    old, new = chance.one(
        [("Murni", "Perubahan"), ("DPA", "DPPA"), ("Sebelum Perubahan", "Setelah Perubahan")]
    )
    form.head(
        columns(
            chance,
            "kode=Kode Rekening|Kode",
            "uraian=Uraian",
            f"p1=Anggaran>{old}",
            f"pagu=Anggaran>{new}",
            "realisasi=Realisasi|Realisasi (Rp)|Realisasi Belanja",
            "persen=%",
            "sisa=Sisa",
        )
    )
    first = whole = paid = 0
    for code, name in sorted(chance.random.sample(ACCOUNTS, chance.number(4, 7))):
        pagu = chance.number(20, 300) * 250_000
        was = pagu + chance.one([0, 0, 1_000_000, -500_000])
        done = some(chance, pagu)
        first, whole, paid = first + was, whole + pagu, paid + done
        form.row(
            True,
            kode=code,
            uraian=name,
            p1=form.cash(was),
            pagu=form.cash(pagu),
            realisasi=form.cash(done),
            persen=share(done, pagu),
            sisa=form.cash(pagu - done),
        )
    form.row(
        uraian="JUMLAH",
        p1=form.cash(first),
        pagu=form.cash(whole),
        realisasi=form.cash(paid),
        persen=share(paid, whole),
        sisa=form.cash(whole - paid),
    )
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


def none(form: Form) -> Made:
    """A sheet that tells no spending and no budget."""
    page, facts = form.done((), {})
    return page, facts.model_copy(update={"rows": None, "header": None, "columns": {}})


def revenue(chance: Chance) -> Made:
    """Target and realisation of retribusi: money that comes in."""
    form = Form(chance, chance.word("PAD", "Retribusi", "Pendapatan"), "tidak dikenali")
    form.titles("TARGET DAN REALISASI PENERIMAAN RETRIBUSI", "TAHUN ANGGARAN 2023")
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Jenis Retribusi|Jenis Penerimaan",
            "t=Target (Rp)",
            "r=Realisasi (Rp)",
            "p=%",
        )
    )
    for n, name in enumerate(
        ("Retribusi Pasar", "Retribusi Sewa Los", "Retribusi Tera", "Retribusi Parkir"), 1
    ):
        goal = chance.number(20, 90) * 1_000_000
        form.row(nomor=n, uraian=name, t=form.cash(goal), r=form.cash(goal // 2), p=50)
    return none(form)


def assets(chance: Chance) -> Made:
    """KIB: what the office owns and what it cost."""
    form = Form(chance, chance.word("KIB B", "Aset", "Inventaris"), "tidak dikenali")
    form.titles("KARTU INVENTARIS BARANG (KIB) B", "PERALATAN DAN MESIN")
    form.head(
        columns(
            chance,
            "nomor=No",
            "kode=Kode Barang",
            "uraian=Nama Barang / Jenis Barang|Nama Barang",
            "merk=Merk/Type",
            "tahun=Tahun Pembelian|Tahun Perolehan",
            "asal=Asal Usul",
            "v=Jumlah Barang|Jumlah",
            "harga=Harga (Rp)|Harga Perolehan",
            "ket=Keterangan|Kondisi",
        )
    )
    for n, (name, _, _, price) in enumerate(items(chance, chance.number(5, 8)), 1):
        form.row(
            nomor=n,
            kode="1.3.2.05.01",
            uraian=name,
            merk="-",
            tahun=chance.number(2012, 2022),
            asal="Pembelian",
            v=1,
            harga=form.cash(price * 10),
            ket="Baik",
        )
    return none(form)


def stock(chance: Chance) -> Made:
    """Persediaan: what was in store, came, went, is left, and its worth."""
    form = Form(chance, chance.word("Persediaan", "Stock Opname"), "tidak dikenali")
    form.titles("LAPORAN PERSEDIAAN BARANG PAKAI HABIS", "Per 30 Juni 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Nama Barang", "satuan=Satuan", "a=Saldo Awal", "b=Masuk", "c=Keluar"),
            *("d=Saldo Akhir", "harga=Harga Satuan", "jumlah=Nilai Persediaan|Jumlah (Rp)"),
        )
    )
    for n, (name, unit, volume, price) in enumerate(items(chance, chance.number(5, 8)), 1):
        form.row(
            nomor=n,
            uraian=name,
            satuan=unit,
            a=volume,
            b=10,
            c=5,
            d=volume + 5,
            harga=form.cash(price),
            jumlah=form.cash((volume + 5) * price),
        )
    return none(form)


def salaries(chance: Chance) -> Made:
    """Daftar gaji: what each employee earns."""
    form = Form(chance, chance.word("Gaji", "TPP", "Daftar Gaji"), "tidak dikenali")
    form.titles("DAFTAR PEMBAYARAN GAJI PEGAWAI", "BULAN JUNI 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "nama=Nama Pegawai|Nama / NIP", "gol=Gol", "pokok=Gaji Pokok", "tunj=Tunjangan"),
            *("kotor=Jumlah Kotor", "pot=Potongan", "bersih=Jumlah Bersih", "ttd=Tanda Tangan"),
        )
    )
    for n, name in enumerate(("Sutarjo Wibisono", "Endah Pratiwi", "Made Contoh", "Rini Contoh"), 1):
        pay = chance.number(25, 50) * 100_000
        form.row(
            nomor=n,
            nama=name,
            gol="III/a",
            pokok=form.cash(pay),
            tunj=form.cash(500_000),
            kotor=form.cash(pay + 500_000),
            pot=form.cash(100_000),
            bersih=form.cash(pay + 400_000),
        )
    return none(form)


FORMS = (export, indented, changed_and_paid, revenue, assets, stock, salaries)
