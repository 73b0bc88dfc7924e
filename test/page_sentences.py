"""Reads the sentences of a page back, and compares each figure and word with the row it quotes.

`RULES` is a plain grammar of what pages say: a pattern, and the function that finds, in the tables
of the run, what must stand at each place of it. A number stands for the number of one row, of the
period, class, pool and unit that its sentence names; a word of two (*loss* or *gain*, *emitted* or
*removed*, *lost* or *since*) follows from the sign of a number. A number that no rule reads is a
fault: who adds a sentence says here what it quotes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from math import atan2, degrees, sqrt

from carbon_zones.core.scheme.defaults import default_zone_names

CO2_PER_C = 44 / 12
ANY = object()  # what other tests have
TOTAL, ALL = "", "(all)"
NUMBER = r"[-\u2212]?\d+(?:,\d{3})*(?:\.\d+)?"
PARTS = {
    "N": f"({NUMBER})",
    "Y": r"(\d{4})",
    "P": r"(\d{4}-\d{4})",
    "CLASS": r"([A-Z][a-z]+(?: [a-z-]+)*)",
    "LOSS": "(loss|gain)",
    "FLOW": "(emitted|removed)",
    # Two ends; the second has words of its own where it lies on the other side of 0.
    "ENDS": f"((?:net )?(?:loss|gain|emission|removal|decrease|increase) of {NUMBER}[^\\d;.(]*? to "
    f"[^\\d;.(]*{NUMBER})",
}
SIDES = {"loss": -1, "removal": -1, "decrease": -1, "gain": 1, "emission": 1, "increase": 1}
# From north, an eighth of a turn each.
COMPASS = ("north", "north-east", "east", "south-east")
COMPASS += ("south", "south-west", "west", "north-west")
RULES: list[tuple[re.Pattern, Callable]] = []


def says(*patterns: str):
    """That sentences with one of these patterns quote what a function returns for its groups."""

    def add(function):
        for pattern in patterns:
            for name, part in PARTS.items():
                pattern = pattern.replace(f"{{{name}}}", part)
            # Not of carbon dioxide.
            pattern = re.sub(r" t C(?!O|\(O)", " t C(?!O)", pattern)
            RULES.append((re.compile(pattern), function))
        return function

    return add


def amount(row: dict, column: str) -> float:
    """A number of a table's row; what is empty is none."""
    return float(row[column] or 0)


def sign_word(number: float, below: str = "loss", above: str = "gain") -> str:
    """Which of two words a sign stands for."""
    return below if number < 0 else above


class Facts:
    """The tables that a page quotes.

    Args:
        page: whose tables come first; the study's come next, then those of every other run.
        tables: by "algorithm TABLE".
        groups: of classes, by their names.
        area_method: how cell areas are computed.
    """

    def __init__(
        self, page: str, tables: dict, groups: dict[str, str], area_method: str, idle_years: int
    ):
        self.page, self.tables, self.groups = page, tables, groups
        self.years = sorted({row["year"] for row in tables["study AREAS"]})
        self.first, self.last = self.years[0], self.years[-1]
        self.steps = [f"{a}-{b}" for a, b in zip(self.years, self.years[1:])]
        self.span, self.ends = f"{self.first}-{self.last}", (self.first, self.last)
        self.area_method, self.idle_years = area_method, idle_years

    def rows(self, table: str, **which: str) -> list[dict]:
        """Those of a table, named with or without its algorithm, that have these words."""
        name = table if " " in table else f"{self.page} {table}"
        rows = self.tables[name if name in self.tables else f"study {table}"]
        return [row for row in rows if all(str(row[c]) == which[c] for c in which)]

    def row(self, table: str, **which: str) -> dict:
        """The one that has these words."""
        (row,) = self.rows(table, **which)
        return row

    def sum(self, table: str, column: str, **which: str) -> float:
        """Of a column of these rows."""
        return sum(amount(row, column) for row in self.rows(table, **which))

    def of_group(self, table: str, key: str, group: str, column: str = "area_ha", **which) -> float:
        """The same of the classes of a group."""
        rows = self.rows(table, **which)
        return sum(amount(row, column) for row in rows if self.groups[row[key]] == group)

    @cached_property
    def land(self) -> str:
        """The table of the balance; the study's of all land knows no errors of areas."""
        return "ledger BALANCE" if self.page == "study" else "BALANCE"

    def balance(self, land: str = "") -> dict:
        """Of all periods, of some land: of that disturbed since the first map if there is any."""
        rows = {row["land"]: row for row in self.rows(self.land, period=TOTAL)}
        taken = amount(rows["taken"], "area_ha")
        return rows[land or ("taken" if taken else "mined_before")]

    @cached_property
    def moved(self) -> dict[tuple[str, str], float]:
        """Hectares by the first and the last class."""
        found: dict[tuple[str, str], float] = defaultdict(float)
        for row in self.rows("trajectories TRAJECTORIES"):
            found[row[f"class_{self.first}"], row[f"class_{self.last}"]] += amount(row, "area_ha")
        return found

    @property
    def changed(self) -> float:
        """Hectares whose last class is not the first."""
        return sum(area for (old, new), area in self.moved.items() if old != new)

    @property
    def ever_mined(self) -> float:
        """Hectares that were mined at some date."""
        of_last = self.rows("reclamation STATUS", year=self.last)
        return sum(amount(r, "area_ha") for r in of_last if r["status"] != "never_mined")

    def largest(self, pairs) -> tuple[str, str, float]:
        """The conversion with most land."""
        pair = max(pairs, key=self.moved.__getitem__)
        return (*pair, self.moved[pair])


def ends_told(text: str) -> list[tuple[str, int]]:
    """The two ends of an interval in words: each number, and the side of 0 where it lies."""
    words = re.findall("|".join(SIDES), text)
    return list(zip(re.findall(NUMBER, text), (SIDES[words[0]], SIDES[words[-1]])))


