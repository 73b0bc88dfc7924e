"""DISCLOSURE: against a plain loop over cells and their sites, and by hand."""

import math
from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_zones.core.base.dates import create_periods
from carbon_zones.core.base.messages import Notes
from carbon_zones.core.mine.mined_land import MinedLand
from carbon_zones.core.mine.reclamation import Disclosure, Reclamation, disclosure_section
from carbon_zones.core.results.closure import raise_failed_check
from carbon_zones.core.scan.series_count import CombinationCounter, count_series
from carbon_zones.core.scan.units import RasterUnits
from carbon_zones.core.scheme.classes import Classes
from carbon_zones.core.scheme.disturbance_types import DisturbingClasses
from carbon_zones.test.core.histories import NAMES, lands, letters, series_by_hand
from carbon_zones.test.core.mining_oracle import STATES, disclosed, disclosed_once
from carbon_zones.test.core.passes import PLACES
from carbon_zones.test.core.support import examples, inputs, memory_folder
from carbon_zones.test.core.test_reclamation import told
from carbon_zones.test.helpers import write_raster

SITES = {1: "North pit", 2: "South pit", 0: "(outside)"}
KINDS = {
    "yes": "natural ecosystem converted",
    "no": "conversion between modified ecosystems",
    "": "unknown",
}
PHASES = [*STATES.values()]
NOT_KNOWN = "unknown"
KEY = ("site", "period", "phase", "ecosystem_before", "ecosystem_after")


def by_loop(land, hectares, sites, groups) -> tuple[dict, dict]:
    """Hectares by KEY, and of each class by site, period and its name, cell after cell."""
    areas, at_start = defaultdict(list), defaultdict(list)
    disturbing = DisturbingClasses(groups)
    for place, values in land.cells.items():
        history, names = letters(values, disturbing), [NAMES[value] for value in values]
        site, area = SITES[int(sites[place])], float(hectares[place])
        periods = [f"{a}-{b}" for a, b in zip(land.years, land.years[1:])]
        for period, name in zip(periods, names):
            at_start[site, period, name].append(area)
        for n, phase, before, after in disclosed(history, names):
            areas[site, periods[n], phase, before or NOT_KNOWN, after].append(area)
        if len(periods) > 1:
            span = f"{land.years[0]}-{land.years[-1]}"
            at_start[site, span, names[0]].append(area)
            once = disclosed_once(history, names)
            if once:
                phase, before, after = once
                areas[site, span, phase, before or NOT_KNOWN, after].append(area)
    return areas, at_start


def with_natural(classes, natural) -> Classes:
    return Classes(replace(c, natural=natural.get(c.name, "")) for c in classes)


def counted(series, folder, sites=None, disturbing=("mine",), natural=None, site=""):
    """What is disclosed of a series, by site where there is a raster of sites."""
    units = None
    if sites is not None:
        (source,) = inputs(sites)
        units = RasterUnits(series, source, Notes())
    combinations = CombinationCounter(series)
    census = count_series(series, create_periods(series.dates), [combinations], units=units)
    classes = with_natural(series.classes, natural or {})
    table, groups = combinations.table, DisturbingClasses(disturbing)
    whole = Reclamation(MinedLand(table, series.dates, classes, groups))
    raise_failed_check(whole.consistency_checks(census))
    return Disclosure(series, census, whole.land, site)


