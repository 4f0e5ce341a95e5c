"""A butterfly with its wings spread, on a flower or a leaf, seen from above."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "lawn", "paper", "meadow", "forest"]
VIEW = View(turn=(-50, 50), elevation=(48, 70), fill=(0.6, 0.8), blur=0.8)
KINDS = ["monarch", "morpho", "swallowtail", "monarch", "peacock", "white"]
PERCHES = ["flower", "leaf", "flower", "flower"]
PETALS = [["#c05a98", "#e49ac4"], ["#e8e4d8", "#faf8f2"], ["#8a5aa8", "#b890d0"], ["#e0a020", "#f4cc4a"]]
INKS = {  # ground, dark, spots, accent
    "monarch": (["#d0641a", "#ee8f2c"], "#15100d", "#f2eee4", "#f2b860"),
    "morpho": (["#1a4fc0", "#3f8af0"], "#0d0f16", "#e8eef6", "#6ab4ff"),
    "swallowtail": (["#e4c04a", "#f4dc80"], "#16130f", "#f4e4a0", "#2f5ab0"),
    "peacock": (["#8f2f1c", "#b84a28"], "#17110f", "#ecd9a0", "#4a78c8"),
    "white": (["#e6e4d8", "#faf8f0"], "#2a2826", "#f4f2ea", "#e0dcc0"),
}
# From the leading edge's root around the outer edge to the root again; half a span is 1.
FORE = [(0.03, 0.16), (0.25, 0.35), (0.55, 0.57), (0.84, 0.70), (0.97, 0.68), (0.97, 0.54)] + [
    (0.88, 0.35),
    (0.81, 0.16),
    (0.74, 0.02),
    (0.42, -0.02),
    (0.12, 0.0),
    (0.02, 0.04),
]
SHOULDER = [(0.04, 0.08), (0.35, 0.10), (0.62, 0.03), (0.75, -0.13), (0.73, -0.33)]
HIND = SHOULDER + [(0.62, -0.50), (0.45, -0.60), (0.28, -0.54), (0.13, -0.32), (0.03, -0.10)]
TAIL = [(0.63, -0.46), (0.53, -0.56), (0.52, -0.70), (0.50, -0.84), (0.44, -0.84), (0.42, -0.70)]
TAILED = SHOULDER + TAIL + [(0.38, -0.58), (0.26, -0.50), (0.13, -0.32), (0.03, -0.10)]
RAYS, STEPS = 200, 48


def butterfly(studio, rng):
    kind, size = studio.pick(KINDS), 0.05 * rng.uniform(0.9, 1.1)
    ground, dark, spots, accent = INKS[kind]
    more = {"Metallic": 0.55} if kind == "morpho" else {"Sheen": 0.3}
    inks = [materials.mottled(ground, 160, 0.4 if kind == "morpho" else 0.65, 0.3, 0.0004, **more)]
    inks += [materials.plain(tone, 0.7) for tone in (dark, spots, accent)]
    lift, parts = rng.uniform(0.10, 0.42), []
    for outline, root, sink, fore in (
        (FORE, (0.02, 0.10), 0.0, True),
        (TAILED if kind == "swallowtail" else HIND, (0.02, 0.03), -0.012, False),
    ):
        for side in (-1, 1):
            parts.append(
                wing(kind, side, outline, Vector(root), sink, lift * (1 if fore else 0.8), fore, inks)
            )
    parts += trunk(rng, kind, dark)
    high = rng.uniform(0.20, 0.26)
    place = Matrix.Translation((0, 0, high + 0.012)) @ Matrix.Rotation(rng.uniform(0.1, 0.28), 4, "X")
    for part in parts:
        shapes.moved(part, place @ Matrix.Scale(size, 4))
    perch = flower(studio, rng, high) if studio.pick(PERCHES) == "flower" else leaf(rng, high)
    for part in perch:
        part["apart"] = True
    return parts + perch


def wing(kind, side, outline, root, sink, lift, fore, inks):
    """A wing as rays from its root to its edge, so that veins and borders follow the mesh."""
    line = shapes.curve(outline, 24)
    lengths = [0.0]
    for a, b in zip(line, line[1:]):
        lengths.append(lengths[-1] + (b - a).length)
    edge, at = [], 0
    for i in range(RAYS + 1):
        goal = lengths[-1] * i / RAYS
        while at < len(line) - 2 and lengths[at + 1] < goal:
            at += 1
        edge.append(
            line[at].lerp(line[at + 1], (goal - lengths[at]) / max(1e-9, lengths[at + 1] - lengths[at]))
        )
    vertices, faces, picks = [], [], []
    for i, end in enumerate(edge):
        scallop = 1 - 0.018 * abs(math.sin(i / RAYS * 34)) * (0.2 < i / RAYS < 0.9)
        for j in range(STEPS + 1):
            p = root + (end - root) * scallop * j / STEPS
            vein = 0.006 * math.cos(i / RAYS * 2 * math.pi * 11) * j / STEPS
            vertices.append((side * p.x, p.y, 0.02 + sink + p.x * lift - 0.10 * p.x * p.x + vein))
    for i in range(RAYS):
        for j in range(STEPS):
            a = i * (STEPS + 1) + j
            quad = (a, a + 1, a + STEPS + 2, a + STEPS + 1)
            faces.append(quad[::-1] if side > 0 else quad)
            p = root + (edge[i] - root) * (j + 0.5) / STEPS
            picks.append(ink(kind, fore, (i + 0.5) / RAYS, (j + 0.5) / STEPS, p))
    return shapes.mesh("wing", vertices, faces, inks, picks=picks)


def ink(kind, fore, f, s, p):
    """The colour of a place on a wing: f runs around its edge, s from root to edge, p is the place."""
    outer = (0.24 < f < 0.74) if fore else (0.16 < f < 0.9)
    cell = (f * 22) % 1
    vein = abs((f * 11 + 0.5) % 1 - 0.5) < 0.045 and s > 0.42
    cross = 0.42 < s < 0.445 and (0.16 if fore else 0.2) < f < 0.84
    rim = (0.24 if not fore else 0.2) < f < 0.88
    tip = fore and p.x > 0.62 and p.y > 0.30 and p.x + p.y > 1.12
    if kind == "monarch":
        if rim and s > 0.82:
            dots = outer and (0.86 < s < 0.895 or 0.925 < s < 0.955) and 0.28 < cell < 0.72
            return 2 if dots else 1
        if tip:
            return 2 if 0.62 < s < 0.74 and 0.26 < cell < 0.74 else 1
        return 1 if vein or cross or (fore and f < 0.2 and s > 0.93) or s < 0.06 else 0
    if kind == "morpho":
        if rim and s > 0.80:
            return 2 if outer and 0.87 < s < 0.905 and 0.3 < cell < 0.7 else 1
        if tip:
            return 2 if 0.70 < s < 0.75 and 0.3 < cell < 0.7 else 1
        return (
            1
            if (fore and f < 0.22 and s > 0.9) or (vein and abs((f * 11 + 0.5) % 1 - 0.5) < 0.025)
            else 3 if s > 0.55 else 0
        )
    if kind == "swallowtail":
        if rim and s > 0.74:
            moon = outer and 0.85 + 0.05 * (2 * cell - 1) ** 2 < s < 0.92 and 0.14 < cell < 0.86
            blue = not fore and 0.76 < s < 0.83 and 0.1 < cell < 0.9
            return 2 if moon else 3 if blue else 1
        bar = (
            fore
            and f < 0.42
            and any(low < s < high for low, high in ((0.2, 0.27), (0.38, 0.45), (0.55, 0.62)))
        )
        return 1 if bar or vein or s < 0.12 or (fore and f < 0.26 and s > 0.93) else 0
    if kind == "peacock":
        eye, wide = (Vector((0.78, 0.52)), 0.15) if fore else (Vector((0.53, -0.22)), 0.16)
        off = (p - eye).length / wide
        if off < 1:
            return 1 if 0.78 < off or off < 0.3 else 2 if off > 0.58 else 3
        if rim and s > 0.93:
            return 1
        patch = fore and f < 0.3 and (0.34 < s < 0.44 or 0.56 < s < 0.66)
        return 1 if patch else 2 if fore and f < 0.28 and 0.44 < s < 0.56 else 1 if fore and f < 0.16 else 0
    spot = fore and min((p - Vector((0.62, 0.30))).length, (p - Vector((0.55, 0.10))).length) < 0.055
    if tip and p.x + p.y > 1.22 or spot or s < 0.1 or (not fore and (p - Vector((0.36, 0.0))).length < 0.045):
        return 1
    return 3 if vein else 0


def trunk(rng, kind, dark):
    """Head, thorax, abdomen, feelers, legs."""
    fur = materials.mottled([dark, "#4a3c2e" if kind != "white" else "#8f8a80"], 700, 0.9, 0.8, 0.001)
    black = materials.plain("#14110f", 0.4)
    body = shapes.curve([(0, 0.20, 0.05), (0, 0.02, 0.055), (0, -0.22, 0.05), (0, -0.44, 0.03)], 12)
    bulge = [0.055, 0.085, 0.088, 0.07, 0.058, 0.064, 0.062, 0.05, 0.03, 0.004]

    def thick(t):
        place = t * (len(bulge) - 1)
        k = min(int(place), len(bulge) - 2)
        return (bulge[k] + (bulge[k + 1] - bulge[k]) * (place - k)) * (
            1 + 0.05 * math.sin(t * 70) * (t > 0.45)
        )

    parts = [shapes.sweep(body, thick, fur, 24), shapes.ball(0.058, (0, 0.235, 0.055), fur, sides=24)]
    for side in (-1, 1):
        parts.append(shapes.ball(0.030, (side * 0.042, 0.258, 0.065), black, sides=18))
        out = rng.uniform(0.22, 0.32)
        feeler = [(side * 0.02, 0.28, 0.08), (side * out * 0.5, 0.45, 0.13), (side * out, 0.66, 0.15)]
        parts.append(
            shapes.sweep(
                shapes.curve(feeler, 10), lambda t: 0.011 + 0.012 * max(0.0, t - 0.85) / 0.15, black, 10
            )
        )
        parts.append(shapes.ball(0.025, feeler[-1], black, (0.9, 1.5, 0.9), 14))
        for k in (-1, 0, 1):
            leg = [
                (side * 0.03, 0.06 + 0.08 * k, 0.03),
                (side * 0.14, 0.08 + 0.16 * k, -0.05),
                (side * 0.18, 0.08 + 0.2 * k, -0.2),
            ]
            parts.append(shapes.sweep(shapes.curve(leg, 5), 0.008, black, 8))
    return parts


def flower(studio, rng, high):
    """A flower that faces up, on its stem."""
    skin = materials.mottled(studio.pick(PETALS), 80, 0.6, 0.4, 0.0008, stretch=(1, 1, 1))
    green = materials.mottled(["#2f5a22", "#5c8a38"], 40, 0.6)
    heart = materials.mottled(["#6a3a12", "#c8861e", "#e0a83a"], 400, 0.9, 1.0, 0.003)
    parts = [
        shapes.roughened(
            shapes.ball(0.017, (0, 0, high - 0.006), heart, (1, 1, 0.7), 40), 0.0018, 0.003, rng.random()
        )
    ]
    for ring, (count, long) in enumerate(((14, 0.064), (13, 0.056))):
        for k in range(count):
            reach, half = long * rng.uniform(0.92, 1.08), 0.0125

            def place(u, v, reach=reach, half=half):
                t = (u + 1) / 2
                wide = half * math.sin(math.pi * (0.1 + 0.86 * t**0.8)) ** 0.7
                crease = 0.0007 * math.cos(9 * v) * math.sin(math.pi * t)
                return 0.010 + reach * t, v * wide, crease - 0.014 * t * t + 0.0022 * v * v

            petal = shapes.sheet(16, place, skin)
            angle = 2 * math.pi * (k + 0.5 * ring) / count + rng.gauss(0, 0.04)
            turn = Matrix.Translation((0, 0, high - 0.012 + 0.004 * ring)) @ Matrix.Rotation(angle, 4, "Z")
            parts.append(
                shapes.moved(petal, turn @ Matrix.Rotation(-0.10 - 0.12 * ring + rng.gauss(0, 0.05), 4, "Y"))
            )
    parts.append(
        shapes.sweep([(0, 0, 0), (0.01, 0.004, high * 0.5), (0, 0, high - 0.012)], 0.0028, green, 12)
    )
    return parts


def leaf(rng, high):
    """A broad leaf with its ribs, on a twig."""
    skin = materials.mottled(["#2a5a24", "#4a8034", "#6a9a48"], 30, 0.45, 0.3, 0.001)
    rib, turn = materials.plain("#8fb06a", 0.5), rng.uniform(-0.8, 0.8)

    def at(t, v):
        wide = 0.062 * math.sin(math.pi * min(1.0, 0.03 + 0.97 * t**0.85)) ** 0.75
        y = v * wide
        return Vector(
            (
                -0.10 + 0.2 * t,
                y,
                high
                - 0.004
                + 0.14 * abs(y)
                - 1.6 * (t - 0.45) ** 2 * 0.06
                + 0.0012 * math.cos(t * 44 - abs(v) * 9),
            )
        )

    parts = [shapes.sheet(60, lambda u, v: at((u + 1) / 2, v), skin)]
    lift = Vector((0, 0, 0.0006))
    parts.append(
        shapes.sweep([at(k / 20, 0) + lift for k in range(21)], lambda t: 0.0018 - 0.0013 * t, rib, 10)
    )
    for k in range(1, 8):
        for side in (-1, 1):
            path = [
                at(min(0.99, k / 9 + 0.14 * s), side * 0.95 * s) + lift * 0.7
                for s in (0.0, 0.25, 0.5, 0.75, 1.0)
            ]
            parts.append(shapes.sweep(path, lambda t: 0.0008 - 0.0005 * t, rib, 6))
    twig = [(-0.16, 0, high - 0.10), (-0.13, 0, high - 0.03), at(0.0, 0)]
    parts.append(shapes.sweep(shapes.curve(twig, 8), 0.0022, rib, 10))
    return [shapes.moved(part, Matrix.Rotation(turn, 4, "Z")) for part in parts]
