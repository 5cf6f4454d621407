"""The samples are what the program makes, invented through and through, and exact where they claim to be."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from python_calamine import CalamineWorkbook

from tests.samples.__main__ import TUJUAN, tulis_semua
from tests.samples.bentuk.rab_ringkas import hitungan
from tests.samples.orang import penduduk
from tests.samples.percontohan import anggaran as percontohan
from tests.samples.teladan import anggaran as teladan

BUKU = {".xlsx", ".ods", ".csv"}


@pytest.fixture(scope="module")
def baru(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contoh")
    tulis_semua(folder)
    return folder


def _buku(folder: Path) -> list[Path]:
    return sorted(p.relative_to(folder) for p in folder.rglob("*") if p.suffix in BUKU)


def _nilai(path: Path) -> dict[str, Any]:
    """All cell values of a file, by sheet."""
    if path.suffix == ".csv":
        return {
            "": [list(baris) for baris in csv.reader(io.StringIO(path.read_text("cp1252")), delimiter=";")]
        }
    book = CalamineWorkbook.from_path(path)
    return {nama: book.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in book.sheet_names}


def test_the_committed_samples_are_what_the_program_makes(baru: Path) -> None:
    assert _buku(TUJUAN) == _buku(baru)
    for nama in _buku(baru):
        assert _nilai(TUJUAN / nama) == _nilai(baru / nama), nama


def test_the_list_and_the_page_are_what_the_program_makes(baru: Path) -> None:
    for nama in ("diharapkan.yaml", "README.md"):
        assert (TUJUAN / nama).read_text("utf-8") == (baru / nama).read_text("utf-8")


def test_making_them_twice_gives_the_same_bytes(baru: Path, tmp_path: Path) -> None:
    tulis_semua(tmp_path)
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        assert path.read_bytes() == (baru / path.relative_to(tmp_path)).read_bytes(), path.name


def _teks(path: Path) -> str:
    if path.suffix not in {".xlsx", ".ods"}:
        return path.read_bytes().decode("cp1252", "replace")
    with zipfile.ZipFile(path) as paket:
        isi = [
            paket.read(n).decode("utf-8", "replace")
            for n in paket.namelist()
            if n.endswith((".xml", ".rels"))
        ]
    return "\n".join(isi)


def test_no_number_could_be_a_real_nik() -> None:
    """Regions begin with 1 to 9; 99 is none of them."""
    for path in TUJUAN.rglob("*"):
        if path.suffix in BUKU | {".md", ".yaml"}:
            teks = _teks(path)
            assert not re.findall(r"(?<![\d.])[1-8]\d{15}(?!\d)", teks), path.name
            assert not re.findall(r"(?<![\d.])[1-8]\d{5} \d{6} \d{4}(?!\d)", teks), path.name


def test_people_are_distinct_and_their_nik_agrees_with_birth_and_sex() -> None:
    for kabupaten, benih in ((1, 2023), (2, 77), (3, 5)):
        orang = list(penduduk(kabupaten, benih))
        assert len({o.nama for o in orang}) == len(orang)
        assert len({o.nik for o in orang}) == len(orang) == len({o.nib for o in orang})
        for o in orang:
            hari = o.lahir.day + (40 if o.perempuan else 0)
            assert (len(o.nik), len(o.nib)) == (16, 13)
            assert o.nik[6:12] == f"{hari:02d}{o.lahir:%m%y}"


def test_budgets_of_the_clean_daerah_are_exact() -> None:
    for satu in (teladan.a1(), teladan.a2(), teladan.a3(), teladan.b1(), teladan.c2()):
        for baris in satu.belanja:
            assert baris.jumlah is None
            assert baris.volume is None
            assert sum(baris.bulan.values()) == baris.banyak, baris.uraian
            assert baris.harga_nyata <= baris.harga
        assert satu.dibayar <= satu.total
        assert sum(satu.triwulan) == satu.total


def test_stored_results_are_those_of_the_formulas() -> None:
    """Sums and products in the files that Excel seems to have saved, in the clean daerah."""
    for path in sorted((TUJUAN / "Kabupaten Teladan").glob("RKA *.xlsx")):
        rumus = openpyxl.load_workbook(path)["DPA"]
        nilai = openpyxl.load_workbook(path, data_only=True)["DPA"]
        for baris in rumus.iter_rows():
            for sel in baris:
                if isinstance(sel.value, str) and sel.value.startswith("=") and "#REF!" not in sel.value:
                    assert nilai[sel.coordinate].value == _hitung(sel.value, nilai), (
                        path.name,
                        sel.coordinate,
                    )


def _hitung(rumus: str, nilai: Any) -> float:
    """`=P9*R9`, `=S8+S12`, `=SUM(S9:S12)`."""
    if kali := re.fullmatch(r"=([A-Z]+\d+)\*([A-Z]+\d+)", rumus):
        return float(nilai[kali[1]].value) * float(nilai[kali[2]].value)
    if rentang := re.fullmatch(r"=SUM\(([A-Z]+\d+:[A-Z]+\d+)\)", rumus):
        return sum(float(sel.value or 0) for baris in nilai[rentang[1]] for sel in baris)
    return sum(float(nilai[sel].value) for sel in rumus[1:].split("+"))


def test_the_retyped_budget_of_the_clean_daerah_stores_no_results() -> None:
    path = TUJUAN / "Kabupaten Teladan" / "RAB A3 dan C2 ketik ulang.xlsx"
    nilai = openpyxl.load_workbook(path, data_only=True)
    rumus = openpyxl.load_workbook(path)
    semua_rumus = [
        (lembar.title, sel.coordinate)
        for lembar in rumus
        for baris in lembar.iter_rows()
        for sel in baris
        if isinstance(sel.value, str) and sel.value.startswith("=")
    ]
    assert len(semua_rumus) > 5
    assert all(nilai[lembar][sel].value is None for lembar, sel in semua_rumus)


def test_one_cell_calculations_read_as_staff_write_them() -> None:
    assert hitungan(percontohan.a3().belanja[0]) == "2 org x 3 bln x Rp 3.500.000,-"


def test_planted_faults_stand_where_the_list_says(baru: Path) -> None:
    daftar = yaml.safe_load((baru / "diharapkan.yaml").read_text("utf-8"))["daerah"]
    tingkat = {h["tingkat"] for satu in daftar.values() for h in satu["temuan"]}
    assert tingkat == {"pelanggaran", "persetujuan", "pernyataan", "telaah", "data", "info"}
    assert daftar["Kabupaten Teladan"]["temuan"] == []
    for nama, satu in daftar.items():
        for h in satu["temuan"]:
            assert h["berkas"] is None or (baru / nama / h["berkas"]).is_file()
            if h["lembar"]:
                assert h["lembar"] in _nilai(baru / nama / h["berkas"])


def test_a_value_that_a_fault_speaks_of_is_in_its_cell(baru: Path) -> None:
    book = openpyxl.load_workbook(baru / "Kota Percontohan" / "Peserta A1 akt 1 dan 2.xlsx")
    daftar = yaml.safe_load((baru / "diharapkan.yaml").read_text("utf-8"))["daerah"]["Kota Percontohan"]
    sel = {h["ketentuan"]: h["sel"] for h in daftar["temuan"] if h["lembar"] == "akt I"}
    lembar = book["akt I"]
    assert str(lembar[sel["DATA-TANGGAL"]].value).endswith("31 Juni 1988")
    assert isinstance(lembar[sel["NIK-FORMAT"]].value, int | float)
    assert lembar[sel["A1-NIB"]].value is None
    assert lembar[sel["A1-WILAYAH"]].value == "Kab. Teladan"
