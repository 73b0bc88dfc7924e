"""A line or an arrow that breaks a rule of the rooms is found; `make lint` looks for them."""

import importlib.util
from pathlib import Path

import pytest

from carbon_zones.test.helpers import ROOT

spec = importlib.util.spec_from_file_location(
    "carbon_zones_rooms", ROOT / "tools" / "check_rooms.py"
)
rooms = importlib.util.module_from_spec(spec)
spec.loader.exec_module(rooms)


@pytest.fixture
def house(tmp_path, monkeypatch):
    """An empty checkout to put files into, and the folder that the rules look at."""
    monkeypatch.chdir(tmp_path)

    def put(**files):
        for name, text in files.items():
            path = Path(name.replace("__", "/") + ".py")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return put


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("core__a", "from qgis.core import Qgis"),
        ("algorithms__a", "import numpy as np"),
        ("bridge__a", "from .subjects.path import table_files"),
        ("bridge__a", "run.feedback.pushWarning(text)"),
        ("core__a", "gdal.UseExceptions()"),
        ("core__a", 'if name.endswith(".gdb"):'),
        ("core__a", "if name.endswith((\".ovr\", '.msk')):"),
        ("core__a", "if not path.endswith(SIDECAR_SUFFIXES):"),
        ("bridge__a", 'if final.suffix == ".gdb":'),
        ("bridge__a", 'if Path(name).suffix not in (".csv", ".xlsx"):'),
        ("bridge__a", "if os.path.splitext(os.path.basename(path))[1] in TEXT_EXTENSIONS:"),
        ("algorithms__a", 'if ".xml" != path.suffix:'),
    ],
)
def test_a_line_that_breaks_a_rule_is_found(house, file, line):
    house(**{file: f"{line}\n"})
    (found,) = rooms.broken_lines()
    assert line.strip() in found
    assert found.startswith(f"{file.replace('__', '/')}.py:1: ")


@pytest.mark.parametrize(
    ("decorator", "returned", "is_fault"),
    [
        ("contextmanager", "Iterator[None]", True),
        ("contextlib.contextmanager", "Iterable[str]", True),
        ("contextmanager", "'Iterator[None]'", True),
        ("contextmanager", "collections.abc.Iterator[dict[str, int]]", True),
        ("asynccontextmanager", "AsyncIterator[None]", True),
        ("contextmanager", "Generator[Iterator[str], None, None]", False),
        ("cache", "Iterator[None]", False),
    ],
)
def test_a_context_manager_is_a_generator(house, decorator, returned, is_fault):
    """As type checkers want it since Python 3.13."""
    text = f"class A:\n    @{decorator}\n    def f(self) -> {returned}:\n        yield\n"
    house(core__a=text, test__core__a=text, tools__a=text)
    found = [*rooms.iterators_as_contexts()]
    assert len(found) == (3 if is_fault else 0)
    assert all(":3: f returns Generator" in line for line in found)


def test_endings_without_case_are_no_fault(house):
    house(
        core__a='x = name.lower().endswith(".gdb") or path.suffix.lower() == ".tif"',
        core__b="x = os.path.splitext(path)[1].lower() in ENDINGS or column.endswith('_ha')",
        core__c="x = path.lower().endswith(SIDECAR_SUFFIXES) or '.xml' == path.suffix.lower()",
    )
    assert [*rooms.broken_lines()] == []


def test_a_function_that_is_longer_than_a_screen_is_found(house):
    house(
        bridge__a="def fits():\n" + "    x = 1\n" * 69, tools__a="def f():\n" + "    x = 1\n" * 70
    )
    (found,) = rooms.long_functions()
    assert found == "tools/a.py:1: f has 71 lines; at most 70 are allowed"


@pytest.mark.parametrize(
    ("file", "text", "other", "words"),
    [
        ("raster/grid", "from ..scan.scan import x", "scan/scan", "raster is not to know"),
        ("mine/ages", "from ..ledger.book import x", "ledger/book", "mine is not to know"),
        ("results/losses", "from .zones import x", "results/zones", "another subject"),
        ("mine/a_section", "from .b_section import x", "mine/b_section", "another section"),
        ("scan/a", "if x:\n    from ..results.zones import y", "results/zones", "not to know"),
    ],
)
def test_an_arrow_that_breaks_a_rule_is_found(house, file, text, other, words):
    house(**{f"core/{file}": text, f"core/{other}": ""})
    (found,) = rooms.broken_arrows()
    assert f"core/{file}.py:{len(text.splitlines())}" in found
    assert f"core/{other}.py" in found or "section" in words
    assert words in found


def test_a_circle_is_found(house):
    house(core__scan__a="from .b import x", core__scan__b="from .a import y")
    (found,) = rooms.broken_arrows()
    for word in ("core/scan/a.py", "core/scan/b.py", "circle"):
        assert word in found


def test_arrows_that_run_down_are_no_fault(house):
    house(
        core__base__dates="",
        core__raster__grid="from ..base.dates import x",
        core__scan__scan="from ..raster.grid import x\nfrom .block import y",
        core__scan__block="",
        core__results__closure="",
        core__results__zones="from .closure import x\nfrom ..scan.scan import y",
        core__report__parts="",
        core__mine__ages="",
        core__ledger__flows="from ..mine.ages import x\nfrom ..results.zones import y",
        core__ledger__page="from .flow_section import x",
        core__ledger__flow_section="from ..report.parts import x\nfrom .flows import y",
    )
    assert [*rooms.broken_arrows()] == []
