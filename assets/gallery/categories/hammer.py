"""A hammer: a claw hammer for the most part, some with a peen or a ball, lying on its side."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "garden_table", "floor", "paper", "kitchen", "table_cloth"]
VIEW = View(turn=(-10, 10), elevation=(44, 66), fill=(0.66, 0.8), blur=0.4)
KINDS = ["claw", "claw", "peen", "claw", "ball"]
TIMBERS = [("#cf9f62", "#94663a"), ("#b07a44", "#6b4226"), ("#dcbb86", "#a87f4e")]
GRIPS = ["#b3261c", "#1f4f8f", "#d9a018", "#1f1f21"]
STEELS = [("#3a3b3d", 0.4), ("#8b8e91", 0.3), ("#55524e", 0.42)]


def hammer(studio, rng):
    kind, long = studio.pick(KINDS), rng.uniform(0.24, 0.29)
    colour, rough = studio.pick(STEELS)
    forged = materials.mottled([colour, colour], 90, rough, 0.25, 0.0006, Metallic=0.85)
    bright = materials.metal("#d2d3d4", 0.2)
    if kind == "claw" and studio.pick([False, True, True]):
        parts = rubber_handle(long, studio.pick(GRIPS), bright)
    else:
        parts = wooden_handle(long, materials.wood(*studio.pick(TIMBERS), 60, along="z"))
    poll = face(forged, bright)
    tail = {"claw": claw, "peen": peen, "ball": ball}[kind](forged, bright)
    eye = shapes.box((0.034, 0.027, 0.036), (0, 0, 0), forged, 0.0045)
    parts += [shapes.moved(part, Matrix.Translation((0, 0, long - 0.017))) for part in [*poll, eye, *tail]]
    side = rng.choice([-1, 1])
    down = Matrix.Rotation(side * math.radians(rng.uniform(38, 58)), 4, "Z")
    down = down @ Matrix.Rotation(-math.pi / 2, 4, "X")
    if rng.random() < 0.5:
        down = down @ Matrix.Rotation(math.pi, 4, "Z")
    parts = [shapes.moved(part, down @ Matrix.Translation((0, 0, -long / 2))) for part in parts]
    low = min(v.co.z for part in parts for v in part.data.vertices)
    return [shapes.moved(part, Matrix.Translation((0, 0, -low))) for part in parts]


def wooden_handle(long, wood):
    """An oval wooden handle, slim below the head and full in the hand."""
    top = long + 0.003
    line = [(0.0165, 0.006), (0.016, 0.03), (0.0178, 0.3 * long), (0.0145, 0.55 * long)]
    line += [(0.0105, 0.75 * long), (0.0118, long - 0.04)]
    line = [(0, 0), (0.0125, 0), *(tuple(p) for p in shapes.curve(line, 6))]
    line += [(0.0128, long - 0.034), (0.0128, top), (0, top)]
    part = shapes.bevel(shapes.lathe(line, wood, 32), 0.001)
    return [shapes.moved(part, Matrix.Diagonal((1, 0.78, 1, 1)))]


def rubber_handle(long, colour, bright):
    """A steel shaft with a ribbed rubber grip."""
    rubber, dark = materials.plain(colour, 0.55), materials.plain("#1b1b1c", 0.6)
    shaft = shapes.rod((0, 0, 0.02), (0, 0, long - 0.02), 0.0095, bright, 32)
    grip = 0.52 * long
    line, marks = [(0, 0), (0.015, 0), (0.0185, 0.003), (0.0185, 0.009)], 60
    for k in range(marks + 1):
        t = k / marks
        z = 0.012 + (grip - 0.012) * t
        body = 0.0165 + 0.0022 * math.sin(math.pi * min(1, t * 1.5)) - 0.003 * t
        rib = 0.0011 * (math.sin(2 * math.pi * z / 0.0085) > 0.2) if 0.12 < t < 0.8 else 0
        line.append((body - rib, z))
    line += [(0.012, grip + 0.002), (0, grip + 0.002)]
    last = 4 + 0.9 * marks
    cover = shapes.lathe(line, [rubber, dark], 40, pick=lambda ring, side: int(ring < 5 or ring > last))
    squeezed = Matrix.Diagonal((1, 0.8, 1, 1))
    return [shapes.moved(part, squeezed) for part in (shaft, shapes.bevel(cover, 0.0004, 1))]


def face(forged, bright):
    """The neck and the striking face, towards -x from the eye."""
    line = [(0.0105, 0.012), (0.0095, 0.02), (0.0098, 0.028), (0.0135, 0.034), (0.0155, 0.037)]
    line += [(0.0155, 0.051), (0.0142, 0.0535), (0.007, 0.0548), (0, 0.055)]
    part = shapes.lathe(line, [forged, bright], 48, pick=lambda ring, side: int(ring >= 5))
    return [shapes.moved(shapes.bevel(part, 0.0008, 2), Matrix.Rotation(-math.pi / 2, 4, "Y"))]


def claw(forged, bright):
    """Two prongs that curve back and down, a gap between them."""
    tip = (0.075, -0.025)
    upper = shapes.curve([(0.012, 0.0165), (0.03, 0.0168), (0.05, 0.009), (0.066, -0.007), tip], 8)
    lower = shapes.curve([tip, (0.061, -0.0135), (0.046, -0.0055), (0.03, -0.0095), (0.012, -0.0165)], 8)
    outline = [tuple(p) for p in upper + lower[1:]]
    parts = []
    for side in (-1, 1):
        place = Matrix.Translation((0, side * 0.0068, 0)) @ Matrix.Rotation(side * 0.07, 4, "Z")
        parts.append(shapes.slab(outline, 0.0105, forged, 0.0016, place))
    return parts


def peen(forged, bright):
    """A wedge across the handle, its edge rounded."""
    half = [(0.014, 0.0165), (0.03, 0.0155), (0.064, 0.004)]
    outline = [*half, (0.067, 0.0), *((x, -z) for x, z in reversed(half))]
    return [shapes.slab(outline, 0.025, forged, 0.0015)]


def ball(forged, bright):
    """A round peen on a neck."""
    line = [(0.012, 0.012), (0.0095, 0.02), (0.0085, 0.027), (0.0105, 0.031), (0.0145, 0.037), (0.016, 0.045)]
    line += [(0.0145, 0.053), (0.009, 0.0595), (0, 0.0615)]
    part = shapes.lathe(shapes.curve(line, 4), [forged, bright], 40, pick=lambda ring, side: int(ring > 17))
    return [shapes.moved(part, Matrix.Rotation(math.pi / 2, 4, "Y"))]
