"""`juknis salin`: next year's file is begun from the last, and what nobody has confirmed is told."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from dak_excel.checks.rules import load_rules
from dak_excel.cli.app import run
from dak_excel.juknis.unconfirmed import unconfirmed_lines


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that has begun the file of 2024 in its own folder."""
    monkeypatch.chdir(tmp_path)
    assert run(["juknis", "salin", "2024"]) == 0
    return tmp_path


def test_all_is_inherited_and_each_deadline_is_a_year_later(office: Path) -> None:
    old, new = load_rules(2023), load_rules(2024, office / "juknis")
    assert [t.tanggal.replace(year=t.tanggal.year - 1) for t in new.tenggat] == [
        t.tanggal for t in old.tenggat
    ]
    assert {k.id: k.jenis for _, k in old.every_ketentuan()} == {
        k.id: k.jenis for _, k in new.every_ketentuan()
    }
    assert new.rincian["A1"].ketentuan["A1-JPL"] == old.rincian["A1"].ketentuan["A1-JPL"]
    assert "2024" in new.judul and "2023" not in new.judul
    assert "Permenperin 7/2023" not in str(
        new.umum["WAKTU-RENCANA"].batas
    )  # what was said of another regulation


def test_every_deadline_and_figure_is_marked_and_told(office: Path) -> None:
    new = load_rules(2024, office / "juknis")
    marked = {one.jalur[-1] for one in new.usulan} | {one.jalur[:2] for one in new.usulan}
    assert {
        "peraturan",
        "judul",
        "diundangkan",
        "A1-JPL",
        "A1-USIA",
        "SENTRA-UNIT",
        "WAKTU-RENCANA",
    } <= marked
    assert {("tenggat", number) for number in range(len(new.tenggat))} <= marked
    assert set(new.rincian) <= marked  # the words of the other rules
    told = "\n".join(unconfirmed_lines(new))
    assert "Surat rencana kegiatan: paling lambat 31 Maret 2024" in told
    assert "A1-JPL Jumlah jam pelajaran: 45–85" in told
    assert f"{len(new.usulan)} butir disalin dari 2023" in told


def test_what_is_confirmed_is_no_longer_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = office / "juknis/2024.yaml"
    number = len(load_rules(2024, file.parent).usulan)
    text = file.read_text("utf-8").replace("tanggal: !usulan 2024-03-31", "tanggal: 2024-02-29")
    file.write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["juknis", "periksa", "--tahun", "2024"]) == 0
    out = capsys.readouterr().out
    assert f"{number - 1} butir disalin dari 2023" in out
    assert "29 Februari 2024" not in out
    file.write_text(text.replace("!usulan ", "").replace(": !usulan", ":"), "utf-8")
    confirmed = load_rules(2024, file.parent)
    assert confirmed.usulan == ()
    assert confirmed.label == confirmed.peraturan
    assert confirmed.tenggat[0].tanggal == date(2024, 2, 29)


def test_a_file_that_is_there_is_left_alone(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "juknis/2024.yaml").write_text("tahun: 2024\nmewarisi: 2023\n", "utf-8")
    assert run(["juknis", "salin", "2024"]) == 2
    assert "sudah ada" in capsys.readouterr().err
    assert run(["juknis", "salin"]) == 2
    assert run(["juknis", "salin", "2025"]) == 0
    assert load_rules(2025, office / "juknis").disalin_dari == 2024
    assert run(["juknis", "salin", "2023"]) == 2  # nothing before it


def test_leap_days_and_years_between(office: Path) -> None:
    file = office / "juknis/2024.yaml"
    file.write_text(file.read_text("utf-8").replace("!usulan 2024-03-31", "2024-02-29"), "utf-8")
    assert run(["juknis", "salin", "2026"]) == 0
    assert load_rules(2026, office / "juknis").tenggat[0].tanggal == date(2026, 2, 28)


def test_a_run_of_that_year_says_what_it_rests_on(office: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Identitas"
    for row in (
        ["Kabupaten/Kota", "Kabupaten Bandung"],
        ["Provinsi", "Jawa Barat"],
        ["Nama Dinas", "Dinas Perindustrian"],
        ["Kepala Dinas", "Wulan Contohwati"],
        ["Tahun Anggaran", 2024],
        ["Pagu", 1_000_000],
    ):
        sheet.append(row)
    (office / "masukan/Kabupaten Bandung").mkdir(parents=True)
    book.save(office / "masukan/Kabupaten Bandung/data umum 2024.xlsx")
    told = [
        "proses",
        "masukan",
        "--keluaran",
        "keluaran",
        "--tanpa-tata-letak",
        "--tahun",
        "2024",
        "--per",
        "2024-07-20",
    ]
    assert run(told) == 0
    out = office / "keluaran"
    label = load_rules(2024, office / "juknis").label
    assert label.startswith("juknis 2024 (disalin dari 2023, ")
    assert f"menurut {label}" in (out / "index.html").read_text("utf-8")
    assert f"Diperiksa terhadap {label}" in (out / "Kabupaten Bandung/ringkasan.html").read_text("utf-8")
    report = docx.Document(str(out / "Kabupaten Bandung/laporan/Laporan Semester I 2024.docx"))
    text = "\n".join(paragraph.text for paragraph in report.paragraphs)
    assert f"menurut {label}" in text
    assert "[LENGKAPI: nomor peraturan juknis 2024]" in text
    assert "2023" not in text.replace(label, "")
    with (out / "temuan.csv").open(encoding="utf-8-sig", newline="") as file:
        rules = {row["ketentuan"] for row in csv.DictReader(file)}
    assert "TAHUN-BERKAS" not in rules
    assert "WAKTU-SEMESTER" in rules  # 14 July 2024 is past
