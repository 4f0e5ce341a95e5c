"""A table: a top on four turned, square or splayed legs, or a round one on a foot."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "paper", "floor", "lawn", "floor", "street"]
KINDS = ["square", "splayed", "turned", "square", "round", "turned", "splayed"]
VIEW = View(turn=(-52, -20), elevation=(12, 25), fill=(0.66, 0.82), lens=(32, 55), blur=0.6)
TIMBERS = [("#b98a58", "#7d5330"), ("#6b4226", "#3a2213"), ("#d9b98c", "#b48d5c"), ("#8f5a34", "#54301a")]
PAINTS = ["#e4dfd3", "#3f5f66", "#7f9278", "#26282a", "#c9a24a"]


def table(studio, rng):
    kind = studio.pick(KINDS)
    tones = studio.pick(TIMBERS)
    long, deep, tall = rng.uniform(1.15, 1.5), rng.uniform(0.72, 0.85), rng.uniform(0.72, 0.76)
    board = materials.wood(*tones, 12, planks=rng.uniform(0.11, 0.17), roughness=0.35)
    frame = materials.wood(*tones, 18, "z")
    if studio.variant % 3 == 1:
        frame = materials.plain(studio.pick(PAINTS), 0.45)
    if kind == "round":
        return round_table(rng, board, frame, rng.uniform(0.5, 0.6), tall)
    thick = rng.uniform(0.026, 0.04)
    parts = [shapes.box((long, deep, thick), (0, 0, tall - thick / 2), board, 0.006)]
    under = tall - thick
    if kind == "splayed":
        x, y = long / 2 - 0.16, deep / 2 - 0.13
        for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            foot = (sx * (x + 0.12), sy * (y + 0.09), 0)
            parts.append(shapes.rod((sx * x, sy * y, under + 0.002), foot, 0.032, frame, tip=0.016))
            parts.append(shapes.rod((sx * x, sy * y, under), (sx * x, sy * y, under - 0.01), 0.045, frame))
        parts.append(shapes.box((2 * x, 0.05, 0.04), (0, 0, under - 0.02), frame, 0.004))
        return parts
    inset, high = 0.07, rng.uniform(0.09, 0.12)
    x, y, square = long / 2 - inset, deep / 2 - inset, rng.uniform(0.06, 0.075)
    for side in (-1, 1):
        parts.append(
            shapes.box((2 * x, 0.022, high), (0, side * (y + 0.012), under - high / 2), frame, 0.003)
        )
        parts.append(
            shapes.box((0.022, 2 * y, high), (side * (x + 0.012), 0, under - high / 2), frame, 0.003)
        )
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        parts += leg(kind, (sx * x, sy * y), square, under, high + 0.02, frame)
    if rng.random() < 0.5:
        parts += drawer(y + 0.024, under - high / 2, high, frame)
    return parts


def leg(kind, at, square, under, block, frame):
    """A leg: square and tapering, or turned below a square block."""
    place = Matrix.Translation((*at, 0))
    if kind == "square":
        s, t = square / 2, square * 0.32
        corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
        vertices = [(t * a, t * b, 0) for a, b in corners] + [
            (s * a, s * b, under - block) for a, b in corners
        ]
        vertices += [(s * a, s * b, under) for a, b in corners]
        faces = [(3, 2, 1, 0), (8, 9, 10, 11)]
        faces += [(r + k, r + (k + 1) % 4, r + 4 + (k + 1) % 4, r + 4 + k) for r in (0, 4) for k in range(4)]
        part = shapes.bevel(shapes.mesh("leg", vertices, faces, frame, smooth=False), 0.004, 2)
        return [shapes.moved(part, place)]
    rest, s = under - block, square / 2
    line = [
        (0.5, 0),
        (0.62, 0.015),
        (0.6, 0.05),
        (0.4, 0.08),
        (0.55, 0.12),
        (0.42, 0.15),
        (0.62, 0.45),
        (0.95, 0.72),
    ]
    line += [
        (0.9, 0.8),
        (0.5, 0.86),
        (0.48, 0.88),
        (0.85, 0.91),
        (0.85, 0.93),
        (0.55, 0.955),
        (0.9, 0.985),
        (0.9, 1.0),
    ]
    profile = [(0, 0)] + [(p[0] * s, p[1] * rest) for p in shapes.curve(line, 5)] + [(0, rest)]
    turned = shapes.lathe(profile, frame, 36)
    head = shapes.box((square, square, block), (0, 0, under - block / 2), frame, 0.004)
    return [shapes.moved(part, place) for part in (turned, head)]


def drawer(y, z, high, frame):
    """A drawer front in the apron with its knob."""
    dark, brass = materials.plain("#1c130d", 0.8), materials.metal("#b8924a", 0.3)
    knob = shapes.lathe([(0, 0.03), (0.012, 0.028), (0.016, 0.02), (0.008, 0.01), (0.012, 0)], brass, 32)
    return [
        shapes.box((0.43, 0.003, high * 0.8), (0, -y, z), dark),
        shapes.box((0.42, 0.012, high * 0.74), (0, -y - 0.001, z), frame, 0.003),
        shapes.moved(knob, Matrix.Translation((0, -y - 0.007, z)) @ Matrix.Rotation(math.pi / 2, 4, "X")),
    ]


def round_table(rng, board, frame, radius, tall):
    """A round top with a turned column on three or four curved feet."""
    top = [
        (0, tall - 0.03),
        (0.97, tall - 0.03),
        (0.99, tall - 0.026),
        (1.0, tall - 0.015),
        (0.992, tall - 0.003),
    ]
    top = [(r * radius, z) for r, z in [*top, (0.98, tall), (0, tall)]]
    line = [
        (0.05, 0.16),
        (0.062, 0.19),
        (0.05, 0.24),
        (0.075, 0.32),
        (0.08, 0.38),
        (0.045, 0.5),
        (0.04, 0.56),
    ]
    line += [(0.055, 0.59), (0.04, 0.62), (0.045, tall - 0.05), (0.16, tall - 0.03)]
    parts = [
        shapes.lathe(top, board, 128),
        shapes.lathe([tuple(p) for p in shapes.curve(line, 6)], frame, 48),
    ]
    parts.append(shapes.lathe([(0, 0.15), (0.05, 0.16), (0, 0.16)], frame, 48))
    count, start = rng.choice([3, 4]), rng.uniform(0, 1.5)
    for k in range(count):
        path = [(0.02, 0, 0.26), (0.12, 0, 0.24), (0.24, 0, 0.12), (0.36, 0, 0.045), (0.42, 0, 0.04)]
        foot = shapes.sweep(shapes.curve(path, 6), lambda t: 0.042 - 0.012 * t, frame, 16)
        foot = [foot, shapes.ball(0.036, (0.42, 0, 0.034), frame, (1.2, 1, 0.94), 24)]
        parts += [shapes.moved(part, Matrix.Rotation(start + math.tau * k / count, 4, "Z")) for part in foot]
    return parts
