"""Names of things in the reader's language, as charts and tables want them."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from skillgap.charts.gap_dots import DotNames
from skillgap.charts.radar import RadarNames
from skillgap.ui.language import label
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework

ButtonKind = Literal["primary", "secondary", "tertiary"]


def main_kind() -> ButtonKind:
    """Return the kind of the button to press next.

    On a dark page no one colour carries both white and coloured text that can be
    read, so the button stands out by its place alone.
    """
    return "secondary" if st.context.theme.type == "dark" else "primary"


def basis_names() -> dict[str, str]:
    """Return each basis in the reader's language."""
    return {
        "claimed": _("claimed"),
        "evidenced": _("evidenced"),
        "checked": _("checked"),
    }


def radar_names() -> RadarNames:
    """Return the names a radar's legend shows."""
    return RadarNames(
        level=_("My level"),
        target=_("Target"),
        previous=_("Earlier"),
        unknown=_("Not known yet"),
    )


def dot_names() -> DotNames:
    """Return the names a dot plot's legend shows."""
    return DotNames(_("Target"), _("Not rated"), _("Level"), basis_names())


def skill_names(skills: Iterable[str]) -> list[str]:
    """Return the names of skills in the reader's language."""
    return [label(framework().skills[skill].name) for skill in skills]
