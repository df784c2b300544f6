"""Kept: people and their ratings, SQLite by itself, PostgreSQL when told."""
