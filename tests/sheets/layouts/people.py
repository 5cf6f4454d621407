"""Tables of people: peserta and tenaga."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Pendidikan
from tests.sheets.layouts import spell
from tests.sheets.layouts.model import Column, Truth, chance
from tests.sheets.layouts.words import (
    CRAFTS,
    PLACES,
    STREETS,
    digits,
    long_date,
    person,
    scholar,
)


def head(rng: Random, *names: str) -> tuple[str, ...]:
    return tuple(rng.choice(names).split(" // "))


def column(
    rng: Random,
    field: str,
    names: str,
    writer: spell.Writer | None = None,
    *,
    money: bool = False,
    essential: bool = False,
    ambiguous: bool = False,
) -> Column:
    """A column for one field under one of its names; without a writer, text as it stands."""
    write = writer or (lambda value: value)
    path = head(rng, *names.split(";"))
    made = Column(path, (field,), lambda t: write(t[field]), money=money, essential=essential)
    made.ambiguous = ambiguous
    return made


def number_column(rng: Random) -> Column:
    written = rng.choice(["number", "number", "{}", "{}."])

    def write(nomor: str) -> Value:
        return float(nomor) if written == "number" else written.format(nomor)

    return column(rng, "nomor", "No;No.;Nomor;No Urut", write, essential=True)


def peserta(rng: Random, i: int) -> Truth:
    born = date(1973, 1, 1) + timedelta(days=rng.randrange(12000))
    craft = rng.choice(CRAFTS)
    has_nib = chance(rng, 0.8)
    return {
        "nomor": str(i),
        "nama": person(rng),
        "nik": digits(rng, "99", 15) + rng.choice("123456789"),
        "nib": digits(rng, rng.choice(["02", "12", "28", "91"]), 13) if has_nib else None,
        "kesediaan_nib": True if not has_nib else chance(rng, 0.2),
        "kelamin": rng.choice("LP"),
        "tempat_lahir": rng.choice(PLACES),
        "tanggal_lahir": born,
        "usia": 2023 - born.year - rng.choice([0, 1]),
        "pendidikan": rng.choice(list(spell.EDUCATION)),
        "usaha": f"{craft} {rng.choice(['Sari', 'Jaya', 'Makmur', 'Berkah'])}",
        "sentra": f"Sentra {craft} {rng.choice(PLACES)}",
        "komoditi": craft,
        "status": rng.choice(["Pelaku IKM", "Calon Wirausaha", "Pengusaha IKM", "Pengelola", "Operator"]),
        "sk": f"188.{rng.randrange(10, 99)}/{rng.randrange(100, 999)}/2023",
        "alamat": rng.choice(STREETS),
        "telepon": "0812" + digits(rng, "9900", 8),
        "hadir": True,
    }


def _kelamin(rng: Random) -> list[Column]:
    if chance(rng, 0.25):
        group = rng.choice(["Jenis Kelamin", "L/P", "JK"])
        men, women = rng.choice([("L", "P"), ("Lk", "Pr"), ("Laki-laki", "Perempuan")])
        ticks: list[Value] = ["√", "v", "V", "✓", 1.0]
        tick = rng.choice(ticks)

        def ticked(heading: str, wanted: str) -> Column:
            names = f"{group} // {heading}"
            return column(rng, "kelamin", names, lambda v: tick if v == wanted else None, essential=True)

        return [ticked(men, "L"), ticked(women, "P")]
    names = "L/P;JK;Jenis Kelamin;Kelamin;Gender;Lk/Pr;Jenis Kelamin (L/P)"
    return [column(rng, "kelamin", names, spell.kelamin(rng))]


TTL = (
    *("Tempat/Tgl Lahir", "TTL", "Tempat Tanggal Lahir"),
    *("Tempat, Tanggal Lahir", "Tempat dan Tgl Lahir"),
)


def _lahir(rng: Random) -> list[Column]:
    write, numeric = spell.day(rng, birth=True)
    match rng.randrange(4):
        case 0:
            sign = rng.choice([", ", "/", ", ", " / ", " "])

            def both(truth: Truth) -> str:
                day = truth["tanggal_lahir"]
                text = f"{day.day:02d}-{day.month:02d}-{day.year}" if numeric else long_date(rng, day)
                return f"{truth['tempat_lahir']}{sign}{text}"

            path = head(rng, *TTL)
            return [Column(path, ("tempat_lahir", "tanggal_lahir"), both, ambiguous=numeric)]
        case 1:
            alone = "Tanggal Lahir;Tgl Lahir;Tgl. Lhr;Tgl. Lahir"
            return [column(rng, "tanggal_lahir", alone, write, ambiguous=numeric)]
        case 2:
            names = ["Tempat Lahir", rng.choice(["Tgl Lahir", "Tanggal Lahir"])]
        case _:
            group = rng.choice(["Lahir", "Tempat/Tgl Lahir", "TTL", "Kelahiran"])
            names = [f"{group} // Tempat", f"{group} // {rng.choice(['Tanggal', 'Tgl', 'Tgl Lahir'])}"]
    return [
        column(rng, "tempat_lahir", names[0]),
        column(rng, "tanggal_lahir", names[1], write, ambiguous=numeric),
    ]


def _hadir(rng: Random) -> Column:
    if chance(rng, 0.5):
        yes = rng.choice(["√", "Hadir", "Lulus", "v", "Ya"])
        names = "Kehadiran;Hadir;Lulus;Selesai;Mengikuti s.d. Selesai;Ket. Kehadiran"
        return column(rng, "hadir", names, lambda _: yes)
    days = rng.choice([3, 4, 5])
    ways: list[Value] = [float(days), f"{days} hari", f"{days} Hari"]
    text = rng.choice(ways)
    made = column(rng, "hadir", "Jml Hari Hadir;Kehadiran (Hari);Jumlah Hari Hadir", lambda _: text)
    made.gives = {"hadir": float(days)}
    return made


def _under_groups(rng: Random, parts: list[list[Column]]) -> None:
    """`Identitas Peserta` and `Data Usaha` over their columns."""
    person, business = rng.choice([("Identitas Peserta", "Data Usaha"), ("Data Pribadi", "Data Usaha")])
    for part in parts:
        for column in part:
            about = column.fields[:1] in (("usaha",), ("komoditi",), ("sentra",), ("nib",))
            column.path = (business if about else person, *column.path)


def _days(rng: Random) -> list[Column]:
    """A tick for each day; how many there are is the reader's to count."""
    tick = rng.choice(["√", "v", "H"])
    group = rng.choice(["Kehadiran", "Hari ke", "Daftar Hadir"])
    return [
        Column((group, str(n + 1)), (), lambda _: tick, essential=True) for n in range(rng.choice([3, 4, 5]))
    ]


