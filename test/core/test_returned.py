"""What returned land holds and how fast it comes back, in the draws: against draws of one's own."""

import numpy as np
import pytest

from carbon_zones.core.base.random_draws import Z95
from carbon_zones.core.results.uncertainty import UncertaintySettings
from carbon_zones.test.core.histories import LAND, NAMES
from carbon_zones.test.core.ledger_oracle import LedgerOracle
from carbon_zones.test.core.test_ledger import by_hand

FIELD, WOOD, MEADOW, PIT = 1, 2, 3, 5
YEARS = (1990, 2000, 2010, 2020)
HISTORIES = [(FIELD, PIT, FIELD, FIELD), (WOOD, PIT, PIT, WOOD), (PIT, WOOD, WOOD, WOOD)]
HISTORIES += [(MEADOW, MEADOW, PIT, MEADOW), (MEADOW, PIT, WOOD, PIT)]

TERMS: dict = {
    FIELD: {
        "soil_tc_per_ha": 80,
        "u95_soil_pct": 30,
        "soil_u95_shared": 20,
        "soil_returned_tc_per_ha": 60,
        "u95_soil_returned_pct": 50,
        "soil_loss_fraction": 0.5,
        "soil_loss_low": 0.3,
        "soil_loss_high": 0.9,
        "soil_loss_shared": 0.8,
        "vegetation_tc_per_ha": 5,
        "u95_vegetation_pct": 40,
        "vegetation_curve": "instant",
    },
    WOOD: {
        "soil_tc_per_ha": 90,
        "u95_soil_pct": 25,
        "soil_u95_shared": 20,
        "soil_loss_fraction": 0.4,
        "soil_loss_low": 0.2,
        "soil_loss_high": 0.6,
        "soil_loss_shared": 0.5,
        "vegetation_tc_per_ha": 150,
        "u95_vegetation_pct": 35,
        "vegetation_returned_tc_per_ha": 110,
        "vegetation_curve": "rates",
        "vegetation_rates": "20:3;:1",
        "vegetation_rate_u95_pct": 90,
    },
    MEADOW: {
        "soil_tc_per_ha": 70,
        "u95_soil_pct": 40,
        "soil_u95_shared": 20,
        # Without a half-width of its own it moves with the density.
        "soil_returned_tc_per_ha": 35,
        "soil_loss_fraction": 1,
        "soil_loss_low": 0.6,
        "soil_loss_high": 1,
        "soil_loss_shared": 0.8,
        "vegetation_tc_per_ha": 8,
        "u95_vegetation_pct": 30,
    },
}


def net_of(terms: dict) -> float:
    """The net of the histories, a hectare each, by a plain loop."""
    cells = dict(enumerate(HISTORIES))
    hectares = dict.fromkeys(cells, 1.0)
    return sum(LedgerOracle(cells, hectares, YEARS, LAND, NAMES, terms, "mid").net.values())


def slope(value: int, **ends) -> float:
    """Half of what lies between the nets at the ends of an interval."""
    new = ({c: both[n] for c, both in ends.items()} for n in (0, 1))
    low, high = ({**TERMS, value: {**TERMS[value], **own}} for own in new)
    return (net_of(high) - net_of(low)) / 2


def triangular_by(probability, low, mode, high):
    """The quantile of a triangular distribution, by its two parts."""
    left = (mode - low) / (high - low)
    with np.errstate(invalid="ignore"):
        below = low + np.sqrt(probability * (high - low) * (mode - low))
        above = high - np.sqrt((1 - probability) * (high - low) * (high - mode))
    return np.where(probability < left, below, above)


