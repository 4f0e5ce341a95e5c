"""A windmill: a tapering tower under a turning cap, four latticed sails, perhaps a gallery around it."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "coast", "lawn", "meadow", "snowfield"]
VIEW = View(turn=(-38, 38), elevation=(-3, 7), fill=(0.66, 0.86), lens=(30, 65), blur=0.2)
TOWERS = ["plaster", "boards", "brick", "thatch"]
CAPS = [("#5a2a20", "#7a3d2c"), ("#2f4a3c", "#42604e"), ("#2c2e33", "#484b52"), ("#6b5236", "#8f7350")]
SPARS = ["#6b3a24", "#7d2a1e", "#4a382a", "#8a4a30", "#2e3d4f"]
CANVAS = ["#efe6cf", None, "#efe6cf", "#a8482a", None, "#d9c79c", "#efe6cf"]


def windmill(studio, rng):
    tall = rng.uniform(10, 12.5)
    low, high = tall * rng.uniform(0.23, 0.27), tall * rng.uniform(0.14, 0.165)
    kind = studio.pick(TOWERS)
    sides = 8 if kind in ("boards", "thatch") else 64
    wall, trim = walling(kind), materials.plain("#ece6d8", 0.6)
    dark = materials.plain("#2c241d", 0.6)
    flat = math.cos(math.pi / 8) if sides == 8 else 1.0

    def radius(z):
        return high + (low - high) * max(0.0, 1 - z / tall) ** 1.25

    tower = [(radius(tall * k / 24), tall * k / 24) for k in range(25)]
    half = Matrix.Rotation(math.pi / 8, 4, "Z")
    parts = [shapes.moved(shapes.lathe(tower, wall, sides, smooth=sides > 8), half)]
    if sides == 8:
        for k in range(8):
            a = math.pi / 4 * k + math.pi / 8
            edge = [(r * math.cos(a), r * math.sin(a), z) for r, z in tower]
            parts.append(shapes.sweep(edge, 0.1, trim if kind == "boards" else wall, 6))
    footing = materials.bricks("#8a5a44", "#9a6a50", "#b5aa98", 0.5, 0.18, 0.02)
    plinth = [(low * 1.06, -1.2), (low * 1.06, tall * 0.07), (low * 0.99, tall * 0.08)]
    parts.append(shapes.moved(shapes.lathe(plinth, footing, sides, smooth=sides > 8), half))
    if studio.pick([True, False, True, True, False]):
        parts += gallery(tall * 0.3, radius(tall * 0.3), trim, materials.wood("#8f7350", "#5a4430", 3))

    for z, turn in ((0.2, 62), (0.24, -62), (0.5, 0), (0.55, 90), (0.6, -90), (0.74, 45), (0.74, -45)):
        at = Matrix.Rotation(math.radians(turn), 4, "Z") @ Matrix.Translation(
            (0, -radius(tall * z) * flat, tall * z)
        )
        parts += [shapes.moved(part, at) for part in window(trim, dark)]
    door = Matrix.Translation((0, -radius(1.2) * flat - 0.06, 0))
    paint = materials.plain(rng.choice(["#2f4f3f", "#6d2a20", "#2e4560", "#5a4028"]), 0.5)
    for size, at, surface in (
        ((1.6, 0.7, 2.5), (0, 0.1, 1.25), trim),
        ((1.25, 0.72, 2.3), (0, 0.06, 1.15), paint),
        ((0.04, 0.74, 2.3), (0, 0.06, 1.15), dark),
        ((2.0, 0.9, 0.2), (0, -0.3, 0.1), footing),
    ):
        parts.append(shapes.moved(shapes.box(size, at, surface, 0.02), door))

    light, shade = studio.pick(CAPS)[::-1]
    tiles = materials.mottled([shade, light], 3, 0.7, 0.6, 0.04, (1, 1, 0.15))
    shape = studio.pick(
        [
            [(1.0, 0), (1.14, 0.02), (1.12, 0.2), (0.96, 0.62), (0.6, 1.0), (0.2, 1.2), (0, 1.24)],
            [(1.0, 0), (1.14, 0.02), (1.06, 0.35), (0.72, 0.75), (0.34, 1.05), (0.12, 1.3), (0, 1.5)],
            [(1.0, 0), (1.2, 0.02), (0.8, 0.52), (0.4, 1.02), (0, 1.5)],
        ]
    )
    long = Matrix.Diagonal((1, 1.12, 1, 1))
    cap = shapes.lathe([(r * high, tall + z * high) for r, z in shapes.curve(shape, 4)], tiles, 48)
    rim = shapes.lathe([(high, tall - 0.25), (high * 1.1, tall - 0.2), (high * 1.1, tall + 0.1)], trim, 48)
    parts += [shapes.moved(cap, long), shapes.moved(rim, long)]
    top = tall + shape[-1][1] * high
    parts += [shapes.rod((0, 0, top - 0.2), (0, 0, top + 0.5), 0.06, dark, 8)]
    parts.append(shapes.ball(0.2, (0, 0, top + 0.3), trim, sides=16))

    hub, out = tall + high * 0.42, -high * 1.12 - 1.0
    parts.append(shapes.box((0.95, 1.0, 1.0), (0, -high * 0.98, hub - 0.05), trim, 0.05))
    parts.append(shapes.rod((0, 0, hub), (0, out - 0.2, hub), 0.26, dark, 16))
    spar = materials.plain(studio.pick(SPARS), 0.6)
    canvas = studio.pick(CANVAS)
    start, reach = rng.uniform(12, 78), tall * rng.uniform(0.7, 0.78)
    lean = Matrix.Translation((0, out, hub)) @ Matrix.Rotation(math.radians(-6), 4, "X")
    for k in range(4):
        turn = lean @ Matrix.Rotation(math.radians(start + 90 * k), 4, "Y")
        parts += [shapes.moved(part, turn) for part in sail(reach, spar, canvas)]
    parts.append(shapes.moved(shapes.box((0.62, 0.5, 0.62), (0, 0, 0), dark, 0.06), lean))
    return parts


def walling(kind):
    """The tower's surface."""
    if kind == "plaster":
        return materials.mottled(["#d3ccba", "#eee9dc", "#e6dfcf"], 0.8, 0.85, 0.5, 0.03)
    if kind == "brick":
        return materials.bricks("#8f4a34", "#a65a40", "#c0b4a2", 0.45, 0.16, 0.018)
    if kind == "boards":
        return materials.bricks("#30343a", "#3f444b", "#15171a", 6, 0.3, 0.03, relief=0.02)
    return materials.mottled(["#6f5a3a", "#8f7850", "#5a4a32"], 2.5, 0.95, 0.8, 0.05, (1, 1, 0.12))


