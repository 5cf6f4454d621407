"""Lists of people and timetables by chance: office habits combined, what they say known by construction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.buku_orang import Buku
from bench.layouts.chance import Chance
from dak_excel.sheets.grid import Grid, Value

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des")
FIRST = ("Siti", "Budi", "Rina", "Agus", "Dewi", "Joko", "Wati", "Eko", "Lina", "Tono")
LAST = ("Contoh", "Misal", "Umpama", "Andai", "Semisal", "Ibarat", "Laksana")
TOPICS = (
    "Bahan baku",
    "Pewarnaan",
    "Pemasaran digital",
    "Pembukuan",
    "Desain produk",
    "Kemasan",
    "Perizinan",
)
GOODS = ("Batik", "Tenun", "Keripik", "Kopi bubuk", "Anyaman", "Gerabah")
EDUCATION = {"SMA": "SMA", "SMK": "SMA", "SLTA": "SMA", "S1": "S1", "D3": "D3", "SMP": "SMP", "Sarjana": "S1"}

Cells = tuple[Value, str]
"""A cell and what it says, as `bench.buku_orang` writes it."""


@dataclass(slots=True)
class Field:
    """A column: its ways of heading (two parts are two levels), its cells."""

    name: str
    heads: tuple[str, ...]
    cell: Callable[[Chance, int, str], Cells]
    ways: tuple[str, ...] = ("",)


def _name(chance: Chance, n: int, way: str) -> Cells:
    text = f"{FIRST[n % 10]} {LAST[(n + n // 10) % 7]}"
    shown = {"upper": text.upper(), "title": f"{text}, S.E."}.get(way, text)
    return shown, shown


def born(n: int) -> date:
    """The birthday of the n-th person."""
    return date(1972, 1, 3) + timedelta(days=(n * 613) % 9000)


def _nik(chance: Chance, n: int, way: str) -> Cells:
    day = born(n).day + (0 if n % 2 else 40)
    text = f"990101{day:02d}{born(n):%m%y}{n:04d}"
    spaced = f"{text[:6]} {text[6:12]} {text[12:]}"
    return {"spaced": spaced, "quoted": f"'{text}"}.get(way, text), text


def _birth(chance: Chance, n: int, way: str) -> Cells:
    day = born(n)
    month = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des"][
        day.month - 1
    ]
    shown: Value = {
        "dash": f"{day:%d-%m-%Y}",
        "slash": f"{day.day}/{day.month}/{day.year}",
        "word": f"{day.day} {month} {day.year}",
        "iso": day.isoformat(),
    }.get(way, day)
    return shown, day.isoformat()


def _place_and_birth(chance: Chance, n: int, way: str) -> Cells:
    shown, told = _birth(chance, n, "word" if way == "slash" else "dash")
    return f"Contoh{', ' if way != 'slash' else ' / '}{shown}", told


def _sex(chance: Chance, n: int, way: str) -> Cells:
    male = bool(n % 2)
    words = {
        "long": ("Laki-laki", "Perempuan"),
        "lk": ("Lk", "Pr"),
        "pria": ("Pria", "Wanita"),
        "low": ("l", "p"),
    }
    return words.get(way, ("L", "P"))[0 if male else 1], "L" if male else "P"


def _age(chance: Chance, n: int, way: str) -> Cells:
    age = 2023 - born(n).year
    shown: Value = {"th": f"{age} th", "tahun": f"{age} Tahun", "about": f"± {age} thn"}.get(way, age)
    return shown, str(age)


def _school(chance: Chance, n: int, way: str) -> Cells:
    text = chance.one(list(EDUCATION))
    return text, EDUCATION[text]


def _phone(chance: Chance, n: int, way: str) -> Cells:
    text = f"0800{12345000 + n}"
    shown: Value = {
        "dashed": f"{text[:4]}-{text[4:8]}-{text[8:]}",
        "number": int(text),
        "plus": f"+62 {text[1:]}",
        "decimal": float(text),
    }.get(way, text)
    return shown, text


def _text(*values: str) -> Callable[[Chance, int, str], Cells]:
    def cell(chance: Chance, n: int, way: str) -> Cells:
        text = values[n % len(values)]
        return text, text

    return cell


def _years(chance: Chance, n: int, way: str) -> Cells:
    years = 3 + n % 9
    shown: Value = {
        "th": f"{years} th",
        "since": f"sejak {2023 - years}",
        "until": f"{2023 - years} s.d. sekarang",
        "both": f"{years} thn (sejak {2023 - years})",
        "more": f"> {years} tahun",
    }.get(way, years)
    return shown, str(years)


PESERTA = (
    Field(
        "nama", ("Nama", "Nama Peserta", "NAMA LENGKAP", "Nama Lengkap (sesuai KTP)"), _name, ("", "upper")
    ),
    Field(
        "nik",
        ("NIK", "No. KTP", "Nomor Induk Kependudukan", "NIK (16 digit)", "No KTP/NIK"),
        _nik,
        ("", "spaced"),
    ),
    Field("kelamin", ("L/P", "Jenis Kelamin", "JK", "Gender"), _sex, ("", "long", "lk", "low", "pria")),
    Field(
        "tanggal_lahir",
        ("Tgl Lahir", "Tanggal Lahir", "Tgl. Lahir"),
        _birth,
        ("", "dash", "slash", "word", "iso"),
    ),
    Field(
        "tanggal_lahir", ("TTL", "Tempat/Tgl Lahir", "Tempat, Tanggal Lahir"), _place_and_birth, ("", "slash")
    ),
    Field("usia", ("Usia", "Umur", "Umur (th)", "Usia (Tahun)"), _age, ("", "th", "tahun", "about")),
    Field("pendidikan", ("Pendidikan", "Pend. Terakhir", "Ijazah Terakhir", "Pendidikan Terakhir"), _school),
    Field(
        "usaha",
        ("Nama Usaha", "Nama IKM", "Nama Usaha/Merek"),
        _text("Usaha Contoh", "Usaha Misal", "Usaha Andai"),
    ),
    Field("komoditi", ("Jenis Produk", "Komoditi", "Produk", "Produk Utama"), _text(*GOODS)),
    Field("sentra", ("Asal Sentra", "Sentra", "Nama Sentra"), _text("Sentra Contoh", "Sentra Misal")),
    Field(
        "telepon",
        ("No HP", "No. HP/WA", "Telp", "Kontak"),
        _phone,
        ("", "dashed", "number", "plus", "decimal"),
    ),
    Field(
        "alamat", ("Alamat", "Alamat Rumah", "Desa", "Domisili"), _text("Desa Misal", "Dusun Andai RT 02/01")
    ),
)
TENAGA = (
    Field("nama", ("Nama", "Nama Narasumber", "Nama dan Gelar", "Nama Instruktur"), _name, ("", "title")),
    Field(
        "instansi", ("Instansi", "Asal Instansi", "Unit Kerja", "Lembaga"), _text("Balai Contoh", "UKM Misal")
    ),
    Field("keahlian", ("Keahlian", "Bidang Keahlian", "Kompetensi"), _text(*GOODS)),
    Field("pendidikan", ("Pendidikan", "Pend. Terakhir", "Pendidikan Terakhir"), _school),
    Field(
        "pengalaman",
        ("Pengalaman", "Lama Pengalaman (Th)", "Pengalaman Kerja", "Pengalaman di Bidangnya"),
        _years,
        ("", "th", "since", "until", "both", "more"),
    ),
    Field(
        "bukti", ("Sertifikat", "No. Sertifikat", "Bukti Kompetensi"), _text("Sert. 01/2020", "Sert. 02/2021")
    ),
    Field("telepon", ("No HP", "HP/WA", "No. Telp"), _phone, ("", "dashed", "number")),
)
FOREIGN = ("NPWP", "No. Rekening", "Ukuran Baju", "Kontak Darurat", "Umur Usaha", "No. KK", "Agama", "Email")


@dataclass(slots=True)
class _Sheet:
    """Rows under way, merges, and what they say."""

    rows: list[list[Value]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)


def people_list(chance: Chance, number: int) -> Buku:
    """A list of peserta or of tenaga."""
    kind = chance.word("peserta", "peserta", "tenaga")
    sheet = _Sheet()
    who = "INSTRUKTUR" if kind == "tenaga" else "PESERTA"
    people = chance.number(4, 14)
    _top(chance, sheet, f"DAFTAR {who} PELATIHAN {chance.one(GOODS).upper()}", who.lower(), people)
    fields = _columns(chance, TENAGA if kind == "tenaga" else PESERTA)
    ways = [chance.habit(f"{f.name}", *f.ways) if f else "" for f in fields]
    _head(chance, sheet, fields)
    _body(chance, sheet, fields, ways, people)
    _bottom(chance, sheet, people)
    return _book(kind, number, sheet, people)


def _book(kind: str, number: int, sheet: _Sheet, records: int) -> Buku:
    width = max(map(len, sheet.rows))
    rows = [[*row, *[None] * (width - len(row))] for row in sheet.rows]
    grid = Grid(f"{number:04d}.xlsx", "Sheet1", rows, sheet.merges)
    return Buku(f"{number:04d}-{kind}", grid, (kind,), records, sheet.told, frozenset())


def _top(chance: Chance, sheet: _Sheet, title: str, who: str, people: int) -> None:
    if chance.maybe("kop", 0.3):
        sheet.rows += [["PEMERINTAH KABUPATEN CONTOH"], ["DINAS PERINDUSTRIAN DAN PERDAGANGAN"], []]
    sheet.rows.append([title])
    style = chance.habit("keterangan", "none", "one cell", "colon cell")
    if style == "one cell":
        sheet.rows += [["Hari/Tanggal : Senin, 5 Juni 2023"], [f"Jumlah {who} : {people} orang"]]
    elif style == "colon cell":
        sheet.rows += [["Tanggal", ":", "5 s.d. 9 Juni 2023"], ["Tempat", ":", "Aula Dinas"]]
    sheet.rows += [[]] * chance.number(0, 2)


def _columns(chance: Chance, known: tuple[Field, ...]) -> list[Field | None]:
    """The name and some others, in an order of its own; None is a column of something else."""
    others: list[Field | None] = [f for f in known[1:] if chance.random.random() < 0.6]
    named = [f.name for f in others if f]
    if named.count("tanggal_lahir") > 1:
        others.remove(next(f for f in others if f and f.name == "tanggal_lahir"))
    if chance.maybe("urutan lain", 0.3):
        chance.random.shuffle(others)
    if chance.maybe("kolom asing", 0.4):
        others.insert(chance.number(0, len(others)), None)
    return [known[0], *others]


def _head(chance: Chance, sheet: _Sheet, fields: list[Field | None]) -> None:
    heads = ["No", *[chance.one(f.heads) if f else chance.one(FOREIGN) for f in fields]]
    heads[0] = chance.word("No", "No.", "NO", "#")
    heads.append(chance.word("Ket", "Tanda Tangan", "Keterangan", "TTD"))
    if chance.maybe("huruf besar", 0.3):
        heads = [head.upper() for head in heads]
    row = len(sheet.rows) + 1
    sheet.rows.append(list(heads))
    if chance.maybe("judul digabung ke bawah", 0.25):
        sheet.rows.append([None] * len(heads))
        sheet.merges += [(row, c, row + 1, c) for c in range(1, len(heads) + 1)]
    if chance.maybe("baris nomor kolom", 0.25):
        sheet.rows.append(list(range(1, len(heads) + 1)))


def _body(chance: Chance, sheet: _Sheet, fields: list[Field | None], ways: list[str], people: int) -> None:
    grouped = chance.maybe("baris kelompok", 0.25)
    dotted = chance.maybe("nomor bertitik", 0.2)
    empty = chance.maybe("baris kosong", 0.15)
    for n in range(1, people + 1):
        if grouped and n in (1, people // 2 + 1):
            sheet.rows.append([chance.word("A", "I") if n == 1 else chance.word("B", "II"), "Sentra Contoh"])
        if empty and n == people // 2:
            sheet.rows.append([])
        row: list[Value] = [f"{n}." if dotted else n]
        at = len(sheet.rows) + 1
        for one, way in zip(fields, ways, strict=True):
            shown, told = one.cell(chance, n, way) if one else ("x", "")
            row.append(shown)
            if one:
                sheet.told[f"{at}.{one.name}"] = told
        sheet.rows.append([*row, f"{n}. ....." if n % 2 else None])


def _bottom(chance: Chance, sheet: _Sheet, people: int) -> None:
    if chance.maybe("jumlah", 0.25):
        sheet.rows.append(["Jumlah", f"{people} orang"])
    if chance.maybe("rekap", 0.25):
        sheet.rows += [[], ["Laki-laki", f"{people - 1} orang"], ["Perempuan", "1 orang"]]
    if chance.maybe("tanda tangan", 0.4):
        sheet.rows += [
            [],
            [None, None, None, "Contoh, 9 Juni 2023"],
            [None, "Mengetahui", None, "Ketua Panitia"],
            [None, "Kepala Dinas"],
            [],
            [None, "Drs. Andai", None, "Siti Contoh"],
            [None, "NIP. 198001012010011001"],
        ]


def timetable(chance: Chance, number: int) -> Buku:
    """A timetable of some days."""
    sheet = _Sheet()
    title = chance.word("JADWAL PELATIHAN BATIK", "SUSUNAN ACARA BIMTEK", "RUNDOWN PELATIHAN", "JADWAL ACARA")
    sheet.rows += [[title], *([[]] * chance.number(0, 2))]
    heads = [
        chance.word("Hari/Tanggal", "Tanggal", "Hari, Tgl", "HARI / TANGGAL"),
        chance.word("Jam", "Pukul", "Waktu", "Waktu (WIB)"),
        chance.word("Materi", "Mata Pelatihan", "Kegiatan", "Acara", "Pokok Bahasan"),
        chance.word("Narasumber", "Pengajar", "Pemateri", "Fasilitator", "Instruktur"),
        chance.word("JPL", "JP", "Jml JP"),
    ]
    order = chance.habit("jpl", "last", "none")
    sheet.rows.append(heads if order == "last" else heads[:4])
    style, days = chance.habit("hari", "once", "each", "merged"), chance.number(1, 4)
    form = chance.habit("tanggal", "long", "date", "short")
    sessions = 0
    first_day = date(2023, 6, 13 if form == "short" and days == 1 else 5)  # one short day alone is ambiguous
    for day in (first_day + timedelta(days=n) for n in range(days)):
        first = len(sheet.rows) + 1
        shown: Value = {
            "long": f"{('Senin', 'Selasa', 'Rabu', 'Kamis')[day.weekday()]}, {day.day} Juni 2023",
            "short": f"{day:%d/%m/%Y}",
        }.get(form, day)
        for n, hours in enumerate(("08.00 - 10.00", "10.15 - 12.00", "13.00 - 15.00")):
            at, sessions = len(sheet.rows) + 1, sessions + 1
            topic = TOPICS[sessions % len(TOPICS)]
            teacher = "Kepala Dinas" if sessions == 1 else _name(chance, sessions, "")[0]
            row = [shown if n == 0 or style == "each" else None, hours, topic, teacher, 2]
            sheet.rows.append(row if order == "last" else row[:4])
            sheet.told |= {f"{at}.materi": topic, f"{at}.waktu": day.isoformat()}
            sheet.told |= {f"{at}.narasumber": str(teacher), f"{at}.pukul_mulai": hours[:5]}
        if style == "merged":
            sheet.merges.append((first, 1, len(sheet.rows), 1))
    if chance.maybe("jumlah", 0.3) and order == "last":
        sheet.rows.append([None, None, "Jumlah", None, 2 * sessions])
    if chance.maybe("tanda tangan", 0.3):
        sheet.rows += [[], [None, None, "Mengetahui"], [None, None, "Kepala Dinas"]]
    return _book("jadwal", number, sheet, sessions)
