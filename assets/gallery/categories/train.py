"""A train: a steam engine with its tender and a coach, or an electric railcar, on its track."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "lawn", "meadow", "snowfield", "lawn"]
VIEW = View(turn=(-60, 68), elevation=(3, 15), fill=(0.68, 0.88), lens=(32, 60), blur=0.2)
LIVERIES = [  # boiler, cab and tender, wheels
    ("#1d2022", "#22262a", "#8e2620"),
    ("#2c5238", "#2c5238", "#24282a"),
    ("#6e2024", "#6e2024", "#2a2526"),
    ("#26406e", "#26406e", "#9a2a22"),
]
RAIL = 0.56
"""The height of the rails' top."""
RAILCARS = [("#e4e3de", "#b3262a"), ("#b7332b", "#e8e4d8"), ("#e6e6e2", "#235a94"), ("#d9b23a", "#2b3a44")]


def train(studio, rng):
    kind = studio.pick(["american", "railcar", "british", "american", "british", "railcar", "british"])
    made = railcar(studio, rng) if kind == "railcar" else engine(studio, rng, kind == "american")
    lay_track(rng, made[0])
    return made


def turned(profile, at, material, axis="x", sides=40):
    """A (radius, length) profile turned about an axis through `at` along x, or along y to the front."""
    turn = Matrix.Rotation(math.pi / 2, 4, "Y" if axis == "x" else "X")
    return shapes.moved(shapes.lathe(profile, material, sides), Matrix.Translation(at) @ turn)


def repeated(part, count, step):
    """The part `count` times, `step` metres apart towards the back."""
    modifier = part.modifiers.new("repeated", "ARRAY")
    modifier.use_relative_offset, modifier.use_constant_offset = False, True
    modifier.count, modifier.constant_offset_displace = count, (0, step, 0)
    return part


def lay_track(rng, carrier):
    """Rails, sleepers and ballast from before the train to far behind it."""
    ballast = materials.mottled(["#4b4640", "#7d766c", "#a39b8f"], 14, 0.95, 1.0, 0.05)
    corners = [(x, y, 0.32 if abs(x) < 2 else -0.05) for y in (-40, 260) for x in (-3.4, -1.9, 1.9, 3.4)]
    stones = shapes.mesh("ballast", corners, [(k, k + 1, k + 5, k + 4) for k in range(3)], ballast, False)
    tie = materials.wood("#5d4a3a", "#2f261e", 9, along="x", roughness=0.9)
    ties = repeated(shapes.box((2.6, 0.26, 0.2), (0, -40, 0.32), tie), 300, 0.65)
    steel = materials.mottled(["#6d4a36", "#8a8580"], 3, 0.4, Metallic=0.8)
    rails = [shapes.box((0.075, 300, 0.16), (x, 110, 0.48), steel) for x in (-0.755, 0.755)]
    hang((stones, ties, *rails), carrier)


def hang(parts, carrier):
    """Hangs parts on the train that may run out of the picture and don't count as its size."""
    for part in parts:
        part["apart"], part.parent = True, carrier


def spoked(x, y, radius, paint, steel, spokes=12):
    """A spoked wheel with its flange, outer face at `x`."""
    side, z = math.copysign(1, x), RAIL + radius
    line = [(0.86, -0.09), (1.07, -0.09), (1.07, -0.06), (1, -0.05), (1, 0.05), (0.86, 0.05), (0.86, -0.09)]
    made = [turned([(radius * r, side * w) for r, w in line], (x, y, z), steel)]
    made.append(turned([(0, -0.08), (0.2, -0.08), (0.2, 0.07), (0, 0.07)], (x, y, z), paint, sides=20))
    for k in range(spokes):
        a = 2 * math.pi * k / spokes
        tip = (x - side * 0.01, y + 0.88 * radius * math.cos(a), z + 0.88 * radius * math.sin(a))
        made.append(shapes.sweep([(x, y, z), tip], 0.045 * radius + 0.008, paint, 6))
    return made


