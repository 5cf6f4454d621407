"""Accounts that go on from period to period: weeks, quarters, months, instalments, the DAK form."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.form import Form, columns
from bench.offices.monitoring import PAID, plans, share, some
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def last_and_this(chance: Chance) -> Made:
    """Up to the last period, in this one, up to this one; money, then work."""
    form = Form(chance, chance.word("RFK", "Lap TW", "Laporan"), "realisasi")
    period = chance.one(["Triwulan", "Minggu", "Bulan", "TW"])
    form.titles(f"LAPORAN REALISASI {period.upper()}AN KEGIATAN", "TAHUN 2023")
    top = chance.word("Realisasi Keuangan (Rp)", "REALISASI KEUANGAN", "Keuangan")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Kegiatan|Sub Kegiatan", "pagu=Pagu Anggaran|Pagu (Rp)"),
            *(f"lalu={top}>s.d. {period} Lalu", f"ini={top}>{period} Ini"),
            *(f"realisasi={top}>s.d. {period} Ini", f"persen={top}>%"),
            *("f1=Fisik (%)>Lalu", "f2=Fisik (%)>Ini", "ket=Ket"),
        )
    )
    sums = [0, 0, 0]
    for n, (name, pagu) in enumerate(plans(chance), 1):
        before = some(chance, pagu) // 2
        now = some(chance, pagu) // 2
        sums = [a + b for a, b in zip(sums, (pagu, before, now), strict=True)]
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            lalu=form.cash(before),
            ini=form.cash(now),
            realisasi=form.cash(before + now),
            persen=share(before + now, pagu),
            f1=20,
            f2=40,
        )
    paid = sums[1] + sums[2]
    form.row(
        uraian="JUMLAH",
        pagu=form.cash(sums[0]),
        lalu=form.cash(sums[1]),
        ini=form.cash(sums[2]),
        realisasi=form.cash(paid),
        persen=share(paid, sums[0]),
    )
    return form.done(PAID, {"pagu": sums[0], "realisasi": paid})


def dak_form(chance: Chance) -> Made:
    """The form on DAK: what is planned, how it is done (swakelola, kontrak), what was reached."""
    form = Form(chance, chance.word("Laporan DAK", "DAK NF", "Sheet1"), "realisasi")
    form.titles("LAPORAN KEMAJUAN PELAKSANAAN DAK NONFISIK", "Triwulan II Tahun Anggaran 2023")
    plan, how, done = "Perencanaan Kegiatan", "Mekanisme Pelaksanaan", "Realisasi"
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Jenis Kegiatan|Bidang/Kegiatan"),
            *(
                f"v={plan}>Volume",
                f"s={plan}>Satuan",
                f"m={plan}>Penerima Manfaat",
                f"pagu={plan}>Pagu (Rp)|{plan}>Jumlah",
            ),
            *(f"a={how}>Swakelola (Rp)", f"b={how}>Kontrak (Rp)|{how}>Kontraktual (Rp)"),
            *(f"fisik={done}>Fisik (%)", f"realisasi={done}>Keuangan (Rp)", f"persen={done}>Keuangan (%)"),
            "kode=Kodefikasi Masalah|Masalah",
        )
    )
    whole = paid = own = 0
    for n, (name, pagu) in enumerate(plans(chance), 1):
        spent = some(chance, pagu)
        part = pagu * chance.one([0, 1, 2]) // 2
        whole, paid, own = whole + pagu, paid + spent, own + part
        form.row(
            True,
            nomor=n,
            uraian=name,
            v=chance.number(1, 40),
            s=chance.word("Paket", "Orang"),
            m=chance.number(10, 60),
            pagu=form.cash(pagu),
            a=form.cash(part),
            b=form.cash(pagu - part),
            fisik=min(100, int(share(spent, pagu)) + 4),
            realisasi=form.cash(spent),
            persen=share(spent, pagu),
            kode=chance.word("", "", "2", "7"),
        )
    form.row(
        uraian="TOTAL",
        pagu=form.cash(whole),
        a=form.cash(own),
        b=form.cash(whole - own),
        realisasi=form.cash(paid),
        persen=share(paid, whole),
    )
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


def months_below(chance: Chance) -> Made:
    """A register whose months follow each other, each with its sum and the sum so far."""
    form = Form(chance, chance.word("SP2D", "Register", "Rekap SP2D"), "realisasi")
    form.titles("REKAPITULASI SP2D YANG DITERBITKAN", "TAHUN ANGGARAN 2023")
    form.head(
        columns(
            chance,
            *(
                "nomor=No",
                "tanggal=Tanggal SP2D|Tgl",
                "bukti=No SP2D|Nomor SP2D",
                "uraian=Uraian|Untuk Keperluan",
            ),
            "realisasi=Jumlah (Rp)|Nilai SP2D",
        )
    )
    whole = number = 0
    for month, name in ((2, "Februari"), (3, "Maret"), (4, "April")):
        if chance.random.random() < 0.5:
            form.row(uraian=name.upper())
        part = 0
        for day, (_, text) in enumerate(chance.random.sample(ACCOUNTS, chance.number(2, 4)), 14):
            number += 1
            amount = chance.number(10, 90) * 100_000
            part += amount
            form.row(
                True,
                nomor=number,
                tanggal=f"{day}/{month:02d}/2023",
                bukti=f"{number:05d}/SP2D/LS/2023",
                uraian=f"Pembayaran {text}",
                realisasi=form.cash(amount),
            )
        whole += part
        form.row(uraian=f"Jumlah {name}", realisasi=form.cash(part))
        if month > 2 and chance.random.random() < 0.7:
            form.row(uraian=f"Jumlah s.d. {name}", realisasi=form.cash(whole))
    form.row(uraian=chance.word("TOTAL", "Jumlah Seluruhnya"), realisasi=form.cash(whole))
    return form.done(("uraian", "realisasi"), {"realisasi": whole})


def instalments(chance: Chance) -> Made:
    """Contracts and what was paid of them: advance, instalments, their sum, what is left."""
    form = Form(chance, chance.word("Kontrak", "Pembayaran", "Termin"), "realisasi")
    form.titles("REALISASI PEMBAYARAN KONTRAK", "TAHUN ANGGARAN 2023")
    top = chance.word("Pembayaran", "Realisasi Pembayaran (Rp)")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Nama Paket|Pekerjaan", "penyedia=Penyedia", "pagu=Nilai Kontrak|Pagu (Rp)"),
            *(
                f"um={top}>Uang Muka",
                f"t1={top}>Termin I",
                f"t2={top}>Termin II",
                f"realisasi={top}>Jumlah|{top}>Total",
            ),
            "sisa=Sisa Kontrak|Sisa",
        )
    )
    whole = paid = 0
    for n, (name, pagu) in enumerate(plans(chance), 1):
        parts = [pagu * 3 // 10, chance.one([0, pagu * 4 // 10]), 0]
        whole, paid = whole + pagu, paid + sum(parts)
        form.row(
            True,
            nomor=n,
            uraian=name,
            penyedia="CV Contoh Jaya",
            pagu=form.cash(pagu),
            um=form.cash(parts[0]),
            t1=form.cash(parts[1]),
            t2=form.cash(parts[2]),
            realisasi=form.cash(sum(parts)),
            sisa=form.cash(pagu - sum(parts)),
        )
    form.row(uraian="Jumlah", pagu=form.cash(whole), realisasi=form.cash(paid), sisa=form.cash(whole - paid))
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


def village_report(chance: Chance) -> Made:
    """LPJ of a village: numbered parts of revenue, spending, financing."""
    form = Form(chance, chance.word("LPJ", "APBDes", "Laporan"), "realisasi")
    form.titles("LAPORAN PERTANGGUNGJAWABAN REALISASI APB DESA", "SEMESTER PERTAMA TAHUN 2023")
    form.head(
        columns(
            chance,
            *(
                "kode=Kode|Kode Rek",
                "uraian=Uraian",
                "pagu=Anggaran (Rp)|Anggaran",
                "realisasi=Realisasi (Rp)|Realisasi",
            ),
            *("sisa=Lebih/(Kurang)|Sisa", "ket=Ket|Sumber Dana"),
        )
    )

    def row(code: str, text: str, pagu: int, done: int, line: bool = False) -> None:
        form.row(
            line,
            kode=code,
            uraian=text,
            pagu=form.cash(pagu),
            realisasi=form.cash(done),
            sisa=form.cash(pagu - done),
        )

    fields = chance.random.sample(("Pemerintahan Desa", "Pembangunan Desa", "Pembinaan", "Pemberdayaan"), 3)
    amounts = [[(p := chance.number(20, 90) * 1_000_000, some(chance, p)) for _ in range(2)] for _ in fields]
    spent = [sum(x[k] for more in amounts for x in more) for k in (0, 1)]
    income = spent[0] + 5_000_000
    row("4", "PENDAPATAN", income, income // 2)
    row("4.2", "Dana Desa", income, income // 2)
    row("5", "BELANJA", spent[0], spent[1])
    for n, (name, more) in enumerate(zip(fields, amounts, strict=True), 1):
        row(f"5.{n}", f"Bidang {name}", sum(p for p, _ in more), sum(d for _, d in more))
        for k, (pagu, done) in enumerate(more, 1):
            row(
                f"5.{n}.{k}",
                chance.word("Belanja Barang", "Belanja Modal", "Kegiatan Pelatihan"),
                pagu,
                done,
                line=True,
            )
    row("", "SURPLUS / DEFISIT", income - spent[0], income // 2 - spent[1])
    if chance.maybe("financing", 0.5):
        row("6", "PEMBIAYAAN", 3_000_000, 3_000_000)
        row("6.1", "SiLPA tahun sebelumnya", 3_000_000, 3_000_000)
    return form.done(PAID, {"pagu": spent[0], "realisasi": spent[1]})


def by_source(chance: Chance) -> Made:
    """Groups by source of money, their sums below them, shares between 0 and 1."""
    form = Form(chance, chance.word("Serapan", "Realisasi", "Per Sumber Dana"), "realisasi")
    form.titles("DAYA SERAP ANGGARAN MENURUT SUMBER DANA", "s.d. 30 Juni 2023")
    form.head(
        columns(
            chance,
            *(
                "nomor=No",
                "uraian=Sumber Dana / Sub Kegiatan|Uraian",
                "pagu=Pagu",
                "realisasi=Realisasi|Serapan (Rp)",
            ),
            *("persen=Persentase|% Serapan", "sisa=Sisa"),
        )
    )
    sums = [0, 0]
    for group in ("DAK Non Fisik", "DAU"):
        form.row(uraian=group)
        part = [0, 0]
        for n, (name, pagu) in enumerate(plans(chance)[:3], 1):
            done = some(chance, pagu)
            part = [part[0] + pagu, part[1] + done]
            form.row(
                True,
                nomor=n,
                uraian=name,
                pagu=form.cash(pagu),
                realisasi=form.cash(done),
                persen=round(done / pagu, 4),
                sisa=form.cash(pagu - done),
            )
        form.row(
            uraian=f"Jumlah {group}",
            pagu=form.cash(part[0]),
            realisasi=form.cash(part[1]),
            persen=round(part[1] / part[0], 4),
            sisa=form.cash(part[0] - part[1]),
        )
        sums = [sums[0] + part[0], sums[1] + part[1]]
    form.row(
        uraian="TOTAL",
        pagu=form.cash(sums[0]),
        realisasi=form.cash(sums[1]),
        persen=round(sums[1] / sums[0], 4),
        sisa=form.cash(sums[0] - sums[1]),
    )
    return form.done(PAID, {"pagu": sums[0], "realisasi": sums[1]})


def spj_by_activity(chance: Chance) -> Made:
    """What was accounted for, below each activity with its sum in the same row."""
    form = Form(chance, chance.word("SPJ", "Daftar SPJ", "Belanja"), "realisasi")
    form.titles(
        chance.word("DAFTAR PENGELUARAN BELANJA KEGIATAN", "REKAP SPJ PER KEGIATAN"), "Januari s.d. Juni 2023"
    )
    form.head(
        columns(
            chance,
            *(
                "nomor=No",
                "tanggal=Tgl|Tanggal",
                "bukti=Bukti|No. Bukti",
                "uraian=Kegiatan / Uraian Belanja|Uraian",
            ),
            "realisasi=Pengeluaran (Rp)|Jumlah Belanja|Realisasi",
        )
    )
    whole = 0
    number = 0
    for name in chance.random.sample(MENU, chance.number(2, 3)):
        parts = [(text, chance.number(4, 90) * 50_000) for _, text in chance.random.sample(ACCOUNTS, 3)]
        above = chance.random.random() < 0.5
        form.row(uraian=name, realisasi=form.cash(sum(a for _, a in parts)) if above else None)
        for text, amount in parts:
            number += 1
            whole += amount
            form.row(
                True,
                nomor=number,
                tanggal=f"{14 + number}/05/2023",
                bukti=f"{number:03d}",
                uraian=text,
                realisasi=form.cash(amount),
            )
        if not above:
            form.row(uraian="Sub jumlah", realisasi=form.cash(sum(a for _, a in parts)))
    form.row(uraian="Jumlah", realisasi=form.cash(whole))
    return form.done(("uraian", "realisasi"), {"realisasi": whole})


def rated(chance: Chance) -> Made:
    """Offices or activities by rank: realisation before pagu, a traffic light."""
    form = Form(chance, chance.word("Peringkat", "Rapor", "Serapan"), "realisasi")
    form.titles("PERINGKAT SERAPAN ANGGARAN KEGIATAN", "Per 30 Juni 2023")
    form.head(
        columns(
            chance,
            *(
                "nomor=Peringkat|No",
                "uraian=Sub Kegiatan|Kegiatan",
                "realisasi=Realisasi Anggaran|Realisasi (Rp)",
            ),
            *(
                "pagu=Pagu Anggaran|Anggaran",
                "persen=Capaian (%)|%",
                "sisa=Belum Terserap|Sisa",
                "warna=Status",
            ),
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
            realisasi=form.cash(done),
            pagu=form.cash(pagu),
            persen=share(done, pagu),
            sisa=form.cash(pagu - done),
            warna=chance.word("Hijau", "Merah"),
        )
    if chance.random.random() < 0.5:
        form.row(
            uraian="Jumlah", realisasi=form.cash(paid), pagu=form.cash(whole), sisa=form.cash(whole - paid)
        )
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


def code_in_cells(chance: Chance) -> Made:
    """LRA whose code stands in six cells, last year's realisation at the end."""
    form = Form(chance, chance.word("LRA", "Lampiran I", "LRA OPD"), "realisasi")
    form.titles("LAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA", "TAHUN ANGGARAN 2023")
    form.head(
        [
            ("k1", (chance.word("Kode", "Nomor Urut"),)),
            *((f"k{n}", ("",)) for n in range(2, 7)),
            *columns(
                chance,
                *(
                    "uraian=Uraian",
                    "pagu=Jumlah>Anggaran|Anggaran 2023",
                    "realisasi=Jumlah>Realisasi|Realisasi 2023",
                ),
                *("sisa=Bertambah/(Berkurang)>Rp|Selisih", "lalu=Realisasi 2022"),
            ),
        ]
    )

    def row(code: str, text: str, pagu: int, done: int, line: bool = False) -> None:
        parts = {f"k{n}": int(p) if len(p) < 3 else p for n, p in enumerate(code.split("."), 1) if p}
        form.row(
            line,
            **parts,
            uraian=text,
            pagu=form.cash(pagu),
            realisasi=form.cash(done),
            sisa=form.cash(pagu - done),
            lalu=form.cash(done // 2),
        )

    found = sorted(chance.random.sample(ACCOUNTS, chance.number(4, 6)))
    amounts = [(p := chance.number(20, 90) * 500_000, some(chance, p)) for _ in found]
    whole, paid = sum(p for p, _ in amounts), sum(d for _, d in amounts)
    for code, text in (
        ("5", "BELANJA DAERAH"),
        ("5.1", "BELANJA OPERASI"),
        ("5.1.02", "Belanja Barang dan Jasa"),
    ):
        row(code, text, whole, paid)
    for (code, text), (pagu, done) in zip(found, amounts, strict=True):
        row(code, text, pagu, done, line=True)
    if chance.random.random() < 0.5:
        row("", "JUMLAH BELANJA", whole, paid)
    return form.done(PAID[1:], {"pagu": whole, "realisasi": paid})


FORMS = (
    *(last_and_this, dak_form, months_below, instalments, village_report),
    *(by_source, spj_by_activity, rated, code_in_cells),
)
