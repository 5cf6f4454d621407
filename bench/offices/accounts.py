"""Accounts of spending as offices fill them in: DAK by quarter, kartu kendali, SPJ, BKU, RAK, RFK."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.layouts.payments import MONTHS, SHORT
from bench.offices.form import Form
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]
MENU = (
    "Pelatihan teknis pengembangan produk",
    "Fasilitasi sertifikasi halal",
    "Fasilitasi kunjungan lapangan",
    "Pendampingan tenaga ahli",
    "Promosi melalui media sosial",
    "Fasilitasi pendaftaran merek",
    "Pelatihan manajemen wirausaha",
)


def _spent(chance: Chance, pagu: int, parts: int) -> list[int]:
    """Some of an amount, in parts, the later ones perhaps not yet."""
    done = chance.number(1, parts)
    each = pagu // (parts + 1) // 1000 * 1000
    return [each if n < done and chance.random.random() < 0.85 else 0 for n in range(parts)]


def by_quarter(chance: Chance) -> Made:
    """The report on DAK: menu, pagu, four quarters or two stages, sum, rest, per cent."""
    form = Form(chance, chance.word("Realisasi", "Lap DAK", "Sheet1"), "realisasi")
    form.titles(
        chance.word(
            "LAPORAN REALISASI PENYERAPAN DAK NONFISIK",
            "LAPORAN PENGGUNAAN DANA PK2UMK",
            "REKAPITULASI REALISASI DANA DAK NON FISIK",
        ),
        "TAHUN ANGGARAN 2023",
    )
    stages = chance.one(
        [
            ("TW I", "TW II", "TW III", "TW IV"),
            ("Triwulan I", "Triwulan II"),
            ("Tahap I", "Tahap II"),
            ("Semester I", "Semester II"),
        ]
    )
    top = chance.word("Realisasi", "REALISASI PENYERAPAN", "Realisasi Keuangan (Rp)")
    form.head(
        [
            ("nomor", ("No",)),
            (
                "uraian",
                (chance.word("Menu Kegiatan", "Rincian Kegiatan", "Jenis Kegiatan", "Nama Kegiatan"),),
            ),
            ("pagu", (chance.word("Pagu", "Alokasi (Rp)", "Pagu Anggaran (Rp)", "Anggaran"),)),
            *((f"r{n}", (top, s)) for n, s in enumerate(stages)),
            ("realisasi", (top, chance.word("Jumlah", "Total", "Total Realisasi"))),
            ("sisa", (chance.word("Sisa", "Sisa Dana", "Sisa Pagu (Rp)"),)),
            ("persen", (chance.word("%", "Persentase", "Serapan (%)"),)),
        ],
        money=("pagu", "realisasi"),
    )
    sums = [0] * len(stages)
    whole = 0
    for n, name in enumerate(chance.random.sample(MENU, chance.number(3, 7)), 1):
        pagu = chance.number(20, 300) * 500_000
        parts = _spent(chance, pagu, len(stages))
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        whole += pagu
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            realisasi=form.cash(sum(parts)),
            sisa=form.cash(pagu - sum(parts)),
            persen=round(sum(parts) / pagu * 100, 2),
            **{f"r{k}": form.cash(p) for k, p in enumerate(parts)},
        )
    paid = sum(sums)
    form.row(
        uraian=chance.word("JUMLAH", "TOTAL", "Jumlah Total"),
        pagu=form.cash(whole),
        realisasi=form.cash(paid),
        sisa=form.cash(whole - paid),
        persen=round(paid / whole * 100, 2),
        **{f"r{k}": form.cash(p) for k, p in enumerate(sums)},
    )
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def control_card(chance: Chance) -> Made:
    """Kartu kendali: what went through LS, UP/GU and TU."""
    form = Form(chance, chance.word("Kartu Kendali", "Kendali", "Sheet2"), "realisasi")
    form.titles(
        "KARTU KENDALI KEGIATAN",
        "TAHUN ANGGARAN 2023",
        facts=[("Nama Kegiatan", "Pemberdayaan Industri"), ("PPTK", "Sutarjo Wibisono")],
    )
    top = chance.word("Realisasi Kegiatan", "Realisasi", "REALISASI ANGGARAN (SP2D/SPJ)")
    form.head(
        [
            ("kode", ("Kode Rekening",)),
            ("uraian", (chance.word("Uraian", "Uraian Belanja"),)),
            ("pagu", (chance.word("Pagu Anggaran", "Anggaran", "Jumlah Anggaran"),)),
            ("r0", (top, "LS")),
            ("r1", (top, "UP/GU")),
            ("r2", (top, "TU")),
            ("realisasi", (top, chance.word("Jumlah", "Total", "Jumlah (4+5+6)"))),
            ("sisa", (chance.word("Sisa Pagu", "Sisa Anggaran"),)),
        ],
        money=("pagu", "realisasi"),
    )
    sums, whole = [0, 0, 0], 0
    for code, name in chance.random.sample(ACCOUNTS, chance.number(3, 7)):
        pagu = chance.number(20, 300) * 250_000
        parts = _spent(chance, pagu, 3)
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        whole += pagu
        form.row(
            True,
            kode=code,
            uraian=name,
            pagu=form.cash(pagu),
            realisasi=form.cash(sum(parts)),
            sisa=form.cash(pagu - sum(parts)),
            **{f"r{k}": form.cash(p) for k, p in enumerate(parts)},
        )
    paid = sum(sums)
    form.row(
        uraian=chance.word("JUMLAH", "Jumlah"),
        pagu=form.cash(whole),
        realisasi=form.cash(paid),
        sisa=form.cash(whole - paid),
        **{f"r{k}": form.cash(p) for k, p in enumerate(sums)},
    )
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def functional(chance: Chance) -> Made:
    """SPJ fungsional: three kinds of payment, each last month, this month, to date; their sum; the rest."""
    form = Form(chance, chance.word("SPJ Fungsional", "FUNGSIONAL", "Juni"), "realisasi")
    form.titles(
        "LAPORAN PERTANGGUNGJAWABAN BENDAHARA PENGELUARAN", "(SPJ BELANJA - FUNGSIONAL)", "Bulan : Juni 2023"
    )
    blocks = (
        ("SPJ-LS Gaji", "SPJ-LS Barang & Jasa", "SPJ UP/GU/TU")
        if chance.random.random() < 0.6
        else ("SPJ-LS Barang & Jasa", "SPJ UP/GU/TU")
    )
    periods = chance.one(
        [("s.d. Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini"), ("S/D Bulan lalu", "Bulan ini", "S/D Bulan ini")]
    )
    form.head(
        [
            ("kode", ("Kode Rekening",)),
            ("uraian", ("Uraian",)),
            ("pagu", (chance.word("Jumlah Anggaran", "Pagu", "Jumlah Anggaran (DPA-SKPD)"),)),
            *(
                (f"r{b}{p}", (block, period))
                for b, block in enumerate(blocks)
                for p, period in enumerate(periods)
            ),
            (
                "realisasi",
                (chance.word("Jumlah SPJ (LS+UP/GU/TU) s.d. Bulan Ini", "Jumlah SPJ s.d. Bulan Ini"),),
            ),
            ("sisa", ("Sisa Pagu Anggaran",)),
        ]
    )
    whole = paid = 0
    sums: dict[str, int] = {}
    for code, name in chance.random.sample(ACCOUNTS, chance.number(3, 7)):
        pagu = chance.number(20, 300) * 250_000
        values: dict[str, int] = {}
        own = 0
        for b in range(len(blocks)):
            last, this = (0, 0) if blocks[b] == "SPJ-LS Gaji" else tuple(_spent(chance, pagu // 2, 2))
            values |= {f"r{b}0": last, f"r{b}1": this, f"r{b}2": last + this}
            own += last + this
        values |= {"pagu": pagu, "realisasi": own, "sisa": pagu - own}
        for role, value in values.items():
            sums[role] = sums.get(role, 0) + value
        whole, paid = whole + pagu, paid + own
        form.row(True, kode=code, uraian=name, **{role: form.cash(v) for role, v in values.items()})
    form.row(uraian="JUMLAH", **{role: form.cash(v) for role, v in sums.items()})
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def cash_book(chance: Chance) -> Made:
    """BKU: receipts, payments, taxes taken and handed on, cash moved, the sums of months below."""
    form = Form(chance, chance.word("BKU", "Juni", "BKU Juni"), "realisasi")
    form.titles(
        "BUKU KAS UMUM",
        chance.word("BENDAHARA PENGELUARAN", "BENDAHARA PENGELUARAN PEMBANTU"),
        "Bulan Juni 2023",
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("tanggal", ("Tanggal",)),
            ("uraian", ("Uraian",)),
            *([("kode", ("Kode Rekening",))] if chance.random.random() < 0.6 else []),
            ("terima", (chance.word("Penerimaan", "Penerimaan (Rp)", "Debet", "Debit"),)),
            ("realisasi", ("Pengeluaran" if chance.random.random() < 0.6 else "Kredit",)),
            ("saldo", ("Saldo",)),
        ],
        money=("terima", "realisasi", "saldo"),
    )
    saldo, paid, number = 0, 0, 0
    received = gone = 0

    def entry(day: int, text: str, terima: int, keluar: int, code: str = "", line: bool = False) -> None:
        nonlocal saldo, number, received, gone
        saldo += terima - keluar
        received, gone = received + terima, gone + keluar
        number += 1
        form.row(
            line,
            nomor=number,
            tanggal=f"{day:02d}/06/2023",
            uraian=text,
            kode=code or None,
            terima=form.cash(terima),
            realisasi=form.cash(keluar),
            saldo=form.cash(saldo),
        )

    if chance.maybe("opening balance", 0.4):
        saldo = 2_000_000
        form.row(uraian=chance.word("Saldo bulan lalu", "Saldo awal"), saldo=form.cash(saldo))
    entry(
        1,
        chance.word("Terima SP2D GU No. 0112/SP2D/2023", "Diterima UP dari Kas Daerah", "Penerimaan SP2D TU"),
        80_000_000,
        0,
    )
    if chance.maybe("cash moved", 0.4):
        entry(2, "Pergeseran uang dari bank ke kas tunai", 0, 20_000_000)
        entry(2, "Pergeseran uang dari bank ke kas tunai", 20_000_000, 0)
    for day, (code, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(3, 6)), 4):
        amount = chance.number(10, 90) * 50_000
        entry(
            day,
            f"Dibayar {name.lower()}" if chance.random.random() < 0.5 else name,
            0,
            amount,
            code,
            line=True,
        )
        paid += amount
        if chance.random.random() < 0.5:
            tax = amount // 50
            kind = chance.word("PPh Pasal 21", "PPh 23", "PPN")
            entry(day, chance.word(f"Pungut {kind}", f"Diterima {kind}", f"Terima {kind}"), tax, 0)
            entry(day, chance.word(f"Setor {kind}", f"Disetor {kind}"), 0, tax)
    form.row(
        uraian=chance.word("Jumlah", "Jumlah bulan ini"),
        terima=form.cash(received),
        realisasi=form.cash(gone),
        saldo=form.cash(saldo),
    )
    return form.done(["uraian", "realisasi"], {"realisasi": paid})


def transfers(chance: Chance) -> Made:
    """Register of SP2D: gross, what is kept back, net."""
    form = Form(chance, chance.word("Register SP2D", "SP2D", "Sheet1"), "realisasi")
    form.titles(
        chance.word("REGISTER SP2D", "DAFTAR SP2D YANG TELAH DITERBITKAN", "REKAP SP2D TAHUN 2023"),
        "Tahun Anggaran 2023",
    )
    form.head(
        [
            ("nomor", ("No",)),
            ("tanggal", (chance.word("Tanggal", "Tgl SP2D", "Tanggal SP2D"),)),
            ("bukti", (chance.word("Nomor SP2D", "No. SP2D"),)),
            ("jenis", (chance.word("Jenis", "Jenis SPM", "LS/GU/TU"),)),
            ("uraian", (chance.word("Uraian", "Keperluan", "Uraian Belanja"),)),
            *([("penerima", ("Penerima",))] if chance.random.random() < 0.4 else []),
            ("realisasi", (chance.word("Nilai SP2D", "Jumlah Kotor", "Nilai Bruto", "Nilai (Rp)"),)),
            *(
                [("pot", ("Potongan",)), ("neto", (chance.word("Jumlah Bersih", "Netto"),))]
                if chance.random.random() < 0.5
                else []
            ),
        ],
        money=("realisasi",),
    )
    paid = kept = 0
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, chance.number(3, 7)), 1):
        amount = chance.number(10, 90) * 200_000
        tax = amount // 50
        paid, kept = paid + amount, kept + tax
        form.row(
            True,
            nomor=n,
            tanggal=f"{n + 3:02d}-0{chance.number(2, 6)}-2023",
            bukti=f"{n:05d}/SP2D/LS/2023",
            jenis="LS",
            uraian=f"Pembayaran {name}",
            penerima="CV Contoh Jaya",
            realisasi=form.cash(amount),
            pot=form.cash(tax),
            neto=form.cash(amount - tax),
        )
    form.row(
        uraian=chance.word("JUMLAH", "Total"),
        realisasi=form.cash(paid),
        pot=form.cash(kept),
        neto=form.cash(paid - kept),
    )
    return form.done(["uraian", "realisasi"], {"realisasi": paid})


def cash_plan(chance: Chance) -> Made:
    """Anggaran kas: twelve months, perhaps with the quarter behind each three."""
    form = Form(chance, chance.word("RAK", "Anggaran Kas", "Angkas"), "realisasi")
    form.titles(
        chance.word("RENCANA ANGGARAN KAS", "ANGGARAN KAS BELANJA", "RENCANA PENARIKAN DANA"),
        "TAHUN ANGGARAN 2023",
    )
    names = chance.one([MONTHS, SHORT])
    quarters = chance.maybe("quarters between", 0.4)
    top = chance.word("Rencana Penarikan", "BULAN", "Anggaran Kas")
    deep = chance.random.random() < 0.6
    months: list[tuple[str, tuple[str, ...]]] = []
    for n, name in enumerate(names):
        months.append((f"m{n}", (top, name) if deep else (name,)))
        if quarters and n % 3 == 2:
            label = chance.word("Jumlah TW", "Triwulan", "Jml TW") + f" {('I', 'II', 'III', 'IV')[n // 3]}"
            months.append((f"q{n // 3}", (top, label) if deep else (label,)))
    form.head(
        [
            ("kode", ("Kode Rekening",)),
            ("uraian", ("Uraian",)),
            ("pagu", (chance.word("Anggaran", "Pagu", "Jumlah Anggaran"),)),
            *months,
        ]
    )
    whole = 0
    sums: dict[str, int] = {}
    for code, name in chance.random.sample(ACCOUNTS, chance.number(3, 6)):
        parts = [chance.number(0, 9) * 500_000 if chance.random.random() < 0.7 else 0 for _ in range(12)]
        parts[5] += 1_000_000
        values = (
            {f"m{n}": p for n, p in enumerate(parts)}
            | {f"q{q}": sum(parts[3 * q : 3 * q + 3]) for q in range(4)}
            | {"pagu": sum(parts)}
        )
        for role, value in values.items():
            sums[role] = sums.get(role, 0) + value
        whole += sum(parts)
        form.row(True, kode=code, uraian=name, **{role: form.cash(v) for role, v in values.items()})
    form.row(uraian="JUMLAH", **{role: form.cash(v) for role, v in sums.items()})
    return form.done(["uraian", "pagu"], {"pagu": whole})


def progress(chance: Chance) -> Made:
    """RFK: physical and financial, target and done, in months or to date."""
    form = Form(chance, chance.word("RFK", "Laporan RFK", "Juni"), "realisasi")
    form.titles(
        chance.word(
            "LAPORAN REALISASI FISIK DAN KEUANGAN",
            "LAPORAN KEMAJUAN PELAKSANAAN KEGIATAN",
            "RFK BULAN JUNI 2023",
        )
    )
    way = chance.habit("RFK", "target", "months", "money beside")
    pagu = ("pagu", (chance.word("Pagu", "Pagu Anggaran (Rp)", "Pagu DPA"),))
    if way == "target":
        middle = [
            ("tk", ("Target", "Keu (%)")),
            ("tf", ("Target", "Fisik (%)")),
            ("realisasi", ("Realisasi", "Keu (Rp)")),
            ("persen", ("Realisasi", "Keu (%)")),
            ("fisik", ("Realisasi", "Fisik (%)")),
        ]
    elif way == "months":
        periods = ("Bulan Lalu", "Bulan Ini", "s.d. Bulan Ini")
        middle = [
            (f"{k}{p}" if p < 2 else {"k": "realisasi", "f": "fisik"}[k], (period, name))
            for p, period in enumerate(periods)
            for k, name in (("k", "Keuangan (Rp)"), ("f", "Fisik (%)"))
        ]
    else:
        middle = [
            ("realisasi", ("Realisasi Keuangan", "Rp")),
            ("persen", ("Realisasi Keuangan", "%")),
            ("fisik", ("Realisasi Fisik", "%")),
        ]
    form.head(
        [
            ("nomor", ("No",)),
            ("uraian", (chance.word("Program/Kegiatan/Sub Kegiatan", "Uraian", "Nama Paket/Kegiatan"),)),
            pagu,
            *middle,
            ("sisa", ("Sisa Anggaran",)),
            ("ket", (chance.word("Permasalahan", "Keterangan", "Kendala"),)),
        ],
        money=("pagu",),
    )
    whole = paid = 0
    sums: dict[str, int] = {}
    for n, name in enumerate(chance.random.sample(MENU, chance.number(3, 7)), 1):
        amount = chance.number(20, 300) * 500_000
        last, this = _spent(chance, amount, 2)
        values = {
            "pagu": amount,
            "realisasi": last + this,
            "k0": last,
            "k1": this,
            "sisa": amount - last - this,
        }
        for role, value in values.items():
            sums[role] = sums.get(role, 0) + value
        share = round((last + this) / amount * 100, 2)
        whole, paid = whole + amount, paid + last + this
        form.row(
            True,
            nomor=n,
            uraian=name,
            tk=50,
            tf=55,
            persen=share,
            fisik=min(100, share + 10),
            f0=round(share / 2, 1),
            f1=round(share / 2, 1),
            **{role: form.cash(v) for role, v in values.items()},
        )
    form.row(
        uraian=chance.word("JUMLAH", "TOTAL"),
        persen=round(paid / whole * 100, 2),
        **{role: form.cash(v) for role, v in sums.items()},
    )
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})


def half_year(chance: Chance) -> Made:
    """LRA of a semester: to date, the forecast of what follows."""
    form = Form(chance, chance.word("LRA", "Semester I", "Prognosis"), "realisasi")
    form.titles(
        "LAPORAN REALISASI SEMESTER PERTAMA APBD",
        "DAN PROGNOSIS 6 (ENAM) BULAN BERIKUTNYA",
        "TAHUN ANGGARAN 2023",
    )
    form.head(
        [
            ("nomor", (chance.word("Nomor Urut", "Kode"),)),
            ("uraian", ("Uraian",)),
            ("pagu", (chance.word("Jumlah Anggaran", "Anggaran 2023"),)),
            ("realisasi", (chance.word("Realisasi Semester Pertama", "Realisasi s.d. Semester I"),)),
            ("sisa", ("Sisa Anggaran s.d. Semester Pertama",)),
            ("prognosis", ("Prognosis",)),
            ("ket", ("Ket.",)),
        ],
        money=("pagu", "realisasi"),
    )
    accounts = sorted(chance.random.sample(ACCOUNTS, chance.number(3, 7)))
    lines = [(code, name, chance.number(20, 300) * 250_000) for code, name in accounts]
    done = [sum(_spent(chance, p, 2)) for _, _, p in lines]
    whole, paid = sum(p for _, _, p in lines), sum(done)

    def shown(a: int, r: int) -> dict[str, object]:
        return {
            "pagu": form.cash(a),
            "realisasi": form.cash(r),
            "sisa": form.cash(a - r),
            "prognosis": form.cash((a - r) * 9 // 10),
        }

    form.row(nomor="5", uraian="BELANJA DAERAH", **shown(whole, paid))  # type: ignore[arg-type]
    form.row(nomor="5.1", uraian="BELANJA OPERASI", **shown(whole, paid))  # type: ignore[arg-type]
    for (code, name, amount), r in zip(lines, done, strict=True):
        form.row(True, nomor=code, uraian=name, **shown(amount, r))  # type: ignore[arg-type]
    form.row(uraian="JUMLAH BELANJA", **shown(whole, paid))  # type: ignore[arg-type]
    return form.done(["uraian", "pagu", "realisasi"], {"pagu": whole, "realisasi": paid})
