"""The section on what the landscape is like at each date."""

from __future__ import annotations

from ..base.messages import Term
from ..report.parts import Section, ShownTable, known
from .analysis import ChangeAnalysis

COLUMNS = ("land_use_degree", "entropy", "evenness", "dominance", "classes")


def index_section(analysis: ChangeAnalysis) -> Section:
    """Land-use degree and diversity by date."""
    return Section(
        "indices",
        Term("How the land is used, and how diverse it is"),
        [
            Term(
                "The land-use degree (Zhuang and Liu 1997) is 100 times the mean grade of the "
                "land, from 100, all unused, to 400, all built up. Entropy is Shannon's, with "
                "natural logarithms; evenness is it in parts of the largest that it could be, and "
                "dominance what it lacks of that."
            )
        ],
        tables=[
            ShownTable(
                "indices",
                Term("Indices by date"),
                [known(name) for name in ("year", "layer", *COLUMNS)],
                analysis.indices,
            )
        ],
    )