def is_told(told: str | None, expected) -> bool:
    """Whether a text is a word, a number or the two ends of an interval, at its digits."""
    if expected is ANY or told is None:
        return True
    if isinstance(expected, str):
        return told.casefold() == expected.casefold()
    if isinstance(expected, tuple):
        # Ends on sides of their own go up; of one side, the smaller number comes first.
        has_sides = len(re.findall("|".join(SIDES), told)) > 1
        ends = sorted(expected, key=None if has_sides else abs)
        return all(
            abs(side * read(number) - end) <= half_digit(number)
            for (number, side), end in zip(ends_told(told), ends)
        )
    return abs(read(told) - expected) <= half_digit(told)


def read(number: str) -> float:
    """A number as pages have it."""
    return float(number.replace(",", "").replace("\u2212", "-"))


def half_digit(told: str) -> float:
    """By how much a number may be off; zeros at its end may stand for digits."""
    whole, _, decimals = told.replace(",", "").lstrip("-\u2212").partition(".")
    zeros = 0 if decimals or whole == "0" else len(whole) - len(whole.rstrip("0"))
    return 0.5 * 10.0 ** (zeros - len(decimals)) * (1 + 1e-6)


def misquoted(text: str, facts: Facts, known: re.Pattern) -> Iterator[str]:
    """What a sentence says otherwise than the tables, and numbers in it that no rule reads.

    Args:
        known: what stands in sentences and is no result.
    """
    rest = text
    for pattern, expect in RULES:
        for match in pattern.finditer(rest):
            try:
                expected = expect(facts, *match.groups())
            except (AssertionError, LookupError, ValueError) as fault:
                yield f"{expect.__name__} ({fault!r}): {match[0]}"
                continue
            assert len(expected) == len(match.groups()), (pattern.pattern, expected)
            for told, own in zip(match.groups(), expected):
                if not is_told(told, own):
                    yield f"{told}, not {own}, in: {match[0]}"
        rest = pattern.sub("_", rest)
    rest = known.sub("_", rest)
    unread = re.findall(r"(?<![\w.#])\d[\d,.]*", rest)
    if unread:
        yield f"nothing reads {', '.join(unread)} in: {rest}"


# Carbon of mined land: the row of BALANCE of the land that the sentence is about.


def net_words(row: dict) -> tuple:
    """A net in words: its side, its size, as carbon dioxide, and where that went."""
    net = amount(row, "net_tc")
    return sign_word(net), abs(net), abs(net) * CO2_PER_C, sign_word(net, "emitted", "removed")


NET = r"net (?:carbon )?{LOSS} of {N} t C(?: \({N} t CO\u2082 {FLOW}\))?"


@says(rf"From {{Y}} to {{Y}}, the {{N}} ha ((?:disturbed|mined) (?:by|before)) .*? had a {NET}")
def of_the_headline(facts, first, last, area, when, *told):
    row = facts.balance()
    is_since = when == "disturbed by"
    assert is_since == (row["land"] == "taken")
    return facts.first, facts.last, amount(row, "area_ha"), ANY, *net_words(row)


@says(r"losses on {N} ha (?:mined|disturbed) before the first map")
def of_earlier_losses(facts, area):
    return (amount(facts.balance("mined_before"), "area_ha"),)


@says(rf"(?:Land disturbed since|Without land disturbed before) {{Y}}: {NET}")
def of_disturbed_land(facts, *told):
    return facts.first, *net_words(facts.balance("taken"))


@says(rf"Land disturbed before {{Y}}(?: \({{N}} ha\))?, change since then: {NET}")
def of_land_disturbed_before(facts, *told):
    row = facts.balance("mined_before")
    return facts.first, amount(row, "area_ha"), *net_words(row)


@says(rf"Total, {{N}} ha: {NET}")
def of_all_mined_land(facts, *told):
    row = facts.balance(ALL)
    return amount(row, "area_ha"), *net_words(row)


@says(r"lost {N} t C before {Y}", r"of which {N} t C are assumed for land (?:mined|disturbed)()")
def of_the_assumed_loss(facts, tonnes, year):
    return amount(facts.balance("mined_before"), "assumed_loss_tc"), year and facts.first


@says(
    r"Carbon loss by {Y} on {N} ha \(.*?\): {N} t C\. Carbon gain on the {N} ha that are carbon "
    r"sinks again: {N} t C"
)
def of_loss_and_gain(facts, *told):
    row = facts.balance()
    area, loss, back = (amount(row, c) for c in ("area_ha", "loss_tc", "reclaimed_ha"))
    return facts.last, area, loss, back, amount(row, "gain_tc") + amount(row, "growth_tc")


@says(r"95 % confidence interval from carbon densities: {ENDS} t C(?: \(Monte[^,]*, {N} draws)?")
def of_the_interval(facts, *told):
    row = facts.balance()
    runs = facts.rows("carbonledger UNCERTAINTY", item="net", measure="t C", period=TOTAL)
    ends = amount(row, "net_low_tc"), amount(row, "net_high_tc")
    return ends, max(amount(run, "draws") for run in runs)


@says(
    r"{N} % of the cumulative disturbed area is mined at a single isolated date only; without "
    r"these dates the net change of all mined land is a net {LOSS} of {N} t C instead of a net "
    r"{LOSS} of {N} t C"
)
def of_isolated_dates(facts, *told):
    row = facts.row("carbonledger SENSITIVITY", item="seen_once")
    other, own = amount(row, "net_high_tc"), amount(facts.balance(ALL), "net_tc")
    return amount(row, "high_value"), sign_word(other), abs(other), sign_word(own), abs(own)


@says(r"over the range of possible ages: {ENDS} t C")
def of_the_ages(facts, ends):
    # Runs by other rules, where there are such.
    runs = [f"carbonledger of the {rule} BALANCE" for rule in ("youngest", "oldest")]
    if runs[0] not in facts.tables:
        row = facts.row("carbonledger SENSITIVITY", item="ages")
        own = amount(row, "net_low_tc"), amount(row, "net_high_tc")
        return (ANY if amount(facts.balance("mined_before"), "area_ha") else own,)
    land = facts.balance()["land"]
    return (tuple(facts.sum(run, "net_tc", period=TOTAL, land=land) for run in runs),)


