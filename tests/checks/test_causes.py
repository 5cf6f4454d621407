"""One cause is told once, its cells all marked; what lies in hidden rows and sheets says so."""

from __future__ import annotations

from datetime import date
from typing import Any

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from tests.berkas_skenario import dasar
from tests.susun_skenario import daerah

NIK = {"mentah": 9.901011705900001e15, "ketentuan": "NIK-FORMAT", "varian": "bulat15"}
TANGGAL = {"mentah": "12/13/90", "ketentuan": "DATA-TANGGAL", "varian": ""}


def _findings(fakta: dict[str, Any], rule: str) -> list[Temuan]:
    place = daerah({"untuk": "A1", **fakta}, dasar())
    return [t for t in check_daerah(place, load_rules(2023), date(2024, 2, 1)) if t.ketentuan == rule]


def test_a_column_of_rounded_nik_is_one_finding_with_range_and_count() -> None:
    found = _findings({"peserta": {"banyak": 30, "semua": {"nik": NIK}}}, "NIK-FORMAT")
    assert len(found) == 1
    assert found[0].tempat is not None
    assert found[0].tempat.a1 == "B2:B31"
    assert len(found[0].sel) == 30
    assert found[0].rincian == "A1"
    assert found[0].pesan.startswith("30 NIK pada B2:B31 tersimpan sebagai bilangan")


def test_a_few_odd_cells_are_told_one_by_one() -> None:
    found = _findings({"peserta": {2: {"nik": NIK}, 9: {"nik": NIK}}}, "NIK-FORMAT")
    assert [t.tempat.a1 for t in found if t.tempat] == ["B3", "B10"]


def test_three_rows_that_are_the_whole_list_have_one_cause() -> None:
    found = _findings({"peserta": {"banyak": 3, "semua": {"tanggal_lahir": TANGGAL}}}, "DATA-TANGGAL")
    assert [t.tempat.a1 for t in found if t.tempat] == ["D2:D4"]
    two = _findings({"peserta": {"banyak": 2, "semua": {"tanggal_lahir": TANGGAL}}}, "DATA-TANGGAL")
    assert len(two) == 2


def test_scattered_cells_keep_their_own_marks() -> None:
    odd = {row: {"nik": NIK} for row in (1, 4, 6, 9, 15, 20)}
    (found,) = _findings({"peserta": odd}, "NIK-FORMAT")
    assert found.tempat is not None
    assert found.tempat.a1 == "B2:B21"
    assert [cell.a1 for cell in found.sel] == ["B2", "B5", "B7", "B10", "B16", "B21"]


def test_a_ledger_of_another_year_is_one_finding() -> None:
    paid = [{"uraian": f"Bayar {n}", "tanggal": date(2022, 5, n), "realisasi": 100000} for n in range(1, 25)]
    (found,) = _findings({"realisasi": paid}, "WAKTU-TAHUN")
    assert "24 pembayaran" in found.pesan
    assert "buku tahun lain" in found.saran


def test_people_who_break_a_rule_are_told_one_by_one() -> None:
    found = _findings({"peserta": {"semua": {"nib": None, "kesediaan_nib": None}}}, "A1-NIB")
    assert len(found) == 20


def test_a_finding_in_a_hidden_row_or_sheet_says_so() -> None:
    place = daerah({"untuk": "A1", "peserta": {2: {"nib": None}, 5: {"nib": None}}}, dasar())
    grid = place.peserta[0].tabel.grid
    grid.hidden_rows = frozenset({3})
    told = [
        t.pesan for t in check_daerah(place, load_rules(2023), date(2024, 2, 1)) if t.ketentuan == "A1-NIB"
    ]
    assert told[0].endswith("Baris 3 tersembunyi.")
    assert "tersembunyi" not in told[1]
    grid.hidden = True
    told = [
        t.pesan for t in check_daerah(place, load_rules(2023), date(2024, 2, 1)) if t.ketentuan == "A1-NIB"
    ]
    assert all(text.endswith("Lembar «peserta» tersembunyi.") for text in told)


def test_a_budget_line_in_a_hidden_row_or_column_says_so() -> None:
    lines = [{"uraian": text, "satuan": "unit", "harga": 9_000_000} for text in ("Laptop", "Printer")]
    place = daerah({"untuk": "A1", "rab": lines}, dasar())
    grid = place.rab[-1].tabel.grid
    row = place.rab[-1].cell("uraian")
    grid.hidden_rows = frozenset({row.row})
    shown, hidden = _assets(place)
    assert "tersembunyi" not in shown
    assert hidden.endswith(f"Baris {row.row} tersembunyi.")
    grid.hidden_rows = frozenset()
    grid.hidden_columns = frozenset({row.column})
    assert all(text.endswith("Kolomnya tersembunyi.") for text in _assets(place))


def _assets(place: Daerah) -> list[str]:
    found = check_daerah(place, load_rules(2023), date(2024, 2, 1))
    return [t.pesan for t in found if t.ketentuan == "RAB-4-ASET"]


def test_a_list_that_is_all_of_another_daerah_is_one_finding() -> None:
    lain = {"semua": {"alamat": "Kp. Anu, Kab. Garut"}}
    (found,) = _findings({"peserta": lain}, "A1-WILAYAH")
    assert "20 orang" in found.pesan
    assert "identitas" in found.saran
    assert (found.rincian, found.kegiatan) == ("A1", "Pelatihan Kewirausahaan")
    some = _findings({"peserta": {n: {"alamat": "Kp. Anu, Kab. Garut"} for n in range(1, 8)}}, "A1-WILAYAH")
    assert len(some) == 7
