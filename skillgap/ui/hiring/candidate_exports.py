"""What a panel takes from a comparison: questions to ask, and files."""

import streamlit as st

from skillgap.domain.hiring.comparison import Comparison
from skillgap.domain.hiring.interview import Question, suggest_questions
from skillgap.files.hiring.record import HiringRecord
from skillgap.files.hiring.report import write_comparison_csv, write_hiring_html
from skillgap.files.hiring.words import ASKED_FOR
from skillgap.ui.hiring.candidate_state import Lineup
from skillgap.ui.language import current_language, label, plain, translate_count
from skillgap.ui.language import translate as _
from skillgap.ui.names import skill_names
from skillgap.ui.session import framework


def show_questions(comparison: Comparison, lineup: Lineup) -> None:
    """Show what to ask each candidate, with the act that earns the target level."""
    st.subheader(_("Suggested interview questions"), anchor=False)
    st.caption(
        _(
            "Must-haves and large differences that rest on a claim alone. Ask every "
            "candidate in the same words, and score the answer on the act."
        )
    )
    questions = suggest_questions(framework(), comparison)
    for letter in comparison.letters:
        own = [question for question in questions if question.candidate == letter]
        count = translate_count("{count} question", "{count} questions", len(own))
        with st.expander(f"{count} · {plain(lineup.names[letter])}"):
            for question in own:
                st.markdown(_words(question))


def _words(question: Question) -> str:
    name = plain(skill_names([question.skill])[0])
    claim = _("not rated")
    if question.claim is not None:
        claim = _("level {level}").format(level=question.claim)
    act = _("Act of the target level {target}: {act}").format(
        target=question.target, act=plain(label(question.anchor))
    )
    why = _(ASKED_FOR[question.reason])
    parts = [f"**{name}** · {claim} · {why}", act]
    if question.check is not None:
        check = framework().checks[question.check]
        asked = _("Ask (level {level}): {question}").format(
            level=question.check_level, question=plain(label(check.question))
        )
        parts.append(asked)
    return "  \n".join(parts)


def offer_downloads(record: HiringRecord) -> None:
    """Offer report and table; names are masked in them while they are on screen."""
    with st.container(horizontal=True):
        st.download_button(
            _("Report (HTML)"),
            data=write_hiring_html(record, current_language()),
            file_name=f"comparison-{record.made_on}.html",
            mime="text/html",
            key="comparison-html",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            _("Levels (CSV)"),
            data=write_comparison_csv(record.comparison, record.names, record.mask),
            file_name=f"comparison-{record.made_on}.csv",
            mime="text/csv",
            key="comparison-csv",
            icon=":material/download:",
            on_click="ignore",
        )
