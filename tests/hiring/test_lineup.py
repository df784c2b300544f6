"""The names of candidates, as charts and pages take them."""

from types import SimpleNamespace

from skillgap.hiring.ui.lineup import Lineup


def test_a_chart_shows_the_signs_of_a_name_and_obeys_none():
    lineup = Lineup((SimpleNamespace(letter="A"),), {"A": "<b>Ayu</b> & Co"}, None)

    assert lineup.chart_labels == [("A", "&lt;b&gt;Ayu&lt;/b&gt; &amp; Co")]
