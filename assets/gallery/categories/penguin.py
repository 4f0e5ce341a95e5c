"""A penguin on the snow: an emperor, an Adélie or a gentoo, upright on its webbed feet."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["snowfield", "snowfield", "snowfield", "sea"]
VIEW = View(turn=(-55, 55), elevation=(3, 15), fill=(0.62, 0.82), blur=0.9)
KINDS = ["emperor", "adelie", "gentoo", "emperor", "gentoo"]
# From the feet up: height, middle of the body (towards its back), depth, half width; for a height of 1.
BODY = [
    (0.030, 0.045, 0.060, 0.085),
    (0.045, 0.035, 0.110, 0.130),
    (0.100, 0.020, 0.155, 0.170),
    (0.200, 0.005, 0.182, 0.196),
    (0.340, -0.005, 0.188, 0.203),
    (0.480, 0.000, 0.170, 0.188),
    (0.600, 0.010, 0.143, 0.160),
    (0.690, 0.018, 0.112, 0.118),
    (0.760, 0.018, 0.090, 0.088),
    (0.820, 0.012, 0.086, 0.080),
    (0.880, 0.004, 0.088, 0.080),
    (0.935, 0.002, 0.076, 0.068),
    (0.975, 0.006, 0.050, 0.044),
    (0.992, 0.010, 0.004, 0.004),
]
SIDES = 160


def penguin(studio, rng):
    kind, pose = studio.pick(KINDS), studio.pick([1, -1]) * rng.uniform(0.3, 0.75)
    tall = {"emperor": rng.uniform(1.0, 1.1), "adelie": 0.7, "gentoo": 0.78}[kind]
    fat = {"emperor": 1.0, "adelie": 1.1, "gentoo": 1.02}[kind] * rng.uniform(0.96, 1.06)
    back = {
        "emperor": ["#1c222a", "#343c46"],
        "adelie": ["#101217", "#23262c"],
        "gentoo": ["#16191e", "#2c3036"],
    }[kind]
    down = {"roughness": 0.75, "relief": 0.5, "depth": 0.004, "stretch": (1, 1, 0.35), "Sheen": 0.3}
    dark, white = materials.mottled(back, 60, **down), materials.mottled(["#dcd8cc", "#f8f6f0"], 40, **down)
    black = materials.mottled(["#0c0d10", "#17191d"], 60, **down)
    gold = materials.mottled(["#d88a1a", "#f0b840"], 30, **down)
    cream = materials.mottled(["#ecd9a0", "#f6ecc8"], 30, **down)
    coats = [dark, white, black, gold, cream]
    parts = [body(kind, fat, coats)] + beak(kind, black) + eyes(kind)
    for part in parts:
        for vertex in part.data.vertices:
            x, y, z = vertex.co
            twist = pose * min(1.0, max(0.0, (z - 0.62) / 0.16))
            vertex.co = (
                x * math.cos(twist) - y * math.sin(twist),
                x * math.sin(twist) + y * math.cos(twist),
                z,
            )
    for side in (-1, 1):
        parts.append(flipper(side, fat, rng.uniform(0.12, 0.55), rng.uniform(-0.15, 0.3), coats))
        parts += foot(side, kind)
    tail = [
        (0.055, 0.16, 0.085),
        (0.0, 0.2, 0.115),
        (-0.055, 0.16, 0.085),
        (-0.022, 0.275, 0.008),
        (0.022, 0.275, 0.008),
        (0, 0.17, 0.06),
    ]
    faces = [(0, 1, 4), (1, 2, 3), (1, 3, 4), (0, 4, 5), (4, 3, 5), (3, 2, 5)]
    parts.append(shapes.bevel(shapes.mesh("tail", tail, faces, dark), 0.012, 2))
    for part in parts:
        shapes.moved(part, Matrix.Scale(tall, 4))
    if studio.pick(SETTINGS) == "sea":
        parts.append(floe(rng, tall))
        for part in parts:
            shapes.moved(part, Matrix.Translation((0, 0, 0.08 * tall)))
    return parts


def body(kind, fat, coats):
    """Body, neck and head in one, coloured as the kind is."""
    rows = shapes.curve(BODY, 15)
    vertices, faces, picks = [], [], []
    for z, middle, deep, half in rows:
        plump = 1 + (fat - 1) * min(1.0, max(0.0, (0.75 - z) / 0.2))
        for k in range(SIDES):
            a = 2 * math.pi * k / SIDES
            x, y = half * plump * math.sin(a), middle - deep * plump * math.cos(a)
            breast = 1 + 0.06 * max(0.0, math.cos(a)) * math.exp(-(((z - 0.42) / 0.16) ** 2))
            vertices.append((x, y * breast, z))
    for i in range(len(rows) - 1):
        z = rows[i][0]
        for k in range(SIDES):
            a, b = i * SIDES + k, i * SIDES + (k + 1) % SIDES
            faces.append((a, b, b + SIDES, a + SIDES))
            degrees = abs((k + 0.5) * 360 / SIDES - (360 if k >= SIDES / 2 else 0))
            picks.append(coat(kind, z, degrees))
    faces.append(tuple(range(SIDES - 1, -1, -1)))
    return shapes.mesh("body", vertices, faces, coats, picks=picks + [1])


def coat(kind, z, degrees):
    """The coat at a height, so many degrees from the front: 0 back, 1 white, 2 black, 3 gold, 4 cream."""
    belly = 84 - 10 * math.exp(-(((z - 0.62) / 0.06) ** 2))
    if z < 0.1:
        belly -= 500 * (0.1 - z)
    if kind == "emperor":
        if z > 0.745:
            patch = 58 < degrees < 112 - 500 * abs(z - 0.82) and 0.755 < z < 0.87
            return 3 if patch else 2
        if z > 0.66:
            bright = 0.66 + 0.085 * (degrees / 90)
            return (4 if z < 0.72 else 3) if degrees < 96 and z > bright - 0.02 else 1 if degrees < 78 else 0
        return 1 if degrees < belly - 7 else 2 if degrees < belly else 0
    throat = 0.735 - 0.04 * math.cos(math.radians(degrees))
    if kind == "gentoo" and 0.915 < z < 0.955 - 0.0001 * degrees and 48 < degrees < 180:
        return 1
    return 2 if z > throat else 1 if degrees < belly else 0


def beak(kind, black):
    """Two mandibles; orange along the lower one, or all of it."""
    long = {"emperor": 0.12, "adelie": 0.072, "gentoo": 0.09}[kind]
    orange = materials.plain("#e07a2a", 0.35)
    upper = black if kind != "gentoo" else orange
    parts = []
    for low, skin in ((0, upper), (1, orange if kind != "adelie" else materials.plain("#5a2a1c", 0.5))):
        line = [
            (0, -0.062, 0.882 - 0.012 * low),
            (0, -0.086 - long * 0.4, 0.879 - 0.011 * low),
            (0, -0.078 - long * 0.92, 0.864 - 0.003 * low),
        ]
        if not low:
            line.append((0, -0.078 - long, 0.857))
        size = 0.022 if not low else 0.018
        parts.append(shapes.sweep(shapes.curve(line, 8), lambda t, s=size: s * (1 - 0.85 * t**1.2), skin, 20))
    return parts


def eyes(kind):
    """The eyes, an Adélie's in white rings."""
    pupil = materials.plain("#0a0806", 0.05, Clearcoat=1.0)
    ring = materials.plain("#f0eee8" if kind == "adelie" else "#5a3a22", 0.4)
    made = []
    for side in (-1, 1):
        at = Vector((side * 0.0655, -0.044, 0.906))
        made.append(shapes.ball(0.0165 if kind == "adelie" else 0.0125, at, ring, (0.55, 1, 1), 24))
        made.append(shapes.ball(0.0098, at + Vector((side * 0.0055, -0.003, 0)), pupil, (0.7, 1, 1), 20))
    return made


