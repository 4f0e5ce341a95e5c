"""A sandwich: slices of bread with lettuce, ham, cheese and tomato between; whole, halved, or a club."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "kitchen", "paper", "table_cloth", "garden_table"]
VIEW = View(turn=(-32, 32), elevation=(18, 34), fill=(0.64, 0.82))
KINDS = ["halves", "whole", "half", "club", "halves", "whole", "club"]
CRUMBS = [["#e6d3ae", "#f3e7cd"], ["#d9b478", "#ecd3a2"], ["#b08a5a", "#c9a878"], ["#c98f48", "#e6c080"]]
CRUSTS = [["#8a4f20", "#b5732f"], ["#6f3c18", "#9a5c28"], ["#a8672c", "#c98a45"]]
SLICE = [(0, -0.5), (0.43, -0.5), (0.49, -0.44), (0.485, 0.0), (0.5, 0.15), (0.545, 0.28), (0.53, 0.41)]
SLICE += [(0.43, 0.5), (0.22, 0.54), (0, 0.55)]


def sandwich(studio, rng):
    kind = studio.pick(KINDS)
    bread = [materials.mottled(studio.pick(CRUMBS), 260, 0.9, 0.8, 0.0015)]
    bread.append(materials.mottled(studio.pick(CRUSTS), 60, 0.6, 0.4, 0.001))
    if kind in ("whole", "club"):
        parts, top = stack(rng, kind, bread, studio.variant)
        if kind == "club":
            parts += skewer(rng, top)
    else:
        parts, top = stack(rng, "half", bread, studio.variant)
        if kind == "halves":
            more, _ = stack(rng, "half", bread, studio.variant)
            place = Matrix.Translation((0.006, rng.uniform(0.0, 0.008), top))
            place = place @ Matrix.Rotation(rng.choice([-1, 1]) * rng.uniform(0.12, 0.3), 4, "Z")
            parts += [shapes.moved(part, place) for part in more]
        parts = [shapes.moved(part, Matrix.Translation((0, -0.03, 0))) for part in parts]
    china = materials.glazed(rng.choice(["#eceae4", "#d8e0e2", "#e8dcc4", "#6f8c96"]))
    wide = 0.105
    rim = [(0, 0.001), (0.6, 0.001), (0.62, 0), (0.66, 0.002), (1, 0.013), (1.01, 0.0145), (0.99, 0.015)]
    plate = shapes.lathe([(r * wide, z) for r, z in rim + [(0.68, 0.006), (0, 0.005)]], china, 80)
    plate["apart"] = True
    return [shapes.moved(part, Matrix.Translation((0, 0, 0.006))) for part in parts] + [plate]


def outline_of(kind):
    """The bread's outline seen from above; a half's cut runs along y = 0 and faces the front."""
    ring = SLICE + [(-x, y) for x, y in reversed(SLICE[1:-1])]
    points = [Vector(p) * 0.112 for p in shapes.curve(ring, 4, closed=True)]
    if kind == "half":
        turn = Matrix.Rotation(math.radians(-45), 2)
        points = clipped([turn @ p for p in points])
    return points


def clipped(points):
    """The outline's part behind y = 0."""
    out = []
    for a, b in zip(points, points[1:] + points[:1]):
        if a.y >= 0:
            out.append(a)
        if (a.y >= 0) != (b.y >= 0):
            out.append(a + (b - a) * (a.y / (a.y - b.y)))
    return out


def even(points, count):
    """The closed outline with `count` points at even distances."""
    ring = points + points[:1]
    total, out = sum((b - a).length for a, b in zip(ring, ring[1:])), []
    walked, wanted = 0.0, 0.0
    for a, b in zip(ring, ring[1:]):
        length = (b - a).length
        while wanted < walked + length and len(out) < count:
            out.append(a + (b - a) * ((wanted - walked) / length))
            wanted += total / count
        walked += length
    return out


def disc(outline, rings, material, half, name, pick=None, height=None):
    """Rings of the outline, each scaled about its middle and put at a height; cut flat if `half`."""
    count = len(outline)
    middle = sum(outline, Vector((0, 0))) / count
    vertices, faces, picks = [], [], []
    for scale, z in rings:
        for k, p in enumerate(outline):
            spot = middle + (p - middle) * scale
            rise = height(k / count, scale, spot) if height else 0.0
            vertices.append((spot.x, max(spot.y, 0.0) if half else spot.y, z + rise))
    for ring in range(len(rings) - 1):
        for k in range(count):
            a, b = ring * count + k, ring * count + (k + 1) % count
            faces.append((a, b, b + count, a + count))
            cut = half and abs(outline[k].y) < 1e-5 and abs(outline[(k + 1) % count].y) < 1e-5
            picks.append(pick(ring, cut) if pick else 0)
    return shapes.mesh(name, vertices, faces, material, picks=picks)


