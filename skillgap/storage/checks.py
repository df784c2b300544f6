"""Checks shown to a person and what they answered; private to that person."""

import pandas as pd
from sqlalchemy import Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from skillgap.storage.database import begin_writing, check_answers
from skillgap.storage.people import Person
from skillgap.storage.ratings import timestamp


def ask_check(engine: Engine, person: Person, check: str, skill: str) -> None:
    """Note that a check is shown now; from here on the skill's rating is locked."""
    values = {
        "person": person.id,
        "check": check,
        "skill": skill,
        "asked_at": timestamp(),
    }
    try:
        with begin_writing(engine) as connection:
            connection.execute(insert(check_answers).values(values))
    except IntegrityError:
        pass  # shown before, in another tab


def answer_check(
    engine: Engine,
    person: Person,
    check: str,
    response: str,
    right: bool,
    confidence: str,
) -> bool:
    """Store the answer to a shown check; say whether it was the first.

    ``confidence`` is ``sure``, ``fairly``, ``guess``, or empty for "I don't know". An
    answer given stands: a second one changes nothing.
    """
    open_check = (
        (check_answers.c.person == person.id)
        & (check_answers.c.check == check)
        & (check_answers.c.answered_at == "")
    )
    values = {
        "answered_at": timestamp(),
        "response": response,
        "right": int(right),
        "confidence": confidence,
    }
    with begin_writing(engine) as connection:
        done = connection.execute(
            update(check_answers).where(open_check).values(values)
        )
    return bool(done.rowcount)


def load_no_checks() -> pd.DataFrame:
    """Return a table of checks without rows, columns as in ``load_checks``."""
    columns = [column.name for column in check_answers.c if column.name != "person"]
    return pd.DataFrame(columns=columns)


def load_checks(engine: Engine, person: Person) -> pd.DataFrame:
    """Return the checks shown to a person in the order they were shown.

    Columns ``check``, ``skill``, ``asked_at``, ``answered_at`` (empty if not
    answered), ``response``, ``right`` (1 or 0, None if not answered), ``confidence``.
    """
    columns = [c for c in check_answers.c if c.name != "person"]
    query = (
        select(*columns)
        .where(check_answers.c.person == person.id)
        .order_by(check_answers.c.asked_at)
    )
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    return pd.DataFrame(rows, columns=[column.name for column in columns])
