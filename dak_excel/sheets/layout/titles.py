"""Title lines above a table: what it is called, which activity it is of, and the facts they give."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.layout.key_values import Pair, pairs, text_of
from dak_excel.sheets.layout.month_headings import month_of
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.tabel import Problem, Span
from dak_excel.sheets.values import Bad, parse_ordinal, parse_period
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.column_types import ISI
from dak_excel.sheets.vocabulary import Vocabulary

MOST_LINES = 40
"""Lines above a header that can be its title."""

_ACTIVITY = re.compile(
    r"\b(pelatihan|bimbingan\s+teknis|bimtek|workshop|lokakarya|pendampingan|fasilitasi|penyusunan|promosi|sertifikasi|pameran"
    r"|studi\s+banding|layanan|penerapan|pengembangan|kunjungan\s+lapangan|inkubasi|inkubator|sosialisasi|temu\s+bisnis|magang"
    r"|business\s+matching)\b",
    re.I,
)
_PREFIX = re.compile(
    r"^(?:(?:daftar|pendaftar(?:an)?|data|biodata|rekap(?:itulasi)?|hadir|absensi|presensi|nama|calon|peserta|narasumber|instruktur|pengajar"
    r"|tenaga|ahli|fasilitator|jadwal|rundown|susunan|acara|rencana|anggaran|biaya|rab|\(rab\)|realisasi|laporan|kegiatan|logbook"
    r"|log|book|kunjungan|dan|lampiran|rincian|pelaksanaan|ikm|sasaran|penerima|untuk|pada|dalam|rangka|dokumentasi|foto"
    r"|[/:,;.&–-])\s*)+",
    re.I,
)
_KODE_SIPD = re.compile(r"^\d[\d.]{2,}\s*[-–]?\s+")
_CODE = re.compile(r"^\(?\s*(?:II\.)?[A-D]\s?[.-]?\s?[1-6]\s*\)?\s*[.:)–-]*\s+")
_CODE_LAST = re.compile(r"\s*\(?\s*[A-D]\s?[.-]?\s?[1-6]\s*\)?$")
_CODE_INSIDE = re.compile(r"\s*\(\s*[A-D]\s?[.-]?\s?[1-6]\s*\)")
_DAYS_AT_END = re.compile(
    r"[\s,(:–-]+((?:\d{1,2}(?:\s+[^\W\d]{3,9}(?:\s+20\d\d)?)?\s*(?:-|–|s\.?\s?/?d\.?|sampai|dan|&)\s*)?"
    r"\d{1,2}\s+[^\W\d]{3,9}\s+20\d\d)\W*$",
    re.I,
)
"""Days behind a title: `Peserta Bimtek Keripik 12 - 16 Juni 2023`."""
_DAYS_WITHIN = re.compile(
    r"(?<!\d)(?:\d{1,2}\s*,\s*)*"
    r"(?:\d{1,2}(?:\s+[^\W\d]{3,9}(?:\s+20\d\d)?)?\s*(?:-|–|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|dan|&)\s*)?"
    r"\d{1,2}\s+[^\W\d]{3,9}\s+20\d\d(?!\d)"
    r"|(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:20)?\d\d(?:\s*(?:–|s\.?\s?/?d\.?|sampai(?:\s+dengan)?)\s*\d{1,2}\1\d{1,2}\1(?:20)?\d\d)?(?!\d)",
    re.I,
)
_OTHER_DAY = re.compile(
    r"\b(?:sk|keputusan|surat|nomor|no|peraturan|permen\w*|undang\w*|dicetak|diunduh|keadaan|posisi|per|data|update\w*"
    r"|tertanggal)\b",
    re.I,
)
"""Words of a line whose date is that of a paper or of the data, not of the activity."""
_AT = re.compile(r"(?:bertempat\s+)?di\s+|tempat\s*:?\s*|lokasi\s*:?\s*|@\s*", re.I)
_TAIL = re.compile(
    r"[\s,(]+(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)\s*:?\s*20\d\d\W*$"
    r"|[\s,]+(?:(?:pada|hari)\s+)*(?:tanggal|tgl\.?)\s+\d.*$",
    re.I,
)
_PLACE = re.compile(
    r"(?:hotel|aula|gedung|balai|blk|wisma|pendopo|kantor|ruang(?:an)?|rumah\s+kemasan|kampus|politeknik|universitas)\b",
    re.I,
)
_CONTINUED = re.compile(r"\s*\(?\s*(?:lanjutan|sambungan)\s*\)?\s*$", re.I)
_ANGKATAN = re.compile(r"\b(?:angkatan|batch|gelombang)\s*(?:ke\s*[-.]?\s*)?([ivx]+|\d+)\b", re.I)
_TAHUN = re.compile(r"\b(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)\s*:?\s*(20\d\d)\b", re.I)
_TANGGAL = re.compile(r"\b(?:tanggal|tgl\.?|hari/tanggal|pada\s+hari|waktu)\b\s*:?\s*(.+)$", re.I)
_SENTRA = re.compile(r"sentra((?:\s+[^\W\d_]+){1,7})", re.I)
"""A line of its own that may be the name of a sentra."""
_OF_ANY_SENTRA = frozenset({"ikm", "industri", "kecil", "menengah", "dan"})
_NO_SENTRA = frozenset(
    {"kabupaten", "kab", "kota", "provinsi", "tahun", "daftar", "data"}
    | {"binaan", "unggulan", "yang", "seluruh"}
)


@dataclass(slots=True)
class Judul:
    """The title lines of a table. `facts` are parsed, `fixed` are their cells."""

    lines: list[str] = field(default_factory=list)
    """Lines that are no key : value pairs."""
    rows: tuple[int, int] = (0, 0)
    rincian: str = ""
    rincian_cell: CellRange | None = None
    kegiatan: str = ""
    kegiatan_cell: CellRange | None = None
    facts: dict[str, object] = field(default_factory=dict)
    fixed: dict[str, CellRange] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines joined."""
        return " ".join(self.lines)

    @property
    def own(self) -> bool:
        """Whether the lines say which activity they are of."""
        return bool(self.kegiatan or self.rincian or "waktu" in self.facts or "angkatan" in self.facts)


