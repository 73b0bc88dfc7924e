"""Carbon Zones: land-use change and carbon-sink functional zones for QGIS Processing."""


def classFactory(iface):
    """The plugin, as QGIS asks for it."""
    from .plugin import CarbonZonesPlugin

    return CarbonZonesPlugin()
