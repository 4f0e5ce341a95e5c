"""A house plant in its pot: a monstera, a snake plant, a rubber plant, or a palm."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "windowsill", "wooden_table", "paper", "floor", "shelf", "paper"]
VIEW = View(turn=(0, 360), elevation=(6, 20), fill=(0.68, 0.86), blur=0.8)
KINDS = ["monstera", "snake plant", "rubber plant", "palm"]
POTS = ["#d8d2c6", "#b5623a", "#3a4a50", "#c9a24a", "#8a9a8c", "#c27a58", "#e6e0d6"]


def house_plant(studio, rng):
    kind = studio.pick(KINDS)
    tall = rng.uniform(0.115, 0.135)
    wide = rng.uniform(0.072, 0.08)
    parts = pot(rng, studio.pick(POTS), wide, tall)
    soil = tall * 0.9
    if kind == "monstera":
        parts += monstera(rng, soil)
    elif kind == "snake plant":
        parts += snake_plant(rng, soil)
    elif kind == "rubber plant":
        parts += rubber_plant(rng, soil)
    else:
        parts += palm(rng, soil)
    return parts


def pot(rng, colour, wide, tall):
    """A pot with earth in it: a clay pot with a rim, or a plain glazed one; with a saucer."""
    if rng.random() < 0.5:
        base = materials.linear(colour)
        clay = materials.mottled([tuple(0.8 * c for c in base), base], 20, 0.8)
        line = [
            (0, 0.02),
            (0.68, 0.02),
            (0.72, 0.04),
            (0.9, 0.72),
            (1.0, 0.73),
            (1.02, 0.76),
            (1.05, 0.97),
            (1.02, 1),
            (0.95, 1),
            (0.9, 0.85),
        ]
    else:
        clay = materials.glazed(colour)
        line = [
            (0, 0.02),
            (0.74, 0.02),
            (0.8, 0.05),
            (0.97, 0.5),
            (1.0, 0.97),
            (0.98, 1),
            (0.94, 1),
            (0.92, 0.85),
        ]
    parts = [shapes.lathe([(r * wide, z * tall) for r, z in line], clay, 72)]
    dish = [(0, 0), (0.85, 0), (1.02, 0.12), (1.0, 0.125), (0.82, 0.03), (0, 0.03)]
    parts.append(shapes.lathe([(r * wide, z * tall) for r, z in dish], clay, 64))
    soil = materials.mottled(["#1e150e", "#4a3726", "#30241a"], 150, 0.95, 1.0, 0.004)
    heap = shapes.lathe([(0, tall * 0.92), (wide * 0.5, tall * 0.915), (wide * 0.95, tall * 0.88)], soil, 48)
    return parts + [shapes.roughened(heap, 0.004, 0.01, rng.random())]


def leaf_at(part, base, along, up):
    """The leaf, made along x and facing z, moved to `base` so that it runs `along` and faces `up`."""
    along = along.normalized()
    side = up.cross(along).normalized()
    normal = along.cross(side)
    turn = Matrix((along, side, normal)).transposed().to_4x4()
    return shapes.moved(part, Matrix.Translation(base) @ turn)


def greens(dark, middle, pale):
    """A glossy leaf's green."""
    return materials.mottled([dark, middle, pale], 18, 0.32, 0.2, 0.001)


def monstera(rng, soil):
    """Big heart-shaped leaves with slits, on arching stalks."""
    skin, stalk = greens("#1c4a22", "#2f6a30", "#3f7f3c"), materials.plain("#4a7a38", 0.5)
    parts, count = [], 9
    for k in range(count):
        a = k * 2.4 + rng.gauss(0, 0.15)
        share = (k + 0.5) / count
        reach, rise = 0.17 - 0.10 * share + rng.gauss(0, 0.01), 0.13 + 0.24 * share
        out = Vector((math.cos(a), math.sin(a), 0))
        tip = Vector((0, 0, soil + rise)) + out * reach
        path = [
            out * 0.012 + Vector((0, 0, soil - 0.01)),
            out * reach * 0.45 + Vector((0, 0, soil + rise * 0.7)),
            tip,
        ]
        parts.append(shapes.sweep(shapes.curve(path, 10), lambda t: 0.0042 - 0.0018 * t, stalk, 10))
        along = out + Vector((0, 0, -0.75 + 0.4 * share))
        size = rng.uniform(0.135, 0.17)
        parts.append(leaf_at(split_leaf(rng, size, skin), tip, along, Vector((0, 0, 1)) + out * 0.5))
    return parts


