"""A second programme of the same form, another ministry's, needs a YAML file and words, and no code."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from dak_excel.cli.app import run

HERE = Path(__file__).parent / "program_kedua"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a library office: lists of L1 and M1, and a budget of L1, L2 and M1."""
    folder = tmp_path_factory.mktemp("kedua")
    office = folder / "masukan/Kabupaten Bandung"
    office.mkdir(parents=True)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    _sheet(
        book,
        "Identitas",
        ["Kabupaten/Kota", "Kabupaten Bandung"],
        ["Provinsi", "Jawa Barat"],
        ["Nama Dinas", "Dinas Perpustakaan"],
        ["Tahun Anggaran", 2023],
        ["Pagu", 9_000_000],
    )
    born = (date(1950, 1, 1), date(1990, 2, 1), date(1991, 3, 1), date(1992, 4, 1))
    heads = ["No", "Nama Pustakawan", "NIK", "Jenis Kelamin", "Tanggal Lahir"]
    people = [[n, f"Wulan Contoh {n}", f"99990141019000{n:02}", "P", day] for n, day in enumerate(born, 1)]
    _sheet(book, "L1", ["DAFTAR PESERTA L1 BIMTEK PUSTAKAWAN DESA, 5 S.D. 7 JUNI 2023"], heads, *people)
    teller = [[1, "Tari Rekaan", "9999014101900021", "P", date(2009, 5, 1)]]
    _sheet(book, "Dongeng", ["DAFTAR PESERTA LOKAKARYA MENDONGENG, 12 JUNI 2023"], heads, *teller)
    heads = ["Kode", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"]
    lines = [
        ["L1", "Bimtek Pustakawan Desa", "", "", "", 500_000],
        ["", "Konsumsi peserta", 4, "orang", 50_000, 200_000],
        ["", "Sewa ruang", 1, "hari", 300_000, 300_000],
        ["L2", "Pelatihan Literasi Digital", "", "", "", 250_000],
        ["", "Sewa ruang", 1, "hari", 150_000, 150_000],
        ["", "Konsumsi peserta", 2, "orang", 50_000, 100_000],
        ["M1", "Lokakarya Mendongeng", "", "", "", 100_000],
        ["", "Alat tulis peserta", 4, "paket", 25_000, 100_000],
        ["", "JUMLAH", "", "", "", 850_000],
    ]
    _sheet(book, "RAB", ["RENCANA ANGGARAN BIAYA"], heads, *lines)
    book.save(office / "data.xlsx")
    told = ["--juknis", str(HERE), "--kosakata", str(HERE / "kata.yaml"), "--tanpa-tata-letak"]
    where = [str(folder / "masukan"), "--keluaran", str(folder / "keluaran"), "--per", "2023-07-25"]
    assert run(["proses", *where, *told]) == 0
    return folder / "keluaran"


def _sheet(book: openpyxl.Workbook, title: str, *rows: list[object]) -> None:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)


def test_its_own_rules_find_and_those_of_the_other_programme_do_not(out: Path) -> None:
    with (out / "temuan.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    by_rule = {row["ketentuan"]: row for row in rows}
    assert "Wulan Contoh 1 berusia 73 tahun" in by_rule["L1-USIA"]["pesan"]
    assert by_rule["L1-JUMLAH"]["rincian"] == "L1"
    assert "4 orang" in by_rule["L1-JUMLAH"]["pesan"]
    assert "20 Juli 2023" in by_rule["WAKTU-SEMESTER"]["pesan"]
    assert "M1-USIA" not in by_rule  # 14 is old enough there
    own = {"L1-USIA", "L1-JUMLAH", "WAKTU-SEMESTER"}
    assert {name for name, row in by_rule.items() if row["rujukan"] not in ("", "Mutu data")} == own


def test_the_budget_goes_to_its_rincian(out: Path) -> None:
    book = openpyxl.load_workbook(out / "rekap.xlsx")
    head, *rows = book["Data"].iter_rows(values_only=True)
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["Rincian"]: row["RAB"] for row in told if row["RAB"]} == {
        "L1": 500_000,
        "L2": 250_000,
        "M1": 100_000,
    }
    assert {row["Rincian"]: row["Capaian"] for row in told if row["Capaian"]} == {"L1": 4, "M1": 1}


def test_pages_and_reports_name_the_programme(out: Path) -> None:
    assert "Hasil pemeriksaan DAK Nonfisik Perpustakaan Desa" in (out / "index.html").read_text("utf-8")
    (report,) = (out / "Kabupaten Bandung/laporan").glob("*.docx")
    document = docx.Document(str(report))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    text = "\n".join(texts)
    assert "Penguatan Layanan Perpustakaan Desa" in text
    assert "(Pasal 2 Permenliterasi 12/2023)" in text
    assert "membekali pengelola perpustakaan desa (Lampiran I.1)" in text
    assert "L1 Bimbingan Teknis Pengelola Perpustakaan Desa" in text
    for word in ("IKM", "Sentra", "erindustri", "Permenperin"):
        assert not [line for line in texts if word in line], word
