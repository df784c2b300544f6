"""Pictures as SVG text: they print sharp, load nothing, and can be read aloud.

Every colour of a text or line has a contrast of 4.5 to 1 or more with white, and no
meaning hangs on colour alone: lines differ in their dashes, points in their form.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, cos, isnan, pi, sin
from textwrap import wrap
from typing import NewType

from skillgap.domain.scale import LEVELS
from skillgap.files.speech import Speech

Svg = NewType("Svg", str)
"""An SVG element this room has written: every text in it is escaped."""

INK, FAINT, GRID, PAPER = "#1b1f24", "#57606a", "#c3cad1", "#ffffff"
MINE, TARGET = "#0b6b63", "#b45309"
FORMS = {"claimed": "ring", "evidenced": "dot", "checked": "square"}
FONT = "Source Sans Pro"
CARD = (1200, 630)
_LETTER = 0.56  # width of a letter in its height, on the safe side
_LINE = 1.2
_TOP = LEVELS[-1]
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Look:
    """How a line is drawn: colour, dashes, the form of its points, width, filling."""

    colour: str
    dashes: str = ""
    form: str = "dot"
    width: float = 2.5
    is_filled: bool = False


LEVEL_LOOK = Look(MINE, is_filled=True)
TARGET_LOOK = Look(TARGET, "7 4", "diamond")
HALF_LOOK = Look(MINE, "4 3", "ring", 2)


@dataclass(frozen=True)
class Line:
    """A line of a radar: its name, and levels of 0 to 5, NaN where unknown."""

    name: str
    levels: Sequence[float]
    look: Look


@dataclass(frozen=True)
class Radar:
    """A radar with an axis for each label, clockwise from the top.

    The last line lies on top; where its level is unknown the axis has a question mark
    and ``unknown`` says what that is. An unknown level is never drawn, as zero least.
    """

    title: str
    labels: Sequence[str]
    lines: Sequence[Line]
    unknown: str


@dataclass(frozen=True)
class Words:
    """A text of a card: its height in pixels, how many lines at most, its colour."""

    text: str
    size: float
    most: int = 2
    colour: str = INK


@dataclass(frozen=True)
class Gap:
    """A row of a dot plot: a known level, what it rests on, and the target."""

    label: str
    level: float
    target: float
    basis: str


def draw_radar(radar: Radar, speech: Speech) -> Svg:
    """Return a radar with labels, scale and legend."""
    wide, radius = 680, 172.0
    edge = 20 + 15 * _LINE * max(len(_wrap(each, 17)) for each in radar.labels)
    centre = (wide / 2, edge + radius)
    parts = [*_web(radar, centre, radius), *_curves(radar, centre, radius, 4.5)]
    for level in LEVELS[1:]:
        place = (centre[0] - 8, centre[1] - radius * level / _TOP + 4)
        parts.append(_text(place, [str(level)], 12, FAINT, "end"))
    for spot, label in enumerate(radar.labels):
        parts.append(_axis_label(_turn(radar, spot), label, centre, radius))
    signs = [(line.name, line.look) for line in radar.lines]
    below, legend = _legend(signs, wide, 2 * (edge + radius) + 8)
    if any(map(isnan, radar.lines[-1].levels)):
        words = f"? = {radar.unknown}"
        parts.append(_text((wide / 2, below + 20), [words], 14, anchor="middle"))
        below += 22
    words = _tell_radar(radar, speech)
    return _picture((wide, below + 8), radar.title, words, [*parts, *legend])


def draw_small_radar(radar: Radar, speech: Speech) -> Svg:
    """Return a radar for a row of many: the lines alone."""
    centre, radius = (90.0, 90.0), 80.0
    parts = [*_web(radar, centre, radius), *_curves(radar, centre, radius, 2.5)]
    return _picture((180, 180), radar.title, _tell_radar(radar, speech), parts)


def draw_gaps(
    title: str, gaps: Sequence[Gap], bases: dict[str, str], target: str, speech: Speech
) -> Svg:
    """Return gaps as dots, the first on top; the form of a dot tells its basis.

    Args:
        title: what the picture shows.
        gaps: the rows.
        bases: what each basis is called.
        target: what the target is called.
        speech: the language.

    """
    wide, left, right, row, top = 720, 300.0, 690.0, 38, 30
    step, bottom = (right - left) / _TOP, 30 + 38 * len(gaps)
    parts = []
    for level in LEVELS:
        at = left + step * level
        parts.append(_segment((at, top - 6), (at, bottom), GRID, 1))
        parts.append(_text((at, top - 12), [str(level)], 13, FAINT, "middle"))
    for place, gap in enumerate(gaps):
        at = top + row * (place + 0.5)
        mine, goal = ((left + step * value, at) for value in (gap.level, gap.target))
        parts.append(_segment(mine, goal, TARGET, 3, "1 4"))
        parts.append(_form("diamond", goal, 7, TARGET))
        parts.append(_form(FORMS[gap.basis], mine, 7, MINE))
        lines = _wrap(gap.label, 34)
        first = at + 5 - 8 * (len(lines) - 1)
        parts.append(_text((left - 16, first), lines, 14, anchor="end"))
    shown = [key for key in FORMS if any(gap.basis == key for gap in gaps)]
    signs = [(bases[key], Look(MINE, form=FORMS[key], width=0)) for key in shown]
    signs.append((target, Look(TARGET, form="diamond", width=0)))
    below, legend = _legend(signs, wide, bottom + 12)
    told = "; ".join(
        f"{gap.label}: {speech.number(gap.level)} ({bases[gap.basis]}), "
        f"{target} {speech.number(gap.target)}"
        for gap in gaps
    )
    return _picture((wide, below + 8), title, told, [*parts, *legend])


def draw_card(radar: Radar, lines: Sequence[Words], speech: Speech) -> Svg:
    """Return a picture to share, 1200 x 630: words on the left, a radar on the right.

    It stands in a file of its own, so it names its kind.
    """
    wide, high = CARD
    parts = [_tag("rect", width=str(wide), height=str(high), fill=PAPER)]
    parts.append(_tag("rect", width="16", height=str(high), fill=MINE))
    top = 40.0
    for words in lines:
        shown = _fit(words.text, words.size, 430, words.most)
        top += words.size * _LINE
        parts.append(_text((64, top), shown, words.size, words.colour))
        top += words.size * _LINE * (len(shown) - 1) + words.size * 0.4
    place = "translate(484 56) scale(1.05)"
    parts.append(_tag("g", draw_radar(radar, speech), transform=place))
    told = " ".join(words.text for words in lines)
    kind = {"xmlns": "http://www.w3.org/2000/svg", "font_family": FONT}
    return _picture(CARD, radar.title, told, parts, **kind)


Point = tuple[float, float]


def _turn(radar: Radar, spot: int) -> float:
    """Return the angle of an axis, 0 at the top, clockwise."""
    return 2 * pi * spot / len(radar.labels)


def _at(centre: Point, radius: float, turn: float) -> Point:
    return centre[0] + radius * sin(turn), centre[1] - radius * cos(turn)


def _web(radar: Radar, centre: Point, radius: float) -> list[str]:
    """Return the grid: a ring for each level, an axis for each label."""
    turns = [_turn(radar, spot) for spot in range(len(radar.labels))]
    rings = [
        _polygon([_at(centre, radius * level / _TOP, turn) for turn in turns], GRID)
        for level in LEVELS[1:]
    ]
    axes = [_segment(centre, _at(centre, radius, turn), GRID, 1) for turn in turns]
    return rings + axes


def _curves(radar: Radar, centre: Point, radius: float, size: float) -> list[str]:
    """Return the lines, and a question mark where the last one is unknown."""
    parts = []
    for line in radar.lines:
        points = [
            None
            if isnan(level)
            else _at(centre, radius * level / _TOP, _turn(radar, spot))
            for spot, level in enumerate(line.levels)
        ]
        # From each known point to the next, so that a line ends where it is unknown.
        pairs = [
            (one, two)
            for one, two in zip(points, [*points[1:], *points[:1]])
            if one and two
        ]
        if line.look.is_filled:
            parts += [_wedge(centre, *pair, line.look.colour) for pair in pairs]
        parts += [
            _segment(*pair, line.look.colour, line.look.width, line.look.dashes)
            for pair in pairs
        ]
        known = [point for point in points if point]
        parts += [_form(line.look.form, p, size, line.look.colour) for p in known]
    for spot, level in enumerate(radar.lines[-1].levels):
        if isnan(level):
            x, y = _at(centre, radius / 2, _turn(radar, spot))
            high = max(radius / 9, 13)
            words = _text((x, y + high / 3), ["?"], high, INK, "middle")
            parts.append(_tag("circle", cx=_n(x), cy=_n(y), r=_n(high * 0.62),
                              fill=PAPER, stroke=GRID))  # fmt: skip
            parts.append(words)
    return parts


def _axis_label(turn: float, label: str, centre: Point, radius: float) -> str:
    """Return the label of an axis, outside the web, its lines towards the outside."""
    x, y = _at(centre, radius + 16, turn)
    lines = _wrap(label, 17)
    side = sin(turn)
    anchor = "middle" if abs(side) < 0.1 else "start" if side > 0 else "end"
    high = 15 * _LINE
    first = y + 5 - high * (len(lines) - 1) * (1 + cos(turn)) / 2
    return _text((x, first), lines, 15, anchor=anchor)


def _tell_radar(radar: Radar, speech: Speech) -> str:
    """Return what a radar shows, in words."""
    return "; ".join(
        f"{label}: "
        + ", ".join(
            f"{line.name} {speech.number(line.levels[spot], 1)}" for line in radar.lines
        )
        for spot, label in enumerate(radar.labels)
    )


def _legend(
    signs: Iterable[tuple[str, Look]], wide: float, top: float
) -> tuple[float, list[str]]:
    """Return where a legend ends, and its entries in rows of the given width."""
    rows: list[list[tuple[str, Look]]] = [[]]
    used = 0.0
    for name, look in signs:
        need = _sign_width(name)
        if rows[-1] and used + need > wide:
            rows.append([])
            used = 0.0
        rows[-1].append((name, look))
        used += need
    parts = []
    for place, row in enumerate(rows):
        at = top + 24 * place + 12
        x = (wide - sum(_sign_width(name) for name, _look in row)) / 2 + 8
        for name, look in row:
            if look.width:
                ends = ((x, at), (x + 32, at))
                parts.append(_segment(*ends, look.colour, look.width, look.dashes))
            parts.append(_form(look.form, (x + 16, at), 5.5, look.colour))
            parts.append(_text((x + 40, at + 5), [name], 14))
            x += _sign_width(name)
    return top + 24 * len(rows), parts


def _sign_width(name: str) -> float:
    return 40 + 14 * _LETTER * len(name) + 20


def _wrap(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many letters; a slash may end a line."""
    lines = wrap(" ".join(text.replace("/", "/ ").split()), width)
    return [line.replace("/ ", "/") for line in lines]


