"""What an algorithm on trajectories reads besides the rest: rules on the suspicious ones."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import Qgis, QgsProcessingParameterNumber

from ...core.base.messages import Notes
from ...core.scan.series import Series
from ...core.scheme.suspects import SuspectRules, dates_before, read_suspects, require_some
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dated import DatedAlgorithm, DatedInputs
from ..destinations import is_asked
from ..given import Given
from ..run import Run
from ..scheme import table_of
from ..tables import table_parameter

FIRST_YEAR, LAST_YEAR = 1, 9999


@dataclass(frozen=True)
class SuspectInputs(DatedInputs):
    """What a run on dated rasters works with, and how many dates lie before the mine opened.

    None where OPENING_YEAR is not given.
    """

    dates_before: int | None


class SuspectReader(DatedAlgorithm):
    """An algorithm that can look for suspicious trajectories; named before SeriesAlgorithm.

    Attributes:
        ON_SUSPECTS: its parameters, outputs too, that make no sense without classes with groups.
    """

    USES_SCHEME = True
    NEEDS_ALL_NAMED = True
    ON_SUSPECTS = ("SUSPECT_RULES", "OPENING_YEAR", "SUSPECTS", "SUSPECT_MAP")

    def needs_scheme(self, given: Given) -> bool:
        return any(is_asked(given, name) for name in self.ON_SUSPECTS)

    def read(self, given: Given) -> SuspectInputs:
        inputs = super().read(given)
        before = None
        if given.has("OPENING_YEAR"):
            before = dates_before(given.whole("OPENING_YEAR"), inputs.dates)
        return SuspectInputs(**vars(inputs), dates_before=before)

    def suspect_rules(self, run: Run, inputs: SuspectInputs, series: Series) -> SuspectRules | None:
        """The checked rules; what was left out goes into the log.

        Returns:
            None where nothing of what needs them was asked for and no class of the run is one that
            the default rules name.

        Raises:
            DataError: the table cannot be right, or has no rule on the classes of the run.
        """
        given, notes = table_of(inputs.tables, "SUSPECT_RULES"), Notes()
        rules = read_suspects(given, series.classes, len(inputs.dates), inputs.dates_before, notes)
        if self.needs_scheme(run):
            require_some(given, rules, series.named_classes)
        elif not rules.are_met_by(series.named_classes):
            run.inform(
                tr(
                    "SUSPECT_HA is not counted: no class of the layers is one that the default "
                    "rules on suspicious trajectories name, or is in one of their groups."
                )
            )
            return None
        run.log(notes)
        return rules


def add_suspect_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """SUSPECT_RULES and OPENING_YEAR."""
    algorithm.add(
        table_parameter("SUSPECT_RULES", tr("Rules on suspicious trajectories")),
        tr(
            "Table with the columns from, via, to, kind and why: which classes land can hardly "
            "have, or cannot have, one after another. from, via and to take a class key or name, * "
            "for any class, or @group; to also takes = for the class of from. With via, three "
            "dates that follow each other, else two. Without from, land that is so before "
            "OPENING_YEAR. Without the table the default rules, which Export scheme tables writes."
        ),
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            "OPENING_YEAR",
            tr("Year in which the mine opened"),
            Qgis.ProcessingNumberParameterType.Integer,
            None,
            True,
            FIRST_YEAR,
            LAST_YEAR,
        ),
        tr("Land that is mined at a date before this year is impossible. Needs layers with years."),
    )
