"""Every number of a review, out of dirty files, against one worked out row by row."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.domain.fit import set_demand
from skillgap.domain.team.joining import empty_history
from skillgap.domain.team.own_skills import OwnSkills
from skillgap.domain.team.trend import SINCE
from skillgap.files import rating_rows, rating_rules
from skillgap.files.scan import block_judge
from skillgap.files.scan.team_scan import scan_files
from skillgap.files.sources import Source
from skillgap.files.team.file_review import FileReview, ReviewCall, review_scan
from skillgap.files.team.json_answers import describe_review
from skillgap.files.team.skill_list import number
from tests.faulty_files import LIMIT, files
from tests.frameworks import small_framework
from tests.review_reference import PlainReview, review_plainly, state_of
from tests.team_reference import (
    area_levels,
    figures,
    fit_of,
    mentors_of,
    moves_of,
    quantile,
)

TODAY = date(2026, 11, 25)
FRAMEWORK = small_framework(
    """
    skill            builds_on
    programming.git  .
    ml.nlp           programming.git
    ethics.safety    .
    """,
    """
    module  lifts                needs  hours
    git     programming.git:0-3  .      8
    nlp     ml.nlp:1-4           .      20
    """,
    """
    skill            target  weight
    programming.git  3       2
    ml.nlp           4       5
    """,
)
SKILLS = list(FRAMEWORK.skills)
DEMAND = set_demand(FRAMEWORK.profiles["p"], SKILLS)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@pytest.fixture(autouse=True, scope="module")
def short_cells():
    """Make the longest cell a short one, so that drawing a longer one is cheap."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (rating_rows, rating_rules, block_judge):
            patch.setattr(module, "MAX_CELL", LIMIT)
        yield


def review(contents: list[bytes], **part) -> tuple[FileReview, PlainReview]:
    """Return the review of some files, and the plain reading of the same bytes."""
    named = [(f"f{place}.csv", content) for place, content in enumerate(contents)]
    sources = [Source(name, content=content) for name, content in named]
    call = ReviewCall([], "p", TODAY, **part)
    own = OwnSkills(empty_history([]))
    found = review_scan(FRAMEWORK, scan_files(sources, FRAMEWORK), own, call)
    return found, review_plainly(named, FRAMEWORK)


@settings(max_examples=120, suppress_health_check=SLOW)
@given(contents=st.lists(files(), min_size=1, max_size=3))
def test_every_number_is_that_of_the_plain_review_bit_by_bit(contents):
    found, plain = review(contents)

    state = state_of(plain, SKILLS)
    rows = figures(state, DEMAND, TODAY, 365)
    expected = pd.DataFrame(rows)
    assert found.review.state.people.equals(state.people)
    pd.testing.assert_frame_equal(
        found.review.skills, expected, check_dtype=False, check_exact=True
    )
    check_people(found, state)
    check_areas(found, state)
    check_trend(found, plain)
    check_answer(found, plain, rows)


def check_people(found: FileReview, state) -> None:
    fits, gaps = found.review.fits, found.review.gaps
    for person in range(len(state.people)):
        fit, rated, priority = fit_of(state, DEMAND, person)
        np.testing.assert_array_equal(fits.fit[person, 0], fit)
        assert (fits.rated[person, 0], fits.priority[person, 0]) == (rated, priority)
        for skill, level in enumerate(state.levels[person].tolist()):
            gap = max(0, int(DEMAND.aims[skill]) - level) if level >= 0 else -1
            assert gaps[person, skill] == gap
    for place, skill in enumerate(SKILLS):
        assert found.review.mentors()[skill] == mentors_of(state, DEMAND, place)


def check_areas(found: FileReview, state) -> None:
    for area in found.review.areas.itertuples():
        places = [n for n, s in enumerate(SKILLS) if s.split(".")[0] == area.area]
        levels, target = area_levels(state, DEMAND, places)
        np.testing.assert_array_equal(area.target, target)
        assert area.people == len(levels)
        for name, share in (("q1", 0.25), ("median", 0.5), ("q3", 0.75)):
            np.testing.assert_array_equal(getattr(area, name), quantile(levels, share))


