"""Whatever stands in a sheet, the checks answer with findings and never fall over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.sheets.tabel import Kind
from tests.berkas_skenario import dasar
from tests.susun_skenario import JENIS, daerah

DASAR = dasar()
BAKU = ("kind", "tabel", "row", "rincian", "kegiatan", "problems", "overrides", "tahap")
RINCIAN = list(load_rules(2023).rincian)
ISI: dict[str, list[Any]] = {
    "Decimal": [
        None,
        Decimal(0),
        Decimal(-3),
        Decimal("1e9"),
        Decimal("0.001"),
        Decimal("9e17"),
        Decimal("1e-15"),
    ],
    "bool": [None, True, False],
    "date": [None, date(1900, 1, 1), date(2023, 2, 28), date(2099, 12, 31)],
    "Rentang": [None, "2023-12-31..2023-01-01", "2020-02-29..2024-02-29"],
    "Pendidikan": [None, "TIDAK_SEKOLAH", "S3"],
    "int": [None, 0, 200],
    "str": [None, "-", "", "{x} %s", "belum ada", "Kota , Kab. ", "A" * 500, "\x00", "½ ٣"],
}


@st.composite
def fakta(draw: st.DrawFn) -> dict[str, Any]:
    facts: dict[str, Any] = {"untuk": draw(st.sampled_from(RINCIAN))}
    for kind in ("kegiatan", "peserta", "tenaga", "jadwal", "kunjungan"):
        names = [name for name in JENIS[kind].__dataclass_fields__ if name not in BAKU]
        chosen = draw(st.lists(st.sampled_from(names), max_size=4, unique=True))
        row = {name: _value(draw, kind, name) for name in chosen}
        facts[kind] = row if kind == "kegiatan" else {"banyak": draw(st.integers(0, 4)), "semua": row}
    absent = st.sampled_from(["nama", "nik", "nib", "status", "sentra"])
    facts["tanpa"] = {"peserta": draw(st.lists(absent, max_size=2))}
    return facts


def _value(draw: st.DrawFn, kind: str, name: str) -> Any:
    annotation = str(JENIS[kind].__dataclass_fields__[name].type)
    pool = next((values for word, values in ISI.items() if word in annotation), [None])
    return draw(st.sampled_from(pool))


@settings(max_examples=150, deadline=None)
@given(fakta())
def test_any_facts_give_findings(facts: dict[str, Any]) -> None:
    place = daerah(facts, DASAR)
    for t in check_daerah(place, load_rules(2023), date(2023, 9, 1)):
        assert t.pesan
        assert t.saran
        assert t.key


@pytest.mark.parametrize("kode", RINCIAN)
def test_empty_rows_and_sheets_give_nothing(kode: str) -> None:
    facts = {
        "untuk": kode,
        "kegiatan": "tidak ada",
        "peserta": {
            "banyak": 40,
            "semua": dict.fromkeys(("nama", "nik", "nib", "status", "alamat", "sk")),
        },
        "tenaga": {"banyak": 5, "semua": dict.fromkeys(("nama", "pendidikan", "bukti"))},
        "sentra": "tidak ada",
    }
    found = check_daerah(daerah(facts, DASAR), load_rules(2023), date(2024, 2, 1))
    assert not [t for t in found if t.rincian == kode]


def test_the_same_facts_give_the_same_findings_twice() -> None:
    people = {"banyak": 31, 2: {"nib": None}, 3: {"alamat": None}}
    facts = {"untuk": "A1", "kegiatan": {"jpl": 40}, "peserta": people}
    first = check_daerah(daerah(facts, DASAR), load_rules(2023), date(2024, 2, 1))
    assert first == check_daerah(daerah(facts, DASAR), load_rules(2023), date(2024, 2, 1))
    assert len({t.key for t in first}) == len(first)
    assert Kind.PESERTA.value in {t.tempat.sheet for t in first if t.tempat}
