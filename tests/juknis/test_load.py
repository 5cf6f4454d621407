"""A juknis file that does not fit is refused with its line and the reason; next year's inherits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.juknis.load import BAWAAN, JuknisError, available_years
from tests.berkas_skenario import dasar
from tests.susun_skenario import daerah

WARISAN = "tahun: 2024\nmewarisi: 2023\nmenu:\n  A:\n    rincian:\n"
SUMBER = (BAWAAN / "2023.yaml").read_text("utf-8")


def berkas(folder: Path, tahun: int, isi: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{tahun}.yaml").write_text(isi, "utf-8")
    return folder


def keluhan(folder: Path, tahun: int = 2024) -> str:
    with pytest.raises(JuknisError) as caught:
        load_rules(tahun, folder)
    return str(caught.value)


def test_2023_is_there() -> None:
    assert 2023 in available_years()
    juknis = load_rules(2023)
    assert " ".join(juknis.rincian) == "A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 C1 C2 C3 D1 D2 D3 D4"
    assert all(r.keluaran and r.sebutan and r.ketentuan for r in juknis.rincian.values())


def test_a_year_without_file_names_those_that_there_are(tmp_path: Path) -> None:
    assert "Juknis tahun 2019 tidak ada" in keluhan(tmp_path, 2019)
    assert "2023" in keluhan(tmp_path, 2019)


LIMIT = "batas: {min: 45, max: 85}"
LEVEL = 'tingkat: persetujuan\n    pesan: "Pelatihan ini'
RULES = "peraturan: Permenperin 7/2023\n"


@pytest.mark.parametrize(
    ("lama", "baru", "alasan"),
    [
        (LIMIT, "batas: {min: empat, max: 85}", "min: harus berupa bilangan (tertulis «empat»)"),
        (LIMIT, "batas: {mn: 45, max: 85}", "mn: kunci ini tidak dikenal"),
        ("jenis: rentang_jpl\n", "jenis: rentang_jlp\n", "jenis pemeriksaan «rentang_jlp» tidak dikenal"),
        (LEVEL, LEVEL.replace("persetujuan", "berat"), "tingkat: harus salah satu dari"),
        ("{nilai} JPL, padahal", "{niali} JPL, padahal", "isian {niali} tidak dikenal"),
        ("hitung: peserta_tuntas", "hitung: peserta_lulus", "harus salah satu dari"),
        ("diundangkan: 2023-04-03", "diundangkan: segera", "harus berupa tanggal"),
        ("          A1-JPL:\n", "          X1-JPL:\n", "harus diawali A1-"),
        (RULES, "", "peraturan: wajib diisi"),
        (RULES, RULES + "peraturan: lagi\n", "kunci «peraturan» sudah ada pada baris"),
        ("tahun: 2023\n", "tahun: 2023\n  melenceng: 1\n", "susunan YAML tidak dapat dibaca"),
    ],
)
def test_a_wrong_value_is_refused_with_line_and_reason(
    tmp_path: Path, lama: str, baru: str, alasan: str
) -> None:
    assert lama in SUMBER
    text = SUMBER.replace(lama, baru, 1)
    told = keluhan(berkas(tmp_path, 2023, text), 2023)
    assert alasan in told
    assert "2023.yaml baris " in told


def test_the_line_is_the_right_one(tmp_path: Path) -> None:
    text = SUMBER.replace("batas: {min: 17, max: 50}", "batas: {min: tujuh belas, max: 50}", 1)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "tujuh belas" in row)
    assert f"2023.yaml baris {line}: A1-USIA: min:" in keluhan(berkas(tmp_path, 2023, text), 2023)


# ---- next year


def test_three_changed_lines_make_next_years_juknis(tmp_path: Path) -> None:
    folder = berkas(
        tmp_path,
        2024,
        "tahun: 2024\nmewarisi: 2023\n"
        "menu: {A: {rincian: {A1: {ketentuan: {A1-JPL: {batas: {min: 30}}, A1-USIA: {batas: {max: 55}}}}}}}\n"
        "hapus: [A1-NIB]\n",
    )
    lama, baru = load_rules(2023), load_rules(2024, folder)
    assert (baru.tahun, len(list(baru.every_ketentuan()))) == (2024, len(list(lama.every_ketentuan())) - 1)
    facts = {
        "untuk": "A1",
        "kegiatan": {"jpl": 40},
        "peserta": {1: {"tanggal_lahir": date(1970, 1, 1)}, 2: {"nib": None}},
    }
    place = daerah(facts, dasar())
    day = date(2024, 2, 1)
    found = {
        year: {t.ketentuan for t in check_daerah(place, rules, day) if t.rincian == "A1"}
        for year, rules in ((2023, lama), (2024, baru))
    }
    assert {"A1-JPL", "A1-USIA", "A1-NIB"} <= found[2023]
    assert not {"A1-JPL", "A1-USIA", "A1-NIB"} & found[2024]
    assert baru.rincian["A1"].ketentuan["A1-JPL"].batas["max"] == 85


def test_a_fault_in_next_years_file_is_told_with_its_own_line(tmp_path: Path) -> None:
    isi = f"{WARISAN}      A1:\n        ketentuan:\n          A1-JPL:\n            batas: {{min: x}}\n"
    assert "2024.yaml baris 9: A1-JPL: min: harus berupa bilangan" in keluhan(berkas(tmp_path, 2024, isi))


@pytest.mark.parametrize(
    ("isi", "alasan"),
    [
        ("tahun: 2024\nmewarisi: 2024\n", "tanpa berputar"),
        ("tahun: 2025\nmewarisi: 2023\n", "`tahun` harus 2024"),
        ("tahun: 2024\nmewarisi: 2023\nhapus: [A1-XYZ]\n", "2024.yaml baris 3: ketentuan A1-XYZ tidak ada"),
        ("- tahun\n", "harus berupa pasangan"),
        ("tahun: 2024\n{[a]: b}: c\n", "2024.yaml baris 2"),
        ("tahun: 2024\na: &x [*x]\n", "menunjuk dirinya sendiri"),
        ("tahun: 2024\nmewarisi: 1999\n", "Juknis tahun 1999 tidak ada"),
        ("tahun: 2024\nmewarisi: 2023\ndiundangkan: 2024-02-31\n", "tidak mungkin"),
    ],
)
def test_wrong_inheritance_is_refused(tmp_path: Path, isi: str, alasan: str) -> None:
    assert alasan in keluhan(berkas(tmp_path, 2024, isi))


def test_years_may_inherit_in_a_row(tmp_path: Path) -> None:
    berkas(tmp_path, 2024, "tahun: 2024\nmewarisi: 2023\nperaturan: Permenperin 1/2024\n")
    berkas(tmp_path, 2025, "tahun: 2025\nmewarisi: 2024\n")
    assert load_rules(2025, tmp_path).peraturan == "Permenperin 1/2024"


def test_a_new_rule_of_a_known_kind_needs_no_python(tmp_path: Path) -> None:
    isi = (
        f"{WARISAN}      A4:\n        ketentuan:\n          A4-JUMLAH:\n            jenis: jumlah_peserta\n"
        "            batas: {max: 8}\n            rujukan: Lampiran II.A.4.f\n"
    )
    place = daerah({"untuk": "A4"}, dasar())
    found = check_daerah(place, load_rules(2024, berkas(tmp_path, 2024, isi)), date(2024, 2, 1))
    [rule] = [t for t in found if t.ketentuan == "A4-JUMLAH"]
    assert "10 orang menurut daftar peserta, padahal secara umum paling banyak 8 orang" in rule.pesan


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abc:{}[]-\n 'x\"?&*!|>1#", max_size=60))
def test_no_text_crashes_the_loader(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / "2024.yaml").write_text(f"tahun: 2024\n{text}", "utf-8")
        with pytest.raises(JuknisError):
            load_rules(2024, path)


def test_the_rules_on_data_quality_hold_for_every_year_and_a_folder_may_change_them(tmp_path: Path) -> None:
    berkas(tmp_path, 2024, "tahun: 2024\nmewarisi: 2023\n")
    assert load_rules(2024, tmp_path).umum["DATA-KOSONG"].tingkat == "data"
    folder = berkas(tmp_path / "lain", 2024, "tahun: 2024\nmewarisi: 2023\n")
    (folder / "mutu_data.yaml").write_text("DATA-KOSONG:\n  tingkat: info\n", "utf-8")
    assert load_rules(2024, folder).umum["DATA-KOSONG"].tingkat == "info"
    (folder / "mutu_data.yaml").write_text("DATA-KOSONG:\n  tingkat: apa\n", "utf-8")
    assert "mutu_data.yaml baris 2" in keluhan(folder)
