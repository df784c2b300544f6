"""Panel: scores given alone, sealed until all submitted, decisions with reasons."""

import pytest

from skillgap.settings import VISITOR_COOKIE
from skillgap.storage.panel_seats import list_members
from skillgap.storage.panels import find_panel
from tests.pages.conftest import Open
from tests.pages.test_hiring_candidates import export
from tests.pages.visitor import LANGUAGES, UNSURE, Visitor

PAGE = "hiring/panel"
RINI, TONO = "a harsh word of Rini", "a kind word of Tono"
FILES = {
    "zubaidah.csv": export("Zubaidah", "programming.git 5 claimed", person="zb-7731"),
    "sukarno.csv": export("Sukarno", "programming.git 1 claimed", person="karno"),
}


@pytest.fixture(autouse=True)
def each_tab_carries_its_own_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every visitor act under the key of their own browser."""
    place = "streamlit.runtime.context.ContextProxy.cookies"

    def carry(method):
        def act(visitor: Visitor, *arguments):
            cookies = {VISITOR_COOKIE: visitor.key}
            monkeypatch.setattr(place, property(lambda _proxy: cookies))
            return method(visitor, *arguments)

        return act

    for name in ("run", "open"):
        monkeypatch.setattr(Visitor, name, carry(getattr(Visitor, name)))


def chaired(open_app: Open, language: str = "en") -> tuple[Visitor, str]:
    """Return the chair of Rini and Tono with two candidates, and the code."""
    chair = open_app(locale=language, key="chair").open(PAGE).set("panel-way", "open")
    chair.set("open-members", "Rini\nTono").click("open-panel")
    code = chair.app.code[0].value
    for name, content in FILES.items():
        key = next(chair.keys("panel-files-"))
        chair.widget(key).upload(name, content)
        chair.run()
    return chair, code


def joined(open_app: Open, code: str, name: str, language: str = "en") -> Visitor:
    """Return a member in the panel."""
    member = open_app(locale=language, key=f"key-{name}").open(PAGE)
    return member.set("join-code", code).set("join-name", name).click("join")


def joined_elsewhere(open_app: Open, code: str) -> Visitor:
    """Return Rini in another browser."""
    other = open_app(key="another browser").open(PAGE)
    return other.set("join-code", code).set("join-name", "Rini").click("join")


def book(visitor: Visitor, stage: str = "first") -> str:
    """Return what the keys of a member's scores begin with."""
    key = next(visitor.keys(f"score-candidate-{stage}"))
    return key.removeprefix("score-candidate-")


def score(visitor: Visitor, level: int, note: str, stage: str = "first") -> Visitor:
    """Score the first skill of the first candidate, with a note."""
    key = next(visitor.keys(f"score-{book(visitor, stage)}-A-"))
    visitor.set(key, level)
    return visitor.set(key.replace("score-", "note-", 1), note)


def submit(visitor: Visitor) -> Visitor:
    """Submit and seal."""
    return visitor.set("submit-sure", True).click("submit")


def seen(visitor: Visitor) -> str:
    """Return all the browser gets."""
    tree = [str(getattr(node, "proto", "")) for node in visitor.app.main]
    tree += [node.value.to_csv() for node in visitor.app.dataframe]
    return "\n".join([*tree, visitor.text()])


def revealed(open_app: Open, language: str = "en") -> tuple[Visitor, Visitor, Visitor]:
    """Return chair, Rini and Tono after both submitted."""
    chair, code = chaired(open_app, language)
    rini, tono = (joined(open_app, code, n, language) for n in ("Rini", "Tono"))
    submit(score(rini, 1, RINI))
    submit(score(tono, 4, TONO))
    return chair.run(), rini.run(), tono.run()


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_members_see_nothing_of_each_other_before_both_submit(
    open_app: Open, language: str
) -> None:
    chair, code = chaired(open_app, language)
    rini = joined(open_app, code, "Rini", language)
    tono = joined(open_app, code, "tono", language)
    submit(score(rini, 1, RINI))
    score(tono, 4, TONO)

    for visitor, hidden in ((rini, TONO), (tono, RINI), (chair, RINI), (chair, TONO)):
        content = seen(visitor.run())
        assert hidden not in content
        assert not visitor.has("panel-scores-csv")
        for name in ("zubaidah", "sukarno", "zb-7731"):
            assert name not in content.lower()

    submit(tono)
    for visitor in (rini.run(), tono, chair.run()):
        content = seen(visitor)
        assert RINI in content
        assert TONO in content
        assert "zubaidah" not in content.lower()


