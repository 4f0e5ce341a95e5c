"""Things that grow: grass, leaves, trees, conifers. Each returns or places meshes of many blades."""

import math

from mathutils import Euler, Matrix, Vector

from . import materials, shapes


def leaf_material(colours, grain=1.5):
    """Leaves that let some light through."""
    material = materials.mottled(colours, grain, 0.55, Specular=0.3)
    return material


def grass(rng, reach, height, colours, tufts=800, keep_clear=0.0):
    """Grass tufts on z = 0 around the origin out to `reach` metres, denser near it."""
    material = leaf_material(colours, 6 / reach)
    patterns = [_tuft(rng, height, material) for _ in range(6)]
    for _ in range(tufts):
        distance = reach * math.sqrt(rng.random()) * rng.uniform(0.25, 1)
        angle = rng.uniform(0, 2 * math.pi)
        if distance < keep_clear:
            continue
        size = rng.uniform(0.6, 1.3)
        at = Matrix.Translation((distance * math.cos(angle), distance * math.sin(angle), -0.004))
        turn = Matrix.Rotation(rng.uniform(0, 6.28), 4, "Z")
        shapes.instance(rng.choice(patterns), at @ turn @ Matrix.Scale(size, 4))
    for pattern in patterns:
        pattern.hide_render = True


def _tuft(rng, height, material):
    vertices, faces = [], []
    for _ in range(140):
        root = Vector((rng.gauss(0, 0.75), rng.gauss(0, 0.75), 0)) * height
        lean = Vector((rng.gauss(0, 0.45), rng.gauss(0, 0.45), 1)) * height * rng.uniform(0.5, 1.1)
        side = Vector((rng.gauss(0, 1), rng.gauss(0, 1), 0)).normalized() * height * 0.04
        droop = Vector((lean.x, lean.y, -0.15 * height)) * 0.5
        first = len(vertices)
        vertices += [
            root - side,
            root + side,
            root + lean * 0.55 - side * 0.8,
            root + lean * 0.55 + side * 0.8,
        ]
        vertices.append(root + lean + droop)
        faces += [(first, first + 1, first + 3, first + 2), (first + 2, first + 3, first + 4)]
    return shapes.mesh("tuft", vertices, faces, material)


def foliage(rng, radius, leaf, colours, leaves=3500):
    """A round crown of leaves about the origin."""
    vertices, faces = [], []
    lumps = [
        Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 0.8))).normalized() * 0.55 for _ in range(7)
    ]
    for _ in range(leaves):
        out = Vector((rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1))).normalized()
        at = (rng.choice(lumps) + out * rng.uniform(0.3, 0.55)) * radius
        turn = Euler((rng.uniform(0, 6.28), rng.uniform(0, 6.28), rng.uniform(0, 6.28))).to_matrix()
        first = len(vertices)
        for corner in ((-0.5, 0, 0), (0, -0.3, 0.05), (0.5, 0, 0), (0, 0.3, 0.05)):
            vertices.append(at + turn @ Vector(corner) * leaf * rng.uniform(0.7, 1.2))
        faces.append((first, first + 1, first + 2, first + 3))
    return shapes.mesh("crown", vertices, faces, leaf_material(colours, 1.2 / radius))


def trees(rng, places, height, colours):
    """Broad-leaved trees at (x, y) places."""
    crown = foliage(rng, height * 0.36, height * 0.045, colours)
    crown.hide_render = True
    bark = materials.mottled(["#2c2219", "#54412f"], 9, 0.9, 0.6, 0.02)
    for x, y in places:
        size = rng.uniform(0.75, 1.25)
        shapes.sweep(
            [(x, y, -0.2), (x + rng.gauss(0, 0.1), y, height * 0.3 * size), (x, y, height * 0.62 * size)],
            lambda t: height * 0.028 * size * (1 - 0.6 * t),
            bark,
        )
        place = Matrix.Translation((x, y, height * 0.63 * size)) @ Matrix.Rotation(
            rng.uniform(0, 6.28), 4, "Z"
        )
        shapes.instance(crown, place @ Matrix.Diagonal((size, size, size * rng.uniform(0.9, 1.3), 1)))


def conifers(rng, places, height, colours):
    """Spruces at (x, y) places."""
    vertices, faces = [], []
    for _ in range(3600):
        level = 1 - math.sqrt(rng.random())
        angle = rng.uniform(0, 6.28)
        tier = 0.8 + 0.2 * math.cos(level * 60)
        reach = 0.21 * (1 - level) * tier * rng.uniform(0.6, 1.05) + 0.006
        at = Vector((math.cos(angle) * reach, math.sin(angle) * reach, 0.06 + 0.94 * level)) * height
        along = Vector((math.cos(angle), math.sin(angle), rng.uniform(-0.7, 0.1))) * height * 0.035
        side = Vector((-math.sin(angle), math.cos(angle), rng.gauss(0, 0.4))) * height * 0.009
        first = len(vertices)
        vertices += [at - along, at - side, at + along, at + side]
        faces.append((first, first + 1, first + 2, first + 3))
    spruce = shapes.mesh("spruce", vertices, faces, leaf_material(colours, 8 / height))
    spruce.hide_render = True
    for x, y in places:
        size = rng.uniform(0.6, 1.2)
        place = Matrix.Translation((x, y, 0)) @ Matrix.Rotation(rng.uniform(0, 6.28), 4, "Z")
        shapes.instance(spruce, place @ Matrix.Scale(size, 4))
