"""The decision log: who decided what about whom, and why; nothing is proposed."""

from collections.abc import Callable

import streamlit as st

from skillgap.domain.hiring.scorecards import Decision
from skillgap.storage.panels import PanelError
from skillgap.storage.ratings import timestamp
from skillgap.ui.hiring.candidate_state import Lineup
from skillgap.ui.hiring.panel_state import refuse
from skillgap.ui.language import translate as _

FIELDS = ("who", "candidate", "outcome", "reason")


def offer_decision(lineup: Lineup, keep: Callable[[Decision], None]) -> None:
    """Ask for a decision on one candidate; without name and reason there is none."""
    names = dict(lineup.names)
    with st.form("decision", border=True):
        st.text_input(_("Who decides (name)"), key="decision-who", max_chars=120)
        st.selectbox(
            _("Candidate"),
            list(names),
            index=None,
            format_func=names.__getitem__,
            placeholder=_("Choose"),
            key="decision-candidate",
        )
        st.text_input(
            _("What was decided, in your words"), key="decision-outcome", max_chars=200
        )
        st.text_area(_("Reason"), key="decision-reason", max_chars=1000)
        st.form_submit_button(
            _("Record this decision"),
            key="decision-keep",
            on_click=_record,
            args=(keep,),
        )


def _record(keep: Callable[[Decision], None]) -> None:
    given = {f: str(st.session_state.get(f"decision-{f}") or "") for f in FIELDS}
    try:
        keep(Decision(on=timestamp(), **{f: text.strip() for f, text in given.items()}))
    except ValueError:
        refuse(
            _(
                "A decision has a name, a candidate, an outcome and a reason. "
                "Fill in all."
            )
        )
    except PanelError as error:
        refuse(error)
    else:
        for field in FIELDS[1:]:
            st.session_state.pop(f"decision-{field}", None)
