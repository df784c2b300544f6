"""Sealed scorecards: what each member scored, readable only together with the others.

A scorecard is a JSON envelope whose content is encrypted and authenticated with a key
derived from the panel's code. Who holds the code and somebody's file could open it
with other means: files go to the chair only, and nobody's is opened before the last.
"""

import json
from base64 import b64decode, b64encode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hmac import compare_digest
from os import urandom
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import TypeAdapter, ValidationError

from skillgap.domain.hiring.scorecards import Scorecard, fold_code, fold_name
from skillgap.domain.problems import Problem

FORMAT = "skillgap-scorecard-1"
MAX_BYTES = 1024 * 1024
SALT_BYTES = 16
# One try costs 32 MB and about a tenth of a second.
COST, BLOCK, LANES = 2**15, 8, 1


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
    salt = urandom(SALT_BYTES)
    key, check = _derive(code, salt)
    content = json.dumps(asdict(card), ensure_ascii=False).encode("utf-8")
    envelope = {
        "format": FORMAT,
        "member": card.member,
        "salt": b64encode(salt).decode("ascii"),
        "check": b64encode(check).decode("ascii"),
        "sealed": Fernet(key).encrypt(content).decode("ascii"),
    }
    return json.dumps(envelope, ensure_ascii=False, indent=1).encode("utf-8")


def _derive(code: str, salt: bytes) -> tuple[bytes, bytes]:
    """Return the key of a code and what tells a wrong code from a changed file."""
    derived = Scrypt(salt=salt, length=48, n=COST, r=BLOCK, p=LANES).derive(
        fold_code(code).encode("utf-8")
    )
    return urlsafe_b64encode(derived[:32]), derived[32:]


def open_scorecards(
    files: Sequence[tuple[str, bytes]],
    code: str,
    members: Sequence[str],
    fingerprints: Mapping[str, str],
    without_missing: bool = False,
) -> ScorecardsReading:
    """Open the scorecards of a whole panel at once.

    Args:
        files: name and content of each file.
        code: the panel's code.
        members: the names of all who score; a member has one file.
        fingerprints: the candidates by letter, as the chair has them; a card on other
            candidates is refused.
        without_missing: whether to open although a member is missing.

    Raises:
        ValueError: the code is too short.

    """
    fold_code(code)
    opened = [(name, _open(name, data, code, fingerprints)) for name, data in files]
    problems = [result for _, result in opened if isinstance(result, Problem)]
    cards = [(n, result) for n, result in opened if isinstance(result, Scorecard)]
    found, doubts = _sort_by_member(cards, members)
    return _reveal(found, members, without_missing, [*problems, *doubts])


def _sort_by_member(
    cards: Sequence[tuple[str, Scorecard]], members: Sequence[str]
) -> tuple[dict[str, Scorecard], list[Problem]]:
    """Return the card of each member who has exactly one, and what is wrong."""
    known = {fold_name(member) for member in members}
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
            first[key], found[key] = name, card
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


def _open(
    name: str, content: bytes, code: str, fingerprints: Mapping[str, str]
) -> Scorecard | Problem:
    """Return one card, or why it stays shut."""
    envelope = _read_envelope(content)
    if envelope is None:
        return Problem(name, "scorecard_unreadable")
    key, check = _derive(code, envelope["salt"])
    if not compare_digest(check, envelope["check"]):
        return Problem(name, "scorecard_wrong_code")
    try:
        data = json.loads(Fernet(key).decrypt(envelope["sealed"]))
        card = TypeAdapter(Scorecard).validate_python(data)
    except (InvalidToken, ValueError, ValidationError, RecursionError):
        return Problem(name, "scorecard_changed")
    if card.member != envelope["member"] or not _is_sound(card):
        return Problem(name, "scorecard_changed")
    if dict(card.fingerprints) != dict(fingerprints):
        return Problem(name, "scorecard_other_candidates", {"value": card.member})
    return card


def _read_envelope(content: bytes) -> dict[str, Any] | None:
    """Return the parts of a sealed file, None if it is something else."""
    try:
        data = json.loads(content.decode("utf-8")) if len(content) <= MAX_BYTES else {}
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            return None
        return {
            "member": str(data["member"]),
            "salt": b64decode(data["salt"], validate=True),
            "check": b64decode(data["check"], validate=True),
            "sealed": str(data["sealed"]).encode("ascii"),
        }
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _is_sound(card: Scorecard) -> bool:
    """Say whether candidates are known, levels on the scale, no skill scored twice."""
    keys = [(score.candidate, score.skill) for score in card.scores]
    if not {candidate for candidate, _ in keys} <= set(card.fingerprints):
        return False
    levels = [s.level for s in card.scores if s.level is not None]
    return len(set(keys)) == len(keys) and all(0 <= level <= 5 for level in levels)
