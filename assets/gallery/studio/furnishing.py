"""What a room holds besides the object: its light, its wall, table tops, things lying about."""

from mathutils import Vector, noise

from . import light, materials, outdoors, plants, shapes

WALLS = ["#c9c2b4", "#8fa3a0", "#d8d4cc", "#5d6b78", "#b9a58c", "#a8b59a", "#ded5c4", "#7a4f45"]
WOODS = [
    ("#b98a58", "#7d5330"),
    ("#6b4226", "#3a2213"),
    ("#d9b98c", "#b48d5c"),
    ("#8f8478", "#5c5148"),
    ("#a0643a", "#5e3218"),
]


def lit(stage, reach):
    """One of a room's lights: a window left or right, a lamp at evening, sun through a window."""
    rng = stage.rng
    side = rng.choice([-1, 1])
    style = stage.turn(5)
    if style in (0, 3):
        light.window(
            side,
            reach,
            130,
            rng.choice(["#eaf2ff", "#ffffff", "#fff3e0"]),
            rng.uniform(0.45, 0.8),
            rng.uniform(-0.4, 0.3),
        )
        light.ambience("#b8c4d4", 0.35)
    elif style == 1:
        light.panel(
            (0.5 * side * reach, -0.2 * reach, 0.9 * reach),
            (0, 0, 0),
            0.5 * reach,
            0.35 * reach,
            120,
            "#ffd9a8",
        )
        light.panel(
            (-side * reach, -0.4 * reach, 0.5 * reach), (0, 0, 0), 0.5 * reach, 0.5 * reach, 12, "#a8c4ff"
        )
        light.ambience("#ffcf9a", 0.22)
    elif style == 2:
        light.sun(side * rng.uniform(55, 110), rng.uniform(28, 48), 4.0, "#ffe2b8", 1.2)
        light.ambience("#aebfd6", 0.6)
    else:
        light.panel(
            (0.2 * side * reach, -0.7 * reach, 0.9 * reach),
            (0, 0, 0),
            0.9 * reach,
            0.6 * reach,
            70,
            "#fffaf0",
        )
        light.window(-side, 1.2 * reach, 45)
        light.ambience("#c8ccd0", 0.4)


def room_behind(stage, distance):
    """A wall some way off with the blurred things of a room in front of it."""
    rng = stage.rng
    wall = shapes.box(
        (14, 0.1, 6), (0, distance + 0.05, 0.5), materials.plain(WALLS[stage.turn(len(WALLS))], 0.9)
    )
    wall.name = "wall"
    for _ in range(rng.randint(2, 4)):
        x, z = rng.uniform(-0.7, 0.7) * distance, rng.uniform(0.0, 0.55) * distance
        kind = rng.randrange(4)
        if kind == 0:
            frame = materials.plain(rng.choice(["#20201e", "#e9e4d8", "#6b4a2a"]), 0.4)
            w, h = rng.uniform(0.2, 0.45), rng.uniform(0.25, 0.5)
            shapes.box((w, 0.03, h), (x, distance - 0.02, z), frame)
            art = materials.mottled(
                rng.sample(["#d8c9a8", "#3f6f86", "#b5482f", "#e3b54a", "#2d3b44"], 3), 5, 0.8
            )
            shapes.box((w * 0.8, 0.03, h * 0.84), (x, distance - 0.03, z), art)
        elif kind == 1:
            shapes.box((1.0, 0.2, 0.03), (x, distance - 0.1, z), materials.wood(*WOODS[rng.randrange(5)]))
            left = x - 0.4
            while left < x + 0.35:
                w, h = rng.uniform(0.025, 0.06), rng.uniform(0.17, 0.27)
                tone = rng.choice(
                    ["#7d2e2a", "#2f4858", "#d9c9a3", "#4f6f52", "#c98a3a", "#e8e2d5", "#3a2f3f"]
                )
                shapes.box(
                    (w, 0.14, h), (left, distance - 0.1, z + h / 2 + 0.015), materials.plain(tone, 0.7)
                )
                left += w * rng.choice([1.05, 1.05, 2.5])
        elif kind == 2:
            shapes.ball(0.07, (x, distance - 0.35, z + 0.1), materials.glow("#ffcf8f", rng.uniform(4, 9)))
        else:
            plant = plants.foliage(rng, 0.32, 0.09, outdoors.GREENS[rng.randrange(3)], 900)
            plant.location = (x, distance - 0.35, z)


def top(material, front=-0.75, back=0.45, edge=0.012):
    """A table's top: its upper face is z = 0."""
    depth = back - front
    return shapes.box((2.4, depth, 0.04), (0, (front + back) / 2, -0.02), material, edge)


def companion(stage):
    """Sometimes a second thing beside the object."""
    rng, size = stage.rng, stage.size
    if rng.random() < 0.4:
        return
    side = rng.choice([-1, 1])
    x, y = side * (stage.clear + rng.uniform(0.05, 0.10)), rng.uniform(0.04, 0.16) + 0.4 * size
    kind = rng.randrange(4)
    if kind == 0:
        z = 0.0
        for _ in range(rng.randint(1, 3)):
            thick = rng.uniform(0.018, 0.035)
            turn = rng.uniform(-0.4, 0.4)
            cover = rng.choice(["#7a2d2a", "#294a5c", "#c7a24e", "#3f5a45", "#ddd3c0"])
            shapes.box(
                (0.15, 0.21, thick),
                (x + side * 0.05, y + 0.05, z + thick / 2),
                materials.plain(cover, 0.6),
                0.002,
                turn,
            )
            shapes.box(
                (0.146, 0.208, thick * 0.8),
                (x + side * 0.05 - 0.004, y + 0.046, z + thick / 2),
                materials.plain("#efe7d6", 0.9),
                0,
                turn,
            )
            z += thick
    elif kind == 1:
        skin = materials.mottled(
            rng.choice([["#e0a018", "#eec23a"], ["#d8701a", "#e88a2a"], ["#7d9a2a", "#a8bf4a"]]),
            40,
            0.4,
            0.2,
            0.001,
        )
        for k in range(rng.randint(1, 2)):
            shapes.ball(0.034, (x + k * side * 0.075, y + k * 0.02, 0.033), skin, (1, 1, 0.95))
    elif kind == 2:
        clay = materials.plain(rng.choice(["#a8552f", "#e6e2da", "#46525a"]), 0.8)
        shapes.lathe(
            [(0, 0), (0.035, 0), (0.05, 0.085), (0.054, 0.09), (0.046, 0.09), (0.04, 0.07), (0, 0.07)], clay
        ).location = (x, y + 0.06, 0)
        plant = plants.foliage(rng, 0.08, 0.03, outdoors.GREENS[rng.randrange(3)], 450)
        plant.location = (x, y + 0.06, 0.13)
    else:
        napkin(
            rng,
            (x, y + 0.02),
            0.09,
            materials.cloth(rng.choice(["#d9d2c2", "#a3443a", "#5f7f8c", "#c9a860"])),
        )


def napkin(rng, at, size, material):
    """A crumpled square of cloth lying on z = 0."""
    seed = rng.uniform(0, 99)

    def fold(u, v):
        lift = abs(noise.fractal(Vector((u * 1.6, v * 1.6, seed)), 0.9, 2.0, 2)) * 0.16 * size
        return at[0] + u * size, at[1] + v * size, 0.001 + lift

    return shapes.sheet(40, fold, material)
