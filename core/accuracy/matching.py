"""Matching of reference cells: labels to classes, samples to strata.

A sample is a point, or a cell with its centre inside a polygon. Excluded samples are
counted by reason. Strata other than the map classes are given by the table that Sample
for accuracy writes, STRATA: `value`, `class`, `cells`, `area_ha`, `weight`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import NamedTuple

import numpy as np

from ..base.messages import DataError, Message, MessageList, Term
from ..base.numbers import FloatArray, format_list, parse_number
from ..raster.reader import MASKED_CODE, NODATA_CODE, OUTSIDE_CODE
from ..scan.class_codes import FIRST_CLASS_CODE, NoDataFilter
from ..scan.count_result import CountResult
from ..scan.series import Series
from ..scheme.class_table_proposal import ClassFinder, ClassMatch
from ..scheme.classes import LandClass
from ..scheme.disturbance_types import unmapped_conversions
from ..scheme.table import AREA_HA_BOUNDS, CELL_COUNT_BOUNDS, Table
from .cells import SampleAttributes, SampleCells, SampleOrigin
from .estimates import SIMPLE, STRATIFIED, Sample, SampleClass, Stratum

NAME_COLUMNS = ("value", "class")
# Tolerance of the sum of weights, for rounded weights.
MAX_WEIGHT_SUM_ERROR = 0.01 + 1e-9


@dataclass(frozen=True)
class StrataTable:
    """Strata of a table, and the index of their names in a field of the sample.

    Attributes:
        strata: their hectares are relative weights of the map area, unless `has_hectares`.
        of_points: whether strata are named by the points, not by a table and a field.
    """

    label: str
    strata: Sequence[Stratum]
    has_hectares: bool
    indices: Mapping[str, int]
    of_points: bool = False

    def scale_to_area(self, map_hectares: float) -> list[Stratum]:
        """Return the strata scaled to the valid area of the map."""
        if self.has_hectares:
            return list(self.strata)
        total = sum(stratum.hectares for stratum in self.strata)
        return [s._replace(hectares=s.hectares / total * map_hectares) for s in self.strata]


def read_strata(table: Table) -> StrataTable:
    """Return strata of a table, sized by `area_ha`, else `weight` (0 to 1 or %), else `cells`."""
    names = [column for column in NAME_COLUMNS if column in table.columns]
    table.check_columns([*(names or ["value"]), "cells"])
    sized_by = next((c for c in ("area_ha", "weight") if c in table.columns), "cells")
    strata: list[Stratum] = []
    indices: dict[str, int] = {}
    rows = list(table)
    for index, row in enumerate(rows):
        texts = [text for text in map(row.text_value, names) if text]
        if not texts:
            raise row.make_error("{columns} of the stratum is empty", columns=" / ".join(names))
        for text in texts:
            other = indices.setdefault(_normalize_name(text), index)
            if other != index:
                raise row.make_error(
                    "{what} duplicates row {other}", what=f"'{text}'", other=rows[other].label
                )
        cells = row.int_value("cells", **CELL_COUNT_BOUNDS)
        size = float(
            row.float_value(
                sized_by, **(AREA_HA_BOUNDS if sized_by == "area_ha" else CELL_COUNT_BOUNDS)
            )
        )
        if bool(cells) != bool(size):
            raise row.make_error(
                "cells ({cells}) and {column} ({size}) must both be 0 or both above 0",
                cells=cells,
                column=sized_by,
                size=row.text_value(sized_by),
            )
        strata.append(Stratum(texts[-1], cells, size))
    total = sum(stratum.hectares for stratum in strata)
    if not total:
        raise DataError("{table}: all strata have 0 cells", table=table.name)
    if sized_by == "weight" and min(abs(total - 1), abs(total / 100 - 1)) > MAX_WEIGHT_SUM_ERROR:
        raise DataError(
            "{table}: column 'weight' sums to {total:g}; it must sum to 1, or to 100 for "
            "percentages",
            table=table.name,
            total=total,
        )
    return StrataTable(table.name, strata, sized_by == "area_ha", indices)


def _check_same_sample(strata: StrataTable, cells: SampleCells) -> None:
    """Raise an error if a table of strata does not match the strata stored with the points."""
    for attributes in cells.attributes:
        drawn, index = attributes.drawn, strata.indices.get(_normalize_name(attributes.stratum))
        if index is None or not drawn.stratum_cells or drawn.stratum != attributes.stratum:
            continue
        stratum, own = strata.strata[index], parse_number(drawn.stratum_cells)
        if stratum.cells != own:
            raise DataError(
                "STRATA: stratum '{name}' has {cells:,} cells in {table}, but {label} gives "
                "{own} (stratum_cells); use the table of that sample",
                table=strata.label,
                name=stratum.name,
                cells=stratum.cells,
                label=cells.label,
                own=drawn.stratum_cells,
            )


def _derive_point_strata(cells: SampleCells, map_cells: int) -> StrataTable:
    """Return the strata stored with the points of a sample, with their sizes."""
    sizes: dict[str, tuple[SampleOrigin, int]] = {}
    for attributes in cells.attributes:
        drawn, feature = attributes.drawn, attributes.feature
        if not drawn.stratum:
            raise DataError(
                "REFERENCE: {label}, feature {feature} has no stratum; remove it or set "
                "STRATA and STRATUM_FIELD",
                label=cells.label,
                feature=feature,
            )
        first, other = sizes.setdefault(_normalize_name(drawn.stratum), (drawn, feature))
        if drawn.stratum_cells != first.stratum_cells:
            raise DataError(
                "REFERENCE: {label} mixes samples: stratum {stratum} has {cells} cells in "
                "feature {feature}, {others} in feature {other}; use one sample",
                label=cells.label,
                stratum=drawn.stratum,
                cells=drawn.stratum_cells,
                feature=feature,
                others=first.stratum_cells,
                other=other,
            )
    strata = []
    for drawn, feature in sizes.values():
        counted, hectares = map(parse_number, (drawn.stratum_cells, drawn.stratum_ha))
        if not counted or not hectares or min(counted, hectares) < 0:
            raise DataError(
                "STRATA: {label}, feature {feature}: stratum size missing (stratum_cells, "
                "stratum_ha); set STRATA and STRATUM_FIELD",
                label=cells.label,
                feature=feature,
            )
        strata.append(Stratum(drawn.stratum_name or drawn.stratum, int(counted), float(hectares)))
    total = sum(stratum.cells for stratum in strata)
    if total != map_cells:
        raise DataError(
            "MAP: {total:,} cells in the strata of {label}, but {here:,} valid cells; use "
            "MAP, MASK, NODATA and all points of the sample",
            label=cells.label,
            total=total,
            here=map_cells,
        )
    return StrataTable(cells.label, strata, True, dict(zip(sizes, range(len(sizes)))), True)


def _normalize_name(text: str) -> str:
    """Return a name normalized for comparison: 3, 3.0 and ' 3' are equal, and so are A and a."""
    value = parse_number(text.strip())
    if value is not None and isfinite(value) and value == int(value):
        return str(int(value))
    return text.strip().casefold()


# Codes of exclusion: by location or by attributes.
UNLABELLED, NODATA_LABEL, UNMAPPED = -1, -2, -3
EXCLUSION_REASONS: Mapping[int, Term] = {
    OUTSIDE_CODE: Term("outside the map"),
    MASKED_CODE: Term("outside the mask"),
    NODATA_CODE: Term("on NoData of the map"),
    UNLABELLED: Term("without a label"),
    NODATA_LABEL: Term("with a label that is NoData in the map"),
    UNMAPPED: Term("without a class in MAP_FIELD"),
}


class MatchedSample(NamedTuple):
    """A matched sample, and the samples excluded.

    Attributes:
        sample: the valid samples.
        left_out: number of excluded samples by reason.
        contradicted: samples with a MAP_FIELD that differs from the map.
        elsewhere: samples matched by MAP_FIELD where the map has no class.
        total: all samples of the reference.
        agreeing: whether map and reference agree, by index of attributes and class code of
            the valid samples.
    """

    sample: Sample
    left_out: Mapping[int, int]
    contradicted: int
    elsewhere: int
    total: int
    agreeing: Mapping[tuple[int, int], bool]


def format_exclusions(left_out: Mapping[int, int]) -> MessageList:
    """Return the numbers of excluded samples with their reasons as text."""
    return MessageList(
        Message("{count:,} {why}", count=left_out[reason], why=words)
        for reason, words in EXCLUSION_REASONS.items()
        if left_out.get(reason)
    )


def match_samples(
    cells: SampleCells,
    series: Series,
    census: CountResult,
    design: str,
    strata: StrataTable | None = None,
    by_field: bool = False,
    language: str = "",
) -> MatchedSample:
    """Match the samples of a reference with a map.

    Args:
        cells: cells of the reference, after the pass.
        strata: strata of the design, if not the map classes.
        by_field: whether the map class is given by an attribute instead of the map.
        language: language of the names of classes missing in the map.
    """
    matching = _SampleMatcher(cells, series, census, by_field, language)
    if strata is not None:
        _check_same_sample(strata, cells)
    elif matching.has_other_strata(design):
        strata = _derive_point_strata(cells, census.valid_cells)
    triples: Counter[tuple[int, int, int]] = Counter()
    left_out: Counter[int] = Counter()
    agreeing = {}
    contradicted = elsewhere = 0
    for (index, code), count in sorted(cells.counts.items()):
        attributes = cells.attributes[index]
        matched_as = matching.match_classes(attributes, code)
        if isinstance(matched_as, int):
            left_out[matched_as] += count
            continue
        shown, reference = matched_as
        if by_field and code < FIRST_CLASS_CODE:
            elsewhere += count
        elif by_field and shown != code - FIRST_CLASS_CODE:
            contradicted += count
        stratum = 0 if strata is None else matching.find_stratum_index(attributes, strata)
        triples[stratum, shown, reference] += count
        agreeing[index, code] = shown == reference
    total = sum(cells.counts.values())
    if not triples:
        raise DataError(
            "{label}: no valid samples ({count:,} found): {reasons}",
            label=cells.label,
            count=total,
            reasons=format_exclusions(left_out) if total else Term("none on the map"),
        )
    sample = matching.create_sample(triples, design, strata)
    if not sample.covered.any():
        raise DataError("{label}: no sample lies in a stratum with area", label=cells.label)
    return MatchedSample(sample, left_out, contradicted, elsewhere, total, agreeing)


class _SampleMatcher:
    """Matcher of samples to classes; indices are those of the census, then new classes."""

    def __init__(
        self, cells: SampleCells, series: Series, census: CountResult, by_field: bool, language: str
    ):
        self.cells, self.census, self.by_field = cells, census, by_field
        self.classes, self.fresh = census.cube.classes, list[ClassMatch]()
        self._is_left_out = NoDataFilter(series.rasters[0])
        named = series.namings[0].class_indices
        self._named = set(named.values())
        by_value = {c.value: n for n, c in enumerate(self.classes) if not c.listed}
        by_value.update(named)
        by_value = {value: n for value, n in by_value.items() if not self._is_left_out(value)}
        self._by_value = by_value
        # A legend may also name NoData values.
        self._empty = self._named - set(by_value.values())
        label = series.rasters[0].label
        self._finder = ClassFinder(self.classes, [label], [by_value], language)
        # The value of a conversion missing in the map is a valid label as well.
        names = {value: self.classes[n].name for value, n in by_value.items()}
        conversions = unmapped_conversions(names)
        self._unmapped: dict[float, str] = {
            value: name for value, name in conversions.items() if not self._is_left_out(value)
        }
        self._known: dict[str, int | None] = {}
        self._fresh_indices: dict[str, int] = {}

    def match_classes(self, attributes: SampleAttributes, code: int) -> tuple[int, int] | int:
        """Return the indices of map and reference class, or else the reason of exclusion."""
        if code == MASKED_CODE or (code < FIRST_CLASS_CODE and not self.by_field):
            return code
        if self.by_field and not attributes.map_class:
            return UNMAPPED
        if not attributes.label:
            return UNLABELLED
        reference = self._find_class_index(attributes.label, attributes)
        if reference is None:
            return NODATA_LABEL
        shown: int | None = code - FIRST_CLASS_CODE
        if self.by_field:
            shown = self._find_class_index(attributes.map_class, attributes)
        return UNMAPPED if shown is None else (shown, reference)

    def _find_class_index(self, text: str, attributes: SampleAttributes) -> int | None:
        """Return the index of the class of a label, or None if it is NoData in the map."""
        if text in self._known:
            return self._known[text]
        try:
            value = parse_number(text.strip())
            named = None if value is None else self._unmapped.get(value)
            match = self._finder.match(named or text)
        except DataError as error:
            raise DataError(
                "{label}, feature {number}: {what}",
                label=self.cells.label,
                number=attributes.feature,
                what=error.message,
            ) from None
        land_class, class_index = match.land_class, match.class_index
        if class_index is not None:
            class_index = None if class_index in self._empty else class_index
        elif land_class.listed or not self._is_left_out(land_class.value):
            # Classes missing in the map are numbered in order of occurrence.
            key = land_class.key.casefold()
            class_index = self._fresh_indices.get(key)
            if class_index is None:
                class_index = self._fresh_indices[key] = len(self.classes) + len(self.fresh)
                self.fresh.append(match)
        self._known[text] = class_index
        return class_index

    def has_other_strata(self, design: str) -> bool:
        """Return whether points of Sample for accuracy were drawn by strata other than map classes.

        Raise an error if there are none, or they are another map's classes without sizes.
        """
        drawn = [a.drawn for a in self.cells.attributes if a.drawn.stratum and a.drawn.map_value]
        if drawn and design == SIMPLE:
            raise DataError(
                "DESIGN: {label} is a stratified sample (field stratum); choose stratified",
                label=self.cells.label,
            )
        if any(_normalize_name(d.stratum) != _normalize_name(d.map_value) for d in drawn):
            return True
        moved = 0
        for (index, code), count in self.cells.counts.items():
            own = self.cells.attributes[index].drawn
            if own.stratum and own.map_value and code >= FIRST_CLASS_CODE and not self.by_field:
                value = parse_number(own.map_value) or 0
                moved += count if self._by_value.get(int(value)) != code - FIRST_CLASS_CODE else 0
        if moved and not all(d.stratum_cells for d in drawn):
            raise DataError(
                "MAP: {count:,} points of {label} lie in another class than their map_value; "
                "use the map of the sample",
                count=moved,
                label=self.cells.label,
            )
        return bool(moved)

    def find_stratum_index(self, attributes: SampleAttributes, strata: StrataTable) -> int:
        name = _normalize_name(attributes.drawn.stratum if strata.of_points else attributes.stratum)
        if name in strata.indices:
            return strata.indices[name]
        raise DataError(
            "STRATUM_FIELD: {label}, feature {feature}: stratum '{text}' is not in {table}; "
            "available: {names}",
            label=self.cells.label,
            feature=attributes.feature,
            text=attributes.stratum,
            table=strata.label,
            names=format_list(stratum.name for stratum in strata.strata),
        )

    def create_sample(
        self, triples: Counter[tuple[int, int, int]], design: str, strata: StrataTable | None
    ) -> Sample:
        tally = self.census.dates.common[0]
        cells, hectares = tally.cells[FIRST_CLASS_CODE:], tally.hectares[FIRST_CLASS_CODE:]
        used = {index for _, shown, reference in triples for index in (shown, reference)}
        used.update(map(int, np.flatnonzero(cells)))
        known = [index for index in range(len(self.classes)) if index in used]
        ranks = sorted(
            (n for n in range(len(self.fresh)) if len(self.classes) + n in used),
            key=lambda n: (self.fresh[n].rank, self.fresh[n].land_class.name.casefold()),
        )
        order = [*known, *(len(self.classes) + n for n in ranks)]
        classes = [self._create_sample_class(index, hectares) for index in order]
        sizes = [int(cells[index]) if index < cells.size else 0 for index in order]
        by_class = design == STRATIFIED and strata is None
        of_design = [Stratum("", self.census.valid_cells, self.census.valid_area_ha)]
        if by_class:
            of_design = [Stratum(c.name, n, c.hectares) for c, n in zip(classes, sizes)]
        elif strata is not None and design != SIMPLE:
            of_design = strata.scale_to_area(self.census.valid_area_ha)
        rows = {class_index: row for row, class_index in enumerate(order)}
        counts = np.zeros((len(of_design), len(order), len(order)), np.int64)
        for (stratum, shown, reference), count in triples.items():
            row = rows[shown]
            counts[row if by_class else stratum, row, rows[reference]] += count
        if strata is not None:
            for given, size in zip(strata.strata, counts.sum(axis=(1, 2)).tolist()):
                # The stratum would be treated as fully sampled.
                if given.cells < size:
                    raise DataError(
                        "{table}: stratum '{name}' has {cells:,} cells, fewer than its "
                        "{count:,} samples in {reference}",
                        table=strata.label,
                        name=given.name,
                        cells=given.cells,
                        count=size,
                        reference=self.cells.label,
                    )
        return Sample(design, classes, of_design, counts, by_class)

    def _create_sample_class(self, class_index: int, hectares: FloatArray) -> SampleClass:
        if class_index >= len(self.classes):
            land_class: LandClass = self.fresh[class_index - len(self.classes)].land_class
            # The value belongs to the reference; a class of the paper may have another value in
            # this map.
            return SampleClass(land_class, None if land_class.listed else land_class.value, 0.0)
        land_class = self.classes[class_index]
        # A scheme class not named by the map has the value of another map.
        is_named = class_index in self._named or not land_class.listed
        value = land_class.value if is_named else None
        return SampleClass(land_class, value, float(hectares[class_index]))
