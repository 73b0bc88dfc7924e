"""What is read off the count, a file per subject."""
