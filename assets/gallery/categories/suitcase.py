"""A suitcase: a ribbed shell on wheels with its pulled-out handle, or an old case with corners and straps."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "street", "paper", "floor", "paper"]
KINDS = ["trolley", "old", "trolley", "old"]
VIEW = View(turn=(-40, 40), elevation=(6, 20), fill=(0.66, 0.82), blur=0.6)
SHELLS = ["#2f6a7a", "#c9452f", "#1d1f22", "#d9a83a", "#8f9aa3", "#e0b0a8", "#3f6a4f"]
LEATHERS = ["#8a5530", "#6b2f22", "#3f4f5a", "#a8763f", "#5a4a3a"]


def suitcase(studio, rng):
    if studio.pick(KINDS) == "old":
        return old_case(studio, rng)
    return trolley(studio, rng)


def rounded(wide, tall, corner, middle):
    """The outline of a rectangle with round corners about (0, middle)."""
    points = []
    for x, z, start in ((1, 1, 0), (-1, 1, 1), (-1, -1, 2), (1, -1, 3)):
        for k in range(11):
            a = math.pi / 2 * (start + k / 10)
            across, up = x * (wide / 2 - corner), middle + z * (tall / 2 - corner)
            points.append((across + corner * math.cos(a), up + corner * math.sin(a)))
    return points


def shell(wide, tall, deep, corner, middle, material):
    """A case's body: a rounded outline whose front and back edges are rounded too."""
    count, rings, edge = 44, [], 0.035
    for k in range(9):
        a = math.pi / 2 * k / 8
        rings.append((deep / 2 - edge + edge * math.sin(a), edge * (1 - math.cos(a))))
    rings = [(-y, inset) for y, inset in reversed(rings)] + rings
    vertices, faces = [], []
    for y, inset in rings:
        outline = rounded(wide - 2 * inset, tall - 2 * inset, corner - inset * 0.6, middle)
        vertices += [(x, y, z) for x, z in outline]
    for i in range(len(rings) - 1):
        for k in range(count):
            a, b = i * count + k, i * count + (k + 1) % count
            faces.append((a, b, b + count, a + count))
    faces += [tuple(range(count)), tuple(range(len(vertices) - 1, len(vertices) - count - 1, -1))]
    part = shapes.mesh("case", vertices, faces, material)
    part.data.use_auto_smooth = True
    return part


def trolley(studio, rng):
    """A hard shell with ribs, a zip round it, four wheels, a pulled-out handle, grips and a lock."""
    tint = studio.pick(SHELLS)
    wide, tall, deep = rng.uniform(0.42, 0.47), rng.uniform(0.58, 0.66), rng.uniform(0.24, 0.28)
    skin = materials.plain(tint, rng.uniform(0.28, 0.42))
    black, steel = materials.plain("#151617", 0.45), materials.metal("#c6c8ca", 0.2)
    lift, corner = 0.065, 0.06
    middle = lift + tall / 2
    parts = [shell(wide, tall, deep, corner, middle, skin)]
    ribs = rng.choice([5, 6, 7])
    upright = rng.random() < 0.65
    for k in range(ribs):
        t = (k + 0.5) / ribs - 0.5
        for y in (-deep / 2, deep / 2):
            if upright:
                size, at = (wide * 0.42 / ribs, 0.02, tall - 0.11), (t * (wide - 0.07), y, middle)
            else:
                size, at = (wide - 0.1, 0.02, tall * 0.42 / ribs), (0, y, middle + t * (tall - 0.08))
            parts.append(shapes.box(size, at, skin, 0.009))
        for side in (-1, 1):
            if not upright:
                at = (side * wide / 2, 0, middle + t * (tall - 0.08))
                parts.append(shapes.box((0.02, deep - 0.09, tall * 0.42 / ribs), at, skin, 0.009))
    seam = rounded(wide + 0.006, tall + 0.006, corner, middle)
    for shift, radius, material in ((0.0, 0.0055, black), (-0.007, 0.003, steel), (0.007, 0.003, steel)):
        parts.append(shapes.sweep([(x, shift, z) for x, z in seam], radius, material, 8, closed=True))
    for x in (-1, 1):
        for y in (-1, 1):
            parts += wheel(x * (wide / 2 - 0.055), y * (deep / 2 - 0.05), lift, black, rng)
    top, reach = lift + tall, rng.uniform(0.3, 0.42)
    y = deep / 2 - 0.045
    for x in (-0.085, 0.085):
        parts.append(shapes.box((0.022, 0.014, reach * 0.55), (x, y, top + reach * 0.275), steel, 0.004))
        parts.append(shapes.box((0.016, 0.01, reach), (x, y, top + reach / 2), steel, 0.003))
        parts.append(shapes.box((0.04, 0.03, 0.014), (x, y, top + 0.004), black, 0.004))
    parts.append(shapes.box((0.215, 0.034, 0.034), (0, y, top + reach + 0.012), black, 0.014))
    parts.append(shapes.box((0.03, 0.02, 0.006), (0, y, top + reach + 0.03), steel, 0.002))
    parts += grip(Matrix.Translation((0, -0.035, top)), 0.075, 0.03, black)
    side = Matrix.Translation((wide / 2, 0, middle)) @ Matrix.Rotation(math.pi / 2, 4, "Y")
    parts += grip(side, 0.08, 0.03, black)
    parts.append(shapes.box((0.012, 0.05, 0.075), (-wide / 2 - 0.002, 0.0, middle + 0.08), black, 0.005))
    parts.append(shapes.box((0.07, 0.006, 0.022), (0, -deep / 2 - 0.011, top - 0.1), steel, 0.002))
    return parts


