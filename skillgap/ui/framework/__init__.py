"""Parts of the framework page."""