def sail(reach, spar, canvas):
    """A sail upwards from the hub at the origin: stock, lattice, leading board, perhaps its cloth."""
    wide, lead, inner = reach * 0.18, reach * 0.055, reach * 0.2
    made = [shapes.rod((0, 0, 0), (0, 0, reach), 0.17, spar, 8, tip=0.09)]
    made.append(shapes.box((lead, 0.05, reach - inner), (-lead / 2, 0, (reach + inner) / 2), spar, 0.01))
    for x in (wide * 0.5, wide):
        made.append(shapes.rod((x, 0, inner), (x, 0, reach), 0.045, spar, 6))
    bars = 13
    for k in range(bars + 1):
        z = inner + (reach - inner - 0.05) * k / bars
        made.append(shapes.rod((-lead, 0, z), (wide + 0.05, 0, z), 0.05, spar, 6))
    if canvas:
        cloth = materials.cloth(canvas)

        def billow(u, v):
            x, z = wide * (0.52 + 0.48 * u), inner + (reach - inner) * (0.5 + 0.49 * v)
            return x, 0.07 + 0.15 * (1 - u * u) * (1 - v * v), z

        made.append(shapes.sheet(12, billow, cloth))
    return made


def gallery(z, radius, trim, timber):
    """A railed walk around the tower at height z."""
    deck = radius + 1.15
    floor = [(radius - 0.3, z), (deck, z), (deck, z + 0.16), (radius - 0.3, z + 0.16)]
    made = [shapes.lathe(floor, timber, 48)]
    for k in range(20):
        a = 2 * math.pi * (k + 0.5) / 20
        x, y = math.cos(a), math.sin(a)
        rail = deck - 0.08
        made.append(shapes.rod((rail * x, rail * y, z), (rail * x, rail * y, z + 1.1), 0.05, trim, 6))
        foot = radius + 0.12
        made.append(shapes.rod((foot * x, foot * y, z - 1.3), (rail * x, rail * y, z), 0.08, timber, 6))
    for up in (0.6, 1.1):
        ring = [(math.cos(a) * rail, math.sin(a) * rail) for a in (math.pi * k / 24 for k in range(48))]
        made.append(shapes.sweep([(x, y, z + up) for x, y in ring], 0.055, trim, 6, closed=True))
    return made


def window(trim, dark):
    """A small window in a wall that faces -y at the origin."""
    made = [shapes.box((1.0, 0.5, 1.4), (0, 0.12, 0), trim, 0.02)]
    made.append(shapes.box((0.78, 0.5, 1.18), (0, 0.1, 0), dark, 0.01))
    made.append(shapes.box((0.06, 0.5, 1.2), (0, 0.08, 0), trim))
    made.append(shapes.box((0.8, 0.5, 0.06), (0, 0.08, 0), trim))
    made.append(shapes.box((1.2, 0.7, 0.12), (0, 0.12, -0.72), trim, 0.02))
    return made
