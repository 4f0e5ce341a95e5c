"""Drums: a kit with bass drum, toms, snare, hi-hat and cymbals; or one roped drum with its sticks."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "paper", "floor", "floor", "paper"]
KINDS = ["kit", "kit", "roped", "kit"]
VIEW = View(turn=(-32, 32), elevation=(8, 20), fill=(0.7, 0.85), lens=(32, 55), blur=0.5)
SHELLS = ["#a8201f", "#1c1d20", "#2f5f8a", "#d9d2c0", "#2f6a4f", "#c98a2a", "#6b2a3a"]


def drums(studio, rng):
    tint = studio.pick(SHELLS)
    chrome = materials.metal("#d0d1d3", 0.15)
    if studio.pick(KINDS) == "roped":
        return roped(studio, rng, tint)
    if rng.random() < 0.3:
        shell = materials.wood("#c08a4a", "#8a5a2a", 20, "z", 0.2)
    else:
        base = materials.linear(tint)
        shell = materials.mottled([tuple(0.6 * c for c in base), base], 160, 0.18, Clearcoat=0.7)
    brass = materials.metal("#d8a84a", 0.25)
    skin = materials.plain(rng.choice(["#efece2", "#efece2", "#1b1b1c"]), 0.5)
    side = rng.choice([-1, 1])
    parts = bass_drum(rng, shell, chrome, skin, tint)
    white = materials.plain("#f0ede4", 0.5)
    for k in (-1, 1):
        tilt = Matrix.Translation((k * 0.2, 0.0, 0.73)) @ Matrix.Rotation(-k * 0.12, 4, "Y")
        tilt = tilt @ Matrix.Rotation(-0.3, 4, "X")
        parts += drum(0.155 + 0.012 * k * side, 0.2, 6, shell, chrome, white, tilt)
        parts.append(shapes.rod((k * 0.06, 0.04, 0.52), (k * 0.07, 0.04, 0.85), 0.013, chrome))
        parts.append(shapes.rod((k * 0.07, 0.04, 0.83), (k * 0.13, 0.02, 0.83), 0.01, chrome))
    at = Vector((side * 0.56, 0.22, 0.2))
    parts += drum(0.205, 0.38, 8, shell, chrome, white, Matrix.Translation(at))
    for k in range(3):
        a = 0.5 + math.tau * k / 3
        x, y = at.x + 0.222 * math.cos(a), at.y + 0.222 * math.sin(a)
        parts.append(shapes.rod((x, y, 0.0), (x, y, 0.42), 0.009, chrome))
    at = Vector((-side * 0.5, 0.3, 0.5))
    snare = Matrix.Translation(at) @ Matrix.Rotation(-0.1, 4, "X")
    parts += drum(0.18, 0.14, 8, chrome if rng.random() < 0.5 else shell, chrome, white, snare)
    parts += tripod((at.x, at.y), 0.5, chrome)
    hat = (-side * 0.8, 0.12)
    parts += tripod(hat, 1.0, chrome)
    for z, flip in ((0.86, 1), (0.885, -1)):
        parts += cymbal(0.18, (*hat, z), (0, 0.02), brass, chrome, flip)
    places = [
        (-side * 0.5, 0.42, rng.uniform(1.18, 1.28), 0.22),
        (side * 0.62, 0.34, rng.uniform(1.1, 1.2), 0.26),
    ]
    for x, y, z, radius in places:
        parts += tripod((x, y), z + 0.04, chrome)
        parts += cymbal(radius, (x, y, z), (-0.12 if x < 0 else 0.12, -0.24), brass, chrome, 1)
    return parts


def bass_drum(rng, shell, chrome, skin, tint):
    """The big drum on its side, head to the front with a ring on it, two spurs."""
    radius, deep = 0.28, 0.4
    turn = Matrix.Translation((0, 0, radius + 0.012)) @ Matrix.Rotation(math.pi / 2, 4, "X")
    hoop = materials.plain("#141414", 0.25) if rng.random() < 0.5 else shell
    wall = [(radius, -deep / 2), (radius, deep / 2)]
    parts = [shapes.lathe(wall, shell, 96)]
    for end in (-1, 1):
        z = end * deep / 2
        line = [
            (radius * 0.97, z + 0.012 * end),
            (radius * 1.035, z + 0.012 * end),
            (radius * 1.045, z - 0.014 * end),
        ]
        line += [(radius * 1.035, z - 0.03 * end), (radius, z - 0.03 * end)]
        parts.append(shapes.lathe(line, hoop, 96))
        parts.append(shapes.lathe([(0, z), (radius * 0.985, z + 0.002 * end)], skin, 96))
    mark = materials.plain(tint, 0.5)
    z = deep / 2 + 0.003
    ring = rng.uniform(0.55, 0.7)
    parts.append(
        shapes.lathe(
            [(radius * (ring - 0.04), z), (radius * (ring - 0.04), z + 0.001), (radius * ring, z + 0.001)],
            mark,
            96,
        )
    )
    points = rng.choice([5, 6, 8])
    star = [
        (r * math.sin(a), r * math.cos(a))
        for a, r in ((math.pi * k / points, radius * (0.2 if k % 2 else 0.42)) for k in range(2 * points))
    ]
    flat = Matrix.Translation((0, 0, z)) @ Matrix.Rotation(-math.pi / 2, 4, "X")
    parts.append(shapes.slab(star, 0.002, mark, 0, flat))
    for k in range(8):
        a = math.tau * (k + 0.5) / 8
        parts += lug(radius, a, deep * 0.28, chrome)
        x, y = 1.05 * radius * math.cos(a), 1.05 * radius * math.sin(a)
        parts.append(shapes.rod((x, y, -deep / 2 - 0.01), (x, y, deep / 2 + 0.015), 0.004, chrome, 12))
        for end in (-1, 1):
            parts.append(shapes.box((0.026, 0.02, 0.04), (x, y, end * deep / 2), chrome, 0.004, a))
    parts = [shapes.moved(part, turn) for part in parts]
    for side in (-1, 1):
        parts.append(shapes.rod((side * 0.27, -0.08, 0.26), (side * 0.4, -0.22, 0.004), 0.008, chrome))
    return parts


def lug(radius, angle, half, chrome):
    """A lug on a drum's side."""
    x, y = radius * 1.03 * math.cos(angle), radius * 1.03 * math.sin(angle)
    return [shapes.box((0.024, 0.018, half), (x, y, 0), chrome, 0.006, angle)]


