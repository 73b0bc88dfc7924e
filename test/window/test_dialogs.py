"""The dialogs: complete, with help, and usable after a run that failed."""

from __future__ import annotations


def test_every_algorithm_has_a_dialog(step):
    dialogs = step("dialogs")
    assert sorted(dialogs) == sorted(step("started")["algorithms"])
    assert [name for name, about in dialogs.items() if not about["visible"]] == []
    assert [name for name, about in dialogs.items() if not about["icon"]] == []


def test_every_parameter_has_a_widget_in_its_dialog(step):
    for name, dialog in step("dialogs").items():
        assert dialog["parameters"], name
        for parameter, about in dialog["parameters"].items():
            assert about["widget"], (name, parameter)
            assert about["placed"], (name, parameter)
            # Advanced ones are folded away at first.
            assert about["shown"] is not about["advanced"], (name, parameter)


def test_every_parameter_has_help(step):
    without = [
        (name, parameter)
        for name, dialog in step("dialogs").items()
        for parameter, about in dialog["parameters"].items()
        if not about["help"].strip()
    ]
    assert without == []


def test_help_stands_beside_the_parameters(step):
    names = step("toolbox")["algorithms"]
    for name, dialog in step("dialogs").items():
        assert names[name] in dialog["help"], name
        assert len(dialog["help"]) > 100, name


def test_missing_value_is_told_in_the_dialog(step):
    """One layer where the study needs two."""
    found = step("refused")
    assert found["bar"] == ["Wrong or missing parameter value: Layers, earliest first"]
    assert found["usable"]


def test_failed_run_tells_why_and_loads_nothing(step):
    found = step("failed")
    assert not found["ok"]
    assert "CLASSES (no classes) has no column 'class'; it has 'value', 'colour'" in found["log"]
    assert "Traceback" not in found["log"]
    assert found["layers"] == []
    assert found["usable"]
