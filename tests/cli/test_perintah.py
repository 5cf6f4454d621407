"""The commands as a user meets them: what the console says, which exit code it ends with, what it writes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from rich.console import Console

from dak_excel import steps
from dak_excel.cli import app, display, open_page, screen
from dak_excel.cli.app import run
from dak_excel.cli.finding_list import print_findings
from dak_excel.cli.parser import parser
from dak_excel.config import Settings
from dak_excel.findings import Temuan, Tingkat
from dak_excel.nightly.run import RunResult, run_nightly
from dak_excel.reports.template.files import NAMA
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.files import BerkasResult, LembarResult
from tests.kecil import buku_identitas, buku_peserta, buku_rab
from tests.summary.builders import daerah


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "masukan/Kabupaten Uji"
    path.mkdir(parents=True)
    (path / "identitas.xlsx").write_bytes(buku_identitas())
    (path / "peserta.xlsx").write_bytes(buku_peserta())
    return path


def say(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    return " ".join((captured.out + captured.err).split())


def proses(folder: Path, *more: str) -> int:
    out = folder.parents[1] / "keluaran"
    words = ["proses", str(folder.parent), "--keluaran", str(out), "--per", "2023-07-20"]
    return run([*words, "--tanpa-tata-letak", *more])


def test_proses_says_what_came_of_it_and_where_to_look(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert proses(folder) == 0
    said = say(capsys)
    assert "peserta.xlsx, lembar «Peserta»: peserta, 22 baris" in said
    assert "1 pelanggaran" in said
    assert "untuk melihat semuanya" in said
    assert proses(folder) == 0
    assert "(tidak berubah)" in say(capsys)


def test_a_budget_is_told_by_its_lines_and_its_sum(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "rab.xlsx"
    path.write_bytes(buku_rab())
    run(["periksa", str(path)])
    total = "62.700.030"
    assert f"rab, 5 baris rincian, jumlahnya Rp{total}, sama dengan jumlah di lembar" in say(capsys)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["F10"] = 60_000_000
    book.save(path)
    run(["periksa", str(path)])
    apart = "lembar menulis Rp60.000.000, selisih Rp2.700.030"
    assert f"jumlahnya Rp{total}; {apart}" in say(capsys)
    assert proses(folder) == 0
    page = (folder.parents[1] / "keluaran/Kabupaten Uji/ringkasan.html").read_text(encoding="utf-8")
    assert apart in page


def test_periksa_writes_nothing_unless_asked(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run(["periksa", str(folder / "peserta.xlsx")]) == 1
    assert "A1-USIA" in say(capsys)
    assert sorted(tmp_path.rglob("*")) == before
    assert run(["periksa", str(folder / "peserta.xlsx"), "--keluaran", "tanda"]) == 1
    (copy,) = (tmp_path / "tanda").rglob("*.xlsx")
    assert openpyxl.load_workbook(copy).sheetnames[:2] == ["Ringkasan", "Temuan"]


def test_periksa_overwrites_neither_its_input_nor_an_edited_copy(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "anotasi/peserta.xlsx"
    source.parent.mkdir()
    source.write_bytes((folder / "peserta.xlsx").read_bytes())
    before = source.read_bytes()
    for _ in range(2):
        run(["periksa", str(source), "--keluaran", str(tmp_path)])
        assert source.read_bytes() == before
        assert "versi baru ada di sebelahnya" in say(capsys)
    copy = tmp_path / "anotasi/peserta (baru).xlsx"
    copy.write_bytes(before)
    run(["periksa", str(source), "--keluaran", str(tmp_path)])
    assert copy.read_bytes() == before


def test_an_empty_workbook_is_said_in_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buffer = BytesIO()
    openpyxl.Workbook().save(buffer)
    (folder / "kosong.xlsx").write_bytes(buffer.getvalue())
    sentence = "kosong.xlsx tidak berisi apa pun; isi dulu, lalu simpan."
    assert proses(folder) == 0
    assert sentence in say(capsys)
    assert run(["periksa", str(folder / "kosong.xlsx")]) == 0
    assert say(capsys).startswith(sentence)


def test_an_unknown_sheet_is_said_and_why(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "catatan rapat hari Senin"
    book.save(folder / "lain.xlsx")
    assert proses(folder) == 0
    said = say(capsys)
    assert "lain.xlsx, lembar «Sheet»: tidak dikenali: tidak ada judul tabel" in said
    assert "lain.xlsx tidak diperiksa: tidak ada lembarnya yang dikenali." in said


def test_empty_sheets_are_not_mentioned(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(folder / "peserta.xlsx")
    book.create_sheet("Sheet3")
    book.save(folder / "peserta.xlsx")
    assert proses(folder) == 0
    assert "Sheet3" not in say(capsys)
    run(["periksa", str(folder / "peserta.xlsx")])
    assert "Sheet3" not in say(capsys)


def test_no_personal_number_on_the_console(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nik = "9901010101850001"
    (folder / f"{nik}.xlsx").write_bytes(b"bukan buku kerja" * 20)
    assert proses(folder) == 3
    said = say(capsys)
    assert nik not in said
    assert "9901********0001.xlsx" in said


def test_one_folder_for_input_and_output_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["proses", str(folder), "--keluaran", str(folder)]) == 2
    assert "tidak boleh sama" in say(capsys)
    assert {p.name for p in folder.iterdir()} == {"identitas.xlsx", "peserta.xlsx"}


def test_a_place_that_cannot_be_written_is_said_in_bahasa_indonesia(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    assert run(["proses", str(folder), "--keluaran", str(tmp_path / "berkas/k")]) == 2
    assert "tidak dapat dipakai: bukan folder." in say(capsys)


def test_names_with_brackets_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    one = daerah("[bold]Kota[/bold] [link=x]", 1)
    display.run_table(RunResult([one.glance()], {one.folder}, [one]), Settings())
    assert "[bold]Kota[/bold] [link=x]" in capsys.readouterr().out


def test_the_console_stays_short_for_a_province(capsys: pytest.CaptureFixture[str]) -> None:
    many = [daerah(f"Kabupaten {n:03d}", n % 7).glance() for n in range(500)]
    display.run_table(RunResult(many), Settings())
    said = capsys.readouterr().out
    assert len(said.splitlines()) < 160
    assert "… dan 480 daerah lain" in said
    assert "… dan 480 lainnya; lihat index.html." in " ".join(said.split())


def test_many_sheets_are_not_listed_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    sheets = [LembarResult(nama=f"L{n}", jenis="peserta", baris=n) for n in range(40)]
    sheets.append(LembarResult(nama="Aneh", jenis="tidak dikenali", baris=0))
    one: DaerahResult = daerah(berkas=[BerkasResult(nama="besar.xlsx", lembar=sheets)])
    display.run_table(RunResult([one.glance()], {one.folder}, [one]), Settings())
    said = capsys.readouterr().out
    assert "besar.xlsx, lembar «Aneh»: tidak dikenali" in said
    assert "«L7»" not in said


@pytest.mark.parametrize("perintah", ["proses", "periksa", "jadwal"])
@pytest.mark.parametrize(
    ("words", "said_of_it"),
    [
        (("--kosakata", "tiada.yaml"), "Berkas kosakata «tiada.yaml» tidak ditemukan"),
        (("--kosakata", "salah.yaml"), "«jenis/pesertaa» tidak dikenal"),
        (("--juknis", "tiada"), "Folder juknis «tiada» tidak ditemukan"),
    ],
)
def test_own_material_that_is_not_there_is_said_at_once(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    perintah: str,
    words: tuple[str, str],
    said_of_it: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "salah.yaml").write_text("jenis: {pesertaa: {}}", encoding="utf-8")
    if perintah == "proses":
        code = proses(folder, *words)
    elif perintah == "jadwal":
        code = run(["jadwal", "pasang", "--masukan", str(folder.parent), *words])
    else:
        code = run(["periksa", str(folder / "peserta.xlsx"), *words])
    assert code == 2
    assert said_of_it in say(capsys)


def test_a_folder_of_templates_that_is_not_there_is_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert proses(folder, "--templat", str(tmp_path / "tiada")) == 2
    said = say(capsys)
    assert "Folder templat «" in said
    assert "tidak ditemukan" in said


@pytest.mark.parametrize("jeda", ["inf", "1e12", "-1", "nan", "lama"])
def test_a_quiet_time_that_never_comes_is_refused(jeda: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pantau", ".", f"--jeda={jeda}"]) == 2
    assert f"--jeda: «{jeda}» tidak dapat dipakai; tulis banyaknya detik" in say(capsys)


def test_an_empty_folder_gets_a_sentence_and_no_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "masukan").mkdir()
    run(["proses", str(tmp_path / "masukan"), "--keluaran", str(tmp_path / "k")])
    said = say(capsys)
    assert "belum berisi buku kerja" in said
    assert "Hasil pemeriksaan" not in said


def test_copying_templates_again_says_that_they_were_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["templat", "salin", str(tmp_path / "t")]) == 0
    assert f"{len(NAMA)} templat disalin" in say(capsys)
    assert run(["templat", "salin", str(tmp_path / "t")]) == 0
    assert f"{len(NAMA)} yang sudah ada di sana dibiarkan" in say(capsys)


def test_a_console_of_another_encoding_gets_question_marks(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "identitas.xlsx")
    book.worksheets[0]["A1"] = "Kabupaten → ✓ 例"
    path = folder / "panah → 例.xlsx"
    book.save(path)
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-m", "dak_excel", "periksa", str(path), "--baca"]
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert b"panah ? ?.xlsx" in done.stdout


def test_a_name_cannot_command_the_console(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    display.say("berkas \x1b[2J\x9b1m\u202exslx.exe")
    assert run(["periksa", str(folder / "tiada\x1b]0;judul\x07.xlsx")]) == 2
    captured = capsys.readouterr()
    assert not set("\x1b\x9b\x07\u202e") & set(captured.out + captured.err)
    assert "tiada\N{REPLACEMENT CHARACTER}]0;judul" in captured.err


def test_a_slip_in_an_own_template_is_said_in_words(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    document.add_paragraph("Laporan {{ dinas.naam }}")
    (tmp_path / "t").mkdir()
    document.save(str(tmp_path / "t/laporan_semester.docx"))
    document.save(str(tmp_path / "t/catatan kami.docx"))
    assert proses(folder, "--templat", str(tmp_path / "t")) == 0
    said = say(capsys)
    assert "Templat laporan_semester.docx, dekat «Laporan {{ dinas.naam }}»: " in said
    assert "catatan kami" not in said
    page = (tmp_path / "keluaran/Kabupaten Uji/ringkasan.html").read_text(encoding="utf-8")
    assert "dinas.naam" in page
    assert "has no attribute" not in page
    assert "Templat bawaan dipakai" in page


def many_findings(number: int) -> list[Temuan]:
    """So many findings, the violation last."""
    fields = {"ketentuan": "A1-USIA", "tempat": None, "pesan": "Usianya di luar batas.", "saran": "Ganti."}
    minor = [Temuan(tingkat=Tingkat.DATA, rujukan="Lampiran", **fields) for _ in range(number - 1)]  # type: ignore[arg-type]
    return [*minor, Temuan(tingkat=Tingkat.PELANGGARAN, rujukan="Lampiran", **fields)]  # type: ignore[arg-type]


def shown(width: int, items: list[Temuan], *, semua: bool = False) -> str:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    print_findings(items, console, semua=semua)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_of_many_findings_the_gravest_are_shown_and_all_are_counted() -> None:
    text = shown(120, many_findings(300))
    assert text.count("A1-USIA") == 50
    assert "pelanggaran" in text
    assert "50 yang terberat dari 300" in text
    assert shown(120, many_findings(300), semua=True).count("A1-USIA") == 300


@pytest.mark.parametrize("width", [40, 60, 80, 99])
def test_a_narrow_screen_gets_a_block_a_finding_and_no_broken_word(width: int) -> None:
    text = shown(width, many_findings(3))
    assert "pelanggaran · A1-USIA" in text
    assert text.count("Usianya di luar batas.") == 3
    assert "┃" not in text
    assert max(map(len, text.splitlines())) <= width


def test_periksa_as_json_is_one_object_and_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["periksa", *map(str, folder.rglob("*.xlsx")), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert code in (0, 1)
    assert sum(told["jumlah"].values()) == len(told["temuan"])
    assert {"ketentuan", "tingkat", "pesan", "saran", "sel"} <= set(told["temuan"][0])


def test_the_command_alone_says_what_to_do_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([]) == 0
    assert "dak-excel contoh masukan" in say(capsys)
    (tmp_path / "peserta.xlsx").write_bytes(b"x")
    assert run([]) == 0
    assert "ada 1 buku kerja" in say(capsys)
    (tmp_path / "masukan").mkdir()
    (tmp_path / "masukan/peserta.xlsx").write_bytes(b"x")
    assert run([]) == 0
    assert "dak-excel proses masukan --keluaran keluaran" in say(capsys)


def test_ended_with_ctrl_c_is_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(app._COMMANDS, "juknis", stopped)
    assert run(["juknis"]) == 130
    assert "tetap utuh" in say(capsys)


def test_templates_without_a_folder_are_the_built_in_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["templat", "periksa"]) == 0
    assert "templat bawaan" in say(capsys)


def test_progress_names_the_total_and_the_file_in_work(folder: Path) -> None:
    told: list[str] = []
    with steps.listening(told.append):
        run_nightly(
            Settings(
                masukan=folder,
                keluaran=folder.parent / "k",
                per=date(2023, 7, 14),
                tata_letak=False,
                ringkasan_pdf=False,
            ),
            lambda nama, selesai, semua: told.append(f"{nama} {selesai}/{semua}"),
        )
    names = sorted(path.name for path in folder.rglob("*.xlsx"))
    assert told[0] == " 0/1"  # how many there are, before anything is read
    assert any(f"membaca {names[0]} (1/{len(names)})" in text for text in told)
    assert any("memeriksa terhadap juknis" in text for text in told)
    assert told[-1].startswith("menulis halaman")


def test_how_to_activate_is_told_only_where_the_command_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.prefix", str(tmp_path / "dak & excel/.venv"))
    for found, told in (("/usr/bin/dak-excel", False), (None, True)):
        monkeypatch.setattr("shutil.which", lambda _, found=found: found)
        assert run([]) == 0
        assert ("Agar perintah dak-excel dikenal" in capsys.readouterr().out) == told


@pytest.mark.parametrize(
    "command", ["proses", "periksa", "pantau", "jadwal", "juknis", "templat", "contoh", "rekap"]
)
def test_the_help_of_each_command_has_examples_that_parse(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "--help"]) == 0
    examples = capsys.readouterr().out.split("contoh:\n")[1].strip().splitlines()
    for line in examples:
        parser().parse_args(line.split()[1:])


def test_the_sheet_of_the_budget_is_named_as_people_write_it(tmp_path: Path) -> None:
    assert run(["contoh", str(tmp_path)]) == 0
    assert "RAB" in openpyxl.load_workbook(next(tmp_path.glob("*.xlsx")), read_only=True).sheetnames


def test_without_a_console_the_nightly_run_works_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As under `pythonw`, which has no streams at all."""
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    screen.prepare_console()
    assert run(["periksa", str(folder / "peserta.xlsx")]) == 1
    assert run(["periksa", str(folder / "tiada.xlsx")]) in (2, 3)


def test_a_page_is_opened_only_at_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    page = tmp_path / "a & b/index.html"
    page.parent.mkdir()
    page.touch()
    monkeypatch.setattr("webbrowser.open", lambda url: bool(opened.append(url)) or True)
    assert not open_page.open_page(page)  # the tests' output is no screen
    monkeypatch.setattr(open_page, "_has_screen", lambda: True)
    assert not open_page.open_page(tmp_path / "tiada.html")
    if sys.platform != "win32":
        assert open_page.open_page(page)
        assert opened == [page.as_uri()]
