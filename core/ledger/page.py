"""The page of the carbon ledger: its results as the sections of a page."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Message, Term, Text
from ..base.provenance import Provenance
from ..report.dated import dated_page
from ..report.parts import Headline, Page
from ..report.proof import proof_sections
from ..report.provenance import InputFile
from .balance import RULES, tonnes
from .balance_section import balance_section
from .flow_section import flow_section
from .flows import NET
from .net_map_section import net_map_section
from .recovery_section import recovery_section
from .results import LedgerResults
from .stock_section import stock_section
from .term_section import term_section
from .uncertainty_section import uncertainty_section

# Of land that is mined at some date.
SECTIONS = (
    uncertainty_section,
    stock_section,
    flow_section,
    net_map_section,
    recovery_section,
    term_section,
)


def ledger_page(
    results: LedgerResults, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """The page of a carbon ledger.

    Args:
        files: per date, the file behind its layer.
    """
    return dated_page(
        Term("Mine carbon ledger"),
        results,
        provenance,
        _headlines(results),
        [
            balance_section(results),
            *(section(results) for section in SECTIONS if results.ledger.hectares.size),
            *proof_sections(results, provenance, files, _choices(results)),
        ],
    )


def _choices(results: LedgerResults) -> list[tuple[Text, object]]:
    """What the numbers depend on besides layers and tables."""
    ledger, wanted = results.ledger, results.uncertainty.wanted
    return [
        (Term("Groups that take land"), ledger.land.disturbing.quoted),
        (Term("Age of reclaimed land"), RULES[ledger.rule]),
        (Term("Level of intervals"), f"{wanted.level:g} %"),
        (
            Term("Random draws"),
            Message("{draws}, of seed {seed}", draws=f"{wanted.draws:,}", seed=wanted.seed),
        ),
    ]


def _headlines(results: LedgerResults) -> list[Headline]:
    """The numbers that a reader looks for first."""
    numbers = results.ledger.numbers
    headlines: list[Headline] = [
        (Term("Lost"), tonnes(numbers["LOSS_TC"]), "t C"),
        (Term("Regained"), tonnes(numbers["REGAINED_TC"]), "t C"),
        (Term("Net: regained less lost"), tonnes(numbers["NET_TC"]), "t C"),
        (Term("The same as carbon dioxide"), tonnes(numbers["NET_TCO2"]), "t CO\u2082"),
    ]
    row = results.uncertainty.best(NET)
    if row is not None:
        what = Message(
            "Half of the {level} % interval", level=f"{results.uncertainty.wanted.level:g}"
        )
        headlines.append((what, f"\u00b1 {tonnes(row['half_width'])}", "t C"))
    return headlines
