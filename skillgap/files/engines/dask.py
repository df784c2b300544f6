"""Parts judged by the workers of a Dask cluster."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from skillgap.files.engines.engine import (
    Engine,
    EngineMissingError,
    Part,
    Result,
    explain_end,
    explain_start,
)

NAME, PATIENCE = "dask", 10.0


@contextmanager
def start_dask() -> Iterator[Engine]:
    """Yield the cluster that Dask's settings name, or one on this machine.

    Settings are those of ``dask.config``, ``DASK_SCHEDULER_ADDRESS`` among them. Files
    must be reachable under the same path on every worker, and the same version of this
    package and of what it needs must be installed there.

    Raises:
        EngineMissingError: Dask is not installed.
        EngineError: the cluster cannot be reached or started.

    """
    logging.disable(logging.CRITICAL)  # what goes wrong is said once, as a problem
    try:
        with _connect() as client:
            yield _engine_on(client)
    finally:
        logging.disable(logging.NOTSET)


def _connect() -> Any:
    try:
        import dask
        from dask.distributed import Client
    except ModuleNotFoundError as error:
        raise EngineMissingError(NAME) from error
    address = dask.config.get("scheduler-address", None)
    own = {"silence_logs": logging.CRITICAL, "dashboard_address": ":0"}
    try:
        return Client(address) if address else Client(**own)
    except (OSError, ValueError, RuntimeError) as error:
        raise explain_start(NAME, error) from error


def _engine_on(client: Any) -> Engine:
    def judge(
        function: Callable[[Part], Result], parts: Sequence[Part]
    ) -> Iterable[Result]:
        try:
            futures = deque(client.map(function, parts, pure=False))
            while futures:
                yield _wait(client, futures[0])
                futures.popleft()  # the workers may forget what is taken
        except Exception as error:  # whatever a worker met travels here as it is
            raise explain_end(NAME, error) from error

    return judge


def _wait(client: Any, future: Any) -> Any:
    """Return a result; a lost worker's work is done by another, if there is one.

    Raises:
        TimeoutError: there is no worker any more.

    """
    from dask.distributed import wait

    while not future.done():
        try:
            wait(future, timeout=PATIENCE)
        except TimeoutError:
            if not client.nthreads():
                raise TimeoutError("no worker is left") from None
    return future.result()
