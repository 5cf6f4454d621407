"""Budgets of planning offices: RKA and DPA of SIPD and SIMDA, changes, village RAB, carried pages."""

from __future__ import annotations

from bench.layouts.chance import Chance
from bench.layouts.content import ACCOUNTS, PARENTS, SUBS
from bench.layouts.page import Page
from bench.offices.budgets import groups, items, made, priced
from bench.offices.form import Form, columns
from bench.reading.facts import SheetFacts

Made = tuple[Page, SheetFacts]


def tree(
    chance: Chance, least: int = 3, most: int = 6
) -> list[tuple[str, str, list[tuple[str, str, int, int]]]]:
    """Accounts in order of their codes, each with what is bought under it."""
    taken = sorted(chance.random.sample(ACCOUNTS, chance.number(least, most)))
    return [(code, name, items(chance, chance.number(1, 3))) for code, name in taken]


def parents(code: str, told: set[str]) -> list[tuple[str, str]]:
    """The headings above an account that were not told yet."""
    parts = code.split(".")
    above = [".".join(parts[:n]) for n in range(2, len(parts))]
    new = [(one, PARENTS[one]) for one in above if one in PARENTS and one not in told]
    told.update(one for one, _ in new)
    return new


def worth(found: list[tuple[str, str, list[tuple[str, str, int, int]]]], prefix: str = "") -> int:
    """What stands under a code."""
    return sum(made(item) for code, _, more in found if code.startswith(prefix) for item in more)


def sipd_details(chance: Chance) -> Made:
    """DPA rincian belanja as SIPD prints it: codes, [#] packages, [-] notes, koefisien in words."""
    form = Form(chance, chance.word("DPA", "Rincian Belanja", "Sheet1"), "rab")
    form.titles(
        "DOKUMEN PELAKSANAAN ANGGARAN",
        chance.word("DPA-RINCIAN BELANJA SKPD", "RINCIAN BELANJA SATUAN KERJA PERANGKAT DAERAH"),
        "Tahun Anggaran 2023",
        facts=[
            ("Sub Kegiatan", " ".join(SUBS[0])),
            ("Sumber Pendanaan", "DAK Non Fisik"),
            ("Lokasi", "Kab. Contoh"),
        ],
    )
    top = chance.word("Rincian Perhitungan", "RINCIAN PERHITUNGAN")
    form.head(
        columns(
            chance,
            "kode=Kode Rekening",
            "uraian=Uraian",
            f"volume={top}>Koefisien|{top}>Koefisien / Volume",
            f"satuan={top}>Satuan",
            f"harga={top}>Harga|{top}>Harga Satuan",
            f"ppn={top}>PPN",
            "jumlah=Jumlah (Rp)|Jumlah",
        )
    )
    found = tree(chance)
    told: set[str] = set()
    for code, name, more in found:
        for above, text in parents(code, told):
            form.row(kode=above, uraian=text, jumlah=form.cash(worth(found, above + ".")))
        whole = sum(map(made, more))
        form.row(kode=code, uraian=name, jumlah=form.cash(whole))
        form.row(
            uraian="[#] " + chance.word("Kegiatan pelatihan", "Belanja pelatihan"), jumlah=form.cash(whole)
        )
        if chance.random.random() < 0.5:
            form.row(uraian="[-] " + chance.word("Peserta 30 orang", "Sentra batik"), jumlah=form.cash(whole))
        for item, unit, volume, price in more:
            form.row(
                True,
                uraian=f"{item}\nSpesifikasi : -",
                volume=f"{volume} {unit}",
                satuan=unit,
                harga=form.cash(price),
                ppn=0,
                jumlah=form.cash(volume * price),
            )
    form.row(uraian=chance.word("Jumlah Anggaran Sub Kegiatan :", "Jumlah"), jumlah=form.cash(worth(found)))
    return form.done(["uraian", "harga", "jumlah"], {"jumlah": worth(found)})


