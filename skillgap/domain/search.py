"""What a reader can look for in the framework, and the search over it."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace
from typing import Literal

from skillgap.domain.framework import Adjustment, Framework
from skillgap.domain.scale import LANGUAGES, LEVELS, Text

Kind = Literal["skill", "module", "resource", "profile", "background"]
KINDS: tuple[Kind, ...] = ("skill", "module", "resource", "profile", "background")


@dataclass(frozen=True)
class Entry:
    """One thing to be found, in one language.

    ``note`` is the sentence under its title, ``text`` all it says, folded for the
    search. ``skills`` are those it is about, ``languages`` those it can be read in,
    ``levels`` those it leads to. Only resources have ``costs``.
    """

    kind: Kind
    key: str
    title: str
    note: str
    text: str
    skills: tuple[str, ...]
    languages: frozenset[str] = frozenset(LANGUAGES)
    costs: frozenset[str] = frozenset()
    levels: frozenset[int] = frozenset(LEVELS[1:])


@dataclass(frozen=True)
class Filters:
    """What a reader narrows the search to; an empty set leaves everything in."""

    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    costs: frozenset[str] = frozenset()
    levels: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Say whether anything is narrowed."""
        return any(astuple(self))

    def admit(self, entry: Entry) -> bool:
        """Say whether an entry has one of the wanted values of every kind."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (not self.languages or bool(self.languages & entry.languages))
            and (not self.costs or bool(self.costs & entry.costs))
            and (not self.levels or bool(self.levels & entry.levels))
        )


def search_entries(
    entries: Iterable[Entry], words: str, filters: Filters
) -> list[Entry]:
    """Return the entries that hold every word and pass every filter.

    Upper and lower case are the same, a part of a word is enough. Entries with all
    words in the title come first; otherwise the order stays.
    """
    wanted = words.casefold().split()

    def is_in_text_only(entry: Entry) -> bool:
        return not all(word in entry.title.casefold() for word in wanted)

    hits = (
        entry
        for entry in entries
        if filters.admit(entry) and all(word in entry.text for word in wanted)
    )
    return sorted(hits, key=is_in_text_only)


def list_entries(framework: Framework, language: str) -> tuple[Entry, ...]:
    """Return everything a reader of a language may look for, kind after kind."""
    return tuple(_Listing(framework, language).entries())


@dataclass(frozen=True)
class _Listing:
    framework: Framework
    language: str

    def entries(self) -> Iterator[Entry]:
        yield from self.skills()
        yield from self.modules()
        yield from self.resources()
        yield from self.profiles()
        yield from self.background()

    def skills(self) -> Iterator[Entry]:
        for key, skill in self.framework.skills.items():
            area = self.framework.areas[self.framework.area_of[key]].name
            more: list[Text | str] = [key, area, *skill.anchors.values()]
            yield self.entry("skill", key, skill.name, skill.definition, [key], *more)

    def modules(self) -> Iterator[Entry]:
        for key, module in self.framework.modules.items():
            more = (module.practice, module.proof)
            entry = self.entry(
                "module", key, module.title, module.outcome, module.lifts, *more
            )
            levels = (_reached(*step) for step in module.lifts.values())
            yield replace(entry, levels=frozenset().union(*levels))

    def resources(self) -> Iterator[Entry]:
        for key, resource in self.framework.resources.items():
            yield replace(
                self.entry(
                    "resource", key, resource.title, resource.provider, resource.skills
                ),
                languages=frozenset({resource.language}),
                costs=frozenset({resource.cost}),
                levels=_reached(*resource.levels),
            )

    def profiles(self) -> Iterator[Entry]:
        """Yield the profiles; every one asks all skills, so none is found by them."""
        for key, profile in self.framework.profiles.items():
            reasons = (target.reason for target in profile.targets.values())
            more = (profile.reading, *reasons)
            yield self.entry("profile", key, profile.name, profile.focus, [], *more)

    def background(self) -> Iterator[Entry]:
        production = self.framework.production
        for key, gate in production.gates.items():
            yield self.setting(f"gate-{key}", gate.claim, gate.meaning, gate.skills)
        market = production.market
        yield self.setting("market", market.claim, market.use, market.skills)
        for key, era in self.framework.eras.items():
            yield self.setting(f"era-{key}", era.name, era.reading, era.skills)
        for kind in ("context", "trend"):
            found: dict[str, Adjustment] = getattr(self.framework, f"{kind}s")
            for key, each in found.items():
                skills = dict.fromkeys([*each.levels, *each.weights])
                yield self.setting(f"{kind}-{key}", each.name, each.why, skills)

    def setting(
        self, key: str, title: Text, note: Text, skills: Iterable[str]
    ) -> Entry:
        return self.entry("background", key, title, note, skills)

    def entry(
        self,
        kind: Kind,
        key: str,
        title: Text | str,
        note: Text | str,
        skills: Iterable[str],
        *more: Text | str | None,
    ) -> Entry:
        """Return an entry, to be found by its texts and the names of its skills."""
        about = tuple(skills)
        names = (self.framework.skills[skill].name for skill in about)
        said = [self.say(text) for text in (title, note, *more, *names)]
        return Entry(kind, key, said[0], said[1], " ".join(said).casefold(), about)

    def say(self, text: Text | str | None) -> str:
        return text.in_language(self.language) if isinstance(text, Text) else text or ""


def _reached(low: int, high: int) -> frozenset[int]:
    """Return the levels a step ends at or passes on its way."""
    return frozenset(range(low + 1, high + 1))
