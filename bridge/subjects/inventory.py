"""What a greenhouse gas inventory takes besides the rest: categories, and densities of all land."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ...core.base.messages import Notes
from ...core.inventory.categories import read_categories
from ...core.inventory.inventory import Inventory
from ...core.scan.census import CombinationTable
from ...core.scan.series import Series
from ...core.scheme.coefficients import Coefficients, read_coefficients
from ...core.scheme.defaults import default_table
from ...core.scheme.paper_densities import note_paper, paper_caveat
from ...text import tr
from ..algorithm import CarbonZonesAlgorithm
from ..dated import DatedInputs
from ..run import Run
from ..scheme import coefficients_by_place, place_densities, table_of
from ..tables import table_parameter
from ..values import number_parameter

TRANSITION_YEARS, LONGEST = 20, 100


def add_inventory_parameters(algorithm: CarbonZonesAlgorithm) -> None:
    """CATEGORIES and TRANSITION_YEARS."""
    algorithm.add(
        table_parameter("CATEGORIES", tr("Categories of the inventory")),
        tr(
            "Table with the columns class (a class key or name, or @group), category (forest_land, "
            "cropland, grassland, wetlands, settlements, other_land) and managed (yes or no, of "
            "forest land, grassland and wetlands). A row takes the place of the shipped one on the "
            "same class or group; Export scheme tables writes those, for the classes of all "
            "products. Mined land is other land unless a row @mine says settlements."
        ),
    )
    algorithm.add(
        number_parameter(
            "TRANSITION_YEARS", tr("Years of transition"), TRANSITION_YEARS, 1, LONGEST
        ),
        tr(
            "So many years land stays converted after its conversion, and its mineral soil "
            "changes: IPCC takes 20."
        ),
        advanced=True,
    )


def inventory_reader(
    run: Run, inputs: DatedInputs, series: Series
) -> Callable[[CombinationTable], Inventory]:
    """Gives the inventory of what the pass will count; its tables are read before it.

    Raises:
        DataError: a table cannot be right.
    """
    given, shipped = table_of(inputs.tables, "CATEGORIES"), default_table("categories.csv")
    rows = read_categories(given, series.classes)
    own = {} if given.is_default else rows
    return partial(
        Inventory,
        dates=inputs.dates,
        classes=series.classes,
        categories={**read_categories(shipped, series.classes), **own},
        own=own,
        coefficients=_coefficients(run, inputs, series),
        transition=run.whole("TRANSITION_YEARS"),
        going_on=run.going_on,
    )


def _coefficients(run: Run, inputs: DatedInputs, series: Series) -> Coefficients:
    """The densities of all classes that have some, taken by mining or not; whose goes into the log.

    Raises:
        DataError: the table cannot be right, or DENSITIES is place and that is not known.
    """
    place = place_densities(run, series, "COEFFICIENTS")
    if place is not None:
        return coefficients_by_place(run, series, place)
    table, notes = table_of(inputs.tables, "COEFFICIENTS"), Notes()
    coefficients = read_coefficients(table, series.classes, notes)
    if table.is_default:
        caveat = paper_caveat(series.centre)
        note_paper(notes, caveat)
        coefficients = replace(coefficients, caveat=caveat)
    run.log(notes)
    return coefficients
