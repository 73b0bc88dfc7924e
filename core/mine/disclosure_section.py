"""The section of what reports on a mine's land ask for: DISCLOSURE, and the footprint of its sites.

The workbook of a study has it as a sheet.
"""

from __future__ import annotations

from ..base.columns import COLUMNS
from ..base.messages import Message, Term, Text
from ..report.parts import Row, Section, ShownColumn, ShownTable, known
from ..scheme.reserved import ALL, OUTSIDE
from .disclosure import Disclosure
from .disclosure_rows import CONVERTED, MODIFIED, NOT_KNOWN
from .states import KEYS, State
from .status import WORDS

NOT_TOLD = Term("not known")
# What cells show in place of the table's keys, by column.
SITES = {ALL: Term("All land"), OUTSIDE: Term("Land in no unit")}
SHOWN = {
    "site": SITES,
    "kind": {
        CONVERTED: Term("natural converted"),
        MODIFIED: Term("modified to modified"),
        NOT_KNOWN: NOT_TOLD,
    },
    "phase": {key: WORDS[state] for state, key in KEYS.items()},
    "ecosystem_before": {NOT_KNOWN: NOT_TOLD},
}
# Whose columns they are, as far as others quote it.
GRI, CHANGE, CONVERSION, NSW = "GRI 101-6", "TNFD C1.1", "ESRS E4-5", Term("New South Wales")
FOOTPRINT = "TNFD C1.0"
AFTER = {
    "site": GRI,
    "period": CONVERSION,
    "reference_date": GRI,
    "kind": GRI,
    "phase": CHANGE,
    "ecosystem_before": f"{GRI}, {CHANGE}",
    "ecosystem_after": f"{GRI}, {CHANGE}",
    "disturbed_ha": GRI,
    "reclaimed_ha": GRI,
    "net_ha": CONVERSION,
    "pct_of_before": CONVERSION,
}
HA_PER_KM2 = 100
# What a page has room for; DISCLOSURE and the sheet have all.
MOST_ROWS = 200


def after(heading: Text, standard: Text) -> Message:
    """The heading of a column, and the standard that asks for it."""
    return Message("{heading} (after {standard})", heading=heading, standard=standard)


def disclosure_section(disclosure: Disclosure, most: int | None = MOST_ROWS) -> Section:
    """What was taken and given back by site, from what to what, and how large the sites are.

    Args:
        most: how many rows are listed; None for all.
    """
    section = Section("disclosure", Term("Land disturbed and given back, for disclosure"))
    section.sentences = [
        Term(
            "Laid out for reports on a mine's land: GRI 101-6 (with GRI 12 for coal and GRI 14 for "
            "other mining), TNFD C1.0 and C1.1, ESRS E4-5 and the annual rehabilitation report of "
            "New South Wales. The texts of these standards were not at hand: columns and their "
            "names follow what others quote of them, and are no legal advice."
        ),
        Term(
            "Hectares are mapped ones. An ecosystem is a class of the maps; whether it is natural, "
            "its class table says. Which sites lie in or near sensitive areas is not known here, "
            "and land preparation is in no map."
        ),
        *disclosure.caveats,
    ]
    section.tables = [_footprint_table(disclosure), _table(disclosure, most)]
    return section


def _table(disclosure: Disclosure, most: int | None) -> ShownTable:
    """The rows of DISCLOSURE, and their areas in km2 too."""
    rows: list[Row] = [
        {
            **{c: SHOWN.get(c, {}).get(str(cell), cell) for c, cell in row.items()},
            "disturbed_km2": row["disturbed_ha"] / HA_PER_KM2,
            "reclaimed_km2": row["reclaimed_ha"] / HA_PER_KM2,
        }
        for row in disclosure.rows[:most]
    ]
    left_out = len(disclosure.rows) - len(rows)
    more = Message("Not listed: {count} further rows. DISCLOSURE has all.", count=left_out)
    return ShownTable(
        "disclosure",
        Term("Land disturbed and given back by site, period, phase and ecosystem"),
        [
            *(known(c, after(COLUMNS[c].heading, standard)) for c, standard in AFTER.items()),
            ShownColumn(after(Term("Gross disturbed, km\u00b2"), CHANGE), "disturbed_km2", 4),
            ShownColumn(after(Term("Gross reclaimed, km\u00b2"), CHANGE), "reclaimed_km2", 4),
        ],
        rows,
        folded=most is not None,
        note=more if left_out else "",
    )


def _footprint_table(disclosure: Disclosure) -> ShownTable:
    """The sites at the last date: what is controlled, was mined at some date, and is a sink now."""
    year = disclosure.whole.land.dates[-1].label
    is_bounded = disclosure.is_masked or disclosure.census.units is not None
    rows: list[Row] = []
    for site, part in disclosure.sites:
        of_site = disclosure.whole.of(part)
        is_controlled = is_bounded and site != OUTSIDE
        rows.append(
            {
                "site": SITES.get(site, site),
                "controlled": part.total_hectares / HA_PER_KM2 if is_controlled else None,
                "disturbed": of_site.ever_hectares / HA_PER_KM2,
                "restored": of_site.reclaimed_hectares / HA_PER_KM2,
                "active": of_site.hectares(State.ACTIVE),
                "established": of_site.reclaimed_hectares,
            }
        )
    columns: list[tuple[str, Text, Text, int]] = [
        ("controlled", FOOTPRINT, Term("Controlled: the land of MASK or UNITS, km\u00b2"), 4),
        ("disturbed", FOOTPRINT, Term("Disturbed: mined at some date, km\u00b2"), 4),
        ("restored", FOOTPRINT, Term("Of it restored: a sink again, km\u00b2"), 4),
        ("active", NSW, Term("Active disturbance, ha"), 2),
        ("established", NSW, Term("Ecosystem and land use establishment, ha"), 2),
    ]
    unknown = Term("What is controlled is not known: neither MASK nor UNITS was given.")
    return ShownTable(
        "footprint",
        Message("Footprint in {year}", year=year),
        [
            known("site"),
            *(ShownColumn(after(text, by), name, digits) for name, by, text, digits in columns),
        ],
        rows,
        note="" if is_bounded else unknown,
    )
