"""A truck: a cab over or behind its engine, with a box, a tipper's tray or a tarpaulin."""

import math

from mathutils import Matrix

from categories.car import wheel
from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "street", "road", "lawn", "road"]
VIEW = View(turn=(-78, 72), elevation=(3, 14), fill=(0.74, 0.9), lens=(35, 65), blur=0.3)
CABS = ["#a8281f", "#23558c", "#d6a22a", "#e2e1dc", "#2f6a4c", "#c8642a", "#3d4a56"]


def truck(studio, rng):
    load = studio.pick(["box", "tipper", "tarpaulin", "box", "tipper"])
    bonnet = studio.pick([False, False, True, False, True, True, False])
    paint = materials.plain(studio.pick(CABS), 0.3, Clearcoat=0.8)
    kit = {
        "paint": paint,
        "pane": materials.plain("#0d1418", 0.04),
        "black": materials.plain("#17181a", 0.6),
        "chrome": materials.metal("#cfd1d3", 0.18),
        "lamp": materials.plain("#d4d9dc", 0.06, 0.4, Clearcoat=1.0),
        "amber": materials.plain("#d8801e", 0.2),
        "red": materials.plain("#9c1616", 0.2),
    }
    long = rng.uniform(4.6, 5.2) if load != "tipper" else 4.1
    start = -1.35
    end = start + long
    parts, nose = cab(bonnet, kit, start - 0.18)
    parts += chassis(nose, end, kit)
    parts += {"box": cargo_box, "tipper": tray, "tarpaulin": tarpaulin}[load](start, end, kit, studio, rng)
    rear = [end - 1.15] if load != "tipper" else [end - 1.75, end - 0.65]
    front = nose + (0.85 if bonnet else 1.0)
    for y in [front, *rear]:
        for side in (-1, 1):
            parts += wheel((side * 1.03, y, 0.5), 0.5, 0.3, 0, rng)
            if y != front:
                parts.append(mudguard(side, y, kit["black"]))
    middle = (nose + end) / 2
    return [shapes.moved(part, Matrix.Translation((0, -middle, 0))) for part in parts]


def prism(outline, wide, material, rounding):
    """A side view (y, z) given its width across."""
    turn = Matrix.Rotation(math.pi / 2, 4, "Z")
    return shapes.slab(outline, wide, material, rounding, place=turn)


