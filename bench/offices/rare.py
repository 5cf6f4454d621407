"""Forms of a third kind: several activities in one, contracts, proposals, quarters, bank books."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.budgets import groups, items, made
from bench.offices.form import Form
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def proposal(chance: Chance) -> Made:
    """What was asked and what was granted: two amounts for one volume and price each."""
    form = Form(chance, chance.word("Usulan", "RAB DAK", "Verifikasi"), "rab")
    form.titles(
        "RENCANA PENGGUNAAN DAK NONFISIK",
        chance.word("HASIL VERIFIKASI KEMENTERIAN", "BERITA ACARA PEMBAHASAN"),
    )
    old, new = chance.one(
        [("Usulan Daerah", "Disetujui"), ("USULAN", "HASIL VERIFIKASI"), ("Pengajuan", "Persetujuan")]
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Rincian", "Uraian Kegiatan", "Komponen"),)),
            ("satuan", ("Satuan",)),
            ("v1", (old, "Vol")),
            ("h1", (old, "Harga")),
            ("j1", (old, "Jumlah")),
            ("volume", (new, "Vol")),
            ("harga", (new, "Harga")),
            ("jumlah", (new, "Jumlah")),
            ("ket", (chance.word("Catatan", "Keterangan"),)),
        ]
    )
    before = after = 0
    for n, (name, unit, volume, price) in enumerate(items(chance, chance.number(5, 9)), 1):
        granted = volume if chance.random.random() < 0.6 else max(1, volume // 2)
        before, after = before + volume * price, after + granted * price
        form.row(
            True,
            nomor=n,
            uraian=name,
            satuan=unit,
            v1=volume,
            h1=form.cash(price),
            j1=form.cash(volume * price),
            volume=granted,
            harga=form.cash(price),
            jumlah=form.cash(granted * price),
        )
    form.row(uraian="JUMLAH", j1=form.cash(before), jumlah=form.cash(after))
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": after})


def several(chance: Chance) -> Made:
    """A sheet of several activities, each a numbered heading with its sum in the same row, no volumes."""
    form = Form(chance, chance.word("Rekap RAB", "RAB", "DAK"), "rab")
    form.titles(
        chance.word("REKAPITULASI RENCANA ANGGARAN BIAYA", "RINCIAN ANGGARAN DAK PK2UMK"), "TAHUN 2023"
    )
    form.head(
        [
            ("nomor", ("NO",)),
            ("uraian", (chance.word("KEGIATAN / BELANJA", "URAIAN", "Menu / Rincian Belanja"),)),
            ("jumlah", (chance.word("ANGGARAN (Rp)", "JUMLAH (Rp)", "Nilai (Rp)", "Biaya"),)),
            ("ket", ("KET",)),
        ],
        money=("jumlah",),
    )
    whole = 0
    for n, name in enumerate(chance.random.sample(MENU, chance.number(2, 4)), 1):
        parts = [
            (text, chance.number(4, 90) * 250_000)
            for _, text in chance.random.sample(ACCOUNTS, chance.number(2, 4))
        ]
        form.row(nomor=n, uraian=name, jumlah=form.cash(sum(a for _, a in parts)))
        for k, (text, amount) in enumerate(parts):
            form.row(
                True, nomor="abcdef"[k] + chance.one(["", ".", ")"]), uraian=text, jumlah=form.cash(amount)
            )
            whole += amount
    form.row(uraian=chance.word("JUMLAH", "TOTAL ANGGARAN"), jumlah=form.cash(whole))
    return form.done(["uraian", "jumlah"], {"jumlah": whole})


def contracts(chance: Chance) -> Made:
    """Packages with their pagu, contract, what was paid of it, what is left of the contract."""
    form = Form(chance, chance.word("Kontrak", "Paket", "Realisasi Fisik"), "realisasi")
    form.titles(
        chance.word("LAPORAN REALISASI PAKET PEKERJAAN", "DAFTAR REALISASI KONTRAK KEGIATAN"),
        "TAHUN ANGGARAN 2023",
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Nama Paket", "Paket Pekerjaan", "Kegiatan/Paket"),)),
            ("pagu", (chance.word("Pagu Anggaran", "Pagu (Rp)"),)),
            ("kontrak", (chance.word("Nilai Kontrak", "Kontrak (Rp)"),)),
            ("realisasi", ("Realisasi", "Keuangan (Rp)")),
            ("persen", ("Realisasi", "%")),
            ("fisik", ("Realisasi", "Fisik (%)")),
            ("sisa", (chance.word("Sisa Pagu", "Sisa Anggaran"),)),
        ],
        money=("pagu",),
    )
    whole = paid = signed = 0
    for n, name in enumerate(chance.random.sample(MENU, chance.number(3, 6)), 1):
        pagu = chance.number(20, 300) * 500_000
        contract = pagu * chance.number(90, 99) // 100
        done = contract * chance.one([0, 30, 50, 95, 100]) // 100
        whole, paid, signed = whole + pagu, paid + done, signed + contract
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            kontrak=form.cash(contract),
            realisasi=form.cash(done),
            persen=round(done / pagu * 100, 2),
            fisik=chance.number(0, 100),
            sisa=form.cash(pagu - done),
        )
    form.row(
        uraian="JUMLAH",
        pagu=form.cash(whole),
        kontrak=form.cash(signed),
        realisasi=form.cash(paid),
        sisa=form.cash(whole - paid),
    )
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def text_volume(chance: Chance) -> Made:
    """`30 org x 2 hr x Rp 50.000` in one cell beside the amount, groups lettered, sums in the group's row."""
    form = Form(chance, chance.word("RAB", "TOR RAB", "Lampiran KAK"), "rab")
    form.titles(
        chance.word("LAMPIRAN KERANGKA ACUAN KERJA", "RENCANA ANGGARAN BIAYA (RAB)"),
        "Pelatihan Teknis Produksi Batik",
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Uraian", "Jenis Pengeluaran"),)),
            ("koefisien", (chance.word("Rincian Perhitungan", "Perhitungan", "Rincian"),)),
            ("jumlah", (chance.word("Jumlah (Rp)", "Jumlah Biaya (Rp)"),)),
        ],
        money=("jumlah",),
    )
    whole = 0
    for g, (name, more) in enumerate(groups(chance)):
        sums, rows = 0, []
        for item, unit, volume, price in more:
            days = chance.number(1, 4)
            amount = volume * days * price
            plain = f"{price:,}".replace(",", ".")
            rows.append((item, f"{volume} {unit} x {days} hr x Rp {plain}", amount))
            sums += amount
        form.row(nomor="ABCD"[g], uraian=name, jumlah=form.cash(sums))
        for k, (item, text, amount) in enumerate(rows, 1):
            form.row(True, nomor=k, uraian=item, koefisien=text, jumlah=form.cash(amount))
        whole += sums
    form.row(uraian=chance.word("JUMLAH", "TOTAL"), jumlah=form.cash(whole))
    return form.done(["uraian", "jumlah"], {"jumlah": whole})


