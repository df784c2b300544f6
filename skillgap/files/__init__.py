"""In and out: YAML, CSV and translation catalogues."""
