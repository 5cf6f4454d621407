"""docs/analis.md: its code runs on the samples, and its answers are those of plain recounting."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def said() -> dict[str, Any]:
    """What the guide's code leaves, run in its order."""
    text = (ROOT / "docs/analis.md").read_text("utf-8").replace('"input_samples', f'"{ROOT}/input_samples')
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", text, re.S):
        exec(compile(block, "docs/analis.md", "exec"), names)
    return names


def test_it_asks_ten_questions() -> None:
    text = (ROOT / "docs/analis.md").read_text("utf-8")
    assert len(re.findall(r"^### \d+\. .*\?$", text, re.M)) == 10


def test_late_letters_are_those_of_the_samples(said: dict[str, Any]) -> None:
    late = said["terlambat"]
    city = late[late["daerah"] == "Kota Percontohan"].set_index("nama")["terlambat"]
    assert sorted(city) == [1, 5, 6]
    assert "Kabupaten Teladan" not in set(late["daerah"])


def test_absorption_counts_only_what_is_known(said: dict[str, Any]) -> None:
    row = said["serapan"].iloc[0]
    known = said["per_rincian"].dropna(subset=["pagu", "realisasi"])
    assert row["serapan"] == pytest.approx(100 * known["realisasi"].sum() / known["pagu"].sum())
    assert row["tanpa_realisasi"] == 0


def test_people_are_counted_once(said: dict[str, Any]) -> None:
    people = said["hasil"].peserta.dropna(subset=["orang"])
    assert len(said["orang"]) <= len(people.groupby(["folder", "nama"])) <= len(people)
    assert said["umur"].to_numpy().sum() == len(said["orang"].dropna(subset=["kelamin"]))
    assert len(said["keduanya"]) > 0


def test_budget_amounts_add_up_to_the_rab(said: dict[str, Any]) -> None:
    hasil = said["hasil"]
    by_lines = hasil.rab.groupby("folder")["rupiah"].sum()
    by_rekap = hasil.rekap(by=["folder"]).set_index("folder")["rab"]
    assert (by_lines - by_rekap).abs().max() < 0.005


def test_months_add_up_to_what_was_paid(said: dict[str, Any]) -> None:
    hasil = said["hasil"]
    by_month = hasil.serapan.groupby(["folder", "rincian"])["realisasi"].sum()
    whole = hasil.rekap(by=["folder", "rincian"]).set_index(["folder", "rincian"])["realisasi"]
    assert (by_month - whole.loc[by_month.index]).abs().max() < 0.005


def test_an_address_leads_to_the_cell(said: dict[str, Any]) -> None:
    people = said["hasil"].peserta
    row = people[people["berkas"].str.endswith(".xlsx")].iloc[0]
    book = openpyxl.load_workbook(ROOT / "input_samples" / row["folder"] / row["berkas"], read_only=True)
    cells = next(book[row["lembar"]].iter_rows(min_row=row["baris"], max_row=row["baris"], values_only=True))
    assert row["nama"] in {str(cell) for cell in cells}


def test_one_file_from_bytes(said: dict[str, Any]) -> None:
    assert len(said["satu"].sentra) > 0
    assert set(said["satu"].sentra["berkas"]) == {"sentra.csv"}
