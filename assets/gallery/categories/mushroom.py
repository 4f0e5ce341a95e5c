"""A mushroom: a domed cap over a stalk; fly agarics with white flecks, brown ceps, pale parasols."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["forest", "forest", "wooden_table", "forest", "lawn", "paper"]
VIEW = View(turn=(-35, 35), elevation=(4, 20), fill=(0.5, 0.75))
KINDS = ["fly agaric", "cep", "cep", "fly agaric", "parasol", "fly agaric"]


def mushroom(studio, rng):
    kind = studio.pick(KINDS)
    parts = one(kind, rng, rng.uniform(0.08, 0.12))
    if kind != "cep" and rng.random() < 0.7:
        turn = rng.choice([-1, 1])
        place = Matrix.Translation((turn * 0.075, rng.uniform(-0.03, 0.03), 0)) @ Matrix.Rotation(
            turn * 0.12, 4, "Y"
        )
        parts += [shapes.moved(part, place) for part in one(kind, rng, 0.055)]
    return parts


def one(kind, rng, tall):
    """A mushroom of a kind, `tall` metres high, standing at the origin."""
    fat = 0.42 if kind == "cep" else 0.13
    wide = tall * (0.46 if kind == "cep" else rng.uniform(0.42, 0.52))
    flesh = materials.mottled(["#cfc0a0", "#efe6d2"], 60, 0.8, 0.5, 0.002, stretch=(1, 1, 0.2))
    stalk_line = [
        (0, -0.04),
        (fat * 0.5, -0.02),
        (fat * 0.56, 0.1),
        (fat * 0.42, 0.4),
        (fat * 0.38, 0.8),
        (fat * 0.3, 0.9),
    ]
    stalk = shapes.lathe([(r * tall, z * tall) for r, z in shapes.curve(stalk_line, 6)], flesh, 40)
    stalk = shapes.roughened(stalk, tall * 0.02, tall * 0.3, rng.random())
    tones = {
        "fly agaric": ["#a01408", "#c8260f", "#d84a18"],
        "cep": ["#3f220f", "#6b3d1c", "#8f5a2c"],
        "parasol": ["#b59a78", "#d8c6a8", "#8a6a48"],
    }[kind]
    skin = materials.mottled(tones, 30, 0.3 if kind != "parasol" else 0.8, 0.2, 0.002)
    gills = materials.mottled(
        ["#d8cbae", "#f2ead8"] if kind != "cep" else ["#b5a05a", "#cfc08a"], 250, 0.9, 0.8, 0.002
    )
    dome = tall * rng.uniform(0.24, 0.36)
    rim = tall * 0.7
    over = [
        (wide * math.sin(a), rim + dome * math.cos(a) ** 0.9)
        for a in (math.pi / 2 * k / 24 for k in range(24))
    ]
    under = [
        (wide, rim),
        (wide * 0.97, rim - tall * 0.025),
        (wide * 0.8, rim - tall * 0.005),
        (wide * 0.4, rim + dome * 0.3),
        (0, rim + dome * 0.35),
    ]
    cap = shapes.lathe(over + under, [skin, gills], 72, pick=lambda ring, side: int(ring > len(over)))
    parts = [stalk, shapes.roughened(cap, tall * 0.015, tall * 0.5, rng.random())]
    if kind == "fly agaric":
        white = materials.mottled(["#e6dcc4", "#fbf6ea"], 200, 0.9, 0.5, 0.001)
        taken = []
        for _ in range(300):
            angle, a = rng.uniform(0, 6.28), math.acos(rng.uniform(0.08, 1))
            at = Vector(
                (
                    wide * math.sin(a) * math.cos(angle),
                    wide * math.sin(a) * math.sin(angle),
                    rim + dome * math.cos(a) ** 0.9,
                )
            )
            if len(taken) < 26 and all((at - other).length > wide * 0.3 for other in taken):
                taken.append(at)
                size = wide * rng.uniform(0.05, 0.12)
                fleck = shapes.roughened(
                    shapes.ball(size, at, white, (1, 1, 0.45), 14), size * 0.4, size, rng.random()
                )
                parts.append(fleck)
        skirt = [(fat * 0.4, 0.62), (fat * 0.75, 0.56), (fat * 0.95, 0.5), (fat * 0.9, 0.5), (fat * 0.4, 0.6)]
        parts.append(
            shapes.lathe(
                [(r * tall, z * tall) for r, z in skirt],
                flesh,
                40,
                swell=lambda a, z: 1 + 0.06 * math.sin(9 * a),
            )
        )
    return parts
