"""Reads spreadsheets that are not ours, by a mapping or by a proposal."""
