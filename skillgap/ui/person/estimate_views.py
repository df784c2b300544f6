"""Claims beside estimates, and how sure against how right."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from skillgap.charts.intervals import IntervalNames, draw_intervals
from skillgap.charts.reliability import draw_reliability
from skillgap.domain.estimate import Estimate, ItemAnswer
from skillgap.domain.parameters import EstimateParameters
from skillgap.domain.person.calibration import ENOUGH, Calibration, measure_calibration
from skillgap.ui.choose import aimed_framework
from skillgap.ui.figures import show_figure
from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import Visit, framework


def show_results(visit: Visit, profile: str) -> None:
    """Show claim, estimate and interval of every checked skill, and words for each."""
    checked = [skill for skill in framework().skills if skill in visit.answers]
    checked = [skill for skill in checked if skill in visit.estimates]
    if not checked:
        return
    st.subheader(_("What the answers support"), anchor=False)
    claims = visit.levels().set_index("skill")["level"]
    rows = _interval_rows(visit, profile, checked)
    names = IntervalNames(_("Claim"), _("Estimate, 90 %"), _("Target"), _("Level"))
    show_figure(
        draw_intervals(rows.assign(label=skill_names(rows["skill"])), names),
        key="intervals",
        alt=_("Claim and estimate of {count} skills").format(count=len(rows)),
    )
    lines = [
        f"- **{plain(name)}**: {in_words(visit.estimates[skill], int(claims[skill]))}"
        + _unsupported(visit.answers[skill])
        for skill, name in zip(checked, skill_names(checked))
    ]
    st.markdown("\n".join(lines))


def _interval_rows(visit: Visit, profile: str, skills: list[str]) -> pd.DataFrame:
    claims = visit.levels().set_index("skill")["level"]
    targets = aimed_framework().profiles[profile].targets
    found = [visit.estimates[skill] for skill in skills]
    return pd.DataFrame(
        {
            "skill": skills,
            "claim": [claims[skill] for skill in skills],
            "level": [estimate.level for estimate in found],
            "low": [estimate.low for estimate in found],
            "high": [estimate.high for estimate in found],
            "target": [
                targets[skill].level if skill in targets else None for skill in skills
            ],
        }
    )


def in_words(estimate: Estimate, claim: int) -> str:
    """Return the estimate in words; a difference from the claim is said neutrally."""
    words = _("claimed {claim}, probably {level}, could be {low} to {high}").format(
        claim=number(claim),
        level=number(estimate.level),
        low=number(estimate.low),
        high=number(estimate.high),
    )
    if estimate.low <= claim <= estimate.high:
        return words
    return words + ". " + _("Worth another look.")


def _unsupported(answers: Sequence[ItemAnswer]) -> str:
    """Say so where no answer speaks for a claim: its estimate is then mere habit."""
    if any(answer.right for answer in answers):
        return ""
    words = translate_count(
        "{count} answer, and it does not speak for it.",
        "{count} answers, none of which speaks for it.",
        len(answers),
    )
    return f". {words}"


def show_calibration(visit: Visit) -> None:
    """Show how sure against how right, from twenty answers on; private."""
    st.subheader(_("How sure, how right"), anchor=False)
    answered = visit.checks[visit.checks["confidence"] != ""]
    found = measure_calibration(answered)
    if found is None:
        st.caption(
            _(
                "Not enough yet: {done} of {needed} answers. With fewer, chance speaks "
                "louder than you. Nobody else sees this."
            ).format(done=number(len(answered)), needed=number(ENOUGH))
        )
        return
    st.markdown(_calibration_words(found))
    names = {"sure": _("Sure"), "fairly": _("Fairly sure"), "guess": _("Guessing")}
    rows = found.by_confidence
    rows = rows.assign(label=[names[key] for key in rows["confidence"]])
    show_figure(
        draw_reliability(rows, _("How sure you were"), _("How often right")),
        key="reliability",
        alt=_("How often you were right for each degree of certainty"),
    )


def _calibration_words(found: Calibration) -> str:
    verdicts = {
        "too_sure": _("You were surer than right"),
        "not_sure_enough": _("You were right more often than sure"),
        "fits": _("How sure you were fits how right you were, as far as this tells"),
    }
    return _(
        "{verdict}: by {points} points (90 %: {low} to {high}) over {count} answers. "
        "Brier score {brier}; 0 is perfect, 0.25 is a coin."
    ).format(
        verdict=verdicts[found.verdict],
        points=number(100 * found.over),
        low=number(100 * found.low),
        high=number(100 * found.high),
        count=number(found.answers),
        brier=number(found.brier, 2),
    )


def show_parameters() -> None:
    """Show every number the estimate rests on, with its source."""
    parameters = framework().estimate
    rows = _list_parameters(parameters)
    table = pd.DataFrame(
        {
            _("Number"): [row[0] for row in rows],
            _("Value"): [number(r[1], 2) for r in rows],
        }
    )
    st.table(table, hide_index=True)
    for part in (
        parameters.prior,
        parameters.claim,
        parameters.evidence,
        parameters.check,
        parameters.pair,
    ):
        st.markdown(f"- {plain(label(part.source))}")


def _list_parameters(parameters: EstimateParameters) -> list[tuple[str, float]]:
    return [
        (_("Before anything is known: mean level"), parameters.prior.mean),
        (_("Before anything is known: spread"), parameters.prior.spread),
        (_("Claim: correlation with the level"), parameters.claim.validity),
        (_("Claim: leans upward by, in levels"), parameters.claim.bias),
        (_("Evidence: slope per level"), parameters.evidence.slope),
        (_("Evidence: share who give some anyway"), parameters.evidence.floor),
        (_("Check: slope per level"), parameters.check.slope),
        (_("Check: half right this far below its level"), parameters.check.offset),
        (_("Check: share of slips"), parameters.check.slip),
        (_("Interval"), parameters.decide.interval),
        (_("Two people: shared error of one's ratings"), parameters.pair.shared_error),
        (_("Two people: told apart from this chance on"), parameters.pair.told_apart),
    ]
