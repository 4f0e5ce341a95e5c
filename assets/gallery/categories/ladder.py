"""A ladder: a stepladder on its two frames, or a straight one leaning on a wall or an apple tree."""

import math

from mathutils import Matrix, Vector

from categories.house import window
from studio import materials, plants, shapes
from studio.camera import View

SETTINGS = ["floor", "street", "lawn", "paper", "street", "lawn"]
STANDS = ["steps", "wall", "tree", "steps", "wall", "steps"]
VIEW = View(turn=(20, 50), elevation=(5, 17), fill=(0.7, 0.86), lens=(35, 60), blur=0.4)
MAKES = ["aluminium", "wood", "fibreglass", "wood", "painted"]
CAPS = ["#c8452a", "#26282c", "#d8a020", "#2a5a8a"]
PAINTS = ["#b03a28", "#2f6a7a", "#d8d2c2"]
WALLS = [("#93503a", "#a8644a"), ("#c2ad88", "#cfbc9a"), ("#7d8388", "#8f959a")]


def ladder(studio, rng):
    make = studio.pick(MAKES)
    steel = materials.metal("#c4c7ca", 0.35)
    rail = {
        "aluminium": steel,
        "wood": materials.wood("#c99a62", "#94683a", 26, along="z"),
        "fibreglass": materials.plain(rng.choice(["#d8901c", "#c9561f"]), 0.5),
        "painted": materials.plain(studio.pick(PAINTS), 0.5),
    }[make]
    tread = materials.wood("#c99a62", "#94683a", 26) if make == "wood" else steel
    tread = rail if make == "painted" else tread
    stand = studio.pick(STANDS)
    if stand == "steps":
        cap = tread if make in ("wood", "painted") else materials.plain(studio.pick(CAPS), 0.5)
        return stepladder(rng, rail, tread, cap)
    parts = straight(rng, rail, tread, 3.1 if stand == "tree" else rng.uniform(3.0, 3.5))
    for part in apple_tree(rng) if stand == "tree" else house_wall(studio, rng):
        part["apart"] = True
        parts.append(part)
    return parts


def beam(start, end, wide, thick, material):
    """A rectangular bar whose `wide` side looks along x."""
    start, end = Vector(start), Vector(end)
    up = (end - start).normalized()
    x = (Vector((1, 0, 0)) - up * up.x).normalized()
    turn = Matrix((x, up.cross(x), up)).transposed().to_4x4()
    part = shapes.box((wide, thick, (end - start).length), (0, 0, 0), material, min(wide, thick) * 0.2)
    return shapes.moved(part, Matrix.Translation((start + end) / 2) @ turn)


def stepladder(rng, rail, tread, cap):
    """Treads on the front frame, braces on the back one, a cap on top, spreaders between."""
    count = rng.randint(5, 7)
    tall = count * 0.28 + 0.12
    foot, rear, top = 0.27 + 0.02 * count, 0.26 + 0.02 * count, 0.18
    rubber = materials.plain("#1f2022", 0.8)
    made = [shapes.box((2 * top + 0.1, 0.27, 0.05), (0, 0.03, tall), cap, 0.015)]
    made.append(shapes.box((2 * top + 0.06, 0.23, 0.06), (0, 0.03, tall - 0.045), cap, 0.01))
    front = (Vector((foot, -0.14 * count * 0.6, 0)), Vector((top, -0.04, tall - 0.02)))
    back = (Vector((rear, 0.15 * count * 0.7, 0)), Vector((top - 0.03, 0.1, tall - 0.03)))
    flip = Matrix.Diagonal((-1, 1, 1)).to_3x3()
    for side in (Matrix.Identity(3), flip):
        for line, wide in ((front, 0.034), (back, 0.028)):
            made.append(beam(side @ line[0], side @ line[1], wide, 0.07, rail))
            base = side @ line[0]
            made.append(shapes.box((0.055, 0.1, 0.06), (base.x, base.y, 0.03), rubber, 0.012))
        a, b = (side @ line[0].lerp(line[1], 0.46) for line in (front, back))
        sag = (a + b) / 2 - Vector((0, 0, 0.02))
        made += [beam(a, sag, 0.008, 0.025, tread), beam(sag, b, 0.008, 0.025, tread)]
        for k in range(1, count):
            at = side @ front[0].lerp(front[1], k / count)
            made.append(shapes.ball(0.011, at + Vector((math.copysign(0.018, at.x), 0, 0)), rubber, sides=10))
    for k in range(1, count):
        at = front[0].lerp(front[1], k / count)
        made.append(shapes.box((2 * at.x - 0.02, 0.12, 0.034), (0, at.y, at.z), tread, 0.008))
        for strip in (-0.038, -0.013, 0.013, 0.038):
            made.append(shapes.box((2 * at.x - 0.08, 0.012, 0.008), (0, at.y + strip, at.z + 0.017), rubber))
    for t in (0.12, 0.42, 0.72):
        at = back[0].lerp(back[1], t)
        made.append(shapes.box((2 * at.x, 0.022, 0.045), (0, at.y, at.z), tread, 0.006))
    for side in (-1, 1):
        low, high = back[0].lerp(back[1], 0.12), back[0].lerp(back[1], 0.42)
        made.append(beam((side * low.x, low.y, low.z), (-side * high.x, high.y, high.z), 0.03, 0.01, tread))
    return made


