"""A fault costs the smallest thing that can be left out: each stage raises in turn, and all else is there."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import dak_excel.batch.copies
import dak_excel.batch.plain_result
import dak_excel.batch.process
import dak_excel.batch.read_daerah
import dak_excel.checks.age
import dak_excel.reports.write
import dak_excel.sheets.read
import dak_excel.summary.stand_in
import dak_excel.summary.tables
from dak_excel.checks.registry import CHECKS
from dak_excel.config import Settings
from dak_excel.nightly.run import RunResult, run_nightly
from dak_excel.results.daerah import DaerahResult
from dak_excel.sheets.values import column_types
from tests.kecil import buku_identitas, buku_peserta
from tests.sheets.foreign.opendocument import ods, ods_rows

A = "Kabupaten A"
ALL = {
    "anotasi/identitas.xlsx",
    "anotasi/peserta.xlsx",
    "laporan/Laporan Akhir 2023.docx",
    "ringkasan.html",
}


class Fault(RuntimeError):
    """What no code expects; its message quotes a cell and must not be shown or logged."""


@pytest.fixture
def masukan(tmp_path: Path, faults_are_caught: None) -> Path:
    folder = tmp_path / "masukan" / A
    folder.mkdir(parents=True)
    (folder / "identitas.xlsx").write_bytes(buku_identitas())
    (folder / "peserta.xlsx").write_bytes(buku_peserta())
    return tmp_path / "masukan"


def run(masukan: Path, **more: Any) -> tuple[RunResult, DaerahResult, set[str]]:
    """A run on a day when all reports are due; the result of the daerah; its output files."""
    settings = Settings(
        masukan=masukan,
        keluaran=masukan.parent / "keluaran",
        tahun=2023,
        per=date(2024, 2, 1),
        pekerja=1,
        tata_letak=False,
        **{"semester": "akhir", **more},
    )
    hasil = run_nightly(settings)
    folder = settings.keluaran / A
    names = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    return hasil, hasil.rinci[0], {n for n in names if not n.startswith((".", "surat/"))}


def raising(original: Callable[..., Any], when: Callable[..., bool]) -> Callable[..., Any]:
    """The function, but falling over where `when` holds of its arguments."""

    def made(*args: Any, **more: Any) -> Any:
        if when(*args, **more):
            raise Fault("Peserta Contoh 1-7")
        return original(*args, **more)

    return made


def always(*_args: Any, **_more: Any) -> bool:
    return True


def break_(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, when: Callable[..., bool] = always
) -> None:
    monkeypatch.setattr(module, name, raising(getattr(module, name), when))


def said(hasil: RunResult, daerah: DaerahResult, masukan: Path, word: str) -> None:
    """The fault is told in the result, on the page, and with its place in the log; no cell is quoted."""
    assert any(word in one.pesan for one in daerah.galat), daerah.galat
    assert hasil.failed
    page = (masukan.parent / "keluaran" / A / "ringkasan.html").read_text(encoding="utf-8")
    assert word in page
    log = (masukan.parent / "keluaran/log/dak_excel.jsonl").read_text(encoding="utf-8")
    events = [json.loads(line) for line in log.splitlines()]
    assert any(e["peristiwa"] == "galat" and "test_faults.py" in e["jejak"] for e in events)
    assert "Peserta Contoh 1-7" not in log
    assert "Fault" not in page


def test_without_a_fault_everything_is_there(masukan: Path) -> None:
    hasil, daerah, names = run(masukan)
    assert names == ALL
    assert not daerah.galat
    assert not hasil.failed
    assert daerah.temuan


def test_a_cell_is_left_out_and_told_in_its_place(masukan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi = column_types.ISI["nama"]
    parse = raising(column_types.parse_text, lambda value: value == "Peserta Contoh 1-7")
    monkeypatch.setattr(
        column_types, "ISI", {**column_types.ISI, "nama": isi._replace(reader=lambda *_: parse)}
    )
    hasil, daerah, names = run(masukan)
    assert names == ALL
    said(hasil, daerah, masukan, "sel B13")
    lost = [t for t in daerah.temuan if t.ketentuan == "DATA-GALAT"]
    assert [(t.berkas, t.sel) for t in lost] == [("peserta.xlsx", "B13")]
    assert "kesalahan di dalam program" in lost[0].pesan
    assert next(b for b in daerah.berkas if b.nama == "peserta.xlsx").lembar[0].baris == 22


def test_a_table_is_left_out_and_told_where_it_begins(masukan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_(monkeypatch, dak_excel.sheets.read, "make_records")
    hasil, daerah, names = run(masukan)
    assert names == ALL
    said(hasil, daerah, masukan, "tabel A6")
    lost = [t for t in daerah.temuan if t.ketentuan == "DATA-GALAT"]
    assert [(t.berkas, t.sel) for t in lost] == [("peserta.xlsx", "A6")]
    copy = openpyxl.load_workbook(masukan.parent / "keluaran" / A / "anotasi/peserta.xlsx")
    texts = [str(c.value) for row in copy["Ringkasan"] for c in row if c.value]
    assert any("kesalahan di dalam program" in text for text in texts)


def test_a_sheet_is_left_out(masukan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_(
        monkeypatch,
        dak_excel.sheets.read,
        "find_tables",
        lambda view, *_: view.grid.workbook == "peserta.xlsx",
    )
    hasil, daerah, names = run(masukan)
    assert names == ALL
    said(hasil, daerah, masukan, "lembar «")
    lost = [t for t in daerah.temuan if t.ketentuan == "DATA-GALAT"]
    assert [(t.berkas, t.sel) for t in lost] == [("peserta.xlsx", "")]


@pytest.mark.parametrize("stage", ["open_safely", "strip"])
def test_a_file_is_left_out(masukan: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    data = (masukan / A / "peserta.xlsx").read_bytes()
    break_(monkeypatch, dak_excel.batch.read_daerah, stage, lambda given, *_: given == data)
    hasil, daerah, names = run(masukan)
    assert names == ALL - {"anotasi/peserta.xlsx"}
    said(hasil, daerah, masukan, "berkas peserta.xlsx")
    assert [b.nama for b in daerah.failed] == ["peserta.xlsx"]


def test_a_sheet_with_which_nothing_can_be_joined_is_left_out(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def people(_name: str, books: Any, *_: Any) -> bool:
        return any(sheet.records and b.workbook == "peserta.xlsx" for b in books for sheet in b.sheets)

    break_(monkeypatch, dak_excel.batch.read_daerah, "join_daerah", people)
    hasil, daerah, names = run(masukan)
    assert names == ALL
    said(hasil, daerah, masukan, "lembar «")
    assert daerah.nama == "Kabupaten Uji"


def test_a_sheet_that_takes_too_long_to_join_is_left_out_and_its_daerah_stays(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = dak_excel.batch.read_daerah.join_daerah

    def slow(name: str, books: Any, *rest: Any) -> Any:
        while any(sheet.records and b.workbook == "peserta.xlsx" for b in books for sheet in b.sheets):
            sum(range(1000))
        return real(name, books, *rest)

    monkeypatch.setattr(dak_excel.batch.read_daerah, "join_daerah", slow)
    hasil, daerah, names = run(masukan, batas_detik=0.5)
    assert names == ALL
    assert hasil.failed
    assert any("memerlukan lebih dari 0,5 detik" in one.pesan for one in daerah.galat), daerah.galat
    assert daerah.nama == "Kabupaten Uji"


def test_one_kind_of_check_is_left_out_and_told_as_a_finding(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, whole, _ = run(masukan)
    kind = next(t for t in whole.temuan if t.sel).ketentuan
    rules = {k.id: k for _, k in dak_excel.batch.process.load_rules(2023).every_ketentuan()}
    name = rules[kind].jenis
    old = CHECKS[name]
    monkeypatch.setitem(
        CHECKS, name, type(old)(name, raising(old.check, always), old.batas, old.isi, old.varian)
    )
    hasil, daerah, names = run(masukan, paksa=True)
    assert names == ALL
    said(hasil, daerah, masukan, f"ketentuan {kind}")
    others = {t.kunci for t in whole.temuan if rules[t.ketentuan].jenis != name}
    assert others <= {t.kunci for t in daerah.temuan}
    assert any(t.ketentuan == "DATA-GALAT" and kind in t.pesan for t in daerah.temuan)


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        (["annotate"], "tanda di peserta.xlsx"),
        (["annotate", "copy_of"], "salinan bertanda dari peserta.xlsx"),
    ],
)
def test_marking_one_workbook_costs_its_marks(
    masukan: Path, monkeypatch: pytest.MonkeyPatch, broken: list[str], word: str
) -> None:
    def people(*args: Any) -> bool:
        return any(getattr(a, "workbook", "") == "peserta.xlsx" for a in args)

    for name in broken:
        break_(monkeypatch, dak_excel.batch.copies, name, people)
    hasil, daerah, names = run(masukan)
    assert names == (ALL if len(broken) == 1 else ALL - {"anotasi/peserta.xlsx"})
    said(hasil, daerah, masukan, word)
    assert any("kesalahan di dalam program" in note for b in daerah.berkas for note in b.catatan)


def test_one_document_is_left_out_and_the_one_of_the_night_before_stays(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(masukan, semester=None)
    path = masukan.parent / "keluaran" / A / "laporan/Laporan Akhir 2023.docx"
    before = path.read_bytes()
    break_(
        monkeypatch,
        dak_excel.reports.write,
        "build_content",
        lambda *args: any(getattr(a, "semester", "") == "akhir" for a in args),
    )
    hasil, daerah, names = run(masukan, paksa=True, semester=None)
    assert names == ALL | {f"laporan/Laporan Semester {part} 2023.docx" for part in ("I", "II")}
    said(hasil, daerah, masukan, "Laporan Akhir 2023")
    assert path.read_bytes() == before
    assert "laporan/Laporan Akhir 2023.docx" not in {d.nama for d in daerah.dokumen}


@pytest.mark.parametrize(
    ("module", "name", "word"),
    [
        (dak_excel.reports.write, "_pictures", "logo dan foto"),
        (dak_excel.reports.write, "_with_page_numbers", "nomor halaman"),
        (dak_excel.reports.write, "_pdf", "PDF"),
        (dak_excel.batch.plain_result, "deadline_results", "daftar tenggat"),
        (dak_excel.batch.plain_result, "absorption", "angka serapan"),
        (dak_excel.batch.process, "valid_until", "masa berlaku"),
        (dak_excel.batch.process, "remembered_sheet", "keterangan lembar"),
        (dak_excel.batch.read_daerah, "_answers", "jawaban"),
        (dak_excel.batch.read_daerah, "supersede", "salinan yang dikembalikan"),
    ],
)
def test_what_goes_beside_costs_only_itself(
    masukan: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, word: str
) -> None:
    break_(monkeypatch, module, name)
    hasil, daerah, names = run(masukan, pdf=name == "_pdf")
    assert names == ALL
    said(hasil, daerah, masukan, word)


def test_the_page_of_a_daerah_gives_way_to_a_bare_one(masukan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_(monkeypatch, dak_excel.summary.stand_in, "daerah_page")
    hasil, daerah, names = run(masukan)
    assert names == ALL
    page = (masukan.parent / "keluaran" / A / "ringkasan.html").read_text(encoding="utf-8")
    assert "kesalahan di dalam program" in page
    assert "Laporan%20Akhir%202023.docx" in page
    assert "ringkasan.html" in daerah.galat[0].pesan
    assert hasil.failed


@pytest.mark.parametrize(
    ("module", "name", "word"),
    [
        (dak_excel.summary.stand_in, "index_page", "index.html"),
        (dak_excel.summary, "_tables", "temuan.csv"),
    ],
)
def test_the_page_of_all_daerah_and_the_tables_cost_only_themselves(
    masukan: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, word: str
) -> None:
    break_(monkeypatch, module, name)
    hasil, daerah, names = run(masukan)
    assert names == ALL
    assert not daerah.galat
    assert word in hasil.ringkasan
    assert hasil.failed
    index = (masukan.parent / "keluaran/index.html").read_text(encoding="utf-8")
    assert "ringkasan.html" in index
    assert (masukan.parent / "keluaran/temuan.csv").is_file() is (name != "_tables")


def test_what_was_left_out_is_tried_again_by_the_next_run(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        break_(patch, dak_excel.reports.write, "_pictures")
        assert run(masukan)[1].galat
    hasil, daerah, _ = run(masukan)
    assert A in hasil.dikerjakan
    assert not daerah.galat
    assert not hasil.failed


def test_a_number_beyond_all_money_costs_nothing_at_all(masukan: Path) -> None:
    table = ods_rows([["No", "Uraian", "Volume", "Harga", "Jumlah"], [1, "Kertas", 1, 1e30, 1e30]])
    (masukan / A / "besar.ods").write_bytes(ods(table))
    hasil, daerah, names = run(masukan)
    assert names == ALL | {"anotasi/besar.ods.xlsx"}
    assert not daerah.galat
    assert not hasil.failed
