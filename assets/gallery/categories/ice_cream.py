"""An ice cream cone with one to three scoops in a little stand."""

import math

from mathutils import Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["garden_table", "paper", "kitchen", "wooden_table", "paper", "windowsill"]
VIEW = View(turn=(0, 360), elevation=(4, 18), fill=(0.76, 0.9), blur=1.3)
TURNS_ALIKE = True
FLAVOURS = [
    ["#e8a0a8", "#f0b8bc", "#c8606a"],
    ["#efe2c0", "#f6ecd4", "#e6d3a4"],
    ["#4a2a18", "#5e3822", "#351c0e"],
    ["#a8d0a8", "#bfe0ba", "#5a3a24"],
    ["#f0c860", "#f6d988", "#e0a840"],
    ["#b8a0d0", "#cbb8de", "#8a5aa8"],
]


def ice_cream(studio, rng):
    cone, mouth = 0.115, rng.uniform(0.027, 0.031)
    lift = 0.012
    parts = [_wafer(cone, mouth, lift)]
    count = studio.pick([1, 2, 1, 3, 2, 1])
    z = lift + cone + 0.012
    first = rng.randrange(6)
    for k in range(count):
        r = 0.0325 - 0.0025 * k
        flavour = FLAVOURS[(first + studio.variant + 2 * k) % 6]
        parts.append(_scoop(r, z, flavour, rng))
        z += r * 1.28
    if rng.random() < 0.4:
        cherry = materials.plain("#8a0a18", 0.12, Specular=0.6)
        parts.append(shapes.ball(0.009, (0.002, 0, z + 0.006), cherry, sides=24))
        parts.append(
            shapes.sweep(
                shapes.curve([(0.002, 0, z + 0.014), (0.006, 0, z + 0.024), (0.014, 0, z + 0.03)], 5),
                0.0007,
                materials.plain("#5a4a1a", 0.7),
                8,
            )
        )
    elif rng.random() < 0.35:
        stick = materials.mottled(["#b5803f", "#d8a85f"], 120, 0.8, 0.4, 0.001)
        parts.append(shapes.sweep([(0.012, 0.008, z - 0.03), (0.024, 0.016, z + 0.012)], 0.0042, stick, 16))
    parts += stand(lift + cone * 0.5, mouth * 0.5, rng)
    return parts


def stand(height, hole, rng):
    """A ring on three legs that holds the cone; it does not count for the framing."""
    wire = materials.metal(rng.choice(["#c9ccd0", "#c9a24a", "#2c2c2e"]), 0.2)
    made = [
        shapes.sweep(
            [
                (hole * 1.08 * math.cos(a), hole * 1.08 * math.sin(a), height)
                for a in (2 * math.pi * k / 40 for k in range(40))
            ],
            0.0018,
            wire,
            10,
            closed=True,
        )
    ]
    foot = hole * 2.1
    for k in range(3):
        a = 0.4 + 2 * math.pi * k / 3
        leg = [
            (hole * 1.1 * math.cos(a), hole * 1.1 * math.sin(a), height),
            (foot * math.cos(a), foot * math.sin(a), 0.002),
        ]
        made.append(shapes.sweep(leg, 0.0015, wire, 10))
    made.append(
        shapes.sweep(
            [
                (foot * math.cos(a), foot * math.sin(a), 0.002)
                for a in (2 * math.pi * k / 48 for k in range(48))
            ],
            0.0018,
            wire,
            10,
            closed=True,
        )
    )
    return made


def _wafer(cone, mouth, lift):
    sides, rings = 160, 90
    vertices, faces = [], []
    for j in range(rings + 1):
        t = j / rings
        for i in range(sides):
            a = 2 * math.pi * i / sides
            # Two families of slanting ridges make the waffle's diamonds.
            u, v = 9 * a / math.pi, 11 * t**0.8
            ridge = max(math.cos(math.pi * (u + v)) ** 8, math.cos(math.pi * (u - v)) ** 8)
            r = 0.0015 + (mouth - 0.0015) * t + 0.0011 * ridge * min(1, 3 * t)
            vertices.append((r * math.cos(a), r * math.sin(a), lift + cone * t))
    for j in range(rings):
        for i in range(sides):
            a, b = j * sides + i, j * sides + (i + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    wafer = materials.mottled(["#a8682a", "#c88a42", "#dca860"], 60, 0.7, 0.2, 0.001)
    return shapes.mesh("wafer", vertices, faces, wafer)


def _scoop(r, z, flavour, rng):
    cream = materials.mottled(flavour, 130, 0.45, 0.5, 0.0015)
    seed = Vector((rng.uniform(0, 50), 0, 0))
    ball = shapes.ball(r, (0, 0, z), cream, sides=96)
    for vertex in ball.data.vertices:
        away = vertex.co - Vector((0, 0, z))
        low = max(0.0, min(1.0, (-away.z / r - 0.15) / 0.35)) * (1 if away.z > -0.75 * r else 0.0)
        skirt = low * 0.22 * (0.6 + noise.noise(away.normalized() * 5 + seed))
        rough = 0.05 * noise.fractal(away / r * 4 + seed, 0.7, 2.2, 5)
        away *= 1 + skirt + rough
        vertex.co = away + Vector((0, 0, z))
    ball.data.update()
    return ball