@says(rf"{{N}} Monte Carlo draws[^:]*: {NET}; standard error of the mean {{N}} t C")
def of_the_draws(facts, *told):
    of_all = {"item": "net", "measure": "t C", "period": TOTAL, "method": "approach 2"}
    row = facts.row("carbonledger UNCERTAINTY", **of_all)
    draws = amount(row, "draws")
    return draws, *net_words({"net_tc": row["estimate"]}), amount(row, "sd") / sqrt(draws)


@says(
    r"(\d{4}-\d{4} - \d{4}-\d{4}): difference in annual net: (decrease|increase) of {N} t C \(95 % "
    r"confidence interval: {ENDS} t C\)(, not significant)?"
)
def of_two_periods(facts, periods, *told):
    of_it = {"item": "net", "measure": "t C per year", "period": periods}
    row = max(
        facts.rows("carbonledger UNCERTAINTY", **of_it),
        key=lambda row: row["method"] == "approach 2",
    )
    change, *ends = (amount(row, column) for column in ("estimate", "low", "high"))
    assert bool(told[-1]) == (ends[0] <= 0 <= ends[1])
    return ANY, sign_word(change, "decrease", "increase"), abs(change), tuple(ends), ANY


@says(r"(?<=[:,]) {N} t C in {P}")
def of_a_year(facts, tonnes, period):
    of_it = {"period": period, "class": ALL, "pool": "all", "flow": "loss"}
    return amount(facts.row("carbonledger LEDGER", **of_it), "tc_per_year"), ANY


TILE = r"(?: \(\d+ % confidence interval\))?: {N} t C(?: \({N} to {N}\))?"


@says(
    rf"Net carbon {{LOSS}} by {{Y}}, land (?:disturbed|mined) since {{Y}}{TILE}",
    rf"Net carbon {{LOSS}} {{Y}}-{{Y}}, [^:(]*{TILE}",
)
def of_the_leading_tile(facts, way, year, other, net, *ends):
    row = facts.balance()
    side = -1 if way == "loss" else 1
    own = sorted(side * amount(row, column) for column in ("net_low_tc", "net_high_tc"))
    years = {facts.first, facts.last}
    assert {year, other} == years
    return sign_word(amount(row, "net_tc")), ANY, ANY, side * amount(row, "net_tc"), *own


@says(r"Net carbon {LOSS}.*?{Y}.*?{Y}.*?, as CO\u2082: {N} t CO\u2082")
def of_its_carbon_dioxide(facts, way, year, other, dioxide):
    net = amount(facts.balance(), "net_tc")
    assert {year, other} == {facts.first, facts.last}
    return sign_word(net), ANY, ANY, abs(net) * CO2_PER_C


@says(r"95 % confidence interval: {N} to {N} t C")
def of_the_tile_of_the_interval(facts, *told):
    row = facts.balance()
    side = -1 if amount(row, "net_tc") < 0 else 1
    return tuple(sorted(side * amount(row, c) for c in ("net_low_tc", "net_high_tc")))


@says(r"Mined before {Y}: {N} ha \(loss not included\), net {LOSS} since: {N} t C")
def of_the_tile_of_earlier_mines(facts, *told):
    row = facts.balance("mined_before")
    net = amount(row, "net_tc")
    return facts.first, amount(row, "area_ha"), sign_word(net), abs(net)


@says(r"Carbon loss to .*?, {Y} and {Y} only.*?(, as CO\u2082)?: {N} t C(O\u2082)?")
def of_the_first_to_last_loss(facts, first, last, as_dioxide, loss, dioxide):
    assert bool(as_dioxide) == bool(dioxide)
    column = "total_loss_tco2" if as_dioxide else "total_loss_tc"
    own = facts.sum("study LOSSES", column, period=facts.span)
    return facts.first, facts.last, as_dioxide and ANY, own, dioxide and ANY


@says(r"first-to-last carbon loss to .*?, {N} t C")
def of_the_comparison(facts, loss):
    return (facts.sum("study LOSSES", "total_loss_tc", period=facts.span),)


@says(r"From {Y} to {Y}, the sum of period losses to .*? is {N} t C; the first-to-last .*? {N} t C")
def of_the_gap(facts, *told):
    span = facts.sum("study LOSSES", "total_loss_tc", period=facts.span)
    return facts.first, facts.last, facts.sum("study LOSSES", "total_loss_tc") - span, span


@says(r"{P}: first-to-last loss, not the sum")
def of_the_span(facts, period):
    return (facts.span,)


@says(r"(Most|The largest part) of the loss is from '(.*?)'")
def of_the_class_with_most_loss(facts, how_much, name):
    lost: dict[str, float] = defaultdict(float)
    for row in facts.rows("carbonledger LEDGER", flow="loss", pool="all"):
        if row["class"] != ALL:
            lost[row["class"]] += amount(row, "tc")
    most = max(lost, key=lost.__getitem__)
    is_most = 2 * lost[most] > sum(lost.values())
    return "Most" if is_most else "The largest part", most


@says(r"Main source of uncertainty: ([^.]*)")
def of_the_main_source(facts, cause):
    words = {"ages": "age of reclaimed land"}
    parts: dict[str, float] = defaultdict(float)
    for row in facts.rows("carbonledger SENSITIVITY"):
        # The study knows no errors of areas.
        if row["basis"] in ("interval", "ages of the dates") and row["item"] != "areas":
            of_density = "density" in row["item"]
            parts[row["pool"] if of_density else row["item"]] += amount(row, "swing_tc") ** 2
    widest = max(parts, key=parts.__getitem__)
    assert 2 * parts[widest] > sum(parts.values())
    return (words.get(widest, widest),)


@says(r"Carbon sinks: {N}(?: to {N})? t C/ha")
def of_densities(facts, *told):
    sinks = [amount(row, "soil_tc_per_ha") for row in facts.rows("study sinks")]
    assert told[1] or min(sinks) == max(sinks)
    return min(sinks), max(sinks)


# Land: rows of AREAS and LOSSES, and of the histories by their first and last class.


@says(r"(?:Mined|Disturbed) land[^,]*, {Y} to {Y}: {N} \u2192 {N} ha")
def of_mined_land(facts, *told):
    mined = (facts.of_group("study AREAS", "class", "mine", year=y) for y in facts.ends)
    return *facts.ends, *mined


