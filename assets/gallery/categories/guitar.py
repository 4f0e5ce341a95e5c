"""A guitar: an acoustic one with a round sound hole or a solid electric one, on a stand or a wall hook."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "wall", "paper", "floor", "lawn", "floor", "wall", "paper"]
KINDS = ["acoustic", "acoustic", "electric", "acoustic", "acoustic", "electric"]
VIEW = View(turn=(-30, 30), elevation=(3, 14), fill=(0.76, 0.87), blur=0.7)
TOPS = [("#d9a860", "#b07a38"), ("#c2743a", "#7d3f1a"), ("#e6c88f", "#c29a5c"), ("#8a4a24", "#4a2410")]
LACQUERS = ["#a8221f", "#1c1d20", "#2f6f86", "#e6dcc2", "#d8952a"]
WAIST = [(0.0, 0.0), (0.1, 0.008), (0.168, 0.058), (0.192, 0.14), (0.172, 0.22), (0.13, 0.29), (0.125, 0.325)]
WAIST += [(0.142, 0.39), (0.13, 0.448), (0.085, 0.48), (0.03, 0.488), (0.0, 0.488)]
HORNS = [(0, 0), (-0.1, 0.01), (-0.162, 0.06), (-0.165, 0.13), (-0.122, 0.19), (-0.117, 0.24), (-0.15, 0.31)]
HORNS += [(-0.167, 0.385), (-0.138, 0.41), (-0.1, 0.365), (-0.06, 0.325), (-0.03, 0.315), (0.03, 0.315)]
HORNS += [(0.055, 0.32), (0.085, 0.35), (0.118, 0.37), (0.136, 0.352), (0.126, 0.3), (0.106, 0.235)]
HORNS += [(0.117, 0.185), (0.157, 0.125), (0.155, 0.055), (0.1, 0.01)]


def guitar(studio, rng):
    if studio.pick(KINDS) == "acoustic":
        parts, nut, back = acoustic(studio, rng)
    else:
        parts, nut, back = electric(studio, rng)
    if studio.pick(SETTINGS) == "wall":
        return parts + hook(nut, back)
    lean = Matrix.Translation((0, 0, 0.13)) @ Matrix.Rotation(math.radians(-rng.uniform(9, 14)), 4, "X")
    return [shapes.moved(part, lean) for part in parts] + stand(lean, nut, back)


def acoustic(studio, rng):
    """Body of a light top and dark sides with a bound edge, hole, rosette, bridge; then the neck."""
    deep, hole = 0.1, 0.318
    half = [tuple(p) for p in shapes.curve(WAIST, 6)]
    outline = half + [(-x, z) for x, z in half[-2:0:-1]]
    top = materials.wood(*studio.pick(TOPS), 45, "z", 0.25)
    sides = materials.wood("#6b3a1e", "#351a0c", 30, "z", 0.25)
    dark = materials.wood("#2e1d14", "#140c08", 60, "z", 0.45)
    cream = materials.plain(rng.choice(["#e8dcc0", "#1a1614", "#e8dcc0"]), 0.4)
    black = materials.plain("#0c0908", 0.9)
    front = -deep / 2
    parts = [
        shapes.slab(outline, deep, sides),
        shapes.slab(
            [(x * 0.995, z) for x, z in outline], 0.004, top, 0, Matrix.Translation((0, front - 0.001, 0))
        ),
    ]
    for y in (front - 0.001, deep / 2):
        parts.append(shapes.sweep([(x, y, z) for x, z in outline], 0.0032, cream, 8, closed=True))
    face = front - 0.0032
    rings = [(0.049, black), (0.0565, materials.plain("#c9b08a", 0.4)), (0.06, black)]
    for k, (radius, material) in enumerate(reversed(rings)):
        parts.append(disc(radius, (0, face - 0.0003 * k, hole), material))
    if rng.random() < 0.7:
        tear = [
            (0.05, 0.335),
            (0.075, 0.315),
            (0.105, 0.25),
            (0.1, 0.215),
            (0.07, 0.215),
            (0.042, 0.262),
            (0.045, 0.3),
        ]
        shield = materials.mottled(["#2a120a", "#140a07", "#5a2a12"], 60, 0.15)
        edge = [tuple(p) for p in shapes.curve(tear, 6, closed=True)]
        parts.append(shapes.slab(edge, 0.0015, shield, 0, Matrix.Translation((0, face - 0.0006, 0))))
    bridge = [(-0.085, -0.01), (-0.05, -0.016), (0.05, -0.016), (0.085, -0.01), (0.085, 0.008), (0.05, 0.016)]
    bridge = [(x, z + 0.14) for x, z in [*bridge, (-0.05, 0.016), (-0.085, 0.008)]]
    parts.append(shapes.slab(bridge, 0.009, dark, 0.002, Matrix.Translation((0, face - 0.004, 0))))
    parts.append(shapes.box((0.07, 0.005, 0.004), (0, face - 0.01, 0.15), cream, 0.001))
    for k in range(6):
        parts.append(shapes.ball(0.0033, (-0.027 + 0.0108 * k, face - 0.009, 0.132), cream, sides=12))
    parts += neck(0.375, 0.9, 0.15, 0.488, face, dark, sides, cream, 19, even=True)
    return parts, 0.9, deep / 2


def electric(studio, rng):
    """A lacquered body with two horns, pickguard, three pickups, knobs; then the neck."""
    deep = 0.044
    lacquer = materials.plain(studio.pick(LACQUERS), 0.12, Clearcoat=0.6)
    outline = [tuple(p) for p in shapes.curve(HORNS, 6, closed=True)]
    pale, black = materials.plain("#efebe0", 0.3), materials.plain("#151515", 0.35)
    shield, fittings = rng.choice([(pale, black), (pale, black), (black, pale)])
    chrome = materials.metal("#cfd0d2", 0.15)
    timber, board = materials.wood("#d9aa68", "#b07f42", 40, "z", 0.3), materials.wood(
        "#4a2a18", "#22120a", 50, "z"
    )
    front = -deep / 2
    parts = [shapes.slab(outline, deep, lacquer, 0.006)]
    guard = [(-0.028, 0.3), (-0.075, 0.315), (-0.125, 0.36), (-0.13, 0.32), (-0.092, 0.25), (-0.085, 0.19)]
    guard += [
        (-0.06, 0.1),
        (0.02, 0.1),
        (0.06, 0.05),
        (0.115, 0.03),
        (0.125, 0.08),
        (0.09, 0.16),
        (0.085, 0.24),
    ]
    guard += [(0.1, 0.32), (0.08, 0.325), (0.028, 0.3)]
    edge = [tuple(p) for p in shapes.curve(guard, 4, closed=True)]
    parts.append(shapes.slab(edge, 0.003, shield, 0.0008, Matrix.Translation((0, front - 0.001, 0))))
    for z in (0.125, 0.185, 0.245):
        parts.append(shapes.box((0.088, 0.012, 0.019), (0, front - 0.006, z), fittings, 0.004))
        for k in range(6):
            parts.append(disc(0.0028, (-0.026 + 0.0104 * k, front - 0.0124, z), chrome))
    for x, z in ((0.075, 0.13), (0.09, 0.095), (0.103, 0.06)):
        knob = shapes.lathe([(0, 0.014), (0.0095, 0.014), (0.0105, 0.012), (0.0125, 0)], fittings, 32)
        parts.append(
            shapes.moved(
                knob, Matrix.Translation((x, front - 0.002, z)) @ Matrix.Rotation(math.pi / 2, 4, "X")
            )
        )
    parts.append(shapes.box((0.085, 0.012, 0.04), (0, front - 0.006, 0.075), chrome, 0.003))
    arm = [
        (0.035, front - 0.012, 0.08),
        (0.045, front - 0.03, 0.09),
        (0.075, front - 0.034, 0.15),
        (0.085, front - 0.034, 0.2),
    ]
    parts.append(shapes.sweep(shapes.curve(arm, 6), 0.0028, chrome, 10))
    parts += neck(
        0.28, 0.82, 0.08, 0.315, front - 0.004, board, timber, materials.plain("#e8e0cc", 0.4), 21, even=False
    )
    return parts, 0.82, deep / 2


def neck(low, nut, saddle, joint, face, board, timber, cream, frets, even):
    """Fretboard, frets, dots, strings, neck and headstock, `even` with tuners on both sides."""
    steel = materials.metal("#c9c6bc", 0.2)
    length, y = nut - saddle, face - 0.006

    def half(z):
        return 0.0285 - 0.0065 * (z - low) / (nut - low)

    outline = [(-half(low), low), (half(low), low), (half(nut), nut), (-half(nut), nut)]
    parts = [shapes.slab(outline, 0.008, board, 0.001, Matrix.Translation((0, face - 0.002, 0)))]
    outline = [
        (-half(joint), joint - 0.01),
        (half(joint), joint - 0.01),
        (half(nut), nut + 0.01),
        (-half(nut), nut + 0.01),
    ]
    parts.append(shapes.slab(outline, 0.022, timber, 0.006, Matrix.Translation((0, face + 0.012, 0))))
    parts.append(shapes.box((2 * half(nut), 0.012, 0.005), (0, face - 0.003, nut + 0.002), cream, 0.001))
    places = [nut - length * (1 - 2 ** (-k / 12)) for k in range(frets + 1)]
    for z in places[1:]:
        if z > low:
            parts.append(shapes.box((2 * half(z), 0.0022, 0.0022), (0, y - 0.0004, z), steel))
    for k in (3, 5, 7, 9, 12, 15):
        parts.append(disc(0.0045, (0, y - 0.0003, (places[k] + places[k - 1]) / 2), cream))
    head = [(0.021, 0), (0.036, 0.03), (0.04, 0.165), (0.022, 0.175), (0, 0.168)]
    head = head + [(-x, z) for x, z in head[-2::-1]]
    pegs = [(side * 0.028, 0.05 + 0.045 * k, side) for side in (-1, 1) for k in range(3)]
    if not even:
        head = [
            (0.021, 0),
            (0.024, 0.03),
            (0.03, 0.05),
            (0.03, 0.165),
            (0.005, 0.195),
            (-0.03, 0.19),
            (-0.04, 0.165),
        ]
        head += [(-0.038, 0.04), (-0.03, 0.02), (-0.021, 0)]
        pegs = [(-0.026, 0.035 + 0.025 * k, -1) for k in range(6)]
    tilt = Matrix.Translation((0, face + 0.006, nut)) @ Matrix.Rotation(math.radians(-9), 4, "X")
    top = [shapes.slab(head, 0.015, timber if not even else board, 0.003)]
    for x, z, side in pegs:
        top.append(shapes.rod((x, -0.006, z), (x, -0.02, z), 0.0042, steel, 16))
        top.append(shapes.rod((x, 0.004, z), (side * 0.058, 0.004, z), 0.0028, steel, 12))
        top.append(
            shapes.ball(0.0095, (side * 0.06, 0.004, z), steel if not even else cream, (0.75, 0.5, 1), 20)
        )
    parts += [shapes.moved(part, tilt) for part in top]
    order = pegs[:3] + pegs[:2:-1] if even else pegs
    for k, (x, z, _) in enumerate(order):
        thick = 0.0011 - 0.0001 * k
        start = Vector(((k - 2.5) * 0.0104, y - 0.007, saddle))
        over = Vector(((k - 2.5) * 0.0072, y - 0.004, nut + 0.002))
        parts.append(shapes.sweep([start, over], thick, steel, 6))
        parts.append(shapes.sweep([over, tilt @ Vector((x, -0.014, z))], thick, steel, 6))
    return parts


def disc(radius, at, material):
    """A thin disc that faces the front."""
    flat = shapes.lathe([(0, 0.0004), (radius, 0.0003), (radius, -0.001)], material, 48)
    return shapes.moved(flat, Matrix.Translation(at) @ Matrix.Rotation(math.pi / 2, 4, "X"))


def hook(nut, back):
    """Two padded prongs on a wooden block that carry the headstock."""
    rubber, block = materials.plain("#121212", 0.7), materials.wood("#8a5630", "#4f2d17", 40, "z")
    parts = [shapes.box((0.07, 0.022, 0.1), (0, back - 0.011, nut + 0.06), block, 0.005)]
    for side in (-1, 1):
        prong = [(side * 0.012, back - 0.02, nut + 0.04), (side * 0.034, back - 0.04, nut + 0.014)]
        prong += [(side * 0.034, -back - 0.03, nut + 0.01), (side * 0.034, -back - 0.045, nut + 0.025)]
        parts.append(shapes.sweep(shapes.curve(prong, 6), 0.0065, rubber, 12))
    return parts


def stand(lean, nut, back):
    """A tube stand: a pole behind the guitar, a cradle below, a yoke at the neck, three feet."""
    steel, rubber = materials.plain("#17181a", 0.35), materials.plain("#0d0d0d", 0.8)
    y, high = back + 0.035, nut * 0.78
    parts = [shapes.moved(shapes.rod((0, y, -0.06), (0, y, high), 0.009, steel), lean)]
    for side in (-1, 1):
        arm = [
            (0, y, 0.03),
            (side * 0.06, y, 0.0),
            (side * 0.1, y - 0.02, -0.005),
            (side * 0.1, -back - 0.02, -0.005),
        ]
        arm.append((side * 0.1, -back - 0.03, 0.03))
        parts.append(shapes.moved(shapes.sweep(shapes.curve(arm, 6), 0.0085, rubber, 12), lean))
        yoke = [(0, y, high), (side * 0.04, y - 0.01, high), (side * 0.042, -back - 0.01, high + 0.01)]
        parts.append(shapes.moved(shapes.sweep(shapes.curve(yoke, 6), 0.0075, rubber, 12), lean))
        knee = lean @ Vector((0, y, 0.02))
        parts.append(shapes.rod(knee, (side * 0.2, knee.y - 0.16, 0.009), 0.0085, steel))
        parts.append(shapes.ball(0.012, (side * 0.2, knee.y - 0.16, 0.012), rubber, sides=16))
    top = lean @ Vector((0, y, 0.2))
    parts.append(shapes.rod(top, (0, top.y + 0.2, 0.009), 0.0085, steel))
    return parts
