"""Roller skates: a laced boot on a plate with four wheels and a toe stop, alone or as a pair."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "paper", "street", "wooden_table", "floor"]
VIEW = View(turn=(-32, 32), elevation=(6, 24), fill=(0.62, 0.82), blur=0.7)
STYLES = [  # leather, side stripe, wheels, sole and toe stop
    ("#ece7dc", "#ece7dc", "#d2506e", "#8a5a34"),
    ("#3f6f9c", "#e8b83a", "#e8b83a", "#24262a"),
    ("#26262a", "#26262a", "#c23a2e", "#2a211a"),
    ("#e6dfd0", "#c8453a", "#3a8a9c", "#7a4a2c"),
    ("#d98aa0", "#f0e8dc", "#f0e8dc", "#e6dccb"),
    ("#8fb8ae", "#f2ede0", "#e07a4a", "#c99a62"),
    ("#a8322e", "#ece6da", "#ece6da", "#2a2420"),
]
BOOT = [  # height above the sole, heel, toe, half width
    (0.000, -0.126, 0.132, 0.039),
    (0.012, -0.131, 0.143, 0.043),
    (0.030, -0.132, 0.145, 0.0445),
    (0.045, -0.130, 0.138, 0.044),
    (0.056, -0.128, 0.118, 0.043),
    (0.066, -0.126, 0.085, 0.042),
    (0.078, -0.123, 0.052, 0.040),
    (0.092, -0.119, 0.026, 0.038),
    (0.112, -0.116, 0.006, 0.0365),
    (0.138, -0.116, -0.006, 0.037),
    (0.168, -0.121, -0.006, 0.040),
    (0.200, -0.127, 0.002, 0.043),
]
SOLE = 0.079


def rollerskates(studio, rng):
    style, high = studio.pick(STYLES), studio.pick([0.2, 0.2, 0.122, 0.185])
    parts = skate(rng, style, high)
    if studio.pick([True, False, True]):
        place = Matrix.Translation((rng.uniform(-0.12, -0.05), rng.uniform(0.13, 0.15), 0))
        place = place @ Matrix.Rotation(rng.uniform(-0.25, 0.05), 4, "Z")
        parts += [shapes.moved(part, place) for part in skate(rng, style, high)]
    if studio.pick([1, -1]) < 0:
        for part in parts:
            shapes.moved(part, Matrix.Diagonal((-1, 1, 1, 1))).data.flip_normals()
    return parts


def stand(x, y, z):
    """A point of the boot, which stands on its sole with the heel a little higher."""
    t = min(1.0, max(0.0, (0.04 - x) / 0.1))
    return Vector((x, y, SOLE + z + 0.018 * t * t * (3 - 2 * t)))


def ring(row, count, scale=1.0):
    """The boot's outline at a height: a blunt oval, narrower at the heel."""
    z, heel, toe, half = row
    points = []
    for k in range(count):
        a = 2 * math.pi * k / count
        c, s = math.cos(a), math.sin(a)
        x = (heel + toe) / 2 + scale * (toe - heel) / 2 * math.copysign(abs(c) ** 0.78, c)
        y = scale * half * math.copysign(abs(s) ** 0.78, s) * (1 - 0.1 * max(0.0, -c))
        points.append((x, y, z))
    return points