@says(r"Area analysed: {N} ha", r"The analysed area, with a class at all dates, is {N} ha")
def of_all_land(facts, area):
    return (facts.sum("study AREAS", "area_ha", year=facts.last),)


@says(r"Changed area, {P}(?:, %)?(?:: {N} %)?")
def of_changed_land(facts, period, share):
    return facts.span, 100 * facts.changed / facts.sum("study AREAS", "area_ha", year=facts.last)


@says(r"From {Y} to {Y}, {N} ha of {N} ha \({N} %\) changed class")
def of_the_change(facts, *told):
    whole = facts.sum("study AREAS", "area_ha", year=facts.last)
    return *facts.ends, facts.changed, whole, 100 * facts.changed / whole


@says(r"Largest conversion: {CLASS} \u2192 {CLASS}, {N} ha")
def of_the_largest_conversion(facts, *told):
    return facts.largest(pair for pair in facts.moved if pair[0] != pair[1])


@says(r"Largest unassigned conversion \({Y}-{Y}\): {CLASS} \u2192 {CLASS}, {N} ha")
def of_the_largest_unassigned(facts, *told):
    zone = {pair: name for pair, name in default_zone_names().items() if pair[0] != pair[1]}
    return *facts.ends, *facts.largest(
        (old, new)
        for old, new in facts.moved
        if zone.get((old.casefold(), new.casefold())) == "Unassigned"
    )


@says(r"{N} ha of disturbed land were released(, including {N} ha reclaimed| and reclaimed)")
def of_released_land(facts, left, words, back):
    steps = [row for row in facts.rows("reclamation RECLAIMED") if row["period"] in facts.steps]
    sinks = [row for row in steps if facts.groups[row["to_class"]] == "sink"]
    all_land, of_sinks = (sum(amount(row, "area_ha") for row in rows) for rows in (steps, sinks))
    assert ("including" in words) == (round(all_land) != round(of_sinks))
    return all_land, ANY, of_sinks


@says(
    r"In {Y}, {N} ha were (?:mined|disturbed) and {N} ha were reclaimed \({N} % of the cumulative"
)
def of_states(facts, *told):
    of_it = {"year": facts.last}
    mined, back = (
        facts.sum("reclamation STATUS", "area_ha", **of_it, status=status)
        for status in ("active", "reclaimed")
    )
    return facts.last, mined, back, 100 * back / facts.ever_mined


@says(
    r"Of {N} ha of mined land in {Y}, {N} ha were carbon sinks in {Y} and are included; {N} ha "
    r"were not: ([^.]*(?:\.\d+[^.]*)*)\."
)
def of_land_that_was_a_sink(facts, area, last, sinks, first, others, listed):
    old = defaultdict(float)
    for (before, after), hectares in facts.moved.items():
        if facts.groups[after] == "mine":
            old[before] += hectares
    sink = sum(hectares for name, hectares in old.items() if facts.groups[name] == "sink")
    rest = {name: hectares for name, hectares in old.items() if facts.groups[name] != "sink"}
    parts = re.findall(rf"([A-Z][a-z ]*?) ({NUMBER}) ha", listed)
    assert {name for name, _ in parts} == {*rest}
    assert all(is_told(told, rest[name]) for name, told in parts), listed
    return sum(old.values()), facts.last, sink, facts.first, sum(rest.values()), ANY


@says(r"Share of total area, {P} \u2192 {P}: ")
def of_the_first_and_last_step(facts, *told):
    return facts.steps[0], facts.steps[-1]


@says(r"([A-Z][\w -]+?) {N} \u2192 {N}\s%")
def of_zone_shares(facts, zone, *told):
    return (
        ANY,
        *(
            100
            * facts.sum("study ZONE_SHARES", "area_ha", period=step, zone_name=zone)
            / facts.sum("study ZONE_SHARES", "area_ha", period=step)
            for step in (facts.steps[0], facts.steps[-1])
        ),
    )


@says(r"between {Y} and {Y} cannot be identified")
def of_the_two_dates(facts, *told):
    return facts.ends


@says(
    r"^Land use in {Y}$",
    r"^Status of mined land, {Y}$",
    r"land-use cells of {Y}",
    r"^Reclaimed land in {Y} by ",
    r"^(?:Footprint|Emissions in) {Y}$",
    r"^(?:Table \S+ Land transition matrix|Area and carbon by category), {Y}$",
)
def of_the_last_date(facts, year):
    return (facts.last,)


@says(
    r"^Net carbon change {P}",
    r"^Number of class changes, {P}",
    r"^Results by unit, {P}",
    r"^Zone shares by unit, {P}",
    r"^{P} \(full period\)",
)
def of_the_full_period(facts, period):
    return (facts.span,)


@says(
    r"transition probabilities of {P} held constant",
    r"the matrix of {P}",
    r"the last interval \({P}\)",
)
def of_the_last_step(facts, period):
    return (facts.steps[-1],)


@says(r"^{P}$", r"^{Y}$")
def of_a_picture(facts, name):
    assert name in (*facts.steps, *facts.years), name
    return (ANY,)


@says(r"^Land use {Y}: (.*)$")
def of_the_largest_classes(facts, year, listed):
    """What is said of a picture: three classes, the largest first."""
    areas: dict[str, float] = defaultdict(float)
    for row in facts.rows("study AREAS", year=year):
        areas[row["class"]] += amount(row, "area_ha")
    largest = sorted(areas, key=lambda name: -areas[name])[:3]
    said = re.findall(rf"{PARTS['CLASS']} {PARTS['N']} %", listed)
    assert [name for name, _ in said] == largest
    whole = sum(areas.values())
    assert all(is_told(share, 100 * areas[name] / whole) for name, share in said)
    return ANY, ANY


@says(r"Number of trajectories: {N}")
def of_histories(facts, count):
    return (len(facts.rows("trajectories TRAJECTORIES")),)