def _fit(text: str, size: float, width: float, most: int) -> list[str]:
    """Return a text in lines of a width in pixels; what is too much is cut."""
    return wrap(text, int(width / (size * _LETTER)), max_lines=most, placeholder=" …")


def _form(form: str, at: Point, size: float, colour: str) -> str:
    """Return a point: a dot, a ring, a square or a diamond."""
    x, y = at
    match form:
        case "square":
            place = {"x": _n(x - size * 0.9), "y": _n(y - size * 0.9)}
            side = _n(size * 1.8)
            return _tag("rect", **place, width=side, height=side, fill=colour)
        case "diamond":
            wide = size * 1.25
            corners = [(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)]
            return _polygon(corners, colour, PAPER, 2)
        case _:
            fill = PAPER if form == "ring" else colour
            return _tag("circle", cx=_n(x), cy=_n(y), r=_n(size), fill=fill,
                        stroke=colour, stroke_width="2")  # fmt: skip


def _polygon(
    points: Iterable[Point], colour: str, fill: str = "none", width: float = 1
) -> str:
    corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return _tag(
        "polygon", points=corners, fill=fill, stroke=colour, stroke_width=_n(width)
    )


def _wedge(centre: Point, one: Point, two: Point, colour: str) -> str:
    corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in (centre, one, two))
    return _tag("polygon", points=corners, fill=colour, fill_opacity="0.13")


