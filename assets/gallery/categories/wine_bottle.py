"""A wine bottle: dark or clear glass, a foil capsule over its mouth, a label on its front."""

import math

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "table_cloth", "shelf", "kitchen", "garden_table", "paper"]
VIEW = View(turn=(-28, 28), elevation=(4, 16), fill=(0.7, 0.84))
SHAPES = ["bordeaux", "burgundy", "bordeaux", "flute"]
GLASSES = ["#1f3a1c", "#3a2410", "#16301c", "#7d8f4a", "#131a12"]
CAPSULES = ["#6b1220", "#1c1c1e", "#b08a3c", "#22304f", "#6b1220", "#3f4a2c"]
PAPERS = [("#e9e0c8", "#5a1a1c"), ("#f0ece2", "#1f1d1b"), ("#1f1d1c", "#c9a558"), ("#d9c79c", "#3a2a1a")]


def wine_bottle(studio, rng):
    kind = studio.pick(SHAPES)
    tall = {"bordeaux": 0.3, "burgundy": 0.296, "flute": 0.33}[kind]
    wide = {"bordeaux": 0.0385, "burgundy": 0.0425, "flute": 0.038}[kind] * rng.uniform(0.98, 1.04)
    line, shoulder = outline(kind, tall, wide)
    colour = studio.pick(GLASSES)
    parts = [shapes.lathe(line, glass(colour), 96)]
    level = tall - rng.uniform(0.06, 0.075)
    liquid = [(max(r - 0.0035, 0), z) for r, z in line if 0.006 < z < level]
    wine = materials.plain("#0d0506" if colour != "#7d8f4a" else "#4a3c10", 0.3)
    parts.append(shapes.lathe([(0, liquid[0][1]), *liquid, (0, liquid[-1][1])], wine, 64))

    foil = materials.metal(studio.pick(CAPSULES), 0.32)
    low, neck = tall - rng.uniform(0.052, 0.066), 0.0149
    cover = [(neck - 0.0008, low), (neck + 0.0003, low), (neck + 0.0002, tall - 0.012)]
    cover += [(neck + 0.0014, tall - 0.0105), (neck + 0.0014, tall - 0.004), (neck, tall - 0.0015)]
    cover += [(neck - 0.002, tall + 0.0006), (0, tall + 0.0008)]
    parts.append(shapes.bevel(shapes.lathe(cover, foil, 64), 0.0005, 2))
    ring = [(neck + 0.0006, low + 0.003), (neck + 0.0006, low + 0.0055)]
    parts.append(shapes.lathe(ring, materials.metal("#d0ab5c", 0.3), 64))
    return parts + label(wide, 0.028, shoulder - 0.02, *studio.pick(PAPERS), studio, rng)


def outline(kind, tall, wide):
    """The bottle's outer line, and the height at which its shoulder begins."""
    neck, rim = 0.0143, 0.0157
    if kind == "bordeaux":
        shoulder = 0.195
        bend = [(wide, shoulder), (0.96 * wide, shoulder + 0.01), (0.75 * wide, shoulder + 0.022)]
        bend += [(neck + 0.003, shoulder + 0.034), (neck, shoulder + 0.05)]
    elif kind == "burgundy":
        shoulder = 0.145
        bend = [(wide, shoulder), (0.95 * wide, shoulder + 0.022), (0.72 * wide, shoulder + 0.052)]
        bend += [(neck + 0.0035, shoulder + 0.085), (neck, shoulder + 0.115)]
    else:
        shoulder = 0.15
        bend = [(wide, shoulder), (0.94 * wide, shoulder + 0.03), (0.74 * wide, shoulder + 0.07)]
        bend += [(neck + 0.0045, shoulder + 0.115), (neck, shoulder + 0.15)]
    foot = [(0, 0.018), (0.5 * wide, 0.012), (0.8 * wide, 0.001), (0.88 * wide, 0)]
    foot += [(0.97 * wide, 0.0025), (wide, 0.009)]
    side = [(wide, 0.009 + (shoulder - 0.009) * k / 6) for k in range(1, 6)]
    top = [(neck, tall - 0.012), (rim, tall - 0.0105), (rim, tall - 0.004), (neck, tall), (0, tall)]
    return foot + side + [tuple(p) for p in shapes.curve(bend, 8)] + top, shoulder


