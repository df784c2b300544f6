"""Charts on the screen: the reader's decimal sign, a name for screen readers."""

import streamlit as st

from skillgap.charts.style import Figure
from skillgap.ui.language import current_language

SEPARATORS = {"id": ",.", "en": ".,"}


def show_figure(figure: Figure, key: str, alt: str, static: bool = False) -> None:
    """Show a chart; ``alt`` says in one line what it shows.

    A chart that cannot be dragged keeps its axes: a tap of a finger on it reaches
    plotly twice, and would be a double click, which fits the axes to the data.
    """
    figure.update_layout(separators=SEPARATORS[current_language()])
    fixed = {"doubleClick": False} if figure.layout.dragmode is False else {}
    st.plotly_chart(
        figure,
        key=key,
        config={
            "displayModeBar": False,
            "scrollZoom": False,
            "staticPlot": static,
            **fixed,
        },
        alt=alt,
    )