def drum(radius, deep, count, shell, chrome, skin, place):
    """A drum with its hoops, heads, lugs and tension rods about its own middle, then placed."""
    parts = [shapes.lathe([(radius, -deep / 2), (radius, deep / 2)], shell, 80)]
    for end in (-1, 1):
        z = end * deep / 2
        line = [
            (radius * 0.965, z + 0.006 * end),
            (radius * 0.97, z + 0.013 * end),
            (radius * 1.02, z + 0.012 * end),
        ]
        line += [
            (radius * 1.03, z - 0.004 * end),
            (radius * 1.055, z - 0.008 * end),
            (radius * 1.05, z - 0.014 * end),
        ]
        parts.append(shapes.lathe([*line, (radius, z - 0.014 * end)], chrome, 80))
        parts.append(shapes.lathe([(0, z + 0.003 * end), (radius * 0.985, z + 0.003 * end)], skin, 80))
    for k in range(count):
        a = math.tau * (k + 0.5) / count
        parts += lug(radius, a, deep * 0.36, chrome)
        x, y = 1.045 * radius * math.cos(a), 1.045 * radius * math.sin(a)
        parts.append(shapes.rod((x, y, -deep / 2 - 0.006), (x, y, deep / 2 + 0.012), 0.0034, chrome, 10))
    return [shapes.moved(part, place) for part in parts]


def tripod(at, high, chrome):
    """A stand's pole on three feet."""
    x, y = at
    rubber = materials.plain("#101010", 0.8)
    parts = [
        shapes.rod((x, y, 0.06), (x, y, high * 0.6), 0.012, chrome),
        shapes.rod((x, y, high * 0.55), (x, y, high), 0.0075, chrome),
        shapes.rod((x, y, high * 0.57), (x, y, high * 0.61), 0.018, chrome),
    ]
    for k in range(3):
        a = 0.4 + math.tau * k / 3
        foot = (x + 0.2 * math.cos(a), y + 0.2 * math.sin(a), 0.01)
        parts.append(shapes.rod((x, y, 0.24), foot, 0.0085, chrome))
        parts.append(shapes.ball(0.014, (foot[0], foot[1], 0.013), rubber, sides=14))
    return parts


