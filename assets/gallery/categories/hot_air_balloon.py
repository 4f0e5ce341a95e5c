"""A hot air balloon: a striped envelope of gores, ropes and a wicker basket."""

import math

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["air", "meadow", "air", "sea", "air", "meadow"]
VIEW = View(turn=(0, 360), elevation=(-9, 2), fill=(0.5, 0.78), lens=(40, 90), blur=0.3)
TURNS_ALIKE = True
SCHEMES = [
    ["#c8281e", "#f0c030", "#c8281e", "#f4efe4"],
    ["#2456a0", "#f4f0e6", "#d83a2a", "#f4f0e6"],
    ["#e8a020", "#d8501e", "#a8201e", "#d8501e"],
    ["#2a8a6a", "#f2d040", "#2a6aa8", "#e8662a"],
    ["#6a2a7a", "#e05a8a", "#f0b030", "#e05a8a"],
    ["#c8281e", "#f4efe4", "#1e4a8a", "#f4efe4"],
]
HEIGHT = 11.0
"""Metres from the ground to the basket's floor."""


def hot_air_balloon(studio, rng):
    parts = one(studio.pick(SCHEMES), studio.pick(["gores", "bands", "spiral"]), rng, 0, 0, HEIGHT)
    for _ in range(rng.choice([0, 1, 2])):
        # Companions far behind; only the nearest balloon is the subject.
        x, y, z = rng.uniform(-70, 70), rng.uniform(110, 200), HEIGHT + rng.uniform(-8, 30)
        one(rng.choice(SCHEMES), "gores", rng, x, y, z)
    return parts


def one(tones, style, rng, x, y, base):
    """A balloon above (x, y), its basket's floor at height `base`."""
    gores, r = 24, 7.5
    silk = [materials.plain(c, 0.55, Sheen=0.2) for c in tones]
    line = [
        (1.1, 3.6),
        (2.3, 5.6),
        (4.6, 8.8),
        (6.7, 12.0),
        (7.5, 15.0),
        (6.9, 18.0),
        (4.9, 20.4),
        (2.2, 21.7),
        (0, 22.0),
    ]
    profile = [(a * r / 7.5, base + b) for a, b in shapes.curve(line, 5)]
    sides = gores * 6

    def bulge(angle, z):
        return 1 + 0.022 * abs(math.sin(gores * angle / 2)) - 0.01

    def pick(ring, side):
        gore = side // 6
        if style == "gores":
            return gore % len(tones)
        if style == "bands":
            return (ring // 5) % len(tones)
        return (gore + ring // 3) % len(tones)

    parts = [shapes.lathe(profile, silk, sides, pick=pick, swell=bulge)]
    wicker = materials.bricks("#8a5a2c", "#a8733c", "#4a2e14", 0.12, 0.05, 0.006, 0.9, relief=0.02)
    parts.append(shapes.box((1.5, 1.25, 1.05), (0, 0, base + 0.55), wicker, 0.08))
    rim = materials.plain("#4a2a16", 0.6)
    parts.append(shapes.box((1.62, 1.37, 0.14), (0, 0, base + 1.1), rim, 0.06))
    for side_x in (-0.7, 0.7):
        for side_y in (-0.57, 0.57):
            parts.append(
                shapes.rod(
                    (side_x, side_y, base + 1.1), (side_x * 0.8, side_y * 0.8, base + 2.7), 0.03, rim, 8
                )
            )
            parts.append(
                shapes.rod(
                    (side_x * 0.8, side_y * 0.8, base + 2.7),
                    (side_x * 1.3, side_y * 1.5, base + 3.75),
                    0.02,
                    rim,
                    8,
                )
            )
    steel = materials.metal("#8f9296", 0.3)
    parts.append(shapes.box((1.2, 0.95, 0.1), (0, 0, base + 2.7), steel, 0.03))
    for person in range(rng.choice([1, 2])):
        px = -0.35 + 0.6 * person
        parts.append(shapes.ball(0.15, (px, 0, base + 1.75), materials.plain("#b98a6a", 0.6), sides=20))
        coat = materials.plain(rng.choice(["#26364a", "#7a2a26", "#3a4a36"]), 0.9)
        parts.append(shapes.ball(0.26, (px, 0, base + 1.35), coat, (1, 0.7, 1.2), 20))
    for part in parts:
        part.location = (x, y, 0)
    return parts
