"""The scheme of a run: class names, groups, zones, rules and coefficients from plain tables."""
