"""Doing a plan: a step is done with its proof, kept for sure, or left out."""

import pandas as pd
import streamlit as st

from skillgap.domain.person.plan import Step
from skillgap.domain.person.plan_choices import (
    PlanChoices,
    due_recalls,
    finish_module,
    finish_stage,
    note_recall,
)
from skillgap.domain.ratings import RATING_COLUMNS
from skillgap.storage.ratings import save_ratings
from skillgap.ui.choose import current_profile
from skillgap.ui.language import label, number, plain
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.pages import open_assessment
from skillgap.ui.person.kept_choices import (
    KEYS,
    add_module,
    current_choices,
    store_choices,
)
from skillgap.ui.session import begin_visit, engine, ensure_visitor, framework, today
from skillgap.ui.state import PLAN_FINISHED, PLAN_FINISHING

LONGEST_PROOF = 500


def step_key(step: Step) -> str:
    """Return what a step is called in keys: its module, and its part if it has some."""
    return step.module + (f".{step.stage}" if step.stages > 1 else "")


def offer_actions(step: Step, choices: PlanChoices, *, is_example: bool) -> None:
    """Offer to finish a step, to keep its module for sure, or to leave it out."""
    key = step_key(step)
    with st.container(horizontal=True):
        if not is_example:
            st.button(
                _("Done"),
                key=f"done-{key}",
                icon=":material/check:",
                on_click=_open_proof,
                args=(key,),
            )
        if step.module not in choices.pinned:
            st.button(
                _("This one for sure"),
                key=f"pin-{key}",
                type="tertiary",
                icon=":material/keep:",
                on_click=add_module,
                args=("pinned", step.module),
            )
        st.button(
            _("Not this one"),
            key=f"exclude-{key}",
            type="tertiary",
            icon=":material/block:",
            on_click=add_module,
            args=("excluded", step.module),
        )
    if not is_example and st.session_state.get(PLAN_FINISHING) == key:
        _ask_proof(step, key)


def show_finished() -> None:
    """Say once what was just done."""
    words = st.session_state.pop(PLAN_FINISHED, "")
    if words:
        st.success(words, icon=":material/check_circle:")


def show_due_recalls() -> None:
    """Ask, some weeks after a module, whether it is still known."""
    for key in due_recalls(current_choices(), today()):
        module = framework().modules[key]
        with st.container(border=True, key=f"recall-{key}"):
            words = _("Do you still know it? {module}")
            title = words.format(module=plain(label(module.title)))
            st.subheader(title, anchor=False)
            words = _(
                "Ten minutes, without notes. Write down how you would do this today: "
                "{outcome}\nThen compare with what you kept: {proof}"
            )
            text = words.format(
                outcome=label(module.outcome), proof=label(module.proof)
            )
            st.markdown("\n\n".join(map(plain, text.split("\n"))))
            with st.container(horizontal=True):
                st.button(
                    _("Still there"),
                    key=f"recalled-{key}",
                    icon=":material/check:",
                    on_click=_note_recall,
                    args=(key,),
                )
                if st.button(
                    _("Gone: rate it again"),
                    key=f"forgotten-{key}",
                    icon=":material/history:",
                ):
                    _note_recall(key)
                    open_assessment(next(iter(module.lifts)))


def _note_recall(module: str) -> None:
    store_choices(note_recall(current_choices(), module, today()))


def _open_proof(key: str) -> None:
    closes = st.session_state.get(PLAN_FINISHING) == key
    st.session_state[PLAN_FINISHING] = "" if closes else key


def _ask_proof(step: Step, key: str) -> None:
    """Ask for what proves a step, and say what its levels will be."""
    st.text_input(
        _("What proves it? A link, or one sentence"),
        key=f"proof-{key}",
        max_chars=LONGEST_PROOF,
    )
    if not step.is_last:
        st.checkbox(_("I did the whole module, not only this part"), key=f"whole-{key}")
    names = skill_names(lift.skill for lift in step.lifts)
    lifted = ", ".join(
        f"{plain(name)} {number(lift.to)}" for name, lift in zip(names, step.lifts)
    )
    words = _("With the module done your levels are, evidenced by it: {levels}")
    st.caption(words.format(levels=lifted))
    st.button(
        _("Save as done"),
        key=f"finish-{key}",
        type="primary" if st.context.theme.type != "dark" else "secondary",
        on_click=_finish,
        args=(step, key),
    )
    if st.session_state.get(f"unproved-{key}"):
        st.error(_("Without a proof it is only a claim: write a link or a sentence."))


def _finish(step: Step, key: str) -> None:
    """Keep a step as done: its stage, or with the last one the levels reached."""
    proof = str(st.session_state.get(f"proof-{key}", "")).strip()
    st.session_state[f"unproved-{key}"] = not proof
    if not proof:
        return
    st.session_state[PLAN_FINISHING] = ""
    choices = current_choices()
    title = plain(label(framework().modules[step.module].title))
    if step.is_last or st.session_state.get(f"whole-{key}"):
        proofs = dict.fromkeys((*choices.done.get(step.module, ()), proof))
        _lift(step, "; ".join(proofs)[:LONGEST_PROOF])
        choices = finish_module(choices, step.module, today())
        st.session_state[KEYS["pinned"]] = list(choices.pinned)
        words = _("Done: {module}. The plan goes on from there.")
    else:
        choices = finish_stage(choices, step.module, step.stage, proof)
        words = _("Part done: {module}. The plan goes on with the next part.")
    store_choices(choices)
    st.session_state[PLAN_FINISHED] = words.format(module=title)


def _lift(step: Step, proof: str) -> None:
    """Store the levels a module leads to, dated today, with their proof."""
    visit, person = begin_visit(), ensure_visitor()
    same = dict.fromkeys(RATING_COLUMNS, "") | {
        "rated_on": today(),
        "framework": framework().version,
        "evidence": proof,
        "profile": current_profile(),
    }
    rows = [
        {
            **same,
            "skill": lift.skill,
            "level": float(lift.to),
            "basis": visit.basis_of(lift.skill, lift.to, proof),
        }
        for lift in step.lifts
    ]
    save_ratings(engine(), person, pd.DataFrame(rows))