def _segment(
    one: Point, two: Point, colour: str, width: float, dashes: str = ""
) -> str:
    ends = {"x1": _n(one[0]), "y1": _n(one[1]), "x2": _n(two[0]), "y2": _n(two[1])}
    more = {"stroke_dasharray": dashes} if dashes else {}
    return _tag("line", **ends, stroke=colour, stroke_width=_n(width), **more)


def _text(
    at: Point,
    lines: Sequence[str],
    size: float,
    colour: str = INK,
    anchor: str = "start",
) -> str:
    """Return lines of text; ``at`` is where the first one stands."""
    x, y, high = *at, size * _LINE
    return _tag(
        "text",
        *(
            _tag("tspan", _escape(line), x=_n(x), y=_n(y + high * place))
            for place, line in enumerate(lines)
        ),
        font_size=_n(size), fill=colour, text_anchor=anchor,
    )  # fmt: skip


def _picture(
    size: Point, title: str, words: str, parts: Iterable[str], **more: str
) -> Svg:
    """Return a picture that says its title and what it shows."""
    wide, high = ceil(size[0]), ceil(size[1])
    told = (_tag("title", _escape(title)), _tag("desc", _escape(words)))
    box = {"width": str(wide), "height": str(high), "viewBox": f"0 0 {wide} {high}"}
    return Svg(_tag("svg", *told, *parts, role="img", **box, **more))


def _escape(text: str) -> str:
    """Return a text as it may stand in an SVG, without signs that no XML may have."""
    return escape(_NO_XML.sub("", text))


def _tag(name: str, *inside: str, **values: str) -> str:
    """Return an element; what is inside is SVG already, values are escaped here."""
    said = "".join(
        f' {key.replace("_", "-")}="{escape(value)}"' for key, value in values.items()
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>"


def _n(value: float) -> str:
    """Return a number as short as it may be."""
    return f"{value:.1f}".removesuffix(".0")
