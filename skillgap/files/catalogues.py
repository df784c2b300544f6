"""Translation catalogues: English is the source text, a .po file the translation."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from skillgap.settings import PACKAGE

LOCALE = PACKAGE / "locale"


@cache
def load_translations(language: str) -> NullTranslations:
    """Return the translations of a language; for English the texts themselves."""
    path = LOCALE / language / "LC_MESSAGES" / "skillgap.po"
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
