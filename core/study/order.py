"""What orders the page of a study: SECTIONS, chapter by chapter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..base.messages import Term, Text
from ..change.intensity_section import intensity_section
from ..change.transitions_section import transition_section
from ..mine.age_section import age_section
from ..mine.status_section import STATES, state_section
from ..mine.taken_section import taken_section
from ..report.change_section import change_section
from ..report.parts import Section
from ..report.proof import audit_section, closure_section
from ..report.shares import share_section
from ..report.transfer_section import transfer_section
from .damage_section import damage_section
from .land_section import land_section
from .losses_section import loss_section
from .method_section import method_section
from .mine_carbon_section import carbon_section
from .story_section import story_section
from .study import Study
from .trajectories_section import trajectory_section
from .unassigned_section import unassigned_section
from .units_section import unit_section
from .zones_section import zone_section


def _taken(study: Study) -> Section | None:
    return taken_section(study.mined) if study.mined else None


def _states(study: Study) -> Section | None:
    thumbnail = study.consumers.thumbnails.get(STATES)
    return state_section(study.mined, study.series, thumbnail) if study.mined else None


def _ages(study: Study) -> Section | None:
    return age_section(study.mined) if study.mined and study.mined.has_ages else None


# First what a reader came for, then all other results, and what they follow from; the sections on
# parameters and sources, which are of the run and not of the study, come after the last of these.
# One gives None on a subject that the classes of the study do not have.
SECTIONS: Mapping[Text, tuple[Callable[[Study], Section | None], ...]] = {
    "": (
        story_section,
        land_section,
        _taken,
        carbon_section,
        loss_section,
        zone_section,
        unit_section,
    ),
    Term("More results"): (
        damage_section,
        _states,
        _ages,
        share_section,
        transfer_section,
        change_section,
        trajectory_section,
        lambda study: intensity_section(study.analysis),
        lambda study: transition_section(study.analysis),
        unassigned_section,
    ),
    Term("Method and proof"): (method_section, closure_section, audit_section),
}
