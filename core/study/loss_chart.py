"""The chart of the carbon that was lost, by period and sink class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from ..base.messages import Message, Term, Text
from ..report.charts import by_years
from ..report.figures import Bars, Draw, stacked_bars
from ..report.parts import Chart, width_for
from ..report.rounding import rounded
from ..results.losses import Summed
from .study import Study


def loss_chart(
    study: Study,
    sums: Mapping[str, dict[str, dict[Summed, float]]],
    totals: Mapping[str, dict[Summed, float]],
    colours: Mapping[str, str],
) -> Chart:
    """Bars by period, the span apart from the others: per year where there are years, and in all.

    Args:
        sums: by sink class and period.
        totals: by period.
    """
    periods, years = [period.name for period in study.cube.periods], study.years

    def draw(title: Text, parts: Sequence[int]) -> Draw:
        series = [
            Bars(
                sink,
                colours[sink],
                [own[p]["total_loss_tc"] / part for p, part in zip(periods, parts)],
                [_hover(sink, p, own[p], n) for p, n in zip(periods, years)],
            )
            for sink, own in sums.items()
        ]
        tops = [rounded(totals[p]["total_loss_tc"] / part, 0) for p, part in zip(periods, parts)]
        return partial(stacked_bars, periods, series, title, tops=tops, span_last=len(periods) > 1)

    return Chart(
        "carbon",
        Term("Carbon lost by period"),
        by_years(years, Term("Carbon lost, t C per year"), Term("Carbon lost, t C"), draw),
        [(sink, colours[sink]) for sink in sums],
        least_width=width_for(len(periods)),
    )


def _hover(
    sink: str, period: str, sums: Mapping[Summed, float], years: int | None
) -> tuple[Text, ...]:
    yearly: list[Text] = []
    if years:
        amount = rounded(sums["total_loss_tc"] / years, 1)
        yearly = [Message("{amount} t C per year", amount=amount)]
    return (
        f"{sink}, {period}",
        f"{rounded(sums['total_loss_tc'], 1)} t C",
        f"{rounded(sums['total_loss_tco2'], 1)} t CO\u2082",
        f"{rounded(sums['area_ha'], 1)} ha",
        *yearly,
    )