@examples(200)
@given(
    land=lands(most_dates=6),
    groups=st.sampled_from([("mine",), ("mine", "built")]),
    natural=st.dictionaries(st.sampled_from([*NAMES.values()]), st.sampled_from(["yes", "no"])),
    seed=st.integers(0, 1000),
)
def test_the_rows_equal_a_plain_loop_over_cells_and_sites(land, groups, natural, seed):
    sites = np.random.default_rng(seed).integers(0, 3, land.dates[0].shape).astype(np.uint8)
    with memory_folder() as folder:
        series = land.open(folder)
        epsg, origin, cell = PLACES[land.place]
        there = [SITES[v] for v in (1, 2, 0) if any(sites[place] == v for place in land.cells)]
        path = write_raster(
            f"{folder}/sites.tif",
            sites,
            nodata=0,
            names={1: SITES[1], 2: SITES[2]},
            cell=(cell, cell),
            origin=origin,
            epsg=epsg,
        )
        hectares = land.hectares(series)
        # Units need a cell in one of them.
        is_split = there != [SITES[0]]
        found = counted(series, folder, path if is_split else None, groups, natural)
        whole = counted(land.open(folder), folder, None, groups, natural)
    areas, at_start = by_loop(land, hectares, sites if is_split else sites * 0, groups)
    rows = [{**row, "site": row["site"].replace("(all)", "(outside)")} for row in found.rows]

    span = f"{land.years[0]}-{land.years[-1]}"
    order = [*map(NAMES.get, sorted(NAMES)), NOT_KNOWN]
    assert [tuple(row[name] for name in KEY) for row in rows] == sorted(
        areas,
        key=lambda key: (
            *(there.index(key[0]), key[1] == span, key[1], PHASES.index(key[2])),
            *map(order.index, key[3:]),
        ),
    )
    for row in rows:
        key = tuple(row[name] for name in KEY)
        area, is_active = math.fsum(areas[key]), row["phase"] == "active"
        is_taken = is_active
        if row["period"] == span and len(land.years) > 2:
            is_taken = row["ecosystem_before"] != NOT_KNOWN
        assert row["disturbed_ha"] == pytest.approx(area if is_taken else 0, rel=1e-12)
        assert row["reclaimed_ha"] == pytest.approx(0 if is_active else area, rel=1e-12)
        assert row["net_ha"] == row["disturbed_ha"] - row["reclaimed_ha"]
        assert row["reference_date"] == row["period"][:4]
        assert row["kind"] == KINDS[natural.get(row["ecosystem_before"], "")]
        if is_taken:
            held = math.fsum(at_start[key[0], key[1], key[3]])
            pct = 100 * area / held if held else None
            assert row["pct_of_before"] == (pct and pytest.approx(pct, rel=1e-12))
        else:
            assert row["pct_of_before"] is None

    # The sites add up to the run without any.
    for name in ("disturbed_ha", "reclaimed_ha", "net_ha"):
        sums = [defaultdict(float), defaultdict(float)]
        for total, of_run in zip(sums, (found.rows, whole.rows)):
            for row in of_run:
                total[tuple(row[part] for part in KEY[1:])] += row[name]
        assert sums[0] == pytest.approx(sums[1], rel=1e-9, abs=1e-12)


def hand(folder, *histories, years=(1990, 2000, 2010, 2020), **options):
    """Of cells of a hectare with these values by date."""
    series = series_by_hand(folder, histories, [f"land_{year}" for year in years])
    return counted(series, folder, **options)


@pytest.mark.parametrize(
    ("title", "site"),
    [("North\npit", "North pit"), (" North \r\n\tpit\n", "North pit"), ("\n", "(all)")],
)
def test_a_site_is_called_in_one_line(tmp_path, title, site):
    named = hand(tmp_path, (1, 1, 1, 5), site=title)
    assert {row["site"] for row in named.rows} == {site}


def test_land_that_is_mined_again_was_what_it_was_before_the_last_mining(tmp_path):
    """A wood that is mined, a meadow, mined again, and a lake; and a pit from the first date on."""
    years = (1990, 1995, 2000, 2010, 2020)
    found = hand(tmp_path, (2, 5, 3, 6, 7), (6, 6, 8, 1, 1), years=years, natural={"Wood": "yes"})
    columns = ("period", "kind", *KEY[2:], "net_ha", "pct_of_before")
    assert told(found.rows, *columns) == [
        ("1990-1995", "natural ecosystem converted", "active", "Wood", "Pit", 1.0, 100.0),
        ("1995-2000", "natural ecosystem converted", "reclaimed", "Wood", "Meadow", -1.0, None),
        ("1995-2000", "unknown", "other", "unknown", "Rock", -1.0, None),
        ("2000-2010", "unknown", "active", "Meadow", "Dump", 1.0, 100.0),
        ("2000-2010", "unknown", "reclaimed", "unknown", "Field", -1.0, None),
        ("2010-2020", "unknown", "flooded", "Meadow", "Lake", -1.0, None),
        # Each hectare once: the wood was disturbed and given back, and the pit given back.
        ("1990-2020", "unknown", "reclaimed", "unknown", "Field", -1.0, None),
        ("1990-2020", "natural ecosystem converted", "flooded", "Wood", "Lake", 0.0, 100.0),
    ]
    assert [(r["disturbed_ha"], r["reclaimed_ha"]) for r in found.rows[-2:]] == [(0, 1), (1, 1)]
    natural, since, via = map(str, found.notes.warnings)
    assert ": Meadow (1.00 ha disturbed). " in natural
    assert since.startswith("1.00 ha released from mining were already mined at the first date")
    assert via.startswith("1.00 ha were released to another land use and later converted to a sink")


def test_only_land_that_was_disturbed_asks_whether_its_class_is_natural(tmp_path):
    """Not the meadow, which was mined at the first date and came back; nor what the span sums."""
    taken = [(1, 5, 5, 5), (1, 1, 5, 5), (1, 1, 5, 5), (2, 2, 2, 5)]
    found = hand(tmp_path, *taken, (5, 3, 3, 3))
    (natural, *_) = map(str, found.notes.warnings)
    assert ": Field (3.00 ha disturbed), Wood (1.00 ha disturbed). " in natural


