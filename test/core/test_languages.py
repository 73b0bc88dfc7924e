"""The default scheme in two languages: other names, the same scheme."""

from dataclasses import replace

import pytest

from carbon_zones.core.base.messages import Message, MessageList, Notes, Term
from carbon_zones.core.raster.source import RasterLegend
from carbon_zones.core.scheme.classes import Classes, LandClass, read_classes
from carbon_zones.core.scheme.coefficients import read_coefficients
from carbon_zones.core.scheme.defaults import (
    DEFAULT_TABLE_DIR,
    LANGUAGES,
    default_classes,
    default_densities,
    default_zone_names,
    default_zones,
    export_default_table,
    load_default_table,
)
from carbon_zones.core.scheme.table import Table, read_csv
from carbon_zones.core.scheme.value_classes import classes_from_legends
from carbon_zones.core.scheme.zone_rules import read_rules, read_zones

ENGLISH = [c.name for _, c in default_classes()]
CHINESE = [c.name for _, c in default_classes("zh_CN")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["classes.csv", "zones.csv"])
def test_only_the_names_differ(file, language):
    one, other = load_default_table(file), load_default_table(file, language)
    assert other.columns == one.columns
    for row, old in zip(other.rows, one.rows):
        differing = {column for column in row if row[column] != old[column]}
        assert "name" in differing <= {"name", "description"}
    assert len(other.rows) == len(one.rows)


@pytest.mark.parametrize("file", ["classes.csv", "zones.csv"])
def test_a_table_to_hand_out_reads_as_it_is_and_opens_in_spreadsheets(tmp_path, file):
    made = export_default_table(file, "zh_CN", tmp_path)
    assert made.parent == tmp_path
    assert made.read_bytes().startswith(b"\xef\xbb\xbf")  # or they take another encoding
    assert read_csv(made).rows == load_default_table(file, "zh_CN").rows
    assert b"\r" not in made.read_bytes()
    assert (
        export_default_table(file, "", tmp_path).read_bytes()
        == (DEFAULT_TABLE_DIR / file).read_bytes()
    )


@pytest.mark.parametrize("file", ["rules.csv", "coefficients.csv"])
def test_tables_without_names_are_the_same(file):
    assert export_default_table(file, "zh_CN", "nowhere") == DEFAULT_TABLE_DIR / file
    assert load_default_table(file, "zh_CN").rows == load_default_table(file).rows


def test_zones_are_called_as_in_the_session():
    for session, name in (("", "Carbon emission control area"), ("zh_CN", "碳排放控制区")):
        zones = {zone.key: zone.name for zone in default_zones(session)}
        assert zones["emission_control"] == name


@pytest.mark.parametrize("session", ["", "zh_CN"])
@pytest.mark.parametrize("names", [ENGLISH, CHINESE], ids=["English", "Chinese"])
def test_layers_of_either_language_match_in_any_session(session, names):
    known = [c for _, c in default_classes(session)]
    legend = RasterLegend(dict(enumerate(names, 20)))
    classes, (naming,) = classes_from_legends(["a"], [legend], known)
    assert len(classes) == len(known)
    found = [classes[naming.class_indices[value]] for value in legend.names]
    assert [c.key for c in found] == [c.key for c in known]
    assert [c.name for c in found] == (CHINESE if session else ENGLISH)
    notes = Notes()
    rules = read_rules(load_default_table("rules.csv"), default_zones(session), classes, notes)
    coefficients = read_coefficients(load_default_table("coefficients.csv"), classes, notes)
    assert notes == Notes()
    assert set(coefficients.by_key) == {"arable", "forest", "grass"}
    assert (rules.zone_matrix(classes) != 5).sum() == 42


@pytest.mark.parametrize("session", ["", "zh_CN"])
@pytest.mark.parametrize(
    "rule",
    [
        ("耕地", "露天采场", "碳排放控制区"),
        ("Arable land", "Open pit", "Carbon emission control area"),
    ],
)
def test_rules_may_name_classes_and_zones_in_either_language(session, rule):
    row = dict(zip(("from", "to", "zone"), rule))
    classes = Classes(c for _, c in default_classes(session))
    rules = read_rules(Table("R", tuple(row), [row]), default_zones(session), classes, Notes())
    table = rules.zone_matrix(classes)
    keys = [c.key for c in classes]
    assert table[keys.index("arable"), keys.index("open_pit")] == 4
    assert (table != 5).sum() == 1


@pytest.mark.parametrize(("session", "names"), [("", ENGLISH), ("zh_CN", CHINESE)])
def test_zones_of_the_default_scheme_are_found_by_names_of_the_session(session, names):
    found = default_zone_names(session)
    assert len(found) == 121
    arable, pit = (names[place].casefold() for place in (0, 6))
    lost = {zone.key: zone.name for zone in default_zones(session)}["emission_control"]
    assert found[arable, pit] == lost
    assert found[pit, arable] != lost


def test_default_densities_are_the_sums_of_the_default_coefficients():
    assert default_densities() == pytest.approx(
        {"arable": 87.11, "forest": 108.17, "grass": 94.748}, rel=1e-12
    )


def test_a_users_own_class_goes_before_an_alias():
    fields = LandClass(1, "fields", "耕地")
    arable = replace(LandClass(2, "arable", "Arable land"), aliases=("耕地",))
    assert Classes([arable, fields]).find_class("耕地") == 1
    classes, (naming,) = classes_from_legends(["a"], [RasterLegend({7: "耕地"})], [arable, fields])
    assert classes[naming.class_indices[7]].key == "fields"


def test_tables_of_a_user_have_no_aliases():
    found = read_classes(Table("t", ("value", "class"), [{"value": "1", "class": "arable"}]))
    assert found[0][1].aliases == ()


def test_the_unassigned_zone_that_a_table_lacks_has_the_name_that_is_given():
    table = Table("t", ("zone", "key", "name"), [{"zone": "1", "key": "a", "name": "A"}])
    assert read_zones(table)[-1].name == "Unassigned"
    assert read_zones(table, "未归类")[-1].name == "未归类"


def test_messages_within_messages_read_on():
    inner = Message("'{name}' in {label}", name="Sea", label="a")
    whole = Message("{what}: {names}", what=Term("layers"), names=MessageList([inner, 3]))
    assert str(whole) == "layers: 'Sea' in a, 3"
    assert str(MessageList(["a", "b"], Term("; "))) == "a; b"


def test_the_source_of_the_default_coefficients_can_be_translated():
    """In the tables it is the same; on pages and sheets it is a Term. A user's own is not."""
    classes = Classes(land_class for _, land_class in default_classes())
    own = Table("own", ("class", "soil_tc_per_ha", "vegetation_tc_per_ha", "source"), [])
    own.rows.append(dict(zip(own.columns, ("arable", "1", "2", "none"))))
    kinds = []
    for table in (load_default_table("coefficients.csv", "zh_CN"), own):
        found = read_coefficients(table, classes, Notes())
        assert found.by_key["arable"].source == table.rows[0]["source"]
        kinds.append(isinstance(found.by_key["arable"].source, Term))
    assert kinds == [True, False]
