"""The notice for candidates: what was used, who decided, and how to object."""

from dataclasses import dataclass

from skillgap.files.speech import Speech
from skillgap.files.wording import N_

TITLE = N_("Notice for candidates")
USED = N_(
    "For the role “{role}” a panel used the ratings you handed over: the level of each "
    "skill, what it rests on, its date, and the evidence you chose to share. The role "
    "asks {count} skills."
)
FIXED = N_("What the role asks was fixed on {day}.")
OPEN = N_("What the role asks was not fixed before the comparison.")
CHANGED = N_("Changes since then: {count}. Reasons and all results are kept.")
FORMULA = N_(
    "Each level was turned into an estimate by a fixed formula whose numbers are "
    "published with this product. It believes a bare claim less than evidence. What "
    "you did not rate counts as unknown, never as zero."
)
SCORED = N_(
    "Members of the panel also scored you, each on their own, before they saw each "
    "other's scores."
)
PEOPLE = N_(
    "The product gives no order, no shortlist and no rejection. People decided, each "
    "with a name and a reason; you may ask for the reason that concerns you."
)
OBJECT = N_(
    "You may object to a decision based on automated processing alone, profiling "
    "included, and ask a person to look again (Indonesian Law 27 of 2022 on Personal "
    "Data Protection, article 10; GDPR, article 22). You may also see, correct, take "
    "with you or erase your data. Write to {contact}."
)
INVITED = N_("whoever invited you")


@dataclass(frozen=True)
class Notice:
    """What a notice must say of one selection.

    ``fixed_on`` is an ISO date, empty if the needs were never fixed. ``contact`` is
    where a candidate objects; empty stands for whoever invited them.
    """

    role: str
    skills: int
    fixed_on: str
    changes: int
    has_scores: bool
    contact: str


def write_notice(notice: Notice, speech: Speech) -> list[str]:
    """Return the paragraphs of the notice, its title first."""
    contact = notice.contact.strip() or speech.say(INVITED)
    parts = [
        speech.say(TITLE),
        speech.say(USED, role=notice.role, count=speech.number(notice.skills)),
        speech.say(FIXED, day=speech.day(notice.fixed_on))
        if notice.fixed_on
        else speech.say(OPEN),
    ]
    if notice.changes:
        parts.append(speech.say(CHANGED, count=speech.number(notice.changes)))
    parts.append(speech.say(FORMULA))
    if notice.has_scores:
        parts.append(speech.say(SCORED))
    return [*parts, speech.say(PEOPLE), speech.say(OBJECT, contact=contact)]
