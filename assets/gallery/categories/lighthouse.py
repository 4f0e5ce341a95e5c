"""A lighthouse: a tapering tower with bands, a gallery, the lantern and its roof, a cottage."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["coast"]
VIEW = View(turn=(-40, 40), elevation=(-3, 9), fill=(0.55, 0.8), lens=(30, 70), blur=0.2)
PAINTS = [
    ("#b8281e", "#efece4"),
    ("#efece4", "#efece4"),
    ("#22262c", "#eceae4"),
    ("#efece4", "#b8281e"),
    ("#1f4a7a", "#efece4"),
    ("#d8a83a", "#efece4"),
]


def lighthouse(studio, rng):
    tall = rng.uniform(14, 19)
    low, high = tall * rng.uniform(0.14, 0.17), tall * rng.uniform(0.085, 0.1)
    first, second = studio.pick(PAINTS)
    plaster = [
        materials.mottled([tuple(0.86 * c for c in materials.linear(tone)), tone], 0.9, 0.7, 0.4, 0.03)
        for tone in (first, second)
    ]
    bands = studio.pick([5, 1, 5, 3, 7, 4])
    steps = 42
    radius = [high + (low - high) * (1 - k / steps) ** 1.5 for k in range(steps + 1)]
    tower = [(r, tall * k / steps) for k, r in enumerate(radius)]
    parts = [shapes.lathe(tower, plaster, 72, pick=lambda ring, side: ring * bands // steps % 2)]
    red = materials.plain(rng.choice(["#a8241c", "#2a2c30", first]), 0.4)
    dark = materials.plain("#1c1e22", 0.4)
    deck = high * 1.55
    parts.append(
        shapes.lathe([(high, tall - 0.5), (deck, tall), (deck, tall + 0.25), (0, tall + 0.25)], dark, 64)
    )
    for k in range(20):
        a = 2 * math.pi * k / 20
        x, y = deck * 0.96 * math.cos(a), deck * 0.96 * math.sin(a)
        parts.append(shapes.rod((x, y, tall + 0.2), (x, y, tall + 1.2), 0.035, dark, 8))
    for z in (tall + 0.7, tall + 1.2):
        ring = [
            (deck * 0.96 * math.cos(a), deck * 0.96 * math.sin(a), z)
            for a in (2 * math.pi * k / 48 for k in range(48))
        ]
        parts.append(shapes.sweep(ring, 0.04, dark, 8, closed=True))
    room, top = high * 0.82, tall + 2.6
    parts.append(
        shapes.lathe(
            [(room * 1.04, tall + 0.2), (room * 1.04, tall + 0.7), (room, tall + 0.72)], plaster[1], 48
        )
    )
    parts.append(
        shapes.lathe(
            [(room * 0.97, tall + 0.7), (room * 0.97, top)],
            materials.glass("#e6f2f4", index=1.05),
            48,
            smooth=False,
        )
    )
    for k in range(10):
        a = 2 * math.pi * k / 10
        parts.append(
            shapes.rod(
                (room * math.cos(a), room * math.sin(a), tall + 0.7),
                (room * math.cos(a), room * math.sin(a), top),
                0.06,
                dark,
                8,
            )
        )
    parts.append(
        shapes.lathe(
            [(0, tall + 0.8), (0.35, tall + 0.9), (0.5, tall + 1.6), (0.35, tall + 2.3), (0, tall + 2.4)],
            materials.glow("#ffdf9a", 9),
            32,
        )
    )
    roof = [
        (room * 1.25, top),
        (room * 1.2, top + 0.15),
        (room * 0.85, top + 0.8),
        (room * 0.3, top + 1.35),
        (0.12, top + 1.5),
        (0.1, top + 1.9),
        (0, top + 1.95),
    ]
    parts.append(shapes.lathe(shapes.curve(roof, 4), red, 48))
    parts.append(shapes.rod((0, 0, top + 1.8), (0, 0, top + 3.0), 0.05, dark, 8))
    for k in range(3):
        z = tall * (0.28 + 0.23 * k)
        r = radius[int(z / tall * steps)]
        parts.append(shapes.box((0.7, 0.3, 1.2), (0, -r + 0.06, z), dark, 0.03))
        parts.append(shapes.box((0.95, 0.2, 0.14), (0, -r, z - 0.68), plaster[1], 0.02))
    parts.append(shapes.box((1.2, 0.5, 2.3), (0, -low + 0.25, 1.15), red, 0.03))
    if rng.random() < 0.65:
        parts += cottage(rng, low, plaster[1], dark)
    return parts


def cottage(rng, low, plaster, dark):
    """The keeper's cottage beside the tower."""
    side = rng.choice([-1, 1])
    wide, deep, tall = 6.0, 4.0, 2.6
    x = side * (low + wide / 2 + 0.3)
    tiles = materials.bricks("#7a3326", "#8f4030", "#4a2018", 0.4, 0.3, 0.03, 0.8, relief=0.04)
    made = [shapes.box((wide, deep, tall + 1), (x, 0.8, (tall - 1) / 2), plaster, 0.03)]
    gable = [(-deep / 2 - 0.3, tall), (deep / 2 + 0.3, tall), (0, tall + 1.7)]
    turn = Matrix.Translation((x, 0.8, 0)) @ Matrix.Rotation(math.pi / 2, 4, "Z")
    made.append(shapes.slab(gable, wide + 0.5, tiles, place=turn))
    made.append(shapes.box((0.6, 0.6, 1.4), (x + side * 1.6, 0.8, tall + 1.6), plaster, 0.03))
    for k in (-1.6, 1.6):
        made.append(shapes.box((0.9, 0.2, 1.1), (x + k, 0.8 - deep / 2, 1.4), dark, 0.03))
    made.append(shapes.box((0.9, 0.2, 1.9), (x, 0.8 - deep / 2, 0.95), dark, 0.03))
    return made
