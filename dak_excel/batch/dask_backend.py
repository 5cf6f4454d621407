"""joblib's Dask backend, mended where it does not suit a run that nobody watches.

Imports `distributed`, so that it is imported itself only for a run on a cluster.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

from distributed import Client
from distributed.scheduler import KilledWorker
from joblib import parallel_config
from joblib._dask import DaskDistributedBackend

HILANG = object()
"""Stands for the result of a task that took its workers with it."""

PENCATAT = ("distributed", "distributed.client", "tornado.application")
"""Loggers of Dask's that would write tracebacks to the user's console; those below them follow."""


class Backend(DaskDistributedBackend):  # type: ignore[misc]  # joblib has no types
    """Gives every task to the cluster, and a result to every task."""

    def effective_n_jobs(self, n_jobs: int) -> int:
        """At least two: for one, joblib would do all tasks in this process and leave the worker idle."""
        return max(2, int(super().effective_n_jobs(n_jobs)))

    def submit(self, func: Any, callback: Callable[[Any], None]) -> Future[Any]:
        """joblib hears only of what a worker gave back; of a task whose workers died it has to be told, or it
        would wait for ever."""

        def lost(done: Future[Any]) -> None:
            if error := done.exception():
                callback(error)

        future: Future[Any] = super().submit(func, callback)
        future.add_done_callback(lost)
        return future

    def retrieve_result_callback(self, out: Any) -> Any:
        """The results of a batch of one task."""
        return [HILANG] if isinstance(out, KilledWorker) else super().retrieve_result_callback(out)


def connect(alamat: str, detik: float) -> Any:
    """A client of the scheduler at `alamat`.

    Waits for the scheduler, and for its first worker, `detik` seconds each. Raises OSError, TimeoutError or
    ValueError when one of them is not there.
    """
    for name in PENCATAT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    connect: Any = Client  # its own functions have no types
    client = connect(alamat, timeout=detik)
    try:
        client.wait_for_workers(1, timeout=detik)
    except BaseException:
        client.close()
        raise
    return client


@contextlib.contextmanager
def use_cluster(client: Any) -> Iterator[None]:
    """The cluster of a client as joblib's backend while the block runs; closes the client."""
    with client, parallel_config(backend=Backend(client=client)):
        yield
