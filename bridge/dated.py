"""Algorithms on dated rasters: a pair of dates, or a series of any number."""

from __future__ import annotations

import os
from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingParameterBand,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ..core import dates
from ..core.dates import Period
from ..core.drafts import Drafts
from ..core.numbers import parse_nodata
from ..core.raster.area import METHODS
from ..core.results.audit import audit_rows, date_checks
from ..core.results.closure import Check, largest_difference, require_closure
from ..core.results.transfers import matrix_checks
from ..core.scan.count import count
from ..core.scan.census import Census
from ..core.scan.consumer import Consumer
from ..core.scan.series import Series, open_series
from ..core.scheme.classes import read_classes
from ..core.scheme.defaults import default_classes
from ..text import language, tr
from .algorithm import CarbonZonesAlgorithm, progress_of, tell
from .fields import AUDIT
from .layers import (
    Context,
    Feedback,
    Parameters,
    count_of,
    extent,
    missing_layer,
    raster_input,
    raster_layer,
    raster_layers,
    source_of,
    table,
    table_parameter,
)
from .loading import announce, groups_in
from .provenance import record_of
from .sinks import Outputs, Rows, table_sink, write_table

# The pass over the cells is nearly all of the work; the rest is for the tables.
SHARE_OF_PASS = 0.98


