"""The sections of a study's page, in their order."""

from __future__ import annotations

from collections.abc import Callable

from ..change.intensity_section import intensity_section
from ..change.transitions_section import transition_section
from ..mine.age_section import age_section
from ..mine.reclamation import Reclamation
from ..mine.status_section import STATES, state_section
from ..mine.taken_section import taken_section
from ..report.change_section import change_section
from ..report.parts import Section
from ..report.proof import audit_section, closure_section
from ..report.share_section import share_section
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


def _mined(study: Study) -> Reclamation | None:
    """What became of mined land, where there is any."""
    found = study.reclamation
    return found if found and found.ever_hectares else None


def _intensity(study: Study) -> Section | None:
    return intensity_section(study.analysis)


def _transitions(study: Study) -> Section | None:
    return transition_section(study.analysis)


def _taken(study: Study) -> Section | None:
    found = _mined(study)
    return taken_section(found) if found else None


def _states(study: Study) -> Section | None:
    found = _mined(study)
    return (
        state_section(found, study.series, study.consumers.thumbnails.get(STATES))
        if found
        else None
    )


def _ages(study: Study) -> Section | None:
    found = _mined(study)
    return age_section(found) if found and found.has_ages else None


# In the order of the page. None is for a subject that the classes of the study do not have. First
# what a reader came for, then all other results, and what they follow from; the sections on
# parameters and sources, which are of the run and not of the study, come with the last of these.
Sections = tuple[Callable[[Study], "Section | None"], ...]
FIRST: Sections = (
    story_section,
    land_section,
    _taken,
    carbon_section,
    loss_section,
    zone_section,
    unit_section,
)
MORE: Sections = (
    damage_section,
    _states,
    _ages,
    share_section,
    transfer_section,
    change_section,
    trajectory_section,
    _intensity,
    _transitions,
    unassigned_section,
)
PROOF: Sections = (method_section, closure_section, audit_section)
SECTIONS: Sections = (*FIRST, *MORE, *PROOF)
