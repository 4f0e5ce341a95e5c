"""A barn: boarded walls under a gambrel roof, braced double doors, a hayloft door, perhaps a silo."""

import math

from mathutils import Matrix

from categories.house import ALL_AROUND, aligned, courses, window
from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "lawn", "snowfield", "meadow"]
VIEW = View(turn=(-42, 42), elevation=(2, 13), fill=(0.62, 0.84), lens=(30, 60), blur=0.2)
WALLS = [
    ("#8f2419", "#9c2d20"),
    ("#a33322", "#8f2a1c"),
    ("#7a1f1a", "#8a2822"),
    ("#857763", "#6f6352"),
    ("#9c3a26", "#8a3020"),
]
ROOFS = [("#4a4d52", "#5d6066"), ("#5e4a3c", "#6f5a4a"), ("#8f969c", "#a3a9ae"), ("#3f5248", "#4e6258")]
UP_AND_DOWN = (-math.pi / 2, math.pi / 4, math.pi / 2)


def barn(studio, rng):
    tone, other = studio.pick(WALLS)
    span, length = rng.uniform(8.6, 10), rng.uniform(11, 14)
    eave, knee, top = rng.uniform(3.3, 3.8), rng.uniform(5.9, 6.4), rng.uniform(7.6, 8.2)
    half, bend = span / 2, span * 0.33
    gap = tuple(0.25 * c for c in materials.linear(other))
    boards = aligned(materials.bricks(tone, other, gap, 14, 0.22, 0.025, 0.75, relief=0.02), UP_AND_DOWN)
    trim = materials.plain("#ece8dd" if studio.variant % 5 != 4 else "#5a4f42", 0.6)
    roofing = materials.bricks(*studio.pick(ROOFS), "#26282a", 0.5, 0.4, 0.01, 0.6)
    stone = aligned(materials.bricks("#7d776d", "#938c80", "#5d584f", 0.5, 0.3, 0.04, 0.9), ALL_AROUND)

    gable = [(-half, 0), (half, 0), (half, eave), (bend, knee), (0, top), (-bend, knee), (-half, eave)]
    parts = [shapes.slab(gable, length, boards)]
    parts.append(shapes.box((span + 0.2, length + 0.2, 1.4), (0, 0, -0.3), stone, 0.03))
    over = 0.55
    steep = (knee - eave) / (half - bend)
    line = [(-half - over, eave - over * steep * 0.55), (-bend, knee + 0.15), (0, top + 0.15)]
    line += [(-x, z) for x, z in reversed(line[:2])]
    parts.append(shapes.slab(courses(line, 0.5, 0.14), length + 1.0, roofing))
    board = line + [(x, z - 0.42) for x, z in reversed(line)]
    front = length / 2
    for y in (-front - 0.52, front + 0.52):
        parts.append(shapes.slab(board, 0.09, trim, 0.01, Matrix.Translation((0, y, -0.02))))
    parts.append(shapes.rod((0, -front - 0.5, top + 0.15), (0, front + 0.5, top + 0.15), 0.13, roofing, 10))
    for x in (-half, half):
        for y in (-front, front):
            parts.append(shapes.box((0.3, 0.3, eave), (x, y, eave / 2), trim, 0.02))
    parts.append(shapes.box((span, 0.12, 0.24), (0, -front - 0.03, eave + 0.1), trim, 0.02))

    parts += [shapes.moved(p, Matrix.Translation((0, -front, 0))) for p in doors(boards, trim, 1.75, 3.1)]
    loft = Matrix.Translation((0, -front, eave + 0.75))
    parts += [shapes.moved(p, loft) for p in leaf(boards, trim, 0, 1.7, 1.9)]
    parts.append(shapes.box((0.24, 1.7, 0.24), (0, -front - 0.7, top - 0.35), trim, 0.02))
    for x in (-half * 0.7, half * 0.7):
        place = Matrix.Translation((x, -front, 1.9))
        parts += [shapes.moved(p, place) for p in window(0.95, 1.1, trim, None)]
    for side in (-1, 1):
        for k in range(4):
            turn = Matrix.Rotation(side * math.pi / 2, 4, "Z")
            place = turn @ Matrix.Translation((length * (k - 1.5) / 4.4, -half, 1.9))
            parts += [shapes.moved(p, place) for p in window(0.95, 1.1, trim, None)]
    if studio.pick([True, False, True]):
        parts += cupola(rng.uniform(-0.1, 0.2) * length, top, boards, trim, roofing)
    if studio.pick([False, True, False, True, False]):
        parts += silo(rng.choice([-1, 1]) * (half + 2.2), rng.uniform(-0.1, 0.25) * length, top)
    return parts


