"""Keeps the translation: i18n/carbon_zones_zh_CN.ts, and the .qm that QGIS loads.

usage: i18n.py [--check | --from OTHER.ts]    in the folder of the checkout; `make i18n` calls it

After adding or changing a text that people see:

1. Write it as tr("..."), or in core/ as Message("..."), DataError("...") or Term("..."), or in a
   template under resources/ as {{ tr("...") }}. A plain literal, never an f-string; values go
   in by name: "{layer} has no band {band}". A value that is text for people is itself a Message
   or a Term, so that it is translated too. Headings, units and meanings of columns stand in
   core/base/columns.csv.
2. make i18n. It adds what is new, takes out what no source has any more (and prints it with its
   translation, because a reworded text can often keep most of it), keeps all else, writes the
   .qm, and lists what has no translation yet. It ends with status 1 while there is anything.
3. Write the translations into the .ts: fill in the <translation type="unfinished"> elements and
   drop the type. Keep {placeholders} as they are; tags are split at ASCII commas. Then again
   make i18n, and commit the .ts and the .qm together.

Where two branches have changed the .ts, take one side and fetch what it lacks from the other:
    git show OTHER_BRANCH:i18n/carbon_zones_zh_CN.ts >build/other.ts
    tools/i18n.py --from build/other.ts

The names of the default classes and zones are no texts but data: they stand in the tables under
resources/schemes/coal_mine/zh_CN, which must have a row for every key of the English ones.

--check writes nothing and ends with status 1 if the files are not what they should be.
"""

from __future__ import annotations

import ast
import csv
import os
import re
import shutil
import string
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from xml.sax.saxutils import escape

CONTEXT, LANGUAGE = "CarbonZones", "zh_CN"
ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "i18n" / f"carbon_zones_{LANGUAGE}.ts"
QM = TS.with_suffix(".qm")
# Headings of columns, and what the manual says of them.
DICTIONARY = "core/base/columns.csv"
# Code and units that are the same in every language.
SAME = re.compile(r"`[^`]*`|\b(?:k?t(?: CO?2?e?)?|km)\b")
# Looked into before the PATH, where Debian may have an lrelease that only calls for another.
QT_FOLDERS = ("/usr/lib/qt6/bin", "/usr/lib/qt5/bin")

# Where a call has its text: the place among the arguments, by the name of what is called.
TEXTS = {"tr": 0, "Message": 0, "DataError": 0, "Term": 0, "inform": 0, "warn": 0, "error": 0}
TEXTS |= {"wrong_feature": 2, "_wrong": 0}
# What people see, so that a text that is given directly is one that nobody translates.
SHOWN = ("pushInfo", "pushWarning", "reportError", "QgsProcessingException")


class Untranslatable(Exception):
    """A text that is written so that no tool can find it."""


def collect(root: Path = ROOT) -> dict[str, str]:
    """Every text that people see, and the first file that has it.

    Raises:
        Untranslatable: naming the lines whose texts cannot be found or translated.
    """
    texts, wrong = {}, []
    rooms = ("core", "bridge", "algorithms")
    files = [*root.glob("*.py"), *(file for room in rooms for file in root.glob(f"{room}/**/*.py"))]
    for path in sorted([*files, *root.glob(DICTIONARY)]):
        if path.suffix == ".csv":
            _from_dictionary(path, texts)
        else:
            _from_python(path, path.relative_to(root).as_posix(), texts, wrong)
    for path in sorted(root.glob("resources/**/*.j2")):
        _from_template(path, path.relative_to(root).as_posix(), texts, wrong)
    if wrong:
        raise Untranslatable("\n".join(wrong))
    return texts


def _from_python(path: Path, name: str, texts: dict, wrong: list) -> None:
    calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        called = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
        where = f"{name}:{call.lineno}: {called}()"
        if called in SHOWN and call.args and _has_words(call.args[0]):
            wrong.append(f"{where} shows a text without tr()")
        position = TEXTS.get(called)
        if position is None or len(call.args) <= position:
            continue
        text = call.args[position]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            texts.setdefault(text.value, name)
        elif called != "Term" and isinstance(text, (ast.JoinedStr, ast.BinOp)):
            wrong.append(f"{where} has a text that is put together; use a template")


