"""Where densities are from, in words that can be translated: nothing of it is lost or left over."""

import re

from carbon_zones.core.base.messages import translate_message
from carbon_zones.core.densities import ipcc
from carbon_zones.core.scheme.density_sources import translate_source

SOURCES = [*ipcc.densities_by_source(), *ipcc.growths_by_source(), *ipcc.dead_matter_by_source()]


def test_in_english_a_source_reads_as_the_table_has_it():
    changed = [
        source
        for source in (*SOURCES, *("returned as " + s for s in SOURCES), "; ".join(SOURCES[:4]))
        if str(translate_source(source)).replace("secondary forest", "secondary") != source
    ]
    assert len(SOURCES) > 1_000
    assert changed == []


def test_every_word_of_every_source_is_one_for_the_translator():
    left = set()
    for source in SOURCES:
        # A translator that keeps the values alone.
        text = translate_message(
            translate_source(source), lambda text: "".join(re.findall("{.+?}", text))
        )
        # A per cent is written with a blank or without one, as the language has it.
        left |= set(re.findall("[A-Za-z]{2,}|%", text))
    assert left <= {"IPCC"}


def test_what_a_person_wrote_stays_as_it_is():
    for source in ("checked", "own plots, 2019; forest", "vegetation: IPCC", ""):
        assert translate_source(source) == source
