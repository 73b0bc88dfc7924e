"""The sheet of densities in a study's workbook, which the tonnes of its losses are formulas of.

A density that is changed there by hand shows the tonnes of that sheet at once. All else of the
workbook was counted by the densities of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..base.columns import COLUMNS, Field, Kind
from ..base.messages import Term, Translate, translated
from ..xlsx.cell_styles import Style, format_of
from ..xlsx.workbook import quoted
from ..xlsx.worksheet import (
    Formula,
    Sheet,
    SheetCell,
    SheetRow,
    column_width,
    heading,
    letters_in,
    letters_of,
)
from .study import Study

DENSITIES = (
    Term("Densities"),
    Term("What a hectare of each class holds. The tonnes of the losses follow what stands here."),
)
NOTE = Term(
    "Change a yellow cell, and the sheet of carbon losses shows its tonnes by it. The balance, the "
    "ledger, the priorities and all charts stay as the run counted them."
)
# What may be changed.
OPEN = "#fff6c9"
NUMBER_WIDTH, NOTE_WIDTH = 16.0, 60.0
# The columns behind the class, as formulas name them.
SOIL, VEGETATION, SOIL_LOST, VEGETATION_LOST = "B", "C", "D", "E"


class DensitySheet:
    """A row for each class of which carbon was lost: what a hectare holds, and which part is lost.

    Args:
        names: of the classes, each as often as it comes.
        tr: gives the words in the reader's language.
    """

    def __init__(self, study: Study, names: Iterable[str], tr: Translate):
        by_name = {c.name: c for c in study.classes}
        self._held = {name: study.coefficients.of(by_name[name]) for name in dict.fromkeys(names)}
        self._rows = {name: row_number for row_number, name in enumerate(self._held, 2)}
        self._tr = tr
        self._name = ""

    def sheet(self, name: str) -> Sheet:
        """The sheet under that name, which formulas have when they are written."""
        self._name = name
        texts = [
            COLUMNS["class"].heading,
            COLUMNS["soil_tc_per_ha"].heading,
            COLUMNS["vegetation_tc_per_ha"].heading,
            Term("Part of the soil that is lost"),
            Term("Part of the vegetation that is lost"),
        ]
        heads = [
            SheetCell(
                translated(text, self._tr),
                style=heading(Kind.REAL if index else Kind.TEXT, broken=True),
            )
            for index, text in enumerate(texts)
        ]
        note = SheetCell(translated(NOTE, self._tr), style=heading(Kind.TEXT, True, broken=True))
        lines = [SheetRow([*heads, note])]
        density, part = Style(format_of(COLUMNS["soil_tc_per_ha"]), fill=OPEN), Style(fill=OPEN)
        for index, (class_name, coefficient) in enumerate(self._held.items()):
            pools = coefficient.soil, coefficient.vegetation
            cells = [
                SheetCell(class_name),
                *(SheetCell(pool.density, Kind.REAL, density) for pool in pools),
                *(SheetCell(pool.loss_fraction, Kind.REAL, part) for pool in pools),
            ]
            # By its cells in the first row GDAL knows the headings above them.
            lines.append(SheetRow([*cells, None if index else SheetCell("")]))
        first = column_width(max(letters_in(SheetCell(name)) for name in self._held))
        widths = [first, *[NUMBER_WIDTH] * (len(heads) - 1), NOTE_WIDTH]
        return Sheet(name, lines, (len(lines), len(widths)), frozen=(1, 1), widths=widths)

    def formulas(self, fields: Sequence[Field]) -> Mapping[str, Formula]:
        """The formulas of LOSSES, which has these columns."""
        letters = {name: letters_of(index) for index, (name, _) in enumerate(fields)}

        def here(column: str) -> Formula:
            """The cell of this sheet that a row of LOSSES goes by."""
            return lambda row, _: (
                f"{quoted(self._name)}!${column}${self._rows[str(row['from_class'])]}"
            )

        def of_loss(density: str, part: Formula) -> Formula:
            return lambda row, row_number: (
                f"{letters['area_ha']}{row_number}*{letters[density]}{row_number}"
                f"*{part(row, row_number)}"
            )

        return {
            "soil_tc_per_ha": here(SOIL),
            "vegetation_tc_per_ha": here(VEGETATION),
            "soil_loss_tc": of_loss("soil_tc_per_ha", here(SOIL_LOST)),
            "vegetation_loss_tc": of_loss("vegetation_tc_per_ha", here(VEGETATION_LOST)),
            "total_loss_tc": lambda _, row_number: (
                f"{letters['soil_loss_tc']}{row_number}+{letters['vegetation_loss_tc']}{row_number}"
            ),
            "total_loss_tco2": lambda _, row_number: (
                f"{letters['total_loss_tc']}{row_number}*44/12"
            ),
        }
