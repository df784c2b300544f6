"""Pictures as SVG: well-formed, said in words, and an unknown level is never drawn."""

import re
from xml.etree import ElementTree

import pytest

from skillgap.files import svg
from skillgap.files.speech import Speech
from skillgap.files.svg import (
    LEVEL_LOOK,
    TARGET_LOOK,
    Gap,
    Line,
    Radar,
    Words,
    draw_card,
    draw_gaps,
    draw_radar,
    draw_small_radar,
)

NAN = float("nan")
SPEECH = Speech("en")
HOSTILE = ["<b>x</b>", '"quoted"', "a & b", "</svg>"]
BASES = {"claimed": "claimed", "evidenced": "evidenced", "checked": "checked"}


def radar(levels=(1, 2, 3), label="Area", title="Radar") -> Radar:
    labels = [f"{label} {place}" for place in range(len(levels))]
    lines = [
        Line("Target", [4.0] * len(levels), TARGET_LOOK),
        Line("Level", list(levels), LEVEL_LOOK),
    ]
    return Radar(title, labels, lines, "Not rated")


def parse(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)


def texts(picture: str) -> list[str]:
    return ["".join(each.itertext()) for each in parse(picture).iter("text")]


def gaps(label="Git") -> str:
    rows = [Gap(label, 1, 4, "claimed"), Gap("SQL", 2, 3, "checked")]
    return draw_gaps("Gaps", rows, BASES, "Target", SPEECH)


@pytest.mark.parametrize(
    "picture", [draw_radar(radar(), SPEECH), draw_small_radar(radar(), SPEECH), gaps()]
)
def test_a_picture_says_what_it_is_and_what_it_shows(picture):
    root = parse(picture)

    assert root.get("role") == "img"
    assert [each.tag for each in root][:2] == ["title", "desc"]
    assert all(each.text for each in root[:2])
    assert {each.tag for each in root.iter()} <= {
        "svg", "title", "desc", "text", "tspan", "line", "polygon", "circle", "rect",
    }  # fmt: skip
    assert not re.search(r"href|url\(|style|http", picture)


def test_the_words_of_a_radar_have_its_numbers():
    assert parse(draw_radar(radar([1, NAN, 2.26]), SPEECH)).findtext("desc") == (
        "Area 0: Target 4, Level 1; Area 1: Target 4, Level ?; "
        "Area 2: Target 4, Level 2.3"
    )


def test_an_unknown_level_is_a_question_mark_and_no_point():
    def dots(levels) -> int:
        return draw_small_radar(radar(levels), SPEECH).count(
            f'fill="{svg.MINE}" stroke'
        )

    assert (dots([0, 1, 2]), dots([NAN, 1, 2]), dots([NAN] * 3)) == (3, 2, 0)
    assert texts(draw_small_radar(radar([NAN, 1, NAN]), SPEECH)) == ["?", "?"]
    assert "? = Not rated" in texts(draw_radar(radar([NAN, 1, 2]), SPEECH))
    assert "?" not in "".join(texts(draw_radar(radar([0, 1, 2]), SPEECH)))


def test_a_line_ends_where_the_next_level_is_unknown():
    def pieces(levels) -> int:
        return draw_small_radar(radar(levels), SPEECH).count("fill-opacity")

    assert (pieces([1, 1, 1, 1]), pieces([NAN, 1, 1, 1])) == (4, 2)
    assert pieces([NAN, 1, NAN, 1]) == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_write_stays_text(text):
    for picture in (
        draw_radar(radar(label=text, title=text), SPEECH),
        draw_card(radar(title=text), [Words(text, 40)], SPEECH),
        gaps(text),
    ):
        said = "".join(parse(picture).itertext())
        assert text in said
        assert "b" not in {each.tag for each in parse(picture).iter()}


def test_signs_no_xml_may_have_are_left_out():
    card = draw_card(radar(title="a\x07b"), [Words("Ani\x0b\ud800 W", 40)], SPEECH)

    said = "".join(parse(card).itertext())
    assert "ab" in said
    assert "Ani W" in said


def test_a_long_label_is_broken_into_lines_that_stay_in_the_picture():
    long = radar([1] * 10, "Kubernetes and the orchestration/placement of containers")

    picture = parse(draw_radar(long, SPEECH))

    wide, high = float(picture.get("width")), float(picture.get("height"))
    for line in picture.iter("tspan"):
        assert len(line.text) <= 20
        assert 0 < float(line.get("x")) < wide
        assert 0 < float(line.get("y")) < high


def test_the_form_of_a_dot_tells_its_basis():
    def forms(basis) -> str:
        return draw_gaps("Gaps", [Gap("Git", 1, 4, basis)], BASES, "Target", SPEECH)

    ring = f'fill="{svg.PAPER}" stroke="{svg.MINE}"'
    assert ring in forms("claimed")
    assert ring not in forms("evidenced")
    assert "<rect" in forms("checked")
    assert "<rect" not in forms("evidenced")


def test_a_card_is_a_file_of_its_own_and_cuts_what_is_too_much():
    card = draw_card(radar(), [Words("Wayan " * 60, 46)], SPEECH)

    assert 'xmlns="http://www.w3.org/2000/svg"' in card
    root = parse(card)
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    first = next(root.iter("{http://www.w3.org/2000/svg}text"))
    assert [line.text[-1] for line in first] == ["n", "…"]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", ["INK", "FAINT", "MINE", "TARGET"])
def test_a_colour_can_be_read_on_white(name):
    assert 1.05 / (luminance(getattr(svg, name)) + 0.05) >= 4.5
