"""The balance of a carbon ledger in sentences and tiles, which tell its sense in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..base.messages import Listed, Message, Notes, Term, Text
from ..report.plotly_figures import rounded, told_hectares
from ..results.uncertainty import Uncertainty, knows_bounds
from ..results.uncertainty_notes import (
    NOT_KNOWN,
    adjusted_rows,
    between,
    unseen_sentences,
    unseen_warnings,
    with_left_out,
)
from ..scheme.coefficients import CO2_PER_C
from ..scheme.table import ALL
from .flows import MINED_BEFORE, NET, TAKEN, BalanceRow, balance_of
from .ledger import Ledger
from .states import AgeRule

RULES = {
    AgeRule.MID: Term("the middle of the interval"),
    AgeRule.MEAN: Term("the mean of the stocks over the interval"),
    AgeRule.YOUNGEST: Term("the least age that the dates allow"),
    AgeRule.OLDEST: Term("the greatest age that the dates allow"),
    AgeRule.DRAWN: Term("the mean of the stocks, and any moment in random draws"),
}


# Of land that is not counted nobody knows a balance, and it is not 0.
NO_DENSITY = Term("the coefficients have no density of any class of it")
BALANCE_OF_LAND, NOT_COUNTED = Term("Carbon balance of mined land"), Term("not counted")


def tonnes(amount: float) -> str:
    """t C as a sentence has them."""
    return rounded(amount, 0)


def on_balance(net: float) -> Text:
    """A balance in words, which tell its sense; t C, above 0 where the land gained."""
    values = {"net": tonnes(abs(net)), "dioxide": tonnes(abs(net) * CO2_PER_C)}
    if not net:
        return Term("neither lost nor gained carbon on balance")
    if not round(net):
        return Term("lost as much carbon as it gained")
    if net < 0:
        return Message("lost on balance {net} t C ({dioxide} t CO\u2082 emitted)", **values)
    return Message("gained on balance {net} t C ({dioxide} t CO\u2082 taken up)", **values)


def led_by(rows: Sequence[BalanceRow]) -> BalanceRow:
    """The row of all periods that a balance leads with: of the land taken since the first date.

    Where there is none, that of land that was mined before.
    """
    lead = balance_of(rows, TAKEN)
    return lead if lead["area_ha"] else balance_of(rows, MINED_BEFORE)


def lead_words(ledger: Ledger, rows: Sequence[BalanceRow]) -> Text:
    """What the land taken since the first date lost or gained on balance; no sentence yet."""
    lead, first = led_by(rows), ledger.land.dates[0].label
    values = {"first": first, "balance": on_balance(lead["net_tc"])}
    if lead["land"] in ledger.uncounted:
        told = Term("The land that was mined in {first} already is not counted: {why}")
        if lead["land"] == TAKEN:
            told = Term("The land taken since {first} is not counted: {why}")
        return Message(told, first=first, why=NO_DENSITY)
    if lead["land"] == TAKEN:
        return Message("The land taken since {first} {balance}", **values)
    return Message("The land that was mined in {first} already has since {balance}", **values)


def land_sentences(
    ledger: Ledger, uncertainty: Uncertainty, rows: Sequence[BalanceRow]
) -> list[Text]:
    """Whose land lost and regained what, within which bounds, and how BALANCE closes."""
    lead, dates = led_by(rows), ledger.land.dates
    ends = {"first": dates[0].label, "last": dates[-1].label}
    sentences: list[Text] = [Message("{words}.", words=lead_words(ledger, rows))]
    is_counted = lead["land"] not in ledger.uncounted
    if lead["land"] == TAKEN and is_counted:
        sentences.append(
            Message(
                "On its {area} ha mining took {loss} t C until {last}, and the {back} ha of it "
                "that are carbon sinks again have regained {regained} t C.",
                area=told_hectares(lead["area_ha"]),
                loss=tonnes(lead["loss_tc"]),
                back=told_hectares(lead["reclaimed_ha"]),
                regained=tonnes(lead["gain_tc"] + lead["growth_tc"]),
                **ends,
            )
        )
    if is_counted:
        sentences.append(interval_sentence(ledger, uncertainty, lead))
    sentences += [*age_sentence(ledger), *_mined_before(ledger, rows)]
    if ALL not in ledger.uncounted:
        sentences.append(_closure(rows, ends))
    sentences.append(
        Term(
            "A map shows that land is mined no longer; it cannot tell reclamation by people from "
            "growth that came by itself."
        )
    )
    return sentences


def balance_notes(ledger: Ledger, rows: Sequence[BalanceRow]) -> Notes:
    """Whose land lost and regained what, for the log."""
    notes = Notes()
    notes.inform("{words}.", words=lead_words(ledger, rows))
    notes.notices += _mined_before(ledger, rows)
    sentence = back_uncounted_sentence(ledger)
    notes.warnings += [sentence] if sentence else []
    return notes


def back_uncounted_sentence(ledger: Ledger) -> Message | None:
    """How much of the land that came back counts 0; None where it is nothing."""
    areas = ledger.came_back_uncounted
    if not areas:
        return None
    return Message(
        "{area:,.2f} ha that are mined no longer count 0, because the coefficients have no density "
        "of what they are now: {classes}.",
        area=sum(areas.values()),
        classes=Listed(
            Message("{name} {area:,.2f} ha", name=ledger.land.classes[index].name, area=area)
            for index, area in sorted(areas.items(), key=lambda item: -item[1])
        ),
    )


def age_sentence(ledger: Ledger) -> list[Text]:
    """What the balance of all land is by the ages that the dates allow; nothing if that is one."""
    low, high = sorted(ledger.net(rule) for rule in (AgeRule.YOUNGEST, AgeRule.OLDEST))
    if tonnes(low) == tonnes(high):
        return []
    return [
        Message(
            "Reclaimed land has its age between two dates (here {rule}); by the ages that the "
            "dates allow the balance of all this land lies {bounds}.",
            rule=RULES[ledger.rule],
            bounds=between(low, high, tonnes),
        )
    ]


def _mined_before(ledger: Ledger, rows: Sequence[BalanceRow]) -> list[Message]:
    """What land that was mined at the first date has done since, and what it may have lost."""
    mined_before = balance_of(rows, MINED_BEFORE)
    if not balance_of(rows, TAKEN)["area_ha"] or not mined_before["area_ha"]:
        return []
    first, assumed = ledger.land.dates[0].label, mined_before["assumed_loss_tc"]
    area = told_hectares(mined_before["area_ha"])
    if MINED_BEFORE in ledger.uncounted:
        return [
            Message(
                "Another {area} ha were mined in {first} already, and are not counted: {why}.",
                area=area,
                first=first,
                why=NO_DENSITY,
            )
        ]
    sentences = [
        Message(
            "Another {area} ha were mined in {first} already: since then this land {balance}, and "
            "what it lost before is in no map.",
            area=area,
            first=first,
            balance=on_balance(mined_before["net_tc"]),
        )
    ]
    if TAKEN in ledger.uncounted:
        return sentences
    if assumed is not None:
        sentences.append(
            Message(
                "If it had held what the land taken since held, it would have lost {assumed} t C "
                "before {first}: an assumption, which is in no sum.",
                assumed=tonnes(assumed),
                first=first,
            )
        )
    whole = balance_of(rows, ALL)
    together = Message(
        "Both together, {area} ha, {balance}.",
        area=told_hectares(whole["area_ha"]),
        balance=on_balance(whole["net_tc"]),
    )
    return [*sentences, together]


def _closure(rows: Sequence[BalanceRow], ends: Mapping[str, str]) -> Text:
    """How the balance of all land closes with its stocks."""
    row = balance_of(rows, ALL)
    change = row["stock_after_tc"] - row["stock_before_tc"]
    values = {
        **ends,
        "before": tonnes(row["stock_before_tc"]),
        "after": tonnes(row["stock_after_tc"]),
        "change": _less_or_more(change),
        "net": _less_or_more(row["net_tc"]),
    }
    rest = row["pre_mining_tc"] + row["other_tc"]
    if not round(rest):
        return Message(
            "The carbon on all this land was {before} t C in {first} and is {after} t C in {last}: "
            "{change}, which is the balance.",
            **values,
        )
    return Message(
        "The carbon on all this land was {before} t C in {first} and is {after} t C in {last}: "
        "{change}, of which the balance is {net}; the rest, {rest}, is what the land did before it "
        "was mined, or became where it is neither mine nor sink.",
        rest=_less_or_more(rest),
        **values,
    )


def _less_or_more(amount: float) -> Text:
    """A change of a stock in words."""
    if amount < 0:
        return Message("{amount} t C less", amount=tonnes(-amount))
    return Message("{amount} t C more", amount=tonnes(amount))


def balance_sentences(
    ledger: Ledger, uncertainty: Uncertainty, rows: Sequence[BalanceRow]
) -> list[Text]:
    """What lies unseen, the balance by whose land it is, then by the areas of a sample."""
    return [
        *unseen_warnings(uncertainty, NET),
        *land_sentences(ledger, uncertainty, rows),
        *adjusted_sentences(uncertainty),
    ]


@dataclass(frozen=True)
class BalanceFigure:
    """The balance that leads, as tiles show it: in the sense of its label, never below 0.

    Attributes:
        label, dioxide_label: whose land lost or gained on balance, and as carbon dioxide.
        net: t C that were lost, or gained.
        low, high: its interval in the same sense; None without one.
    """

    label: Text
    dioxide_label: Text
    net: float
    low: float | None
    high: float | None

    @property
    def interval(self) -> Text:
        """The interval in words, for a tile."""
        if self.low is None or self.high is None:
            return ""
        most = tonnes(self.high)
        if self.low < 0:
            return Message(
                "up to {most}; or up to {other} the other way", most=most, other=tonnes(-self.low)
            )
        return Message("{least} to {most}", least=tonnes(self.low), most=most)


def balance_figure(ledger: Ledger, rows: Sequence[BalanceRow]) -> BalanceFigure | None:
    """The balance that leads, as tiles show it, with whose densities it has.

    Returns:
        None where the land that it is of is not counted.
    """
    lead = led_by(rows)
    if lead["land"] in ledger.uncounted:
        return None
    values = {"first": ledger.land.dates[0].label, "last": ledger.land.dates[-1].label}
    lost = lead["net_tc"] < 0
    if lead["land"] == TAKEN:
        label = Message("Gained on balance by {last} on land taken since {first}", **values)
        if lost:
            label = Message("Lost on balance by {last} on land taken since {first}", **values)
    else:
        label = Message("Gained on balance from {first} to {last} on mined land", **values)
        if lost:
            label = Message("Lost on balance from {first} to {last} on mined land", **values)
    dioxide = Message("{label}, as carbon dioxide", label=label)
    low, high = lead["net_low_tc"], lead["net_high_tc"]
    if lost and low is not None and high is not None:
        low, high = -high, -low
    return BalanceFigure(_with_densities(ledger, label), dioxide, abs(lead["net_tc"]), low, high)


def uncounted_label(ledger: Ledger) -> Text:
    """What a tile calls a balance that there is none of, with whose densities it would have."""
    return _with_densities(ledger, BALANCE_OF_LAND)


def _with_densities(ledger: Ledger, label: Text) -> Text:
    if not ledger.coefficients.caveat:
        return label
    return Message("{label} ({densities})", label=label, densities=ledger.coefficients.briefly)


def adjusted_sentences(uncertainty: Uncertainty) -> list[Text]:
    """The balance of all land by the areas that a sample estimates."""
    sentences: list[Text] = []
    for row in adjusted_rows(uncertainty, NET):
        period, balance = row["period"], on_balance(row["estimate"])
        if not knows_bounds(uncertainty, NET, period):
            sentences.append(
                Message(
                    "By the areas that the sample estimates, all of this land {balance} "
                    "({period}); its bounds are {unknown}.",
                    balance=balance,
                    period=period or Term("all periods"),
                    unknown=NOT_KNOWN,
                )
            )
            continue
        interval = uncertainty.leading(NET, period=period) or row
        values = {
            "balance": balance,
            "level": f"{uncertainty.wanted.level:g}",
            "bounds": between(interval["low"], interval["high"], tonnes),
        }
        told = Message(
            "By the areas that the samples estimate, all of this land {balance} in all periods, "
            "with {level} % {bounds}.",
            **values,
        )
        if period:
            told = Message(
                "{period}: by the areas that the sample estimates, all of this land {balance}, "
                "with {level} % {bounds}.",
                period=period,
                **values,
            )
        sentences.append(with_left_out(told, interval, uncertainty))
    sentences += unseen_sentences(uncertainty, NET)
    if sentences:
        sentences.append(
            Term(
                "Growth keeps the hectares of the map, as it has no conversion that a sample "
                "estimates. All else goes by the areas of the map, where it does not say otherwise."
            )
        )
    return sentences


def interval_sentence(ledger: Ledger, uncertainty: Uncertainty, row: BalanceRow) -> Text:
    """The interval of a row of BALANCE, or why there is none."""
    low, high = row["net_low_tc"], row["net_high_tc"]
    if (low is None or high is None) and ledger.coefficients.has_half_widths:
        return Term(
            "No uncertainty: the coefficients have no confidence intervals of some of their "
            "densities (columns u95_soil_pct, u95_vegetation_pct)."
        )
    if low is None or high is None:
        return Term(
            "No uncertainty: the coefficients have no confidence intervals (columns u95_soil_pct, "
            "u95_vegetation_pct)."
        )
    values = {"level": f"{uncertainty.wanted.level:g}", "bounds": between(low, high, tonnes)}
    if uncertainty.wanted.draws:
        return Message(
            "With {level} % the balance lies {bounds}, by {draws} random draws (approach 2 of "
            "IPCC); not drawn: {left_out}.",
            draws=f"{uncertainty.wanted.draws:,}",
            left_out=Listed(uncertainty.left_out or [Term("nothing")]),
            **values,
        )
    return Message(
        "With {level} % the balance lies {bounds}, by the propagation of errors (approach 1 of "
        "IPCC).",
        **values,
    )
