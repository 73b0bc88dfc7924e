"""A path to carbon neutrality in other sessions: Chinese words, the same numbers; by hand."""

from __future__ import annotations

import pytest

from carbon_zones.core.scheme.defaults import export_default_table, load_default_table
from carbon_zones.test.headless.test_chinese import HAN, in_session
from carbon_zones.test.helpers import YEARS, read_csv, sample


def path_in(folder, locale: str) -> list[dict]:
    """PATH of the shipped example on the sample, all of it made by one session."""
    land = {name: f"{folder}/{name.lower()}.csv" for name in ("AGES", "STATUS", "DISTURBED")}
    folder.mkdir()
    shipped = {
        name: str(export_default_table(f"{name.lower()}.csv", locale.removeprefix("en_US"), folder))
        for name in ("ACTIVITY", "SCENARIOS", "FACTORS")
    }
    outputs = {"PATH": f"{folder}/path.csv"}
    if locale == "zh_CN":
        outputs["REPORT"] = f"{folder}/path.html"
    layers = {"LAYERS": [sample(year) for year in YEARS]}
    runs = [["reclamation", {**layers, **land}], ["neutralitypath", {**land, **shipped, **outputs}]]
    in_session(folder, locale, *runs)
    return read_csv(folder / "path.csv")


def test_the_same_numbers_under_chinese_names(tmp_path):
    chinese, english = (path_in(tmp_path / one, one) for one in ("zh_CN", "en_US"))
    assert {row["scenario"] for row in chinese} == {"基准情景（虚构）", "低碳情景（虚构）"}
    for one, other in zip(english, chinese):
        assert {**one, "scenario": ""} == {**other, "scenario": ""}
    # The class names in AGES are Chinese ones.
    assert all(HAN.search(row["class"]) for row in read_csv(tmp_path / "zh_CN" / "ages.csv"))
    page = (tmp_path / "zh_CN" / "path.html").read_text(encoding="utf-8")
    for words in ("碳中和路径", "剥离", "复垦土地碳汇", "未包括用户燃烧的排放（范围三）"):
        assert words in page
    assert all("虚构" in row["note"] for row in load_default_table("activity.csv", "zh_CN").rows)


@pytest.mark.parametrize("file", ["activity.csv", "scenarios.csv", "factors.csv"])
def test_shipped_tables_differ_in_words_alone(file):
    words = {"scenario", "note"}
    english, chinese = load_default_table(file), load_default_table(file, "zh_CN")
    assert english.columns == chinese.columns
    for one, other in zip(english.rows, chinese.rows):
        assert {k: v for k, v in one.items() if k not in words} == {
            k: v for k, v in other.items() if k not in words
        }
    labelled = [row for row in english.rows if "note" in row]
    assert all("invented" in row["note"] for row in labelled)
    assert len(english.rows) == len(chinese.rows)
    assert file == "factors.csv" or len(labelled) == len(english.rows)
