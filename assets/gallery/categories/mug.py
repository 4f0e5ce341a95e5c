"""A mug: a turned cup with a handle, sometimes with coffee or a coloured band."""

from mathutils import Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "windowsill", "kitchen", "paper", "garden_table", "shelf"]
VIEW = View(turn=(-35, 35), elevation=(14, 38))
COLOURS = ["#c5472f", "#e9e4d8", "#2f5f7f", "#e3b23c", "#4f7a5a", "#dfe3e6"]


def mug(studio, rng):
    height, radius = rng.uniform(0.088, 0.105), rng.uniform(0.038, 0.044)
    belly, wall = rng.choice([0.0, 0.0, 0.006]), 0.0035
    colour = studio.pick(COLOURS)
    outside = materials.glazed(colour, "#5a4632" if rng.random() < 0.4 else None)
    inside = materials.glazed(rng.choice(["#f0ece2", colour]))
    outer = shapes.curve(
        [
            (radius * 0.8, 0),
            (radius * 0.9, 0.004),
            (radius + belly, height * 0.35),
            (radius + belly * 0.6, height * 0.75),
            (radius, height),
        ],
        6,
    )
    lip = [(radius - wall * 0.3, height + 0.0018), (radius - wall * 0.8, height + 0.0012)]
    inner = [
        (radius - wall, height - 0.002),
        (radius - wall + belly, height * 0.4),
        (radius * 0.75, 0.008),
        (0, 0.006),
    ]
    profile = (
        [(0, 0.002), (radius * 0.72, 0.002), (radius * 0.75, 0)] + [tuple(p) for p in outer] + lip + inner
    )
    first_inner = len(profile) - len(inner) - 1
    body = shapes.lathe(profile, [outside, inside], 96, pick=lambda ring, side: int(ring >= first_inner))
    reach, top, low = radius + rng.uniform(0.024, 0.03), height * 0.84, height * rng.uniform(0.2, 0.3)
    start = radius + belly * 0.6 - 0.002
    path = [
        (start, 0, top),
        (reach - 0.006, 0, top + 0.003),
        (reach, 0, (top + low) / 2 + 0.008),
        (reach - 0.008, 0, low + 0.004),
        (start, 0, low),
    ]
    handle = shapes.sweep(
        shapes.curve([Vector(p) for p in path], 10), rng.uniform(0.0048, 0.006), outside, 16, flat=1.25
    )
    parts = [body, handle]
    if rng.random() < 0.7:
        coffee = materials.plain(rng.choice(["#1c0d06", "#6b4526", "#5a2410"]), 0.06, Specular=0.6)
        level = height * 0.84
        parts.append(shapes.lathe([(0, level), (radius - wall + belly * 0.5, level)], coffee))
    return parts
