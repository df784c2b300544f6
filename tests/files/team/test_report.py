"""The report on a team: it needs nothing else, runs nothing, and reads by itself."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from skillgap.files.catalogues import load_translations
from skillgap.files.team.file_review import ReviewCall, review_files
from skillgap.files.team.report import MOST_PEOPLE, write_report
from skillgap.sheets.files.reading import read_foreign
from tests.files.team.conftest import HEAD
from tests.html_tables import Tables

TODAY = date(2026, 11, 25)
HOSTILE = [
    "<b>x</b>",
    "<img src=x>",
    '"><b>x</b>',
    "</title></style><b>x</b>",
    "<!--",
    "&lt;b&gt;",
]
RATING = "programming.git,{},claimed,2026-11-01,1.0.0"


def write(folder: Path, *rows: str, head: str = HEAD, name: str = "team.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([head, *rows]), "utf-8")
    return path


def report(framework, *files: Path, language="en", **part) -> str:
    call = ReviewCall(files, "llm_engineer", TODAY, **part)
    return write_report(
        framework, review_files(framework, call, read_foreign), language
    ).decode()


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def test_it_loads_nothing_and_runs_nothing(framework, file):
    html = report(framework, file)

    page = Tables(html)
    assert page.addresses == []
    assert not {"script", "link", "img", "iframe", "form", "a", "b"} & {*page.tags}
    assert not re.search(r"https?://|url\(|@import|javascript:|\son\w+=", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_write_stays_text(framework, tmp_path, text):
    plain = Tables(report(framework, write(tmp_path, f"p,P,T,,{RATING.format(3)}")))
    name = quoted(text)
    rows = [
        f"{name},{name},{name},,{RATING.format(3)}",
        f"p,P,T,,programming.git,{name},claimed,2026-11-01,1.0.0",
        f"q,Q,T,{name},{RATING.format(3)}",
    ]
    head = f"{HEAD},{name}"

    hostile = write(tmp_path, *(f"{row}," for row in rows), head=head, name="<b>.csv")
    page = Tables(report(framework, hostile))

    assert set(page.tags) == set(plain.tags)
    assert page.addresses == []
    (who,) = page.rows("Person", "Fit")
    assert (who["Person"], who["Team"]) == (text, text)
    (read,) = page.rows("File", "Rows")
    assert (read["File"], read["Columns left out"]) == ("<b>.csv", text)
    assert any(text[:30] in p["What to do"] for p in page.rows("What to do"))


def test_text_from_right_to_left_stays_in_its_place(framework, tmp_path):
    html = report(framework, write(tmp_path, f"p,\u202eNA,T,,{RATING.format(3)}"))

    assert "<bdi>\u202eNA</bdi>" in html


def test_it_reads_in_both_languages_without_a_word_of_the_other(framework, file):
    english, indonesian = (report(framework, file, language=n) for n in ("en", "id"))

    assert '<html lang="en">' in english
    assert '<html lang="id">' in indonesian
    say = load_translations("id").gettext
    english_tables, tables = Tables(english).tables, Tables(indonesian).tables
    assert list(map(say, english_tables)) == list(tables)
    for english_rows, rows in zip(english_tables.values(), tables.values()):
        assert [list(map(say, row)) for row in english_rows[:1]] == rows[:1]
    assert say("Skill by skill") != "Skill by skill"
    assert framework.skills["ml.nlp"].name.id in indonesian
    assert "Perbaiki namanya" in indonesian


def test_what_is_not_known_is_a_question_mark_and_not_zero(framework, file):
    skills = {r["Skill"]: r for r in Tables(report(framework, file)).rows("Coverage")}

    unrated = skills[framework.skills["programming.python"].name.en]
    assert [unrated[c] for c in ("Median", "Middle half", "Coverage")] == ["?"] * 3
    assert (unrated["Rated"], unrated["Unknown"]) == ("0", "3")


def test_it_says_how_sure_and_how_old_levels_are(framework, file):
    html = report(framework, file)

    assert "claimed 75%, evidenced 0%, checked 25%" in html
    assert "Oldest rating: 2026-05-18. Older than a year: 0." in html


def test_other_versions_of_the_framework_are_named(framework, tmp_path):
    row, here = f"p,P,T,,{RATING}".format(3), framework.version
    one = write(tmp_path, row.replace("1.0.0", here))
    two = write(tmp_path, row.replace("1.0.0", "2024.10"), name="b.csv")

    assert "2024.10" in report(framework, two)
    assert "other versions" not in report(framework, one)
    two.write_text(two.read_text().replace("2026-11-01", "2025-11-01"))
    assert f"versions of the framework: 2024.10; this is {here}." in report(
        framework, one, two
    )


def test_people_go_by_name_and_by_id_where_names_repeat(framework, tmp_path):
    rows = [("1", "Ani", 5), ("2", "Ani", 0), ("3", "", 4), ("4", "Budi", 4)]
    path = write(tmp_path, *(f"{p},{n},T,,{RATING.format(v)}" for p, n, v in rows))

    page = Tables(report(framework, path))

    assert [r["Person"] for r in page.rows("Person")] == [
        "Ani (1)", "Ani (2)", "3", "Budi",
    ]  # fmt: skip
    git = page.rows("Coverage")[list(framework.skills).index("programming.git")]
    assert git["Mentors"] == "Ani (1), 3, Budi"


def test_people_are_listed_in_small_teams_only(framework, tmp_path):
    rows = [f"p{n},P,One,,{RATING.format(4)}" for n in range(MOST_PEOPLE + 1)]

    page = Tables(report(framework, write(tmp_path, *rows)))

    assert "Pairs" not in page.tables
    assert "People" not in page.tables
    assert "Skill by skill" in page.tables


def test_a_part_of_the_team_is_named(framework, file):
    html = report(framework, file, team="One", day=date(2026, 6, 1))

    about = {row["About"]: row["Chosen"] for row in Tables(html).rows("About")}
    assert about["Team"] == "One"
    assert about["As it stood on"] == "2026-06-01"
    assert about["People"] == "2"
    assert "Citra" not in html


def test_a_table_without_a_row_says_so(framework, tmp_path):
    rows = [f"{n},P{n},T,,{RATING.format(4)}" for n in (1, 2)]

    html = report(framework, write(tmp_path, *rows))

    pairs = html[html.index(">Pairs<") :]
    assert "There is none." in pairs[: pairs.index("</section>")]


def test_nobody_at_all_is_a_report_too(framework, tmp_path):
    page = Tables(report(framework, write(tmp_path)))

    assert page.rows("File", "Rows")[0]["Rows"] == "0"
    assert page.rows("Coverage")[0]["Median"] == "?"


def rate_all(framework, folder: Path) -> Path:
    """Write a team of four that rated every skill at levels 0, 1, 3 and 3."""
    rows = [
        f"p{n},P{n},T,,{skill},{level},claimed,2026-11-01,{framework.version}"
        for n, level in enumerate((0, 1, 3, 3))
        for skill in framework.skills
    ]
    return write(folder, *rows)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_radar_shows_median_middle_half_and_target(framework, tmp_path, language):
    html = report(framework, rate_all(framework, tmp_path), language=language)

    (picture,) = re.findall(r"<svg.*?</svg>", html)
    radar = ElementTree.fromstring(picture)
    assert radar.get("role") == "img"
    say = load_translations(language).gettext
    words = radar.findtext("desc").split("; ")
    assert len(words) == len(framework.areas)
    assert all(each.endswith(f", {say('Median')} 2") for each in words)
    assert "?" not in "".join(radar.find("desc").itertext())


def test_an_area_nobody_rated_is_a_question_mark_in_the_radar(framework, file):
    (picture,) = re.findall(r"<svg.*?</svg>", report(framework, file))

    radar = ElementTree.fromstring(picture)
    marks = [t for t in radar.iter("text") if "".join(t.itertext()) == "?"]
    assert len(marks) == len(framework.areas) - 2


def test_the_heat_map_counts_people_and_shades_their_share(framework, tmp_path):
    html = report(framework, rate_all(framework, tmp_path))

    row = Tables(html).rows("0", "5")[0]
    assert [row[str(level)] for level in range(6)] == ["1", "1", "0", "2", "0", "0"]
    assert row["Unknown"] == "0"
    heat = html[html.index("How many have which level") :]
    cells = re.findall(r'<td(?: class="s(\d)")?><bdi>(\d)</bdi>', heat)[1:7]
    assert cells == [
        ("2", "1"),
        ("2", "1"),
        ("", "0"),
        ("3", "2"),
        ("", "0"),
        ("", "0"),
    ]


def test_it_says_who_is_in_and_how_to_read_it(framework, file):
    html = report(framework, file)

    about = {row["About"]: row["Chosen"] for row in Tables(html).rows("About")}
    assert about["Who is in"] == "Ani <b>, Budi, Citra"
    assert about["Framework"] == framework.version
    assert about["Made on"] == "2026-11-25"
    assert "A claim is not a fact." in html
    assert "anonymous summary" in html


def test_a_large_team_is_counted_and_not_listed(framework, tmp_path):
    rows = [f"p{n},P{n},T,,{RATING.format(2)}" for n in range(MOST_PEOPLE + 1)]

    html = report(framework, write(tmp_path, *rows))

    about = {row["About"]: row["Chosen"] for row in Tables(html).rows("About")}
    assert about["People"] == str(MOST_PEOPLE + 1)
    assert "Who is in" not in about
