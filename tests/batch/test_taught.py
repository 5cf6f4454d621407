"""What a person corrects in `Ringkasan`: obeyed, said, remembered by its headings, undone when emptied."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from dak_excel.config import Settings
from dak_excel.nightly.run import run_nightly
from dak_excel.sheets.readings.memory import HintError, load

PER = date(2023, 7, 12)
HEAD = ("Siapa", "Nomor Kartu", "Bikin Apa")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "masukan" / "Kabupaten Uji").mkdir(parents=True)
    return tmp_path


def office(place: Path, name: str = "data.xlsx", people: int = 2) -> Path:
    """A list under headings that nobody has heard of."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lembar1"
    sheet.append(HEAD)
    for n in range(1, people + 1):
        sheet.append((f"Contoh {n}", f"990101{n:02d}0785{n:04d}", "Keripik"))
    path = place / "masukan" / "Kabupaten Uji" / name
    book.save(path)
    return path


def run(place: Path) -> Path:
    """Runs the whole, and gives the folder of the annotated copies."""
    made = {
        "masukan": place / "masukan",
        "keluaran": place / "keluaran",
        "petunjuk": place / "tata-letak.yaml",
    }
    run_nightly(Settings(per=PER, semester="1", tata_letak=False, paksa=True, **made))
    return next((place / "keluaran").glob("*/anotasi"))


def correct(path: Path, **said: str | None) -> bytes:
    """The copy with these cells of `Dibaca sebagai` changed, by heading; `jenis` is the kind."""
    book = load_workbook(path)
    sheet = book["Ringkasan"]
    for row in sheet.iter_rows(min_col=3, max_col=5):
        title = "jenis" if row[0].value == "(jenis lembar)" else str(row[0].value)
        if title.replace(" ", "_") in said:
            row[2].value = said[title.replace(" ", "_")]
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cells(path: Path) -> dict[str, tuple[object, object]]:
    """What stands in `Dibaca sebagai` and beside it, by heading."""
    rows = load_workbook(path)["Ringkasan"].iter_rows(min_col=3, max_col=6, values_only=True)
    return {str(title): (meaning, remark) for title, _, meaning, remark in rows}


TOLD = {"jenis": "peserta", "Siapa": "nama", "Nomor_Kartu": "nik"}


def test_a_correction_is_obeyed_said_and_remembered(place: Path) -> None:
    path = office(place)
    copies = run(place)
    assert cells(copies / "data.xlsx")["Siapa"] == ("tidak dibaca", None)
    path.write_bytes(correct(copies / "data.xlsx", **TOLD))
    run(place)
    shown = cells(copies / "data.xlsx")
    assert shown["(jenis lembar)"][0] == "peserta"
    assert shown["Nomor Kartu"] == ("nik", "Menurut petunjuk Anda; program sendiri tidak membacanya.")
    page = next((place / "keluaran").glob("*/ringkasan.html")).read_text(encoding="utf-8")
    assert "Dibaca menurut petunjuk Anda" in page
    (kept,) = load(place / "tata-letak.yaml")
    assert (kept.judul, kept.jenis, kept.kolom) == (HEAD, "peserta", {0: "nama", 1: "nik"})
    office(place, "lain.xlsx", 3)
    run(place)
    assert cells(copies / "lain.xlsx")["(jenis lembar)"][0] == "peserta"


def test_a_corrected_copy_that_comes_back_unchanged_gives_the_same_file(place: Path) -> None:
    path = office(place)
    copies = run(place)
    before = (copies / "data.xlsx").read_bytes()
    shutil.copy(copies / "data.xlsx", path)
    run(place)
    assert (copies / "data.xlsx").read_bytes() == before
    assert not (place / "tata-letak.yaml").exists()
    path.write_bytes(correct(copies / "data.xlsx", **TOLD))
    run(place)
    before = (copies / "data.xlsx").read_bytes()
    shutil.copy(copies / "data.xlsx", path)
    run(place)
    assert (copies / "data.xlsx").read_bytes() == before


def test_an_emptied_cell_takes_the_correction_back(place: Path) -> None:
    path = office(place)
    copies = run(place)
    path.write_bytes(correct(copies / "data.xlsx", **TOLD))
    run(place)
    path.write_bytes(correct(copies / "data.xlsx", jenis=None, Siapa=None, Nomor_Kartu=None))
    run(place)
    assert load(place / "tata-letak.yaml") == []
    assert cells(copies / "data.xlsx")["(jenis lembar)"] == ("tidak dikenali", None)


def test_a_correction_that_the_sheet_contradicts_is_obeyed_and_said(place: Path) -> None:
    path = office(place)
    copies = run(place)
    path.write_bytes(correct(copies / "data.xlsx", **TOLD, Bikin_Apa="tanggal lahir"))
    run(place)
    assert cells(copies / "data.xlsx")["Bikin Apa"][0] == "tanggal lahir"
    notes = [str(v) for row in load_workbook(copies / "data.xlsx")["Ringkasan"].values for v in row if v]
    assert any("Petunjuk Anda diikuti, tetapi isi kolom C" in note for note in notes)


def test_every_cell_that_may_be_corrected_has_a_drop_down_and_is_unlocked(place: Path) -> None:
    office(place)
    sheet = load_workbook(run(place) / "data.xlsx")["Ringkasan"]
    named = {row[0].value: row[2] for row in sheet.iter_rows(min_col=3, max_col=5)}
    for title in ("(jenis lembar)", *HEAD):
        cell = named[title]
        assert not cell.protection.locked
        (rule,) = [v for v in sheet.data_validations.dataValidation if cell.coordinate in v.sqref]
        choices = [c.value for c in sheet[rule.formula1.replace("$", "")][0]]
        assert cell.value in choices
    assert sheet.column_dimensions["G"].hidden


def test_a_file_that_a_person_has_broken_is_told_of(tmp_path: Path) -> None:
    broken = tmp_path / "tata-letak.yaml"
    broken.write_text("- jenis: pesrta\n  judul: [No]\n", encoding="utf-8")
    with pytest.raises(HintError, match=r"tata-letak\.yaml"):
        load(broken)
