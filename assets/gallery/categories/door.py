"""A door in its frame in a house wall: panelled, glazed, boarded under an arch, or modern."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["street"]
VIEW = View(turn=(-20, 20), elevation=(1, 9), fill=(0.68, 0.84), lens=(38, 65), blur=0.2)
STYLES = ["panelled", "arched", "glazed", "panelled", "modern"]
PAINTS = ["#8f2a22", "#2a4f78", "#2f5f4a", "#c9962f", "#26282c", "#5f8a8f", "#e0dac9"]
TIMBERS = [("#8f5a30", "#55331a"), ("#6b4226", "#3a2213"), ("#b07a46", "#7a4e2a")]
BRICKS = [
    ("#8f4a36", "#a35c44", "#bdb2a2"),
    ("#a88a5e", "#b99c70", "#cfc4b0"),
    ("#6d3a30", "#7f483c", "#8f867a"),
]
PLASTERS = [("#e2d8c2", "#d3c6aa"), ("#c9896a", "#b87858"), ("#b8c2c0", "#a5b0ae"), ("#e0c27a", "#d0b068")]


def door(studio, rng):
    style = studio.pick(STYLES)
    wide, tall = rng.uniform(0.92, 1.04), rng.uniform(2.02, 2.12)
    paint = materials.plain(studio.pick(PAINTS), 0.35)
    timber = materials.wood(*studio.pick(TIMBERS), 16, along="z", roughness=0.5)
    trim = materials.plain("#ece8dc" if studio.pick([True, True, False]) else "#3a3d40", 0.45)
    stone = materials.mottled(["#8f897e", "#aaa498", "#9c968a"], 7, 0.9, 0.5, 0.006)
    brass = materials.metal(rng.choice(["#d0a850", "#b8bcc0", "#2c2a28"]), 0.25)
    leaf = timber if style == "arched" or style == "modern" and rng.random() < 0.5 else paint
    arch = wide / 2 if style == "arched" else 0.0
    light = 0.36 if style in ("panelled", "glazed") and studio.variant % 3 else 0.0
    high = tall + light - arch * 0.55

    made = [frame(wide, high, arch, trim if style != "arched" else stone, 0.1 if style != "arched" else 0.2)]
    made.append(
        shapes.slab(
            opening(wide, min(high, tall), arch), 0.05, leaf, 0.004, Matrix.Translation((0, 0.1, 0.02))
        )
    )
    make = {"panelled": panelled, "glazed": glazed, "arched": boarded, "modern": modern}[style]
    made += make(wide, tall, leaf, brass, rng)
    if light:
        made.append(shapes.box((wide, 0.09, 0.07), (0, 0.08, tall + 0.04), trim, 0.01))
        pane = materials.plain("#1c2830", 0.05, Specular=0.8)
        made.append(shapes.box((wide, 0.02, light), (0, 0.12, tall + light / 2), pane))
        for k in (-1, 1):
            made.append(shapes.box((0.03, 0.05, light), (k * wide / 6, 0.1, tall + light / 2), trim))
    made.append(shapes.box((wide + 0.5, 0.55, 0.13), (0, -0.14, -0.045), stone, 0.015))
    made.append(
        shapes.box((wide, 0.16, 0.035), (0, 0.06, 0.035), brass if rng.random() < 0.4 else stone, 0.008)
    )
    if style != "arched":
        made.append(shapes.box((wide + 0.34, 0.2, 0.16), (0, -0.02, high + 0.19), stone, 0.012))

    wall = walling(studio, wide + 0.1, high + 0.05, arch and arch + 0.05)
    wall["apart"] = True
    made += bell(wide, brass)
    return made + [wall]


def opening(wide, high, arch, low=0.0):
    """A doorway's outline in (x, z), its head square or round over the springing."""
    half = wide / 2
    if not arch:
        return [(-half, low), (half, low), (half, high), (-half, high)]
    spring = high - arch
    head = [(half * math.cos(a), spring + arch * math.sin(a)) for a in (math.pi * k / 24 for k in range(25))]
    return [(-half, low), (half, low), *head]


def notched(outer, inner):
    """The outline `outer` with the doorway `inner` cut out of its foot."""
    return [inner[0], *reversed(inner[2:]), inner[1], *outer]


