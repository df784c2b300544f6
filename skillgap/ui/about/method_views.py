"""How the figures come about, and what they cannot tell."""

import pandas as pd
import streamlit as st

from skillgap.ui.language import number, percent
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework


def show_formulas() -> None:
    """Show the formulas of gap, worth, plan, fit and rated share."""
    st.markdown(
        "\n".join(
            f"- {line}"
            for line in (
                _("**Level** 0 to 5: the last act of a skill you say you have done."),
                _("**Gap** = target minus level, never below 0; unknown if unrated."),
                _(
                    "**Worth** of a gap = 2 to the power of its weight, times 1 + ½ + "
                    "¼ …, one term a missing level; half of it if the next module "
                    "misses a prerequisite. To this a skill adds half of 2 to the "
                    "power of the weight of each asked skill that waits for it, a "
                    "quarter over one skill in between. Gaps and plans follow this "
                    "order."
                ),
                _(
                    "**Fit** = sum of weight times the smaller of level and target, "
                    "divided by the sum of weight times target, over rated skills. It "
                    "always stands beside the share of skills that are rated."
                ),
                _(
                    "**Plan**: the next step of each skill in the order of worth, with "
                    "what it needs before it, as far as your hours go; second steps "
                    "come after all first ones. The choice under your hours is exact, "
                    "and where that is not proven the plan names the skills it "
                    "concerns."
                ),
            )
        )
    )
    st.caption(
        _(
            "The numbers in the worth were chosen, not fitted: with 1.5 or 3 instead "
            "of 2, and a quarter or .7 instead of ½, the order hardly changes. On 24 "
            "profiles labelled by a mentor, our first five gaps are the mentor's in "
            "66 %; ordered by gap times weight, in 44 %."
        )
    )


def show_simulation() -> None:
    """Show how far claims and estimates err for people with known levels."""
    found = framework().simulation
    st.subheader(_("Tried on simulated people"), anchor=False)
    st.markdown(
        _(
            "{people} simulated people with known levels claimed, answered one round "
            "of checks from the real bank, and were estimated. The bias says how much "
            "more they claim than the estimate assumes, in levels."
        ).format(people=number(found.people))
    )
    st.table(_simulation_table(), hide_index=True)
    st.caption(
        _(
            "Errors are mean distances from the true level, in levels. People were "
            "drawn from the model itself: this shows that the arithmetic holds "
            "together, not that the model is right about you."
        )
    )


def _simulation_table() -> pd.DataFrame:
    rows = framework().simulation.rows
    return pd.DataFrame(
        {
            _("Bias"): [number(row.bias, 1) for row in rows],
            _("Error of the claim"): [number(row.claim_error, 2) for row in rows],
            _("Error of the estimate"): [number(r.estimate_error, 2) for r in rows],
            _("90 % interval holds the truth"): [percent(r.coverage) for r in rows],
        }
    )


def show_limits() -> None:
    """Say what nobody should read into the figures."""
    st.subheader(_("What this cannot tell"), anchor=False)
    lines = (
        _("Targets and weights are the authors' judgement of a solid mid-level "
          "practitioner; no public source gives them per skill."),
        _("Levels are treated as evenly spaced to rank gaps, not to measure effort."),
        _("Three checks a skill narrow an estimate; they do not settle it."),
        _("Nobody has validated this on Indonesian AI engineers. Try it out before it "
          "bears on anyone's job, and let a person decide."),
    )  # fmt: skip
    st.markdown("\n".join(f"- {line}" for line in lines))


def show_sources() -> None:
    """Name what research the choices rest on, with addresses."""
    st.subheader(_("Sources"), anchor=False)
    sources = (
        ("Mabe & West 1982, self-evaluation of ability (mean r = .29)",
         "https://asu.elsevierpure.com/en/publications/validity-of-self-evaluation-of-ability-a-review-and-meta-analysis"),
        ("Fernandes et al. 2024, AI users overestimate their performance",
         "https://arxiv.org/html/2409.16708v2"),
        ("Schmidt et al. 2022, self-rated skills of applicants",
         "https://doi.org/10.1007/s10869-022-09847-7"),
        ("Raaijmakers et al. 2019; Yan et al. 2023, feedback on self-assessment",
         "https://doi.org/10.1080/02602938.2021.2012644"),
        ("Borich 1980, weighted discrepancy (Journal of Teacher Education 31(3))", ""),
        ("Paulhus & Harms 2004, over-claiming (Intelligence 32)", ""),
    )  # fmt: skip
    st.markdown(
        "\n".join(
            f"- [{title}]({url})" if url else f"- {title}" for title, url in sources
        )
    )
