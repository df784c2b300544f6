"""A database of its own for each test, as for what the core keeps."""

from tests.storage.conftest import engine as engine
from tests.storage.conftest import url as url
