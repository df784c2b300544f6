"""Charts on the screen: the reader's decimal sign, a name for screen readers."""

import streamlit as st
from streamlit.elements.lib.streamlit_plotly_theme import GRAY_90

from skillgap.charts.style import Figure
from skillgap.ui.language import current_language

SEPARATORS = {"id": ",.", "en": ".,"}
# Streamlit puts the text of its theme here, when the theme is changed, too; the grey
# it would take for most of a chart has 3.7:1 on white.
INK = {"color": GRAY_90}


def show_figure(figure: Figure, key: str, alt: str) -> None:
    """Show a chart; ``alt`` says in one line what it shows.

    Nothing can be dragged, so that a finger over the chart scrolls the page. A tap
    reaches plotly twice then, and would be a double click, which fits the axes to the
    data.
    """
    figure.update_layout(
        separators=SEPARATORS[current_language()],
        dragmode=False,
        font=INK,
        hoverlabel={"font": INK},
    )
    for axes in (figure.update_xaxes, figure.update_yaxes):
        axes(tickfont=INK, title={"font": INK})
    st.plotly_chart(
        figure,
        key=key,
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False},
        alt=alt,
    )
