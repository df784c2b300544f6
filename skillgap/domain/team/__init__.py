"""A team's ratings: what they add up to and what to do next."""
