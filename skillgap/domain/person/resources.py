"""Which resources of a module are worth the hours of a step, and in what order."""

from collections.abc import Iterable

from skillgap.domain.framework import Framework
from skillgap.domain.learning import Lift, Module, Resource, fits_step

MOST_RESOURCES = 3  # more is a reading list
UNREADABLE = 3


def choose_resources(
    framework: Framework,
    module: Module,
    language: str,
    lifts: Iterable[Lift],
    hours: float,
    seen: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return up to three resources that fit a step and together its hours.

    Those in the reader's language come first, then originals in English, then machine
    translations; within these the free ones, then the shorter ones. Other languages,
    and what was ``seen`` in an earlier stage, come only if nothing else is left.
    """
    steps, before = list(lifts), set(seen)

    def fits(resource: Resource) -> bool:
        return any(
            lift.skill in resource.skills
            and fits_step(resource.levels, lift.start, lift.to)
            for lift in steps
        )

    def order(key: str) -> tuple[int, bool, float]:
        resource = framework.resources[key]
        place = _rank_language(resource, language)
        return place, resource.cost == "paid", resource.hours

    fitting = [key for key in module.resources if fits(framework.resources[key])]
    fitting.sort(key=order)
    read = [key for key in fitting if order(key)[0] < UNREADABLE]
    fresh = [key for key in read if key not in before]
    chosen = (_fill(framework, keys, hours) for keys in (fresh, read, fitting))
    return next(filter(None, chosen), ())


def _rank_language(resource: Resource, language: str) -> int:
    """Return how soon a resource comes; a reader is taken to read English, too."""
    if resource.language == language:
        return 2 if resource.translation == "machine" else 0
    return 1 if resource.language == "en" else UNREADABLE


def _fill(framework: Framework, keys: Iterable[str], hours: float) -> tuple[str, ...]:
    """Return the first resources that fit into some hours together."""
    chosen: list[str] = []
    for key in keys:
        needed = framework.resources[key].hours
        if needed <= hours and len(chosen) < MOST_RESOURCES:
            chosen.append(key)
            hours -= needed
    return tuple(chosen)
