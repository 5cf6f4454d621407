"""Workers: one daerah after the other, several at once on this computer, or spread over several computers.

Results come back in the order of the tasks, whoever finishes first.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from dak_excel.config import Settings
from dak_excel.errors import UserError

T = TypeVar("T")
R = TypeVar("R")

DETIK_SAMBUNG = 30
"""How long to wait for the cluster's scheduler and its first worker, in seconds."""
DETIK_HASIL = 3600
"""How long to wait for the next result of the cluster, in seconds: far more than one daerah takes."""


class NoCluster(UserError):
    """The cluster cannot be used. The message is for the user, in Bahasa Indonesia."""


def distribute(
    kerja: Callable[[T, Settings], R],
    tugas: Sequence[T],
    pengaturan: Settings,
    terputus: Callable[[T, Settings], R],
) -> Iterator[R]:
    """Does each task with `kerja(task, settings)`; yields the results in the order of the tasks.

    A task whose worker the system ends, alone and twice, gets the result of `terputus`; the others go on.
    With `pengaturan.klaster` the tasks go to a Dask scheduler (joblib's Dask backend); a worker that is lost
    on the way has its tasks done by the others. Raises `NoCluster` without scheduler or worker, or when
    they are lost on the way: nothing came back for DETIK_HASIL. Without tasks nobody is asked.
    """
    if pengaturan.klaster and tugas:
        yield from _over_cluster(kerja, tugas, pengaturan, terputus)
    elif pengaturan.pekerja == 1 or len(tugas) < 2:
        yield from (kerja(one, pengaturan) for one in tugas)
    else:
        yield from _surviving(kerja, tugas, pengaturan, terputus)


def _over_cluster(
    kerja: Callable[[T, Settings], R],
    tugas: Sequence[T],
    pengaturan: Settings,
    terputus: Callable[[T, Settings], R],
) -> Iterator[R]:
    """Does the tasks on the cluster; one that took its workers with it once more here, alone."""
    client = _connect(pengaturan.klaster)
    from dak_excel.batch.dask_backend import HILANG, use_cluster

    try:
        with use_cluster(client):
            # all at once, so that a worker that comes later finds something to do
            results = _in_parallel(
                kerja, tugas, pengaturan, n_jobs=-1, pre_dispatch="all", timeout=DETIK_HASIL
            )
            for one, result in zip(tugas, results, strict=True):
                yield _alone(kerja, one, pengaturan, terputus) if result is HILANG else result
    except Exception as error:  # Dask has many for the one thing: what was given out does not come back
        raise NoCluster(_lost_on_the_way(pengaturan.klaster, error)) from error


def _connect(alamat: str) -> Any:
    """Dask's client of a cluster."""
    try:
        from dak_excel.batch.dask_backend import connect
    except ImportError as error:
        raise NoCluster(
            "Paket untuk klaster belum terpasang. Pasang dengan: pip install 'dak-excel[klaster]'."
        ) from error
    try:
        return connect(alamat, DETIK_SAMBUNG)
    except (OSError, ValueError, TimeoutError) as error:
        raise NoCluster(
            f"Penjadwal klaster «{alamat}» tidak dapat dihubungi atau belum punya pekerja. "
            "Periksa alamatnya, dan jalankan «dask scheduler» serta «dask worker» lebih dulu."
        ) from error


def _lost_on_the_way(alamat: str, error: Exception) -> str:
    silent = isinstance(error, multiprocessing.TimeoutError)  # joblib's own
    cause = "tidak ada pekerja yang menjawab" if silent else type(error).__name__
    return (
        f"Hubungan dengan klaster «{alamat}» terputus di tengah jalan ({cause}). Daerah yang sudah selesai "
        "tetap tersimpan; jalankan penjadwal dan pekerjanya lagi, lalu ulangi, atau jalankan tanpa --klaster."
    )


def _in_parallel(
    kerja: Callable[[T, Settings], R], tugas: Sequence[T], pengaturan: Settings, **options: Any
) -> Iterator[R]:
    """Does the tasks with joblib's backend of the moment and these options of `joblib.Parallel`."""
    from joblib import Parallel, delayed

    run = Parallel(return_as="generator", batch_size=1, **options)
    yield from run(delayed(kerja)(one, pengaturan) for one in tugas)


def _surviving(
    kerja: Callable[[T, Settings], R],
    tugas: Sequence[T],
    pengaturan: Settings,
    terputus: Callable[[T, Settings], R],
) -> Iterator[R]:
    """Does the tasks on this computer, and goes on when a worker is ended by the system."""
    from joblib.externals.loky.process_executor import BrokenProcessPool

    rest = list(tugas)
    while rest:
        done = 0
        try:
            for result in _in_parallel(kerja, rest, pengaturan, n_jobs=pengaturan.pekerja):
                done += 1
                yield result
            return
        except BrokenProcessPool:
            rest = rest[done:]
        yield _alone(kerja, rest.pop(0), pengaturan, terputus)


def _alone(
    kerja: Callable[[T, Settings], R],
    tugas: T,
    pengaturan: Settings,
    terputus: Callable[[T, Settings], R],
) -> R:
    """One task in a process with nothing else to do."""
    from joblib.externals.loky import ProcessPoolExecutor
    from joblib.externals.loky.process_executor import BrokenProcessPool

    executor: Any = ProcessPoolExecutor(max_workers=1)
    try:
        result: R = executor.submit(kerja, tugas, pengaturan).result()
        return result
    except BrokenProcessPool:
        return terputus(tugas, pengaturan)
    finally:
        executor.shutdown(kill_workers=True)