NIK = "NIK;No KTP;No. Induk Kependudukan;Nomor NIK/KTP;No. Identitas;NIK (16 digit)"
NIB = "NIB;Nomor Induk Berusaha;No NIB;NIB (13 digit);Legalitas (NIB);Izin Usaha / NIB"
KESEDIAAN = "Bersedia Membuat NIB;Pernyataan NIB;Surat Kesediaan NIB;Ket. NIB;Proses NIB"
PENDIDIKAN = "Pendidikan;Pendidikan Terakhir;Pend. Terakhir;Ijazah"
STATUS = "Status;Status Peserta;Status Usaha;Kategori;Pelaku IKM/Calon Wirausaha"
SK = "SK Kepala Daerah;No. SK;Nomor dan Tanggal SK;SK Bupati/Wali Kota;Dasar Penetapan"
KOMODITI = "Komoditi;Komoditas;Jenis Produk;Produk;Jenis Usaha;Jenis Industri"


def peserta_columns(rng: Random) -> list[Column]:
    nik, nib, ready, telepon = spell.nik(rng), spell.nib(rng), spell.yes_no(rng), spell.phone(rng)
    age = spell.age(rng)
    education = spell.education(rng)
    names = "Nama;Nama Peserta;Nama Lengkap;Nama Pengusaha;Nama Pelaku Usaha;Nama Pimpinan"
    parts = [[column(rng, "nama", names, essential=True)]]
    optional: list[tuple[float, list[Column]]] = [
        (0.85, [column(rng, "nik", NIK, nik)]),
        (0.75, [column(rng, "nib", NIB, nib)]),
        (0.3, [column(rng, "kesediaan_nib", KESEDIAAN, ready)]),
        (0.7, _kelamin(rng)),
        (0.6, _lahir(rng)),
        (0.5, [column(rng, "usia", "Usia;Umur;Umur (Th);Usia (Tahun)", age)]),
        (0.55, [column(rng, "pendidikan", PENDIDIKAN, education)]),
        (0.5, [column(rng, "usaha", "Nama Usaha;Nama IKM;Nama Perusahaan;Unit Usaha;Merek;Brand")]),
        (0.5, [column(rng, "sentra", "Sentra;Nama Sentra;Sentra IKM;Asal Sentra;Kelompok/Sentra")]),
        (0.5, [column(rng, "komoditi", KOMODITI)]),
        (0.45, [column(rng, "status", STATUS)]),
        (0.15, [column(rng, "sk", SK)]),
        (0.5, [column(rng, "alamat", "Alamat;Alamat Rumah;Alamat Usaha;Domisili")]),
        (0.5, [column(rng, "telepon", "No HP;HP/WA;No. Telp;Telepon;Nomor WhatsApp", telepon)]),
        (0.35, [_hadir(rng)]),
    ]  # fmt: skip
    chosen = [part for share, part in optional if chance(rng, share)]
    while len(chosen) < 4:
        chosen = [part for share, part in optional if chance(rng, share)]
    # What is typical of participants stands in every real list of them.
    if not any(part[0].fields[0] in ("nib", "usaha", "sentra", "komoditi") for part in chosen):
        chosen.insert(0, optional[1][1])
    if chance(rng, 0.4):
        rng.shuffle(chosen)
    elif chance(rng, 0.2):
        _under_groups(rng, parts + chosen)
    parts += chosen
    if chance(rng, 0.08) and not any(part[0].fields == ("hadir",) for part in chosen):
        parts.append(_days(rng))
    if chance(rng, 0.9):
        parts.insert(0, [number_column(rng)])
    elif chance(rng, 0.3):
        parts[0], parts[1] = parts[1], parts[0]
    return [column for part in parts for column in part]


