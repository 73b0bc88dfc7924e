"""The dialogs: complete, with help, and usable after a run that failed."""

from __future__ import annotations

import pytest

from carbon_zones.test.contracts import CONTRACTS


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


def test_help_stands_beside_the_parameters(step):
    names = step("toolbox")["algorithms"]
    for name, dialog in step("dialogs").items():
        assert names[name] in dialog["help"], name
        assert len(dialog["help"]) > 100, name


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("one layer", "Layers: 1 given, at least 2 required"),
        ("no file", "Later land use: layer or file '/nowhere/at.tif' not found"),
        (
            "the same",
            "Earlier land use and Later land use are the same band of layer 'Land use 1986 "
            "(synthetic)'; choose two dates",
        ),
    ],
)
def test_what_is_wrong_is_told_by_the_labels_of_the_dialog(step, case, said):
    found = step("refused")[case]
    # Of the bands of a file that is not there QGIS has a word of its own before.
    assert found["said"][-1] == f"Unable to execute algorithm: {said}"
    assert len(found["said"]) == 1 + (case == "no file")
    assert found["usable"]


def test_missing_value_is_told_by_qgis(step):
    found = step("refused")["no layer"]
    assert found["said"] == ["Wrong or missing parameter value: Layers, earliest first"]
    assert found["usable"]


@pytest.mark.parametrize("place", ["dialog", "batch"])
def test_choices_are_shown_in_words_and_are_strings(step, place):
    found = step("words")
    assert sorted(found) == sorted(name for name, one in CONTRACTS.items() if choices_in(one))
    for name, about in found.items():
        assert sorted(about[place]) == sorted(choices_in(CONTRACTS[name]))
        for choice, shown in about[place].items():
            default = CONTRACTS[name].parameters[choice][1]
            assert shown["default"] == default
            assert shown["shown"][shown["values"].index(default)] == shown["now"]
            assert len(set(shown["shown"])) == len(set(shown["values"])) == len(shown["shown"])
            for word, string in zip(shown["shown"], shown["values"]):
                assert (word == string) is (choice == "PAPER"), (name, choice)


def test_where_qgis_asks_no_wrapper_dialogs_have_its_own_widgets(step):
    """As from QGIS 4.4 on: all is there, choices are strings, and a run gives the same."""
    found = step("without_wrappers")
    assert found["dialogs"] == step("dialogs")
    for name, about in found["words"].items():
        for place in ("dialog", "batch"):
            for choice, shown in about[place].items():
                # That of none, where a choice is optional, is QGIS's own.
                pairs = zip(shown["shown"], shown["values"])
                assert all(word == value for word, value in pairs if value), (name, choice)
                assert shown["default"] == CONTRACTS[name].parameters[choice][1]
    assert found["words"].keys() == step("words").keys()
    assert found["run"]["ok"], found["run"]["log"]
    assert "'AREA_METHOD' : 'ellipsoidal'" in found["run"]["log"]
    assert len(found["run"]["layers"]) == len(step("presets")["layers"])


def choices_in(contract) -> list[str]:
    return [name for name, kind in contract.parameters.items() if kind[0] == "enum"]


def test_a_row_of_a_batch_runs_with_strings(step):
    """The second one of its first choice was chosen there."""
    for name, about in step("words").items():
        first = next(iter(about["batch"]))
        assert about["row"][first] == about["batch"][first]["values"][1], name


def test_two_dates_begin_with_the_first_and_the_last_year_of_the_project(step):
    found = step("presets")
    assert found["begun"] == ["Land use 1986 (synthetic)", "Land use 2018 (synthetic)"]
    assert found["unclear"][0] == found["unclear"][1]


def test_a_sample_of_conversions_begins_with_the_strata_of_change(step):
    assert step("strata") == {
        "conversions": ["taken", 5],
        "land use": ["class", None],
        "file": ["taken", 5],
        "chosen": ["class", 7],
    }


def test_log_history_and_python_have_the_string_of_a_choice(step):
    found = step("presets")
    assert found["ok"], found["log"]
    assert "'AREA_METHOD' : 'ellipsoidal'" in found["log"]
    assert "'AREA_METHOD':'ellipsoidal'" in found["python"]
    assert "'AREA_METHOD':'ellipsoidal'" in found["history"]["python_command"]
    assert "ellipsoidal" in found["history"]["parameters"]
    assert "Ellipsoidal area" not in "".join([found["python"], *found["history"].values()])
    assert "Area: ellipsoidal (WGS 84, " in found["log"]
    assert sorted(layer["name"].split(" 1")[0] for layer in found["layers"]) == [
        "Transfer matrix",
        "Transfers",
    ]


def test_the_toolbox_finds_by_tags(step):
    """Which tags there are, see test/algorithms/test_dialogs.py."""
    assert set(step("searched")) == {"study", "changeanalysis"}


def test_failed_run_tells_why_and_loads_nothing(step):
    found = step("failed")
    assert not found["ok"]
    assert (
        "Class table (no classes): no column 'class'; available columns: 'value', 'colour'"
        in (found["log"])
    )
    assert "Traceback" not in found["log"]
    assert found["layers"] == []
    assert found["usable"]
