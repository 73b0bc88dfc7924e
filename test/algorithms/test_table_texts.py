"""What spreadsheets and people make of a CSV: read with the right numbers, or refused in words."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from carbon_zones.test.algorithms.bad_inputs import is_one_sentence, left_behind
from carbon_zones.test.algorithms.given_tables import LAYERS, TABLES, with_table
from carbon_zones.test.algorithms.refusals import refusal_of
from carbon_zones.test.contracts import good
from carbon_zones.test.helpers import UTM_49N, read_csv, wkt, write_csv

SQUARE = "POLYGON ((600000 4399900, 600000 4400000, 600100 4400000, 600000 4399900))"
DECIMAL = re.compile(r"-?\d+\.\d+")


def with_comma(cell: str) -> str:
    """A number with a comma before its decimals, which are never three."""
    if not DECIMAL.fullmatch(cell):
        return cell
    return (cell + "0" if re.search(r"\.\d{3}$", cell) else cell).replace(".", ",")


def as_csv(rows: list[list[str]], separator: str = ",") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()


def longer(rows: list[list[str]]) -> str:
    """The last row with a further cell; what spreadsheets put behind every row does not count."""
    return as_csv([*([*row, ""] for row in rows[:-1]), [*rows[-1], "5", ""]])


def unquoted(rows: list[list[str]]) -> str:
    """As people type decimal commas where a comma separates cells, in one row."""
    last = next((row for row in reversed(rows) if any(map(DECIMAL.fullmatch, row))), None)
    return "".join(
        ",".join(map(with_comma, row)) + "\n" if row is last else as_csv([row]) for row in rows
    )


def in_quotes(rows: list[list[str]]) -> str:
    """Decimal commas in quotes, after a byte order mark, with rows between that are empty."""
    header, *body = [[with_comma(cell) for cell in row] for row in rows]
    blank = "," * (len(header) - 1) + "\n"
    return "\ufeff\n" + as_csv([header]) + blank + "\n" + as_csv(body) + blank * 2 + "\n"


@dataclass(frozen=True)
class Form:
    """How a table is written, and what must stand in its refusal; none where it is read."""

    write: Callable[[list[list[str]]], str]
    says: str = ""


FORMS = {
    "longer rows": Form(
        longer,
        "row {last}: {cells} cells, but {width} in the header ... quote cells that contain commas",
    ),
    "shorter rows": Form(lambda rows: as_csv([*rows[:-1], rows[-1][:1]]), "row {last}:"),
    "decimal commas": Form(lambda rows: as_csv([[*map(with_comma, row)] for row in rows], ";")),
    "decimal commas in quotes, blank rows, a mark": Form(in_quotes),
    "decimal commas without quotes": Form(unquoted, "row"),
    "a doubled column": Form(
        lambda rows: as_csv([[*row, row[1]] for row in rows]), "duplicate column '{second}'"
    ),
}


@pytest.fixture(scope="module")
def plain_results() -> dict[str, dict[str, bytes]]:
    """What runs with the tables as they are have written, by table."""
    return {}


def written_by(run, algorithm: str, parameters: dict, folder: Path) -> dict[str, bytes]:
    """The tables of a run, which are taken away."""
    run(algorithm, **parameters)
    files = {path.name: path.read_bytes() for path in (folder / "out").rglob("*.csv")}
    shutil.rmtree(folder / "out")
    (folder / "out").mkdir()
    return files


# Of each table one form that is refused and one that is read, in turn.
REFUSED, READ = ([n for n in FORMS if bool(FORMS[n].says) == is_refused] for is_refused in (1, 0))
CASES = [
    (name, forms[place % len(forms)])
    for place, name in enumerate(TABLES)
    for forms in (REFUSED, READ)
]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_every_table_that_is_read(run, tmp_path, plain_results, name, form):
    algorithm, parameters = with_table(name, tmp_path)
    text = Path(parameters[name]).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    table = tmp_path / "other" / Path(parameters[name]).name
    table.parent.mkdir()
    written = FORMS[form].write(rows)
    other = {**parameters, name: write_csv(table, written)}
    # A table may have no decimals.
    if FORMS[form].says and written != as_csv(rows):
        message = refusal_of(run, algorithm, **other)
        width = len(rows[0])
        words = FORMS[form].says.format(
            last=len(rows) - 1, cells=width + 2, width=width, second=rows[0][1]
        )
        for word in (name, *words.split(" ... ")):
            assert word in message
        assert is_one_sentence(message)
        assert left_behind(tmp_path) == []
        return
    if name not in plain_results:
        plain_results[name] = written_by(run, algorithm, parameters, tmp_path)
        assert plain_results[name]
    assert written_by(run, algorithm, other, tmp_path) == plain_results[name]


@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_that_is_a_csv(run, tmp_path, name):
    """A label with a comma that is not in quotes."""
    algorithm = LAYERS[name]
    parameters = good(algorithm, tmp_path)
    rows = [["wkt", "label", "class_name"], [SQUARE, "1", "2"], [SQUARE, "1,5", "2"]]
    text = as_csv(rows).replace('"1,5"', "1,5")
    parameters[name] = write_csv(tmp_path / "layer.csv", text)
    if name == "UNITS":
        parameters["UNIT_FIELD"] = "label"
    message = refusal_of(run, algorithm, **parameters)
    assert name in message
    assert "feature 2: 4 cells, but 3 in the header" in message
    assert left_behind(tmp_path) == []


def test_a_polygon_may_be_a_long_cell(run, tmp_path):
    """Longer than Python's reader of CSV takes by itself; a comma in quotes is no separator."""
    edge = ", ".join(f"{600000 + n / 100:.2f} 4400000" for n in range(9000))
    polygon = f"POLYGON ((600000 4399900, {edge}, 600000 4399900))"
    parameters = good("transfermatrix", tmp_path)
    table = as_csv([["label", "wkt"], ["a, b", polygon]])
    parameters["UNITS"] = write_csv(tmp_path / "units.csv", table)
    (tmp_path / "units.prj").write_text(wkt(UTM_49N))
    parameters["UNIT_FIELD"] = "label"
    run("transfermatrix", **parameters)
    (path,) = (tmp_path / "out").glob("transfers.csv")
    assert {row["unit"] for row in read_csv(path)} == {"(outside)", "a, b"}