@says(r"Valid at all dates: {N} cells \({N} ha\); excluded: {N} cells \({N} ha\)")
def of_the_audit(facts, *told):
    row = facts.rows("AUDIT")[0]
    counted, whole = (amount(row, c) for c in ("counted_cells", "grid_cells"))
    hectares, grid = (amount(row, c) for c in ("counted_ha", "grid_ha"))
    return counted, hectares, whole - counted, grid - hectares


@says(r"Land use in ([\d, ]+) was taken from", r"^(\d{4}(?:, \d{4})+)$")
def of_all_dates(facts, years):
    return (", ".join(facts.years),)


@says(r"{N} ha were excluded\. Cell areas are (ellipsoidal|planimetric)")
def of_cell_areas(facts, excluded, method):
    row = facts.rows("AUDIT")[0]
    return amount(row, "grid_ha") - amount(row, "counted_ha"), facts.area_method


@says(r"^Cell area: (planimetric|ellipsoidal)")
def of_the_method(facts, method):
    return (facts.area_method,)


@says(r"{N} \u00d7 {N} cells, cell size", r"^{N} dates: ([\d, ]+)\. ")
def of_the_grid(facts, *told):
    if len(told) == 2 and "," in told[1]:
        return len(facts.years), ", ".join(facts.years)
    return ANY, ANY


# Where to begin: rows of PRIORITIES, of all units together, and of IDLE_AREAS by their ranks.


@says(
    r"for {N} ha of mined land, the dates are too far apart to determine whether the land was "
    r"unchanged for at least {N} years\. A map of {Y} would"
)
def of_undated_land(facts, area, years, year):
    undated = facts.sum("study PRIORITIES", "undated_ha")
    return undated, facts.idle_years, str(int(facts.last) - facts.idle_years)


@says(r"A map of {Y} would allow the undated")
def of_the_map_that_would_date_it(facts, year):
    return (str(int(facts.last) - facts.idle_years),)


@says(r"Known so far: {N} ha of idle land \(ranked areas: {N}\)", r"()number of areas: {N}")
def of_idle_areas(facts, area, count):
    return area and facts.sum("study PRIORITIES", "idle_ha"), len(facts.rows("study IDLE_AREAS"))


@says(
    r"Area {N} \((?:square )?(.*?)\): {N} ha of '(.*?)'(?: at {N}\S+ N, {N}\S+ E)?, unchanged "
    r"since at least {Y}"
)
def of_the_first_area(facts, rank, unit, *told):
    row = facts.row("study IDLE_AREAS", rank=rank)
    where = (amount(row, "latitude"), amount(row, "longitude"))
    return ANY, row["unit"], amount(row, "area_ha"), row["class"], *where, str(row["since"])


@says(r"Practically equal: (?:square )?(.*?) \({N} % less carbon gain\)")
def of_the_unit_beside_the_first(facts, unit, less):
    first, second = (facts.row("study PRIORITIES", rank=rank) for rank in "12")
    gains = [amount(row, "uptake_20y_tc") for row in (first, second)]
    return second["unit"], 100 * (1 - gains[1] / gains[0])


@says(r"Area {N}: {N}\S+ N, {N}\S+ E")
def of_the_picture_of_an_area(facts, rank, *told):
    row = facts.row("study IDLE_AREAS", rank=rank)
    return ANY, amount(row, "latitude"), amount(row, "longitude")


IN_INTERVAL = r"{N} t C(?: \(\S+ % confidence interval: {N} to {N}\))?"


@says(rf"if area {{N}} is reclaimed to the former class: {IN_INTERVAL}")
def of_its_potential(facts, rank, *told):
    row = facts.row("study IDLE_AREAS", rank=rank)
    return ANY, *(amount(row, f"uptake_{which}_tc") for which in ("20y", "low", "high"))


@says(
    rf"all {{N}} ha of idle land: {IN_INTERVAL}, {{N}} % of the gross carbon loss .*? \({{N}} t C"
)
def of_the_potential(facts, *told):
    gain = facts.sum("study PRIORITIES", "uptake_20y_tc")
    (gross,) = facts.rows("study gross loss")
    if told[2]:  # of many units no table has it
        assert read(told[2]) < read(told[1]) < read(told[3])
    idle = facts.sum("study PRIORITIES", "idle_ha")
    return idle, gain, ANY, ANY, 100 * gain / gross["tc"], gross["tc"]


@says(
    r"In {Y}, {N} ha of mined land had been unchanged for at least {N} years \(idle land\); {N} ha "
    r"changed within this time; {N} ha are undated"
)
def of_what_is_idle(facts, *told):
    idle, recent, undated = (
        facts.sum("study PRIORITIES", f"{which}_ha") for which in ("idle", "recent", "undated")
    )
    return facts.last, idle, facts.idle_years, recent, undated


@says(r"with the class mix of the land reclaimed so far: {N} t C")
def of_the_same_mix(facts, tonnes):
    return (facts.sum("study PRIORITIES", "uptake_as_returned_20y_tc"),)


@says(r"unchanged for at least {N} years, of at least {N} ha")
def of_the_rule(facts, *told):
    return facts.idle_years, 1


# Accuracy: rows of CLASS_ACCURACY and of CONFUSION.


@says(r"with {N} samples .*?, stratified by its {N} classes \({N} to {N} per class\)")
def of_samples(facts, *told):
    rows = [amount(row, "samples") for row in facts.rows("CLASS_ACCURACY")]
    counts = [count for count in rows if count]
    return sum(counts), len(counts), min(counts), max(counts)


@says(r"Overall accuracy: {N} \u00b1 {N} %")
def of_the_accuracy(facts, *told):
    (share,), (half_width,) = (facts.rows(f"OVERALL_{c}_PCT") for c in ("ACCURACY", "HALF_WIDTH"))
    return share["share_pct"], half_width["share_pct"]


@says(r"(User|Producer)'s accuracy ranges from {N} % \({CLASS}\) to {N} % \({CLASS}\)")
def of_the_best_and_worst(facts, whose, worst, name, best, other):
    column = f"{whose.lower()}s_pct"
    rows = [row for row in facts.rows("CLASS_ACCURACY") if row[column]]
    shares = {row["class"]: amount(row, column) for row in rows}
    least, most = min(shares.values()), max(shares.values())
    assert (shares[name], shares[other]) == (least, most), (name, other)
    return ANY, least, ANY, most, ANY