def grip(place, half, rise, material):
    """A carrying handle bowed over a spot, its feet along x."""
    path = [(-half, 0, 0), (-half * 0.92, 0, rise * 0.8), (-half * 0.6, 0, rise), (half * 0.6, 0, rise)]
    path += [(half * 0.92, 0, rise * 0.8), (half, 0, 0)]
    bow = shapes.sweep(shapes.curve([Vector(p) for p in path], 6), 0.0095, material, 14)
    feet = [shapes.box((0.035, 0.03, 0.014), (x, 0, 0.004), material, 0.004) for x in (-half, half)]
    return [shapes.moved(part, place) for part in (bow, *feet)]


def wheel(x, y, lift, black, rng):
    """A double castor in its housing."""
    turn, rubber = rng.uniform(-0.7, 0.7), materials.plain("#26282a", 0.6)
    place = Matrix.Translation((x, y, 0)) @ Matrix.Rotation(turn, 4, "Z")
    parts = [
        shapes.box((0.07, 0.06, 0.03), (0, 0, lift), black, 0.012),
        shapes.box((0.016, 0.034, 0.04), (0, 0, lift - 0.026), black, 0.006),
    ]
    for side in (-1, 1):
        parts.append(
            shapes.rod((side * 0.009, 0.008, 0.0255), (side * 0.025, 0.008, 0.0255), 0.0255, rubber, 32)
        )
    return [shapes.moved(part, place) for part in parts]


