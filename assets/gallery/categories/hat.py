"""A hat: a plaited straw hat, a pinched felt fedora, a silk top hat, or a wide sun hat, with its band."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "floor", "shelf", "garden_table", "table_cloth", "windowsill"]
VIEW = View(turn=(-60, -15), elevation=(15, 32), fill=(0.62, 0.82), blur=0.7)
KINDS = ["fedora", "top hat", "straw hat", "fedora", "top hat", "sun hat"]
FELTS = ["#6b4a30", "#3a3c40", "#b89a70", "#4a5a48", "#7a2f2c"]
SILKS = ["#141416", "#1c1a22", "#3a332e"]
RIBBONS = ["#1c1a1a", "#8a2a2a", "#26405c", "#5a3a22", "#3f5a44"]


def hat(studio, rng):
    kind = studio.pick(KINDS)
    ribbon = materials.mottled([studio.pick(RIBBONS)] * 2, 200, 0.5, 0.5, 0.0006, stretch=(0.1, 0.1, 1))
    if kind == "fedora":
        parts = felt_hat(rng, wool(studio.pick(FELTS)), ribbon)
    elif kind == "top hat":
        black = materials.mottled([studio.pick(SILKS)] * 2, 500, 0.38, 0.3, 0.0006, Sheen=0.6)
        parts = top_hat(rng, black, ribbon)
    else:
        parts = straw_hat(rng, kind == "sun hat", ribbon)
    lowest = min(vertex.co.z for part in parts for vertex in part.data.vertices)
    return [shapes.moved(part, Matrix.Translation((0, 0, -lowest))) for part in parts]


def wool(colour):
    """Felt."""
    base = materials.linear(colour)
    return materials.mottled([tuple(0.8 * c for c in base), base], 250, 0.95, 0.4, 0.0008, Sheen=0.5)


def turned(profile, material, shape, sides=120, pick=None):
    """A profile turned, then bent by `shape(radius, angle, z)`, which returns the point."""
    part = shapes.lathe(profile, material, sides, pick=pick)
    for vertex in part.data.vertices:
        x, y, z = vertex.co
        vertex.co = shape(math.hypot(x, y), math.atan2(y, x), z)
    part.data.update()
    return part


def band(profile, shape, material, sides=120):
    """A ribbon around the crown: the profile's line pushed out a little."""
    line = [(r + 0.0018, z) for r, z in profile]
    return turned(
        [(profile[0][0], profile[0][1])] + line + [(profile[-1][0], profile[-1][1])], material, shape, sides
    )


def bow(at, tilt, material, size):
    """A flat bow at the side: two loops and a knot, facing +x."""
    parts = []
    for side in (-1, 1):
        outline = [(0.002, 0.012), (0.5, 0.55), (1.0, 0.62), (1.0, -0.62), (0.5, -0.55), (0.002, -0.2)]
        loop = [(side * x * size * 1.5, z * size * 0.8) for x, z in outline]
        place = Matrix.Translation(at) @ Matrix.Rotation(tilt, 4, "Z") @ Matrix.Rotation(side * 0.14, 4, "Z")
        parts.append(shapes.slab(loop, 0.003, material, 0.001, place))
    place = Matrix.Translation(at) @ Matrix.Rotation(tilt, 4, "Z")
    knot = shapes.box((size * 0.5, 0.007, size * 1.05), (0, 0, 0), material, 0.002)
    parts.append(shapes.moved(knot, place))
    return parts


