"""Workers: one daerah after the other, several at once on this computer, or spread over several computers.

Results come back in the order of the tasks, whoever finishes first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from dak_excel.config import Pengaturan

T = TypeVar("T")
R = TypeVar("R")

DETIK_SAMBUNG = 30
"""How long to wait for the cluster's scheduler and its first worker, in seconds."""


class KlasterTidakAda(Exception):
    """The cluster cannot be used. The message is for the user, in Bahasa Indonesia."""


def bagi(
    kerja: Callable[[T, Pengaturan], R],
    tugas: Sequence[T],
    pengaturan: Pengaturan,
    terputus: Callable[[T, Pengaturan], R],
) -> Iterator[R]:
    """Does each task with `kerja(task, settings)`; yields the results in the order of the tasks.

    A task whose worker the system ends, alone and twice, gets the result of `terputus`; the others go on.
    With `pengaturan.klaster` the tasks go to a Dask scheduler (joblib's Dask backend); a worker that is lost
    on the way has its tasks done by the others. Raises `KlasterTidakAda` without scheduler or worker, or when
    they are lost on the way. Without tasks nobody is asked.
    """
    if pengaturan.klaster and tugas:
        yield from _tersebar(kerja, tugas, pengaturan)
    elif pengaturan.pekerja == 1 or len(tugas) < 2:
        yield from (kerja(one, pengaturan) for one in tugas)
    else:
        yield from _bertahan(kerja, tugas, pengaturan, terputus)


def _tersebar(kerja: Callable[[T, Pengaturan], R], tugas: Sequence[T], pengaturan: Pengaturan) -> Iterator[R]:
    """Does the tasks on the cluster."""
    try:
        with _klaster(pengaturan.klaster):
            yield from _serentak(kerja, tugas, pengaturan, -1)
    except KlasterTidakAda:
        raise
    except Exception as error:  # Dask has many for the one thing: what was given out does not come back
        raise KlasterTidakAda(
            f"Hubungan dengan klaster «{pengaturan.klaster}» terputus di tengah jalan "
            f"({type(error).__name__}). Daerah yang sudah selesai tetap tersimpan; jalankan penjadwal dan "
            "pekerjanya lagi, lalu ulangi, atau jalankan tanpa --klaster."
        ) from error


def _serentak(
    kerja: Callable[[T, Pengaturan], R], tugas: Sequence[T], pengaturan: Pengaturan, n_jobs: int
) -> Iterator[R]:
    from joblib import Parallel, delayed

    run = Parallel(n_jobs=n_jobs, return_as="generator", batch_size=1)
    yield from run(delayed(kerja)(one, pengaturan) for one in tugas)


def _bertahan(
    kerja: Callable[[T, Pengaturan], R],
    tugas: Sequence[T],
    pengaturan: Pengaturan,
    terputus: Callable[[T, Pengaturan], R],
) -> Iterator[R]:
    """Does the tasks on this computer, and goes on when a worker is ended by the system."""
    from joblib.externals.loky.process_executor import BrokenProcessPool

    rest = list(tugas)
    while rest:
        done = 0
        try:
            for result in _serentak(kerja, rest, pengaturan, pengaturan.pekerja):
                done += 1
                yield result
            return
        except BrokenProcessPool:
            rest = rest[done:]
        yield _sendiri(kerja, rest.pop(0), pengaturan, terputus)


def _sendiri(
    kerja: Callable[[T, Pengaturan], R],
    tugas: T,
    pengaturan: Pengaturan,
    terputus: Callable[[T, Pengaturan], R],
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


@contextlib.contextmanager
def _klaster(alamat: str) -> Iterator[None]:
    """A connection to the scheduler, as joblib's backend while the block runs."""
    try:
        from distributed import Client
        from joblib import parallel_config
    except ImportError as error:
        raise KlasterTidakAda(
            "Paket untuk klaster belum terpasang. Pasang dengan: pip install 'dak-excel[klaster]'."
        ) from error
    connect: Any = Client
    try:
        client = connect(alamat, timeout=DETIK_SAMBUNG)
        client.wait_for_workers(1, timeout=DETIK_SAMBUNG)
    except (OSError, ValueError, TimeoutError) as error:
        raise KlasterTidakAda(
            f"Penjadwal klaster «{alamat}» tidak dapat dihubungi atau belum punya pekerja. "
            "Periksa alamatnya, dan jalankan «dask scheduler» serta «dask worker» lebih dulu."
        ) from error
    with client, parallel_config(backend="dask", client=client):
        yield
