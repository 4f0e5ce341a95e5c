"""A carrot: a tapering orange root with creases and feathery greens; one, a pair, or a small bunch."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "kitchen", "garden_table", "table_cloth", "paper", "windowsill"]
VIEW = View(turn=(-55, 55), elevation=(34, 56), fill=(0.76, 0.9))
KINDS = ["one", "one", "bunch", "one", "pair"]
ORANGES = [
    ["#b8480c", "#d8661a", "#e88a34"],
    ["#c2500e", "#e0701c", "#ec9440"],
    ["#a83c0c", "#cc5616", "#e07a2c"],
]
GREENS = [["#2f5a1c", "#55862e", "#7fa848"], ["#264a1c", "#466f2a", "#6c9440"]]


def carrot(studio, rng):
    kind, tones, greens = studio.pick(KINDS), studio.pick(ORANGES), studio.pick(GREENS)
    if kind == "one":
        places = [((0, 0), 0.0, 0.0)]
    elif kind == "pair":
        places = [((0, -0.026), 0.12, 0.0), ((0.006, 0.026), -0.16, 0.0)]
    else:
        places = [((0, -0.028), 0.16, 0.0), ((0.004, 0.028), -0.2, 0.0), ((-0.004, 0.0), -0.02, 0.036)]
    parts = []
    for (x, y), turn, low in places:
        long_, fat = rng.uniform(0.15, 0.18), rng.uniform(0.022, 0.0255)
        if kind != "one":
            fat *= 0.92
        sag = math.atan2(0.72 * fat, long_)
        place = Matrix.Translation((x, y, low + fat * 0.96)) @ Matrix.Rotation(turn, 4, "Z")
        place = place @ Matrix.Rotation(-sag if not low else 0.0, 4, "Y")
        root_ = root(rng, long_, fat, tones)
        top = leafage(rng, long_ * rng.uniform(0.56, 0.7), fat, greens, 6 if kind == "one" else 4)
        parts += [shapes.moved(part, place) for part in [root_, *top]]
    return [shapes.moved(part, Matrix.Translation((0.02, 0, 0))) for part in parts]


def root(rng, long_, fat, tones):
    """The root along the x axis, its shoulder at the origin and its tip at -x."""
    line = [(0, 1.12), (0.025, 1.05), (0.07, 0.99), (0.17, 0.93), (0.42, 0.7), (0.68, 0.42), (0.9, 0.16)]
    line += [(1.0, 0.06), (0.93, 0.012), (0.62, -0.006), (0.34, 0.006), (0, 0.012)]
    profile, sides, seed = shapes.curve(line, 14), 72, rng.uniform(0, 60)
    creases = [(rng.uniform(0.05, 0.95), rng.uniform(0, 6.28), rng.uniform(0.5, 1.5)) for _ in range(34)]
    bend = rng.uniform(-0.05, 0.05)
    vertices, shades, faces = [], [], []
    for r, t in profile:
        for k in range(sides):
            angle = 2 * math.pi * k / sides
            mark = 0.0
            for at, middle, reach in creases:
                away = abs((angle - middle + math.pi) % (2 * math.pi) - math.pi)
                if away < reach and abs(t - at) < 0.02 and 0.02 < t < 1.02:
                    wave = at + 0.004 * math.sin(3 * angle + 9 * at)
                    mark = max(mark, math.exp(-(((t - wave) / 0.0042) ** 2)) * (1 - (away / reach) ** 4))
            lump = noise.fractal(Vector((math.cos(angle), math.sin(angle), t * 6 + seed)), 0.9, 2.0, 3)
            swell = fat * r * (1 + 0.06 * lump - 0.07 * mark)
            sway = bend * long_ * math.sin(math.pi * min(t, 1))
            vertices.append((-t * long_, swell * math.cos(angle) + sway, swell * math.sin(angle)))
            shades.append(mark if r > 0.4 or t > 0.1 else 0.9 - r)
    for i in range(len(profile) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    part = shapes.mesh("root", vertices, faces, orange(tones))
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return part


def orange(tones):
    """Orange skin, brown in its creases."""
    material, nodes = materials.graph("carrot")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    skin = nodes.blend(nodes.noise(60, 6, (2.5, 1, 1)), *tones)
    deep = nodes.add("ShaderNodeMath", {0: shade, 1: 0.75}, operation="MULTIPLY").outputs[0]
    colour = nodes.add("ShaderNodeMixRGB", {"Fac": deep, "Color1": skin, "Color2": "#6b300c"}).outputs[0]
    normal = nodes.bump(nodes.noise(220, 6, (3, 1, 1)), 0.25, 0.001)
    nodes.principled(Base_Color=colour, Roughness=0.38, Normal=normal)
    return material


def leafage(rng, long_, fat, greens, count):
    """Stems that spread from the shoulder along +x, feathered with leaflets in their outer part."""
    green = materials.mottled(greens, 120, 0.6)
    stem = materials.mottled(["#6f9a3c", "#93b558"], 120, 0.5)
    parts, vertices, faces = [], [], []

    def leaflet(spot, way, side, size):
        first, steps = len(vertices), ((0, 0.0), (0.25, 0.2), (0.6, 0.26), (1, 0.0))
        for t, half in steps:
            vertices.append(spot + way * size * t - side * half * size)
            vertices.append(spot + way * size * t + side * half * size)
        for i in range(len(steps) - 1):
            a = first + 2 * i
            faces.append((a, a + 1, a + 3, a + 2))

    for n in range(count):
        spread = 0.42 * (2 * n / (count - 1) - 1) + rng.uniform(-0.08, 0.08)
        reach = long_ * rng.uniform(0.8, 1.05) * (1 - 0.15 * abs(spread))
        rise = rng.uniform(0.1, 0.5)
        way = Vector((math.cos(spread), math.sin(spread), rise))
        ground = -fat * 0.6
        start = Vector((-0.003, 0.3 * fat * spread, 0.0))
        path = [start, start + way * reach * 0.3]
        path.append(start + way * reach * 0.65 - Vector((0, 0, 0.1 * reach * rise)))
        end = start + Vector((math.cos(spread * 1.3), math.sin(spread * 1.3), 0)) * reach
        end.z = max(ground, reach * rise * 0.45 - 0.012)
        path = shapes.curve(path + [end], 12)
        parts.append(shapes.sweep(path, lambda t: 0.0021 - 0.0015 * t, stem, 8))
        for i in range(9, len(path) - 1):
            t = i / (len(path) - 1)
            along = (path[i + 1] - path[i - 1]).normalized()
            across = Vector((-along.y, along.x, 0)).normalized()
            branch = reach * 0.27 * rng.uniform(0.8, 1.15)
            branch *= math.sin(math.pi * (0.12 + 0.83 * (t - 0.2) / 0.8))
            for sign in (-1, 1):
                out = (across * sign + along * 0.75 + Vector((0, 0, rng.uniform(-0.25, 0.3)))).normalized()
                flank = Vector((-out.y, out.x, rng.uniform(-0.3, 0.3))).normalized()
                for k in range(1, 6):
                    at = path[i] + out * branch * k / 5.2
                    at.z = max(at.z, ground + 0.002)
                    size = branch * (0.35 - 0.045 * k)
                    for turn in (-1, 1) if k < 5 else (0,):
                        leaflet(at, (out + flank * turn * 0.85).normalized(),
                                (flank - out * turn * 0.85).normalized(), size)  # fmt: skip
                leaflet(path[i], out, flank * 0.3, branch)
        leaflet(path[-1], (path[-1] - path[-3]).normalized(), Vector((0, 1, 0)), reach * 0.1)
    return parts + [shapes.mesh("leaves", vertices, faces, green)]
