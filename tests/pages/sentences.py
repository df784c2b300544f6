"""What the screen says, in either language."""

from skillgap.files.catalogues import load_translations


def said(language: str, sentence: str, **values: str) -> str:
    """Return a sentence of the screen in a language, its blanks filled in."""
    return load_translations(language).gettext(sentence).format(**values)
