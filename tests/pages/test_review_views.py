"""Team review: each figure has its ratings one click away, and words for nothing."""

from datetime import date

import pandas as pd
import pytest

from skillgap.domain.team.cohort import NextAction, Proof
from skillgap.files.catalogues import load_translations
from skillgap.ui.team import next as next_action
from tests.pages.conftest import Open
from tests.pages.test_review import HEADER, PARTS, open_review
from tests.pages.visitor import LANGUAGES, Visitor

WORDS = ["Person", "Level", "Basis", "Rated on", "Older than a year"]
TEAM = """
    ana   programming.git     1  2024-05-01
    ana   programming.git     2  2026-03-02
    ana   programming.git     4  2026-11-02
    budi  programming.git     2  2024-05-01
    citra programming.git     -  2026-03-02
    dewi  programming.python  3  2026-03-02
"""


def team(lines: str, teams: dict[str, str] | None = None) -> tuple[str, str]:
    """Return a file from lines ``person skill level day``; - is "cannot say"."""
    rows = [line.split() for line in lines.split("\n") if line.strip()]
    cells = [
        f"{who},{who.title()},{(teams or {}).get(who, 'T')},llm_engineer,{skill},"
        f"{level.strip('-')},{'' if level == '-' else 'claimed'},{day},1.0.0"
        for who, skill, level, day in rows
    ]
    return "team.csv", "\n".join([HEADER, *cells])


def open_part(
    open_app: Open, part: str, *files: tuple[str, str], locale: str = "en"
) -> Visitor:
    return open_review(open_app, *files, locale=locale).set("review-part", part)


def choose_row(visitor: Visitor, key: str, row: int = 0) -> Visitor:
    """Choose a row of a table, as a click on the box before it would."""
    chosen = {"selection": {"rows": [row], "columns": [], "cells": []}}
    visitor.app.session_state[key] = chosen
    return visitor.run()


