"""The collection of tables that ``open_database`` creates, and how words are kept."""

from sqlalchemy import MetaData, TypeDecorator
from sqlalchemy import Text as AnyText

metadata = MetaData()


class Text(TypeDecorator[str]):
    """Words of people; the NUL character, which PostgreSQL cannot keep, is left out."""

    impl = AnyText
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: object) -> str | None:
        """Return the words as they are stored."""
        return value.replace("\0", "") if value else value
