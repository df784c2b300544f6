"""What happens once, before the first visitor."""

import gc
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any


def warm_up(modules: Iterable[str]) -> Any:
    """Return a lifespan that imports the named modules and freezes what they made.

    Streamlit collects garbage after every run. Freezing what start-up made keeps
    those collections from walking over it again and again.
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        for name in modules:
            import_module(name)
        gc.collect()
        gc.freeze()
        yield

    return lifespan