def _from_dictionary(path: Path, texts: dict) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for text in (row["heading"], row["unit"], row["meaning"]):
                is_heading = text and text == row["heading"]
                if is_heading or re.search(r"[A-Za-z]", SAME.sub("", text)):
                    texts.setdefault(text, DICTIONARY)


def _has_words(node) -> bool:
    """Whether an expression is a literal, or an f-string, with words of its own."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant)]
    return any(re.search(r"[A-Za-z]{2}", str(text)) for text in texts)


def _from_template(path: Path, name: str, texts: dict, wrong: list) -> None:
    from jinja2 import Environment, nodes

    tree = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]).parse(
        path.read_text("utf-8")
    )
    calls = [
        (call.lineno, call.args[0] if call.args else None)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "tr"
    ]
    calls += [(f.lineno, f.node) for f in tree.find_all(nodes.Filter) if f.name == "tr"]
    for line, text in sorted(calls, key=lambda call: call[0]):
        if isinstance(text, nodes.Const) and isinstance(text.value, str):
            texts.setdefault(text.value, name)
        elif not isinstance(text, (nodes.Name, nodes.Getattr, nodes.Getitem)):
            wrong.append(f"{name}:{line}: tr() has a text that is put together")


def read_ts(path: Path = TS) -> dict[str, str]:
    """Translations by text; '' for one that is not finished."""
    read = {}
    for message in ET.parse(path).iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        read[message.findtext("source") or ""] = (translation.text or "") if done else ""
    return read


def ts_text(texts: dict[str, str], translations: dict[str, str]) -> str:
    """The .ts of the texts that were found, in their files' order."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{LANGUAGE}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source, file in texts.items():
        translation = translations.get(source, "")
        kind = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            f'        <location filename="../{file}"/>',
            f"        <source>{escape(source)}</source>",
            f"        <translation{kind}>{escape(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def compiled(ts: Path) -> bytes:
    """The .qm that Qt's lrelease makes of a .ts; the lreleases of Qt 5 and Qt 6 make the same."""
    program = shutil.which("lrelease", path=os.pathsep.join([*QT_FOLDERS, os.environ["PATH"]]))
    if program is None:
        sys.exit("i18n: there is no lrelease here; tools/setup.sh --dev installs it")
    with tempfile.TemporaryDirectory() as folder:
        qm = Path(folder) / "made.qm"
        subprocess.run([program, "-silent", str(ts), "-qm", str(qm)], check=True)
        return qm.read_bytes()


def placeholders(text: str) -> list:
    """The names and formats of a template's values, sorted."""
    return sorted({(name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name})


def faults(texts: dict[str, str], translations: dict[str, str]) -> list[str]:
    """What is wrong with the translations, a line each."""
    lines = []
    for source, file in texts.items():
        translation = translations.get(source, "")
        if not translation:
            lines.append(f"untranslated ({file}): {source}")
            continue
        try:
            same = placeholders(translation) == placeholders(source)
        except ValueError:
            same = translation.count("{") == source.count("{")
        if not same:
            lines.append(f"other placeholders ({file}): {source} -> {translation}")
    return lines


def main() -> int:
    try:
        texts = collect()
    except Untranslatable as error:
        print(error)
        return 1
    translations = read_ts(TS)
    if sys.argv[1:2] == ["--from"]:
        other = read_ts(Path(sys.argv[2]))
        translations.update({s: other.get(s, "") for s in texts if not translations.get(s)})
    gone = {source: text for source, text in translations.items() if source not in texts}
    kept = {source: text for source, text in translations.items() if source in texts}
    wrong = faults(texts, kept)
    ts = ts_text(texts, kept)
    if "--check" in sys.argv[1:]:
        if TS.read_text("utf-8") != ts:
            wrong.append(f"{TS.name} is not what the sources give; run make i18n")
        if QM.read_bytes() != compiled(TS):
            wrong.append(f"{QM.name} is not what the .ts gives; run make i18n")
    else:
        TS.write_text(ts, encoding="utf-8", newline="\n")
        QM.write_bytes(compiled(TS))
        for source, text in gone.items():
            print(f"gone: {source} -> {text or 'untranslated'}")
    for line in wrong:
        print(line)
    print(f"i18n: {len(texts)} texts, {len(wrong)} to look at")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
