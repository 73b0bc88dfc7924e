"""Every text has its Chinese, and the files of the translation are what the sources give."""

import importlib.util
import re
from pathlib import Path

import pytest

from carbon_zones.test.helpers import ROOT

spec = importlib.util.spec_from_file_location("carbon_zones_i18n", ROOT / "tools" / "i18n.py")
i18n = importlib.util.module_from_spec(spec)
spec.loader.exec_module(i18n)

FOUND = i18n.collect()
CHINESE = i18n.read_ts()
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_texts_of_every_room_are_found():
    files = {file.split("/")[0] for file in FOUND.values()}
    assert {"core", "bridge", "algorithms", "provider.py"} <= files
    # Literals side by side, a template of the core, one that is the second argument, a term.
    assert any(text.startswith("Cross-tabulates") for text in FOUND)
    assert "{label} has no band {band}; number of bands: {count}" in FOUND
    assert "column '{column}' is empty" in FOUND
    assert "raster attribute table" in FOUND
    # A heading, a unit and a meaning of the data dictionary; a unit that is the same in Chinese.
    assert {"Zone no.", "percentage points", "name of the layer"} <= set(FOUND)
    assert "kt CO2" not in FOUND


def test_the_translation_has_these_texts_and_no_others():
    assert set(CHINESE) == set(FOUND)
    assert i18n.TS.read_text("utf-8") == i18n.ts_text(FOUND, CHINESE)


def fault_of(text: str) -> str:
    """What is wrong with the Chinese of a text; '' if nothing is."""
    chinese = CHINESE[text]
    if not chinese or i18n.placeholders(chinese) != i18n.placeholders(text):
        return "not translated, or other placeholders"
    if re.search(r"[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", text)) and not HAN.search(chinese):
        # Hectares have one sign in Chinese.
        return "" if "hm\u00b2" in chinese else "still English"
    # QGIS shows an empty line as a paragraph, and splits tags at commas.
    is_list = "," in text and " " not in text.replace("land use", "")
    if chinese.count("\n\n") != text.count("\n\n") or (is_list and "，" in chinese):
        return "other paragraphs or tags"
    return ""


def test_texts_are_translated_with_their_placeholders():
    assert [(text, fault_of(text)) for text in FOUND if fault_of(text)] == []


def test_punctuation_beside_chinese_is_chinese():
    wrong = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?(] ?[\u4e00-\u9fff]")
    tags = {text for text in FOUND if re.fullmatch(r"[\w -]+(,[\w -]+){4,}", text)}
    assert len(tags) >= 7
    # The manual's texts of columns have links.
    shown = {text: re.sub(r"\]\([^)]*\)", "", CHINESE[text]) for text in FOUND}
    assert [shown[t] for t in FOUND if t not in tags and wrong.search(shown[t])] == []


# One thing has one name, in the window and in the manual: these gave way to others.
FORMER = {
    "采矿用地": "工矿用地",
    "闭合检验": "一致性检验",
    "计入面积": "统计面积",
    "变化比例": "地类变化占比",
    "公顷": "hm²",
    "林区": "生态区",
    "树种": "叶型",
    "等步": "匀速",
    "按原值采用": "未给出不确定性",
    "未分区": "未归类",
    "类别表": "地类表",
    "代号": "键",
    "精度样本": "精度评价抽样",
    "碳分区研究": "碳汇功能区综合分析",
}


def test_terms_are_the_ones_that_were_chosen():
    texts = {text: CHINESE[text] for text in FOUND}
    texts.update({str(p): p.read_text("utf-8") for p in (ROOT / "docs" / "zh_CN").rglob("*.md")})
    for folder in ("coal_mine", "coal_mine/zh_CN"):
        tables = (ROOT / "resources" / "schemes" / folder).glob("*.csv")
        texts.update({str(path): path.read_text("utf-8") for path in tables})
    wrong = [(f, FORMER[f], w) for w, text in texts.items() for f in FORMER if f in text]
    assert wrong == []


def test_the_compiled_translation_is_what_lrelease_makes_of_the_source():
    assert i18n.QM.read_bytes() == i18n.compiled(i18n.TS)


def translator_of(path: Path):
    from qgis.PyQt.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(path))
    return translator


def test_qt_gives_every_translation():
    """Qt itself reads what was compiled; a translator by itself takes bytes."""
    translator = translator_of(i18n.QM)
    read = {text: translator.translate("CarbonZones", text.encode()) for text in CHINESE}
    assert read == CHINESE
    assert not translator.translate("CarbonZones", "no such text")
    assert not translator.translate("Other", next(iter(CHINESE)).encode())


# The tool


def checkout(folder: Path, **files: str) -> Path:
    """A small checkout: texts by file name, with '/' written as '__' and no ending."""
    for name, text in files.items():
        ending = ".j2" if name.startswith("resources") else ".py"
        path = folder / (name.replace("__", "/") + ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_texts_are_found_wherever_they_may_stand(tmp_path):
    root = checkout(
        tmp_path,
        provider='tr("one " "text")',
        core__deep='raise row.make_error("two {a}", a=1)\nx = [Message("three"), Term("four")]',
        resources__report='<b>{{ tr("five") }}</b>{% if x %}{{ "six" | tr }}{% endif %}',
        test__no='tr("not this one")',
    )
    assert list(i18n.collect(root)) == ["two {a}", "three", "four", "one text", "five", "six"]


@pytest.mark.parametrize(
    "line",
    [
        'tr(f"{n} cells")',
        'DataError("value " + text)',
        'row.make_error(f"value {n}")',
        'feedback.pushInfo("done")',
        'feedback.pushWarning(f"{n} cells are odd")',
        'raise QgsProcessingException("no")',
    ],
)
def test_a_text_that_nobody_could_translate_is_refused(tmp_path, line):
    with pytest.raises(i18n.Untranslatable, match=r"core/a\.py:2"):
        i18n.collect(checkout(tmp_path, core__a=f"\n{line}\n"))


def test_translations_outlive_the_next_run(tmp_path):
    path = tmp_path / "a.ts"
    found = {"a < b & {c}\n\nsecond": "x.py", ", ": "y.py", "new": "z.py"}
    given = {"a < b & {c}\n\nsecond": "甲 < 乙 & {c}\n\n二", ", ": "、"}
    path.write_text(i18n.ts_text(found, given), encoding="utf-8")
    assert i18n.read_ts(path) == {**given, "new": ""}
