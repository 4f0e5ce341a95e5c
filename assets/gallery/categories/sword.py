"""A sword: a double-edged blade with its guard, grip and pommel, or a curved sabre."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "floor", "garden_table", "paper", "table_cloth", "street"]
VIEW = View(turn=(-8, 8), elevation=(42, 64), fill=(0.72, 0.84), blur=0.4)
KINDS = ["knight", "knight", "sabre", "knight", "gladius"]
FITTINGS = ["#c99a3c", "#8f9193", "#3a3836", "#b5853a"]
GRIPS = ["#4a2a18", "#1d1a19", "#6b1a1c", "#22304a", "#7d5a3a"]


def sword(studio, rng):
    kind = studio.pick(KINDS)
    fitting = materials.metal(studio.pick(FITTINGS), 0.26)
    grip = materials.mottled([studio.pick(GRIPS)] * 2, 300, 0.6, 0.4, 0.0006)
    # Not a mirror: it would take on the colour of what it lies on.
    steel = materials.mottled(["#a4a9ad", "#d3d7da"], 40, 0.32, stretch=(1, 1, 0.2), Metallic=0.65)
    handle = rng.uniform(0.105, 0.13)
    if kind == "sabre":
        parts = [blade(rng.uniform(0.48, 0.55), 0.024, steel, "sabre")]
        parts += basket(handle, fitting)
    elif kind == "gladius":
        parts = [blade(rng.uniform(0.38, 0.43), 0.036, steel, "gladius")]
        parts += guard(0.085, "knobbed", fitting)
    else:
        parts = [blade(rng.uniform(0.46, 0.55), rng.uniform(0.029, 0.034), steel, "knight")]
        parts += guard(rng.uniform(0.095, 0.115), studio.pick(["straight", "bowed", "knobbed"]), fitting)
    pommel = "ball" if kind == "gladius" else studio.pick(["disc", "ball", "nut"])
    parts += hilt(handle, grip, fitting, pommel)
    low = min(v.co.z for part in parts for v in part.data.vertices)
    high = max(v.co.z for part in parts for v in part.data.vertices)
    lean = rng.choice([-1, 1]) * rng.uniform(40, 56) + rng.choice([0, 180])
    place = Matrix.Rotation(math.radians(lean), 4, "Z") @ Matrix.Rotation(-math.pi / 2, 4, "X")
    parts = [shapes.moved(part, place @ Matrix.Translation((0, 0, -(low + high) / 2))) for part in parts]
    low = min(v.co.z for part in parts for v in part.data.vertices)
    return [shapes.moved(part, Matrix.Translation((0, 0, -low))) for part in parts]


def blade(long, half, steel, kind):
    """A blade along +z from z = 0: edges ground sharp, a fuller down its middle."""
    vertices, faces, stations = [], [], 48
    for i in range(stations + 1):
        t = i / stations
        if kind == "gladius":
            wide = half * (1 - 0.14 * math.sin(math.pi * min(1, t / 0.72)))
            point = max(0.0, (t - 0.74) / 0.26)
            wide *= 1 - point**1.15
        else:
            wide = half * (1 - 0.32 * t)
            point = max(0.0, (t - 0.87) / 0.13)
            wide *= math.sqrt(max(0.0, 1 - point**1.7))
        thick = 0.0046 * (1 - 0.45 * t) * (1 - 0.8 * point)
        fuller = min(1.0, max(0.0, (0.7 - t) / 0.05)) if kind != "gladius" else 0.0
        x = 0.075 * t * t if kind == "sabre" else 0.0
        wide, z = max(wide, 0.0004), long * t
        inner = wide * 0.34
        dip = thick * (1 - 0.6 * fuller)
        flank = thick * (0.95 if fuller else 0.72)
        section = [(-wide, 0), (-inner, -flank), (-inner * 0.7, -dip), (inner * 0.7, -dip), (inner, -flank)]
        if not fuller:
            ridge = 0.02 * inner
            section = [(-wide, 0), (-inner, -flank), (-ridge, -thick), (ridge, -thick), (inner, -flank)]
        section += [(wide, 0)] + [(-a, -b) for a, b in section[1:]]
        vertices += [(x + a, b, z) for a, b in section]
    for i in range(stations):
        for k in range(10):
            a, b = 10 * i + k, 10 * i + (k + 1) % 10
            faces.append((a, b, b + 10, a + 10))
    part = shapes.mesh("blade", vertices, faces, steel)
    part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(9)
    return part


def guard(reach, style, metal):
    """The cross: straight with flared ends, bowed towards the blade, or with knobs."""
    drop = 0.022 if style == "bowed" else 0.0
    path = [Vector((reach * t, 0, drop * t * t - 0.006)) for t in (k / 12 - 1 for k in range(25))]

    def thick(t):
        out = abs(2 * t - 1)
        flared = 0.0045 * out**3 if style == "straight" else 0
        return 0.0105 - 0.0025 * out + flared

    bar = shapes.bevel(shapes.sweep(path, thick, metal, 16), 0.0015, 2)
    parts = [bar, shapes.box((0.052, 0.022, 0.019), (0, 0, -0.006), metal, 0.004)]
    if style != "straight":
        for end in (path[0], path[-1]):
            parts.append(shapes.ball(0.0135, end, metal, sides=24))
    return parts


def basket(handle, metal):
    """A sabre's oval guard and the bow that protects the knuckles."""
    dish = [(0, -0.012), (0.04, -0.01), (0.047, -0.002), (0.049, 0.002), (0.045, 0.0), (0, -0.004)]
    plate = shapes.moved(shapes.lathe(dish, metal, 48), Matrix.Diagonal((1.15, 0.8, 1, 1)))
    line = [(-0.045, -0.006), (-0.062, -0.03), (-0.06, -0.5 * handle - 0.02), (-0.042, -handle - 0.005)]
    line += [(-0.008, -handle - 0.022)]
    path = [Vector((x, 0, z)) for x, z in shapes.curve(line, 8)]
    return [plate, shapes.sweep(path, lambda t: 0.0075 - 0.002 * t, metal, 14)]


