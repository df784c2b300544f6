"""Skills-gap assessment for AI engineers."""

__version__ = "0.2.0"
