"""The provider offers what the interface promises."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication


def test_every_algorithm_has_help_and_an_icon(qgis_app):
    provider = QgsApplication.processingRegistry().providerById("carbonzones")
    assert provider.algorithms()
    for algorithm in provider.algorithms():
        assert algorithm.shortHelpString()
        assert algorithm.shortDescription().endswith(".")
        assert algorithm.tags()
        assert Path(algorithm.svgIconPath()).is_file()
        assert not algorithm.icon().isNull()
        assert len(algorithm.displayName().split()) <= 4
        for definition in algorithm.parameterDefinitions():
            assert definition.help(), f"{algorithm.name()} {definition.name()}"
