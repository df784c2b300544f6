"""Candidates beside each other, and scores of a panel."""
