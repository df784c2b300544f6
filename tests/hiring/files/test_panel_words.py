"""Why a panel does not allow something, in words."""

import pytest

from skillgap.files.speech import Speech
from skillgap.hiring.files.wording import REFUSALS, describe_refusal
from tests.sources import texts_in_calls


def test_every_refusal_of_a_panel_has_a_sentence_and_every_sentence_a_refusal():
    assert set(REFUSALS) == texts_in_calls("PanelError")


@pytest.mark.parametrize("code", REFUSALS)
def test_a_refusal_is_told_with_its_names(code):
    words = describe_refusal(code, ["Rini", "Tono"], Speech("en"))

    assert "{" not in words
    assert ("Rini, Tono" in words) == ("{names}" in REFUSALS[code])
