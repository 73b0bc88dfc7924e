"""Names that a class cannot have, and odd ones that it can."""

from __future__ import annotations

# What each stands for, as a person is told.
RESERVED = {
    "(all)": "all classes",
    "(ALL)": "all classes",
    " (All) ": "all classes",
    "(outside)": "land outside all units",
    "(Outside)": "land outside all units",
    "*": "any class",
    "=": "the same class",
    "@": "a group",
    "@x": "a group",
    "@sink": "a group",
}
ODD = [
    *("Total", "total", "all", "net", "none", "NULL", "nan", "inf", "-1", "0", "1e3", "7", "true"),
    *("from", "to", "via", "zone", "class", "value", "unit", "period", "map_class", "from_class"),
    *("fid", "ogc_fid", "geometry", "geom", "rowid", "field_1", "Field1", "_", "/", "..", "\\"),
    *("**", "*x", "x=", "=SUM(A1)", "+1", "-x", "x@y", "(all", "all)", "( all )", "(not labelled)"),
    *("a,b", "a;b", 'a"b', "a'b", "a|b", "a\tb", "c\n\vd", "a:b", "taken:x", "a -> b", "a\u2192b"),
    *("<b>x</b>", "&amp;", "{x}", "{0}", "{", "%s", "$x", "[a]", "#ff0000", "#REF!", "x" * 250),
    *("\u8015\u5730", "\uff08all\uff09", "\U0001f600", "\u202eabc", "e\u0301", "\u0130", "\u00df"),
]
