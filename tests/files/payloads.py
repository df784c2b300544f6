"""Texts and files somebody might hand us, each harmless wherever it is opened.

Spreadsheets were seen to run what begins like a formula, and pages to run or fetch
what stood in a name. Our guards look at how a text begins and at its brackets, so a
sum and a bold word try them as well as anything that does harm.
"""

import io
import zipfile
from typing import NoReturn

from hypothesis import strategies as st

CELL_PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1", " =1",
    "\u00a0=1", "＝1+1", "\ufeff=1", "=A1", '=SUM(A1,"a")',
]  # fmt: skip
HARMLESS_CELLS = [
    "-1", "-5.5", "-5,5", "3", "007", "NA", "", "Sari", 'a","=1+1', "a=b", "'s Heer",
    "1:30", "no", "a\nb",
]  # fmt: skip
HTML_PAYLOADS = [
    "<b>x</b>", "<img src=x>", '"><b>x</b>', "![x](http://127.0.0.1:9911/b)",
    "[x](http://127.0.0.1:9911/)", "Sari \u202eNA",
]  # fmt: skip
NASTY = st.sampled_from([*CELL_PAYLOADS, *HARMLESS_CELLS, *HTML_PAYLOADS])
SIGNS = st.text(
    alphabet="=+-@＝＋－＠'\"`,;\t\r\n\0 \u00a0\ufeff\u200b1.aİ", max_size=12
)


def hostile_texts() -> st.SearchStrategy[str]:
    """Return payloads, mixtures of dangerous signs, and any text at all."""
    return NASTY | SIGNS | st.text(max_size=15) | st.tuples(SIGNS, NASTY).map("".join)


def give_up(_text: object) -> NoReturn:
    """Do as a JSON reader does with more levels than it goes down.

    Raises:
        RecursionError: always.

    """
    raise RecursionError("too many levels")


def zip_archive(text: bytes) -> bytes:
    """Return a text packed as a zip archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ratings.csv", text * 20)
    return packed.getvalue()