def doors(boards, trim, wide, tall):
    """Two leaves under their rail, in a wall that faces -y at the origin."""
    made = []
    for side in (-1, 1):
        made += leaf(boards, trim, side * wide / 2, wide - 0.04, tall)
    made.append(shapes.box((2 * wide + 0.7, 0.2, 0.22), (0, -0.1, tall + 0.22), trim, 0.02))
    for x in (-0.14, 0.14):
        made.append(
            shapes.box((0.06, 0.1, 0.4), (x, -0.24, tall * 0.5), materials.metal("#2c2c2c", 0.5), 0.01)
        )
    return made


def leaf(boards, trim, x, wide, tall):
    """A door leaf of boards with a painted frame and a cross of braces, standing at (x, 0)."""
    made = [shapes.box((wide, 0.14, tall), (x, -0.05, tall / 2 + 0.1), boards, 0.01)]
    for side in (-1, 1):
        made.append(
            shapes.box((0.2, 0.08, tall), (x + side * (wide / 2 - 0.1), -0.14, tall / 2 + 0.1), trim, 0.015)
        )
    for z in (0.2, tall):
        made.append(shapes.box((wide, 0.08, 0.2), (x, -0.14, z), trim, 0.015))
    run, climb = wide - 0.3, tall - 0.3
    for side in (-1, 1):
        brace = shapes.box((math.hypot(run, climb), 0.06, 0.17), (0, 0, 0), trim, 0.01)
        turn = Matrix.Rotation(side * math.atan2(climb, run), 4, "Y")
        made.append(shapes.moved(brace, Matrix.Translation((x, -0.135, tall / 2 + 0.1)) @ turn))
    return made


def cupola(y, top, boards, trim, roofing):
    """A louvred lantern on the ridge with a weather vane."""
    made = [shapes.box((1.3, 1.3, 1.6), (0, y, top + 0.5), trim, 0.03)]
    for k in range(5):
        made.append(shapes.box((0.9, 1.36, 0.09), (0, y, top + 0.55 + 0.15 * k), boards, 0.01))
        made.append(shapes.box((1.36, 0.9, 0.09), (0, y, top + 0.55 + 0.15 * k), boards, 0.01))
    cap = shapes.lathe([(1.2, 0), (1.2, 0.08), (0.5, 0.55), (0.08, 1.15), (0, 1.2)], roofing, 4, smooth=False)
    place = Matrix.Translation((0, y, top + 1.3)) @ Matrix.Rotation(math.pi / 4, 4, "Z")
    made.append(shapes.moved(cap, place))
    iron = materials.metal("#2a2a2a", 0.5)
    made.append(shapes.rod((0, y, top + 2.3), (0, y, top + 3.5), 0.04, iron, 8))
    arrow = [(-0.7, -0.14), (-0.45, 0), (-0.7, 0.14), (-0.35, 0.04), (0.4, 0.04), (0.4, 0.16), (0.75, 0)]
    arrow += [(x, -z) for x, z in reversed(arrow[3:6])]
    made.append(shapes.slab(arrow, 0.04, iron, 0.0, Matrix.Translation((0, y, top + 3.2))))
    return made


def silo(x, y, top):
    """A hooped silo with a domed roof beside the barn."""
    tall, radius = top + 1.2, 1.9
    staves = materials.mottled(["#a8a59c", "#c2bfb5"], 1.2, 0.7, 0.3, 0.02, (1, 1, 0.2))
    steel = materials.metal("#b5bac0", 0.4)
    made = [shapes.lathe([(radius, -0.8), (radius, tall)], staves, 48)]
    dome = [
        (radius * 1.04, -0.05),
        (radius * 0.98, 0.5),
        (radius * 0.7, 1.2),
        (radius * 0.3, 1.55),
        (0, 1.65),
    ]
    made.append(shapes.lathe([(r, tall + z) for r, z in shapes.curve(dome, 5)], steel, 24, smooth=False))
    for k in range(9):
        z = 0.6 + (tall - 0.9) * k / 8
        made.append(shapes.lathe([(radius, z - 0.06), (radius + 0.05, z), (radius, z + 0.06)], steel, 48))
    return [shapes.moved(part, Matrix.Translation((x, y, 0))) for part in made]
