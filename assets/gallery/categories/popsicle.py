"""A popsicle: a bar of frozen juice or chocolate-coated ice on a flat stick, some of them bitten."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["paper", "garden_table", "table_cloth", "wooden_table", "paper", "kitchen", "windowsill"]
VIEW = View(turn=(-30, 30), elevation=(14, 32), fill=(0.68, 0.84))
POSES = ["stand", "ice", "stand"]
SHAPES = ["arch", "twin", "square", "arch"]
FLAVOURS = [  # from the stick up, and the bitten inside
    (["#e8842a", "#f0a83c", "#f2c45a"], "#f4c878"),
    (["#2f6fb8", "#f0ece8", "#cc2f38"], "#f0d8d4"),
    (["#3a1c0f", "#44220f", "#3a1c0f"], "#f2e6cc"),
    (["#c81f3c", "#d8344e", "#e0566a"], "#f0929c"),
    (["#5fa03a", "#8fc45a", "#d8344e"], "#f0a8a0"),
    (["#e8b8c4", "#f2e8da", "#e8b8c4"], "#f6e6e0"),
    (["#e0b02c", "#e87a2c", "#cc2f48"], "#f0b080"),
]


def popsicle(studio, rng):
    wide, tall, out = rng.uniform(0.026, 0.03), rng.uniform(0.098, 0.112), rng.uniform(0.048, 0.056)
    kind, (colours, inside) = studio.pick(SHAPES), studio.pick(FLAVOURS)
    bites = []
    if studio.variant % 5 in (1, 3, 4):
        side = rng.choice([-1, 1])
        bites = [(side * wide * x, tall * z, wide * r) for x, z, r in
                 ((1.02, 0.84, 0.34), (0.62, 0.98, 0.36), (0.2, 1.09, 0.3))]  # fmt: skip
    parts = [bar(kind, wide, tall, bites, frozen(colours), frozen([inside, inside]), rng.uniform(0, 90))]
    timber = materials.wood("#e0c394", "#c09a64", 90, along="z")
    for x in (-0.5, 0.5) if kind == "twin" else (0,):
        flat = wide * (0.16 if kind == "twin" else 0.2)
        arc = [(math.cos(a), math.sin(a)) for a in (math.pi * k / 12 for k in range(13))]
        ends = [(x * wide + flat * c, flat - out - flat * s) for c, s in arc]
        sides = [(x * wide - flat, 0.02), (x * wide + flat, 0.02)]
        parts.append(shapes.slab(sides + ends, 0.0024, timber, 0.0005))
    if studio.pick(POSES) == "stand":
        place = Matrix.Translation((0, 0, out + 0.003))
        return [shapes.moved(part, place) for part in parts] + stand(rng, studio.variant)
    tilt = Matrix.Rotation(-math.radians(60), 4, "X")
    place = Matrix.Translation((0, -0.055, 0.003)) @ tilt @ Matrix.Translation((0, 0, out))
    return [shapes.moved(part, place) for part in parts] + ice(rng)


def frozen(colours):
    """Frosted ice whose colour goes up the bar with the vertices' shade."""
    material, nodes = materials.graph("frozen")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    base = nodes.blend(shade, *[c for colour in colours for c in (colour, colour)])
    frost = nodes.add("ShaderNodeMapRange", {"Value": nodes.noise(160, 8), "From Min": 0.52, "From Max": 0.8})
    thin = nodes.add("ShaderNodeMath", {0: frost.outputs[0], 1: 0.17}, operation="MULTIPLY").outputs[0]
    colour = nodes.add("ShaderNodeMixRGB", {"Fac": thin, "Color1": base, "Color2": "#f4f0ee"}).outputs[0]
    nodes.principled(
        Base_Color=colour,
        Roughness=0.27,
        Subsurface=0.12,
        Subsurface_Radius=(0.006, 0.004, 0.003),
        Subsurface_Color=colour,
        Normal=nodes.bump(nodes.noise(320, 6), 0.35, 0.001),
    )
    return material


def outline(kind, wide, tall):
    """The bar's outline (x, z), its foot at z = 0."""
    foot = [(0, 0), (0.75, 0), (0.93, 0.015), (0.96, 0.06), (1, 0.6)]
    top = {
        "arch": [(0.98, 0.76), (0.84, 0.9), (0.5, 0.98), (0, 1.0)],
        "square": [(1, 0.88), (0.96, 0.96), (0.8, 1.0), (0, 1.005)],
        "twin": [(1, 0.8), (0.93, 0.93), (0.72, 0.995), (0.45, 1.0), (0.22, 0.96), (0.07, 0.88), (0, 0.85)],
    }[kind]
    right = [Vector((x * wide, z * tall)) for x, z in shapes.curve(foot + top, 8)]
    return right + [Vector((-p.x, p.y)) for p in reversed(right[1:-1])]