def two_tables(chance: Chance) -> Made:
    """The summary of the sections first, as a table of its own, then the details."""
    form = Form(chance, chance.word("RAB", "Anggaran"), "rab")
    parts = groups(chance)
    form.titles("RENCANA ANGGARAN BIAYA", "BIMBINGAN TEKNIS IKM")
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", ("Uraian",)),
            ("volume", ("Volume",)),
            ("satuan", ("Satuan",)),
            ("harga", ("Harga Satuan",)),
            ("jumlah", ("Jumlah",)),
        ],
        money=("harga", "jumlah"),
    )
    whole = 0
    for g, (name, more) in enumerate(parts):
        form.row(nomor=("I", "II", "III", "IV")[g], uraian=name.upper())
        for k, (item, unit, volume, price) in enumerate(more, 1):
            form.row(
                True,
                nomor=k,
                uraian=item,
                volume=volume,
                satuan=unit,
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
            )
        whole += sum(map(made, more))
    form.row(uraian="JUMLAH TOTAL", jumlah=form.cash(whole))
    share = chance.maybe("shares below", 0.5)
    if share:
        form.row(uraian="DAK Nonfisik (80%)", jumlah=form.cash(whole * 8 // 10))
        form.row(uraian="APBD (20%)", jumlah=form.cash(whole - whole * 8 // 10))
    form.sign()
    facts = form.facts(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})
    return form.page, facts


def quarter_plan(chance: Chance) -> Made:
    """Plan and spending by quarter side by side."""
    form = Form(chance, chance.word("Target Realisasi", "Monev", "TW II"), "realisasi")
    form.titles(
        chance.word("TARGET DAN REALISASI KEUANGAN", "MONITORING PENYERAPAN ANGGARAN"),
        "TRIWULAN II TAHUN 2023",
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", ("Sub Kegiatan",)),
            ("pagu", (chance.word("Pagu", "Anggaran"),)),
            ("t1", ("Triwulan I", "Target")),
            ("r1", ("Triwulan I", "Realisasi")),
            ("t2", ("Triwulan II", "Target")),
            ("r2", ("Triwulan II", "Realisasi")),
            ("realisasi", (chance.word("Total Realisasi", "Realisasi s.d. TW II"),)),
            ("sisa", ("Sisa Anggaran",)),
        ]
    )
    sums: dict[str, int] = {}
    for n, name in enumerate(chance.random.sample(MENU, chance.number(3, 6)), 1):
        pagu = chance.number(20, 300) * 500_000
        one, two = pagu * chance.number(0, 30) // 100, pagu * chance.number(5, 40) // 100
        values = {
            "pagu": pagu,
            "t1": pagu // 4,
            "r1": one,
            "t2": pagu // 4,
            "r2": two,
            "realisasi": one + two,
            "sisa": pagu - one - two,
        }
        for role, value in values.items():
            sums[role] = sums.get(role, 0) + value
        form.row(True, nomor=n, uraian=name, **{role: form.cash(v) for role, v in values.items()})
    form.row(uraian="JUMLAH", **{role: form.cash(v) for role, v in sums.items()})
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": sums["pagu"], "realisasi": sums["realisasi"]})


def statement(chance: Chance) -> Made:
    """Bank statement of a kegiatan: mutations in and out, with fees; only payments count."""
    form = Form(chance, chance.word("Buku Bank", "BKU DAK", "Kas"), "realisasi")
    form.titles(chance.word("BUKU PEMBANTU BANK", "BUKU KAS KEGIATAN DAK NON FISIK"), "Tahun 2023")
    form.head(
        [
            ("tanggal", (chance.word("Tgl", "Tanggal"),)),
            ("bukti", ("No. Bukti",)),
            ("uraian", ("Uraian Transaksi" if chance.random.random() < 0.4 else "Uraian",)),
            ("terima", (chance.word("Masuk", "Penerimaan"),)),
            ("realisasi", (chance.word("Keluar", "Pengeluaran"),)),
            ("saldo", ("Saldo",)),
        ]
    )
    saldo = chance.number(20, 90) * 1_000_000
    got, paid = saldo, 0
    form.row(
        tanggal="3 April 2023",
        uraian=chance.word("Pencairan DAK tahap I", "Transfer dari RKUD", "Terima dana DAK"),
        terima=form.cash(saldo),
        realisasi=form.cash(0),
        saldo=form.cash(saldo),
    )
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(3, 7)), 1):
        amount = chance.number(2, 30) * 50_000
        saldo, paid = saldo - amount, paid + amount
        form.row(
            True,
            tanggal=f"{n + 9} April 2023",
            bukti=f"{n:02d}/DAK",
            uraian=name,
            terima=form.cash(0),
            realisasi=form.cash(amount),
            saldo=form.cash(saldo),
        )
    form.row(uraian="Jumlah", terima=form.cash(got), realisasi=form.cash(paid), saldo=form.cash(saldo))
    return form.done(["uraian", "realisasi"], {"realisasi": paid})


FORMS = (proposal, several, contracts, text_volume, two_tables, quarter_plan, statement)
