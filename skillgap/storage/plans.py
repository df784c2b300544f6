"""What a person chose for their plan: one text each, private to that person."""

from sqlalchemy import Engine, delete, insert, select

from skillgap.storage.database import begin_writing, plan_choices
from skillgap.storage.people import Person
from skillgap.storage.ratings import let_others_wait, timestamp


def load_choices(engine: Engine, person: Person) -> str:
    """Return the choices as they were stored, an empty text if there are none."""
    same = plan_choices.c.person == person.id
    with engine.connect() as connection:
        found = connection.execute(select(plan_choices.c.choices).where(same))
        return str(found.scalar_one_or_none() or "")


def save_choices(engine: Engine, person: Person, text: str) -> None:
    """Store the choices; they replace those before."""
    values = {"person": person.id, "choices": text, "saved_at": timestamp()}
    same = plan_choices.c.person == person.id
    with begin_writing(engine) as connection:
        let_others_wait(connection, person)
        connection.execute(delete(plan_choices).where(same))
        connection.execute(insert(plan_choices).values(values))
