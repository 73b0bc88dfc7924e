"""What a map shows and what its data come from, as their file says."""

from __future__ import annotations

from ..raster.source import RasterInput, open_band, reading

# What a raster of this plugin begins to say of the program that made it, and where it names the
# layers that it was made of.
SOFTWARE, OWN = "TIFFTAG_SOFTWARE", "Carbon Zones"
LAYERS = ("EARLIER", "LATER", "LAYERS")
# Where it says what it is, the same in every language, and what zones say; the description of a
# band is in the language of whoever made it.
TITLE, ZONES = "TIFFTAG_IMAGEDESCRIPTION", "Carbon zones"


def is_zones(source: RasterInput) -> bool:
    """Whether a raster says of itself that it holds zones of this plugin."""
    return _said(source).get(TITLE, "").startswith(ZONES)


def origin_of(source: RasterInput) -> list[str]:
    """The layers that a raster of this plugin was made of; of another one its title, if any."""
    said = _said(source)
    if said.get(SOFTWARE, "").startswith(OWN):
        return [said[name] for name in LAYERS if said.get(name)]
    return [said["TITLE"]] if said.get("TITLE") else []


def _said(source: RasterInput) -> dict[str, str]:
    """The metadata of a raster and of its band."""
    with reading(source.label):
        dataset, band = open_band(source)
        # Copies of the cells alone keep this as their only title.
        title = {TITLE: band.GetDescription()}
        said = {**title, **dataset.GetMetadata(), **band.GetMetadata()}
        del band, dataset
    return {name: str(text) for name, text in said.items()}
