"""Path to carbon neutrality: what a mine emits, what its land does, and when the balance closes."""

from __future__ import annotations

from typing import ClassVar

from ..bridge.algorithm import CarbonZonesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import Run
from ..bridge.subjects.subject_inputs import PathInputs, read_path, table_files
from ..core.base.messages import Term
from ..core.path.emissions import EMISSIONS
from ..core.path.notes import path_notes
from ..core.path.path import MILESTONE_TABLE, PATH
from ..core.results.closure import require_closure


class NeutralityPathAlgorithm(CarbonZonesAlgorithm):
    """Sets emissions by stage against the carbon of the mine's land, scenario by scenario."""

    ID = "neutralitypath"
    GROUP = "carbon"
    ONLY_FOR: ClassVar = {"MILESTONES": ("MILESTONE_TABLE", "REPORT")}
    NAME = Term("Path to carbon neutrality")
    SUMMARY = Term("Tells what a mine emits, what its land takes up, and when the balance closes.")
    TAGS = Term(
        "carbon,neutrality,emissions,scenario,path,methane,diesel,electricity,mine,coal,"
        "reclamation,sink,milestone,net zero"
    )
    HELP = Term(
        "Works out what a mine emits by stage (stripping, mining, transportation, dumping, "
        "reclamation) from its activity and emission factors, and how that goes on in "
        "scenarios, year by year to the target year. Against it stands the land: what is taken "
        "loses its carbon, and what is reclaimed regains it by its age, year by year of "
        "reclamation. Never more land is reclaimed than is mined.\n\n"
        "net = emissions + (lost - regained) x 44/12 - offsets, above 0 to the atmosphere. A "
        "scenario is neutral from the first year from which net stays at 0 or below to the "
        "target year. Cumulative net emissions stand beside it.\n\n"
        "The boundary is what the mine gives off (scope 1) and the electricity that it buys "
        "(scope 2), and the carbon of its land. What customers burn (scope 3) is not in it. "
        "Explosives and spontaneous combustion are outside the Chinese guide for coal "
        "producers; the outputs say what of it is counted.\n\n"
        "A band of uncertainty needs half-widths of the 95 % intervals of activity, factors and "
        "densities (u95)."
    )
    DECLARES = (
        "ACTIVITY SCENARIOS FACTORS GWP SCHEME CLASSES AGES TAKING_GROUPS STATUS DISTURBED "
        "BALANCE COEFFICIENTS BASE_YEAR END_YEAR MILESTONES @draws EMISSIONS PATH MILESTONE_TABLE "
        "REPORT BASE_EMISSIONS_TCO2E NEUTRAL_SCENARIOS"
    )

    def read(self, parameters: RunParameters) -> PathInputs:
        return read_path(parameters)

    def work(self, run: Run, inputs: PathInputs) -> None:
        page = run.page("REPORT")
        path = inputs.path
        path.draw(run.progress)
        require_closure(path.checks())
        run.write("EMISSIONS", EMISSIONS, path.emission_rows)
        run.write("PATH", PATH, path.rows)
        run.write("MILESTONE_TABLE", MILESTONE_TABLE, path.milestone_rows)
        run.log(inputs.notes, path_notes(path))
        if page:
            from ..core.path.page import path_page

            run.write_page(page, lambda made_by, _: path_page(path, made_by, table_files(run)))
        run.write_key_figures(path.key_figures)
