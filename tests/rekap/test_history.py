"""riwayat.csv: a line for each daerah and run, which outlives the outputs, the journal and damage."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dak_excel.cli.app import run
from dak_excel.rekap.history import open_history
from dak_excel.rekap.history_rows import KOLOM_RIWAYAT


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one daerah whose list names a participant that is too old, and its own state folder."""
    monkeypatch.setenv("DAK_EXCEL_CADANGAN_RIWAYAT", str(tmp_path / "cadangan"))
    write_list(tmp_path, date(1950, 1, 1))
    return tmp_path


def write_list(office: Path, born: date, *, berkas: str = "peserta.xlsx") -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["DAFTAR PESERTA A1 PELATIHAN"])
    sheet.append(["No", "Nama", "NIK", "Jenis Kelamin", "Tanggal Lahir"])
    sheet.append([1, "Wulan Contohwati", "9999014101900001", "P", born])
    folder = office / "masukan/Kabupaten Contoh"
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / berkas)


def process(office: Path, per: str, *more: str) -> list[dict[str, str]]:
    out = office / "keluaran"
    where = [str(office / "masukan"), "--keluaran", str(out), "--tanpa-tata-letak"]
    assert run(["proses", *where, "--per", per, *more]) == 0
    with (out / "riwayat.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def page(office: Path) -> str:
    return (office / "keluaran/Kabupaten Contoh/ringkasan.html").read_text(encoding="utf-8")


def test_each_run_adds_a_line_that_tells_what_was_mended(office: Path) -> None:
    (first,) = process(office, "2023-06-01")
    assert tuple(first) == KOLOM_RIWAYAT
    assert (first["daerah"], first["per"], first["tahun"]) == ("Kabupaten Contoh", "2023-06-01", "2023")
    assert int(first["terbuka"]) > 0
    assert first["baru"] == first["selesai"] == ""  # nothing to compare with: unknown, not nought
    assert first["serapan"] == ""  # no sheet tells
    write_list(office, date(1990, 1, 1))
    again, second = process(office, "2023-07-01")
    assert again == first
    assert int(second["selesai"]) >= 1
    assert int(second["terbuka"]) < int(first["terbuka"])
    assert second["dihitung_sejak"] == "2023-06-01"
    front = (office / "keluaran/index.html").read_text(encoding="utf-8")
    assert "Membaik" in front
    assert f"{first['terbuka']} → {second['terbuka']} temuan" in front


def test_a_daerah_that_is_as_it_was_gets_no_line(office: Path) -> None:
    process(office, "2023-06-01")
    assert len(process(office, "2023-06-01")) == 1


def test_the_age_of_a_finding_is_told(office: Path) -> None:
    write_list(office, date(1990, 1, 1))
    process(office, "2023-06-01")
    write_list(office, date(1950, 1, 1))
    process(office, "2023-06-03")
    row = process(office, "2023-06-11", "--paksa")[-1]
    assert row["umur_tertua"] == "10"
    assert "sekurangnya 10 hari" in page(office)  # it may have been there before the first run
    assert ">8 hari<" in page(office)


@pytest.mark.parametrize("gone", ["keluaran", "keluaran/.dak_excel", "keluaran/riwayat.csv"])
def test_it_outlives_the_outputs_and_the_journal(office: Path, gone: str) -> None:
    process(office, "2023-06-01")
    path = office / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    rows = process(office, "2023-06-21", "--paksa")
    assert [row["per"] for row in rows] == ["2023-06-01", "2023-06-21"]
    assert rows[-1]["umur_tertua"] == "20"
    assert "Dihitung sejak 1 Juni 2023 (2 proses)" in page(office)


def test_with_only_the_table_left_ages_are_counted_anew(office: Path) -> None:
    process(office, "2023-06-01")
    shutil.rmtree(office / "keluaran/.dak_excel")
    shutil.rmtree(office / "cadangan")
    row = process(office, "2023-06-21")[-1]
    assert (row["dihitung_sejak"], row["umur_tertua"]) == ("2023-06-01", "0")
    process(office, "2023-06-23", "--paksa")
    assert "sekurangnya 2 hari" in page(office)


def test_a_damaged_history_is_begun_from_its_copy(office: Path) -> None:
    process(office, "2023-06-01")
    (office / "keluaran/.dak_excel/riwayat.sqlite").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    assert len(process(office, "2023-06-21", "--paksa")) == 2


def test_a_daerah_that_fails_has_a_line_without_figures(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process(office, "2023-06-01")
    write_list(office, date(1991, 1, 1))

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dak_excel.output.publish.publish_outputs", full)
    out = office / "keluaran"
    where = [str(office / "masukan"), "--keluaran", str(out), "--tanpa-tata-letak"]
    assert run(["proses", *where, "--per", "2023-06-05"]) == 3
    last = (out / "riwayat.csv").read_text(encoding="utf-8-sig").splitlines()[-1]
    assert ",,,,,," in last
    assert "ruang disk" in last


def test_figures_are_the_last_of_each_day_and_unknown_stays_unknown(tmp_path: Path) -> None:
    rows = [
        ("a", "2023-01-01T01:00:00+07:00", "2023-01-01", 9, None, 100.0),
        ("a", "2023-01-01T02:00:00+07:00", "2023-01-01", 7, 10.0, 100.0),
        ("b", "2023-01-02T01:00:00+07:00", "2023-01-02", 3, None, 50.0),
        ("c", "2023-01-02T01:00:00+07:00", "2023-01-02", 99, None, None),
    ]
    with open_history(tmp_path / "r.sqlite", tmp_path / "copy", tmp_path / "none.csv") as history:
        empty = dict.fromkeys(KOLOM_RIWAYAT)
        names = ("folder", "saat", "per", "terbuka", "realisasi", "pagu")
        history.merge(empty | dict(zip(names, row, strict=True)) | {"tahun": 2023} for row in rows)
        first, second = history.totals({"a", "b"}, 2023, date(2023, 1, 31))
        assert (first.terbuka, first.daerah, first.serapan) == (7, 1, 10)
        assert (second.terbuka, second.daerah, second.serapan) == (10, 2, 10)
        assert history.totals({"a"}, 2024, date(2024, 1, 31)) == []
        assert history.past("a", 2023, date(2022, 12, 31)).sejak is None
