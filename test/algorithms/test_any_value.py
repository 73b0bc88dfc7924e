"""Whatever is given for whatever parameter: it is done, or refused in one sentence.

Nothing raises another error than QGIS's own, nothing touches an input, nothing is left behind; a
value that cannot be meant is refused, and never gives way to the default. All algorithms, all
parameters, in a script and as the step of a model.

`make test` takes apart what these have in common: every value of every parameter goes through the
one function that understands values; every kind of parameter through QGIS with few values in turn;
and every parameter through QGIS with one. `make test-slow` runs every parameter with an eighth of
its values, by PROPERTY_SEED, in a script and as the step of a model.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate

from carbon_zones.bridge.parameters import LIST_METADATA, parse_parameters
from carbon_zones.core.base.messages import DataError
from carbon_zones.test.algorithms.bad_inputs import is_one_sentence
from carbon_zones.test.algorithms.refusals import FAILED_CHECK, RUNNING, check_place
from carbon_zones.test.algorithms.steps import as_step
from carbon_zones.test.contracts import CONTRACTS, good

NOTHING = {
    "None": None,
    "empty text": "",
    "empty list": [],
    "list of nothing": [None, ""],
    "null": NULL,
}
TEXTS = {
    "words": "some words",
    "snow": "☃ 矿区",
    "zero byte": "a\0b",
    "formula": "=1+1",
    "variable": "[% env('HOME') %]",
    "up": os.pardir,
    "device": "/dev/null",
    "no file": "nowhere/at/all.tif",
    "ending": ".tif",
    "long": "x" * 5000,
    "expression": "expression:1+1",
    "lines": "one\ntwo",
}
NUMBERS = {"0": 0, "-1": -1, "half": 0.5, "1e300": 1e300, "nan": float("nan"), "10**30": 10**30}
# What no parameter at all takes.
NONSENSE = {
    "dict": {"a": 1},
    "set": {1, 2},
    "bytes": b"1",
    "object": object(),
    "dict in list": [{"a": [1]}],
    "date": QDate(2000, 1, 1),
    "true": True,
    "false": False,
    "no expression": QgsProperty.fromExpression("1/"),
    "field": QgsProperty.fromField("year"),
    "words twice": ["some words", "more words"],
}
# What only parameters of one kind take.
OBJECTS = {
    "rectangle": lambda: QgsRectangle(0, 0, 1, 1),
    "geometry": lambda: QgsGeometry.fromWkt("Polygon ((0 0, 1 0, 1 1, 0 0))"),
    "points": lambda: QgsVectorLayer("Point", "points", "memory"),
    "dead raster": lambda: QgsRasterLayer("nowhere.tif", "nowhere"),
    "path": lambda: Path("nowhere.tif"),
    "source": lambda: QgsProcessingFeatureSourceDefinition("nowhere", True),
    "output": lambda: QgsProcessingOutputLayerDefinition("nowhere/at/all.csv"),
    "expression": lambda: QgsProperty.fromExpression("'nowhere' || '/at/all'"),
}
VALUES = {
    **{name: lambda value=value: value for name, value in {**NOTHING, **TEXTS, **NUMBERS}.items()},
    **{name: lambda value=value: value for name, value in NONSENSE.items()},
    **OBJECTS,
}
# Models hold plain values; what they do with them differs little from a script.
WAYS = {"script": list(VALUES), "step": [*NOTHING, *NONSENSE, "words", "no file", "-1", "1e300"]}
PARAMETERS = [
    (algorithm, name, details[0])
    for algorithm, contract in CONTRACTS.items()
    for name, details in contract.parameters.items()
]
# A parameter is given one in so many of its values.
IN_TURN = 4
# Texts of which a list is one value.
LISTS = ("NODATA", "YEARS", "TAKING_GROUPS", "TITLES", "PROJECT_TO")
# Whether these can be meant shows when the layers are opened.
OPENED = ("multilayer", "field")
# Layers of polygons, not tables.
POLYGONS = ("MASK", "UNITS")


def contents(folder: Path) -> dict:
    """Every input below a folder and what it holds; QGIS puts statistics beside rasters."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    kept = (path for path in files if "out" not in path.parts and path.suffix != ".xml")
    return {path: path.read_bytes() for path in kept}


def cannot_be_meant(kind: str, name: str, what: str) -> bool:
    """Whether a value says nothing that the parameter could do."""
    if what == "words twice" and (kind == "multilayer" or name in LISTS):
        return kind == "multilayer"
    if kind == "boolean" and what in ("0", "1", "true", "false"):
        return False
    if what in NONSENSE:
        return True
    if what in NUMBERS:
        if kind == "band":
            return what not in ("1e300", "10**30")  # no file has so many, which its opening shows
        return kind not in ("string", "number", "extent")
    return False


@pytest.fixture
def attempt(run, tmp_path, monkeypatch):
    """Run an algorithm with good parameters but one; returns the refusal, or ''."""
    algorithms = {}

    def prepared(algorithm: str) -> dict:
        if algorithm not in algorithms:
            place = tmp_path / algorithm
            place.mkdir()
            algorithms[algorithm] = {
                name: value
                for name, value in good(algorithm, place).items()
                # Pages and workbooks are large, and tried by themselves.
                if not str(value).endswith((".html", ".xlsx"))
            }
            # Outputs by a name alone go here.
            (place / "out" / "deep").mkdir()
            monkeypatch.chdir(place / "out" / "deep")
        return algorithms[algorithm]

    def call(algorithm: str, way: str, **changed) -> str:
        parameters, quick = prepared(algorithm), {}  # drawing takes long, lots and maps alike
        if "DRAWS" in CONTRACTS[algorithm].parameters:
            quick = {"DRAWS": 100}
        if algorithm == "zonemap":
            quick = {"DPI": 30, "OUTPUT": parameters["OUTPUT"].replace(".pdf", ".png")}
        parameters = {**parameters, **quick, **changed}
        if way == "step":
            algorithm, parameters = as_step(algorithm, parameters), {}
        try:
            run(algorithm, **parameters)
        except QgsProcessingException as error:
            if way == "script":
                check_place(error, run.feedback)
            return str(error).removeprefix(FAILED_CHECK).split(RUNNING)[-1].strip()
        return ""

    call.prepared = prepared
    return call


