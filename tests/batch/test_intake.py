"""Intake: which files are taken, which wait, and what belongs to which daerah."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from dak_excel.batch import readiness
from dak_excel.batch.intake import find_daerah, from_files
from dak_excel.batch.readiness import Postponed, read_bytes
from dak_excel.config import BadSettings
from dak_excel.sheets.grid import Unreadable


def put(path: Path, data: bytes = b"isi", age: float = 3600) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_each_folder_is_a_daerah_and_loose_files_make_one_of_their_own(tmp_path: Path) -> None:
    put(tmp_path / "Kota B/rab.xlsx")
    put(tmp_path / "Kabupaten A/sub/peserta.XLSX")
    put(tmp_path / "lepas.ods")
    put(tmp_path / "BACA AKU.md")
    found = find_daerah(tmp_path, tmp_path / "keluar")
    assert [m.nama for m in found] == [tmp_path.name, "Kabupaten A", "Kota B"]
    assert [b.nama for m in found for b in m.buku] == ["lepas.ods", "sub/peserta.XLSX", "rab.xlsx"]


def test_photos_are_not_a_daerah(tmp_path: Path) -> None:
    put(tmp_path / "rab.xlsx")
    put(tmp_path / "foto/A2 praktik.jpg")
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [g.nama for g in masukan.gambar] == ["foto/A2 praktik.jpg"]


def test_the_output_folder_inside_the_input_is_left_out(tmp_path: Path) -> None:
    put(tmp_path / "A/rab.xlsx")
    put(tmp_path / "output/A/anotasi/rab.xlsx")
    assert [m.nama for m in find_daerah(tmp_path, tmp_path / "output")] == ["A"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (".rab.xlsx", b"isi", "tersembunyi"),
        ("kosong.xlsx", b"", "0 byte"),
    ],
)
def test_files_that_are_not_ready_wait_and_are_said(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    put(tmp_path / "A" / name, data)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert masukan.buku == []
    assert reason in masukan.tunda[0].sebab
    assert masukan.tunda[0].workbook == name


def test_a_lock_file_of_excel_is_no_file_of_the_user(tmp_path: Path) -> None:
    put(tmp_path / "A" / "~$rab.xlsx", b"kunci")
    assert find_daerah(tmp_path, tmp_path / "keluar") == []


def test_a_workbook_open_in_excel_waits_but_not_for_a_lock_left_by_a_crash(tmp_path: Path) -> None:
    put(tmp_path / "A/rab.xlsx")
    lock = put(tmp_path / "A/~$rab.xlsx", b"pemakai")
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [g.sebab.split(";")[0] for g in masukan.tunda if g.workbook == "rab.xlsx"] == [
        "sedang dibuka di Excel, WPS, atau LibreOffice"
    ]
    os.utime(lock, (time.time() - 7 * 86400,) * 2)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [b.nama for b in masukan.buku] == ["rab.xlsx"]


def test_a_workbook_open_in_libreoffice_waits(tmp_path: Path) -> None:
    put(tmp_path / "A/rab.ods")
    put(tmp_path / "A/.~lock.rab.ods#")
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [g.workbook for g in masukan.tunda] == ["rab.ods"]


def test_a_file_that_is_being_copied_waits_and_those_that_are_whole_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    growing = put(tmp_path / "A/besar.xlsx", age=0)
    put(tmp_path / "A/utuh.xlsx", age=0)
    waits = []

    def meanwhile(seconds: float) -> None:
        waits.append(seconds)
        with growing.open("ab") as file:
            file.write(b"lagi")

    monkeypatch.setattr(readiness.time, "sleep", meanwhile)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [b.nama for b in masukan.buku] == ["utuh.xlsx"]
    assert [(g.workbook, g.tunda) for g in masukan.tunda] == [("besar.xlsx", True)]
    assert len(waits) == 1  # one look for all files, not one each


def test_a_file_that_grew_since_it_was_listed_waits(tmp_path: Path) -> None:
    path = put(tmp_path / "A/rab.xlsx")
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    path.write_bytes(b"isi yang lebih panjang")
    with pytest.raises(Postponed, match="masih disalin"):
        read_bytes(masukan.buku[0])


def test_a_folder_that_does_not_exist_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="tidak ditemukan"):
        find_daerah(tmp_path / "tiada", tmp_path / "keluar")


def test_input_and_output_must_be_two_folders(tmp_path: Path) -> None:
    put(tmp_path / "rab.xlsx")
    with pytest.raises(BadSettings, match="tidak boleh sama"):
        find_daerah(tmp_path, tmp_path / "x" / "..")


def test_an_output_folder_that_holds_input_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "Kabupaten A/rab.xlsx")
    with pytest.raises(BadSettings, match=r"berisi buku kerja \(«rab\.xlsx»\)"):
        find_daerah(tmp_path, tmp_path / "Kabupaten A")


def test_the_outputs_of_another_run_are_no_input(tmp_path: Path) -> None:
    put(tmp_path / "A/rab.xlsx")
    put(tmp_path / "hasil lama/.dak_excel/jurnal.sqlite")
    put(tmp_path / "hasil lama/A/anotasi/rab.xlsx")
    assert [m.nama for m in find_daerah(tmp_path, tmp_path / "hasil baru")] == ["A"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no text")
def test_a_name_that_is_no_text_is_taken_all_the_same(tmp_path: Path) -> None:
    for name in (b"data\xff.xlsx", b"data\xfe.xlsx"):
        put(tmp_path / "A" / os.fsdecode(name))
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    names = [b.nama for b in masukan.buku]
    assert names[0] == "data\ufffd.xlsx"
    assert len(set(names)) == 2
    assert all(read_bytes(b) == b"isi" for b in masukan.buku)


def test_a_file_that_nobody_may_read_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "A/rab.xlsx")
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")

    def refused(_: Path) -> bytes:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(Postponed, match="sedang dipakai program lain"):
        read_bytes(masukan.buku[0])


def test_a_named_file_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="tidak ditemukan"):
        from_files([tmp_path / "tiada.xlsx"])


def test_strange_names_are_taken(tmp_path: Path) -> None:
    names = ["data peserta (1) & ‘final’.xlsx", "ꦧꦛꦶꦏ꧀.xlsx", "x" * 200 + ".xlsx"]
    for name in names:
        put(tmp_path / "A" / name)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert sorted(b.nama for b in masukan.buku) == sorted(names)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tidak mengenal pipa bernama")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    put(tmp_path / "A/rab.xlsx")
    for name in ("foto.jpg", "lain.xlsx"):
        os.mkfifo(tmp_path / "A" / name)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [b.nama for b in (*masukan.buku, *masukan.gambar)] == ["rab.xlsx"]
    with pytest.raises(Unreadable, match="bukan berkas biasa"):
        from_files([tmp_path / "A/lain.xlsx"])


def test_a_folder_that_cannot_be_opened_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "A/rab.xlsx")
    put(tmp_path / "A/peserta/a.xlsx")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("peserta"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [(g.workbook, g.sementara) for g in masukan.tunda] == [("peserta/", True)]
    assert "tidak dapat dibuka" in masukan.tunda[0].sebab


def test_an_empty_file_is_waited_for_only_while_it_is_new(tmp_path: Path) -> None:
    put(tmp_path / "A/baru.xlsx", b"", age=60)
    put(tmp_path / "A/lama.xlsx", b"", age=86400)
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert [(g.workbook, g.sementara) for g in masukan.tunda] == [("baru.xlsx", True), ("lama.xlsx", False)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_links_that_lead_round_in_a_circle_are_said_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "Kabupaten A/rab.xlsx")
    for link in ("lingkar", "Kabupaten A/lingkar.xlsx", "Kabupaten A/putar"):
        (tmp_path / link).symlink_to(Path(link).name)
    (tmp_path / "Kabupaten A/naik").symlink_to(tmp_path, target_is_directory=True)
    (found,) = find_daerah(tmp_path, tmp_path / "lingkar")
    assert [b.nama for b in found.buku] == ["rab.xlsx"]
    assert [(g.workbook, "tautan" in g.sebab) for g in found.tunda] == [("lingkar.xlsx", True)]
    with pytest.raises(Unreadable):
        find_daerah(tmp_path / "lingkar", tmp_path / "k")
    with pytest.raises(Unreadable):
        from_files([tmp_path / "Kabupaten A/lingkar.xlsx"])


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own on Windows")
def test_a_link_to_a_workbook_of_the_same_daerah_is_no_second_workbook(tmp_path: Path) -> None:
    put(tmp_path / "Kabupaten A/sub/rab.xlsx")
    elsewhere = put(tmp_path / "lain/peserta.xlsx")
    (tmp_path / "Kabupaten A/RAB tautan.xlsx").symlink_to("sub/rab.xlsx")
    (tmp_path / "Kabupaten A/peserta.xlsx").symlink_to(elsewhere)
    found = {daerah.nama: daerah for daerah in find_daerah(tmp_path, tmp_path / "k")}
    assert [b.nama for b in found["Kabupaten A"].buku] == ["peserta.xlsx", "sub/rab.xlsx"]
