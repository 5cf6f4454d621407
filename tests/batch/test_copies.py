"""The annotated copies of a run: held to what a file may cost, and what is said of a lesser one."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dak_excel.annotate.info import Unmarkable
from dak_excel.batch import copies
from dak_excel.cli import app
from tests.batch.test_faults import A, run
from tests.kecil import buku_identitas, buku_peserta

SALINAN = Path("keluaran") / A / "anotasi/peserta.xlsx"


@pytest.fixture
def masukan(tmp_path: Path) -> Path:
    folder = tmp_path / "masukan" / A
    folder.mkdir(parents=True)
    (folder / "identitas.xlsx").write_bytes(buku_identitas())
    (folder / "peserta.xlsx").write_bytes(buku_peserta())
    return tmp_path / "masukan"


def notes(daerah: Any) -> str:
    (berkas,) = (b for b in daerah.berkas if b.nama == "peserta.xlsx")
    return " ".join(berkas.catatan)


@pytest.mark.usefixtures("faults_are_caught")
def test_a_package_too_odd_to_be_marked_is_no_fault_of_the_program(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def odd(*_: Any) -> bytes:
        raise Unmarkable("Susunan berkas terlalu ganjil.")

    monkeypatch.setattr(copies, "annotate", odd)
    hasil, daerah, _ = run(masukan)
    assert "terlalu ganjil" in notes(daerah) and "kesalahan di dalam program" not in notes(daerah)
    assert not daerah.galat and not hasil.failed
    openpyxl.load_workbook(masukan.parent / SALINAN)


def test_what_is_not_small_is_marked_under_guard_and_looks_the_same(
    masukan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(masukan)
    plain = (masukan.parent / SALINAN).read_bytes()
    monkeypatch.setattr(copies, "is_small", lambda _: False)
    run(masukan, paksa=True)
    assert (masukan.parent / SALINAN).read_bytes() == plain


@pytest.mark.usefixtures("faults_are_caught")
@pytest.mark.parametrize(("few", "made"), [(200_000, True), (-1, False)])
def test_marking_that_costs_too_much_is_given_up_in_plain_words(
    masukan: Path, monkeypatch: pytest.MonkeyPatch, few: int, made: bool
) -> None:
    held = copies.guarded
    monkeypatch.setattr(copies, "is_small", lambda _: False)
    monkeypatch.setattr(copies, "_FEW_CELLS", few)
    monkeypatch.setattr(
        copies, "guarded", lambda *args, **limits: held(*args, **{**limits, "seconds": 0.001})
    )
    hasil, daerah, names = run(masukan)
    assert "menandainya memerlukan lebih dari" in notes(daerah) and "berkas Anda utuh" in notes(daerah)
    assert not daerah.galat and hasil.daerah[0].temuan
    assert ("anotasi/peserta.xlsx" in names) is made
    if made:
        book = openpyxl.load_workbook(io.BytesIO((masukan.parent / SALINAN).read_bytes()))
        assert "Temuan" in book.sheetnames


@pytest.mark.usefixtures("faults_are_caught")
def test_periksa_says_when_a_copy_is_not_the_package_itself(
    masukan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def odd(*_: Any) -> bytes:
        raise Unmarkable("Satu bagian berkas ini terlalu besar untuk ditandai.")

    monkeypatch.setattr(copies, "annotate", odd)
    out = masukan.parent / "salinan"
    app.run(["periksa", str(masukan / A / "peserta.xlsx"), "--keluaran", str(out), "--per", "2023-07-20"])
    assert "peserta.xlsx: Satu bagian berkas ini" in " ".join(capsys.readouterr().out.split())
