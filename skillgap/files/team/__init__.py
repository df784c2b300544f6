"""The review of a team, as a report and as data."""
