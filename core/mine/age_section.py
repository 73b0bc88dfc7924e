"""The section on how long reclaimed land has been so."""

from __future__ import annotations

from ..base.messages import Message, Term
from ..report.charts import stacked_chart
from ..report.figures import area_bars
from ..report.parts import Section, crossed, known, listed
from ..report.rounding import hectares
from .reclamation import Reclamation

MOST_ROWS = 40


def age_section(reclamation: Reclamation) -> Section:
    """Ages of the land that is reclaimed at the last date, by interval and class."""
    title = Term("Ages of reclaimed land")
    if not reclamation.has_ages:
        return Section("mine-ages", title, [Term("Ages need layers with years.")])
    year = reclamation.land.dates[-1].label
    rows = [row for row in reclamation.ages if row["year"] == year]
    if not rows:
        return Section("mine-ages", title, [Message("No land is reclaimed in {year}.", year=year)])
    areas: dict[tuple[str, int], float] = {}
    for row in rows:
        key = row["class"], row["age_min"]
        areas[key] = areas.get(key, 0.0) + row["area_ha"]
    # The intervals lie one after the other, so that the least age tells them apart.
    intervals = dict(sorted((row["age_min"], row["age_max"]) for row in rows))
    labels = [f"{least}\N{EN DASH}{most}" for least, most in intervals.items()]
    classes = [c.name for c in reclamation.land.classes if any(n == c.name for n, _ in areas)]
    by_class = {name: [areas.get((name, least), 0.0) for least in intervals] for name in classes}
    colours = reclamation.land.classes.colours_by_name()
    ages = [Message("{age} years", age=label) for label in labels]
    return Section(
        "mine-ages",
        title,
        [
            Term(
                "Land was reclaimed some time between the date that first shows it and the date "
                "before, so an age is an interval. A change from one sink to another does not make "
                "land younger."
            )
        ],
        charts=[
            stacked_chart(
                "mine-ages",
                Message("Reclaimed land in {year} by age in years, ha", year=year),
                labels,
                [area_bars(name, colours[name], ages, values) for name, values in by_class.items()],
                Term("Reclaimed land, ha"),
                tops=[hectares(sum(column), 0) for column in zip(*by_class.values())],
            )
        ],
        tables=[
            crossed(
                "mine-ages",
                Message("Reclaimed land in {year} by class and age in years, ha", year=year),
                known("class", colours=colours),
                labels,
                list(by_class.items()),
            ),
            listed(
                "mine-ages-full",
                Message("Reclaimed land in {year} by age, class and class before", year=year),
                [
                    *map(known, ("age_min", "age_mid", "age_max")),
                    known("class", colours=colours),
                    known("source_class", colours=colours),
                    known("area_ha"),
                ],
                rows,
                MOST_ROWS,
                "AGES",
                folded=True,
            ),
        ],
    )
