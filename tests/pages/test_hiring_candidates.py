"""Compare candidates: beside each other, masked, without an order."""

import json
import re

import pytest

from skillgap.ui.state import CANDIDATE_FILES
from tests.pages.conftest import Open
from tests.pages.visitor import LANGUAGES, Visitor

PAGE = "hiring/candidates"
HEADER = "person_id,name,team,profile,skill,level,basis,rated_on,framework"
NAMES = ("Bima", "Citra", "Wulan")
ORDER = re.compile(
    r"\b(best|better|worst|winner|first place|top candidate|shortlist|recommended|"
    r"terbaik|lebih baik|terburuk|pemenang|peringkat [1-9]|juara|unggulan)\b",
    re.IGNORECASE,
)


def export(name: str, *ratings: str, person: str = "p1", version: str = "1.0.0"):
    """Return a CSV export from lines ``skill level basis``."""
    rows = [line.split() for line in ratings]
    lines = [
        f"{person},{name},,,{skill},{level},{basis},2026-11-20,{version}"
        for skill, level, basis in rows
    ]
    return "\n".join([HEADER, *lines]).encode()


def give(visitor: Visitor, **files: bytes) -> Visitor:
    """Hand in files; ``__`` stands for the dot of a file name."""
    key = next(visitor.keys("candidate-files-"))
    for name, content in files.items():
        visitor.widget(key).upload(name.replace("__", "."), content)
    return visitor.run()


def two(visitor: Visitor) -> Visitor:
    """Hand in two candidates with telling names."""
    return give(
        visitor,
        Zubaidah_Aminah__csv=export(
            "Zubaidah Aminah",
            "programming.python 5 claimed",
            "programming.git 4 evidenced",
            person="zb-7731",
        ),
        sukarno__csv=export("Sukarno", "programming.git 1 claimed", person="karno"),
    )


def everything(visitor: Visitor) -> str:
    """Return all the browser gets: every element of the page, and every download."""
    tree = [str(getattr(node, "proto", "")) for node in visitor.app.main]
    tree += [node.value.to_csv() for node in visitor.app.dataframe]
    files = [visitor.download(key) for key in visitor.keys("comparison-")]
    return "\n".join([*tree, visitor.text(), *(file.decode() for file in files)])