@pytest.fixture
def try_values(attempt, tmp_path):
    """Give a parameter of an algorithm that runs without it some values, one after the other."""

    def call(algorithm, way, name, kind, values):
        attempt.prepared(algorithm)
        before = contents(tmp_path)
        for what in values:
            value = VALUES[what]()
            refusal = attempt(algorithm, way, **{name: value})
            assert contents(tmp_path) == before, (name, what)
            assert not list(tmp_path.rglob(".c*")), (name, what)
            check_refusal(name, kind, what, value, refusal)

    return call


@pytest.fixture
def meant(tmp_path_factory):
    """The values that a parameter can mean, as far as one looks at them alone."""

    def call(algorithm, name):
        given, made = good(algorithm, tmp_path_factory.mktemp(algorithm)), made_of(algorithm)
        return [what for what in VALUES if not refused(made, given, name, VALUES[what]())]

    return call


def check_refusal(name, kind, what, value, refusal, meant=False) -> None:
    """That a value was done, which it may be where it can be meant, or refused in one sentence."""
    if refusal:
        assert is_one_sentence(refusal.replace(str(value), "")), (what, refusal)
        assert name in refusal or what in NOTHING, (what, refusal)
    else:
        assert meant or not cannot_be_meant(kind, name, what), (name, what)


def made_of(algorithm: str):
    return QgsApplication.processingRegistry().createAlgorithmById(f"carbonzones:{algorithm}")


def refused(made, given: dict, name: str, value) -> str:
    """Why an algorithm's parameter cannot mean a value, as far as one looks at it alone, or ''."""
    try:
        parse_parameters(made, {**given, name: value}, QgsProcessingContext())
    except DataError as error:
        return str(error)
    return ""


def of_each_kind() -> list[tuple]:
    """Algorithm, name and kind of one parameter of each kind, of an algorithm with few of them."""
    first_of = {}
    # Drawing a map takes long.
    quick = sorted(CONTRACTS, key=lambda name: (name == "zonemap", len(CONTRACTS[name].parameters)))
    for algorithm in quick:
        for name, (kind, default, optional, _) in CONTRACTS[algorithm].parameters.items():
            alike = kind, type(default), optional, name in LISTS, name in POLYGONS
            first_of.setdefault(alike, (algorithm, name, kind))
    return list(first_of.values())


def one_nonsense(place: int, name: str, kind: str) -> str:
    """What cannot be meant by a parameter; another one for each in turn."""
    wrong = [what for what in VALUES if cannot_be_meant(kind, name, what)]
    return wrong[place % len(wrong)]


def ids(parameters) -> list[str]:
    return [f"{algorithm} {name}" for algorithm, name, _ in parameters]


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_any_value_is_understood_or_refused(qgis_app, tmp_path, algorithm):
    given, made = good(algorithm, tmp_path), made_of(algorithm)
    assert "Unknown parameter NO_SUCH" in refused(made, given, "NO_SUCH", 1)
    for name, (kind, *_) in CONTRACTS[algorithm].parameters.items():
        several = made.parameterDefinition(name).metadata() == LIST_METADATA
        for what, make in VALUES.items():
            value = make()
            later = kind in OPENED or (several and what == "words twice")
            refusal = refused(made, given, name, value)
            check_refusal(name, kind, what, value, refusal, meant=later)


@pytest.mark.parametrize(("algorithm", "name", "kind"), of_each_kind(), ids=ids(of_each_kind()))
def test_any_value_of_each_kind(try_values, meant, algorithm, name, kind):
    """Objects, other values that can be meant, and those that cannot: some of each in turn."""
    possible = meant(algorithm, name)
    others = [what for what in VALUES if what not in possible]
    place = PARAMETERS.index((algorithm, name, kind))
    chosen = {what for each in (possible, others) for what in each[place % IN_TURN :: 2 * IN_TURN]}
    chosen |= {*list(OBJECTS)[place % IN_TURN :: IN_TURN]}
    for way in WAYS if place % IN_TURN == 0 else ["script"]:
        try_values(algorithm, way, name, kind, [what for what in WAYS[way] if what in chosen])


@pytest.mark.parametrize("algorithm", CONTRACTS)
def test_every_parameter_refuses_nonsense(attempt, try_values, algorithm):
    assert attempt(algorithm, "script") == ""
    for place, (of, name, kind) in enumerate(PARAMETERS):
        if of == algorithm:
            wrong = "zero byte" if place % 2 else one_nonsense(place, name, kind)
            try_values(of, "script", name, kind, [wrong])


@pytest.mark.slow
@pytest.mark.parametrize(("algorithm", "name", "kind"), PARAMETERS, ids=ids(PARAMETERS))
def test_any_value(attempt, try_values, meant, algorithm, name, kind):
    """With an eighth of the values that it can mean, other ones for another seed."""
    place = PARAMETERS.index((algorithm, name, kind))
    turn = (place + int(os.environ.get("PROPERTY_SEED", 0))) % (2 * IN_TURN)
    try_values(algorithm, "script", name, kind, meant(algorithm, name)[turn :: 2 * IN_TURN])
    try_values(algorithm, "step", name, kind, WAYS["step"][turn :: 2 * IN_TURN])
