"""Sessions in Chinese: what people read is Chinese, what scripts read is the same."""

from __future__ import annotations

import csv
import json
import re
import subprocess

import numpy as np
import pytest

from carbon_zones.test.contracts import STUDY_TABLES
from carbon_zones.test.helpers import ROOT, YEARS, as_arguments, read_csv, sample

HAN = re.compile(r"[\u4e00-\u9fff]")
NAMES = {"from_class", "to_class", "class", "zone_name"}
NAMES |= {"ecosystem_before", "ecosystem_after"}


def profile(folder, locale: str, override: bool = True):
    """A QGIS profile whose settings choose a language."""
    text = f"[PythonPlugins]\ncarbon_zones=true\n\n[locale]\nuserLocale={locale}\n"
    for name in ("QGIS3.ini", "QGIS4.ini"):
        ini = folder / "profiles" / "default" / "QGIS" / name
        ini.parent.mkdir(parents=True, exist_ok=True)
        ini.write_text(f"{text}overrideFlag={str(override).lower()}\n")
    return folder


def session(folder, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a command in the environment of the checkout, but with this profile."""
    given = {"QGIS_CUSTOM_CONFIG_PATH": str(folder), **environment}
    variables = [f"{name}={value}" for name, value in given.items()]
    return subprocess.run(
        [str(ROOT / "tools" / "env.sh"), "env", *variables, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def process(folder, algorithm: str, status: int = 0, **given) -> subprocess.CompletedProcess:
    """Run an algorithm by qgis_process with this profile, which has to end so."""
    arguments = as_arguments(given)
    done = session(folder, "qgis_process", "run", f"carbonzones:{algorithm}", *arguments)
    assert done.returncode == status, done.stderr
    return done


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["zh_CN", "zh-Hant"])
def test_the_settings_choose_chinese(tmp_path, locale):
    done = session(profile(tmp_path, locale), "qgis_process", "help", "carbonzones:areashares")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("面积占比统计 (carbonzones:areashares)")
    assert "LAYERS: 图层（按时间先后）" in done.stdout
    assert "只有在所有图层中均有效的像元才参与统计" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("locale", "override", "system", "title"),
    [
        ("en_US", True, "zh_CN.UTF-8", "Area-share summary"),  # the settings go first
        ("zh_CN", False, "C.UTF-8", "Area-share summary"),  # not switched on
        ("en_US", False, "zh_CN.UTF-8", "面积占比统计"),
    ],
)
def test_without_an_override_the_system_chooses(tmp_path, locale, override, system, title):
    folder = profile(tmp_path, locale, override)
    done = session(folder, "qgis_process", "help", "carbonzones:areashares", LC_ALL=system)
    assert done.stdout.startswith(title), done.stdout + done.stderr


CODES = """
from qgis.core import QgsApplication
from qgis.testing import start_app
app = start_app()
from carbon_zones.text import interface_language
import sys
out = open(sys.argv[1], "w")
for code in ("zh-Hans", "zh_CN", "zh-Hant", "zh", "en", "en_US", "de", "za", "C", ""):
    app.setTranslation(code)
    print(code, interface_language(), file=out)
out.close()
"""


def test_the_command_line_of_qgis_goes_first(tmp_path):
    """QGIS calls what --lang names, or else what it found itself, its translation."""
    (tmp_path / "codes.py").write_text(CODES, encoding="utf-8")
    command = ("/usr/bin/env", "python3", str(tmp_path / "codes.py"), str(tmp_path / "out"))
    done = session(tmp_path, *command, PATH="/usr/bin:/bin")
    assert done.returncode == 0, done.stderr
    found = [line.split(" ") for line in (tmp_path / "out").read_text().splitlines()]
    chinese = {"zh-Hans", "zh_CN", "zh-Hant", "zh"}
    assert len(found) == 10
    assert found == [[code, "zh_CN" if code in chinese else ""] for code, _ in found]


DUMP = """
import json, sys
from qgis.core import QgsApplication
from qgis.testing import start_app
start_app()
from carbon_zones.plugin import CarbonZonesPlugin
plugin = CarbonZonesPlugin()
plugin.initProcessing()
texts = {"provider": plugin.provider.longName(), "name": plugin.provider.name()}
for algorithm in plugin.provider.algorithms():
    for what in ("displayName", "shortDescription", "shortHelpString"):
        texts[f"{algorithm.name()} {what}"] = getattr(algorithm, what)()
    for part in algorithm.parameterDefinitions():
        texts[f"{algorithm.name()} {part.name()}"] = part.description()
        texts[f"{algorithm.name()} {part.name()} help"] = part.help()
    for part in algorithm.outputDefinitions():
        texts[f"{algorithm.name()} {part.name()} output"] = part.description()
    for tag in algorithm.tags():
        assert tag == tag.strip() and tag and "，" not in tag, tag
json.dump(texts, open(sys.argv[1], "w"))
plugin.unload()
"""


def test_every_description_and_help_is_chinese(tmp_path):
    (tmp_path / "dump.py").write_text(DUMP, encoding="utf-8")
    out = tmp_path / "texts.json"
    command = ("/usr/bin/env", "python3", str(tmp_path / "dump.py"), str(out))
    done = session(tmp_path, *command, LC_ALL="zh_CN.UTF-8", PATH="/usr/bin:/bin")
    assert done.returncode == 0, done.stderr
    texts = json.loads(out.read_text())
    assert len(texts) > 150
    # Files are called what they are called.
    assert [text for text in texts.values() if not HAN.search(text) and text[-4:] != ".csv"] == []


@pytest.fixture(scope="module")
def studies(tmp_path_factory):
    """What the study prints and writes in English and in Chinese."""
    folder = tmp_path_factory.mktemp("studies")
    made = {}
    for locale in ("en_US", "zh-Hans"):
        out = folder / locale
        out.mkdir()
        done = process(
            profile(folder / f"profile {locale}", locale),
            "study",
            LAYERS=[sample(year) for year in YEARS],
            **{table: out / f"{table.lower()}.csv" for table in STUDY_TABLES},
            ZONES_FOLDER=out / "zones",
            WORKBOOK=out / "study.xlsx",
        )
        made[locale] = (out, done)
    return made


def test_the_log_is_chinese(studies):
    printed = studies["zh-Hans"][1].stdout
    for words in (
        "地类取自其栅格属性表。",
        "“Arable land” = 耕地、",
        "每个像元 0.09 hm²",
        "各期均有效：574,770 个像元（51,729.30 hm²）；排除：0 个像元",
        "采矿损毁土地 9,409 hm²，净碳损失 768,365 t C（折合排放 2,817,337 t CO₂）。",
        "该结果的范围为：净损失 719,515 至 817,214 t C。",
        "全部 2,634 hm² 闲置地：232,417 t C，相当于采矿造成的总碳损失（872,724 t C）的 27%。",
    ):
        assert words in printed
    # Between what qgis_process itself says before and after, nothing is English.
    own = printed.split("LAYERS“", 1)[1].split("\n----------------\nResults")[0]
    lines = [re.sub(r"^[0-9. ]*", "", line) for line in own.splitlines()]
    assert [line for line in lines if line and not HAN.search(line) and "done" not in line] == []


@pytest.mark.parametrize("table", [table.lower() for table in STUDY_TABLES])
def test_tables_differ_in_names_only(studies, table):
    english, chinese = (studies[locale][0] / f"{table}.csv" for locale in ("en_US", "zh-Hans"))
    with open(english) as one, open(chinese, encoding="utf-8-sig") as other:
        assert next(csv.reader(one)) == next(csv.reader(other))
    rows = list(zip(read_csv(english), read_csv(chinese)))
    assert rows
    for one, other in rows:
        assert {k: one[k] for k in one.keys() - NAMES} == {k: other[k] for k in one.keys() - NAMES}
        for column in one.keys() & NAMES:
            # What scripts look for.
            if one[column] == other[column] in ("unknown", "(all)"):
                continue
            assert HAN.search(other[column])
            assert not HAN.search(one[column])


def sheet_of(path, name: str) -> list[list]:
    """The rows of a sheet of a workbook below its headings."""
    from osgeo import gdal

    options = {"open_options": ["HEADERS=FORCE"]}
    with (
        gdal.ExceptionMgr(useExceptions=True),
        gdal.OpenEx(str(path), gdal.OF_VECTOR, **options) as workbook,
    ):
        layer = workbook.GetLayerByName(name)
        fields = range(layer.GetLayerDefn().GetFieldCount())
        return [[feature.GetField(place) for place in fields] for feature in layer]


def test_checks_are_translated_in_the_workbook_alone(studies):
    english, chinese = (
        sheet_of(studies[locale][0] / "study.xlsx", name)
        for locale, name in (("en_US", "Consistency checks"), ("zh-Hans", "一致性检验"))
    )
    assert len(english) == len(chinese) > 100
    for one, other in zip(english, chinese):
        assert HAN.search(other[1])
        assert not HAN.search(one[1])
        assert [*one[:1], *one[2:]] == [*other[:1], *other[2:]]
    # Texts that are not the same in English are not the same in Chinese.
    different = [len({tuple(row[:2]) for row in rows}) for rows in (english, chinese)]
    assert different[0] == different[1] > 100
    written = read_csv(studies["zh-Hans"][0] / "closure.csv")
    assert [row["check"] for row in written] == [row[1] for row in english]


def test_zone_rasters_differ_in_names_only(studies):
    from osgeo import gdal

    found, described = [], []
    for locale in ("en_US", "zh-Hans"):
        path = studies[locale][0] / "zones" / "zones_1986_2000.tif"
        with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as dataset:
            band = dataset.GetRasterBand(1)
            table = band.GetDefaultRAT()
            names = [table.GetValueAsString(row, 1) for row in range(table.GetRowCount())]
            found.append((band.ReadAsArray(), names))
            described.append((band.GetDescription(), dataset.GetMetadata()))
    assert np.array_equal(found[0][0], found[1][0])
    assert found[0][1][0] == "Carbon sink invariant area"
    zones = ["碳汇不变区", "碳汇增强区", "低碳优化区", "碳排放控制区", "未归类"]
    assert found[1][1] == [*zones, "持续工矿用地", "持续建设用地"]
    assert [name for name, _ in described] == ["Carbon zones 1986-2000", "碳汇功能区 1986-2000"]
    # What it was made of and by is said in every language alike.
    assert described[0][1]["TIFFTAG_IMAGEDESCRIPTION"] == "Carbon zones 1986-2000"
    assert described[0][1] == described[1][1]


# Runs one after the other, for a start takes long: the results of each, or its refusal.
RUNS = """
import json, sys
from qgis.testing import start_app
start_app()
import processing
from processing.core.Processing import Processing
from qgis.core import QgsProcessingException
Processing.initialize()
from carbon_zones.plugin import CarbonZonesPlugin
plugin = CarbonZonesPlugin()
plugin.initProcessing()
for name, parameters in json.load(open(sys.argv[1])):
    try:
        said = processing.run(f"carbonzones:{name}", parameters)
    except QgsProcessingException as error:
        said = str(error)
    print(json.dumps(said), file=open(sys.argv[2], "a"))
plugin.unload()
"""


def in_session(folder, locale: str, *runs: tuple[str, dict]) -> list:
    """What each run gives in a session of its own folder, whose system speaks a language."""
    folder.mkdir(exist_ok=True)
    (folder / "runs.json").write_text(json.dumps(runs, default=str), encoding="utf-8")
    (folder / "runs.py").write_text(RUNS, encoding="utf-8")
    files = [str(folder / name) for name in ("runs.py", "runs.json", "said.txt")]
    command = ("/usr/bin/env", "python3", *files)
    done = session(folder, *command, LC_ALL=f"{locale}.UTF-8", PATH="/usr/bin:/bin")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in (folder / "said.txt").read_text().splitlines()]


def test_errors_are_chinese_and_what_is_made_in_chinese_is_read_in_english(tmp_path):
    copies, scheme = tmp_path / "sample", tmp_path / "scheme"
    pair = {"EARLIER": sample("1986"), "LATER": sample("2000")}
    zones = {"ZONES": tmp_path / "zones.tif", "ZONE_SHARES": tmp_path / "shares.csv"}
    (tmp_path / "rules.csv").write_text("from,to,zone\narable,swamp,1\n")
    copied = {"EARLIER": copies / "landuse_1986.tif", "LATER": copies / "landuse_2018.tif"}
    *_, loss, rule, layer = in_session(
        tmp_path / "chinese",
        "zh_CN",
        ("sampledata", {"FOLDER": copies}),
        ("exporttables", {"FOLDER": scheme}),
        ("carbonloss", {**copied, "LOSSES": tmp_path / "losses.csv"}),
        ("zonereclassification", {**pair, "RULES": tmp_path / "rules.csv", **zones}),
        ("areashares", {"LAYERS": "/no/such.tif", "SHARES": tmp_path / "shares.csv"}),
    )
    assert loss["TOTAL_LOSS_TC"] == pytest.approx(650851.25706)
    assert "RULES (rules)：未知的地类“swamp”（第 1 行“to”列）；" in rule
    assert "LAYERS：未找到图层或文件“/no/such.tif”" in layer
    assert read_csv(scheme / "classes.csv")[0]["name"] == "耕地"

    transfers, change, unassigned = (tmp_path / f"{name}.csv" for name in ("t", "c", "u"))
    tables = {"CLASSES": "classes.csv", "RULES": "rules.csv", "ZONE_TABLE": "zones.csv"}
    given = {name: scheme / file for name, file in tables.items()}
    in_session(
        tmp_path / "english",
        "en_US",
        ("transfermatrix", {**copied, "TRANSFERS": transfers, "CLASS_CHANGE": change}),
        ("zonereclassification", {**pair, **given, **zones, "UNASSIGNED": unassigned}),
    )
    names = [row["class"] for row in read_csv(change)]
    assert names[:3] == ["耕地", "林地", "草地"]
    assert all(HAN.search(name) for name in names)
    shares = read_csv(tmp_path / "shares.csv")
    assert [row["zone_name"] for row in shares][:2] == ["碳汇不变区", "碳汇增强区"]
    assert read_csv(unassigned)[0]["from_class"] == "耕地"
    assert read_csv(unassigned)[0]["kind"] == "sink to a richer sink"