def test_a_submitted_score_can_no_longer_change(open_app: Open) -> None:
    _chair, code = chaired(open_app)
    rini = submit(score(joined(open_app, code, "Rini"), 1, RINI))

    assert not list(rini.keys("score-first"))
    assert "sealed" in rini.text()


def test_a_score_is_kept_as_it_is_given_and_can_be_unknown(open_app: Open) -> None:
    _chair, code = chaired(open_app)
    rini = score(joined(open_app, code, "Rini"), 3, RINI)
    key = next(rini.keys(f"score-{book(rini)}-A-"))
    rini.set(key, UNSURE)

    again = joined(open_app, code, "Rini")

    assert again.widget(key).value == UNSURE
    assert RINI in again.widget(key.replace("score-", "note-", 1)).value


@pytest.mark.parametrize(
    ("code", "name"),
    [("ABCDE-ABCDE-ABCDE-ABCDE", "Rini"), ("", ""), (None, "Stranger")],
)
def test_nobody_enters_without_code_and_name(open_app: Open, code, name) -> None:
    _chair, right = chaired(open_app)

    visitor = joined(open_app, right if code is None else code, name)

    assert visitor.app.error
    assert visitor.has("join")


def test_a_seat_is_held_by_one_browser_until_the_chair_frees_it(open_app: Open) -> None:
    chair, code = chaired(open_app)
    joined(open_app, code, "Rini")
    other = open_app(key="thief").open(PAGE)
    other.set("join-code", code).set("join-name", "Rini").click("join")
    assert other.app.error

    chair.set("chair-member", "Rini").click("chair-free")

    assert not other.run().click("join").has("join")


def test_a_page_whose_seat_was_freed_reads_and_keeps_no_more(
    open_app: Open, engine
) -> None:
    chair, code = chaired(open_app)
    old = joined(open_app, code, "Rini")
    held = old.app.session_state["panel"]
    chair.set("chair-member", "Rini").click("chair-free")
    new = score(joined_elsewhere(open_app, code), 4, RINI)

    key = next(new.keys(f"score-{book(new)}-A-"))
    old.widget(key).set_value(0)
    old.run()

    assert old.app.session_state["panel"] == held
    assert RINI not in seen(old)
    assert new.run().widget(key).value == 4


def test_chair_only_tools_are_on_no_members_page_and_refuse_others(
    open_app: Open, engine, monkeypatch
) -> None:
    chair, code = chaired(open_app)
    rini = joined(open_app, code, "Rini")
    for key in ("chair-excuse", "chair-free", "panel-erase"):
        assert chair.has(key)
        assert not rini.has(key)

    monkeypatch.setattr(
        "skillgap.ui.hiring.panel_state.leads_panel", lambda *_args: False
    )
    chair.widget("chair-reason").set_value("too slow")
    chair.widget("chair-excuse").click()
    chair.run()

    assert list(list_members(engine, find_panel(engine, code))["excused_at"]) == [
        "",
        "",
    ]


