"""A skateboard: a deck of plies with grip tape, kicked up at both ends, on trucks and wheels."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "floor", "street", "paper", "road"]
VIEW = View(turn=(-36, 36), elevation=(4, 27), fill=(0.74, 0.9), lens=(38, 75), blur=0.6)
BELLIES = ["#c23a2c", "#2c6a9c", "#d8a02c", "#2f7d62", "#6a3f86", "#d86a2a"]
WHEELS = ["#ece6d6", "#d8482e", "#e3b63a", "#3f9a8a", "#f0ece0", "#4a78b8", "#c85a86"]
PLASTICS = ["#3f9aa0", "#d8603c", "#d8a83a", "#7a5a9c"]


def skateboard(studio, rng):
    cruiser = studio.pick([False, True, False, False, True])
    long, wide = (0.6, 0.165) if cruiser else (rng.uniform(0.77, 0.82), 0.205)
    deck_at = 0.108
    if cruiser:
        surfaces = [materials.plain(studio.pick(PLASTICS), 0.35)] * 3
    else:
        maple = materials.wood("#d8b27c", "#a9743f", 30, roughness=0.4)
        grit = studio.pick([["#1c1d1f", "#303133"], ["#1c1d1f", "#303133"], ["#4a1d1a", "#6b2a24"]])
        grip = materials.mottled(grit, 500, 0.95, 0.8, 0.002)
        surfaces = [grip, maple, materials.plain(studio.pick(BELLIES), 0.3)]
    parts = [deck(long, wide, deck_at, cruiser, surfaces)]
    base = long / 2 - (0.13 if cruiser else 0.185)
    alloy, dark = materials.metal("#b9bbbd", 0.3), materials.plain("#232427", 0.5)
    rubber = materials.plain(rng.choice(["#c8502f", "#e0c45a", "#33363a"]), 0.5)
    rolling = materials.plain(studio.pick(WHEELS), 0.4)
    radius = 0.036
    for end in (-1, 1):
        parts += truck(end * base, end, wide, deck_at, radius, (alloy, dark, rubber, rolling))
        for bolt in range(4):
            x, y = end * base + 0.027 * (1 if bolt & 1 else -1), 0.021 * (1 if bolt & 2 else -1)
            head = [(0, 0.0035), (0.005, 0.003), (0.0058, 0), (0.0058, -0.004)]
            lift = deck_at + 0.001 - 0.004 * (abs(y) / (wide / 2)) ** 2
            parts.append(shapes.moved(shapes.lathe(head, alloy, 12), Matrix.Translation((x, y, lift))))
    return parts


def deck(long, wide, height, cruiser, surfaces):
    """The deck: bent up at its ends, a little hollow across; its top is at `height`."""
    thick, steps, lanes = 0.013, 72, 12
    kick, pitch = (0.09, 0.42) if cruiser else (0.12, 0.44)
    vertices, faces, picks = [], [], []
    for i in range(steps + 1):
        t = 2 * i / steps - 1
        s = math.copysign(1 - (1 - abs(t)) ** 1.7, t)
        x = s * long / 2
        rounded = max(0.0, (abs(s) - (1 - wide / long)) / (wide / long))
        half = wide / 2 * math.sqrt(max(0.0012, 1 - rounded**2.3))
        if cruiser and s < 0:
            half *= 1 - 0.35 * max(0.0, -s - 0.25)
        bend = max(0.0, abs(x) - (long / 2 - kick - 0.03))
        rise = math.tan(pitch) * bend * min(1.0, bend / 0.06) * (0.6 if cruiser and s < 0 else 1)
        slope = pitch * min(1.0, bend / 0.04)
        for under in (0, 1):
            for j in range(lanes + 1):
                v = 2 * (j if not under else lanes - j) / lanes - 1
                hollow = 0.006 * (v * v) * half / wide * 2
                at = Vector((x, v * half, height + rise + hollow - 0.002))
                vertices.append(at + under * thick * Vector((math.copysign(math.sin(slope), s), 0, -1)))
    count = 2 * (lanes + 1)
    for i in range(steps):
        for j in range(count):
            a, b = i * count + j, i * count + (j + 1) % count
            faces.append((a, b, b + count, a + count))
            picks.append(1 if j in (lanes, count - 1) else 0 if j < lanes else 2)
    faces += [tuple(range(count)), tuple(range(steps * count, (steps + 1) * count))]
    part = shapes.mesh("deck", vertices, faces, surfaces, True, [*picks, 1, 1])
    return shapes.bevel(part, 0.002)


def truck(x, end, wide, height, radius, stuff):
    """A truck under the deck: baseplate, bushing, hanger, axle, two wheels with bearings."""
    alloy, dark, rubber, rolling = stuff
    under, axle = height - 0.014, radius
    made = [shapes.box((0.085, 0.055, 0.012), (x, 0, under - 0.005), alloy, 0.003)]
    made.append(shapes.rod((x, 0, under), (x - end * 0.012, 0, axle - 0.008), 0.014, rubber, 20))
    made.append(shapes.rod((x - end * 0.03, 0, under), (x - end * 0.006, 0, axle), 0.009, alloy, 14))
    span = wide / 2 - 0.048
    hanger = [(x, -span, axle), (x, -0.02, axle + 0.004), (x, 0.02, axle + 0.004), (x, span, axle)]
    thick = [0.0085, 0.016, 0.016, 0.0085]
    made.append(shapes.sweep(hanger, lambda t: thick[round(t * 3)], alloy, 16))
    made.append(shapes.rod((x, -wide / 2 - 0.002, axle), (x, wide / 2 + 0.002, axle), 0.004, alloy, 12))
    w = 0.0165
    line = [(0.010, -w * 0.7), (0.62 * radius, -w), (0.88 * radius, -w), (radius, -w * 0.6)]
    line += [(r, -z) for r, z in line[::-1]]
    bearing = [(0.004, 0.0165), (0.005, 0.0172), (0.0105, 0.0172), (0.011, 0.011)]
    nut = [(0.004, 0.0225), (0.007, 0.0225), (0.007, 0.017)]
    for side in (-1, 1):
        place = Matrix.Translation((x, side * (wide / 2 - 0.022), axle))
        place = place @ Matrix.Rotation(-side * math.pi / 2, 4, "X")
        for profile, material, sides in ((line, rolling, 40), (bearing, dark, 24), (nut, alloy, 6)):
            made.append(shapes.moved(shapes.lathe(profile, material, sides), place))
        made[-3] = shapes.bevel(made[-3], 0.003)
    return made