def read_titles(
    view: View, first: int, last: int, kosakata: Vocabulary, setting: Setting, span: tuple[int, int] = (1, 0)
) -> Judul:
    """The title lines in the rows `first` … `last`, of the columns of `span` (right 0 for all)."""
    judul = Judul(rows=(first, last))
    for row in range(max(first, last - MOST_LINES + 1), last + 1):
        cells = view.cells(row, *span)
        if not cells:
            continue
        found = pairs(view, row, kosakata.keterangan, kosakata, bare=len(cells) == 2, span=span)
        for pair in found:
            _fact(judul, view, pair, setting)
        if not found and (line := _CONTINUED.sub("", text_of(cells))):
            judul.lines.append(line)
            _line(judul, view.grid.ref(row, cells[0][0]), line, setting)
    return judul


def _fact(judul: Judul, view: View, pair: Pair, setting: Setting) -> None:
    """Files one `key : value` line."""
    ref = view.grid.ref(pair.row, pair.column)
    raw = pair.raw
    if raw is None or pair.field in judul.facts:
        return
    text = " ".join(str(raw).split())
    if pair.field in ("rincian", "kegiatan"):
        code = setting.rincian(text)
        if code and not judul.rincian:
            judul.rincian, judul.rincian_cell = code, ref
        if pair.field == "kegiatan" and "kegiatan" not in judul.fixed:
            judul.kegiatan, judul.kegiatan_cell = _CODE.sub("", _KODE_SIPD.sub("", text)), ref
            judul.fixed["kegiatan"] = ref
        elif pair.field == "rincian" and not judul.kegiatan:
            judul.kegiatan = _name(text)
        _batch(judul, text, ref)
        return
    value = _parse(pair.field, raw, setting)
    if isinstance(value, Bad):
        judul.problems.append(
            Problem(value.ketentuan, ref, raw, pair.field, judul=pair.key, varian=value.varian)
        )
        judul.fixed[pair.field] = ref
        return
    if value is not None:
        judul.facts[pair.field] = value
        judul.fixed[pair.field] = ref


_KINDS = {
    "waktu": "periode",
    "jpl": "jam_pelajaran",
    "panitia": "angka",
    "target": "volume",
    "jumlah_peserta": "volume",
    "teori": "angka",
    "diskusi": "angka",
    "praktik": "angka",
    "total": "uang",
    "tahun": "angka",
    "akreditasi": "ada",
    "logbook": "ada",
}


def _parse(name: str, raw: object, setting: Setting) -> object:
    """A fact parsed by its field's type; a count of several factors is the first of them."""
    if name == "bulan":
        return month_of(" ".join(str(raw).casefold().split()))
    parse = ISI[_KINDS.get(name, "teks")].reader((raw,), setting)  # type: ignore[arg-type]
    value = parse(raw)  # type: ignore[arg-type]
    if isinstance(value, Bad) and name in ("jpl", "panitia", "target", "jumlah_peserta", "tahun", "waktu"):
        return _loose(name, str(raw), value, setting)
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return value[0][0]
    if name == "angkatan" and isinstance(value, str):
        number = parse_ordinal(value)
        return str(number) if isinstance(number, int) else value
    return value


