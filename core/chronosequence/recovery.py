"""What has come back, of which class and by which age, and of what too little is known to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from ..base.messages import Listed, Message, Text
from ..report.rounding import rounded
from ..scan.measured import Moments
from ..scheme.classes import Classes
from .chronosequence import Age
from .values import ValueLayer

# Of fewer values mean and scatter say little, by custom.
LEAST_VALUES = 30
# From so many per cent of undisturbed land on, land is called back.
BACK = 90.0


class Judged:
    """The ages of reclaimed land at a raster, by class, and which of them can be judged."""

    def __init__(self, layer: ValueLayer, ages: Sequence[Age], classes: Classes):
        self.ages, self.classes = ages, classes
        # Cells of land use that share a value are not so many values.
        self.least_cells = LEAST_VALUES * max(1.0, layer.cells_within)

    def is_enough(self, moments: Moments) -> bool:
        """Whether there are enough cells with a value."""
        return moments.with_value >= self.least_cells

    @property
    def by_class(self) -> Iterator[tuple[int, list[Age]]]:
        """The index of each class, with its ages."""
        for class_index, ages in groupby(self.ages, lambda age: age.class_index):
            yield class_index, list(ages)

    def sentences(self) -> list[Text]:
        """What back means, a sentence for each class, and one for all that has too few cells."""
        sentences: list[Text] = []
        for class_index, ages in self.by_class:
            known = [age for age in ages if self.is_enough(age.moments)]
            if known:
                sentences.append(self._sentence(self.classes[class_index].name, known))
        if sentences:
            back = Message(
                "Back is called what has {least} % or more of what undisturbed land of its class "
                "has, at an age and all greater ones.",
                least=rounded(BACK),
            )
            sentences.insert(0, back)
        few = [age for age in self.ages if not self.is_enough(age.moments)]
        if few:
            sentences.append(
                Message(
                    "Too few cells to say anything, fewer than {least}: {land}.",
                    least=rounded(self.least_cells),
                    land=Listed(
                        Message(
                            "{land_class} of {ages} years ({cells})",
                            land_class=self.classes[age.class_index].name,
                            ages=ages_of(age),
                            cells=rounded(age.moments.with_value),
                        )
                        for age in few
                    ),
                )
            )
        return sentences

    def _sentence(self, name: str, ages: Sequence[Age]) -> Message:
        """Of a class, by which of its ages, those with enough cells, it is back."""
        undisturbed = ages[0].undisturbed
        if not self.is_enough(undisturbed):
            return Message(
                "{land_class}: nothing to compare with; of land that never was mined {cells} cells "
                "have a value.",
                land_class=name,
                cells=rounded(undisturbed.with_value),
            )
        if undisturbed.mean <= 0:
            return Message(
                "{land_class}: the mean of undisturbed land is not above 0, so parts of it mean "
                "nothing.",
                land_class=name,
            )
        told: dict[str, object] = {
            "land_class": name,
            "parts": Listed(
                Message("{pct} % at {ages} years", pct=rounded(age.pct, 1), ages=ages_of(age))
                for age in ages
            ),
        }
        back = list(takewhile(lambda age: (age.pct or 0.0) >= BACK, reversed(ages)))
        if not back:
            return Message(
                "{land_class}, of what undisturbed land has: {parts}; not back yet.", **told
            )
        return Message(
            "{land_class}, of what undisturbed land has: {parts}; back by an age of {ages} years.",
            **told,
            ages=ages_of(back[-1]),
        )


def ages_of(age: Age) -> str:
    """The interval of an age, such as 9 to 18, with a dash."""
    least, _, most = age.years
    return f"{least}\N{EN DASH}{most}"
