"""A fish in the water, seen from its side: scales, gill cover, rayed fins, tail."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["sea"]
VIEW = View(turn=(-24, 24), elevation=(0, 9), fill=(0.62, 0.82), lens=(45, 75), blur=4.0)
KINDS = ["goldfish", "trout", "clownfish", "perch", "angelfish"]
WATERS = [  # near the surface, deep, sand or gravel
    ("#7fd0d8", "#0f5a78", ["#b8a27a", "#e2d2ac", "#cdbb92"]),
    ("#9cc8a0", "#23543f", ["#4a4030", "#857556", "#665a42"]),
    ("#8ac4ea", "#123f78", ["#a89a84", "#d8ccb8", "#8a7d6a"]),
    ("#b8e4dc", "#2a7f80", ["#c8bfae", "#8f8474", "#e0d8c8"]),
]
# All lengths below are shares of the fish's length, the snout at 0 and the tail's root at 1.
STATIONS = [0, 0.055, 0.2, 0.42, 0.65, 0.85, 1]
BACK = [0.07, 0.4, 0.79, 1, 0.78, 0.43, 0.37]
BELLY = [0.1, 0.38, 0.77, 1, 0.77, 0.42, 0.36]
SIDE = [0.12, 0.5, 0.88, 1, 0.77, 0.45, 0.2]
SHAPES = {  # the body's height, depth, half width; the tail's length, half height, and how it is forked
    "goldfish": (0.215, 0.205, 0.115, 0.40, 0.27, 0.2),
    "trout": (0.135, 0.14, 0.08, 0.20, 0.16, 0.07),
    "clownfish": (0.185, 0.18, 0.095, 0.23, 0.12, -0.02),
    "perch": (0.175, 0.14, 0.085, 0.23, 0.18, 0.09),
    "angelfish": (0.285, 0.285, 0.075, 0.27, 0.19, 0.06),
}
COATS = {  # back, flank, belly, fins, bands
    "goldfish": ("#c8501a", "#ec8a2a", "#f6c878", "#f0a058", "#ec8a2a"),
    "trout": ("#343e26", "#8f9470", "#d8d2b8", "#a8824a", "#5c5a3c"),
    "clownfish": ("#c84a10", "#e8701c", "#f09040", "#e0701c", "#f2efe8"),
    "perch": ("#3f4f22", "#8f9a4a", "#e0dcb8", "#c8502a", "#2a3618"),
    "angelfish": ("#b89a2a", "#ead04a", "#f4ead0", "#e8cc58", "#24345c"),
}
CLOWN = [(0.24, 0.33), (0.53, 0.64), (0.90, 0.965)]
BANDS = {"clownfish": CLOWN, "angelfish": [(0.13, 0.18), (0.4, 0.49), (0.72, 0.80)]}
BACK_FINS = {  # where a ray starts, where it ends, how high
    "goldfish": [[(0.3, 0.33, 0.42), (0.42, 0.50, 0.43), (0.55, 0.68, 0.36), (0.72, 0.84, 0.25)]],
    "trout": [[(0.42, 0.45, 0.23), (0.48, 0.53, 0.22), (0.54, 0.60, 0.19), (0.6, 0.66, 0.13)]],
    "clownfish": [[(0.28, 0.30, 0.26), (0.45, 0.50, 0.28), (0.6, 0.70, 0.31), (0.8, 0.92, 0.20)]],
    "perch": [
        [(0.28, 0.27, 0.30), (0.36, 0.39, 0.33), (0.46, 0.52, 0.27), (0.56, 0.62, 0.19)],
        [(0.66, 0.68, 0.19), (0.72, 0.77, 0.165), (0.79, 0.86, 0.11)],
    ],
    "angelfish": [[(0.3, 0.42, 0.44), (0.45, 0.80, 0.72), (0.62, 0.85, 0.46), (0.8, 0.93, 0.20)]],
}


def fish(studio, rng):
    kind, length = studio.pick(KINDS), 0.2
    water(rng, length, *studio.pick(WATERS))
    high, deep, half = SHAPES[kind][:3]
    line = [(x, high * b, -deep * c, half * h) for x, b, c, h in zip(STATIONS, BACK, BELLY, SIDE)]
    rows = [tuple(r) for r in shapes.curve(line, 16)]
    back, flank, belly, fin_tone, band = COATS[kind]
    coats = [scaly(length, (back, flank, belly), kind == "trout"), scaly(length, (band,) * 3, False)]
    coats.append(materials.plain("#15120f", 0.4))
    skins = [materials.plain(tuple(c * dim for c in materials.linear(fin_tone)), 0.4) for dim in (1, 0.62)]
    parts = [body(rows, coats, kind), *face(rows, kind), *fins(rng, rows, kind, skins)]
    sway, pitch = rng.uniform(-0.10, 0.10), Matrix.Rotation(rng.uniform(-0.12, 0.12), 4, "Y")
    for part in parts:
        for vertex in part.data.vertices:
            x, y, z = vertex.co
            t = max(0.0, x - 0.35)
            vertex.co = (x - 0.6, y + sway * math.sin(t * 3.6) * t * 2, z)
        shapes.moved(part, Matrix.Scale(length, 4) @ pitch)
    lowest, way = min(v.co.z for part in parts for v in part.data.vertices), studio.pick([1, -1, -1, 1, -1])
    place = Matrix.Translation((0, 0, 0.55 * length - lowest)) @ Matrix.Diagonal((way, 1, 1, 1))
    for part in parts:
        shapes.moved(part, place)
        if way < 0:
            part.data.flip_normals()
    return parts


def scaly(length, tones, spotted):
    """Scales in rows, dark above and pale below."""
    material, nodes = materials.graph("scales")

    def ramp(value, start, end, first=0.0, last=1.0):
        inputs = {"Value": value, "From Min": start, "From Max": end, "To Min": first, "To Max": last}
        return nodes.add("ShaderNodeMapRange", inputs).outputs[0]

    def cells(where, scale, randomness):
        inputs = {"Vector": where, "Scale": scale / length, "Randomness": randomness}
        return nodes.add("ShaderNodeTexVoronoi", inputs).outputs["Distance"]

    height = nodes.add("ShaderNodeTexCoord").outputs["Generated"]
    height = nodes.add("ShaderNodeSeparateXYZ", {"Vector": height}).outputs["Z"]
    shade = nodes.add("ShaderNodeMath", {0: nodes.noise(50, 5), 1: 0.22, 2: height}, operation="MULTIPLY_ADD")
    colour = nodes.blend(ramp(shade.outputs[0], 1.02, 0.18), tones[0], tones[1], tones[1], tones[2])
    side = nodes.coordinates((1, 0, 1))
    turned = nodes.add("ShaderNodeMapping", {"Vector": side, "Rotation": (0, math.pi / 4, 0)})
    rim = ramp(cells(turned.outputs[0], 21, 0.0), 0.35, 0.68, 1.0, 0.55)
    shaded = {"Fac": 1.0, "Color1": colour, "Color2": rim}
    colour = nodes.add("ShaderNodeMixRGB", shaded, blend_type="MULTIPLY").outputs[0]
    if spotted:
        dots, above = ramp(cells(side, 13, 1.0), 0.22, 0.28, 1.0, 0.0), ramp(height, 0.4, 0.5)
        share = nodes.add("ShaderNodeMath", {0: dots, 1: above}, operation="MULTIPLY").outputs[0]
        dark = {"Fac": share, "Color1": colour, "Color2": "#2a2418"}
        colour = nodes.add("ShaderNodeMixRGB", dark).outputs[0]
    nodes.principled(Base_Color=colour, Roughness=0.3, Clearcoat=0.3, Normal=nodes.bump(rim, 0.6, 0.0015))
    return material


def at(rows, x):
    """The body's back, belly and half width at x."""
    return min(rows, key=lambda row: abs(row[0] - x))[1:]


