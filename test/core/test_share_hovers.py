"""What bars and pictures say of shares in words, which Chinese writes without a blank."""

from carbon_zones.core.base.drafts import Drafts
from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.report.plotly_figures import share_bars
from carbon_zones.core.study.land_sections import land_use_section
from carbon_zones.test.core.pages import study_of


def without_blank(text: str) -> str:
    return text.replace(" %", "%")


def test_per_cent_of_bars_are_for_the_translator():
    row = {"area_ha": 4.0, "share_pct": 43.214}
    bars = share_bars("Woods", "#111111", ["1990"], [row])
    assert translate_message(bars.hovers[0][1], without_blank) == "43.21%"


def test_so_are_those_of_pictures_for_who_cannot_see_them(tmp_path):
    with Drafts() as drafts:
        first = land_use_section(study_of(tmp_path, drafts)).then_now[0]
    told = translate_message(first.meaning, without_blank)
    assert "Fields 60.0%" in told