def totals(visitor: Visitor):
    """Return fit and rated share by candidate."""
    shown = next(
        each.value
        for each in visitor.app.table
        if each.value.shape[1] == 3 and "%" in each.value.to_csv()
    )
    plain = shown.map(lambda cell: re.sub(r"\\(.)", r"\1", cell))
    return plain.set_index(plain.columns[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_candidates_are_compared_at_first_and_marked(
    open_app: Open, language: str
) -> None:
    visitor = open_app(locale=language).open(PAGE)
    lines = " ".join(visitor.lines())
    said = {"en": "example candidates", "id": "contoh"}[language]
    assert said in lines
    assert visitor.figure("candidate-dots")["data"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_masked_names_appear_nowhere(open_app: Open, language: str) -> None:
    visitor = open_app(locale=language).open(PAGE)
    for shown in (visitor, two(open_app(locale=language).open(PAGE))):
        content = everything(shown)
        for name in (*NAMES, "Zubaidah", "Aminah", "Sukarno", "zb-7731", "karno"):
            assert name.lower() not in content.lower(), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_reveals_names_in_charts_tables_and_exports(
    open_app: Open, language: str
) -> None:
    visitor = two(open_app(locale=language).open(PAGE)).set("reveal-names", True)

    names = {trace.get("name") for trace in visitor.figure("candidate-dots")["data"]}
    assert {"Zubaidah Aminah", "Sukarno"} <= names
    assert list(totals(visitor).index) == ["Zubaidah Aminah", "Sukarno"]
    for key in visitor.keys("comparison-"):
        assert "Zubaidah Aminah" in visitor.download(key).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faulty_file_is_reported_by_number_and_the_others_go_on(
    open_app: Open, language: str
) -> None:
    visitor = two(open_app(locale=language).open(PAGE))

    give(visitor, Rahasia_Putri__csv=b"Rahasia Putri,x\n1,2\n")

    assert re.search(r"^1\. .+ 3", visitor.text(), re.MULTILINE)
    assert "Rahasia" not in everything(visitor)
    assert len(totals(visitor)) == 2
    assert "Rahasia_Putri.csv" in visitor.set("reveal-names", True).text()


def test_a_must_have_only_claimed_is_asked_and_never_met(open_app: Open) -> None:
    visitor = open_app().open("hiring/needs").click("role-start")
    visitor.set("role-must", ["programming.python", "programming.git"])
    visitor.click("role-fix").open(PAGE)
    two(visitor)

    text = visitor.text()

    assert "Candidate A: cannot tell: ask (level 5, claimed)" in text
    assert "Candidate B: cannot tell: ask (not rated)" in text
    assert "Candidate B: not met (level 1, claimed)" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_puts_candidates_in_an_order(open_app: Open, language: str) -> None:
    visitor = open_app(locale=language).open(PAGE)
    assert ORDER.findall(visitor.text()) == []


def test_unknown_is_a_question_mark_and_not_zero(open_app: Open) -> None:
    visitor = two(open_app().open(PAGE)).set("candidate-skills", "programming")
    marks = [t for t in visitor.figure("candidate-dots")["data"] if t.get("text")]
    assert len(marks) == 1
    assert set(marks[0]["text"]) == {"?"}
    assert max(marks[0]["x"]) < 0


def test_candidates_differ_by_form_and_place_and_not_by_colour_alone(
    open_app: Open,
) -> None:
    figure = open_app().open(PAGE).figure("candidate-dots")
    keys = [t for t in figure["data"] if t.get("x") == [None]]
    assert len({t["marker"]["symbol"] for t in keys}) == len(keys) == 3


def test_a_radar_shows_three_outlines_at_most_and_fills_none(open_app: Open) -> None:
    visitor = open_app().open(PAGE)
    for number in range(5):
        give(visitor, **{f"c{number}__csv": export("", "programming.git 3 claimed")})

    data = visitor.figure("candidate-radar")["data"]
    assert len(data) == 4
    assert {trace["fill"] for trace in data} == {"none"}
    assert len(visitor.figure("candidate-dots")["data"]) > 10


def test_two_of_one_name_stay_two(open_app: Open) -> None:
    same = export("Budi", "programming.git 3 claimed")
    other = export("Budi", "programming.git 5 evidenced")
    visitor = give(open_app().open(PAGE), a__csv=same, b__csv=other)

    shown = set(totals(visitor.set("reveal-names", True)).index)

    assert shown == {"Budi (A)", "Budi (B)"}


def test_beside_the_fits_of_eight_it_says_how_many_cannot_be_told_apart(
    open_app: Open,
) -> None:
    files = {
        f"c{n}__csv": export(f"C{n}", "programming.git 3 claimed", person=f"p{n}")
        for n in range(8)
    }
    shown = give(open_app(locale="en").open(PAGE), **files).text()

    assert "of 28 pairs, 28 cannot be told apart" in shown


def test_a_name_of_markup_is_text_everywhere(open_app: Open) -> None:
    name = "<b>محمد</b> [x](http://y) *z*"
    files = {
        "a__csv": export(name, "programming.git 3 claimed"),
        "b__csv": export("Sukarno", "programming.git 5 claimed", version="0.9.0"),
    }
    visitor = give(open_app().open(PAGE), **files).set("reveal-names", True)

    names = [t.get("name") for t in visitor.figure("candidate-dots")["data"]]
    assert not [n for n in names if n and "<b>" in n]
    assert name in totals(visitor).index
    assert "0.9.0" in visitor.text()


def test_words_of_a_resume_are_mapped_by_the_reader(open_app: Open) -> None:
    skills = [{"name": "Python", "level": "Master"}]
    resume = {"basics": {"name": "Budi"}, "skills": skills}
    visitor = give(
        open_app().open(PAGE),
        budi__json=json.dumps(resume).encode(),
        b__csv=export("", "programming.python 2 claimed"),
    )
    words = list(visitor.keys("word-"))
    assert [visitor.widget(key).value for key in words] == [None, None]
    choices = {"skill": "programming.python", "level": 4}
    for key in words:
        visitor.widget(key).set_value(choices[key.split("-")[2]])

    visitor.click("words-keep")

    assert not list(visitor.keys("word-"))
    assert next(iter(totals(visitor)["Rated share"])) == "7% (1/14)"
    known = next(t.value for t in visitor.app.dataframe if "Means here" in t.value)
    assert known["In the resume"].tolist() == ["Python", "Master"]
    assert len(list(visitor.click("words-forget").keys("word-"))) == 2


def test_meanings_are_saved_and_load_in_another_session(open_app: Open) -> None:
    skills = [{"name": "Python", "level": "Master"}, {"name": "Budi framework"}]
    resume = {"basics": {"name": "Budi"}, "skills": skills}
    files = {
        "budi__json": json.dumps(resume).encode(),
        "b__csv": export("", "programming.python 2 claimed"),
    }
    choices = {"skill": "programming.python", "level": 4}
    visitor = give(open_app().open(PAGE), **files)
    for key in visitor.keys("word-"):
        visitor.widget(key).set_value(choices[key.split("-")[2]])
    saved = visitor.click("words-keep").download("words-download")
    assert b"Budi" not in saved

    other = give(open_app(key="browser-b").open(PAGE), **files)
    other.widget("words-file-0").upload("meanings.yaml", saved)
    other.run()
    left = [other.widget(key).label for key in other.keys("word-")]
    assert left == ["skill “Candidate A framework”"]
    assert "Budi" not in everything(other)

    other.widget("words-file-1").upload("meanings.yaml", b"skills: {a: &x b}")
    assert "1. meanings.yaml:1" in other.run().text()
    assert [other.widget(key).label for key in other.keys("word-")] == left


def test_files_are_let_go_and_can_be_taken_out(open_app: Open) -> None:
    visitor = two(open_app().open(PAGE))
    assert not visitor.widget("candidate-files-1").value

    visitor.click("candidates-clear")

    assert CANDIDATE_FILES not in visitor.app.session_state
    assert "example candidates" in visitor.text()


def test_open_needs_come_before_the_first_file(open_app: Open) -> None:
    visitor = open_app().open("hiring/needs").click("role-start").open(PAGE)
    assert visitor.widget("candidate-files-0").disabled
    assert visitor.app.warning


def test_another_role_takes_the_files_out_so_that_needs_come_first(
    open_app: Open,
) -> None:
    visitor = two(open_app().open(PAGE)).open("hiring/needs").click("role-start")
    assert CANDIDATE_FILES not in visitor.app.session_state

    assert visitor.open(PAGE).widget("candidate-files-1").disabled
    assert not list(visitor.keys("comparison-"))
