"""The reality check on the screen: checks, answers, and terms that may not exist."""

import streamlit as st

from skillgap.domain.learning import Check
from skillgap.domain.person.reality import (
    DONT_KNOW,
    ROUND,
    checkable_skills,
    choose_check,
    grade_choice,
    grade_number,
)
from skillgap.storage.checks import answer_check, ask_check
from skillgap.storage.ratings import set_basis
from skillgap.ui.choose import aimed_framework
from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import main_kind, skill_names
from skillgap.ui.session import Visit, begin_visit, engine, ensure_visitor, framework
from skillgap.ui.state import EXPLAINED, REALITY_SKILL


@st.fragment
def show_terms() -> None:
    """Offer a list of terms and say afterwards which do not exist.

    What is ticked stays in this page: it is in no score, no export, no database.
    """
    terms, foils = framework().terms, framework().foils
    names = {key: label(text) for key, text in terms.items()}
    names |= {key: label(foil.name) for key, foil in foils.items()}
    with st.expander(_("An exercise: terms, some of which do not exist")):
        words = _(
            "{count} of these terms are made up. Tick those you have worked with. Only "
            "you see the result; it is kept nowhere and counts for nothing."
        )
        st.markdown(words.format(count=number(len(foils))))
        ticked = st.pills(
            _("I have worked with"),
            sorted(names, key=lambda key: names[key].lower()),
            selection_mode="multi",
            format_func={key: plain(name) for key, name in names.items()}.__getitem__,
            key="terms",
        )
        if st.button(_("Which do not exist?"), key="terms-show"):
            _show_foils([key for key in ticked if key in foils])


def _show_foils(ticked: list[str]) -> None:
    foils = framework().foils
    st.markdown(
        translate_count(
            "You ticked {count} term that does not exist.",
            "You ticked {count} terms that do not exist.",
            len(ticked),
        )
        + " "
        + _("One slip is common among honest people; several are worth a thought.")
    )
    lines = [
        f"**{plain(label(f.name))}**: {plain(label(f.note))}" for f in foils.values()
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))


SURE = ("sure", "fairly", "guess")


def show_introduction(visit: Visit, profile: str) -> None:
    """Say what the check is and who sees it, before the first question."""
    st.markdown(
        _(
            "Short production scenarios on the skills that weigh most for your "
            "profile, at the levels you claim. About {count} questions, 5 to 15 "
            "minutes; you can stop at any time and go on later."
        ).format(count=number(ROUND))
    )
    st.markdown(
        _(
            "Only you see questions, answers and how sure you were. A claim is never "
            "overwritten: the estimate stands beside it. From the first question on a "
            "skill its rating is locked; a change becomes a new version."
        )
    )
    _choose_skill(visit)
    if _next_check(visit, profile) is None:
        st.info(
            _(
                "You have answered every question near your claims for this profile. "
                "Rate more skills or choose another profile to go on."
            )
        )
    elif st.button(_("Begin"), key="reality-begin", type=main_kind()):
        _ask_next(visit, profile)
        st.rerun()


def _choose_skill(visit: Visit) -> None:
    """Offer to aim at one claim; without a choice the heaviest claims are asked."""
    skills = checkable_skills(framework(), visit.levels(), visit.checks["check"])
    if st.session_state.get(REALITY_SKILL) not in [None, *skills]:
        st.session_state[REALITY_SKILL] = None
    st.selectbox(
        _("Claim to check"),
        skills,
        index=None,
        format_func=dict(zip(skills, skill_names(skills))).__getitem__,
        placeholder=_("Those that weigh most"),
        key=REALITY_SKILL,
        persist_state="session",
    )


def pending_check(visit: Visit) -> str | None:
    """Return the check that is shown and not answered yet."""
    waiting = visit.checks[visit.checks["answered_at"] == ""]
    known = [key for key in waiting["check"] if key in framework().checks]
    return known[0] if known else None


def explained_check(visit: Visit) -> str | None:
    """Return the check answered last in this session while it is explained."""
    key = st.session_state.get(EXPLAINED)
    return key if key in set(visit.checks["check"]) else None


