"""A castle: crenellated walls between round towers, an arched gate with its portcullis, a keep, flags."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "coast", "snowfield", "lawn", "coast"]
VIEW = View(turn=(-36, 36), elevation=(5, 17), fill=(0.7, 0.88), lens=(30, 60), blur=0.1)
STONES = [
    ("#9a9184", "#aaa295", "#6a645b"),
    ("#b5a07c", "#c4b08c", "#86765a"),
    ("#7f8288", "#90949a", "#55585e"),
    ("#c2b8a6", "#d0c7b6", "#948b7c"),
]
CONES = ["#3a4f6b", "#8a3a2c", None, "#44484f", "#5d7a6a"]
BANNERS = ["#a8241c", "#24487a", "#c9962f", "#2f6a45", "#6a2f6a", "#a8241c", "#dcd5c4"]


def castle(studio, rng):
    tones, cone, banner = studio.pick(STONES), studio.pick(CONES), studio.pick(BANNERS)
    wide, deep = rng.uniform(10, 12), rng.uniform(7.5, 9)
    high = rng.uniform(6, 7.2)
    flat = masonry(tones)
    roofing = cone and materials.mottled(
        [tuple(0.7 * c for c in materials.linear(cone)), cone], 1.5, 0.6, 0.6, 0.04, (1, 1, 0.3)
    )
    flag = materials.cloth(banner)
    parts = []
    for side in (-1, 1):
        parts += wall((side * wide, -deep), (side * 3, -deep), high, flat)
        parts += wall((side * wide, deep), (side * wide, -deep), high, flat)
        for y in (-deep, deep):
            at = (side * wide, y)
            parts += tower(at, rng.uniform(2.3, 2.7), high + rng.uniform(2.6, 3.6), tones, roofing, flag)
        top = high + rng.uniform(2.2, 2.6)
        parts += tower(
            (side * 3.3, -deep - 0.6), 1.9, top, tones, None if studio.variant % 2 else roofing, None
        )
    parts += wall((-wide, deep), (wide, deep), high, flat)
    parts += gate(-deep, high + 1.0, flat, tones, flag)
    parts += keep(rng, (rng.uniform(-2.5, 2.5), 1.0), high, flat, tones, roofing, flag)
    return parts


def masonry(tones, tower=None):
    """Coursed stone: over x + y and z for straight walls, or around a tower (x, y, radius)."""
    stone = materials.bricks(*tones, 1.0, 0.5, 0.035, 0.9, relief=0.05)
    nodes, links = stone.node_tree.nodes, stone.node_tree.links
    mapping = nodes["Mapping"]
    mapping.inputs["Rotation"].default_value = (0, 0, 0) if tower else (-math.pi / 2, math.pi / 4, 0)
    if tower:
        x, y, radius = tower
        mapping.inputs["Location"].default_value = (-x, -y, 0)
        around = nodes.new("ShaderNodeTexGradient")
        around.gradient_type = "RADIAL"
        length, split, join = (
            nodes.new(f"ShaderNode{kind}") for kind in ("Math", "SeparateXYZ", "CombineXYZ")
        )
        length.operation, length.inputs[1].default_value = "MULTIPLY", 2 * math.pi * radius
        for source, target in (
            (mapping.outputs[0], around.inputs[0]),
            (around.outputs["Fac"], length.inputs[0]),
            (mapping.outputs[0], split.inputs[0]),
            (length.outputs[0], join.inputs["X"]),
            (split.outputs["Z"], join.inputs["Y"]),
            (join.outputs[0], nodes["Brick Texture"].inputs["Vector"]),
        ):
            links.new(source, target)
    return stone


def tower(at, radius, tall, tones, roofing, flag):
    """A round tower with a corbelled head: merlons, or a conical roof with a flag."""
    x, y = at
    stone = masonry(tones, (x, y, radius))
    head = radius * 1.17
    profile = [(radius * 1.1, -3), (radius * 1.1, 0.5), (radius, 1.6), (radius, tall - 1.7)]
    profile += [
        (head, tall - 1.1),
        (head, tall),
        (head - 0.45, tall),
        (head - 0.45, tall - 0.6),
        (0, tall - 0.6),
    ]
    made = [shapes.lathe(profile, stone, 40)]
    made.append(
        shapes.lathe([(radius, tall - 1.75), (head + 0.1, tall - 1.15), (head, tall - 1.05)], stone, 40)
    )
    dark = materials.plain("#17161a", 0.9)
    for turn, z in ((0, 0.3), (25, 0.62), (-50, 0.5), (65, 0.75), (-80, 0.3), (100, 0.55), (150, 0.5)):
        place = Matrix.Rotation(math.radians(turn), 4, "Z") @ Matrix.Translation((0, -radius, tall * z))
        made.append(shapes.moved(shapes.box((0.62, 0.24, 1.3), (0, 0.02, 0), stone, 0.04), place))
        made.append(shapes.moved(shapes.box((0.26, 0.3, 1.0), (0, 0, 0), dark, 0.02), place))
    tip = tall
    if roofing:
        cap = [
            (head * 1.2, -0.25),
            (head * 0.8, 1.1),
            (head * 0.42, 2.6),
            (0.09, radius * 2.3),
            (0, radius * 2.3),
        ]
        made.append(shapes.lathe([(r, tall + z) for r, z in shapes.curve(cap, 4)], roofing, 40))
        made.append(shapes.lathe([(head * 1.2, tall - 0.25), (head * 0.9, tall - 0.3)], roofing, 40))
        tip = tall + radius * 2.3
    else:
        count = round(2 * math.pi * head / 1.55)
        for k in range(count):
            turn = Matrix.Rotation(2 * math.pi * k / count, 4, "Z")
            merlon = shapes.box((0.85, 0.45, 0.95), (0, -head + 0.225, tall + 0.45), stone, 0.04)
            made.append(shapes.moved(merlon, turn))
    made = [shapes.moved(p, Matrix.Translation((x, y, 0))) for p in made]
    return made + (pennant((x, y, tip - 0.3), flag) if flag else [])


def pennant(at, cloth):
    """A pole with a swallow-tailed flag in the wind."""
    x, y, z = at
    made = [shapes.rod((x, y, z - 0.4), (x, y, z + 2.6), 0.06, materials.plain("#3a3028", 0.6), 8)]

    def wave(u, v):
        along = (u + 1) * 0.95 * (1 - 0.22 * (1 - abs(v)) * (u > 0.9))
        return x + along, y + 0.16 * math.sin(3.2 * along), z + 1.95 + 0.52 * v - 0.08 * along

    return made + [shapes.sheet(20, wave, cloth)]


def wall(start, end, high, stone):
    """A curtain wall from start to end (x, y) with merlons."""
    a, b = Vector((*start, 0)), Vector((*end, 0))
    length = (b - a).length
    turn = math.atan2(b.y - a.y, b.x - a.x)
    place = Matrix.Translation((a + b) / 2) @ Matrix.Rotation(turn, 4, "Z")
    made = [shapes.box((length, 1.5, high + 3), (0, 0, (high - 3) / 2), stone, 0.04)]
    for y in (-0.8, 0.8):
        made.append(shapes.box((length, 0.3, 0.3), (0, y, high - 0.5), stone, 0.04))
    count = max(2, round(length / 1.6))
    for k in range(count):
        for y in (-0.62, 0.62):
            x = length * ((k + 0.5) / count - 0.5)
            made.append(shapes.box((0.95, 0.4, 1.0), (x, y, high + 0.45), stone, 0.04))
    return [shapes.moved(p, place) for p in made]


def gate(y, high, stone, tones, flag):
    """The gatehouse: a deep arch with voussoirs and portcullis under a banner."""
    half, spring = 1.5, 2.7
    arch = [(half * math.cos(a), spring + half * math.sin(a)) for a in (math.pi * k / 16 for k in range(17))]
    outline = [(3, -3), (3, high), (-3, high), (-3, -3), (-half, -3), *reversed(arch), (half, -3)]
    front = y - 1.6
    made = [shapes.slab(outline, 3.2, stone, place=Matrix.Translation((0, y, 0)))]
    made.append(shapes.box((3.4, 0.2, 5), (0, front + 1.5, 2), materials.plain("#120f0d", 0.9)))
    iron = materials.plain("#4a3626", 0.7)
    for k in range(-3, 4):
        made.append(shapes.rod((k * 0.42, front + 0.7, 0.9), (k * 0.42, front + 0.7, 4.3), 0.07, iron, 6))
    for z in (1.2, 1.85, 2.5, 3.15, 3.8):
        made.append(shapes.rod((-1.6, front + 0.7, z), (1.6, front + 0.7, z), 0.07, iron, 6))
    trim = materials.mottled([tones[1], tuple(1.25 * c for c in materials.linear(tones[1]))], 1, 0.9)
    for k in range(11):
        a = math.pi * (k + 0.5) / 11
        block = shapes.box((0.55, 0.5, 0.46), (half + 0.25, front + 0.12, 0), trim, 0.05)
        turn = Matrix.Translation((0, 0, spring)) @ Matrix.Rotation(-a, 4, "Y")
        made.append(shapes.moved(block, turn))
    for side in (-1, 1):
        for k in range(5):
            made.append(
                shapes.box((0.5, 0.5, 0.5), (side * (half + 0.2), front + 0.12, 0.2 + 0.54 * k), trim, 0.05)
            )
    for k in range(4):
        made.append(shapes.box((0.85, 0.5, 1.0), (1.35 * (k - 1.5), front + 0.25, high + 0.45), stone, 0.04))
    made.append(shapes.box((6, 0.3, 0.3), (0, front - 0.05, high - 0.4), stone, 0.04))
    hung = [(-0.6, high - 0.7), (0.6, high - 0.7), (0.6, high - 2.5), (0, high - 3.0), (-0.6, high - 2.5)]
    made.append(shapes.slab(hung, 0.06, flag, 0.01, Matrix.Translation((0, front - 0.1, 0))))
    return made


def keep(rng, at, high, stone, tones, roofing, flag):
    """The square keep that towers over the court, turrets at its corners."""
    x, y = at
    half, tall = rng.uniform(3.2, 3.8), high + rng.uniform(5, 6.5)
    made = [shapes.box((2 * half, 2 * half, tall), (x, y, tall / 2), stone, 0.05)]
    made.append(shapes.box((2 * half + 0.5, 2 * half + 0.5, 1.0), (x, y, tall - 0.4), stone, 0.08))
    for turn in range(4):
        place = Matrix.Translation((x, y, 0)) @ Matrix.Rotation(turn * math.pi / 2, 4, "Z")
        for k in range(4):
            merlon = shapes.box(
                (0.9, 0.45, 1.0), ((k - 1.5) * half * 0.45, -half - 0.02, tall + 0.5), stone, 0.04
            )
            made.append(shapes.moved(merlon, place))
        for k in (-1, 1):
            for z in (0.66, 0.84):
                dark = materials.plain("#17161a", 0.9)
                frame = shapes.box((1.1, 0.3, 1.6), (k * half * 0.42, -half, tall * z), stone, 0.05)
                opening = shapes.box((0.6, 0.4, 1.2), (k * half * 0.42, -half, tall * z), dark, 0.04)
                made += [shapes.moved(frame, place), shapes.moved(opening, place)]
    for sx in (-1, 1):
        for sy in (-1, 1):
            corner = (x + sx * half, y + sy * half)
            flown = flag if sx == sy == -1 else None
            made += tower(corner, 1.0, tall + 1.4, tones, roofing, flown)
    return made
