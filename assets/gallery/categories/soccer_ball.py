"""A soccer ball: twelve five-cornered and twenty six-cornered leather panels, puffed between their seams."""

import math

from mathutils import Matrix, Quaternion, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["lawn", "floor", "street", "lawn", "paper"]
VIEW = View(turn=(-180, 180), elevation=(6, 30), fill=(0.5, 0.75), blur=0.7)
LEATHERS = [  # five-cornered panels, six-cornered panels
    ("#17181a", "#eceae4"),
    ("#17181a", "#e8e4da"),
    ("#1f3f8a", "#eceae4"),
    ("#17181a", "#eceae4"),
    ("#a8242a", "#ecebe6"),
    ("#17181a", "#e0d8c4"),
    ("#1c1d20", "#e8c93a"),
]


def soccer_ball(studio, rng):
    dark, pale = studio.pick(LEATHERS)
    radius = 0.11
    corners = icosahedron()
    turn = Quaternion(
        Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1))).normalized(), rng.uniform(0, 6.28)
    )
    place = Matrix.Translation((0, 0, radius)) @ turn.to_matrix().to_4x4()
    edge = min((a - b).length for a in corners for b in corners if a is not b) * 1.01
    panels = []
    for corner in corners:
        near = [other for other in corners if 0 < (other - corner).length < edge]
        panels.append((0, around([corner + (other - corner) / 3 for other in near])))
    for i, a in enumerate(corners):
        for j in range(i + 1, 12):
            for k in range(j + 1, 12):
                b, c = corners[j], corners[k]
                if max((a - b).length, (b - c).length, (a - c).length) < edge:
                    pairs = ((a, b), (b, a), (b, c), (c, b), (a, c), (c, a))
                    panels.append((1, around([p + (q - p) / 3 for p, q in pairs])))
    vertices, faces, picks = [], [], []
    for kind, outline in panels:
        panel(outline, radius, vertices, faces)
        picks += [kind] * (len(faces) - len(picks))
    wear = 0.86 if studio.variant % 3 == 0 else 0.95
    hides = [leather(colour, wear) for colour in (dark, pale)]
    ball = shapes.mesh("panels", vertices, faces, hides, picks=picks)
    core = shapes.ball(radius * 0.982, (0, 0, 0), materials.plain("#1e1c1a", 0.8), sides=64)
    return [shapes.moved(part, place) for part in (ball, core)]


def leather(colour, wear):
    """Coated leather, a little scuffed."""
    base = materials.linear(colour)
    worn = tuple(c * wear * wear + 0.004 for c in base)
    return materials.mottled([worn, base, base], 35, 0.38, 0.15, 0.0006)


def icosahedron():
    """Its twelve corners, one unit from the middle."""
    gold = (1 + 5**0.5) / 2
    flat = [(0, s, t * gold) for s in (-1, 1) for t in (-1, 1)]
    return [Vector(p[k:] + p[:k]).normalized() for p in flat for k in range(3)]


def around(points):
    """The points in order about their middle, counterclockwise from outside."""
    middle = sum(points, Vector()) / len(points)
    out = middle.normalized()
    first = (points[0] - middle).normalized()
    other = out.cross(first)
    return sorted(points, key=lambda p: math.atan2((p - middle).dot(other), (p - middle).dot(first)))


def panel(outline, radius, vertices, faces, steps=12):
    """Adds a panel: rings of points from its middle to its edge, on the ball, sunk at the seam."""
    middle, count = sum(outline, Vector()) / len(outline), len(outline)
    centre = len(vertices)
    vertices.append(middle.normalized() * radius)
    starts = []
    for ring in range(1, steps + 1):
        share = 1 - (1 - ring / steps) ** 1.7
        starts.append(len(vertices))
        for side in range(count):
            a, b = outline[side], outline[(side + 1) % count]
            for k in range(ring):
                point = middle + (a + (b - a) * (k / ring) - middle) * share
                sunk = 0.024 * math.exp(-(((1 - share) / 0.075) ** 2))
                vertices.append(point.normalized() * radius * (1 - sunk))
    for side in range(count):
        faces.append((centre, starts[0] + side, starts[0] + (side + 1) % count))
    for ring in range(1, steps):
        inner, outer = starts[ring - 1], starts[ring]
        for side in range(count):
            for k in range(ring + 1):
                a = outer + side * (ring + 1) + k
                b = outer + (side * (ring + 1) + k + 1) % (count * (ring + 1))
                c = inner + (side * ring + k) % (count * ring)
                faces.append((a, b, c))
                if k < ring:
                    faces.append((c, b, inner + (side * ring + k + 1) % (count * ring)))
