"""What the layer of a sample has that is ready to be labelled."""

from __future__ import annotations

# Of the map that it is a sample of, in cells of 30 x 30.
NAMES = {1: "Arable land", 2: "Forest", 5: "Water", 7: "Open pit"}


def choices_of(layer) -> dict[str, str]:
    setup = layer.editorWidgetSetup(layer.fields().indexOf("label"))
    assert setup.type() == "ValueMap"
    return {label: value for entry in setup.config()["map"] for label, value in entry.items()}


def check_ready(layer) -> None:
    """A drop-down list of all classes, the map's class hidden, shown by labelled or not."""
    listed = choices_of(layer)
    assert list(listed) == ["(not labelled)", *NAMES.values()]
    assert list(listed.values())[1:] == [str(value) for value in NAMES]
    names = layer.fields().names()
    widgets = {name: layer.editorWidgetSetup(n).type() for n, name in enumerate(names)}
    hidden = {"stratum", "map_value", "map_class", "weight"}
    # A shapefile cuts the names of fields.
    hidden |= {
        name for name in names if name.startswith(("stratum_na", "stratum_ce", "stratum_ha"))
    }
    assert len(hidden) == 7
    assert {name for name, widget in widgets.items() if widget == "Hidden"} == hidden
    columns = layer.attributeTableConfig().columns()
    assert {column.name for column in columns if column.hidden} == hidden
    assert layer.displayExpression() == '"id"'
    form = layer.editFormConfig()
    told = {name for n, name in enumerate(names) if form.readOnly(n)}
    assert told == {"id", "x", "y"}
    rules = layer.renderer().rootRule().children()
    assert [(rule.label(), rule.filterExpression()) for rule in rules] == [
        ("Not labelled", '"label" IS NULL'),
        ("Labelled", '"label" IS NOT NULL'),
    ]
    shapes = [rule.symbol().symbolLayer(0).properties()["name"] for rule in rules]
    assert len(set(shapes)) == 2
    for rule in rules:
        outline = rule.symbol().symbolLayer(1)
        assert (outline.symbolWidth(), outline.symbolHeight()) == (30.0, 30.0)
