"""Sheets of money that are neither a budget nor spending, and a cash book of one column."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.offices.budgets import items
from bench.offices.deviating import none
from bench.offices.form import Form, columns
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]
UNKNOWN = "tidak dikenali"
SHOPS = ("UD Sumber Contoh", "Batik Contoh", "Tenun Contoh", "Keripik Contoh", "Anyaman Contoh")


def in_and_out(chance: Chance) -> Made:
    """A cash book with one column of amounts and a letter that says which way they go."""
    form = Form(chance, chance.word("Kas", "Buku Kas", "Kas Tunai"), "realisasi")
    form.titles("BUKU KAS TUNAI KEGIATAN", "Tahun 2023")
    form.head(
        columns(
            chance,
            *(
                "tanggal=Tanggal",
                "uraian=Uraian",
                "arah=D/K|Masuk/Keluar",
                "realisasi=Jumlah (Rp)|Nominal",
                "saldo=Saldo",
            ),
        )
    )
    saldo = chance.number(20, 60) * 1_000_000
    into, out = chance.one([("D", "K"), ("Masuk", "Keluar")])
    form.row(
        tanggal="13/03/2023",
        uraian="Terima UP",
        arah=into,
        realisasi=form.cash(saldo),
        saldo=form.cash(saldo),
    )
    paid = 0
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 7)), 14):
        amount = chance.number(2, 30) * 50_000
        saldo, paid = saldo - amount, paid + amount
        form.row(
            True,
            tanggal=f"{n}/03/2023",
            uraian=name,
            arah=out,
            realisasi=form.cash(amount),
            saldo=form.cash(saldo),
        )
    return form.done(("uraian",), {"realisasi": paid})


def loan_card(chance: Chance) -> Made:
    """What a member borrowed and paid back."""
    form = Form(chance, chance.word("Kartu", "Pinjaman"), UNKNOWN)
    form.titles("KARTU PINJAMAN ANGGOTA KOPERASI", "Nama : Contoh")
    form.head(
        columns(
            chance,
            "tanggal=Tanggal",
            "uraian=Keterangan",
            "a=Pinjaman",
            "b=Angsuran",
            "s=Sisa Pinjaman|Saldo",
        )
    )
    left = 12_000_000
    form.row(tanggal="13/01/2023", uraian="Pencairan pinjaman", a=form.cash(left), s=form.cash(left))
    for n in range(2, 9):
        left -= 1_000_000
        form.row(
            tanggal=f"13/{n:02d}/2023",
            uraian=f"Angsuran ke-{n - 1}",
            b=form.cash(1_000_000),
            s=form.cash(left),
        )
    return none(form)


def turnover(chance: Chance) -> Made:
    """What IKM sold by month."""
    form = Form(chance, chance.word("Omzet", "Penjualan"), UNKNOWN)
    form.titles("REKAP OMZET PENJUALAN IKM BINAAN", "TAHUN 2023")
    months = ("Januari", "Februari", "Maret", "April")
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Nama IKM",
            *(f"b{n}=Omzet>{m}" for n, m in enumerate(months)),
            "j=Jumlah",
        )
    )
    for n, name in enumerate(SHOPS, 1):
        parts = [chance.number(5, 40) * 500_000 for _ in months]
        form.row(
            nomor=n,
            uraian=name,
            j=form.cash(sum(parts)),
            **{f"b{k}": form.cash(p) for k, p in enumerate(parts)},
        )
    return none(form)


def capital(chance: Chance) -> Made:
    """Firms with capital, production and workers."""
    form = Form(chance, chance.word("Data IKM", "IKM"), f"{UNKNOWN}/sentra/peserta")
    form.titles("DATA INDUSTRI KECIL DAN MENENGAH", "KECAMATAN CONTOH")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Nama Usaha|Nama IKM", "alamat=Alamat", "k=KBLI", "t=Tenaga Kerja"),
            *("i=Nilai Investasi (Rp)|Investasi", "p=Nilai Produksi (Rp)|Nilai Produksi"),
        )
    )
    for n, name in enumerate(SHOPS, 1):
        form.row(
            nomor=n,
            uraian=name,
            alamat="Desa Contoh",
            k="13134",
            t=chance.number(2, 9),
            i=form.cash(chance.number(10, 90) * 1_000_000),
            p=form.cash(chance.number(10, 90) * 2_000_000),
        )
    return none(form)


def tariff(chance: Chance) -> Made:
    """Standard prices: no volume, no amount."""
    form = Form(chance, chance.word("SSH", "SBU", "Standar Harga"), UNKNOWN)
    form.titles("STANDAR SATUAN HARGA TAHUN 2023")
    form.head(
        columns(
            chance, "kode=Kode Barang", "uraian=Uraian Barang", "s=Spesifikasi", "u=Satuan", "h=Harga (Rp)"
        )
    )
    for n, (name, unit, _, price) in enumerate(items(chance, 8), 1):
        form.row(kode=f"1.1.7.01.{n:02d}", uraian=name, s="standar", u=unit, h=form.cash(price))
    return none(form)


FORMS = (in_and_out, loan_card, turnover, capital, tariff)
