"""The first sheet of a study's workbook: the key figures, the net balance, and two charts."""

from __future__ import annotations

from collections.abc import Sequence

from ..base.messages import Term, Text, Translate
from ..ledger.balance import balance_tables, land_table
from ..ledger.balance_words import balance_sentences
from ..report.parts import Row, Section, ShownColumn, ShownTable, crossed, known
from ..report.results_page import subtitle_of
from ..report.section_sheet import TITLE, SectionSheet, TableChart
from ..scheme.rules import zone_colour
from ..xlsx.worksheet import Sheet
from .page import key_figures
from .study import Study

# More classes, or zones, are told by the sheets that have them alone.
MOST_BARS = 40
AREAS, ZONES = "summary-areas", "summary-zones"


def summary_sheet(name: str, title: Text, study: Study, tr: Translate) -> Sheet:
    """What a reader wants first."""
    sheet = SectionSheet(tr)
    sheet.wide(title, TITLE)
    sheet.wide(subtitle_of(study))
    sheet.section(_figure_section(study))
    by_class = zip(*study.areas_by_date)
    areas = [(rows[0]["class"], [row["area_ha"] for row in rows]) for rows in by_class]
    column = known("class", colours=study.classes.colours_by_name())
    tables = [
        crossed(AREAS, Term("Class areas, ha"), column, study.labels, areas),
        _zone_table(study),
    ]
    has_charts = all(len(table.raw) <= MOST_BARS for table in tables)
    if has_charts:
        sheet.gap()
        sheet.charts(
            TableChart(Term("Class areas, ha"), AREAS, Term("ha")),
            TableChart(Term("Zone shares"), ZONES, Term("%"), lying=True, most=100.0),
        )
    balance = _balance_section(study)
    if balance is not None:
        sheet.section(balance)
    if has_charts:
        sheet.section(Section("charts", Term("What the charts show"), tables=tables))
    return sheet.sheet(name)


def _figure_section(study: Study) -> Section:
    rows: list[Row] = [
        {"figure": label, "number": value, "unit": Term(figure.unit)}
        for figure in key_figures(study)
        for label, value in zip(figure.labels, figure.values)
    ]
    columns = [
        ShownColumn(Term("Key figure"), "figure"),
        ShownColumn(Term("Number"), "number", 2),
        ShownColumn(Term("Unit of measurement"), "unit"),
    ]
    return Section(
        "figures", Term("Key figures"), tables=[ShownTable("figures", "", columns, rows)]
    )


def _balance_section(study: Study) -> Section | None:
    """The net balance of mined land, and what to know of it; None where there is none."""
    ledger, uncertainty = study.ledger, study.uncertainty
    if not ledger or uncertainty is None:
        return None
    caveat = study.coefficients.caveat
    return Section(
        "balance",
        Term("Carbon balance of mined land"),
        balance_sentences(ledger, uncertainty, study.balance),
        warnings=[caveat] if caveat else [],
        tables=[land_table(study.balance), balance_tables(ledger)[0]],
    )


def _zone_table(study: Study) -> ShownTable:
    periods = [period.name for period in study.cube.periods]
    zones = study.rules.zones
    shares: dict[tuple[int, str], float | None] = {
        (row["zone"], row["period"]): row["share_pct"] for row in study.zones
    }
    rows: Sequence[tuple[str, list[float | None]]] = [
        (zone.name, [shares[zone.value, period] for period in periods]) for zone in zones
    ]
    column = known("zone_name", colours={zone.name: zone_colour(zone) for zone in zones})
    caption = Term("Zone shares, % of the area analysed")
    return crossed(ZONES, caption, column, periods, rows)
