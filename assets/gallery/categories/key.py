"""A key: an old one with a bow, a stem and a bit, or a flat one with a cut blade on a ring."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "table_cloth", "paper", "garden_table", "kitchen", "shelf"]
VIEW = View(turn=(-12, 12), elevation=(42, 66), fill=(0.6, 0.76), blur=0.45)
KINDS = ["ring", "flat", "trefoil", "heart", "flat"]
OLD = [("#9c7a3a", "#c79c4c"), ("#2e2b28", "#4d4741"), ("#6f4a30", "#8f6644")]
NEW = ["#cfcdc6", "#cda650", "#b9bcc0"]
HEADS = [None, "#1d1d1f", "#8f2420", None, "#1f4f7d"]


def key(studio, rng):
    kind = studio.pick(KINDS)
    parts = modern(studio, rng) if kind == "flat" else antique(kind, studio, rng)
    lean = rng.choice([38, 50, 130, 142, 218, 322]) + rng.uniform(-6, 6)
    return [shapes.moved(part, Matrix.Rotation(math.radians(lean), 4, "Z")) for part in parts]


def flat(outline, thick, material, low=0.0, rounding=0.0):
    """A slab lying on z = `low`, its outline in x and y."""
    place = Matrix.Translation((0, 0, low + thick / 2)) @ Matrix.Rotation(-math.pi / 2, 4, "X")
    return shapes.slab(outline, thick, material, rounding, place)


def ring(x, y, radius, wire, z, material):
    """A ring lying flat."""
    angles = [math.pi * k / 24 for k in range(48)]
    path = [(x + radius * math.cos(a), y + radius * math.sin(a), z) for a in angles]
    return shapes.sweep(path, wire, material, 14, closed=True)


def antique(kind, studio, rng):
    """A key of about 9 cm along x, its bow at the left."""
    dark, light = studio.pick(OLD)
    metal = materials.mottled([dark, light], 160, 0.36, 0.35, 0.0006, Metallic=0.9)
    stem, axis, wire = 0.0042, 0.0058, 0.0036
    long = rng.uniform(0.062, 0.072)
    parts = []
    if kind == "ring":
        parts.append(ring(-0.0165, 0, 0.0148, wire, wire + 0.001, metal))
    elif kind == "trefoil":
        for x, y in ((-0.0245, 0), (-0.011, 0.0125), (-0.011, -0.0125)):
            parts.append(ring(x, y, 0.0088, wire * 0.85, wire + 0.001, metal))
        parts.append(shapes.ball(0.0062, (-0.0135, 0, wire + 0.001), metal, (1, 1, 0.8), 24))
        for x, y in ((-0.0375, 0), (-0.013, 0.0255), (-0.013, -0.0255)):
            parts.append(shapes.ball(0.0034, (x, y, wire + 0.0005), metal, sides=20))
    else:
        half = [(0, 0), (-0.008, 0.013), (-0.02, 0.0185), (-0.0305, 0.0125), (-0.0305, 0.004), (-0.0225, 0)]
        line = half + [(x, -y) for x, y in reversed(half[1:-1])]
        path = [(x, y, wire + 0.001) for x, y in shapes.curve(line, 8, closed=True)]
        parts.append(shapes.sweep(path, wire * 0.9, metal, 14, closed=True))
    profile = [(0, -0.003), (0.0046, -0.003), (0.0052, 0), (0.0046, 0.003), (0.0058, 0.0045), (0.0058, 0.007)]
    profile += [(0.0044, 0.0085), (0.0044, 0.011), (0.0056, 0.012), (0.0056, 0.0135), (stem, 0.0155)]
    profile += [(stem, long - 0.021), (0.0053, long - 0.02), (0.0053, long - 0.018), (stem, long - 0.017)]
    profile += [(stem, long + 0.002), (0.0034, long + 0.0035), (0, long + 0.0035)]
    shaft = shapes.bevel(shapes.lathe(profile, metal, 36), 0.0004, 2)
    onto_x = Matrix.Translation((0, 0, axis)) @ Matrix.Rotation(math.pi / 2, 4, "Y")
    parts.append(shapes.moved(shaft, onto_x))
    reach, wide, slot = rng.uniform(0.02, 0.0235), 0.0155, 0.0022
    left, right = long - wide, long
    bit = [(left, 0), (left, -reach)]
    if rng.random() < 0.5:
        # Slots from the outer edge, as for a lock's wards.
        for x in (left + 0.0038, left + 0.0095):
            deep = -reach * rng.uniform(0.45, 0.62)
            bit += [(x, -reach), (x, deep), (x + slot, deep), (x + slot, -reach)]
        bit += [(right, -reach), (right, 0)]
    else:
        y = -reach * 0.52
        bit += [(left + 0.006, -reach), (left + 0.006, -reach * 0.74), (left + 0.0095, -reach * 0.74)]
        bit += [(left + 0.0095, -reach), (right, -reach), (right, y - slot), (right - 0.006, y - slot)]
        bit += [(right - 0.006, y), (right, y), (right, 0)]
    parts.append(flat(bit, 0.0038, metal, axis - 0.0019, 0.0003))
    return parts


def modern(studio, rng):
    """A flat key of about 6 cm along x, its head at the left."""
    metal, thick = materials.metal(studio.pick(NEW), 0.28), 0.0024
    head, hole, bore = rng.uniform(0.0125, 0.0138), -0.0105, 0.0036
    squash, squarish = rng.uniform(0.85, 0.95), rng.choice([2.0, 2.6, 3.4])
    rim, inner = [], []
    for k in range(64):
        c, s = math.cos(2 * math.pi * k / 64), math.sin(2 * math.pi * k / 64)
        r = head / (abs(c) ** squarish + abs(s) ** squarish) ** (1 / squarish)
        rim.append((r * c * squash, r * s))
        inner.append((hole * 0.66 + bore * c, bore * s))
    cover = studio.pick(HEADS)
    parts = []
    if cover:
        parts.append(plate(rim, inner, 0.0056, materials.plain(cover, 0.42), -0.0011))
    else:
        parts.append(plate(rim, inner, thick + 0.0006, metal, -0.0003))
        small = [(0.72 * x + 0.0006, 0.74 * y) for x, y in rim]
        parts.append(flat([p for p in small if p[0] > -0.001], thick + 0.001, metal, -0.0005, 0.0003))
    long, half = rng.uniform(0.034, 0.039), 0.0044
    cuts, x = [(0.006, half + 0.0018), (0.0128, half + 0.0018), (0.0138, half)], 0.0155
    while x < 0.011 + long - 0.006:
        deep = half - rng.uniform(0.0012, 0.0038)
        cuts += [(x, half), (x + 0.0017, deep), (x + 0.0029, deep), (x + 0.0046, half)]
        x += 0.0051
    tip = 0.011 + long
    cuts += [(tip - 0.0035, half), (tip, 0.0005), (tip, 0.0)]
    parts.append(flat(cuts + [(0.006, 0.0)], thick, metal))
    groove = [(0.006, 0), (tip, 0), (tip - 0.0006, -0.0016), (0.006, -0.0016)]
    parts.append(flat(groove, 0.0012, metal, 0.0006))
    low = [(0.006, -0.0016), (tip - 0.0006, -0.0016), (tip - 0.003, -half), (0.0138, -half)]
    parts.append(flat([*low, (0.0128, -half - 0.0018), (0.006, -half - 0.0018)], thick, metal))
    wire = materials.metal("#c4c4c2", 0.2)
    for z in (0.0012, 0.0028):
        loop = ring(hole * 0.66 - 0.0125, 0.0012, 0.0112, 0.0009, 0, wire)
        loop["apart"] = True
        tilt = Matrix.Rotation(0.1, 4, "Y")
        parts.append(shapes.moved(loop, Matrix.Translation((0, 0, z)) @ tilt))
    low = min(v.co.z for part in parts for v in part.data.vertices)
    return [shapes.moved(part, Matrix.Translation((0, 0, -low))) for part in parts]


def plate(rim, hole, thick, material, low):
    """A flat plate with a hole; both outlines have as many points."""
    count = len(rim)
    vertices = [(x, y, low + z) for z in (0, thick) for line in (rim, hole) for x, y in line]
    faces = []
    for k in range(count):
        n = (k + 1) % count
        for a, b in ((0, 2), (2, 3), (3, 1), (1, 0)):
            faces.append((a * count + k, a * count + n, b * count + n, b * count + k))
    return shapes.bevel(shapes.mesh("plate", vertices, faces, material), 0.0004, 2)