def stack(rng, kind, bread, variant):
    """The layers from the plate up, and the height they reach."""
    half = kind == "half"
    outline = even(outline_of(kind), 160)
    crumb, crust = bread
    parts, z = [], 0.0

    def slice_(z):
        thick = 0.0145
        rings = [(0, 0), (0.5, 0), (0.955, 0), (0.985, 0.12), (1, 0.3), (1, 0.7), (0.985, 0.88), (0.955, 1)]
        rings = [(r, z + u * thick) for r, u in rings + [(0.5, 1), (0, 1)]]
        part = disc(outline, rings, [crumb, crust], half, "slice",
                    lambda ring, cut: int(2 <= ring <= 6 and not cut))  # fmt: skip
        parts.append(shapes.roughened(part, 0.0006, 0.012, z * 90))
        return z + thick

    def sheet(z, material, reach, wave, waves, thick, seed):
        def ruffle(t, scale, spot):
            turn = Vector((math.cos(2 * math.pi * t) * waves, math.sin(2 * math.pi * t) * waves, seed))
            rim = (scale / reach) ** 5
            return wave * rim * (noise.noise(turn) * 1.6 - 0.25)

        rings = [(reach * k / 12, z) for k in range(13)]
        part = disc(outline, rings, material, half, "sheet", height=ruffle)
        thicken = part.modifiers.new("thick", "SOLIDIFY")
        thicken.thickness, thicken.offset = thick, 0.0
        parts.append(part)

    leaf = materials.mottled(["#4f8a24", "#7fb53c", "#b5d468"], 90, 0.45, 0.4, 0.001)
    ham = materials.mottled(["#c9747a", "#dd949a", "#e8b0ae"], 70, 0.4)
    cheese = materials.plain(rng.choice(["#e8a92c", "#f0c454", "#e89a28"]), 0.4, Specular=0.4)
    tomato = materials.mottled(["#a81c10", "#cc3420", "#d8553a"], 110, 0.2)

    def tomatoes(z):
        spots = [(x, y) for x in (-0.03, 0.031) for y in (-0.03, 0.03)]
        if half:
            spots = [(-0.046, 0.006), (0.0, 0.012), (0.046, 0.008), (0.0, 0.05)]
        for n, (x, y) in enumerate(spots):
            size = 0.031
            ring = [Vector((x + size * math.cos(0.13 * k), y + size * math.sin(0.13 * k))) for k in range(48)]
            ring = even(clipped(ring) if half else ring, 60)
            low = z + 0.0006 * n
            rings = [(0, 0), (0.93, 0), (1, 0.0018), (1, 0.0052), (0.93, 0.007), (0, 0.007)]
            parts.append(disc(ring, [(r, low + u) for r, u in rings], tomato, half, "tomato"))

    def cheeses(z):
        turn = Matrix.Rotation(0.16 if not half else math.pi / 4 + 0.03, 2)
        size = 0.059
        ring = [turn @ Vector(p) * size for p in [(-1, -1), (1, -1), (1, 1), (-1, 1)]]
        ring = even(clipped(ring) if half else ring, 120)
        limit = 0.055

        def droop(t, scale, spot):
            over = abs(spot.y) - limit if not half else abs(spot.x) + abs(spot.y) - limit * 1.42
            return -0.7 * max(0.0, over)

        part = disc(ring, [(k / 8, z) for k in range(9)], cheese, half, "cheese", height=droop)
        thicken = part.modifiers.new("thick", "SOLIDIFY")
        thicken.thickness, thicken.offset = 0.0028, 0.0
        parts.append(part)

    z = slice_(z)
    for floor_ in range(2 if kind == "club" else 1):
        sheet(z + 0.003, leaf, 1.09, 0.008, 3.2, 0.0008, variant + floor_)
        sheet(z + 0.0075, ham, 1.04, 0.004, 2.0, 0.0026, variant + 5)
        sheet(z + 0.0105, ham, 1.03, 0.004, 2.0, 0.0026, variant + 9)
        cheeses(z + 0.0145)
        tomatoes(z + 0.0165)
        sheet(z + 0.0275, leaf, 1.08, 0.007, 3.6, 0.0008, variant + 20 + floor_)
        z = slice_(z + 0.029)
    return parts, z


def skewer(rng, top):
    """A cocktail stick with an olive, through the top slice."""
    stick = materials.wood("#d8b888", "#a98250", 120, along="z")
    olive = materials.mottled(["#5f6b20", "#84903a"], 200, 0.25)
    red = materials.plain("#b02a18", 0.3)
    return [
        shapes.rod((0, 0, top - 0.02), (0.003, 0, top + 0.045), 0.0012, stick, 10),
        shapes.ball(0.0105, (0.0012, 0, top + 0.012), olive, (1, 1, 1.2), 24),
        shapes.ball(0.004, (0.0018, 0, top + 0.0235), red, (1, 1, 0.8), 16),
    ]