@says(
    r"disagreement between map and reference: {N} % \({N} % quantity, {N} % exchange, {N} % shift"
)
def of_disagreement(facts, *told):
    names = ("QUANTITY", "EXCHANGE", "SHIFT")
    parts = [facts.rows(f"{name}_PCT")[0]["share_pct"] for name in names]
    return sum(parts), *parts


@says(r"(Quantity|Exchange|Shift) disagreement: {N} %")
def of_a_disagreement(facts, name, share):
    return ANY, facts.rows(f"{name.upper()}_PCT")[0]["share_pct"]


@says(r"estimated area: {CLASS}, {N} ha mapped, {N} \u00b1 {N} ha estimated")
def of_the_largest_difference(facts, *told):
    def differs(row):
        return abs(amount(row, "estimated_ha") - amount(row, "mapped_ha"))

    row = max(facts.rows("CLASS_ACCURACY"), key=differs)
    columns = ("mapped_ha", "estimated_ha", "estimated_half_width_ha")
    return row["class"], *(amount(row, column) for column in columns)


@says(r"Kappa(?: \(raw counts\))?: {N}")
def of_kappa(facts, kappa):
    return (facts.rows("KAPPA")[0]["number"],)


@says(r"Samples: {N}")
def of_all_samples(facts, count):
    return (facts.rows("SAMPLES")[0]["number"],)


@says(
    r"without samples: (.*?) \({N} ha\)\. The estimates refer to the other {N} of {N} ha",
    r"()()the estimates cover {N} ha()",
)
def of_strata_without_samples(facts, names, area, covered, whole):
    rows = facts.rows("CLASS_ACCURACY")
    left_out = [row for row in rows if amount(row, "mapped_ha") and not amount(row, "samples")]
    left, total = (sum(amount(r, "mapped_ha") for r in some) for some in (left_out, rows))
    if not area:
        return ANY, ANY, total - left, ANY
    return ", ".join(row["class"] for row in left_out), left, total - left, total


@says(r"found only in the reference, with sample counts: {CLASS} \({N}\)")
def of_classes_on_no_map(facts, name, count):
    row = facts.row("CLASS_ACCURACY", **{"class": name})
    assert not amount(row, "mapped_ha")
    return ANY, facts.sum("CONFUSION", name, map_class="Total")


@says(
    r"Classes with fewer than (\d) (reference samples omitted by the map|misclassified map samples)"
    r"; [^:]*: ([^:]*)\."
)
def of_few_samples(facts, fewest, kind, listed):
    rows = [row for row in facts.rows("CONFUSION") if row["map_class"] != "Total"]
    counts: dict[str, float] = defaultdict(float)
    on_map = {row["map_class"] for row in rows if amount(row, "total")}
    for row in rows:
        for name in facts.groups:
            of_reference, of_map = name, row["map_class"]
            if name in row and of_reference != of_map:
                counts[of_reference if "omitted" in kind else of_map] += amount(row, name)
    for name, count in re.findall(r"([A-Z][a-z ]+) \((\d+)\)", listed):
        assert counts[name] == int(count) < int(fewest), (kind, name, count)
        assert "omitted" in kind or name in on_map
    return ANY, ANY, ANY


@says(r"Map and reference agree at {N} points and disagree at {N}")
def of_points(facts, *told):
    right, wrong = facts.rows("accuracy points")
    return right["samples"], wrong["samples"]


# Inventory, in kt of carbon dioxide; what is below 0 is a removal.

KT = r"net (emission|removal) of {N} kt CO\u2082"


def of_kilotonnes(facts, year: str) -> tuple:
    row = facts.row("UNCERTAINTY", year=year, category=ALL, pool="net")
    net, low, high = (amount(row, column) for column in ("estimate", "low", "high"))
    return (sign_word(net, "removal", "emission"), abs(net)), (low, high)


@says(rf"In {{Y}}: {KT}\. Total from {{Y}} to {{Y}}: {KT}")
def of_net_emissions(facts, *told):
    (last, _), (total, _) = of_kilotonnes(facts, facts.last), of_kilotonnes(facts, TOTAL)
    return facts.last, *last, str(int(facts.first) + 1), facts.last, *total


@says(r"{ENDS} kt CO\u2082 in {Y}; {ENDS} kt CO\u2082 in total")
def of_their_intervals(facts, *told):
    (_, last), (_, total) = of_kilotonnes(facts, facts.last), of_kilotonnes(facts, TOTAL)
    return last, facts.last, total


@says(r"Net CO\u2082 in {Y} \([^)]*\): {N} kt CO\u2082")
def of_the_tile_of_emissions(facts, *told):
    return facts.last, amount(
        facts.row("UNCERTAINTY", year=facts.last, category=ALL, pool="net"), "estimate"
    )


@says(r"Land in transition \(converted within {N} years\), {Y}: {N} kha")
def of_land_in_transition(facts, years, *told):
    of_it = {"year": facts.last, "subcategory": "converted"}
    return 20, facts.last, facts.sum("CATEGORY_TABLE", "area_kha", **of_it)


@says(
    r"Conversions before {Y} are unknown(?:.*? complete from {Y} on)?", r"forest land since {Y}()"
)
def of_the_first_year(facts, year, complete):
    return facts.first, complete and str(int(facts.first) + 20)


@says(
    r"estimated \(NE\): {N} of the {N} kha of land in transition in {Y} \({N} %; converted within "
    r"{N} years\)"
)
def of_land_not_estimated(facts, *told):
    whole = facts.sum("CATEGORY_TABLE", "area_kha", year=facts.last, subcategory="converted")
    (left,) = (row["area_kha"] for row in facts.rows("NOT_ESTIMATED_KHA"))
    return left, whole, facts.last, 100 * left / whole, 20


@says(r"Classes without densities: ([^%]*?)\. Enter")
def of_classes_without_densities(facts, listed):
    (left,) = (row["area_kha"] for row in facts.rows("NOT_ESTIMATED_KHA"))
    areas = [float(area) for area in re.findall(r"([\d.]+) kha", listed)]
    named = areas[:-1] if "other classes" in listed else areas
    assert named == sorted(named, reverse=True)
    assert abs(sum(areas) - left) < 0.01 * len(areas)
    return (ANY,)


