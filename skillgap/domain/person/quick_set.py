"""Which skills a quick assessment asks: few, and something of every area."""

from collections import Counter
from collections.abc import Mapping

from skillgap.domain.framework import Profile
from skillgap.domain.gaps import heaviest_skills

QUICK = 24
PER_AREA = 2  # fewer say too little of an area to draw it


def choose_quick_set(profile: Profile, area_of: Mapping[str, str]) -> list[str]:
    """Return about 24 skills of a profile, the heaviest first within each part.

    Every area the profile asks gives its two heaviest skills, or the one it has. The
    heaviest of all others fill up. What others build on is not passed over: measured
    in ``benchmarks/quick_set.py``, that brought nothing.
    """
    order = heaviest_skills(profile, len(profile.targets))
    taken = Counter[str]()
    first, others = list[str](), list[str]()
    for skill in order:
        taken[area_of[skill]] += 1
        (first if taken[area_of[skill]] <= PER_AREA else others).append(skill)
    return first + others[: max(0, QUICK - len(first))]
