"""The sections of the pages, a file per subject."""