SKILLS = [
    *("Manajemen Keuangan", "Pemasaran Digital", "Teknik Batik Tulis"),
    *("Desain Kemasan", "Keamanan Pangan", "Ekspor"),
]
AGENCIES = [
    *("Politeknik Contoh", "Balai Besar Rekaan", "PT Misal Jaya"),
    *("Dinas Perindustrian", "Universitas Umpama"),
]


def tenaga(rng: Random, i: int) -> Truth:
    return {
        "nomor": str(i),
        "nama": scholar(rng),
        "nik": digits(rng, "99", 15) + rng.choice("123456789"),
        "instansi": rng.choice(AGENCIES),
        "keahlian": rng.choice(SKILLS),
        "pendidikan": rng.choice([Pendidikan.D3, Pendidikan.S1, Pendidikan.S2]),
        "pengalaman": Decimal(rng.randrange(1, 20)),
        "bukti": rng.choice(
            [f"Sertifikat BNSP No. {rng.randrange(100, 999)}", "Surat Keterangan", "Sertifikat ToT"]
        ),
        "sehat": chance(rng, 0.9),
        "materi": rng.choice(SKILLS),
        "jpl": Decimal(rng.randrange(2, 20)),
        "telepon": "0813" + digits(rng, "9900", 8),
        "peran": rng.choice(["Narasumber", "Instruktur", "Tenaga Ahli"]),
    }


def tenaga_columns(rng: Random) -> list[Column]:
    nik, education, span = spell.nik(rng), spell.education(rng), spell.years(rng)
    healthy, hours, telepon = spell.yes_no(rng), spell.count(rng, "JPL", "JP"), spell.phone(rng)
    names = (
        "Nama Narasumber",
        "Nama Instruktur",
        "Nama Pengajar",
        "Nama Fasilitator",
        "Nama Tenaga Ahli",
        "Nama Pendamping",
    )
    parts = [Column(head(rng, *names), ("nama",), lambda t: t["nama"], essential=True)]
    optional: list[tuple[float, Column]] = [
        (0.3, column(rng, "nik", "NIK;No KTP", nik)),
        (0.6, column(rng, "instansi", "Instansi;Asal;Lembaga;Unit Kerja;Asal Instansi")),
        (0.7, column(rng, "keahlian", "Keahlian;Bidang Keahlian;Kompetensi")),
        (0.7, column(rng, "pendidikan", "Pendidikan;Pend. Terakhir;Pendidikan Terakhir", education)),
        (0.7, column(rng, "pengalaman", "Pengalaman (Th);Lama Pengalaman;Masa Kerja;Pengalaman Kerja", span)),
        (0.5, column(rng, "bukti", "Sertifikat;No. Sertifikat;Surat Keterangan;Bukti Kompetensi")),
        (0.5, column(rng, "sehat", "Sehat;Surat Sehat;Ket. Sehat", healthy)),
        (0.5, column(rng, "materi", "Materi;Materi yang Diajarkan")),
        (0.5, column(rng, "jpl", "JPL;Jml JP;Jam;Jumlah JPL", hours)),
        (0.2, column(rng, "peran", "Peran;Sebagai;Tugas")),
        (0.3, column(rng, "telepon", "No HP;HP/WA;No. Telp", telepon)),
    ]  # fmt: skip
    chosen = [column for share, column in optional if chance(rng, share)]
    if not any(column.fields[0] in ("keahlian", "pengalaman", "bukti", "sehat") for column in chosen):
        chosen += [optional[2][1], optional[4][1]]
    if len(chosen) < 2:
        chosen.append(optional[3][1])
    parts += chosen
    if chance(rng, 0.9):
        parts.insert(0, number_column(rng))
    return parts
