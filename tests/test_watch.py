"""Watching the drop folder: with the system's own events, by looking again, and through trouble."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dak_excel import watch
from dak_excel.batch.workers import NoCluster
from dak_excel.config import BadSettings, Settings
from dak_excel.juknis.load import JuknisError
from dak_excel.nightly.run import RunResult
from dak_excel.sheets.grid import Unreadable
from dak_excel.watch import watch_folder
from tests.kecil import buku_peserta


class Watcher:
    """A watch in a thread of its own, with stand-ins for the runs: how many there were, what was said."""

    def __init__(
        self, masukan: Path, keluaran: Path, *, tanya_ulang: bool = False, jeda: float = 0.3
    ) -> None:
        self.settings = Settings(masukan=masukan, keluaran=keluaran, per=date(2023, 7, 20))
        self.runs: list[date] = []
        self.said: list[str] = []
        self.broken = False
        self.stop = threading.Event()
        options: dict[str, Any] = {"jeda": jeda, "tanya_ulang": tanya_ulang, "coba_lagi": 0.1}
        self.thread = threading.Thread(
            target=watch_folder,
            args=(self._load,),
            kwargs={"lapor": self._ran, "kabar": self.said.append, "berhenti": self.stop, **options},
        )

    def _load(self) -> Settings:
        if self.broken:
            raise BadSettings("Berkas rusak.")
        return self.settings

    def _ran(self, _: RunResult, settings: Settings) -> None:
        self.runs.append(settings.per)

    def until(self, happened: Callable[[], bool], seconds: float = 15) -> None:
        """Waits for something to happen; fails when it does not."""
        end = time.monotonic() + seconds
        while not happened():
            assert time.monotonic() < end, (self.runs, self.said)
            assert self.thread.is_alive()
            time.sleep(0.02)


@contextlib.contextmanager
def watching(masukan: Path, keluaran: Path, **options: Any) -> Iterator[Watcher]:
    watcher = Watcher(masukan, keluaran, **options)
    watcher.thread.start()
    try:
        yield watcher
    finally:
        watcher.stop.set()
        watcher.thread.join(10)
    assert not watcher.thread.is_alive()


@pytest.fixture
def masukan(tmp_path: Path) -> Path:
    (tmp_path / "masukan/Kabupaten Uji").mkdir(parents=True)
    return tmp_path / "masukan"


@pytest.fixture
def no_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "run_nightly", lambda *_: RunResult())


@pytest.mark.parametrize("tanya_ulang", [False, True])
@pytest.mark.usefixtures("no_runs")
def test_what_lands_in_the_folder_starts_a_run_and_reading_does_not(
    masukan: Path, tmp_path: Path, tanya_ulang: bool
) -> None:
    with watching(masukan, tmp_path / "k", tanya_ulang=tanya_ulang) as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)  # what is already there
        path = masukan / "Kabupaten Uji/peserta.xlsx"
        path.write_bytes(buku_peserta())
        watcher.until(lambda: len(watcher.runs) == 2)
        path.read_bytes()
        time.sleep(1.5)
        assert len(watcher.runs) == 2
        path.unlink()
        watcher.until(lambda: len(watcher.runs) == 3)


@pytest.mark.usefixtures("no_runs")
def test_a_run_waits_until_the_copying_is_over(masukan: Path, tmp_path: Path) -> None:
    with watching(masukan, tmp_path / "k", jeda=2) as watcher:  # far longer than the pauses of the copy
        watcher.until(lambda: len(watcher.runs) == 1)
        path = masukan / "Kabupaten Uji/besar.xlsx"
        for _ in range(30):
            with path.open("ab") as file:
                file.write(b"sepotong")
            time.sleep(0.1)
        assert len(watcher.runs) == 1
        watcher.until(lambda: len(watcher.runs) == 2)


def test_real_runs_do_not_set_off_further_ones(masukan: Path) -> None:
    """Although their outputs lie inside the folder that is watched."""
    (masukan / "Kabupaten Uji/peserta.xlsx").write_bytes(buku_peserta())
    out = masukan / "hasil"
    with watching(masukan, out) as watcher:
        watcher.until(lambda: len(watcher.runs) == 1, seconds=60)
        assert (out / "Kabupaten Uji/ringkasan.html").is_file()
        time.sleep(2)
        assert len(watcher.runs) == 1


def failing(troubles: list[Exception]) -> Callable[[Settings], RunResult]:
    """A run that meets these troubles one after the other, and then succeeds."""

    def run(*_: object) -> RunResult:
        if troubles:
            raise troubles.pop(0)
        return RunResult()

    return run


def test_trouble_is_said_and_tried_again(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[Exception] = [Unreadable("Folder masukan tidak ditemukan."), OSError(28, "full")]

    monkeypatch.setattr(watch, "run_nightly", failing(troubles))
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)
    assert [text.split(".")[0] for text in watcher.said[1:]] == [
        "Folder masukan tidak ditemukan",
        "Proses tidak dapat dijalankan: disk penuh",
    ]


def test_settings_that_go_wrong_meanwhile_and_a_cluster_that_is_away_are_said_once(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles: list[Exception] = [
        *(BadSettings("«kertas» keliru.") for _ in range(3)),
        JuknisError("Juknis keliru."),
        NoCluster("Klaster tidak ada."),
    ]

    monkeypatch.setattr(watch, "run_nightly", failing(troubles))
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)
    assert [text.split(" Dicoba")[0] for text in watcher.said] == [
        f"Mengawasi folder {masukan}; tekan Ctrl+C untuk berhenti.",
        "«kertas» keliru.",
        "Juknis keliru.",
        "Klaster tidak ada.",
    ]


def test_a_settings_file_that_breaks_while_nothing_happens_does_not_end_the_watch(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "run_nightly", lambda *_: RunResult())
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)
        watcher.broken = True
        time.sleep(1.5)
        (masukan / "Kabupaten Uji/peserta.xlsx").write_bytes(b"x")
        watcher.until(lambda: "Berkas rusak. Dicoba lagi sebentar lagi." in watcher.said)
        watcher.broken = False
        watcher.until(lambda: len(watcher.runs) == 2)


def test_a_daerah_that_failed_is_tried_again(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = [RunResult(diulang=True), RunResult(diulang=True)]
    monkeypatch.setattr(watch, "run_nightly", lambda *_: results.pop() if results else RunResult())
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 3)
        time.sleep(1.5)
        assert len(watcher.runs) == 3


@pytest.mark.usefixtures("no_runs")
def test_a_new_day_is_a_reason_to_run(masukan: Path, tmp_path: Path) -> None:
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)
        watcher.settings = watcher.settings.model_copy(update={"per": date(2023, 7, 21)})
        watcher.until(lambda: len(watcher.runs) == 2)
    assert watcher.runs == [date(2023, 7, 20), date(2023, 7, 21)]


@pytest.mark.usefixtures("no_runs")
def test_an_observer_that_cannot_start_gives_way_to_looking_again(
    masukan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch, "Observer", refused)
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)
        (masukan / "Kabupaten Uji/peserta.xlsx").write_bytes(buku_peserta())
        watcher.until(lambda: len(watcher.runs) == 2)


def test_a_folder_that_is_not_there_at_the_beginning(tmp_path: Path) -> None:
    settings = Settings(masukan=tmp_path / "tiada", keluaran=tmp_path / "k")
    with pytest.raises(Unreadable, match="tidak ditemukan"):
        watch_folder(lambda: settings, jeda=0.1, lapor=lambda *_: None)


@pytest.mark.usefixtures("no_runs")
def test_a_folder_that_is_gone_and_back_is_told_and_watched_again(masukan: Path, tmp_path: Path) -> None:
    with watching(masukan, tmp_path / "k") as watcher:
        watcher.until(lambda: len(watcher.runs) == 1)
        away = masukan.rename(tmp_path / "dilepas")
        watcher.until(lambda: f"Folder {masukan} tidak terjangkau. Ditunggu sampai ada lagi." in watcher.said)
        runs = len(watcher.runs)
        away.rename(masukan)
        watcher.until(lambda: f"Folder {masukan} ada lagi; isinya diperiksa." in watcher.said)
        watcher.until(lambda: len(watcher.runs) == runs + 1)
        (masukan / "Kabupaten Uji/baru.xlsx").write_bytes(b"x")
        watcher.until(lambda: len(watcher.runs) == runs + 2)
    assert len(watcher.said) == 3
