"""The Chinese manual and the English one are in step, page by page and line by line."""

import importlib.util
import re

import pytest

from carbon_zones.test import manual
from carbon_zones.test.helpers import ROOT
from carbon_zones.test.page_pairs import (
    CHINESE,
    Pair,
    code_lines,
    english_of,
    prose_lines,
    words_of,
)

spec = importlib.util.spec_from_file_location("carbon_zones_i18n", ROOT / "tools" / "i18n.py")
i18n = importlib.util.module_from_spec(spec)
spec.loader.exec_module(i18n)

WORDS = i18n.read_ts()
FILES = i18n.collect()
# What the window calls things: what stands in no room of the core.
LABELS = {
    text
    for text, file in FILES.items()
    if file.split("/")[0] in ("algorithms", "bridge", "provider.py")
}


def test_every_page_is_there_in_chinese():
    there = {english_of(page) for page in manual.CHINESE_PAGES}
    assert there == set(manual.PAGES)


@pytest.mark.parametrize("page", manual.CHINESE_PAGES, ids=manual.label)
def test_a_page_is_in_step(page):
    faults = Pair.of(page).faults()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", manual.CHINESE_PAGES, ids=manual.label)
def test_a_page_calls_things_as_the_window_does(page):
    """What is emphasized, a heading or a link in English, and is a label of the window."""
    english = manual.text_of(english_of(page))
    chinese = manual.text_of(page).split("\n")
    faults = []
    for number, line in prose_lines(english):
        words = words_of(line)
        named = re.findall(r"\*{1,2}([^*]+)\*{1,2}|\[([^\]]+)\]\(|^#+ (.+)$", words)
        for label in filter(None, (part for parts in named for part in parts)):
            shown = WORDS[label] if label in LABELS else ""
            line_of = chinese[number] if number < len(chinese) else ""
            if shown and label[0].isupper() and shown not in line_of:
                faults.append(f"{manual.label(page)}:{number + 1}: {label} is called {shown}")
    assert not faults, "\n".join(faults)


def printed(text: str) -> dict[int, str]:
    """The lines that a page says are printed, without blanks at their ends, by their numbers."""
    lines = text.split("\n")
    return {number: lines[number].strip() for number in code_lines(text)}


def as_pattern(text: str) -> re.Pattern:
    """What a text with values in it can look like, or a part of it from its beginning or end."""
    return re.compile(".+?".join(map(re.escape, re.split(r"{\w*(?::[^}]*)?}", text))))


# The sample's scenarios have Chinese names in a Chinese session.
NAMES = ROOT / "resources" / "schemes" / "coal_mine" / "zh_CN" / "scenarios.csv"
SCENARIOS = dict(line.split(",")[:2] for line in NAMES.read_text("utf-8").splitlines()[1:])
# Those that say something besides their values, and are no words about columns.
TEXTS = [
    (as_pattern(source), as_pattern(chinese))
    for source, chinese in {**WORDS, **SCENARIOS}.items()
    if len(re.sub(r"{.*?}", "", source)) > 8 and FILES.get(source) != i18n.DICTIONARY
]


@pytest.mark.parametrize("page", manual.CHINESE_PAGES, ids=manual.label)
def test_lines_of_the_log_are_what_a_run_in_chinese_prints(page):
    """One of the texts of the translation fits the line in English and that in Chinese."""
    english, chinese = printed(manual.text_of(english_of(page))), printed(manual.text_of(page))
    for number, line in chinese.items():
        if english.get(number, line) == line:
            continue
        one = english[number]
        assert any(text.search(one) and other.search(line) for text, other in TEXTS), (one, line)


@pytest.mark.parametrize(
    "page",
    [page for page in manual.CHINESE_PAGES if page.parent.name == "algorithms"],
    ids=manual.label,
)
def test_inputs_have_the_labels_of_the_chinese_window(page):
    """The English ones are held against the dialogs by test_manual.py of the algorithms."""
    english, chinese = manual.text_of(english_of(page)), manual.text_of(page).split("\n")
    rows = manual.table_under(english, "Inputs")
    first = english.split("\n").index("| parameter | label | what it is | default |") + 2
    found = manual.table_under("# A\n" + "\n".join(chinese[first - 2 :]), "A")
    assert [row[1] for row in found] == [shown_for(row[1]) for row in rows]


