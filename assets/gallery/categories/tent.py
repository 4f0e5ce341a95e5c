"""A tent: a ridge tent with open flaps and guy lines, a dome on crossed poles, or a round bell tent."""

import math

from mathutils import Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["meadow", "lawn", "coast", "meadow", "lawn", "snowfield"]
STYLES = ["ridge", "dome", "ridge", "bell", "dome"]
VIEW = View(turn=(-42, 42), elevation=(5, 16), fill=(0.66, 0.84), lens=(32, 58), blur=0.3)
FABRICS = ["#d8742a", "#6f7546", "#2f6fa0", "#c9b27c", "#b5382c", "#3f7a5a", "#d9a82e"]
CANVAS = ["#e6dcc4", "#d8c8a2", "#cfc6b4"]


def tent(studio, rng):
    style, tone = studio.pick(STYLES), studio.pick(FABRICS)
    if style == "bell":
        return bell(rng, fabric(studio.pick(CANVAS)), studio.pick(CANVAS))
    if style == "dome":
        return dome(rng, fabric(tone), fabric(studio.pick(["#d8d4c8", "#4a5058", "#e0b84a", "#2c3a4a"])))
    return ridge(rng, fabric(tone))


def fabric(colour):
    """Tent cloth: light shines through it a little."""
    material, nodes = materials.graph("fabric")
    base = materials.linear(colour)
    shade = nodes.blend(nodes.noise(3, 5), tuple(0.8 * c for c in base), base)
    weave = nodes.bump(nodes.noise(7, 6), 0.35, 0.02)
    cloth = nodes.add("ShaderNodeBsdfDiffuse", {"Color": shade, "Normal": weave}).outputs[0]
    through = nodes.add("ShaderNodeBsdfTranslucent", {"Color": shade}).outputs[0]
    nodes.surface(nodes.add("ShaderNodeMixShader", {"Fac": 0.3, 1: cloth, 2: through}).outputs[0])
    return material


def patch(steps, corner, sag, material):
    """A sheet between four corners (v = -1 left to right, then v = 1), `sag` metres hollow."""
    a, b, c, d = (Vector(p) for p in corner)
    normal = (b - a).cross(c - a).normalized()

    def place(u, v):
        s, t = (u + 1) / 2, (v + 1) / 2
        flat = a.lerp(b, s).lerp(c.lerp(d, s), t)
        wrinkle = 0.25 * noise.fractal(Vector((s * 5, t * 2.5, sag * 31)), 0.8, 2.0, 3)
        return flat + normal * sag * 4 * (s * (1 - s) + t * (1 - t) + wrinkle * s * (1 - s) * t * (1 - t) * 4)

    return shapes.sheet(steps, place, material)


def line(start, end, radius, material):
    """A thin pole, cord or hem."""
    return shapes.rod(start, end, radius, material, 8)


def guy(top, peg, cord, steel):
    """A guy line from the tent to its peg, with a slider."""
    a, b = Vector(top), Vector(peg)
    away = (b - a).normalized()
    made = [line(a, b, 0.007, cord)]
    made.append(shapes.rod(b - Vector((0, 0, 0.08)) + away * 0.03, b + Vector((0, 0, 0.07)), 0.012, steel, 8))
    made.append(shapes.ball(0.022, a.lerp(b, 0.72), steel, sides=10))
    return made