def glass(colour):
    """Bottle glass: tinted, darker at its edges, mirroring sharply."""
    material, nodes = materials.graph("bottle")
    edge = nodes.add("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"]
    light = tuple(min(1.0, 0.15 + 2.2 * c) for c in materials.linear(colour))
    tint = nodes.blend(edge, light, light, colour, tuple(0.3 * c for c in materials.linear(colour)))
    through = nodes.add("ShaderNodeBsdfTransparent", {"Color": tint}).outputs[0]
    body = nodes.add("ShaderNodeBsdfDiffuse", {"Color": colour}).outputs[0]
    body = nodes.add("ShaderNodeMixShader", {0: 0.4, 1: through, 2: body}).outputs[0]
    shine = nodes.add("ShaderNodeBsdfGlossy", {"Color": "#ffffff", "Roughness": 0.06}).outputs[0]
    sharp = nodes.add("ShaderNodeMath", {0: edge, 1: 3.0}, operation="POWER").outputs[0]
    mirror = nodes.add("ShaderNodeMapRange", {"Value": sharp, "To Min": 0.07, "To Max": 0.6}).outputs[0]
    nodes.surface(nodes.add("ShaderNodeMixShader", {0: mirror, 1: body, 2: shine}).outputs[0])
    return material


def label(wide, low, high, paper, ink, studio, rng):
    """A paper label glued on in front: a border, a crest, a name in bars, lines of small print."""
    sheet, print_ = materials.plain(paper, 0.75), materials.plain(ink, 0.6)
    gilt = materials.metal("#c9a04a", 0.35)
    top = min(high, low + rng.uniform(0.085, 0.11))
    half, tall = rng.uniform(1.0, 1.2), top - low
    parts = [wrapped(wide + 0.0003, -half, half, low, top, sheet)]

    def bar(left, right, bottom, upper, ink_):
        """A bar from left to right (shares of the half width), bottom to upper (shares of the height)."""
        z = low + bottom * tall, low + upper * tall
        parts.append(wrapped(wide + 0.00055, left * half, right * half, *z, ink_))

    frame = gilt if studio.pick([True, False, True]) else print_
    for z in (0.035, 0.945):
        bar(-0.93, 0.93, z, z + 0.02, frame)
    if rng.random() < 0.6:
        for x in (-0.93, 0.91):
            bar(x, x + 0.02, 0.035, 0.965, frame)
    style = studio.pick(["crest", "stripe", "house"])
    if style == "crest":
        for k in range(9):
            t = k / 8
            span = 0.2 * (1 if t < 0.5 else math.cos((t - 0.5) * math.pi))
            bar(-span, span, 0.88 - 0.03 * (k + 1), 0.88 - 0.03 * k, frame if k % 4 else print_)
    elif style == "stripe":
        bar(-1, 1, 0.68, 0.88, print_)
        bar(-0.5, 0.5, 0.76, 0.8, gilt)
    else:
        bar(-0.62, 0.62, 0.63, 0.74, print_)
        for x in (-0.62, -0.12, 0.42):
            bar(x, x + 0.2, 0.74, 0.82, print_)
            for k in range(4):
                bar(x + 0.025 * k, x + 0.2 - 0.025 * k, 0.82 + 0.018 * k, 0.838 + 0.018 * k, print_)
        bar(-0.8, 0.8, 0.62, 0.635, print_)
    x = -0.6
    while x < 0.5:
        wide_ = rng.choice([0.05, 0.09, 0.11])
        bar(x, x + wide_, 0.42, rng.choice([0.52, 0.52, 0.56]), print_)
        x += wide_ + 0.035
    for z, reach in ((0.33, 0.45), (0.25, 0.3), (0.13, 0.6)):
        x = -reach
        while x < reach:
            wide_ = rng.uniform(0.03, 0.1)
            bar(x, min(x + wide_, reach + 0.02), z, z + 0.025, print_)
            x += wide_ + 0.025
    return parts


def wrapped(radius, left, right, low, high, material):
    """A patch of a cylinder about the z axis; angles are radians to the right of the front."""
    steps = max(2, math.ceil((right - left) / 0.06))
    vertices, faces = [], []
    for k in range(steps + 1):
        angle = left + (right - left) * k / steps - math.pi / 2
        vertices += [(radius * math.cos(angle), radius * math.sin(angle), z) for z in (low, high)]
    for k in range(steps):
        faces.append((2 * k, 2 * k + 2, 2 * k + 3, 2 * k + 1))
    return shapes.mesh("label", vertices, faces, material)
