"""Which unknown skills to ask about before a plan is made."""

from skillgap.domain.person.learner import Learner
from skillgap.domain.person.worth import measure_worth

MOST_QUESTIONS = 4  # what one answers at once, in two minutes


def choose_questions(learner: Learner) -> tuple[str, ...]:
    """Return the unknown skills whose answer could change a plan most, at most four.

    That is what a step in each would be worth if it stood at 0, as each of them might:
    what weighs, and what others might wait for. Skills that are not asked and that no
    asked one builds on are left out.
    """
    unknown = [
        skill for skill in learner.framework.skills if skill not in learner.levels
    ]
    worths = measure_worth(learner, {**dict.fromkeys(unknown, 0), **learner.levels})
    return tuple(skill for skill in worths if skill in unknown)[:MOST_QUESTIONS]