def shown_for(label):
    """A label in Chinese; some are made of that of a map and what of it is meant."""
    if label in WORDS:
        return WORDS[label]
    whole, part = label.split(", ", 1)
    return WORDS[f"{{map}}, {part}"].format(map=WORDS[whole])


ENGLISH = """# A page

It takes `LAYERS`, 1,250.5 ha in 2018; see [more](other.md), [below](#what-it-does).

## What it does

- one `x`
- another one

| name | what it is |
|---|---|
| `a` | the first |
| `b` (advanced) | only if asked for | none |

```sh
qgis_process run x
```

> Yang et al. 2022 say so.
"""
INTO = {
    "# A page": "# 一页",
    "It takes `LAYERS`, 1,250.5 ha in 2018; see [more](other.md), [below](#what-it-does)": (
        "输入 `LAYERS`，2018 年 1,250.5 公顷；见[下文](#作用)和[另一页](other.md)"
    ),
    "## What it does": "## 作用",
    "- one `x`": "- 一个 `x`",
    "- another one": "- 另一个",
    "| name | what it is |": "| 名称 | 说明 |",
    "| `a` | the first |": "| `a` | 第一个 |",
    "| `b` (advanced) | only if asked for | none |": "| `b`（高级） | 按需 | 无 |",
    "> Yang et al. 2022 say so.": "> Yang 等（2022）如此说。",
}
STEP = "\n".join(INTO.get(line.rstrip("."), INTO.get(line, line)) for line in ENGLISH.split("\n"))


def faults_of(chinese: str) -> list[str]:
    """What is found of a page that is not there."""
    pair = Pair(ENGLISH, chinese, manual.DOCS / "made_up.md", CHINESE / "made_up.md")
    return [fault.partition(":")[2] for fault in pair.faults()]


def test_pages_in_step_have_no_faults():
    assert faults_of(STEP) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("- 另一个\n", "", "8: is blank, and not an entry of a list"),
        ("## 作用", "### 作用", "5: is a heading of level 3, and not a heading of level 2"),
        ("- 一个", "1. 一个", "7: is an entry of a list, 1, 0 blanks in, and not"),
        ("| 第一个 |", "| 第一 | 个 |", "12: is a row of 3 cells, and not a row of 2 cells"),
        ("run x\n", "run y\n", "16: code, which is to be as in English"),
        ("run x\n", "运行 7\n", "16: code, which is to be as in English"),
        ("一个 `x`", "一个 `X`", "7: code: lacks x; has besides X"),
        ("`LAYERS`", "LAYERS", "3: code: lacks LAYERS"),
        ("（高级）", "", "13: （高级） is to stand where English has (advanced)"),
        ("| 按需 |", "| 可选 |", "13: 按需 is to stand where English has only if asked for"),
        ("| 无 |", "| 没有 |", "13: the last cell is to be 无"),
        ("1,250.5", "1250.5", "3: number: lacks 1,250.5; has besides 1250.5"),
        ("（2022）", "", "19: number: lacks 2022"),
        ("- 另一个", "- another one", "8: is not translated: - another one"),
        ("| `a` | 第一个 |", "| `a` | the first |", "12: is not translated"),
        ("(other.md)", "(others.md)", "3: link: lacks other.md; has besides others.md"),
        ("#作用)", "#what-it-does)", "3: link: lacks #作用; has besides #what-it-does"),
        ("[另一页](other.md)", "另一页", "3: link: lacks other.md"),
    ],
)
def test_a_fault_is_found(old, new, fault):
    assert STEP.count(old) == 1
    assert any(found.startswith(fault) for found in faults_of(STEP.replace(old, new))), faults_of(
        STEP.replace(old, new)
    )
