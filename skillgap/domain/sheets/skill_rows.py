"""The skills that stand in the rows of a table, each under a name of its own."""

from collections import Counter

from skillgap.domain.sheets.table_frame import Frame, SkillName, name_skill
from skillgap.domain.sheets.table_rows import RowSorting


def name_skills(frame: Frame, sorting: RowSorting) -> dict[int, SkillName]:
    """Return the skill of each row of data.

    A name that stands in two sections has its section before it; one that stands
    twice in a section has the number of its row behind it.
    """
    area = ""
    plain: dict[int, SkillName] = {}
    for row in sorting.data:
        area = frame.text(row, "area") or area
        section = sorting.headings.get(row, "") or area
        plain[row] = name_skill(frame.label(row), section, f"row {row + 1}")
    counts = Counter(skill.name for skill in plain.values())
    found: dict[int, SkillName] = {}
    taken: set[str] = set()
    for row, skill in plain.items():
        name = skill.name
        if name and counts[name] > 1 and skill.section:
            name = f"{skill.section}: {name}"
        if name and name in taken:
            name = f"{name} ({row + 1})"
        taken.add(name)
        found[row] = SkillName(name, skill.section)
    return found