def skate(rng, style, high):
    leather, stripe, wheel, sole = style
    hide, lining = materials.mottled([leather, leather], 60, 0.4, 0.4, 0.0008), materials.cloth("#cfc4b0")
    edge, tongue = materials.plain(stripe, 0.4), materials.mottled([leather, leather], 300, 0.6, 0.3, 0.001)
    rows = [r for r in shapes.curve(BOOT, 14) if r[0] <= high + 1e-6]
    count = 232
    loops = [ring(r, count) for r in rows]
    top = rows[-1]
    loops += [ring((top[0] + d, *top[1:]), count, s) for d, s in ((0.001, 0.93), (-0.03, 0.88), (-0.06, 0.8))]
    vertices = [stand(*p) for loop in loops for p in loop]
    faces, picks = [], []
    for i in range(len(loops) - 1):
        for k in range(count):
            a, b = i * count + k, i * count + (k + 1) % count
            faces.append((a, b, b + count, a + count))
            x, y, z = loops[i][k]
            if i >= len(rows) - 1:
                picks.append(3)
            elif z > 0.06 and abs(y) < 0.0125 and x > (top[1] + top[2]) / 2:
                picks.append(2)
            elif 0.012 < z < 0.075 and 0.0 < x - 0.02 + 0.9 * (z - 0.03) < 0.022:
                picks.append(1)
            elif 0.012 < z < 0.075 and 0.0 < x + 0.018 + 0.9 * (z - 0.03) < 0.022:
                picks.append(1)
            else:
                picks.append(0)
    parts = [shapes.mesh("boot", vertices, faces, [hide, edge, tongue, lining], picks=picks)]
    collar = [stand(*p) for p in ring(top, 80)]
    parts.append(shapes.sweep(collar, 0.0055, edge if stripe != leather else hide, 12, closed=True))
    seam = materials.plain(tuple(0.7 * c for c in materials.linear(leather)), 0.6)
    for start, lean in ((0.075, -0.1), (-0.062, 0.35)):
        line = [surface(rows, 0.004 + 0.056 * k / 10, x=start + lean * 0.05 * k / 10) for k in range(11)]
        for side in (-1, 1):
            parts.append(shapes.sweep([(p.x, side * p.y, p.z) for p in line], 0.0011, seam, 8))
    flap = [
        stand(top[2] + 0.003 + 0.008 * v, 0.024 * u, top[0] - 0.02 + 0.05 * v - 0.012 * u * u * v)
        for v in (0, 0.5, 1)
        for u in (-1, -0.5, 0, 0.5, 1)
    ]
    quads = [(5 * j + i, 5 * j + i + 1, 5 * j + i + 6, 5 * j + i + 5) for j in (0, 1) for i in range(4)]
    shut = shapes.smoothed(shapes.mesh("flap", flap, quads, tongue), 2)
    shut.modifiers.new("thick", "SOLIDIFY").thickness = 0.007
    parts.append(shut)
    parts += laces(rng, rows, top)
    parts += chassis(rng, wheel, sole)
    return parts


def surface(rows, z, x=None, y=0.0, lift=0.0):
    """A point on the boot at height z: at x on its far side, or at y in front."""
    row = next((r for r in rows if r[0] >= z), rows[-1])
    half, middle, reach = row[3], (row[1] + row[2]) / 2, (row[2] - row[1]) / 2
    if x is not None:
        c = max(-1.0, min(1.0, (x - middle) / reach))
        s = (1 - abs(c) ** 2.56) ** 0.39
        return stand(x, half * s * (1 - 0.1 * max(0.0, -c)), z)
    s = min(1.0, abs(y) / half)
    return stand(middle + reach * (1 - s**2.56) ** 0.39 + lift, y, z + lift * 0.8)


def laces(rng, rows, top):
    """Eyelets in two rows, the lace crossing between them, and a bow."""
    cord, brass = materials.cloth("#f0ece2"), materials.metal("#c8b070", 0.3)
    parts, heights, last = [], [], None
    for row in rows:
        here = Vector((row[2], row[0]))
        if row[0] > 0.0615 and (last is None or (here - last).length > 0.0155):
            heights.append(row[0])
            last = here
    heights = [h for h in heights if h < top[0] - 0.004]
    for z in heights:
        for side in (-1, 1):
            at = surface(rows, z, y=side * 0.017)
            parts.append(shapes.ball(0.0034, at, brass, sides=16))
    for low, up in zip(heights, heights[1:]):
        for side in (-1, 1):
            middle = surface(rows, (low + up) / 2, y=0, lift=0.005 + 0.0015 * side)
            path = [
                surface(rows, low, y=side * 0.017, lift=0.002),
                middle,
                surface(rows, up, y=-side * 0.017, lift=0.002),
            ]
            parts.append(shapes.sweep(shapes.curve(path, 6), 0.0026, cord, 10))
    knot = surface(rows, heights[-1], y=0, lift=0.008)
    parts.append(shapes.ball(0.006, knot, cord, sides=18))
    for side in (-1, 1):
        droop = rng.uniform(0.008, 0.02)
        loop = [
            (0, 0, 0),
            (0.012, side * 0.016, 0.008),
            (0.018, side * 0.034, 0.0),
            (0.016, side * 0.03, -droop),
            (0.004, side * 0.008, -0.004),
        ]
        parts.append(shapes.sweep(shapes.curve([knot + Vector(p) for p in loop], 8), 0.0024, cord, 10))
        end = [
            (0, 0, 0),
            (0.016, side * 0.012, -0.012),
            (0.016, side * 0.022, -0.032),
            (0.022, side * 0.026, -0.05),
        ]
        parts.append(shapes.sweep(shapes.curve([knot + Vector(p) for p in end], 8), 0.0022, cord, 10))
    return parts


