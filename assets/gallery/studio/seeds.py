"""The seeds of a photograph's dice."""

import random


def seed(category: str, variant: int, part: str) -> int:
    """The seed (31 bits) of the dice for a part, "model" or "scene", of a photograph."""
    return random.Random(f"{category}/{variant}/{part}").getrandbits(31)
