"""Chores of those who work on the product."""
