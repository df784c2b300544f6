"""Tables of short cells, which a phone shows without scrolling sideways."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from skillgap.ui.language import plain


def show_table(
    columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], alt: str
) -> None:
    """Show short cells as a table whose texts break; markdown in them is not obeyed."""
    cells = [[plain(cell) for cell in row] for row in rows]
    table = pd.DataFrame(cells, columns=[plain(column) for column in columns])
    st.table(table, hide_index=True, border="horizontal", alt=alt)
