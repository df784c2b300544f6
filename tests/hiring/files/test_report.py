"""The report on a comparison: HTML and CSV, masked and revealed, in both languages."""

import csv
import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from skillgap.files.safe_cells import restore_cell
from skillgap.hiring.candidates import letter_candidates
from skillgap.hiring.comparison import compare_versions
from skillgap.hiring.files.record import HiringReport
from skillgap.hiring.files.report import (
    write_comparison_csv,
    write_decisions_csv,
    write_hiring_html,
    write_scores_csv,
)
from skillgap.hiring.masking import build_mask, reveal_names
from skillgap.hiring.needs import change_needs, fix_needs
from skillgap.hiring.scorecards import Decision
from tests.files.payloads import CELL_PAYLOADS, HTML_PAYLOADS
from tests.needs import ROLE, measured, role
from tests.tables import ratings

ARABIC = "محمد الأمين"
GIVEN = """
    skill               level  basis
    programming.git     4      claimed
    ml.evaluation       1      evidenced
"""
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p",
    "section", "div", "table", "thead", "tbody", "tr", "th", "td", "bdi",
}  # fmt: skip
DECISION = Decision("Rini", "2026-11-25T10:00:00+00:00", "A", "invite", "Suharto shone")
PANEL = """
    candidate skill            Rini Tono
    A         programming.git  4    2
    B         programming.git  3    1
"""


def candidates_called(*names, evidence="Suharto built it, https://x.y/suharto"):
    rows = ratings(GIVEN).assign(evidence=evidence)
    return letter_candidates(
        (f"id-{n}", name, f"cv-{n}.csv", rows.assign(name=name))
        for n, name in enumerate(names)
    )


def record_of(framework, candidates, masked=True, needs=None, **more):
    needs = needs or fix_needs(role(ROLE, "programming.git"), "2026-11-16")
    mask = build_mask(candidates) if masked else None
    names = mask.labels if mask else reveal_names(candidates)
    versions = compare_versions(framework, needs, candidates)
    return HiringReport(
        framework, candidates, versions, names, "2026-11-25", mask, **more
    )


@pytest.fixture
def report(framework):
    """Return a masked report with scores and a decision."""
    return record_of(
        framework,
        candidates_called("Suharto", ARABIC),
        panel=measured(PANEL, PANEL.replace("4    2", "3    3")),
        decisions=[DECISION],
        contact="hr@example.org",
    )