def body(rows, coats, kind):
    """The body about the x axis; bands as the kind has them."""
    sides, vertices, faces, picks = 64, [], [], []
    for x, back, belly, half in rows:
        for k in range(sides):
            s, c = math.sin(2 * math.pi * k / sides), math.cos(2 * math.pi * k / sides)
            z = (back + belly) / 2 + (back - belly) / 2 * s
            vertices.append((x, half * math.copysign(abs(c) ** 0.9, c), z))
    for i in range(len(rows) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, a + sides, b + sides, b))
            picks.append(coat(kind, rows[i][0], math.sin(2 * math.pi * (k + 0.5) / sides)))
    faces += [tuple(range(sides)), tuple((len(rows) - 1) * sides + k for k in range(sides - 1, -1, -1))]
    return shapes.mesh("body", vertices, faces, coats, picks=picks + [0, 0])


def coat(kind, x, up):
    """Which coat a place on the body has, -1 to 1 up from its belly: 0 ground, 1 band, 2 black."""
    x += 0.025 * up * up
    if kind == "perch":
        wide = 0.024 if up > 0 else 0.012
        return int(up > -0.35 and any(abs(x - middle) < wide for middle in (0.3, 0.43, 0.56, 0.69, 0.82)))
    bands, edge = BANDS.get(kind, []), 0.02 if kind == "clownfish" else 0.0
    if any(low <= x < high for low, high in bands):
        return 1
    return 2 if any(low - edge <= x < high + edge for low, high in bands) else 0


