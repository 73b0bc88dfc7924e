"""Reject vague names, such as `number`, `place` or `one`.

Run by `make lint`; folders or files as arguments limit the check. Tests are excluded: there,
`found` and `made` are results and fixtures.
"""

import ast
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("core", "bridge", "algorithms", "tools", "menu.py", "plugin.py", "provider.py", "text.py")

# Words not allowed as names of variables, arguments, attributes, functions and classes, with
# suggestions.
WORDS = {
    "number": "class_index, period_index, value, count: what it is",
    "numbers": "values, class_indices, counts: what they are",
    "place": "index, position, column: what it is",
    "places": "indices, positions, columns: what they are",
    "one": "the noun of the thing",
    "ones": "the noun of the things",
    "made": "the noun of what was made",
    "held": "the noun of what is held",
    "found": "the noun of what was found",
    "taken": "taken_land, loss, the noun of what was taken",
    "taking": "disturbing",
    "takers": "disturbing",
    "mines": "disturbing",
    "likes": "the noun of what is alike",
}
# Exceptions: word, and the start of the paths where it is allowed.
RIGHT = {
    "place": ("core/place/",)  # a place on Earth
}
# Phrases not allowed in docstrings and comments, each of which must be understandable on its own.
PHRASES = re.compile(r"\b(see there|likewise|of these)\b", re.IGNORECASE)


def names_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and name of everything that a file defines or refers to by name."""
    # Columns of a table are named by the data dictionary.
    columns = {
        id(entry.target)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "TypedDict" in map(ast.unparse, node.bases)
        for entry in node.body
        if isinstance(entry, ast.AnnAssign)
    }
    # Placeholders of a message are also used in its translation.
    values = {
        id(keyword)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if any(
            isinstance(text, ast.Constant)
            and isinstance(text.value, str)
            and re.search(rf"\{{{keyword.arg}[}}:]", text.value)
            for text in ast.walk(node.args[0] if node.args else node.func)
        )
    }
    for node in ast.walk(tree):
        if id(node) in columns | values:
            continue
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Name):
            yield line, node.id
        elif isinstance(node, (ast.arg, ast.keyword)) and node.arg:
            yield line, node.arg
        # np.ones is a function of numpy.
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) != "np":
            yield line, node.attr
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield line, node.name


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of every docstring and comment."""
    with path.open("rb") as file:
        before = tokenize.NEWLINE
        for token in tokenize.tokenize(file.readline):
            # A string at the start of a statement is a docstring.
            first = before in (tokenize.NEWLINE, tokenize.INDENT, tokenize.ENCODING)
            if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and first):
                yield token.start[0], token.string
            if token.type not in (tokenize.NL, tokenize.COMMENT, tokenize.DEDENT):
                before = token.type


def main() -> int:
    paths = [ROOT / name for name in sys.argv[1:] or ROOMS]
    assert all(path.exists() for path in paths), paths
    files = [file for path in paths for file in (sorted(path.rglob("*.py")) or [path])]
    count = 0
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        for line, word in sorted(set(names_of(ast.parse(path.read_text("utf-8"))))):
            if word in WORDS and not name.startswith(RIGHT.get(word, ("/",))):
                count += 1
                print(f"{name}:{line}: `{word}`: say {WORDS[word]}")
        for line, text in texts_of(path):
            for phrase in PHRASES.findall(text):
                count += 1
                print(f"{name}:{line}: “{phrase}”: a docstring stands alone")
    print(f"check_words: {count} to be renamed or reworded", file=sys.stderr)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
