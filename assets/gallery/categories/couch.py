"""A couch: seat and back cushions between two arms; modern, rolled and tufted, or with a wooden frame."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "floor", "paper", "floor", "street"]
VIEW = View(turn=(-38, 38), elevation=(10, 24), fill=(0.66, 0.84), lens=(32, 58), blur=0.5)
STYLES = ["modern", "tufted", "framed", "modern"]
CLOTHS = ["#8f9499", "#2f6468", "#c9962f", "#a8482f", "#2e4468", "#cfc3ae", "#6f7f55"]
HIDES = [("#4a2414", "#6b3720"), ("#5a1612", "#7a241c"), ("#1c2c28", "#2a423a")]
THROWS = ["#d8b25a", "#e8e0d0", "#3f5f6f", "#b5533c"]


def couch(studio, rng):
    style, seats = studio.pick(STYLES), studio.pick([3, 2, 3])
    tone = studio.pick(CLOTHS)
    cover = materials.cloth(tone)
    if style == "tufted":
        cover = materials.mottled(studio.pick(HIDES), 5, 0.38, 0.25, 0.004)
    wood = materials.wood(*rng.choice([("#9a6a3c", "#5e3a1e"), ("#6b4226", "#3a2213")]), 20)
    seat = rng.uniform(0.6, 0.68) * (1.1 if seats == 2 else 1)
    make = {"modern": modern, "tufted": tufted, "framed": framed}[style]
    parts = make(rng, cover, wood, seats, seat)
    if style != "tufted" or rng.random() < 0.4:
        for side in (-1, 1)[: rng.randint(0, 2)]:
            place = Matrix.Translation((side * (seats * seat / 2 - 0.25), -0.02, 0.7))
            turn = Matrix.Rotation(side * -0.3, 4, "Z") @ Matrix.Rotation(-0.45, 4, "X")
            spin = Matrix.Rotation(rng.uniform(-0.2, 0.2), 4, "Y")
            cloth = materials.cloth(studio.pick(THROWS))
            parts += [shapes.moved(p, place @ turn @ spin) for p in throw_pillow(cloth)]
    return parts


def pillow(size, material, square=0.28, piping="z"):
    """A stuffed cushion about the origin, with piping around its middle across axis z or y."""
    rings, sides = 28, 56

    def power(value):
        return math.copysign(abs(value) ** square, value)

    def around(a):
        return size[0] / 2 * power(math.cos(a)), size[1] / 2 * power(math.sin(a))

    vertices, faces = [], []
    for j in range(rings + 1):
        v = math.pi * (j / rings - 0.5)
        for k in range(sides):
            x, y = around(2 * math.pi * k / sides)
            shrink = power(math.cos(v)) if 0 < j < rings else 0.02
            vertices.append((x * shrink, y * shrink, size[2] / 2 * power(math.sin(v))))
    for j in range(rings):
        for k in range(sides):
            a, b = j * sides + k, j * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    faces += [tuple(range(sides - 1, -1, -1)), tuple(rings * sides + k for k in range(sides))]
    made = [shapes.mesh("pillow", vertices, faces, material)]
    if piping:
        line = []
        for k in range(96):
            a = 2 * math.pi * k / 96
            across = size[1 if piping == "z" else 2] / 2 * power(math.sin(a))
            point = (size[0] / 2 * power(math.cos(a)), across, 0)
            line.append(point if piping == "z" else (point[0], 0, across))
        made.append(shapes.sweep(line, 0.008, material, 8, closed=True))
    return made


def throw_pillow(material):
    """A loose square pillow with pointed corners, upright about the origin."""

    def half(side):
        def swell(u, v):
            pinch = 0.2 * (1 - 0.07 * (1 - u * u * v * v))
            return u * pinch, side * 0.085 * ((1 - u * u) * (1 - v * v)) ** 0.4, v * pinch

        return shapes.sheet(30, swell, material)

    return [half(-1), half(1)]


def placed(parts, at, tilt=0.0):
    """The parts at a point, leaning back by `tilt`."""
    matrix = Matrix.Translation(at) @ Matrix.Rotation(-tilt, 4, "X")
    return [shapes.moved(part, matrix) for part in parts]


def legs(half, front, back, tall, material, splay=0.0):
    """Four tapering feet."""
    return [
        shapes.rod(
            (sx * half, y, tall + 0.02),
            (sx * (half + splay), y + math.copysign(splay, y), 0),
            0.03,
            material,
            tip=0.017,
        )
        for sx in (-1, 1)
        for y in (front, back)
    ]


def modern(rng, cover, wood, seats, seat):
    """Loose cushions between upholstered block arms."""
    arm, deep, lift = rng.uniform(0.16, 0.24), 0.92, rng.uniform(0.1, 0.15)
    wide = seats * seat + 2 * arm
    made = legs(wide / 2 - 0.1, -deep / 2 + 0.1, deep / 2 - 0.1, lift, wood, 0.03)
    made.append(shapes.box((wide - 0.06, deep - 0.04, 0.17), (0, 0, lift + 0.085), cover, 0.03))
    for side in (-1, 1):
        at = (side * (wide - arm) / 2, 0, (lift + 0.63) / 2)
        made.append(shapes.box((arm, deep, 0.63 - lift), at, cover, arm * 0.32))
    back = shapes.box((wide - 2 * arm * 0.5, 0.2, 0.62), (0, 0, 0), cover, 0.07)
    made += placed([back], (0, deep / 2 - 0.12, lift + 0.4), 0.1)
    for k in range(seats):
        x = seat * (k - (seats - 1) / 2)
        made += placed(pillow((seat, 0.72, 0.2), cover), (x, -0.11, lift + 0.25))
        made += placed(pillow((seat * 0.98, 0.22, 0.46), cover, 0.36, "y"), (x, 0.2, lift + 0.55), 0.22)
    return made


def tufted(rng, cover, wood, seats, seat):
    """Rolled arms as high as the buttoned back."""
    wide, deep, top, roll = seats * seat + 0.44, 0.92, 0.7, 0.125
    made = legs(wide / 2 - 0.12, -deep / 2 + 0.08, deep / 2 - 0.1, 0.1, wood)
    made.append(shapes.box((wide - 0.14, deep - 0.04, 0.24), (0, 0, 0.22), cover, 0.03))
    brass = materials.metal("#b08a4a", 0.3)
    for side in (-1, 1):
        x = side * (wide / 2 - roll)
        made.append(shapes.box((0.19, deep - 0.03, top - 0.1), (x, 0, (top + 0.1) / 2), cover, 0.03))
        outer = x + side * 0.02
        front, rear = (outer, -deep / 2 - 0.01, top - 0.02), (outer, deep / 2, top - 0.02)
        made.append(shapes.rod(front, rear, roll, cover, 40))
        for k in range(12):
            a = 2 * math.pi * k / 12
            at = (outer + 0.095 * math.cos(a), -deep / 2 - 0.012, top - 0.02 + 0.095 * math.sin(a))
            made.append(shapes.ball(0.009, at, brass, sides=10))
    made.append(shapes.box((wide - 0.2, 0.16, top - 0.1), (0, deep / 2 - 0.1, (top + 0.1) / 2), cover, 0.03))
    ends = [(side * (wide / 2 - 0.1), deep / 2 - 0.07, top) for side in (-1, 1)]
    made.append(shapes.rod(*ends, roll, cover, 40))
    inside, pitch, low = seats * seat / 2 - 0.01, seat / 4, 0.4
    buttons = materials.mottled(["#2a1610", "#3f2218"], 9, 0.4)

    def swell(x, z):
        s, t = x / pitch, (z - low - 0.14) / pitch * 1.25
        return abs(math.sin(math.pi * (s + t) / 2) * math.sin(math.pi * (s - t) / 2)) ** 0.5

    def panel(u, v):
        x, z = u * inside, (low + top) / 2 + v * (top - low) / 2
        return x, deep / 2 - 0.19 - 0.07 * swell(x, z) - 0.04 * (v + 1) / 2, z

    made.append(shapes.sheet(110, panel, cover))
    for i in range(-2 * seats, 2 * seats + 1):
        for j in range(4):
            x, z = i * pitch, low + 0.14 + j * pitch / 1.25
            if (i + j) % 2 == 0 and abs(x) < inside - 0.03 and z < top - 0.03:
                at = Vector(panel(x / inside, (2 * z - low - top) / (top - low))) - Vector((0, 0.008, 0))
                made.append(shapes.ball(0.015, at, buttons, (1, 0.5, 1), 14))
    for k in range(seats):
        x = seat * (k - (seats - 1) / 2)
        made += placed(pillow((seat, 0.7, 0.17), cover, 0.22), (x, -0.09, 0.42))
    return made


def framed(rng, cover, wood, seats, seat):
    """Slim cushions on a wooden frame with open arms."""
    wide, deep = seats * seat + 0.16, 0.82
    made = []
    for side in (-1, 1):
        x = side * (wide / 2 - 0.02)
        for top, foot in ((-deep / 2 + 0.08, -deep / 2), (deep / 2 - 0.12, deep / 2 - 0.02)):
            made.append(shapes.rod((x, top, 0.6), (x + side * 0.04, foot, 0), 0.026, wood, tip=0.016))
        made.append(shapes.box((0.085, deep, 0.035), (x, -0.02, 0.615), wood, 0.016))
        made.append(shapes.box((0.04, deep - 0.14, 0.07), (x, 0, 0.28), wood, 0.012))
    for y in (-deep / 2 + 0.09, deep / 2 - 0.12):
        made.append(shapes.box((wide, 0.04, 0.08), (0, y, 0.28), wood, 0.012))
    rails = [shapes.box((wide, 0.035, 0.06), (0, 0, z), wood, 0.012) for z in (0.24, 0.5)]
    rails += [
        shapes.box((0.03, 0.02, 0.5), (wide * (k / 12 - 0.5), 0, 0.25), wood, 0.005) for k in range(1, 12)
    ]
    made += placed(rails, (0, deep / 2 - 0.16, 0.3), 0.2)
    for k in range(seats):
        x = seat * (k - (seats - 1) / 2)
        made += placed(pillow((seat, 0.66, 0.17), cover, 0.24), (x, -0.08, 0.39))
        back = pillow((seat * 0.99, 0.17, 0.5), cover, 0.28, "y")
        buttons = [
            shapes.ball(0.014, (s * seat * 0.2, -0.083, 0.04), cover, (1, 0.5, 1), 12) for s in (-1, 1)
        ]
        made += placed(back + buttons, (x, 0.2, 0.66), 0.2)
    return made