def face(rows, kind):
    """Eyes, gill covers, mouth."""
    iris, black = materials.plain("#d8b45a", 0.2, Clearcoat=0.6), materials.plain("#080808", 0.05)
    line = materials.plain(tuple(0.45 * c for c in materials.linear(COATS[kind][1])), 0.5)
    big, x, parts = 0.026 if kind == "trout" else 0.036, 0.115, []
    back, belly, half = at(rows, x)
    z = belly + (back - belly) * 0.62
    for side in (-1, 1):
        y = 0.86 * half * (1 - 0.24**2) ** 0.45
        parts.append(shapes.ball(big, (x, side * y, z), iris, (1, 0.55, 1), 28))
        parts.append(shapes.ball(big * 0.58, (x, side * (y + big * 0.36), z), black, (1, 0.45, 1), 24))
        gill = []
        for k in range(15):
            u = -0.82 + 1.5 * k / 14
            gx = 0.215 + 0.055 * math.cos(u * 1.45)
            top, low, wide = at(rows, gx)
            gill.append((gx, side * wide * (1 - u * u) ** 0.45, (top + low) / 2 + (top - low) / 2 * u))
        parts.append(shapes.sweep(gill, lambda t: 0.0065 * math.sin(math.pi * (0.08 + 0.84 * t)), line, 8))
    lips = []
    for x, share in shapes.curve([(0.045, -1), (0.012, -0.75), (-0.004, 0), (0.012, 0.75), (0.045, 1)], 6):
        _, low, wide = at(rows, max(0.0, x))
        lips.append((x, share * wide * 0.93, low * 0.3 - 0.25 * max(0.0, x)))
    return parts + [shapes.sweep(lips, 0.0058, line, 8)]


def fin(base, tips, skins, bow=0.0):
    """A membrane from a line of bases to a line of tips, ridged along its rays."""
    base, tips = shapes.curve(base, 12), shapes.curve(tips, 12)
    steps, vertices, faces, picks = 12, [], [], []
    for i, (start, end) in enumerate(zip(base, tips)):
        for j in range(steps + 1):
            v = j / steps
            off = 0.0035 * math.cos(i * math.pi / 1.5) * v + bow * math.sin(math.pi * v)
            vertices.append(start + (end - start) * v + Vector((0, off, 0)))
    for i in range(len(base) - 1):
        for j in range(steps):
            a = i * (steps + 1) + j
            faces.append((a, a + 1, a + steps + 2, a + steps + 1))
            picks.append(int(i % 3 == 1))
    return shapes.mesh("fin", vertices, faces, skins, picks=picks)


def fins(rng, rows, kind, skins):
    """Tail, back fins, anal fin, and the pairs at the breast and belly."""
    root, (long, half, fork) = at(rows, 1.0)[0] * 0.95, SHAPES[kind][3:]
    bases = [(0.99 - 0.02 * abs(s), 0, root * s) for s in (1, 0.5, 0, -0.5, -1)]
    shape = ((long, 1), (long * 0.9, 0.55), (long - fork, 0), (long * 0.9, -0.55), (long, -1))
    parts = [fin(bases, [(1 + x, 0, half * s) for x, s in shape], skins, rng.uniform(-0.03, 0.03))]
    for lines in BACK_FINS[kind]:
        starts = [(x, 0, at(rows, x)[0] * 0.94) for x, _, _ in lines]
        parts.append(fin(starts, [(x, 0, z) for _, x, z in lines], skins))
    deep, tall = at(rows, 0.45)[1], kind == "angelfish"
    lows = [(0.64, 0.72, deep * (2.3 if tall else 1.35)), (0.72, 0.80, deep * 1.2), (0.82, 0.91, deep * 0.75)]
    starts = [(x, 0, at(rows, x)[1] * 0.94) for x, _, _ in lows]
    parts.append(fin(starts, [(x, 0, z) for _, x, z in lows], skins))
    wide, half, size = at(rows, 0.42)[2], at(rows, 0.3)[2], 0.12 if kind == "trout" else 0.17
    drop = deep * (2.3 if tall else 1.55)
    for side in (-1, 1):
        belly = [(x, side * wide * 0.35, at(rows, x)[1] * 0.9) for x in (0.38, 0.42, 0.46)]
        tips = ((0.46, drop), (0.55, drop * 0.93), (0.57, deep * 1.05))
        ends = [(x, side * wide * 0.9, z) for x, z in tips]
        parts.append(fin(belly, ends, skins))
        breast = [(0.29 + 0.01 * k, side * half * 0.95, z) for k, z in enumerate((0.0, -0.025, -0.05, -0.07))]
        fan = ((1.0, 0.05), (1.1, 0.4), (0.85, 0.75), (0.4, 0.85))
        ends = [(0.29 + size * a, side * (half + size * 0.55), -0.03 - size * b) for a, b in fan]
        parts.append(fin(breast, ends, skins, side * 0.01))
    return parts


