"""A crown: a jewelled band of gold or silver with points, lilies, or arches over a velvet cap."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "table_cloth", "shelf", "paper", "windowsill", "wooden_table"]
VIEW = View(turn=(-30, 30), elevation=(8, 24), fill=(0.6, 0.78))
STYLES = ["points", "royal", "points", "lilies"]
METALS = ["#dba63c", "#e0b048", "#c9962f", "#c4c6c8", "#d9a040"]
GEMS = [  # on the band: large, small
    ("#8f0d1c", "#12307d"),
    ("#0c5a34", "#8f0d1c"),
    ("#1a3f9c", "#e6dfd2"),
    ("#6b1470", "#0c5a46"),
    ("#a01020", "#e6dfd2"),
]
VELVETS = ["#7d1020", "#2c1040", "#15254f"]


def crown(studio, rng):
    style = studio.pick(STYLES)
    gold = materials.metal(studio.pick(METALS), rng.uniform(0.16, 0.26))
    stones = [materials.plain(tone, 0.06, Specular=0.9, Clearcoat=1.0) for tone in studio.pick(GEMS)]
    pearl = materials.plain("#e6dccb", 0.22, Clearcoat=0.6)
    velvet = materials.mottled([studio.pick(VELVETS)] * 2, 300, 0.95, 0.4, 0.002, Sheen=0.25)
    radius, band, count = rng.uniform(0.083, 0.09), rng.uniform(0.03, 0.036), 8
    parts = []
    if style == "points":
        count = rng.choice([6, 7, 8])
        high, flare = rng.uniform(0.095, 0.12), rng.uniform(0.12, 0.22)
        parts.append(circlet(radius, band + 0.004, high, count, flare, gold))
        for k in range(count):
            at = round_((radius * (1 + flare) - 0.001, 0, high + 0.005), k, count)
            parts.append(shapes.ball(0.0088, at, rng.choice([gold, gold, pearl]), sides=24))
            at = round_((radius * (1 + 0.4 * flare) + 0.001, 0, high * 0.58), k, count)
            parts.append(gem(0.006, at, 2 * math.pi * k / count, stones[1], gold))
    else:
        parts.append(circlet(radius, band, band, count, 0.03, gold))
        for k in range(count):
            if k % 2 == 0:
                ornament = lily(gold, 0.052 if style == "royal" else 0.068)
            else:
                ornament = [
                    shapes.rod((0, 0, -0.006), (0, 0, 0.014), 0.0036, gold, 12, 0.002),
                    shapes.ball(0.0075, (0, 0, 0.019), pearl, sides=24),
                ]
            place = turned(k, count) @ Matrix.Translation((radius + 0.001, 0, band))
            place = place @ Matrix.Rotation(0.12, 4, "Y")
            parts += [shapes.moved(part, place) for part in ornament]
    if style == "royal":
        parts += arches(radius, band, gold, pearl)
        top = 0.108
        line = [(0.95, 0.02), (0.97, band), (1.0, 0.055), (0.92, 0.8 * top), (0.6, 0.98 * top), (0, top)]
        line = [(r * (radius - 0.004), z) for r, z in shapes.curve(line, 6)]
        parts.append(shapes.lathe(line, velvet, 96, swell=lambda a, z: 0.97 + 0.03 * abs(math.sin(4 * a))))
    for z, thick in ((0.0035, 0.0042), (band, 0.0032)):
        ring = [round_((radius + 0.001, 0, z), k, 96) for k in range(96)]
        parts.append(shapes.sweep(ring, thick, gold, 10, closed=True))
    number = 2 * count
    for k in range(number):
        angle = 2 * math.pi * k / number
        at = round_((radius + 0.002, 0, band * 0.53), k, number)
        parts.append(gem(0.0085 if k % 2 == 0 else 0.006, at, angle, stones[0 if k % 2 == 0 else 1], gold))
    for k in range(4 * count):
        if k % 2:
            at = round_((radius + 0.002, 0, band * 0.53), k, 4 * count)
            parts.append(shapes.ball(0.0026, at, pearl, sides=12))
    if studio.variant % 3 == 2:
        parts = [shapes.moved(part, Matrix.Translation((0, 0, 0.058))) for part in parts]
        parts += cushion(velvet)
    return parts


def turned(k, count):
    return Matrix.Rotation(2 * math.pi * (k - count / 4) / count, 4, "Z")


def round_(point, k, count):
    """The point turned to the k-th of `count` places about the axis; the 0th is in front."""
    return turned(k, count) @ Vector(point)


def circlet(radius, low, high, count, flare, material):
    """A thin band that rises from `low` to `high` in `count` points and widens by `flare`."""
    sides, rows, thick = count * 20, 10, 0.0024
    vertices, faces = [], []
    for shell in (0, 1):
        for row in range(rows + 1):
            for side in range(sides):
                away = abs((side / 20 + 0.5) % 1 - 0.5) * 2
                top = low + (high - low) * (1 - away) ** 1.25
                z = top * row / rows
                r = radius * (1 + flare * (z / high) ** 1.5) - thick * shell
                angle = 2 * math.pi * (side / sides - 0.25)
                vertices.append((r * math.cos(angle), r * math.sin(angle), z))
    skin = (rows + 1) * sides
    for side in range(sides):
        a, b = side, (side + 1) % sides
        for row in range(rows):
            i = row * sides
            faces.append((a + i, b + i, b + i + sides, a + i + sides))
            faces.append((skin + b + i, skin + a + i, skin + a + i + sides, skin + b + i + sides))
        end = rows * sides
        faces += [(a + end, b + end, skin + b + end, skin + a + end), (b, a, skin + a, skin + b)]
    return shapes.bevel(shapes.mesh("circlet", vertices, faces, material), 0.0006, 2)


def gem(size, at, angle, stone, metal):
    """A faceted oval stone in its bezel, set on the band at `at`; one object of two materials."""
    part = shapes.lathe(
        [(1.25, -0.5), (1.3, 0.1), (1.08, 0.32), (1.0, 0.25), (0.95, 0.42), (0.62, 0.78), (0, 0.8)],
        [metal, stone],
        12,
        smooth=False,
        pick=lambda ring, side: int(ring >= 3),
    )
    outwards = Matrix.Rotation(angle - math.pi / 2, 4, "Z") @ Matrix.Rotation(math.pi / 2, 4, "Y")
    oval = Matrix.Diagonal((1.15 * size, 0.9 * size, size, 1))
    return shapes.moved(part, Matrix.Translation(at) @ outwards @ oval)


def lily(gold, tall):
    """A fleur-de-lis, `tall` metres high, in the plane x = 0."""
    petal = [(0, 0), (0.1, 0.1), (0.2, 0.5), (0.14, 0.75), (0, 1.0)]
    middle = shapes.lathe([(r * tall, z * tall) for r, z in shapes.curve(petal, 5)], gold, 24)
    parts = [shapes.moved(middle, Matrix.Diagonal((0.45, 1, 1, 1)))]
    for side in (-1, 1):
        curl = [(0.02, 0.05), (0.1, 0.32), (0.28, 0.58), (0.46, 0.56), (0.5, 0.38), (0.4, 0.3)]
        path = [Vector((0, side * y, z)) * tall for y, z in shapes.curve(curl, 5)]
        parts.append(shapes.sweep(path, lambda t: tall * (0.045 + 0.055 * math.sin(math.pi * t)), gold, 12))
        foot = [Vector((0, side * y, z)) * tall for y, z in ((0.0, 0.2), (0.14, 0.14), (0.22, 0.0))]
        parts.append(shapes.sweep(shapes.curve(foot, 5), lambda t: tall * (0.06 - 0.02 * t), gold, 10))
    parts.append(shapes.box((0.18 * tall, 0.36 * tall, 0.08 * tall), (0, 0, 0.22 * tall), gold, 0.03 * tall))
    return parts


def arches(radius, band, gold, pearl):
    """Four half arches with pearls, and the orb and cross where they meet."""
    parts = []
    line = shapes.curve([(1.02, band), (1.16, 0.075), (1.05, 0.112), (0.6, 0.132), (0.0, 0.118)], 8)
    for k in range(4):
        path = [round_((r * radius, 0, z), k + 0.5, 4) for r, z in line]
        parts.append(shapes.sweep(path, 0.0042, gold, 12))
        for r, z in line[3:-4:3]:
            parts.append(shapes.ball(0.0042, round_((r * radius, 0, z + 0.004), k + 0.5, 4), pearl, sides=16))
    orb = 0.0145
    parts.append(shapes.ball(orb, (0, 0, 0.12 + orb), gold))
    flared = [(0.3, 0.3), (0.75, 1), (-0.75, 1), (-0.3, 0.3), (-1, 0.75), (-1, -0.75), (-0.3, -0.3)]
    flared += [(-0.75, -1), (0.75, -1), (0.3, -0.3), (1, -0.75), (1, 0.75)]
    place = Matrix.Translation((0, 0, 0.118 + 2 * orb + 0.012))
    parts.append(shapes.slab([(x * 0.0135, z * 0.0135) for x, z in flared], 0.005, gold, 0.0008, place))
    return parts


def cushion(velvet):
    """A square cushion under the crown."""

    def puffed(up):
        def place(u, v):
            soft = math.sqrt(max(0, 1 - u**4)) * math.sqrt(max(0, 1 - v**4))
            pinch = 1 - 0.16 * (1 - u * u) * v * v, 1 - 0.16 * (1 - v * v) * u * u
            sag = 1 - 0.2 * max(0, 1 - (u * u + v * v) / 0.55) * (up > 0)
            return 0.155 * u * pinch[1], 0.155 * v * pinch[0], 0.036 + up * 0.036 * soft * sag

        return place

    parts = [shapes.sheet(28, puffed(up), velvet) for up in (1, -1)]
    for part in parts:
        shapes.moved(part, Matrix.Rotation(0.5, 4, "Z"))
        part["apart"] = True
    return parts
