"""Spreadsheets that are not ours: what they say, and how sure that is."""
