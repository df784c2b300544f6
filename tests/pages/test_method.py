"""Method: how levels, fits and estimates come about, and what they cannot tell."""

import re

import pytest
from babel.numbers import format_decimal

from skillgap.domain.framework import Framework
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

PAGE = "about/method"


def cells(visitor: Visitor) -> list[str]:
    """Return every cell of the tables on the page."""
    tables = [each.value for each in visitor.app.get("table")]
    return [str(cell) for table in tables for cell in table.to_numpy().ravel()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_estimate_is_shown_in_the_readers_format(
    open_app: Open, framework: Framework, language: str
) -> None:
    shown = cells(open_app(locale=language).open(PAGE))
    e = framework.estimate
    numbers = [e.prior.mean, e.prior.spread, e.claim.validity, e.claim.bias,
               e.evidence.slope, e.evidence.floor, e.check.slope, e.check.offset,
               e.check.slip, e.decide.interval]  # fmt: skip
    wanted = [format_decimal(n, "0.##", locale=language) for n in numbers]
    assert [n for n in wanted if n not in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_has_its_source(
    open_app: Open, framework: Framework, language: str
) -> None:
    text = open_app(locale=language).open(PAGE).text()
    e = framework.estimate
    for part in (e.prior, e.claim, e.evidence, e.check):
        assert part.source.in_language(language) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_simulation_is_shown_as_it_was_committed(
    open_app: Open, framework: Framework, language: str
) -> None:
    visitor = open_app(locale=language).open(PAGE)
    shown = cells(visitor)
    for row in framework.simulation.rows:
        for error in (row.claim_error, row.estimate_error):
            assert format_decimal(round(error, 2), "0.##", locale=language) in shown
        assert f"{row.coverage:.0%}" in shown
    people = format_decimal(framework.simulation.people, locale=language)
    assert people in visitor.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_it_cannot_tell(open_app: Open, language: str) -> None:
    text = open_app(locale=language).open(PAGE).text()
    assert {"en": "Nobody has validated", "id": "Belum ada yang memvalidasi"}[
        language
    ] in text


def test_the_sources_have_addresses(open_app: Open) -> None:
    text = open_app().open(PAGE).text()
    assert len(re.findall(r"\]\(https://[^)]+\)", text)) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_needs_to_have_rated_anything_to_read_it(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).open(PAGE)
    assert visitor.person() is None
    assert visitor.app.title[0].value
