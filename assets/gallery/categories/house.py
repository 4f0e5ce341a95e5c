"""A house: walls under a tiled gable roof, door, windows with panes, chimney, sometimes a porch."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["lawn", "meadow", "snowfield", "lawn", "coast"]
VIEW = View(turn=(-42, 42), elevation=(3, 15), fill=(0.6, 0.82), lens=(30, 60), blur=0.2)
WALLS = [
    ("plaster", "#efe9db", "#d8cfbb"),
    ("brick", "#93503a", "#a8644a"),
    ("boards", "#e3c46a", "#d8b85c"),
    ("plaster", "#e2c79a", "#c9ab7c"),
    ("boards", "#6f8a99", "#7d98a6"),
    ("boards", "#8a2f25", "#96392c"),
    ("plaster", "#c98a72", "#b5755e"),
]
ROOFS = [("#8f402c", "#a8523a"), ("#3d4148", "#50555d"), ("#5e4433", "#725542"), ("#6d3a30", "#84493c")]
DOORS = ["#8a2a22", "#2d5a4c", "#27496b", "#5a3a22", "#c9962f"]
ALL_AROUND = (-math.pi / 2, math.pi / 4, 0)
"""A brick pattern's turn that makes it run over x + y and z, so that it suits front and side walls."""


def house(studio, rng):
    kind, tone, other = studio.pick(WALLS)
    ridge, floors = studio.pick(["y", "x", "y", "x"]), studio.pick([1, 1, 2])
    span, length = rng.uniform(6.4, 7.4), rng.uniform(7.6, 9.2)
    eave = 2.9 if floors == 1 else 5.3
    rise = span * rng.uniform(0.42, 0.56)
    wall = walling(kind, tone, other)
    trim = materials.plain("#efece4" if tone != "#efe9db" else "#5a4332", 0.5)
    tiles = materials.bricks(*studio.pick(ROOFS), "#2a2220", 0.3, 0.3, 0.006, 0.75)
    along = Matrix.Identity(4) if ridge == "y" else Matrix.Rotation(math.pi / 2, 4, "Z")
    across, deep = (span, length) if ridge == "y" else (length, span)

    gable = [(-span / 2, 0), (span / 2, 0), (span / 2, eave), (0, eave + rise), (-span / 2, eave)]
    parts = [shapes.slab(gable, length, wall, place=along)]
    stone = materials.mottled(["#6f6a62", "#8f8a80"], 3, 0.9, 0.5, 0.02)
    parts.append(shapes.box((across + 0.16, deep + 0.16, 1.2), (0, 0, -0.25), stone, 0.03))
    parts += roof(span, length, eave, rise, tiles, trim, along)

    shutter = materials.plain(rng.choice(DOORS), 0.6) if rng.random() < 0.6 else None
    halves = (deep / 2, across / 2)
    openings = [(0, x, z) for x in (-across * 0.3, across * 0.3) for z in (1.75, 4.2)[:floors]]
    for face in (1, 2, 3):
        x = halves[1 - face % 2] * 0.5
        openings += [(face, side * x, z) for side in (-1, 1) for z in (1.75, 4.2)[:floors]]
    if floors == 2:
        openings.append((0, 0, 4.2))
    for face, x, z in openings:
        place = facing(face, halves) @ Matrix.Translation((x, 0, z))
        parts += [shapes.moved(p, place) for p in window(1.15, 1.4, trim, shutter)]
    for face in (0, 2) if ridge == "y" else (1, 3):
        place = facing(face, halves) @ Matrix.Translation((0, 0, eave + rise * 0.36))
        parts += [shapes.moved(p, place) for p in window(1.0, 1.1, trim, None)]
    paint = materials.plain(studio.pick(DOORS), 0.4)
    parts += [shapes.moved(p, facing(0, halves)) for p in entrance(rng, paint, trim, stone, tiles)]

    side, back = rng.choice([-1, 1]) * span * 0.22, length * rng.uniform(-0.05, 0.28)
    high = eave + rise + rng.uniform(0.5, 0.9)
    brick = aligned(materials.bricks("#8a4a36", "#9c5a44", "#b0a596", 0.25, 0.1, 0.015), ALL_AROUND)
    stack = [shapes.box((0.95, 0.75, high - eave), (side, back, (high + eave) / 2), brick, 0.01)]
    stack.append(shapes.box((1.15, 0.95, 0.16), (side, back, high), stone, 0.02))
    for x in (-0.22, 0.22):
        pot = shapes.lathe([(0, 0), (0.17, 0), (0.13, 0.5), (0.16, 0.52), (0.1, 0.55), (0, 0.3)], tiles, 20)
        stack.append(shapes.moved(pot, Matrix.Translation((side + x, back, high + 0.05))))
    return parts + [shapes.moved(p, along) for p in stack]


def walling(kind, tone, other):
    """The walls' surface."""
    if kind == "plaster":
        return materials.mottled([other, tone, tone], 0.9, 0.85, 0.4, 0.02)
    if kind == "brick":
        return aligned(materials.bricks(tone, other, "#bfb3a2", 0.27, 0.15, 0.014), ALL_AROUND)
    shadow = tuple(0.35 * c for c in materials.linear(other))
    return aligned(materials.bricks(tone, other, shadow, 4, 0.2, 0.022, 0.6, relief=0.02), ALL_AROUND)


def aligned(bricks, turn):
    """The brick material with its pattern turned by an Euler angle."""
    bricks.node_tree.nodes["Mapping"].inputs["Rotation"].default_value = turn
    return bricks


def facing(face, halves):
    """Where the middle of a wall's foot is: face 0 the front, 1 the right, 2 the back, 3 the left."""
    return Matrix.Rotation(face * math.pi / 2, 4, "Z") @ Matrix.Translation((0, -halves[face % 2], 0))


