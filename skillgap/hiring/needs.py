"""What a role asks: skills, must-haves, the day it was fixed, every change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scipy.special import ndtr

from skillgap.domain.framework import Adjustment, Profile, Target
from skillgap.domain.gaps import set_targets
from skillgap.domain.problems import Problem
from skillgap.domain.scale import Text
from skillgap.domain.shape import Shape

MOST_MUST_HAVES = 3  # calculated: see chance_to_pass, .60 at three cuts


@dataclass(frozen=True)
class NeedsChange(Shape):
    """A change after the needs were fixed, and what it replaced.

    ``day`` is an ISO date. ``targets`` and ``must_have`` are those that held before.
    """

    day: str
    reason: str
    targets: Mapping[str, Target]
    must_have: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoleNeeds(Profile):
    """A profile of one role.

    ``must_have`` are skills among the targets. ``fixed_on`` is an ISO date, empty
    while the needs are open. ``changes`` are those after that day, oldest first.
    """

    must_have: tuple[str, ...] = ()
    fixed_on: str = ""
    changes: tuple[NeedsChange, ...] = ()


class FixedNeedsError(Exception):
    """The needs are fixed: only a change with a reason alters them."""


def begin_role(
    profile: Profile, adjustments: Iterable[Adjustment] = (), name: Text | None = None
) -> RoleNeeds:
    """Return open needs with the targets of a profile in its contexts and trends."""
    table = set_targets(profile, adjustments)
    targets = {
        str(row.skill): Target(
            row.target,
            row.weight,
            profile.targets[str(row.skill)].reason,
        )
        for row in table.astype({"target": object, "weight": object}).itertuples()
    }
    return RoleNeeds(
        name or profile.name, profile.kind, profile.focus, targets, profile.reading
    )


def choose_needs(
    needs: RoleNeeds, targets: Mapping[str, Target], must_have: Iterable[str] = ()
) -> RoleNeeds:
    """Return open needs with other skills, targets, weights and must-haves.

    Raises:
        FixedNeedsError: the needs are fixed.
        ValueError: there is no skill, or a must-have is not among the skills.

    """
    if needs.fixed_on:
        raise FixedNeedsError
    chosen = _check(targets, must_have)
    return replace(needs, targets=dict(targets), must_have=chosen)


def fix_needs(needs: RoleNeeds, day: str) -> RoleNeeds:
    """Return the needs as they hold from a day (ISO date) on.

    Raises:
        FixedNeedsError: they are fixed already.

    """
    if needs.fixed_on:
        raise FixedNeedsError
    return replace(needs, fixed_on=day)


def change_needs(
    needs: RoleNeeds,
    targets: Mapping[str, Target],
    must_have: Iterable[str],
    day: str,
    reason: str,
) -> RoleNeeds:
    """Return fixed needs after a change; what held before is kept with the reason.

    Raises:
        ValueError: the needs are not fixed, the reason is empty, the day lies before
            the last one, or targets and must-haves do not fit together.

    """
    if not needs.fixed_on or day < last_day(needs):
        raise ValueError("needs must be fixed before they are changed")
    if not reason.strip():
        raise ValueError("a change of fixed needs has a reason")
    before = NeedsChange(day, reason, needs.targets, needs.must_have)
    return replace(
        needs,
        targets=dict(targets),
        must_have=_check(targets, must_have),
        changes=(*needs.changes, before),
    )


def _check(targets: Mapping[str, Target], must_have: Iterable[str]) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(must_have))
    if not targets:
        raise ValueError("a role asks at least one skill")
    if not set(chosen) <= set(targets):
        raise ValueError("a must-have is one of the role's skills")
    return chosen


def last_day(needs: RoleNeeds) -> str:
    """Return the day from which the needs hold as they are, empty if open."""
    return needs.changes[-1].day if needs.changes else needs.fixed_on


@dataclass(frozen=True)
class NeedsVersion:
    """The needs as they held from a day on; ``reason`` is empty for the first."""

    day: str
    reason: str
    needs: RoleNeeds


def list_versions(needs: RoleNeeds) -> tuple[NeedsVersion, ...]:
    """Return every version of the needs, the first one first, the present one last."""
    days = [needs.fixed_on, *(change.day for change in needs.changes)]
    reasons = ["", *(change.reason for change in needs.changes)]
    contents = [(c.targets, c.must_have) for c in needs.changes]
    contents.append((needs.targets, needs.must_have))
    return tuple(
        NeedsVersion(
            day,
            reason,
            replace(
                needs, targets=targets, must_have=must_have, fixed_on=day, changes=()
            ),
        )
        for day, reason, (targets, must_have) in zip(days, reasons, contents)
    )


def skills_ever_asked(needs: RoleNeeds) -> tuple[str, ...]:
    """Return the skills of all versions of the needs."""
    asked = [skill for v in list_versions(needs) for skill in v.needs.targets]
    return tuple(dict.fromkeys(asked))


def continues(needs: RoleNeeds, before: RoleNeeds) -> bool:
    """Say whether needs are those fixed before, or changes of them with a reason."""
    known, now = list_versions(before), list_versions(needs)
    return bool(before.fixed_on) and known == now[: len(known)]


def chance_to_pass(cuts: int, margin: float = 0.5, error: float = 0.5) -> float:
    """Return the chance to pass every cut for somebody who is above all of them.

    Args:
        cuts: the number of must-haves.
        margin: how far above each cut the person truly is, in levels.
        error: the standard deviation of a rating, in levels.

    Source: independent normal errors; EVIDENCE section 2 (3 cuts .60, 5 cuts .42).

    """
    return float(ndtr(margin / error)) ** cuts


def warn_must_haves(needs: RoleNeeds, where: str) -> tuple[Problem, ...]:
    """Return the warning that there are more than three must-haves, if there are.

    It is advice, not an error: the needs hold all the same.
    """
    count = len(needs.must_have)
    if count <= MOST_MUST_HAVES:
        return ()
    blanks = {
        "value": count,
        "limit": MOST_MUST_HAVES,
        "chance": round(100 * chance_to_pass(count)),
        "usual": round(100 * chance_to_pass(MOST_MUST_HAVES)),
    }
    return (Problem(where, "must_haves_many", blanks),)


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
