"""Parts of the pages about the framework and the method."""
