"""The report on a team: one HTML file that needs no other.

Every text is escaped; there is no script, no link and nothing from elsewhere. Numbers
are those of ``review_files``, which the command line prints as well.
"""

from collections.abc import Iterable
from html import escape

from skillgap.domain.framework import Framework
from skillgap.domain.scale import Language
from skillgap.domain.team.state import label_people
from skillgap.files.hiring.record import Section
from skillgap.files.hiring.words import Speech
from skillgap.files.team.report_sections import compose_review
from skillgap.files.team.report_words import ReportWords
from skillgap.files.team.review import FileReview
from skillgap.files.wording import N_

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


def write_report(framework: Framework, found: FileReview, language: Language) -> bytes:
    """Return the review of a team as one HTML file in a language."""
    speech = Speech(language)
    day = found.call.today.isoformat()
    title = speech.say(N_("Skills of the team, {day}"), day=day)
    words = ReportWords(framework, speech, label_people(found.review.state.people))
    body = "\n".join(map(_section, compose_review(found, words)))
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
