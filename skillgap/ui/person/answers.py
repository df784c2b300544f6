"""Rating skills: one anchor chosen is one answer kept."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from skillgap.domain.framework import Skill, Target
from skillgap.domain.person.quick_set import choose_quick_set
from skillgap.domain.person.reading import levels_beside, seconds_to_answer
from skillgap.domain.ratings import empty_ratings, levels_on
from skillgap.domain.scale import LEVELS, Level
from skillgap.storage.ratings import (
    Rating,
    has_seen_check,
    load_ratings,
    remove_rating,
    save_rating,
)
from skillgap.ui.choose import aimed_framework, current_profile
from skillgap.ui.language import (
    current_language,
    label,
    long_date,
    number,
    plain,
    translate_count,
)
from skillgap.ui.language import translate as _
from skillgap.ui.session import (
    begin_visit,
    engine,
    ensure_visitor,
    find_visitor,
    framework,
    today,
)

UNSURE = "unsure"
EVIDENCE_FROM = 3


def asked_skills(mode: str, profile: str) -> list[str]:
    """Return the skills of a mode in framework order."""
    skills = list(framework().skills)
    if mode == "full":
        return skills
    aimed = aimed_framework()
    chosen = set(choose_quick_set(aimed.profiles[profile], aimed.area_of))
    return [skill for skill in skills if skill in chosen]


def minutes_for(skills: Iterable[str]) -> int:
    """Return about how many minutes it takes to read and answer some questions."""
    language = current_language()
    seconds = sum(seconds_to_answer(framework(), s, language) for s in skills)
    return max(1, round(seconds / 60))


def show_progress(
    place: DeltaGenerator, asked: list[str], levels: pd.DataFrame
) -> None:
    """Fill the progress bar: how many of the asked skills have an answer."""
    answered = set(levels.loc[levels["answer"] != "unrated", "skill"])
    waiting = [skill for skill in asked if skill not in answered]
    done = len(asked) - len(waiting)
    left = minutes_for(waiting)
    words = _("{done} of {asked}, about {minutes} left").format(
        done=number(done),
        asked=number(len(asked)),
        minutes=translate_count("{count} minute", "{count} minutes", left),
    )
    if done == len(asked):
        words = _("All {asked} answered").format(asked=number(len(asked)))
    place.progress(done / len(asked), text=words)


@st.fragment
def ask_skill(skill: str, progress: DeltaGenerator, asked: list[str]) -> None:
    """Ask for one skill; an answer reruns this question and the progress alone."""
    content = framework().skills[skill]
    latest = _latest_levels()
    row = latest.set_index("skill").loc[skill]
    with st.container(border=True, key=f"question-{skill.replace('.', '-')}"):
        st.subheader(plain(label(content.name)), anchor=False)
        st.caption(plain(label(content.definition)))
        _ask_level(skill, content, row)
        if row["answer"] != "unrated":
            _show_answer(skill, row)
    show_progress(progress, asked, latest)


def _latest_levels() -> pd.DataFrame:
    here = find_visitor()
    table = load_ratings(engine(), here) if here else empty_ratings()
    return levels_on(table, list(framework().skills))


def _ask_level(skill: str, content: Skill, row: pd.Series) -> None:
    key = f"level-{skill}"
    kept = {"rated": row["level"], "unsure": UNSURE}.get(row["answer"])
    st.session_state.setdefault(key, int(kept) if isinstance(kept, float) else kept)
    st.radio(
        plain(label(content.name)),
        [*LEVELS, UNSURE],
        index=None,
        format_func=_choices().__getitem__,
        key=key,
        horizontal=True,
        label_visibility="collapsed",
        on_change=_keep_level,
        args=(skill,),
    )
    chosen = st.session_state[key]
    if chosen in LEVELS:
        st.markdown(_anchors(skill, levels_beside(chosen), chosen))
    with st.expander(_("Read all levels")):
        st.markdown(_anchors(skill, LEVELS, chosen))


def _choices() -> dict[int | str, str]:
    """Return the names of the levels, and of not being able to say."""
    scale = framework().manifest.scale
    names: dict[int | str, str] = {
        level: f"{number(level)} {plain(label(scale[level].name))}" for level in LEVELS
    }
    return names | {UNSURE: _("I cannot say")}


def _anchors(skill: str, levels: Iterable[Level], chosen: int | str | None) -> str:
    """Return the acts that earn some levels as a list, the chosen one in bold."""
    lines = []
    for level in levels:
        act = plain(label(framework().anchor(skill, level)))
        lines.append(f"{level}. {f'**{act}**' if level == chosen else act}")
    return "\n".join(lines)


def _show_answer(skill: str, row: pd.Series) -> None:
    target = aimed_framework().profiles[current_profile()].targets.get(skill)
    if row["answer"] == "rated" and row["level"] >= EVIDENCE_FROM:
        key = f"evidence-{skill}"
        st.session_state.setdefault(key, row["evidence"])
        st.text_input(
            _("What shows it? One line: a link, a figure, a project and its month"),
            key=key,
            max_chars=500,
            placeholder=_("Optional. Without it the level counts as claimed."),
            on_change=_keep_level,
            args=(skill,),
        )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(_answer_in_words(row, target), width="content")
        if has_seen_check(engine(), ensure_visitor(), skill):
            st.caption(_("Locked by a check: a change becomes a new version."))
            return
        st.button(
            _("Take this answer back"),
            key=f"undo-{skill}",
            type="tertiary",
            icon=":material/undo:",
            on_click=_take_back,
            args=(skill, row["rated_on"]),
        )


def _answer_in_words(row: pd.Series, target: Target | None) -> str:
    saved = _("saved {day}").format(day=long_date(row["rated_on"]))
    if row["answer"] == "unsure":
        unknown = _("Not known yet, not counted as zero")
        return f":material/help: {unknown} · {saved}"
    level = framework().manifest.scale[int(row["level"])]  # type: ignore[index]
    words = f":material/check: **{number(row['level'])} · {label(level.name)}**"
    if target:
        name = label(aimed_framework().profiles[current_profile()].name)
        asked = _("{profile} asks {target}").format(profile=name, target=target.level)
        words = f"{words} · {asked}"
    return f"{words} · {saved}"


def _keep_level(skill: str) -> None:
    choice = st.session_state.get(f"level-{skill}")
    if choice is None or (choice != UNSURE and choice not in LEVELS):
        return
    person = ensure_visitor()
    evidence = str(st.session_state.get(f"evidence-{skill}", _kept_evidence(skill)))
    evidence = evidence.strip()
    level = None if choice == UNSURE else int(choice)
    save_rating(
        engine(),
        person,
        Rating(
            skill=skill,
            rated_on=today(),
            level=level,
            basis=begin_visit().basis_of(skill, level, evidence),
            framework=framework().version,
            evidence=evidence,
            profile=current_profile(),
        ),
    )


def _kept_evidence(skill: str) -> str:
    """Return the stored line: the field is not on the screen below level 3."""
    return str(_latest_levels().set_index("skill").loc[skill, "evidence"])


def _take_back(skill: str, rated_on: str) -> None:
    here = find_visitor()
    if here:
        remove_rating(engine(), here, skill, rated_on)
    for part in ("level", "evidence"):
        st.session_state.pop(f"{part}-{skill}", None)
