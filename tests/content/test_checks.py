"""The rules of ``competencies/README.md`` for checks and foils."""

import math
import re
from collections import Counter

import pytest

from tests.content.arithmetic import HIGHEST_POWER, compute
from tests.content.texts import count_words, in_both, texts_of

LANGUAGES = ("en", "id")
REFUSED = "not arithmetic|not a function of math|too high"
LEVELS_ASKED = {2, 3, 4}
LEAST_CHECKS = 183
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
LITERAL = re.compile(r'"[^"]*"|\d+(?:\.\d+){3}')
THOUSANDS = {
    "en": re.compile(r",(?=\d{3}(?!\d))"),
    "id": re.compile(r"\.(?=\d{3}(?!\d))"),
}


def with_options(framework):
    return [check for check in framework.checks.values() if check.options]


def lengths(check, language):
    """Return the length of each option and of the right one."""
    found = [len(option.in_language(language)) for option in check.options]
    return found, found[check.correct - 1]


def numbers_in(sentence, language):
    """Return how often each number stands in a sentence, written one way."""
    found = NUMBER.findall(sentence)
    plain = [THOUSANDS[language].sub("", number) for number in found]
    return Counter(re.sub("[,:]", ".", number) for number in plain)


def without_literals(text):
    """Return both sentences without quotations and addresses that are the same."""
    same = set(LITERAL.findall(text.en)) & set(LITERAL.findall(text.id))
    return [
        LITERAL.sub(lambda found: "" if found[0] in same else found[0], sentence)
        for sentence in (text.en, text.id)
    ]


def expressions(framework):
    for key, check in framework.checks.items():
        if check.number:
            yield key, check.number.expression
        elif check.expression:
            yield key, check.expression


# Coverage


def test_every_skill_has_a_check_at_each_of_the_levels_2_3_and_4(framework):
    asked = {skill: Counter() for skill in framework.skills}
    for check in framework.checks.values():
        asked[check.skill][check.level] += 1

    assert {s: set(n) for s, n in asked.items() if not set(n) >= LEVELS_ASKED} == {}
    assert {s: n.total() for s, n in asked.items() if n.total() < 3} == {}
    assert len(framework.checks) >= LEAST_CHECKS


# Right answers


def test_a_numeric_answer_recomputes_within_its_tolerance(framework):
    found = {}
    for key, check in framework.checks.items():
        if check.number:
            value = compute(check.number.expression)
            if not abs(value - check.number.value) <= check.number.tolerance:
                found[key] = (value, check.number)

    assert found == {}


def test_every_expression_is_arithmetic_with_a_finite_value(framework):
    values = {key: compute(text) for key, text in expressions(framework)}

    assert {key: v for key, v in values.items() if not math.isfinite(v)} == {}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("2*(3+4)", 14),
        ("-0.05+0.25", 0.2),
        ("2**10/4", 256),
        ("math.ceil(26.6)", 27),
        ("math.sqrt(1e4)", 100),
    ],
)
def test_arithmetic_is_computed(expression, value):
    assert compute(expression) == pytest.approx(value)


@pytest.mark.parametrize(
    "expression",
    [
        "abs(1)", "math.__sizeof__()", "math.pi()", "math.pi", "'a'*3", "True",
        "[1][0]", "x", "(lambda: 1)()", f"1**{HIGHEST_POWER + 1}", "1 if 1 else 2",
        "math.sqrt(x=4)", "1; 2", "",
    ],
)  # fmt: skip
def test_what_is_no_arithmetic_is_refused(expression):
    with pytest.raises(ValueError, match=REFUSED):
        compute(expression)


def test_right_answers_are_spread_evenly_over_the_positions(framework):
    checks = with_options(framework)
    shares = Counter(check.correct for check in checks)

    assert set(shares) == {1, 2, 3, 4}
    assert {
        p: n for p, n in shares.items() if not 0.15 <= n / len(checks) <= 0.35
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extreme", [max, min])
def test_the_right_answer_is_not_known_by_its_length(framework, language, extreme):
    checks = with_options(framework)
    telling = 0
    for check in checks:
        found, right = lengths(check, language)
        telling += right == extreme(found) and found.count(right) == 1

    assert telling / len(checks) <= 0.35


# Texts


@pytest.mark.parametrize(
    ("part", "least", "most"), [("question", 20, 70), ("explanation", 15, 70)]
)
def test_a_text_of_a_check_has_the_length_of_its_kind(framework, part, least, most):
    found = {
        f"{key} {language}": count_words(sentence)
        for key, check in framework.checks.items()
        for language, sentence in in_both(getattr(check, part))
        if not least <= count_words(sentence) <= most
    }

    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_four_different_options_of_1_to_25_words(framework, language):
    found = {}
    for key, check in framework.checks.items():
        options = [option.in_language(language) for option in check.options]
        words = [count_words(option) for option in options]
        if options and (
            len(set(options)) != 4 or not 1 <= min(words) <= max(words) <= 25
        ):
            found[key] = options

    assert found == {}


def test_both_languages_give_the_same_numbers(framework):
    found = {}
    for key, check in framework.checks.items():
        for place, text in texts_of(check, key):
            en, id_ = without_literals(text)
            english, ours = numbers_in(en, "en"), numbers_in(id_, "id")
            if english != ours:
                found[place] = (sorted(english - ours), sorted(ours - english))

    assert found == {}


@pytest.mark.parametrize("word", ["tembolok", "bita", "kenari", "terdorong"])
def test_no_check_uses_a_word_nobody_says_over_lunch(framework, word):
    found = [
        place
        for key, check in framework.checks.items()
        for place, text in texts_of(check, key)
        if re.search(rf"\b(di|me[mn]?)?{word}(nya|kan)?\b", text.id, re.IGNORECASE)
    ]

    assert found == []


def test_no_check_leans_on_another_one(framework):
    """A question is shown by itself: it cannot speak of an earlier one."""
    leaning = {
        "en": r"^(in|for) (that|those|this|these)\b|\bas (above|before)\b",
        "id": r"^(pada|untuk) kasus (itu|ini|tadi)\b|\btadi\b|\bdi atas tadi\b",
    }
    found = [
        f"{key} {language}"
        for key, check in framework.checks.items()
        for language, sentence in in_both(check.question)
        if re.search(leaning[language], sentence, re.IGNORECASE)
    ]

    assert found == []


# Foils


def test_there_are_four_to_six_foils_whose_keys_are_their_names(framework):
    named = {k: f.name.en.lower().replace(" ", "-") for k, f in framework.foils.items()}

    assert 4 <= len(named) <= 6
    assert all(key == name for key, name in named.items())


def test_nothing_else_in_the_framework_bears_the_name_of_a_foil(framework):
    others = [
        sentence.lower()
        for part in ("areas", "profiles", "modules", "checks", "eras", "trends")
        for _, text in texts_of(getattr(framework, part))
        for _, sentence in in_both(text)
    ]
    others += [resource.title.lower() for resource in framework.resources.values()]
    names = [
        name.lower() for f in framework.foils.values() for _, name in in_both(f.name)
    ]

    assert [name for name in names if any(name in other for other in others)] == []


def test_the_note_of_a_foil_says_what_it_resembles(framework):
    begins = {"en": "Resembles ", "id": "Mirip "}
    found = [
        f"{key} {language}"
        for key, foil in framework.foils.items()
        for language, note in in_both(foil.note)
        if not note.startswith(begins[language]) or not 10 <= count_words(note) <= 30
    ]

    assert found == []
