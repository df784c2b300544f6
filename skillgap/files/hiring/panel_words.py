"""Why a panel does not allow something now, in words."""

from collections.abc import Sequence
from types import MappingProxyType

from skillgap.files.hiring.words import Speech
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


def describe_refusal(code: str, names: Sequence[str], speech: Speech) -> str:
    """Return the sentence of a ``PanelError``'s code and names."""
    return speech.say(REFUSALS[code], names=", ".join(names))
