"""A strawberry: a red heart-shaped fruit pitted with pale seeds under its green leaves."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["paper", "kitchen", "wooden_table", "table_cloth", "garden_table", "paper", "windowsill"]
VIEW = View(turn=(-40, 40), elevation=(30, 52), fill=(0.6, 0.8))
KINDS = ["one", "one", "two", "half"]
REDS = [["#8f0a10", "#c01a1a"], ["#a8121a", "#d0302a"], ["#7d0810", "#b01420"]]


def strawberry(studio, rng):
    tall, wide = rng.uniform(0.036, 0.044), rng.uniform(0.0165, 0.019)
    reds, kind = studio.pick(REDS), studio.pick(KINDS)
    parts = lying(berry(rng, tall, wide, reds), wide, (0, 0, 0), rng.uniform(-0.25, 0.25))
    if kind == "two":
        side = rng.choice([-1, 1])
        place = (side * 2.15 * wide, rng.uniform(-0.004, 0.012), 0)
        other = berry(rng, tall * 0.92, wide * 0.9, reds)
        parts += lying(other, wide * 0.9, place, side * rng.uniform(0.3, 1.1))
    elif kind == "half":
        side = rng.choice([-1, 1])
        turn = Matrix.Rotation(side * rng.uniform(0.2, 0.6), 4, "Z")
        place = Matrix.Translation((side * 2.2 * wide, -0.004, 0.0002)) @ turn
        parts += [shapes.moved(part, place) for part in half(tall, wide, reds)]
    return parts


def lying(parts, wide, at, turn):
    """The upright berry laid on its side, its tip towards the front."""
    place = Matrix.Translation((at[0], at[1], wide * 0.97)) @ Matrix.Rotation(turn, 4, "Z")
    place = place @ Matrix.Rotation(math.radians(-76), 4, "X") @ Matrix.Translation((0, 0, -wide * 1.2))
    return [shapes.moved(part, place) for part in parts]


def outline(tall, wide):
    """The berry's radius and height from the tip up."""
    line = [(0, 0), (0.2, 0.015), (0.45, 0.14), (0.75, 0.38), (0.97, 0.64), (1.0, 0.8), (0.85, 0.94)]
    line += [(0.5, 1.0), (0.16, 0.97), (0, 0.95)]
    return [Vector((r * wide, z * tall)) for r, z in shapes.curve(line, 12)]


def red_skin(reds):
    """Glossy skin, paler under the leaves."""
    material, nodes = materials.graph("strawberry")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    red = nodes.blend(nodes.noise(120, 4), *reds, reds[0])
    colour = nodes.add("ShaderNodeMixRGB", {"Fac": shade, "Color1": red, "Color2": "#e09a6a"}).outputs[0]
    inputs = {"Subsurface": 0.06, "Subsurface Radius": (0.004, 0.001, 0.001), "Subsurface Color": reds[1]}
    shader = nodes.add(
        "ShaderNodeBsdfPrincipled",
        {"Base Color": colour, "Roughness": 0.2, "Specular": 0.5, "Clearcoat": 0.3} | inputs,
    )
    nodes.surface(shader.outputs[0])
    return material