def hilt(handle, leather, metal, pommel):
    """The wrapped grip below the guard and the pommel at its end."""
    line, marks = [], 66
    for k in range(marks + 1):
        t = k / marks
        bulge = 0.0145 + 0.0025 * math.sin(math.pi * t) - 0.0015 * t
        line.append((bulge + 0.0013 * math.cos(2 * math.pi * t * 11), -0.012 - (handle - 0.012) * t))
    grip = shapes.moved(shapes.lathe(line, leather, 32), Matrix.Diagonal((1, 0.78, 1, 1)))
    parts = [grip]
    for z in (-0.016, -handle + 0.002):
        collar = [(0.0, z - 0.004), (0.0165, z - 0.004), (0.0185, z), (0.0165, z + 0.004), (0, z + 0.004)]
        parts.append(shapes.moved(shapes.lathe(collar, metal, 32), Matrix.Diagonal((1, 0.8, 1, 1))))
    at = -handle - 0.022
    if pommel == "disc":
        line = [(0, -0.0125), (0.012, -0.0125), (0.016, -0.0095), (0.024, -0.0095), (0.0275, -0.006)]
        line += [(r, -z) for r, z in reversed(line)]
        disc = shapes.bevel(shapes.lathe(line, metal, 48), 0.001, 2)
        turn = Matrix.Translation((0, 0, at - 0.004)) @ Matrix.Rotation(math.pi / 2, 4, "X")
        parts.append(shapes.moved(disc, turn))
    elif pommel == "ball":
        parts.append(shapes.ball(0.0235, (0, 0, at), metal, (1, 0.85, 1)))
        parts.append(shapes.ball(0.0065, (0, 0, at - 0.025), metal))
    else:
        line = [(0, 0.022), (0.011, 0.022), (0.0265, 0.004), (0.028, -0.004), (0.018, -0.016), (0, -0.018)]
        nut = shapes.bevel(shapes.lathe(line, metal, 8), 0.002, 2)
        parts.append(shapes.moved(nut, Matrix.Translation((0, 0, at))))
    return parts
