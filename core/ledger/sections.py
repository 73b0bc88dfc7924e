"""Sections of the ledger page: flows, stocks, map, recovery curves and sensitivity analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast

import numpy as np

from ..base.messages import Message, Term, Text
from ..base.numbers import ByteArray, FloatArray
from ..base.table import Table
from ..mine.ages import STATUS_LABELS, STATUS_SWATCHES, AgeRows
from ..mine.mined_land import STATE_KEYS
from ..mine.page import status_map_layer
from ..mine.rasters import mined_land_maps
from ..report.change_sections import bar_legend, per_year_variants
from ..report.coefficient_table import curve_name
from ..report.horizontal_bars import tornado_figure
from ..report.interactive_map import (
    AmountFunctions,
    MapLayer,
    create_interactive_map,
    land_use_layers,
)
from ..report.line_charts import (
    BAND_COLOURS,
    EDGE_COLOUR,
    AgeBand,
    RecoveryLine,
    recovery_line_chart,
    sample_ages,
)
from ..report.page import (
    AreaRow,
    Chart,
    ColourRamp,
    ReportTable,
    Section,
    TableColumn,
    TableRow,
    dictionary_column,
    min_chart_width,
    truncated_table,
)
from ..report.plotly_figures import (
    BarSeries,
    DrawFunction,
    HoverLines,
    area_message,
    format_number,
    stacked_bars,
)
from ..results.uncertainty_notes import format_net_change
from ..scan.cell_raster import ZERO_COLOUR
from ..scheme.classes import LandClass
from ..scheme.coefficients import SOIL, VEGETATION, CarbonPool
from ..scheme.table import ALL_LABEL
from .balance import (
    FLOW_STYLES,
    NET_LABEL,
    TOTAL_AXIS_TITLE,
    YEARLY_AXIS_TITLE,
    flow_hover_lines,
    headline_row,
    stock_chart,
    stock_table,
)
from .ledger import MINED_ONCE, UNMINED_ONCE, Ledger
from .ledger_rows import (
    ALL_POOLS,
    FLOWS,
    NET,
    NET_COLOUR_RAMP,
    POOLS,
    StockRow,
    net_colour,
    remove_rounding_errors,
    total_flow_tc,
)
from .results import (
    AGES,
    AREAS,
    DATE_AGES,
    DENSITY,
    INTERVAL,
    LOSS_FRACTION,
    RECOVERY_RATES,
    RECOVERY_YEARS,
    RETURNED_DENSITY,
    SHARED_DENSITY,
    WHAT_IF,
    LedgerResults,
    SensitivityAnalysis,
    SensitivityRow,
)
from .stocks import GAIN, GROWTH, LOSS, OTHER, PRE_MINING

MAX_ROWS = 60

FLOW_LABELS = {
    **{flow: word for flow, (word, _) in FLOW_STYLES.items()},
    NET: NET_LABEL,
    PRE_MINING: Term("Before mining"),
    OTHER: Term("Other"),
}


def flow_section(results: LedgerResults) -> Section:
    """Return the section on flows by class and pool."""
    ledger = results.ledger
    return Section(
        "carbon-flows",
        Term("Carbon flows by class"),
        [
            Term(
                "Loss is assigned to the former class, gain and growth to the current class. "
                "Before mining and other: remaining changes on the same land. All flows sum "
                "to the change in carbon stock."
            )
        ],
        charts=[_flow_chart(ledger)],
        tables=[_flow_totals_table(ledger), _flow_table(ledger)],
    )


def _flow_chart(ledger: Ledger) -> Chart:
    """Return losses (below zero) and gains by class, per year and in total."""
    periods, colours = list(ledger.years_of), ledger.land.classes.colours_by_name()
    amounts = {
        (row["flow"], row["class"], row["period"]): row["tc"]
        for row in ledger.rows
        if row["pool"] == ALL_POOLS and row["class"] != ALL_LABEL
    }
    names = [c.name for c in ledger.classes if any(key[1] == c.name for key in amounts)]
    series = []
    for name in names:
        for words, flows, sign in (
            (FLOW_LABELS[LOSS], (LOSS,), -1),
            (Term("Gain and growth"), (GAIN, GROWTH), 1),
        ):
            sums = {p: sum(amounts.get((flow, name, p), 0.0) for flow in flows) for p in periods}
            if any(sums.values()):
                hovers = flow_hover_lines(ledger, sums, name, words)
                signed = [sign * amount for amount in sums.values()]
                series.append(BarSeries(name, colours[name], signed, hovers))

    def draw(title: Text, parts: Sequence[int]) -> DrawFunction:
        divided = [replace(b, values=[v / n for v, n in zip(b.values, parts)]) for b in series]
        return partial(stacked_bars, periods, divided, title)

    return Chart(
        "carbon-flows",
        Term("Carbon loss (below zero) and gain by class"),
        per_year_variants(
            list(ledger.years_of.values()), YEARLY_AXIS_TITLE, TOTAL_AXIS_TITLE, draw
        ),
        list(dict.fromkeys(bar_legend(series))),
        Term("Carbon gain = gain + growth (IPCC 2006, vol. 4, eq. 2.4)."),
        min_chart_width(periods),
    )


def _flow_totals_table(ledger: Ledger) -> ReportTable:
    """Return the sums of flows by period, with the resulting stock change."""
    columns = [
        dictionary_column("period"),
        *(TableColumn(FLOW_LABELS[flow], flow, 1) for flow in FLOWS),
    ]
    columns.append(TableColumn(Term("Change in carbon stock"), "change", 1))
    rows: list[TableRow] = []
    for period in ledger.years_of:
        sums = {flow: total_flow_tc(ledger.rows, flow, period) for flow in FLOWS}
        change = sums[NET] + sums[PRE_MINING] + sums[OTHER]
        rows.append({"period": period, **sums, "change": change})
    return ReportTable("carbon-flows", Term("Carbon flows by period, t C"), columns, rows)


def _flow_table(ledger: Ledger) -> ReportTable:
    """Return flows by period and class, with pools in columns."""
    colours = ledger.land.classes.colours_by_name()
    by_key: dict[tuple[str, str, str], dict[str, object]] = {}
    for row in ledger.rows:
        if row["class"] == ALL_LABEL:
            continue
        line = by_key.setdefault((row["period"], row["flow"], row["class"]), {})
        line |= {"period": row["period"], "flow": FLOW_LABELS[row["flow"]], "class": row["class"]}
        line[row["pool"]] = row["tc"]
        if row["pool"] == ALL_POOLS:
            line.update(area_ha=row["area_ha"], tc_per_year=row["tc_per_year"])
    rows = cast("list[AreaRow]", list(by_key.values()))
    if len(rows) > MAX_ROWS:
        rows = sorted(rows, key=lambda row: -row["area_ha"])
    pools = [pool for pool in POOLS if any(pool in line for line in by_key.values())]
    return truncated_table(
        "carbon-flows-full",
        Term("Carbon flows by period, class and pool, t C"),
        [
            dictionary_column("period"),
            dictionary_column("flow"),
            dictionary_column("class", colours=colours),
            dictionary_column("area_ha"),
            *(replace(dictionary_column(f"{pool}_tc"), field=pool) for pool in pools),
            replace(dictionary_column("total_tc"), field=ALL_POOLS),
            dictionary_column("tc_per_year"),
        ],
        rows,
        MAX_ROWS,
        "LEDGER",
        folded=True,
    )


STOCK_COLUMNS = [c for c in StockRow.__annotations__ if c not in ("year", "status", "class")]


def stock_section(results: LedgerResults) -> Section:
    """Return the section on stocks by date and status, with the range of possible ages."""
    ledger = results.ledger
    words = {key: STATUS_LABELS[state] for state, key in STATE_KEYS.items()}
    rows: list[dict[str, Any]] = [{**row, "status": words[row["status"]]} for row in ledger.stocks]
    # Empty pools are omitted.
    empty = [c for c in ("stored_topsoil_tc", "decaying_tc") if not any(row[c] for row in rows)]
    shown = [column for column in STOCK_COLUMNS if column not in empty]
    return Section(
        "carbon-stocks",
        Term("Carbon stock"),
        [
            Term(
                "All land mined at any date, including the time before mining. Sinks not "
                "mined yet have the carbon density of their class, reclaimed land follows "
                "the recovery curve by age; stored topsoil is counted where it is stored."
            )
        ],
        charts=[stock_chart(ledger)],
        tables=[
            stock_table(ledger),
            truncated_table(
                "carbon-stocks-full",
                Term("Carbon stock by date, status and class, t C"),
                [
                    dictionary_column("year"),
                    dictionary_column("status", colours=STATUS_SWATCHES),
                    dictionary_column("class", colours=ledger.land.classes.colours_by_name()),
                    *map(dictionary_column, shown),
                ],
                cast("list[AreaRow]", rows),
                MAX_ROWS,
                "STOCKS",
                folded=True,
            ),
        ],
    )


# Image values: excluded land, then the steps of the colour ramp from 1 on.
EXCLUDED_INDEX, COLOUR_COUNT = 0, 201
MIDDLE_INDEX = (COLOUR_COUNT + 1) // 2


def net_map_section(results: LedgerResults) -> Section | None:
    """Return the section with the map of net change, or None without a thumbnail."""
    ledger, thumbnail = results.ledger, results.thumbnail
    if thumbnail is None:
        return None
    maps = mined_land_maps(results.series, thumbnail, ledger.land.disturbing)
    layer = net_map_layer(ledger)
    colours = {value: colour for value, (_, colour) in layer.entries.items()}
    ends = [words for words, _ in layer.ends]
    title = Message("Net carbon change {period}, t C/ha", period=ledger.land.full_period)
    section = Section(
        "net-map",
        Term("Map of net carbon change"),
        [
            Term(
                "Gain + growth - loss per hectare, all periods (NET_MAP); brown: net loss, "
                "green: net gain."
            )
        ],
        maps=maps.draw_all_frames(title, layer.values, colours),
        map_ramp=ColourRamp(NET_COLOUR_RAMP, ends),
    )
    section.set_map_frame(maps)
    section.explorable = create_interactive_map(
        results.series,
        maps,
        [
            *land_use_layers(results.classes, results.census, results.labels),
            status_map_layer(ledger.land),
            layer,
        ],
        carbon_amounts(ledger),
    )
    return section


def net_map_layer(ledger: Ledger) -> MapLayer:
    """Return the map layer of net change over all periods, in the colours of NET_MAP."""
    # The maximum is that of all land, so that all images have the scale of NET_MAP.
    most = float(np.abs(remove_rounding_errors(ledger.nets[ledger.rule])).max(initial=0.0))
    entries = [
        (f"{most * step:+.3g} t C/ha" if step else "0", net_colour(step))
        for step in (n / (MIDDLE_INDEX - 1) for n in range(1 - MIDDLE_INDEX, MIDDLE_INDEX))
    ]
    return MapLayer(
        Term("Net carbon change"),
        ledger.land.full_period,
        lambda classes: ramp_indices(ledger.lookup_net(classes), most),
        dict(enumerate(entries, 1)),
        ends=[
            (f"\u2212{most:.4g}", NET_COLOUR_RAMP[0]),
            ("0", ZERO_COLOUR),
            (Message("{value} t C/ha", value=f"+{most:.4g}"), NET_COLOUR_RAMP[-1]),
        ],
    )


def carbon_amounts(ledger: Ledger) -> AmountFunctions:
    """Return loss and gain per hectare over all periods."""
    gained = ledger.nets[ledger.rule] + ledger.lost
    return {
        Term("Carbon loss"): partial(ledger.lookup_amount, amounts=ledger.lost),
        Term("Carbon gain"): partial(ledger.lookup_amount, amounts=gained),
    }


def ramp_indices(nets: FloatArray, most: float) -> ByteArray:
    """Return colour indices, 1 to COLOUR_COUNT within +-`most`; NaN has EXCLUDED_INDEX."""
    counted = remove_rounding_errors(np.nan_to_num(nets))
    steps = np.clip(
        np.rint(counted / (most or 1.0) * (MIDDLE_INDEX - 1)), 1 - MIDDLE_INDEX, MIDDLE_INDEX - 1
    )
    return np.where(np.isnan(nets), EXCLUDED_INDEX, MIDDLE_INDEX + steps).astype(np.uint8)


POOL_LABELS = {SOIL: Term("Soil"), VEGETATION: Term("Vegetation")}
# Pools and axis title of each chart of recovery curves.
CURVE_VARIANTS: Mapping[Term, tuple[Sequence[str], Term]] = {
    Term("Soil and vegetation"): ((SOIL, VEGETATION), Term("Soil and vegetation, t C/ha")),
    POOL_LABELS[SOIL]: ((SOIL,), Term("Soil carbon, t C/ha")),
    POOL_LABELS[VEGETATION]: ((VEGETATION,), Term("Vegetation carbon, t C/ha")),
}
# Minimum time range of a chart, years.
MIN_HORIZON_YEARS = 50
# Ages of the published stocks.
TABLE_AGES = (10, 25, 50)

# Measurements on reclaimed mine land for comparison with the curves; never used as defaults.
PUBLISHED_VALUES: Sequence[tuple[Text, str, str]] = (
    (Term("Soil, forest"), "0.20\u20136.27 t C/ha/yr", "Yuan et al. 2016"),
    (Term("Soil, grass"), "0.30\u20133.37 t C/ha/yr", "Yuan et al. 2016"),
    (Term("Soil, mixed"), "0.31\u20132.80 t C/ha/yr", "Yuan et al. 2016"),
    (Term("Sequestered in 25 years, forest"), "107 t C/ha", "Shrestha & Lal 2010"),
    (Term("Sequestered in 25 years, pasture"), "21 t C/ha", "Shrestha & Lal 2010"),
    (Term("Soil, pasture, 0-50 cm, stock"), "86.1 t C/ha", "Ussiri & Lal"),
)


def recovery_section(results: LedgerResults) -> Section | None:
    """Return the section on recovery curves of reclaimed classes, or None without any."""
    ledger = results.ledger
    if not ledger.lands.regrown:
        return None
    classes = ledger.select_classes(ledger.lands.regrown)
    return Section(
        "recovery",
        Term("Carbon recovery curves"),
        [
            Term(
                "Carbon stock of reclaimed land by age: carbon density of the class (dotted) "
                "× recovery curve. Curves begin on bare land; with reapplied topsoil, soil "
                "carbon begins with the topsoil stock."
            )
        ],
        charts=[_recovery_chart(ledger, classes)],
        tables=[
            _curve_table(ledger, classes),
            ReportTable(
                "recovery-published",
                Term("Measurements on reclaimed mine land (for comparison only)"),
                [
                    TableColumn(Term("Item"), "what"),
                    TableColumn(Term("Measured value"), "measured"),
                    dictionary_column("source"),
                ],
                Table.from_rows("what measured source", PUBLISHED_VALUES),
                folded=True,
            ),
        ],
    )


def _recovery_chart(ledger: Ledger, classes: Sequence[LandClass]) -> Chart:
    last = ledger.land.dates[-1].label
    colours = ledger.land.classes.colours_by_name()
    # Age intervals at the last date with their areas.
    areas: dict[tuple[int, int], float] = {}
    for row in AgeRows(ledger.land).last_date_rows:
        key = (row["age_min"], row["age_max"])
        areas[key] = areas.get(key, 0.0) + row["area_ha"]
    bands = [AgeBand(*interval, area_message(area, 0)) for interval, area in sorted(areas.items())]
    ages = sample_ages(max([MIN_HORIZON_YEARS, *(int(1.25 * band.last) for band in bands)]))
    variants: list[tuple[Text, DrawFunction]] = []
    for words, (names, title) in CURVE_VARIANTS.items():
        lines = []
        for land_class in classes:
            pools = [
                ledger.coefficients.class_coefficient(land_class).pools[name] for name in names
            ]
            stocks = [
                sum(by_pool) for by_pool in zip(*(_stock_by_age(pool, ages) for pool in pools))
            ]
            full = sum(pool.reclaimed_density for pool in pools)
            lines.append(RecoveryLine(land_class.name, colours[land_class.name], stocks, full))
        titles = (Term("Years since reclamation"), title)
        variants.append((words, partial(recovery_line_chart, ages, lines, bands, titles)))
    return Chart(
        "recovery",
        Term("Carbon stock of reclaimed land by age, t C/ha"),
        variants,
        [
            *((c.name, colours[c.name]) for c in classes),
            *(
                [(Message("age of reclaimed land, {year}", year=last), BAND_COLOURS[0])]
                if bands
                else []
            ),
        ],
        Term("Curve ipcc: IPCC 2006, vol. 4, eq. 2.25."),
        marks=[(Term("carbon density of the class"), EDGE_COLOUR, "dotted")],
    )


def _stock_by_age(pool: CarbonPool, ages: Sequence[float]) -> list[float]:
    """Return t C/ha at each age on land that was bare."""
    at = np.array(ages, np.float64)
    return [
        float(stock) for stock in pool.curve.stock(np.zeros_like(at), pool.reclaimed_density, at)
    ]


def _curve_table(ledger: Ledger, classes: Sequence[LandClass]) -> ReportTable:
    """Return a row per class and pool: curve, parameters, and stocks at selected ages."""
    colours = ledger.land.classes.colours_by_name()
    rows = [
        (
            land_class.name,
            POOL_LABELS[name],
            curve_name(pool),
            pool.curve.formula,
            pool.reclaimed_density,
            pool.curve.max_gain(pool.reclaimed_density) or None,
            *_stock_by_age(pool, TABLE_AGES),
        )
        for land_class in classes
        for name, pool in ledger.coefficients.class_coefficient(land_class).pools.items()
    ]
    at_ages = [f"at{age}" for age in TABLE_AGES]
    return ReportTable(
        "recovery",
        Term("Recovery curves and parameters"),
        [
            dictionary_column("class", colours=colours),
            dictionary_column("pool"),
            TableColumn(Term("Curve"), "curve"),
            TableColumn(Term("Fraction of the equilibrium density reached at age a"), "formula"),
            TableColumn(Term("Carbon density, t C/ha"), "density", 2),
            TableColumn(Term("Maximum rate, t C/ha/year"), "steepest", 2),
            *(
                TableColumn(Message("After {age} years", age=age), name, 2)
                for age, name in zip(TABLE_AGES, at_ages)
            ),
        ],
        Table.from_rows(" ".join(("class pool curve formula density steepest", *at_ages)), rows),
        note=Term("For the curve rates: age bands of the coefficients (upper age; t C/ha/year)."),
    )


# Maximum number of bars in a chart.
MAX_BARS = 12
LOW_STYLE, HIGH_STYLE = (
    (Term("At the low value"), "#7b9acb"),
    (Term("At the high value"), "#d08a4e"),
)

ITEM_LABELS = {
    DENSITY: Term("Carbon density"),
    SHARED_DENSITY: Term("Carbon densities, shared uncertainty"),
    RETURNED_DENSITY: Term("Carbon density of reclaimed land"),
    LOSS_FRACTION: Term("Loss fraction"),
    RECOVERY_YEARS: Term("Recovery time"),
    RECOVERY_RATES: Term("Recovery rates"),
    AGES: Term("Age of reclaimed land"),
    AREAS: Term("Area"),
    MINED_ONCE: Term("Land mined at a single date only"),
    UNMINED_ONCE: Term("Land not mined at a single date only"),
}
# Unit of the values of an item and its placeholder; a loss fraction has none.
VALUE_UNITS = {
    DENSITY: (Term("{value} t C/ha"), "value"),
    SHARED_DENSITY: (Term("{percent} %"), "percent"),
    RETURNED_DENSITY: (Term("{value} t C/ha"), "value"),
    RECOVERY_YEARS: (Term("{age} years"), "age"),
    RECOVERY_RATES: (Term("{times} times"), "times"),
    **dict.fromkeys((AREAS, MINED_ONCE, UNMINED_ONCE), (Term("{percent} %"), "percent")),
}
POOL_NAMES = {SOIL: Term("soil"), VEGETATION: Term("vegetation")}
BASIS_LABELS = {
    INTERVAL: Term("confidence interval"),
    DATE_AGES: Term("possible ages"),
    WHAT_IF: Term("assumed range"),
}


def _input_label(row: SensitivityRow) -> Text:
    """Return the label of an input."""
    pool, whose = POOL_NAMES.get(row["pool"]), "" if row["class"] == ALL_LABEL else row["class"]
    words: Text = ITEM_LABELS[row["item"]]
    if whose and pool:
        words = Message("{item}: {name}, {pool}", item=words, name=whose, pool=pool)
    elif whose or pool:
        words = Message("{item}: {name}", item=words, name=whose or pool)
    return Message("{words} (assumed range)", words=words) if row["basis"] == WHAT_IF else words


def _format_values(row: SensitivityRow) -> tuple[Text, Text]:
    """Return both values with units; placeholders for ages and for values that differ by class."""
    if row["item"] == AGES:
        return Term("youngest"), Term("oldest")
    if row["low_value"] is None or row["high_value"] is None:
        return Term("low"), Term("high")
    low, high = (f"{value:.6g}" for value in (row["low_value"], row["high_value"]))
    if row["item"] == LOSS_FRACTION:
        return low, high
    template, name = VALUE_UNITS[row["item"]]
    return Message(template, **{name: low}), Message(template, **{name: high})


def tornado_chart(sensitivity: SensitivityAnalysis) -> Chart | None:
    """Return the tornado chart of inputs by descending effect on the net, or None."""
    rows = [row for row in sensitivity.rows if row["swing_tc"]]
    shown, net = rows[:MAX_BARS], sensitivity.base_net_tc
    if not shown:
        return None
    labels = [_input_label(row) for row in shown]

    ends = {
        LOW_STYLE: [row["net_low_tc"] for row in shown],
        HIGH_STYLE: [row["net_high_tc"] for row in shown],
    }
    series: list[tuple[Term, str, list[float], list[HoverLines]]] = []
    for index, (end, nets) in enumerate(ends.items()):
        values = [_format_values(row)[index] for row in shown]
        net_texts = [f"{format_number(amount, 1)} t C" for amount in nets]
        series.append((*end, nets, list(zip(labels, values, net_texts))))
    draw = tornado_figure(
        labels,
        series,
        net,
        Message("base case: {net} t C", net=format_number(net, 0)),
        Term("Net change, all periods, t C"),
    )
    note: Text = Term(
        "One input varied at a time: carbon densities, areas and loss fractions with bounds "
        "over their 95 % confidence intervals, ages over their possible range. Assumed "
        "range: loss fractions and recovery times halved and doubled; land mined (or not "
        "mined) at a single date only, with the class of the previous date."
    )
    lead, ledger = headline_row(sensitivity.ledger.balance), sensitivity.ledger
    if lead["land"] not in ledger.uncounted_land and abs(lead["net_tc"] - net) >= 0.5:
        note = Message(
            "{note} Base case: all disturbed land. Without land disturbed before {first}: {net}.",
            note=note,
            net=format_net_change(lead["net_tc"]),
            first=ledger.land.dates[0].label,
        )
    if len(rows) > MAX_BARS:
        count = len(rows) - MAX_BARS
        note = Message("{note} Not shown: {count} smaller effects.", note=note, count=count)
    legend = [end for end, nets in ends.items() if any(amount != net for amount in nets)]
    return Chart("sensitivity", Term("Sensitivity analysis"), [("", draw)], legend, note)


def sensitivity_table(sensitivity: SensitivityAnalysis) -> ReportTable:
    """Return SENSITIVITY with labels."""
    rows: list[TableRow] = []
    for row in sensitivity.rows:
        low, high = _format_values(row)
        words = {"item": _input_label(row), "basis": BASIS_LABELS[row["basis"]]}
        rows.append({**row, **words, "low_value": low, "high_value": high})
    return ReportTable(
        "sensitivity",
        Term("Net change of all periods with one input varied, t C"),
        [
            TableColumn(Term("Input"), "item"),
            *map(dictionary_column, ("low_value", "high_value")),
            dictionary_column("net_low_tc", Term("Net change at the low value, t C")),
            dictionary_column("net_high_tc", Term("Net change at the high value, t C")),
            *map(dictionary_column, ("swing_tc", "basis")),
        ],
        rows,
        folded=True,
    )


def sensitivity_section(results: LedgerResults) -> Section:
    """Return the section with the tornado chart, its table and the omitted inputs."""
    sensitivity = results.sensitivity
    chart = tornado_chart(sensitivity)
    return Section(
        "sensitivity",
        Term("Sensitivity analysis"),
        [
            Term(
                "Each row: result with only this input changed; for areas: margin of error "
                "of carbon loss and gain."
            ),
            *sensitivity.notes().notices,
        ],
        charts=[chart] if chart else [],
        tables=[sensitivity_table(sensitivity)] if sensitivity.rows else [],
    )
