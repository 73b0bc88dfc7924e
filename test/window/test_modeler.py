"""The graphical modeler: every algorithm is there, and later steps see all it gives."""

from __future__ import annotations


def test_tree_shows_every_algorithm(step):
    assert step("modeler")["tree"] == step("toolbox")["algorithms"]


def test_dialog_of_a_step_has_all_inputs(step):
    for name, about in step("modeler")["steps"].items():
        assert set(about["inputs"]) <= set(about["widgets"]), name


def test_choices_of_a_step_are_the_strings(step):
    """There a choice may come from an input of the model, and QGIS's own widget offers that."""
    for name, about in step("modeler")["steps"].items():
        assert about["bound"], name
        for choice, boxes in about["choices"].items():
            # None, where a choice is optional, has a word of QGIS's own.
            strings = [value for value in step("words")[name]["dialog"][choice]["values"] if value]
            assert any(box[-len(strings) :] == strings for box in boxes), (name, choice)


def test_outputs_are_offered_to_later_steps(step):
    for name, about in step("modeler")["steps"].items():
        assert about["outputs"], name
        assert about["offered"] == about["outputs"], name


def test_numbers_are_variables_of_later_steps(step):
    steps = step("modeler")["steps"]
    assert "TOTAL_LOSS_TCO2" in steps["study"]["numbers"]
    for name, about in steps.items():
        wanted = {f"Step_{number}" for number in about["numbers"]}
        assert wanted <= set(about["variables"]), name


def test_step_is_drawn(step):
    for name, about in step("modeler")["steps"].items():
        # A box for the step and the one behind it, with buttons and sockets.
        assert about["items"] > 2, name