def old_case(studio, rng):
    """A leather or fibre case on its long side: lid seam, corners, straps, clasps, handle."""
    tint = studio.pick(LEATHERS)
    wide, tall, deep = rng.uniform(0.56, 0.66), rng.uniform(0.38, 0.44), rng.uniform(0.17, 0.21)
    base = materials.linear(tint)
    hide = materials.mottled(
        [tuple(0.55 * c for c in base), base, tuple(0.8 * c for c in base)], 16, 0.5, 0.4, 0.002
    )
    trim_tone = materials.linear(rng.choice(["#4a2a16", "#2e1d12", "#b5824a"]))
    trim = materials.mottled([tuple(0.6 * c for c in trim_tone), trim_tone], 40, 0.45, 0.4, 0.001)
    brass = materials.metal("#c2994a", 0.28)
    corner, middle = 0.03, tall / 2 + 0.004
    parts = [shell(wide, tall, deep, corner, middle, hide)]
    outline = rounded(wide + 0.004, tall + 0.004, corner, middle)
    for y in (-deep / 2 + 0.012, deep / 2 - 0.012):
        parts.append(shapes.sweep([(x, y, z) for x, z in outline], 0.0075, trim, 10, closed=True))
    parts.append(shapes.sweep([(x, 0.02, z) for x, z in outline], 0.0035, brass, 8, closed=True))
    for sx in (-1, 1):
        for sz in (-1, 1):
            for y in (-1, 1):
                at = (sx * (wide / 2 - 0.03), y * (deep / 2 - 0.028), middle + sz * (tall / 2 - 0.03))
                parts.append(shapes.box((0.072, 0.068, 0.072), at, trim, 0.03))
    for x in (-wide * 0.27, wide * 0.27):
        parts += strap(x, wide, tall, deep, middle, trim, brass)
    for x in (-wide * 0.14, wide * 0.14):
        top = tall + 0.006
        parts.append(shapes.box((0.045, 0.05, 0.006), (x, 0.005, top), brass, 0.002))
        parts.append(shapes.box((0.022, 0.02, 0.01), (x, -0.004, top + 0.003), brass, 0.003))
    parts += grip(Matrix.Translation((0, -0.02, tall + 0.002)), 0.085, 0.042, trim)
    if rng.random() < 0.75:
        parts += stickers(rng, wide, tall, deep, middle)
    return parts


def strap(x, wide, tall, deep, middle, trim, brass):
    """A leather strap right round the case with its buckle in front."""
    half, z, w = deep / 2 + 0.003, tall / 2 + 0.003, 0.034
    parts = [
        shapes.box((w, 0.007, tall - 0.045), (x, -half, middle), trim, 0.003),
        shapes.box((w, 0.007, tall - 0.045), (x, half, middle), trim, 0.003),
        shapes.box((w, deep - 0.05, 0.007), (x, 0, middle + z), trim, 0.003),
    ]
    for y in (-1, 1):
        bend = [
            (x, y * (half - 0.03 + 0.03 * math.sin(a)), middle + z - 0.03 + 0.03 * math.cos(a))
            for a in (math.pi / 2 * k / 8 for k in range(9))
        ]
        vertices = [(px + s * w / 2, py, pz) for px, py, pz in bend for s in (-1, 1)]
        faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(8)]
        parts.append(shapes.mesh("bend", vertices, faces, trim))
    buckle = rounded(0.05, 0.042, 0.008, middle + tall * 0.18)
    parts.append(
        shapes.sweep([(x + px, -half - 0.006, pz) for px, pz in buckle], 0.0038, brass, 8, closed=True)
    )
    parts.append(
        shapes.rod(
            (x, -half - 0.008, middle + tall * 0.18 - 0.02),
            (x, -half - 0.008, middle + tall * 0.18 + 0.022),
            0.003,
            brass,
            10,
        )
    )
    parts.append(shapes.box((w + 0.008, 0.012, 0.014), (x, -half - 0.002, middle + tall * 0.07), trim, 0.004))
    return parts


def stickers(rng, wide, tall, deep, middle):
    """Faded travel labels on the front."""
    parts, y = [], -deep / 2 - 0.0008
    for k, x in enumerate((-0.02, 0.12, -0.14)[: rng.randint(1, 3)]):
        paper = materials.mottled([rng.choice(["#d8c48a", "#b5482f", "#3f6f86", "#e6dcc4"])] * 2, 30, 0.8)
        band = materials.plain(rng.choice(["#23344f", "#efe6d0", "#7d1f1f"]), 0.8)
        z, turn = middle + rng.uniform(-0.25, 0.2) * tall, Matrix.Rotation(rng.uniform(-0.35, 0.35), 4, "Y")
        place = Matrix.Translation((x * wide / 0.6, y - 0.0004 * k, z)) @ turn
        outline = rounded(0.1, 0.066, 0.032 if rng.random() < 0.5 else 0.006, 0)
        parts.append(shapes.slab(outline, 0.001, paper, 0, place))
        for row, long in ((0.014, 0.06), (-0.004, 0.075), (-0.018, 0.045)):
            parts.append(shapes.moved(shapes.box((long, 0.0012, 0.007), (0, -0.0004, row), band), place))
    return parts