def bar(kind, wide, tall, bites, material, inside, seed):
    """The ice: the outline in polar steps about its middle, thick with rounded edges and grooves."""
    middle, ring = Vector((0, tall * 0.5)), outline(kind, wide, tall)
    sides, rings, thick = 280, 34, wide * 0.42
    reach, bitten = [], []
    for k in range(sides):
        angle = 2 * math.pi * k / sides
        way = Vector((math.sin(angle), -math.cos(angle)))
        far = max(_along(way, a - middle, b - middle) for a, b in zip(ring, ring[1:] + ring[:1]))
        near = far
        for x, z, r in bites:
            off = Vector((x, z)) - middle
            ahead, aside = off.dot(way), off.x * way.y - off.y * way.x
            if ahead > 0 and abs(aside) < r:
                near = min(near, ahead - math.sqrt(r * r - aside * aside))
        reach.append((way, near))
        bitten.append(near < far)
    vertices, shades, faces, picks = [], [], [], []
    grooves = [0.0] if kind == "twin" else [-0.38 * wide, 0.38 * wide]
    deep = thick * (0.5 if kind == "twin" else 0.24)
    marks = [math.sin(math.pi / 2 * k / rings) for k in range(rings + 1)]
    for side in (-1, 1):
        for t in marks:
            for k, (way, length) in enumerate(reach):
                spot = middle + way * length * t
                power = 14 if bitten[k] else 7
                y = thick * math.sqrt(max(0.0, 1 - t**power))
                up = spot.y / tall
                run = 1.0 if kind == "twin" else max(0.0, min(1, (up - 0.1) * 12, (0.84 - up) * 12))
                dent = sum(math.exp(-(((spot.x - x) / (0.11 * wide)) ** 2)) for x in grooves)
                y -= deep * run * dent * (1 - t**8)
                lump = noise.noise(Vector((spot.x * 150, side * 3, spot.y * 150 + seed)))
                vertices.append((spot.x, side * (y + 0.0004 * lump * (1 - t**8)), spot.y))
                shades.append(min(1.0, max(0.0, up + 0.03 * lump)))
    for side in range(2):
        for i in range(rings):
            for k in range(sides):
                base = (side * (rings + 1) + i) * sides
                a, b = base + k, base + (k + 1) % sides
                faces.append((a, a + sides, b + sides, b) if side else (a, b, b + sides, a + sides))
                picks.append(int(bitten[k] and marks[i] > 0.9))
    part = shapes.mesh("bar", vertices, faces, [material, inside], picks=picks)
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return part


def _along(way, a, b):
    """How far along `way` from the origin the segment from a to b is met; 0 where it is not."""
    edge = b - a
    cross = way.x * edge.y - way.y * edge.x
    if abs(cross) < 1e-12:
        return 0.0
    share = (a.x * way.y - a.y * way.x) / cross
    return (a.x * edge.y - a.y * edge.x) / cross if -1e-9 <= share <= 1 + 1e-9 else 0.0


def stand(rng, variant):
    """A small block that the stick is stuck in."""
    if variant % 2:
        timber = materials.wood("#b5834f", "#7a4f2a", 60)
        block = shapes.box((0.066, 0.046, 0.019), (0, 0, 0.0095), timber, 0.003)
    else:
        clay = materials.glazed(rng.choice(["#d8d2c6", "#8fa4a8", "#c98a72"]))
        line = [(0, 0), (0.03, 0), (0.033, 0.003), (0.03, 0.015), (0.026, 0.019), (0, 0.02)]
        block = shapes.lathe(line, clay, 64)
    block["apart"] = True
    return [block]


def ice(rng):
    """Ice cubes that the bar leans on."""
    clear, parts = materials.glass("#eef6fa", 0.08, 1.2), []
    spots = [(-0.013, 0.008, 0.0), (0.013, 0.01, 0.0), (-0.013, 0.034, 0.0), (0.013, 0.036, 0.0)]
    spots += [(0.0, 0.032, 0.0195), (-0.041, 0.022, 0.0), (0.044, 0.04, 0.0), (0.036, -0.012, 0.0)]
    for x, y, z in spots:
        size = 0.019 if z == 0 and y < 0.03 else 0.0195
        turn = rng.uniform(-0.4, 0.4)
        cube = shapes.box((size * 1.15, size * 1.1, size), (x, y, z + size / 2), clear, 0.004, turn)
        cube["apart"] = True
        parts.append(cube)
    return parts