class DatedAlgorithm(CarbonZonesAlgorithm):
    """Parameters, inputs and the pass that algorithms on dated rasters share.

    Attributes:
        NEEDS_SCHEME: whether classes must be those of the scheme, with groups; where not,
            any values and names will do.
        names: per date, what the layer is called.
        years: per date, its year, or '' where there is none.
        sources: per date, the layer's file, or what else it comes from.
    """

    NEEDS_SCHEME = False

    names: list[str]
    years: list[str]
    sources: list[str]

    def add_shared_parameters(self) -> None:
        """CLASSES, AREA_METHOD, EXTENT and NODATA."""
        self.add(
            table_parameter("CLASSES", tr("Class table")),
            tr(
                "Table with the columns value and class, and if you like name, group (sink, built, "
                "mine, water, or your own) and colour (#rrggbb). Without it the classes come from "
                "the layers' attribute tables, category names or styles."
            ),
        )
        self.add(
            QgsProcessingParameterEnum(
                "AREA_METHOD",
                tr("Area of cells"),
                list(METHODS),
                defaultValue="auto",
                usesStaticStrings=True,
            ),
            tr(
                "planimetric: cell width x height in the linear unit of the reference system. "
                "ellipsoidal: true area on the system's own ellipsoid. auto: ellipsoidal in "
                "longitude and latitude, else planimetric, with a warning where the map's scale "
                "makes it wrong by more than 1 %."
            ),
        )
        self.add(
            QgsProcessingParameterExtent("EXTENT", tr("Extent"), optional=True),
            tr("Work on this part only; its edges move to the nearest edges of cells."),
        )
        self.add(
            QgsProcessingParameterString("NODATA", tr("Further no data values"), optional=True),
            tr("Values to leave out besides each layer's own no data value, such as 0 or 0,255."),
            advanced=True,
        )

    def layers(
        self, parameters: Parameters, context: Context
    ) -> list[tuple[str, QgsRasterLayer, int]]:
        """(parameter name, layer, band) per date."""
        raise NotImplementedError

    def base(self, parameters: Parameters, context: Context) -> int:
        """Which date gives the cells that the others are brought onto: the first."""
        return 0

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        nodata = parse_nodata(self.parameterAsString(parameters, "NODATA", context))
        dated = self.layers(parameters, context)
        self.names = [layer.name() for _, layer, _ in dated]
        self.sources = [source_of(layer) for _, layer, _ in dated]
        self._inputs = [raster_input(layer, name, band, nodata) for name, layer, band in dated]
        self._area_method = self.parameterAsEnumString(parameters, "AREA_METHOD", context)
        self._base = self.base(parameters, context)
        self._extent = extent(self, parameters, dated[self._base][1], context)
        self._classes = table(self, parameters, "CLASSES", context)
        self._record = record_of(self, parameters, context, self.names, self.years)
        self._groups = groups_in(context)

    def record(self, period: str = "") -> dict[str, str]:
        """What a file says of its making, text by name."""
        return {**self._record, "PERIOD": period} if period else self._record

    def span(self) -> str:
        """The period of the whole run, such as 1986-2018, or '' where there is none."""
        raise NotImplementedError

    def refuse_input(self, path: str) -> None:
        """Raises QgsProcessingException when an output would replace an input."""
        if os.path.realpath(path) in self.sources:
            raise QgsProcessingException(
                tr("'{path}' is an input of this run and cannot be its output").format(path=path)
            )

    def open(self, feedback: Feedback) -> Series:
        """The series with its classes; what there is to tell goes into the log."""
        entries = None if self._classes is None else read_classes(self._classes)
        scheme = default_classes(language()) if self.NEEDS_SCHEME else None
        series = open_series(
            self._inputs, self._area_method, entries, scheme, self._extent, self._base
        )
        tell(feedback, series.notices, series.warnings)
        return series

    def count(
        self,
        series: Series,
        periods: list[Period],
        consumers: Sequence[Consumer],
        feedback: Feedback,
    ) -> Census:
        """The pass, with progress; what it found out about the cells goes into the log."""
        whole = progress_of(feedback)
        found = count(series, periods, consumers, lambda part: whole(SHARE_OF_PASS * part))
        tell(feedback, found.notices, found.warnings)
        return found

    def add_audit_outputs(self) -> None:
        """AUDIT, and the numbers that say what counts and that the results close."""
        self.add(
            table_sink("AUDIT", tr("Audit"), optional=True),
            tr(
                "One row per date: how many cells of the grid are valid, nodata, beyond the "
                "layer's edge, or hold a value that nobody names."
            ),
        )
        self.add_numbers(
            {
                "TOTAL_AREA_HA": tr("Area that counts, ha"),
                "EXCLUDED_AREA_HA": tr("Area left out, ha"),
                "VALID_CELLS": tr("Cells valid at all dates"),
                "EXCLUDED_CELLS": tr("Cells left out"),
                "CLOSURE_CHECKS": tr("Closure checks, all of them met"),
                "CLOSURE_DIFFERENCE": tr("Largest difference in the closure checks"),
            }
        )
        roles = self.date_roles()
        self.add_numbers(
            {
                f"{role}_{kind}_CELLS": tr("{role}: {what}").format(role=role, what=what)
                for role in roles
                for kind, what in (
                    ("VALID", tr("cells that are valid")),
                    ("NODATA", tr("cells that are nodata")),
                    ("OUTSIDE", tr("cells beyond the layer's edge")),
                    ("UNLISTED", tr("cells with a value that nobody names")),
                )
            }
        )

    def date_roles(self) -> tuple[str, ...]:
        """The dates' parameter names, where they are always the same."""
        return ()

    def audit(
        self,
        series: Series,
        census: Census,
        checks: list[Check],
        drafts: Drafts,
        parameters: Parameters,
        context: Context,
    ) -> Outputs:
        """The outputs that add_audit_outputs declares.

        Raises:
            DataError: a check is not met.
        """
        require_closure(checks)
        rows: Rows = audit_rows(series, census, list(zip(self.years, self.names)))
        numbers = {
            f"{role}_{kind}_CELLS": row[f"{kind.lower()}_cells"]
            for role, row in zip(self.date_roles(), rows)
            for kind in ("VALID", "NODATA", "OUTSIDE", "UNLISTED")
        }
        return {
            **write_table(self, parameters, "AUDIT", context, drafts, AUDIT, rows),
            **numbers,
            "TOTAL_AREA_HA": census.total_hectares,
            "EXCLUDED_AREA_HA": census.excluded_hectares,
            "VALID_CELLS": census.valid_cells,
            "EXCLUDED_CELLS": census.excluded_cells,
            "CLOSURE_CHECKS": len(checks),
            "CLOSURE_DIFFERENCE": largest_difference(checks),
        }

    def compute(self, parameters: Parameters, context: Context, feedback: Feedback) -> Outputs:
        with Drafts() as drafts:
            results = self.compute_with(drafts, parameters, context, feedback)
            drafts.finish()
        announce(self, parameters, results, context, self.span(), self._record, self._groups)
        feedback.setProgress(100)
        return results

    def compute_with(
        self, drafts: Drafts, parameters: Parameters, context: Context, feedback: Feedback
    ) -> Outputs:
        """The work; files are written through drafts, which finishes or removes them all."""
        raise NotImplementedError


