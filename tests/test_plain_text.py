"""What the command line prints for people; the same in both languages."""

import io
import json
import re
import sys
from contextlib import redirect_stdout
from functools import cache

import pytest

from skillgap.cli import main
from skillgap.settings import ROOT
from skillgap.terminal.asked import Asked
from skillgap.terminal.page import Page
from skillgap.terminal.text import SHOWN, write_text

PERSON = ROOT / "examples" / "example-profile.csv"
TEAM = ROOT / "examples" / "example-team.csv"
CANDIDATES = sorted((ROOT / "examples").glob("candidate-*.csv"))
ROLE = ROOT / "examples" / "example-role.yaml"
AIM = ("--profile", "llm_engineer")

CALLS = {
    "check": ["check"],
    "gaps": ["gaps", PERSON, *AIM],
    "fit": ["fit", PERSON],
    "plan": ["plan", PERSON, *AIM, "--hours-per-week", 5, "--weeks", 12],
    "read": ["read", TEAM],
    "review": ["review", TEAM],
    "compare": ["compare", *CANDIDATES, "--needs", ROLE],
}


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    """Let output be as wide as where there is no terminal, whatever is set here."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(sys, "argv", ["skillgap"])


def said(capsys, *arguments, code=0):
    """Return what a call prints."""
    assert main(list(map(str, arguments))) == code
    return capsys.readouterr().out


@cache
def printed(command, language="en"):
    """Return what a command prints of the example; each is called once."""
    with redirect_stdout(io.StringIO()) as out:
        assert main([*map(str, CALLS[command]), "--language", language]) == 0
    return out.getvalue()


def text_of(command, answer, framework, language="en", **more):
    """Return the text of an answer that was made by hand."""
    asked = Asked("skillgap", language, ["MY.csv"], framework=framework, **more)
    return write_text(command, answer, asked, 100, is_terminal=False)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(
    ("command", "begins", "ends"),
    [
        ("check", {"en": "The framework is in order.", "id": "Kerangka ini sudah"},
         "skillgap serve"),
        ("gaps", {"en": "LLM Engineer (llm_engineer): fit 64%, 56 of 61 skills rated",
                  "id": "LLM Engineer (llm_engineer): kecocokan 64%, 56 dari 61"},
         "--profile llm_engineer --hours-per-week 5"),
        ("fit", {"en": "Fit with every profile", "id": "Kecocokan dengan setiap"},
         "--profile software_engineer"),
        ("plan", {"en": "Plan for LLM Engineer (llm_engineer): modules: 6, hours: 59",
                  "id": "Rencana untuk LLM Engineer (llm_engineer): modul: 6, jam: 59"},
         "--profile llm_engineer"),
        ("read", {"en": "783 rows read: 783 accepted, 0 rejected",
                  "id": "783 baris dibaca: 783 diterima, 0 ditolak"}, ""),
        ("review", {"en": "8 people; 783 rows read", "id": "8 orang; 783 baris"},
         "--html OUT.html"),
        ("compare", {"en": "Candidate A (example-bima): fit 97%, rated 100%",
                     "id": "Kandidat A (example-bima): kecocokan 97%, dinilai 100%"},
         "skillgap serve"),
    ],
)  # fmt: skip
def test_it_begins_with_what_matters_and_ends_with_what_to_do(
    command, begins, ends, language
):
    lines = printed(command, language).splitlines()

    assert lines[0].startswith(begins[language])
    assert ends in lines[-1]


@pytest.mark.parametrize("command", CALLS)
def test_passed_on_it_is_plain_and_at_most_100_wide(command):
    text = printed(command)

    assert "\x1b" not in text
    assert not set(text) & set("│┃─━┌┐╭╮|")
    lines = text.splitlines()
    assert [n for n in lines if n != n.rstrip()] == []
    long = [line for line in lines[:-1] if len(line) > 100]
    assert [line for line in long if "https://" not in line] == []


def test_in_a_terminal_headings_are_bold(capsys, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdout", screen := Terminal())

    main(["fit", str(PERSON)])

    assert screen.getvalue().startswith("\x1b[1mFit with every profile")


@pytest.mark.parametrize("command", CALLS)
def test_what_it_suggests_is_a_command_that_runs(command):
    last = printed(command).splitlines()[-1]
    found = re.search(r"skillgap (.+)$", last)

    if found and found[1] != "serve":
        assert main(found[1].split()) == 0
    else:
        assert command in ("check", "compare", "review")


def test_the_next_command_asks_of_the_same_person_in_the_same_way(capsys):
    words = ("--context", "ai_startup", "--trend", "edge_ai", "--language", "id")

    last = said(capsys, "gaps", PERSON, *AIM, *words).splitlines()[-1]

    assert last == (
        f"Selanjutnya: skillgap plan {PERSON} --language id {' '.join(AIM)} "
        "--context ai_startup --trend edge_ai --hours-per-week 5"
    )


GAPS = {
    "profile": "llm_engineer",
    "fit": 0.5,
    "rated_share": 0.666667,
    "gaps": [
        {"skill": "ml.nlp", "level": 1, "target": 3, "weight": 4, "gap": 2,
         "priority": 8, "basis": "claimed"},
        {"skill": "programming.git", "level": 4, "target": 4, "weight": 4, "gap": 0,
         "priority": 0, "basis": "checked"},
        {"skill": "ml.vision", "level": None, "target": 2, "weight": 2, "gap": None,
         "priority": None, "basis": "claimed"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", """\
