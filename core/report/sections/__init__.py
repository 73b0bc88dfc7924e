"""The sections of the pages, a file per subject, and which of them a study's page has."""

from __future__ import annotations

from collections.abc import Callable

from ...results.reclamation import Reclamation
from ...results.study import Study
from ..parts import Section
from .audit import audit_section
from .change import change_section
from .closure import closure_section
from .damage import damage_section
from .intensity import intensity_section
from .land import land_section
from .losses import loss_section
from .method import method_section
from .mine_ages import age_section
from .mine_carbon import carbon_section
from .mine_states import STATES, state_section
from .shares import share_section
from .story import story_section
from .taken import taken_section
from .trajectories import trajectory_section
from .transfers import transfer_section
from .transitions import transition_section
from .unassigned import unassigned_section
from .units import unit_section
from .zones import zone_section


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
        state_section(found, study.series, study.beside.thumbnails.get(STATES)) if found else None
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
