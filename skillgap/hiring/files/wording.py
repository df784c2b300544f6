"""What a comparison of candidates says in words, on screen and in exports."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pandas as pd

from skillgap.files.speech import BASES, Speech
from skillgap.files.wording import N_
from skillgap.hiring.agreement import FEWEST_CANDIDATES, Agreement
from skillgap.hiring.candidates import Candidate, other_versions
from skillgap.hiring.needs import SkillChange

CANDIDATE = N_("Candidate")
STATES = MappingProxyType(
    {
        "met": N_("met"),
        "not_met": N_("not met"),
        "cannot_tell": N_("cannot tell: ask"),
    }
)
ASKED_FOR = MappingProxyType(
    {
        "must_have": N_("a must-have"),
        "difference": N_("the candidates differ, and this level is only claimed"),
    }
)
NO_RANKING = N_(
    "No ranking: the candidates stand in the order of their files. Levels are their "
    "own ratings, what is not rated is unknown and not zero, and people decide, each "
    "time with a reason."
)
ADDED = N_("added, target {level}, weight {weight}")
LEFT_OUT = N_("left out")
TARGET_MOVED, WEIGHT_MOVED = N_("target {old} → {new}"), N_("weight {old} → {new}")
NOW_MUST, NO_LONGER_MUST = N_("now a must-have"), N_("no longer a must-have")
NEEDS_OPEN = N_("The needs of the role were not fixed before this comparison.")
OTHER_VERSION = N_(
    "{name} rated on framework {versions}; the present one is {present}. The acts that "
    "earn a level may have changed."
)
NOT_KNOWN = N_(
    "{first} and {second} rated no skill in common: nothing can be said about the two."
)
NOT_TOLD_APART = N_(
    "{first} and {second} cannot be told apart: the chance that {second} is above "
    "{first} is {chance} (skills both rated: {count})."
)
TOLD_APART = N_(
    "{upper} is above {lower} with a chance of {chance} (skills both rated: {count})."
)


def describe_state(row: Any, speech: Speech) -> str:
    """Return whether a target is met, always with what that rests on.

    Args:
        row: a row of ``Comparison.rows``.
        speech: the language.

    """
    state = speech.say(STATES[row.state])
    if pd.isna(row.level):
        unrated = speech.say(N_("not rated"))
        return f"{state} ({unrated})"
    level = speech.say(N_("level {level}"), level=int(row.level))
    return f"{state} ({level}, {speech.say(BASES[row.basis])})"


def describe_pair(pair: Any, names: Mapping[str, str], speech: Speech) -> str:
    """Return what can be said about two candidates.

    Args:
        pair: a row of ``compare_totals`` or ``compare_pairs``.
        names: what each letter is called.
        speech: the language.

    """
    first, second = names[pair.first], names[pair.second]
    if pd.isna(pair.chance):
        return speech.say(NOT_KNOWN, first=first, second=second)
    blanks = {"count": speech.number(pair.shared)}
    if not pair.above:
        chance = speech.chance(pair.chance)
        return speech.say(
            NOT_TOLD_APART, first=first, second=second, chance=chance, **blanks
        )
    upper, lower = (second, first) if pair.above == pair.second else (first, second)
    likely = speech.chance(max(pair.chance, 1 - pair.chance))
    return speech.say(TOLD_APART, upper=upper, lower=lower, chance=likely, **blanks)


def describe_versions(
    candidates: Iterable[Candidate],
    present: str,
    names: Mapping[str, str],
    speech: Speech,
) -> list[str]:
    """Return a sentence for each candidate who rated on another framework version."""
    return [
        speech.say(
            OTHER_VERSION,
            name=names[candidate.letter],
            versions=", ".join(others),
            present=present,
        )
        for candidate in candidates
        if (others := other_versions(candidate, present))
    ]


def describe_skill_change(change: SkillChange, name: str, speech: Speech) -> str:
    """Return what happened to a skill, shown under a name, in a change of the needs."""
    say, old, new = speech.say, change.before, change.after
    if old is None and new is not None:
        said = [say(ADDED, level=new.level, weight=new.weight)]
    elif new is None or old is None:
        said = [say(LEFT_OUT)]
    else:
        moves = (
            (TARGET_MOVED, old.level, new.level),
            (WEIGHT_MOVED, old.weight, new.weight),
        )
        said = [say(words, old=a, new=b) for words, a, b in moves if a != b]
    if change.was_must != change.is_must:
        said.append(say(NOW_MUST if change.is_must else NO_LONGER_MUST))
    return f"{name}: {', '.join(said)}"


REFUSALS = MappingProxyType(
    {
        "not_a_member": N_("Nobody of that name is on the panel. Check the spelling."),
        "seat_taken": N_(
            "Somebody scores under this name in another browser. If that was you, ask "
            "the chair to free the seat."
        ),
        "has_a_seat": N_("This browser already scores for {names}."),
        "submitted": N_("The first scores are submitted and can no longer change."),
        "excused": N_("The panel goes on without this member."),
        "no_scores": N_("There is nothing to submit yet. Score at least one skill."),
        "nobody_left": N_("At least one member stays on the panel."),
        "needs_open": N_(
            "Fix what the role asks before the first candidate is opened."
        ),
        "too_many": N_("A panel holds at most 26 candidates."),
        "sealed": N_("Sealed until these members have submitted: {names}."),
        "no_candidate": N_("There is no such candidate in this panel."),
    }
)
AGREEMENT = N_("Agreement {value}, n = {count} candidates")
AGREEMENT_FEW = N_(
    "n = {count} candidates: agreement is not shown under {limit}, it would be chance."
)
AGREEMENT_CONSTANT = N_(
    "n = {count} candidates: agreement is undefined, because fewer than two members "
    "gave more than one level."
)
AGREEMENT_UNDEFINED = N_(
    "n = {count} candidates: agreement is undefined, too little was rated by both."
)


def describe_refusal(code: str, names: Sequence[str], speech: Speech) -> str:
    """Return the sentence of a ``PanelError``'s code and names."""
    return speech.say(REFUSALS[code], names=", ".join(names))


def describe_agreement(agreement: Agreement, speech: Speech) -> str:
    """Return a coefficient with its n, or why there is none."""
    count = speech.number(agreement.candidates)
    if agreement.state == "constant":
        return speech.say(AGREEMENT_CONSTANT, count=count)
    if agreement.value is None:
        return speech.say(AGREEMENT_UNDEFINED, count=count)
    if not agreement.is_shown:
        limit = speech.number(FEWEST_CANDIDATES)
        return speech.say(AGREEMENT_FEW, count=count, limit=limit)
    return speech.say(AGREEMENT, value=speech.number(agreement.value, 2), count=count)


def name_agreement(agreement: Agreement, speech: Speech) -> str:
    """Return a coefficient, or in a word why there is none."""
    if agreement.value is None:
        return speech.say(N_("undefined"))
    if not agreement.is_shown:
        return speech.say(N_("not shown"))
    return speech.number(agreement.value, 2)