class Tags(HTMLParser):
    """Collects tags and attributes of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


def page_of(report, language="en"):
    page = Tags()
    page.feed(write_hiring_html(report, language).decode())
    return page


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_report_needs_nothing_else_and_runs_nothing(report, language):
    page = page_of(report, language)

    assert page.tags <= TAGS
    assert not {name for name in page.attributes if name.startswith("on")}
    assert not {"src", "href", "action"} & page.attributes


def test_a_report_names_its_language_and_speaks_it(report):
    english, indonesian = (write_hiring_html(report, each) for each in ("en", "id"))

    assert b'<html lang="en">' in english
    assert b'<html lang="id">' in indonesian
    skill = report.framework.skills["ml.evaluation"].name
    assert skill.id in indonesian.decode()
    assert skill.en in english.decode()


@pytest.mark.parametrize("payload", HTML_PAYLOADS)
def test_what_people_wrote_is_shown_and_not_run(framework, payload):
    people = candidates_called(payload, "Sari", evidence=payload)
    decision = replace(DECISION, reason=payload, who=payload)

    page = page_of(record_of(framework, people, masked=False, decisions=[decision]))

    assert payload in page.text
    assert page.tags <= TAGS


def test_a_masked_report_names_nobody_anywhere(report):
    mask, comparison = report.mask, report.comparison
    noted = report.panel.scores.assign(note="Suharto")
    files = [
        write_hiring_html(report, "en"),
        write_hiring_html(report, "id"),
        write_comparison_csv(comparison, report.names, mask),
        write_decisions_csv(report.decisions, report.names, mask),
        write_scores_csv(noted, report.names, mask),
    ]

    for content in files:
        text = content.decode()
        assert "Candidate A" in text
        for word in ("Suharto", "suharto", ARABIC, "id-0", "cv-0"):
            assert word not in text


def test_a_revealed_report_names_everybody(framework):
    text = page_of(
        record_of(framework, candidates_called("Suharto", ARABIC), False)
    ).text

    assert "Suharto" in text
    assert ARABIC in text
    assert "Candidate A" not in text


def test_two_of_one_name_stay_two_in_the_report(framework):
    people = candidates_called("Budi", "Budi")

    text = page_of(record_of(framework, people, masked=False)).text

    assert "Budi (A)" in text
    assert "Budi (B)" in text


def test_the_report_says_that_two_cannot_be_told_apart_and_ranks_nobody(report):
    text = page_of(report).text

    assert "Candidate A and Candidate B cannot be told apart" in text
    assert "No ranking" in text


def test_whether_a_target_is_met_is_never_said_without_its_basis(framework):
    needs = fix_needs(role("skill target weight\nprogramming.git 1 1"), "2026-11-16")
    report = record_of(framework, candidates_called("Ann", "Bob"), needs=needs)

    text = page_of(report).text
    (row, _other) = rows_of(write_comparison_csv(report.comparison, report.names))

    assert "cannot tell: ask (level 4, claimed)" in text
    assert (row["state"], row["basis"]) == ("cannot_tell", "claimed")
    assert "met (" not in text


def test_unknown_is_a_question_mark_and_an_empty_cell_and_never_zero(framework):
    report = record_of(framework, candidates_called("Ann", "Bob"))
    python = [
        row
        for row in rows_of(write_comparison_csv(report.comparison, report.names))
        if row["skill"] == "programming.python"
    ]

    assert {row["level"] for row in python} == {""}
    assert {row["chance"] for row in python} == {""}
    assert {row["state"] for row in python} == {"cannot_tell"}


def test_a_change_of_the_needs_shows_both_results(framework):
    first = fix_needs(role(), "2026-11-16")
    fewer = {"ml.evaluation": first.targets["ml.evaluation"]}
    needs = change_needs(first, fewer, [], "2026-11-20", "only this matters")

    page = page_of(record_of(framework, candidates_called("Ann", "Bob"), needs=needs))

    assert "only this matters" in page.text
    assert "Results before and after each change" in page.text


def test_the_notice_names_both_laws_and_where_to_object(report):
    for language in ("en", "id"):
        text = page_of(report, language).text
        assert "hr@example.org" in text
        assert "GDPR" in text
        assert "27" in text


def test_without_a_decision_none_is_made_up(framework):
    text = page_of(record_of(framework, candidates_called("Ann", "Bob"))).text

    assert "Nobody has recorded a decision." in text


def test_agreement_of_a_small_panel_is_not_shown_but_n_is(report):
    text = page_of(report).text

    assert "n = 2 candidates: agreement is not shown under 10" in text


def test_a_constant_member_is_said_to_leave_agreement_undefined(report):
    constant = measured(PANEL.replace("3    1", "4    1"))

    text = page_of(replace(report, panel=constant)).text

    assert "always the same level: agreement with this member is undefined" in text
    assert "n = 2 candidates: agreement is undefined" in text


@pytest.mark.parametrize("payload", CELL_PAYLOADS)
def test_no_cell_is_run_by_a_spreadsheet_and_every_text_comes_back(framework, payload):
    people = candidates_called("Ann", "Bob", evidence=payload)
    report = record_of(framework, people, masked=False)
    decision = replace(DECISION, reason=f"{payload} x")

    row = rows_of(write_comparison_csv(report.comparison, report.names))[0]
    log = rows_of(write_decisions_csv([decision], report.names))[0]

    assert row["evidence"].startswith("'")
    assert restore_cell(row["evidence"]) == payload
    assert restore_cell(log["reason"]) == f"{payload} x"


def test_every_level_of_the_csv_is_traceable_to_its_row(framework):
    people = candidates_called("Ann", "Bob")
    report = record_of(framework, people, masked=False)

    for row in rows_of(write_comparison_csv(report.comparison, report.names)):
        if row["level"]:
            own = people[0].ratings.set_index("skill").loc[row["skill"]]
            assert float(row["level"]) == own["level"]
            assert (row["basis"], row["rated_on"]) == (own["basis"], own["rated_on"])
