"""What a sample cannot rule out: land that was taken where none of its points shows any.

Where none of n points of a stratum is of a kind, up to 3 / n of it may be, with 95 % (the rule of
three: Hanley and Lippman-Hand 1983, JAMA 249:1743-1745). An interval of the normal distribution has
nothing of that land, as points that are all alike have no variance.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..base.dates import Period
from ..scheme.area_errors import SampledAreas, SampledStratum
from ..scheme.coefficients import Coefficients
from ..scheme.disturbance_types import DisturbingClasses

# -ln(0.05): of so many expected points one at least is seen, with 95 %.
RULE_OF_THREE = 3.0


class Unseen(NamedTuple):
    """Land of a stratum that may have been taken unseen, at most.

    Attributes:
        period: of the sample, as the run calls it.
        stratum, samples: where none of so many points shows land that was taken.
        hectares, tonnes: at most, t C lost.
    """

    period: str
    stratum: str
    samples: int
    hectares: float
    tonnes: float


def unseen_of(
    samples: Sequence[SampledAreas | None],
    steps: Sequence[Period],
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> list[Unseen]:
    """Of each period with a sample the stratum that may hide the most tonnes, if any can."""
    most_hiding = []
    for step, sample in zip(steps, samples):
        hiding = [
            _unseen(step.name, stratum, sample, coefficients, disturbing)
            for stratum in (sample.strata if sample else ())
            if sample and stratum.samples
        ]
        most_hiding += sorted(hiding, key=lambda unseen: -unseen.tonnes)[:1]
    return [unseen for unseen in most_hiding if unseen.tonnes > 0]


def _unseen(
    period: str,
    stratum: SampledStratum,
    sample: SampledAreas,
    coefficients: Coefficients,
    disturbing: DisturbingClasses,
) -> Unseen:
    """What a stratum may hide; nothing where a point of it shows land that was taken."""
    lost, is_seen, disturbing = 0.0, False, disturbing.of_all_sinks
    for k, pair in enumerate(sample.conversions):
        share = float(stratum.shares[k])
        if not share or pair is None:
            continue
        source, target = pair
        is_seen = is_seen or disturbing.is_loss(source, target)
        # What its sinks would lose on the average of its land, if they were taken.
        if target.is_sink and target in coefficients:
            lost += share * coefficients.of(target).lost
    part = 0.0 if is_seen else min(1.0, RULE_OF_THREE / stratum.samples)
    if stratum.cells:
        part = min(part, 1.0 - stratum.samples / stratum.cells)
    hectares = part * stratum.hectares
    return Unseen(period, stratum.name, stratum.samples, hectares, hectares * lost)
