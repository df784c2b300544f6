"""Terms, some of which do not exist: disclosed beforehand, kept nowhere."""

import streamlit as st

from skillgap.ui.language import label, number, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.session import framework


@st.fragment
def show_terms() -> None:
    """Offer a list of terms and say afterwards which do not exist.

    What is ticked stays in this page: it is in no score, no export, no database.
    """
    terms, foils = framework().terms, framework().foils
    names = {key: label(text) for key, text in terms.items()}
    names |= {key: label(foil.name) for key, foil in foils.items()}
    with st.expander(_("An exercise: terms, some of which do not exist")):
        words = _(
            "{count} of these terms are made up. Tick those you have worked with. Only "
            "you see the result; it is kept nowhere and counts for nothing."
        )
        st.markdown(words.format(count=number(len(foils))))
        ticked = st.pills(
            _("I have worked with"),
            sorted(names, key=lambda key: names[key].lower()),
            selection_mode="multi",
            format_func={key: plain(name) for key, name in names.items()}.__getitem__,
            key="terms",
        )
        if st.button(_("Which do not exist?"), key="terms-show"):
            _show_foils([key for key in ticked if key in foils])


def _show_foils(ticked: list[str]) -> None:
    foils = framework().foils
    st.markdown(
        translate_count(
            "You ticked {count} term that does not exist.",
            "You ticked {count} terms that do not exist.",
            len(ticked),
        )
        + " "
        + _("One slip is common among honest people; several are worth a thought.")
    )
    lines = [
        f"**{plain(label(f.name))}**: {plain(label(f.note))}" for f in foils.values()
    ]
    st.markdown("\n".join(f"- {line}" for line in lines))