@says(r"{N} % of the {N} kha converted from {Y} to {Y} returned")
def of_conversions_that_return(facts, *told):
    # How much is in test_returned.py; what the last date alone shows cannot return.
    return ANY, ANY, facts.first, facts.years[-2]


@says(r"Land remains in a converted category for {N} years")
def of_the_transition(facts, years):
    return (20,)


# Pattern: rows of LANDSCAPE_METRICS of the first and the last date, and of CENTRES.

METRICS = {
    "Number of patches": "np",
    "patch density": "pd_per_100ha",
    "Edge density": "ed_m_per_ha",
    "Largest patch index": "lpi_pct",
    "Shannon's diversity": "shdi",
    "Contagion": "contag_pct",
    "Patch cohesion": "cohesion",
}


@says(rf"({'|'.join(METRICS)})(?: changed)? from {{N}} to {{N}}")
def of_pattern(facts, name, *told):
    return ANY, *(
        amount(facts.row("LANDSCAPE_METRICS", year=year), METRICS[name]) for year in facts.ends
    )


@says(rf"({'|'.join(METRICS)}), {{Y}}: {{N}}")
def of_pattern_at_the_end(facts, name, *told):
    row = facts.row("LANDSCAPE_METRICS", year=facts.last)
    return ANY, facts.last, amount(row, METRICS[name])


@says(r"^From {Y} to {Y}:")
def of_both_ends(facts, *told):
    return facts.ends


@says(r"Longest centroid movement between two dates: {CLASS}, {N} m to the ([a-z-]+) by {Y}")
def of_the_longest_movement(facts, *told):
    row = max(facts.rows("CENTRES"), key=lambda row: amount(row, "moved_m"))
    before = facts.years[facts.years.index(row["year"]) - 1]
    old = facts.row("CENTRES", year=before, value=row["value"])
    east, north = (amount(row, axis) - amount(old, axis) for axis in "xy")
    side = COMPASS[round(degrees(atan2(east, north)) / 45) % 8]
    return row["class"], sqrt(east**2 + north**2), side, row["year"]


@says(r"{Y}: {CLASS} has the most patches \({N}, mean area {N} ha\)")
def of_most_patches(facts, *told):
    rows = facts.rows("CLASS_METRICS", year=facts.last)
    row = max(rows, key=lambda row: amount(row, "np"))
    return facts.last, row["class"], amount(row, "np"), amount(row, "area_mn_ha")


# Paths: rows of PATH by scenario and year.


@says(
    r"(\S+ \(invented\)): annual net emissions (?:\(.*?\) )?(are not|remain) at or below zero "
    r"(?:by|from {Y} to) {Y}; cumulative from {Y} to {Y}: {N} t CO\u2082e"
)
def of_neutrality(facts, scenario, words, *told):
    rows = facts.rows("PATH", scenario=scenario)
    years = [row["year"] for row in rows]
    # The first year after which none is above 0.
    above = [n for n, row in enumerate(rows) if amount(row, "net_tco2e") > 0]
    since = years[above[-1] + 1] if above[-1] + 1 < len(rows) else None
    assert (words == "remain") == (since is not None)
    later = years[1], years[-1], amount(rows[-1], "cumulative_tco2e")
    return ANY, ANY, since, years[-1], *later


@says(r"(\S+ \(invented\)): first year of annual net emissions at or below zero: (> )?{Y}")
def of_the_first_year_of_neutrality(facts, scenario, later, year):
    rows = facts.rows("PATH", scenario=scenario)
    zero = [row["year"] for row in rows if amount(row, "net_tco2e") <= 0]
    assert bool(later) == (not zero)
    return ANY, ANY, zero[0] if zero else rows[-1]["year"]


@says(
    r"(\S+ \(invented\)), {Y}-{Y}: {N} ha disturbed, {N} ha reclaimed; mined area {N} ha in {Y}, "
    r"{N} ha in {Y}"
)
def of_planned_land(facts, scenario, *told):
    base, *later = facts.rows("PATH", scenario=scenario)
    taken, back = (sum(amount(row, f"{c}_ha") for row in later) for c in ("disturbed", "reclaimed"))
    years = later[0]["year"], later[-1]["year"]
    mined = (amount(base, "mine_ha"), base["year"], amount(later[-1], "mine_ha"), years[1])
    return ANY, *years, taken, back, *mined


@says(r"Cumulative net emissions from {Y} on")
def of_the_year_after(facts, year):
    return (facts.rows("PATH")[1]["year"],)


@says(r"Emissions in {Y}: {N} t CO\u2082e")
def of_emissions(facts, year, tonnes):
    return facts.last, facts.sum("EMISSIONS", "tco2e", year=facts.last)


@says(r"Land reclaimed by {Y}: {N} ha")
def of_land_that_grows(facts, *told):
    return facts.last, facts.sum("reclamation AGES", "area_ha", year=facts.last)


@says(r"^{Y}-{Y}, scenarios: {N}\.")
def of_scenarios(facts, *told):
    rows = facts.rows("PATH")
    return rows[0]["year"], rows[-1]["year"], len({row["scenario"] for row in rows})


@says(r"(\S+ \(invented\)): from {Y} on, planned reclamation")
def of_reclamation_without_land(facts, scenario, year):
    rows = facts.rows("PATH", scenario=scenario)
    without = [row["year"] for row in rows if not amount(row, "mine_ha")]
    return ANY, without[0] if year != without[0] else ANY


@says(
    r"Carbon debt in {Y} of land disturbed since {Y}: {N} t CO\S+ \(BALANCE\); including the "
    r"assumed loss of land disturbed before {Y} minus its regrowth since: {N} t CO"
)
def of_the_debt(facts, *told):
    row = facts.rows("PATH")[0]
    debt, with_assumed = amount(row, "debt_tco2"), amount(row, "debt_with_assumed_tco2")
    return row["year"], facts.first, debt, facts.first, with_assumed


