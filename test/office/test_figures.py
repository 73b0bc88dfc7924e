"""Pictures of charts in LibreOffice: it opens them, and their texts are texts."""

from __future__ import annotations

import subprocess

import pytest

from carbon_zones.test.browser.test_saving import saved
from carbon_zones.test.office.office import converted, text_of

# Of a chart, a word in either language.
WORDS = {
    "chart-balance": {"en": "Growth", "zh_CN": "\u51c0\u53d8\u5316"},
    "chart-flows": {"en": "15,840 ha", "zh_CN": "15,840 hm\u00b2"},
}


@pytest.mark.parametrize("chart", WORDS)
def test_a_picture_opens_with_its_texts_in_the_forms_of_its_language(
    browser, made, tmp_path, chart
):
    language, workbook = made
    browser.open(str(workbook.with_name("report.html")))
    browser.unfold()
    pdf = converted(saved(browser, tmp_path, chart, "svg"), "pdf", tmp_path)
    assert WORDS[chart][language] in text_of(pdf)
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, check=True).stdout
    assert ("NotoSansCJKsc" in fonts) == (language == "zh_CN"), fonts
