"""What a shared panel keeps."""
