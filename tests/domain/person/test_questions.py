"""Which unknown skills are asked about first."""

from skillgap.domain.person.questions import choose_questions
from tests.frameworks import small_framework
from tests.plans import learner_of
from tests.tables import levels

SKILLS = """
    skill   builds_on
    a.git   .
    a.ci    a.git
    b.sql   .
    b.viz   .
    c.nlp   .
    c.rag   .
"""
MODULES = "module lifts needs hours\n" + "\n".join(
    f"{name} {name}:0-3 . 9" for name in ("a.git", "a.ci", "b.sql", "b.viz", "c.nlp")
)
TARGETS = """
    skill  target  weight
    a.git  2       3
    a.ci   2       5
    b.sql  2       4
    b.viz  2       1
    c.nlp  2       2
"""


def questions(known):
    framework = small_framework(SKILLS, MODULES, TARGETS)
    return choose_questions(learner_of(framework, levels(f"skill level\n{known}")))


def test_who_rated_everything_asked_is_asked_nothing():
    assert questions("a.git 0\na.ci 0\nb.sql 0\nb.viz 0\nc.nlp 0\nc.rag ?") == ()


def test_the_four_that_could_change_most_are_asked():
    """git inherits 16 from ci, which waits for it and counts half: 28, 24, 24, 6, 3."""
    assert questions("c.rag 0") == ("a.git", "a.ci", "b.sql", "c.nlp")


def test_a_heavy_skill_that_cannot_be_said_is_a_question_and_no_step():
    assert questions("a.git 3\na.ci ?\nb.sql 2\nb.viz 2\nc.nlp 0") == ("a.ci",)
