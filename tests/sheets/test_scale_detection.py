"""Which scale marks belong to, and where they come to lie on ours."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.domain.sheet import Sheet
from skillgap.sheets.legend import find_legend, legend_of_cell
from skillgap.sheets.level_words import level_positions, word_position
from skillgap.sheets.marks import is_unknown, read_mark
from skillgap.sheets.scale import Scale, spread
from skillgap.sheets.scale_finding import detect_scale


def found(marks, legend=None, hints=()):
    """Return what is found of marks parted by blanks; ``_`` stands for a blank."""
    cells = Counter(mark.replace("_", " ") for mark in marks.split())
    return detect_scale(cells, legend, hints)


def levels(marks, legend=None, hints=()):
    """Return name and levels of a scale about which nothing has to be asked."""
    finding = found(marks, legend, hints)
    assert finding.questions == ()
    cells = [mark.replace("_", " ") for mark in dict.fromkeys(marks.split())]
    return finding.scale.name, finding.scale.table(cells)


def sheet_of(lines):
    rows = [tuple(line.strip().split("|")) for line in lines.strip().splitlines()]
    return Sheet("", tuple(rows))


SCALES = {
    "1-5": ("1 2 3 4 5", [1, 2, 3, 4, 5]),
    "0-5": ("0 1 2 3 4 5", [0, 1, 2, 3, 4, 5]),
    "1-10": ("1 2 3 4 5 6 7 8 9 10", [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
    "0-10": ("0 2 4 5 6 7 8 9 10", [0, 1, 2, 2, 3, 3, 4, 4, 5]),
    "percent": ("0% 10% 30% 50% 75% 100%", [0, 0, 1, 2, 4, 5]),
    "words": ("None Beginner Intermediate Advanced Expert", [0, 1, 3, 4, 5]),
}


@pytest.mark.parametrize("name", SCALES)
def test_the_ends_of_a_scale_come_to_the_ends_of_ours_and_halves_go_down(name):
    marks, expected = SCALES[name]

    assert levels(marks) == (name, dict(zip(marks.split(), expected, strict=True)))


def test_a_highest_four_ends_a_scale_only_where_many_marks_stop_there():
    few, many = "1 2 3 4", "1 2 3 4 " * 8

    assert levels(few) == ("1-5", {"1": 1, "2": 2, "3": 3, "4": 4})
    assert levels(many) == ("1-4", {"1": 1, "2": 2, "3": 4, "4": 5})
    assert levels(few, hints=["Scale: 1 to 4"])[0] == "1-4"
    assert levels(many + "0 " * 8)[0] == "0-4"


WORDS = {
    "five steps": ("Novice Beginner Intermediate Advanced Expert", [1, 2, 3, 4, 5]),
    "Dreyfus": (
        "Novice Advanced_beginner Competent Proficient Expert", [1, 2, 3, 4, 5],
    ),
    "Indonesian": ("Tidak_ada Dasar Menengah Mahir Ahli", [0, 1, 3, 4, 5]),
    "Indonesian, short": ("Belum Pemula Menengah Mahir", [0, 1, 3, 4]),
    "grades": ("Kurang Cukup Baik Sangat_baik", [1, 2, 4, 5]),
    "Likert": ("Poor Fair Good Very_good Excellent", [1, 2, 3, 4, 5]),
    "three": ("learning familiar expert", [1, 2, 5]),
    "ours": ("Belum Mengenal Terbimbing Mandiri Andal_di_produksi Rujukan",
             [0, 1, 2, 3, 4, 5]),
}  # fmt: skip


@pytest.mark.parametrize(("marks", "expected"), WORDS.values(), ids=list(WORDS))
def test_words_keep_their_order_and_their_meaning(marks, expected):
    assert list(levels(marks)[1].values()) == expected


@given(st.lists(st.sampled_from([0.0, 0.8, 1.0, 1.3, 2.2, 3.0, 4.0, 4.6, 5.0])))
def test_different_words_never_get_the_same_level(places):
    found_levels = level_positions(places)

    assert found_levels is None or len(set(found_levels.values())) == len(found_levels)


SYMBOLS = {
    "stars of five": ("★☆☆☆☆ ★★★☆☆ ★★★★★", [1, 3, 5]),
    "circles": ("× △ ○ ◎", [0, 2, 3, 5]),
    "Harvey balls": ("○ ◔ ◑ ◕ ●", [0, 1, 2, 4, 5]),
    "dots of five": ("●○○○○ ●●●○○ ●●●●●", [1, 3, 5]),
    "plus": ("+ ++ +++", [1, 3, 5]),
    "of five": ("1/5 3/5 5/5", [1, 3, 5]),
    "labelled": ("1_-_Novice 2_-_Intermediate 3_-_Expert", [1, 3, 5]),
    "labelled behind": ("Beginner_(1) Intermediate_(2) Expert_(3)", [1, 3, 5]),
}


@pytest.mark.parametrize(("marks", "expected"), SYMBOLS.values(), ids=list(SYMBOLS))
def test_symbols_and_labels_are_read(marks, expected):
    assert list(levels(marks)[1].values()) == expected


ASKED = {
    "nothing": ("", "ask_levels_none"),
    "unknown codes": ("D1 D2 D3", "ask_marks"),
    "ticks": ("✓ x ✓", "ask_yes_no"),
    "yes and no": ("Yes No", "ask_yes_no"),
    "ya dan tidak": ("Ya Tidak", "ask_yes_no"),
    "an end at three": ("1 2 3", "ask_scale_end"),
    "an end at two": ("0 1 2", "ask_scale_end"),
    "an end at seven": ("1 4 7 6 6", "ask_scale_end"),
    "one mark beyond five": ("1 2 3 4 5 9", "ask_scale_end"),
    "years": ("1 12 250 7 30 900", "ask_scale_numbers"),
    "stars without an end": ("★ ★★ ★★★", "ask_scale_end"),
    "too many words": ("Aware Novice Beginner Basic Fair Good Expert", "ask_words"),
}


@pytest.mark.parametrize(("marks", "code"), ASKED.values(), ids=list(ASKED))
def test_what_could_be_several_scales_is_asked(marks, code):
    assert [question.code for question in found(marks).questions] == [code]


def test_many_marks_that_stop_at_three_tell_that_the_scale_ends_there():
    cells = {"0": 20, "1": 15, "2": 10, "3": 5}

    assert detect_scale(cells).questions == ()
    assert detect_scale(cells).scale.name == "0-3"
    assert detect_scale({"3": 1, "2": 40, "1": 9}).questions != ()


def test_a_header_tells_the_ends():
    assert levels("1 2 3", hints=["Python (1-3)"])[0] == "1-3"
    assert levels("1 2 3", hints=["skala 0 sampai 5"])[0] == "0-5"
    assert levels("0 2 3", hints=["level_0_to_5"])[0] == "0-5"


def test_a_legend_is_worth_more_than_the_numbers_themselves():
    legend = {"1": "Expert", "2": "Intermediate", "3": "Beginner"}
    spoken = {"0": "Tidak bisa", "1": "Dengan bantuan", "2": "Mandiri", "3": "Mengajar"}

    assert levels("1 2 3", legend)[1] == {"1": 5, "2": 3, "3": 1}
    assert list(levels("0 1 2 3", spoken)[1].values()) == [0, 2, 3, 5]


def test_a_legend_may_say_that_a_mark_says_nothing():
    legend = {"0": "Not applicable", "1": "Beginner", "2": "Expert"}

    assert levels("0 1 2", legend)[1] == {"0": None, "1": 1, "2": 5}


def test_letters_need_a_legend():
    legend = {"N": "None", "B": "Beginner", "I": "Intermediate", "E": "Expert"}

    assert list(levels("N B I E", legend)[1].values()) == [0, 1, 3, 5]
    assert found("N B I E").questions != ()


def test_a_legend_without_words_for_levels_is_asked():
    legend = {"P": "see page 3", "Q": "beginner"}

    assert [q.code for q in found("P Q P", legend).questions] == ["ask_legend"]


def test_a_few_slips_are_off_the_scale_and_no_second_scale():
    cells = Counter({"1": 9, "2": 9, "3": 9, "4": 9, "5": 9, "x": 1, "7": 1})

    scale = detect_scale(cells).scale

    assert scale.name == "1-5"
    assert scale.level_of("x") is None
    assert scale.level_of("7") is None


UNKNOWN = ["", "-", "--", "?", "n/a", "N/A", "NA", "nan", "#N/A", "tidak tahu", "…"]


@pytest.mark.parametrize("mark", UNKNOWN)
def test_what_says_nothing_is_unknown_and_never_zero(mark):
    level = Scale("0-5", {}, 0, 5).level_of(mark)

    assert is_unknown(mark)
    assert level is not None
    assert level != level  # NaN


def test_none_is_level_zero_among_words_and_unknown_among_numbers():
    assert levels("None Beginner Expert")[1]["None"] == 0
    assert found("3 4 5 1 2 None").scale.level_of("None") is None


NO_MARKS = [
    "3 years",
    "2026-11-25",
    "Python",
    "45 hari",
    "1st",
    "٣",
    "3-4",
    "3-5 years",
]


@pytest.mark.parametrize("text", NO_MARKS)
def test_texts_with_numbers_are_no_marks(text):
    assert read_mark(text) is None


@given(st.integers(0, 100), st.integers(1, 100))
def test_more_marks_never_mean_a_lower_level(value, high):
    lower, upper = spread(value, 0, high), spread(value + 1, 0, high)

    assert lower is None or upper is None or 0 <= lower <= upper <= 5


LEGENDS = {
    "one cell": "Legend: 0 = None, 1 = Basic, 2 = Expert",
    "one cell, colons": "1: Novice, 2: Competent, 3: Expert",
    "cells in a column": "0 - None\n1 - Basic\n2 - Expert",
    "two columns": "Level|Meaning\n0|None\n1|Basic\n2|Expert",
    "two columns, turned": "None|0\nBasic|1\nExpert|2",
    "lying": "0|1|2\nNone|Basic|Expert",
    "pairs in a row": "Keterangan|0|Tidak ada|1|Dasar|2|Mahir",
    "beside the table": "Name|Go||0|None\nAyu|1||1|Basic\nBima|2||2|Expert",
}


@pytest.mark.parametrize("lines", LEGENDS.values(), ids=list(LEGENDS))
def test_a_legend_is_found_wherever_it_stands(lines):
    legend = find_legend(sheet_of(lines))

    assert len(legend) == 3
    assert set(legend) <= {"0", "1", "2", "3"}


def test_a_list_of_numbered_people_is_no_legend():
    assert find_legend(sheet_of("No|Name\n1|Ayu\n2|Bima\n3|Citra")) == {}


def test_symbols_may_have_a_legend():
    entries = dict(legend_of_cell("◎ = can teach | ○ = alone | × = cannot"))

    assert list(entries) == ["◎", "○", "×"]
    assert word_position("can teach") == 4.6