def cab(bonnet, kit, back):
    """The cab, its front wall raked; with a bonnet it is shorter. Returns the parts and the nose's y."""
    made, black, chrome = [], kit["black"], kit["chrome"]
    if bonnet:
        front = back - 1.45
        side_view = [(back, 0.75), (front, 0.75), (front, 1.75), (front + 0.42, 2.62), (front + 0.6, 2.72)]
        side_view.append((back, 2.74))
        nose = front - 1.35
        hood = [(front + 0.1, 0.7), (nose, 0.7), (nose, 1.4), (nose + 0.12, 1.58), (front + 0.1, 1.78)]
        made.append(prism(hood, 1.56, kit["paint"], 0.09))
        for side in (-1, 1):
            angles = [math.pi * k / 16 for k in range(17)]
            arc = [(nose + 0.85 + 0.72 * math.cos(a), 0.5 + 0.72 * math.sin(a)) for a in angles]
            fender = prism(arc, 0.42, kit["paint"], 0.06)
            made.append(shapes.moved(fender, Matrix.Translation((side * 0.98, 0, 0))))
        grille, lamp_y, glass = (1.0, 0.72, 1.05), nose + 0.12, (front, 1.8, front + 0.4, 2.56)
    else:
        front = nose = back - 1.95
        side_view = [(back, 0.62), (front, 0.62), (front - 0.05, 1.5), (front + 0.2, 2.7)]
        side_view += [(front + 0.4, 2.84), (back - 0.1, 2.86), (back, 2.78)]
        grille, lamp_y, glass = (1.7, 0.5, 1.12), front - 0.02, (front - 0.03, 1.6, front + 0.17, 2.56)
    wide = 2.1 if bonnet else 2.3
    made.append(prism(side_view, wide, kit["paint"], 0.08))
    y0, z0, y1, z1 = glass
    out = 0.035
    screen = [(y0 - out, z0), (y1 - out, z1), (y1 + 0.1, z1), (y0 + 0.1, z0)]
    made.append(prism(screen, wide - 0.22, kit["pane"], 0.02))
    for side in (-1, 1):
        x = side * (wide / 2 + 0.004)
        low, high, end = z0 + 0.06, z1 - 0.04, back - 0.45
        pane = [(y0 + 0.22, low), (y1 + 0.17, high), (end, high), (end, low)]
        for grow, material, proud in ((0.05, black, 0.0), (0.0, kit["pane"], 0.008)):
            middle, up = sum(y for y, _ in pane) / 4, (low + high) / 2
            line = [(y + math.copysign(grow, y - middle), z + math.copysign(grow, z - up)) for y, z in pane]
            part = prism(line, 0.02, material, 0.004)
            made.append(shapes.moved(part, Matrix.Translation((x + side * proud, 0, 0))))
        for y in (back - 0.38, y0 + 0.14):
            made.append(shapes.box((0.012, 0.014, z1 - 0.95), (x, y, (z1 + 0.95) / 2), black))
        made.append(shapes.box((0.03, 0.16, 0.04), (x, back - 0.52, z0 - 0.12), chrome, 0.01))
        mirror = (side * (wide / 2 + 0.2), y0 + 0.02, z0 + 0.5)
        made.append(shapes.box((0.2, 0.09, 0.46), mirror, black, 0.04))
        for z in (0.2, -0.2):
            root = (side * (wide / 2 - 0.05), y0 + 0.2, mirror[2] + z)
            made.append(shapes.rod(root, (mirror[0], mirror[1], mirror[2] + z), 0.016, black, 8))
        lamp = (side * (0.86 if not bonnet else 0.92), lamp_y, 0.98)
        for r, push, material in ((0.15, 0.0, chrome), (0.125, 0.03, kit["lamp"])):
            made.append(shapes.ball(r, (lamp[0], lamp[1] - push, lamp[2]), material, (1, 0.4, 1), 28))
        made.append(shapes.box((0.14, 0.05, 0.08), (lamp[0], lamp[1] - 0.01, 0.76), kit["amber"], 0.015))
        made.append(shapes.box((0.4, 0.5, 0.06), (side * (wide / 2 - 0.15), y0 + 0.35, 0.5), black, 0.02))
        if bonnet:
            pipe = [(side * 0.98, back + y, z) for y, z in ((0.08, 0.9), (0.08, 3.1), (0.14, 3.25))]
            made.append(shapes.sweep(pipe, 0.065, chrome, 16))
    size = (grille[0], 0.06, grille[1])
    made.append(shapes.box(size, (0, nose - 0.02, grille[2]), black, 0.02))
    for k in range(6):
        z = grille[2] + grille[1] * (k - 2.5) / 6.5
        made.append(shapes.box((grille[0] - 0.06, 0.03, 0.03), (0, nose - 0.06, z), chrome, 0.008))
    made.append(shapes.box((2.3, 0.22, 0.3), (0, nose - 0.06, 0.52), chrome if bonnet else black, 0.06))
    made.append(shapes.box((0.5, 0.03, 0.12), (0, nose - 0.19, 0.52), materials.plain("#e8e5da", 0.4), 0.006))
    for x in (-0.6, -0.3, 0, 0.3, 0.6):
        made.append(shapes.box((0.1, 0.08, 0.06), (x, y1 + 0.3, z1 + 0.24), kit["amber"], 0.02))
    for x in (-0.5, 0.3):
        made.append(shapes.rod((x, y0 - 0.06, z0), (x + 0.4, y0 + 0.02, z0 + 0.38), 0.014, black, 8))
    return made, nose


def chassis(nose, end, kit):
    """The frame, tank, tool box, rear lamps and underrun bar."""
    black, made = kit["black"], []
    for side in (-1, 1):
        beam = (side * 0.42, (nose + end) / 2 + 0.2, 0.72)
        made.append(shapes.box((0.12, end - nose - 0.6, 0.26), beam, black, 0.02))
        made.append(shapes.box((0.3, 0.05, 0.12), (side * 0.85, end + 0.02, 0.75), kit["red"], 0.015))
    tank = [(0, -0.5), (0.25, -0.5), (0.28, -0.47), (0.28, 0.47), (0.25, 0.5), (0, 0.5)]
    for x, y in ((0.85, -0.4), (-0.85, -0.4)):
        place = Matrix.Translation((x, y, 0.62)) @ Matrix.Rotation(math.pi / 2, 4, "X")
        made.append(shapes.moved(shapes.lathe(tank, kit["chrome"] if x > 0 else black, 32), place))
    made.append(shapes.box((2.2, 0.08, 0.14), (0, end - 0.02, 0.5), black, 0.02))
    return made


def mudguard(side, y, black):
    """A mudguard over a rear wheel."""
    arc = [math.radians(10 + 160 * k / 20) for k in range(21)]
    outer = [(y + 0.58 * math.cos(a), 0.5 + 0.58 * math.sin(a)) for a in arc]
    inner = [(y + 0.55 * math.cos(a), 0.5 + 0.55 * math.sin(a)) for a in arc[::-1]]
    return shapes.moved(prism(outer + inner, 0.36, black, 0), Matrix.Translation((side * 1.03, 0, 0)))


