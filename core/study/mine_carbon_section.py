"""The section of a study on the carbon of mined land: stocks, taken and regained, and their net."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..ledger.balance import (
    balance_chart,
    balance_sentences,
    balance_tables,
    stock_chart,
    stock_table,
)
from ..report.parts import Section
from .study import Study


def carbon_section(study: Study) -> Section | None:
    """The carbon ledger of a study, in short; None where nothing is mined."""
    section = Section("mine-carbon", Term("Carbon balance of mined land"))
    if study.why_no_ledger:
        section.sentences = [
            Message("There is no carbon balance of mined land: {why}.", why=study.why_no_ledger)
        ]
        return section
    ledger, uncertainty = study.ledger, study.uncertainty
    if ledger is None or uncertainty is None:
        return None
    section.sentences = [
        *balance_sentences(ledger, uncertainty),
        *ledger.assumptions.notices,
        *ledger.land.disturbing.mined_words,
    ]
    if uncertainty.rows:
        section.sentences.append(
            Term(
                "The interval is that of the coefficients alone: areas are taken as certain, and "
                "so are curves, loss fractions and ages."
            )
        )
    section.sentences.append(
        Term(
            "Mine carbon ledger follows the same land with its flows by class, errors of areas and "
            "random draws, and has its tables and a map."
        )
    )
    section.warnings = list(ledger.assumptions.warnings)
    section.charts = [balance_chart(ledger), stock_chart(ledger)]
    section.tables = [*balance_tables(ledger), stock_table(ledger)]
    return section
