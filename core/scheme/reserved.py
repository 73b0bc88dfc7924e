"""Names that have a meaning of their own in tables, so that nothing else may be called so."""

from __future__ import annotations

from ..base.messages import DataError, Term, Text

# Rows of tables: all classes together, and land in no unit. The same in every language.
ALL, OUTSIDE = "(all)", "(outside)"
# What a rule may name besides a class: any class, a group, and, in `to`, the class of `from`.
ANY, GROUP_MARK, SAME = "*", "@", "="

WORDS = {ALL: Term("all classes together"), OUTSIDE: Term("land in no unit")}
SIGNS = {ANY: Term("any class"), SAME: Term("the same class"), GROUP_MARK: Term("a group")}


def reserved_meaning(name: str, in_rules: bool = True) -> Term | None:
    """What a name with a meaning of its own stands for, whatever its case; None for other names.

    Args:
        in_rules: whether rules may name it, or a raster's legend from which rules go on.
    """
    text = name.strip().casefold()
    meaning = WORDS.get(text)
    if in_rules and meaning is None:
        meaning = SIGNS.get(GROUP_MARK if text.startswith(GROUP_MARK) else text)
    return meaning


def refuse_reserved(name: str, what: Text, in_rules: bool = True) -> None:
    """Refuse a name with a meaning of its own.

    Args:
        what: what is called so, and where, such as `CLASSES row 3: the value 7`.

    Raises:
        DataError: naming it and what the name stands for.
    """
    meaning = reserved_meaning(name, in_rules)
    if meaning is not None:
        raise DataError(
            "{what} is called '{name}', which stands for {meaning}; give it another name",
            what=what,
            name=name.strip(),
            meaning=meaning,
        )
