"""A clock: a round or long-case one on a wall, an alarm clock with two bells, a mantel clock."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wall", "shelf", "wall", "wooden_table", "wall", "windowsill", "wall", "paper"]
KINDS = ["round", "alarm", "regulator", "mantel", "round", "alarm", "round", "alarm"]
VIEW = View(turn=(-27, 27), elevation=(2, 15), fill=(0.6, 0.78), blur=0.8)
PAINTS = ["#1e1f21", "#b5382c", "#d9d5cb", "#2f6a72", "#e0b040"]
TIMBERS = [("#8a5630", "#4f2d17"), ("#5a3520", "#2f1a0f"), ("#b98a58", "#7d5330")]
MARKS = ["digits", "roman", "digits", "ticks", "digits", "roman", "digits"]
DIGITS = {
    "0": [(0, 0.5), (0.25, 1), (0.5, 0.5), (0.25, 0), (0, 0.5)],
    "1": [(0.05, 0.72), (0.3, 1), (0.3, 0)],
    "2": [(0.02, 0.75), (0.25, 1), (0.48, 0.75), (0.3, 0.4), (0, 0), (0.52, 0)],
    "3": [(0.02, 0.88), (0.25, 1), (0.46, 0.77), (0.2, 0.54), (0.5, 0.27), (0.25, 0), (0, 0.14)],
    "4": [(0.4, 0), (0.4, 1), (0, 0.3), (0.56, 0.3)],
    "5": [(0.46, 1), (0.08, 1), (0.04, 0.55), (0.27, 0.63), (0.5, 0.32), (0.25, 0), (0, 0.12)],
    "6": [(0.42, 1), (0.1, 0.6), (0.02, 0.25), (0.25, 0), (0.48, 0.28), (0.25, 0.55), (0.05, 0.35)],
    "7": [(0, 1), (0.5, 1), (0.18, 0)],
    "8": [
        (0.25, 0.54),
        (0.05, 0.77),
        (0.25, 1),
        (0.45, 0.77),
        (0.01, 0.26),
        (0.25, 0),
        (0.5, 0.26),
        (0.25, 0.54),
    ],
    "9": [(0.45, 0.65), (0.25, 0.45), (0.02, 0.72), (0.25, 1), (0.48, 0.75), (0.4, 0.4), (0.1, 0)],
}
SHARP = "147"
ROMAN = ["XII", "I", "II", "III", "IIII", "V", "VI", "VII", "VIII", "IX", "X", "XI"]


def clock(studio, rng):
    kind = studio.pick(KINDS)
    timber = materials.wood(*studio.pick(TIMBERS), 30, "z", 0.35)
    brass = materials.metal(rng.choice(["#c9a24a", "#b8924a", "#c8c9cb"]), 0.22)
    paint = materials.plain(studio.pick(PAINTS), 0.35)
    marks = studio.pick(MARKS)
    if kind == "round":
        radius = rng.uniform(0.14, 0.17)
        rim = rng.choice([paint, paint, timber, brass])
        line = [(0.8, 0), (0.95, 0), (1.0, 0.08), (1.0, 0.2), (0.97, 0.25)]
        line += [(0.91, 0.255), (0.88, 0.22), (0.86, 0.12)]
        face = [shapes.lathe([(r * radius, z * radius) for r, z in line], rim, 128)]
        face += dial(rng, radius * 0.87, 0.1 * radius, marks, "#f3f0e6", "#1b1a19")
        return facing(face, (0, 0, radius))
    if kind == "alarm":
        return alarm(rng, paint if rng.random() < 0.7 else brass, brass, marks)
    return regulator(rng, timber, brass) if kind == "regulator" else mantel(rng, timber, brass)


def facing(parts, at):
    """Turns parts drawn flat (y up, z to the viewer) to the front, at a place."""
    place = Matrix.Translation(at) @ Matrix.Rotation(math.pi / 2, 4, "X")
    return [shapes.moved(part, place) for part in parts]


def dial(rng, radius, z, marks, tone, ink):
    """Face, minute marks, hours and hands in the x-y plane, seen from +z."""
    dark = materials.plain(ink, 0.4)
    parts = [shapes.lathe([(0, z), (radius, z)], materials.plain(tone, 0.5), 96)]
    for k in range(60):
        a, long = math.tau * k / 60, 0.04 if k % 5 else (0.14 if marks == "ticks" else 0.06)
        wide = radius * (0.01 if k % 5 else 0.035 if marks == "ticks" else 0.022)
        r = radius * (0.96 - long / 2)
        at = (r * math.sin(a), r * math.cos(a), z + 0.0003)
        parts.append(shapes.box((wide, radius * long, 0.0006), at, dark, 0, -a))
    for hour in range(12):
        a = math.tau * hour / 12
        at = Vector((math.sin(a), math.cos(a), 0)) * radius * 0.75
        if marks == "digits":
            parts += digits(str(hour or 12), at, radius * 0.21, z, dark)
        elif marks == "roman":
            parts += roman(ROMAN[hour], at, -a, radius * 0.2, z, dark)
    hour, minute = rng.choice([(10, 9), (10, 9), (1, 50), (8, 20), (3, 40), (7, 5), (4, 52)])
    spade = rng.random() < 0.5
    hands = [(math.tau * (hour + minute / 60) / 12, 0.52, 0.05), (math.tau * minute / 60, 0.82, 0.035)]
    for level, (a, long, wide) in enumerate(hands):
        half = wide * radius / 2
        tip, tail = long * radius, -0.14 * radius
        outline = [(-half, tail), (half, tail), (half * 1.1, 0), (half * 0.7, tip * 0.97), (0, tip)]
        outline += [(-half * 0.7, tip * 0.97), (-half * 1.1, 0)]
        if spade:
            edge = [(1, tail), (1, tip * 0.62), (3.4, tip * 0.72), (0.6, tip * 0.88), (0, tip)]
            outline = [(half * x, y) for x, y in edge] + [(-half * x, y) for x, y in edge[-2::-1]]
        height = z + radius * (0.03 + 0.02 * level)
        place = Matrix.Translation((0, 0, height)) @ Matrix.Rotation(-a, 4, "Z")
        place = place @ Matrix.Rotation(-math.pi / 2, 4, "X")
        parts.append(shapes.slab(outline, radius * 0.012, dark, 0, place))
    parts.append(shapes.ball(radius * 0.05, (0, 0, z + radius * 0.06), dark, (1, 1, 0.6), 24))
    return parts


def digits(number, at, size, z, ink):
    """A number centred at a place, its strokes round."""
    parts, advance = [], 0.66
    wide = advance * (len(number) - 1) + 0.5
    for k, digit in enumerate(number):
        line = [Vector((x, y, 0)) for x, y in DIGITS[digit]]
        line = line if digit in SHARP else shapes.curve(line, 5)
        line = [
            at + size * Vector((p.x + k * advance - wide / 2, p.y - 0.5, 0)) + Vector((0, 0, z)) for p in line
        ]
        if digit in SHARP:
            parts += [shapes.sweep([a, b], size * 0.062, ink, 8) for a, b in zip(line, line[1:])]
        else:
            parts.append(shapes.sweep(line, size * 0.062, ink, 8))
    return parts


def roman(number, at, turn, size, z, ink):
    """Roman numerals from straight strokes, their feet to the dial's middle."""
    wide = {"I": 0.3, "V": 0.62, "X": 0.62}
    x, strokes = -sum(wide[c] for c in number) / 2, []
    for c in number:
        m, w = x + wide[c] / 2, 0.23
        strokes += {
            "I": [(m, m, 0.15)],
            "V": [(m - w, m, 0.15), (m + w, m, 0.08)],
            "X": [(m - w, m + w, 0.15), (m + w, m - w, 0.08)],
        }[c]
        x += wide[c]
    place, parts = Matrix.Translation(at + Vector((0, 0, z))) @ Matrix.Rotation(turn, 4, "Z"), []
    for top, foot, thick in strokes:
        t = thick / 2
        outline = [(top - t, 0.5), (top + t, 0.5), (foot + t, -0.5), (foot - t, -0.5)]
        outline = [(x * size, y * size) for x, y in outline]
        parts.append(shapes.slab(outline, 0.0008, ink, 0, place @ Matrix.Rotation(-math.pi / 2, 4, "X")))
    return parts


