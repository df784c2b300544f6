"""What to compare: an earlier day, and claims or what is supported."""

import pandas as pd
import streamlit as st

from skillgap.domain.ratings import previous_day
from skillgap.ui.language import long_date
from skillgap.ui.language import translate as _
from skillgap.ui.session import Visit
from skillgap.ui.state import COUNTING, EARLIER


def choose_earlier_day(visit: Visit) -> str | None:
    """Offer the days with ratings before the last one, if there are any."""
    days = visit.days()[:-1]
    if not days:
        return None
    if st.session_state.get(EARLIER) not in [None, *days]:
        del st.session_state[EARLIER]
    st.session_state.setdefault(EARLIER, previous_day(visit.days()))
    return st.selectbox(
        _("Compare with my levels on"),
        days[::-1],
        index=None,
        format_func={day: long_date(day) for day in days}.__getitem__,
        placeholder=_("No earlier day"),
        key=EARLIER,
        persist_state="session",
    )


def choose_counting(visit: Visit) -> pd.DataFrame:
    """Offer to count claims or only what is supported; return the levels to use."""
    names = {
        "claims": _("Count my claims"),
        "supported": _("Count what is supported"),
    }
    st.session_state.setdefault(COUNTING, "claims")
    st.segmented_control(
        _("Which levels count"),
        list(names),
        format_func=names.__getitem__,
        key=COUNTING,
        required=True,
        persist_state="session",
        wrap=True,
        help=_(
            "Supported: the most credible level from claim, evidence and checks. "
            "Without checks it can only lower a claim."
        ),
    )
    return current_levels(visit)


def counts_supported() -> bool:
    """Say whether only what is supported counts; usually claims do."""
    return bool(st.session_state.get(COUNTING) == "supported")


def current_levels(visit: Visit) -> pd.DataFrame:
    """Return the levels that count."""
    return visit.supported() if counts_supported() else visit.levels()
