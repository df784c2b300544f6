"""Candidates as figures."""
