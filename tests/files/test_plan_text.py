"""A plan as Markdown."""

from dataclasses import replace

import pytest
from hypothesis import given

from skillgap.domain.person.plan import Deferred, OpenGap
from skillgap.domain.scale import Text
from skillgap.files.plan_text import write_plan_text
from tests.papers import framework_of, paper_of, papers, with_git

WHOLE = """\
# Learning plan: Role

13 h in 2 modules, 10 h a week, Feb 2 – 15, 2026. Each week stands below with \
what to do, what to show for it, and what to read.

## Week 1, Feb 2 – 8, 2026

### git-two

- This week: 5 h
- **Why**: a.git is at level 0, the profile asks 2, and it weighs 5 of 5.
- **Afterwards you can**: outcome
- **Practice**: practice
- **Proof**: proof
- [Title](<https://example.org/>) (Example, in English, 2 h, free)

### sql-two

- Part 1 of 2: Goal 1
- This week: 5 h
- **Why**: b.sql is at level 0, the profile asks 2, and it weighs 2 of 5.
- **Afterwards you can**: outcome
- **Practice**: practice
- **Proof**: proof

## Week 2, Feb 9 – 15, 2026

**sql-two** goes on: 1 h
"""


def text_of(paper):
    """Return a plan as Markdown with plain spaces in its dates."""
    return write_plan_text(paper).decode().replace("\u2009", " ")


def with_open(**more):
    """Return a plan that leaves something."""
    paper = paper_of()
    return replace(paper, plan=replace(paper.plan, **more))


def test_it_reads_as_a_plan():
    text = text_of(paper_of(framework_of(stages=(6, 2)), hours_per_week=10))

    assert text.startswith(WHOLE)


def test_small_checks_have_their_days():
    section = text_of(paper_of(hours_per_week=10)).split("## Do you still know it?")[1]

    assert [line for line in section.splitlines() if line.startswith("- ")] == [
        "- Feb 22, 2026: git-two",
        "- Mar 1, 2026: sql-two",
        "- Mar 22, 2026: git-two",
        "- Mar 29, 2026: sql-two",
    ]


def test_what_stays_open_stands_under_its_reason():
    gaps = (
        OpenGap("a.git", 1, 3, "no_time"),
        OpenGap("b.sql", 0, 2, "no_time"),
    )

    section = text_of(with_open(left_open=gaps)).split("## Left open")[1]

    assert section == "\n\n- Does not fit into the weeks you gave. a.git; b.sql\n"


def test_what_waits_says_for_what_and_what_is_unknown_is_asked():
    plan = with_open(not_yet=(Deferred("b.sql", {"a.git": 2}),), ask_first=("a.git",))

    section = text_of(plan).split("## Not yet, because")[1]

    assert section == (
        "\n\n- b.sql waits for a.git\n\n## Rate these first\n\n- a.git\n"
    )


def test_an_unrated_prerequisite_is_named():
    paper = paper_of()
    steps = tuple(replace(step, unrated=("b.sql",)) for step in paper.plan.steps[:1])

    text = text_of(replace(paper, plan=replace(paper.plan, steps=steps)))

    assert "- Takes for granted what you have not rated yet: b.sql" in text


def test_a_plan_without_steps_says_so():
    text = text_of(paper_of(known="skill level\na.git 2\nb.sql 2"))

    assert text == "# Learning plan: Role\n\nThe plan has no step.\n"


def test_it_speaks_the_language():
    text = text_of(paper_of(framework_of(stages=(6, 2)), language="id"))

    assert text.startswith("# Rencana belajar: Role\n\n13 jam dalam 2 modul, 4 jam")
    for words in ("## Minggu ke-1, 2–8 Feb 2026", "- **Bukti**: proof", "Tujuan 1"):
        assert words in text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("[a](http://x.y)", r"\[a\](http://x.y)"),
        ("![a](b)", r"!\[a\](b)"),
        ("<script>", r"\<script\>"),
        ("&lt;", r"\&lt;"),
        (r"\*", r"\\\*"),
        ("a\n# b", r"a \# b"),
        ("~~a~~ $b$", r"\~\~a\~\~ \$b\$"),
        ("1. a - b", "1. a - b"),
    ],
)
def test_a_title_is_shown_as_written(title, shown):
    changed = with_git(title=Text(title, title))
    text = text_of(paper_of(changed))

    assert f"\n### {shown}\n" in text


def test_an_address_cannot_end_its_link():
    found = framework_of()
    odd = replace(found.resources["r1"], url="https://x.y/a b>)<i>\\")

    text = text_of(paper_of(replace(found, resources={"r1": odd})))

    assert "[Title](<https://x.y/a%20b%3E)%3Ci%3E%5C>) (Example" in text


@given(papers())
def test_every_step_is_explained_exactly_once(paper):
    text = text_of(paper)

    proofs = text.count("**Proof**") + text.count("**Bukti**")
    assert proofs == len(paper.plan.steps)
    for step in paper.plan.steps:
        assert text.count(f"\n### {step.module}\n") == 1
