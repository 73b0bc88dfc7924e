"""Path to carbon neutrality: mine emissions, land carbon and the year of net zero."""

from __future__ import annotations

from typing import ClassVar

from ..bridge.algorithm import CarbonZonesAlgorithm
from ..bridge.parameters import RunParameters
from ..bridge.run_context import RunContext
from ..bridge.subjects.subject_inputs import PathInputs, hash_table_files, read_path_inputs
from ..core.base.messages import Term
from ..core.path.emissions import EMISSIONS
from ..core.path.notes import path_notes
from ..core.path.path import MILESTONE_TABLE, PATH
from ..core.results.closure import raise_failed_check


class NeutralityPathAlgorithm(CarbonZonesAlgorithm):
    """Balance of emissions by stage and the carbon of the mine's land for each scenario."""

    ID = "neutralitypath"
    GROUP = "carbon"
    ONLY_FOR: ClassVar = {"MILESTONES": ("MILESTONE_TABLE", "REPORT")}
    NAME = Term("Path to carbon neutrality")
    SUMMARY = Term(
        "Projects mine emissions, land carbon removals and the year of carbon neutrality."
    )
    TAGS = Term(
        "carbon,neutrality,emissions,scenario,path,methane,diesel,electricity,mine,coal,"
        "reclamation,sink,milestone,net zero"
    )
    HELP = Term(
        "Projects mine emissions by stage (stripping, mining, transport, dumping, "
        "reclamation) and land carbon to a target year under one or more scenarios. "
        "Disturbed land loses its carbon stock; reclaimed land accumulates carbon by age.\n\n"
        "Net emissions = emissions + (loss - gain) × 44/12 - offsets. A scenario is carbon "
        "neutral from the first year in which net emissions remain at or below 0.\n\n"
        "Boundary: scope 1, scope 2 and land; scope 3 excluded. Uncertainty requires 95 % "
        "margins of error (u95) for activity data, emission factors and densities."
    )
    DECLARES = (
        "ACTIVITY SCENARIOS FACTORS GWP SCHEME CLASSES AGES TAKING_GROUPS STATUS DISTURBED "
        "BALANCE COEFFICIENTS BASE_YEAR END_YEAR MILESTONES @draws EMISSIONS PATH MILESTONE_TABLE "
        "REPORT BASE_EMISSIONS_TCO2E NEUTRAL_SCENARIOS"
    )

    def read_inputs(self, parameters: RunParameters) -> PathInputs:
        return read_path_inputs(parameters)

    def execute(self, run: RunContext, inputs: PathInputs) -> None:
        page = run.page_path("REPORT")
        path = inputs.path
        path.simulate_bands(run.report_progress)
        raise_failed_check(path.consistency_checks())
        run.write_output_table("EMISSIONS", EMISSIONS, path.emission_rows)
        run.write_output_table("PATH", PATH, path.rows)
        run.write_output_table("MILESTONE_TABLE", MILESTONE_TABLE, path.milestone_rows)
        run.log_notes(inputs.notes, path_notes(path))
        if page:
            from ..core.path.page import path_page

            run.write_page(page, lambda made_by, _: path_page(path, made_by, hash_table_files(run)))
        run.set_numeric_outputs(path.key_figures)
