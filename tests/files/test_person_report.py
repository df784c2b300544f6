"""The report a person hands on: offline, the numbers of the command line, no more."""

import json
import re
from datetime import date
from xml.etree import ElementTree

import pandas as pd
import pytest

from skillgap.cli import main
from skillgap.domain.person.seniority import aim_framework
from skillgap.domain.ratings import levels_on
from skillgap.files.catalogues import load_translations
from skillgap.files.person_report import PersonReport, write_person_report
from skillgap.files.plan_paper import PlanCall, make_paper
from skillgap.files.ratings import read_ratings
from skillgap.files.share_picture import draw_share_picture, write_share_picture
from skillgap.settings import ROOT
from tests.html_tables import Tables

EXAMPLE = ROOT / "examples" / "example-profile.csv"
PROFILE = "llm_engineer"
GIT, SQL = "programming.git", "programming.sql_data"
HOSTILE = ["<b>x</b>", '"quoted"', "</title></style><b>x</b>", "<!--", "&lt;b&gt;"]
LANGUAGES = ("en", "id")


def example(framework) -> pd.DataFrame:
    return read_ratings(EXAMPLE.name, EXAMPLE.read_bytes(), framework).ratings


def rate(framework, *rows: tuple) -> pd.DataFrame:
    """Return ratings: skill, level (empty is "cannot say"), basis, day, evidence."""
    head = "person_id,name,team,profile,skill,level,basis,rated_on,framework,evidence"
    lines = [
        f"p,Ani,T,,{skill},{level},{basis},{day},{framework.version},{evidence}"
        for skill, level, basis, day, evidence in rows
    ]
    content = "\n".join([head, *lines]).encode()
    return read_ratings("a.csv", content, framework).ratings


def make(framework, ratings, language="en", seniority="mid", **more) -> PersonReport:
    aimed = aim_framework(framework, seniority)
    levels = levels_on(ratings, list(framework.skills))
    day = date(2026, 12, 1)
    call = PlanCall(PROFILE, [], 5, 12, day, language)
    paper = make_paper(aimed, levels, call)
    return PersonReport(
        aimed, seniority, PROFILE, [], ratings, levels, paper, str(day), **more
    )


def write(framework, ratings, language="en", **more) -> str:
    return write_person_report(make(framework, ratings, language, **more)).decode()