def felt_hat(rng, felt, ribbon):
    """A fedora: teardrop crown with a crease and two pinches in front, brim down in front and up behind."""
    tall, brim, wide = rng.uniform(0.115, 0.125), rng.uniform(0.058, 0.068), 0.083
    crease, pinch = rng.uniform(0.022, 0.03), rng.uniform(0.014, 0.019)

    def shape(r, a, z):
        x, y = r * math.cos(a), r * math.sin(a) * 1.2
        t = max(0.0, min(1.0, z / tall))
        if r > wide * 1.02 or z < 0.004:
            out = max(0.0, (r - wide) / brim)
            front = -math.sin(a)
            z += out * out * (0.024 * max(0.0, -front) - 0.020 * max(0.0, front) + 0.016 * math.cos(a) ** 2)
        else:
            top = max(0.0, (t - 0.55) / 0.45)
            inner = max(0.0, 1 - (x / (0.42 * wide)) ** 2)
            along = max(0.0, 1 - (y / (1.15 * wide)) ** 4)
            z -= crease * inner**1.5 * along * (t > 0.93) * (1 if y > 0 else 1 + 0.3 * y / wide)
            near = math.exp(-(((y + 0.72 * wide) / (0.42 * wide)) ** 2))
            x -= math.copysign(pinch, x) * near * top * min(1.0, abs(x) / (0.3 * wide))
            z -= 0.012 * top * (y / wide + 0.3) * (y > -0.3 * wide)
            y *= 1 - 0.06 * t
        return Vector((x, y, z + 0.02))

    rise = [
        (wide, 0.0),
        (wide * 0.985, 0.03),
        (wide * 0.95, 0.075),
        (wide * 0.89, tall * 0.88),
        (wide * 0.8, tall * 0.965),
    ]
    rise += [(wide * 0.68, tall), (wide * 0.35, tall), (0.0005, tall)]
    crown = shapes.curve(rise[:6], 6) + [
        Vector((wide * 0.68 * (1 - k / 14) + 0.0002, tall)) for k in range(1, 15)
    ]
    flat = [(wide + brim * k / 14, 0.0) for k in range(14, -1, -1)]
    under = [(wide * 0.97, -0.003)] + [(wide + brim * k / 14, -0.003) for k in range(15)]
    parts = [
        turned(
            [tuple(p) for p in under[:-1]]
            + [(wide + brim, -0.0028), (wide + brim + 0.001, -0.0015)]
            + flat
            + [tuple(p) for p in crown[1:]],
            felt,
            shape,
        )
    ]
    low = [(wide * 0.999, 0.0045), (wide * 0.993, 0.018), (wide * 0.985, 0.032)]
    parts.append(band(low, shape, ribbon))
    at = shape(wide * 0.995 + 0.004, 0.15, 0.018)
    parts += bow(at + Vector((0.001, 0, 0)), math.pi / 2 + 0.12, ribbon, 0.021)
    return parts


def top_hat(rng, silk, ribbon):
    """A top hat: a tall, waisted crown with a flat top, the brim rolled up at the sides."""
    tall, wide, brim = rng.uniform(0.145, 0.17), 0.085, rng.uniform(0.045, 0.052)

    def shape(r, a, z):
        out = max(0.0, (r - wide) / brim) if z < 0.012 else 0.0
        roll = 0.030 * out**2 * math.cos(a) ** 2 - 0.010 * out**2 * math.sin(a) ** 2
        return Vector(
            (r * math.cos(a) * (1 - 0.06 * out * math.cos(a) ** 2), r * math.sin(a) * 1.14, z + roll + 0.013)
        )

    side = [
        (wide, 0.004),
        (wide * 0.965, 0.03),
        (wide * 0.95, tall * 0.45),
        (wide * 0.98, tall * 0.8),
        (wide * 1.045, tall * 0.985),
    ]
    rise = shapes.curve(side, 6) + [
        (wide * 1.04, tall),
        (wide * 1.02, tall + 0.0025),
        (wide * 0.5, tall + 0.004),
        (0, tall + 0.004),
    ]
    flat = [(wide + brim * k / 10, 0.0015) for k in range(10, 0, -1)]
    under = [(wide * 0.96, -0.002)] + [(wide + brim * k / 10, -0.002) for k in range(11)]
    line = [tuple(p) for p in under + [(wide + brim + 0.002, 0)] + flat + rise]
    parts = [turned(line, silk, shape)]
    wrap = [(r, z) for r, z in shapes.curve(side, 12) if 0.006 < z < rng.uniform(0.03, 0.042)]
    parts.append(band(wrap, shape, ribbon))
    parts.append(binding(lambda a: shape(wide + brim + 0.001, a, 0), ribbon))
    parts += bow(shape(wrap[1][0] + 0.005, 0.1, 0.022), math.pi / 2 + 0.1, ribbon, 0.02)
    return parts


def binding(edge, material):
    """Piping along the brim's edge."""
    return shapes.sweep([edge(2 * math.pi * k / 120) for k in range(120)], 0.0026, material, 10, closed=True)


