"""A bench with a back: slats on iron scrolls, a garden bench of wood, or slats on concrete blocks."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["lawn", "street", "meadow", "lawn", "snowfield", "street"]
STYLES = ["iron", "garden", "iron", "concrete", "iron"]
VIEW = View(turn=(-44, 44), elevation=(8, 22), fill=(0.66, 0.84), lens=(32, 60), blur=0.5)
TIMBERS = [("#a8703f", "#6b4424"), ("#8a7c6c", "#5c5146"), ("#7a4526", "#4a2814"), ("#c9985f", "#94683a")]
PAINTS = [None, "#2f5a44", None, "#8a2c22", None, "#d8d2c4", "#2f557a"]
IRONS = ["#1c1e20", "#1f3a2e", "#3a3d42"]


def bench(studio, rng):
    style, paint = studio.pick(STYLES), studio.pick(PAINTS)
    timber = (
        materials.plain(paint, 0.5) if paint else materials.wood(*studio.pick(TIMBERS), 16, roughness=0.6)
    )
    wide = rng.uniform(1.4, 1.75)
    if style == "iron":
        return iron(wide, timber, materials.plain(studio.pick(IRONS), 0.45, 0.3), rng)
    if style == "garden":
        upright = materials.plain(paint, 0.5) if paint else materials.wood(*TIMBERS[0], 16, "z", 0.6)
        return garden(wide, timber, upright, rng)
    return concrete(wide, timber)


def bar(path, wide, thick, material, x):
    """A flat iron bar along a (y, z) path, `wide` along x."""
    points = shapes.curve(path, 8)
    return shapes.sweep([(x, y, z) for y, z in points], thick, material, 10, flat=0.5 * wide / thick)


def slats(line, count, size, length, material, bolt, ends):
    """Slats along a (y, z) line, each turned to lie flat on it, bolted at the x of `ends`."""
    a, b = Vector(line[0]), Vector(line[1])
    tilt = math.atan2(b.y - a.y, b.x - a.x)
    made = []
    for k in range(count):
        at = a.lerp(b, k / (count - 1))
        place = Matrix.Translation((0, at.x, at.y)) @ Matrix.Rotation(tilt, 4, "X")
        group = [shapes.box((length, size[0], size[1]), (0, 0, 0), material, 0.008)]
        for x in ends:
            group.append(shapes.ball(0.011, (x, 0, size[1] / 2), bolt, (1, 1, 0.5), 12))
        made += [shapes.moved(part, place) for part in group]
    return made


def iron(wide, timber, cast, rng):
    """Cast side frames with scrolled arms."""
    count = rng.choice([4, 5])
    ends = [side * (wide / 2 - 0.16) for side in (-1, 1)]
    if wide > 1.6:
        ends.append(0)
    bolt = materials.metal("#8f9296", 0.4)
    made = slats([(-0.27, 0.452), (0.14, 0.43)], 5, (0.078, 0.034), wide, timber, bolt, ends)
    made += slats([(0.225, 0.52), (0.33, 0.86)], count, (0.07, 0.03), wide, timber, bolt, ends)
    for x in ends:
        rear = [
            (0.36, 0),
            (0.30, 0.08),
            (0.22, 0.28),
            (0.185, 0.43),
            (0.265, 0.66),
            (0.345, 0.88),
            (0.375, 0.9),
        ]
        front = [(-0.34, 0), (-0.31, 0.06), (-0.25, 0.2), (-0.27, 0.34), (-0.31, 0.42), (-0.25, 0.435)]
        made.append(bar(rear, 0.046, 0.021, cast, x))
        made.append(bar(front, 0.046, 0.021, cast, x))
        made.append(bar([(-0.3, 0.42), (-0.05, 0.425), (0.19, 0.405)], 0.036, 0.018, cast, x))
        made.append(bar([(-0.24, 0.22), (-0.08, 0.31), (0.1, 0.3), (0.23, 0.2)], 0.03, 0.014, cast, x))
        curl = [
            (0.05 * (1 - k / 26) * math.cos(k * 0.5), 0.05 * (1 - k / 26) * math.sin(k * 0.5))
            for k in range(20)
        ]
        made.append(bar([(y, 0.365 + z) for y, z in curl], 0.024, 0.009, cast, x))
        for y in (-0.34, 0.36):
            made.append(shapes.box((0.06, 0.09, 0.024), (x, y, 0.012), cast, 0.008))
        if x:
            arm = [(0.27, 0.66), (0.1, 0.69), (-0.1, 0.685), (-0.28, 0.66), (-0.345, 0.6), (-0.315, 0.545)]
            arm += [(-0.27, 0.565), (-0.285, 0.6)]
            made.append(bar(arm, 0.062, 0.016, cast, x))
            made.append(bar([(-0.29, 0.43), (-0.255, 0.52), (-0.3, 0.64)], 0.032, 0.016, cast, x))
    return made


def garden(wide, timber, upright, rng):
    """All wood: square legs, flat arms, a back of upright or level slats."""
    made, x = [], wide / 2 - 0.035
    lean = Matrix.Translation((0, 0.24, 0.42)) @ Matrix.Rotation(-0.17, 4, "X")
    for side in (-1, 1):
        made.append(shapes.box((0.065, 0.065, 0.62), (side * x, -0.26, 0.31), upright, 0.008))
        made.append(shapes.box((0.065, 0.065, 0.44), (side * x, 0.24, 0.22), upright, 0.008))
        made.append(shapes.moved(shapes.box((0.065, 0.055, 0.54), (side * x, 0, 0.26), upright, 0.008), lean))
        made.append(shapes.box((0.1, 0.66, 0.035), (side * x, -0.01, 0.637), timber, 0.014))
        for z in (0.14, 0.37):
            made.append(shapes.box((0.036, 0.48, 0.06), (side * x, 0, z), timber, 0.006))
    made.append(shapes.box((wide - 0.1, 0.03, 0.085), (0, -0.27, 0.372), timber, 0.006))
    made.append(shapes.box((wide - 0.1, 0.03, 0.085), (0, 0.24, 0.372), timber, 0.006))
    made.append(shapes.box((wide - 0.1, 0.04, 0.05), (0, 0, 0.14), timber, 0.006))
    for k in range(6):
        made.append(shapes.box((wide - 0.06, 0.075, 0.028), (0, -0.25 + 0.09 * k, 0.43), timber, 0.007))
    back = [shapes.box((wide - 0.1, 0.04, 0.08), (0, 0, z), timber, 0.01) for z in (0.09, 0.5)]
    if rng.random() < 0.6:
        count = round(wide / 0.11)
        for k in range(1, count):
            at = (wide - 0.12) * (k / count - 0.5)
            back.append(shapes.box((0.05, 0.018, 0.36), (at, 0, 0.295), upright, 0.004))
    else:
        for k in range(3):
            back.append(shapes.box((wide - 0.1, 0.02, 0.065), (0, 0, 0.19 + 0.105 * k), timber, 0.006))
    return made + [shapes.moved(part, lean) for part in back]


def concrete(wide, timber):
    """Heavy slats on two concrete blocks, the back on steel straps."""
    cast = materials.mottled(["#8f8c86", "#b0ada6", "#a09d96"], 9, 0.9, 0.4, 0.004)
    steel, bolt = materials.metal("#5c6064", 0.45), materials.metal("#b0b3b6", 0.35)
    ends = [side * (wide / 2 - 0.28) for side in (-1, 1)]
    made = slats([(-0.26, 0.445), (0.16, 0.43)], 4, (0.125, 0.05), wide, timber, bolt, ends)
    made += slats([(0.265, 0.56), (0.335, 0.82)], 3, (0.11, 0.042), wide, timber, bolt, ends)
    for x in ends:
        foot = [
            (-0.26, 0),
            (0.26, 0),
            (0.21, 0.1),
            (0.21, 0.32),
            (0.26, 0.41),
            (-0.3, 0.42),
            (-0.22, 0.3),
            (-0.2, 0.1),
        ]
        turn = Matrix.Translation((x, 0, 0)) @ Matrix.Rotation(math.pi / 2, 4, "Z")
        made.append(shapes.slab(foot, 0.16, cast, 0.015, turn))
        made.append(bar([(0.1, 0.39), (0.24, 0.4), (0.275, 0.52), (0.37, 0.87)], 0.06, 0.012, steel, x))
    return made