def ridge(rng, cloth):
    """Two slopes over two poles, the front flaps folded back."""
    half, long, tall = rng.uniform(0.95, 1.15), rng.uniform(2.2, 2.7), rng.uniform(1.4, 1.6)
    front, rear = -long / 2, long / 2
    cord, wood = materials.plain("#e8e2d0", 0.8), materials.wood("#b08a5a", "#7a5632", 20, along="z")
    steel = materials.metal("#9a9da0", 0.4)
    made = []
    for side in (-1, 1):
        eave, foot = (side * half * 0.93, 0.14), (side * (half + 0.04), 0.0)
        top = [(0, y, tall) for y in (front - 0.08, rear + 0.08)]
        low = [(eave[0], y, eave[1]) for y in (front - 0.08, rear + 0.08)]
        corners = [*top, *low] if side > 0 else [*top[::-1], *low[::-1]]
        made.append(patch(26, corners, -0.028, cloth))
        skirt = [(eave[0], front, eave[1]), (eave[0], rear, eave[1]), (foot[0], front, 0), (foot[0], rear, 0)]
        made.append(patch(8, skirt, 0.0, cloth))
        made.append(line((0, front - 0.08, tall), (eave[0], front - 0.08, eave[1]), 0.014, cloth))
        made.append(
            patch(14, [(0, rear, tall), (0, rear, tall), (0, rear, 0), (foot[0], rear, 0)], 0.0, cloth)
        )
        made.append(flap(side, half, front, tall, rng.uniform(0.5, 0.75), cloth))
        for y in (front, 0, rear):
            out = (side * (half + 0.55), y * 1.12, 0)
            made += guy((side * half * 0.93, y, 0.14), out, cord, steel)
    for y, away in ((front, -1), (rear, 1)):
        made.append(line((0, y - away * 0.02, 0), (0, y, tall + 0.1), 0.022, wood))
        made += guy((0, y, tall + 0.03), (0, y + away * 1.0, 0), cord, steel)
    made.append(line((0, front - 0.1, tall), (0, rear + 0.1, tall), 0.016, cloth))
    floor = materials.plain("#3f4238", 0.8)
    made.append(shapes.box((2 * half, long, 0.03), (0, 0, 0.02), floor, 0.01))
    bag = materials.cloth(rng.choice(["#8a2f28", "#27496b", "#c9962f"]))
    made.append(shapes.box((0.55, 1.5, 0.14), (-half * 0.45, 0, 0.1), bag, 0.06))
    return made


def flap(side, half, front, tall, opened, cloth):
    """A door flap, tied back towards its slope."""

    def place(u, v):
        s, t = (u + 1) / 2, (v + 1) / 2
        edge = Vector((side * half * t, front - 0.01, tall * (1 - t)))
        free = Vector((side * half * opened * t, front - 0.34 * t, tall * (1 - t) + 0.04 * t))
        fold = 0.035 * t * math.sin(s * 13) * s
        return edge.lerp(free, s) + Vector((0, -0.10 * t * math.sin(math.pi * s) + fold, 0))

    return shapes.sheet(24, place, cloth)


def dome(rng, cloth, second):
    """Cloth over two crossing arched poles, a lighter fly at the top, an arched door."""
    half, tall = rng.uniform(1.05, 1.25), rng.uniform(1.25, 1.4)
    pole, dark = materials.plain("#3a3d42", 0.4), materials.plain("#131416", 0.9)
    cord, steel = materials.plain("#e8d890", 0.8), materials.metal("#9a9da0", 0.4)

    def skin(angle, t, out=0.0):
        """The point at `angle` (0 the front) and 0..1 from foot to top."""
        square = (abs(math.cos(angle)) ** 5 + abs(math.sin(angle)) ** 5) ** -0.2
        side = (square - 1) / (2**0.3 - 1)
        lean = math.pi / 2 * t
        hollow = 1 - 0.09 * (1 - side) * math.sin(2 * lean)
        reach = half * square * hollow * math.cos(lean) ** 0.82 + out
        return Vector((reach * math.sin(angle), -reach * math.cos(angle), tall * math.sin(lean) ** 0.9 + out))

    vertices, faces, picks = [], [], []
    around, up = 96, 30
    for j in range(up + 1):
        vertices += [skin(2 * math.pi * k / around, min(0.999, j / up)) for k in range(around)]
    for j in range(up):
        for k in range(around):
            a, b = j * around + k, j * around + (k + 1) % around
            faces.append((a, b, b + around, a + around))
            picks.append(int(j >= up * 0.62))
    made = [shapes.mesh("dome", vertices, faces, [cloth, second], True, picks)]
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        made.append(shapes.sweep([skin(a, t / 24 * 0.998, 0.012) for t in range(25)], 0.016, pole, 10))
    rim = [skin(2 * math.pi * k / 96, 0.62, 0.006) for k in range(96)]
    made.append(shapes.sweep(rim, 0.011, second, 8, closed=True))

    def door(u, v, out, wide=0.5, high=0.6):
        t = high * (v + 1) / 2
        arch = math.sqrt(max(0.0, 1 - ((v + 1) / 2) ** 3.5))
        return skin(u * wide * arch, 0.03 + t * 0.95, out)

    made.append(shapes.sheet(20, lambda u, v: door(u, v, 0.012), dark))
    outline = [door(-1, v / 12 - 1, 0.02) for v in range(24)] + [door(1, 1 - v / 12, 0.02) for v in range(25)]
    made.append(shapes.sweep(outline, 0.017, second, 8))
    hem = rng.choice([-1, 1])
    rolled = shapes.curve([door(hem * 1.02, v / 6 - 1, 0.06) for v in range(10)], 4)
    made.append(shapes.sweep(rolled, 0.05, cloth, 14))
    for t in (9, 22):
        ring = rolled[t]
        made.append(shapes.ball(0.065, ring, second, (1, 1, 0.35), 14))
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        foot = skin(a, 0)
        made += guy(skin(a, 0.35, 0.01), foot * 1.35, cord, steel)
        made.append(shapes.ball(0.03, foot, pole, sides=12))
    return made