def cargo_box(start, end, kit, studio, rng):
    """A closed box with corner posts, rails and a band of colour."""
    white = materials.mottled(["#d5d3cc", "#e6e4de"], 1.2, 0.4)
    trim, long, top = materials.metal("#a9acae", 0.35), end - start, rng.uniform(3.1, 3.4)
    middle, low = (start + end) / 2, 0.98
    made = [shapes.box((2.4, long, top - low), (0, middle, (top + low) / 2), white, 0.03)]
    for z in (low + 0.06, top - 0.05):
        made.append(shapes.box((2.44, long + 0.04, 0.12), (0, middle, z), trim, 0.02))
    for x in (-1.19, 1.19):
        for y in (start, end):
            made.append(shapes.box((0.09, 0.09, top - low), (x, y, (top + low) / 2), trim, 0.02))
        for k in range(1, 6):
            y = start + long * k / 6
            made.append(shapes.box((0.03, 0.012, top - low - 0.2), (x * 1.004, y, (top + low) / 2), trim))
    tone = materials.plain(rng.choice(["#c2402a", "#2a6496", "#3f7d52", "#d89a2a"]), 0.4)
    z = low + (top - low) * 0.42
    made.append(shapes.box((2.408, long * 0.9, 0.34), (0, middle, z), tone, 0.005))
    made.append(shapes.box((2.41, long * 0.5, 0.1), (0, middle + long * 0.2, z + 0.32), tone, 0.005))
    for x in (-0.6, 0.6):
        made.append(shapes.rod((x, end + 0.03, low + 0.1), (x, end + 0.03, top - 0.1), 0.025, trim, 10))
    made.append(shapes.box((0.02, 0.02, top - low - 0.2), (0, end + 0.005, (top + low) / 2), kit["black"]))
    return made


def tray(start, end, kit, studio, rng):
    """A tipper's steel tray with ribs, a shield over the cab, and a heap of sand or gravel."""
    steel = materials.plain(rng.choice(["#c8922a", "#8a3226", "#4a5a66", "#5d6f52"]), 0.45)
    long, low, top, made = end - start, 1.0, 2.15, []
    middle = (start + end) / 2
    made.append(shapes.box((2.3, long, 0.14), (0, middle, low + 0.07), steel, 0.03))
    for side in (-1, 1):
        made.append(shapes.box((0.07, long, top - low), (side * 1.17, middle, (top + low) / 2), steel, 0.02))
        made.append(shapes.box((0.14, long + 0.1, 0.12), (side * 1.17, middle, top), steel, 0.03))
        for k in range(7):
            y = start + 0.1 + (long - 0.2) * k / 6
            made.append(shapes.box((0.09, 0.11, top - low), (side * 1.22, y, (top + low) / 2), steel, 0.025))
    made.append(shapes.box((2.4, 0.08, 1.75), (0, start, 1.9), steel, 0.03))
    made.append(shapes.box((2.4, 0.08, top - low), (0, end, (top + low) / 2), steel, 0.03))
    made.append(shapes.box((2.3, 1.1, 0.08), (0, start - 0.5, 2.98), steel, 0.03))
    sand = materials.mottled(rng.choice([["#a88a58", "#c7a872"], ["#6d675e", "#9a9388"]]), 9, 0.95, 1.0, 0.05)
    heap = shapes.ball(1.0, (0, middle, 1.95), sand, (1.1, long * 0.47, 0.72), 56)
    made.append(shapes.roughened(heap, 0.07, 0.3, rng.random() + 1))
    return made


def tarpaulin(start, end, kit, studio, rng):
    """A flat bed with drop sides under a tarpaulin on hoops."""
    canvas = materials.cloth(rng.choice(["#5d6a4a", "#2f4f7a", "#a08a62", "#7a2f28"]))
    plank = materials.wood("#a98a62", "#6d5236", 9, along="y", roughness=0.8)
    long, low, top = end - start, 0.98, rng.uniform(3.0, 3.25)
    middle, seed = (start + end) / 2, rng.uniform(0, 9)
    made = [shapes.box((2.4, long, 0.5), (0, middle, low + 0.25), plank, 0.02)]
    for k in range(5):
        y = start + 0.03 + (long - 0.06) * k / 4
        made.append(shapes.box((2.46, 0.06, 0.52), (0, y, low + 0.25), kit["black"], 0.01))
    half = [(1.22, low + 0.42), (1.23, 1.9), (1.2, top - 0.35), (1.05, top - 0.1), (0.6, top)]
    half.append((0, top + 0.03))
    line = shapes.curve(half, 5)
    line = [*line, *[(-p[0], p[1]) for p in line[-2::-1]]]
    count, steps = len(line), 48
    vertices, faces = [], []
    for k in range(steps + 1):
        # Between its hoops the cloth hangs in a little.
        sag = 1 - 0.018 * abs(math.sin(math.pi * 5 * k / steps)) + 0.003 * math.sin(seed + 7.1 * k)
        y = start + long * k / steps
        vertices += [(p[0] * sag, y, low + (p[1] - low) * (0.5 + 0.5 * sag)) for p in line]
    for k in range(steps):
        for a in range(k * count, (k + 1) * count - 1):
            faces.append((a, a + 1, a + count + 1, a + count))
    faces += [tuple(range(count)), tuple(range(steps * count + count - 1, steps * count - 1, -1))]
    cover = shapes.mesh("canvas", vertices, faces, canvas)
    cover.data.use_auto_smooth, cover.data.auto_smooth_angle = True, math.radians(50)
    return [*made, cover]
