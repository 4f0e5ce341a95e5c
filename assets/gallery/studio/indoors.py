"""Settings under a roof: table tops, shelves, windowsills, floors, studio paper."""

import math

import bpy
from mathutils import Vector, noise

from . import furnishing, light, materials, outdoors, plants, shapes


def wooden_table(stage):
    """A wooden table in a room."""
    light_tone, dark = furnishing.WOODS[stage.turn(len(furnishing.WOODS))]
    furnishing.top(materials.wood(light_tone, dark, 14, roughness=stage.rng.uniform(0.25, 0.55), planks=0.14))
    furnishing.room_behind(stage, stage.rng.uniform(1.1, 2.0))
    furnishing.companion(stage)
    furnishing.lit(stage, 1.1 + stage.size)
    return 1.0


def kitchen(stage):
    """A stone worktop in front of tiles."""
    rng = stage.rng
    stone = rng.choice(
        [
            ["#d8d6d2", "#efeeea", "#b9b7b4"],
            ["#2a2b2d", "#3d3e40", "#18191a"],
            ["#cfc3b0", "#e2d9c9", "#a8977e"],
        ]
    )
    furnishing.top(materials.mottled(stone, 22, 0.18), -0.8, 0.5)
    tile = rng.choice(
        [("#f0eee8", "#e6e4dc"), ("#5f8f92", "#6d9ea0"), ("#e9dcc0", "#dfcfae"), ("#38505f", "#425c6c")]
    )
    wall = materials.bricks(*tile, "#c9c5bc", 0.15, 0.075, 0.003, 0.15, relief=0.002)
    shapes.box((4, 0.05, 2.4), (0, 0.50 + 0.3 * stage.size, 0.8), wall)
    furnishing.companion(stage)
    furnishing.lit(stage, 1.1 + stage.size)
    return 1.0


def table_cloth(stage):
    """A table with a checked or plain cloth."""
    rng = stage.rng
    cloth = [
        materials.checks("#efe9dc", "#a8322a", 0.022),
        materials.cloth("#dcd6c8"),
        materials.checks("#f0efe9", "#3f628c", 0.016),
        materials.cloth("#7f9298"),
        materials.checks("#f2efe4", "#6f8a4a", 0.03),
    ][stage.turn(5)]
    seed = rng.uniform(0, 99)

    def ripple(u, v):
        x, y = 1.2 * u, 0.65 * v - 0.15
        near = min(1.0, max(0.0, math.hypot(x, y) - stage.clear) / 0.2)
        return x, y, 0.006 * near * noise.fractal(Vector((x * 3, y * 3, seed)), 0.7, 2.0, 4)

    shapes.sheet(70, ripple, cloth)
    furnishing.room_behind(stage, rng.uniform(1.1, 2.0))
    furnishing.companion(stage)
    furnishing.lit(stage, 1.1 + stage.size)
    return 1.0


def windowsill(stage):
    """A painted sill before a window with a garden outside; light from behind and one side."""
    rng = stage.rng
    paint = materials.plain(rng.choice(["#ece8df", "#dfe3e2", "#d8cbb5"]), 0.35)
    far = 0.22 + 0.5 * stage.size
    furnishing.top(paint, -0.5, far)
    height = max(0.7, 3.2 * stage.size)
    for x in (-1.0, rng.choice([-1, 1]) * rng.uniform(0.4, 0.6), 1.0):
        shapes.box(
            (0.05, 0.05, height), (x * max(0.45, 2.0 * stage.size), far - 0.02, height / 2), paint, 0.004
        )
    shapes.box((3, 0.06, 0.06), (0, far - 0.02, 0.03), paint, 0.004)
    outdoors.daylight(stage)
    green = outdoors.GREENS[rng.randrange(3)]
    outdoors.ground(materials.mottled(green, 0.5, 0.9)).location.z = -1.5
    plants.trees(rng, [(rng.uniform(-7, 7), rng.uniform(6, 16)) for _ in range(9)], 4.5, green)
    light.window(rng.choice([-1, 1]), 1.2 + stage.size, 60, "#fff6ea", 0.5, -0.6)
    furnishing.companion(stage)
    return 1.0


