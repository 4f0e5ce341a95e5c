"""An hourglass: two glass bulbs with sand between two discs and their posts."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["shelf", "wooden_table", "paper", "windowsill", "table_cloth", "garden_table"]
VIEW = View(turn=(0, 360), elevation=(6, 20), fill=(0.62, 0.8))
TURNS_ALIKE = True
TIMBERS = [("#8a5a34", "#4a2c16"), ("#caa06a", "#96683a"), ("#4a2c1c", "#26150c")]
SANDS = ["#d8b88a", "#e9dfcf", "#c27a4a", "#3f6f8f", "#d8b88a", "#b04a3a"]


def hourglass(studio, rng):
    tall, wide = rng.uniform(0.15, 0.19), rng.uniform(0.036, 0.044)
    plate, middle = 0.012, tall / 2
    if studio.variant % 3 == 0:
        frame = materials.metal(rng.choice(["#c9a24a", "#2c2a28"]), 0.25)
    else:
        frame = materials.wood(*studio.pick(TIMBERS), 60, along="z")
    span = middle - plate
    line = [
        (0.0, 1.0),
        (0.55, 0.995),
        (0.93, 0.9),
        (1.0, 0.7),
        (0.9, 0.45),
        (0.55, 0.2),
        (0.16, 0.05),
        (0.085, 0.0),
    ]
    upper = [(r * wide, middle + z * span) for r, z in shapes.curve(line, 6)]
    lower = [(r, tall - z) for r, z in reversed(upper)]
    parts = [shapes.lathe(upper + lower[1:], materials.glass("#f2faf8", index=1.12), 72)]

    sand = materials.mottled(
        [studio.pick(SANDS), tuple(0.6 * c for c in materials.linear(studio.pick(SANDS)))],
        1500,
        0.95,
        0.6,
        0.001,
    )
    inner = 0.94
    full = rng.uniform(0.3, 0.55)
    level = middle + full * span
    heap = [(r * inner, z) for r, z in upper if z <= level]
    parts.append(shapes.lathe([(0, level - 0.12 * span)] + heap, sand, 64))
    rest = plate + (1 - full) * 0.6 * span
    floor_ = [(r * inner, max(z, plate + 0.001)) for r, z in lower if z <= rest]
    parts.append(shapes.lathe([(0, rest + 0.22 * span)] + floor_ + [(0, plate + 0.001)], sand, 64))
    parts.append(shapes.rod((0, 0, rest + 0.2 * span), (0, 0, middle + 0.02 * span), wide * 0.02, sand, 8))

    rim = wide * 1.28
    for low in (0.0, tall - plate):
        line = [(0, 0), (rim * 0.95, 0), (rim, 0.25), (rim, 0.75), (rim * 0.95, 1), (0, 1)]
        parts.append(shapes.lathe([(r, low + z * plate) for r, z in line], frame, 72))
    posts = rng.choice([3, 4])
    for k in range(posts):
        angle = 0.5 + 2 * math.pi * k / posts
        x, y = rim * 0.86 * math.cos(angle), rim * 0.86 * math.sin(angle)
        bulge = [
            (0.0032, 0),
            (0.004, 0.1),
            (0.003, 0.2),
            (0.0048, 0.5),
            (0.003, 0.8),
            (0.004, 0.9),
            (0.0032, 1),
        ]
        post = shapes.lathe(
            [(r, plate + z * (tall - 2 * plate)) for r, z in shapes.curve(bulge, 5)], frame, 16
        )
        parts.append(shapes.moved(post, Matrix.Translation((x, y, 0))))
    return parts
