"""What a YAML file of the product may hold."""

from collections.abc import Mapping
from typing import Any, ClassVar


class Shape:
    """A dataclass that is read from YAML: unknown keys, nan and inf are errors there.

    The wish is stated in the form in which pydantic looks for it at the edge
    (``skillgap.files.shapes``); here nothing is validated and pydantic is not known.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        "extra": "forbid",
        "allow_inf_nan": False,
    }