@says(r"carbon debt of land disturbed since {Y} \({N} t CO")
def of_the_debt_that_is_left_out(facts, *told):
    return facts.first, amount(facts.rows("PATH")[0], "debt_tco2")


REACHED = r"(?:at or below zero from {Y} on|above zero until {Y} \({N} t CO\S+ remaining\))"


@says(
    rf"(\S+ \(invented\)): balance of emissions.*? disturbed since {{Y}}: {REACHED} \(carbon debt "
    rf"in {{Y}}: {{N}} t CO[^)]*: {{N}} t CO\S+\)\. Including .*? disturbed before {{Y}}: {REACHED}"
)
def of_the_years_of_payback(facts, scenario, *told):
    rows = facts.rows("PATH", scenario=scenario)
    end, debt = rows[-1], amount(rows[0], "debt_tco2")
    years = [end["paid_back_year"] or None, end["paid_back_with_assumed_year"] or None]
    left = (
        debt + amount(end, "cumulative_taken_tco2e"),
        amount(end, "cumulative_with_assumed_tco2e"),
    )
    of_land, of_all = (
        (year, None if year else end["year"], None if year else rest)
        for year, rest in zip(years, left)
    )
    until = years[0] or end["year"]
    grown = sum(amount(row, "sink_taken_tc") for row in rows if row["year"] <= until) * CO2_PER_C
    return ANY, facts.first, *of_land, facts.last, debt, grown, facts.first, *of_all


@says(
    r"(\S+ \(invented\)): probability of carbon neutrality {Y}-{Y}: {N} % of the draws; median "
    r"year ((?:> )?\d{4}), 95 % confidence interval ((?:> )?\d{4}) to ((?:> )?\d{4})"
)
def of_the_probability(facts, scenario, since, end, share, middle, low, high):
    rows = facts.rows("PATH", scenario=scenario)
    neutral = [row["year"] for row in rows if amount(row, "net_tco2e") <= 0]
    years = [text.rpartition(" ")[2] + text[0] for text in (low, middle, high)]
    assert years == sorted(years)
    of_year = facts.rows("MILESTONE_TABLE", scenario=scenario, year=since)
    known = amount(of_year[0], "neutral_pct") if of_year else ANY
    return ANY, neutral[0], rows[-1]["year"], known, ANY, ANY, ANY


# Values of rasters: rows of BY_AGE.


@says(r"{CLASS}, compared with undisturbed land: ([^;]*); (not recovered yet|recovered)")
def of_recovery(facts, name, listed, word):
    rows = facts.rows("BY_AGE", **{"class": name})
    for share, least, most in re.findall(rf"({NUMBER}) % at (\d+)\S(\d+) years", listed):
        (row,) = (row for row in rows if (row["age_min"], row["age_max"]) == (least, most))
        assert is_told(share, amount(row, "pct_of_undisturbed")), (share, row)
    shares = [read(share) for share in re.findall(rf"({NUMBER}) % at", listed)]
    return ANY, ANY, "recovered" if shares[-1] >= 90 else "not recovered yet"


@says(r"by an age of (\d+)\S(\d+) years")
def of_the_age_of_recovery(facts, *told):
    return ANY, ANY


@says(r"{CLASS}, (\d+)\S(\d+) years \({N} cells\)")
def of_ages_with_few_cells(facts, name, least, most, cells):
    row = facts.row("BY_AGE", **{"class": name, "age_min": least, "age_max": most})
    return ANY, ANY, ANY, amount(row, "cells")


@says(r"Reclaimed land, % of undisturbed land: {N} %")
def of_all_recovery(facts, share):
    return (facts.rows("RECLAIMED_PCT_OF_UNDISTURBED")[0]["share_pct"],)


@says(r"Reclaimed land with values: {N} ha", r"Reclaimed in \d{4}: {N} ha")
def of_land_reclaimed(facts, area):
    return (facts.sum("reclamation STATUS", "area_ha", year=facts.last, status="reclaimed"),)


@says(r"Maximum age of reclaimed land: {N} years")
def of_the_oldest(facts, age):
    return (max(amount(row, "age_max") for row in facts.rows("reclamation AGES")),)


# Reclamation: rows of STATUS, DISTURBED and DISCLOSURE.


@says(r"Cumulative disturbed area: {N} ha")
def of_all_disturbed_land(facts, area):
    return (facts.ever_mined,)


@says(r"Mined in {Y}: {N} ha")
def of_active_land(facts, *told):
    return facts.last, facts.sum("STATUS", "area_ha", year=facts.last, status="active")


@says(r"Reclaimed share of the cumulative disturbed area: {N} %")
def of_the_share(facts, share):
    of_it = {"year": facts.last, "status": "reclaimed"}
    return (100 * facts.sum("STATUS", "area_ha", **of_it) / facts.ever_mined,)


@says(r"Re-disturbed: {N} ha")
def of_land_taken_again(facts, area):
    return (facts.rows("REDISTURBED_HA")[0]["area_ha"],)


@says(r"{N} ha were already mined in {Y}")
def of_land_mined_before(facts, *told):
    return facts.sum("reclamation DISTURBED", "area_ha", kind="already"), facts.first


@says(r"{CLASS} \({N} ha disturbed\)")
def of_ecosystems(facts, name, area):
    of_it = {"period": facts.span, "ecosystem_before": name}
    return ANY, facts.sum("reclamation DISCLOSURE", "disturbed_ha", **of_it)


@says(r"{N} ha released from mining were already mined at the first date")
def of_unknown_ecosystems(facts, area):
    of_it = {"period": facts.span, "ecosystem_before": "unknown"}
    return (facts.sum("reclamation DISCLOSURE", "reclaimed_ha", **of_it),)


@says(r"{CLASS}: maximum soil carbon gain of the recovery curve {N} t C/ha/year")
def of_the_fastest_recovery(facts, name, rate):
    row = facts.row("any coefficients", pool="soil", item="Maximum rate", **{"class": name})
    return ANY, amount(row, "soil_tc_per_ha")


@says(r"^Uniform intensity: {N} % per year")
def of_uniform_intensity(facts, share):
    return (facts.rows("UNIFORM_PCT")[0]["share_pct"],)
