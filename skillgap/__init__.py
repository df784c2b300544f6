"""Skills-gap assessment for AI engineers."""
