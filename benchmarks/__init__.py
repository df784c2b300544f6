"""Measurements; what they print is reported, never asserted."""
