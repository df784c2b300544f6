"""The report on a comparison as HTML, and its tables as CSV.

Numbers are those of ``compare_candidates``, which pages and the command line show, too.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from skillgap.domain.hiring.comparison import Comparison
from skillgap.domain.hiring.masking import Mask
from skillgap.domain.hiring.scorecards import Decision
from skillgap.domain.scale import Language
from skillgap.files.hiring.panel_sections import compose_panel_sections
from skillgap.files.hiring.record import HiringRecord
from skillgap.files.hiring.sections import compose_sections
from skillgap.files.html_report import write_html
from skillgap.files.safe_cells import escape_cell
from skillgap.files.speech import Speech
from skillgap.files.wording import N_

LEVEL_COLUMNS = (
    "candidate", "skill", "target", "weight", "must_have", "level", "answer", "basis",
    "rated_on", "gap", "estimate", "low", "high", "chance", "state", "fit",
    "rated_share", "evidence",
)  # fmt: skip
DECISION_COLUMNS = ("decided_at", "who", "candidate", "outcome", "reason")


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
    return write_html(title, sections, language)


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
