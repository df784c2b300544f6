"""The report on a comparison: one HTML file that needs no other, and CSV tables.

Every text is escaped; there is no script, no link and nothing from elsewhere. Numbers
are those of ``compare_candidates``, which pages and the command line show as well.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from html import escape

import pandas as pd

from skillgap.domain.hiring.comparison import Comparison
from skillgap.domain.hiring.masking import Mask
from skillgap.domain.hiring.scorecards import Decision
from skillgap.domain.scale import Language
from skillgap.files.hiring.panel_sections import compose_panel_sections
from skillgap.files.hiring.record import HiringRecord, Section
from skillgap.files.hiring.sections import compose_sections
from skillgap.files.hiring.words import Speech
from skillgap.files.safe_cells import escape_cell
from skillgap.files.wording import N_

LEVEL_COLUMNS = (
    "candidate", "skill", "target", "weight", "must_have", "level", "answer", "basis",
    "rated_on", "gap", "estimate", "low", "high", "chance", "state", "fit",
    "rated_share", "evidence",
)  # fmt: skip
DECISION_COLUMNS = ("decided_at", "who", "candidate", "outcome", "reason")
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;"
    "padding:0 1rem;color:#1b1f24;background:#fff}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}"
    "th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:start;"
    "vertical-align:top}th{background:#eef1f4}div{overflow-x:auto}"
    "@media print{table{font-size:11px}}"
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_hiring_html(record: HiringRecord, language: Language) -> bytes:
    """Return the whole report as one HTML file in a language."""
    speech = Speech(language)
    title = speech.say(
        N_("Comparison for the role {role}, {day}"),
        role=record.comparison.needs.name.in_language(language),
        day=record.made_on,
    )
    sections = [
        *compose_sections(record, speech),
        *compose_panel_sections(record, speech),
    ]
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
    if section.columns:
        head = "".join(f'<th scope="col">{_text(c)}</th>' for c in section.columns)
        rows = "\n".join(map(_row, section.rows))
        parts.append(
            f'<div role="region" tabindex="0" aria-label="{escape(section.title)}">'
            f"<table>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}\n</tbody></table></div>"
        )
    return "<section>\n" + "\n".join(parts) + "\n</section>"


def _row(cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<td>{_text(cell)}</td>" for cell in cells) + "</tr>"


def _text(text: str) -> str:
    """Return a text as HTML; writing from right to left stays within its place."""
    return f"<bdi>{escape(text)}</bdi>"


def write_comparison_csv(
    comparison: Comparison, names: Mapping[str, str], mask: Mask | None = None
) -> bytes:
    """Return every level, estimate and gap as CSV, one row per candidate and skill.

    Args:
        comparison: what is written; unknown numbers are empty cells.
        names: what each letter is called.
        mask: hides candidates in their evidence, too.

    """
    totals = comparison.totals[["candidate", "fit", "rated_share"]]
    table = comparison.rows.merge(totals, on="candidate")
    masked = mask.table(table) if mask else table
    named = masked.assign(
        candidate=masked["candidate"].map(dict(names)),
        must_have=masked["must_have"].astype(int),
    )
    return _write_csv(LEVEL_COLUMNS, named[list(LEVEL_COLUMNS)].to_numpy().tolist())


def write_scores_csv(
    scores: pd.DataFrame, names: Mapping[str, str], mask: Mask | None = None
) -> bytes:
    """Return scores as CSV; columns as in ``tabulate_scores``."""
    masked = mask.table(scores) if mask else scores
    named = masked.assign(candidate=masked["candidate"].map(dict(names)))
    return _write_csv(tuple(named.columns), named.to_numpy().tolist())


def write_decisions_csv(
    decisions: Iterable[Decision], names: Mapping[str, str], mask: Mask | None = None
) -> bytes:
    """Return the decision log as CSV, the oldest entry first."""

    def own(text: str) -> str:
        return mask.text(text) if mask else text

    rows = [
        (d.on, d.who, names[d.candidate], own(d.outcome), own(d.reason))
        for d in decisions
    ]
    return _write_csv(DECISION_COLUMNS, rows)


def _write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return buffer.getvalue().encode("utf-8")


def _cell(value: object) -> str:
    """Return a number without rounding errors, a text no spreadsheet runs."""
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.6f}".rstrip("0").rstrip(".")
    return escape_cell(str(value))
