"""What speaks for a list of persons, and for a directory of firms: name and address head both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

PERSONAL: Mapping[str, float] = {
    "nik": 2.0,
    "lahir": 1.0,
    "tanggal_lahir": 1.0,
    "kelamin": 1.0,
    "kelamin_l": 1.0,
    "usia": 1.0,
    "pendidikan": 1.0,
    "hadir": 1.0,
    "telepon": 0.5,
    "alamat": 0.5,
}
"""Fields that only a person has, by weight."""
ENOUGH_PERSONAL = 2.5
"""Weight from which a list with a name is one of persons, whatever its title calls them."""
HALF_PERSONAL = 2.0
"""The same beside what a list of persons of the industry has, or a column to sign in."""
BESIDE = frozenset({"komoditi", "sentra", "nib", "paraf"})
OWN_LISTS = 1.5
"""Points for such a list."""
OWNERS = 1.0
"""Points for an owner beside the firm: a list of IKM as a dinas keeps it."""

_OF_FIRMS = re.compile(
    r"\b(?:investasi|kapasitas|nilai produksi|nilai bb|kbli|badan usaha|bentuk usaha|tahun (?:\w+ )?izin"
    r"|izin usaha industri|siup|tdp|tenaga kerja|tk l|tk p|tki|tka|omset|omzet|aset|asset|modal|bahan baku"
    r"|cabang industri|orientasi ekspor|fax|skala|jumlah karyawan|pemasaran|mesin)\b"
)
_OF_PERSONS = re.compile(r"\b(?:nik|ktp|lahir|ttl|kelamin|jk|usia|umur|pendidikan|hadir)\b")
_FIRMS = re.compile(r"\b(?:umkm|ikm|usaha|industri|perusahaan|toko|perizinan)\b")
DIRECTORY = 3
"""Headings on the firm itself that make a list without a title a directory."""


def personal(fields: Sequence[str]) -> float:
    """Weight of the columns that tell of a person."""
    have = set(fields)
    if "lahir" in have:
        have.discard("tanggal_lahir")
    return sum(weight for name, weight in PERSONAL.items() if name in have)


def is_directory(fields: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether the columns describe firms and hardly their owners: investment, capacity, workers, KBLI.

    `headings` are in standard spelling.
    """
    firm = sum(1 for heading in headings if _OF_FIRMS.search(heading))
    own = personal([name for name in fields if name not in ("telepon", "alamat")])
    return firm >= DIRECTORY and firm > 2 * own


def lists_firms(headings: Sequence[str], titled: bool) -> bool:
    """Whether a list is one of firms by its headings alone.

    Where the title says so one heading is enough, or the name of the firm and nothing on a person.
    """
    firm = sum(1 for heading in headings if _OF_FIRMS.search(heading))
    own = sum(1 for heading in headings if _OF_PERSONS.search(heading))
    if (
        titled
        and not own
        and any(heading.startswith("nama ") and _FIRMS.search(heading) for heading in headings)
    ):
        return True
    return firm > own if titled else firm >= DIRECTORY and firm > 2 * own


def names_firms(title: str) -> bool:
    """Whether a title in standard spelling calls the list one of firms: `data umkm`."""
    return _FIRMS.search(title) is not None
