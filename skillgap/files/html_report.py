"""Sections as one HTML file that needs no other.

Every text is escaped; there is no script, no link and nothing from elsewhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from skillgap.domain.scale import Language
from skillgap.files.speech import Speech

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;"
    "padding:0 1rem;color:#1b1f24;background:#fff}"
    "h1{line-height:1.2}div{overflow-x:auto}"
    "table{border-collapse:collapse;margin:1rem 0;font-size:.9rem}"
    "th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:start;"
    "vertical-align:top}th{background:#eef1f4}"
    "td.long{min-width:16rem}"
    "@media print{table{font-size:10px}}"
)
LONG = 60
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class Section:
    """A heading, paragraphs, and a table (``columns`` empty if there is none)."""

    title: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def say_section(
    title: str,
    paragraphs: tuple[str, ...],
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    speech: Speech,
) -> Section:
    """Return a section with title and columns in a language; none without rows."""
    named = tuple(map(speech.say, columns)) if rows else ()
    return Section(speech.say(title), paragraphs, named, tuple(rows))


def write_html(title: str, sections: Iterable[Section], language: Language) -> bytes:
    """Return a report in a language as one HTML file."""
    body = "\n".join(map(_section, sections))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{_text(title)}</h1>\n{body}\n</body>\n</html>\n"
    ).encode()


def _section(section: Section) -> str:
    parts = [f"<h2>{_text(section.title)}</h2>"]
    parts += [f"<p>{_text(paragraph)}</p>" for paragraph in section.paragraphs]
    if section.rows:
        head = "".join(f'<th scope="col">{_text(c)}</th>' for c in section.columns)
        rows = "\n".join(map(_row, section.rows))
        parts.append(
            f'<div role="region" tabindex="0" aria-label="{escape(section.title)}">'
            f"<table>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}\n</tbody></table></div>"
        )
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _row(cells: Iterable[str]) -> str:
    first, *others = cells
    data = "".join(f"{_open_cell(cell)}{_text(cell)}</td>" for cell in others)
    return f'<tr><th scope="row">{_text(first)}</th>{data}</tr>'


def _open_cell(cell: str) -> str:
    """Return what opens a cell; a long one stays wide on a narrow screen."""
    return '<td class="long">' if len(cell) > LONG else "<td>"


def _text(text: str) -> str:
    """Return a text as HTML; writing from right to left stays within its place."""
    return f"<bdi>{escape(text)}</bdi>"