def berry(rng, tall, wide, reds):
    """An upright berry, tip down at the origin."""
    profile, sides = outline(tall, wide), 140
    seed, pits = rng.uniform(0, 50), []
    count = 150
    for k in range(count):
        z = tall * (0.03 + 0.9 * ((k + 0.5) / count) ** 0.72)
        radius = max(p.x for p in profile if abs(p.y - z) < tall * 0.03)
        angle = k * 2.39996
        pits.append(Vector((radius * math.cos(angle), radius * math.sin(angle), z)))
    vertices, faces, shades = [], [], []
    for point in profile:
        close = [pit for pit in pits if abs(pit.z - point.y) < 0.0035]
        for k in range(sides):
            angle = 2 * math.pi * k / sides
            lump = 1 + 0.07 * noise.noise(Vector((math.cos(angle), math.sin(angle), point.y * 40 + seed)))
            spot = Vector((point.x * math.cos(angle), point.x * math.sin(angle), point.y))
            near = min(((spot - pit).length_squared for pit in close), default=1.0)
            dip = 0.0009 * math.exp(-near / 0.0013**2)
            r = max(0.0, point.x * lump - dip * min(1, point.x / (0.3 * wide)))
            vertices.append((r * math.cos(angle), r * math.sin(angle), point.y))
            shades.append(max(0.0, min(0.75, (point.y / tall - 0.9) * 7)))
    for i in range(len(profile) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    body = shapes.mesh("berry", vertices, faces, red_skin(reds))
    body.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    grain = materials.plain(rng.choice(["#e0c060", "#d8a848", "#e8d488"]), 0.35)
    parts = [body]
    for pit in pits:
        angle = math.atan2(pit.y, pit.x)
        lump = 1 + 0.07 * noise.noise(Vector((math.cos(angle), math.sin(angle), pit.z * 40 + seed)))
        turn = Matrix.Rotation(angle, 4, "Z") @ Matrix.Rotation(0.35 if pit.z < 0.6 * tall else -0.1, 4, "Y")
        place = Matrix.Translation((pit.x * lump, pit.y * lump, pit.z)) @ turn
        parts.append(shapes.moved(shapes.ball(0.00062, (-0.0004, 0, 0), grain, (0.8, 1, 1.6), 8), place))
    return parts + leaves(rng, tall, wide)


def leaves(rng, tall, wide):
    """The calyx: pointed leaves that spread from the stalk and curl up at their ends."""
    vertices, faces, steps = [], [], 10
    count = rng.choice([8, 9, 10])
    for k in range(count):
        angle = 2 * math.pi * (k + rng.uniform(-0.2, 0.2)) / count
        long_, curl = wide * rng.uniform(0.95, 1.25), rng.uniform(0.1, 0.9)
        out = Vector((math.cos(angle), math.sin(angle), 0))
        side = Vector((-out.y, out.x, 0))
        first, spot, tilt = len(vertices), out * 0.001 + Vector((0, 0, tall * 0.985)), 0.35
        for step in range(steps + 1):
            t = step / steps
            half = wide * 0.27 * (math.sin(math.pi * min(1, 0.25 + 0.75 * t)) ** 0.8 if t < 1 else 0)
            fold = Vector((0, 0, half * 0.4))
            vertices += [spot - side * half + fold, spot.copy(), spot + side * half + fold]
            tilt += (-1.0 if t < 0.45 else curl * 2.6) / steps
            spot += (out * math.cos(tilt) + Vector((0, 0, math.sin(tilt)))) * long_ / steps
        for step in range(steps):
            a = first + 3 * step
            faces += [(a, a + 1, a + 4, a + 3), (a + 1, a + 2, a + 5, a + 4)]
    green = materials.mottled(["#3a6a1c", "#5f9430", "#86b04c"], 260, 0.5, 0.3, 0.0005)
    top = Vector((0, 0, tall * 0.97))
    bent = [top, top + Vector((0.0008, 0, wide * 0.4)), top + Vector((0.003, 0.001, wide * 0.85))]
    stalk = shapes.sweep(shapes.curve(bent, 6), lambda t: wide * (0.085 - 0.015 * t), green, 12)
    return [shapes.mesh("calyx", vertices, faces, green), stalk]


def half(tall, wide, reds):
    """Half a berry lying on its skin, cut face up: a pale heart in red flesh."""
    profile = outline(tall, wide)
    material, nodes = materials.graph("cut strawberry")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    rough = nodes.add("ShaderNodeMath", {0: nodes.noise(500, 4), 1: 0.3, 2: shade}, operation="MULTIPLY_ADD")
    tone = nodes.add("ShaderNodeMath", {0: rough.outputs[0], 1: 0.15}, operation="SUBTRACT").outputs[0]
    nodes.principled(
        Base_Color=nodes.blend(tone, "#f2d8c4", "#e88a78", "#d84a3c", reds[1], reds[1]), Roughness=0.25
    )
    skin = materials.mottled(reds, 120, 0.22)
    vertices, shades, faces, picks = [], [], [], []
    rows = 12
    for p in profile:
        for k in range(-rows, rows + 1):
            t = k / rows
            vertices.append((t * p.x, p.y - tall / 2, wide * 0.9))
            core = math.hypot(t * p.x / (0.8 * wide), (p.y / tall - 0.66) / 0.75)
            shades.append(min(1.0, max(core, abs(t) ** 6)))
    for i in range(len(profile) - 1):
        for k in range(2 * rows):
            a = i * (2 * rows + 1) + k
            faces.append((a, a + 1, a + 2 * rows + 2, a + 2 * rows + 1))
            picks.append(0)
    first, arc = len(vertices), 20
    for p in profile:
        for k in range(arc + 1):
            a = math.pi * k / arc
            vertices.append((p.x * math.cos(a), p.y - tall / 2, wide * 0.9 * (1 - p.x / wide * math.sin(a))))
            shades.append(1.0)
    for i in range(len(profile) - 1):
        for k in range(arc):
            a = first + i * (arc + 1) + k
            faces.append((a, a + 1, a + arc + 2, a + arc + 1))
            picks.append(1)
    part = shapes.mesh("half", vertices, faces, [material, skin], picks=picks)
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return [part]
