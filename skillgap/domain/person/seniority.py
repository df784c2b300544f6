"""What a profile asks of somebody junior, mid-level or senior."""

from dataclasses import replace

from skillgap.domain.framework import Framework, Profile, Target
from skillgap.domain.parameters import Seniority, Shift
from skillgap.domain.scale import LEVELS, Text

USUAL = "mid"  # the targets of the profiles are those of a solid mid-level person


def aim_framework(framework: Framework, seniority: str) -> Framework:
    """Return the framework with every profile as it asks of a seniority.

    But for the usual one a profile says so in its name, so that no number stands
    without it.

    Raises:
        KeyError: there is no such seniority.

    """
    stand = framework.seniorities[seniority]
    if seniority == USUAL:
        return framework
    profiles = {
        key: replace(
            set_seniority(profile, stand),
            name=Text(
                *(
                    f"{profile.name.in_language(each)} ({stand.name.in_language(each)})"
                    for each in ("en", "id")
                )
            ),
        )
        for key, profile in framework.profiles.items()
    }
    return replace(framework, profiles=profiles)


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