def frame(wide, high, arch, material, border):
    """The surround of the doorway."""
    inner = opening(wide, high, arch)
    outer = opening(wide + 2 * border, high + border, arch and arch + border)
    outline = notched([outer[1], *outer[2:], outer[0]], inner)
    return shapes.slab(outline, 0.2, material, 0.008, Matrix.Translation((0, 0.05, 0)))


def walling(studio, wide, high, arch):
    """A stretch of house wall around the doorway."""
    if studio.pick([True, False]):
        face, other, mortar = studio.pick(BRICKS)
        material = materials.bricks(face, other, mortar, 0.24, 0.078, 0.009)
    else:
        light, shade = studio.pick(PLASTERS)
        material = materials.mottled([shade, light, light], 1.6, 0.9, 0.6, 0.008)
    inner = opening(wide, high, arch, -0.3)
    outline = notched([(7, -0.3), (7, 6.5), (-7, 6.5), (-7, -0.3)], inner)
    return shapes.slab(outline, 0.3, material, 0, Matrix.Translation((0, 0.15, 0)))


def bell(wide, brass):
    """A bell push on the frame's plate."""
    at = (wide / 2 + 0.05, -0.055, 1.25)
    plate = shapes.box((0.05, 0.012, 0.1), at, brass, 0.004)
    return [
        plate,
        shapes.ball(0.014, (at[0], at[1] - 0.008, at[2]), materials.plain("#efe9da", 0.3), (1, 0.5, 1), 14),
    ]


def panel(x, z, wide, tall, material, glass=None):
    """A sunk field with its moulding, or a pane."""
    made = []
    for side in (-1, 1):
        made.append(shapes.box((0.03, 0.05, tall), (x + side * wide / 2, 0.065, z), material, 0.008))
        made.append(shapes.box((wide + 0.03, 0.05, 0.03), (x, 0.065, z + side * tall / 2), material, 0.008))
    if glass:
        made.append(shapes.box((wide, 0.008, tall), (x, 0.073, z), glass))
    else:
        made.append(shapes.box((wide - 0.1, 0.04, tall - 0.1), (x, 0.07, z), material, 0.018))
    return made


def knob(x, z, metal):
    """A round knob on its rose, over a keyhole plate."""
    turn = Matrix.Translation((x, 0.075, z)) @ Matrix.Rotation(math.pi / 2, 4, "X")
    line = [
        (0.036, 0),
        (0.034, 0.01),
        (0.013, 0.014),
        (0.013, 0.035),
        (0.036, 0.055),
        (0.034, 0.075),
        (0, 0.085),
    ]
    made = [shapes.moved(shapes.lathe(shapes.curve(line, 4), metal, 28), turn)]
    made.append(shapes.box((0.035, 0.01, 0.07), (x, 0.072, z - 0.1), metal, 0.004))
    made.append(shapes.box((0.008, 0.014, 0.025), (x, 0.07, z - 0.1), materials.plain("#111111", 0.9)))
    return made


def handle(x, z, metal, side):
    """A lever on a long plate."""
    made = [shapes.box((0.045, 0.012, 0.24), (x, 0.07, z), metal, 0.005)]
    made.append(shapes.rod((x, 0.07, z + 0.04), (x, 0.02, z + 0.04), 0.011, metal, 14))
    made.append(shapes.rod((x, 0.022, z + 0.04), (x - side * 0.12, 0.022, z + 0.035), 0.012, metal, 14))
    return made


def hinges(wide, tall, side, metal):
    """Three knuckles at the hung edge."""
    at = side * (wide / 2 - 0.004)
    return [
        shapes.rod((at, 0.068, z - 0.05), (at, 0.068, z + 0.05), 0.012, metal, 12)
        for z in (0.25, tall * 0.52, tall - 0.25)
    ]


def panelled(wide, tall, paint, brass, rng):
    """Six panels or four, a knob, a letter flap, perhaps a knocker."""
    side = rng.choice([-1, 1])
    made = knob(side * (wide / 2 - 0.085), 1.02, brass) + hinges(wide, tall, -side, brass)
    rows = rng.choice([((0.52, 0.62), (1.42, 0.78)), ((0.46, 0.5), (1.2, 0.66), (1.8, 0.3))])
    for x in (-0.21 * wide, 0.21 * wide):
        for z, high in rows:
            made += panel(x, z, wide * 0.3, high * 0.98, paint)
    made.append(shapes.box((0.24, 0.014, 0.065), (0, 0.07, 0.94 if len(rows) == 2 else 0.785), brass, 0.005))
    if rng.random() < 0.6:
        ring = [
            (0.05 * math.cos(a), 0.055, 1.5 + 0.06 * math.sin(a))
            for a in (math.pi * k / 16 for k in range(32))
        ]
        made.append(shapes.sweep(ring, 0.009, brass, 10, closed=True))
        made.append(shapes.ball(0.026, (0, 0.065, 1.56), brass, sides=16))
    return made


