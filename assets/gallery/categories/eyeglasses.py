"""Eyeglasses: two rims with lenses, a bridge, and open temples; acetate or wire, clear or tinted."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "table_cloth", "windowsill", "kitchen", "garden_table", "shelf"]
VIEW = View(turn=(-42, 42), elevation=(14, 34), fill=(0.66, 0.84), blur=0.6)
KINDS = ["acetate", "round", "acetate", "cat eye", "aviator", "acetate", "round"]
ACETATES = ["#151517", "tortoise", "#5a1f28", "#1f3a5c", "tortoise"]
WIRES = [("#c8a050", 0.2), ("#8f9296", 0.25), ("#26262a", 0.35)]
CENTRE = 0.0335


def eyeglasses(studio, rng):
    kind = studio.pick(KINDS)
    half, tall = {
        "acetate": (0.0262, rng.uniform(0.0185, 0.0215)),
        "round": (0.0245, 0.0238),
        "cat eye": (0.0265, 0.0195),
        "aviator": (0.0275, 0.0245),
    }[kind]

    def outline(grow=0.0):
        points = []
        for k in range(96):
            a = 2 * math.pi * k / 96
            power = {"acetate": 0.62, "round": 1.0, "cat eye": 0.75, "aviator": 0.8}[kind]
            u = math.copysign(abs(math.cos(a)) ** power, math.cos(a))
            v = math.copysign(abs(math.sin(a)) ** power, math.sin(a))
            x, z = u * (half + grow), v * (tall + grow)
            if kind == "acetate":
                x *= 1 + 0.07 * v
            elif kind == "cat eye":
                z += 0.0085 * max(0.0, u) ** 2 * max(0.0, v) ** 0.7
                x *= 1 + 0.10 * v
            elif kind == "aviator":
                x *= 1 + 0.13 * v if u < 0 else 1 + 0.04 * v
                z += 0.003 * u * min(0.0, v) * -1 if u < 0 else 0.0
            points.append((x, z))
        return points

    thick = 0.0024 if kind in ("acetate", "cat eye") else 0.0009
    lift = tall + (0.004 if thick > 0.001 else 0.0012)

    def front(x, z, y=0.0):
        return Vector((x, 2.2 * x * x + y, z + lift))

    if thick > 0.001:
        frame = acetate(studio.pick(ACETATES))
        metal = materials.metal("#c9cbce", 0.25)
    else:
        frame = metal = materials.metal(*studio.pick(WIRES))
    tint = (
        studio.pick(["#f4f8f6", "#f4f8f6", "#f1f6f4", "#8a6a4a", "#f4f8f6"])
        if kind != "aviator"
        else "#3a4038"
    )
    glass, parts = lens(tint), []
    for side in (-1, 1):
        inner, outer = outline(), outline(0.0042)
        if thick > 0.001:
            parts.append(rim(side, inner, outer, front, frame))
        else:
            parts.append(
                shapes.sweep([front(side * (CENTRE + x), z) for x, z in inner], 0.0014, frame, 12, True)
            )
        parts.append(pane(side, inner, front, glass))
        parts += temple(rng, side, half, tall, front, thick, frame, metal)
        if thick < 0.001:
            x = CENTRE - half * 0.93
            arm = [
                front(side * x, 0.1 * tall),
                front(side * (x - 0.002), -0.1 * tall, 0.007),
                front(side * (x - 0.001), -0.25 * tall, 0.009),
            ]
            parts.append(shapes.sweep(shapes.curve(arm, 8), 0.0006, metal, 8))
            pad = shapes.ball(0.0062, (0, 0, 0), materials.plain("#e6e0d4", 0.25), (0.28, 0.55, 1), 24)
            pad = shapes.moved(pad, Matrix.Translation(front(side * (x - 0.0015), -0.3 * tall, 0.0095)))
            parts.append(pad)
    gap = CENTRE - half
    if thick > 0.001:
        arch = [(-gap - 0.001, 0.22), (-gap * 0.5, 0.42), (0, 0.48), (gap * 0.5, 0.42), (gap + 0.001, 0.22)]
        bridge = shapes.curve([front(x, z * tall) for x, z in arch], 8)
        parts.append(bar(bridge, lambda t: 0.0066, 0.004, frame))
    else:
        bows = [(0.25, 0.5)] if kind == "round" else [(0.2, 0.28), (0.84, 0.9)]
        for low, high in bows:
            reach = gap + (0.06 if high < 0.8 else 0.32) * half
            arch = [(-reach, low), (-gap * 0.5, high), (0, high + 0.05), (gap * 0.5, high), (reach, low)]
            parts.append(
                shapes.sweep(
                    shapes.curve([front(x, z * tall, -0.001) for x, z in arch], 8), 0.0012, frame, 12
                )
            )
    return parts


def acetate(colour):
    """Polished plastic, tortoiseshell or one colour."""
    if colour == "tortoise":
        return materials.mottled(["#160a05", "#4a220c", "#94521c", "#b5752e"], 85, 0.12, Clearcoat=0.6)
    return materials.plain(colour, 0.14, Clearcoat=0.6)


def lens(tint):
    """A thin pane: what is behind it, tinted, under a reflection."""
    material, nodes = materials.graph("lens")
    through = nodes.add("ShaderNodeBsdfTransparent", {"Color": tint}).outputs[0]
    mirror = nodes.add("ShaderNodeBsdfGlossy", {"Color": "#ffffff", "Roughness": 0.02}).outputs[0]
    share = nodes.add("ShaderNodeFresnel", {"IOR": 1.55}).outputs[0]
    nodes.surface(nodes.add("ShaderNodeMixShader", {0: share, 1: through, 2: mirror}).outputs[0])
    return material


def rim(side, inner, outer, front, material):
    """A ring of square section between two outlines."""
    count, vertices, faces = len(inner), [], []
    for line, y in ((inner, -0.002), (outer, -0.002), (outer, 0.002), (inner, 0.002)):
        vertices += [front(side * (CENTRE + x), z, y) for x, z in line]
    for loop in range(4):
        for k in range(count):
            a, b = loop * count + k, loop * count + (k + 1) % count
            c, d = (a + count) % (4 * count), (b + count) % (4 * count)
            faces.append((a, b, d, c) if side > 0 else (a, c, d, b))
    return shapes.bevel(shapes.mesh("rim", vertices, faces, material), 0.0009, 3)


def pane(side, outline, front, material):
    """The lens, a little domed."""
    vertices, faces, rings, count = [front(side * CENTRE, 0, -0.0022)], [], 6, len(outline)
    for ring in range(1, rings + 1):
        s = ring / rings
        vertices += [front(side * (CENTRE + x * s), z * s, -0.0022 * (1 - s * s)) for x, z in outline]
    for k in range(count):
        faces.append((0, 1 + k, 1 + (k + 1) % count)[::side])
        for ring in range(rings - 1):
            a, b = 1 + ring * count + k, 1 + ring * count + (k + 1) % count
            faces.append((a, a + count, b + count, b)[::side])
    return shapes.mesh("lens", vertices, faces, material)


def temple(rng, side, half, tall, front, thick, frame, metal):
    """An end piece, a hinge, and the temple back over the ear."""
    x, z = CENTRE + half, 0.52 * tall
    edge = front(side * (x + 0.001), z)
    start = Vector((side * (x + 0.0075), edge.y + 0.009, edge.z))
    spread, height = rng.uniform(0.0, 0.006), edge.z
    line = [
        start,
        Vector((start.x + side * spread * 0.5, 0.05, height + 0.001)),
        Vector((start.x + side * spread, 0.098, height)),
        Vector((start.x + side * spread * 0.9, 0.122, height * 0.68)),
        Vector((start.x + side * spread * 0.5, 0.145, max(0.003, height * 0.08))),
    ]
    path = shapes.curve(line, 10)
    corner = shapes.curve([edge, Vector((side * (x + 0.0062), edge.y + 0.0012, edge.z)), start], 6)
    if thick > 0.001:
        parts = [bar(corner, lambda t: 0.0085, 0.0036, frame)]
        parts.append(
            bar(
                path,
                lambda t: 0.0085 - 0.0038 * min(1.0, t * 2) + 0.0026 * max(0.0, t - 0.55) * 2,
                0.0034,
                frame,
            )
        )
        for up in (-0.0017, 0.0017):
            at = front(side * (x + 0.0032), z, -0.0026) + Vector((0, 0, up))
            parts.append(shapes.ball(0.0009, at, metal, sides=14))
    else:
        parts = [shapes.sweep(corner, 0.0013, frame, 12), shapes.sweep(path, 0.0009, frame, 12)]
        sleeve = materials.plain("#1a1614", 0.25)
        parts.append(shapes.sweep(path[26:], lambda t: 0.0016 + 0.0009 * t, sleeve, 14))
        parts.append(shapes.ball(0.0025, path[-1], sleeve, sides=16))
    hinge = start + Vector((-side * 0.0022, 0.0, 0))
    parts.append(shapes.box((0.0022, 0.006, 0.0042), hinge, metal, 0.0005))
    return parts


def bar(path, height, thick, material):
    """A strip of upright rectangular section along a path; `height` is a function of 0..1."""
    vertices, faces, count = [], [], len(path)
    for i, point in enumerate(path):
        along = (path[min(i + 1, count - 1)] - path[max(i - 1, 0)]).normalized()
        across = along.cross(Vector((0, 0, 1))).normalized() * thick / 2
        up = across.cross(along).normalized() * height(i / (count - 1)) / 2
        vertices += [point - across - up, point + across - up, point + across + up, point - across + up]
    for i in range(count - 1):
        for k in range(4):
            a, b = 4 * i + k, 4 * i + (k + 1) % 4
            faces.append((a, b, b + 4, a + 4))
    faces += [(3, 2, 1, 0), tuple(4 * (count - 1) + k for k in range(4))]
    return shapes.bevel(shapes.mesh("bar", vertices, faces, material), 0.0008, 3)
