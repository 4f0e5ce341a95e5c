"""An apple: a lobed, dimpled fruit with its stalk, sometimes a leaf."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["kitchen", "wooden_table", "garden_table", "table_cloth", "paper", "windowsill"]
VIEW = View(turn=(0, 360), elevation=(12, 34), fill=(0.5, 0.72))
TURNS_ALIKE = True
SKINS = [
    ["#7d0f14", "#a81a1e", "#c8502a"],
    ["#6f9a22", "#8fb538", "#b5cc55"],
    ["#8a1518", "#c23a22", "#e0b040"],
    ["#d8b030", "#e3c64a", "#d87a38"],
    ["#5e0a16", "#8a1420", "#a82a2a"],
    ["#a0bf40", "#c4622c", "#b0241f"],
]


def apple(studio, rng):
    r = rng.uniform(0.036, 0.042)
    tall = rng.uniform(0.88, 1.04)
    half = [
        (0, 0.16),
        (0.14, 0.1),
        (0.36, 0.0),
        (0.62, 0.16),
        (0.86, 0.55),
        (1.0, 1.02),
        (0.98, 1.38),
        (0.78, 1.68),
        (0.46, 1.8),
        (0.2, 1.7),
        (0.06, 1.52),
        (0, 1.46),
    ]
    profile = [(p[0] * r, p[1] * r * tall) for p in shapes.curve(half, 6)]
    phase = rng.uniform(0, 6.28)

    def lobes(angle, z):
        depth = 0.035 * (1 - z / (1.8 * r * tall)) + 0.008
        return 1 + depth * math.cos(5 * angle + phase) + 0.02 * math.cos(angle + phase)

    skin = materials.mottled(studio.pick(SKINS), 85, 0.28, stretch=(1, 1, 0.25), Specular=0.45)
    body = shapes.lathe(profile, skin, 72, swell=lobes)
    lean = rng.uniform(0.1, 0.4) * r
    bark = materials.mottled(["#3a2614", "#6b4a26"], 300, 0.8)
    top = 1.47 * r * tall
    stalk = shapes.sweep(
        shapes.curve(
            [
                (0, 0, top - 0.002),
                (0.1 * lean, 0, top + 0.25 * r),
                (lean, 0, top + rng.uniform(0.55, 0.75) * r),
            ],
            6,
        ),
        lambda t: r * (0.035 + 0.03 * t**3),
        bark,
    )
    parts = [body, stalk]
    if rng.random() < 0.5:
        parts.append(leaf(r, (0.3 * lean, 0, top + 0.35 * r), rng.uniform(0, 6.28)))
    return parts


def leaf(r, at, turn):
    """A pointed leaf, folded along its rib, growing from `at`."""
    vertices, faces, steps = [], [], 12
    for i in range(steps + 1):
        t = i / steps
        width = 0.36 * r * math.sin(math.pi * t**0.8)
        x, z = 1.25 * r * t, r * (0.45 * t - 0.5 * t * t)
        vertices += [(x, -width, z + 0.3 * width), (x, 0, z), (x, width, z + 0.3 * width)]
    for i in range(steps):
        a = 3 * i
        faces += [(a, a + 1, a + 4, a + 3), (a + 1, a + 2, a + 5, a + 4)]
    green = materials.mottled(["#3f6a1c", "#5f8f2c"], 150, 0.5)
    part = shapes.mesh("leaf", vertices, faces, green)
    return shapes.moved(part, Matrix.Translation(Vector(at)) @ Matrix.Rotation(turn, 4, "Z"))
