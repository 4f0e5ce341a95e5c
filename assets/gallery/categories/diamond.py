"""A diamond: a brilliant-cut stone on a ring stand, in claws, or with its tip in a velvet pad."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["paper", "wooden_table", "shelf", "table_cloth", "paper", "windowsill", "kitchen"]
VIEW = View(turn=(0, 360), elevation=(7, 20), fill=(0.5, 0.68), blur=0.7)
TINTS = ["#f4fbff", "#cdeaff", "#ffffff", "#ffd8e4", "#f2faff", "#d2f5e4", "#e4dcff"]


def diamond(studio, rng):
    size = rng.uniform(0.026, 0.034)
    table, crown, depth = rng.uniform(0.56, 0.62), rng.uniform(0.36, 0.42), rng.uniform(0.92, 1.02)
    stone = brilliant(table, crown, depth, crystal(studio.pick(TINTS)))
    holder = studio.pick(["ring", "pad", "claws"])
    metal = materials.metal(studio.pick(["#d2a044", "#b9bcc0", "#2a2826", "#c98a6a"]), 0.22)
    if holder == "ring":
        rise, parts = depth + 0.12, ring_stand(depth, metal)
    elif holder == "claws":
        rise, parts = depth + 0.3, claws(depth, metal)
    else:
        rise, parts = 0.85 * depth + 0.16, pad(studio.pick(["#5a0f1c", "#1c2348", "#23252a", "#3a1a4a"]))
    stone = shapes.moved(stone, Matrix.Translation((0, 0, rise)))
    return [shapes.moved(part, Matrix.Scale(size, 4)) for part in [stone, *parts]]


def brilliant(table, crown, depth, material):
    """A round brilliant of girdle radius 1 about z = 0: 58 facets and its girdle."""
    eighth, edge, star, lower = math.pi / 4, 0.025, 0.8, 0.24

    def ring(radius, z, count, offset=0.0):
        angles = (2 * math.pi * (k + offset) / count for k in range(count))
        return [Vector((radius * math.cos(a), radius * math.sin(a), z)) for a in angles]

    tops = ring(table, edge + crown, 8)
    # Kites are flat: their side corners lie in the plane through the table's and the girdle's.
    stars = ring(star, edge + crown * (1 - star * math.cos(eighth / 2)) / (1 - table), 8, 0.5)
    above, below = ring(1, edge, 16), ring(1, -edge, 16)
    deep = ring(lower, -edge - depth * (1 - lower * math.cos(eighth / 2)), 8, 0.5)
    tip = Vector((0, 0, -edge - depth))
    facets = [tops]
    for k in range(8):
        n, i, m, j = (k + 1) % 8, 2 * k, 2 * k + 1, (2 * k + 2) % 16
        facets += [(tops[k], tops[n], stars[k]), (tops[k], stars[k - 1], above[i], stars[k])]
        facets += [(stars[k], above[i], above[m]), (stars[k], above[m], above[j])]
        facets += [(above[i], below[i], below[m], above[m]), (above[m], below[m], below[j], above[j])]
        facets += [(deep[k], below[i], below[m]), (deep[k], below[m], below[j])]
        facets.append((tip, deep[k - 1], below[i], deep[k]))
    vertices, faces = [], []
    for facet in facets:
        centre = sum(facet, Vector()) / len(facet)
        outwards = (facet[1] - facet[0]).cross(facet[2] - facet[0]).dot(centre - Vector((0, 0, -0.2))) > 0
        faces.append(tuple(range(len(vertices), len(vertices) + len(facet))))
        vertices += facet if outwards else list(reversed(facet))
    return shapes.mesh("brilliant", vertices, faces, material, smooth=False)


def crystal(tint):
    """Strongly refracting glass whose facets also catch some light of their own."""
    material, nodes = materials.graph("crystal")
    clear = nodes.add("ShaderNodeBsdfGlass", {"Color": tint, "Roughness": 0.0, "IOR": 1.9}).outputs[0]
    through = nodes.add("ShaderNodeBsdfTransparent", {"Color": tint}).outputs[0]
    path = nodes.add("ShaderNodeLightPath").outputs
    either = nodes.add(
        "ShaderNodeMath", {0: path["Is Shadow Ray"], 1: path["Is Diffuse Ray"]}, operation="MAXIMUM"
    )
    veil = nodes.add("ShaderNodeBsdfDiffuse", {"Color": tint}).outputs[0]
    clear = nodes.add("ShaderNodeMixShader", {0: 0.035, 1: clear, 2: veil}).outputs[0]
    mix = nodes.add("ShaderNodeMixShader", {0: either.outputs[0], 1: clear, 2: through})
    nodes.surface(mix.outputs[0])
    return material


def ring_stand(depth, metal):
    """A wire ring about the stone's lower half on three legs."""
    share, wire = 0.42, 0.045
    high, radius = 0.12 + share * depth, share + wire
    angles = [math.pi * k / 32 for k in range(64)]
    circle = [(radius * math.cos(a), radius * math.sin(a), high) for a in angles]
    parts = [shapes.sweep(circle, wire, metal, 12, closed=True)]
    for k in range(3):
        turn = Matrix.Rotation(2 * math.pi * k / 3 + 0.4, 3, "Z")
        leg = [(radius, high), (radius + 0.08, 0.3 * high), (radius + 0.2, wire), (radius + 0.3, wire)]
        path = [turn @ Vector((r, 0, z)) for r, z in shapes.curve(leg, 6)]
        parts.append(shapes.sweep(path, wire, metal, 10))
    return parts


def claws(depth, metal):
    """A turned foot with four thin claws that hold the stone below its girdle."""
    foot = [(0, 0), (0.5, 0), (0.52, 0.05), (0.42, 0.1), (0.15, 0.16), (0.1, 0.24), (0.16, 0.32), (0, 0.33)]
    parts = [shapes.lathe(foot, metal, 48)]
    for k in range(4):
        turn = Matrix.Rotation(math.pi * (k + 0.5) / 2, 3, "Z")
        line = [(0.08, 0.28), (0.28, 0.3 + 0.14 * depth), (0.6, 0.3 + 0.5 * depth), (0.8, 0.3 + 0.72 * depth)]
        path = [turn @ Vector((r + 0.03, 0, z)) for r, z in shapes.curve(line, 6)]
        parts.append(shapes.sweep(path, lambda t: 0.04 - 0.012 * t, metal, 10))
    return parts


def pad(colour):
    """A round velvet pad with a piped rim."""
    velvet = materials.mottled([colour, colour], 300, 0.95, 0.4, 0.001, Sheen=0.25)
    line = [(0, 0), (1.15, 0), (1.3, 0.08), (1.22, 0.18), (0.8, 0.235), (0.35, 0.22), (0.15, 0.15), (0, 0.12)]
    part = shapes.lathe(shapes.curve(line, 6), velvet, 72)
    piping = [(1.27 * math.cos(a), 1.27 * math.sin(a), 0.06) for a in (math.pi * k / 36 for k in range(72))]
    parts = [part, shapes.sweep(piping, 0.06, velvet, 10, closed=True)]
    for part in parts:
        part["apart"] = True
    return parts
