"""Something wrong in data we were given."""

import pytest

from skillgap.domain.problems import Problem, suggest_name

NAMES = ["programming.git", "programming.python", "ml.vision", "SFIA"]


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("programing.git", "programming.git"),
        (" ML.Vision ", "ml.vision"),
        ("programming.pyton", "programming.python"),
        ("SFIAA", "SFIA"),
        ("sfia", "SFIA"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_suggested_and_none_if_none_is_near(value, suggestion):
    assert suggest_name(value, NAMES) == suggestion


def test_a_name_is_suggested_out_of_any_iterable():
    assert suggest_name("ml.vison", iter(NAMES)) == "ml.vision"


def test_nothing_is_suggested_where_nothing_is_known():
    assert suggest_name("programming.git", []) == ""


def test_two_problems_share_no_values():
    assert Problem("a", "code").values is not Problem("b", "code").values
