"""Parts judged by the executors of a Spark cluster."""

import os
import sys
import warnings
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

NAME = "spark"
AT_ONCE = 64
"""Parts in a job, whose results the driver holds at the same time."""
TASKS = 4
"""Tasks in a job for each processor: enough to share the work out evenly."""


@contextmanager
def start_spark() -> Iterator[Engine]:
    """Yield the cluster that Spark's settings name, or one on this machine.

    Settings are those of ``spark-defaults.conf`` and ``PYSPARK_SUBMIT_ARGS``; a session
    that is there already is taken. Files must be reachable under the same path on every
    worker, and the same version of this package and of what it needs must be installed
    there.

    Raises:
        EngineMissingError: PySpark is not installed.
        EngineError: the cluster cannot be reached or started.

    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ModuleNotFoundError as error:
        raise EngineMissingError(NAME) from error
    # Workers on this machine run the Python that runs here, not the first one found.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    there = SparkSession.getActiveSession()
    quiet = {"spark.log.level": "OFF", "spark.ui.showConsoleProgress": "false"}
    try:
        with warnings.catch_warnings():  # data frames are not used here
            warnings.filterwarnings("ignore", ".*support pandas", FutureWarning)
            session = there or SparkSession.builder.config(map=quiet).getOrCreate()
    except (PySparkException, Py4JError, OSError) as error:
        raise explain_start(NAME, error) from error
    try:
        yield _engine_on(session.sparkContext)
    finally:
        if there is None:
            session.stop()


def _engine_on(context: Any) -> Engine:
    def judge(
        function: Callable[[Part], Result], parts: Sequence[Part]
    ) -> Iterable[Result]:
        """Take some parts at a time, so that results do not pile up in the driver."""
        at_once = max(AT_ONCE, context.defaultParallelism)
        tasks = TASKS * context.defaultParallelism
        for start in range(0, len(parts), at_once):
            some = parts[start : start + at_once]
            try:
                spread = context.parallelize(some, min(len(some), tasks))
                found = spread.map(function).collect()
            except Exception as error:  # whatever an executor met
                raise explain_end(NAME, error) from error
            yield from found

    return judge
