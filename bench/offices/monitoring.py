"""Progress as offices watch it: weights, outputs, kinds of spending, plan over realisation, thousands."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS
from bench.layouts.page import Page
from bench.offices.accounts import MENU
from bench.offices.form import Form, columns
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]
PAID = ("uraian", "pagu", "realisasi")


def share(part: int, whole: int) -> float:
    """Per cent, two places."""
    return round(part / whole * 100, 2) if whole else 0


def some(chance: Chance, pagu: int) -> int:
    """What was paid of a pagu, whole thousands."""
    return pagu * chance.one([0, 15, 35, 50, 80, 95, 100]) // 100 // 1000 * 1000


def plans(chance: Chance) -> list[tuple[str, int]]:
    """Activities and their pagu."""
    return [
        (name, chance.number(20, 300) * 500_000) for name in chance.random.sample(MENU, chance.number(4, 7))
    ]


def weighted(chance: Chance) -> Made:
    """RFK of a dinas: weight, target and realisation in money and work, weighted, rest, problems."""
    form = Form(chance, chance.word("RFK", "Realisasi Juni", "Form RFK"), "realisasi")
    form.titles(
        chance.word("LAPORAN REALISASI FISIK DAN KEUANGAN", "LAPORAN PERKEMBANGAN PELAKSANAAN KEGIATAN"),
        "KEADAAN S/D BULAN JUNI 2023",
    )
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Program / Kegiatan / Sub Kegiatan|Nama Kegiatan",
            "pagu=Pagu Anggaran (Rp)|Pagu|DPA (Rp)",
            "bobot=Bobot (%)",
            "tk=Target>Keu (%)|Target>Keuangan (%)",
            "tf=Target>Fisik (%)",
            "realisasi=Realisasi>Keuangan>Rp|Realisasi>Keu>(Rp)",
            "rk=Realisasi>Keuangan>%",
            "fisik=Realisasi>Fisik (%)",
            "tb=Tertimbang>Keu|Tertimbang (%)",
            "sisa=Sisa Anggaran (Rp)|Sisa",
            "masalah=Permasalahan|Ket.",
        )
    )
    found = plans(chance)
    whole = sum(pagu for _, pagu in found)
    paid = 0
    for n, (name, pagu) in enumerate(found, 1):
        done = some(chance, pagu)
        paid += done
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            bobot=share(pagu, whole),
            tk=50,
            tf=60,
            realisasi=form.cash(done),
            rk=share(done, pagu),
            fisik=min(100, int(share(done, pagu)) + 5),
            tb=share(done, whole),
            sisa=form.cash(pagu - done),
            masalah=chance.word("", "", "Menunggu juknis"),
        )
    form.row(
        uraian=chance.word("JUMLAH", "Total"),
        pagu=form.cash(whole),
        bobot=100,
        realisasi=form.cash(paid),
        rk=share(paid, whole),
        sisa=form.cash(whole - paid),
    )
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


def with_output(chance: Chance) -> Made:
    """Target and realisation of what is counted, beside target and realisation of money."""
    form = Form(chance, chance.word("Capaian", "Monev", "Evaluasi"), "realisasi")
    form.titles(
        chance.word("EVALUASI PELAKSANAAN KEGIATAN DAK", "LAPORAN CAPAIAN KINERJA DAN ANGGARAN"), "TAHUN 2023"
    )
    out, money = chance.one([("Output", "Anggaran"), ("Kinerja", "Keuangan"), ("Fisik", "Anggaran (Rp)")])
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Kegiatan|Rincian Kegiatan|Sub Kegiatan",
            f"target={out}>Target",
            f"capaian={out}>Realisasi",
            f"satuan={out}>Satuan",
            f"po={out}>%",
            f"pagu={money}>Pagu|{money}>Target",
            f"realisasi={money}>Realisasi",
            f"pm={money}>%",
            "ket=Keterangan",
        )
    )
    whole = paid = 0
    for n, (name, pagu) in enumerate(plans(chance), 1):
        done = some(chance, pagu)
        goal = chance.number(2, 60)
        got = goal * chance.one([0, 50, 100]) // 100
        whole, paid = whole + pagu, paid + done
        form.row(
            True,
            nomor=n,
            uraian=name,
            target=goal,
            capaian=got,
            satuan=chance.word("Orang", "IKM", "Dokumen"),
            po=share(got, goal),
            pagu=form.cash(pagu),
            realisasi=form.cash(done),
            pm=share(done, pagu),
        )
    form.row(uraian="Jumlah", pagu=form.cash(whole), realisasi=form.cash(paid), pm=share(paid, whole))
    return form.done(PAID[1:], {"pagu": whole, "realisasi": paid})


def kinds_beside(chance: Chance) -> Made:
    """Pagu and realisation of each kind of spending side by side, their sum at the end."""
    form = Form(chance, chance.word("Jenis Belanja", "Rekap", "Penyerapan"), "realisasi")
    form.titles("REALISASI BELANJA MENURUT JENIS", "Per 30 Juni 2023")
    kinds = chance.one(
        [
            ("Belanja Pegawai", "Belanja Barang dan Jasa", "Belanja Modal"),
            ("Operasi", "Modal"),
            ("DAK", "DAU", "PAD"),
        ]
    )
    last = chance.word("Jumlah", "TOTAL", "Total Belanja")
    told = []
    for n, kind in enumerate((*kinds, last)):
        own = n == len(kinds)
        told += [
            f"{'pagu' if own else f'p{n}'}={kind}>Pagu|{kind}>Anggaran",
            f"{'realisasi' if own else f'r{n}'}={kind}>Realisasi",
            f"s{n}={kind}>%",
        ]
    form.head(columns(chance, "nomor=No", "uraian=Sub Kegiatan|Kegiatan|Perangkat Daerah", *told))
    sums = [[0, 0] for _ in (*kinds, last)]

    def row(line: bool, name: str, number: int | None, parts: list[list[int]]) -> None:
        values = {}
        for k, (pagu, done) in enumerate(parts):
            own = k == len(kinds)
            values |= {
                "pagu" if own else f"p{k}": form.cash(pagu),
                "realisasi" if own else f"r{k}": form.cash(done),
                f"s{k}": share(done, pagu),
            }
        form.row(line, nomor=number, uraian=name, **values)

    for n, (name, pagu) in enumerate(plans(chance), 1):
        parts = []
        for _ in kinds:
            some_pagu = pagu * chance.one([0, 1, 2, 3]) // 4
            parts.append([some_pagu, some(chance, some_pagu)])
        parts.append([sum(p for p, _ in parts), sum(r for _, r in parts)])
        sums = [[a + c, b + d] for (a, b), (c, d) in zip(sums, parts, strict=True)]
        row(True, name, n, parts)
    row(False, "JUMLAH", None, sums)
    page, facts = form.done(("uraian",), {"pagu": sums[-1][0], "realisasi": sums[-1][1]})
    return page, facts


def plan_over_paid(chance: Chance) -> Made:
    """Twelve months, two rows an activity: what was planned and what was paid."""
    form = Form(chance, chance.word("Kas", "Rencana vs Realisasi", "Penyerapan"), "realisasi")
    form.titles(
        chance.word("RENCANA DAN REALISASI PENARIKAN DANA", "TARGET DAN REALISASI KEUANGAN"), "TAHUN 2023"
    )
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Kegiatan|Sub Kegiatan",
            "pagu=Pagu|Pagu (Rp)",
            "apa=Uraian|R/R|Target/Realisasi",
            *(f"b{n}=Bulan>{name}" for n, name in enumerate(("Jan", "Feb", "Mar", "Apr", "Mei", "Jun"))),
            "jumlah=Jumlah",
        )
    )
    plan, real = chance.one([("Rencana", "Realisasi"), ("Target", "Realisasi"), ("T", "R")])
    whole = paid = 0
    for n, (name, pagu) in enumerate(plans(chance), 1):
        parts = [pagu // 6 // 1000 * 1000] * 5
        parts.append(pagu - sum(parts))
        done = [part if chance.random.random() < 0.5 else 0 for part in parts[:3]]
        whole, paid = whole + pagu, paid + sum(done)
        row = form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            apa=plan,
            jumlah=form.cash(pagu),
            **{f"b{k}": form.cash(part) for k, part in enumerate(parts)},
        )
        form.row(
            apa=real, jumlah=form.cash(sum(done)), **{f"b{k}": form.cash(part) for k, part in enumerate(done)}
        )
        if chance.random.random() < 0.5:
            at = form.columns["uraian"].at
            form.page.merges.append((row, at, row + 1, at))
    page, facts = form.done(("uraian", "pagu"), {"pagu": whole, "realisasi": (paid,)})
    return page, facts.model_copy(update={"rows": None})


def in_thousands(chance: Chance) -> Made:
    """LRA by account in thousands, as the line above the table or the heading says."""
    form = Form(chance, chance.word("LRA", "Realisasi", "Sheet1"), "realisasi")
    word, unit = chance.one([("ribuan", 1000), ("ribu", 1000), ("jutaan", 1_000_000)])
    above = chance.maybe("unit above the table", 0.6)
    form.titles(
        "LAPORAN REALISASI ANGGARAN BELANJA",
        "Per 30 Juni 2023",
        *([f"(dalam {word} rupiah)"] if above else []),
    )
    mark = "" if above else f" (dalam {word} Rp)"
    form.head(
        columns(
            chance,
            "kode=Kode Rekening",
            "uraian=Uraian",
            f"pagu=Anggaran{mark}",
            f"realisasi=Realisasi{mark}",
            "sisa=Lebih/(Kurang)|Sisa",
            "persen=%",
        )
    )
    form.money = "number"
    whole = paid = 0
    for code, name in sorted(chance.random.sample(ACCOUNTS, chance.number(4, 7))):
        pagu = chance.number(20, 900)
        done = pagu * chance.number(0, 9) // 10
        whole, paid = whole + pagu, paid + done
        form.row(
            True,
            kode=code,
            uraian=name,
            pagu=pagu,
            realisasi=done,
            sisa=pagu - done,
            persen=share(done, pagu),
        )
    form.row(
        uraian="JUMLAH BELANJA", pagu=whole, realisasi=paid, sisa=whole - paid, persen=share(paid, whole)
    )
    return form.done(PAID, {"pagu": whole * unit, "realisasi": paid * unit})


def so_far(chance: Chance) -> Made:
    """Each month's column is the sum up to that month; months to come are empty."""
    form = Form(chance, chance.word("Kumulatif", "Penyerapan", "Rekap"), "realisasi")
    form.titles("REKAPITULASI REALISASI KEUANGAN KUMULATIF", "TAHUN ANGGARAN 2023")
    names = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
    known = chance.number(3, 6)
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Sub Kegiatan|Uraian",
            "pagu=Pagu",
            *(
                f"{'realisasi' if n == known - 1 else f'b{n}'}=Realisasi s.d.>{name}"
                for n, name in enumerate(names[:known])
            ),
        )
    )
    whole = paid = 0
    sums = [0] * known
    for n, (name, pagu) in enumerate(plans(chance), 1):
        done, parts = 0, []
        for _ in range(known):
            done += pagu // 12 // 1000 * 1000 * chance.one([0, 1, 1])
            parts.append(done)
        whole, paid = whole + pagu, paid + done
        sums = [a + b for a, b in zip(sums, parts, strict=True)]
        form.row(
            True,
            nomor=n,
            uraian=name,
            pagu=form.cash(pagu),
            **{"realisasi" if k == known - 1 else f"b{k}": form.cash(part) for k, part in enumerate(parts)},
        )
    form.row(
        uraian="Jumlah",
        pagu=form.cash(whole),
        **{"realisasi" if k == known - 1 else f"b{k}": form.cash(part) for k, part in enumerate(sums)},
    )
    return form.done(PAID, {"pagu": whole, "realisasi": paid})


FORMS = (weighted, with_output, kinds_beside, plan_over_paid, in_thousands, so_far)
