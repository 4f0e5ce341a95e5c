"""The settings by name, and the stage on which they are built."""

import random
from dataclasses import dataclass

from . import indoors, outdoors

SETTINGS = {
    build.__name__: build
    for build in (
        indoors.wooden_table,
        indoors.kitchen,
        indoors.table_cloth,
        indoors.windowsill,
        indoors.garden_table,
        indoors.paper,
        indoors.shelf,
        indoors.floor,
        indoors.wall,
        outdoors.lawn,
        outdoors.meadow,
        outdoors.snowfield,
        outdoors.forest,
        outdoors.sea,
        outdoors.air,
        outdoors.aloft,
        outdoors.coast,
        outdoors.street,
        outdoors.road,
    )
}
"""Each builds the surroundings of an object that stands at the origin and is seen from -y, and
returns how far out of focus its background may be (0 to 1)."""


@dataclass(frozen=True)
class Stage:
    """Where a setting is built: the object's size and footprint (metres), the variant, the dice."""

    size: float
    clear: float
    variant: int
    shift: int
    rng: random.Random

    def turn(self, count: int) -> int:
        """An index below `count` that goes round with the variants, so that neighbours differ."""
        return (self.variant * 3 + self.shift + (self.variant // count)) % count