def test_the_panel_goes_on_without_a_member_only_with_a_reason(
    open_app: Open, engine
) -> None:
    chair, code = chaired(open_app)
    submit(score(joined(open_app, code, "Rini"), 2, RINI))
    chair.run().set("chair-member", "Tono").click("chair-excuse")
    assert chair.app.error

    chair.set("chair-reason", "fell ill").click("chair-excuse")

    assert "fell ill" in seen(chair)
    assert RINI in seen(chair)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_decision_needs_a_name_and_a_reason(open_app: Open, language: str) -> None:
    _chair, rini, _tono = revealed(open_app, language)
    given = {
        "candidate": "B",
        "who": "Rini",
        "outcome": "invite",
        "reason": "she asked",
    }
    for missing in given:
        for field, value in given.items():
            empty = None if field == "candidate" else ""
            widget = rini.widget(f"decision-{field}")
            widget.set_value(empty if field == missing else value)
        rini.click("decision-keep")
        assert rini.app.error
        assert "she asked" not in rini.download("panel-decisions-csv").decode()

    for field, value in given.items():
        rini.widget(f"decision-{field}").set_value(value)
    rini.click("decision-keep")

    assert not rini.app.error
    assert "she asked" in rini.download("panel-decisions-csv").decode()
    assert "she asked" in rini.download("panel-report-html").decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reveal_shows_spread_severity_and_why_there_is_no_agreement(
    open_app: Open, language: str
) -> None:
    chair, _rini, _tono = revealed(open_app, language)

    content = seen(chair)

    assert "1–4" in content
    assert "n = 1" in content
    assert "-3" in content.replace("\u2212", "-")


def test_scores_after_the_discussion_stand_beside_the_first(open_app: Open) -> None:
    _chair, rini, _tono = revealed(open_app)
    score(rini, 3, "heard more", stage="after")

    content = rini.run().download("panel-scores-csv").decode()

    assert RINI in content
    assert "heard more" in content
    assert "What the discussion changed" in rini.text()


def test_names_of_a_panel_are_masked_in_exports_until_the_switch(
    open_app: Open,
) -> None:
    chair, _rini, _tono = revealed(open_app)
    files = [key for key in chair.keys("panel-") if key.endswith(("csv", "html"))]
    assert len(files) == 4
    for key in files:
        assert "zubaidah" not in chair.download(key).decode().lower()

    chair.set("reveal-names", True)

    assert "Zubaidah" in chair.download("panel-report-html").decode()


def test_an_erased_panel_is_gone_for_everybody(open_app: Open, engine) -> None:
    chair, code = chaired(open_app)
    rini = joined(open_app, code, "Rini")

    chair.set("panel-erase-sure", True).click("panel-erase")

    assert find_panel(engine, code) is None
    assert rini.run().has("join")


def with_files(open_app: Open, key: str, part: str) -> Visitor:
    """Return somebody who scores by file, the candidates loaded."""
    visitor = open_app(key=key).open(PAGE).set("panel-way", "file")
    for name, content in FILES.items():
        visitor.widget("sealed-files-0").upload(name, content)
    return visitor.run().set("sealed-part", part)


def sealed(open_app: Open, name: str, level: int, code: str) -> bytes:
    """Return the sealed scorecard of a member."""
    member = with_files(open_app, f"key-{name}", "member")
    score(member, level, f"note of {name}", stage="file")
    member.set("seal-name", name).set("seal-code", code).click("seal")
    return member.download("seal-download")


def test_sealed_scorecards_are_opened_all_at_once(open_app: Open) -> None:
    chair = with_files(open_app, "chair", "chair").click("cards-code-new")
    code = chair.widget("cards-code").value
    cards = [
        sealed(open_app, n, level, code) for n, level in (("Rini", 1), ("Tono", 4))
    ]
    assert b"note of" not in b"".join(cards)
    chair.set("cards-members", "Rini\nTono")

    chair.widget("cards-0").upload("rini.json", cards[0])
    chair.run().click("cards-open")
    assert "note of" not in seen(chair)
    assert "Tono" in chair.app.warning[0].value

    chair.widget("cards-1").upload("tono.json", cards[1])
    chair.run().click("cards-open")
    assert "note of Rini" in seen(chair)
    assert "note of Tono" in seen(chair)


def test_a_scorecard_needs_a_name_and_a_long_code(open_app: Open) -> None:
    member = score(with_files(open_app, "m", "member"), 2, "x", stage="file")
    for name, code in (("", "ABCDE-ABCDE-ABCDE"), ("Rini", "short")):
        member.set("seal-name", name).set("seal-code", code).click("seal")
        assert member.app.error
        assert not member.has("seal-download")
