"""The section on the balance of a carbon ledger: what was lost and regained, how sure that is."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..report.parts import Section
from ..report.rounding import rounded
from .balance import balance_chart, balance_sentences, balance_tables
from .results import LedgerResults


def balance_section(results: LedgerResults) -> Section:
    """The balance in words, then by period and per year."""
    ledger = results.ledger
    title = Term("The carbon balance")
    if not ledger.hectares.size:
        return Section("balance", title, [Term("No land is mined at any date.")])
    sentences = [
        *balance_sentences(ledger, results.uncertainty),
        Message(
            "It is the balance of the {area} ha that are mined at some date. Loss is what sinks "
            "held when they were mined; gain what such land holds when it is a sink again, "
            "growth what it gains while it stays one. What the mine burns, and what leaves the "
            "coal, is not in it.",
            area=rounded(float(ledger.hectares.sum()), 2),
        ),
        *ledger.land.disturbing.mined_words,
    ]
    tables = balance_tables(ledger)
    return Section("balance", title, sentences, charts=[balance_chart(ledger)], tables=tables)