def show_question(visit: Visit, key: str) -> None:
    """Ask one check, with "I don't know" beside the options and a confidence."""
    check = framework().checks[key]
    answered = int((visit.checks["answered_at"] != "").sum())
    place = answered % ROUND
    words = _("Question {place} of {count}").format(
        place=number(place + 1), count=number(ROUND)
    )
    st.progress(place / ROUND, text=words)
    skill = label(framework().skills[check.skill].name)
    with st.form(f"check-{key}", border=True):
        st.caption(plain(skill))
        st.markdown(plain(label(check.question)))
        response = _ask_response(key, check)
        sure = st.segmented_control(
            _("How sure are you?"), SURE, format_func=_sure_names().__getitem__,
            key=f"sure-{key}", wrap=True,
        )  # fmt: skip
        with st.container(horizontal=True):
            sent = st.form_submit_button(
                _("Answer"), key=f"answer-{key}", type=main_kind()
            )
            unknown = st.form_submit_button(_("I don't know"), key=f"unknown-{key}")
    if unknown:
        _keep(visit, key, DONT_KNOW, False, "")
    elif sent:
        _take(visit, key, check, response, sure)


def _ask_response(key: str, check: Check) -> int | str | None:
    if check.options:
        options = {i: plain(label(o)) for i, o in enumerate(check.options, start=1)}
        return st.radio(
            _("Your answer"),
            list(options),
            index=None,
            format_func=options.__getitem__,
            key=f"option-{key}",
        )
    unit = check.number.unit if check.number else None
    words = _("Your answer as a number")
    named = f"{words} ({label(unit)})" if unit else words
    return st.text_input(named, key=f"number-{key}", max_chars=30)


def _take(
    visit: Visit, key: str, check: Check, response: int | str | None, sure: str | None
) -> None:
    if response in (None, ""):
        st.warning(_("Choose or type an answer, or say that you don't know."))
        return
    if sure is None:
        st.warning(_("Say how sure you are; it stays with you."))
        return
    if check.number:
        right = grade_number(check.number, str(response))
        if right is None:
            st.warning(_("That is not a number. Type digits, such as 43.2 or 43,2."))
            return
    else:
        right = grade_choice(check, int(str(response)))
    _keep(visit, key, str(response), right, sure)


def _keep(visit: Visit, key: str, response: str, right: bool, sure: str) -> None:
    person = ensure_visitor()
    answer_check(engine(), person, key, response, right, sure)
    _refresh_basis(begin_visit(), framework().checks[key].skill)
    st.session_state[EXPLAINED] = key
    st.rerun()


def _refresh_basis(visit: Visit, skill: str) -> None:
    row = visit.levels().set_index("skill").loc[skill]
    if visit.person is None or row["answer"] != "rated":
        return
    basis = visit.basis_of(skill, int(row["level"]), str(row["evidence"]))
    set_basis(engine(), visit.person, skill, str(row["rated_on"]), basis)


def show_explanation(visit: Visit, key: str, profile: str) -> None:
    """Show the right answer and why, then offer the next question."""
    check = framework().checks[key]
    row = visit.checks.set_index("check").loc[key]
    with st.container(border=True, key=f"explained-{key}"):
        st.markdown(plain(label(check.question)))
        if row["response"] == DONT_KNOW:
            st.markdown(f":material/help: **{_sure_names()['unknown']}**")
        elif row["right"] == 1:
            right = _("Right")
            st.markdown(f":material/check_circle: **{right}**")
        else:
            wrong = _("Not this one")
            st.markdown(f":material/cancel: **{wrong}**")
        st.markdown(_("The answer: **{answer}**").format(answer=_right_answer(check)))
        st.markdown(plain(label(check.explanation)))
    if st.button(_("Next question"), key="reality-next", type=main_kind()):
        st.session_state.pop(EXPLAINED, None)
        _ask_next(visit, profile)
        st.rerun()
    if st.button(_("Stop here"), key="reality-stop", type="tertiary"):
        st.session_state.pop(EXPLAINED, None)
        st.rerun()


def _right_answer(check: Check) -> str:
    if check.options:
        return plain(label(check.options[(check.correct or 1) - 1]))
    assert check.number is not None
    unit = f" {label(check.number.unit)}" if check.number.unit else ""
    return plain(number(check.number.value, 2) + unit)


def _sure_names() -> dict[str, str]:
    return {
        "sure": _("Sure"),
        "fairly": _("Fairly sure"),
        "guess": _("Guessing"),
        "unknown": _("You said you don't know, which is an answer too"),
    }


def _next_check(visit: Visit, profile: str) -> str | None:
    return choose_check(
        framework(),
        aimed_framework().profiles[profile],
        visit.levels(),
        visit.checks["check"],
        visit.answers,
        st.session_state.get(REALITY_SKILL),
    )


def _ask_next(visit: Visit, profile: str) -> None:
    chosen = _next_check(visit, profile)
    if chosen:
        person = ensure_visitor()
        ask_check(engine(), person, chosen, framework().checks[chosen].skill)
