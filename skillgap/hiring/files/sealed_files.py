"""Sealed files: JSON whose content is encrypted and authenticated with a panel's code.

Who holds the code and a file could open it with other means; the seal keeps everybody
else out, and shows that nobody without the code has changed anything.
"""

import json
from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hmac import compare_digest
from os import urandom
from typing import Any, Literal

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import TypeAdapter, ValidationError

from skillgap.domain.problems import Problem
from skillgap.hiring.scorecards import (
    LONGEST_NOTE,
    Scorecard,
    SealedPanel,
    Stage,
    fold_code,
    fold_name,
)

SALT_BYTES = 16
# One try costs 32 MB and about a tenth of a second.
COST, BLOCK, LANES = 2**15, 8, 1

ShutReason = Literal["unreadable", "wrong_code", "changed"]


@dataclass(frozen=True)
class OpenedContent:
    """What was in a sealed file, and whose it is as written outside."""

    member: str
    data: Any


def seal_content(form: str, member: str, data: Any, code: str) -> bytes:
    """Return data sealed with a panel's code; only ``member`` is readable.

    Raises:
        ValueError: the code is too short.

    """
    salt = urandom(SALT_BYTES)
    key, check = _derive(code, salt)
    content = json.dumps(data, ensure_ascii=False).encode("utf-8")
    envelope = {
        "format": form,
        "member": member,
        "salt": b64encode(salt).decode("ascii"),
        "check": b64encode(check).decode("ascii"),
        "sealed": Fernet(key).encrypt(content).decode("ascii"),
    }
    return json.dumps(envelope, ensure_ascii=False, indent=1).encode("utf-8")


def open_content(
    form: str, content: bytes, code: str, limit: int
) -> OpenedContent | ShutReason:
    """Return what is in a sealed file, or why it stays shut.

    Args:
        form: the format the file must name.
        content: the file, of at most ``limit`` bytes.
        code: the panel's code.
        limit: in bytes.

    Raises:
        ValueError: the code is too short.

    """
    fold_code(code)
    envelope = _read_envelope(form, content, limit)
    if envelope is None:
        return "unreadable"
    key, check = _derive(code, envelope["salt"])
    if not compare_digest(check, envelope["check"]):
        return "wrong_code"
    try:
        data = json.loads(Fernet(key).decrypt(envelope["sealed"]))
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except (InvalidToken, ValueError, RecursionError):
        return "changed"
    return OpenedContent(envelope["member"], data)


def _derive(code: str, salt: bytes) -> tuple[bytes, bytes]:
    """Return the key of a code and what tells a wrong code from a changed file."""
    derived = Scrypt(salt=salt, length=48, n=COST, r=BLOCK, p=LANES).derive(
        fold_code(code).encode("utf-8")
    )
    return urlsafe_b64encode(derived[:32]), derived[32:]


def _read_envelope(form: str, content: bytes, limit: int) -> dict[str, Any] | None:
    """Return the parts of a sealed file, None if it is something else."""
    try:
        data = json.loads(content.decode("utf-8")) if len(content) <= limit else {}
        if not isinstance(data, dict) or data.get("format") != form:
            return None
        return {
            "member": str(data["member"]),
            "salt": b64decode(data["salt"], validate=True),
            "check": b64decode(data["check"], validate=True),
            "sealed": str(data["sealed"]).encode("ascii"),
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


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


RECORD_FORMAT = "skillgap-panel-1"
MAX_RECORD_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True)
class PanelRecordReading:
    """The panel of a record, or None and why."""

    panel: SealedPanel | None
    problems: tuple[Problem, ...] = ()


def write_panel_record(panel: SealedPanel, code: str) -> bytes:
    """Return a panel's record, sealed with its code.

    Raises:
        ValueError: the code is too short.

    """
    return seal_content(RECORD_FORMAT, "", asdict(panel), code)


def read_panel_record(name: str, content: bytes, call: CardsCall) -> PanelRecordReading:
    """Read a record; it must fit the candidates and the role loaded now.

    Raises:
        ValueError: the code is too short.

    """
    opened = open_content(RECORD_FORMAT, content, call.code, MAX_RECORD_BYTES)
    match opened:
        case "unreadable":
            return PanelRecordReading(None, (Problem(name, "record_unreadable"),))
        case "wrong_code":
            return PanelRecordReading(None, (Problem(name, "record_wrong_code"),))
        case "changed":
            return PanelRecordReading(None, (Problem(name, "record_changed"),))
    try:
        panel = TypeAdapter(SealedPanel).validate_python(opened.data)
    except (ValidationError, ValueError):
        return PanelRecordReading(None, (Problem(name, "record_changed"),))
    if not _is_whole(panel, call):
        return PanelRecordReading(None, (Problem(name, "record_changed"),))
    misfits = [
        find_misfit(name, card, replace(call, stage=card.stage))
        for card in (*panel.first, *panel.after)
    ]
    problems = tuple(problem for problem in misfits if problem)
    return PanelRecordReading(None if problems else panel, problems)


def _is_whole(panel: SealedPanel, call: CardsCall) -> bool:
    """Say whether cards are sound, of one stage, and decisions on known candidates."""
    stages = (("first", panel.first), ("after", panel.after))
    return (
        bool(panel.first)
        and all(_is_one_stage(cards, stage) for stage, cards in stages)
        and {d.candidate for d in panel.decisions} <= set(call.fingerprints)
    )


def _is_one_stage(cards: tuple[Scorecard, ...], stage: str) -> bool:
    names = {fold_name(card.member) for card in cards}
    same = all(card.stage == stage and is_sound(card) for card in cards)
    return same and len(names) == len(cards)