class PairAlgorithm(DatedAlgorithm):
    """An algorithm on an earlier and a later raster."""

    def add_pair_parameters(self) -> None:
        """Layers, bands, and what all dated algorithms have."""
        self.add(
            QgsProcessingParameterRasterLayer("EARLIER", tr("Earlier land use")),
            tr("Land-use raster of the earlier date."),
        )
        self.add(
            QgsProcessingParameterRasterLayer("LATER", tr("Later land use")),
            tr("Land-use raster of the later date."),
        )
        self.add(
            QgsProcessingParameterBand(
                "EARLIER_BAND", tr("Band of the earlier date"), 1, "EARLIER"
            ),
            tr("The band that holds the classes."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBand("LATER_BAND", tr("Band of the later date"), 1, "LATER"),
            tr("The band that holds the classes."),
            advanced=True,
        )
        self.add_shared_parameters()
        self.add(
            QgsProcessingParameterEnum(
                "GRID",
                tr("Cells of which date"),
                ["earlier", "later"],
                defaultValue="earlier",
                usesStaticStrings=True,
            ),
            tr(
                "Whose cells the other date is brought onto, by nearest neighbour, where they "
                "differ. The log says what was done."
            ),
            advanced=True,
        )

    def checkParameterValues(self, parameters: Parameters, context: Context) -> tuple[bool, str]:
        try:
            layers = [
                raster_layer(self, parameters, name, context) for name in ("EARLIER", "LATER")
            ]
        except QgsProcessingException as error:
            return False, str(error)
        bands = [
            self.parameterAsInt(parameters, name, context)
            for name in ("EARLIER_BAND", "LATER_BAND")
        ]
        if bands[0] == bands[1]:
            earlier, later = (source_of(layer) for layer in layers)
            if earlier == later:
                return False, tr(
                    "EARLIER and LATER are the same layer, '{layer}', and the same band"
                ).format(layer=layers[0].name())
        return super().checkParameterValues(parameters, context)

    def layers(
        self, parameters: Parameters, context: Context
    ) -> list[tuple[str, QgsRasterLayer, int]]:
        layers = [raster_layer(self, parameters, name, context) for name in ("EARLIER", "LATER")]
        self.years = [dates.year_in(layer.name()) for layer in layers]
        bands = [
            self.parameterAsInt(parameters, name, context)
            for name in ("EARLIER_BAND", "LATER_BAND")
        ]
        return list(zip(("EARLIER", "LATER"), layers, bands))

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        super().read(parameters, context, feedback)
        if all(self.years) and self.years[0] > self.years[1]:
            feedback.pushWarning(
                tr("By their names, EARLIER is of {0} and LATER of {1}: are they swapped?").format(
                    *self.years
                )
            )

    def date_roles(self) -> tuple[str, ...]:
        return ("EARLIER", "LATER")

    def span(self) -> str:
        return self.period

    def pair_audit(
        self,
        series: Series,
        census: Census,
        own_checks: list[Check],
        drafts: Drafts,
        parameters: Parameters,
        context: Context,
    ) -> Outputs:
        """The audit outputs of a pair: its own checks besides those of every pair."""
        dated = list(zip(self.years, self.names))
        checks = [
            *date_checks(dated, census.dates, series.window.cells),
            *matrix_checks(census.cube, dated, census.dates),
            *own_checks,
        ]
        return self.audit(series, census, checks, drafts, parameters, context)

    def base(self, parameters: Parameters, context: Context) -> int:
        return ("earlier", "later").index(self.parameterAsEnumString(parameters, "GRID", context))

    @property
    def period(self) -> str:
        """The name of the period, such as 1986-2000."""
        return dates.pair_period(*self.names)


class SeriesAlgorithm(DatedAlgorithm):
    """An algorithm on any number of dated rasters, LEAST_LAYERS at least."""

    LEAST_LAYERS = 1

    def add_series_parameters(self, layers_help: str, years_help: str) -> None:
        """LAYERS, YEARS, and what all dated algorithms have."""
        layers = QgsProcessingParameterMultipleLayers(
            "LAYERS", tr("Layers, earliest first"), Qgis.ProcessingSourceType.Raster
        )
        layers.setMinimumNumberInputs(self.LEAST_LAYERS)
        self.add(layers, layers_help)
        self.add(QgsProcessingParameterString("YEARS", tr("Years"), optional=True), years_help)
        self.add_shared_parameters()

    def layers(
        self, parameters: Parameters, context: Context
    ) -> list[tuple[str, QgsRasterLayer, int]]:
        layers = raster_layers(self, parameters, "LAYERS", context)
        sources = [source_of(layer) for layer in layers]
        for place, source in enumerate(sources):
            if source in sources[:place]:
                raise QgsProcessingException(
                    tr("LAYERS: '{layer}' is given twice").format(layer=layers[place].name())
                )
        years = self.years_of(
            self.parameterAsString(parameters, "YEARS", context) or "",
            [layer.name() for layer in layers],
        )
        order = dates.order_by_year(years)
        self.years = [years[place] for place in order]
        self._sorted = order != sorted(order)
        return [("LAYERS", layers[place], 1) for place in order]

    def span(self) -> str:
        return dates.span_of(self.years)

    def years_of(self, text: str, names: list[str]) -> list[str]:
        """The years of the layers, from the text of YEARS and their names; '' for none."""
        raise NotImplementedError

    def read(self, parameters: Parameters, context: Context, feedback: Feedback) -> None:
        super().read(parameters, context, feedback)
        if self._sorted:
            feedback.pushWarning(tr("The layers are not in the order of their years; sorted."))

    def checkParameterValues(self, parameters: Parameters, context: Context) -> tuple[bool, str]:
        given = count_of(self, parameters, "LAYERS", context)
        if given < self.LEAST_LAYERS:
            return False, tr("LAYERS: {given} given, at least {least} needed").format(
                given=given, least=self.LEAST_LAYERS
            )
        missing = missing_layer(self, parameters, "LAYERS", context)
        return (False, missing) if missing else super().checkParameterValues(parameters, context)
