"""What sentences call parameters. The window itself is tried in test/window."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_zones.bridge.parameters import ParameterLabels, translate_with_labels
from carbon_zones.core.base.messages import Message, MessageList, Term

LABELS = ParameterLabels(())
LABELS.update(
    {
        "EARLIER": "Earlier land use",
        "LATER": "Later land use",
        "LAYERS": "Layers, earliest first",
        "YEARS": "年份（按图层顺序）",
        "SCHEME": "Land-use product",
        "CLASSES": "Class table",
    }
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (Message("LAYERS: {given} given", given=1), "Layers: 1 given"),
        (Message("EARLIER and LATER are one"), "Earlier land use and Later land use are one"),
        (Message("a table (CLASSES) wins."), "a table (Class table) wins."),
        (Term("give LAYERS"), "give Layers"),
        # Values that are names, or begin with one
        (
            Message(
                "{first} and {second}: {count:,}",
                first="EARLIER",
                second="LATER",
                count=np.int64(1000),
            ),
            "Earlier land use and Later land use: 1,000",
        ),
        (Message("{table} row 3", table="CLASSES (classes)"), "Class table (classes) row 3"),
        (
            Message("of {tables}", tables=MessageList(["CLASSES", "SCHEME"], Term("/"))),
            "of Class table/Land-use product",
        ),
        (Message("{what}", what=Message("{name}: no", name="YEARS")), "年份: no"),
        ("CLASSES: nothing, not even CLASSES", "Class table: nothing, not even CLASSES"),
        # What was given, and what only looks like a name
        (
            Message("{name}: there is no file '{file}'", name="CLASSES", file="CLASSES"),
            "Class table: there is no file 'CLASSES'",
        ),
        (
            Message("请给出CLASSES表，而非“{what}”", what="CLASSES"),
            "请给出Class table表，而非“CLASSES”",
        ),
        (Message("{path}", path="/data/LAYERS/EARLIER.tif"), "/data/LAYERS/EARLIER.tif"),
        (
            Message("CLASSES_TABLE and XLAYERS, CLASSES-2, {name}", name="SCHEMES"),
            "CLASSES_TABLE and XLAYERS, CLASSES-2, SCHEMES",
        ),
        ("", ""),
    ],
)
def test_labels_stand_in_place_of_names(text, shown):
    assert translate_with_labels(text, LABELS) == shown
