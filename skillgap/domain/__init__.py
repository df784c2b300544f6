"""What it means: pure functions over the framework and tables of ratings."""
