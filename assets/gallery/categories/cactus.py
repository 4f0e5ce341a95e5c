"""A cactus: a ribbed, spiny saguaro with raised arms in the desert, or small ones in clay pots."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, plants, shapes
from studio.camera import View

SETTINGS = ["sea", "windowsill", "paper", "sea", "wooden_table", "shelf"]
VIEW = View(turn=(-25, 25), elevation=(3, 13), fill=(0.62, 0.8), blur=0.8)
POTTED = ["arms", "arms", "ball", "arms", "pear"]
GREENS = [
    ["#2f5a34", "#4f8050", "#6b9a5e"],
    ["#3f6a3a", "#6f9448", "#88a85a"],
    ["#2a5048", "#4a7a68", "#6a9580"],
]
POTS = ["#b5623a", "#dcd6ca", "#3f6f7a", "#c27848", "#d9a441", "#5a4a44", "#b5623a"]


def cactus(studio, rng):
    skin = materials.mottled(studio.pick(GREENS), 40, 0.5, 0.3, 0.002)
    if studio.pick(SETTINGS) == "sea":
        desert(rng)
        skin = materials.mottled(studio.pick(GREENS), 3, 0.6, 0.4, 0.01)
        return branched(rng, rng.uniform(2.6, 3.8), skin, Vector((0, 0, -0.05)))
    kind, tall = studio.pick(POTTED), rng.uniform(0.075, 0.09)
    parts = pot(studio, rng, tall)
    foot = Vector((0, 0, tall * 0.86))
    if kind == "arms":
        parts += branched(rng, rng.uniform(0.17, 0.22), skin, foot)
    elif kind == "ball":
        size = rng.uniform(0.05, 0.056)
        line = [(0, 0, foot.z - 0.01 + size * 2.1 * k / 40) for k in range(41)]
        round_ = lambda t: size * max(0.0, 1 - (2 * t - 1) ** 2) ** 0.5 + 1e-5  # noqa: E731
        body, areoles = ribbed(line, round_, 16, skin, 0.2)
        parts += [body, spines(rng, areoles, 0.016)]
        parts += blossom(rng, Vector((0, 0, line[-1][2] - 0.006)), 0.022)
    else:
        parts += pear(rng, skin, foot)
    return parts


def branched(rng, tall, skin, foot):
    """A column with two or three arms that leave it sideways and turn up."""
    fat = tall * rng.uniform(0.085, 0.1)

    def dome(end, radius):
        return lambda t: radius * max(0.0, 1 - max(0.0, (t - end) / (1 - end)) ** 2) ** 0.5 + radius * 1e-3

    rises = [
        (1, rng.uniform(0.3, 0.42), rng.uniform(0.26, 0.36)),
        (-1, rng.uniform(0.4, 0.55), rng.uniform(0.2, 0.3)),
    ]
    if rng.random() < 0.5:
        rises = [(-side, at, up) for side, at, up in rises]
    if rng.random() < 0.3:
        rises.append((rises[0][0], 0.66, 0.14))
    line = [foot + Vector((0, 0, tall * k / 60)) for k in range(61)]
    body, areoles = ribbed(line, dome(0.93, fat), 14, skin)
    parts = [body]
    for side, at, up in rises:
        out, arm, turn = fat * rng.uniform(2.1, 2.7), fat * rng.uniform(0.6, 0.7), rng.uniform(-0.35, 0.35)
        corner = [
            (fat * 0.5, tall * at),
            (out * 0.72, tall * at + 0.01 * tall),
            (out, tall * at + 0.08 * tall),
            (out * 1.02, tall * (at + 0.10 + up * 0.5)),
            (out * 1.04, tall * (at + 0.10 + up)),
        ]
        place = Matrix.Translation(foot) @ Matrix.Rotation(turn, 4, "Z")
        path = shapes.curve([place @ Vector((side * x, 0, z)) for x, z in corner], 14)
        limb, more = ribbed(path, dome(0.88, arm), 11, skin)
        parts.append(limb)
        areoles += more
    parts.append(spines(rng, areoles, fat * 0.3))
    return parts


def ribbed(path, radius, ribs, skin, depth=0.16):
    """A tube with rounded ribs and sharp furrows, and the (point, outward) places of its spines."""
    path = [Vector(p) for p in path]
    sides, vertices, faces, areoles = ribs * 8, [], [], []
    across = Vector((0, 1, 0))
    for i, point in enumerate(path):
        along = (path[min(i + 1, len(path) - 1)] - path[max(i - 1, 0)]).normalized()
        across = (across - along * across.dot(along)).normalized()
        other = along.cross(across)
        r = radius(i / (len(path) - 1))
        for k in range(sides):
            a = 2 * math.pi * k / sides
            out = math.cos(a) * across + math.sin(a) * other
            ridge = abs(math.cos(ribs * a / 2))
            vertices.append(point + out * r * (1 - depth * (1 - ridge)))
            if k % 8 == 0 and i % 2 == (k // 8) % 2 and i > 1:
                areoles.append((vertices[-1], (out + along * 0.15).normalized()))
    for i in range(len(path) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    faces.append(tuple((len(path) - 1) * sides + k for k in range(sides)))
    return shapes.mesh("ribbed", vertices, faces, skin), areoles


def spines(rng, areoles, length):
    """A star of thin spines at each place."""
    vertices, faces = [], []
    for point, out in areoles:
        for k in range(7):
            loose = Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1))).normalized()
            way = (out * 0.55 + loose * 0.75).normalized()
            if way.dot(out) < 0.1:
                way = (way + out * 0.6).normalized()
            side = way.orthogonal().normalized() * length * 0.035
            up = way.cross(side)
            first = len(vertices)
            vertices += [point + side, point - side * 0.5 + up * 0.87, point - side * 0.5 - up * 0.87]
            vertices.append(point + way * length * rng.uniform(0.55, 1))
            faces += [
                (first, first + 1, first + 3),
                (first + 1, first + 2, first + 3),
                (first + 2, first, first + 3),
            ]
    part = shapes.mesh("spines", vertices, faces, materials.plain("#e6d8b4", 0.6))
    part["apart"] = True
    return part


def pear(rng, skin, foot):
    """Flat oval pads that grow out of each other."""
    parts, areoles = [], []

    def pad(base, lean, turn, size):
        place = Matrix.Translation(base) @ Matrix.Rotation(lean, 4, "Y") @ Matrix.Rotation(turn, 4, "Z")
        at = Matrix.Translation((0, 0, size * 0.92)) @ Matrix.Diagonal((0.72, 0.2, 1, 1))
        parts.append(shapes.moved(shapes.ball(size, (0, 0, 0), skin, sides=40), place @ at))
        for row in range(-3, 4):
            for column in range(-2, 3):
                u, v = (column + 0.5 * (row % 2)) * 0.3, row * 0.27
                if u * u + v * v < 0.9:
                    for face in (-1, 1):
                        w = face * (1 - u * u - v * v) ** 0.5
                        point = place @ at @ (size * Vector((u, w, v)))
                        areoles.append(
                            (point, (place.to_3x3() @ Vector((u * 0.4, w * 2, v * 0.4))).normalized())
                        )
        return place

    main = pad(foot - Vector((0, 0, 0.01)), rng.uniform(-0.08, 0.08), 0.0, 0.062)
    for lean, up, size in ((0.62, 1.5, 0.042), (-0.5, 1.62, 0.046), (0.05, 1.78, 0.034)):
        base = main @ Vector((math.sin(lean) * 0.04, 0, up * 0.062))
        pad(base, lean * rng.uniform(0.8, 1.2), rng.uniform(-0.4, 0.4), size)
    parts.append(spines(rng, areoles, 0.011))
    return parts


def blossom(rng, at, size):
    """A pink flower on top."""
    petal = materials.mottled(rng.choice([["#c23a6a", "#e87aa0"], ["#e0a52a", "#f4d46a"]]), 90, 0.6)
    parts = [
        shapes.ball(size * 0.3, at + Vector((0, 0, size * 0.25)), materials.plain("#e8c84a", 0.8), sides=16)
    ]
    for k in range(16):
        lean = 0.5 if k % 2 else 0.95
        leaf = shapes.ball(size * 0.5, (0, 0, size * 0.5), petal, (0.34, 0.1, 1), 14)
        turn = Matrix.Translation(at) @ Matrix.Rotation(k * 0.3927, 4, "Z") @ Matrix.Rotation(lean, 4, "X")
        parts.append(shapes.moved(leaf, turn))
    return parts


def pot(studio, rng, tall):
    """A clay pot with a rim, full of soil and pebbles."""
    wide = tall * rng.uniform(0.56, 0.64)
    clay = materials.mottled(
        [studio.pick(POTS), tuple(0.8 * c for c in materials.linear(studio.pick(POTS)))], 30, 0.8
    )
    line = [
        (0, 0),
        (0.66, 0),
        (0.7, 0.02),
        (0.9, 0.74),
        (1.02, 0.75),
        (1.05, 0.78),
        (1.08, 0.97),
        (1.05, 1),
        (0.96, 1),
    ]
    line += [(0.92, 0.97), (0.9, 0.86)]
    parts = [shapes.lathe([(r * wide, z * tall) for r, z in line], clay, 72)]
    soil = materials.mottled(["#2a1d14", "#5a4430", "#3f2f20"], 200, 0.95, 1.0, 0.003)
    heap = shapes.lathe([(0, tall * 0.9), (wide * 0.5, tall * 0.89), (wide * 0.92, tall * 0.86)], soil, 48)
    parts.append(shapes.roughened(heap, 0.002, 0.008, rng.random()))
    stone = materials.mottled(["#a89a88", "#d8cfc0", "#7d7468"], 60, 0.7)
    for _ in range(26):
        a, r = rng.uniform(0, 6.28), wide * rng.uniform(0.4, 0.84)
        at = (r * math.cos(a), r * math.sin(a), tall * 0.885)
        parts.append(shapes.ball(rng.uniform(0.002, 0.0045), at, stone, (1, 1.2, 0.7), 10))
    return parts


def desert(rng):
    """Sand to the horizon, stones, dry tufts, and table mountains all around."""
    seed = rng.uniform(0, 99)

    vertices, faces, around, rings = [], [], 90, 70
    for i in range(rings + 1):
        r = 0.05 * 12800 ** (i / rings)
        for k in range(around):
            x, y = r * math.cos(2 * math.pi * k / around), r * math.sin(2 * math.pi * k / around)
            flat = min(1.0, max(0.0, r / 6 - 0.15))
            rise = 0.5 + 0.25 * noise.fractal(Vector((x * 0.25, y * 0.25, seed)), 0.8, 2.1, 5)
            vertices.append((x, y, 0.02 * (1 - flat) + flat * rise))
    for i in range(rings):
        for k in range(around):
            a, b = i * around + k, i * around + (k + 1) % around
            faces.append((a, a + around, b + around, b))
    faces.append(tuple(range(around)))
    shapes.mesh(
        "sand", vertices, faces, materials.mottled(["#a8703f", "#d2a468", "#c08c54"], 1.1, 0.95, 0.7, 0.03)
    )
    vertices, faces, count = [], [], 300
    for k in range(count):
        a = 2 * math.pi * k / count
        high = noise.fractal(Vector((math.cos(a) * 4, math.sin(a) * 4, seed)), 0.9, 2.0, 4)
        top = 10 + 38 * min(1.0, max(0.0, high * 3)) + 4 * high
        for r, z in ((430, -1), (440, top * 0.45), (455, top)):
            vertices.append((r * math.cos(a), r * math.sin(a), z))
        b = (k + 1) % count
        faces += [(3 * k + i, 3 * b + i, 3 * b + i + 1, 3 * k + i + 1) for i in (0, 1)]
    shapes.mesh("mesas", vertices, faces, materials.mottled(["#7a4a38", "#b07a5a", "#94604a"], 0.05, 0.95))
    plants.grass(rng, 9, 0.16, ["#6b6238", "#a8985a", "#857a44"], 40, 1.0)
    rock = shapes.roughened(
        shapes.ball(0.14, (0, 0, 0.03), materials.mottled(["#6b4a38", "#a57a5c"], 9, 0.9), (1.3, 1, 0.7), 24),
        0.04,
        0.15,
        seed,
    )
    rock.location = (1.1, 1.6, 0)
    for _ in range(26):
        at = Matrix.Translation((rng.uniform(-7, 7), rng.uniform(-1.2, 9), 0.01))
        shapes.instance(
            rock, at @ Matrix.Rotation(rng.uniform(0, 6), 4, "Z") @ Matrix.Scale(rng.uniform(0.2, 1.2), 4)
        )
