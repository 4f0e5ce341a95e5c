"""A pineapple: a barrel of spiralling eyes under a crown of sword leaves."""

import math

from mathutils import Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["kitchen", "wooden_table", "paper", "garden_table", "table_cloth", "windowsill", "paper"]
VIEW = View(turn=(0, 360), elevation=(6, 24), fill=(0.74, 0.88))
TURNS_ALIKE = True
SKINS = [  # groove, rim, eye, bract
    ("#3f3214", "#a8701a", "#dc9a2c", "#6b3f18"),
    ("#2c3418", "#7d7a24", "#c79a35", "#5a4020"),
    ("#4a2c12", "#b0601c", "#d9822a", "#6a3a1a"),
    ("#33401c", "#8a8a2c", "#e0b23c", "#7a4a20"),
    ("#232c16", "#566428", "#9a8a38", "#4f3a1c"),
]
LEAVES = [
    ["#24401f", "#47693a", "#7f9a62"],
    ["#1f3a28", "#3f6650", "#8aa58a"],
    ["#33481c", "#5f7d34", "#96a45c"],
]


def pineapple(studio, rng):
    tall, wide = rng.uniform(0.145, 0.18), rng.uniform(0.05, 0.057)
    belly = rng.uniform(-0.05, 0.05)
    line = [
        (0.3, 0.012),
        (0.62, 0.0),
        (0.86, 0.06),
        (0.98 + belly * 0.3, 0.24),
        (1.0 + belly, 0.5),
        (0.92, 0.76),
        (0.7, 0.94),
        (0.4, 1.0),
        (0.2, 0.985),
    ]
    profile = [Vector((r * wide, z * tall)) for r, z in shapes.curve(line, 18)]
    eyes = barrel(profile, rng.choice([9, 10, 11]), rng.choice([6, 7]), skin(studio.pick(SKINS)))
    return [eyes, crown(rng, tall * rng.uniform(0.62, 0.85), tall * 0.97, studio.pick(LEAVES))]


def skin(colours):
    """Waxy rind, coloured by how far a spot is from the grooves between the eyes."""
    material, nodes = materials.graph("pineapple skin")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    uneven = nodes.add("ShaderNodeMath", {0: nodes.noise(130, 5), 1: 0.5, 2: shade}, operation="MULTIPLY_ADD")
    tilted = nodes.add("ShaderNodeMath", {0: uneven.outputs[0], 1: 0.25}, operation="SUBTRACT").outputs[0]
    groove, rim, eye, bract = colours
    nodes.principled(
        Base_Color=nodes.blend(tilted, groove, rim, eye, eye, bract),
        Roughness=0.42,
        Normal=nodes.bump(nodes.noise(500, 4), 0.4, 0.001),
    )
    return material


def barrel(profile, columns, rows, material):
    """The fruit's body; eyes are the cells between two families of spirals."""
    sides, rings = columns * 15, len(profile)
    lengths = [0.0]
    for a, b in zip(profile, profile[1:]):
        lengths.append(lengths[-1] + (b - a).length)
    vertices, shades, faces = [], [], []
    for i, point in enumerate(profile):
        along = profile[min(i + 1, rings - 1)] - profile[max(i - 1, 0)]
        out = Vector((along.y, -along.x)).normalized()
        up = lengths[i] / lengths[-1] * rows
        for k in range(sides):
            around = k / sides * columns
            one, other = (around + up) % 1, (around - up) % 1
            edge = 2 * min(one, 1 - one, other, 1 - other)
            bract = max(0.0, edge - 0.72) / 0.28
            relief = 0.0062 * (1 - (1 - min(1, edge * 1.3)) ** 2) + 0.0045 * bract
            spot = point + out * (relief * min(1, point.x / 0.03) - 0.004)
            angle = 2 * math.pi * k / sides
            lift = 0.003 * bract if 0 < i < rings - 1 else 0.0
            vertices.append((spot.x * math.cos(angle), spot.x * math.sin(angle), max(0.0, spot.y + lift)))
            shades.append(edge)
    for i in range(rings - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    part = shapes.mesh("barrel", vertices, faces, material)
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return part


def crown(rng, length, base, greens):
    """Sword leaves in a spiral, the outer ones short and bent outwards."""
    vertices, faces = [], []
    count, steps = 54, 12
    for k in range(count):
        inner = k / (count - 1)
        angle = k * 2.39996 + rng.uniform(-0.15, 0.15)
        lean = 1.45 * (1 - inner) ** 1.25 + rng.uniform(0.0, 0.12)
        bend = rng.uniform(0.5, 0.9) * (1 - inner) - 0.1
        reach = length * (0.35 + 0.75 * min(1, inner * 1.9)) * (1 - 0.12 * inner) * rng.uniform(0.9, 1.08)
        width = length * 0.105 * (1.1 - 0.45 * inner)
        out = Vector((math.cos(angle), math.sin(angle), 0))
        side = Vector((-out.y, out.x, 0))
        spot = out * 0.016 * (1 - inner) + Vector((0, 0, base + 0.03 * length * inner))
        first = len(vertices)
        for step in range(steps + 1):
            t = step / steps
            tilt = lean + bend * (2 * t - 0.6)
            along = out * math.sin(tilt) + Vector((0, 0, math.cos(tilt)))
            above = Vector((0, 0, math.sin(tilt))) - out * math.cos(tilt)
            half = width * (0.75 + 0.9 * t) * (1 - t) ** 0.85 * 1.15
            fold = half * 0.55
            vertices += [spot - side * half + above * fold, spot.copy(), spot + side * half + above * fold]
            spot = spot + along * reach / steps
        for step in range(steps):
            a = first + 3 * step
            faces += [(a, a + 1, a + 4, a + 3), (a + 1, a + 2, a + 5, a + 4)]
    green = materials.mottled(greens, 55, 0.45, 0.3, 0.001, stretch=(1, 1, 0.3))
    return shapes.mesh("crown", vertices, faces, green)