def alarm(rng, paint, brass, marks):
    """A drum on two feet under two bells, a hammer and a handle."""
    radius, deep = rng.uniform(0.05, 0.056), 0.05
    middle = radius * 1.22
    line = [(0, 0), (0.86, 0), (0.97, 0.06), (1.0, 0.16), (1.0, 0.84)]
    line += [(1.03, 0.86), (1.04, 0.93), (1.02, 1.0), (0.94, 1.02), (0.9, 0.98), (0.88, 0.88)]
    drum = shapes.lathe(
        [(r * radius, z * deep) for r, z in line], [paint, brass], 96, pick=lambda ring, side: int(ring > 3)
    )
    parts = facing(
        [drum, *dial(rng, radius * 0.9, deep * 0.88, marks, "#f5f1e4", "#191817")], (0, deep / 2, middle)
    )
    for side in (-1, 1):
        lean = Matrix.Translation((0, 0, middle)) @ Matrix.Rotation(side * 0.62, 4, "Y")
        bell = [(0.62, 0), (0.62, 0.03), (0.58, 0.2), (0.44, 0.36), (0.2, 0.45), (0, 0.47)]
        bell = [(r * radius, (1.16 + z) * radius) for r, z in bell[:2]] + [
            (p[0] * radius, (1.16 + p[1]) * radius) for p in shapes.curve(bell[1:], 5)
        ]
        parts.append(shapes.moved(shapes.lathe(bell, brass, 48), lean))
        stem = shapes.rod((0, 0, radius * 0.95), (0, 0, radius * 1.7), 0.0028, brass, 16)
        nut = shapes.ball(0.0048, (0, 0, radius * 1.68), brass, sides=20)
        parts += [shapes.moved(part, lean) for part in (stem, nut)]
        down = Matrix.Translation((0, 0, middle)) @ Matrix.Rotation(math.pi - side * 0.6, 4, "Y")
        end = middle / math.cos(0.6) - 0.006
        leg = shapes.rod((0, 0, radius * 0.95), (0, 0, end), 0.0042, brass, 20, tip=0.003)
        parts += [
            shapes.moved(part, down) for part in (leg, shapes.ball(0.006, (0, 0, end), brass, sides=20))
        ]
    top = middle + radius
    parts.append(shapes.rod((0, 0, top - 0.004), (0.002, 0, top + radius * 0.44), 0.002, brass, 12))
    parts.append(shapes.box((0.016, 0.009, 0.009), (0.002, 0, top + radius * 0.44), brass, 0.002))
    bow = [(0.66, 1.55), (0.56, 1.85), (0.3, 2.02), (0, 2.06), (-0.3, 2.02), (-0.56, 1.85), (-0.66, 1.55)]
    bow = [(x * radius * 1.32, 0, middle + (z - 0.02) * radius) for x, z in bow]
    parts.append(shapes.sweep(shapes.curve([Vector(p) for p in bow], 6), 0.0024, brass, 12))
    return parts