def chassis(rng, wheel, sole):
    """Sole and heel, plate, two trucks, four wheels, toe stop."""
    rubber, steel = materials.plain(sole, 0.6), materials.metal("#c4c6c8", 0.3)
    tyre, core = materials.plain(wheel, 0.35), materials.plain("#efe9dc", 0.4)
    flat = Matrix.Rotation(math.pi / 2, 4, "X")
    outline = [(x, y) for x, y, _ in ring((0, -0.133, 0.146, 0.0445), 72)]
    under = shapes.slab(outline, 0.010, rubber, 0.003, flat)
    for vertex in under.data.vertices:
        vertex.co = stand(vertex.co.x, vertex.co.y, vertex.co.z - 0.004)
    heel = [(x - 0.088, y) for x, y, _ in ring((0, -0.042, 0.042, 0.037), 40)]
    parts = [under, shapes.slab(heel, 0.022, rubber, 0.002, Matrix.Translation((0, 0, 0.079)) @ flat)]
    parts.append(shapes.box((0.262, 0.042, 0.007), (0.004, 0, 0.0665), steel, 0.002))
    tread = [(0.0075, -0.012), (0.016, -0.013), (0.020, -0.0165), (0.027, -0.0165), (0.0305, -0.013)]
    profile = tread + [(r, -z) for r, z in reversed(tread)]
    for x in (-0.082, 0.082):
        inward = math.copysign(1, -x)
        parts.append(
            shapes.rod(
                (x + inward * 0.022, 0, 0.064), (x + inward * 0.004, 0, 0.026), 0.011, steel, 24, 0.008
            )
        )
        cushion = shapes.lathe(
            [(0.006, 0.0), (0.016, 0.002), (0.017, 0.007), (0.013, 0.010), (0.006, 0.011)], tyre, 32
        )
        parts.append(shapes.moved(cushion, Matrix.Translation((x + inward * 0.017, 0, 0.047))))
        parts.append(shapes.box((0.03, 0.03, 0.016), (x + inward * 0.008, 0, 0.056), steel, 0.004))
        parts.append(shapes.rod((x, -0.068, 0.031), (x, 0.068, 0.031), 0.0042, steel, 16))
        parts.append(shapes.rod((x, -0.03, 0.031), (x, 0.03, 0.031), 0.009, steel, 20))
        for y in (-0.046, 0.046):
            at = Matrix.Translation((x, y, 0.031)) @ flat
            hub = lambda ring_, _: int(ring_ in (0, 1, 7, 8))  # noqa: E731
            parts.append(shapes.moved(shapes.lathe(profile, [tyre, core], 48, pick=hub), at))
            face = math.copysign(1, y)
            ball = shapes.lathe(
                [(0.0042, 0), (0.011, 0), (0.0115, 0.001), (0.0105, 0.002), (0.0042, 0.002)], steel, 32
            )
            parts.append(shapes.moved(ball, Matrix.Translation((x, y + face * 0.0118 + 0.001, 0.031)) @ flat))
            parts.append(
                shapes.rod((x, y + face * 0.013, 0.031), (x, y + face * 0.0185, 0.031), 0.0065, steel, 6)
            )
    stop = [
        (0, 0),
        (0.017, 0),
        (0.021, 0.004),
        (0.0205, 0.014),
        (0.016, 0.022),
        (0.007, 0.024),
        (0.006, 0.045),
        (0, 0.045),
    ]
    place = Matrix.Translation((0.158, 0, 0.024)) @ Matrix.Rotation(-0.55, 4, "Y")
    parts.append(shapes.moved(shapes.lathe(stop, [tyre if rng.random() < 0.5 else rubber], 40), place))
    return parts
