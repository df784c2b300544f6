"""What one person knows, may trust, and should learn next."""
