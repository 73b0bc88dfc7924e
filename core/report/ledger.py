"""The page of the carbon ledger: its results as the sections of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..drafts import Drafts
from ..messages import Message, Term, Text, Translate
from ..provenance import Provenance
from ..results.ledger_flows import NET
from ..results.ledger_results import LedgerResults
from .balance import RULES, tonnes
from .dated import dated_page
from .page import require_packages, write_page
from .parts import Headline, Page
from .provenance import InputFile
from .sections.audit import audit_section
from .sections.balance import balance_section
from .sections.carbon_flows import flow_section
from .sections.carbon_stocks import stock_section
from .sections.carbon_terms import term_section
from .sections.closure import closure_section
from .sections.net_map import net_map_section
from .sections.recovery import recovery_section
from .sections.sources import source_section
from .sections.uncertainty import uncertainty_section

SECTIONS = (
    balance_section,
    uncertainty_section,
    stock_section,
    flow_section,
    net_map_section,
    recovery_section,
    term_section,
)


def write_ledger_page(
    path: str | Path,
    drafts: Drafts,
    results: LedgerResults,
    provenance: Provenance,
    files: Sequence[InputFile | None],
    tr: Translate,
) -> None:
    """Write the page of a carbon ledger.

    Args:
        files: per date, the file behind its layer.

    Raises:
        DataError: a package is missing, or the file cannot be written.
    """
    require_packages("REPORT")
    write_page(path, drafts, ledger_page(results, provenance, files), tr)


def ledger_page(
    results: LedgerResults, provenance: Provenance, files: Sequence[InputFile | None]
) -> Page:
    """The page of a carbon ledger."""
    return dated_page(
        Term("Mine carbon ledger"),
        results,
        provenance,
        _headlines(results),
        [
            *(section(results) for section in SECTIONS),
            closure_section(results),
            audit_section(results),
            source_section(results, provenance, files, _choices(results)),
        ],
    )


def _choices(results: LedgerResults) -> list[tuple[Text, object]]:
    """What the numbers depend on besides layers and tables."""
    ledger, wanted = results.ledger, results.uncertainty.wanted
    return [
        (Term("Groups that take land"), ledger.land.taking.quoted),
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
