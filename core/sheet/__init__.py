"""The map sheet: what its legend lists, and where each part stands."""
