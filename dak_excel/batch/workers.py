"""Workers: one daerah after the other, several at once on this computer, or spread over several computers.

Results come back in the order of the tasks, whoever finishes first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from dak_excel.config import Pengaturan

T = TypeVar("T")
R = TypeVar("R")

DETIK_SAMBUNG = 30
"""How long to wait for the cluster's scheduler and its first worker, in seconds."""


class KlasterTidakAda(Exception):
    """The cluster cannot be used. The message is for the user, in Bahasa Indonesia."""


def bagi(kerja: Callable[[T, Pengaturan], R], tugas: Sequence[T], pengaturan: Pengaturan) -> Iterator[R]:
    """Does each task with `kerja(task, settings)`; yields the results in the order of the tasks.

    With `pengaturan.klaster` the tasks go to a Dask scheduler (joblib's Dask backend); a worker that is lost
    on the way has its tasks done by the others. Raises `KlasterTidakAda` without scheduler or worker.
    """
    if not pengaturan.klaster and (pengaturan.pekerja == 1 or len(tugas) < 2):
        yield from (kerja(one, pengaturan) for one in tugas)
        return
    from joblib import Parallel, delayed

    with _klaster(pengaturan.klaster) if pengaturan.klaster else contextlib.nullcontext():
        n_jobs = -1 if pengaturan.klaster else pengaturan.pekerja
        run = Parallel(n_jobs=n_jobs, return_as="generator", batch_size=1)
        yield from run(delayed(kerja)(one, pengaturan) for one in tugas)


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
    try:
        client = Client(alamat, timeout=DETIK_SAMBUNG)
        client.wait_for_workers(1, timeout=DETIK_SAMBUNG)
    except (OSError, ValueError, TimeoutError) as error:
        raise KlasterTidakAda(
            f"Penjadwal klaster «{alamat}» tidak dapat dihubungi atau belum punya pekerja. "
            "Periksa alamatnya, dan jalankan «dask scheduler» serta «dask worker» lebih dulu."
        ) from error
    with client, parallel_config(backend="dask", client=client):
        yield
