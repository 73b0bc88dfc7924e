"""Maps of the land, framed on what is mined where that is little."""

from __future__ import annotations

import numpy as np

from ..report.maps import LandMaps
from ..scan.series import Series
from ..scan.thumbnail import HistoryThumbnail
from ..scheme.disturbing_classes import DisturbingClasses
from .states import Use, uses_of


def mined_maps(
    series: Series, history: HistoryThumbnail, disturbing: DisturbingClasses | None
) -> LandMaps:
    """Maps of the land that are framed on what is mined at any date.

    Args:
        disturbing: the groups that are mined land; None where none is.
    """
    classes = list(series.classes)
    is_mined = np.zeros(len(classes), np.bool_)
    if disturbing is not None:
        is_mined = uses_of(classes, disturbing) == Use.MINE
    return LandMaps(series, history, is_mined)