def courses(line, course, thick):
    """A roof's section in (x, z): `line` from eave over ridge to eave, stepped into courses of tiles."""
    outline = []
    for a, b in zip(line, line[1:]):
        a, b = Vector(a), Vector(b)
        count = max(2, round((b - a).length / course))
        lift = Vector((a.y - b.y, b.x - a.x)).normalized() * thick * 0.5
        for k in range(count):
            p, q = a.lerp(b, k / count), a.lerp(b, (k + 1) / count)
            outline += [p + lift, q] if b.y > a.y else [p, q + lift]
    return outline + [Vector((x, z - thick)) for x, z in reversed(line)]


def roof(span, length, eave, rise, tiles, trim, along):
    """Courses of tiles on both slopes, ridge tiles, bargeboards and gutters."""
    over, slope = 0.55, rise / (span / 2)
    edge = (span / 2 + over, eave - over * slope + 0.12)
    line = [(-edge[0], edge[1]), (0, eave + rise + 0.12), edge]
    made = [shapes.slab(courses(line, 0.42, 0.14), length + 0.9, tiles, place=along)]
    board = line + [(x, z - 0.34) for x, z in reversed(line)]
    for y in (-length / 2 - 0.46, length / 2 + 0.46):
        made.append(shapes.slab(board, 0.07, trim, 0.01, along @ Matrix.Translation((0, y, -0.02))))
    half = length / 2 + 0.48
    pieces = [shapes.rod((0, -half, line[1][1] + 0.02), (0, half, line[1][1] + 0.02), 0.15, tiles, 12)]
    for x in (-edge[0] - 0.06, edge[0] + 0.06):
        pieces.append(shapes.rod((x, -half, edge[1] - 0.1), (x, half, edge[1] - 0.1), 0.09, trim, 10))
        corner = math.copysign(span / 2 + 0.07, x)
        pieces.append(shapes.rod((corner, -half + 0.75, 0.1), (corner, -half + 0.75, eave), 0.05, trim, 8))
    return made + [shapes.moved(p, along) for p in pieces]


def window(wide, tall, trim, shutter):
    """A window of four or six panes in a wall that faces -y, centred on the origin."""
    pane = materials.plain("#1d2832", 0.06, Specular=0.8)
    made = [shapes.box((wide, 0.1, tall), (0, 0.02, 0), pane)]
    for x in (-wide / 2, wide / 2):
        made.append(shapes.box((0.12, 0.16, tall + 0.12), (x, 0, 0), trim, 0.01))
    for z in (-tall / 2, tall / 2):
        made.append(shapes.box((wide + 0.2, 0.16, 0.12), (0, 0, z), trim, 0.01))
    made.append(shapes.box((wide + 0.34, 0.34, 0.09), (0, 0, -tall / 2 - 0.08), trim, 0.01))
    made.append(shapes.box((0.06, 0.14, tall), (0, 0, 0), trim))
    for z in (0,) if tall < 1.2 else (-tall / 6, tall / 6):
        made.append(shapes.box((wide, 0.14, 0.05), (0, 0, z), trim))
    if shutter:
        for side in (-1, 1):
            x = side * (wide / 2 + 0.36)
            made.append(shapes.box((0.52, 0.07, tall + 0.1), (x, -0.03, 0), shutter, 0.015))
            for k in range(8):
                z = tall * (k - 3.5) / 8.6
                made.append(shapes.box((0.38, 0.05, 0.07), (x, -0.06, z), shutter, 0.01))
    return made


def entrance(rng, paint, trim, stone, tiles):
    """The front door with its frame and steps, under a canopy, a porch on posts, or a fanlight."""
    made = [shapes.box((1.45, 0.24, 2.6), (0, 0, 1.5), trim, 0.02)]
    made.append(shapes.box((1.08, 0.26, 2.15), (0, 0, 1.35), paint, 0.01))
    made.append(shapes.box((1.08, 0.26, 0.22), (0, 0, 2.58), materials.plain("#1d2832", 0.06)))
    for x in (-0.25, 0.25):
        for z, tall in ((0.85, 0.7), (1.85, 0.8)):
            made.append(shapes.box((0.36, 0.05, tall), (x, -0.14, z), paint, 0.02))
    made.append(shapes.ball(0.06, (0.42, -0.18, 1.3), materials.metal("#d8b45a"), sides=16))
    for k in range(2):
        made.append(
            shapes.box((1.9 + 0.4 * k, 1.0 + 0.35 * k, 0.17), (0, -0.4, 0.255 - 0.17 * k), stone, 0.02)
        )
    style = rng.choice(["canopy", "porch", "porch", "plain"])
    if style != "plain":
        reach = 0.9 if style == "canopy" else 1.5
        line = [(-1.25, 2.85), (0, 3.5), (1.25, 2.85)]
        place = Matrix.Translation((0, -reach / 2, 0))
        made.append(shapes.slab(courses(line, 0.3, 0.12), reach, tiles, place=place))
        front = [(-1.25, 2.72), (1.25, 2.72), (0, 3.36)]
        made.append(shapes.slab(front, 0.08, trim, 0.01, Matrix.Translation((0, -reach + 0.06, 0))))
    for x in (-1.0, 1.0):
        if style == "porch":
            made.append(shapes.box((0.16, 0.16, 2.6), (x, -1.38, 1.42), trim, 0.02))
        elif style == "canopy":
            made.append(shapes.rod((x, -0.1, 2.2), (x, -0.8, 2.75), 0.05, trim, 8))
    if style == "porch":
        made.append(shapes.box((2.5, 1.6, 0.34), (0, -0.8, 0.0), stone, 0.02))
    return made
