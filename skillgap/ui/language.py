"""The reader's language: sentences, framework texts, numbers and dates in it."""

import re
from datetime import date

import streamlit as st
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from skillgap.domain.scale import LANGUAGES, Language, Text
from skillgap.files.catalogues import load_translations
from skillgap.files.speech import Speech
from skillgap.ui.state import LANGUAGE

NAMES = {"id": "Bahasa Indonesia", "en": "English"}


def current_language() -> Language:
    """Return the language chosen, else the browser's, else Indonesian."""
    chosen = st.session_state.get(LANGUAGE)
    return chosen if chosen in LANGUAGES else browser_language()


def browser_language() -> Language:
    """Return English if the browser asks for it, Indonesian otherwise."""
    locale = (st.context.locale or "").lower()
    return "en" if locale.startswith("en") else "id"


def translate(text: str) -> str:
    """Return a sentence of the screen in the reader's language."""
    return load_translations(current_language()).gettext(text)


def translate_count(one: str, many: str, count: int, **blanks: str) -> str:
    """Return the sentence for a number of things, number and blanks filled in."""
    found = load_translations(current_language()).ngettext(one, many, count)
    return found.format(count=number(count), **blanks)


def label(text: Text) -> str:
    """Return a text of the framework in the reader's language."""
    return text.in_language(current_language())


def number(value: float, digits: int = 0) -> str:
    """Return a number in the reader's format, without trailing zeros."""
    pattern = "#,##0." + "#" * digits if digits else "#,##0"
    return format_decimal(round(value, digits), pattern, locale=current_language())


def percent(share: float, digits: int = 0) -> str:
    """Return a share of 0 to 1 as a percentage in the reader's format."""
    pattern = "#,##0." + "0" * digits + "%" if digits else None
    return format_percent(share, pattern, locale=current_language())


def speech() -> Speech:
    """Return how the reader's language says what stands in exports, too."""
    return Speech(current_language())


def long_date(day: str) -> str:
    """Return an ISO date as the reader writes it; an empty text stays empty."""
    if not day:
        return ""
    return format_date(date.fromisoformat(day), "long", locale=current_language())


def plain(text: str) -> str:
    """Return a text whose markdown signs are shown, not obeyed."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def announce_language() -> None:
    """Tell the browser, and with it screen readers, which language the page is in."""
    _document_language(key="document_language", data=current_language())


_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+!|~$:<>&=^-]")
_document_language = st.components.v2.component(
    "skillgap_document_language",
    js="export default ({ data }) => { document.documentElement.lang = data; }",
)
