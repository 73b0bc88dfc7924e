"""Maps of the land, framed on what is mined where that is little."""

from __future__ import annotations

import numpy as np

from ..base.messages import GoingOn
from ..report.maps import Focus, LandMaps
from ..scan.series import Series
from ..scan.thumbnail import HistoryThumbnail
from ..scheme.disturbing_classes import DisturbingClasses
from .states import Use, uses_of


def mined_maps(
    series: Series,
    history: HistoryThumbnail,
    disturbing: DisturbingClasses | None,
    focus: Focus = Focus.AUTO,
    going_on: GoingOn = lambda: True,
) -> LandMaps:
    """Maps of the land that are framed on what is mined at any date, where there is any.

    What the frame holds is read once more where the land is too large to be seen in it.

    Raises:
        DataError, Cancelled: as scan does.
    """
    classes = list(series.classes)
    is_mined = np.zeros(len(classes), np.bool_)
    if disturbing is not None:
        is_mined = uses_of(classes, disturbing) == Use.MINE
    maps = LandMaps(series, history, is_mined, focus)
    maps.look_closer(lambda part: going_on())
    return maps
