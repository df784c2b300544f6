"""How the numbers of a report come about, and what they cannot tell."""

from skillgap.domain.framework import Framework
from skillgap.files.speech import Speech
from skillgap.files.wording import N_

METHOD = N_("Method and limits")


def explain_numbers(framework: Framework, speech: Speech) -> tuple[str, ...]:
    """Return what level, basis, fit and unknown mean, and how far to trust them."""
    say = speech.say
    scale = ", ".join(
        f"{level} {each.name.in_language(speech.language)}"
        for level, each in framework.manifest.scale.items()
    )
    return (
        say(
            N_(
                "A level from 0 to 5 is the last act of a skill the person says they "
                "have done: {scale}."
            ),
            scale=scale,
        ),
        say(
            N_(
                "A claim is not a fact. Claimed is the person's own word; evidenced "
                "names something that can be looked at, which nobody has judged here; "
                "checked rests on at least two answered questions that speak for the "
                "level. Look at the evidence before anything depends on a level."
            )
        ),
        say(
            N_(
                "Fit is the sum of weight times the smaller of level and target, "
                "divided by the sum of weight times target, over rated skills only. "
                "It says nothing without the rated share beside it. It is no grade "
                "and ranks nobody."
            )
        ),
        say(
            N_(
                "A question mark, “not rated” and “cannot say” are unknown, which is "
                "not level 0. They count neither for the person nor against them."
            )
        ),
        say(
            N_(
                "Targets and weights are the authors' judgement of a solid mid-level "
                "practitioner; no public source gives them per skill."
            )
        ),
        say(
            N_(
                "Nobody has validated this on Indonesian AI engineers. Try it out "
                "before it bears on anyone's job, and let a person decide."
            )
        ),
    )
