"""A pencil: six-sided and painted, a cone of bare wood cut to the lead, a ferrule with an eraser."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["paper", "wooden_table", "table_cloth", "paper", "kitchen", "garden_table", "windowsill"]
VIEW = View(turn=(-8, 8), elevation=(40, 64), fill=(0.66, 0.78), blur=0.35)
PAINTS = ["#e0a41c", "#a8231c", "#1f5f3c", "#e0a41c", "#20467f", "#1d1d1f", "#d9701c"]
BANDS = ["#1f5f3c", "#a8231c", "#d8b45a", "#20467f"]
ERASERS = ["#d98a86", "#c9655c", "#e6e2da"]
SIDES = 72


def pencil(studio, rng):
    flat, long, slope = rng.uniform(0.0043, 0.0048), rng.uniform(0.078, 0.115), rng.uniform(0.23, 0.28)
    paint = materials.plain(studio.pick(PAINTS), 0.22, Clearcoat=0.6)
    wood = materials.wood("#e2bd8a", "#bd8d58", 260, along="x", roughness=0.7)
    lead = materials.plain("#2b2b2e", 0.3, Specular=0.7)
    parts = [
        turned([(0, 0.0009), (0.0004, 0.0009), (0.00085, 0.0016), (0.0016, 0.0016 / slope)], lead),
        shaft(flat, slope, long, paint, wood),
        *ending(flat, long, studio, rng),
    ]
    if rng.random() < 0.6:
        parts.append(stripes(flat, long, materials.metal("#d8c07a", 0.3)))
    lean = math.radians(rng.choice([42, 138, 222, 318]) + rng.uniform(-7, 7))
    place = Matrix.Rotation(lean, 4, "Z") @ Matrix.Translation((-long / 2, 0, flat * 1.12))
    return [shapes.moved(part, place) for part in parts]


def six_sided(flat, angle):
    """The distance from the axis to the surface of a six-sided rod with rounded edges, a side below."""
    return min(flat / math.cos(math.radians(math.degrees(angle) % 60 - 30)), 1.11 * flat)


def ring(x, radius):
    """A ring about the x axis; place and radius may depend on the angle."""
    points = []
    for k in range(SIDES):
        angle = 2 * math.pi * k / SIDES
        r = radius(angle) if callable(radius) else radius
        points.append((x(angle) if callable(x) else x, r * math.cos(angle), r * math.sin(angle)))
    return points


def skin(rings, material, picks=None):
    """A tube through rings."""
    vertices = [p for each in rings for p in each]
    faces, chosen = [], []
    for i in range(len(rings) - 1):
        for k in range(SIDES):
            a, b = i * SIDES + k, i * SIDES + (k + 1) % SIDES
            faces.append((b, a, a + SIDES, b + SIDES))
            chosen.append(picks[i] if picks else 0)
    part = shapes.mesh("skin", vertices, faces, material, picks=chosen)
    part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(25)
    return part


def turned(profile, material):
    return skin([ring(x, r) for r, x in profile], material)


def shaft(flat, slope, long, paint, wood):
    """The body. Where the cone leaves its six sides, the paint ends in the scallops of a cut pencil."""

    def surface(angle):
        return six_sided(flat, angle)

    def cut(angle):
        return surface(angle) / slope

    def thick(angle):
        return surface(angle) * 1.012

    rings = [ring(0.0015 / slope, 0.0015), ring(0.5 * flat / slope, 0.5 * flat), ring(cut, surface)]
    rings += [ring(cut, surface), ring(lambda a: cut(a) + 0.0003, thick), ring(long, thick)]
    return skin(rings, [paint, wood], [1, 1, 1, 0, 0])


def stripes(flat, long, gilt):
    """A stamped mark on the upper side: a row of short strokes, like lettering from afar."""
    vertices, faces = [], []
    z, x = 1.013 * flat + 0.00004, 0.74 * long
    for k, wide in enumerate((0.9, 0.5, 0.9, 0.7, 0.9, 0, 0.8, 0.5, 0.9, 0.6, 0.9, 0.9)):
        left, right = x - 0.0016 * k, x - 0.0016 * k - 0.0011 * wide
        tall = 0.0010 if k % 3 else 0.0013
        first = len(vertices)
        vertices += [(left, -tall, z), (right, -tall, z), (right, tall, z), (left, tall, z)]
        faces += [tuple(first + i for i in range(4))] if wide else []
    return shapes.mesh("stamp", vertices, faces, gilt, smooth=False)


def ending(flat, long, studio, rng):
    """The ribbed ferrule with a painted band, and the eraser, a little worn."""
    metal = materials.metal(rng.choice(["#c9ccc8", "#d2ac58", "#c9ccc8"]), 0.25)
    band = materials.plain(studio.pick(BANDS), 0.3)
    r, size = 1.1 * flat, 0.0155
    profile, picks = [(r * 0.96, long - 0.0012), (r, long - 0.0010)], [0]
    for k in range(8):
        for depth, t in ((0, 0.06), (0.05, 0.3), (0.05, 0.6), (0, 0.94)):
            x = long + size * (k + t) / 8
            profile.append((r * (1 - depth * (k in (0, 1, 2, 5, 6, 7))), x))
            picks.append(int(k in (3, 4)))
    profile.append((r * 0.9, long + size))
    picks.append(0)
    sleeve = skin([ring(x, radius) for radius, x in profile], [metal, band], picks)
    rubber = materials.mottled([studio.pick(ERASERS)] * 2, 200, 0.9, 0.3, 0.0005)
    tip, e = long + size + rng.uniform(0.007, 0.0105), 0.93 * r
    round_ = [(e, long + size - 0.001), (e, tip - 0.003), (0.95 * e, tip - 0.0012), (0.8 * e, tip - 0.0003)]
    return [sleeve, turned([*round_, (0.5 * e, tip), (0, tip)], rubber)]
