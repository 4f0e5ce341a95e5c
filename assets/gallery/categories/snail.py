"""A snail: a coiled, banded shell on a long wrinkled foot, two eye stalks and two feelers."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["forest", "wooden_table", "garden_table", "forest", "paper", "windowsill", "kitchen"]
VIEW = View(turn=(-22, 22), elevation=(5, 24), fill=(0.6, 0.8), blur=0.7)
SHELLS = [  # ground colours and bands
    (["#7d4f24", "#c2924e", "#9c6a34"], "#33190b"),
    (["#cfa23a", "#ebcb6a", "#d8b04a"], "#4a2812"),
    (["#b0653f", "#dc9a70", "#c27c54"], "#5a2616"),
    (["#b8a582", "#ece0c4", "#cfbf9c"], "#6b4220"),
    (["#5e3f22", "#94703f", "#7a5630"], "#20110a"),
]
BODIES = [["#8a7652", "#bda87c"], ["#5c5245", "#8c806c"], ["#a87f4e", "#d2b07c"]]
BANDS = [  # degrees about the whorl, 0 is its outermost line and negative ones face the apex
    [(-30, -14), (-66, -52), (8, 24)],
    [(-52, -20)],
    [(-20, -12), (-36, -28), (-58, -48), (8, 20)],
    [(-8, 6), (-70, -44)],
]


def snail(studio, rng):
    ground, dark = studio.pick(SHELLS)
    skin = materials.mottled(studio.pick(BODIES), 300, 0.3, 0.9, 0.0012)
    shine = {"roughness": 0.28, "relief": 0.25, "depth": 0.0006}
    coat = [
        materials.mottled(ground, 90, **shine),
        materials.mottled([dark, tuple(1.6 * c for c in materials.linear(dark))], 300, **shine),
    ]
    radius = rng.uniform(0.031, 0.035)
    place = Matrix.Translation((-0.007, 0.004, 0.008 + 0.57 * radius)) @ Matrix.Rotation(
        -rng.uniform(0.15, 0.35), 4, "X"
    )
    parts = [shapes.moved(shell(rng, radius, coat, studio.pick(BANDS)), place), foot(rng, skin)]
    parts.append(shapes.ball(0.010, (0.004, 0, 0.010), skin, (1.5, 1, 0.8)))
    parts += head(rng, skin)
    if studio.pick([1, -1]) < 0:
        for part in parts:
            shapes.moved(part, Matrix.Diagonal((-1, 1, 1, 1))).data.flip_normals()
    return parts


def shell(rng, radius, coat, bands):
    """Whorls about the y axis that grow over the top and down in front; the apex is at -y."""
    turns, growth, fat, rise = 4.4, rng.uniform(1.85, 2.0), 0.45, radius * rng.uniform(0.45, 0.6)
    reach, steps, sides, seed = radius / (1 + fat), 260, 60, rng.uniform(0, 99)
    vertices, faces, picks = [], [], []
    for i in range(steps + 1):
        back = 2 * math.pi * turns * i / steps
        size = growth ** (-back / (2 * math.pi))
        angle = math.radians(-58) + back
        out = Vector((math.cos(angle), 0, math.sin(angle)))
        centre = reach * size * out + Vector((0, -rise * (1 - size), 0))
        lines = 1 + 0.018 * noise.noise(Vector((back * 9, seed, 0))) + 0.012 * math.sin(back * 34)
        lip = 1 + 0.1 * math.exp(-back * 14)
        for k in range(sides):
            a = 2 * math.pi * k / sides
            r = fat * reach * size * lines * lip
            vertices.append(centre + r * (math.cos(a) * out + Vector((0, 1.35 * math.sin(a), 0))))
    for i in range(steps):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, a + sides, b + sides, b))
            degrees = (k * 360 / sides + 180) % 360 - 180
            picks.append(int(any(low <= degrees < high for low, high in bands)))
    return shapes.mesh("shell", vertices, faces, coat, picks=picks)


def foot(rng, skin):
    """The foot from the tail's tip to the lifted head: lengths of x, underside, back, half width."""
    line = [
        (-0.050, 0.0, 0.0008, 0.0008),
        (-0.038, 0.0, 0.0050, 0.0055),
        (-0.020, 0.0, 0.0100, 0.0095),
        (0.000, 0.0, 0.0130, 0.0115),
        (0.018, 0.0, 0.0140, 0.0110),
        (0.032, 0.0006, 0.0170, 0.0095),
        (0.042, 0.0040, 0.0200, 0.0085),
        (0.049, 0.0080, 0.0205, 0.0068),
        (0.053, 0.0115, 0.0180, 0.0036),
        (0.0542, 0.0140, 0.0150, 0.0006),
    ]
    sides, vertices, faces = 48, [], []
    rows = shapes.curve(line, 14)
    wave = rng.uniform(0, 6)
    for x, low, high, half in rows:
        for k in range(sides):
            a = 2 * math.pi * k / sides
            hem = 1 + 0.3 * max(0.0, -math.sin(a)) ** 0.6 * max(0.0, 1 - low / 0.004)
            bend = 0.002 * math.sin(x * 60 + wave)
            z = (low + high) / 2 + (high - low) / 2 * math.copysign(abs(math.sin(a)) ** 0.8, math.sin(a))
            vertices.append((x, half * hem * math.cos(a) + bend * (x < 0.03) * 0.5, max(0.0, z)))
    for i in range(len(rows) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    part = shapes.mesh("foot", vertices, faces, skin)
    return shapes.roughened(part, 0.0007, 0.0035, rng.random())


def head(rng, skin):
    """Eye stalks and feelers."""
    parts, eye = [], materials.plain("#15100c", 0.1)
    for side in (-1, 1):
        top = Vector(
            (0.056 + rng.uniform(0, 0.010), side * rng.uniform(0.008, 0.013), rng.uniform(0.040, 0.048))
        )
        path = [(0.046, side * 0.003, 0.0185), (0.050, side * 0.0055, 0.028), top]
        stalk = shapes.curve(path, 8)
        parts.append(shapes.sweep(stalk, lambda t: 0.0021 - 0.0009 * t, skin, 14))
        parts.append(shapes.ball(0.0021, top, skin, sides=20))
        parts.append(shapes.ball(0.0012, top + Vector((0.0006, -side * 0.0002, 0.0011)), eye, sides=16))
        feeler = [
            (0.0505, side * 0.003, 0.0125),
            (0.0550, side * 0.0048, 0.0100),
            (0.0590, side * 0.006, 0.0085),
        ]
        parts.append(shapes.sweep(shapes.curve(feeler, 6), lambda t: 0.0015 - 0.0006 * t, skin, 12))
        parts.append(shapes.ball(0.0010, feeler[-1], skin, sides=14))
    return parts