LLM Engineer (llm_engineer): fit 50%, 2 of 3 skills rated
  Skill                             Level  Target  Gap  Weight  Basis
  NLP and language models (ml.nlp)      1       3    2       4  claimed
At target or above: 1. Not rated and so unknown: 1.

Next: skillgap plan MY.csv --profile llm_engineer --hours-per-week 5"""),
        ("id", """\
LLM Engineer (llm_engineer): kecocokan 50%, 2 dari 3 keterampilan dinilai
  Keterampilan                   Level  Target  Kesenjangan  Bobot  Basis
  NLP dan model bahasa (ml.nlp)      1       3            2      4  diklaim
Sudah mencapai target: 1. Belum dinilai, jadi belum diketahui: 1.

Selanjutnya: skillgap plan MY.csv --profile llm_engineer --hours-per-week 5"""),
    ],
)  # fmt: skip
def test_a_gap_is_a_row_and_what_is_not_rated_is_no_gap(language, text, framework):
    assert text_of("gaps", GAPS, framework, language, aim=AIM) == text


def test_without_a_gap_no_plan_is_suggested(framework):
    answer = {**GAPS, "gaps": GAPS["gaps"][1:]}

    text = text_of("gaps", answer, framework, aim=AIM)

    assert text.splitlines()[1:] == [
        "At target or above: 1. Not rated and so unknown: 1.",
        "",
        "Next: skillgap fit MY.csv",
    ]


def test_an_unknown_fit_is_a_question_mark_and_not_zero(framework):
    row = {"profile": "llm_engineer", "fit": None, "rated_share": 0}

    text = text_of("fit", {"fits": [row]}, framework)

    assert re.search(r"^  LLM Engineer \(llm_engineer\) +\? +0%$", text, re.MULTILINE)


def test_a_plan_gives_every_step_and_gathers_what_stays_open_by_reason(framework):
    resource = {"id": "r1", "title": "A course", "url": "https://example.org/a/b",
                "language": "en", "hours": 1.5}  # fmt: skip
    step = {
        "module": "m", "title": "Try it", "hours": 4.0, "week_from": 1, "week_to": 2,
        "skills": [{"skill": "ml.nlp", "from": 1, "to": 2}], "why": "It weighs most.",
        "resources": [resource], "stage": 2, "stages": 3,
    }  # fmt: skip
    left = [("ml.nlp", "B."), ("ml.vision", "A."), ("programming.git", "B.")]
    answer = {
        "optimal": False, "hours": 4, "steps": [step], "ask_first": ["ml.evaluation"],
        "not_yet": [{"skill": "ml.adaptation", "because": ["ml.deep_learning"]}],
        "left_open": [{"skill": s, "from": 2, "to": 3, "why": w} for s, w in left],
    }  # fmt: skip

    text = text_of("plan", answer, framework, profile="llm_engineer", aim=AIM)

    assert (
        text
        == """\
Plan for LLM Engineer (llm_engineer): modules: 1, hours: 4, weeks: 2
Rate these first, they weigh most: Evaluation and error analysis (ml.evaluation).

1. Try it (m)
  - weeks 1 to 2, 4 h (stage 2 of 3): NLP and language models (ml.nlp) 1 → 2
  - It weighs most.
  - A course [en], 1.5 h: https://example.org/a/b

Not yet: these skills come first
  - Model adaptation: fine-tuning and compression (ml.adaptation): Deep learning
    (PyTorch/TensorFlow) (ml.deep_learning)

Left open
A.
  Skill                                       From level  To level
  Computer vision and multimodal (ml.vision)           2         3
