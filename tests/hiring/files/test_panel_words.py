"""Why a panel does not allow something, in words."""

import re

import pytest

from skillgap.files.speech import Speech
from skillgap.hiring.files.wording import REFUSALS, describe_refusal
from skillgap.settings import ROOT

SOURCES = (ROOT / "skillgap" / "storage").glob("*.py")
GIVEN = {
    code
    for path in SOURCES
    for text in re.findall(r"PanelError\(([^)]*)", path.read_text("utf-8"))
    for code in re.findall(r'"(\w+)"', text)
}


def test_every_refusal_of_a_panel_has_a_sentence_and_every_sentence_a_refusal():
    assert set(REFUSALS) == GIVEN


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_told_with_its_names(code):
    words = describe_refusal(code, ["Rini", "Tono"], Speech("en"))

    assert "{" not in words
    assert ("Rini, Tono" in words) == ("{names}" in REFUSALS[code])
