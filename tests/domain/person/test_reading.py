"""How long a question takes."""

import pytest

from skillgap.domain.person.quick_set import choose_quick_set
from skillgap.domain.person.reading import levels_beside, seconds_to_answer
from tests.frameworks import small_framework

ONE = "skill builds_on\na.git ."


@pytest.mark.parametrize(
    ("level", "beside"), [(0, (0, 1)), (1, (0, 1, 2)), (4, (3, 4, 5)), (5, (4, 5))]
)
def test_a_level_is_read_with_its_neighbours(level, beside):
    assert levels_beside(level) == beside


@pytest.mark.parametrize(("language", "rate"), [("en", 238), ("id", 200)])
def test_words_at_the_rate_of_the_language_and_five_seconds_to_choose(language, rate):
    """Name and definition have a word each; anchors two, of two or three levels.

    Level 0 says 'none': so 3 words, 5, four times 6 ... a mean over the six levels.
    """
    framework = small_framework(ONE)
    zero = len(framework.anchor("a.git", 0).en.split())
    anchors = (zero + 2 + zero + 4 + 6 + 6 + 6 + 4) / 6
    seconds = seconds_to_answer(framework, "a.git", language)

    assert seconds == pytest.approx(60 * (2 + anchors) / rate + 5)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_quick_assessment_takes_less_than_ten_minutes(framework, language):
    for profile in framework.profiles.values():
        chosen = choose_quick_set(profile, framework.area_of)
        seconds = sum(seconds_to_answer(framework, s, language) for s in chosen)
        assert 300 < seconds < 600