def drawn_net(size: int) -> np.ndarray:
    """Nets of the linear model, by draws of numpy's own."""
    from statistics import NormalDist

    rng = np.random.default_rng(7)
    net = np.full(size, net_of(TERMS))
    common, stripped = rng.standard_normal((2, size))
    for value, own in TERMS.items():
        for pool in ("soil", "vegetation"):
            density, back = own[f"{pool}_tc_per_ha"], own.get(f"{pool}_returned_tc_per_ha")
            u95, shared = own[f"u95_{pool}_pct"], own.get(f"{pool}_u95_shared", 0)
            ends = {f"{pool}_tc_per_ha": [density * (1 + s * u95 / 100) for s in (-1, 1)]}
            of_its_own = own.get(f"u95_{pool}_returned_pct")
            if back is not None and of_its_own is None:
                name = f"{pool}_returned_tc_per_ha"
                ends[name] = [back * (1 + s * u95 / 100) for s in (-1, 1)]
            r = shared / u95
            z = r * common + np.sqrt(1 - r * r) * rng.standard_normal(size)
            net += slope(value, **ends) * z / Z95
            if of_its_own is not None:
                r = shared / of_its_own
                z = r * common + np.sqrt(1 - r * r) * rng.standard_normal(size)
                ends = [back * (1 + s * of_its_own / 100) for s in (-1, 1)]
                net += slope(value, **{f"{pool}_returned_tc_per_ha": ends}) * z / Z95
            if f"{pool}_loss_low" in own:
                names = [f"{pool}_loss_{end}" for end in ("low", "fraction", "high")]
                low, mode, high = (own[name] for name in names)
                s = own[f"{pool}_loss_shared"]
                z = s * stripped + np.sqrt(1 - s * s) * rng.standard_normal(size)
                grid = np.linspace(-6, 6, 20_001)
                phi = np.interp(z, grid, [NormalDist().cdf(x) for x in grid])
                far = triangular_by(phi, low, mode, high) - mode
                between = 2 * slope(value, **{f"{pool}_loss_fraction": [low, high]})
                net += between / (high - low) * far
    rates = [f"20:{3 * times:.12g};:{times:.12g}" for times in (0.1, 1.9)]
    sigma = np.sqrt(np.log1p((0.9 / Z95) ** 2))
    factor = np.exp(sigma * rng.standard_normal(size) - sigma**2 / 2)
    return net + slope(WOOD, vegetation_rates=rates) * (factor - 1) / 0.9


def test_draws_and_approach_1_are_those_of_the_same_linear_model(tmp_path):
    """Its mean and spread by a million draws of other random numbers, to 1 %."""
    ledger = by_hand(tmp_path, TERMS, *HISTORIES, years=YEARS)
    found = ledger.uncertainty(None, UncertaintySettings(100_000)).rows_by_method("net")
    wanted = drawn_net(1_000_000)
    assert found["approach 2"]["estimate"] == pytest.approx(wanted.mean(), rel=0.01)
    assert found["approach 2"]["sd"] == pytest.approx(wanted.std(), rel=0.01)
    # Triangular distributions that are lopsided are as wide, and so are log-normal ones.
    assert found["approach 1"]["sd"] == pytest.approx(wanted.std(), rel=0.02)
    assert found["approach 1"]["estimate"] == pytest.approx(net_of(TERMS))


def test_what_a_mine_strips_in_one_way_does_not_average_out(tmp_path):
    """Two fields of one loss fraction each: wholly shared they are off together."""
    sds = []
    for shared in (0, 0.6, 1):
        bounds = {"soil_loss_fraction": 0.5, "soil_loss_low": 0.3, "soil_loss_high": 0.7}
        own = {"soil_tc_per_ha": 100, "vegetation_tc_per_ha": 0, "u95_soil_pct": 0, **bounds}
        terms = {value: {**own, "soil_loss_shared": shared} for value in (FIELD, WOOD)}
        ledger = by_hand(tmp_path, terms, (FIELD, PIT), (WOOD, PIT), years=(1990, 2000))
        rows = ledger.uncertainty(None, UncertaintySettings(40_000)).rows_by_method("loss")
        sds.append([rows[method]["sd"] for method in ("approach 1", "approach 2")])
    one = 100 * 0.2 / 6**0.5  # of a triangular distribution whose mode is in its middle
    for shared, both in zip((0, 0.6, 1), sds):
        assert both == pytest.approx([one * (2 + 2 * shared**2) ** 0.5] * 2, rel=0.01)
