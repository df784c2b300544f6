"""The one collection of tables that ``open_database`` creates."""

from sqlalchemy import MetaData

metadata = MetaData()
