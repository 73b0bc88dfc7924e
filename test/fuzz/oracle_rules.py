"""Which zone a conversion comes to, by the ranks in the manual (docs/scheme_tables.md)."""

from carbon_zones.test.core.schemes import RANKS

from .oracle_names import find


def zones_of(table, names, seen: set, histories: dict, periods: dict, result) -> None:
    """Cells and hectares by zone, and why the rules must be refused, into a result."""
    rules = _listed(table.columns, table.rows)
    unknown = [side for rule in rules for side in _unknown(rule, names)]
    if unknown and table.is_own:
        result.refusals.append(tuple(f"'{side}'" for side in unknown[:3]))
    rules = [rule for rule in rules if not _unknown(rule, names)]
    zones = _Zones(table.zones)
    fitting = _Fitting(rules, zones, names)
    lands = [*names.listed.values(), *(land for land in seen if not land.listed)]
    if any(len(fitting.zones(one, other)) > 1 for one in lands for other in lands):
        result.refusals.append(("different zones",))
        return
    named = names.named
    if not any(fitting.zone(one, other) != zones.unassigned for one in named for other in named):
        only = set(zones.numbers) == {zones.unassigned}
        result.refusals.append(
            ("no zones for the rules" if only else "no rule applies to the classes of this run",)
        )
    for name, (a, b) in periods.items():
        found = {number: [0, 0.0] for number in zones.numbers}
        for history, (cells, hectares) in histories.items():
            entry = found[fitting.zone(history[a], history[b])]
            entry[0] += cells
            entry[1] += hectares
        for number, entry in found.items():
            result.numbers["zone", name, number] = entry


def tied(rules: list[dict], zones: list[dict], names) -> bool:
    """Whether some rules of the same rank give a conversion different zones."""
    known = [rule for rule in rules if not _unknown(rule, names)]
    fitting = _Fitting(known, _Zones(zones), names)
    lands = list(names.listed.values())
    return any(len(fitting.zones(one, other)) > 1 for one in lands for other in lands)


def _listed(columns: tuple, rows: list) -> list[dict]:
    """The rules of a list, or of a square table with a column per class."""
    if "to" in columns or "zone" in columns:
        return rows
    return [
        {"from": row["from"], "to": column, "zone": row[column]}
        for row in rows
        for column in columns[1:]
        if row[column]
    ]


def _unknown(rule: dict, names) -> list[str]:
    """The sides of a rule that mean nothing."""
    groups = {land.group.casefold() for land in names.listed.values() if land.group}
    strange = []
    for side in (rule["from"], rule["to"]):
        if side.startswith("@"):
            known = side[1:].strip().casefold() in groups
        else:
            known = side in ("*", "=") or find(names.listed.values(), side) is not None
        strange += [] if known else [side]
    return strange


class _Zones:
    """Zones by what they may be called."""

    def __init__(self, rows: list[dict]):
        self.numbers = [int(row["zone"]) for row in rows]
        self.by_word: dict[str, int] = {}
        for row in rows:
            for word in (row["zone"], row["key"], row["name"]):
                self.by_word.setdefault(word.casefold(), int(row["zone"]))
        own = [int(row["zone"]) for row in rows if row["key"].casefold() == "unassigned"]
        if not own:
            own = [next(n for n in range(1, 256) if n not in self.numbers)]
            self.numbers += own
        (self.unassigned,) = own


class _Fitting:
    """The zones of conversions by rules whose sides are all known."""

    def __init__(self, rules: list[dict], zones: _Zones, names):
        self._zones = zones
        self._rules = [
            (
                _side(rule["from"], names),
                _side(rule["to"], names),
                zones.by_word[rule["zone"].casefold()],
            )
            for rule in rules
        ]
        self._known: dict = {}

    def zone(self, one, other) -> int:
        """The zone of a conversion of which no rules are tied."""
        found = self.zones(one, other)
        return next(iter(found)) if found else self._zones.unassigned

    def zones(self, one, other) -> set[int]:
        """The zones by the strongest rules that fit; none where no rule does."""
        if (one, other) not in self._known:
            by_rank: dict[int, set] = {}
            for source, target, zone in self._rules:
                same = target[0] == "same"
                if _means(source, one) and (one == other if same else _means(target, other)):
                    rank = RANKS.index({source[0], target[0]})
                    by_rank.setdefault(rank, set()).add(zone)
            self._known[one, other] = by_rank[min(by_rank)] if by_rank else set()
        return self._known[one, other]


def _side(text: str, names) -> tuple:
    """What kind of side it is, and the class's key or the group."""
    if text in ("*", "="):
        return ("any" if text == "*" else "same", "")
    if text.startswith("@"):
        return "group", text[1:].strip().casefold()
    return "class", find(names.listed.values(), text).key


def _means(side: tuple, land) -> bool:
    kind, word = side
    if kind == "any":
        return True
    if not land.listed:
        return False
    return word == (land.group.casefold() if kind == "group" else land.key)
