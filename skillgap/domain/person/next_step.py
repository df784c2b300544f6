"""The one step that leads a person on from where they are."""

from typing import Literal

Page = Literal["start", "gaps", "reality", "plan", "progress"]
NextStep = Literal["begin", "rate", "check", "plan", "export"]


def choose_next_step(
    here: Page, rated: int, unanswered: int, claim: str | None, *, has_checked: bool
) -> NextStep:
    """Return what leads on, never the page one is on.

    Who rated nothing begins; a set that was begun is finished first, because gaps and
    plans on half of it mislead; then one claim is checked, because a claim is not a
    fact; then comes the plan, and from the plan what one takes along.

    Args:
        here: the page.
        rated: skills answered.
        unanswered: skills of the quick set without an answer.
        claim: the skill whose bare claim weighs most, None if there is none to check.
        has_checked: whether any check was answered.

    """
    if not rated:
        return "begin"
    if unanswered and here != "plan":
        return "rate"
    if claim and not has_checked and here in ("start", "gaps"):
        return "check"
    return "export" if here == "plan" else "plan"
