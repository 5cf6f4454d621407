"""Accounts that follow the money: sent, paid, left in the till; work before money; shares of two sources."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.deviating import none
from bench.offices.form import Form, columns
from bench.offices.monitoring import PAID, plans, share, some
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def work_first(chance: Chance) -> Made:
    """Physical progress before money; what is planned up to now, and by how much it was missed."""
    form = Form(chance, chance.word("RFK", "Fisik Keuangan", "Progres"), "realisasi")
    form.titles("LAPORAN REALISASI FISIK DAN KEUANGAN", "SAMPAI DENGAN BULAN JUNI 2023")
    top = chance.word("Realisasi s.d. Bulan Ini", "REALISASI", "Progres s/d Juni")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Nama Paket/Kegiatan|Kegiatan", "pagu=Pagu (Rp)|Anggaran"),
            *(
                "rf=Rencana>Fisik (%)",
                "rk=Rencana>Keuangan (%)",
                f"fisik={top}>Fisik (%)",
                f"realisasi={top}>Keuangan (Rp)",
            ),
            *(f"persen={top}>Keuangan (%)", "d1=Deviasi>Fisik", "d2=Deviasi>Keuangan", "sisa=Sisa Anggaran"),
        )
    )
    whole = paid = 0
    for n, (name, pagu) in enumerate(plans(chance), 1):
        done = some(chance, pagu)
        whole, paid = whole + pagu, paid + done
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            rf=50,
            rk=45,
            fisik=min(100, int(share(done, pagu)) + 5),
            realisasi=form.cash(done),
            persen=share(done, pagu),
            d1=2.5,
            d2=-3.1,
            sisa=form.cash(pagu - done),
        )
    form.row(
        uraian="JUMLAH",
        pagu=form.cash(whole),
        realisasi=form.cash(paid),
        persen=share(paid, whole),
        sisa=form.cash(whole - paid),
    )
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


def imprest(chance: Chance) -> Made:
    """LPJ of the imprest fund: before, now, all of it, what is left."""
    form = Form(chance, chance.word("LPJ UP", "LPJ GU", "LPJ"), "realisasi")
    form.titles("LAPORAN PERTANGGUNGJAWABAN UANG PERSEDIAAN", "BENDAHARA PENGELUARAN")
    form.head(
        columns(
            chance,
            *("kode=Kode Rekening", "uraian=Uraian", "pagu=Jumlah Anggaran|Anggaran"),
            *("lalu=Belanja s.d. Periode Lalu", "ini=Belanja Periode Ini|Belanja Periode ini"),
            *("realisasi=Jumlah Belanja s.d. Periode Ini", "sisa=Sisa Anggaran"),
        )
    )
    sums = [0, 0, 0]
    for code, name in sorted(chance.random.sample(ACCOUNTS, chance.number(4, 7))):
        pagu = chance.number(20, 300) * 250_000
        before, now = some(chance, pagu) // 2, some(chance, pagu) // 2
        sums = [a + b for a, b in zip(sums, (pagu, before, now), strict=True)]
        form.row(
            True,
            kode=code,
            uraian=name,
            pagu=form.cash(pagu),
            lalu=form.cash(before),
            ini=form.cash(now),
            realisasi=form.cash(before + now),
            sisa=form.cash(pagu - before - now),
        )
    paid = sums[1] + sums[2]
    form.row(
        uraian="JUMLAH",
        pagu=form.cash(sums[0]),
        lalu=form.cash(sums[1]),
        ini=form.cash(sums[2]),
        realisasi=form.cash(paid),
        sisa=form.cash(sums[0] - paid),
    )
    return form.done(PAID, {"pagu": sums[0], "realisasi": paid})


def quarters_to_date(chance: Chance) -> Made:
    """Up to each quarter, not in it: the last one is all."""
    form = Form(chance, chance.word("Penyerapan", "TW", "Kumulatif TW"), "realisasi")
    form.titles("REALISASI PENYERAPAN ANGGARAN PER TRIWULAN", "TAHUN 2023")
    top = chance.word("Realisasi Kumulatif", "Realisasi (Rp)")
    known = chance.number(2, 4)
    names = ["s.d. TW I", "s.d. TW II", "s.d. TW III", "s.d. TW IV"][:known]
    roles = [f"b{n}" for n in range(known - 1)] + ["realisasi"]
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Kegiatan|Sub Kegiatan", "pagu=Pagu"),
            *(f"{role}={top}>{name}" for role, name in zip(roles, names, strict=True)),
            "persen=%",
        )
    )
    sums, whole = [0] * known, 0
    for n, (name, pagu) in enumerate(plans(chance), 1):
        parts, done = [], 0
        for _ in range(known):
            done += pagu // 5 // 1000 * 1000 * chance.one([0, 1, 1])
            parts.append(done)
        whole += pagu
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            persen=share(done, pagu),
            **dict(zip(roles, map(form.cash, parts), strict=True)),
        )
    form.row(
        uraian="JUMLAH",
        pagu=form.cash(whole),
        persen=share(sums[-1], whole),
        **dict(zip(roles, map(form.cash, sums), strict=True)),
    )
    return form.done(PAID, {"pagu": whole, "realisasi": sums[-1]})


def sent_and_paid(chance: Chance) -> Made:
    """What was allotted, what came in two stages, what was paid, what is left in the till."""
    form = Form(chance, chance.word("Salur Serap", "DAK", "Rekap"), "realisasi")
    form.titles("REKAPITULASI PENYALURAN DAN PENYERAPAN DAK NONFISIK", "Tahun Anggaran 2023")
    sent = chance.word("Penyaluran", "Dana Diterima di RKUD")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Menu Kegiatan|Kegiatan", "pagu=Alokasi|Pagu Alokasi (Rp)"),
            *(f"a={sent}>Tahap I", f"b={sent}>Tahap II", f"c={sent}>Jumlah"),
            *("realisasi=Realisasi|Penyerapan|Realisasi Belanja", "persen=%", "sisa=Sisa Dana di Kas Daerah"),
        )
    )
    sums = [0, 0, 0, 0]
    for n, (name, pagu) in enumerate(plans(chance), 1):
        first, second = pagu // 2, pagu // 4
        done = (first + second) * chance.one([20, 50, 80]) // 100
        sums = [x + y for x, y in zip(sums, (pagu, first, second, done), strict=True)]
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            a=form.cash(first),
            b=form.cash(second),
            c=form.cash(first + second),
            realisasi=form.cash(done),
            persen=share(done, pagu),
            sisa=form.cash(first + second - done),
        )
    form.row(
        uraian="TOTAL",
        pagu=form.cash(sums[0]),
        a=form.cash(sums[1]),
        b=form.cash(sums[2]),
        c=form.cash(sums[1] + sums[2]),
        realisasi=form.cash(sums[3]),
        persen=share(sums[3], sums[0]),
        sisa=form.cash(sums[1] + sums[2] - sums[3]),
    )
    return form.done(PAID, {"pagu": sums[0], "realisasi": sums[3]})


def two_sources(chance: Chance) -> Made:
    """Pagu and realisation, each of DAK, of the own share, and together."""
    form = Form(chance, chance.word("DAK Pendamping", "Sharing", "Realisasi"), "realisasi")
    form.titles("REALISASI DAK DAN DANA PENDAMPING", "TAHUN 2023")
    a, b, c = chance.one([("DAK", "Pendamping", "Jumlah"), ("APBN", "APBD", "Total")])
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Kegiatan", f"p1=Pagu>{a}", f"p2=Pagu>{b}", f"pagu=Pagu>{c}"),
            *(f"r1=Realisasi>{a}", f"r2=Realisasi>{b}", f"realisasi=Realisasi>{c}", "persen=%"),
        )
    )
    sums = [0, 0, 0, 0]
    for n, (name, pagu) in enumerate(plans(chance), 1):
        own = pagu // 10
        parts = [pagu, own, some(chance, pagu), some(chance, own)]
        sums = [x + y for x, y in zip(sums, parts, strict=True)]
        form.row(
            True,
            nomor=n,
            uraian=name,
            p1=form.cash(parts[0]),
            p2=form.cash(parts[1]),
            pagu=form.cash(parts[0] + parts[1]),
            r1=form.cash(parts[2]),
            r2=form.cash(parts[3]),
            realisasi=form.cash(parts[2] + parts[3]),
            persen=share(parts[2] + parts[3], parts[0] + parts[1]),
        )
    form.row(
        uraian="JUMLAH",
        p1=form.cash(sums[0]),
        p2=form.cash(sums[1]),
        pagu=form.cash(sums[0] + sums[1]),
        r1=form.cash(sums[2]),
        r2=form.cash(sums[3]),
        realisasi=form.cash(sums[2] + sums[3]),
    )
    return form.done(PAID, {"pagu": sums[0] + sums[1], "realisasi": sums[2] + sums[3]})


def daily_sums(chance: Chance) -> Made:
    """A cash book whose pages are summed, with what was carried and the sum so far."""
    form = Form(chance, chance.word("BKU", "BKU Maret", "Kas"), "realisasi")
    form.titles("BUKU KAS UMUM", "Bulan Maret 2023")
    form.head(
        columns(
            chance,
            *("nomor=No Urut|No", "tanggal=Tanggal|Tgl", "uraian=Uraian", "kode=Kode Rekening"),
            *("terima=Penerimaan|Debet", "realisasi=Pengeluaran|Kredit", "saldo=Saldo"),
        )
    )
    saldo = got = 60_000_000
    paid = number = 0
    form.row(
        nomor=1, tanggal="13/03/2023", uraian="Terima SP2D GU", terima=form.cash(got), saldo=form.cash(saldo)
    )
    for page in range(2):
        if page:
            form.row(
                uraian="Jumlah pindahan",
                terima=form.cash(got),
                realisasi=form.cash(paid),
                saldo=form.cash(saldo),
            )
        for code, name in chance.random.sample(ACCOUNTS, 3):
            number += 1
            amount = chance.number(10, 90) * 50_000
            saldo, paid = saldo - amount, paid + amount
            form.row(
                True,
                nomor=number + 1,
                tanggal=f"{13 + number}/03/2023",
                uraian=f"Dibayar {name}",
                kode=code,
                realisasi=form.cash(amount),
                saldo=form.cash(saldo),
            )
        label = "Jumlah dipindahkan" if not page else chance.word("Jumlah bulan ini", "Jumlah s.d. bulan ini")
        form.row(uraian=label, terima=form.cash(got), realisasi=form.cash(paid), saldo=form.cash(saldo))
    return form.done(("uraian", "realisasi"), {"realisasi": paid})


def programmes(chance: Chance) -> Made:
    """Programmes with kinds of spending below each, no codes, no numbers."""
    form = Form(chance, chance.word("Realisasi", "Program", "Sheet2"), "realisasi")
    form.titles("REALISASI ANGGARAN PER PROGRAM", "s.d. Juni 2023")
    form.head(
        columns(
            chance,
            *(
                "uraian=Program / Jenis Belanja|Uraian",
                "pagu=Anggaran|Pagu",
                "realisasi=Realisasi|Realisasi Keuangan",
            ),
            *("persen=%", "sisa=Sisa"),
        )
    )
    sums = [0, 0]

    def row(text: str, pagu: int, done: int, line: bool = False) -> None:
        form.row(
            line,
            uraian=text,
            pagu=form.cash(pagu),
            realisasi=form.cash(done),
            persen=share(done, pagu),
            sisa=form.cash(pagu - done),
        )

    for name in chance.random.sample(MENU, 3):
        parts = [
            (k, p := chance.number(20, 90) * 500_000, some(chance, p))
            for k in ("Belanja Barang", "Belanja Jasa")
        ]
        part = [sum(p for _, p, _ in parts), sum(d for _, _, d in parts)]
        row(name, *part)
        for kind, pagu, done in parts:
            row(kind, pagu, done, line=True)
        sums = [sums[0] + part[0], sums[1] + part[1]]
    row("Jumlah", *sums)
    return form.done(PAID, {"pagu": sums[0], "realisasi": sums[1]})


def one_month(chance: Chance) -> Made:
    """A flat list of what was paid, the pagu above it, what is left below it."""
    form = Form(chance, chance.word("Pengeluaran", "Belanja", "Rincian"), "realisasi")
    form.titles("DAFTAR REALISASI BELANJA KEGIATAN", facts=[("Kegiatan", MENU[2]), ("Pagu", "Rp 90.000.000")])
    form.head(
        columns(
            chance,
            *(
                "nomor=No",
                "tanggal=Tanggal",
                "uraian=Uraian Belanja|Uraian",
                "penerima=Dibayarkan Kepada|Penerima",
            ),
            "realisasi=Jumlah (Rp)|Realisasi (Rp)|Nilai",
        )
    )
    paid = 0
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(4, 7)), 1):
        amount = chance.number(10, 90) * 50_000
        paid += amount
        form.row(
            True,
            nomor=n,
            tanggal=f"{13 + n} April 2023",
            uraian=name,
            penerima="Toko Contoh",
            realisasi=form.cash(amount),
        )
    form.row(uraian="Jumlah Realisasi", realisasi=form.cash(paid))
    form.row(uraian=chance.word("Sisa Pagu", "Sisa Anggaran"), realisasi=form.cash(90_000_000 - paid))
    return form.done(("uraian", "realisasi"), {"realisasi": paid})


def aid(chance: Chance) -> Made:
    """Who was given tools, and what they are worth."""
    form = Form(chance, chance.word("Penerima", "Bantuan"), "tidak dikenali/peserta")
    form.titles("DAFTAR PENERIMA BANTUAN PERALATAN IKM", "TAHUN 2023")
    form.head(
        columns(
            chance,
            *(
                "nomor=No",
                "nama=Nama Penerima",
                "alamat=Alamat",
                "jenis=Jenis Bantuan",
                "v=Jumlah",
                "n=Nilai (Rp)",
            ),
        )
    )
    for n, name in enumerate(("Sutarjo", "Endah", "Made Contoh", "Rini Contoh", "Budi Contoh"), 1):
        form.row(
            nomor=n,
            nama=name,
            alamat="Desa Contoh",
            jenis="Mesin jahit",
            v=1,
            n=form.cash(chance.number(3, 9) * 500_000),
        )
    return none(form)


def profit(chance: Chance) -> Made:
    """What a cooperative earned and spent."""
    form = Form(chance, chance.word("Laba Rugi", "SHU"), "tidak dikenali")
    form.titles("LAPORAN LABA RUGI KOPERASI CONTOH", "Per 31 Desember 2023")
    form.head(columns(chance, "nomor=No", "uraian=Keterangan", "a=2023", "b=2022"))
    amount = chance.number(20, 90) * 1_000_000
    for n, (text, part) in enumerate(
        (
            ("Penjualan", 10),
            ("Harga Pokok Penjualan", 6),
            ("Laba Kotor", 4),
            ("Beban Gaji", 2),
            ("Laba Bersih", 2),
        ),
        1,
    ):
        form.row(nomor=n, uraian=text, a=form.cash(amount * part // 10), b=form.cash(amount * part // 12))
    return none(form)


FORMS = (
    *(work_first, imprest, quarters_to_date, sent_and_paid, two_sources),
    *(daily_sums, programmes, one_month, aid, profit),
)
