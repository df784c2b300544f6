"""What a change of a role's needs changed, skill by skill."""

from dataclasses import dataclass

from skillgap.domain.framework import Target
from skillgap.domain.hiring.role_needs import RoleNeeds


@dataclass(frozen=True)
class SkillChange:
    """A skill before and after a change: its target, and whether it is a must-have.

    A target is None where the skill is not asked.
    """

    skill: str
    before: Target | None
    after: Target | None
    was_must: bool
    is_must: bool


def list_skill_changes(before: RoleNeeds, after: RoleNeeds) -> list[SkillChange]:
    """Return the skills whose target, weight or must-have differ, in their order."""
    changes = [
        SkillChange(
            skill,
            before.targets.get(skill),
            after.targets.get(skill),
            skill in before.must_have,
            skill in after.must_have,
        )
        for skill in dict.fromkeys([*after.targets, *before.targets])
    ]
    return [change for change in changes if _differs(change)]


def _differs(change: SkillChange) -> bool:
    old, new = change.before, change.after
    if old is None or new is None:
        return old is not new
    is_moved = (old.level, old.weight) != (new.level, new.weight)
    return is_moved or change.was_must != change.is_must
