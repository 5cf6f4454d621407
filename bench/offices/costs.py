"""Budgets by what they cost: per batch, per person, per journey, per day; notes between the lines."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS, SUBS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.budgets import groups, items, made, priced
from bench.offices.form import Form, columns
from bench.offices.joint import WHOLE
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def by_batch(chance: Chance) -> Made:
    """The amount of one batch, of the other, and of both."""
    form = Form(chance, chance.word("RAB", "Per Angkatan", "Sheet1"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA PELATIHAN", "2 (DUA) ANGKATAN")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Uraian", "volume=Vol", "satuan=Satuan", "harga=Harga Satuan"),
            *("a=Jumlah>Angkatan I", "b=Jumlah>Angkatan II", "jumlah=Jumlah>Total|Total Biaya"),
        )
    )
    sums = [0, 0]
    for n, item in enumerate(items(chance, chance.number(5, 8)), 1):
        name, unit, volume, price = item
        second = made(item) if chance.random.random() < 0.7 else 0
        sums = [sums[0] + made(item), sums[1] + second]
        form.row(
            True,
            nomor=n,
            uraian=name,
            volume=volume,
            satuan=unit,
            harga=form.cash(price),
            a=form.cash(made(item)),
            b=form.cash(second),
            jumlah=form.cash(made(item) + second),
        )
    form.row(uraian="Jumlah", a=form.cash(sums[0]), b=form.cash(sums[1]), jumlah=form.cash(sum(sums)))
    page, facts = form.done(("uraian",), {"jumlah": sum(sums)})
    return page, facts.model_copy(update={"findings": None})


def ceiling(chance: Chance) -> Made:
    """PPAS: ceilings of programmes before and after, how much more."""
    form = Form(chance, chance.word("PPAS", "Plafon", "KUA PPAS"), "rab/realisasi")
    form.titles("PRIORITAS DAN PLAFON ANGGARAN SEMENTARA PERUBAHAN", "TAHUN ANGGARAN 2023")
    form.head(
        columns(
            chance,
            *("kode=Kode", "uraian=Program/Kegiatan/Sub Kegiatan", "i=Indikator", "t=Target"),
            *(
                "lama=Plafon Sebelum Perubahan|Plafon Murni (Rp)",
                "pagu=Plafon Setelah Perubahan|Plafon Perubahan (Rp)",
            ),
            "beda=Bertambah/(Berkurang)",
        )
    )
    parts = [(c, n, chance.number(20, 200) * 1_000_000, chance.number(20, 200) * 1_000_000) for c, n in SUBS]
    old, new = sum(p[2] for p in parts), sum(p[3] for p in parts)
    form.row(
        kode="3.31.02",
        uraian="PROGRAM INDUSTRI",
        lama=form.cash(old),
        pagu=form.cash(new),
        beda=form.cash(new - old),
    )
    for code, name, was, now in parts:
        form.row(
            True,
            kode=code,
            uraian=name,
            i="Jumlah IKM",
            t="20 IKM",
            lama=form.cash(was),
            pagu=form.cash(now),
            beda=form.cash(now - was),
        )
    form.row(uraian="JUMLAH", lama=form.cash(old), pagu=form.cash(new), beda=form.cash(new - old))
    return form.done(("uraian",), {"pagu": new})


def unit_cost(chance: Chance) -> Made:
    """Batches × persons × cost of one."""
    form = Form(chance, chance.word("Unit Cost", "Rekap Biaya", "Biaya"), "rab")
    form.titles("PERHITUNGAN KEBUTUHAN BIAYA PELATIHAN", "TAHUN 2023")
    form.head(
        columns(
            chance,
            *(
                "nomor=No",
                "uraian=Jenis Pelatihan|Nama Pelatihan",
                "a=Jumlah Angkatan",
                "b=Peserta per Angkatan",
            ),
            *("harga=Biaya per Peserta (Rp)|Unit Cost", "jumlah=Total Biaya (Rp)|Jumlah Biaya"),
        )
    )
    whole = 0
    for n, name in enumerate(chance.random.sample(MENU, chance.number(4, 6)), 1):
        batches, people, cost = chance.number(1, 3), chance.one([20, 25, 30]), chance.number(8, 30) * 100_000
        whole += batches * people * cost
        form.row(
            True,
            nomor=n,
            uraian=name,
            a=batches,
            b=people,
            harga=form.cash(cost),
            jumlah=form.cash(batches * people * cost),
        )
    form.row(uraian="Jumlah", jumlah=form.cash(whole))
    return form.done(("jumlah",), {"jumlah": whole})


def with_notes(chance: Chance) -> Made:
    """Notes and empty rows among the lines, sums called by their letters."""
    form = Form(chance, chance.word("RAB", "Rincian Biaya", "RAB Final"), "rab")
    form.titles("RINCIAN ANGGARAN BIAYA (RAB)", "Kegiatan Pendampingan IKM")
    form.head(
        columns(
            chance,
            *(
                "nomor=NO",
                "uraian=URAIAN",
                "volume=VOL",
                "satuan=SAT",
                "harga=HARGA (Rp)",
                "jumlah=JUMLAH (Rp)",
            ),
            "ket=KETERANGAN",
        )
    )
    whole = 0
    letters = []
    for letter, (group, more) in zip("ABCD", groups(chance), strict=False):
        form.row(nomor=letter, uraian=group)
        letters.append(letter)
        part = 0
        for n, item in enumerate(more, 1):
            part += priced(form, item, nomor=n, ket=chance.word("", "", "sesuai SBU"))
            if chance.random.random() < 0.25:
                form.row(
                    uraian=chance.word(
                        "* termasuk ongkos kirim", "(untuk 20 orang peserta)", "Catatan: 1 paket 5 orang"
                    )
                )
        form.row(uraian=f"Jumlah {letter}", jumlah=form.cash(part))
        form.page.row += chance.number(0, 1)
        whole += part
    form.row(uraian=f"JUMLAH ({'+'.join(letters)})", jumlah=form.cash(whole))
    return form.done(WHOLE, {"jumlah": whole})


def travel(chance: Chance) -> Made:
    """Journeys: persons, days, daily allowance, transport, lodging, all of it."""
    form = Form(chance, chance.word("Perjadin", "Perjalanan", "RAB"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA PERJALANAN DINAS", "Studi Banding Sentra IKM")
    top = chance.word("Biaya (Rp)", "Komponen Biaya")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Tujuan|Uraian", "orang=Jml Orang", "hari=Jml Hari"),
            *(
                f"a={top}>Uang Harian",
                f"b={top}>Transport",
                f"c={top}>Penginapan",
                "jumlah=Jumlah|Total (Rp)",
            ),
        )
    )
    sums = [0, 0, 0]
    for n, name in enumerate(("Pekalongan", "Jepara", "Tasikmalaya", "Denpasar")[: chance.number(3, 4)], 1):
        people, days = chance.number(2, 6), chance.number(2, 4)
        parts = [
            people * days * 370_000,
            people * chance.number(4, 20) * 100_000,
            people * (days - 1) * 450_000,
        ]
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        form.row(
            True,
            nomor=n,
            uraian=f"Perjalanan ke {name}",
            orang=people,
            hari=days,
            jumlah=form.cash(sum(parts)),
            **dict(zip("abc", map(form.cash, parts), strict=True)),
        )
    form.row(
        uraian="JUMLAH", jumlah=form.cash(sum(sums)), **dict(zip("abc", map(form.cash, sums), strict=True))
    )
    return form.done(("jumlah",), {"jumlah": sum(sums)})


def total_first(chance: Chance) -> Made:
    """The total stands in the first row; no codes, no total below."""
    form = Form(chance, chance.word("Anggaran", "Belanja", "RAB"), "rab")
    form.titles("RINCIAN BELANJA KEGIATAN DAK NONFISIK", "TAHUN 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Uraian Belanja", "volume=Volume", "satuan=Satuan"),
            *("harga=Harga Satuan", "jumlah=Jumlah"),
        )
    )
    more = items(chance, chance.number(5, 9))
    form.row(uraian=chance.word("JUMLAH BELANJA", "TOTAL", "BELANJA"), jumlah=form.cash(sum(map(made, more))))
    whole = sum(priced(form, item, nomor=n) for n, item in enumerate(more, 1))
    return form.done(WHOLE, {"jumlah": whole})


def total_in_words(chance: Chance) -> Made:
    """The total is a sentence below the table."""
    form = Form(chance, chance.word("RAB", "Lampiran", "Biaya"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA", "Temu Kemitraan IKM")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Jenis Kebutuhan|Uraian", "volume=Banyaknya|Volume", "satuan=Satuan"),
            *("harga=Harga @|Harga Satuan", "jumlah=Jumlah"),
        )
    )
    whole = sum(priced(form, item, nomor=n) for n, item in enumerate(items(chance, 6), 1))
    text = f"{whole:,}".replace(",", ".")
    form.page.line({form.columns["nomor"].at: f"Jumlah seluruhnya : Rp {text},-"})
    return form.done(WHOLE, {"jumlah": whole})


def wages(chance: Chance) -> Made:
    """Days of work: persons × days × wage, material below."""
    form = Form(chance, chance.word("Upah", "HOK", "RAB"), "rab")
    form.titles("RAB SWAKELOLA REHABILITASI RUANG PRODUKSI", "TAHUN 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "uraian=Uraian", "orang=Org|Jumlah Tenaga", "hari=Hari|Lama (hari)"),
            *("volume=HOK|Volume", "harga=Upah/Hari|Harga Satuan", "jumlah=Jumlah (Rp)"),
        )
    )
    whole = 0
    form.row(nomor="A", uraian="UPAH")
    for n, name in enumerate(("Mandor", "Tukang", "Pekerja"), 1):
        people, days, wage = chance.number(1, 6), chance.number(5, 20), chance.number(9, 18) * 10_000
        whole += people * days * wage
        form.row(
            True,
            nomor=n,
            uraian=name,
            orang=people,
            hari=days,
            volume=people * days,
            harga=form.cash(wage),
            jumlah=form.cash(people * days * wage),
        )
    form.row(nomor="B", uraian="BAHAN")
    for n, item in enumerate(items(chance, 4), 1):
        whole += priced(form, item, nomor=n)
    form.row(uraian="JUMLAH A + B", jumlah=form.cash(whole))
    return form.done(("uraian", "harga", "jumlah"), {"jumlah": whole})


def by_account_text(chance: Chance) -> Made:
    """Account and what is bought in two columns; the account is told once."""
    form = Form(chance, chance.word("Belanja", "RAB", "Rincian"), "rab")
    form.titles("RINCIAN RENCANA BELANJA", "TAHUN 2023")
    form.head(
        columns(
            chance,
            *("nomor=No", "akun=Jenis Belanja|Akun Belanja", "uraian=Rincian|Uraian", "volume=Volume"),
            *("satuan=Satuan", "harga=Harga Satuan", "jumlah=Jumlah"),
        )
    )
    whole = 0
    for n, (_, name) in enumerate(chance.random.sample(ACCOUNTS, 3), 1):
        for k, item in enumerate(items(chance, chance.number(2, 3))):
            first = {"nomor": n, "akun": name} if k == 0 else {}
            whole += priced(form, item, **first)
    form.row(akun="JUMLAH", jumlah=form.cash(whole))
    return form.done(WHOLE, {"jumlah": whole})


FORMS = (
    *(by_batch, ceiling, unit_cost, with_notes, travel),
    *(total_first, total_in_words, wages, by_account_text),
)
