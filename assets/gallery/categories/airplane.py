"""An airplane: an airliner with two engines under swept wings, or a high-winged propeller plane."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["aloft", "aloft", "road", "aloft"]
VIEW = View(turn=(-78, 84), elevation=(0, 14), fill=(0.76, 0.92), lens=(34, 58), blur=0.2)
LIVERIES = [  # tail and stripe, second tone, engines
    ("#1d4f94", "#c8d4e0", "#e8e8e4"),
    ("#b0251f", "#e0ddd4", "#b0251f"),
    ("#1f7068", "#d8a63a", "#dfe2e0"),
    ("#d06a1e", "#3a4650", "#e8e6e0"),
    ("#4a2f78", "#c9b8dc", "#4a2f78"),
]
STRIPES = [("#a8281f", "#23344a"), ("#1f5a9a", "#d8a62a"), ("#2f6f45", "#c8b060"), ("#c8641e", "#3a3f46")]


def airplane(studio, rng):
    grounded = studio.pick(SETTINGS) == "road"
    if studio.pick(["jet", "jet", "propeller", "jet", "propeller"]) == "jet":
        return airliner(studio, rng, grounded)
    return light_plane(studio, rng)


def hull(stations, long, round_, centre, surfaces, pick):
    """A fuselage from (share of length, half width, half height, lift) stations, the nose in front.

    `round_` above 2 squares the sections; `pick(t, angle)` gives the material, the angle in degrees
    upwards from the side.
    """
    line = shapes.curve([(a, b, c) for a, b, c, _ in stations], 8)
    lifts = shapes.curve([(a, d) for a, _, _, d in stations], 8)
    sides, vertices, faces, picks = 64, [], [], []
    for (t, wide, tall), (_, lift) in zip(line, lifts):
        for k in range(sides):
            a = 2 * math.pi * k / sides
            c, s = (math.copysign(abs(f) ** (2 / round_), f) for f in (math.cos(a), math.sin(a)))
            vertices.append((max(wide, 0.01) * c, (t - 0.5) * long, centre + lift + max(tall, 0.01) * s))
    for ring in range(len(line) - 1):
        t = (line[ring][0] + line[ring + 1][0]) / 2
        for k in range(sides):
            a, b = ring * sides + k, ring * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
            angle = math.degrees(2 * math.pi * (k + 0.5) / sides)
            angle = angle if angle <= 180 else angle - 360
            # Left and right alike: an angle beyond the top counts from the other side.
            picks.append(pick(t, angle if abs(angle) <= 90 else math.copysign(180, angle) - angle))
    last = (len(line) - 1) * sides
    faces += [tuple(range(sides))[::-1], tuple(range(last, last + sides))]
    return shapes.mesh("hull", vertices, faces, surfaces, True, [*picks, 0, pick(1, 0)])


def foil(sections, surfaces, edge=0.07):
    """A wing from (leading edge, chord, thickness, across) sections; `across` is the thick direction.

    surfaces: the skin and the leading edge's material.
    """
    shares = [0.5 * (1 - math.cos(math.pi * k / 12)) for k in range(13)]
    heights = [5 * (0.297 * u**0.5 - 0.126 * u - 0.352 * u**2 + 0.284 * u**3 - 0.1015 * u**4) for u in shares]
    ring = list(zip(shares, heights)) + [(u, -0.8 * h) for u, h in zip(shares[-2:0:-1], heights[-2:0:-1])]
    count, vertices, faces, picks = len(ring), [], [], []
    for start, chord, thick, across in sections:
        for u, h in ring:
            vertices.append(Vector(start) + Vector((0, u * chord, 0)) + Vector(across) * h * thick * chord)
    for k in range(len(sections) - 1):
        for i in range(count):
            a, b = k * count + i, k * count + (i + 1) % count
            faces.append((a, b, b + count, a + count))
            picks.append(1 if ring[i][0] < edge and ring[(i + 1) % count][0] < edge + 0.03 else 0)
    faces += [tuple(range(count))[::-1], tuple(range((len(sections) - 1) * count, len(sections) * count))]
    part = shapes.mesh("foil", vertices, faces, surfaces, True, [*picks, 0, 0])
    part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(50)
    return part


def turned(profile, at, material, axis="y", sides=40, **more):
    """A (radius, length) profile turned about an axis through `at`, along y to the front or along x."""
    turn = Matrix.Rotation(math.pi / 2, 4, "X" if axis == "y" else "Y")
    return shapes.moved(shapes.lathe(profile, material, sides, **more), Matrix.Translation(at) @ turn)


def roller(at, radius, width):
    """A tyre with its hub."""
    w = width / 2
    tyre = [(0.5, -w), (0.85, -w), (1, -0.5 * w), (1, 0.5 * w), (0.85, w), (0.5, w)]
    made = [turned([(r * radius, z) for r, z in tyre], at, materials.plain("#161617", 0.8), "x")]
    hub = [(0, -0.8 * w), (0.52 * radius, -0.8 * w), (0.52 * radius, 0.8 * w), (0, 0.8 * w)]
    return [*made, turned(hub, at, materials.metal("#b8babc", 0.35), "x", 24)]


def airliner(studio, rng, grounded):
    long, r, z = 33.0, 2.05, 3.6
    tone, second, engine = studio.pick(LIVERIES)
    style = studio.pick(["tail", "stripe", "belly"])
    white = materials.plain("#e9e9e6", 0.25, Clearcoat=0.6)
    paint, other = materials.plain(tone, 0.25, Clearcoat=0.6), materials.plain(second, 0.3, Clearcoat=0.4)
    pane, grey = materials.plain("#0c1013", 0.06), materials.plain("#b4b8bb", 0.35)
    steel, cowl = materials.metal("#c9cbcd", 0.22), materials.plain(engine, 0.25, Clearcoat=0.6)

    def pick(t, angle):
        if 0.034 < t < 0.06 and 28 < angle < 86 and not 56 < angle < 60:
            return 2
        if style == "stripe" and -14 < angle < -4:
            return 1
        if style == "belly" and angle < -22:
            return 1 if angle > -32 else 4
        if style != "belly" and angle < -48:
            return 3
        return 1 if style == "tail" and t > 0.8 - 0.0008 * angle else 0

    widths = [(0, 0.02), (0.006, 0.3), (0.02, 0.56), (0.045, 0.8), (0.085, 0.96), (0.13, 1), (0.64, 1)]
    widths += [(0.76, 0.88), (0.88, 0.54), (0.96, 0.25), (1, 0.1)]
    lifts = [-0.3, -0.28, -0.22, -0.12, -0.03, 0, 0, 0.11, 0.4, 0.64, 0.76]
    stations = [(t, w * r, w * r, c * r) for (t, w), c in zip(widths, lifts)]
    parts = [hull(stations, long, 2, z, [white, paint, pane, grey, other], pick)]
    skin, tail = [grey, steel], [paint, steel]
    for side in (-1, 1):
        up = (0, 0, 1)
        wing = [((0, -5.2, z - 1.1), 8.2, 0.13, up), ((side * 5.4, -1.9, z - 0.75), 4.9, 0.12, up)]
        wing += [((side * 15.8, 4.3, z + 0.15), 1.9, 0.11, up), ((side * 16.4, 4.75, z + 0.3), 1.7, 0.1, up)]
        parts.append(foil(wing, skin))
        out = (side * 0.9, 0, 0.4)
        winglet = [((side * 16.35, 4.75, z + 0.28), 1.7, 0.09, up)]
        winglet.append(((side * 16.75, 5.2, z + 0.7), 1.4, 0.09, out))
        winglet.append(((side * 17.1, 6.1, z + 2.2), 0.7, 0.08, (side, 0, 0.1)))
        parts.append(foil(winglet, tail))
        plane = [((0, 12.2, z + 1.2), 3.9, 0.1, up), ((side * 6.2, 15.2, z + 1.75), 1.4, 0.1, up)]
        parts.append(foil(plane, skin))
        for x, y, lift in ((4.2, 3.0, -0.95), (7.6, 3.6, -0.68), (10.8, 4.5, -0.42)):
            parts.append(shapes.ball(0.3, (side * x, y, z + lift), grey, (0.7, 4.2, 0.9), 20))
        parts += nacelle(side * 5.6, -3.4, z - 1.95, cowl, steel, grey)
        window = shapes.box((0.06, 0.36, 0.5), (side * r * 0.978, -long * 0.36, z + 0.42), pane, 0.1)
        row = window.modifiers.new("row", "ARRAY")
        row.use_relative_offset, row.use_constant_offset = False, True
        row.count, row.constant_offset_displace = 26, (0, 0.82, 0)
        parts.append(window)
        for y in (-12.9, 9.6):
            reach = r * (0.985 if y > 0 else 0.97)
            edge = [(0.5, -0.75), (0.5, 1.05), (-0.5, 1.05), (-0.5, -0.75)]
            frame = [(side * math.sqrt(max(reach**2 - h * h, 0)), y + w, z + h) for w, h in edge]
            parts.append(shapes.sweep(frame, 0.035, grey, 6, closed=True))
    fin = [((0, 9.6, z + 1.5), 6.6, 0.09, (1, 0, 0)), ((0, 11.4, z + 3.0), 4.8, 0.09, (1, 0, 0))]
    parts.append(foil([*fin, ((0, 14.9, z + 7.9), 2.0, 0.08, (1, 0, 0))], tail))
    parts.append(shapes.ball(1.0, (0, 0.2, z - 1.6), grey, (1.9, 6.2, 0.75), 40))
    if grounded:
        for x, y in ((-3.3, 1.9), (3.3, 1.9), (0, -12.0)):
            radius = 0.56 if x else 0.42
            parts.append(shapes.rod((x, y, z - 1.0), (x, y, radius), 0.16, steel, 16))
            for step in (-0.36, 0.36):
                parts += roller((x + step, y, radius), radius, 0.4)
            parts.append(shapes.box((0.06, 1.0, 1.1), (1.08 * x if x else 0.3, y, 1.75), white, 0.02))
    return parts


def nacelle(x, y, z, paint, steel, grey):
    """A turbofan in its cowling, hung on a pylon."""
    cowl = [(1.0, 1.9), (1.14, 2.02), (1.26, 1.85), (1.38, 1.2), (1.38, 0.2), (1.2, -1.2), (1.08, -1.7)]
    cowl = shapes.curve([*cowl, (0.98, -1.68)], 4)
    made = [turned(cowl, (x, y, z), [steel, paint], pick=lambda ring, _: 1 if ring > 10 else 0)]
    dark = materials.plain("#232629", 0.4, 0.6)
    blade = materials.metal("#6f7478", 0.35)
    fan = [(1.1, 1.9), (1.1, 1.2), (0.3, 1.25)]
    made.append(turned(fan, (x, y, z), [dark, blade], sides=48, pick=lambda ring, k: k % 2 if ring else 0))
    made.append(turned([(0.34, 1.2), (0.25, 1.5), (0, 1.75)], (x, y, z), grey, sides=24))
    core = [(1.02, -1.5), (0.75, -1.55), (0.68, -2.3), (0.4, -2.25), (0.25, -2.7), (0, -3.0)]
    made.append(turned(core, (x, y, z), materials.metal("#7a756e", 0.4)))
    pylon = [((x, y - 0.6, z + 1.2), 4.4, 0.08, (1, 0, 0)), ((x, y + 1.2, z + 1.75), 3.4, 0.08, (1, 0, 0))]
    return [*made, foil(pylon, [paint, paint])]


def light_plane(studio, rng):
    long, z = 7.6, 1.55
    tone, second = studio.pick(STRIPES)
    white = materials.plain("#e8e6df", 0.28, Clearcoat=0.6)
    paint, other = materials.plain(tone, 0.28, Clearcoat=0.6), materials.plain(second, 0.3)
    pane, black = materials.plain("#10171b", 0.05), materials.plain("#1a1b1d", 0.5)
    steel = materials.metal("#c4c6c8", 0.25)

    def pick(t, angle):
        if 0.255 < t < 0.315 and angle > 22 and not angle > 86:
            return 2
        if 0.325 < t < 0.56 and 16 < angle < 58 and not 0.42 < t < 0.435:
            return 2
        if -22 < angle < -2:
            return 1
        return 3 if -30 < angle <= -22 else 0

    stations = [
        *((0, 0.3, 0.28, 0), (0.012, 0.42, 0.38, 0), (0.09, 0.5, 0.44, 0), (0.23, 0.55, 0.5, 0)),
        *((0.33, 0.58, 0.7, 0.14), (0.45, 0.57, 0.72, 0.16), (0.57, 0.46, 0.6, 0.14)),
        *((0.72, 0.28, 0.36, 0.18), (0.9, 0.13, 0.2, 0.26), (1, 0.05, 0.12, 0.3)),
    ]
    parts = [hull(stations, long, 2.7, z, [white, paint, pane, other], pick)]
    up, top = (0, 0, 1), z + 0.83
    wing = []
    for x in (-5.4, -5.2, -2.6, 0, 2.6, 5.2, 5.4):
        far = abs(x)
        chord = 1.62 if far < 3 else 1.2 if far < 5.3 else 0.95
        wing.append(((x, -1.55 + (1.62 - chord) * 0.35, top + 0.028 * far), chord, 0.13, up))
    parts += [foil(wing, [white, white]), foil(wing[:2], [paint, paint]), foil(wing[-2:], [paint, paint])]
    for part, x in zip(parts[-2:], (-5.3, 5.3)):
        # The painted tips lie over the wing's own.
        there, back = Matrix.Translation((x, 0, top)), Matrix.Translation((-x, 0, -top))
        shapes.moved(part, there @ Matrix.Diagonal((1.3, 1.01, 1.06, 1)) @ back)
    for side in (-1, 1):
        strut = [(side * 0.5, -0.85, z - 0.3), (side * 2.7, -0.95, top + 0.05)]
        parts.append(shapes.sweep(strut, 0.055, white, 12, flat=0.5))
        plane = [((0, 2.75, z + 0.3), 1.0, 0.09, up), ((side * 1.7, 2.95, z + 0.32), 0.7, 0.09, up)]
        parts.append(foil(plane, [white, paint]))
        leg = [(side * 0.4, -0.35, z - 0.45), (side * 1.15, -0.35, 0.28)]
        parts.append(shapes.sweep(leg, 0.05, white, 10))
        parts += roller((side * 1.2, -0.35, 0.25), 0.25, 0.2)
        parts.append(shapes.ball(0.3, (side * 1.2, -0.3, 0.34), paint, (0.55, 1.35, 0.7), 24))
        parts.append(shapes.ball(0.08, (side * 0.3, -long / 2 + 0.08, z - 0.02), black, (1.3, 0.6, 0.8), 16))
    fin = [((0, 2.3, z + 0.35), 1.5, 0.08, (1, 0, 0)), ((0, 3.2, z + 1.65), 0.75, 0.08, (1, 0, 0))]
    parts.append(foil(fin, [paint, paint]))
    parts.append(shapes.rod((0, -2.9, z - 0.3), (0, -3.0, 0.25), 0.045, steel, 12))
    parts += roller((0, -3.0, 0.22), 0.22, 0.16)
    parts.append(shapes.ball(0.26, (0, -2.96, 0.31), paint, (0.5, 1.35, 0.7), 24))
    cone = [(0.23, 0), (0.2, 0.18), (0.1, 0.34), (0, 0.38)]
    parts.append(turned(shapes.curve(cone, 4), (0, -long / 2, z), paint, sides=32))
    turn = rng.uniform(0, math.pi)
    for side in (0, math.pi):
        spin = Matrix.Translation((0, -long / 2 - 0.14, z)) @ Matrix.Rotation(turn + side, 4, "Y")
        blade = [(0.1, 0.05), (0.45, 0.1), (0.85, 0.085), (1, 0.05), (1, -0.05), (0.5, -0.09), (0.1, -0.05)]
        slab = shapes.slab(blade, 0.03, black, 0.008)
        parts.append(shapes.moved(slab, spin @ Matrix.Rotation(0.35, 4, "X")))
    return parts
