"""Publishing: outputs whole or absent, and what the user changed is never overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dak_excel.output import atomic, publish
from dak_excel.output.atomic import held_open, write_whole
from dak_excel.output.publish import (
    Published,
    archive,
    clean_up,
    is_whole,
    publish_outputs,
    published_file,
    replace_published,
)
from tests.kekal import immutable


def test_outputs_are_written_and_known_as_complete(tmp_path: Path) -> None:
    done = publish_outputs(tmp_path / "A", {"laporan/x.docx": b"satu", "ringkasan.html": b"dua"})
    assert sorted(done.ditulis) == ["laporan/x.docx", "ringkasan.html"]
    assert (tmp_path / "A/laporan/x.docx").read_bytes() == b"satu"
    assert is_whole(tmp_path / "A")


def test_a_deleted_output_is_noticed(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"x.docx": b"satu"})
    (tmp_path / "x.docx").unlink()
    assert not is_whole(tmp_path)


def test_a_new_version_replaces_ours_and_the_old_name_goes(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"surat/lama.docx": b"1", "x.docx": b"1"})
    done = publish_outputs(tmp_path, {"x.docx": b"2"})
    assert done.ditulis == ["x.docx"]
    assert (tmp_path / "x.docx").read_bytes() == b"2"
    assert not (tmp_path / "surat").exists()


def test_an_output_that_the_user_edited_is_left_alone(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"laporan.docx": b"buatan program"})
    (tmp_path / "laporan.docx").write_bytes(b"suntingan pengguna")
    done = publish_outputs(tmp_path, {"laporan.docx": b"versi dua"})
    assert (tmp_path / "laporan.docx").read_bytes() == b"suntingan pengguna"
    assert (tmp_path / "laporan (baru).docx").read_bytes() == b"versi dua"
    assert done.disisihkan == ["laporan.docx"]


def test_an_edited_output_that_is_no_longer_made_stays(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"surat.docx": b"1"})
    (tmp_path / "surat.docx").write_bytes(b"suntingan")
    publish_outputs(tmp_path, {})
    assert (tmp_path / "surat.docx").read_bytes() == b"suntingan"


def test_without_a_manifest_nothing_is_lost(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"x.docx": b"1"})
    (tmp_path / publish.MANIFES).unlink()
    publish_outputs(tmp_path, {"x.docx": b"2"})
    assert {p.read_bytes() for p in tmp_path.glob("x*.docx")} == {b"1", b"2"}


def test_a_damaged_manifest_is_as_good_as_none(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"x.docx": b"1"})
    (tmp_path / publish.MANIFES).write_text("{rusak", encoding="utf-8")
    assert not is_whole(tmp_path)
    assert publish_outputs(tmp_path, {"x.docx": b"1"}).disisihkan == []


def test_after_a_kill_in_the_middle_both_versions_count_as_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_outputs(tmp_path, {"a": b"1", "b": b"1"})
    real = publish.write_whole

    def dies_before_b(path: Path, data: bytes, *more: Callable[[Path], None]) -> None:
        if path.name == "b":
            raise KeyboardInterrupt
        real(path, data, *more)

    monkeypatch.setattr(publish, "write_whole", dies_before_b)
    with pytest.raises(KeyboardInterrupt):
        publish_outputs(tmp_path, {"a": b"2", "b": b"2"})
    monkeypatch.undo()
    done = publish_outputs(tmp_path, {"a": b"3", "b": b"3"})
    assert done.disisihkan == []
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == b"3"


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x"
    write_whole(target, b"lama")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"baru")
    assert target.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [target]


def test_leftovers_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    (tmp_path / "anotasi").mkdir()
    leftover = tmp_path / "anotasi" / f"{publish.SEMENTARA}abc"
    leftover.write_bytes(b"separuh")
    masukan = tmp_path / "masukan"
    masukan.mkdir()
    (masukan / f"{publish.SEMENTARA}milik orang").write_bytes(b"isi")
    clean_up(tmp_path, masukan)
    assert not leftover.exists()
    assert len(list(masukan.iterdir())) == 1


def test_a_new_version_that_was_edited_too_is_left_alone_as_well(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"l.docx": b"1"})
    (tmp_path / "l.docx").write_bytes(b"suntingan")
    publish_outputs(tmp_path, {"l.docx": b"2"})
    (tmp_path / "l (baru).docx").write_bytes(b"suntingan kedua")
    publish_outputs(tmp_path, {"l.docx": b"3"})
    assert (tmp_path / "l.docx").read_bytes() == b"suntingan"
    assert (tmp_path / "l (baru).docx").read_bytes() == b"suntingan kedua"
    assert (tmp_path / "l (baru 2).docx").read_bytes() == b"3"


def test_when_the_edited_file_is_taken_away_the_new_version_takes_its_name(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"l.docx": b"1"})
    (tmp_path / "l.docx").write_bytes(b"suntingan")
    publish_outputs(tmp_path, {"l.docx": b"2"})
    (tmp_path / "l.docx").unlink()
    publish_outputs(tmp_path, {"l.docx": b"3"})
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.docx")} == {"l.docx": b"3"}


def test_a_new_version_that_the_user_renamed_over_the_old_is_known_as_ours(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"l.docx": b"1"})
    (tmp_path / "l.docx").write_bytes(b"suntingan")
    publish_outputs(tmp_path, {"l.docx": b"2"})
    (tmp_path / "l (baru).docx").replace(tmp_path / "l.docx")
    assert publish_outputs(tmp_path, {"l.docx": b"3"}).disisihkan == []
    assert (tmp_path / "l.docx").read_bytes() == b"3"


def test_an_output_that_is_open_in_word_gets_its_new_version_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_outputs(tmp_path, {"l.docx": b"1"})
    real = atomic.os.replace

    def held(source: str, target: Path) -> None:
        if Path(target).name == "l.docx":
            raise PermissionError(13, "used by another process")
        real(source, target)

    monkeypatch.setattr(atomic.os, "replace", held)
    for _ in range(2):
        done = publish_outputs(tmp_path, {"l.docx": b"2"})
        assert (done.disisihkan, done.tertahan) == ([], {"l.docx": "l (baru).docx"})
        assert (tmp_path / "l (baru).docx").read_bytes() == b"2"
        assert (tmp_path / "l.docx").read_bytes() == b"1"
    monkeypatch.undo()
    done = publish_outputs(tmp_path, {"l.docx": b"3"})
    assert (done.disisihkan, done.tertahan) == ([], {})
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.docx")} == {"l.docx": b"3"}


def test_one_page_is_brought_up_to_date_without_touching_the_others(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"ringkasan.html": b"kemarin", "l.docx": b"1"})
    replace_published(tmp_path, "ringkasan.html", b"hari ini")
    assert (tmp_path / "ringkasan.html").read_bytes() == b"hari ini"
    assert is_whole(tmp_path)
    assert publish_outputs(tmp_path, {"ringkasan.html": b"lusa", "l.docx": b"1"}).disisihkan == []


def test_a_daerah_that_is_gone_is_archived_not_deleted(tmp_path: Path) -> None:
    for name in ("A", "B"):
        publish_outputs(tmp_path / name, {"l.docx": name.encode()})
    (tmp_path / "milik orang").mkdir()
    for number in range(2):
        assert archive(tmp_path, "arsip", {"B"}, tmp_path / "masukan") == ["A"]
        publish_outputs(tmp_path / "A", {"l.docx": b"lagi"})
        assert len(list((tmp_path / "arsip").iterdir())) == number + 1
    assert (tmp_path / "arsip/A/l.docx").read_bytes() == b"A"
    assert (tmp_path / "milik orang").is_dir()


def test_a_manifest_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "milik orang.txt"
    outside.write_bytes(b"isi")
    digest = hashlib.sha256(b"isi").hexdigest()
    folder = tmp_path / "A"
    folder.mkdir()
    names = ["../milik orang.txt", str(outside)]
    (folder / publish.MANIFES).write_text(json.dumps({n: [digest] for n in names}), encoding="utf-8")
    publish_outputs(folder, {"l.docx": b"1"})
    assert outside.read_bytes() == b"isi"


def test_an_edit_made_while_publishing_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_outputs(tmp_path, {"a.docx": b"1"})
    real = publish.write_whole

    def user_saves_first(path: Path, data: bytes, *more: Callable[[Path], None]) -> None:
        if path.name == "a.docx":
            path.write_bytes(b"suntingan")
        real(path, data, *more)

    monkeypatch.setattr(publish, "write_whole", user_saves_first)
    done = publish_outputs(tmp_path, {"a.docx": b"2"})
    assert done.disisihkan == ["a.docx"]
    assert (tmp_path / "a.docx").read_bytes() == b"suntingan"
    assert (tmp_path / "a (baru).docx").read_bytes() == b"2"


@pytest.mark.skipif(sys.platform == "win32", reason="tautan memerlukan hak khusus di Windows")
@pytest.mark.parametrize("link", ["k", "k/laporan"])
def test_a_link_does_not_lead_outputs_elsewhere(tmp_path: Path, link: str) -> None:
    (tmp_path / "luar").mkdir()
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "luar")
    with pytest.raises(OSError, match="symbolic links"):
        publish_outputs(tmp_path / "k", {"laporan/a.docx": b"1"})
    assert list((tmp_path / "luar").iterdir()) == []


@pytest.mark.parametrize(
    ("number", "winerror", "held"),
    [(13, 5, True), (13, 32, True), (13, 33, True), (16, None, True), (1, None, True), (28, None, False)],
)
def test_a_held_file_is_known_by_the_codes_of_either_system(
    number: int, winerror: int | None, held: bool
) -> None:
    error = OSError(number, "held")
    if winerror:
        error.winerror = winerror  # type: ignore[attr-defined]
    assert held_open(error) is held


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root makes files immutable")
def test_a_file_that_may_not_change_waits_for_the_next_run(tmp_path: Path) -> None:
    publish_outputs(tmp_path, {"l.docx": b"1", "lama.docx": b"1"})
    held = [tmp_path / "l.docx", tmp_path / "lama.docx"]
    try:
        for path in held:
            immutable(path, True)
    except OSError:
        pytest.skip("this file system has no immutable files")
    try:
        assert publish_outputs(tmp_path, {"l.docx": b"2"}).tertahan == {"l.docx": "l (baru).docx"}
        assert (tmp_path / "lama.docx").exists()
    finally:
        for path in held:
            immutable(path, False)
    assert publish_outputs(tmp_path, {"l.docx": b"2"}).tertahan == {}
    assert {p.name: p.read_bytes() for p in tmp_path.glob("*.docx")} == {"l.docx": b"2"}


def test_the_twin_that_the_user_edited_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_outputs(tmp_path, {"l.docx": b"1"})
    with monkeypatch.context() as held:
        held.setattr(atomic.os, "replace", _held("l.docx"))
        publish_outputs(tmp_path, {"l.docx": b"2"})
    (tmp_path / "l (baru).docx").write_bytes(b"suntingan")
    publish_outputs(tmp_path, {"l.docx": b"3"})
    found = {p.name: p.read_bytes() for p in tmp_path.glob("*.docx")}
    assert found == {"l.docx": b"3", "l (baru).docx": b"suntingan"}


def test_a_table_that_is_open_holds_no_other_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("t.csv", "t.xlsx"):
        with published_file(tmp_path, name, Published()) as file:
            file.write(b"1")
    done = Published()
    with monkeypatch.context() as held:
        held.setattr(atomic.os, "replace", _held("t.xlsx"))
        for name in ("t.xlsx", "t.csv"):
            with published_file(tmp_path, name, done) as file:
                file.write(b"2")
    assert done.tertahan == {"t.xlsx": "t (baru).xlsx"}
    assert {p.name: p.read_bytes() for p in tmp_path.glob("t*")} == {
        "t.csv": b"2",
        "t.xlsx": b"1",
        "t (baru).xlsx": b"2",
    }
    with published_file(tmp_path, "t.xlsx", done) as file:
        file.write(b"3")
    assert {p.name: p.read_bytes() for p in tmp_path.glob("t*")} == {"t.csv": b"2", "t.xlsx": b"3"}


def _held(name: str) -> Callable[[Path, Path], None]:
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == name:
            raise PermissionError(13, "used by another process")
        real(source, target)

    return replace


def test_a_table_that_the_user_edited_is_left_alone(tmp_path: Path) -> None:
    done = Published()
    for content in (b"1", b"2"):
        with published_file(tmp_path, "t.csv", done) as file:
            file.write(content)
    assert done.disisihkan == []
    assert (tmp_path / "t.csv").read_bytes() == b"2"
    (tmp_path / "t.csv").write_bytes(b"catatan staf")
    with published_file(tmp_path, "t.csv", done) as file:
        file.write(b"3")
    assert done.disisihkan == ["t.csv"]
    assert (tmp_path / "t.csv").read_bytes() == b"catatan staf"
    assert (tmp_path / "t (baru).csv").read_bytes() == b"3"
