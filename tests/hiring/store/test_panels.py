"""Panels: how one is made, opened and erased, and what the role asks."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from skillgap.hiring.scorecards import Decision
from skillgap.hiring.store.decisions import record_decision
from skillgap.hiring.store.panels import (
    add_panel,
    erase_panel,
    find_panel,
    load_needs,
    make_code,
    save_needs,
)
from skillgap.hiring.store.standing import find_access, load_standing
from skillgap.storage.database import metadata
from tests.hiring.store.panels import (
    CODE,
    a_panel,
    all_submit,
    ready_panel,
    standing,
)

DECISION = Decision("Rini", "2026-11-25T10:00:00+00:00", "A", "invite", "showed it")


def test_a_panel_is_found_by_its_code_however_it_is_typed(engine):
    panel = a_panel(engine)

    assert find_panel(engine, "abcde fghjk 23456 pqrst") == panel
    assert find_panel(engine, "ZBCDE-FGHJK-23456-PQRST") is None
    assert find_panel(engine, "short") is None


def test_of_the_code_only_a_digest_is_kept(engine, tmp_path):
    a_panel(engine)
    engine.dispose()
    kept = b"".join(f.read_bytes() for f in tmp_path.rglob("*") if f.is_file())

    folded = CODE.replace("-", "").lower().encode()
    assert CODE.encode() not in kept
    assert folded not in kept
    assert b"chair-key" not in kept


def test_a_new_code_is_long_and_never_the_same():
    codes = {make_code() for _ in range(200)}

    assert len(codes) == 200
    assert {len(code) for code in codes} == {23}


def test_a_code_opens_one_panel(engine):
    a_panel(engine)

    with pytest.raises(IntegrityError):
        a_panel(engine)


@pytest.mark.parametrize("members", [("Rini",), ("Rini", " rini "), ("Rini", " ")])
def test_a_panel_has_two_members_of_different_names(engine, members):
    with pytest.raises(ValueError, match="two members"):
        a_panel(engine, members)


def test_a_code_that_could_be_guessed_makes_no_panel(engine):
    with pytest.raises(ValueError, match="12"):
        add_panel(engine, "panel", "x", ["Rini", "Tono"], "k", "2026-11-25")


def test_the_chair_is_the_browser_that_made_the_panel(engine):
    panel = a_panel(engine)

    assert find_access(engine, panel, "chair-key").leads
    assert find_access(engine, panel, "Rini-key") is None


def test_needs_are_kept_in_versions_and_the_newest_is_shown(engine):
    panel = a_panel(engine)
    assert load_needs(engine, panel) is None

    save_needs(engine, panel, "one")
    save_needs(engine, panel, "two")

    assert load_needs(engine, panel) == "two"


def test_an_erased_panel_leaves_nothing(engine):
    panel, seats = ready_panel(engine)
    all_submit(engine, seats)
    record_decision(engine, panel, DECISION)

    erase_panel(engine, panel)

    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            if table.name.startswith("panel"):
                query = select(func.count()).select_from(table)
                assert connection.execute(query).scalar_one() == 0, table.name


def test_two_panels_know_nothing_of_each_other(engine):
    _, seats = ready_panel(engine)
    other = add_panel(
        engine, make_code(), "Other", ["Rini", "Uma"], "chair-key", "2026-11-25"
    )
    all_submit(engine, seats)

    assert load_standing(engine, other, "Rini-key") is None
    seen = standing(engine, other)
    assert (seen.letters, seen.revealed) == ((), None)
