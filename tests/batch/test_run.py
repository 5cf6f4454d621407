"""The main job on small invented daerah: what is done, what is skipped, what survives."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dak_excel import summary
from dak_excel.batch import process
from dak_excel.config import Settings
from dak_excel.nightly.run import RunResult, run_nightly
from dak_excel.reports.template.files import built_in
from tests.akhir.pembanding import perbedaan
from tests.kecil import buku_identitas, buku_peserta

PER = date(2023, 7, 20)


def run(masukan: Path, keluaran: Path, **changes: object) -> RunResult:
    given: dict[str, object] = {"masukan": masukan, "keluaran": keluaran, "per": PER, **changes}
    return run_nightly(Settings.model_validate(given))


def published(folder: Path) -> dict[Path, int]:
    """The outputs and when each was written."""
    kinds = {".docx", ".xlsx", ".html", ".csv"}
    return {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.suffix in kinds}


def test_the_output_tree_of_the_contract(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "keluaran"
    hasil = run(masukan, out)
    assert {p.name for p in out.iterdir()} >= {"index.html", "temuan.csv", "temuan.xlsx", "Kabupaten A"}
    for nama in ("anotasi/peserta.xlsx", "ringkasan.html", "laporan/Laporan Semester I 2023.docx"):
        assert (out / "Kabupaten A" / nama).is_file()
    assert not hasil.failed
    assert any(t.ketentuan == "A1-USIA" for t in hasil.rinci[0].temuan)
    with (out / "temuan.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["daerah"] for row in rows} == {"Kabupaten Uji"}
    assert len(rows) == sum(d.temuan for d in hasil.daerah)


def test_an_unchanged_folder_is_not_done_again(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    before = published(tmp_path / "k")
    again = run(masukan, tmp_path / "k")
    assert again.dikerjakan == set()
    assert len(again.daerah) == 2
    assert published(tmp_path / "k") == before


def test_only_what_changed_is_done_again(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    (masukan / "Kabupaten B/peserta.xlsx").write_bytes(buku_peserta(77))
    assert run(masukan, tmp_path / "k").dikerjakan == {"Kabupaten B"}
    assert run(masukan, tmp_path / "k", kertas="A4").dikerjakan == {"Kabupaten A", "Kabupaten B"}
    assert run(masukan, tmp_path / "k", kertas="A4", paksa=True).dikerjakan == {"Kabupaten A", "Kabupaten B"}


def test_a_day_on_which_nothing_falls_due_changes_nothing_but_the_days_left(
    masukan: Path, tmp_path: Path
) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    assert run(masukan, out, per=date(2023, 7, 21)).dikerjakan == set()
    run(masukan, tmp_path / "bersih", per=date(2023, 7, 21))
    apart = perbedaan(out, tmp_path / "bersih")  # documents keep the day on which they were made
    assert [name for name in apart if not name.endswith((".docx", "peserta.xlsx", "identitas.xlsx"))] == []
    for name in ("index.html", "Kabupaten A/ringkasan.html"):
        assert "keadaan per 21 Juli 2023" in (out / name).read_text(encoding="utf-8")


def test_when_a_report_or_a_letter_falls_due_all_is_done_again(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    assert run(masukan, tmp_path / "k", per=date(2024, 1, 2)).dikerjakan == {"Kabupaten A", "Kabupaten B"}
    assert run(masukan, tmp_path / "k", per=PER).dikerjakan == {"Kabupaten A", "Kabupaten B"}


def test_a_result_never_outlives_what_the_rules_say(masukan: Path, tmp_path: Path) -> None:
    """Whatever days the runs fall on, the findings are those of a run made on that day."""
    out = tmp_path / "k"
    for day in (date(2023, 3, 1), date(2023, 3, 9), date(2023, 4, 2), date(2023, 6, 29), date(2023, 7, 1)):
        run(masukan, out, per=day)
        run(masukan, tmp_path / f"bersih {day}", per=day)
        fresh = (tmp_path / f"bersih {day}/temuan.csv").read_bytes()
        assert (out / "temuan.csv").read_bytes() == fresh
        reports = {p.name for p in (out / "Kabupaten A/laporan").glob("*")}
        assert reports == {p.name for p in (tmp_path / f"bersih {day}/Kabupaten A/laporan").glob("*")}


@pytest.mark.parametrize("victim", ["Kabupaten A", ".dak_excel", "Kabupaten A/laporan"])
def test_deleting_outputs_or_the_journal_is_harmless(masukan: Path, tmp_path: Path, victim: str) -> None:
    run(masukan, tmp_path / "k")
    shutil.rmtree(tmp_path / "k" / victim)
    run(masukan, tmp_path / "k")
    run(masukan, tmp_path / "bersih")
    assert perbedaan(tmp_path / "k", tmp_path / "bersih") == []


def test_a_daerah_waits_for_a_file_that_is_open_and_keeps_what_it_had(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    before = published(out / "Kabupaten A")
    lock = masukan / "Kabupaten A/~$peserta.xlsx"
    lock.write_bytes(b"pemakai")
    (masukan / "Kabupaten A/identitas.xlsx").write_bytes(buku_identitas(7))
    hasil = run(masukan, out)
    assert hasil.dikerjakan == set()
    after = published(out / "Kabupaten A")
    page = out / "Kabupaten A/ringkasan.html"
    assert {p: t for p, t in after.items() if p != page} == {p: t for p, t in before.items() if p != page}
    for name in ("index.html", "Kabupaten A/ringkasan.html"):
        text = (out / name).read_text(encoding="utf-8")
        assert "Menunggu <strong>peserta.xlsx</strong>, yang sedang dibuka di Excel" in text
        assert "selesai" not in text
    run(masukan, out)  # a second night with the file open
    assert published(out / "Kabupaten A").keys() == before.keys()
    lock.unlink()
    assert run(masukan, out).dikerjakan == {"Kabupaten A"}
    run(masukan, tmp_path / "bersih")
    apart = perbedaan(out, tmp_path / "bersih")
    assert [name for name in apart if not name.endswith(".html")] == []  # the pages tell what has changed
    assert "Menunggu" not in page.read_text(encoding="utf-8")


def test_a_new_daerah_does_not_wait_for_a_file_that_is_open(masukan: Path, tmp_path: Path) -> None:
    (masukan / "Kabupaten A/~$peserta.xlsx").write_bytes(b"pemakai")
    hasil = run(masukan, tmp_path / "k")
    assert hasil.dikerjakan == {"Kabupaten A", "Kabupaten B"}
    assert (tmp_path / "k/Kabupaten A/anotasi/identitas.xlsx").exists()


def test_findings_of_a_file_that_broke_are_not_called_solved(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "k")
    path = masukan / "Kabupaten A/peserta.xlsx"
    path.write_bytes(path.read_bytes()[:900])
    os.utime(path, (time.time() - 3600,) * 2)
    (one,) = run(masukan, tmp_path / "k").rinci
    assert any(b.failed for b in one.berkas)
    assert one.perubahan is not None
    assert one.perubahan.selesai == 0


def test_what_the_user_has_edited_is_said_on_the_page(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    letter = next((out / "Kabupaten A/laporan").glob("*.docx"))
    letter.write_bytes(letter.read_bytes() + b"suntingan")
    (masukan / "Kabupaten A/identitas.xlsx").write_bytes(buku_identitas(7))
    run(masukan, out)
    text = (out / "Kabupaten A/ringkasan.html").read_text(encoding="utf-8")
    assert f"Anda telah menyunting <strong>laporan/{letter.name}</strong>" in text


def test_two_workers_make_what_one_makes(masukan: Path, tmp_path: Path) -> None:
    run(masukan, tmp_path / "satu")
    run(masukan, tmp_path / "dua", pekerja=2)
    assert perbedaan(tmp_path / "satu", tmp_path / "dua") == []


def test_the_input_is_never_touched(masukan: Path, tmp_path: Path) -> None:
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in masukan.rglob("*") if p.is_file()}
    run(masukan, tmp_path / "k")
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in masukan.rglob("*") if p.is_file()} == before


def test_a_run_does_not_even_try_to_write_to_the_input(masukan: Path, tmp_path: Path) -> None:
    """So that a read-only folder or share will do: Python itself tells of every attempt (PEP 578)."""
    watcher = f"""
