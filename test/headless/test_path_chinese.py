"""A path to carbon neutrality in a Chinese session: Chinese words, the same numbers."""

from __future__ import annotations

import csv

import pytest

from carbon_zones.core.scheme.defaults import default_table
from carbon_zones.test.headless.test_chinese import HAN, profile, session
from carbon_zones.test.helpers import YEARS, as_arguments, qgis_process, read_csv, sample


def path_in(folder, run) -> list[dict]:
    """PATH of the shipped example on the sample, all of it made by one kind of session."""
    layers = {"LAYERS": [sample(year) for year in YEARS]}
    tables = {name: f"{folder}/{name.lower()}.csv" for name in ("AGES", "STATUS", "DISTURBED")}
    steps = (
        ("sampledata", {"FOLDER": f"{folder}/sample"}),
        ("reclamation", {**layers, **tables}),
        (
            "neutralitypath",
            {
                **tables,
                "ACTIVITY": f"{folder}/sample/activity.csv",
                "SCENARIOS": f"{folder}/sample/scenarios.csv",
                "FACTORS": f"{folder}/sample/factors.csv",
                "PATH": f"{folder}/path.csv",
                "REPORT": f"{folder}/path.html",
            },
        ),
    )
    for name, parameters in steps:
        done = run("qgis_process", "run", f"carbonzones:{name}", *as_arguments(parameters))
        assert done.returncode == 0, done.stderr
    return read_csv(folder / "path.csv")


def test_the_same_numbers_under_chinese_names(tmp_path):
    for name in ("own", "english", "chinese"):
        (tmp_path / name).mkdir()
    own = profile(tmp_path / "own", "zh_CN")
    chinese = path_in(tmp_path / "chinese", lambda *words: session(own, *words))
    english = path_in(tmp_path / "english", lambda _, *words: qgis_process(*words))
    assert {row["scenario"] for row in chinese} == {"基准情景（虚构）", "低碳情景（虚构）"}
    for one, other in zip(english, chinese):
        assert {**one, "scenario": ""} == {**other, "scenario": ""}
    # The class names in AGES are Chinese ones.
    assert all(HAN.search(row["class"]) for row in read_csv(tmp_path / "chinese" / "ages.csv"))
    page = (tmp_path / "chinese" / "path.html").read_text(encoding="utf-8")
    for words in ("碳中和路径", "剥离", "复垦土地碳汇", "用户燃烧的排放（范围三）不计入"):
        assert words in page
    with open(tmp_path / "chinese" / "sample" / "activity.csv", encoding="utf-8-sig") as file:
        assert all("虚构" in row["note"] for row in csv.DictReader(file))


@pytest.mark.parametrize("file", ["activity.csv", "scenarios.csv", "factors.csv"])
def test_shipped_tables_differ_in_words_alone(file):
    words = {"scenario", "note"}
    english, chinese = default_table(file), default_table(file, "zh_CN")
    assert english.columns == chinese.columns
    for one, other in zip(english.rows, chinese.rows):
        assert {k: v for k, v in one.items() if k not in words} == {
            k: v for k, v in other.items() if k not in words
        }
    labelled = [row for row in english.rows if "note" in row]
    assert all("invented" in row["note"] for row in labelled)
    assert len(english.rows) == len(chinese.rows)
    assert file == "factors.csv" or len(labelled) == len(english.rows)
