"""Workers: the same results whatever their number, and a cluster that loses a worker on the way."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dak_excel.batch.workers import NoCluster, distribute
from dak_excel.config import Settings
from dak_excel.nightly.run import run_nightly
from tests.akhir.pembanding import perbedaan
from tests.kecil import buku_peserta


def squared(number: int, _: Settings) -> int:
    time.sleep(0.01 * (5 - number % 5))
    return number * number


def lost_pair(number: int, _: Settings) -> tuple[int, int]:
    return -number, 0


def squared_slowly(number: int, _: Settings) -> tuple[int, int]:
    time.sleep(0.3)
    return number * number, os.getpid()


def deadly(number: int, _: Settings) -> int:
    """Dies with its process at 5, as when the system has no memory left."""
    if number == 5:
        os._exit(9)
    return number * number


def lost(number: int, _: Settings) -> int:
    return -number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    results = distribute(squared, range(12), Settings(pekerja=workers), lost)
    assert list(results) == [n * n for n in range(12)]


def test_a_task_that_kills_its_worker_is_said_and_the_others_are_done() -> None:
    results = list(distribute(deadly, range(12), Settings(pekerja=2), lost))
    assert results == [-5 if n == 5 else n * n for n in range(12)]


def test_a_cluster_that_is_not_there_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("dak_excel.batch.workers.DETIK_SAMBUNG", 1)
    with pytest.raises(NoCluster, match="tidak dapat dihubungi"):
        list(distribute(squared, range(3), Settings(klaster="tcp://127.0.0.1:9"), lost))


@contextlib.contextmanager
def cluster(
    folder: Path, workers: int = 2, tries: int = 4
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and workers of one thread, each a process of its own; the scheduler is the last.

    A task whose worker dies is tried by so many workers in all; four is Dask's own number.
    """
    distributed = pytest.importorskip("distributed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(tries - 1),
    }

    def start(*words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *words]
        return subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    host, port = address.removeprefix("tcp://").split(":")
    options = ("--host", host, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "30")
    processes = [start("worker", address, *options) for _ in range(workers)]
    processes.append(start("scheduler", "--host", host, "--port", port, "--no-dashboard"))
    try:
        with distributed.Client(address, timeout=60) as client:
            client.wait_for_workers(workers, timeout=60)
        yield address, processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_a_cluster_that_loses_a_worker_still_does_everything(tmp_path: Path) -> None:
    with cluster(tmp_path) as (address, processes):
        results = distribute(squared_slowly, range(12), Settings(klaster=address), lost_pair)
        first = next(results)
        next(process for process in processes if process.pid == first[1]).kill()
        done = [first, *results]
    assert [number for number, _ in done] == [n * n for n in range(12)]
    assert {where for _, where in done} == {process.pid for process in processes[:2]}


def test_a_cluster_of_one_worker_of_one_thread_does_the_work_there(tmp_path: Path) -> None:
    with cluster(tmp_path, workers=1) as (address, processes):
        results = list(distribute(squared_slowly, range(3), Settings(klaster=address), lost_pair))
    assert results == [(n * n, processes[0].pid) for n in range(3)]


def test_a_task_that_kills_its_worker_in_a_cluster_is_said_and_the_others_are_done(tmp_path: Path) -> None:
    with cluster(tmp_path, tries=1) as (address, _):
        results = list(distribute(deadly, range(12), Settings(klaster=address), lost))
    assert results == [-5 if n == 5 else n * n for n in range(12)]


def dies_on_the_way(folder: Path, killed: slice, patience: int, patch: pytest.MonkeyPatch) -> str:
    """What is said when these processes of a cluster die while it works."""
    with cluster(folder) as (address, processes):
        list(
            distribute(squared, range(4), Settings(klaster=address), lost)
        )  # its workers have started by now
        patch.setattr("dak_excel.batch.workers.DETIK_HASIL", patience)
        results = distribute(squared_slowly, range(60), Settings(klaster=address), lost_pair)
        next(results)
        for process in processes[killed]:
            process.kill()
        with pytest.raises(NoCluster) as told:
            list(results)
    return str(told.value)


def test_a_cluster_that_dies_on_the_way_is_said_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert "terputus di tengah jalan" in dies_on_the_way(tmp_path, slice(-1, None), 60, monkeypatch)
    assert capfd.readouterr() == ("", "")  # no traceback of Dask's reaches the user


def test_a_cluster_without_any_worker_left_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "tidak ada pekerja yang menjawab" in dies_on_the_way(tmp_path, slice(0, 2), 5, monkeypatch)


def test_a_cluster_is_not_asked_where_there_is_nothing_to_do() -> None:
    assert list(distribute(squared, [], Settings(klaster="tcp://127.0.0.1:9"), lost)) == []


def test_a_run_over_a_cluster_is_as_one_on_this_computer(tmp_path: Path) -> None:
    masukan = tmp_path / "masukan"
    for number in range(3):
        folder = masukan / f"Kabupaten {number}"
        folder.mkdir(parents=True)
        (folder / "peserta.xlsx").write_bytes(buku_peserta(number))
    given = {"masukan": masukan, "per": date(2023, 7, 20)}
    run_nightly(Settings(**given, keluaran=tmp_path / "sendiri"))
    with cluster(tmp_path) as (address, workers):
        workers[0].kill()
        run_nightly(Settings(**given, keluaran=tmp_path / "klaster", klaster=address))
    assert perbedaan(tmp_path / "sendiri", tmp_path / "klaster") == []
