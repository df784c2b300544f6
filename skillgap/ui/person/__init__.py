"""Parts of the pages of a person."""
