"""The way round: the product's name, every page by audience, and the language.

Streamlit's own menu stays open over a phone's screen once it was opened, and its
entries are made before the language is known. A popover whose key holds the page is
closed on the next one.
"""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from skillgap.ui.choose import choose_language
from skillgap.ui.language import translate as _

# The head stands in the bar that Streamlit keeps for its own menu, left of its button.
# Below this width the pages are one popover, above it a row; a row of them takes 58 em.
NARROW = "60em"
STYLE = f"""<style>
.st-key-head {{
  position: relative; z-index: 1000000;
  margin-top: -4.25rem; width: calc(100% - 2.5rem);
}}
.st-key-menu-row > div {{ align-self: center; }}
@media (max-width: {NARROW}) {{ .st-key-menu-row {{ display: none; }} }}
@media (min-width: {NARROW}) {{ .st-key-menu-phone {{ display: none; }} }}
</style>"""


def show_menu(
    pages: Mapping[str, Sequence[StreamlitPage]], here: StreamlitPage
) -> None:
    """Show the product's name, the language, and all pages.

    Args:
        pages: by audience; those of "" stand in the row, the others in popovers.
        here: the page that is open.

    """
    st.html(STYLE)
    with st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        key="head",
    ):
        name = _("Skills gap")
        st.page_link(pages[""][0], label=f"**{name}**", icon=":material/radar:")
        with (
            st.container(key="menu-phone", width="content"),
            st.popover(_("Menu"), key=f"menu-{here.url_path}"),
        ):
            for audience, entries in pages.items():
                if audience:
                    st.caption(audience)
                _show_links(entries)
        choose_language()
    with st.container(
        key="menu-row", horizontal=True, gap="xsmall", vertical_alignment="center"
    ):
        _show_links(pages[""])
        for audience, entries in pages.items():
            if audience:
                key = f"menu-{entries[0].url_path}-{here.url_path}"
                with st.popover(audience, key=key, type="tertiary"):
                    _show_links(entries)


def _show_links(entries: Sequence[StreamlitPage]) -> None:
    for entry in entries:
        st.page_link(entry)
