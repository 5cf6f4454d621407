"""Tables of what happens: jadwal, kegiatan, kunjungan, dokumentasi; and of the sentra."""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from random import Random

from dak_excel.sheets.tabel import Span
from tests.sheets.layouts import spell
from tests.sheets.layouts.model import Column, Truth, chance
from tests.sheets.layouts.people import column, head, number_column
from tests.sheets.layouts.words import CRAFTS, PLACES, RINCIAN, day_in, scholar

TOPICS = [
    *("Motivasi Usaha", "Pencatatan Keuangan", "Praktik Membatik", "Pemasaran Digital"),
    *("Desain Kemasan", "Kunjungan Industri", "Evaluasi"),
]


BREAKS = ["Istirahat", "ISHOMA", "Coffee Break"]


def sessions(rng: Random, count: int) -> list[Truth]:
    """The sessions of some days, in order."""
    first = day_in(rng, 2023)
    truths: list[Truth] = []
    n = 0
    while len(truths) < count:
        hour = 8
        for _ in range(rng.randrange(2, 5)):
            hours = rng.choice([1, 2, 3])
            teaching = hour != 12
            day = first + timedelta(days=n)
            truths.append({
                "nomor": str(len(truths) + 1),
                "waktu": Span(day, day),
                "pukul_mulai": time(hour, rng.choice([0, 15, 30])),
                "pukul_selesai": time(hour + hours, 45),
                "materi": rng.choice(TOPICS if teaching else BREAKS),
                "narasumber": scholar(rng) if teaching else None,
                "jpl": Decimal(hours) if teaching else None,
                "tempat": rng.choice(["Aula Dinas", "Hotel Contoh", "Ruang A"]),
                "metode": rng.choice(["Teori", "Diskusi", "Praktik"]),
            })  # fmt: skip
            hour += hours
        n += 1
    return truths[:count]


def jadwal_columns(rng: Random, *, with_day: bool = True) -> list[Column]:
    columns: list[Column] = []
    hours, write_session, moment = spell.count(rng, "JPL", "JP"), spell.session(rng), spell.moment(rng)
    if with_day:
        write_day, numeric = spell.day(rng)
        names = ["Hari/Tanggal", "Tgl", "Tanggal", "Hari, Tanggal", "Hari / Tanggal"]
        once = chance(rng, 0.5)
        columns.append(
            Column(
                head(rng, *names),
                ("waktu",),
                lambda t: write_day(t["waktu"].mulai),
                essential=True,
                ambiguous=numeric,
                once=once,
            )
        )
    if chance(rng, 0.7):
        names = ["Pukul", "Jam", "Waktu (WIB)"] if with_day else ["Waktu", "Pukul", "Jam"]
        columns.append(
            Column(
                head(rng, *names),
                ("pukul_mulai", "pukul_selesai"),
                lambda t: write_session((t["pukul_mulai"], t["pukul_selesai"])),
                essential=True,
            )
        )
    else:
        group = rng.choice(["Waktu", "Pukul", "Jam"])
        columns += [
            Column((group, "Mulai"), ("pukul_mulai",), lambda t: moment(t["pukul_mulai"]), essential=True),
            Column(
                (group, "Selesai"), ("pukul_selesai",), lambda t: moment(t["pukul_selesai"]), essential=True
            ),
        ]
    columns.append(column(rng, "materi", "Materi;Acara;Uraian Kegiatan;Materi/Kegiatan", essential=True))
    rest: list[tuple[float, Column]] = [
        (0.8, column(rng, "narasumber", "Narasumber;Pengajar;PIC;Instruktur;Narasumber/Pengajar")),
        (
            0.8,
            column(rng, "jpl", "JPL;JP;Jam Pelajaran;Jml Jam", hours),
        ),
        (0.3, column(rng, "tempat", "Tempat;Lokasi;Ruang")),
        (0.3, column(rng, "metode", "Metode;T/D/P")),
        (0.2, Column(("Ket.",), (), lambda t: None)),
    ]
    chosen = [column for share, column in rest if chance(rng, share)]
    # A day, an hour and `Uraian Kegiatan` alone may be anybody's diary.
    if not any(column.fields in (("narasumber",), ("jpl",)) for column in chosen) or len(chosen) < 2:
        chosen = [rest[0][1], rest[1][1]]
    columns += chosen
    if chance(rng, 0.6):
        columns.insert(0, number_column(rng))
    return columns


