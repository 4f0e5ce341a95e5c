"""A traffic light: a housing with red, amber and green lamps under visors, on its pole."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "street", "road", "lawn", "road"]
VIEW = View(turn=(-38, 38), elevation=(-12, 5), fill=(0.7, 0.88), lens=(40, 80), blur=0.7)
HOUSINGS = ["#1f2123", "#c99a1e", "#2c3a34", "#1f2123", "#3a3d40", "#c99a1e"]
LAMPS = [("#ff2a18", "#6a140e"), ("#ffb020", "#6a4a10"), ("#20f0a0", "#0e4a38")]
"""Red, amber and green, each lit and unlit."""


def traffic_light(studio, rng):
    lamp, gap = 0.135, 0.345
    foot = rng.uniform(2.15, 2.4)
    tone = studio.pick(HOUSINGS)
    shell, black = materials.plain(tone, 0.35), materials.plain("#141517", 0.5)
    steel = materials.mottled(["#70757a", "#8d9296"], 6, 0.5, Metallic=0.6)
    pole = steel if rng.random() < 0.6 else materials.plain("#2d4038", 0.4)
    lit = studio.pick([{0}, {2}, {1}, {0}, {2}, {0, 1}, {2}])
    plated = studio.pick([True, False, True, True])
    middle, parts = foot + 0.62, []
    for k in range(3):
        z = middle + gap * (1 - k)
        parts.append(shapes.box((0.37, 0.26, gap - 0.012), (0, 0.0, z), shell, 0.035))
        parts += lantern(z, lamp, LAMPS[k], k in lit, shell if tone != "#c99a1e" else black, black)
        for side in (-1, 1):
            parts.append(shapes.box((0.02, 0.1, 0.05), (side * 0.19, 0.02, z), black, 0.006))
    if plated:
        parts += backplate(middle, gap, black)
    for z in (middle + 1.5 * gap, middle - 1.5 * gap):
        side = 1 if z > middle else -1
        parts.append(shapes.box((0.27, 0.2, 0.05), (0, 0, z + side * 0.02), shell, 0.02))
    under = middle - 1.5 * gap
    for low, high, radius in ((under - 0.6, under, 0.055), (under - 0.09, under - 0.03, 0.085)):
        parts.append(shapes.rod((0, 0.02, low), (0, 0.02, high), radius, pole, 28))
    # The pole goes on to the ground, mostly below the picture: the lamps are what is looked at.
    low = under - 0.58
    shaft = shapes.rod((0, 0.02, 0), (0, 0.02, low), 0.055, pole, 28)
    base = shapes.lathe([(0.16, 0), (0.16, 0.03), (0.09, 0.08), (0.085, 0.9), (0.055, 0.95)], pole, 28)
    for part in (shaft, base):
        part["apart"] = True
        parts.append(part)
    if rng.random() < 0.4:
        parts += button(low + 0.15, rng)
    return parts


def facing(z, y=0.0):
    """The place of a lathe's shape whose axis points to the front at height z."""
    return Matrix.Translation((0, y, z)) @ Matrix.Rotation(math.pi / 2, 4, "X")


def lantern(z, radius, tones, lit, shell, black):
    """A lens in its ring, under a visor."""
    angles = [math.pi / 2 * k / 12 for k in range(13)]
    lens = [(radius * math.sin(a), 0.13 + 0.045 * math.cos(a)) for a in angles]
    if lit:
        glass, nodes = materials.graph("lit")
        away = nodes.add("ShaderNodeLayerWeight", {"Blend": 0.35}).outputs["Facing"]
        shine = nodes.blend(away, tones[0], tones[1])
        nodes.principled(Base_Color=tones[0], Roughness=0.2, Emission=shine, Emission_Strength=2.6)
    else:
        glass = materials.plain(tones[1], 0.12, Clearcoat=0.8)
    made = [shapes.moved(shapes.lathe(lens, glass, 48), facing(z))]
    ring = [(radius - 0.003, 0.128), (radius, 0.15), (radius + 0.014, 0.15), (radius + 0.016, 0.12)]
    made.append(shapes.moved(shapes.lathe(ring, black, 48), facing(z)))
    vertices, faces = [], []
    steps, start = 36, math.radians(-38)
    for k in range(steps + 1):
        a = start + (math.pi - 2 * start) * k / steps
        # The visor is cut back downwards, so that the lamp is seen from below.
        reach = 0.14 + 0.2 * (0.5 + 0.5 * math.sin(a)) ** 0.7
        for r in (radius + 0.006, radius + 0.013):
            for y in (0.125, reach):
                vertices.append((r * math.cos(a), -y, z + r * math.sin(a)))
    for k in range(steps):
        a = 4 * k
        for i, j in ((0, 1), (1, 3), (3, 2), (2, 0)):
            faces.append((a + i, a + j, a + 4 + j, a + 4 + i))
    faces += [(0, 1, 3, 2), (4 * steps, 4 * steps + 1, 4 * steps + 3, 4 * steps + 2)]
    part = shapes.mesh("visor", vertices, faces, shell)
    part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(40)
    return [*made, part]


def backplate(middle, gap, black):
    """The black board behind the housing with its white edge."""
    made, white = [], materials.plain("#dedcd4", 0.5)
    for x, z, y, material in ((0.30, 1.72, 0.06, white), (0.282, 1.67, 0.053, black)):
        made.append(shapes.box((2 * x, 0.012, 2 * z * gap), (0, y, middle), material, 0.005))
    return made


def button(z, rng):
    """The box on the pole that people press to cross."""
    box = materials.plain(rng.choice(["#d0a21e", "#c8622a"]), 0.4)
    knob = shapes.lathe([(0.035, 0), (0.033, 0.012), (0, 0.018)], materials.metal("#c8c8c8", 0.3), 24)
    place = Matrix.Translation((0, -0.095, z)) @ Matrix.Rotation(math.pi / 2, 4, "X")
    return [shapes.box((0.1, 0.08, 0.18), (0, -0.06, z), box, 0.015), shapes.moved(knob, place)]