def mantel(rng, timber, brass):
    """A wooden case, round-topped or with sloping shoulders, on a plinth."""
    deep, radius = 0.09, 0.075
    if rng.random() < 0.5:
        half = [(0.2, 0.06), (0.16, 0.085), (0.115, 0.125), (0.085, 0.18), (0.05, 0.207), (0.0, 0.215)]
        outline = [tuple(p) for p in shapes.curve(half, 6)]
        wide = 0.22
    else:
        round_top = [(0.1 * math.cos(a), 0.12 + 0.1 * math.sin(a)) for a in arc(0, math.pi / 2, 16)]
        outline = [(0.1, 0.02), *round_top]
        wide = 0.125
    outline = [(outline[0][0], 0.018), *outline]
    outline += [(-x, z) for x, z in outline[-2::-1]]
    centre = 0.115
    parts = [
        shapes.slab(outline, deep, timber, 0.005),
        shapes.box((2 * wide, deep + 0.03, 0.02), (0, 0, 0.014), timber, 0.005),
    ]
    for x in (-wide * 0.8, wide * 0.8):
        parts.append(shapes.box((0.035, deep + 0.01, 0.006), (x, 0, 0.003), brass, 0.001))
    line = [(1.0, 0), (1.12, 0.002), (1.14, 0.008), (1.09, 0.014), (1.0, 0.012), (0.97, 0.006)]
    face = [shapes.lathe([(r * radius, z) for r, z in line], brass, 96)]
    face += dial(rng, radius, 0.004, "roman" if rng.random() < 0.6 else "digits", "#efe6cc", "#211a14")
    return parts + facing(face, (0, -deep / 2, centre))


