"""Panel: scores given alone, sealed until all submitted, decisions with reasons."""

import json

import pytest

from skillgap.hiring.store.panels import find_panel, load_needs
from skillgap.hiring.store.standing import load_standing
from skillgap.settings import VISITOR_COOKIE
from skillgap.ui.state import PANEL
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
    """Submit and seal, although most is not scored."""
    visitor.set("submit-sure", True).click("submit")
    return visitor.click("submit")


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


def test_who_has_not_scored_everything_is_told_before_submitting(
    open_app: Open,
) -> None:
    _chair, code = chaired(open_app)
    rini = score(joined(open_app, code, "Rini"), 1, RINI).set("submit-sure", True)

    assert "They stay unknown" in rini.click("submit").text()
    assert list(rini.keys("score-first"))
    assert "Your scores are sealed" in rini.click("submit").text()


def test_the_same_candidate_is_in_a_panel_once_and_can_be_taken_out(
    open_app: Open,
) -> None:
    chair, _code = chaired(open_app)
    again = next(chair.keys("panel-files-"))
    chair.widget(again).upload("copy.csv", FILES["sukarno.csv"])

    assert "not taken again: 1" in chair.run().text()
    assert "2 candidates so far" in chair.text()
    chair.set("panel-remove-letter", "A").click("panel-remove")
    assert "1 candidate so far" in chair.text()


def test_a_resume_whose_words_mean_nothing_yet_waits_outside_the_panel(
    open_app: Open,
) -> None:
    chair, _code = chaired(open_app)
    skills = [{"name": "Git", "level": "Guru"}]
    resume = json.dumps({"basics": {"name": "Ani"}, "skills": skills}).encode()
    chair.widget(next(chair.keys("panel-files-"))).upload("cv.json", resume)

    assert "Not taken yet: 1 resume" in chair.run().text()
    assert "2 candidates so far" in chair.text()
    compare = chair.open("hiring/candidates")
    compare.widget(next(compare.keys("candidate-files-"))).upload("cv.json", resume)
    for key in compare.run().keys("word-"):
        meaning = "programming.git" if "-skill-" in key else 4
        compare.widget(key).set_value(meaning)
    compare.click("words-keep").open(PAGE).click("panel-take-over")
    assert "3 candidates so far" in chair.text()


def test_by_file_a_resume_whose_words_mean_nothing_is_scored_with_them_unknown(
    open_app: Open,
) -> None:
    skills = [{"name": "Git", "level": "Guru"}]
    resume = json.dumps({"basics": {"name": "Ani"}, "skills": skills}).encode()
    member = open_app().open(PAGE).set("panel-way", "file")
    member.widget("sealed-files-0").upload("cv.json", resume)

    assert "1 candidate loaded" in member.run().text()


def test_why_a_member_was_excused_is_shown_to_the_chair_alone(open_app: Open) -> None:
    chair, code = chaired(open_app)
    rini = joined(open_app, code, "Rini")
    chair.set("chair-member", "Tono").set("chair-reason", "ill since Monday")
    chair.click("chair-excuse")

    assert "ill since Monday" in chair.text()
    assert "ill since Monday" not in seen(rini.run())
    assert "excused" in seen(rini)


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
    held = old.app.session_state[PANEL]
    chair.set("chair-member", "Rini").click("chair-free")
    new = score(joined_elsewhere(open_app, code), 4, RINI)

    key = next(new.keys(f"score-{book(new)}-A-"))
    old.widget(key).set_value(0)
    old.run()

    assert old.app.session_state[PANEL] == held
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
        "skillgap.hiring.ui.panel_state.find_access", lambda *_args: None
    )
    chair.widget("chair-reason").set_value("too slow")
    chair.widget("chair-excuse").click()
    chair.run()

    standing = load_standing(engine, find_panel(engine, code), "chair")
    assert list(standing.members["excused_at"]) == ["", ""]


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


def test_long_words_of_a_panel_stand_in_lines_that_break(open_app: Open) -> None:
    for visitor in revealed(open_app):
        assert not list(visitor.app.dataframe)
        assert RINI in visitor.text()


def test_scores_after_the_discussion_stand_beside_the_first(open_app: Open) -> None:
    _chair, rini, _tono = revealed(open_app)
    score(rini, 3, "heard more", stage="after")

    content = rini.run().download("panel-scores-csv").decode()

    assert RINI in content
    assert "heard more" in content
    assert "1 → 3" in rini.text()


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


def sealed(
    open_app: Open, name: str, level: int, code: str, stage: str = "first"
) -> bytes:
    """Return the sealed scorecard of a member."""
    member = with_files(open_app, f"key-{name}", "member").set("seal-stage", stage)
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


def opened_by_file(open_app: Open, language: str = "en") -> tuple[Visitor, str]:
    """Return the chair who opened the cards of Rini and Tono, and the code."""
    chair = with_files(open_app, "chair", "chair").click("cards-code-new")
    code = chair.widget("cards-code").value
    chair.set("cards-members", "Rini\nTono")
    for place, (name, level) in enumerate((("Rini", 1), ("Tono", 4))):
        card = sealed(open_app, name, level, code)
        chair.widget(f"cards-{place}").upload(f"{name}.json", card)
        chair.run()
    return chair.click("cards-open"), code


def test_scores_after_the_discussion_come_by_file_and_stand_beside_the_first(
    open_app: Open,
) -> None:
    chair, code = opened_by_file(open_app)
    early = sealed(open_app, "Rini", 2, code)
    later = sealed(open_app, "Rini", 3, code, stage="after")

    chair.widget("cards-after-0").upload("early.json", early)
    assert "before the discussion" in chair.run().text()
    assert not chair.has("panel-after")

    chair.widget("cards-after-1").upload("later.json", later)
    chair.run()
    rows = chair.download("panel-scores-csv").decode().splitlines()
    assert [row.split(",")[3] for row in rows if row.startswith("Rini")] == ["1", "3"]
    assert {row.split(",")[-1] for row in rows[1:]} == {"first", "after"}


