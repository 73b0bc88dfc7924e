"""The section on what a carbon ledger goes by: coefficients, losses, ages, the state model."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term, Text
from ..report.coefficients import coefficient_table
from ..report.parts import Row, Section, ShownColumn, ShownTable
from .results import LedgerResults
from .states import AgeRule

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
}


def term_section(results: LedgerResults) -> Section:
    """What the numbers depend on, in full."""
    ledger, classes = results.ledger, results.ledger.land.classes
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
                [classes[number] for number in ledger.sinks],
                ledger.coefficients,
                classes.colours_by_name(),
            ),
            _states(),
        ],
        warnings=list(ledger.assumptions.warnings),
    )


def _states() -> ShownTable:
    rows: list[Row] = [{"step": step, "what": what, "flow": flow} for step, what, flow in STEPS]
    return ShownTable(
        "carbon-states",
        Term("What happens to a hectare from one date to the next"),
        [
            ShownColumn(Term("From one date to the next"), "step"),
            ShownColumn(Term("What happens"), "what"),
            ShownColumn(Term("Flow"), "flow"),
        ],
        rows,
        folded=True,
        note=Term(
            "s and v: what the land holds in soil and vegetation; z: topsoil in store; D: density "
            "of the class; p: part that is lost; f: curve; a: age. All of soil and vegetation each."
        ),
    )
