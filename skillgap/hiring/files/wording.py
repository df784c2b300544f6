"""What hiring says in words: problems, candidates, a panel."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import pandas as pd

from skillgap.files.speech import BASES, Speech
from skillgap.files.wording import N_, Sentences
from skillgap.hiring.agreement import FEWEST_CANDIDATES, Agreement
from skillgap.hiring.candidates import Candidate, other_versions
from skillgap.hiring.needs import SkillChange

PROBLEMS = MappingProxyType(
    {
        # hiring: what a role asks, candidates, resumes, scorecards
        "needs_empty": N_("{where}: the file is empty. Choose a role's needs that were saved here."),
        "needs_without_skills": N_("{where}: {path} names no skill. Name at least one with level and weight."),
        "needs_reason_missing": N_("{where}: {path} is empty. Say why the fixed needs were changed."),
        "needs_change_early": N_("{where}: {path} is {value}, which lies before {before}. Put the changes in order of their days."),
        "must_have_not_asked": N_("{where}: the must-have “{value}” is not among the skills the role asks.{hint} Add it to the targets, or take it out."),
        "must_have_repeated": N_("{where}: the must-have “{value}” stands here twice. Keep it once."),
        "must_haves_many": N_("{where}: there are {value} must-haves. Somebody half a level above every one of them passes all with a chance of {chance} %, with {limit} of {usual} %. Keep the {limit} that nothing can make up for."),
        "candidates_few": N_("{where}: there are fewer than two candidates here ({value}). Add a file."),
        "candidates_many": N_("{where}: {value} is left out, because at most {limit} candidates are compared at once. Take out another file to see them."),
        "resume_not_utf8": N_("{where}: the file is not UTF-8 text. Save it again with UTF-8 encoding."),
        "resume_not_json": N_("{where}: this is not valid JSON ({value}). Export the resume again."),
        "resume_without_skills": N_("{where}: there is no list “skills”, so this is no JSON Resume. Export it as jsonresume.org/schema shows."),
        "resume_entry_faulty": N_("{where}: entry {value} of “skills” has no name, or keywords that are no texts. Correct it."),
        "resume_too_long": N_("{where}: the skills hold more than {limit} words. Shorten the list."),
        "resume_contradicts": N_("{where}: “{value}” and “{other}” mean the same skill ({skill}) at different levels, so it counts as unknown. Map one of the two to nothing."),
        "resume_to_map": N_("{where}: these words have no meaning yet and count as unknown: {value}. Say in a mapping which skills and levels they are."),
        "scorecard_unreadable": N_("{where}: this is no sealed scorecard. Choose the file a member exported here."),
        "scorecard_wrong_code": N_("{where}: the scorecard was sealed with another code. Check the code of the panel."),
        "scorecard_changed": N_("{where}: the scorecard was changed after it was sealed, or damaged. Ask the member for the file again."),
        "scorecard_other_candidates": N_("{where}: {value} scored other candidates, or the same in another order. Let everybody open the same files in the same order."),
        "scorecard_of_a_stranger": N_("{where}: {value} is not a member of this panel. Add the member, or leave the file out."),
        "scorecard_repeated": N_("{where}: {value} has a second scorecard ({other}), so neither is opened. Keep the one that counts."),
        "scorecard_missing": N_("{where}: no valid scorecard yet, so none is opened. Wait for it, or open without it and say so."),
        "scorecard_other_skills": N_("{where}: {value} scored skills that this role does not ask ({skills}). Let everybody load the same role."),
        "scorecard_stage_after": N_("{where}: {value} gave these scores after the discussion. They are opened once the first ones are."),
        "scorecard_stage_first": N_("{where}: {value} gave these scores before the discussion. Ask for those given after it."),
        "record_unreadable": N_("{where}: this is no record of a panel. Choose the file the chair saved here."),
        "record_wrong_code": N_("{where}: the record was sealed with another code. Check the code of the panel."),
        "record_changed": N_("{where}: the record was changed after it was saved, or damaged. Use another copy."),
    }
)  # fmt: skip
SENTENCES = Sentences(PROBLEMS)

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
MARKED = 1.0
HARSH = N_("lower than the others by a level or more")
MILD = N_("higher than the others by a level or more")
ALWAYS_THE_SAME = N_("always the same level: agreement with this member is undefined")
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


def describe_severity(row: Any, speech: Speech) -> str:
    """Return what stands out in a member's scores, an empty text if nothing does.

    Args:
        row: a row of ``measure_severity``.
        speech: the language.

    """
    return "; ".join(map(speech.say, _remarks(row.difference, row.is_constant)))


def _remarks(difference: float, is_constant: bool) -> Iterator[str]:
    if difference <= -MARKED:
        yield HARSH
    if difference >= MARKED:
        yield MILD
    if is_constant:
        yield ALWAYS_THE_SAME


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