def check_trend(found: FileReview, plain: PlainReview) -> None:
    dated = sorted(
        date.fromisoformat(row["rated_on"]) for row in plain.rows if row["rated_on"]
    )
    last = min([*dated[-1:], TODAY])
    long_ago = [day for day in dated if (last - day).days >= SINCE]
    since = next(iter(long_ago[-1:] or dated[:1]), TODAY)
    assert found.review.since == since
    before, after = state_of(plain, SKILLS, str(since)), state_of(plain, SKILLS)
    for place, row in enumerate(found.review.trend.skills.to_dict("records")):
        assert {k: row[k] for k in ("up", "same", "down", "added", "lost")} == moves_of(
            before, after, place
        )


def check_answer(found: FileReview, plain: PlainReview, rows: list[dict]) -> None:
    answer = describe_review(FRAMEWORK, found, "en")
    assert answer["people"] == len(plain.people())
    assert answer["rows"] == sum(plain.read)
    assert answer["accepted"] == sum(plain.accepted) == len(plain.rows)
    assert answer["rejected"] == answer["rows"] - answer["accepted"]
    assert answer["problem_counts"] == dict(plain.counts)
    assert answer["versions"] == dict(plain.versions)
    for told, row in zip(answer["skills"], rows, strict=True):
        for name in ("median", "q1", "q3", "rated", "unsure", "unrated", "stale"):
            assert told[name] == number(row[name])


@settings(max_examples=40, suppress_health_check=SLOW)
@given(
    contents=st.lists(files(), min_size=1, max_size=2),
    team=st.sampled_from([None, "One", "Two", ""]),
    aim=st.sampled_from([None, "p"]),
    day=st.sampled_from([None, date(2025, 12, 31), date(2026, 5, 18)]),
)
def test_a_part_is_what_the_plain_review_says_of_these_people(contents, team, aim, day):
    found, plain = review(contents, team=team, aim=aim, day=day)

    state = state_of(plain, SKILLS, str(day or "9999"))
    chosen = [
        team in (None, its_team) and aim in (None, its_aim)
        for _, _, its_team, its_aim in plain.people()
    ]
    part = state.select(np.array(chosen, dtype=bool))
    expected = pd.DataFrame(figures(part, DEMAND, TODAY, 365))
    pd.testing.assert_frame_equal(
        found.review.skills, expected, check_dtype=False, check_exact=True
    )
    assert found.review.state.people.equals(part.people)
    assert found.scan.rows == sum(plain.read), "what was read stays what was read"


HEAD = "person_id,name,team,profile,skill,level,basis,rated_on,framework"
GIT = "programming.git"


def test_text_is_significant_and_the_latest_rating_counts_across_files():
    first = [
        f"NA,NA,One,p,{GIT},1,claimed,2026-01-01,2024.10",
        f"007,007,One,p,{GIT},2,claimed,2026-01-01,2024.1",
        f"7,7,One,p,{GIT},3,claimed,2026-06-01,1",
    ]
    second = [
        f"NA,NA,Two,p,{GIT},4,checked,2026-06-01,1.0.0",
        f"7,7,One,p,{GIT},0,claimed,2026-01-01,1.0.0",
        f"007,007,One,p,{GIT},,,2026-07-01,1.0.0",
    ]
    for order in ([first, second], [second, first]):
        found, _ = review(["\n".join([HEAD, *rows]).encode() for rows in order])

        state, skills = found.review.state, found.review.skills.set_index("skill")
        assert state.people["person_id"].tolist() == ["007", "7", "NA"]
        assert state.people["team"].tolist() == ["One", "One", "Two"]
        assert state.levels[:, 0].tolist() == [-2, 3, 4]
        assert skills.loc[GIT, ["rated", "unsure", "checked"]].tolist() == [2, 1, 1]
        assert found.scan.versions == {"2024.10": 1, "2024.1": 1, "1": 1, "1.0.0": 3}