def split_leaf(rng, size, skin):
    """A heart-shaped leaf whose side is cut into lobes between its ribs."""
    vertices, faces, along, across, lobes = [], [], 66, 10, 6
    for side in (-1, 1):
        first = len(vertices)
        for i in range(along + 1):
            t = i / along
            a = math.radians(158 - 146 * t**0.85)
            root = size * (0.02 + 0.72 * t)
            reach = size * (0.40 + 0.20 * math.sin(math.pi * min(1, t * 1.1)) - 0.16 * t**3)
            lobe = (t * lobes) % 1
            reach *= 1 - 0.10 * (2 * lobe - 1) ** 4
            for j in range(across + 1):
                v = j / across
                x, y = root + reach * v * math.cos(a), reach * v * math.sin(a)
                z = (
                    0.16 * abs(y)
                    - 0.9 * (x - 0.1 * size) ** 2 / size * (x > 0)
                    - 1.2 * y * y / size
                    + 0.006 * math.sin(lobe * math.pi) * v
                )
                vertices.append((x, side * y, z))
        for i in range(along):
            lobe = ((i + 0.5) / along * lobes) % 1
            slit = (lobe < 0.1 or lobe > 0.9) and 0.06 < i / along < 0.92
            for j in range(across):
                if slit and j >= 4:
                    continue
                p = first + i * (across + 1) + j
                quad = (p, p + 1, p + across + 2, p + across + 1)
                faces.append(quad if side < 0 else quad[::-1])
    return shapes.mesh("monstera", vertices, faces, skin)


def snake_plant(rng, soil):
    """Stiff upright blades, banded, with yellow margins."""
    green, pale = materials.mottled(
        ["#1f3f2a", "#4a7a52", "#86a880"], 26, 0.4, stretch=(0.25, 0.25, 1.6)
    ), materials.plain("#d4c46a", 0.45)
    parts = []
    for k in range(11):
        a, r = k * 2.4, 0.012 + 0.0036 * k
        tall, half = rng.uniform(0.24, 0.42) * (1.1 - 0.035 * k), rng.uniform(0.016, 0.021)
        lean, twist = rng.uniform(0.03, 0.2) + 0.012 * k, rng.uniform(-0.9, 0.9)
        vertices, faces, picks, rows, columns = [], [], [], 40, 14
        for i in range(rows + 1):
            t = i / rows
            wide = (
                half
                * (0.55 + 0.45 * math.sin(math.pi * min(1.0, t * 1.2 + 0.1) * 0.5))
                * (1 - max(0.0, (t - 0.72) / 0.28) ** 1.8)
            )
            for j in range(columns + 1):
                v = 2 * j / columns - 1
                b = twist * t + 0.5
                x, y = v * wide, 0.55 * abs(v) ** 1.5 * wide + tall * lean * t**1.6
                vertices.append(
                    (
                        x * math.cos(b) - y * math.sin(b),
                        x * math.sin(b) + y * math.cos(b),
                        soil - 0.01 + tall * t,
                    )
                )
        for i in range(rows):
            for j in range(columns):
                p = i * (columns + 1) + j
                faces.append((p, p + 1, p + columns + 2, p + columns + 1))
                picks.append(int(j in (0, 1, columns - 2, columns - 1)))
        blade = shapes.mesh("blade", vertices, faces, [green, pale], picks=picks)
        place = Matrix.Translation((r * math.cos(a), r * math.sin(a), 0)) @ Matrix.Rotation(a - 2.07, 4, "Z")
        blade.modifiers.new("thick", "SOLIDIFY").thickness = 0.0025
        parts.append(shapes.moved(blade, place))
    return parts


