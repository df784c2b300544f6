"""Bring the translation catalogue up to date with the sentences in the code."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
INDONESIAN = ROOT / "skillgap" / "locale" / "id" / "LC_MESSAGES" / "skillgap.po"
KEYWORDS = {"_": None, "N_": None, "translate_count": (1, 2)}


def extract_sentences() -> Catalog:
    """Return every sentence of the screen that the code marks for translation."""
    found = Catalog()
    for folder in ("skillgap", "pages"):
        sources = extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=KEYWORDS
        )
        for _file, _line, message, _comments, _context in sources:
            found.add(message)
    return found


def update_catalogue() -> list[str]:
    """Add new sentences, drop unused ones, and return what waits for a translation."""
    with INDONESIAN.open("rb") as source:
        catalogue = read_po(source, locale="id")
    catalogue.update(extract_sentences(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with INDONESIAN.open("wb") as target:
        write_po(target, catalogue, sort_output=True, no_location=True, width=88)
    return [str(m.id) for m in catalogue if m.id and not any(_texts(m.string or ""))]


def _texts(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else string


if __name__ == "__main__":
    for waiting in update_catalogue():
        print("to translate:", waiting)
