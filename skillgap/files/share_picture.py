"""The radar of a person as a picture to share: PNG, 1200 x 630, name only if given."""

from importlib.resources import files

from resvg_py import svg_to_bytes

from skillgap.files.person_report import PersonReport
from skillgap.files.svg import CARD, FAINT, FONT, MINE, Words, draw_card
from skillgap.files.wording import N_

# A server may have no fonts; other scripts than Latin take one that it has.
_FONT_FILE = "SourceSansPro-Regular.ttf"


def write_share_picture(report: PersonReport) -> bytes:
    """Return the radar with fit, rated share and basis as a PNG."""
    font = files("font_source_sans_pro") / "files" / _FONT_FILE
    return svg_to_bytes(
        svg_string=draw_share_picture(report),
        width=CARD[0],
        height=CARD[1],
        font_files=[str(font)],
        sans_serif_family=FONT,
    )


def draw_share_picture(report: PersonReport) -> str:
    """Return the same as SVG."""
    speech, fit = report.speech, report.fit
    name = report.name or speech.say(N_("Skills of one person"))
    day = speech.say(
        N_("{day}, framework {version}"),
        day=speech.day(report.today),
        version=report.framework.version,
    )
    lines = [
        Words(name, 46),
        Words(report.profile_name(report.profile), 30, colour=MINE),
        Words(speech.percent(fit.fit), 96, 1),
        Words(report.say_fit(), 25, 5),
        Words(report.say_basis(), 25, 3),
        Words(day, 20, 2, FAINT),
    ]
    radar = report.radar(report.profile, report.gaps)
    return draw_card(radar, lines, speech)
