"""Charts saved as pictures: what is in the file, and whether it can be printed."""

from __future__ import annotations

import re
import time
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from osgeo import gdal

SVG = "{http://www.w3.org/2000/svg}"
PATIENCE = 300
# A browser takes ten downloads a second from a page, and drops what is more without a word. Nobody
# presses buttons so fast.
BETWEEN = 0.2
# A figure of two columns at 300 dots per inch.
LEAST_DOTS = 2008


def charts(browser) -> list[str]:
    return browser.run("Array.from(document.querySelectorAll('.chart-box'), box => box.id)")


def saved(browser, folder: Path, chart: str, kind: str) -> Path:
    """The file that comes of a click on a chart's button."""
    return saved_by(browser, folder, f"#{chart} .save[data-format={kind}]")


def saved_by(browser, folder: Path, button: str) -> Path:
    """The file that comes of a click on a button."""
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    before = set(folder.iterdir())
    time.sleep(BETWEEN)
    browser.run(f"document.querySelector('{button}').click()")
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        (*made,) = set(folder.iterdir()) - before
        if made and made[0].suffix in (".svg", ".png") and made[0].stat().st_size:
            return made[0]
        time.sleep(0.05)
    browser.run("0")  # so that what was complained of is heard
    raise AssertionError(f"no file of {button}; {browser.complaints}")


# Of each mark of a legend that is no square, what draws it.
MARK = "e.querySelector('.mark path').getAttribute('d')"
FAMILIES = ["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC"]


def words_of(svg: Path) -> str:
    """All that is written in a picture."""
    root = ElementTree.parse(svg).getroot()
    return " ".join(" ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")).split())


def legend_of(browser, chart: str) -> list[tuple[str, str, str]]:
    """Names, and colours or paths of marks, as the page shows them."""
    return browser.run(
        f"Array.from(document.querySelectorAll('#{chart} .legend li:not([hidden])'), e => ["
        f" e.textContent.trim(), e.querySelector('.swatch')?.style.backgroundColor,"
        f" e.querySelector('.mark') && {MARK}])"
    )


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_chart_is_saved_with_its_legend_and_without_its_title(browser, page, tmp_path):
    browser.open(page)
    browser.unfold()
    found = charts(browser)
    assert found
    for chart in found:
        path = saved(browser, tmp_path, chart, "svg")
        root = ElementTree.parse(path).getroot()
        assert root.get("width") == "170mm"
        title = browser.run(f"document.querySelector('#{chart} .chart-title').textContent")
        words = squeezed(words_of(path))
        assert not words.startswith(squeezed(title))
        assert title in root.find(f"{SVG}title").text
        legend = legend_of(browser, chart)
        written = squeezed("".join(text.text for text in root.findall(f"{SVG}text")))
        assert written.startswith(squeezed("".join(name for name, *_ in legend)))
        paths = [path.get("d") for path in root.findall(f"{SVG}g/{SVG}path")]
        assert paths == [mark for *_, mark in legend if mark]
        for _, colour, mark in legend:
            assert mark or any(colour == box.get("fill") for box in root.findall(f"{SVG}rect"))
        assert_in_print(root, 170)
        # The chart itself, and nothing from elsewhere.
        assert root.find(f"{SVG}svg") is not None
        assert not re.search(r'(href|src)="(?!data:|#)', path.read_text(encoding="utf-8"))
    assert browser.complaints == []
    assert not [url for url in browser.requests if url.startswith("http")]


def assert_in_print(root, millimetres: int) -> None:
    """All letters have 6 to 9 points where the picture is as wide as it says, in a named font."""
    width = float(root.get("viewBox").split()[2])
    points = millimetres / width / 25.4 * 72
    assert root.get("width") == f"{millimetres}mm"
    sizes, families = set(), {root.get("font-family")}
    for text in root.iter(f"{SVG}text"):
        style = text.get("style", "")
        size = re.search(r"font-size: ([\d.]+)px", style)
        sizes.add(float(size[1] if size else text.get("font-size")))
        families |= set(re.findall(r"font-family: ([^;]+)", style))
    assert all(5.99 <= size * points <= 9.01 for size in sizes), [s * points for s in sizes]
    assert all("Arial" in family and "system-ui" not in family for family in families)


@pytest.mark.parametrize("chart", ["chart-flows", "chart-balance", "chart-matrix"])
def test_a_chinese_picture_has_simplified_forms_and_the_unit_of_journals(
    browser, chinese, tmp_path, chart
):
    """Every text names the fonts that have such forms, which a viewer may know no language for."""
    browser.open(chinese)
    browser.unfold()
    path = saved(browser, tmp_path, chart, "svg")
    root = ElementTree.parse(path).getroot()
    named = [root.get("font-family")]
    for text in root.iter(f"{SVG}text"):
        found = re.search(r"font-family: ([^;]+)", text.get("style", ""))
        named += [found[1]] if found else []
    # A square is drawn in the family of the whole picture.
    assert len(named) > 3 or chart == "chart-matrix"
    for families in named:
        assert [name.strip(" \"'") for name in families.split(",")][:3] == FAMILIES
    words = words_of(path)
    assert re.search("[\u4e00-\u9fff]", words)
    assert "\u516c\u9877" not in words
    assert chart == "chart-balance" or "hm\u00b2" in words


def test_net_has_its_diamond_in_the_legend(browser, report):
    browser.open(report)
    browser.unfold()
    for chart, name in (("chart-balance", "Net"), ("chart-gains", "net (gain - loss)")):
        assert legend_of(browser, chart)[-1] == [name, None, "M11 1l5 5l-5 5l-5-5z"]


def test_the_period_that_was_chosen_is_in_the_name(browser, report, tmp_path):
    browser.open(report)
    browser.unfold()
    browser.choose("#chart-matrix", 2)
    browser.wait("document.querySelector('#chart-matrix .period-shown').textContent == '2000-2009'")
    path = saved(browser, tmp_path, "chart-matrix", "svg")
    assert path.name == "matrix_2000-2009.svg"
    title = ElementTree.parse(path).getroot().find(f"{SVG}title").text
    assert title == "Transfer matrix, ha (2000-2009)"
    figures = browser.run(
        "JSON.parse(document.querySelector('#chart-matrix .figures').textContent)[2].data[0].text"
    )
    shown = [number for row in figures for number in row if number]
    assert shown
    assert all(number in words_of(path) for number in shown)


@pytest.mark.parametrize("chart", ["chart-matrix", "chart-flows", "chart-zone-shares"])
def test_a_picture_can_be_printed_at_170_mm(browser, report, tmp_path, chart):
    browser.open(report, 390)  # whatever the screen is
    browser.unfold()
    path = saved(browser, tmp_path, chart, "png")
    data = path.read_bytes()
    assert data[37:41] == b"pHYs"
    assert int.from_bytes(data[41:45], "big") == round(300 / 0.0254)
    with gdal.ExceptionMgr(useExceptions=True), gdal.Open(str(path)) as picture:
        assert picture.RasterXSize >= LEAST_DOTS
        pixels = picture.ReadAsArray()[:3]
    scale = pixels.shape[2] / 720
    legend = legend_of(browser, chart)
    lowest = pixels[:, -round(60 * scale) :].reshape(3, -1).T
    for _, colour, _ in legend:
        own = np.array([int(part) for part in re.findall(r"\d+", colour)])
        assert (np.abs(lowest.astype(int) - own).max(axis=1) <= 2).sum() > 100
    # Drawn, not blown up: a thin line is a line of pure pixels.
    assert len(np.unique(pixels[0])) > 3
    assert browser.complaints == []
