"""Which modules fit into some hours, the worthiest steps first, with a proof.

Wishes stand in the order of their worth. Each is granted if some modules grant it
together with all granted before, prerequisites included, within the hours: of all
choices that is the first in the sense of a dictionary, where one wish counts more than
all later ones together. Of the sets that grant the same the cheapest is taken, so a
module that serves two wishes counts once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from skillgap.domain.person.cover import Cover, Need
from skillgap.domain.person.learner import Learner, Levels
from skillgap.domain.person.worth import measure_worth

MOST_MISSING = 2  # levels of prerequisites in sum; who misses more begins with them
TOLERANCE = 1e-9


class Wish(NamedTuple):
    """The next step of a skill, and the skill it is ``needed_for``.

    That is None unless most of its worth is inherited. ``pinned`` are the steps a
    person wants for sure.
    """

    skill: str
    level: int
    needed_for: str | None = None
    pinned: bool = False

    @property
    def need(self) -> Need:
        """The level to be reached."""
        return Need(self.skill, self.level)


@dataclass
class Choice:
    """The wishes granted, the modules that grant them, and the levels they lead to.

    ``early`` are the wishes left out because they miss too much, and what.
    ``unproven`` are the skills of wishes left out without proof that they do not fit.
    ``is_cheapest`` says that no fewer hours grant the same.
    """

    levels: dict[str, int]
    granted: list[Wish] = field(default_factory=list)
    modules: frozenset[str] = frozenset()
    early: dict[Wish, dict[str, int]] = field(default_factory=dict)
    unproven: list[str] = field(default_factory=list)
    is_cheapest: bool = True

    @property
    def is_optimal(self) -> bool:
        """Whether no other choice is better."""
        return self.is_cheapest and not self.unproven


class Chooser:
    """Chooses modules for a learner.

    ``wishes`` is the order of the steps, ``reachable`` where all of them lead. What
    the ``pinned`` modules lead to is wished before anything else.
    """

    def __init__(self, learner: Learner, pinned: Iterable[str] = ()) -> None:
        self.learner = learner
        self.cover = Cover(learner)
        wishes, whole = self._order_wishes()
        self.wishes = [*self._wish_pinned(pinned), *wishes]
        self.reachable: Levels = whole.levels

    def _wish_pinned(self, pinned: Iterable[str]) -> Iterator[Wish]:
        modules = self.learner.framework.modules
        for key in pinned:
            if key in modules:
                skill, (_, level) = next(iter(modules[key].lifts.items()))
                if self.learner.levels.get(skill, level) < level:
                    yield Wish(skill, level, pinned=True)

    def _order_wishes(self) -> tuple[list[Wish], Choice]:
        """Return the next steps of all skills by worth, then the second ones and so on.

        The steps of a round are weighed where the rounds before it lead. What one of
        them lifts besides is wished at its end, so that no other set forgets it.
        """
        wishes: list[Wish] = []
        choice = Choice(dict(self.learner.levels))
        while True:
            before = dict(choice.levels)
            steps = list(self._next_steps(before))
            for wish in steps:
                self._grant(choice, wish, inf)
            wished = before | {wish.skill: wish.level for wish in steps}
            reached = choice.levels.items()
            besides = [Wish(s, level) for s, level in reached if level > wished[s]]
            wishes += steps + [
                wish for wish in besides if wish.skill in self.learner.aims
            ]
            if choice.levels == before:
                return wishes, choice

    def _next_steps(self, levels: Levels) -> Iterator[Wish]:
        for skill, worth in measure_worth(self.learner, levels).items():
            key = self.learner.next_module(skill, levels[skill])
            if key is not None:
                to = self.learner.framework.modules[key].lifts[skill][1]
                inherits = worth.inherited > worth.own
                yield Wish(skill, to, worth.waited_for_by if inherits else None)

    def choose(self, hours: float = inf) -> Choice:
        """Return the best choice within some hours."""
        choice = Choice(dict(self.learner.levels))
        for wish in self.wishes:
            self._grant(choice, wish, hours)
        found = self.cover.find_cheapest([wish.need for wish in choice.granted])
        if found.modules is not None:
            self._settle(choice, found.modules)
        choice.is_cheapest = found.proven
        return choice

    def _grant(self, choice: Choice, wish: Wish, hours: float) -> None:
        """Add a wish to a choice if it fits; note it if that is not known."""
        if choice.levels[wish.skill] >= wish.level:
            choice.granted.append(wish)
            return
        if missing := self.find_too_early(wish.skill, choice.levels):
            choice.early[wish] = missing
            return
        more = self.cover.extend(choice.levels, wish.need)
        modules = None if more is None else choice.modules.union(more)
        if self.cover.hours(modules) > hours + TOLERANCE:
            needs = [each.need for each in (*choice.granted, wish)]
            found = self.cover.find_cheapest(needs, hours + TOLERANCE)
            modules = found.modules
            if not found.proven:
                choice.unproven.append(wish.skill)
        if self.cover.hours(modules) <= hours + TOLERANCE and modules is not None:
            choice.granted.append(wish)
            self._settle(choice, modules)

    def _settle(self, choice: Choice, modules: frozenset[str]) -> None:
        choice.modules = modules
        choice.levels = dict(self.learner.levels)
        self.learner.lift(choice.levels, modules)

    def find_too_early(self, skill: str, levels: Levels) -> dict[str, int]:
        """Return what the next step of a skill misses, if that is too much for now."""
        key = self.learner.next_module(skill, levels[skill])
        missing = self.learner.missing(key, levels) if key else {}
        short = sum(level - levels[each] for each, level in missing.items())
        return missing if short > MOST_MISSING else {}
