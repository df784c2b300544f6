"""What a panel reads and takes away."""
