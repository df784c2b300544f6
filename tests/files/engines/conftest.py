"""Real clusters on this machine: two Dask workers, and Spark's ``local[2]``."""

import logging
import os
import sys
from collections.abc import Iterator
from types import ModuleType

import dask
import pytest
from dask.distributed import LocalCluster
from pyspark.sql import SparkSession

from skillgap.files.engines.spark import start_spark
from tests.files.engines.java import OLDEST, find_java


@pytest.fixture(scope="module")
def dask_cluster() -> Iterator[LocalCluster]:
    """Return a cluster that Dask's settings name; work is tried twice.

    Its workers import whatever is the main module here: after a test of a page that is
    the app, which a worker must not run.
    """
    settings = {"distributed.scheduler.allowed-failures": 1}
    calm = {"silence_logs": logging.CRITICAL, "dashboard_address": ":0"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        with (
            dask.config.set(settings),
            LocalCluster(n_workers=2, threads_per_worker=1, **calm) as found,
            dask.config.set({"scheduler-address": found.scheduler_address}),
        ):
            yield found


@pytest.fixture(scope="module")
def spark_session() -> Iterator[SparkSession]:
    """Return the session that the settings name; all tests of a module share it.

    Without Java they are skipped, but never in CI.
    """
    if find_java() is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"no Java from version {OLDEST} on: make java installs one")
    submit = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_SUBMIT_ARGS", submit)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        with start_spark():
            session = SparkSession.getActiveSession()
            assert session is not None
            assert session.sparkContext.master == "local[2]"
            yield session
