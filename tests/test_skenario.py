"""Runs every scenario of tests/skenario, and sees to it that every rule has some."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from dak_excel.sheets.grid import CellRange
from tests.berkas_skenario import Skenario, dasar, semua
from tests.shared import SHARED
from tests.susun_skenario import daerah

DASAR = dasar()
SEMUA = semua()
SENDIRI = {"NIK-WILAYAH"}
"""Ids of our own that the catalogue has not: worth knowing, never more than `info`."""
MENYUSUL: frozenset[str] = frozenset()
"""Ids of the catalogue whose checks are still being built."""
IDS = (Path(__file__).parent / "ketentuan_ids.txt").read_text("utf-8").split()


def _in_scope(t: Temuan, s: Skenario) -> bool:
    if s.cakupan:
        return t.ketentuan.startswith(s.cakupan)
    codes = tuple(f"{part.get('untuk')}-" for part in [s.fakta, *s.fakta.get("tambah", [])])
    return t.ketentuan.startswith((*codes, "DATA-KOSONG"))


@pytest.mark.parametrize("skenario", SEMUA, ids=str)
def test_scenario_gives_exactly_its_findings(skenario: Skenario) -> None:
    juknis = load_rules(2023)
    place = daerah(skenario.fakta, DASAR)
    found = [t for t in check_daerah(place, juknis, skenario.per) if _in_scope(t, skenario)]
    expected = [item["ketentuan"] if isinstance(item, dict) else item for item in skenario.temuan]
    told = "\n".join(f"{t.ketentuan} {t.tempat} {t.pesan}" for t in found)
    assert Counter(t.ketentuan for t in found) == Counter(expected), f"ditemukan:\n{told or '(tidak ada)'}"
    for item in skenario.temuan:
        if isinstance(item, dict):
            assert any(_fits(t, item, place) for t in found), f"tidak ada yang cocok dengan {item}:\n{told}"


def _fits(t: Temuan, item: dict[str, Any], place: Daerah) -> bool:
    return (
        t.ketentuan == item["ketentuan"]
        and str(item.get("tingkat", t.tingkat)) == t.tingkat
        and str(item.get("status", t.status)) == t.status
        and item.get("rupiah", t.rupiah) == t.rupiah
        and all(text in t.pesan or text in t.saran for text in _texts(item.get("memuat")))
        and ("sel" not in item or t.tempat == _cell(str(item["sel"]), place))
    )


def _texts(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [str(v) for v in value or []]


def _cell(name: str, place: Daerah) -> CellRange:
    """`peserta.3.nib`: a field in the third row of that kind; `.judul`: the table; `.kepala.`: its head."""
    kind, row, field = name.split(".")
    if row == "kepala":
        return getattr(place, kind)[0].tabel.header_ref(field)
    record = getattr(place, kind)[int(row) - 1] if kind != "kegiatan" else _plans(place)[int(row) - 1]
    if field == "judul":
        return record.tabel.ref
    return record.cell(field)


def _plans(place: Daerah) -> list[Any]:
    return [record for sheet in place.sheets() for record in sheet.records if sheet.kind == "kegiatan"]


def test_every_rule_of_the_yaml_has_at_least_three_scenarios_of_both_outcomes() -> None:
    outcomes: dict[str, list[bool]] = defaultdict(list)
    for s in SEMUA:
        found = {item["ketentuan"] if isinstance(item, dict) else item for item in s.temuan}
        for name in s.ketentuan:
            outcomes[name].append(name in found)
    thin = {
        k.id: outcomes[k.id]
        for _, k in load_rules(2023).every_ketentuan()
        if len(outcomes[k.id]) < 3 or not any(outcomes[k.id]) or all(outcomes[k.id])
    }
    assert not thin, f"kurang skenario: {sorted(thin)}"


def test_scenarios_name_rules_that_exist() -> None:
    known = {k.id for _, k in load_rules(2023).every_ketentuan()}
    named = {name for s in SEMUA for name in s.ketentuan}
    assert named <= known


def test_every_id_of_the_list_is_in_the_yaml() -> None:
    known = {k.id for _, k in load_rules(2023).every_ketentuan()}
    assert set(IDS) - known == set()
    assert len(IDS) == len(set(IDS))


@pytest.mark.skipif(SHARED is None, reason="../shared tidak ada di mesin ini")
def test_the_list_holds_every_id_of_ketentuan_md() -> None:
    assert SHARED is not None
    text = (SHARED / "juknis" / "ketentuan.md").read_text("utf-8")
    assert _ids(text) - set(IDS) <= MENYUSUL
    assert set(IDS) - _ids(text) <= SENDIRI


def _ids(text: str) -> set[str]:
    """The ids that ketentuan.md gives, its short forms (`A5-, A6-STATUS`) and tables written out."""
    part = re.split(r"^## \d\. ", text, flags=re.M)
    ids = _table_ids(part[1]) - {"A3-JUMLAH"} | {"A3-RASIO", "B2-JUMLAH-OPERATOR"}
    for row in _rows(part[2]) + _rows(part[4]) + _rows(part[5]):
        names = [name for part in re.sub(r"\(.*?\)", "", row[0]).split(",") if (name := part.strip())]
        if not names:
            continue  # a row of context, which is no rule
        aspect = names[-1].partition("-")[2]
        ids |= {name if not name.endswith("-") else f"{name}{aspect}" for name in names}
    for row in _rows(part[3]):
        for code in re.findall(r"[A-D]\d", row[0]):
            given = dict(zip(("PENDIDIKAN", "", "PENGALAMAN", "BUKTI"), row[1:], strict=True))
            asked = {name for name, cell in given.items() if name and cell not in ("", "none")}
            ids |= {f"{code}-{name}" for name in asked | ({"SEHAT", "KEAHLIAN"} if asked else set())}
    ids |= {"A3-RANGKAP"} | set(re.findall(r"\b[A-Z]{3,}(?:-[A-Z]+)+\b", part[6]))
    return ids


def _table_ids(part: str) -> set[str]:
    aspects = ("JPL", "DURASI", "JUMLAH", "USIA", "NIB", "SK", "PANITIA")
    weeks = re.search(r"weeks in brackets behind JPL \((.*?)\)", part)
    listed = set(re.findall(r"[A-D]\d", weeks[1])) if weeks else set()
    return {f"{code}-MINGGU" for code in listed} | {
        f"{row[0][:2]}-{aspect}"
        for row in _rows(part)
        for aspect, cell in zip(aspects, row[1:8], strict=True)
        if cell
    }


def _rows(part: str) -> list[list[str]]:
    """The cells of the rows of a Markdown table, without its heading."""
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
