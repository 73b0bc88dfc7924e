"""What a mine emits, in words: its stages, sources and gases, and what is outside which boundary.

Scope 1 is what the mine gives off itself, scope 2 the electricity that it buys. What its customers
burn (scope 3) is never counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..base.messages import Term
from ..base.paths import RESOURCES
from ..scheme.table import Row, read_csv

# In the order of the work; the last is for who tells it apart from mining.
STAGES: Mapping[str, Term] = {
    "stripping": Term("Stripping"),
    "mining": Term("Mining"),
    "transportation": Term("Transportation"),
    "dumping": Term("Dumping"),
    "reclamation": Term("Reclamation"),
    "post_mining": Term("Post-mining"),
}

CO2, CH4, N2O, CO2E = GASES = ("co2", "ch4", "n2o", "co2e")
FOSSIL, COMBUSTION = GWP_KINDS = ("fossil", "combustion")

# kg of methane in a cubic metre at 20 degrees and one atmosphere (IPCC 2006, volume 2, equation
# 4.1.7), and t CO2 of a burnt t of it, by the masses of the molecules.
CH4_KG_PER_M3 = 0.67
CO2_PER_CH4 = 44.0 / 16.0


@dataclass(frozen=True)
class Source:
    """A source of emissions.

    Attributes:
        words: as people are told of it.
        units: those that its quantity may be in, the first of them the one that factors are per.
        takes_factors: whether it has emission factors; where not, what it gives off follows from
            the quantity alone.
        is_fugitive: whether its methane escapes; else it is of combustion.
        adds_up: whether several factors of one gas may stand for its parts.
    """

    words: Term
    units: Sequence[str]
    takes_factors: bool = True
    is_fugitive: bool = False
    adds_up: bool = False


DRAINED_GAS, ELECTRICITY, COAL = "drained_gas", "electricity", "coal"

SOURCES: Mapping[str, Source] = {
    "diesel": Source(Term("Diesel"), ("t", "L")),
    "gasoline": Source(Term("Gasoline"), ("t", "L")),
    "explosives": Source(Term("Explosives"), ("t",)),
    ELECTRICITY: Source(Term("Electricity"), ("MWh",)),
    COAL: Source(Term("Methane of coal"), ("t",), is_fugitive=True, adds_up=True),
    DRAINED_GAS: Source(Term("Drained gas"), ("m3",), takes_factors=False, is_fugitive=True),
    "spontaneous_coal": Source(Term("Spontaneous combustion, coal burnt"), ("t",)),
    "spontaneous_co2": Source(Term("Spontaneous combustion"), ("t",), takes_factors=False),
    "other_co2e": Source(Term("Other"), ("t",), takes_factors=False),
}

# What the Chinese guide for coal producers (GB/T 32151.11) counts: fuels, electricity, methane of
# opencast and post-mining, flares. It has neither explosives nor spontaneous combustion, and of
# fuels the CO2 alone.
IN_GUIDE = {
    *((source, CO2) for source in ("diesel", "gasoline", ELECTRICITY, DRAINED_GAS)),
    *((source, CH4) for source in (COAL, DRAINED_GAS)),
}


@dataclass(frozen=True)
class Gwp:
    """A set of global warming potentials over 100 years: t CO2e per t."""

    name: str
    ch4_fossil: float
    ch4_combustion: float
    n2o: float

    def of(self, gas: str, kind: str) -> float:
        """That of a gas, of methane by one of GWP_KINDS."""
        if gas == CH4:
            return self.ch4_fossil if kind == FOSSIL else self.ch4_combustion
        return self.n2o if gas == N2O else 1.0


GWP_NAMES = ("sar", "ar4", "ar5", "ar5_fossil", "ar6")


def gwp_set(name: str) -> Gwp:
    """One of GWP_NAMES, as resources/schemes/gwp.csv has it."""
    table = read_csv(RESOURCES / "schemes" / "gwp.csv")
    row = next(row for row in table if row.text("set") == name)
    fossil, combustion, n2o = (
        float(row.real(column)) for column in ("ch4_fossil", "ch4_combustion", "n2o")
    )
    return Gwp(name, fossil, combustion, n2o)


def year(row: Row) -> int:
    """The year of a row.

    Raises:
        DataError: it is none of four digits.
    """
    value = row.whole("year")
    if not 1000 <= value <= 9999:
        raise row.error("column 'year' is {text}, not a year of four digits", text=row.text("year"))
    return value
