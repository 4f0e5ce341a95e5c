"""A flower: petals about a disc of florets, or a tulip's cup, on a stem with two leaves."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "paper", "lawn", "windowsill", "lawn", "wooden_table", "garden_table"]
VIEW = View(turn=(-24, 24), elevation=(4, 18), fill=(0.66, 0.84), blur=0.8)
KINDS = ["daisy", "sunflower", "tulip", "gerbera", "cosmos"]
TULIPS = [["#b5202a", "#e0483a"], ["#e0a82a", "#f2cf5a"], ["#c04a8a", "#e890b8"]]
GERBERAS = [["#d8562a", "#f08a4a"], ["#c2306a", "#e86a98"], ["#d8a020", "#f0c84a"]]
COSMOS = [["#c05a98", "#e49ac4"], ["#8a4aa8", "#b888d0"], ["#e8c8d8", "#f6ecf0"]]
VASES = ["#dcd6c8", "#3f6f7a", "#c28a5a", "#8fa08a"]


def flower(studio, rng):
    kind = studio.pick(KINDS)
    outdoors = studio.pick(SETTINGS) in ("meadow", "lawn")
    tall = rng.uniform(0.23, 0.26) if outdoors else rng.uniform(0.21, 0.24)
    green = materials.mottled(["#2f5a22", "#5c8a38", "#4a7a30"], 40, 0.5, 0.3, 0.001)
    lean = rng.uniform(-0.03, 0.03)
    tilt = 0.08 if kind == "tulip" else rng.uniform(0.95, 1.2)
    top = Vector((lean, -0.012 if kind != "tulip" else 0, tall))
    stem = shapes.curve(
        [(0, 0, 0), (lean * 0.2, 0.004, tall * 0.4), (lean * 0.7, 0.006, tall * 0.8), top], 12
    )
    thick = 0.0052 if kind in ("sunflower", "tulip") else 0.0034
    parts = [shapes.sweep(stem, lambda t: thick * (1.15 - 0.3 * t), green, 16)]
    place = (
        Matrix.Translation(top)
        @ Matrix.Rotation(rng.uniform(-0.2, 0.2), 4, "Z")
        @ Matrix.Rotation(tilt, 4, "X")
    )
    head = tulip(rng, studio.pick(TULIPS)) if kind == "tulip" else disc_flower(studio, rng, kind, green)
    parts += [shapes.moved(part, place) for part in head]
    base = 0.0
    if not outdoors:
        base = rng.uniform(0.08, 0.095)
        parts.append(vase(studio, base))
    for side in (-1, 1):
        z = base * 1.05 + (tall - base) * rng.uniform(0.22, 0.4)
        at = min(stem, key=lambda p: abs(p.z - z))
        long = (0.15, 0.019) if kind == "tulip" else (0.085, 0.021 if kind != "sunflower" else 0.03)
        rise = 1.15 if kind == "tulip" else rng.uniform(0.35, 0.6)
        leaf = blade(long[0] * rng.uniform(0.85, 1.1), long[1], green, droop=0.35, fold=0.5)
        turn = Matrix.Rotation(rng.uniform(-0.45, 0.15) * side + (math.pi if side < 0 else 0), 4, "Z")
        parts.append(shapes.moved(leaf, Matrix.Translation(at) @ turn @ Matrix.Rotation(-rise, 4, "Y")))
    if outdoors:  # a tall one: it has to rise from the grass
        for part in parts:
            shapes.moved(part, Matrix.Scale(1.7, 4))
    return parts


def blade(length, half, material, droop=0.0, fold=0.0, tip=1.0, ridges=0.0, cup=0.0):
    """A leaf or petal along x from the origin, facing up; `tip` below 1 is blunter."""

    def place(u, v):
        t = (u + 1) / 2
        wide = half * math.sin(math.pi * min(1.0, t ** (0.75 * tip) * 0.985 + 0.015)) ** (0.55 + 0.35 * tip)
        y = v * wide
        up = (
            length * (cup * t * t - droop * t**2.2)
            + fold * abs(y)
            + ridges * half * math.cos(v * 9) * math.sin(math.pi * t)
        )
        return length * t * (1 - 0.2 * droop * t), y, up

    return shapes.sheet(18, place, material)


def disc_flower(studio, rng, kind, green):
    """Rings of petals about florets in a spiral; the flower faces up."""
    white = ["#e4e0d4", "#faf8f2"]
    # Rings of (count, length, half width, tilt upwards, bluntness); then the disc's size and colours.
    petals, rings, disc, florets = {
        "daisy": (
            white,
            [(21, 0.040, 0.0052, 0.10, 0.75), (19, 0.037, 0.005, 0.28, 0.75)],
            0.0165,
            ["#b57a10", "#ecb824"],
        ),
        "sunflower": (
            ["#d89a10", "#f2c42a"],
            [(22, 0.047, 0.0085, 0.08, 1.1), (21, 0.043, 0.008, 0.32, 1.1)],
            0.031,
            ["#20120a", "#5a3414"],
        ),
        "gerbera": (
            studio.pick(GERBERAS),
            [(24, 0.050, 0.0062, 0.06, 0.7), (22, 0.043, 0.0058, 0.25, 0.7), (20, 0.026, 0.004, 0.5, 0.7)],
            0.0135,
            ["#3a3212", "#8a7a2a"],
        ),
        "cosmos": (studio.pick(COSMOS), [(8, 0.046, 0.0175, 0.16, 0.5)], 0.0105, ["#b57a10", "#e8b424"]),
    }[kind]
    skin = materials.mottled(petals, 60, 0.6, 0.4, 0.0008, stretch=(1, 1, 1), Sheen=0.2)
    parts = []
    for ring, (count, length, half, rise, tip) in enumerate(rings):
        for k in range(count):
            ridges = 0.10 if kind != "cosmos" else 0.05
            petal = blade(
                length * rng.uniform(0.92, 1.06),
                half * rng.uniform(0.95, 1.12),
                skin,
                rng.uniform(0.02, 0.22),
                0.0,
                tip,
                ridges,
            )
            angle = 2 * math.pi * (k + 0.5 * ring) / count + rng.gauss(0, 0.03)
            place = Matrix.Rotation(angle, 4, "Z") @ Matrix.Translation(
                (disc * 0.72, 0, 0.001 + 0.0012 * ring)
            )
            twist = Matrix.Rotation(rng.gauss(0, 0.12), 4, "X")
            parts.append(
                shapes.moved(petal, place @ Matrix.Rotation(-rise - rng.gauss(0, 0.04), 4, "Y") @ twist)
            )
    parts += spiral(disc, florets)
    cup = [(0.003, -0.014), (disc * 0.5, -0.011), (disc * 0.95, -0.002), (disc * 0.9, 0.001), (0, 0.001)]
    parts.append(shapes.lathe(cup, green, 32))
    return parts


def spiral(disc, tones):
    """A dome of florets in a sunflower's spiral, darker in the middle."""
    vertices, faces, picks, count = [], [], [], 330
    for n in range(count):
        r, a = disc * ((n + 0.5) / count) ** 0.5, n * 2.39996
        z = 0.005 + 0.24 * disc * (1 - (r / disc) ** 2)
        size, first = disc * 0.062, len(vertices)
        for wide, up in ((1.0, -0.6), (0.85, 0.45), (0.4, 0.95)):
            for k in range(6):
                b = a + k * math.pi / 3
                vertices.append(
                    (
                        r * math.cos(a) + size * wide * math.cos(b),
                        r * math.sin(a) + size * wide * math.sin(b),
                        z + size * up,
                    )
                )
        for row in (0, 6):
            faces += [
                (
                    first + row + k,
                    first + row + (k + 1) % 6,
                    first + row + 6 + (k + 1) % 6,
                    first + row + 6 + k,
                )
                for k in range(6)
            ]
        faces.append(tuple(first + 12 + k for k in range(6)))
        picks += [int(r > 0.58 * disc)] * 13
    skins = [
        materials.mottled([tones[0], tones[1]], 250, 0.8),
        materials.mottled([tones[1], tones[1]], 250, 0.8),
    ]
    base = [(0, 0.004 + 0.23 * disc), (disc * 0.6, 0.003 + 0.15 * disc), (disc, 0.004), (disc, -0.002)]
    return [shapes.mesh("florets", vertices, faces, skins, picks=picks), shapes.lathe(base, skins[0], 32)]


