"""Returned copies: corrected or answered in, dropped back under the same name or another."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dak_excel.batch.journal import open_journal
from dak_excel.config import Settings
from dak_excel.nightly.run import run_nightly
from dak_excel.results.daerah import DaerahResult
from tests.kecil import buku_identitas, buku_peserta

PATH = os.environ.get("PATH", "")


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    folder = tmp_path / "masukan/Kabupaten Uji"
    folder.mkdir(parents=True)
    (folder / "identitas.xlsx").write_bytes(buku_identitas())
    (folder / "peserta.xlsx").write_bytes(buku_peserta(1, orang=33))
    for path in folder.iterdir():
        os.utime(path, (time.time() - 3600,) * 2)
    run(tmp_path)
    return tmp_path


def run(kantor: Path) -> DaerahResult:
    out = kantor / "keluaran"
    hasil = run_nightly(Settings(masukan=kantor / "masukan", keluaran=out, per=date(2023, 7, 20)))
    assert not hasil.failed
    with open_journal(out / ".dak_excel/jurnal.sqlite") as jurnal:
        daerah = jurnal.result("Kabupaten Uji")
    assert daerah is not None
    return daerah


def drop_back(kantor: Path, name: str) -> Path:
    """The annotated copy, dropped into the input folder under a name."""
    target = kantor / "masukan/Kabupaten Uji" / name
    shutil.copyfile(kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx", target)
    return target


def edit(path: Path, change: object) -> None:
    """Saves a workbook again after a change, as another program would."""
    book = openpyxl.load_workbook(path)
    change(book)  # type: ignore[operator]
    buffer = BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())


def answer(book: openpyxl.Workbook) -> None:
    """Writes a reason, a letter number and its date beside the finding A1-JUMLAH."""
    sheet = book["Temuan"]
    head = next(r for r in sheet.iter_rows() if "Alasan" in [c.value for c in r])
    columns = {cell.value: cell.column for cell in head if cell.value}
    row = next(r for r in sheet.iter_rows() if "A1-JUMLAH" in [c.value for c in r])[0].row
    sheet.cell(row, columns["Alasan"], "Peminat melebihi kuota dan ruang memadai")
    sheet.cell(row, columns["Nomor Surat"], "500/12/2023")
    sheet.cell(row, columns["Tanggal Surat"], date(2023, 5, 2))


def mend(book: openpyxl.Workbook, wrong: str, right: str) -> None:
    """Another year of birth."""
    for cells in book["Peserta"].iter_rows():
        for cell in cells:
            if isinstance(cell.value, str) and cell.value.endswith(f"-06-{wrong}"):
                cell.value = cell.value.replace(wrong, right)


def note(book: openpyxl.Workbook, text: str, sheet: str = "Peserta") -> None:
    """A word in a free cell."""
    book[sheet]["Z40"] = text


def replaced(daerah: DaerahResult) -> dict[str, str]:
    return {b.nama: b.digantikan for b in daerah.berkas if b.digantikan}


def ids(daerah: DaerahResult) -> list[str]:
    return sorted(t.ketentuan for t in daerah.temuan)


@pytest.mark.parametrize("name", ["peserta.xlsx", "peserta sudah dilihat.xlsx"])
def test_an_unchanged_copy_dropped_back_changes_nothing(kantor: Path, name: str) -> None:
    before = run(kantor)
    annotated = (kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx").read_bytes()
    drop_back(kantor, name)
    after = run(kantor)
    assert ids(after) == ids(before)
    assert (kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx").read_bytes() == annotated


@pytest.mark.parametrize("name", ["peserta.xlsx", "peserta (dijawab).xlsx"])
def test_an_answer_is_read_under_whatever_name_it_comes_back(kantor: Path, name: str) -> None:
    assert [t.status for t in run(kantor).temuan if t.ketentuan == "A1-JUMLAH"] == ["terbuka"]
    edit(drop_back(kantor, name), answer)
    after = run(kantor)
    assert [t.status for t in after.temuan if t.ketentuan == "A1-JUMLAH"] == ["disetujui"]
    assert "NIK-GANDA" not in ids(after)


def test_a_mended_copy_beside_its_original_replaces_it(kantor: Path) -> None:
    assert "A1-USIA" in ids(run(kantor))
    edit(drop_back(kantor, "peserta diperbaiki.xlsx"), lambda book: mend(book, "1960", "1985"))
    after = run(kantor)
    assert "A1-USIA" not in ids(after)
    assert "NIK-GANDA" not in ids(after)
    assert replaced(after) == {"peserta.xlsx": "peserta diperbaiki.xlsx"}
    assert not (kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx").exists()
    page = (kantor / "keluaran/Kabupaten Uji/ringkasan.html").read_text(encoding="utf-8")
    assert "<strong>peserta.xlsx</strong> tidak dihitung: digantikan oleh «peserta diperbaiki.xlsx»." in page


def test_an_original_that_was_edited_counts_and_its_untouched_copy_does_not(kantor: Path) -> None:
    drop_back(kantor, "peserta dari program.xlsx")
    edit(kantor / "masukan/Kabupaten Uji/peserta.xlsx", lambda book: mend(book, "1960", "1985"))
    after = run(kantor)
    assert replaced(after) == {"peserta dari program.xlsx": "peserta.xlsx"}
    assert "A1-USIA" not in ids(after)
    assert "NIK-GANDA" not in ids(after)


@pytest.mark.parametrize("later", ["peserta.xlsx", "peserta diperbaiki.xlsx"])
def test_when_both_were_edited_the_last_one_counts_and_this_is_said(kantor: Path, later: str) -> None:
    names = ["peserta.xlsx", "peserta diperbaiki.xlsx"]
    drop_back(kantor, names[1])
    for name in names:
        path = kantor / "masukan/Kabupaten Uji" / name
        edit(path, lambda book: mend(book, "1960", "1985"))
        os.utime(path, (time.time() - (1800 if name == later else 3600),) * 2)
    after = run(kantor)
    (earlier,) = set(names) - {later}
    assert replaced(after) == {earlier: later}
    (kept,) = [b for b in after.berkas if b.nama == later]
    assert any("keduanya diubah" in note for note in kept.catatan)
    assert "NIK-GANDA" not in ids(after)


def test_a_mended_copy_that_is_mended_again_still_replaces_the_first_file(kantor: Path) -> None:
    edit(drop_back(kantor, "peserta v2.xlsx"), lambda book: mend(book, "1960", "1970"))
    assert replaced(run(kantor)) == {"peserta.xlsx": "peserta v2.xlsx"}
    annotated = kantor / "keluaran/Kabupaten Uji/anotasi/peserta v2.xlsx"
    shutil.copyfile(annotated, kantor / "masukan/Kabupaten Uji/peserta v3.xlsx")
    edit(kantor / "masukan/Kabupaten Uji/peserta v3.xlsx", lambda book: mend(book, "1970", "1985"))
    after = run(kantor)
    assert replaced(after) == {"peserta.xlsx": "peserta v3.xlsx", "peserta v2.xlsx": "peserta v3.xlsx"}
    assert "A1-USIA" not in ids(after)


def test_of_two_copies_of_one_file_the_later_counts(kantor: Path) -> None:
    for age, name in ((300, "peserta pak A.xlsx"), (100, "peserta bu B.xlsx")):
        path = drop_back(kantor, name)
        edit(path, lambda book, name=name: note(book, name))  # type: ignore[misc]
        os.utime(path, (time.time() - age,) * 2)
    assert replaced(run(kantor)) == {
        "peserta.xlsx": "peserta bu B.xlsx",
        "peserta pak A.xlsx": "peserta bu B.xlsx",
    }


def test_a_copy_that_became_another_workbook_counts_beside_the_original(kantor: Path) -> None:
    def fill_anew(book: openpyxl.Workbook) -> None:
        for cells in book["Peserta"].iter_rows(min_row=7, min_col=2, max_col=8):
            for number, cell in enumerate(cells):
                cell.value = f"isi lain {cell.row} {number}"

    edit(drop_back(kantor, "peserta A2.xlsx"), fill_anew)
    after = run(kantor)
    assert replaced(after) == {}
    (copy,) = [b for b in after.berkas if b.nama == "peserta A2.xlsx"]
    assert any("isinya sudah lain; keduanya dihitung" in text for text in copy.catatan)


def test_a_mended_copy_of_a_csv_replaces_it(kantor: Path) -> None:
    """Its annotated copy is a new .xlsx, which can only come back beside it."""
    folder = kantor / "masukan/Kabupaten Uji"
    rows = ["No;Nama;NIK;Tanggal Lahir", *(f"{n};Uji {n};;{n:02d}-06-1985" for n in range(1, 20))]
    (folder / "peserta.xlsx").unlink()
    (folder / "daftar.csv").write_text("\n".join(rows), encoding="utf-8")
    assert [b.anotasi for b in run(kantor).berkas if b.nama == "daftar.csv"] == ["anotasi/daftar.csv.xlsx"]
    target = folder / "daftar.csv.xlsx"
    shutil.copyfile(kantor / "keluaran/Kabupaten Uji/anotasi/daftar.csv.xlsx", target)
    assert replaced(run(kantor)) == {"daftar.csv.xlsx": "daftar.csv"}  # unchanged: the original stays
    edit(target, lambda book: note(book, "diperbaiki", "daftar"))
    assert replaced(run(kantor)) == {"daftar.csv": "daftar.csv.xlsx"}


@pytest.mark.libreoffice
def test_a_copy_saved_in_another_format_is_known_all_the_same(kantor: Path) -> None:
    if shutil.which("soffice", path=PATH) is None:
        pytest.skip("LibreOffice is not installed")
    folder = kantor / "masukan/Kabupaten Uji"
    source = kantor / "peserta ods.xlsx"
    shutil.copyfile(kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx", source)
    edit(source, answer)
    profile = f"-env:UserInstallation={(kantor / 'profil').as_uri()}"
    command = [shutil.which("soffice", path=PATH), profile, "--headless", "--convert-to", "ods"]
    environment = {**os.environ, "PATH": PATH}
    subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, env=environment)
    after = run(kantor)
    assert replaced(after) == {"peserta.xlsx": "peserta ods.ods"}
    assert [t.status for t in after.temuan if t.ketentuan == "A1-JUMLAH"] == ["disetujui"]
    assert {s.nama for b in after.berkas if b.nama == "peserta ods.ods" for s in b.lembar} == {"Peserta"}