def garden_table(stage):
    """A weathered table in a garden."""
    rng = stage.rng
    furnishing.top(materials.wood("#a89a88", "#665a4c", 16, roughness=0.8, planks=0.11), -0.8, 0.5)
    outdoors.daylight(stage)
    green = outdoors.GREENS[stage.turn(3)]
    outdoors.ground(materials.mottled(["#4a6a22", "#86a04a"], 0.6, 0.9)).location.z = -0.75
    plants.trees(rng, [(rng.uniform(-7, 7), rng.uniform(4.5, 12)) for _ in range(12)], 4, green)
    furnishing.companion(stage)
    return 1.0


def paper(stage):
    """Coloured studio paper, swept up behind, with soft boxes."""
    rng, size = stage.rng, stage.size
    tone = ["#d9cfc0", "#8fb0b8", "#e0b8a0", "#c8ccd2", "#e3c65a", "#7f9c86", "#c0667a", "#40556b"][
        stage.turn(8)
    ]
    bend, rise = 2.2 * size, 12 * size
    profile = [(-6 * size, 0), (1.6 * size, 0)]
    profile += [
        (1.6 * size + bend * math.sin(a), bend * (1 - math.cos(a)))
        for a in (math.pi / 2 * k / 16 for k in range(1, 17))
    ]
    profile.append((1.6 * size + bend, rise))
    vertices = [(x, y, z) for y, z in profile for x in (-14 * size, 14 * size)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(profile) - 1)]
    shapes.mesh("paper", vertices, faces, materials.plain(tone, 0.9))
    side = rng.choice([-1, 1])
    reach = 4.5 * size
    light.panel(
        (side * reach, -0.5 * reach, reach), (0, 0, 0.4 * size), 2.4 * size, 2.4 * size, 60, "#fff6e8"
    )
    light.panel(
        (-side * reach, -0.6 * reach, 0.6 * reach), (0, 0, 0.4 * size), 1.5 * size, 3 * size, 14, "#dfeaff"
    )
    light.ambience("#ffffff", 0.25)
    return 0.4


def shelf(stage):
    """A shelf on a wall, books at one side."""
    rng, size = stage.rng, stage.size
    shapes.box((2.4, 0.5, 0.03), (0, 0.05, -0.015), materials.wood(*furnishing.WOODS[stage.turn(5)]), 0.003)
    back = 0.24 + 0.25 * size
    shapes.box(
        (6, 0.05, 4),
        (0, back + 0.025, 0.5),
        materials.plain(furnishing.WALLS[stage.turn(len(furnishing.WALLS))], 0.9),
    )
    side = rng.choice([-1, 1])
    x = side * (stage.clear + 0.06)
    for _ in range(rng.randint(5, 9)):
        w, h, d = rng.uniform(0.018, 0.042), rng.uniform(0.17, 0.25), rng.uniform(0.13, 0.17)
        tone = rng.choice(
            ["#7d2e2a", "#2f4858", "#d9c9a3", "#4f6f52", "#c98a3a", "#e8e2d5", "#3a2f3f", "#8fa3a8"]
        )
        shapes.box(
            (w, d, h), (x + side * w / 2, back - d / 2 - 0.01, h / 2), materials.plain(tone, 0.6), 0.002
        )
        x += side * (w + 0.001)
    furnishing.lit(stage, 1.2 + stage.size)
    return 0.8