def straw_hat(rng, broad, ribbon):
    """A hat sewn from straw braid: ridges around, with the plait's short strokes across them."""
    straw = plait(rng.choice([("#c79a4e", "#ecd08c"), ("#d2b070", "#f2e2b4"), ("#a8783c", "#d8ae68")]))
    wide, tall = 0.084, rng.uniform(0.095, 0.11)
    brim = rng.uniform(0.115, 0.135) if broad else rng.uniform(0.068, 0.08)
    wave, phase = (0.018, rng.uniform(0, 6)) if broad else (0.004, 0.0)

    def shape(r, a, z):
        out = max(0.0, (r - wide) / brim)
        lift = (
            out**1.6 * (wave * math.sin(2 * a + phase) + 0.4 * wave * math.sin(5 * a + phase)) - 0.012 * out
        )
        return Vector((r * math.cos(a), r * math.sin(a) * (1.14 - 0.08 * out), z + lift + 0.026))

    high = wide * 0.3
    dome = [
        (wide, 0.0),
        (wide * 0.985, tall * 0.4),
        (wide * 0.93, tall * 0.78),
        (wide * 0.82, tall * 0.93),
        (wide * 0.55, tall),
        (high * 0.4, tall + 0.001),
        (0.0004, tall + 0.001),
    ]
    path = [Vector((wide + brim, 0.0))] + [Vector(p) for p in shapes.curve(dome, 10)]
    line, reach, step = [], 0.0, 0.0011
    for a, b in zip(path, path[1:]):
        count = max(1, int((b - a).length / step))
        normal = Vector(((b - a).y, -(b - a).x)).normalized() * -1
        for k in range(count):
            s = reach + (b - a).length * k / count
            ridge = 0.0011 * abs(math.sin(math.pi * s / 0.0062))
            line.append(
                a + (b - a) * k / count + normal * -ridge
                if normal.y < 0
                else a + (b - a) * k / count + normal * ridge
            )
        reach += (b - a).length
    under = [(wide * 0.97, -0.002), (wide + brim, -0.002), (wide + brim + 0.0015, 0.0)]
    parts = [turned(under + [tuple(p) for p in line] + [(0.0, tall + 0.001)], straw, shape, 144)]
    ribbon_line = [
        (wide * f + 0.0012, z) for f, z in ((1.0, 0.004), (0.996, 0.014), (0.992, 0.026), (0.987, 0.034))
    ]
    parts.append(band(ribbon_line, shape, ribbon))
    parts += bow(shape(wide + 0.005, 0.12, 0.019), math.pi / 2 + 0.12, ribbon, 0.021)
    return parts


def plait(tones):
    """Straw: short strokes side by side around the axis, light and dark."""
    material, nodes = materials.graph("plait")
    split = nodes.add("ShaderNodeSeparateXYZ", {"Vector": nodes.coordinates()})
    x, y, z = (split.outputs[axis] for axis in "XYZ")
    angle = nodes.add("ShaderNodeMath", {0: y, 1: x}, operation="ARCTAN2").outputs[0]
    square = nodes.add("ShaderNodeMath", {0: x, 1: x}, operation="MULTIPLY").outputs[0]
    radius = nodes.add("ShaderNodeMath", {0: y, 1: y, 2: square}, operation="MULTIPLY_ADD").outputs[0]
    radius = nodes.add("ShaderNodeMath", {0: radius}, operation="SQRT").outputs[0]
    rows = nodes.add("ShaderNodeMath", {0: radius, 1: z}, operation="SUBTRACT").outputs[0]
    slant = nodes.add("ShaderNodeMath", {0: rows, 1: 500.0}, operation="MULTIPLY").outputs[0]
    turns = nodes.add("ShaderNodeMath", {0: angle, 1: 130.0, 2: slant}, operation="MULTIPLY_ADD").outputs[0]
    weave = nodes.add("ShaderNodeMath", {0: turns}, operation="SINE").outputs[0]
    mixed = nodes.add(
        "ShaderNodeMath", {0: weave, 1: 0.28, 2: nodes.noise(120, 5)}, operation="MULTIPLY_ADD"
    ).outputs[0]
    wide = nodes.add("ShaderNodeMapRange", {"Value": mixed, "From Min": 0.1, "From Max": 0.8}).outputs[0]
    nodes.principled(
        Base_Color=nodes.blend(wide, *tones), Roughness=0.6, Normal=nodes.bump(weave, 0.5, 0.001)
    )
    return material
