"""The page of the carbon ledger, with its balance, its stocks, and what it goes by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ..base.files import Provenance
from ..base.messages import Message, Term, Text
from ..mine.ages import SWATCHES, WORDS
from ..mine.mined_land import KEYS
from ..report.coefficient_table import coefficient_table, taken_table
from ..report.page import (
    AreaRow,
    Headline,
    Page,
    Section,
    ShownColumn,
    ShownTable,
    first_rows,
    known,
)
from ..report.plotly_figures import told_hectares
from ..report.results_page import InputFile, dated_page, proof_sections
from ..results.losses import uncounted_sentence
from ..results.uncertainty import ADJUSTED, APPROACH_1, knows_bounds
from ..results.uncertainty_notes import NOT_TOLD, unseen_warnings
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL
from .balance import (
    NOT_COUNTED,
    RULES,
    back_uncounted_sentence,
    balance_chart,
    balance_figure,
    balance_sentences,
    balance_tables,
    land_table,
    led_by,
    stock_chart,
    stock_table,
    tonnes,
    uncounted_label,
    waterfall_chart,
)
from .flows import MINED_BEFORE, NET, TAKEN, StockRow, balance_of
from .results import LedgerResults
from .sections import flow_section, net_map_section, recovery_section, sensitivity_section
from .states import AgeRule
from .uncertainty_section import uncertainty_section


def balance_section(results: LedgerResults) -> Section:
    """The balance in words, then by period and per year."""
    ledger = results.ledger
    title = Term("The carbon balance")
    if not ledger.hectares.size:
        return Section("balance", title, [Term("No land is mined at any date.")])
    caveat = ledger.coefficients.caveat
    sentences = [
        *([caveat] if caveat else []),
        *balance_sentences(ledger, results.uncertainty, results.balance),
        Term(
            "Loss is what sinks held when they were mined; gain what such land holds when it is a "
            "sink again, growth what it gains while it stays one. What the mine burns, and what "
            "leaves the coal, is not in it."
        ),
        *ledger.land.disturbing.mined_words,
    ]
    colours = ledger.land.classes.colours_by_name()
    tables = [
        land_table(results.balance),
        *balance_tables(ledger),
        taken_table(results.taken_land, colours),
    ]
    uncounted = uncounted_sentence(results.taken_land)
    charts = [balance_chart(ledger), waterfall_chart(ledger, results.balance)]
    if ALL in ledger.uncounted:
        charts, tables = [], [tables[0], tables[-1]]
    hidden = ledger.land.disturbing.hidden_mines(results.series.named_classes)
    warnings = [
        warning for warning in (hidden, uncounted, back_uncounted_sentence(ledger)) if warning
    ]
    return Section("balance", title, sentences, charts=charts, tables=tables, warnings=warnings)


MOST_STOCKS = 60
STOCK_COLUMNS = [c for c in StockRow.__annotations__ if c not in ("year", "status", "class")]


def stock_section(results: LedgerResults) -> Section:
    """Stocks by date and state, with their range."""
    ledger = results.ledger
    words = {key: WORDS[state] for state, key in KEYS.items()}
    rows = [{**row, "status": words[row["status"]]} for row in ledger.stocks]
    # A pool that nothing lies in tells nothing.
    shown = [
        column
        for column in STOCK_COLUMNS
        if column not in ("stored_topsoil_tc", "decaying_tc")
        or any(row[column] for row in ledger.stocks)  # type: ignore[literal-required]
    ]
    return Section(
        "carbon-stocks",
        Term("Carbon on the land"),
        [
            Term(
                "All land that is mined at some date, before mining too. A sink that never was "
                "mined has the density of its class; reclaimed land what its curve gives at its "
                "age; topsoil in store counts where it lies."
            )
        ],
        charts=[stock_chart(ledger)],
        tables=[
            stock_table(ledger),
            first_rows(
                "carbon-stocks-full",
                Term("Carbon on the land by date, state and class"),
                [
                    known("year"),
                    known("status", colours=SWATCHES),
                    known("class", colours=ledger.land.classes.colours_by_name()),
                    *map(known, shown),
                ],
                cast("list[AreaRow]", rows),
                MOST_STOCKS,
                "STOCKS",
                folded=True,
            ),
        ],
    )


LOSS, GAIN, GROWTH = Term("Loss"), Term("Gain"), Term("Growth")
OTHER, BEFORE = Term("Other"), Term("Before mining")

# What happens to a hectare from one date to the next; s and v are what it holds in soil and
# vegetation, z the topsoil in store, D the density of a class, p the part that is lost, f its curve
# and a the age.
STEPS: Sequence[tuple[Text, Text, Text]] = (
    (
        Term("sink to mine"),
        Term(
            "p s + p v is lost, at once or with a half-life; (1 \u2212 p) s is kept as topsoil z; "
            "s and v are what the land holds, which on reclaimed land is less than a density"
        ),
        LOSS,
    ),
    (Term("sink to mine"), Term("(1 \u2212 p) v leaves the land"), OTHER),
    (Term("mine to mine"), Term("nothing"), ""),
    (
        Term("mine to sink"),
        Term(
            "s = s0 + (D \u2212 s0) f(a) with s0 = min(z, D), and v = D f(a); what is booked is "
            "this less z, which is spent"
        ),
        GAIN,
    ),
    (Term("other use to sink, mined before"), Term("the same with s0 = 0"), GAIN),
    (
        Term("sink to sink, mined before"),
        Term("the same with the age and the class of the later date"),
        GROWTH,
    ),
    (
        Term("sink to sink, not mined yet"),
        Term("s and v are the densities of the new class"),
        BEFORE,
    ),
    (Term("sink to other use"), Term("the land holds nothing any more"), OTHER),
    (Term("mine to other use"), Term("stored topsoil is written off"), OTHER),
    (
        Term("other use to sink, not mined yet"),
        Term("s and v are the densities of the class"),
        OTHER,
    ),
)

COUNTED = {
    AgeRule.MID: Term("its age is counted from the middle"),
    AgeRule.MEAN: Term("it holds the mean of the stocks over all moments between"),
    AgeRule.YOUNGEST: Term("its age is counted from the later one"),
    AgeRule.OLDEST: Term("its age is counted from the earlier one"),
    AgeRule.DRAWN: Term(
        "it holds the mean of the stocks over all moments between; in random draws each interval "
        "between two dates has one moment, the same for all classes"
    ),
}


def term_section(results: LedgerResults) -> Section:
    """What the numbers depend on, in full."""
    ledger = results.ledger
    ages = Message(
        "AGE_RULE is {rule}: land was reclaimed some time between the date that shows it and the "
        "date before, and {what}.",
        rule=ledger.rule.value,
        what=COUNTED[ledger.rule],
    )
    return Section(
        "carbon-terms",
        Term("What the balance goes by"),
        [*ledger.assumptions.notices, ages],
        tables=[
            coefficient_table(
                "carbon-coefficients",
                Term("Carbon coefficients that were used"),
                ledger.classes_of(ledger.lands.sinks),
                ledger.coefficients,
                ledger.land.classes.colours_by_name(),
            ),
            ShownTable(
                "carbon-states",
                Term("What happens to a hectare from one date to the next"),
                [
                    ShownColumn(Term("From one date to the next"), "step"),
                    ShownColumn(Term("What happens"), "what"),
                    ShownColumn(Term("Flow"), "flow"),
                ],
                [{"step": step, "what": what, "flow": flow} for step, what, flow in STEPS],
                folded=True,
                note=Term(
                    "s and v: what the land holds in soil and vegetation; z: topsoil in store; D: "
                    "density of the class; p: part that is lost; f: curve; a: age. All of soil and "
                    "vegetation each."
                ),
            ),
        ],
        warnings=list(ledger.assumptions.warnings),
    )


# Of land that is mined at some date.
SECTIONS = (
    uncertainty_section,
    sensitivity_section,
    stock_section,
    flow_section,
    net_map_section,
    recovery_section,
    term_section,
)


def ledger_page(
    results: LedgerResults, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """The page of a carbon ledger, with per date the file behind its layer."""
    ledger, wanted = results.ledger, results.uncertainty.wanted
    is_counted = ledger.hectares.size and ALL not in ledger.uncounted
    draws = Message("{draws}, of seed {seed}", draws=f"{wanted.draws:,}", seed=wanted.seed)
    # What the numbers depend on besides layers and tables.
    choices: list[tuple[Text, object]] = [
        (Term("Disturbing class groups"), ledger.land.disturbing.quoted),
        (Term("Age of reclaimed land"), RULES[ledger.rule]),
        (Term("Level of intervals"), Message("{percent} %", percent=f"{wanted.level:g}")),
        (Term("Random draws"), draws),
    ]
    return dated_page(
        Term("Mine carbon ledger"),
        results,
        provenance,
        _headlines(results),
        [
            balance_section(results),
            *(section(results) for section in SECTIONS if is_counted),
            *proof_sections(results, provenance, files, choices),
        ],
    )


def _headlines(results: LedgerResults) -> list[Headline]:
    """The numbers that a reader looks for first: what the land taken since lost on balance."""
    ledger, uncertainty, rows = results.ledger, results.uncertainty, results.balance
    if not ledger.hectares.size:
        return []
    figure = balance_figure(ledger, rows)
    if figure is None:
        return [(uncounted_label(ledger), NOT_COUNTED, "")]
    headlines: list[Headline] = [(figure.label, tonnes(figure.net), "t C")]
    if figure.interval:
        level = f"{uncertainty.wanted.level:g}"
        label = Message("Interval of {level} % of the same", level=level)
        headlines.append((label, figure.interval, "t C"))
    dioxide = tonnes(figure.net * CO2_PER_C)
    headlines.append((figure.dioxide_label, dioxide, "t CO\u2082"))
    mined_before = balance_of(rows, MINED_BEFORE)
    is_told = mined_before["area_ha"] and MINED_BEFORE not in ledger.uncounted
    if led_by(rows)["land"] == TAKEN and is_told:
        label = Message(
            "Mined in {first} already: {area} ha, whose loss is in no map",
            first=ledger.land.dates[0].label,
            area=told_hectares(mined_before["area_ha"]),
        )
        gained = Term("regained since") if mined_before["net_tc"] >= 0 else Term("lost since")
        label = Message("{label}, {gained}", label=label, gained=gained)
        headlines.append((label, tonnes(abs(mined_before["net_tc"])), "t C"))
    adjusted = uncertainty.by_method(NET, areas=ADJUSTED).get(APPROACH_1)
    if adjusted is not None:
        is_more = bool(unseen_warnings(uncertainty, NET))
        words = Term("All of it by the areas of the samples: gained on balance")
        if is_more:
            words = Term("All of it by the areas of the samples, likely less: gained on balance")
        if adjusted["estimate"] < 0:
            words = Term("All of it by the areas of the samples: lost on balance")
            if is_more:
                words = Term("All of it by the areas of the samples, likely more: lost on balance")
        headlines.append((words, tonnes(abs(adjusted["estimate"])), "t C"))
        if not knows_bounds(uncertainty, NET):
            headlines.append((NOT_TOLD, "\N{EN DASH}", ""))
    return headlines