def regulator(rng, timber, brass):
    """A long wall case: an eight-sided frame about the dial, a glazed box with a pendulum below."""
    radius, low = rng.uniform(0.125, 0.14), 0.3
    middle = low + radius * 0.95
    parts = []
    for grow, deep, near in ((1.42, 0.05, 0.035), (1.3, 0.018, 0.07)):
        corners = [math.pi * (k + 0.5) / 4 for k in range(8)]
        outline = [(grow * radius * math.cos(a), middle + grow * radius * math.sin(a)) for a in corners]
        parts.append(shapes.slab(outline, deep, timber, 0.006, Matrix.Translation((0, -near, 0))))
    wide = radius * 0.85
    dark = materials.plain("#1d130c", 0.7)
    parts.append(shapes.box((2 * wide, 0.012, low), (0, -0.006, low / 2 + 0.03), dark))
    for x in (-wide, wide):
        parts.append(shapes.box((0.03, 0.065, low - 0.02), (x, -0.0325, low / 2 + 0.05), timber, 0.004))
    parts.append(shapes.box((2 * wide + 0.03, 0.065, 0.03), (0, -0.0325, 0.055), timber, 0.004))
    skirt = [(-wide - 0.015, 0.045), (wide + 0.015, 0.045), (wide * 0.6, 0.0), (-wide * 0.6, 0.0)]
    parts.append(shapes.slab(skirt, 0.05, timber, 0.005, Matrix.Translation((0, -0.025, 0))))
    swing = rng.uniform(-0.12, 0.12)
    hang = Matrix.Translation((0, -0.035, low + 0.05)) @ Matrix.Rotation(swing, 4, "Y")
    bob = shapes.lathe([(0, 0), (0.03, 0.001), (0.037, 0.005), (0.03, 0.009), (0, 0.011)], brass, 64)
    bob = shapes.moved(bob, Matrix.Translation((0, 0, -0.17)) @ Matrix.Rotation(math.pi / 2, 4, "X"))
    stick = shapes.rod((0, 0, 0.04), (0, 0, -0.19), 0.0035, brass, 12)
    parts += [shapes.moved(part, hang) for part in (bob, stick)]
    line = [(1.0, 0), (1.1, 0.002), (1.12, 0.008), (1.07, 0.013), (1.0, 0.011), (0.97, 0.004)]
    face = [shapes.lathe([(r * radius, z) for r, z in line], brass, 96)]
    return parts + facing(face + dial(rng, radius, 0.003, "roman", "#f2ead4", "#1d1814"), (0, -0.079, middle))


def arc(start, end, count):
    """Angles from start to end."""
    return [start + (end - start) * k / count for k in range(count + 1)]
