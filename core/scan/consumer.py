"""What takes part in the pass."""

from __future__ import annotations

from typing import Any

from ..raster.grid import Window
from .block import Block

# What a consumer makes of a block: whatever its own `merge` takes.
Part = Any


class Consumer:
    """What takes part in the pass. `count` runs in a worker, `merge` in order in the caller.

    `block_height` is that of the blocks that it writes, where it writes any.
    """

    block_height = 1

    def count(self, block: Block) -> Part:
        """What this consumer needs of a block, worked out in a worker thread."""
        raise NotImplementedError

    def merge(self, window: Window, part: Part) -> None:
        """Take in what `count` gave for a window; called in reading order."""
        raise NotImplementedError
