"""What words and numbers of a table may mean, and where they only seem to."""

import pytest

from skillgap.domain.sheet import Sheet
from skillgap.sheets.columns import describe_columns
from skillgap.sheets.days import day_order
from skillgap.sheets.header import build_header
from skillgap.sheets.header_words import adds_up, header_kind, may_be_skill
from skillgap.sheets.level_words import word_position
from skillgap.sheets.marks import read_mark
from skillgap.sheets.scale_finding import detect_scale
from skillgap.sheets.table_proposal import find_other_scale
from skillgap.sheets.totals import is_aggregate, total_columns

KINDS = {
    "previous_level": "not_level", "Rating before": "not_level",
    "current_level": "level", "Self-assessment": "level",
    "employee_skill_id": "index", "assessment_id": "index", "team_id": "index",
    "team_member_id": "id", "employee_id": "id", "skill_id": "skill",
    "Team_member_skills": "skill", "スキル名": "skill", "更新日": "date",
    "Alias": "person", "Colaborador": "person", "Medewerker": "person",
    "IsAvailable": "not_level", "date_uploaded": "date",
    "Lower Bound": "total", "Higher Bound": "total", "Entra ID": "",
    "Total quality management": "", "Year plan": "not_level",
}  # fmt: skip


@pytest.mark.parametrize(("header", "kind"), KINDS.items())
def test_a_header_is_told_by_all_of_its_words(header, kind):
    assert header_kind(header) == kind


TOTALS = ["Average", "Rata-rata", "Total points per person", "# of experts", "≥3",
          "Number of people", "Coverage %", "Ø"]  # fmt: skip
SKILLS = ["Gap analysis", "Total quality management", "Average pricing", "Feedback",
          "Target setting", "Requirements analysis"]  # fmt: skip


@pytest.mark.parametrize("label", TOTALS)
def test_a_row_of_figures_is_told_by_how_its_label_begins(label):
    assert adds_up(label)
    assert not may_be_skill(label)


@pytest.mark.parametrize("label", ["Øyvind", "<b>Citra</b>", "> Ana"])
def test_a_sign_before_a_name_adds_nothing_up(label):
    assert not adds_up(label)


@pytest.mark.parametrize("label", SKILLS)
def test_a_skill_may_begin_like_a_row_of_figures(label):
    assert may_be_skill(label)


def sheet(*rows):
    return Sheet("", tuple(tuple(row.split()) for row in rows))


@pytest.mark.parametrize(
    ("row", "name", "expected"),
    [
        ("5 4 3", "Max", True),
        ("5 4 2", "Max", False),
        ("1 2 1", "Min", True),
        ("5 4 3", "Min", False),
        ("6 6 4", "Gap analysis", True),
        ("3 3 2", "Gap analysis", True),
        ("5 4 3", "Gap analysis", False),
        ("5 4 3", "", True),
    ],
)
def test_a_name_says_which_figures_a_row_may_hold(row, name, expected):
    cells = sheet("5 2 3", "1 4 1", row)

    assert is_aggregate(cells, 2, [0, 1], [0, 1, 2], name) is expected


def test_a_column_called_max_is_left_out_only_if_it_holds_the_highest():
    highest = sheet("1 2 3 3", "2 5 4 5", "3 4 1 4")
    somebody = sheet("1 2 3 3", "2 5 4 1", "3 4 1 4")

    assert total_columns(highest, [0, 1, 2], [0, 1, 2, 3], ends=[3]) == (3,)
    assert total_columns(somebody, [0, 1, 2], [0, 1, 2, 3], ends=[3]) == ()


def other_scale(*rows):
    return list(find_other_scale(sheet(*rows), range(len(rows)), range(4)))


def test_a_skill_in_which_everybody_is_good_is_no_other_scale():
    assert other_scale("9 1 2 10", "8 2 3 5", "10 3 4 4", "7 4 5 3") == []


def test_a_column_far_beyond_the_ends_of_all_others_is_another_scale():
    assert other_scale("1 2 5 40", "2 3 4 35", "5 1 3 52") == [3]


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [
        ("Nenhum", 0, 0), ("нет", 0, 0), ("なし", 0, 0), ("Keine Kenntnisse", 0, 0),
        ("Iniciante", 0.5, 1.5), ("初級", 0.5, 1.5), ("Base", 1, 2),
        ("Intermediário", 2.5, 3.5), ("中級", 2.5, 3.5), ("掌握", 2.5, 3.5),
        ("Avanzato", 3.6, 4.5), ("上級", 3.6, 4.5),
        ("Especialista", 4.6, 5), ("精通", 4.6, 5), ("Ekspert", 4.6, 5),
    ],
)  # fmt: skip
def test_level_words_of_other_languages_have_their_place(word, low, high):
    assert low <= word_position(word) <= high


@pytest.mark.parametrize(("text", "value"), [("３", 3), ("④", 4), ("２．５", 2.5)])
def test_digits_of_east_asian_keyboards_are_digits(text, value):
    assert read_mark(text).value == value


def test_a_raised_digit_is_a_footnote_and_no_further_digit():
    assert read_mark("3²") is None


def test_no_is_a_level_among_level_words_but_not_beside_yes():
    words = detect_scale({"no": 3, "basic": 4, "expert": 4})
    ticks = detect_scale({"no": 6, "yes": 5})

    assert words.scale.level_of("no") == 0
    assert [question.code for question in ticks.questions] == ["ask_yes_no"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"0": 2, "1": 3}, "ask_yes_no"),
        ({"1": 40}, "ask_yes_no"),
        ({"1": 3}, "ask_scale_end"),
    ],
)
def test_nothing_but_zero_and_one_says_who_has_a_skill_and_not_how_well(cells, code):
    assert [question.code for question in detect_scale(cells).questions] == [code]


def test_a_column_of_addresses_is_private_whatever_its_header_says():
    cells = Sheet("", (("Reach me", "Git"), ("a@b.test", "3"), ("c@d.test", "5")))

    facts = describe_columns(cells, build_header(cells, (0,)), frozenset())

    assert [fact.is_sensitive for fact in facts] == [True, False]


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["12/01/2026"], None),
        (["13/01/2026"], "day first"),
        (["01/13/2026"], "month first"),
        (["12/01/2026", "13/01/2026"], "day first"),
        (["13/01/2026", "01/13/2026"], None),
        (["12.01.2026"], "day first"),
    ],
)
def test_a_number_above_twelve_tells_the_order_of_day_and_month(days, order):
    assert day_order(days) == order


def test_nearly_the_sums_are_figures_only_where_the_row_has_no_name_of_its_own():
    cells = sheet("1 2 1 2 1", "2 2 3 1 1", "3 4 4 3 5")

    assert is_aggregate(cells, 2, [0, 1], range(5))
    assert not is_aggregate(cells, 2, [0, 1], range(5), "Gap analysis")


def test_an_impossible_day_tells_nothing_about_the_order():
    assert day_order(["03/04/2025", "13/13/2025"]) is None
    assert day_order(["03/04/2025", "13/12/2025"]) == "day first"