def straight(rng, rail, rung, length):
    """Two rails and their rungs, leaning against the plane y = 0."""
    low, high, lean = 0.27, 0.21, math.radians(rng.uniform(16, 20))
    made, rubber = [], materials.plain("#1f2022", 0.8)
    for side in (-1, 1):
        made.append(beam((side * low, 0, 0), (side * high, 0, length), 0.038, 0.08, rail))
        made.append(shapes.box((0.056, 0.1, 0.08), (side * low, 0, 0.035), rubber, 0.012))
        made.append(shapes.box((0.05, 0.092, 0.05), (side * high, 0, length - 0.02), rubber, 0.012))
    count = round(length / 0.29)
    for k in range(count):
        z = 0.25 + (length - 0.45) * k / (count - 1)
        half = low + (high - low) * z / length
        made.append(shapes.rod((-half - 0.025, 0, z), (half + 0.025, 0, z), 0.021, rung, 16))
    place = Matrix.Translation((0, -length * math.sin(lean) - 0.06, 0.02)) @ Matrix.Rotation(-lean, 4, "X")
    return [shapes.moved(part, place) for part in made]


def house_wall(studio, rng):
    """A long house wall behind the ladder, with a window beside it."""
    tone, other = studio.pick(WALLS)
    if rng.random() < 0.5:
        stone = materials.bricks(tone, other, "#b8ad9c", 0.25, 0.083, 0.01)
    else:
        stone = materials.mottled([tone, other], 1.2, 0.9, 0.5, 0.01)
    made = [shapes.box((22, 0.3, 6), (3, 0.15, 3), stone)]
    made.append(shapes.box((22, 0.36, 0.4), (3, 0.15, 0.2), materials.plain("#6f6a64", 0.9), 0.02))
    trim = materials.plain(rng.choice(["#ece7da", "#2f4a3f", "#5a3a26"]), 0.5)
    place = Matrix.Translation((rng.choice([-1, 1]) * rng.uniform(1.3, 1.6), 0, rng.uniform(1.9, 2.4)))
    return made + [shapes.moved(part, place) for part in window(1.1, 1.35, trim, None)]


def apple_tree(rng):
    """A trunk that carries the ladder, its branches, leaves and apples."""
    bark = materials.mottled(["#2f261d", "#5e4d3b", "#463829"], 9, 0.95, 1.0, 0.03, (1, 1, 0.3))
    line = shapes.curve([(0.02, 0.3, -0.3), (0.05, 0.27, 0.4), (-0.02, 0.24, 1.8), (0, 0.22, 3.4)], 10)
    trunk = shapes.sweep(line, lambda t: 0.24 - 0.06 * t + 0.12 * max(0, 0.2 - t), bark, 24)
    made = [shapes.roughened(trunk, 0.02, 0.12, rng.random())]
    crown = shapes.moved(
        plants.foliage(rng, 1.75, 0.13, ["#2c3f16", "#52702a", "#7f9644"], 6500),
        Matrix.Translation((0, 0.5, 4.5)),
    )
    made.append(crown)
    for k in range(5):
        a, z = 2 * math.pi * k / 5 + 0.4, 2.5 + 0.17 * k
        far = Vector((1.1 * math.cos(a), 0.45 + 1.0 * math.sin(a), z + 1.3))
        path = shapes.curve(
            [(0, 0.23, z), Vector((0, 0.23, z)).lerp(far, 0.5) - Vector((0, 0, 0.15)), far], 8
        )
        made.append(shapes.sweep(path, lambda t: 0.09 - 0.06 * t, bark, 12))
    skin = materials.mottled(["#a8201a", "#c9452a", "#c9a03a"], 18, 0.35)
    for _ in range(40):
        out = Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1))).normalized() * rng.uniform(
            1.2, 1.65
        )
        made.append(shapes.ball(0.055, out + Vector((0, 0.5, 4.4)), skin, sides=16))
    return made
