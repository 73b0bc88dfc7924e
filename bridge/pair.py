"""Algorithms on an earlier and a later raster."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessingParameterBand, QgsProcessingParameterRasterLayer

from ..core.base.dates import Date, pair_period, year_in, years_in
from ..text import tr
from .dated import DatedAlgorithm
from .dialog.choices import choice_parameter
from .dialog.widgets import shown_by
from .layers import DatedLayer, full_name, names_apart, raster_layer, source_of
from .presets import ByYear
from .run_parameters import RunParameters

EARLIER, LATER = "EARLIER", "LATER"


class PairAlgorithm(DatedAlgorithm):
    """An algorithm on two dates."""

    ROLES = (EARLIER, LATER)

    def add_pair_parameters(self) -> None:
        """Layers, bands, and what all dated algorithms have."""
        for name, description, help_text in (
            (EARLIER, tr("Earlier land use"), tr("Land-use raster of the earlier date.")),
            (LATER, tr("Later land use"), tr("Land-use raster of the later date.")),
        ):
            layer = QgsProcessingParameterRasterLayer(name, description)
            layer.setMetadata(shown_by(ByYear, is_later=name == LATER))
            self.add(layer, help_text)
        for name, description in (
            (EARLIER, tr("Band of the earlier date")),
            (LATER, tr("Band of the later date")),
        ):
            band = QgsProcessingParameterBand(f"{name}_BAND", description, 1, name)
            self.add(band, tr("The band that holds the classes."), advanced=True)
        self.add_shared_parameters()
        self.add(
            choice_parameter(
                "GRID",
                tr("Cells of which date"),
                {"earlier": tr("Of the earlier date"), "later": tr("Of the later date")},
                "earlier",
            ),
            tr(
                "Whose cells (earlier or later) the other date is brought onto, by nearest "
                "neighbour, where they differ. The log says what was done."
            ),
            advanced=True,
        )

    def refusal(self, parameters: RunParameters) -> str:
        earlier, later = _pair(parameters)
        if earlier.band == later.band and source_of(earlier.layer) == source_of(later.layer):
            return tr("EARLIER and LATER are the same layer, '{layer}', and the same band").format(
                layer=earlier.layer.name()
            )
        return super().refusal(parameters)

    def layers(self, parameters: RunParameters) -> list[DatedLayer]:
        earlier, later = _pair(parameters)
        for dated in (earlier, later):
            years = years_in(full_name(dated.layer))
            if len(years) > 1:
                parameters.warn(
                    tr(
                        "The name of the layer '{layer}' has several numbers that may be its year "
                        "({years}): none is taken, and the period is named after the layers."
                    ).format(layer=dated.date.layer, years=", ".join(years))
                )
        if earlier.date.year and later.date.year and earlier.date.year > later.date.year:
            parameters.warn(
                tr("By their names, EARLIER is of {0} and LATER of {1}: are they swapped?").format(
                    earlier.date.year, later.date.year
                )
            )
        return [earlier, later]

    def base(self, parameters: RunParameters) -> int:
        return ("earlier", "later").index(parameters.choice("GRID"))

    def span(self, dates: Sequence[Date]) -> str:
        return pair_period(*dates).name


def _pair(parameters: RunParameters) -> list[DatedLayer]:
    """The two layers as they were given."""
    layers = [raster_layer(parameters, role) for role in (EARLIER, LATER)]
    return [
        DatedLayer(
            role, layer, parameters.whole(f"{role}_BAND"), Date(year_in(full_name(layer)), name)
        )
        for role, layer, name in zip((EARLIER, LATER), layers, names_apart(layers))
    ]
