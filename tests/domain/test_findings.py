"""Dates in the framework."""

from dataclasses import replace

import pytest

from skillgap.domain.consistency import check_framework
from skillgap.domain.learning import Confirmation
from tests.frameworks import resource, small_framework

SMALL = small_framework("skill builds_on\na.git .")
NO_DAYS = [
    "",
    "2026",
    "2026-13-01",
    "2026-02-30",
    "25-11-2026",
    "2026-11-25T10:00",
    "soon",
]


def released(day):
    return replace(SMALL, manifest=replace(SMALL.manifest, released=day))


def confirmed(day):
    found = replace(resource((0, 2), "a.git"), confirmed=Confirmation("seen", "x", day))
    return replace(SMALL, resources={"r1": found})


@pytest.mark.parametrize("day", ["2026-11-25", "2028-02-29"])
def test_a_day_of_the_calendar_is_sound(day):
    assert check_framework(released(day), set()) == []
    assert check_framework(confirmed(day), set()) == []


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_release_date_that_is_none_is_found(day):
    (finding,) = check_framework(released(day), set())
    assert (finding.file, finding.place) == ("framework.yaml", ("released",))
    assert (finding.code, finding.values["value"]) == ("day_not_iso", day)


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_confirmation_date_that_is_none_is_found(day):
    (finding,) = check_framework(confirmed(day), set())
    assert finding.file == "resources/a.yaml"
    assert finding.place == ("r1", "confirmed", "date")
    assert finding.code == "day_not_iso"
