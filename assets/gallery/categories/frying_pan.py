"""A frying pan: a shallow flared pan with a long riveted handle, sometimes with fried eggs in it."""

import math

import bpy
from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["kitchen", "wooden_table", "paper", "table_cloth", "kitchen"]
VIEW = View(turn=(-155, 20), elevation=(24, 48), fill=(0.76, 0.9))
STYLES = ["non-stick", "cast iron", "steel", "enamel"]
ENAMELS = ["#a8342a", "#3f6a80", "#d08a2c"]


def frying_pan(studio, rng):
    style = studio.pick(STYLES)
    wide, tall = rng.uniform(0.115, 0.135), rng.uniform(0.038, 0.048)
    base = wide * 0.78
    coat = materials.mottled(["#1c1c1e", "#29292b"], 500, 0.34, 0.1, 0.0005)
    iron = materials.mottled(["#17171a", "#26262a", "#1d1d20"], 150, 0.5, 0.5, 0.0008, Metallic=0.3)
    steel = materials.metal("#c4c4c6", 0.22)
    outside, inside, rim = {
        "non-stick": (materials.plain("#3a3b3f", 0.3, 0.4), coat, steel),
        "cast iron": (iron, iron, iron),
        "steel": (steel, steel, steel),
        "enamel": (materials.plain(studio.pick(ENAMELS), 0.15, Clearcoat=0.5), coat, steel),
    }[style]
    wall = 0.0045 if style == "cast iron" else 0.003
    outer = shapes.curve(
        [(base * 0.97, 0.0), (base * 1.02, 0.004), (wide * 0.91, tall * 0.5), (wide * 0.975, tall * 0.9)], 8
    )
    lip = [(wide, tall * 0.985), (wide + 0.0012, tall), (wide - 0.0005, tall + 0.0014), (wide - wall, tall)]
    inner = shapes.curve(
        [(wide * 0.97 - wall, tall * 0.86), (wide * 0.91 - wall, tall * 0.5), (base * 1.01 - wall, 0.0085),
         (base * 0.93, 0.0052), (base * 0.6, 0.005), (0, 0.005)], 6
    )  # fmt: skip
    profile = [(0, 0.001), (base * 0.8, 0.001), (base * 0.82, 0.0)] + [tuple(p) for p in outer] + lip
    edge = len(profile)
    profile += [tuple(p) for p in inner]

    def pick(ring, side):
        return 0 if ring < edge - 5 else 2 if ring < edge - 1 else 1

    parts = [shapes.lathe(profile, [outside, inside, rim], 128, pick=pick)]
    parts += handle(rng, style, wide, tall, {"cast iron": iron, "steel": steel}.get(style))
    if studio.variant % 3 == 0:
        spots = [(-0.03, 0.012), (0.034, -0.02)] if rng.random() < 0.6 else [(0.0, 0.0)]
        for x, y in spots:
            parts += egg(rng, x, y)
    return parts


def handle(rng, style, wide, tall, bare):
    """The handle, along +x and rising, with a hole to hang the pan by."""
    long_, rise = rng.uniform(0.16, 0.19), rng.uniform(0.028, 0.05)
    metal = materials.metal("#b8b8ba", 0.3)
    grip = bare or (
        materials.wood("#a8743f", "#5e3a1e", 60)
        if rng.random() < 0.45
        else materials.plain("#1a1a1c", 0.45)
    )
    start = wide * 0.965

    def line(t):
        return start + long_ * t, tall * 0.72 + rise * (1 - (1 - t) ** 1.8)

    broad = [(0.0, 0.019), (0.07, 0.0125), (0.22, 0.0095), (0.5, 0.0115), (0.8, 0.0145), (0.94, 0.0135)]
    broad.append((1, 0.008))
    if style == "cast iron":
        long_ *= 0.82
        broad = [(0.0, 0.022), (0.1, 0.0135), (0.4, 0.0105), (0.75, 0.0145), (0.93, 0.015), (1, 0.009)]
    outline = shapes.curve(broad, 7)
    cut = 0.3 if bare is None else -1
    parts = [bar([p for p in outline if p.x <= cut + 0.03], line, 0.0038, metal)] if bare is None else []
    thick = 0.0085 if bare is None else 0.0045
    parts.append(bar([p for p in outline if p.x >= cut], line, thick, grip, hole=True))
    for side in (-1, 1):
        spot = Vector((wide * 0.94, side * 0.012, tall * 0.72 + 0.001))
        parts.append(shapes.ball(0.0042, spot, metal if bare is None else bare, (0.7, 1, 1), 16))
    bracket = shapes.box((0.012, 0.042, 0.022), (wide * 0.962, 0, tall * 0.72 - 0.002), bare or metal, 0.004)
    return parts + [bracket]


def bar(outline, line, thick, material, hole=False):
    """A bar of oval section whose half width follows `outline`."""
    vertices, faces, sides = [], [], 28
    for t, half in outline:
        x, z = line(t)
        for k in range(sides):
            a = 2 * math.pi * k / sides
            c, s = math.cos(a), math.sin(a)
            y = half * math.copysign(abs(c) ** 0.7, c)
            vertices.append((x, y, z + thick * math.copysign(abs(s) ** 0.7, s)))
    rows = len(outline)
    for i in range(rows - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, a + sides, b + sides, b))
    faces += [tuple(range(sides)), tuple((rows - 1) * sides + k for k in reversed(range(sides)))]
    part = shapes.mesh("handle", vertices, faces, material)
    if hole:
        x, z = line(0.89)
        cutter = shapes.rod((x, 0, z - 0.05), (x, 0, z + 0.05), 0.0062, material, 32)
        drill = part.modifiers.new("hole", "BOOLEAN")
        drill.object, drill.operation = cutter, "DIFFERENCE"
        drilled = part.evaluated_get(bpy.context.evaluated_depsgraph_get())
        part.data = bpy.data.meshes.new_from_object(drilled)
        part.modifiers.clear()
        bpy.data.objects.remove(cutter)
        part.data.use_auto_smooth = True
        part.data.auto_smooth_angle = math.radians(45)
    return part


def egg(rng, x, y):
    """A fried egg: a ragged white with a crisp edge, and the yolk."""
    seed = rng.uniform(0, 90)
    white = materials.mottled(["#e8e0cc", "#faf6ea"], 45, 0.25, 0.25, 0.002, Subsurface=0.1,
                              Subsurface_Radius=(0.004, 0.003, 0.002))  # fmt: skip
    yolk = materials.mottled(["#e08a10", "#f0a81c"], 60, 0.12)

    def edge(angle, z):
        return 1 + 0.3 * noise.noise(Vector((1.3 * math.cos(angle), 1.3 * math.sin(angle), seed)))

    line = [(0.001, 0.011), (0.016, 0.0095), (0.026, 0.0082), (0.036, 0.0078), (0.0405, 0.0068)]
    line.append((0.042, 0.0052))
    place = Matrix.Translation((x, y, 0))
    part = shapes.lathe([tuple(p) for p in shapes.curve(line, 5)], white, 90, swell=edge)
    part = shapes.roughened(part, 0.0012, 0.02, seed)
    middle = (x + rng.uniform(-0.004, 0.004), y, 0.0095)
    return [shapes.moved(part, place), shapes.ball(0.0175, middle, yolk, (1, 1, 0.56), 40)]
