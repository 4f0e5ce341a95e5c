"""Headphones: two padded cups on a bow with sliding forks, standing or hung on a holder."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "shelf", "wooden_table", "paper", "windowsill", "table_cloth"]
POSES = ["standing", "standing", "holder", "standing"]
VIEW = View(turn=(-42, 42), elevation=(10, 28), fill=(0.6, 0.78), blur=0.8)
SHELLS = ["#1d1e20", "#d9d5cc", "#26415a", "#b23a2e", "#c8a46a", "#3f5a4a", "#8f9296"]
PADS = ["#161616", "#4a2f20", "#2b2c2f", "#7a5638"]
OVAL = 1.18


def headphones(studio, rng):
    shell = materials.plain(studio.pick(SHELLS), rng.uniform(0.25, 0.45))
    pad = materials.linear(studio.pick(PADS))
    leather = materials.mottled([tuple(0.6 * c for c in pad), pad], 350, 0.5, 0.5, 0.0006)
    steel = materials.metal(rng.choice(["#c4c5c7", "#8f9194", "#c9b08a"]), 0.22)
    span, size = rng.uniform(0.076, 0.083), rng.uniform(0.041, 0.046)
    low = size * OVAL
    top, start = low + rng.uniform(0.14, 0.155), low + 0.04
    arch = [
        Vector((0.97 * span * math.cos(a), 0, start + (top - start) * math.sin(a) ** 0.9))
        for a in (math.pi * k / 48 for k in range(49))
    ]
    parts = [strap(arch[4:45], 0.03, 0.006, shell)]
    centre = Vector((0, 0, start))
    parts.append(strap([p + (centre - p).normalized() * 0.009 for p in arch[9:40]], 0.033, 0.014, leather))
    for side in (-1, 1):
        parts += cup(side, span, low, size, shell, leather, steel)
        ends = [arch[k if side > 0 else 48 - k] for k in (6, 5, 4)]
        ends = [p + Vector((side * 0.003, 0, 0)) for p in ends]
        parts.append(strap([*ends, Vector((side * span, 0, low + 1.14 * low))], 0.015, 0.004, steel))
    if studio.pick(POSES) == "holder":
        parts = [shapes.moved(part, Matrix.Translation((0, 0, 0.07))) for part in parts]
        return parts + holder(rng, 0.07 + top - 0.016)
    if rng.random() < 0.6:
        parts.append(cable(rng, span))
    return parts


def cup(side, span, low, size, shell, leather, steel):
    """A cup: its shell outside with a metal ring, its ring-shaped cushion inside, its fork."""
    out = Matrix.Translation((side * span, 0, low)) @ Matrix.Diagonal((1, 1, OVAL, 1))
    out = out @ Matrix.Rotation(side * math.pi / 2, 4, "Y")
    line = [(0.5, -0.012), (0.9, -0.012), (0.98, -0.009), (1.0, -0.005), (1.0, 0.004), (0.97, 0.010)]
    line += [
        (0.9, 0.014),
        (0.8, 0.0165),
        (0.79, 0.0145),
        (0.73, 0.0145),
        (0.72, 0.0175),
        (0.4, 0.019),
        (0, 0.0195),
    ]
    ring = [
        (size * (0.755 + 0.035 * math.cos(a)), 0.0155 + 0.0016 * math.sin(a))
        for a in (math.tau * k / 12 for k in range(13))
    ]
    cushion = [
        (size * (0.76 + 0.24 * math.cos(a)), -0.023 + 0.0125 * math.sin(a))
        for a in (math.tau * k / 24 for k in range(25))
    ]
    crease = 0.012 * side
    parts = [
        shapes.lathe([(r * size, h) for r, h in line], shell, 72),
        shapes.lathe(ring, steel, 72),
        shapes.lathe(cushion, leather, 72, swell=lambda a, z: 1 + 0.008 * math.sin(19 * a + crease)),
        shapes.lathe([(0, -0.018), (size * 0.6, -0.016)], materials.cloth("#1a1a1b"), 48),
        shapes.ball(size * 0.1, (0, 0, 0.019), steel, (1, 1, 0.3), 20),
    ]
    parts = [shapes.moved(part, out) for part in parts]
    bow = [
        (side * span, 1.12 * size * math.cos(a), low + 1.14 * low * math.sin(a))
        for a in (math.pi * (-0.02 + 1.04 * k / 32) for k in range(33))
    ]
    parts.append(shapes.sweep(bow, 0.0034, steel, 12))
    for y in (-1, 1):
        end = (side * span, y * 1.17 * size, low)
        parts.append(shapes.rod((side * span, y * 0.97 * size, low), end, 0.0055, steel, 20))
    return parts


def strap(path, wide, thick, material):
    """A rounded band along a path in the x-z plane, `wide` across it in y."""
    vertices, faces, sides = [], [], 20
    for i, point in enumerate(path):
        tangent = (path[min(i + 1, len(path) - 1)] - path[max(i - 1, 0)]).normalized()
        out = tangent.cross(Vector((0, 1, 0)))
        for k in range(sides):
            c, s = math.cos(math.tau * k / sides), math.sin(math.tau * k / sides)
            y, n = (math.copysign(abs(t) ** 0.55, t) / 2 for t in (c, s))
            vertices.append(point + Vector((0, wide * y, 0)) + out * thick * n)
    for i in range(len(path) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, a + sides, b + sides, b))
    faces.append(tuple(range(sides)))
    faces.append(tuple(range(len(vertices) - 1, len(vertices) - sides - 1, -1)))
    part = shapes.mesh("strap", vertices, faces, material)
    return shapes.bevel(part, thick * 0.1, 1)


def holder(rng, high):
    """A wooden or metal holder: base, post, and the saddle that the bow lies on."""
    stuff = rng.choice(
        [
            materials.wood("#b98a58", "#7d5330", 40, "z"),
            materials.metal("#2b2b2d", 0.3),
            materials.plain("#e4e0d8", 0.4),
        ]
    )
    foot = [(0, 0), (0.062, 0), (0.065, 0.003), (0.065, 0.012), (0.062, 0.015), (0, 0.015)]
    saddle = [
        Vector((0.024 * math.sin(a), 0, high - 0.024 + 0.02 * math.cos(a))) for a in (-1.3, -0.7, 0, 0.7, 1.3)
    ]
    return [
        shapes.lathe(foot, stuff, 72),
        shapes.rod((0, 0, 0.01), (0, 0, high - 0.006), 0.009, stuff),
        strap(shapes.curve(saddle, 6), 0.05, 0.008, stuff),
    ]


def cable(rng, span):
    """The cable that trails over the table."""
    side = rng.choice([-1, 1])
    path = [
        (side * span, -0.036, 0.02),
        (side * (span + 0.004), -0.058, 0.006),
        (side * (span + 0.03), -0.085, 0.002),
    ]
    path += [
        (side * (span + 0.07), -0.05, 0.002),
        (side * (span + 0.08), 0.05, 0.002),
        (side * 0.05, 0.11, 0.002),
    ]
    path += [(-side * 0.1, 0.15, 0.002), (-side * 0.3, 0.12, 0.002)]
    part = shapes.sweep(shapes.curve(path, 10), 0.0018, materials.plain("#141414", 0.5), 8)
    part["apart"] = True
    return part
