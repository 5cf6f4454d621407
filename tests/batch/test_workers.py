"""Workers: the same results whatever their number, and a cluster that loses a worker on the way."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dak_excel.batch.workers import KlasterTidakAda, bagi
from dak_excel.config import Pengaturan


def squared(number: int, _: Pengaturan) -> int:
    time.sleep(0.01 * (5 - number % 5))
    return number * number


def squared_slowly(number: int, _: Pengaturan) -> tuple[int, int]:
    time.sleep(0.3)
    return number * number, os.getpid()


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    assert list(bagi(squared, range(12), Pengaturan(pekerja=workers))) == [n * n for n in range(12)]


def test_a_cluster_that_is_not_there_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("dak_excel.batch.workers.DETIK_SAMBUNG", 1)
    with pytest.raises(KlasterTidakAda, match="tidak dapat dihubungi"):
        list(bagi(squared, range(3), Pengaturan(klaster="tcp://127.0.0.1:9")))


@contextlib.contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and two workers, each a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

    def start(*words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", *words]
        return subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    host, port = address.removeprefix("tcp://").split(":")
    scheduler = start("scheduler", "--host", host, "--port", port, "--no-dashboard")
    options = ("--host", host, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "30")
    workers = [start("worker", address, *options) for _ in range(2)]
    try:
        yield address, workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_a_cluster_that_loses_a_worker_still_does_everything(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with cluster(tmp_path) as (address, workers):
        results = bagi(squared_slowly, range(12), Pengaturan(klaster=address))
        first = next(results)
        time.sleep(0.5)
        workers[0].kill()
        rest = list(results)
    numbers = [number for number, _ in (first, *rest)]
    assert numbers == [n * n for n in range(12)]
