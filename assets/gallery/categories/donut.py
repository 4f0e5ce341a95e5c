"""A ring donut with icing and sprinkles."""

import math

from mathutils import Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["kitchen", "paper", "wooden_table", "table_cloth", "garden_table", "windowsill"]
VIEW = View(turn=(0, 360), elevation=(28, 58), fill=(0.6, 0.8))
TURNS_ALIKE = True
ICINGS = ["#e07a9c", "#3a1d10", "#f2ebe0", "#d85a8a", "#5a2e18", "#8fc7c0"]
SPRINKLES = ["#f2d03a", "#3f8fd0", "#f4f0e8", "#4aa860", "#e05a3a", "#b05ac0"]


def donut(studio, rng):
    ring, tube = 0.032, rng.uniform(0.0175, 0.0195)
    seed = rng.uniform(0, 50)
    dough = materials.mottled(["#9a5f2a", "#c4884a", "#dba868"], 90, 0.7, 0.4, 0.001)
    flat = 0.82

    def at(around, tilt, extra=0.0):
        lump = 1 + 0.05 * noise.noise(Vector((math.cos(around) * 2, math.sin(around) * 2, seed)))
        r = (tube + extra) * lump
        out = ring + r * math.cos(tilt)
        return Vector(
            (out * math.cos(around), out * math.sin(around), tube * flat + r * math.sin(tilt) * flat)
        )

    sides, rings = 96, 40
    vertices = [
        at(2 * math.pi * i / sides, 2 * math.pi * k / rings) for i in range(sides) for k in range(rings)
    ]
    faces = []
    for i in range(sides):
        for k in range(rings):
            a, b = i * rings, (i + 1) % sides * rings
            faces.append((a + k, b + k, b + (k + 1) % rings, a + (k + 1) % rings))
    parts = [shapes.mesh("dough", vertices, faces, dough)]

    shine = materials.plain(studio.pick(ICINGS), 0.22, Specular=0.5)
    vertices, faces, steps = [], [], 26

    def edge(around, side):
        drip = noise.noise(Vector((math.cos(around) * 3.5, math.sin(around) * 3.5, seed + side)))
        return 0.12 - 0.42 * drip

    for i in range(sides):
        around = 2 * math.pi * i / sides
        low, high = edge(around, 0), math.pi - edge(around, 9)
        for k in range(steps + 1):
            t = k / steps
            thick = 0.0022 * min(1.0, 6 * min(t, 1 - t)) ** 0.5 - 0.0004
            vertices.append(at(around, low + (high - low) * t, thick))
    for i in range(sides):
        for k in range(steps):
            a, b = i * (steps + 1), (i + 1) % sides * (steps + 1)
            faces.append((a + k, b + k, b + k + 1, a + k + 1))
    parts.append(shapes.mesh("icing", vertices, faces, shine))

    if studio.variant % 3 != 0:
        tones = [materials.plain(c, 0.4) for c in SPRINKLES]
        for _ in range(rng.randint(80, 130)):
            around, tilt = rng.uniform(0, 6.28), rng.gauss(1.57, 0.55)
            middle = at(around, tilt, 0.0026)
            out = (middle - at(around, tilt)).normalized()
            along = out.orthogonal().normalized()
            along = (along * math.cos(k := rng.uniform(0, 6.28)) + out.cross(along) * math.sin(k)) * 0.0026
            parts.append(shapes.sweep([middle - along, middle + along], 0.0007, rng.choice(tones), 8))
    else:
        drizzle = materials.plain("#f4ece0" if studio.variant % 2 else "#3a1d10", 0.3)
        path = []
        for k in range(9):
            x = -0.042 + 0.0105 * k
            for y in (-0.045, 0.045) if k % 2 else (0.045, -0.045):
                path.append((x, y))
        lines = []
        for (x0, y0), (x1, y1) in zip(path, path[1:]):
            lines += [(x0 + (x1 - x0) * t / 30, y0 + (y1 - y0) * t / 30) for t in range(30)]
        run = []
        for x, y in [*lines, (9, 9)]:
            away = (math.hypot(x, y) - ring) / tube
            if abs(away) < 0.88:
                run.append(at(math.atan2(y, x), math.acos(away), 0.0022))
            else:
                if len(run) > 2:
                    parts.append(shapes.sweep(run, 0.0009, drizzle, 8))
                run = []
    return parts