B.
  Skill                                                From level  To level
  NLP and language models (ml.nlp)                              2         3
  Git fluency: from zero to shipped (programming.git)           2         3
It is not proven that no better choice fits the hours.

Next: skillgap gaps MY.csv --profile llm_engineer"""
    )


def test_a_comparison_counts_instead_of_printing_every_value():
    text = printed("compare")

    assert [line for line in text.splitlines() if line.startswith("Skills asked")] == [
        "Skills asked: 0 met, 2 not met, 12 to be asked",
        "Skills asked: 0 met, 2 not met, 12 to be asked",
        "Skills asked: 0 met, 9 not met, 5 to be asked",
    ]
    levels = re.search(r"^ .*\(ethics\.safety\) +4 +5 +(.+)$", text, re.MULTILINE)
    assert re.split(r" {2,}", levels[1]) == ["4 claimed", "?", "3 evidenced"]


def test_a_review_shows_the_shortest_skills_first_and_says_what_it_leaves_out():
    text = printed("review")

    short = text.split("\n\n")[1].splitlines()
    assert re.search(r"^  AI agents.* 4 +5 +2\.5 +0 / 8( |$)", short[2])
    assert short[-1] == "And 44 more; --skills OUT.csv writes every skill."
    hangs = r"^  Git fluency.* \(programming\.git\) +4  t-01$"
    assert re.search(hangs, text, re.MULTILINE)
    assert "No other choice closes more than 336: this one is proven." in text


def test_a_foreign_spreadsheet_says_what_was_assumed_and_left_out(capsys, tmp_path):
    file = tmp_path / "matrix.csv"
    file.write_text("Skill,Ani,Budi\nPython,3,4\nGit,2,3\nSQL,1,2\nTotal,6,9\n")

    text = said(capsys, "read", file, "--language", "en")

    assert "What was assumed\n  - " in text
    assert re.search(r"^ +5  Total +a sum or mean$", text, re.MULTILINE)


def test_every_problem_is_said_at_the_end_and_counted(capsys, tmp_path):
    file = tmp_path / "bad.csv"
    head = PERSON.read_text("utf-8").splitlines()[0]
    width = head.count(",") + 1
    rows = [f"p,,,,{skill},{level}" for skill, level in (("ml.nlp", 9), ("ml.no", 1))]
    file.write_text("\n".join([head, *(r + "," * (width - 6) for r in rows)]) + "\n")

    text = said(capsys, "read", file, code=1)
    problems = json.loads(said(capsys, "read", file, "--json", code=1))["problems"]

    assert len(problems) > 1
    last = text.split(f"Problems: {len(problems)}\n")[1]
    assert " ".join(last.split()) == " ".join(f"- {p['message']}" for p in problems)
    assert "Next:" not in text


def test_a_file_that_is_not_there_leaves_the_problem_alone(capsys, tmp_path):
    text = said(capsys, "gaps", tmp_path / "no.csv", *AIM, code=1)

    assert text.startswith("Problems: 1\n  - ")


def test_schemas_are_listed_by_name(capsys, tmp_path):
    lines = said(capsys, "schema", "--out", tmp_path).splitlines()

    assert "  - trends.json" in lines
    assert len(list(tmp_path.iterdir())) == sum(n.startswith("  - ") for n in lines)


def test_every_command_has_a_text():
    assert set(SHOWN) == {*CALLS, "schema"}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("[bold]Ani[/bold]", "[bold]Ani[/bold]"),
        (":smile:", ":smile:"),
        ("Ani\x1b[2J", "Ani�[2J"),
        ("Ani\rBudi", "Ani�Budi"),
    ],
)  # fmt: skip
def test_what_people_wrote_is_shown_and_not_obeyed(words, shown):
    page = Page()
    page.say(words)
    page.table(["Name"], [[words]])

    text = page.render(100, is_terminal=False)

    assert text.splitlines() == [shown, "  Name", f"  {shown}"]


def test_a_narrow_terminal_folds_cells_and_loses_nothing():
    page = Page()
    page.table(["Skill", "Level"], [["engineering.llm_integration", "3"]], numbers=[1])

    lines = page.render(20, is_terminal=False).splitlines()

    assert max(map(len, lines)) <= 20
    cells = "".join("".join(lines[1:]).split())
    assert sorted(cells) == sorted("engineering.llm_integration3")


def test_an_address_longer_than_the_line_is_not_broken():
    page = Page()
    page.list(["A course: https://example.org/" + "a" * 30])

    lines = page.render(20, is_terminal=False).splitlines()

    assert lines == ["  - A course:", "    https://example.org/" + "a" * 30]