def engine(studio, rng, american):
    """A steam engine with its front at y = -5.4."""
    boiler_tone, cab_tone, wheel_tone = studio.pick(LIVERIES)
    boiler = materials.plain(boiler_tone, 0.3, Clearcoat=0.5)
    cab, spoke = materials.plain(cab_tone, 0.35, Clearcoat=0.4), materials.plain(wheel_tone, 0.45)
    black = materials.mottled(["#141516", "#232425"], 2, 0.55)
    red = materials.plain(wheel_tone if american else "#9c2a22", 0.45)
    steel, brass = materials.metal("#a8a8a6", 0.35), materials.metal("#c59a45", 0.3)
    rim = materials.mottled(["#5b5552", "#8d8a86"], 4, 0.45, Metallic=0.7)
    axis = 2.62
    parts = [turned([(0, -1.9), (0.86, -1.9), (0.86, 3.1), (0, 3.1)], (0, 0, axis), boiler, "y", 56)]
    smokebox = [(0.9, 3.05), (0.92, 3.1), (0.92, 4.3), (0.86, 4.4), (0.68, 4.41), (0.66, 4.48), (0.58, 4.53)]
    smokebox += [(0.3, 4.6), (0, 4.62)]
    parts.append(shapes.bevel(turned(smokebox, (0, 0, axis), black, "y", 56), 0.02))
    for a in (rng.uniform(0.4, 1.0), rng.uniform(1.9, 2.6)):
        tip = (0.34 * math.cos(a), -4.68, axis + 0.34 * math.sin(a))
        parts.append(shapes.rod((0, -4.68, axis), tip, 0.035, steel, 8))
    ring = [(0.86, -0.04), (0.885, -0.03), (0.885, 0.03), (0.86, 0.04)]
    parts.append(repeated(turned(ring, (0, -3.0, axis), brass if american else black, "y", 56), 4, 1.3))
    parts += mountings(american, axis, black, brass)
    parts += footplate(american, black, red, steel)
    parts += cab_and_tender(cab, black, brass, rng)
    for side in (-1, 1):
        for y in (-1.75, 0.0, 1.75):
            parts += spoked(side * 0.82, y, 0.8, spoke, rim, 14)
        for y in (-4.2, -3.1, 4.6, 5.9, 7.2):
            parts += spoked(side * 0.82, y, 0.47, spoke, rim, 10)
        parts.append(shapes.box((0.08, 3.75, 0.16), (side * 0.96, 0, RAIL + 0.5), steel, 0.03))
        crank, piston = (side * 1.02, 0, RAIL + 0.5), (side * 1.1, -3.0, RAIL + 0.72)
        parts.append(shapes.rod(crank, piston, 0.06, steel, 10))
        cylinder = [(0, -0.55), (0.4, -0.55), (0.42, -0.5), (0.42, 0.5), (0.4, 0.55), (0, 0.58)]
        parts.append(turned(cylinder, (side * 1.08, -3.65, RAIL + 0.78), cab, "y", 32))
        parts.append(shapes.box((0.6, 1.0, 0.5), (side * 1.05, -3.65, RAIL + 1.12), cab, 0.08))
    hang(coach(rng, 8.6), parts[0])
    return parts


def mountings(american, axis, black, brass):
    """Chimney, domes, whistle, bell and lamp on the boiler."""
    top = axis + 0.86
    if american:
        funnel = [(0.3, -0.1), (0.24, 0.1), (0.26, 0.45), (0.62, 1.0), (0.64, 1.08), (0.4, 1.28), (0.3, 1.28)]
    else:
        funnel = [(0.46, -0.12), (0.3, 0.08), (0.27, 0.3), (0.3, 0.8), (0.4, 0.84), (0.4, 0.95), (0.28, 0.97)]
    funnel += [(0.2, funnel[-1][1]), (0.2, 0.3)]
    dome = shapes.curve([(0.5, -0.15), (0.36, 0.02), (0.35, 0.35), (0.24, 0.56), (0, 0.63)], 5)
    big = [(1.1 * r, 1.1 * h) for r, h in dome]
    made = []
    for y, line, material in ((-3.75, funnel, black), (-1.9, dome, brass), (-0.1, big, brass)):
        made.append(shapes.lathe(line, material, 40))
        shapes.moved(made[-1], Matrix.Translation((0, y, top)))
    lamp = [(0, -0.2), (0.22, -0.2), (0.24, 0.2), (0.2, 0.2), (0.16, 0.16), (0, 0.12)]
    flame, lens = materials.glow("#ffe9b8", 1.6), [(0, 0.17), (0.18, 0.17)]
    for at in [(0, -4.4, top + 0.24)] if american else [(-0.85, -4.9, 1.9), (0.85, -4.9, 1.9)]:
        made += [turned(lamp, at, brass if american else black, "y", 28), turned(lens, at, flame, "y")]
        made.append(shapes.box((0.4, 0.36, 0.4), (at[0], at[1] + 0.05, at[2] - 0.05), black, 0.05))
    return made


