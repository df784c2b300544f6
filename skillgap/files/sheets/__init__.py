"""Spreadsheets that are not ours, read by a mapping."""