def water(rng, length, surface, deep, gravel):
    """The water behind as a lit gradient, the ground fading into it, stones and weed."""
    far, seed = 5.5 * length, rng.uniform(0, 99)
    material, nodes = materials.graph("open water")
    height = nodes.add("ShaderNodeSeparateXYZ", {"Vector": nodes.coordinates((1, 1, 0.17 / length))})
    uneven = {0: nodes.noise(0.7 / length, 3, (1, 1, 0.25)), 1: 0.25, 2: height.outputs["Z"]}
    uneven = nodes.add("ShaderNodeMath", uneven, operation="MULTIPLY_ADD").outputs[0]
    colour = nodes.blend(uneven, deep, deep, surface, surface)
    nodes.surface(nodes.add("ShaderNodeEmission", {"Color": colour, "Strength": 1.1}).outputs[0])
    wall = [(x * length, far, z * length) for x, z in ((-30, -5), (30, -5), (30, 40), (-30, 40))]
    shapes.mesh("open water", wall, [(0, 1, 2, 3)], material, smooth=False)
    sand, nodes = materials.graph("sand")
    grains = nodes.blend(nodes.noise(9 / length, 8), *gravel)
    rough = nodes.bump(nodes.noise(22 / length, 8), 0.9, 0.02 * length)
    bare = nodes.add("ShaderNodeBsdfPrincipled", {"Base Color": grains, "Roughness": 0.9, "Normal": rough})
    depth = nodes.add("ShaderNodeSeparateXYZ", {"Vector": nodes.coordinates()}).outputs["Y"]
    fog = nodes.add("ShaderNodeMapRange", {"Value": depth, "From Min": 0.2 * length, "From Max": far})
    haze = nodes.add("ShaderNodeEmission", {"Color": deep, "Strength": 1.1})
    inputs = {0: fog.outputs[0], 1: bare.outputs[0], 2: haze.outputs[0]}
    nodes.surface(nodes.add("ShaderNodeMixShader", inputs).outputs[0])

    def bed(u, v):
        x, y = 8 * length * u, 1.0 * length + 4.6 * length * v
        return x, y, length * (0.1 + 0.07 * noise.fractal(Vector((x, y, seed)) / length * 1.2, 0.8, 2.1, 5))

    shapes.sheet(90, bed, sand)
    rock = materials.mottled(["#4a4640", "#7d766a", "#5c5a48"], 5 / length, 0.8, 0.8, 0.01)
    for _ in range(7):
        size = rng.uniform(0.1, 0.32) * length
        place = (rng.uniform(-2.2, 2.2) * length, rng.uniform(0.8, 3.2) * length, size * 0.3 + 0.08 * length)
        shapes.roughened(shapes.ball(size, place, rock, (1.3, 1, 0.8), 24), size * 0.3, size, rng.random())
    weed = materials.mottled(["#1f4a22", "#4f8a34", "#7aa048"], 3 / length, 0.6)
    for _ in range(rng.randint(16, 34)):
        x, y = rng.choice([-1, 1]) * rng.uniform(0.2, 2.3) * length, rng.uniform(0.9, 3.4) * length
        tall, phase, broad = rng.uniform(0.5, 1.6) * length, rng.uniform(0, 6), rng.uniform(0.02, 0.05)
        bends = [0.1 * length * k / 18 * math.sin(phase + k / 3.6) for k in range(19)]
        path = [(x + bend, y + 0.5 * bend, tall * k / 18) for k, bend in enumerate(bends)]
        shapes.sweep(path, lambda t, r=broad * length: r * (1 - t**3) + 1e-4, weed, 8, flat=0.15)
