"""What a panel hears in words: why something is not allowed now, and agreement."""

from collections.abc import Sequence
from types import MappingProxyType

from skillgap.domain.hiring.agreement import FEWEST_CANDIDATES, Agreement
from skillgap.files.speech import Speech
from skillgap.files.wording import N_

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
