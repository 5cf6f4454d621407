"""Books of the treasurer: registers of SPM and SP2D, DTH, card of an account, bank book, LPJ, tax book."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.form import Form, columns
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def day(chance: Chance, n: int) -> str:
    """A day of the year, the later the higher `n`."""
    month = 2 + n // 3
    return chance.one(
        [f"{n + 3:02d}/{month:02d}/2023", f"{n + 3} {('Februari', 'Maret', 'April', 'Mei')[n // 3]} 2023"]
    )


def spm_register(chance: Chance) -> Made:
    """SPM and SP2D side by side, the amount in the column of its kind and again in a sum."""
    form = Form(chance, chance.word("Reg SPM SP2D", "Register", "Sheet1"), "realisasi")
    form.titles(chance.word("REGISTER SPM DAN SP2D", "REGISTER PENERBITAN SP2D"), "TAHUN ANGGARAN 2023")
    top = chance.word("Jumlah SP2D (Rp)", "Nilai SP2D", "JUMLAH")
    form.head(
        columns(
            chance,
            "nomor=No",
            "t1=SPM>Tanggal|SPM>Tgl",
            "n1=SPM>Nomor",
            "t2=SP2D>Tanggal|SP2D>Tgl",
            "n2=SP2D>Nomor",
            "uraian=Uraian|Keperluan",
            f"gu={top}>GU",
            f"gaji={top}>LS Gaji|{top}>LS-Gaji & Tunj.",
            f"barang={top}>LS Barang & Jasa|{top}>LS-Barjas",
            f"realisasi={top}>Jumlah|{top}>Total",
        )
    )
    sums = dict.fromkeys(("gu", "gaji", "barang"), 0)
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 7)), 1):
        amount = chance.number(10, 90) * 200_000
        kind = chance.one(["gu", "barang", "barang"])
        sums[kind] += amount
        when = day(chance, n)
        form.row(
            True,
            nomor=n,
            t1=when,
            n1=f"{n:03d}/SPM/2023",
            t2=when,
            n2=f"{n:05d}/SP2D/2023",
            uraian=f"Pembayaran {name}",
            realisasi=form.cash(amount),
            **{key: form.cash(amount if key == kind else 0) for key in sums},
        )
    whole = sum(sums.values())
    form.row(
        uraian="Jumlah", realisasi=form.cash(whole), **{key: form.cash(part) for key, part in sums.items()}
    )
    return form.done(("uraian", "realisasi"), {"realisasi": whole})


def daily_list(chance: Chance) -> Made:
    """DTH: SPM, SP2D, account, tax kept back, NPWP and name of the partner."""
    form = Form(chance, chance.word("DTH", "Daftar Transaksi", "DTH Juni"), "realisasi")
    form.titles("DAFTAR TRANSAKSI HARIAN BELANJA DAERAH (DTH)", "Bulan Juni Tahun 2023")
    tax = chance.word("Potongan Pajak", "POTONGAN")
    form.head(
        columns(
            chance,
            "nomor=No",
            "n1=SPM/SPD>Nomor|SPM>No. SPM",
            "v1=SPM/SPD>Nilai Belanja (Rp)|SPM>Nilai",
            "n2=SP2D>Nomor|SP2D>No. SP2D",
            "realisasi=SP2D>Nilai Belanja (Rp)|SP2D>Nilai (Rp)",
            "kode=Akun Belanja|Kode Rekening",
            f"jenis={tax}>Jenis Pajak",
            f"pot={tax}>Jumlah (Rp)",
            "npwp=NPWP",
            "uraian=Nama Rekanan|Ket",
        )
    )
    whole = kept = 0
    for n, (code, _) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 8)), 1):
        amount = chance.number(10, 90) * 200_000
        tax_kept = amount // 50
        whole, kept = whole + amount, kept + tax_kept
        form.row(
            True,
            nomor=n,
            n1=f"{n:03d}/SPM-LS/2023",
            v1=form.cash(amount),
            n2=f"{n:05d}/LS/2023",
            realisasi=form.cash(amount),
            kode=code,
            jenis=chance.word("PPh 21", "PPh 23", "PPN"),
            pot=form.cash(tax_kept),
            npwp="00.000.000.0-000.000",
            uraian=chance.word("CV Contoh Jaya", "Toko Contoh", "UD Sumber Contoh"),
        )
    form.row(n1="JUMLAH", v1=form.cash(whole), realisasi=form.cash(whole), pot=form.cash(kept))
    return form.done((), {"realisasi": whole})


def account_card(chance: Chance) -> Made:
    """The card of one account: its pagu above, each payment, the sum so far, what is left."""
    form = Form(chance, chance.word("Kartu Kendali", "Kartu", "5.1.02"), "realisasi")
    pagu = chance.number(60, 300) * 1_000_000
    form.titles(
        chance.word("KARTU KENDALI ANGGARAN", "KARTU PENGENDALIAN BELANJA"),
        facts=[
            ("Kode Rekening", "5.1.02.01.01.0052"),
            ("Uraian", "Belanja Makanan dan Minuman Rapat"),
            ("Pagu Anggaran", f"Rp {pagu:,}".replace(",", ".")),
        ],
    )
    form.head(
        columns(
            chance,
            "nomor=No",
            "tanggal=Tanggal|Tgl",
            "bukti=No. Bukti|Nomor SPJ",
            "uraian=Uraian|Uraian Pengeluaran",
            "realisasi=Pengeluaran|Realisasi (Rp)|Nilai SPJ",
            "kumulatif=Kumulatif|Jumlah s.d. Ini",
            "sisa=Sisa Anggaran|Sisa Pagu",
        )
    )
    so_far = 0
    for n in range(1, chance.number(5, 9)):
        amount = chance.number(2, 90) * 50_000
        so_far += amount
        form.row(
            True,
            nomor=n,
            tanggal=day(chance, n),
            bukti=f"{n:02d}/SPJ/2023",
            uraian=chance.word("Konsumsi rapat koordinasi", "Snack pelatihan", "Makan siang peserta"),
            realisasi=form.cash(amount),
            kumulatif=form.cash(so_far),
            sisa=form.cash(pagu - so_far),
        )
    if chance.random.random() < 0.6:
        form.row(uraian="Jumlah", realisasi=form.cash(so_far), sisa=form.cash(pagu - so_far))
    return form.done(("uraian", "realisasi"), {"realisasi": so_far})


def bank_book(chance: Chance) -> Made:
    """Buku pembantu bank by month: number, receipts, payments by cheque, fees and interest, saldo."""
    form = Form(chance, chance.word("Bank", "Buku Bank", "BPB"), "realisasi")
    form.titles("BUKU PEMBANTU SIMPANAN/BANK", chance.word("Bulan: Juni 2023", "BULAN JUNI TAHUN 2023"))
    form.head(
        columns(
            chance,
            "tanggal=Tanggal|Tgl.",
            "bukti=No. Bukti|No. BKU",
            "uraian=Uraian",
            "terima=Debet|Penerimaan (Debet)|Masuk",
            "realisasi=Kredit|Pengeluaran (Kredit)|Keluar",
            "saldo=Saldo",
        )
    )
    saldo = chance.number(1, 9) * 1_000_000
    got = paid = 0
    form.row(uraian=chance.word("Saldo bulan lalu", "Saldo per 31 Mei 2023"), saldo=form.cash(saldo))
    received = chance.number(30, 60) * 1_000_000
    saldo, got = saldo + received, received
    form.row(
        tanggal="02/06/2023",
        bukti="001",
        uraian="SP2D GU Nomor 00112",
        terima=form.cash(got),
        saldo=form.cash(saldo),
    )
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 7)), 2):
        amount = chance.number(2, 60) * 50_000
        saldo, paid = saldo - amount, paid + amount
        form.row(
            True,
            tanggal=f"{n + 3:02d}/06/2023",
            bukti=f"{n:03d}",
            uraian=f"Pembayaran {name}",
            realisasi=form.cash(amount),
            saldo=form.cash(saldo),
        )
    form.row(uraian="Jumlah", terima=form.cash(got), realisasi=form.cash(paid), saldo=form.cash(saldo))
    return form.done(("uraian", "realisasi"), {"realisasi": paid})


def accounted(chance: Chance) -> Made:
    """SPJ list: gross, PPN, PPh, net."""
    form = Form(chance, chance.word("SPJ", "Pertanggungjawaban", "Rekap SPJ"), "realisasi")
    form.titles(chance.word("LAPORAN PERTANGGUNGJAWABAN BELANJA", "REKAPITULASI SPJ KEGIATAN"), MENU[1])
    form.head(
        columns(
            chance,
            "nomor=No",
            "tanggal=Tanggal|Tanggal Kuitansi",
            "bukti=No. Kuitansi|No Bukti",
            "kode=Kode Rekening",
            "uraian=Uraian Belanja|Uraian",
            "realisasi=Jumlah Bruto|Nilai Bruto (Rp)|Jumlah SPJ",
            "ppn=Pajak>PPN",
            "pph=Pajak>PPh",
            "neto=Jumlah Diterima|Netto",
        )
    )
    whole = vat = kept = 0
    for n, (code, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 8)), 1):
        amount = chance.number(10, 90) * 111_000
        tax, income = amount * 11 // 111, amount // 50
        whole, vat, kept = whole + amount, vat + tax, kept + income
        form.row(
            True,
            nomor=n,
            tanggal=day(chance, n),
            bukti=f"KW-{n:03d}",
            kode=code,
            uraian=name,
            realisasi=form.cash(amount),
            ppn=form.cash(tax),
            pph=form.cash(income),
            neto=form.cash(amount - tax - income),
        )
    form.row(
        uraian="JUMLAH",
        realisasi=form.cash(whole),
        ppn=form.cash(vat),
        pph=form.cash(kept),
        neto=form.cash(whole - vat - kept),
    )
    return form.done(("uraian", "realisasi"), {"realisasi": whole})


def tax_book(chance: Chance) -> Made:
    """Buku pembantu pajak: taxes taken and handed on are nobody's spending."""
    form = Form(chance, chance.word("Pajak", "BP Pajak"), "tidak dikenali")
    form.titles("BUKU PEMBANTU PAJAK", "Bulan Juni 2023")
    form.head(
        columns(
            chance,
            "tanggal=Tanggal",
            "bukti=No. Bukti",
            "uraian=Uraian",
            "t1=Pemotongan>PPN",
            "t2=Pemotongan>PPh 21",
            "t3=Penyetoran|Setor",
            "saldo=Saldo",
        )
    )
    for n in range(1, chance.number(3, 6)):
        tax = chance.number(2, 60) * 11_000
        taken = {"t1": form.cash(tax)} if n % 2 else {"t2": form.cash(tax)}
        form.row(
            tanggal=f"{n + 3:02d}/06/2023",
            bukti=f"{n}",
            uraian="Pungut pajak konsumsi",
            saldo=form.cash(tax),
            **taken,
        )
        form.row(
            tanggal=f"{n + 3:02d}/06/2023",
            bukti=f"{n}",
            uraian="Setor pajak konsumsi",
            t3=form.cash(tax),
            saldo=0,
        )
    page, facts = form.done((), {})
    return page, facts.model_copy(update={"rows": None, "header": None})


FORMS = (spm_register, daily_list, account_card, bank_book, accounted, tax_book)
