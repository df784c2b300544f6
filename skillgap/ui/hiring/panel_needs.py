"""What a panel scores against: fixed when it opened, changed only with a reason."""

import streamlit as st

from skillgap.domain.hiring.role_needs import continues
from skillgap.files.hiring.role_needs import write_role_needs
from skillgap.storage.panels import Panel, save_needs
from skillgap.ui.hiring.panel_state import leads_now, panel_needs
from skillgap.ui.hiring.role_state import current_needs, keep_needs
from skillgap.ui.language import translate as _
from skillgap.ui.pages import link_page
from skillgap.ui.session import engine


def offer_needs(panel: Panel) -> None:
    """Offer to change the needs on their page, and to take the change over."""
    before, needs = panel_needs(panel), current_needs()
    if before is None:
        return
    if needs == before:
        words = _("Change what the role asks, with a reason")
        link_page("hiring/needs", words, "target")
    elif continues(needs, before):
        st.button(
            _("Score against the needs as changed"),
            key="panel-needs",
            on_click=_take_needs,
            args=(panel,),
        )
    else:
        st.caption(
            _(
                "The page Role needs holds another role. To change what this panel "
                "asks, put its needs there (save yours first) and change them with a "
                "reason."
            )
        )
        st.button(
            _("Put this panel's needs on the page Role needs"),
            key="panel-needs-out",
            on_click=keep_needs,
            args=(before,),
        )


def _take_needs(panel: Panel) -> None:
    """Take over a change of the panel's needs; another role would hide what held."""
    before, needs = panel_needs(panel), current_needs()
    if leads_now(panel) and before is not None and continues(needs, before):
        save_needs(engine(), panel, write_role_needs(needs).decode())