def footplate(american, black, red, steel):
    """Frame, running boards, and the front with cowcatcher or buffers."""
    made = [shapes.box((1.1, 8.2, 0.9), (0, -0.6, 1.55), black, 0.03)]
    for side in (-1, 1):
        made.append(shapes.box((0.7, 7.0, 0.07), (side * 1.05, -0.4, 2.02), black))
        made.append(shapes.box((0.05, 7.0, 0.14), (side * 1.38, -0.4, 1.98), red, 0.015))
    made.append(shapes.box((2.6, 0.9, 0.08), (0, -4.5, 1.62), black, 0.02))
    made.append(shapes.box((2.7, 0.14, 0.5), (0, -4.95, 1.4), red, 0.03))
    if american:
        for k in range(-6, 7):
            x = 0.19 * k
            foot = (x, -5.2 - 1.15 * (1 - abs(x) / 1.3), RAIL + 0.12)
            made.append(shapes.rod((x * 0.95, -5.0, 1.5), foot, 0.045, red, 8))
        nose = [(-1.2, -5.25, RAIL + 0.12), (0, -6.35, RAIL + 0.12), (1.2, -5.25, RAIL + 0.12)]
        made.append(shapes.sweep(nose, 0.07, red, 8))
    else:
        for x in (-0.88, 0.88):
            buffer = [(0.16, 0), (0.14, 0.3), (0.08, 0.3), (0.08, 0.5), (0.27, 0.52), (0.26, 0.58), (0, 0.62)]
            made.append(turned(buffer, (x, -5.0, 1.42), steel, "y", 28))
    return made


def arched(half, rise, length, at, material):
    """A roof, `half` as wide as its span."""
    line = [(half * k / 12, rise * math.sqrt(1 - (k / 12) ** 2) ** 0.8) for k in range(-12, 13)]
    return shapes.slab(line, length, material, place=Matrix.Translation(at))


def cab_and_tender(paint, black, brass, rng):
    """The driver's cab and the tender with its coal."""
    dark = materials.plain("#0d1013", 0.15)
    made = [shapes.box((2.75, 1.75, 2.5), (0, 2.75, 2.75), paint, 0.04)]
    made.append(arched(1.65, 0.36, 2.4, (0, 2.75, 3.96), black))
    for side in (-1, 1):
        made.append(shapes.box((0.06, 0.84, 0.94), (side * 1.37, 2.75, 3.35), brass, 0.02))
        made.append(shapes.box((0.06, 0.7, 0.8), (side * 1.385, 2.75, 3.35), dark))
        for long, y, z in ((1.5, 2.75, 2.55), (3.4, 5.95, 2.6), (3.4, 5.95, 1.65)):
            made.append(shapes.box((0.06, long, 0.05), (side * 1.36, y, z), brass, 0.01))
    made.append(shapes.box((2.7, 3.8, 1.5), (0, 5.95, 2.1), paint, 0.06))
    made.append(shapes.box((2.4, 4.2, 1.75), (0, 5.85, 2.0), black, 0.05))
    coal = materials.mottled(["#060606", "#1c1c1e"], 6, 0.5, 1.0, 0.1)
    heap = shapes.ball(1.0, (0, 5.7, 2.85), coal, (1.1, 1.7, 0.5), 40)
    made.append(shapes.roughened(heap, 0.14, 0.25, rng.random() + 1))
    return made


def coach(rng, front):
    """A wooden coach behind the tender, apart: it may run out of the picture."""
    paint = materials.plain(rng.choice(["#6b2a22", "#2f4a3a", "#7a5a34", "#8a7a52"]), 0.4)
    dark, black = materials.plain("#10161c", 0.08), materials.plain("#1a1a1a", 0.6)
    cream, length, mid = materials.plain("#d8cba8", 0.45), 12.0, front + 6.0
    made = [shapes.box((2.8, length, 1.25), (0, mid, 1.95), paint, 0.05)]
    made.append(shapes.box((2.76, length, 1.15), (0, mid, 3.1), cream, 0.05))
    made.append(arched(1.5, 0.45, length + 0.4, (0, mid, 3.64), black))
    made.append(repeated(shapes.box((2.84, 0.8, 0.75), (0, front + 1.1, 3.1), dark), 9, 1.22))
    made.append(shapes.box((2.2, length, 0.3), (0, mid, 1.2), black))
    wheel = [(0, -0.85), (0.45, -0.85), (0.45, 0.85), (0, 0.85)]
    return made + [turned(wheel, (0, front + y, RAIL + 0.45), black) for y in (1.6, 2.9, 9.1, 10.4)]


