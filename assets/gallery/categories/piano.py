"""A piano: an upright with its keyboard and pedals, or a grand with the lid raised."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "floor", "paper", "floor", "floor", "paper", "floor"]
KINDS = ["grand", "upright", "grand", "upright", "upright"]
VIEW = View(turn=(-26, 26), elevation=(9, 22), fill=(0.68, 0.84), lens=(30, 50), blur=0.5)
FINISHES = ["black", "walnut", "black", "white", "mahogany", "black"]


def piano(studio, rng):
    finish = studio.pick(FINISHES)
    case = {
        "black": lambda: materials.plain("#0a0a0b", 0.1, Clearcoat=0.5),
        "white": lambda: materials.plain("#e4e1da", 0.15, Clearcoat=0.5),
        "walnut": lambda: materials.wood("#8a5a34", "#4a2c17", 12, "x", 0.2),
        "mahogany": lambda: materials.wood("#6b2a18", "#35120a", 12, "x", 0.18),
    }[finish]()
    brass = materials.metal("#c9a24a", 0.22)
    if studio.pick(KINDS) == "upright":
        return upright(rng, case, brass)
    spin = Matrix.Rotation(math.radians(rng.uniform(22, 34)), 4, "Z")
    return [shapes.moved(part, spin) for part in grand(rng, case, brass)]


def keyboard(wide, front, level):
    """52 white and 36 black keys along x, their fronts at y = front, their tops at `level`."""
    ivory, ebony = materials.plain("#f1ece0", 0.2), materials.plain("#0d0c0c", 0.25)
    step, parts = wide / 52, []
    for k in range(52):
        x = -wide / 2 + step * (k + 0.5)
        parts.append(shapes.box((step - 0.0016, 0.15, 0.02), (x, front + 0.075, level - 0.01), ivory, 0.0015))
        if k % 7 in (0, 2, 3, 5, 6) and k < 51:
            at = (x + step / 2, front + 0.102, level + 0.004)
            parts.append(shapes.box((step * 0.5, 0.095, 0.02), at, ebony, 0.002))
    felt = materials.cloth("#8f1f1f")
    parts.append(shapes.box((wide, 0.004, 0.006), (0, front + 0.152, level + 0.004), felt))
    return parts


def score(at, lean, rng):
    """Open sheet music on the desk."""
    paper, ink, parts = materials.plain("#f2eee2", 0.9), materials.plain("#3a3733", 0.9), []
    for side in (-1, 1):
        parts.append(shapes.box((0.215, 0.004, 0.29), (side * 0.11, 0, 0.145), paper, 0.001))
        for row in range(6):
            z = 0.25 - row * 0.042
            for line in range(3):
                parts.append(shapes.box((0.17, 0.001, 0.0013), (side * 0.11, -0.0023, z - 0.006 * line), ink))
            for _ in range(8):
                spot = (side * 0.11 + rng.uniform(-0.08, 0.08), -0.0025, z - rng.uniform(-0.004, 0.016))
                parts.append(shapes.box((0.006, 0.001, 0.006), spot, ink))
    place = Matrix.Translation(at) @ Matrix.Rotation(-lean, 4, "X")
    return [shapes.moved(part, place) for part in parts]


def upright(rng, case, brass):
    """A tall case; the keyboard on its shelf between two arms, panels, desk, pedals."""
    wide, tall, deep = 1.48, rng.uniform(1.14, 1.28), 0.34
    bed, keys, out = 0.64, 1.24, -0.4
    parts = [
        shapes.box((wide - 0.06, deep, tall - 0.1), (0, 0.1, tall / 2), case, 0.004),
        shapes.box((wide + 0.03, deep + 0.05, 0.03), (0, 0.09, tall - 0.015), case, 0.008),
        shapes.box((wide - 0.06, 0.36, 0.05), (0, out + 0.18, bed - 0.025), case, 0.006),
        shapes.box((keys + 0.02, 0.024, 0.045), (0, out + 0.02, bed + 0.02), case, 0.006),
        shapes.box((wide + 0.01, deep + 0.05, 0.09), (0, 0.09, 0.06), case, 0.008),
    ]
    parts += keyboard(keys, out + 0.045, bed + 0.065)
    fall = Matrix.Translation((0, out + 0.215, bed + 0.1)) @ Matrix.Rotation(-0.2, 4, "X")
    parts.append(shapes.moved(shapes.box((keys, 0.018, 0.13), (0, 0, 0.03), case, 0.004), fall))
    parts.append(shapes.moved(shapes.box((0.14, 0.002, 0.012), (0, -0.01, 0.035), brass), fall))
    for side in (-1, 1):
        x = side * (wide / 2 - 0.02)
        arm = [(0.27, 0.02), (0.27, tall - 0.03), (-0.09, tall - 0.03), (-0.1, bed + 0.24)]
        arm += [(-0.16, bed + 0.16)]
        arm += [(-0.34, bed + 0.14), (-0.4, bed + 0.11), (-0.41, bed + 0.04), (-0.38, bed - 0.05)]
        arm += [(-0.09, bed - 0.07)]
        arm += [(-0.09, 0.02)]
        place = Matrix.Translation((x, 0, 0)) @ Matrix.Rotation(math.pi / 2, 4, "Z")
        parts.append(shapes.slab(arm, 0.04, case, 0.006, place))
        block = (side * (keys / 2 + 0.042), out + 0.12, bed + 0.045)
        parts.append(shapes.box((0.08, 0.2, 0.09), block, case, 0.01))
        leg = [(0.026, 0.1), (0.04, 0.12), (0.026, 0.15), (0.032, 0.3), (0.044, 0.46), (0.028, 0.54)]
        leg += [(0.042, bed - 0.05)]
        leg = [(0, 0.1)] + [tuple(p) for p in shapes.curve(leg, 6)] + [(0, bed - 0.05)]
        at = Matrix.Translation((side * (wide / 2 - 0.06), out + 0.07, 0))
        parts.append(shapes.moved(shapes.lathe(leg, case, 36), at))
        parts.append(
            shapes.box((0.075, 0.4, 0.09), (side * (wide / 2 - 0.06), out + 0.2, 0.075), case, 0.012)
        )
        x = at.translation.x
        parts.append(shapes.rod((x - 0.01, out + 0.05, 0.018), (x + 0.01, out + 0.05, 0.018), 0.018, brass))
    panels = rng.choice([[(0.0, 0.6)], [(-0.42, 0.18), (0.0, 0.18), (0.42, 0.18)]])
    for low, high in ((0.16, bed - 0.1), (bed + 0.3, tall - 0.08)):
        for x, half in panels:
            parts += moulding(x, half, low, high, -0.07, case)
    desk = Matrix.Translation((0, -0.075, bed + 0.25)) @ Matrix.Rotation(-0.16, 4, "X")
    parts.append(shapes.moved(shapes.box((0.8, 0.014, 0.2), (0, 0, 0.1), case, 0.004), desk))
    parts.append(shapes.box((0.82, 0.06, 0.014), (0, -0.09, bed + 0.25), case, 0.004))
    if rng.random() < 0.8:
        parts += score((0, -0.092, bed + 0.258), 0.16, rng)
    parts += pedals(rng.choice([2, 3]), -0.1, brass)
    return parts


def moulding(x, half, low, high, y, case):
    """A raised rectangular frame on a panel."""
    parts = []
    for side in (-1, 1):
        parts.append(
            shapes.box((0.018, 0.016, high - low), (x + side * half, y, (low + high) / 2), case, 0.005)
        )
        z = high if side > 0 else low
        parts.append(shapes.box((2 * half + 0.018, 0.016, 0.018), (x, y, z), case, 0.005))
    return parts


def pedals(count, y, brass):
    """Pedals with round tips in a row about x = 0."""
    parts = []
    for k in range(count):
        x = (k - (count - 1) / 2) * 0.085
        path = [(x, y + 0.05, 0.07), (x, y - 0.02, 0.062), (x, y - 0.1, 0.058)]
        parts.append(shapes.sweep(path, 0.013, brass, 14, flat=0.6))
        parts.append(shapes.ball(0.026, (x, y - 0.11, 0.057), brass, (0.9, 1.3, 0.32), 24))
    return parts


def grand(rng, case, brass):
    """A winged case on three legs, keyboard at the left, lid up, gold frame and strings inside."""
    long, low, rim = rng.uniform(1.7, 1.9), 0.66, 0.98
    curve = [(0.5, -0.74), (0.72, -0.68), (0.92, -0.5), (1.1, -0.26), (1.28, -0.1), (1.5, -0.04)]
    curve += [(1.68, 0.06)]
    curve += [(1.79, 0.26), (1.79, 0.5), (1.7, 0.67), (1.5, 0.74)]
    scale = long / 1.8
    bend = [(p[0] * scale, p[1]) for p in shapes.curve(curve, 6)]
    edge = [(0, -0.745), (0.25, -0.745), *bend, (1.2 * scale, 0.745), (0, 0.745)]
    middle = Matrix.Translation((-long / 2, 0, 0))
    flat = Matrix.Rotation(-math.pi / 2, 4, "X")
    inside = [(0.3, -0.715), *[(x - 0.03 * scale, y * 0.955) for x, y in edge[2:-1]], (0.3, 0.715)]
    gold = materials.mottled(["#b08436", "#d8aa52"], 8, 0.35, Metallic=0.7)
    steel, red = materials.metal("#d8d6d0", 0.25), materials.cloth("#7d1f1f")
    parts = [
        shapes.slab(edge, 0.06, case, 0.006, Matrix.Translation((0, 0, low)) @ flat),
        shapes.slab(inside, 0.02, gold, 0, Matrix.Translation((0, 0, rim - 0.11)) @ flat),
        wall(edge, 0.035, low, rim, case),
        shapes.box((0.26, 1.42, 0.06), (0.13, 0, low + 0.02), case, 0.006),
        shapes.box((0.02, 1.42, rim - low - 0.08), (0.3, 0, (low + rim) / 2 + 0.04), case, 0.004),
    ]
    turn = Matrix.Rotation(-math.pi / 2, 4, "Z")
    keys = [shapes.moved(part, turn) for part in keyboard(1.26, 0.0, low + 0.09)]
    parts += [shapes.moved(part, Matrix.Translation((0.015, 0, 0))) for part in keys]
    for side in (-1, 1):
        parts.append(shapes.box((0.19, 0.075, 0.1), (0.1, side * 0.675, low + 0.07), case, 0.01))
    parts.append(shapes.box((0.018, 1.28, 0.16), (0.205, 0, low + 0.17), case, 0.004))
    parts.append(shapes.box((0.002, 0.16, 0.014), (0.195, 0, low + 0.18), brass))
    desk = Matrix.Translation((0.4, 0, rim - 0.02)) @ turn @ Matrix.Rotation(-0.3, 4, "X")
    parts.append(shapes.moved(shapes.box((0.72, 0.014, 0.24), (0, 0, 0.12), case, 0.004), desk))
    if rng.random() < 0.6:
        parts += [
            shapes.moved(p, Matrix.Translation((0.385, 0, rim)) @ turn) for p in score((0, 0, 0), 0.3, rng)
        ]
    for k in range(30):
        y = -0.66 + 1.3 * k / 29
        end = max((x for x, e in bend if abs(e - y) < 0.06), default=1.2) - 0.12
        if end > 0.55:
            parts.append(shapes.rod((0.46, y, rim - 0.085), (end, y * 0.97, rim - 0.085), 0.0022, steel, 6))
    parts.append(shapes.box((0.06, 1.36, 0.014), (0.52, 0, rim - 0.088), red, 0.003))
    for y in (-0.35, 0.05, 0.42):
        end = max(x for x, e in bend if abs(e - y) < 0.08) - 0.08
        parts.append(shapes.box((end - 0.4, 0.03, 0.03), ((end + 0.4) / 2, y, rim - 0.075), gold, 0.008))
    parts += lid(edge, rim, case, rng) + lyre(low, case, brass)
    for x, y in ((0.2, -0.58), (0.2, 0.58), (1.42 * scale, 0.36)):
        parts += leg(low, case, brass, Matrix.Translation((x, y, 0)))
    return [shapes.moved(part, middle) for part in parts]


def wall(edge, thick, low, high, case):
    """The rim along an open outline in x and y."""
    vertices, faces = [], []
    for i, (x, y) in enumerate(edge):
        before, after = Vector(edge[max(i - 1, 0)]), Vector(edge[min(i + 1, len(edge) - 1)])
        along = (after - before).normalized()
        ix, iy = x - along.y * thick, y + along.x * thick
        vertices += [(x, y, low), (x, y, high), (ix, iy, high), (ix, iy, low)]
    for i in range(len(edge) - 1):
        for k in range(4):
            a, b = 4 * i + k, 4 * i + (k + 1) % 4
            faces.append((a, a + 4, b + 4, b))
    faces += [(0, 1, 2, 3), tuple(4 * (len(edge) - 1) + k for k in (3, 2, 1, 0))]
    return shapes.bevel(shapes.mesh("rim", vertices, faces, case), 0.004, 2)


def lid(edge, rim, case, rng):
    """The lid, hinged along the far straight side and propped open, its front part folded back."""
    angle = math.radians(rng.uniform(32, 39))
    flat = Matrix.Rotation(-math.pi / 2, 4, "X")
    raised = Matrix.Translation((0, 0.75, rim + 0.012)) @ Matrix.Rotation(-angle, 4, "X")
    raised = raised @ Matrix.Translation((0, -0.75, 0))
    panel = [(0.36, -0.77), *[(x + 0.015, y * 1.02) for x, y in edge[2:-1]], (0.36, 0.76)]
    folded = [(0.365, -0.76), (0.72, -0.69), (0.72, 0.74), (0.365, 0.74)]
    parts = [
        shapes.slab(panel, 0.022, case, 0.005, flat),
        shapes.slab(folded, 0.018, case, 0.004, Matrix.Translation((0, 0, 0.021)) @ flat),
    ]
    parts = [shapes.moved(part, raised) for part in parts]
    parts.append(shapes.rod((0.72, -0.64, rim - 0.06), raised @ Vector((0.66, -0.42, -0.012)), 0.013, case))
    return parts


def lyre(low, case, brass):
    """The pedals and the posts that hold them below the keyboard."""
    turn = Matrix.Translation((0.42, 0, 0)) @ Matrix.Rotation(-math.pi / 2, 4, "Z")
    parts = [shapes.box((0.3, 0.07, 0.1), (0, 0, 0.1), case, 0.012)]
    for x in (-0.06, 0.06):
        parts.append(shapes.rod((x, 0, 0.1), (x * 1.5, 0, low), 0.016, case))
    parts += pedals(3, -0.02, brass)
    return [shapes.moved(part, turn) for part in parts]


def leg(low, case, brass, place):
    """A heavy tapering leg on a brass castor."""
    line = [(0.038, 0.07), (0.05, 0.09), (0.036, 0.12), (0.055, 0.42), (0.075, low - 0.12)]
    line += [(0.055, low - 0.09)]
    line += [(0.085, low - 0.06), (0.085, low)]
    profile = [(0, 0.07)] + [tuple(p) for p in shapes.curve(line, 5)] + [(0, low)]
    parts = [
        shapes.lathe(profile, case, 8, smooth=False),
        shapes.rod((-0.012, 0, 0.03), (0.012, 0, 0.03), 0.03, brass),
    ]
    return [
        shapes.moved(part, place) for part in [*parts, shapes.rod((0, 0, 0.03), (0, 0, 0.08), 0.018, brass)]
    ]
