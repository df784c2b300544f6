"""Parts of the team page."""