def test_what_leaves_nothing_open_has_no_caveats(tmp_path):
    found = hand(tmp_path, (2, 5, 5, 1), (1, 1, 2, 2), natural={"Wood": "no"})
    assert told(found.rows, "kind", "phase") == [
        ("conversion between modified ecosystems", "active"),
        ("conversion between modified ecosystems", "reclaimed"),
        ("conversion between modified ecosystems", "reclaimed"),
    ]
    assert found.notes.warnings == []


def cells_of(section, name) -> list[list]:
    """A table of the section, its headings first."""
    (table,) = (table for table in section.tables if table.name == name)
    rows = [[str(cell.text) for cell in cells] for cells, _ in table.rows]
    return [[str(column.label) for column in table.columns], *rows]


def test_the_footprint_of_sites(tmp_path):
    """Of the north a hectare is mined and one is a wood again; land outside, arable now, is
    nobody's."""
    sites = write_raster(
        tmp_path / "sites.tif",
        [[1, 1, 1, 2, 0]],
        nodata=0,
        names={1: SITES[1], 2: SITES[2]},
        cell=(100, 100),
    )
    histories = ((1, 5, 5, 5), (1, 5, 2, 2), (1, 1, 1, 1), (2, 2, 2, 5), (5, 5, 5, 3))
    found = hand(tmp_path, *histories, sites=sites)
    keys = {"Meadow": "Arable"}
    found.land = replace(
        found.land,
        classes=Classes(replace(c, key=keys.get(c.name, c.key)) for c in found.land.classes),
    )
    section = disclosure_section(found)
    heads, *rows = cells_of(section, "footprint")
    assert [head.partition(" (after ")[2] for head in heads[1:]] == [
        *("TNFD C1.0)", "TNFD C1.0)", "", "", "New South Wales)")
    ]
    assert rows == [
        ["North pit", "0.0300", "0.0200", "0.0100", "0", "1.00"],
        ["South pit", "0.0100", "0.0100", "0", "0", "1.00"],
        ["Land outside all units", "\N{EN DASH}", "0.0100", "0.0100", "0.0100", "0"],
    ]
    assert "restoration (TNFD) or an established" in " ".join(map(str, section.sentences))


def test_the_rows_of_the_section_are_those_of_the_table_in_words_and_in_km2_too(tmp_path):
    found = hand(tmp_path, (5, 3, 3, 3), (1, 1, 1, 5))
    section = disclosure_section(found)
    heads, *rows = cells_of(section, "disclosure")
    assert [head.partition(" (after ")[2] for head in heads] == [
        *("GRI 101-6)", "ESRS E4-5)", "GRI 101-6)", "GRI 101-6)", "TNFD C1.1)"),
        *["GRI 101-6, TNFD C1.1)"] * 2,
        *("GRI 101-6)", "GRI 101-6)", "ESRS E4-5)", "ESRS E4-5)", "TNFD C1.1)", "TNFD C1.1)"),
    ]
    words = [row[:7] for row in rows]
    assert words == [
        ["All land", "1990-2000", "1990", NOT_KNOWN, "Reclaimed", NOT_KNOWN, "Meadow"],
        ["All land", "2010-2020", "2010", NOT_KNOWN, "Mined", "Field", "Pit"],
        ["All land", "1990-2020", "1990", NOT_KNOWN, "Mined", "Field", "Pit"],
        ["All land", "1990-2020", "1990", NOT_KNOWN, "Reclaimed", NOT_KNOWN, "Meadow"],
    ]
    assert [row[7:] for row in rows] == [
        ["0", "1.00", "\N{MINUS SIGN}1.00", "\N{EN DASH}", "0", "0.0100"],
        ["1.00", "0", "1.00", "100.00", "0.0100", "0"],
        ["1.00", "0", "1.00", "100.00", "0.0100", "0"],
        ["0", "1.00", "\N{MINUS SIGN}1.00", "\N{EN DASH}", "0", "0.0100"],
    ]
    said = " ".join(map(str, section.sentences))
    for part in (
        "not consulted",
        "Not legal advice",
        "Not included: sites in or near sensitive areas",
        "Field (1.00 ha",
    ):
        assert part in said
    (note,) = (table.note for table in section.tables if table.name == "footprint")
    assert "neither MASK nor UNITS is set" in str(note)
    # A page has no room for all rows, a sheet has.
    (table,) = disclosure_section(found, most=1).tables[1:]
    assert (len(table.rows), str(table.note)) == (
        1,
        "3 further rows are listed in DISCLOSURE only.",
    )
    assert len(disclosure_section(found, most=None).tables[1].rows) == 4
