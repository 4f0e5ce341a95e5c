"""A lollipop: a disc of sugar striped in a spiral on a white stick, sometimes with a bow."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["paper", "table_cloth", "wooden_table", "paper", "windowsill", "garden_table", "kitchen"]
VIEW = View(turn=(-32, 32), elevation=(3, 18), fill=(0.66, 0.84))
SWIRLS = [(3.2, 1), (1.7, 5), (2.6, 2), (3.6, 1), (1.3, 4)]  # turns, arms
SUGARS = [
    ["#c81f2a", "#f4ece2"],
    ["#e0508a", "#f6e9e4", "#6fb0cc"],
    ["#e8a51c", "#cc3224", "#f4ecd8"],
    ["#2f8f4c", "#f4f0e4"],
    ["#6a3a9a", "#f0dfe8", "#e0588f"],
    ["#2f7fb8", "#f2eee4"],
]
BOWS = ["#c8324a", "#3f7fb0", "#e0b040"]


def lollipop(studio, rng):
    wide, long_ = rng.uniform(0.045, 0.052), rng.uniform(0.084, 0.1)
    middle = Vector((0, 0, long_ + wide))
    turns, arms = studio.pick(SWIRLS)
    parts = [disc(wide, turns, arms, striped(studio.pick(SUGARS)))]
    lean = Matrix.Translation(middle) @ Matrix.Rotation(rng.uniform(0, 0.4), 4, "Y")
    parts = [shapes.moved(part, lean) for part in parts]
    card = materials.plain("#f2efe8", 0.6)
    parts.append(shapes.rod((0, 0, 0.015), (0, 0, long_ + wide * 0.35), 0.0029, card, 20))
    if studio.variant % 2 == 0:
        parts += bow(long_ - 0.005, materials.plain(studio.pick(BOWS), 0.35, Sheen=0.5))
    return parts + holder(rng, studio.pick(["block", "jar", "pot"]))


def striped(colours):
    """Clear-coated sugar whose colours follow the vertices' shade, 0 to 1 and round again."""
    material, nodes = materials.graph("sugar")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    lookup = nodes.add("ShaderNodeValToRGB", {"Fac": shade})
    ramp = lookup.color_ramp
    ramp.interpolation = "CONSTANT"
    while len(ramp.elements) < len(colours):
        ramp.elements.new(0.5)
    for index, colour in enumerate(colours):
        ramp.elements[index].position = index / len(colours)
        ramp.elements[index].color = (*materials.linear(colour), 1)
    nodes.principled(
        Base_Color=lookup.outputs["Color"],
        Roughness=0.16,
        Clearcoat=0.5,
        Subsurface=0.08,
        Subsurface_Radius=(0.004, 0.003, 0.003),
        Subsurface_Color=lookup.outputs["Color"],
    )
    return material


def shaded(part, shades):
    """The part with a shade for each of its vertices."""
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return part


def disc(wide, turns, arms, sugar):
    """A flat disc with spiral stripes, a little ribbed along them."""
    vertices, shades, faces = [], [], []
    sides, rings = 300, 90
    for side in (-1, 1):
        for ring in range(rings + 1):
            t = math.sin(math.pi / 2 * ring / rings)
            for k in range(sides):
                angle = 2 * math.pi * k / sides
                swirl = arms * angle + 2 * math.pi * turns * t
                thick = 0.0065 * math.sqrt(max(0.0, 1 - t**3.2)) + 0.0006 * math.cos(swirl) * (1 - t**6)
                shades.append(0.5 - 0.4999 * math.cos(swirl))
                vertices.append((wide * t * math.cos(angle), side * thick, wide * t * math.sin(angle)))
    for side in range(2):
        for ring in range(rings):
            for k in range(sides):
                a, b = (side * (rings + 1) + ring) * sides + k, (side * (rings + 1) + ring) * sides
                b += (k + 1) % sides
                faces.append((a, b, b + sides, a + sides) if side else (a, a + sides, b + sides, b))
    return shaded(shapes.mesh("disc", vertices, faces, sugar), shades)


def bow(z, ribbon):
    """A ribbon bow tied round the stick."""
    parts = [shapes.ball(0.0042, (0, -0.0025, z), ribbon, (1, 0.9, 1), 16)]
    for side in (-1, 1):
        loop = [(0, 0), (0.011, 0.007), (0.021, 0.0075), (0.023, 0.0), (0.019, -0.0055), (0.009, -0.003)]
        loop.append((0, 0))
        tail = [(0, 0), (0.006, -0.009), (0.009, -0.018), (0.015, -0.026)]
        for line, broad in ((loop, 0.0095), (tail, 0.0075)):
            path = shapes.curve(line, 6)
            vertices = []
            for p in path:
                pinch = 0.35 + 0.65 * min(1, p.length / 0.012)
                depth = broad * pinch / 2
                vertices += [(side * p.x, -0.0035 - depth, z + p.y), (side * p.x, -0.0025 + depth, z + p.y)]
            faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(path) - 1)]
            part = shapes.mesh("ribbon", vertices, faces, ribbon)
            thicken = part.modifiers.new("thick", "SOLIDIFY")
            thicken.thickness = 0.0006
            parts.append(part)
    return parts


def holder(rng, kind):
    """What the stick is stuck in."""
    if kind == "block":
        timber = materials.wood("#c89a66", "#8a5c34", 60)
        part = shapes.box((0.05, 0.05, 0.018), (0, 0, 0.009), timber, 0.003, rng.uniform(-0.3, 0.3))
        parts = [part]
    elif kind == "jar":
        sugar = materials.mottled(["#e8e2d8", "#fbf8f2"], 900, 0.7, 0.8, 0.001)
        line = [(0, 0.001), (0.026, 0.001), (0.029, 0.005), (0.03, 0.03), (0.026, 0.04), (0.027, 0.045)]
        line += [(0.025, 0.045), (0.024, 0.04), (0.028, 0.03), (0.027, 0.006), (0, 0.004)]
        parts = [shapes.lathe(line, materials.glass("#eef6f4", index=1.3), 64)]
        parts.append(shapes.lathe([(0, 0.028), (0.0275, 0.026), (0.0265, 0.0065), (0, 0.0045)], sugar, 48))
    else:
        glaze = materials.glazed(rng.choice(["#7f9a9c", "#d8cfc0", "#c98a6a"]))
        line = [(0, 0), (0.022, 0), (0.03, 0.034), (0.0325, 0.034), (0.0325, 0.042), (0.03, 0.042)]
        line.append((0.029, 0.036))
        sugar = materials.mottled(["#c9b48a", "#e6d6b0"], 900, 0.8, 0.8, 0.001)
        parts = [shapes.lathe(line, glaze, 64), shapes.lathe([(0, 0.037), (0.0295, 0.036)], sugar, 48)]
    parts = [shapes.moved(part, Matrix.Scale(0.85, 4)) for part in parts] if kind != "block" else parts
    for part in parts:
        part["apart"] = True
    return parts