def shifted(chance: Chance) -> Made:
    """A pergeseran: before, after, and by how much in rupiah and per cent."""
    form = Form(chance, chance.word("Pergeseran", "DPPA", "RKAP"), "rab")
    form.titles(chance.word("RINCIAN PERGESERAN ANGGARAN", "RKA PERUBAHAN SKPD"), "Tahun Anggaran 2023")
    old, new = chance.one(
        [("Sebelum Pergeseran", "Setelah Pergeseran"), ("SEBELUM", "SESUDAH"), ("Semula", "Menjadi")]
    )
    change = chance.word("Bertambah/(Berkurang)", "Bertambah / Berkurang", "Selisih")
    form.head(
        columns(
            chance,
            "kode=Kode Rekening|Kode",
            "uraian=Uraian",
            *(
                one
                for top, mark in ((old, "1"), (new, ""))
                for one in (
                    f"{'v1' if mark else 'volume'}={top}>Koefisien",
                    f"{'s' + mark}={top}>Satuan",
                    f"{'h1' if mark else 'harga'}={top}>Harga",
                    f"{'j1' if mark else 'jumlah'}={top}>Jumlah",
                )
            ),
            f"beda={change}>Rp",
            f"persen={change}>%",
        )
    )
    found = tree(chance)
    kept = {
        id(item): chance.one([item[2], item[2], max(1, item[2] // 2), 0]) for _, _, m in found for item in m
    }

    def before(prefix: str) -> int:
        return sum(kept[id(i)] * i[3] for code, _, m in found if code.startswith(prefix) for i in m)

    def heading(code: str, text: str, prefix: str) -> None:
        was, now = before(prefix), worth(found, prefix)
        form.row(
            kode=code,
            uraian=text,
            j1=form.cash(was),
            jumlah=form.cash(now),
            beda=form.cash(now - was),
            persen=round((now - was) / was * 100, 2) if was else 0,
        )

    told: set[str] = set()
    for code, name, more in found:
        for above, text in parents(code, told):
            heading(above, text, above + ".")
        heading(code, name, code)
        for item in more:
            text, unit, volume, price = item
            was = kept[id(item)]
            form.row(
                True,
                uraian=text,
                v1=f"{was} {unit}",
                s1=unit,
                h1=form.cash(price),
                j1=form.cash(was * price),
                volume=f"{volume} {unit}",
                s=unit,
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
                beda=form.cash((volume - was) * price),
            )
    heading("", chance.word("JUMLAH", "Jumlah Belanja"), "")
    return form.done(["uraian", "harga", "jumlah"], {"jumlah": worth(found)})


def simda(chance: Chance) -> Made:
    """RKA 2.2.1: a code over five narrow columns, numbered columns, withdrawals by quarter below."""
    form = Form(chance, chance.word("RKA 2.2.1", "221", "RKA"), "rab")
    form.titles(
        "RENCANA KERJA DAN ANGGARAN",
        "RINCIAN ANGGARAN BELANJA LANGSUNG",
        facts=[
            ("Program", "Pengembangan Industri Kecil"),
            ("Lokasi", "Kab. Contoh"),
            ("Jumlah Tahun n", "Rp 1"),
        ][:2],
    )
    top = chance.word("Rincian Perhitungan", "RINCIAN PENGHITUNGAN")
    form.head(
        [
            ("k1", (chance.word("Kode Rekening", "KODE REKENING"),)),
            *((f"k{n}", ("",)) for n in range(2, 6)),
            *columns(
                chance,
                "uraian=Uraian",
                f"volume={top}>Volume",
                f"satuan={top}>Satuan",
                f"harga={top}>Harga satuan|{top}>Harga Satuan (Rp)",
                "jumlah=Jumlah (Rp)|Jumlah",
            ),
        ]
    )
    found = tree(chance)
    told: set[str] = set()

    def coded(code: str) -> dict[str, str]:
        return {f"k{n}": part for n, part in enumerate(code.split(".")[:5], 1)}

    form.row(k1="5", uraian="BELANJA", jumlah=form.cash(worth(found)))
    for code, name, more in found:
        short = ".".join(code.split(".")[:4]) + "." + code.split(".")[5][-2:]
        for above, text in parents(code, told):
            if above.count(".") < 4:
                form.row(**coded(above), uraian=text, jumlah=form.cash(worth(found, above + ".")))
        form.row(**coded(short), uraian=name, jumlah=form.cash(sum(map(made, more))))
        for item, unit, volume, price in more:
            form.row(
                True,
                uraian=f"- {item}",
                volume=volume,
                satuan=unit,
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
            )
    form.row(uraian="Jumlah", jumlah=form.cash(worth(found)))
    page = form.page
    page.row += chance.number(0, 1)
    page.line({1: "Rencana Penarikan Dana per Triwulan"})
    quarter = worth(found) // 4
    for name in ("I", "II", "III"):
        page.line({1: f"Triwulan {name}", form.columns["uraian"].at: form.cash(quarter)})
    page.line({1: "Triwulan IV", form.columns["uraian"].at: form.cash(worth(found) - 3 * quarter)})
    page.line({1: "Jumlah", form.columns["uraian"].at: form.cash(worth(found))})
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": worth(found)})


def siskeudes(chance: Chance) -> Made:
    """Village RAB: volume and unit in one cell, the source of each line."""
    form = Form(chance, chance.word("RAB", "RAB Desa", "Sheet1"), "rab")
    form.titles(
        "RENCANA ANGGARAN BIAYA",
        "PEMERINTAH DESA CONTOH TAHUN ANGGARAN 2023",
        facts=[("Bidang", "Pemberdayaan Masyarakat"), ("Kegiatan", "Pelatihan UMKM"), ("Output", "1 Paket")],
    )
    form.head(
        columns(
            chance,
            "kode=KODE|No.",
            "uraian=URAIAN",
            "volume=ANGGARAN>VOLUME",
            "harga=ANGGARAN>HARGA SATUAN",
            "jumlah=ANGGARAN>JUMLAH",
            "dana=SUMBER DANA|Sumber",
        )
    )
    whole = 0
    told = groups(chance)
    form.row(kode="5.", uraian="BELANJA", jumlah=form.cash(sum(made(i) for _, m in told for i in m)))
    for n, (name, more) in enumerate(told, 1):
        form.row(kode=f"5.2.{n}.", uraian=name, jumlah=form.cash(sum(map(made, more))))
        for k, (item, unit, volume, price) in enumerate(more, 1):
            whole += volume * price
            form.row(
                True,
                kode=f"{k:02d}.",
                uraian=item,
                volume=f"{volume} {unit}",
                harga=form.cash(price),
                jumlah=form.cash(volume * price),
                dana=chance.word("DDS", "ADD", "PBH"),
            )
    form.row(uraian="JUMLAH (Rp)", jumlah=form.cash(whole))
    return form.done(["uraian", "harga", "jumlah"], {"jumlah": whole})


def carried(chance: Chance) -> Made:
    """A RAB in printed pages: the amount is carried over, the headings stand again on each page."""
    form = Form(chance, chance.word("RAB", "Rincian", "RKA"), "rab")
    form.titles(chance.word("RENCANA ANGGARAN BIAYA (RAB)", "RINCIAN KEBUTUHAN BIAYA"), "Tahun 2023")
    form.head(
        columns(
            chance,
            "nomor=No",
            "uraian=Uraian Pekerjaan|Uraian|Jenis Kebutuhan",
            "volume=Vol.|Volume",
            "satuan=Sat.|Satuan",
            "harga=Harga Satuan (Rp)|Harga",
            "jumlah=Jumlah Harga (Rp)|Jumlah",
        )
    )
    down, up = chance.one(
        [("Jumlah dipindahkan", "Jumlah pindahan"), ("Dipindahkan", "Pindahan"), ("Jumlah halaman ini", "")]
    )
    whole = page = 0
    for n, item in enumerate(items(chance, chance.number(10, 16)), 1):
        whole, page = whole + made(item), page + made(item)
        priced(form, item, nomor=n)
        if n in (4, 8):
            form.row(uraian=down, jumlah=form.cash(whole if up else page))
            page = 0
            form.page.row += chance.number(0, 1)
            if chance.random.random() < 0.7:
                form.head_again()
            if up:
                form.row(uraian=up, jumlah=form.cash(whole))
    if not up:
        form.row(uraian=down, jumlah=form.cash(page))
    form.row(uraian=chance.word("TOTAL", "Jumlah seluruhnya"), jumlah=form.cash(whole))
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


def nested(chance: Chance) -> Made:
    """Five levels of numbering; sums below each part, rounded and spelled at the end."""
    form = Form(chance, chance.word("RAB", "RAB Kegiatan", "Lamp"), "rab")
    form.titles("RENCANA ANGGARAN BIAYA", chance.word("Kegiatan : Pelatihan IKM", "PENGUATAN SENTRA IKM"))
    form.head(
        columns(
            chance,
            "nomor=NO|NO.",
            "uraian=URAIAN KEGIATAN|RINCIAN BELANJA|KOMPONEN BIAYA",
            "volume=VOLUME|VOL",
            "satuan=SATUAN|SAT",
            "harga=HARGA SATUAN|HARGA (Rp)",
            "jumlah=JUMLAH|JUMLAH (Rp)|TOTAL",
        )
    )
    whole = 0
    sums = chance.maybe("sums of the parts", 0.6)
    for letter in "ABC"[: chance.number(1, 3)]:
        part = 0
        form.row(nomor=f"{letter}.", uraian=chance.word("PERSIAPAN", "PELAKSANAAN", "PELAPORAN"))
        for roman in ("I", "II", "III")[: chance.number(1, 3)]:
            name = chance.word("Honorarium", "Konsumsi", "Bahan", "Sewa")
            form.row(nomor=f"{roman}.", uraian=name)
            chapter = 0
            for n, item in enumerate(items(chance, chance.number(1, 4)), 1):
                text, unit, volume, price = item
                chapter += made(item)
                numbered = chance.maybe("bullets", 0.3)
                form.row(
                    True,
                    nomor=None if numbered else f"{n})",
                    uraian=f"- {text}" if numbered else text,
                    volume=volume,
                    satuan=unit,
                    harga=form.cash(price),
                    jumlah=form.cash(made(item)),
                )
            if sums:
                form.row(uraian=f"Jumlah {roman}", jumlah=form.cash(chapter))
            part += chapter
        form.row(uraian=f"JUMLAH {letter}", jumlah=form.cash(part))
        whole += part
    form.row(uraian="JUMLAH TOTAL", jumlah=form.cash(whole))
    if chance.maybe("rounded", 0.4):
        form.row(uraian="Dibulatkan", jumlah=form.cash((whole + 999) // 1000 * 1000))
    if chance.maybe("spelled", 0.4):
        form.row(uraian="Terbilang : sekian juta rupiah")
    return form.done(["uraian", "volume", "harga", "jumlah"], {"jumlah": whole})


FORMS = (sipd_details, shifted, simda, siskeudes, carried, nested)
