"""Parts of the hiring pages."""
