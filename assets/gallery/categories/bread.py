"""A loaf of bread: a tin loaf with slices cut off, or a floury hearth loaf, slashed on top."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "kitchen", "table_cloth", "paper", "garden_table"]
VIEW = View(turn=(-62, -26), elevation=(22, 40), fill=(0.7, 0.86))
KINDS = ["tin", "round", "tin", "long", "tin", "tin", "round"]
CRUSTS = [  # sides, top, darkest
    ["#c98f4a", "#a8642a", "#6f3a16"],
    ["#d8a45c", "#b87434", "#8a4c1e"],
    ["#a8703a", "#7d4a20", "#4f2a12"],
]
CRUMBS = [["#e8d6b0", "#f4e8cc"], ["#d8b884", "#ead2a4"], ["#a88254", "#c49e6c"]]
SLICE = [(0, 0), (0.43, 0), (0.49, 0.035), (0.49, 0.4), (0.505, 0.56), (0.555, 0.68), (0.55, 0.82)]
SLICE += [(0.44, 0.93), (0.22, 0.985), (0, 1.0)]


def bread(studio, rng):
    kind = studio.pick(KINDS)
    crust = baked(studio.pick(CRUSTS), 0.5 if kind != "tin" else 0.0)
    if kind == "tin":
        crumb = materials.mottled(studio.pick(CRUMBS), 210, 0.95, 1.0, 0.003)
        parts = tin(rng, crust, crumb, studio.variant)
    elif kind == "round":
        cuts = studio.pick(["cross", "leaf", "grid"])
        parts = [hearth(rng, 0.105, 0.102, rng.uniform(0.075, 0.088), crust, cuts)]
    else:
        parts = [hearth(rng, 0.155, 0.072, rng.uniform(0.07, 0.08), crust, "bars")]
    if studio.variant % 4 == 0:
        return parts
    timber = materials.wood(*rng.choice([("#b98a58", "#84592f"), ("#7d5030", "#4f301a")]), 16)
    board = shapes.box((0.39, 0.22, 0.018), (0.03 if kind == "tin" else 0, -0.005, 0.009), timber, 0.006)
    board["apart"] = True
    return [shapes.moved(part, Matrix.Translation((0, 0, 0.018))) for part in parts] + [board]


def baked(tones, flour):
    """Crust: the shade runs from pale splits (0) over the sides to the top (1); perhaps floury."""
    material, nodes = materials.graph("crust")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    uneven = nodes.add("ShaderNodeMath", {0: nodes.noise(45, 8), 1: 0.5, 2: shade}, operation="MULTIPLY_ADD")
    tone = nodes.add("ShaderNodeMath", {0: uneven.outputs[0], 1: 0.25}, operation="SUBTRACT").outputs[0]
    colour = nodes.blend(tone, "#efd9ac", *tones)
    if flour:
        grains = {"Value": nodes.noise(70, 10), "From Min": 0.48, "From Max": 0.7}
        dust = nodes.add("ShaderNodeMapRange", grains).outputs[0]
        high = nodes.add("ShaderNodeMath", {0: dust, 1: shade}, operation="MULTIPLY").outputs[0]
        thin = nodes.add("ShaderNodeMath", {0: high, 1: flour}, operation="MULTIPLY").outputs[0]
        mix = {"Fac": thin, "Color1": colour, "Color2": "#efe6d6"}
        colour = nodes.add("ShaderNodeMixRGB", mix).outputs[0]
    nodes.principled(Base_Color=colour, Roughness=0.6, Normal=nodes.bump(nodes.noise(150, 8), 0.5, 0.002))
    return material


def shaded(part, shades):
    """The part with a shade for each of its vertices."""
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return part


def tin(rng, crust, crumb, variant):
    """A tin loaf, cut at its right end, and its slices leaning there, the last one fallen flat."""
    wide, tall = 0.105, rng.uniform(0.1, 0.115)
    ring = [Vector(p) for p in SLICE] + [Vector((-x, y)) for x, y in reversed(SLICE[1:-1])]
    outline = [Vector((p.x * wide, p.y * tall)) for p in shapes.curve(ring, 7, closed=True)]
    long_, seed = rng.uniform(0.15, 0.18), rng.uniform(0, 50)
    parts = [piece(outline, tall, -long_ + 0.03, 0.03, seed, crust, crumb, True)]
    thick, count, lean = 0.0135, rng.choice([1, 2, 2, 3]), 0.3
    at = 0.03 + math.tan(lean) * tall * 0.98
    for k in range(count):
        one = piece(outline, tall, 0, thick, seed, crust, crumb, False)
        along = at + 0.001 + k * (thick + 0.0008) / math.cos(lean)
        place = Matrix.Translation((along, rng.uniform(-0.004, 0.004), 0))
        parts.append(shapes.moved(one, place @ Matrix.Rotation(-lean, 4, "Y")))
    if variant % 2 or count == 1:
        far = at + count * thick * 1.06 + 0.006
        flat = piece(outline, tall, 0, thick, seed, crust, crumb, False)
        place = Matrix.Translation((far + 0.004, -0.012, thick)) @ Matrix.Rotation(0.2, 4, "Z")
        parts.append(shapes.moved(flat, place @ Matrix.Rotation(math.pi / 2, 4, "Y")))
    shift = Matrix.Translation((0.02, 0, 0))
    return [shapes.moved(part, shift) for part in parts]


def piece(outline, tall, start, end, seed, crust, crumb, heel):
    """Bread between two places along x; with a heel its start is closed by crust."""
    middle, count = Vector((0, tall * 0.48)), len(outline)
    rings = []
    if heel:
        arc = [math.pi / 2 * k / 10 for k in range(10)]
        rings += [(math.sin(a), start + 0.022 * (1 - math.cos(a))) for a in arc]
        rings += [(1.0, start + 0.022 + (end - start - 0.022) * k / 40) for k in range(41)]
    else:
        rings += [(k / 14, start) for k in range(14)] + [(0.965, start)]
        rings += [(1.0, start + (end - start) * k / 4) for k in range(5)]
    rind = len(rings) - 1
    rings += [(0.965, end)] + [(1 - k / 14, end) for k in range(1, 15)]
    vertices, shades, faces, picks = [], [], [], []
    for n, (scale, x) in enumerate(rings):
        for p in outline:
            round_ = scale ** (0.45 if heel and n < 10 else 1.0)
            spot = middle + (p - middle) * round_
            lump = 0.0035 * noise.fractal(Vector((x * 22 * heel, p.x * 20, p.y * 20 + seed)), 0.9, 2.0, 3)
            spot += (p - middle).normalized() * lump * scale * (1 if p.y > tall * 0.08 else 0)
            pit = 0.0
            if n > rind or (not heel and n < 15):
                pit = 0.0007 * noise.noise(Vector((spot.x, spot.y, x)) * 420)
            split = math.exp(-((spot.x / 0.007) ** 2)) if spot.y > tall * 0.75 and heel else 0.0
            vertices.append((x + pit, spot.x, max(0.0, spot.y - 0.004 * split)))
            shades.append(min(1.0, 0.4 + 0.55 * max(0.0, spot.y / tall - 0.35) / 0.5) * (1 - 0.75 * split))
    for i in range(len(rings) - 1):
        for k in range(count):
            a, b = i * count + k, i * count + (k + 1) % count
            faces.append((a, b, b + count, a + count))
            picks.append(int(i > rind or (not heel and i < 14)))
    part = shapes.mesh("bread", vertices, faces, [crust, crumb], picks=picks)
    shaded(part, shades)
    return shapes.bevel(part, 0)


def hearth(rng, long_, wide, tall, crust, slashing):
    """A loaf baked without a tin: a dome, opened along its slashes."""
    cuts = {
        "cross": [((-0.6, 0), (0.6, 0)), ((0, -0.6), (0, 0.6))],
        "grid": [((-0.6, y), (0.6, y)) for y in (-0.26, 0.26)]
        + [((x, -0.6), (x, 0.6)) for x in (-0.26, 0.26)],
        "leaf": [((0, -0.7), (0, 0.7))]
        + [((s * 0.1, y), (s * 0.5, y + 0.3)) for s in (-1, 1) for y in (-0.55, -0.2, 0.15)],
        "bars": [((x - 0.13, -0.5), (x + 0.13, 0.5)) for x in (-0.6, -0.2, 0.2, 0.6)],
    }[slashing]
    line = [(0, 0.0), (0.5, 0.0), (0.82, 0.01), (0.96, 0.14), (1.0, 0.34), (0.94, 0.6), (0.78, 0.8)]
    profile = shapes.curve(line + [(0.5, 0.94), (0.24, 0.99), (0, 1.0)], 13)
    sides, seed = 260, rng.uniform(0, 80)
    vertices, shades, faces = [], [], []
    for r, z in profile:
        for k in range(sides):
            angle = 2 * math.pi * k / sides
            x, y = r * math.cos(angle), r * math.sin(angle)
            gap = 1.0
            if z > 0.3:
                gap = min(_distance((x * long_, y * wide), a, b, long_, wide) for a, b in cuts)
            dent = math.exp(-((gap / 0.0085) ** 2))
            ear = math.exp(-(((gap - 0.0145) / 0.005) ** 2))
            spot = Vector((x * long_, y * wide, z * tall)) * 14 + Vector((seed, 0, 0))
            lump = noise.fractal(spot, 0.9, 2.0, 3)
            swell = 1 + 0.035 * lump
            rise = z * tall * (1 + 0.03 * lump) - 0.0095 * dent + 0.0042 * ear
            vertices.append((x * long_ * swell, y * wide * swell, max(0.0, rise)))
            shades.append(min(1.0, max(0.0, 0.35 + 0.6 * z + 0.25 * ear) * (1 - 0.9 * dent)))
    for i in range(len(profile) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    return shaded(shapes.mesh("hearth", vertices, faces, crust), shades)


def _distance(p, a, b, long_, wide):
    """From a point to the segment between two spots given as shares of the loaf, in metres."""
    ax, ay, bx, by = a[0] * long_, a[1] * wide, b[0] * long_, b[1] * wide
    dx, dy = bx - ax, by - ay
    t = min(1.0, max(0.0, ((p[0] - ax) * dx + (p[1] - ay) * dy) / (dx * dx + dy * dy)))
    return math.hypot(p[0] - ax - t * dx, p[1] - ay - t * dy)
