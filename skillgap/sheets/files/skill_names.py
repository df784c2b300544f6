"""Matches the skills of a foreign file to ours by name, in both languages."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from skillgap.domain.framework import Framework
from skillgap.domain.synonyms import fold_skill, names_of_skills
from skillgap.sheets.form_headers import skill_in_question
from skillgap.sheets.frame import SkillName
from skillgap.sheets.header_words import LEVEL, RATER, SKILL, TARGET
from skillgap.sheets.mapping import TEAM_PREFIX

SURE = 92  # from this score on a name counts as one of ours without being asked
NEAR = 70  # below this score nothing is suggested
SHORTEST = 6  # shorter names count only if they are the same
_SPELLED = {"+": " plus", "#": " sharp", "&": " and", "%": " percent"}


@dataclass(frozen=True)
class SkillMatch:
    """A skill of the file and which of ours it is.

    ``skill`` is one of our ids, or ``team.…`` for the team's own. ``nearest`` is our
    skill that is most alike, with its score from 0 to 100; empty if none is near and
    no name of ours is part of this one. ``rival`` is another name of the file that
    means the same skill of ours.
    """

    name: str
    section: str
    skill: str
    nearest: str = ""
    score: float = 0.0
    rival: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the skill stays the team's own."""
        return self.skill.startswith(TEAM_PREFIX)


def match_skills(
    names: Iterable[SkillName], framework: Framework
) -> dict[str, SkillMatch]:
    """Return the match of each name; of ours, no skill is given to two names.

    A name that is the same as one of ours but for capitals, brackets and signs scores
    100; a likeness counts from a score of 92 on. Where several names come to the same
    skill, the most alike is it; where two are equally alike, all stay the team's own.
    """
    index = {
        fold_skill(name): key
        for key, known in names_of_skills(framework).items()
        for name in (key, *known)
    }
    choices = list(index)
    spelled: dict[str, list[SkillName]] = {}
    for each in names:
        spelled.setdefault(fold_case(each.name), []).append(each)
    found = {key: _nearest(each[0], index, choices) for key, each in spelled.items()}
    slugs = own_ids(spelled)
    matches = {}
    for key, (near, score) in found.items():
        sure = [k for k, (n, s) in found.items() if n == near and _counts(k, s)]
        best = [k for k in sure if found[k][1] == max(found[r][1] for r in sure)]
        is_ours = best == [key]
        other = next((k for k in sure if k != key), "") if key in sure else ""
        for each in spelled[key]:
            matches[each.name] = SkillMatch(
                each.name,
                each.section,
                near if is_ours else slugs[key],
                near,
                score,
                spelled[other][0].name if other else "",
            )
    return matches


def fold_case(name: str) -> str:
    """Return a name without capitals and doubled blanks: spellings of one skill."""
    return " ".join(name.casefold().split())


def _nearest(
    skill: SkillName, index: dict[str, str], choices: Sequence[str]
) -> tuple[str, float]:
    """Return our nearest skill and the score."""
    asked = skill_in_question(skill.name)
    for name in dict.fromkeys((skill.name, skill.name.rpartition(": ")[2], asked)):
        folded = fold_skill(name)
        for text in (folded, _without_asking(folded)):
            if text in index:
                return index[text], 100.0
    folded = fold_skill(skill.name)
    alike = fuzz.token_sort_ratio
    best = process.extractOne(folded, choices, scorer=alike, score_cutoff=NEAR)
    if best is None:
        words = set(folded.split())
        inside = [name for name in choices if words.issuperset(name.split())]
        best = process.extractOne(folded, inside, scorer=alike)
    return (index[best[0]], round(best[1], 1)) if best else ("", 0.0)


def _counts(name: str, score: float) -> bool:
    """Say whether a name is like enough to be ours; a short one must be the same."""
    return score >= SURE and (score == 100 or len(fold_skill(name)) >= SHORTEST)


def _without_asking(folded: str) -> str:
    """Return a name without the words around it: "python rating" is "python"."""
    words = [word for word in folded.split() if not word.isdigit()]
    beside = SKILL | RATER | LEVEL - TARGET
    while len(words) > 1 and words[-1] in beside:
        words.pop()
    return " ".join(words)


def own_ids(names: Iterable[str]) -> dict[str, str]:
    """Return an id for each name of a team's own skill, no two the same."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        slug = base = f"{TEAM_PREFIX}{_slug(name)}"
        number = 2
        while slug in taken:
            slug, number = f"{base}_{number}", number + 1
        taken.add(slug)
        found[name] = slug
    return found


def _slug(name: str) -> str:
    spelled = "".join(_SPELLED.get(sign, sign) for sign in name[:120].casefold())
    plain = unicodedata.normalize("NFKD", spelled)
    bare = re.sub(r"(?<=[a-z])[\u0300-\u036f]+", "", plain)
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", bare))
    return "_".join(words) or "skill"
