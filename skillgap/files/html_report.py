"""Sections as one HTML file that needs no other.

Every text is escaped; there is no script, no link and nothing from elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from skillgap.domain.scale import Language
from skillgap.files.speech import Speech
from skillgap.files.svg import Svg

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;"
    "padding:0 1rem;color:#1b1f24;background:#fff}"
    "h1{line-height:1.2}div{overflow-x:auto}"
    "table{border-collapse:collapse;margin:1rem 0;font-size:.9rem}"
    "th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:start;"
    "vertical-align:top}th{background:#eef1f4}"
    "td{white-space:nowrap}.text,.long{white-space:normal}.long{min-width:16rem}"
    ".row{display:flex;flex-wrap:wrap;gap:1rem 2rem}"
    "figure{margin:1rem 0}svg{max-width:100%;height:auto}"
    ".small{width:180px;font-size:.9rem}"
    ".s1{background:#e3f2ee}.s2{background:#c2e3da}.s3{background:#93cdc0}"
    ".s4{background:#5fb3a3}.s5{background:#0b6b63;color:#fff}"
    "*{print-color-adjust:exact;-webkit-print-color-adjust:exact}"
    "@page{size:A4;margin:14mm}"
    "@media print{body{max-width:none;margin:0;padding:0;font-size:10pt;"
    "line-height:1.35}h1{font-size:18pt;margin:0}h2{font-size:13pt;margin:.9em 0 .3em;"
    "break-after:avoid}p{margin:.4em 0}table{font-size:8pt;margin:.5em 0}"
    "th,td{padding:.12rem .4rem}.text,.long{min-width:24mm}div{overflow:visible}"
    "p:has(+div){break-after:avoid}tr,p,figure,.kept{break-inside:avoid}"
    "figure{margin:.4em 0}.row{gap:0 1rem}"
    ".small{width:31mm;font-size:8pt}figure:not(.small) svg{max-height:88mm}}"
)
LONG, SHORT = 60, 12
STRONGEST = 5  # of the shades of a cell
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True)
class Figure:
    """A picture and, under a small one, what it is called."""

    picture: Svg
    caption: str = ""


@dataclass(frozen=True)
class Section:
    """A heading, paragraphs, pictures, a table (``columns`` empty if there is none).

    ``shades`` colours the cells of the table beside their text: of each row, by
    column, a strength of 1 to ``STRONGEST``; what is not there stays white.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    figures: tuple[Figure, ...] = ()
    shades: tuple[Mapping[int, int], ...] = ()


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
        f"<main>\n<h1>{_text(title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def _section(section: Section) -> str:
    parts = [f"<h2>{_text(section.title)}</h2>"]
    parts += [f"<p>{_text(paragraph)}</p>" for paragraph in section.paragraphs]
    if section.figures:
        figures = "\n".join(map(_figure, section.figures))
        row = f'<div class="row">\n{figures}\n</div>'
        parts = ['<div class="kept">', *parts, row, "</div>"]
    if section.rows:
        head = "".join(f'<th scope="col">{_text(c)}</th>' for c in section.columns)
        shades = section.shades or ({},) * len(section.rows)
        rows = "\n".join(map(_row, section.rows, shades))
        parts.append(
            f'<div role="region" tabindex="0" aria-label="{escape(section.title)}">'
            f"<table>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}\n</tbody></table></div>"
        )
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _figure(figure: Figure) -> str:
    if not figure.caption:
        return f"<figure>{figure.picture}</figure>"
    caption = f"<figcaption>{_text(figure.caption)}</figcaption>"
    return f'<figure class="small">{figure.picture}{caption}</figure>'


def _row(cells: Sequence[str], shades: Mapping[int, int]) -> str:
    data = "".join(
        f"{_open_cell(cell, shades.get(place, 0))}{_text(cell)}</td>"
        for place, cell in enumerate(cells[1:], start=1)
    )
    return f'<tr><th scope="row">{_text(cells[0])}</th>{data}</tr>'


def _open_cell(cell: str, shade: int) -> str:
    """Return what opens a cell.

    A short one, such as a date, stays in one line, a long one wide on a narrow screen.
    """
    if shade:
        return f'<td class="s{shade}">'
    if len(cell) <= SHORT:
        return "<td>"
    return '<td class="long">' if len(cell) > LONG else '<td class="text">'


def _text(text: str) -> str:
    """Return a text as HTML; writing from right to left stays within its place."""
    return f"<bdi>{escape(text)}</bdi>"
