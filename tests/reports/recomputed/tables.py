"""Every table of a report as it should read, by the words of its caption."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd

from tests.reports.recomputed.facts import BULAN, DASH, HARI, persen, rentang, tanggal, uang
from tests.reports.recomputed.period import JUNI, Period

Rows = list[list[str]]
REST = "Pagu alokasi di luar baris di atas"
JENIS = {"5.1.02.01": "Belanja Barang", "5.1.02.02": "Belanja Jasa"}
PENDAMPING = ("Pendamping",)


def _by_menu(p: Period, row: Callable[[str], Rows], head: Callable[[str, str], list[str]]) -> Rows:
    rows: Rows = []
    for kode, menu in p.law.menu.items():
        mine = [k for k in p.kodes if k[0] == kode]
        if mine:
            rows.append(head(kode, menu.nama))
            rows += [one for k in mine for one in row(k)]
    return rows


def budgets(p: Period, _: str) -> Rows:
    by = p.budget().groupby("kode")["jumlah"].sum()
    menu = by.groupby(by.index.str[0]).sum()
    body = _by_menu(
        p,
        lambda k: [[k, p.law.rincian[k].nama, uang(by[k])]],
        lambda k, nama: [k, nama, uang(menu[k])],
    )
    return [["Kode", "Menu dan rincian kegiatan", "Anggaran (Rp)"], *body, ["Jumlah", uang(by.sum())]]


def _indicators(p: Period, kode: str) -> list[tuple[str, str, str]]:
    """Number, indicator, unit; the second indicator of a rincian has no number."""
    n = str(p.kodes.index(kode) + 1)
    return [(n if not at else "", k.indikator, k.satuan) for at, k in enumerate(p.law.rincian[kode].keluaran)]


def targets(p: Period, _: str) -> Rows:
    def rows(kode: str) -> Rows:
        return [
            [
                n,
                kode,
                p.law.rincian[kode].nama if n else "",
                what,
                str(p.target(kode)) if n else f"[LENGKAPI: target {kode}]",
                unit,
            ]
            for n, what, unit in _indicators(p, kode)
        ]

    head = ["No.", "Kode", "Rincian menu kegiatan", "Indikator keluaran", "Target", "Satuan"]
    return [head, *_by_menu(p, rows, lambda k, nama: [f"{k}. {nama}"])]


def _second(p: Period, kode: str, what: str) -> str:
    """Of a second indicator, of which no sheet tells anything."""
    if p.awaited(kode):
        return DASH
    return f"[LENGKAPI: capaian {kode} ({what[:1].lower()}{what[1:]}){p.since()}]"


def outputs(p: Period, _: str) -> Rows:
    def rows(kode: str) -> Rows:
        found, nama = p.output(kode), p.law.rincian[kode].nama
        share = DASH if found is None else persen(found, p.target(kode))
        return [
            [n, kode, f"{nama}: {what}", unit, str(p.target(kode)), p.cell(kode), share]
            if n
            else ["", kode, what, unit, f"[LENGKAPI: target {kode}]", _second(p, kode, what), DASH]
            for n, what, unit in _indicators(p, kode)
        ]

    body = _by_menu(p, rows, lambda k, nama: [f"{k}. {nama}"])
    head = [
        "No.",
        "Kode",
        "Rincian menu kegiatan dan indikator keluaran",
        "Satuan",
        "Target",
        "Capaian",
        "Persen",
    ]
    return _without_dashes([head, *body])


def halves(p: Period, _: str) -> Rows:
    day = p.data_day()
    told = day is not None and day > JUNI

    def rows(kode: str) -> Rows:
        first, second = p.halves(kode)
        this = DASH if second is None or (not second and not told) else str(second)
        gap = p.output(kode) is None and "?" in set(p.states(kode))
        return [
            [
                n,
                kode,
                f"{p.law.rincian[kode].nama}: {what}" if n else what,
                unit,
                DASH if first is None or not n else str(first),
                "[LENGKAPI: capaian]" if gap else this if n else DASH,
                p.cell(kode) if n else _second(p, kode, what),
            ]
            for n, what, unit in _indicators(p, kode)
        ]

    head = ["No.", "Kode", "Rincian menu kegiatan dan indikator keluaran", "Satuan"]
    head += ["Semester I", "Semester II", "Jumlah"]
    return _without_dashes([head, *_by_menu(p, rows, lambda k, nama: [f"{k}. {nama}"])])


def activities(p: Period, caption: str) -> Rows:
    kode = re.search(r"Kegiatan (\w\d) ", caption)[1]  # type: ignore[index]
    rows: Rows = []
    total = [0, 0, 0]
    for _, one in p.shown()[p.shown()["kode"] == kode].iterrows():
        people = p.people(one["nama"])
        counts = [int((people["L/P"] == sex).sum()) for sex in "LP"] + [len(people)] if len(people) else []
        total = [a + b for a, b in zip(total, counts or [0, 0, 0], strict=True)]
        going = " (masih berjalan)" if one["r2"] > p.end else ""
        rows.append(
            [
                str(len(rows) + 1),
                f"{one['nama']}{going}",
                rentang(one["r1"], p.last_day(one)),
                one["tempat"],
                DASH if pd.isna(one["jpl"]) else str(int(one["jpl"])),
                *([str(n) for n in counts] if counts else [DASH] * 3),
                ", ".join(dict.fromkeys(people["Sentra"])) if len(people) else DASH,
            ]
        )
    head = ["No.", "Kegiatan", "Waktu", "Tempat", "JPL", "L", "P", "Jml.", "Sentra"]
    table = _without_dashes([head, *rows])
    return [*table, ["Jumlah peserta", *map(str, total), ""]] if total[2] else table


def tranches(p: Period, _: str) -> Rows:
    frame = p.facts.penyaluran
    assert frame is not None
    came = frame[frame["tanggal"] <= p.end]
    total, paid = int(came["rupiah"].sum()), p.paid()
    return [
        ["Tahap", "Tanggal", "Nomor SP2D/nota kredit", "Jumlah (Rp)"],
        *([r["tahap"], tanggal(r["tanggal"]), r["nomor"], uang(r["rupiah"])] for _, r in came.iterrows()),
        ["Jumlah yang disalurkan", uang(total)],
        ["Realisasi", uang(paid)],
        ["Sisa dana di RKUD", uang(total - paid)],
    ]


def _money(p: Period, pagu: int, paid: int) -> list[str]:
    if p.month is None:
        return [uang(pagu)]
    return [uang(pagu), uang(paid), persen(paid, pagu) if pagu else DASH, uang(pagu - paid)]


def _money_head(p: Period) -> list[str]:
    return ["Pagu (Rp)", *(["Realisasi (Rp)", "Persen", "Sisa (Rp)"] if p.month else [])]


def by_rincian(p: Period, _: str) -> Rows:
    body = [[k, p.law.rincian[k].nama, *_money(p, p.pagu(kode=k), p.paid(kode=k))] for k in p.kodes]
    rest = [["", REST, *_money(p, p.rest, 0)]] if p.rest else []
    head = ["Kode", "Rincian menu kegiatan", *_money_head(p)]
    return [head, *body, *rest, ["Jumlah", *_money(p, p.whole, p.paid())]]


def by_half(p: Period, _: str) -> Rows:
    def row(name: list[str], pagu: int, **where: str) -> list[str]:
        first, all_of_it = p.paid(6, **where), p.paid(12, **where)
        return [*name, uang(pagu), uang(first), uang(all_of_it - first), uang(all_of_it)]

    body = [row([k, p.law.rincian[k].nama], p.pagu(kode=k), kode=k) for k in p.kodes]
    rest = [["", REST, uang(p.rest), *[uang(0)] * 3]] if p.rest else []
    head = [
        "Kode",
        "Rincian menu kegiatan",
        "Pagu (Rp)",
        "Semester I (Rp)",
        "Semester II (Rp)",
        "Jumlah (Rp)",
    ]
    return [head, *body, *rest, row(["Jumlah"], p.whole)]


def by_kind(p: Period, _: str) -> Rows:
    body = [[k, name, *_money(p, p.pagu(rekening=k), p.paid(rekening=k))] for k, name in JENIS.items()]
    rest = [["", REST, *_money(p, p.rest, 0)]] if p.rest else []
    head = ["Kode rekening", "Jenis belanja", *_money_head(p)]
    return [head, *body, *rest, ["Jumlah", *_money(p, p.whole, p.paid())]]


def by_month(p: Period, _: str) -> Rows:
    rows = [["Bulan", "Realisasi (Rp)", "Realisasi kumulatif (Rp)", "Persen kumulatif"]]
    for n in range(1, (p.month or 0) + 1):
        so_far = p.paid(n)
        rows.append([BULAN[n - 1], uang(p.paid(n, n - 1)), uang(so_far), persen(so_far, p.whole)])
    return rows


def by_line(p: Period, _: str) -> Rows:
    split = p.semester == "2" and p.known
    head = ["Kode rekening", "Uraian", *_money_head(p)]
    rows: Rows = [head[:3] + ["Semester I (Rp)", "Semester II (Rp)"] * split + head[3:]]

    def money(pagu: int, **where: str) -> list[str]:
        cells = _money(p, pagu, p.paid(**where))
        if not split:
            return cells
        return [cells[0], uang(p.paid(6, **where)), uang(p.paid(12, 6, **where)), *cells[1:]]

    for kode in p.kodes:
        rows.append([f"{kode} {p.law.rincian[kode].nama}"])
        for _, line in p.lines()[p.lines()["kode"] == kode].iterrows():
            where = {"kode": kode, "rekening": line["rekening"], "uraian": line["uraian"]}
            rows.append([line["rekening"], line["uraian"], *money(int(line["jumlah"]), **where)])
        rows.append([f"Jumlah {kode}", *money(p.pagu(kode=kode), kode=kode)])
    if p.rest:
        rows.append([REST, *money(p.rest, kode="tidak ada")])
    return [*rows, ["Jumlah seluruhnya", *money(p.whole)]]


def by_rincian_and_month(p: Period, caption: str) -> Rows:
    first = 0 if "Januari s.d. Juni" in caption else 6
    months = range(first + 1, first + 7)

    def cells(**where: str) -> list[str]:
        return [uang(p.paid(n, n - 1, **where)) for n in months] + [uang(p.paid(first + 6, first, **where))]

    body = [[k, p.law.rincian[k].nama, *cells(kode=k)] for k in p.kodes]
    head = ["Kode", "Rincian menu kegiatan", *BULAN[first : first + 6], "Jumlah"]
    return [head, *body, ["Jumlah", *cells()]]


def register(p: Period, _: str) -> Rows:
    rows = p.facts.bayar[p.facts.bayar["tanggal"] <= p.end]
    rows = rows[rows["tanggal"] > JUNI] if p.semester == "2" else rows
    body = [
        [str(n), r["sp2d"], tanggal(r["tanggal"]), r["kode"], f"Pembayaran {r['uraian']}", uang(r["rupiah"])]
        for n, (_, r) in enumerate(rows.iterrows(), 1)
    ]
    head = ["No.", "Nomor SP2D", "Tanggal", "Rincian", "Uraian", "Jumlah (Rp)"]
    return [head, *body, ["Jumlah", uang(rows["rupiah"].sum())]]


def people(p: Period, caption: str) -> Rows:
    nama = caption.removeprefix("Peserta ")
    held = p.facts.kegiatan.set_index("nama").loc[nama, "r1"]
    head = ["No.", "Nama", "NIK", "L/P", "Usia", "Nama usaha", "NIB", "Sentra", "Komoditi", "Status"]
    rows = [head]
    for n, (_, one) in enumerate(p.people(nama).iterrows(), 1):
        born = pd.Timestamp(one["Tanggal Lahir"])
        age = held.year - born.year - ((held.month, held.day) < (born.month, born.day))
        nik = f"{one['NIK'][:4]}{'*' * 8}{one['NIK'][-4:]}"
        more = [str(one[c]) for c in ("Nama Usaha", "NIB", "Sentra", "Komoditi", "Status")]
        rows.append([str(n), one["Nama"], nik, one["L/P"], str(age), *more])
    return rows


def experts(p: Period, caption: str) -> Rows:
    beside = "Tenaga Pendamping" in caption
    names = list(p.shown()["nama"])
    frame = p.facts.tenaga
    rows = frame[frame["Kegiatan"].isin(names) & (frame["Peran"].isin(PENDAMPING) == beside)]
    order = {kode: n for n, kode in enumerate(p.law.rincian)}
    rows = rows.sort_values(by="Rincian", key=lambda s: s.map(order), kind="stable")
    last = "Kegiatan dan materi/IKM dampingan" if beside else "Kegiatan dan materi"
    head = ["No.", "Nama", "Peran", "Instansi", "Keahlian", "Pendidikan", "Pengalaman", last]
    body = [
        [
            str(n),
            *(r[c] for c in ("Nama", "Peran", "Instansi", "Keahlian")),
            "D IV/S1",
            f"{r['Pengalaman (tahun)']} tahun",
            f"{r['Rincian']} {r['Kegiatan']}",
        ]
        for n, (_, r) in enumerate(rows.iterrows(), 1)
    ]
    return [head, *body]


def sessions(p: Period, caption: str) -> Rows:
    frame = p.facts.jadwal
    rows = frame[frame["kegiatan"] == caption.removeprefix("Jadwal ")]
    body = [
        [
            f"{HARI[day.weekday()]}, {tanggal(day)}",
            r["Pukul"].replace("-", "–"),
            r["Materi"],
            r["Narasumber"],
            str(r["JPL"]),
            r["Metode"],
        ]
        for (_, r), day in zip(rows.iterrows(), pd.to_datetime(rows["Tanggal"]), strict=True)
    ]
    return [["Hari, tanggal", "Pukul", "Materi/acara", "Narasumber/petugas", "JPL", "Metode"], *body]


def _without_dashes(rows: Rows) -> Rows:
    """Without the columns of which every full row has a dash."""
    width = len(rows[0])
    full = [row for row in rows[1:] if len(row) == width]
    silent = {n for n in range(width) if full and all(row[n] == DASH for row in full)}
    return [[c for n, c in enumerate(row) if n not in silent] if len(row) == width else row for row in rows]


TABLES: dict[str, Callable[[Period, str], Rows]] = {
    r"Anggaran Per Rincian": budgets,
    r"Target Per Rincian": targets,
    r"Capaian Per Rincian": outputs,
    r"Capaian Semester I, ": halves,
    r"Kegiatan \w\d sampai": activities,
    r"Penyaluran Dana": tranches,
    r"(Realisasi|Pagu) Keuangan Per Rincian": by_rincian,
    r"Realisasi Keuangan Semester I, ": by_half,
    r"(Realisasi|Pagu) Keuangan Per Jenis": by_kind,
    r"Realisasi Keuangan Per Bulan": by_month,
    r"(Realisasi|Pagu) Anggaran Setiap Baris": by_line,
    r"Realisasi Per Rincian dan Bulan": by_rincian_and_month,
    r"Register SP2D": register,
    r"Peserta ": people,
    r"Narasumber$|Tenaga Pendamping": experts,
    r"Jadwal ": sessions,
}
"""By how a caption begins behind its number."""