def railcar(studio, rng):
    """An electric railcar with a streamlined nose, and the next car behind it."""
    body, band = studio.pick(RAILCARS)
    paints = [materials.plain(tone, 0.25, Clearcoat=0.6) for tone in (body, band)]
    paints += [materials.plain("#0b0f13", 0.06), materials.plain("#3c4044", 0.6)]
    paints.append(materials.glow("#fff3d8", 1.8))
    steel, black = materials.metal("#6f6b67", 0.5), materials.plain("#191a1c", 0.6)
    parts = [car_body(-8.0, 8.0, paints, True)]
    behind = [car_body(8.7, 24.7, paints, False)]
    behind.append(shapes.box((2.3, 0.9, 2.6), (0, 8.35, 2.3), black, 0.05))
    for y in (-4.2, 5.6, 11.2, 22.0):
        wheel = [(0, -0.82), (0.46, -0.82), (0.46, 0.82), (0, 0.82)]
        bogie = [turned(wheel, (0, y + step, RAIL + 0.46), steel) for step in (-1, 1)]
        bogie.append(shapes.box((2.3, 2.9, 0.35), (0, y, 1.0), black, 0.05))
        (parts if y < 8 else behind).extend(bogie)
    hang(behind, parts[0])
    parts.append(repeated(shapes.box((1.7, 2.0, 0.35), (0, -1.0, 4.05), paints[3], 0.08), 2, 3.0))
    parts.append(shapes.sweep([(0, 6.6, 3.9), (0, 5.2, 4.7), (0, 6.4, 5.5), (0.9, 6.4, 5.5)], 0.05, black))
    return parts


def car_body(front, back, paints, nosed):
    """A car's shell; windows, doors, bands and lamps are materials of its faces."""
    half = [(0.0, 0.85), (1.25, 0.85), (1.36, 0.98), (1.42, 1.5), (1.45, 1.75), (1.46, 2.2), (1.42, 3.1)]
    half += [(1.38, 3.25), (1.2, 3.6), (0.75, 3.85), (0.0, 3.92)]
    ring = half + [(-x, z) for x, z in half[-2:0:-1]]
    steps, count = 200, len(ring)
    reaches = [(back - front) * (k / steps) ** 1.3 for k in range(steps + 1)]
    vertices, faces, picks = [], [], []
    for reach in reaches:
        turn = math.pi / 2 * min(1.0, reach / 5.2 if nosed else 1.0)
        slim, low = 0.32 + 0.68 * math.sin(turn) ** 0.6, 0.22 + 0.78 * math.sin(turn) ** 1.05
        vertices += [(x * slim, front + reach, 0.85 + (z - 0.85) * low) for x, z in ring]
    for k, reach in enumerate(reaches[:-1]):
        for i in range(count):
            a, b = k * count + i, k * count + (i + 1) % count
            faces.append((a, b, b + count, a + count))
            row = min(i, count - 1 - i)
            pick = {0: 3, 1: 3, 2: 1}.get(row, 0)
            if nosed and reach < 4.6:
                if row in (3, 4):
                    pick = 4 if 0.35 < reach < 0.95 else 1
                elif 2.3 < reach < 3.6 and row >= 5:
                    pick = 2
            elif 5.05 < reach < 6.35:
                pick = 2 if row == 5 and 5.2 < reach < 6.2 else 1 if 2 <= row <= 6 else pick
            elif row == 4:
                pick = 1
            elif row == 5 and reach % 1.6 > 0.25 and reach < back - front - 0.4:
                pick = 2
            picks.append(pick)
    faces += [tuple(range(count)), tuple(range(steps * count + count - 1, steps * count - 1, -1))]
    part = shapes.mesh("car", vertices, faces, paints, True, [*picks, 1 if nosed else 3, 3])
    part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(40)
    return part