def glazed(wide, tall, paint, brass, rng):
    """Panes above, a panel below."""
    side = rng.choice([-1, 1])
    pane = materials.plain("#22323c", 0.06, Specular=0.8)
    made = handle(side * (wide / 2 - 0.075), 1.0, brass, side) + hinges(wide, tall, -side, brass)
    made += panel(0, 0.5, wide * 0.66, 0.6, paint)
    across, up = wide * 0.66, 0.98
    made += panel(0, 1.42, across, up, paint, pane)
    for x in (-across / 6, across / 6) if rng.random() < 0.5 else (0,):
        made.append(shapes.box((0.026, 0.03, up), (x, 0.068, 1.42), paint, 0.006))
    for z in (-up / 6, up / 6):
        made.append(shapes.box((across, 0.03, 0.026), (0, 0.068, 1.42 + z), paint, 0.006))
    made.append(shapes.box((0.24, 0.014, 0.06), (0, 0.07, 0.86), brass, 0.005))
    return made


def boarded(wide, tall, timber, brass, rng):
    """Upright boards with long strap hinges, nails and a ring."""
    side, iron = rng.choice([-1, 1]), materials.metal("#2a2826", 0.5)
    count, spring = 6, tall - wide * 0.275 - wide / 2
    made = []
    for k in range(count):
        x, board = wide * ((k + 0.5) / count - 0.5), wide / count - 0.008
        top = [x + board * s for s in (0.5, 0.25, 0, -0.25, -0.5)]
        head = [(p, spring + math.sqrt(max(0, (wide / 2 - 0.01) ** 2 - p * p))) for p in top]
        outline = [(x - board / 2, 0.04), (x + board / 2, 0.04), *head]
        made.append(shapes.slab(outline, 0.03, timber, 0.005, Matrix.Translation((0, 0.068, 0))))
    for z in (0.42, spring - 0.08):
        strap = [
            (-0.02, -0.03),
            (0.55, -0.016),
            (0.6, -0.045),
            (0.68, 0),
            (0.6, 0.045),
            (0.55, 0.016),
            (-0.02, 0.03),
        ]
        place = Matrix.Translation((-side * wide / 2, 0.046, z)) @ Matrix.Diagonal(
            (side * wide * 1.25, 1, 1.25, 1)
        )
        made.append(shapes.moved(shapes.slab(strap, 0.014, iron, 0.003), place))
        for k in range(5):
            made.append(
                shapes.ball(0.013, (side * wide * (k * 0.15 - 0.46), 0.036, z), iron, (1, 0.6, 1), 12)
            )
    x = side * (wide / 2 - 0.12)
    ring = [
        (x + 0.05 * math.sin(a), 0.03, 0.99 + 0.05 * math.cos(a))
        for a in (math.pi * k / 14 for k in range(28))
    ]
    made.append(shapes.sweep(ring, 0.009, iron, 10, closed=True))
    made.append(shapes.box((0.09, 0.014, 0.15), (x, 0.046, 1.03), iron, 0.006))
    made.append(shapes.ball(0.022, (x, 0.036, 1.045), iron, sides=14))
    return made


def modern(wide, tall, surface, brass, rng):
    """Level grooves, a tall narrow pane, a bar handle."""
    side, steel = rng.choice([-1, 1]), materials.metal("#c0c3c6", 0.25)
    pane = materials.plain("#1c2830", 0.06, Specular=0.8)
    made = hinges(wide, tall, -side, steel)
    for k in range(1, 6):
        z = tall * k / 6
        made.append(shapes.box((wide - 0.02, 0.008, 0.012), (0, 0.074, z), materials.plain("#1a1a1a", 0.8)))
    made += panel(-side * wide * 0.2, tall * 0.52, 0.15, tall * 0.72, steel, pane)
    x = side * (wide / 2 - 0.13)
    made.append(shapes.rod((x, 0.01, 0.55), (x, 0.01, 1.55), 0.018, steel, 18))
    for z in (0.7, 1.4):
        made.append(shapes.rod((x, 0.01, z), (x, 0.08, z), 0.012, steel, 12))
    return made