def pictures(html: str) -> list[ElementTree.Element]:
    return list(map(ElementTree.fromstring, re.findall(r"<svg.*?</svg>", html)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_loads_nothing_runs_nothing_and_is_small(framework, language):
    more = {"name": "Sari", "shares_evidence": True}
    html = write(framework, example(framework), language, **more)

    page = Tables(html)
    assert page.addresses == []
    assert not {"script", "link", "img", "iframe", "form", "a"} & {*page.tags}
    assert not re.search(r"https?://|url\(|@import|javascript:|\son\w+=", html)
    assert "default-src 'none'" in html
    assert len(html.encode()) < 300_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_that_opens_closes(framework, language):
    html = write(framework, example(framework), language)

    body = re.sub(r"<(!doctype|meta)[^>]*>", "", html)
    ElementTree.fromstring(body)


def test_it_has_a_radar_the_first_gaps_and_five_small_radars(framework):
    titles = [
        each.findtext("title")
        for each in pictures(write(framework, example(framework)))
    ]

    assert titles[:2] == [
        "Radar of ten areas, level against LLM Engineer", "Gaps to close first",
    ]  # fmt: skip
    assert len(titles) == 7
    assert all(title.startswith("Radar of ten areas") for title in titles[2:])


@pytest.mark.parametrize("seniority", ["junior", "mid", "senior"])
def test_the_numbers_are_those_of_the_command_line(
    tmp_path, capsys, framework, seniority
):
    out = tmp_path / "me.html"
    main(
        [
            *("gaps", str(EXAMPLE), "--profile", PROFILE, "--json"),
            *("--seniority", seniority, "--html", str(out)),
        ]
    )

    told = json.loads(capsys.readouterr().out)
    html = out.read_text("utf-8")
    rows = Tables(html).rows("Skill", "Basis")
    assert [
        (row["Skill"], row["Level"], row["Target"], row["Gap"]) for row in rows
    ] == [
        (
            framework.skills[gap["skill"]].name.en,
            row["Level"] if gap["level"] is None else str(gap["level"]),
            str(gap["target"]),
            "?" if gap["gap"] is None else str(gap["gap"]),
        )
        for row, gap in zip(rows, told["gaps"], strict=True)
    ]
    assert f"({told['rated_share']:.0%}), {told['fit']:.0%} of what" in html
    about = {row["About"]: row["Chosen"] for row in Tables(html).rows("About")}
    assert about["Seniority asked"] == framework.seniorities[seniority].name.en


def test_unrated_unsure_and_level_0_are_three_things(framework):
    rows = [
        (GIT, 0, "claimed", "2026-11-01", ""),
        (SQL, "", "claimed", "2026-11-01", ""),
    ]

    skills = {
        row["Skill"]: row
        for row in Tables(write(framework, rate(framework, *rows))).rows(
            "Skill", "Basis"
        )
    }

    def said(skill: str) -> tuple[str, ...]:
        row = skills[framework.skills[skill].name.en]
        return row["Level"], row["Gap"], row["Basis"]

    assert said(GIT) == ("0", "4", "claimed")
    assert said(SQL) == ("cannot say", "?", "")
    assert said("ml.nlp") == ("not rated", "?", "")


def test_an_area_that_is_not_rated_has_a_question_mark_in_picture_and_table(framework):
    html = write(framework, rate(framework, (GIT, 0, "claimed", "2026-11-01", "")))

    radar = pictures(html)[0]
    marks = [t for t in radar.iter("text") if "".join(t.itertext()) == "?"]
    assert len(marks) == len(framework.areas) - 1
    areas = {row["Area"]: row for row in Tables(html).rows("Area", "Rated")}
    ml = areas[framework.areas["ml"].name.en]
    assert [ml[name] for name in ("Level", "Target", "Short of target")] == ["?"] * 3


def test_nothing_rated_is_a_report_too(framework):
    html = write(framework, rate(framework))

    assert "Nothing rated yet that LLM Engineer asks for." in html
    assert "The plan has no step." in html
    assert "Progress" not in html


def test_it_says_what_is_claimed_and_what_is_evidenced(framework):
    rows = [
        (GIT, 2, "evidenced", "2026-11-01", "shop"),
        (SQL, 2, "claimed", "2026-11-01", ""),
        ("ml.nlp", 1, "checked", "2026-11-01", ""),
    ]

    html = write(framework, rate(framework, *rows))

    assert "What these levels rest on: claimed 1, evidenced 1, checked 1." in html
    assert "A claim is not a fact." in html


@pytest.mark.parametrize("shares", [False, True])
def test_name_and_evidence_go_along_only_if_the_person_wants(framework, shares):
    html = write(
        framework,
        example(framework),
        name="Sari" if shares else "",
        shares_evidence=shares,
    )

    assert ("Sari" in html) == shares
    assert ("FAQ bot for customer service" in html) == shares
    assert ("Skills of one person" in html) != shares


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_write_stays_text(framework, text):
    ratings = example(framework).assign(evidence=text)
    more = {"name": text, "shares_evidence": True}

    page = Tables(write(framework, ratings, **more))

    plain = Tables(write(framework, ratings, name="Sari", shares_evidence=True))
    assert page.tags == plain.tags
    assert page.rows("Skill", "Basis")[0]["Evidence"] == text
    assert text in "".join(ElementTree.fromstring(draw_share_picture(
        make(framework, ratings, name=text)
    )).itertext())  # fmt: skip


def test_progress_is_what_moved_since_the_first_day(framework):
    rows = [
        (GIT, 1, "claimed", "2026-03-01", ""),
        (SQL, 3, "claimed", "2026-03-01", ""),
        (GIT, 3, "claimed", "2026-11-01", ""),
        ("ml.nlp", 3, "claimed", "2026-11-01", ""),
    ]

    html = write(framework, rate(framework, *rows))

    (moved,) = Tables(html).rows("Skill", "Then")
    assert (moved["Then"], moved["Now"], moved["Move"]) == ("1", "3", "rose")
    assert "rose 1, fell 0, newly rated 1, no longer rated 0" in html


def test_one_day_of_ratings_is_no_progress(framework):
    html = write(framework, rate(framework, (GIT, 1, "claimed", "2026-03-01", "")))

    assert "Progress" not in html


def test_the_first_weeks_are_those_of_the_plan(framework):
    report = make(framework, example(framework))

    rows = Tables(write_person_report(report).decode()).rows("When", "Module")

    first = [step for step in report.paper.plan.steps if step.week_from <= 4]
    assert [row["Module"] for row in rows] == [
        " · ".join(filter(None, (report.paper.title(s.module), report.paper.goal(s))))
        for s in first
    ]
    proofs = framework.modules
    assert [row["Proof"] for row in rows] == [proofs[s.module].proof.en for s in first]


def test_ratings_on_another_version_are_said_to_be(framework):
    assert "56 (1.0.0)" in write(framework, example(framework))
    ratings = rate(framework, (GIT, 1, "claimed", "2026-03-01", ""))
    assert "other versions" not in write(framework, ratings)


def test_it_reads_in_both_languages_without_a_sentence_of_the_other(framework):
    english, indonesian = (write(framework, example(framework), n) for n in LANGUAGES)

    say = load_translations("id").gettext
    assert '<html lang="id">' in indonesian
    tables = Tables(indonesian).tables
    assert list(map(say, Tables(english).tables)) == list(tables)
    paragraphs = re.findall(r"<p>(.*?)</p>", english)
    assert len(paragraphs) > 10
    assert not set(paragraphs) & set(re.findall(r"<p>(.*?)</p>", indonesian))
    titles = [
        [each.findtext("title") for each in pictures(h)] for h in (english, indonesian)
    ]
    assert not set(titles[0]) & set(titles[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_to_share_has_its_size_and_the_numbers(framework, language):
    report = make(framework, example(framework), language)

    png = write_share_picture(report)

    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    size = [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)]
    assert size == [1200, 630]
    said = "".join(ElementTree.fromstring(draw_share_picture(report)).itertext())
    assert "Sari" not in said
    assert report.say_fit() in said
    assert report.say_basis() in said