def flipper(side, fat, spread, swing, coats):
    """A wing from the shoulder, dark outside and white inside."""
    outline = [(0.0, 0.022), (0.10, 0.052), (0.35, 0.062), (0.65, 0.050), (0.88, 0.030), (1.0, 0.004)]
    rows, count, vertices, faces, picks = shapes.curve(outline, 6), 20, [], [], []
    for t, wide in rows:
        for k in range(count):
            a = 2 * math.pi * k / count
            thick = 0.014 * (1 - 0.6 * t)
            bend = 0.05 * t * t
            vertices.append((thick * math.cos(a) - bend, wide * math.sin(a) + 0.05 * t * t, -0.40 * t))
    for i in range(len(rows) - 1):
        for k in range(count):
            a, b = i * count + k, i * count + (k + 1) % count
            faces.append((a, a + count, b + count, b))
            picks.append(int(math.cos(2 * math.pi * (k + 0.5) / count) < -0.25 and 0 < i < len(rows) - 3))
    faces.append(tuple(range(count)))
    part = shapes.mesh("flipper", vertices, faces, coats[:2], picks=picks + [0])
    turn = Matrix.Rotation(swing, 4, "X") @ Matrix.Rotation(-spread - 0.14, 4, "Y")
    shapes.moved(part, Matrix.Translation((0.128 * fat, 0.018, 0.665)) @ turn)
    if side < 0:
        shapes.moved(part, Matrix.Diagonal((-1, 1, 1, 1))).data.flip_normals()
    return part


