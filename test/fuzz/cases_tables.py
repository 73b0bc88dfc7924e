"""Random tables of a scheme: rules as a list or a square, zones, coefficients, taking groups."""

from __future__ import annotations

from dataclasses import dataclass

from .legends import default_rows
from .oracle_names import names_of
from .oracle_rules import tied

RULE_COLUMNS = ("from", "to", "zone")
COEFFICIENT_COLUMNS = ("class", "soil_tc_per_ha", "vegetation_tc_per_ha")
ZONE_COLUMNS = ("zone", "key", "name")


@dataclass
class RuleTable:
    """Rules and zones as rows of text; the default ones where they are not the user's own."""

    columns: tuple
    rows: list
    zones: list
    is_own: bool
    has_own_zones: bool


@dataclass
class LossTable:
    """Coefficients as rows of text, and the text of TAKING_GROUPS.

    `is_needed` says whether a run without any class that takes land must be refused; `years` are
    those of the dates where a ledger is kept, and not the losses.
    """

    disturbing: str
    rows: list
    is_own: bool
    is_needed: bool = False
    years: tuple = ()


def random_rules(rng, case) -> RuleTable:
    """Rules for the classes of a case, which seldom contradict each other or name what is not."""
    zones, has_own_zones = default_rows("zones.csv"), False
    if rng.random() < 0.4:
        zones, has_own_zones = _zones(rng), True
    if rng.random() < 0.25 and not has_own_zones:
        return RuleTable(RULE_COLUMNS, default_rows("rules.csv"), zones, False, False)
    names = names_of(case, needs_names=True)
    lands = list(names.named or names.listed.values())
    is_square = rng.random() < 0.4
    mends = rng.random() < 0.85
    sources = [_side(rng, lands, names) for _ in range(rng.integers(1, 7))]
    targets = [_side(rng, lands, names, is_target=True) for _ in range(rng.integers(1, 7))]
    rules: list[dict] = []
    for _ in range(int(rng.integers(1, 14))):
        rule = {
            "from": sources[rng.integers(len(sources))],
            "to": targets[rng.integers(len(targets))],
            "zone": _zone(rng, zones),
        }
        if not (mends and tied([*rules, rule], zones, names)):
            rules.append(rule)
    if is_square:
        return RuleTable(*_square(rules), zones, True, has_own_zones)
    return RuleTable(RULE_COLUMNS, rules, zones, True, has_own_zones)


def _square(rules: list) -> tuple:
    """Columns and rows of the square table that means the same."""
    targets = list(dict.fromkeys(rule["to"].lower() for rule in rules))
    rows: list[dict] = []
    for rule in rules:
        place = rule["to"].lower()
        for row in rows:
            if row["from"] == rule["from"] and not row[place]:
                break
        else:
            row = {"from": rule["from"], **dict.fromkeys(targets, "")}
            rows.append(row)
        row[place] = rule["zone"]
    return ("from", *targets), rows


def _side(rng, lands: list, names, is_target: bool = False) -> str:
    kind = rng.random()
    if kind < 0.02:
        return "@nothing" if rng.random() < 0.5 else "Moor and heath"
    if kind < 0.12:
        return "*"
    if kind < 0.27 and is_target:
        return "="
    groups = sorted({land.group for land in names.listed.values() if land.group})
    if kind < 0.65 and groups:
        mark, group = str(rng.choice(["@", "@", "@ "])), str(rng.choice(groups))
        return mark + (group.upper() if rng.random() < 0.2 else group)
    return called(rng, lands[rng.integers(len(lands))])


def called(rng, land) -> str:
    """A class by one of its names."""
    words = [word for word in (land.key, land.name, *land.aliases) if word.strip() == word]
    word = words[rng.integers(len(words))] if rng.random() < 0.4 else land.key
    return word.upper() if rng.random() < 0.1 else word


def _zone(rng, zones: list) -> str:
    zone = zones[rng.integers(len(zones))]
    word = str(zone[str(rng.choice(ZONE_COLUMNS))])
    return word.upper() if rng.random() < 0.2 else word


def _zones(rng) -> list[dict]:
    numbers = (rng.permutation(254)[: rng.integers(1, 6)] + 1).tolist()
    if rng.random() < 0.5:
        numbers = sorted(range(1, len(numbers) + 1), reverse=bool(rng.random() < 0.5))
    keys = [f"k{number}" for number in numbers]
    if rng.random() < 0.5:
        keys[rng.integers(len(keys))] = "Unassigned" if rng.random() < 0.3 else "unassigned"
    return [
        {"zone": str(n), "key": key, "name": f"Zone {key} 区" if rng.random() < 0.8 else key}
        for n, key in zip(numbers, keys)
    ]


def random_disturbing(rng, case) -> str:
    """The text of TAKING_GROUPS."""
    names = names_of(case, needs_names=True)
    lands = list(names.named or names.listed.values())
    groups = sorted({land.group for land in lands if land.group not in ("", "sink")})
    several = rng.permutation([*groups, *groups, "mine"]).tolist()
    texts = ["mine", "", "mine,built", "built", " Mine ; BUILT", "nothing"]
    texts += [",".join(several[: rng.integers(1, 4)]) for _ in range(12)]
    texts += ["sink,mine", " , "] if rng.random() < 0.1 else []
    return texts[rng.integers(len(texts))]


def random_losses(rng, case, is_needed: bool = False) -> LossTable:
    """Coefficients of most sinks of a case, and some groups that take land."""
    disturbing = random_disturbing(rng, case)
    names = names_of(case, needs_names=True)
    lands = list(names.named or names.listed.values())
    if rng.random() < 0.2:
        return LossTable(disturbing, default_rows("coefficients.csv"), False, is_needed)
    rows, has_all = [], rng.random() < 0.8
    densities = [*rng.uniform(0, 120, 3).round(3).tolist(), 0.0, 82.11]
    for land in names.listed.values():
        is_wanted = has_all if land.group == "sink" else rng.random() < 0.2
        if is_wanted or rng.random() < 0.3:
            soil, vegetation = rng.choice(densities, 2).tolist()
            rows.append(
                dict(zip(COEFFICIENT_COLUMNS, (called(rng, land), repr(soil), repr(vegetation))))
            )
    if rng.random() < 0.03:
        rows.append(dict(zip(COEFFICIENT_COLUMNS, ("Moor and heath", "1", "2"))))
    if rng.random() < 0.03 and rows:
        rows.append(dict(rows[0]))
    if not rows:
        rows.append(dict(zip(COEFFICIENT_COLUMNS, (lands[0].key, "1.5", "0"))))
    return LossTable(disturbing, rng.permutation(rows).tolist(), True, is_needed)
