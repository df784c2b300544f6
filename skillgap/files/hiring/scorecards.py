"""Sealed scorecards: what each member scored, readable only together with the others.

Who holds the code and somebody's file could open it with other means: files go to the
chair only, and nobody's is opened before the last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from pydantic import TypeAdapter, ValidationError

from skillgap.domain.hiring.scorecards import (
    LONGEST_NOTE,
    Scorecard,
    Stage,
    fold_code,
    fold_name,
)
from skillgap.domain.problems import Problem
from skillgap.files.hiring.envelope import open_content, seal_content

FORMAT = "skillgap-scorecard-1"
MAX_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True)
class CardsCall:
    """What the scorecards of a panel must fit.

    ``members`` are the names of all who score, ``fingerprints`` the candidates by
    letter as the chair has them, ``skills`` what the role asks.
    """

    code: str
    members: Sequence[str]
    fingerprints: Mapping[str, str]
    skills: Sequence[str]
    stage: Stage = "first"


@dataclass(frozen=True)
class ScorecardsReading:
    """Opened scorecards, in the order of the members.

    ``cards`` is empty while a member is missing, unless the chair opens without them;
    ``missing`` names them either way.
    """

    cards: tuple[Scorecard, ...]
    missing: tuple[str, ...]
    problems: tuple[Problem, ...]


def seal_scorecard(card: Scorecard, code: str) -> bytes:
    """Return a scorecard sealed with the panel's code; only the member is readable.

    Raises:
        ValueError: the code is too short.

    """
    return seal_content(FORMAT, card.member, asdict(card), code)


def open_scorecards(
    files: Sequence[tuple[str, bytes]], call: CardsCall, without_missing: bool = False
) -> ScorecardsReading:
    """Open the scorecards of a whole panel at once.

    Args:
        files: name and content of each file; a member has one.
        call: what they must fit; a card on other candidates or skills is refused.
        without_missing: whether to open although a member is missing.

    Raises:
        ValueError: the code is too short.

    """
    fold_code(call.code)
    opened = [(name, _open(name, content, call)) for name, content in files]
    problems = [result for _, result in opened if isinstance(result, Problem)]
    cards = [(n, result) for n, result in opened if isinstance(result, Scorecard)]
    found, doubts = _sort_by_member(cards, call.members)
    return _reveal(found, call.members, without_missing, [*problems, *doubts])


def _sort_by_member(
    cards: Sequence[tuple[str, Scorecard]], members: Sequence[str]
) -> tuple[dict[str, Scorecard], list[Problem]]:
    """Return the card of each member who has exactly one, and what is wrong."""
    known = {fold_name(member): member for member in members}
    first: dict[str, str] = {}
    found: dict[str, Scorecard] = {}
    problems = []
    for name, card in cards:
        key = fold_name(card.member)
        if key not in known:
            blanks = {"value": card.member}
            problems.append(Problem(name, "scorecard_of_a_stranger", blanks))
        elif key in first:
            blanks = {"value": card.member, "other": first[key]}
            problems.append(Problem(name, "scorecard_repeated", blanks))
            found.pop(key, None)
        else:
            first[key], found[key] = name, replace(card, member=known[key])
    return found, problems


def _reveal(
    found: Mapping[str, Scorecard],
    members: Sequence[str],
    without_missing: bool,
    problems: list[Problem],
) -> ScorecardsReading:
    """Return the cards of the members, none if one is missing and must not be."""
    missing = tuple(m for m in members if fold_name(m) not in found)
    cards = tuple(found[fold_name(m)] for m in members if fold_name(m) in found)
    if missing and not without_missing:
        where = ", ".join(missing)
        problems = [*problems, Problem(where, "scorecard_missing")]
        cards = ()
    return ScorecardsReading(cards, missing, tuple(problems))


def _open(name: str, content: bytes, call: CardsCall) -> Scorecard | Problem:
    """Return one card, or why it stays shut."""
    opened = open_content(FORMAT, content, call.code, MAX_BYTES)
    match opened:
        case "unreadable":
            return Problem(name, "scorecard_unreadable")
        case "wrong_code":
            return Problem(name, "scorecard_wrong_code")
        case "changed":
            return Problem(name, "scorecard_changed")
    try:
        card = TypeAdapter(Scorecard).validate_python(opened.data)
    except ValidationError:
        return Problem(name, "scorecard_changed")
    if card.member != opened.member or not is_sound(card):
        return Problem(name, "scorecard_changed")
    return find_misfit(name, card, call) or card


def find_misfit(name: str, card: Scorecard, call: CardsCall) -> Problem | None:
    """Return what a card was made for instead of this panel, None if it fits."""
    blanks = {"value": card.member}
    if card.stage != call.stage:
        if card.stage == "first":
            return Problem(name, "scorecard_stage_first", blanks)
        return Problem(name, "scorecard_stage_after", blanks)
    if dict(card.fingerprints) != dict(call.fingerprints):
        return Problem(name, "scorecard_other_candidates", blanks)
    strange = {score.skill for score in card.scores} - set(call.skills)
    if strange:
        skills = ", ".join(sorted(strange)[:3])
        found = {"value": card.member, "skills": skills}
        return Problem(name, "scorecard_other_skills", found)
    return None


def is_sound(card: Scorecard) -> bool:
    """Say whether candidates are known, levels on the scale, no skill scored twice."""
    keys = [(score.candidate, score.skill) for score in card.scores]
    if not {candidate for candidate, _ in keys} <= set(card.fingerprints):
        return False
    if any(len(score.note) > LONGEST_NOTE for score in card.scores):
        return False
    levels = [s.level for s in card.scores if s.level is not None]
    return len(set(keys)) == len(keys) and all(0 <= level <= 5 for level in levels)
