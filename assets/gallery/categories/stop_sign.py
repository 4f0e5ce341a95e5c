"""A stop sign: a red octagon with a white border and the word STOP, on a post."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "lawn", "road", "meadow", "street", "road", "snowfield"]
VIEW = View(turn=(-38, 38), elevation=(-6, 8), fill=(0.66, 0.86), lens=(35, 75), blur=0.5)
REDS = ["#a81c1c", "#b5241e", "#96201f"]


def stop_sign(studio, rng):
    radius, tall = rng.uniform(0.44, 0.48), rng.uniform(1.95, 2.25)
    red = materials.mottled([studio.pick(REDS), "#b02822"], 5, 0.35, Clearcoat=0.3)
    white = materials.mottled(["#dcdad2", "#efeee8"], 7, 0.4)
    steel = materials.metal("#9fa3a6", 0.4)
    parts = []
    plates = ((1, 0, 0.008, white), (0.94, -0.005, 0.004, red), (0.995, 0.006, 0.004, steel))
    for share, y, thick, material in plates:
        place = Matrix.Translation((0, y, tall - radius))
        parts.append(shapes.slab(octagon(radius * share), thick, material, place=place))
    parts += word(radius, tall - radius, white)
    for z in (0.72, -0.72):
        bolt = shapes.lathe([(0, 0.008), (0.011, 0.006), (0.014, 0)], steel, 16)
        at = Matrix.Translation((0, -0.007, tall - radius + z * radius))
        parts.append(shapes.moved(bolt, at @ Matrix.Rotation(math.pi / 2, 4, "X")))
    parts += post(studio.pick(["tube", "timber", "channel", "tube"]), tall, radius, steel, rng)
    return parts


def octagon(radius):
    """An octagon's outline on one of its sides, its corners a little round."""
    angles = [math.pi / 8 + k * math.pi / 4 for k in range(8)]
    corners = [radius * Vector((math.cos(a), math.sin(a))) for a in angles]
    out = []
    for k, corner in enumerate(corners):
        start, end = corner.lerp(corners[k - 1], 0.12), corner.lerp(corners[(k + 1) % 8], 0.12)
        out += [start.lerp(corner, t).lerp(corner.lerp(end, t), t) for t in (0, 0.25, 0.5, 0.75, 1)]
    return out


def stroke(points, thick):
    """The outline of a band of even thickness along a line in the plane, square at its ends."""
    points = [Vector(p) for p in points]
    left, right = [], []
    for k, point in enumerate(points):
        along = points[min(k + 1, len(points) - 1)] - points[max(k - 1, 0)]
        out = Vector((-along.y, along.x)).normalized() * thick / 2
        left.append(point + out)
        right.append(point - out)
    return left, right


def word(radius, middle, white):
    """The four letters, each a few strokes in a box 0..1 by 0..1."""

    def bow(x, z, rx, rz, start, end, steps=14):
        angles = [math.radians(start + (end - start) * k / steps) for k in range(steps + 1)]
        return [(x + rx * math.cos(a), z + rz * math.sin(a)) for a in angles]

    belly = [(0.1, 0.92), (0.5, 0.92), *bow(0.5, 0.68, 0.36, 0.24, 80, -80), (0.5, 0.44), (0.1, 0.44)]
    letters = [
        [bow(0.5, 0.72, 0.4, 0.21, 20, 270) + bow(0.5, 0.28, 0.4, 0.22, 90, -160)],
        [[(0.0, 0.92), (1.0, 0.92)], [(0.5, 0.9), (0.5, 0.0)]],
        [bow(0.5, 0.5, 0.38, 0.42, 0, 360, 32)],
        [[(0.16, 0.0), (0.16, 1.0)], belly],
    ]
    wide, tall, pitch = radius * 0.30, radius * 0.62, radius * 0.40
    made = []
    for index, strokes in enumerate(letters):
        left = (index - 1.5) * pitch - wide / 2
        for line in strokes:
            line = [(left + x * wide, middle + (z - 0.5) * tall) for x, z in line]
            ups, downs = stroke(line, radius * 0.085)
            vertices = [(p.x, -0.0085, p.y) for pair in zip(ups, downs) for p in pair]
            faces = [(2 * k, 2 * k + 1, 2 * k + 3, 2 * k + 2) for k in range(len(line) - 1)]
            made.append(shapes.mesh("stroke", vertices, faces, white, smooth=False))
    return made


def post(kind, tall, radius, steel, rng):
    """The post behind the plate, with its clamps."""
    top = tall - 0.06 * radius
    if kind == "timber":
        timber = materials.wood("#8d7a62", "#5a4a3a", 16, along="z", roughness=0.85)
        return [shapes.box((0.1, 0.09, top), (0, 0.055, top / 2), timber, 0.008)]
    if kind == "channel":
        paint = materials.plain("#2f4a3a", 0.5)
        made = [shapes.box((0.03, 0.006, top), (0, 0.012, top / 2), paint)]
        for side in (-1, 1):
            made.append(shapes.box((0.006, 0.035, top), (side * 0.018, 0.027, top / 2), paint))
            made.append(shapes.box((0.022, 0.006, top), (side * 0.029, 0.045, top / 2), paint))
        hole = materials.plain("#0c0d0d", 0.9)
        for k in range(int((top - 2 * radius) / 0.05)):
            made.append(shapes.box((0.011, 0.008, 0.011), (0, 0.012, 0.03 + 0.05 * k), hole))
        return made
    made = [shapes.rod((0, 0.045, 0), (0, 0.045, top), 0.034, steel, 24)]
    cap = materials.plain("#2b2d2f", 0.6)
    made.append(shapes.rod((0, 0.045, top), (0, 0.045, top + 0.012), 0.036, cap, 24))
    made.append(shapes.rod((0, 0.045, 0), (0, 0.045, 0.05), 0.055, cap, 24))
    for z in (0.55, -0.55):
        made.append(shapes.box((0.1, 0.085, 0.035), (0, 0.045, tall - radius + z * radius), steel, 0.01))
    return made
