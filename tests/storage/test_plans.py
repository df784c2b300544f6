"""The choices of a plan: one text a person, the newest counts."""

from sqlalchemy import func, select

from skillgap.storage.database import plan_choices
from skillgap.storage.people import add_person, erase_person
from skillgap.storage.plans import load_choices, save_choices


def test_who_chose_nothing_has_no_choices(engine, sari):
    assert load_choices(engine, sari) == ""


def test_the_newest_choices_replace_those_before(engine, sari):
    save_choices(engine, sari, '{"hours": 5}')
    save_choices(engine, sari, '{"hours": 8}')

    assert load_choices(engine, sari) == '{"hours": 8}'


def test_choices_of_one_person_are_not_those_of_another(engine, sari):
    other = add_person(engine, "anothers-key", "2026-11-25")

    save_choices(engine, sari, "{}")

    assert load_choices(engine, other) == ""


def test_erasing_a_person_erases_the_choices(engine, sari):
    save_choices(engine, sari, "{}")

    erase_person(engine, sari)

    with engine.connect() as connection:
        count = select(func.count()).select_from(plan_choices)
        assert connection.execute(count).scalar_one() == 0