def shown(visitor: Visitor, *columns: str) -> pd.DataFrame:
    """Return the last table on the page that has all of these columns."""
    tables = [each.value for each in visitor.app.dataframe]
    return [t for t in tables if set(columns) <= set(t.columns)][-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ratings_behind_a_skill_are_in_the_readers_words(open_app, language):
    page = open_part(open_app, "coverage", team(TEAM), locale=language)
    skills = [str(name) for name in page.app.dataframe[-1].value.iloc[:, 0]]
    git = next(n for n, name in enumerate(skills) if "Git" in name or "git" in name)

    say = load_translations(language).gettext
    words = [say(word) for word in WORDS]
    rows = shown(choose_row(page, "coverage", git), *words)

    assert list(rows.columns) == words
    assert rows.iloc[:, :2].to_numpy().tolist() == [
        ["Ana", "4"],
        ["Budi", "2"],
        ["Citra", say("Cannot say")],
        ["Dewi", say("Not rated")],
    ]
    assert "2026-11-02" not in rows.to_csv(), "a day is written as people write it"


def test_a_rating_older_than_a_year_is_flagged_and_who_could_mentor_is_named(open_app):
    page = open_part(open_app, "coverage", team(TEAM))
    figures = shown(page, "Hangs on").set_index("Skill")
    place = int(figures["Stale"].to_numpy().argmax())

    page = choose_row(page, "coverage", place)

    rows = shown(page, *WORDS).set_index("Person")
    assert figures["Stale"].iloc[place] == 1
    assert rows["Older than a year"].to_dict() == {
        "Ana": "", "Budi": "yes", "Citra": "", "Dewi": "",
    }  # fmt: skip
    assert "Could mentor: Ana" in page.text()


def test_all_skills_that_hang_on_one_person_wait_behind_a_click(open_app):
    page = open_review(open_app)
    counted = {metric.label: metric.value for metric in page.app.metric}
    page.app.session_state["one-holder-open"] = True
    page.app.session_state["no-holder-open"] = True
    page.run()

    one, nobody = [
        t.value for t in page.app.dataframe if "Hangs on" in t.value.columns
    ][:2]
    assert len(one) == int(counted["Hangs on one person"])
    assert len(nobody) == int(counted["Nobody holds it"])
    assert (one["Hangs on"] != "").all()
    assert not nobody["At target"].any()
    assert "Level" in shown(choose_row(page, "one-holder"), *WORDS)


def test_no_skill_on_one_person_does_not_hide_those_on_two(open_app):
    page = open_review(
        open_app,
        team("""
            ana   programming.git  4  2026-03-02
            budi  programming.git  5  2026-03-02
            ana   programming.python  5  2026-03-02
            budi  programming.python  5  2026-03-02
            citra programming.python  5  2026-03-02
        """),
    )
    figure = next(m for m in page.app.metric if m.label == "Hangs on one person")
    assert (figure.value, figure.delta) == ("0", "1 on two")

    page.app.session_state["two-holders-open"] = True
    rows = shown(page.run(), "Hangs on")
    assert rows["At target"].tolist() == [2]


def test_the_view_is_chosen_right_below_the_profile_and_figures_head_one_view_only(
    open_app,
):
    page = open_part(open_app, "areas", team(TEAM, {"ana": "A"}))
    keys = list(page.keys("review-"))
    assert keys[:2] == ["review-profile", "review-part"]
    assert {"review-team", "review-aim", "review-seniority", "review-day"} < set(keys)
    assert page.app.metric

    page = page.set("review-part", "mentors")
    assert not page.app.metric


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_narrows_the_team_is_said_in_every_view(open_app, language):
    page = open_part(
        open_app, "mentors", team(TEAM, {"ana": "Alpha"}), locale=language
    ).set("review-team", "Alpha")

    line = next(each.value for each in page.app.caption if "Alpha" in each.value)
    assert line.startswith({"en": "1 person · ", "id": "1 orang · "}[language])


@pytest.mark.parametrize("part", PARTS)
def test_who_is_left_out_counts_in_no_view_and_stays_left_out(open_app, part):
    page = open_review(open_app, team(TEAM)).set("review-left-out", ["ana"])
    counted = {metric.label: metric.value for metric in page.app.metric}
    assert counted["People"] == "3"

    page = page.set("review-part", part)
    tables = [table.value.to_csv() for table in page.app.dataframe]
    assert "Ana" not in "".join(tables)
    assert page.widget("review-left-out").value == ["ana"]
    assert any("3 people · " in c.value and "1 left out" in c.value
               for c in page.app.caption)  # fmt: skip


@pytest.mark.parametrize("part", PARTS)
def test_a_review_of_nobody_fails_nowhere(open_app, part):
    everybody = ["ana", "budi", "citra", "dewi"]
    page = open_part(open_app, part, team(TEAM)).set("review-left-out", everybody)

    assert any("0 people" in caption.value for caption in page.app.caption)


@pytest.mark.usefixtures("files_at_once")
def test_who_is_left_out_is_not_in_the_report(open_app):
    page = open_part(open_app, "report", team(TEAM))
    assert "Ana" in page.download("team-report").decode()

    page = page.set("review-left-out", ["ana"])
    assert "Ana" not in page.download("team-report").decode()


def test_other_files_let_go_of_who_was_left_out_of_the_last(open_app):
    page = open_review(open_app, team(TEAM)).set("review-left-out", ["ana"])

    page = page.click("team-forget")
    assert page.widget("review-left-out").value == []


def test_the_anonymous_summary_does_not_change_with_who_is_left_out(open_app):
    rows = "\n".join(f"p{n} programming.git {n % 4} 2026-03-02" for n in range(9))
    page = open_review(open_app, team(rows))
    before = page.set("anonymous-only", True).app.dataframe[-1].value

    page = page.set("anonymous-only", False).set("review-left-out", ["p1"])
    page = page.set("anonymous-only", True)

    assert not page.has("review-left-out")
    pd.testing.assert_frame_equal(page.app.dataframe[-1].value, before)
    assert page.app.metric[0].value == "9"


def test_an_area_nobody_has_rated_is_said_to_be_unknown(open_app):
    page = open_part(open_app, "people", team(TEAM)).set("heat-area", "cloud")

    assert "Nobody has a level here yet" in page.text()


def test_everybodys_fit_waits_behind_the_median(open_app):
    page = open_review(open_app)
    page.app.session_state["fits-open"] = True

    fits = shown(page.run(), "Fit")
    assert len(fits) == 8
    rows = shown(choose_row(page, "fits"), "Person", "Skill", "Level")
    assert set(rows["Person"]) == {fits["Person"].iloc[0]}


def test_an_area_opens_its_skills_and_a_skill_its_ratings(open_app):
    page = choose_row(open_part(open_app, "areas"), "areas")
    assert "Python for AI" in list(shown(page, "Hangs on")["Skill"])

    page = choose_row(page, "area-skills")
    assert len(shown(page, *WORDS)) == 8


def test_the_heat_map_begins_with_one_area_and_all_are_offered(open_app):
    page = open_part(open_app, "people")
    assert len(page.figure("heat-map")["data"][0]["x"]) == 6

    page = page.set("heat-area", "all")
    assert len(page.figure("heat-map")["data"][0]["x"]) == 61


@pytest.mark.parametrize(
    ("order", "people"),
    [
        ("name", ["Ana", "Budi", "Citra", "Dewi"]),
        ("fit", ["Budi", "Dewi", "Ana", "Citra"]),
        ("team", ["Citra", "Budi", "Ana", "Dewi"]),
        ("skill", ["Ana", "Budi", "Citra", "Dewi"]),
    ],
)
def test_people_stand_in_the_order_chosen_unknown_ones_last(open_app, order, people):
    teams = {"ana": "B", "budi": "A", "citra": "", "dewi": "B"}
    teams["citra"] = "0"
    page = open_part(open_app, "people", team(TEAM, teams)).set("heat-order", order)
    if order == "skill":
        page = page.set("heat-by", "programming.git")

    assert page.figure("heat-map")["data"][0]["y"] == people


def test_the_ratings_of_a_person_and_of_a_skill_stand_below_the_map(open_app):
    page = open_part(open_app, "people").set("heat-person", "t-04")
    rows = shown(page, "Person", "Skill", "Level")
    assert (set(rows["Person"]), len(rows)) == ({"Dimas"}, 6)

    page = page.set("heat-skill", "programming.git")
    assert shown(page, "Person", "Level")["Person"].tolist() == ["Dimas"]


def test_a_session_shows_who_sits_in_it_and_where_it_leads_them(open_app):
    page = open_part(open_app, "next")
    seated = shown(page, "Closes")["People"].iloc[0]

    rows = shown(choose_row(page, "sessions"), "From level", "To level")

    assert set(rows["Person"]) == set(seated.split(", "))
    rated = rows[rows["From level"].str.isdigit()]
    assert (rated["From level"].astype(int) < rated["To level"].astype(int)).all()


def test_a_pair_and_a_stand_in_show_the_ratings_of_both(open_app):
    page = choose_row(open_part(open_app, "mentors"), "pairs")
    pair = shown(page, "Mentor").iloc[0]
    rows = shown(page, *WORDS).set_index("Person")["Level"]
    assert rows[pair["Mentor"]] == str(pair["Mentor's level"])
    assert rows[pair["Learner"]] == str(pair["Learner's level"])

    page = choose_row(page.set("stand-in-for", "t-01"), "stand-ins")
    both = {"Ayu Lestari", shown(page, "Skills short")["Person"].iloc[0]}
    assert set(shown(page, "Person", "Skill", "Level")["Person"]) == both


TOP = "ana programming.git 5 2026-11-02"
LOW = "ana programming.git 2 2026-11-02\nbudi programming.git 2 2026-11-02"


@pytest.mark.parametrize(
    ("rows", "hours", "words"),
    [
        (TOP, 40, "Nothing is left to close"),
        (LOW, 4, "No choice fits these hours"),
    ],
)
def test_why_no_session_is_held_is_said(open_app, rows, hours, words):
    page = open_part(open_app, "next", team(rows)).set("room-hours", hours)
    assert words in page.text()


def test_hours_and_seats_are_kept_while_another_view_is_looked_at(open_app):
    page = open_part(open_app, "next", team(LOW))
    page = page.set("room-hours", 12).set("room-seats", 3)
    for part in ("areas", "report", "next"):
        page = page.set("review-part", part)

    assert page.widget("room-hours").value == 12
    assert page.widget("room-seats").value == 3


def test_running_out_of_time_is_not_said_to_be_nothing_to_close(open_app, monkeypatch):
    unknown = float("nan")
    late = NextAction((), Proof("time_limit", unknown, unknown, unknown))
    monkeypatch.setattr(next_action, "choose_sessions", lambda *_args, **_more: late)

    page = open_part(open_app, "next")

    assert "Time ran out before a choice was found." in page.text()


def test_the_trend_begins_90_days_before_and_counts_new_ratings(open_app):
    page = open_part(open_app, "trend", team(TEAM))

    assert page.widget("trend-from").value.isoformat() == "2026-03-02"
    moved = shown(page, "Newly rated")
    assert moved[["Up", "Newly rated"]].to_numpy().tolist() == [[1, 0]]
    assert "No rating since March 2, 2026: Budi, Citra, Dewi" in page.text().replace(
        "**", ""
    )

    first = page.widget("trend-from").options[-1]
    page.widget("trend-from").select(first)
    assert shown(page.run(), "Newly rated")["Newly rated"].tolist() == [0, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_round_time_before_the_last_day_is_offered_without_a_rating_on_it(
    open_app, language
):
    page = open_part(open_app, "trend", team(TEAM), locale=language)
    for days, day in ((30, date(2026, 10, 3)), (90, date(2026, 8, 4))):
        page = page.set("trend-from", day)
        offered = page.widget("trend-from").options
        assert any(f"({days} " in each for each in offered)
        assert page.widget("trend-from").value == day
    assert len(page.widget("trend-from").options) == 2 + 4


def test_the_trend_ends_with_the_day_chosen_for_the_page(open_app):
    page = open_part(open_app, "trend", team(TEAM))
    page = page.set("review-day", date(2026, 3, 2))

    days = [page.widget(f"trend-{end}").value.isoformat() for end in ("from", "to")]
    assert days == ["2024-05-01", "2026-03-02"]


def test_who_moved_is_shown_from_what_to_what(open_app):
    page = choose_row(open_part(open_app, "trend", team(TEAM)), "moved")

    rows = shown(page, "Before", "After")
    assert rows[["Person", "Before", "After"]].to_numpy().tolist() == [
        ["Ana", "2", "4"]
    ]


def test_the_trend_is_that_of_the_team_chosen(open_app):
    teams = {"ana": "A", "budi": "B", "citra": "B", "dewi": "B"}
    page = open_part(open_app, "trend", team(TEAM, teams)).set("review-team", "B")

    assert "No level changed between these two days." in page.text()
    assert "Ana" not in page.text()
    page = page.set("trend-skill", "programming.git")
    line = next(t for t in page.figure("team-trend")["data"] if t["name"] == "Median")
    assert set(line["y"]) == {2}


def test_a_long_list_of_people_is_cut(open_app):
    rows = [f"p{n:02} programming.git 2 2026-03-02" for n in range(20)]
    page = open_part(open_app, "trend", team("\n".join([*rows, TOP])))

    named = next(each.value for each in page.app.markdown if "P11" in each.value)
    assert named.endswith("P11 and 8 more")