def cymbal(radius, at, tilt, brass, chrome, flip):
    """A turned cymbal with its bell, wing nut above."""
    line = [
        (0.004, 0.17),
        (0.08, 0.16),
        (0.15, 0.12),
        (0.2, 0.085),
        (0.3, 0.075),
        (0.6, 0.045),
        (0.9, 0.008),
        (1, 0),
    ]
    line = [tuple(p) for p in shapes.curve(line, 5)]
    over = [(r * radius, z * radius * 0.8) for r, z in line]
    plate = shapes.lathe(over + [(r, z - 0.0025) for r, z in reversed(over)], brass, 96, swell=grooved)
    nut = [shapes.rod((0, 0, 0), (0, 0, 0.13 * radius + 0.04), 0.005, chrome, 12)]
    nut.append(shapes.ball(0.011, (0, 0, 0.13 * radius + 0.035), chrome, (1.5, 0.6, 1), 16))
    place = Matrix.Translation(at) @ Matrix.Rotation(tilt[0], 4, "Y") @ Matrix.Rotation(-tilt[1], 4, "X")
    plate = shapes.moved(plate, place @ Matrix.Diagonal((1, 1, -flip, 1)) if flip < 0 else place)
    return [plate, *(shapes.moved(part, place) for part in nut if flip > 0)]


def grooved(angle, z):
    """The slight waver of a hammered rim."""
    return 1 + 0.002 * math.sin(9 * angle)


def roped(studio, rng, tint):
    """A wooden drum with coloured hoops, a zigzag of rope, and two sticks lying on the head."""
    radius, deep = 0.19, rng.uniform(0.24, 0.29)
    base = materials.linear(tint)
    shell = materials.plain(tint, 0.25, Clearcoat=0.4)
    dark = sum(base) < 0.25
    hoop = materials.plain(
        rng.choice(["#d8a83a", "#e6dcc4"]) if dark else rng.choice(["#e6dcc4", "#23344f"]), 0.3
    )
    cord, hide = materials.cloth("#efe8d6"), materials.mottled(["#e8dcc0", "#f4eee0"], 12, 0.7)
    leather = materials.plain("#6b3f22", 0.6)
    middle, parts = deep / 2, [shapes.lathe([(0, 0.004), (radius, 0), (radius, deep)], shell, 96)]
    for z in (0.018, deep - 0.018):
        line = [(1.0, -0.02), (1.05, -0.02), (1.06, -0.014), (1.06, 0.014), (1.05, 0.02), (0.98, 0.02)]
        parts.append(shapes.lathe([(r * radius, z + h) for r, h in line], hoop, 96))
    head = [(0, 0.006), (0.8, 0.006), (0.97, 0.004), (0.99, -0.002)]
    parts.append(shapes.lathe([(r * radius, deep + z) for r, z in head], hide, 96))
    count = 9
    reach = 1.065 * radius

    def on(step, z):
        a = math.pi * step / count
        return Vector((reach * math.cos(a), reach * math.sin(a), z))

    for k in range(2 * count):
        low, high = 0.02, deep - 0.02
        start, end = (low, high) if k % 2 else (high, low)
        line = [on(k + t / 6, start + (end - start) * t / 6) for t in range(7)]
        parts.append(shapes.sweep(line, 0.0042, cord, 10))
        if k % 2:
            tug = [
                on(k + 1 + dt, deep - 0.075 + dz)
                for dt, dz in ((-0.3, -0.02), (0.3, -0.02), (0.17, 0.025), (-0.17, 0.025))
            ]
            tug = [p * 1.0 + Vector((p.x, p.y, 0)) * 0.035 for p in tug]
            back = [p - Vector((p.x, p.y, 0)) * 0.045 for p in tug]
            faces = [(0, 1, 2, 3), (7, 6, 5, 4), (0, 4, 5, 1), (1, 5, 6, 2), (2, 6, 7, 3), (3, 7, 4, 0)]
            parts.append(shapes.bevel(shapes.mesh("tug", tug + back, faces, leather, smooth=False), 0.002, 2))
    wood = materials.wood("#d9b070", "#a87a40", 60, "x", 0.4)
    for k, (turn, shift) in enumerate(
        ((0.5 + rng.uniform(-0.2, 0.2), -0.03), (-0.45 + rng.uniform(-0.2, 0.2), 0.03))
    ):
        line = [(0, -0.2), (0.0065, -0.198), (0.0072, -0.1), (0.0072, 0.1), (0.005, 0.16), (0.0036, 0.184)]
        line += [(0.006, 0.19), (0.0066, 0.198), (0.005, 0.206), (0, 0.208)]
        stick = shapes.lathe(line, wood, 24)
        place = Matrix.Translation((0, shift, deep + 0.022 + 0.012 * k)) @ Matrix.Rotation(turn, 4, "Z")
        parts.append(shapes.moved(stick, place @ Matrix.Rotation(math.pi / 2, 4, "Y")))
    return parts
