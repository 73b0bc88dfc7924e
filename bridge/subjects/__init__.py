"""What a single algorithm or subject reads and keeps, each in a file of its own."""
