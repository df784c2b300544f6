"""What the command line prints for people: each answer as a text to be read."""
