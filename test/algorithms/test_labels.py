"""What sentences call parameters. The window itself is tried in test/window."""

from __future__ import annotations

import pytest

from carbon_zones.bridge.run_parameters import labelled

LABELS = {
    "EARLIER": "Earlier land use",
    "LATER": "Later land use",
    "LAYERS": "Layers, earliest first",
    "YEARS": "年份（按图层顺序）",
    "SCHEME": "Land-use product",
    "CLASSES": "Class table",
}


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("LAYERS: 1 given", "Layers: 1 given"),
        ("EARLIER and LATER are the same", "Earlier land use and Later land use are the same"),
        ("CLASSES (classes) row 3", "Class table (classes) row 3"),
        (
            "a table (CLASSES) wins over SCHEME.",
            "a table (Class table) wins over Land-use product.",
        ),
        # What was given, and what only looks like a name
        ("CLASSES: there is no file 'CLASSES'", "Class table: there is no file 'CLASSES'"),
        ("the layer's own LATER, 'LATER'", "the layer's own Later land use, 'LATER'"),
        ("/data/LAYERS/EARLIER.tif", "/data/LAYERS/EARLIER.tif"),
        ("CLASSES_TABLE and XLAYERS, CLASSES-2", "CLASSES_TABLE and XLAYERS, CLASSES-2"),
        # Beside Chinese characters
        ("请给出CLASSES表，而非“CLASSES”", "请给出Class table表，而非“CLASSES”"),
        ("YEARS：没有给出", "年份：没有给出"),
        ("", ""),
    ],
)
def test_labels_stand_in_place_of_names(sentence, shown):
    assert labelled(sentence, LABELS) == shown