def _loose(name: str, text: str, bad: Bad, setting: Setting) -> object:
    """A fact among other words: `± 50 JPL (5 hari)`, `Senin s.d. Jumat / 12 s.d. 16 Juni 2023`."""
    if name == "waktu":
        for part in re.split(r"[/;(]|\bpukul\b|\bjam\b", text):
            span = parse_period(part.strip(" )"), setting.tahun)
            if isinstance(span, Span):
                return span
        within = _DAYS_WITHIN.search(text)
        span = parse_period(within[0], setting.tahun) if within else None
        return span if isinstance(span, Span) else bad
    numbers = re.findall(r"\d+(?:[.,]\d+)?", text)
    return Decimal(numbers[0].replace(",", ".")) if numbers else bad


def _line(judul: Judul, ref: CellRange, line: str, setting: Setting) -> None:
    """What a plain line of the title says."""
    if not judul.rincian and (code := setting.rincian(line)):
        judul.rincian, judul.rincian_cell = code, ref
    if not judul.kegiatan and (name := _name(line)):
        judul.kegiatan, judul.kegiatan_cell = name, ref
    _batch(judul, line, ref)
    if "sentra" not in judul.facts and _names_a_sentra(line.strip()):
        judul.facts["sentra"], judul.fixed["sentra"] = line.strip(), ref
    if "tahun" not in judul.facts and (match := _TAHUN.search(line)):
        judul.facts["tahun"] = Decimal(match[1])
        judul.fixed["tahun"] = ref
    if "waktu" not in judul.facts and not _OTHER_DAY.search(line):
        span, place = _days_and_place(line, setting)
        if span:
            judul.facts["waktu"], judul.fixed["waktu"] = span, ref
            if "tempat" not in judul.facts and place:
                judul.facts["tempat"], judul.fixed["tempat"] = place, ref


def _days_and_place(line: str, setting: Setting) -> tuple[Span | None, str]:
    """The days of the activity that a line gives, and its place."""
    if len(line) < 120 and _DAYS_WITHIN.search(line):
        return _days_within(line, setting)
    if match := _TANGGAL.search(line):
        days, _, place = match[1].partition(" di ")
        span = parse_period(days, setting.tahun)
        return (span, place.strip(" .")) if isinstance(span, Span) else (None, "")
    before, _, days = line.rpartition(", ")
    span = parse_period(days, setting.tahun) if re.search(r"\d{1,2}\D", line) and len(line) < 80 else None
    if not isinstance(span, Span):
        return None, ""
    return span, before if _PLACE.match(before) else ""


def _names_a_sentra(line: str) -> bool:
    match = _SENTRA.fullmatch(line)
    words = set(match[1].casefold().split()) - _OF_ANY_SENTRA if match else set()
    return bool(words) and _NO_SENTRA.isdisjoint(words)


def _days_within(line: str, setting: Setting) -> tuple[Span | None, str]:
    """The one date or span that stands in a line, and the place beside it: `5 s.d. 9 Juni 2023, Aula Dinas`.

    None where there are several.
    """
    found = list(_DAYS_WITHIN.finditer(line))
    span = parse_period(found[0][0], setting.tahun) if len(found) == 1 else None
    if not isinstance(span, Span):
        return None, ""
    rest = line[found[0].end() :].strip(" ,;|–-().")
    if place := _AT.match(rest):
        return span, rest[place.end() :].strip()
    before = line[: found[0].start()].strip(" ,;|–-(")
    return span, next((text for text in (rest, before) if _PLACE.match(text)), "")


def _batch(judul: Judul, text: str, ref: CellRange) -> None:
    """The angkatan that a text names."""
    if "angkatan" not in judul.facts and (match := _ANGKATAN.search(text)):
        number = parse_ordinal(match[1])
        judul.facts["angkatan"] = str(number) if isinstance(number, int) else match[1]
        judul.fixed["angkatan"] = ref


def names_a_batch(line: str) -> bool:
    """Whether a text names an angkatan."""
    return _ANGKATAN.search(line) is not None


def _name(line: str) -> str:
    """The name of the activity in a title: `DAFTAR PESERTA PELATIHAN BATIK` → `PELATIHAN BATIK`."""
    bare = _CODE.sub("", _PREFIX.sub("", line.strip()))
    bare = _CODE.sub("", bare.lstrip("( "))
    match = _ACTIVITY.match(bare)
    if not match:
        match = _ACTIVITY.search(line) if _CODE.match(line) else None
        bare = line[match.start() :] if match else ""
    bare = _CODE_INSIDE.sub("", _DAYS_AT_END.sub("", _TAIL.sub("", bare)))
    bare = _CODE_LAST.sub("", bare.strip(" .,:;-"))
    return bare if len(_ANGKATAN.sub("", bare).split()) > 1 else ""


def activity_name(line: str) -> str:
    """See `_name`: for a group row that names an activity."""
    return _name(line)