def floor(stage):
    """A room's floor and wall, for furniture."""
    rng, size = stage.rng, stage.size
    flooring = [
        materials.wood("#c89a66", "#8f6238", 9, planks=0.13, roughness=0.3),
        materials.bricks(
            "#cfc6b8", "#d8d0c4", "#8f887c", 0.45, 0.45, 0.006, 0.25, upright=False, relief=0.002
        ),
        materials.wood("#7d5638", "#4a2f1c", 9, planks=0.18, roughness=0.25),
        materials.mottled(["#8f8c88", "#a8a5a0"], 4, 0.5),
    ][stage.turn(4)]
    outdoors.ground(flooring, 12)
    back = 0.8 + 0.75 * size
    shapes.box(
        (16, 0.1, 5),
        (0, back + 0.05, 2.5),
        materials.plain(furnishing.WALLS[stage.turn(len(furnishing.WALLS))], 0.9),
    )
    shapes.box((16, 0.03, 0.1), (0, back - 0.015, 0.05), materials.plain("#efece4", 0.5), 0.004)
    x = rng.choice([-1, 1]) * (stage.clear + rng.uniform(0.35, 0.7))
    extra = rng.randrange(3)
    if extra == 0:
        shapes.box((0.6, 0.03, 0.8), (x * 0.6, back - 0.02, 1.35), materials.plain("#26221e", 0.4), 0.004)
        shapes.box(
            (0.5, 0.03, 0.7),
            (x * 0.6, back - 0.03, 1.35),
            materials.mottled(["#d8c9a8", "#4f7f86", "#b5683f"], 4, 0.8),
        )
    elif extra == 1:
        clay = materials.plain(rng.choice(["#a8552f", "#dedad2", "#3f4a50"]), 0.8)
        shapes.lathe(
            [(0, 0), (0.13, 0), (0.18, 0.32), (0.16, 0.32), (0.15, 0.28), (0, 0.28)], clay
        ).location = (x, back - 0.3, 0)
        plant = plants.foliage(rng, 0.38, 0.12, outdoors.GREENS[rng.randrange(3)], 900)
        plant.location = (x, back - 0.35, 0.7)
    if rng.random() < 0.4:
        rug = materials.mottled(
            rng.choice([["#7d3a32", "#a85a42"], ["#c9c0b0", "#ddd5c6"], ["#3f5562", "#5a7280"]]),
            60,
            1.0,
            0.8,
            0.004,
        )
        shapes.lathe([(0, 0.012), (0.75 * size + 0.35, 0.012), (0.75 * size + 0.36, 0)], rug)
    furnishing.lit(stage, 1.6 + 1.2 * size)
    return 0.5


def wall(stage):
    """A painted or papered room wall on which the object hangs: its back touches the wall."""
    rng, size = stage.rng, stage.size
    parts = [part for part in bpy.context.scene.objects if part.type == "MESH"]
    back = max((part.matrix_world @ vertex.co).y for part in parts for vertex in part.data.vertices)
    papers = [("#c9d2c6", "#dfe3d6"), ("#d9c7a6", "#eadcc0"), ("#8ea3ad", "#a5b6bd")]
    which = stage.turn(6)
    if which % 2:
        stripe = rng.uniform(0.03, 0.06)
        cover = materials.bricks(*papers[which // 2], papers[which // 2][0], stripe, 40, 0.0, 0.9, relief=0)
    else:
        tint = furnishing.WALLS[stage.turn(len(furnishing.WALLS))]
        cover = materials.mottled([tuple(0.9 * c for c in materials.linear(tint)), tint], 5, 0.9, 0.15)
    reach = 6 + 6 * size
    things = [shapes.box((2 * reach, 0.1, 2 * reach), (0, back + 0.05, 20), cover)]
    things[0].location.z = -20  # clear of the ends of the paper's stripes, which the pattern puts at z = 0
    extra, side = stage.turn(3), rng.choice([-1, 1])
    if extra != 1:
        timber = materials.wood(*furnishing.WOODS[stage.turn(5)])
        low, deep = -rng.uniform(0.12, 0.2) * size, 0.25 + 0.2 * size
        x, y = side * 0.6, back - deep / 2
        things.append(shapes.box((2.4, deep, 0.03), (x, y, low - 0.015), timber, 0.004))
        things.append(shapes.box((2.3, deep - 0.04, 0.8), (x, y, low - 0.43), timber))
    if extra != 0:
        w, h = rng.uniform(0.4, 0.6) * size, rng.uniform(0.5, 0.8) * size
        x, z = side * (stage.clear + 0.18 * size + w / 2), rng.uniform(0.5, 0.7) * size
        paint = materials.plain(rng.choice(["#26221e", "#e9e4d8", "#6b4a2a"]), 0.4)
        tints = rng.choice([["#d8c9a8", "#4f7f86", "#b5683f"], ["#e3dccb", "#6f7f55", "#2d3b44"]])
        art = materials.mottled(tints, 2 / size, 0.8)
        things.append(shapes.box((w, 0.024, h), (x, back - 0.012, z), paint, 0.003))
        things.append(shapes.box((0.8 * w, 0.006, 0.84 * h), (x, back - 0.025, z), art))
    for thing in things:
        # The wall turns with what hangs on it.
        thing.parent, thing["apart"] = parts[0].parent, True
    warm = rng.choice(["#eaf2ff", "#ffffff", "#fff0dc"])
    light.window(rng.choice([-1, 1]), 1.2 + size, 130, warm, rng.uniform(0.4, 0.8), rng.uniform(-1.1, -0.8))
    light.ambience("#b8c4d4", 0.35)
    return 0.3