def test_a_panel_by_file_goes_on_from_its_record_in_another_session(
    open_app: Open,
) -> None:
    chair, code = opened_by_file(open_app)
    given = {"candidate": "B", "who": "Rini", "outcome": "invite", "reason": "clear"}
    for field, value in given.items():
        chair.widget(f"decision-{field}").set_value(value)
    chair.click("decision-keep")
    record = chair.download("record-download")
    assert b"note of" not in record

    other = with_files(open_app, "another", "chair")
    other.widget("record-0").upload("record.json", record)
    assert other.run().app.error

    other.set("cards-code", code).widget("record-1").upload("record.json", record)
    text = seen(other.run())
    assert "note of Tono" in text
    assert "clear" in other.download("panel-decisions-csv").decode()


def test_a_faulty_record_is_reported_and_opens_nothing(open_app: Open) -> None:
    chair = with_files(open_app, "chair", "chair").click("cards-code-new")
    chair.widget("record-0").upload("r.json", b"{}")

    assert "1. r.json: this is no record" in chair.run().text()
    assert chair.has("cards-open")


@pytest.mark.parametrize("way", [revealed, opened_by_file])
def test_a_panel_under_ten_candidates_sees_n_and_why_there_is_no_agreement(
    open_app: Open, way
) -> None:
    text = way(open_app)[0].text()

    assert "n = 1 candidates: agreement is undefined, too little was rated" in text


def test_an_opened_panel_is_forgotten_only_after_a_second_look(open_app: Open) -> None:
    chair, _code = opened_by_file(open_app)
    assert chair.widget("record-close").disabled

    chair.set("record-close-sure", True).click("record-close")

    assert chair.has("cards-open")


def test_a_scorecard_needs_a_name_and_a_long_code(open_app: Open) -> None:
    member = score(with_files(open_app, "m", "member"), 2, "x", stage="file")
    for name, code in (("", "ABCDE-ABCDE-ABCDE"), ("Rini", "short")):
        member.set("seal-name", name).set("seal-code", code).click("seal")
        assert member.app.error
        assert not member.has("seal-download")


def compared(visitor: Visitor) -> str:
    """Return what the comparison page shows of the panel's candidates."""
    visitor.open("hiring/candidates")
    for name, content in FILES.items():
        key = next(visitor.keys("candidate-files-"))
        visitor.widget(key).upload(name, content)
        visitor.run()
    return seen(visitor)


def test_who_has_a_part_in_a_sealed_panel_sees_no_self_rating_before_the_reveal(
    open_app: Open,
) -> None:
    chair, code = chaired(open_app)
    rini, tono = (joined(open_app, code, name) for name in ("Rini", "Tono"))
    for visitor in (chair, rini):
        content = compared(visitor)
        assert "part in scoring them" in content
        assert "Nothing here can stop somebody who has the files" in content
        for hidden in ("level 5", "level 1", "claimed"):
            assert hidden not in content
        assert not list(visitor.keys("comparison-"))
    submit(score(tono, 4, TONO))
    submit(score(rini.open(PAGE), 1, RINI))

    content = compared(rini)
    assert "part in scoring them" not in content
    assert "claimed" in content


def test_other_candidates_than_those_of_the_panel_stay_open(open_app: Open) -> None:
    chair, _code = chaired(open_app)
    compared(chair)
    other = export("Ani", "programming.git 3 evidenced", person="ani")
    key = next(chair.keys("candidate-files-"))
    chair.widget(key).upload("ani.csv", other)

    content = chair.run().download("comparison-csv").decode()

    assert {row.split(",")[0] for row in content.splitlines()[1:]} == {"Candidate C"}


def test_words_of_a_resume_that_is_being_scored_are_not_asked(open_app: Open) -> None:
    member = with_files(open_app, "m", "member").open("hiring/candidates")
    skills = [{"name": "Rust", "level": "Guru"}]
    resume = json.dumps({"basics": {"name": "Sukarno"}, "skills": skills}).encode()
    member.widget("candidate-files-0").upload("cv.json", resume)

    content = seen(member.run())

    assert "part in scoring them" in content
    assert "Guru" not in content


def fixed_role(visitor: Visitor) -> Visitor:
    """Fix a new role on the page Role needs."""
    return visitor.open("hiring/needs").click("role-start").click("role-fix")


def test_a_panel_takes_over_a_change_with_a_reason_and_shows_both_results(
    open_app: Open,
) -> None:
    chair, code = chaired(open_app)
    for name, level in (("Rini", 1), ("Tono", 4)):
        submit(score(joined(open_app, code, name), level, "x"))
    chair.open("hiring/needs").click("role-change")
    chair.set("role-ask-programming.python", False)
    chair.set("role-reason", "two teams share it").click("role-keep").open(PAGE)

    text = chair.click("panel-needs").text()

    assert "two teams share it" in text
    assert "as first fixed" in text


def test_a_panel_refuses_another_role_that_would_hide_what_held_before(
    open_app: Open, engine
) -> None:
    chair, code = chaired(open_app)
    before = load_needs(engine, find_panel(engine, code))
    fixed_role(chair).open(PAGE)

    assert not chair.has("panel-needs")
    chair.click("panel-needs-out")
    assert load_needs(engine, find_panel(engine, code)) == before
    assert not chair.has("panel-needs-out")
