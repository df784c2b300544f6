"""Our own exports, of any size, block by block."""
