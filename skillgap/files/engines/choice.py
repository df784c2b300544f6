"""The engines by name."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext

from skillgap.files.engines.dask import start_dask
from skillgap.files.engines.engine import Engine
from skillgap.files.engines.spark import start_spark

ENGINES: Mapping[str, Callable[[], AbstractContextManager[Engine | None]]] = {
    "local": nullcontext,
    "dask": start_dask,
    "spark": start_spark,
}