def tulip(rng, tones):
    """Six petals that close to a cup, three within three."""
    skin = materials.mottled(tones, 30, 0.45, 0.4, 0.001, stretch=(1, 1, 0.2), Sheen=0.2)
    parts = []
    for k in range(6):
        inner, flare = k % 2, rng.uniform(0.0, 0.006)

        def place(u, v, inner=inner, flare=flare):
            t = (v + 1) / 2
            r = (0.030 - 0.002 * inner) * math.sin(math.pi * (0.06 + 0.66 * t**0.8)) ** 0.75 + flare * t**3
            spread = 0.72 * (1 - max(0.0, (t - 0.55) / 0.45) ** 2.2) ** 0.5 if t < 1 else 0.0
            a = u * spread * 1.05
            r *= 1 - 0.05 * abs(u)
            return r * math.cos(a), r * math.sin(a), 0.074 * t - 0.002 + 0.003 * inner

        petal = shapes.sheet(22, place, skin)
        parts.append(shapes.moved(petal, Matrix.Rotation(k * math.pi / 3 + 0.5, 4, "Z")))
    return parts


def vase(studio, tall):
    """A small glazed bottle."""
    line = [
        (0, 0),
        (0.024, 0),
        (0.031, 0.04),
        (0.034, 0.3),
        (0.028, 0.6),
        (0.013, 0.82),
        (0.011, 0.93),
        (0.0145, 1.0),
    ]
    outer = [(r, z * tall) for r, z in line[:2]] + [(p[0], p[1] * tall) for p in shapes.curve(line[2:], 8)]
    inner = [(0.0125, tall), (0.009, tall * 0.93), (0.009, tall * 0.7)]
    return shapes.lathe(outer + inner, materials.glazed(studio.pick(VASES), "#6b5a48"), 64)