def foot(side, kind):
    """A webbed foot with three toes and claws."""
    skin = materials.mottled(
        ["#1c1a1a", "#3a3432"] if kind == "emperor" else ["#c8603a", "#e89a6a"], 60, 0.6, 0.5, 0.002
    )
    claw = materials.plain("#100e0c", 0.3)
    place = Matrix.Translation((side * 0.085, -0.02, 0)) @ Matrix.Rotation(side * 0.22, 4, "Z")
    parts, web = [], [Vector((0, 0.02, 0.022))]
    for angle in (-0.45, 0.0, 0.45):
        way = Vector((math.sin(angle), -math.cos(angle), 0))
        tip = way * (0.135 if angle == 0 else 0.118) + Vector((0, 0, 0.010))
        path = shapes.curve([Vector((0, 0.03, 0.035)), way * 0.05 + Vector((0, 0, 0.026)), tip], 6)
        parts.append(shapes.sweep(path, lambda t: 0.021 - 0.009 * t, skin, 12))
        parts.append(shapes.ball(0.0125, tip, skin, sides=14))
        parts.append(
            shapes.sweep(
                [tip, tip + way * 0.03 - Vector((0, 0, 0.006))], lambda t: 0.008 - 0.007 * t, claw, 10
            )
        )
        web.append(tip + Vector((0, 0, 0.002)))
        if angle < 0.4:
            mid = angle + 0.225
            web.append(Vector((math.sin(mid), -math.cos(mid), 0)) * 0.098 + Vector((0, 0, 0.010)))
    faces = [(0, k, k + 1) for k in range(1, len(web) - 1)]
    parts.append(shapes.mesh("web", web, faces, skin))
    parts.append(shapes.sweep([(0, 0.03, 0.03), (0, 0.03, 0.10)], 0.034, skin, 16))
    return [shapes.moved(part, place) for part in parts]


def floe(rng, tall):
    """A piece of drift ice to stand on."""
    ice = materials.mottled(["#d4e4ee", "#ffffff", "#e6f0f6"], 4, 0.4, 0.5, 0.02)
    wide, seed = 1.25 * tall, rng.uniform(0, 9)
    line = [
        (0, -0.001),
        (wide * 0.9, -0.004),
        (wide * 0.98, -0.03),
        (wide, -0.12),
        (wide * 0.96, -0.5),
        (0, -0.5),
    ]
    line = [(0, 0)] + [(r, z * tall) for r, z in shapes.curve(line[1:], 4)]

    def swell(angle, z):
        return (
            1
            + 0.16 * math.sin(2 * angle + seed)
            + 0.09 * math.sin(5 * angle + 2 * seed)
            + 0.05 * math.sin(9 * angle)
        )

    part = shapes.lathe(line, ice, 96, swell=swell)
    part["apart"] = True
    return part
