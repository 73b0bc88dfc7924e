"""The provider offers what the interface promises."""

from __future__ import annotations

from qgis.core import QgsApplication

IDS = {
    "areashares",
    "carbonloss",
    "exporttables",
    "sampledata",
    "study",
    "transfermatrix",
    "zonemap",
    "zonereclassification",
}


def test_eight_algorithms_with_help(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert {algorithm.name() for algorithm in provider.algorithms()} == IDS
    for algorithm in provider.algorithms():
        assert algorithm.shortHelpString()
        assert algorithm.shortDescription().endswith(".")
        assert algorithm.tags()
        assert not algorithm.icon().isNull()
        assert len(algorithm.displayName().split()) <= 4
        for definition in algorithm.parameterDefinitions():
            assert definition.help(), f"{algorithm.name()} {definition.name()}"