import os, sys
inside = {str(masukan.resolve())!r}
def hook(event, args):
    path = os.path.abspath(args[0]) if args and isinstance(args[0], str) else ""
    writes = event == "open" and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    changes = event in {{"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.utime", "os.chmod"}}
    if path.startswith(inside) and (writes or changes):
        sys.stderr.write(f"ATTEMPT {{event}} {{args}}\\n")
sys.addaudithook(hook)
from dak_excel.cli.app import run
sys.exit(run(["proses", inside, "--keluaran", {str(tmp_path / "k")!r}, "--per", "2023-07-20"]))
"""
    done = subprocess.run([sys.executable, "-c", watcher], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "ATTEMPT" not in done.stderr


def test_the_output_may_lie_inside_the_input(masukan: Path) -> None:
    out = masukan / "hasil"
    run(masukan, out)
    assert run(masukan, out).dikerjakan == set()
    assert len(run(masukan, out, paksa=True).daerah) == 2


def test_the_input_may_lie_inside_the_output(masukan: Path, tmp_path: Path) -> None:
    before = {p: p.read_bytes() for p in masukan.rglob("*") if p.is_file()}
    assert len(run(masukan, tmp_path).daerah) == 2
    assert run(masukan, tmp_path).dikerjakan == set()
    assert (tmp_path / "Kabupaten A/ringkasan.html").is_file()
    assert {p: p.read_bytes() for p in masukan.rglob("*") if p.is_file()} == before


def test_outputs_never_land_in_the_input(masukan: Path, tmp_path: Path) -> None:
    """One flat folder `masukan` gives a daerah of that name: its outputs need another folder."""
    flat = masukan / "Kabupaten A"
    out = masukan
    hasil = run(flat, out)
    assert [d.folder for d in hasil.daerah] == ["Kabupaten A_"]
    assert {p.name for p in flat.iterdir()} == {"identitas.xlsx", "peserta.xlsx"}


def test_a_daerah_that_is_gone_goes_to_the_archive(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    shutil.rmtree(masukan / "Kabupaten B")
    hasil = run(masukan, out)
    assert hasil.diarsipkan == ["Kabupaten B"]
    assert (out / "arsip/Kabupaten B/ringkasan.html").is_file()
    assert "Kabupaten B" not in (out / "index.html").read_text(encoding="utf-8")
    run(masukan, tmp_path / "bersih")
    assert perbedaan(out, tmp_path / "bersih") == []


def test_an_empty_input_folder_moves_nothing(masukan: Path, tmp_path: Path) -> None:
    """It is more likely that a share is away than that a dinas has given everything up."""
    out = tmp_path / "k"
    run(masukan, out)
    for folder in list(masukan.iterdir()):
        shutil.rmtree(folder)
    hasil = run(masukan, out)
    assert hasil.daerah == []
    assert (out / "Kabupaten A/ringkasan.html").is_file()
    assert "Belum ada berkas di folder masukan" in (out / "index.html").read_text(encoding="utf-8")


def test_tables_that_a_kill_left_behind_the_daerah_are_made_up_for(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    (masukan / "Kabupaten B/peserta.xlsx").write_bytes(buku_peserta(77, orang=5))

    def dies(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(summary, "write_summary", dies)
    with pytest.raises(KeyboardInterrupt):
        run(masukan, out)
    monkeypatch.undo()
    run(masukan, out)
    run(masukan, tmp_path / "bersih")
    assert perbedaan(out, tmp_path / "bersih") == []


def test_strange_names_go_all_the_way(masukan: Path, tmp_path: Path) -> None:
    names = ["data peserta (1) & ‘final’.xlsx", "ꦧꦛꦶꦏ꧀.xlsx", "x" * 195 + ".xlsx", "#a%20b?.xlsx"]
    folder = masukan / "Kab. ‘Uji’ & ꦧꦛꦶꦏ꧀"
    folder.mkdir()
    for number, name in enumerate(names):
        (folder / name).write_bytes(buku_peserta(number))
    hasil = run(masukan, tmp_path / "k")
    assert not hasil.failed
    (one,) = [d for d in hasil.rinci if d.folder.startswith("Kab. ")]
    out = tmp_path / "k" / one.folder
    assert {b.nama for b in one.berkas} == set(names)
    assert all((out / b.anotasi).is_file() for b in one.berkas)


def test_copies_that_would_share_a_name_do_not(masukan: Path, tmp_path: Path) -> None:
    folder = masukan / "Kabupaten A"
    (folder / "daftar.csv").write_text("No;Nama;NIK\n1;Uji Contoh;9901010101850001\n", encoding="utf-8")
    (folder / "daftar.csv.xlsx").write_bytes(buku_peserta(3))
    (daerah,) = [d for d in run(masukan, tmp_path / "k").rinci if d.folder == "Kabupaten A"]
    copies = {b.nama: b.anotasi for b in daerah.berkas}
    assert copies["daftar.csv"] == "anotasi/daftar.csv.xlsx"
    assert copies["daftar.csv.xlsx"] == "anotasi/daftar.csv (2).xlsx"


def test_a_file_whose_copy_would_have_too_long_a_name(masukan: Path, tmp_path: Path) -> None:
    name = "d" * 248 + ".csv"
    (masukan / "Kabupaten A" / name).write_text("No;Nama\n1;Uji Contoh\n", encoding="utf-8")
    hasil = run(masukan, tmp_path / "k")
    assert not hasil.failed


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the rights are those of the folder")
@pytest.mark.parametrize(("umask", "pribadi", "closed"), [(0o022, True, 0o077), (0o027, False, 0o027)])
def test_who_may_read_outputs_the_folder_says_unless_they_are_private(
    masukan: Path, tmp_path: Path, umask: int, pribadi: bool, closed: int
) -> None:
    keluaran = tmp_path / "a/k"
    before = os.umask(umask)
    try:
        run(masukan, keluaran, pekerja=2 if pribadi else 1, pribadi=pribadi)  # workers live on, umask and all
    finally:
        os.umask(before)
    inner = {".dak_excel", "log"}  # these are nobody else's, in any case
    found = [p for p in keluaran.rglob("*") if not inner & set(p.relative_to(keluaran).parts)]
    wrong = [p for p in found if p.stat().st_mode & 0o777 != (0o777 if p.is_dir() else 0o666) & ~closed]
    assert wrong == []


def test_an_empty_workbook_is_said_and_harms_nothing(masukan: Path, tmp_path: Path) -> None:
    buffer = BytesIO()
    openpyxl.Workbook().save(buffer)
    (masukan / "Kabupaten A/kosong.xlsx").write_bytes(buffer.getvalue())
    hasil = run(masukan, tmp_path / "k")
    assert not hasil.failed
    page = (tmp_path / "k/Kabupaten A/ringkasan.html").read_text(encoding="utf-8")
    assert "<strong>kosong.xlsx</strong> tidak berisi apa pun; isi dulu, lalu simpan." in page
    assert "kosong.xlsx" in (tmp_path / "k/index.html").read_text(encoding="utf-8")


def test_a_fault_of_ours_in_one_daerah_does_not_stop_the_others(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = process.check_daerah

    def breaks(daerah: object, *rest: object) -> object:
        if daerah.nama == "Kabupaten A":  # type: ignore[attr-defined]
            raise RuntimeError("isi sel 9901010101850001")
        return real(daerah, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(process, "check_daerah", breaks)
    hasil = run(masukan, tmp_path / "k")
    assert [bool(d.sebab) for d in hasil.daerah] == [True, False]
    assert hasil.failed
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
    ids = [t.ketentuan for t in hasil.rinci[0].temuan]
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


def test_a_run_that_crashes_leaves_its_trace_in_the_log(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("99 tidak boleh tercatat")

    monkeypatch.setattr("dak_excel.nightly.run.write_front", crash)
    with pytest.raises(RuntimeError):
        run(masukan, tmp_path / "k")
    last = (tmp_path / "k/log/dak_excel.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    event = json.loads(last)
    assert (event["peristiwa"], event["sebab"]) == ("gagal", "RuntimeError")
    assert "run.py" in event["jejak"]
    assert "tercatat" not in last


def test_a_daerah_waits_two_days_at_most(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    lock = masukan / "Kabupaten A/~$peserta.xlsx"
    lock.write_bytes(b"pemakai")
    assert run(masukan, out).dikerjakan == set()
    with sqlite3.connect(out / ".dak_excel/jurnal.sqlite") as journal:
        (kept,) = journal.execute("select hasil from daerah where folder = 'Kabupaten A'").fetchone()
        long_ago = (datetime.now().astimezone() - timedelta(days=3)).isoformat()
        kept = json.dumps({**json.loads(kept), "menunggu_sejak": long_ago})
        journal.execute("update daerah set hasil = ? where folder = 'Kabupaten A'", (kept,))
    journal.close()
    assert run(masukan, out).dikerjakan == {"Kabupaten A"}


def test_a_workbook_that_is_far_too_large_is_not_taken_into_memory(masukan: Path, tmp_path: Path) -> None:
    path = masukan / "Kabupaten A/besar.xlsx"
    with path.open("wb") as file:
        file.truncate(300 * 2**20)  # a hole: takes no room on the disk
    hasil = run(masukan, tmp_path / "k")
    (large,) = [b for d in hasil.daerah for b in d.failed]
    assert large.nama == "besar.xlsx"
    assert "melebihi batas aman (256 MiB)" in large.sebab


def test_the_table_of_findings_keeps_the_notes_of_the_staff(masukan: Path, tmp_path: Path) -> None:
    out = tmp_path / "k"
    run(masukan, out)
    table = out / "temuan.csv"
    noted = table.read_bytes() + b"catatan staf\r\n"
    table.write_bytes(noted)
    (masukan / "Kabupaten A/identitas.xlsx").write_bytes(buku_identitas(7))
    assert run(masukan, out).disisihkan == ["temuan.csv"]
    assert table.read_bytes() == noted
    assert (out / "temuan (baru).csv").exists()


def test_a_template_that_gets_its_right_name_is_used(masukan: Path, tmp_path: Path) -> None:
    own = tmp_path / "templat"
    own.mkdir()
    shutil.copy(built_in() / "laporan_akhir.docx", own / "laporan_ahkir.docx")
    run(masukan, tmp_path / "k", templat=own)
    (own / "laporan_ahkir.docx").rename(own / "laporan_akhir.docx")
    assert len(run(masukan, tmp_path / "k", templat=own).dikerjakan) == 2


def test_a_document_that_is_no_workbook_is_said(masukan: Path, tmp_path: Path) -> None:
    (masukan / "Kabupaten A/RAB final.pdf").write_bytes(b"%PDF-1.4")
    (masukan / "Kabupaten A/desktop.ini").write_bytes(b"x")
    run(masukan, tmp_path / "k")
    text = (tmp_path / "k/Kabupaten A/ringkasan.html").read_text(encoding="utf-8")
    assert "Tidak dibaca karena bukan buku kerja Excel dan bukan gambar yang dikenal: RAB final.pdf." in text
    assert "Excel:" not in (tmp_path / "k/Kabupaten B/ringkasan.html").read_text(encoding="utf-8")


def test_a_new_table_beside_an_edited_one_is_no_input_of_the_user(masukan: Path) -> None:
    out = masukan / "keluaran"
    run(masukan, out)
    (out / "temuan.csv").write_bytes(b"catatan staf")
    (masukan / "Kabupaten A/identitas.xlsx").write_bytes(buku_identitas(7))
    run(masukan, out)
    assert (out / "temuan (baru).csv").exists()
    assert run(masukan, out).daerah