def oval(length, half, skin, droop):
    """A glossy pointed oval leaf with a midrib furrow."""

    def place(u, v):
        t = (u + 1) / 2
        wide = half * math.sin(math.pi * min(1.0, t**0.9)) ** 0.75
        y = v * wide
        return length * t, y, 0.30 * abs(y) ** 0.9 * 1.2 - droop * length * t * t

    return shapes.sheet(18, place, skin)


def rubber_plant(rng, soil):
    """One or two upright stems with big oval leaves all around."""
    skin = rng.choice([greens("#143818", "#24582a", "#3a7438"), greens("#1a3a20", "#34562c", "#4a7040")])
    bark = materials.mottled(["#4a3a2a", "#7a6a50"], 60, 0.8)
    parts = []
    for stem, tall in ((-1, rng.uniform(0.36, 0.42)), (1, rng.uniform(0.26, 0.32))):
        foot, lean = Vector((stem * 0.018, 0, soil - 0.01)), stem * rng.uniform(0.02, 0.05)
        path = shapes.curve(
            [foot, foot + Vector((lean * 0.4, 0, tall * 0.5)), foot + Vector((lean, 0, tall))], 16
        )
        parts.append(shapes.sweep(path, lambda t: 0.006 - 0.003 * t, bark, 14))
        count = 12
        for k in range(count):
            t = 0.2 + 0.8 * k / (count - 1)
            at, a = path[int(t * (len(path) - 1))], k * 2.4 + stem
            out = Vector((math.cos(a), math.sin(a), 0))
            along = out + Vector((0, 0, 0.6 + 1.8 * max(0.0, t - 0.6)))
            length = rng.uniform(0.125, 0.16) * (1 - 0.35 * max(0.0, t - 0.75) / 0.25)
            hold = at + along.normalized() * 0.022
            parts.append(shapes.sweep([at, hold], 0.0022, bark, 8))
            parts.append(
                leaf_at(
                    oval(length, length * 0.32, skin, rng.uniform(0.35, 0.6)), hold, along, Vector((0, 0, 1))
                )
            )
    return parts


def palm(rng, soil):
    """Arching fronds of narrow leaflets."""
    skin, stalk = greens("#2a5a26", "#4f8a3a", "#6fa04a"), materials.plain("#7a9a4a", 0.5)
    vertices, faces, parts, count = [], [], [], 13
    for k in range(count):
        a, share = k * 2.4 + rng.gauss(0, 0.1), (k + 0.5) / count
        out = Vector((math.cos(a), math.sin(a), 0))
        reach, rise = 0.23 - 0.14 * share, 0.20 + 0.24 * share
        path = [
            out * 0.01 + Vector((0, 0, soil - 0.01)),
            out * reach * 0.2 + Vector((0, 0, soil + rise * 0.55)),
            out * reach * 0.6 + Vector((0, 0, soil + rise * 0.98)),
            out * reach * 1.08 + Vector((0, 0, soil + rise * (0.82 + 0.2 * share))),
        ]
        path = shapes.curve(path, 16)
        parts.append(shapes.sweep(path, lambda t: 0.0036 - 0.0026 * t, stalk, 8))
        for i in range(14, len(path) - 1):
            t = i / (len(path) - 1)
            along = (path[i + 1] - path[i - 1]).normalized()
            cross = along.cross(Vector((0, 0, 1))).normalized()
            length = 0.115 * math.sin(math.pi * (0.12 + 0.84 * (t - 0.28) / 0.72)) ** 0.7 + 0.012
            for side in (-1, 1):
                way = (side * cross * 0.9 + along * 0.65 + Vector((0, 0, 0.28))).normalized()
                edge, first = along * 0.0042, len(vertices)
                for s, w, fall in ((0, 0.4, 0), (0.35, 1, 0.04), (0.7, 0.75, 0.16), (1, 0.02, 0.34)):
                    spot = path[i] + way * length * s - Vector((0, 0, fall * length))
                    vertices += [spot - edge * w, spot + edge * w]
                faces += [(first + n, first + n + 1, first + n + 3, first + n + 2) for n in (0, 2, 4)]
    return parts + [shapes.mesh("leaflets", vertices, faces, skin)]
