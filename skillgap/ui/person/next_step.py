"""The way on: at the end of a page, the one step that fits the person."""

import streamlit as st

from skillgap.domain.person.next_step import NextStep, Page, choose_next_step
from skillgap.domain.person.reality import checkable_skills
from skillgap.ui.choose import aimed_framework
from skillgap.ui.language import plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind, skill_names
from skillgap.ui.pages import open_assessment, open_check, open_page
from skillgap.ui.person.answers import asked_skills
from skillgap.ui.session import Visit, framework


def show_next_step(visit: Visit, here: Page, profile: str) -> None:
    """Offer the step that leads on, with why in one sentence."""
    answers = visit.levels().set_index("skill")["answer"]
    quick = asked_skills("quick", profile)
    missing = [skill for skill in quick if answers[skill] == "unrated"]
    claim = _heaviest_claim(visit, profile)
    step = choose_next_step(
        here,
        0 if visit.is_example else int((answers != "unrated").sum()),
        len(missing),
        claim,
        has_checked=bool(visit.answers),
    )
    words, why, icon = _sentences(step, len(missing), claim)
    with st.container(border=True, key="way-on"):
        heading = _("Next")
        st.markdown(f"**{heading}** · {why}")
        if st.button(words, key="next-step", icon=icon, type=main_kind()):
            _go(step, missing, claim)


def _heaviest_claim(visit: Visit, profile: str) -> str | None:
    """Return the heaviest skill with a bare claim that can be checked."""
    if visit.is_example:
        return None
    levels = visit.levels().set_index("skill")
    targets = aimed_framework().profiles[profile].targets
    checkable = set(
        checkable_skills(framework(), visit.levels(), visit.checks["check"])
    )
    bare = [
        skill
        for skill in targets
        if skill in checkable and levels.loc[skill, "basis"] == "claimed"
    ]
    return max(
        bare, key=lambda s: (targets[s].weight, levels.loc[s, "level"]), default=None
    )


def _sentences(step: NextStep, missing: int, claim: str | None) -> tuple[str, str, str]:
    """Return what the button says, why, and its icon."""
    name = plain(skill_names([claim])[0]) if claim else ""
    return {
        "begin": (
            _("Rate yourself"),
            _("A few answers of your own, and this page is about you."),
            ":material/checklist:",
        ),
        "rate": (
            translate_count(
                "Rate {count} more skill", "Rate {count} more skills", missing
            ),
            _("With these your profile is asked in every area."),
            ":material/checklist:",
        ),
        "check": (
            _("Check your claim: {skill}").format(skill=name),
            _("It weighs most, and nothing stands behind it yet but your word."),
            ":material/fact_check:",
        ),
        "plan": (
            _("What to learn first"),
            _("Your gaps in weeks, with a first step for this evening."),
            ":material/school:",
        ),
        "export": (
            _("Take your levels along"),
            _("A file of your own, to keep or to hand on."),
            ":material/folder_shared:",
        ),
    }[step]


def _go(step: NextStep, missing: list[str], claim: str | None) -> None:
    if step == "rate":
        open_assessment(missing[0], "quick")
    elif step == "check" and claim:
        open_check(claim)
    else:
        pages = {"begin": "assess", "plan": "plan", "export": "my_data"}
        open_page(f"person/{pages[step]}")