def bell(rng, canvas, tone):
    """A round canvas roof on a centre pole over a low wall, its doorway open."""
    radius, eave, tall = rng.uniform(1.9, 2.2), 0.65, rng.uniform(2.5, 2.8)
    gap, sides = 0.3, 16
    cord, wood = materials.plain("#efe8d4", 0.8), materials.wood("#b08a5a", "#7a5632", 20, along="z")
    steel, dark = materials.metal("#9a9da0", 0.4), materials.plain("#1c1813", 0.9)

    def skin(angle, t):
        """The point at `angle` (0 the front): t = 0 the foot, 0.2 the eave, 1 the top."""
        ripple = 1 - 0.035 * abs(math.sin(sides / 2 * angle)) * min(1.0, 1.25 * (1 - t))
        if t < 0.2:
            reach, z = radius * ripple, eave * t / 0.2
        else:
            s = (t - 0.2) / 0.8
            reach, z = radius * ripple * (1 - s) * (1 - 0.22 * s * (1 - s) * 2), eave + (tall - eave) * s
        return Vector((reach * math.sin(angle), -reach * math.cos(angle), z))

    vertices, faces = [], []
    around, up = 128, 30
    for j in range(up + 1):
        t = j / up
        # The doorway narrows to a point on the roof.
        open_ = gap * max(0.0, 1 - t / 0.6) ** 0.6 if t < 0.6 else 0.0
        spread = [open_ + (2 * math.pi - 2 * open_) * k / around for k in range(around + 1)]
        vertices += [skin(a, min(t, 0.995)) for a in spread]
    for j in range(up):
        for k in range(around):
            a = j * (around + 1) + k
            faces.append((a, a + 1, a + around + 2, a + around + 1))
    made = [shapes.mesh("bell", vertices, faces, canvas)]
    made.append(shapes.lathe([(radius * 0.98, 0.01), (0, 0.03)], dark, 48))
    made.append(line((0, 0, 0), (0, 0, tall + 0.12), 0.035, wood))
    made.append(shapes.ball(0.06, (0, 0, tall + 0.12), wood, sides=16))
    made.append(shapes.lathe([(0.2, tall - 0.24), (0.07, tall + 0.03), (0, tall + 0.04)], canvas, 32))
    eaves = [skin(gap + (2 * math.pi - 2 * gap) * k / 127, 0.195) * 1.01 for k in range(128)]
    made.append(shapes.sweep([(p.x, p.y, eave - 0.03) for p in eaves], 0.02, materials.cloth(tone), 8))
    for side in (-1, 1):
        corner, point = skin(side * gap, 0.0), skin(0, 0.6)

        def fold(u, v):
            s, t = (u + 1) / 2, (v + 1) / 2
            edge = skin(side * gap * max(0.0, 1 - t) ** 0.6, 0.6 * t) + Vector((0, -0.02, 0))
            out = Vector((side * 0.42, -0.16, 0)) * s * (1 - t) ** 0.8
            return edge + out + Vector((0, 0.05 * math.sin(s * 9) * s * (1 - t), 0))

        made.append(shapes.sheet(20, fold, canvas))
        made.append(line(corner + Vector((0, 0.03, 0)), corner + Vector((0, 0.03, eave)), 0.018, wood))
        made.append(line(corner + Vector((0, 0.03, eave)), point, 0.012, canvas))
    for k in range(sides):
        a = 2 * math.pi * (k + 0.5) / sides
        top = skin(a, 0.2)
        made += guy(top, Vector((top.x, top.y, 0)) * 1.5, cord, steel)
    return made
