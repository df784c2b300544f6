"""Files that are no spreadsheet we read, told from their first bytes."""

import re

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "XLS (Excel 97-2003)"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"PAR1", "PARQUET"),
    (b"SQLite format", "SQLITE"),
    (b"{\\rtf", "RTF"),
    (b"BM", "BMP"),
)
_MARKUP = re.compile(rb"\s*(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|svg)", re.I)
_JSON = re.compile(rb"\s*(\xef\xbb\xbf)?\s*[\[{]\s*([\[{\"\]}]|-?[0-9])")
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"


def find_signature(content: bytes) -> str:
    """Return the kind of file its first bytes tell, an empty text if it may be CSV.

    A ZIP archive is told as ``ZIP``; an XLSX file is one, too.
    """
    head = content[:1024]
    if head.startswith((ZIP, EMPTY_ZIP)):
        return "ZIP"
    for sign, kind in _SIGNS:
        if head.startswith(sign) and (kind != "BMP" or b"\0" in head[:16]):
            return kind
    if _MARKUP.match(head):
        return "HTML / XML"
    return "JSON" if _JSON.match(head) else ""
