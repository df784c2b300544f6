"""YAML without surprises.

Outside readers were seen to hang on short texts of anchors and merge keys, to end in an
error on deep ones, and to make things of tags. Here the first anchor, alias, merge key
or tag ends the reading, and so does one level more than allowed.
"""

import pytest

from skillgap.files.strict_yaml import MAX_BYTES, MAX_DEPTH, Document, read_yaml
from skillgap.files.wording import describe_problem

TOO_DEEP = f"{'[' * (MAX_DEPTH + 2)}{']' * (MAX_DEPTH + 2)}\n"

FAULTY = {
    "a repeated key": ("a: 1\nb: 2\na: 3\n", "yaml_repeated_key", 3),
    "a repeated key inside": ("a:\n  b: 1\n  b: 2\n", "yaml_repeated_key", 3),
    "a repeated number as key": ("1: a\n1: b\n", "yaml_repeated_key", 2),
    "an anchor": ("a: 1\nb: &x 2\n", "yaml_anchor", 2),
    "an anchor on a key": ("a: 1\n&x b: 2\n", "yaml_anchor", 2),
    "an anchor on a mapping": ("a: &x\n  b: 1\n", "yaml_anchor", 1),
    "an alias": ("a: 1\nb: *x\n", "yaml_anchor", 2),
    "a merge key": ("a: 1\n<<: {b: 2}\n", "yaml_anchor", 2),
    "an alias as key": ("a: 1\n*x : 2\n", "yaml_anchor", 2),
    "a tag": ("a: 1\nb: !note 2\n", "yaml_tag", 2),
    "a tag of YAML itself": ("a: 1\nb: !!str 2\n", "yaml_tag", 2),
    "a tag on a key": ("a: 1\n!note b: 2\n", "yaml_tag", 2),
    "a tag on a list": ("a: !note [1]\n", "yaml_tag", 1),
    "a tag on a mapping": ("a: 1\nb: !note {c: 2}\n", "yaml_tag", 2),
    "a bare yes": ("a: 1\nb: yes\n", "yaml_ambiguous", 2),
    "a bare NO": ("b: NO\n", "yaml_ambiguous", 1),
    "a bare no in a list": ("a:\n  - 1\n  - no\n", "yaml_ambiguous", 3),
    "a bare on as key": ("a: 1\non: 2\n", "yaml_ambiguous", 2),
    "a bare true": ("a: True\n", "yaml_ambiguous", 1),
    "too deep": (TOO_DEEP, "yaml_too_deep", 1),
    "not UTF-8": (b"a: \xff\n", "yaml_not_utf8", 1),
    "UTF-16": ("a: 1\n".encode("utf-16"), "yaml_not_utf8", 1),
    "a tab as indent": ("a:\n\tb: 1\n", "yaml_syntax", 2),
    "a bracket left open": ("a: 1\nb: [1\nc: 2\n", "yaml_syntax", 3),
    "a quote left open": ("a: 1\nb: 'x\n", "yaml_syntax", 3),
    "a colon in a text": ("a: 1\nb: c: d\n", "yaml_syntax", 2),
    "a control character": ('a: 1\nb: "\x07"\n', "yaml_syntax", 2),
    "a second document": ("a: 1\n---\nb: 2\n", "yaml_syntax", 2),
    "something after the end": ("a: 1\n...\nb: [\n", "yaml_syntax", 3),
}


def read(text):
    return read_yaml("f.yaml", text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize(("text", "code", "line"), FAULTY.values(), ids=list(FAULTY))
def test_what_yaml_may_read_otherwise_is_a_problem_with_its_line(text, code, line):
    (problem,) = read(text).problems

    assert (problem.code, problem.where) == (code, f"f.yaml:{line}")


@pytest.mark.parametrize("text", [t for t, _, _ in FAULTY.values()], ids=list(FAULTY))
def test_the_sentence_of_each_problem_is_one_line_and_not_long(text):
    for problem in read(text).problems:
        sentence = describe_problem(problem)
        assert sentence == " ".join(sentence.split())
        assert len(sentence) < 300


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_one_level_more_than_allowed_ends_the_reading_there(opening):
    """None of the levels is ever closed: what comes later is not even looked at."""
    document = read(opening * (MAX_DEPTH + 2))

    assert [problem.code for problem in document.problems] == ["yaml_too_deep"]
    assert document.data is None


def test_a_file_too_large_is_not_even_parsed():
    (problem,) = read(b"#" * (MAX_BYTES + 1)).problems

    assert (problem.code, problem.where) == ("yaml_too_large", "f.yaml:1")


def test_a_list_as_a_key_is_not_called_an_anchor():
    (problem,) = read("a: 1\n[b, c]: 2\n").problems

    assert problem.where == "f.yaml:2"
    assert problem.code != "yaml_anchor"


@pytest.mark.parametrize(
    ("bare", "value"),
    [
        ("010", "010"),
        ("1:30", "1:30"),
        ("0x10", "0x10"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("2026-11-25", "2026-11-25"),
        ("1.0.0", "1.0.0"),
        ("'yes'", "yes"),
        ("'7'", "7"),
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("1.5", 1.5),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_value_is_a_plain_number_or_the_text_that_stands_there(bare, value):
    document = read(f"a: {bare}\n")

    assert document.problems == []
    assert document.data == {"a": value}
    assert type(document.data["a"]) is type(value)


def test_repeated_keys_are_all_reported_and_the_rest_is_read():
    document = read("a: 1\na: 2\nb: 3\nb: 4\n")

    assert [problem.where for problem in document.problems] == ["f.yaml:2", "f.yaml:4"]
    assert set(document.data) == {"a", "b"}


def test_of_a_file_that_cannot_be_read_nothing_is_kept():
    for text in ("a: &x 1\n", TOO_DEEP, "a: !note 1\n", "a: [1\n"):
        assert read(text).data is None


def test_each_place_knows_its_line_and_an_unknown_one_that_around_it():
    document = read("a:\n  b:\n    - x\n    - y\nc: 1\n")

    assert document.line_of(("a", "b")) == 2
    assert document.line_of(("a", "b", 1)) == 4
    assert document.line_of(("a", "b", "y")) == 4
    assert document.line_of(("a", "b", "z")) == 2
    assert document.line_of(("q", "r")) == 1


def test_the_deepest_allowed_place_is_read():
    text = "".join(f"{'  ' * n}k{n}:\n" for n in range(MAX_DEPTH - 1))

    assert read(f"{text}{'  ' * (MAX_DEPTH - 1)}last: 1\n").problems == []


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_an_empty_file_has_no_data_and_no_problem(text):
    document = read(text)

    assert (document.data, document.problems) == (None, [])


def test_a_byte_order_mark_is_no_part_of_the_first_key():
    assert read("\ufeffa: 1\n").data == {"a": 1}


def test_a_reported_problem_names_file_line_and_path():
    document = Document("areas/ml.yaml", lines={("a",): 4})

    document.report(document.line_of(("a", "b")), "code", ("a", "b"), value=1)

    (problem,) = document.problems
    assert problem.where == "areas/ml.yaml:4"
    assert problem.values == {"path": "a.b", "value": 1}
