"""The main job on small invented daerah: what is done, what is skipped, what survives."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from dak_excel.batch import process
from dak_excel.batch.run import HasilRun, jalankan
from dak_excel.config import Pengaturan
from tests.akhir.pembanding import perbedaan
from tests.kecil import buku_identitas, buku_peserta

PER = date(2023, 7, 20)


@pytest.fixture
def masukan(tmp_path: Path) -> Path:
    for nama in ("Kabupaten A", "Kabupaten B"):
        folder = tmp_path / "masukan" / nama
        folder.mkdir(parents=True)
        (folder / "identitas.xlsx").write_bytes(buku_identitas(len(nama)))
        (folder / "peserta.xlsx").write_bytes(buku_peserta(len(nama)))
    return tmp_path / "masukan"


def run(masukan: Path, keluaran: Path, **changes: object) -> HasilRun:
    given: dict[str, object] = {"masukan": masukan, "keluaran": keluaran, "per": PER, **changes}
    return jalankan(Pengaturan.model_validate(given))


def test_the_output_tree_of_the_contract(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "keluaran"
    hasil = run(masukan, out)
    assert {p.name for p in out.iterdir()} >= {"index.html", "temuan.csv", "temuan.xlsx", "Kabupaten A"}
    for nama in ("anotasi/peserta.xlsx", "ringkasan.html", "laporan/Laporan Semester I 2023.docx"):
        assert (out / "Kabupaten A" / nama).is_file()
    assert not hasil.gagal
    assert any(t.ketentuan == "A1-USIA" for t in hasil.daerah[0].temuan)


def test_an_unchanged_folder_is_not_done_again(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "k").rglob("*.docx")}
    again = run(masukan, tmp_path / "k")
    assert again.dikerjakan == set()
    assert len(again.daerah) == 2
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "k").rglob("*.docx")} == before


def test_only_what_changed_is_done_again(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    (masukan / "Kabupaten B/peserta.xlsx").write_bytes(buku_peserta(77))
    assert run(masukan, tmp_path / "k").dikerjakan == {"Kabupaten B"}
    assert run(masukan, tmp_path / "k", kertas="A4").dikerjakan == {"Kabupaten A", "Kabupaten B"}
    assert run(masukan, tmp_path / "k", kertas="A4", paksa=True).dikerjakan == {"Kabupaten A", "Kabupaten B"}


def test_a_day_on_which_nothing_falls_due_changes_nothing(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    assert run(masukan, tmp_path / "k", per=date(2023, 7, 21)).dikerjakan == set()
    assert run(masukan, tmp_path / "k", per=date(2024, 1, 2)).dikerjakan == {"Kabupaten A", "Kabupaten B"}


@pytest.mark.parametrize("victim", ["Kabupaten A", ".dak_excel", "Kabupaten A/laporan"])
def test_deleting_outputs_or_the_journal_is_harmless(masukan: Path, tmp_path: Path, victim: str) -> None:
    run(masukan, tmp_path / "k")
    shutil.rmtree(tmp_path / "k" / victim)
    run(masukan, tmp_path / "k")
    run(masukan, tmp_path / "bersih")
    assert perbedaan(tmp_path / "k", tmp_path / "bersih") == []


def test_two_workers_make_what_one_makes(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "satu")
    run(masukan, tmp_path / "dua", pekerja=2)
    assert perbedaan(tmp_path / "satu", tmp_path / "dua") == []


def test_the_input_is_never_touched(masukan: Path, tmp_path: Path) -> None:
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in masukan.rglob("*") if p.is_file()}
    run(masukan, tmp_path / "k")
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in masukan.rglob("*") if p.is_file()} == before


def test_the_output_may_lie_inside_the_input(masukan: Path) -> None:
    out = masukan / "hasil"
    run(masukan, out)
    assert run(masukan, out).dikerjakan == set()
    assert len(run(masukan, out, paksa=True).daerah) == 2


def test_a_fault_of_ours_in_one_daerah_does_not_stop_the_others(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = process.periksa

    def breaks(daerah: object, *rest: object) -> object:
        if daerah.nama == "Kabupaten A":  # type: ignore[attr-defined]
            raise RuntimeError("isi sel 9901010101850001")
        return real(daerah, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(process, "periksa", breaks)
    hasil = run(masukan, tmp_path / "k")
    assert [bool(d.sebab) for d in hasil.daerah] == [True, False]
    assert hasil.gagal
    log = (tmp_path / "k/log/dak_excel.jsonl").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "9901010101850001" not in log
    monkeypatch.undo()
    assert run(masukan, tmp_path / "k").dikerjakan == {"Kabupaten A"}


def test_the_log_is_json_lines_without_personal_numbers(masukan: Path, tmp_path: Path) -> None:
    (masukan / "Kabupaten A/9901010101850001.xlsx").write_bytes(b"bukan buku kerja, hanya teks")
    run(masukan, tmp_path / "k")
    text = (tmp_path / "k/log/dak_excel.jsonl").read_text(encoding="utf-8")
    events = [json.loads(line) for line in text.splitlines()]
    assert events[0]["peristiwa"] == "mulai"
    assert events[-1]["peristiwa"] == "selesai"
    assert "9901010101850001" not in text


def test_a_clock_set_back_changes_nothing(masukan: Path, tmp_path: Path) -> None:
    for path in masukan.rglob("*.xlsx"):
        os.utime(path, (time.time() + 86400,) * 2)
    run(masukan, tmp_path / "k")
    assert run(masukan, tmp_path / "k").dikerjakan == set()


def test_the_same_file_twice_counts_once(masukan: Path, tmp_path: Path) -> None:
    shutil.copy(masukan / "Kabupaten A/peserta.xlsx", masukan / "Kabupaten A/salinan peserta.xlsx")
    hasil = run(masukan, tmp_path / "k")
    ids = [t.ketentuan for t in hasil.daerah[0].temuan]
    assert "LEMBAR-KEMBAR" in ids
    assert ids.count("A1-USIA") == 1
    assert "NIK-GANDA" not in ids


def _start(masukan: Path, keluaran: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dak_excel", "proses", str(masukan), "--keluaran", str(keluaran)]
    return subprocess.Popen([*command, "--per", PER.isoformat()], stdout=subprocess.DEVNULL)


def test_killed_at_random_moments_outputs_are_whole_and_a_rerun_mends(masukan: Path, tmp_path: Path) -> None:
    out, moments = tmp_path / "k", random.Random(7)
    for number in range(8):
        (masukan / "Kabupaten A/peserta.xlsx").write_bytes(buku_peserta(number))
        process = _start(masukan, out)
        time.sleep(moments.uniform(0.3, 2.5))
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
        for path in out.rglob("*"):
            if path.suffix in (".xlsx", ".docx"):
                assert zipfile.is_zipfile(path), path
    assert _start(masukan, out).wait() == 0
    assert _start(masukan, tmp_path / "bersih").wait() == 0
    assert perbedaan(out, tmp_path / "bersih") == []
