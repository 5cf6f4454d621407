"""Who is who in the lists: one person, one IKM, one sentra; how old someone is, and on which day.

A person is known by NIK, else by name and usaha; someone with a NIK in one row and none in another is one.
A row without name and NIK is nobody (ruled lines below a list, a stray remark).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from dak_excel import memos
from dak_excel.daerah.facts import Answer, Known, Unknown
from dak_excel.daerah.model import Fact, Kegiatan
from dak_excel.sheets.records import Peserta

_PEOPLE = re.compile(r"(?:org|orang|peserta)\b")
_SIGNS = re.compile(r"[\W_]+")


_SEBUTAN = re.compile(
    r"(?:h|hj|haji|hajah|hajjah|ir|dr|drs|dra|drg|drh|prof|kh|ust|ustadz|ustaz|bapak|bpk|pak|ibu|bu|sdr|"
    r"sdri|sdra|saudara|saudari|tn|ny|nn)"
)
"""What stands before a name and is none of it, without its dot."""
_GELAR = re.compile(
    r"(?:se|sh|st|mt|mm|ssos|skom|spd|mpd|msi|amd|sip|sag|spt|sp|ssn|sst|stp|skep|skm|mkom|msc|mba|mh|"
    r"map|ssi|sstp|spi|sei|spdi|ap)"
)
"""Degrees that people write without dots, in capitals, behind a name."""
_BERTITIK = re.compile(r"(?<!\w)(?:[SMA]|Amd|A\.?Md)\.\s?(?:[A-Z][a-z]{0,4}\.?\s?){1,3}(?=\s|,|$)")
"""Degrees with dots: `S.E.`, `S.Pd.I`, `A.Md`, `M.Si`."""
_BERTITIK_SAJA = re.compile(r"(?:[A-Za-z]{1,5}\.)+[A-Za-z]{0,5}")
_MENEMPEL = re.compile(r"(?<=\w)\.(?=\w{3,})")


def normal_name(text: str | None) -> str:
    """A name for comparison: lower case, without punctuation and doubled spaces."""
    return _SIGNS.sub(" ", text.casefold()).strip() if text else ""


@memos.of_texts(8192)
def person_name(text: str | None) -> str:
    """A person's name for comparison, without titles and degrees: `H. Ahmad, S.E., M.M.` → `ahmad`.

    A name that is nothing else keeps them.
    """
    if not text:
        return ""
    if "." in text or "," in text:
        first, *rest = _MENEMPEL.sub(". ", text).split(",")
        behind = [part for part in rest if not all(_is_title(word) for word in part.split())]
        words = _BERTITIK.sub(" ", " ".join([first, *behind])).split() or [""]
    else:
        words = text.split() or [""]
    while len(words) > 1 and _SEBUTAN.fullmatch(_SIGNS.sub("", words[0].casefold())):
        words = words[1:]
    while len(words) > 1 and words[-1].isupper() and _GELAR.fullmatch(_SIGNS.sub("", words[-1].casefold())):
        words = words[:-1]
    return normal_name(" ".join(words)) or normal_name(text)


def _is_title(word: str) -> bool:
    """Whether a word behind a comma is a degree: `S.E.`, `SE`, `Ph.D`."""
    return bool(_BERTITIK_SAJA.fullmatch(word)) or bool(_GELAR.fullmatch(_SIGNS.sub("", word.casefold())))


def people_of(peserta: Iterable[Peserta]) -> Iterator[Peserta]:
    """The rows that are people."""
    return (p for p in peserta if p.nama or p.nik)


class People:
    """The distinct people of some rows, in the order of their first rows."""

    def __init__(self, rows: Iterable[Peserta] = ()) -> None:
        self.rows: list[list[Peserta]] = []
        """The rows of each person."""
        self._nik: dict[str, int] = {}
        self._name: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            self.add(row)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, row: Peserta) -> bool:
        return self.find(row) is not None

    def add(self, row: Peserta) -> int:
        """The person whose row it is, a new one where nobody known is the same."""
        at = self.find(row)
        if at is None:
            at = len(self.rows)
            self.rows.append([])
        self.rows[at].append(row)
        if row.nik:
            self._nik.setdefault(row.nik, at)
        if (name := person_name(row.nama)) and at not in self._name[name]:
            self._name[name].append(at)
        return at

    def find(self, row: Peserta) -> int | None:
        """Which of the people a row is; None when it is another, or nobody can tell which."""
        if row.nik and row.nik in self._nik:
            return self._nik[row.nik]
        same = [at for at in self._name.get(person_name(row.nama), ()) if _same(row, self.rows[at])]
        if not same:
            return None
        usaha = normal_name(row.usaha)
        exact = [at for at in same if any(normal_name(p.usaha) == usaha for p in self.rows[at])]
        if exact:
            return exact[0]
        return same[0] if len(same) == 1 else None

    def first(self, row: Peserta) -> Peserta | None:
        """The first row of the person that a row is."""
        at = self.find(row)
        return None if at is None else self.rows[at][0]

    def chosen(self) -> list[Peserta]:
        """One row a person: the first with a NIK, else the first."""
        return [next((p for p in rows if p.nik), rows[0]) for rows in self.rows]


def _same(row: Peserta, known: list[Peserta]) -> bool:
    """Whether a row of the same name is that person: nothing tells them apart, and the name says enough.

    Address and sentra, which lists spell as they like, count only where no usaha is given; there a name of
    one word is too common to tell by itself.
    """
    usaha = [(normal_name(row.usaha), normal_name(p.usaha)) for p in known]
    if all(mine and theirs and mine != theirs for mine, theirs in usaha):
        return False
    if not person_name(row.nama):
        return False
    strong = [
        (mine, theirs)
        for p in known
        for mine, theirs in (
            (row.nik, p.nik),
            (row.tanggal_lahir, p.tanggal_lahir),
            (row.kelamin, p.kelamin),
        )
        if mine and theirs
    ]
    if any(mine != theirs for mine, theirs in strong):
        return False
    if any(mine and mine == theirs for mine, theirs in usaha):
        return True
    weak = [
        (mine, theirs)
        for p in known
        for mine, theirs in (
            (normal_name(row.alamat), normal_name(p.alamat)),
            (normal_name(row.sentra), normal_name(p.sentra)),
        )
        if mine and theirs
    ]
    if any(mine != theirs for mine, theirs in weak):
        return False
    return bool(strong or weak) or " " in person_name(row.nama)


@memos.of_rows(32)
def who_is_who(peserta: Iterable[Peserta]) -> People:
    """The distinct people of some rows, told apart once for all who ask; not to be added to."""
    return People(people_of(peserta))


def distinct_people(peserta: Iterable[Peserta]) -> list[Peserta]:
    """One row of each distinct person, in the order of the lists."""
    return who_is_who(peserta).chosen()


def distinct_ikm(peserta: Iterable[Peserta]) -> list[Peserta]:
    """One row of each distinct IKM (`rows_of_ikm`): the first that names its usaha, else the first."""
    return [rows[0] for rows in rows_of_ikm(peserta)]


def rows_of_ikm(peserta: Iterable[Peserta]) -> list[list[Peserta]]:
    """The rows of each distinct IKM: by the name of the usaha and its sentra, else by person.

    A row that names no sentra is of the usaha of that name. In a list without a column of names the usaha
    alone counts.
    """
    rows = list(peserta)
    found: list[list[Peserta]] = []
    known: dict[str, list[tuple[str, list[Peserta]]]] = defaultdict(list)
    alone = [[p] for p in rows if p.usaha and not (p.nama or p.nik or p.has("nama"))]
    for members in [*who_is_who(rows).rows, *alone]:
        first = next((p for p in members if p.usaha), members[0])
        own = [first, *(p for p in members if p is not first)]
        usaha, sentra = normal_name(first.usaha), normal_name(first.sentra)
        if usaha:
            like = (theirs for other, theirs in known[usaha] if not sentra or not other or sentra == other)
            if (same := next(like, None)) is not None:
                same += own
                continue
            known[usaha].append((sentra, own))
        found.append(own)
    return found


def distinct_sentra(peserta: Iterable[Peserta]) -> list[Peserta]:
    """The first row of each distinct sentra that people come from."""
    found: dict[str, Peserta] = {}
    for row in peserta:
        if key := normal_name(row.sentra):
            found.setdefault(key, row)
    return list(found.values())


def age_on(lahir: date, hari: date) -> int:
    """Age in whole years on a day; someone born on 29 February is a year older on 1 March in other years."""
    return hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day))


def age_at_activity(p: Peserta, kegiatan: Kegiatan, tahun: int) -> Answer[int]:
    """Age on the first day of the activity; see `age_at`."""
    return age_at(p, kegiatan.first_day, tahun)


def age_at(p: Peserta, first: Fact[date] | None, tahun: int) -> Answer[int]:
    """Age on the first day of an activity; where that is unknown, on 1 January of the fiscal year.

    Where only an age is written, that age counts (`hari` is None). `menurut` tells which.
    """
    if p.tanggal_lahir is not None:
        hari = first.nilai if first else date(tahun, 1, 1)
        menurut = "hari pertama kegiatan" if first else "1 Januari"
        return Known(age_on(p.tanggal_lahir, hari), (p.cell("tanggal_lahir"),), hari, menurut)
    if p.usia is not None:
        return Known(p.usia, (p.cell("usia"),), menurut="umur yang tertulis")
    return Unknown("usia")


def stated_headcount(kegiatan: Kegiatan) -> Fact[Decimal] | None:
    """The number of people that an activity's own row states: its peserta, else its output in people."""
    if stated := kegiatan.fact("jumlah_peserta"):
        return stated
    for field in ("capaian", "target"):
        for row in kegiatan.baris:
            value = getattr(row, field)
            if value is not None and _PEOPLE.match((row.satuan or "").casefold()):
                return Fact(value, row.cell(field))
    return None