def kegiatan(rng: Random, i: int) -> Truth:
    code = rng.choice(list(RINCIAN))
    start = day_in(rng, 2023)
    amount = rng.randrange(15, 31)
    return {
        "nomor": str(i),
        "rincian": code,
        "nama": f"{RINCIAN[code]} {rng.choice(CRAFTS)}",
        "angkatan": rng.choice(["I", "II", "III"]),
        "sentra": f"Sentra {rng.choice(CRAFTS)} {rng.choice(PLACES)}",
        "waktu": Span(start, start + timedelta(days=rng.choice([2, 4, 4, 5]))),
        "tempat": rng.choice(["Aula Dinas", "Hotel Contoh Indah", "Balai Desa Andai"]),
        "jpl": Decimal(rng.randrange(30, 81)),
        "target": Decimal(amount),
        "satuan": "orang",
        "panitia": Decimal(rng.randrange(0, 6)),
        "komoditi": rng.choice(CRAFTS),
    }


def kegiatan_columns(rng: Random) -> list[Column]:
    hours, people = spell.count(rng, "JPL"), spell.count(rng)
    write_period = spell.period(rng)
    columns = [number_column(rng)] if chance(rng, 0.85) else []
    if chance(rng, 0.6):
        code_only = chance(rng, 0.5)
        spelled = rng.choice(["{}", "{}", "{0[0]}.{0[1]}"])

        def code(t: Truth) -> str:
            text = spelled.format(t["rincian"])
            return text if code_only else f"{text} {RINCIAN[t['rincian']]}"

        columns.append(
            Column(
                head(rng, "Rincian", "Menu/Rincian Kegiatan", "Kode", "Rincian Kegiatan"),
                ("rincian",),
                code,
                essential=True,
            )
        )
        columns.append(column(rng, "nama", "Nama Kegiatan;Kegiatan;Judul Pelatihan", essential=True))
    else:
        columns.append(
            Column(
                head(rng, "Nama Kegiatan", "Kegiatan"),
                ("nama", "rincian"),
                lambda t: f"{t['rincian']} {t['nama']}",
                essential=True,
            )
        )
    if chance(rng, 0.6):
        columns.append(column(rng, "waktu", "Waktu;Waktu Pelaksanaan;Tanggal;Jadwal", write_period))
    else:
        write_day, numeric = spell.day(rng)
        group = rng.choice(["Waktu Pelaksanaan", "Waktu", "Tanggal", ""])
        first, last = [(group, name) if group else (f"Tanggal {name}",) for name in ("Mulai", "Selesai")]
        columns += [
            Column(
                first, ("waktu",), lambda t: write_day(t["waktu"].mulai), essential=True, ambiguous=numeric
            ),
            Column(
                last, ("waktu",), lambda t: write_day(t["waktu"].selesai), essential=True, ambiguous=numeric
            ),
        ]
    target = column(rng, "target", "Target;Target / Volume;Target Keluaran", people)
    rest: list[tuple[float, list[Column]]] = [
        (0.3, [column(rng, "angkatan", "Angkatan")]),
        (0.4, [column(rng, "sentra", "Sentra;Nama Sentra")]),
        (0.3, [column(rng, "komoditi", "Komoditi;Komoditas")]),
        (0.6, [column(rng, "tempat", "Tempat;Lokasi;Lokasi Pelaksanaan")]),
        (0.6, [column(rng, "jpl", "JPL;Jml JPL;Jumlah JPL", hours)]),
        (0.5, [target, column(rng, "satuan", "Satuan;Sat.")]),
        (0.4, [column(rng, "panitia", "Panitia;Jml Panitia;Panitia Pendamping", people)]),
        (0.2, [Column(("Ket.",), (), lambda t: None)]),
    ]  # fmt: skip
    return columns + [column for share, part in rest if chance(rng, share) for column in part]


def two_stage_columns(rng: Random) -> list[Column]:
    """Rencana and Realisasi as two header groups: a row gives two records."""
    hours, people, write_period = spell.count(rng), spell.count(rng), spell.period(rng)
    columns = [number_column(rng)]
    columns.append(
        Column(
            head(rng, "Nama Kegiatan", "Kegiatan"),
            ("nama", "rincian"),
            lambda t: f"{t['rincian']} {t['nama']}",
            essential=True,
        )
    )
    names = [
        head(rng, "Waktu", "Tanggal")[0],
        head(rng, "Tempat", "Lokasi")[0],
        "JPL",
        head(rng, "Jml Peserta", "Jumlah Peserta")[0],
    ]
    for stage in ("rencana", "realisasi"):
        group = stage.capitalize()
        columns += [
            column(rng, f"{stage}.waktu", f"{group} // {names[0]}", write_period),
            column(rng, f"{stage}.tempat", f"{group} // {names[1]}"),
            column(rng, f"{stage}.jpl", f"{group} // {names[2]}", hours),
            column(rng, f"{stage}.jumlah_peserta", f"{group} // {names[3]}", people),
        ]
    return columns


def two_stages(rng: Random, i: int) -> Truth:
    truth = kegiatan(rng, i)
    for stage in ("rencana", "realisasi"):
        other = kegiatan(rng, i)
        truth |= {f"{stage}.{field}": other[field] for field in ("waktu", "tempat", "jpl")}
        truth[f"{stage}.jumlah_peserta"] = other["target"]
    return truth
