"""The framework as CSV: one row a skill and level, both languages side by side."""

import csv
import io

from skillgap.domain.framework import Framework
from skillgap.domain.scale import LEVELS
from skillgap.files.safe_cells import escape_cell

COLUMNS = (
    "area",
    "skill",
    "name_en",
    "name_id",
    "definition_en",
    "definition_id",
    "level",
    "anchor_en",
    "anchor_id",
)


def write_framework(framework: Framework) -> bytes:
    """Return every skill with every level, 0 among them, as UTF-8 CSV bytes."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for key, skill in framework.skills.items():
        name, definition = skill.name, skill.definition
        for level in LEVELS:
            anchor = framework.anchor(key, level)
            texts = (name.en, name.id, definition.en, definition.id)
            cells = (framework.area_of[key], key, *texts, str(level))
            writer.writerow(map(escape_cell, (*cells, anchor.en, anchor.id)))
    return target.getvalue().encode("utf-8")
