"""Notices of many layers."""

import pytest

from carbon_zones.core.base.messages import Message, deduplicate_messages


def cells_of(layer: int, cells: int = 5) -> Message:
    return Message("{label}: {cells} cells.", label=f"LAYERS 'y{layer}'", cells=cells)


@pytest.mark.parametrize("layers", [1, 2, 3, 36])
def test_what_is_the_same_of_many_layers_is_said_once_with_their_number(layers):
    other = Message("Valid: {cells} cells.", cells=5)
    found = [str(one) for one in deduplicate_messages([*map(cells_of, range(layers)), other])]
    assert found[-1] == "Valid: 5 cells."
    if layers < 3:
        assert found[:-1] == [f"LAYERS 'y{n}': 5 cells." for n in range(layers)]
        return
    (line,) = found[:-1]
    assert line == f"LAYERS 'y0' to LAYERS 'y{layers - 1}' ({layers} layers): 5 cells."


def test_a_layer_that_differs_is_told_of_by_itself():
    found = [*map(cells_of, range(10)), cells_of(10, 4), *map(cells_of, range(11, 20))]
    lines = [str(one) for one in deduplicate_messages(found)]
    assert [line.split(": ")[1] for line in lines] == ["5 cells.", "4 cells.", "5 cells."]
    assert "(10 layers)" in lines[0]
    assert "y10" in lines[1]
    assert "y11" in lines[2]
    # Nor are sentences without a layer gathered.
    plain = [Message("The same.")] * 12
    assert list(deduplicate_messages(plain)) == plain
