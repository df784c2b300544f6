"""What a profile asks of somebody junior, mid-level or senior."""

from dataclasses import replace

from skillgap.domain.framework import Profile, Target
from skillgap.domain.parameters import Seniority, Shift
from skillgap.domain.scale import LEVELS

USUAL = "mid"  # the targets of the profiles are those of a solid mid-level person


def set_seniority(profile: Profile, seniority: Seniority) -> Profile:
    """Return a profile as it asks of a seniority; weights stay as they are.

    A target moves as its weight says, up or down, but not beyond the limit; one that
    lies beyond it already stays.
    """
    targets = {
        skill: _move(target, seniority.shifts.get(target.weight))
        for skill, target in profile.targets.items()
    }
    return replace(profile, targets=targets)


def _move(target: Target, shift: Shift | None) -> Target:
    if shift is None:
        return target
    level = target.level + shift.by
    if shift.by > 0:
        level = max(target.level, min(level, shift.limit))
    else:
        level = min(target.level, max(level, shift.limit))
    return replace(target, level=LEVELS[level])
