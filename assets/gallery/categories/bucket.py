"""A bucket: a zinc pail, a coloured plastic one or a wooden one with hoops, and its swinging handle."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["lawn", "floor", "street", "garden_table", "paper", "meadow", "floor"]
VIEW = View(turn=(-35, 35), elevation=(14, 30), fill=(0.58, 0.76), blur=0.7)
KINDS = ["zinc", "plastic", "zinc", "wood"]
PLASTICS = ["#b32a20", "#1f5a94", "#d9a21c", "#2f7d4a", "#c9ccc8"]
ENAMELS = [None, "#e6e1d4", None, "#2f5f7a"]
TILTS = [6, 28, -12, 108, 16]


def bucket(studio, rng):
    kind, tall = studio.pick(KINDS), rng.uniform(0.25, 0.29)
    low, high = rng.uniform(0.098, 0.108), rng.uniform(0.138, 0.152)
    wire = materials.metal("#8d8f90", 0.35)
    if kind == "wood":
        parts = staves(tall, low, high, rng)
    elif kind == "plastic":
        parts = plastic(tall, low, high, studio.pick(PLASTICS))
    else:
        parts = pail(tall, low, high, studio.pick(ENAMELS))
    if rng.random() < 0.45:
        water = materials.plain(rng.choice(["#27424a", "#31505c"]), 0.03, Specular=0.8)
        z = tall * rng.uniform(0.72, 0.84)
        parts.append(shapes.lathe([(0, z), (low + (high - low) * z / tall - 0.002, z)], water))
    pivot, reach = tall - 0.022, high + 0.008
    swing = Matrix.Translation((0, 0, pivot)) @ Matrix.Rotation(math.radians(studio.pick(TILTS)), 4, "X")
    return parts + [shapes.moved(part, swing) for part in handle(reach, kind, wire)]


def wall(tall, low, high, ribs):
    """The outer line of a tapered wall with (height, bulge) ribs, heights as shares."""
    line = []
    for k in range(61):
        t = k / 60
        bulge = sum(size * math.exp(-(((t - at) / 0.014) ** 2)) for at, size in ribs)
        line.append((low + (high - low) * t + bulge, 0.008 + (tall - 0.008) * t))
    return line


def hollow(outside, thick):
    """Closes a wall to a vessel: a rolled rim, the inside, the bottom."""
    (top, tall), base = outside[-1], outside[0]
    roll = [
        (top + 0.0025 + 0.0048 * math.cos(a), tall + 0.0048 * math.sin(a))
        for a in (-2.2 + 5.0 * k / 12 for k in range(13))
    ]
    inside = [(r - thick, z) for r, z in reversed(outside[1:-1])]
    foot = [(0, 0.012), (base[0] - 0.01, 0.012), (base[0] - 0.003, 0), (base[0], 0)]
    return [*foot, *outside, *roll, *inside, (0, 0.014)]


def pail(tall, low, high, enamel):
    """Zinc, its spangles showing, or white or coloured enamel with a dark rim."""
    if enamel:
        skin, rim = materials.plain(enamel, 0.16, Clearcoat=0.5), materials.plain("#1d2c4a", 0.2)
    else:
        zinc = ["#7f8588", "#a9aeb0", "#8f9598", "#b9bdbd"]
        skin = materials.mottled(zinc, 55, 0.34, 0.15, 0.0006, Metallic=0.9)
        rim = skin
    line = wall(tall, low, high, [(0.04, 0.003), (0.62, 0.0028), (0.67, 0.0028), (0.93, 0.002)])
    profile = hollow(line, 0.0018)
    body = shapes.lathe(profile, [skin, rim], 96, pick=lambda ring, side: int(64 <= ring <= 77))
    return [body, *ears(tall, high, skin, 0.0)]


def plastic(tall, low, high, colour):
    """One colour, thick-walled, with a broad collar."""
    skin = materials.plain(colour, 0.32)
    line = wall(tall, low, high, [(0.05, 0.002), (0.83, 0.0035), (0.86, 0.0035), (0.98, 0.004)])
    body = shapes.lathe(hollow(line, 0.003), skin, 96)
    return [body, *ears(tall, high, skin, 0.004)]


def staves(tall, low, high, rng):
    """Staves of wood held by two iron hoops."""
    count, sides = 18, 144
    woods = [
        materials.wood(*tones, 30, along="z", roughness=0.65)
        for tones in (("#a8794a", "#6f4a2b"), ("#99693c", "#5f3d22"), ("#b58856", "#7d5633"))
    ]
    order = [rng.randrange(3) for _ in range(count)]

    def seam(angle, z):
        away = abs((angle * count / (2 * math.pi) + 0.5) % 1 - 0.5)
        return 1 - 0.022 * max(0.0, 1 - away / 0.07)

    line = [(low + (high - low) * k / 12, tall * k / 12) for k in range(13)]
    inner = [(r - 0.013, z) for r, z in reversed(line) if z > 0.02]
    profile = [(0, 0.01), (low - 0.012, 0.01), (low - 0.012, 0), *line, *inner, (0, 0.02)]
    body = shapes.lathe(
        profile, woods, sides, pick=lambda ring, side: order[int((side + 0.5) * count / sides)], swell=seam
    )
    iron = materials.mottled(["#2c2a28", "#4a4340", "#5f4a3a"], 60, 0.5, 0.3, 0.001, Metallic=0.7)
    parts = [shapes.bevel(body, 0.0015, 2)]
    for t in (0.14, 0.72):
        z, w = t * tall, 0.022
        r, slope = low + (high - low) * t, (high - low) / tall
        upper = r + slope * w
        hoop = [(r - 0.001, z), (r + 0.0025, z), (upper + 0.0025, z + w), (upper - 0.001, z + w)]
        parts.append(shapes.lathe(hoop, iron, 96, smooth=False))
    return [*parts, *ears(tall, high, iron, 0.003)]


def ears(tall, high, material, out):
    """The plates at the left and the right in which the handle hangs."""
    parts = []
    for side in (-1, 1):
        at = (side * (high + out + 0.0005), 0, tall - 0.024)
        parts.append(shapes.box((0.009, 0.044, 0.04), at, material, 0.004))
        for y in (-0.014, 0.014):
            head = (side * (high + out + 0.005), y, tall - 0.034)
            parts.append(shapes.ball(0.0035, head, material, (0.6, 1, 1), 16))
        pin = [(side * (high + far), 0, tall - 0.022) for far in (0, 0.016)]
        parts.append(shapes.rod(*pin, 0.006, material))
    return parts


def handle(reach, kind, wire):
    """A bail about the axis through the ears, upright, with a grip at its top; rope on a wooden bucket."""
    line = [(-1.02, 0.0), (-1.0, 0.3), (-0.86, 0.66), (-0.52, 0.93), (0, 1.02)]
    line += [(-x, z) for x, z in reversed(line[:-1])]
    path = [(x * reach, 0, z * reach * 0.95) for x, z in shapes.curve(line, 10)]
    if kind == "wood":
        rope = materials.mottled(["#8f7448", "#c2a56f"], 130, 0.95, 0.8, 0.002, stretch=(1, 1, 1))
        return [shapes.sweep(path, 0.0075, rope, 12)]
    parts = [shapes.sweep(path, 0.0036, wire, 12)]
    grip = materials.wood("#b07c48", "#6f4628", 60) if kind == "zinc" else materials.plain("#e4e2dc", 0.4)
    middle, top = 0.055, 1.02 * 0.95 * reach
    line = [(0, -1), (0.6, -1), (0.85, -0.94), (1, -0.5), (1.08, 0), (1, 0.5), (0.85, 0.94), (0.6, 1), (0, 1)]
    part = shapes.lathe([(0.0125 * r, middle * z) for r, z in line], grip, 32)
    turn = Matrix.Translation((0, 0, top - 0.002)) @ Matrix.Rotation(math.pi / 2, 4, "Y")
    return [*parts, shapes.bevel(shapes.moved(part, turn), 0.002, 2)]
