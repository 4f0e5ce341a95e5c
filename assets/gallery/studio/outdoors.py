"""Settings under the open sky. Each builds its surroundings about a stage (see settings.py)."""

import math

from mathutils import Matrix, Vector, noise

from . import light, materials, plants, shapes

GREENS = [
    ["#2a3518", "#4c6030", "#7d8c4c"],
    ["#333f1a", "#667638", "#94995a"],
    ["#222f1c", "#42583a", "#6a7f50"],
]
SKIES = [  # zenith, horizon, clouds, sky strength, sun strength, sun colour
    ("#2f6fc0", "#bcd8ee", 0.35, 1.0, 4.2, "#fff0d8"),
    ("#4a86c8", "#d9e6ee", 0.75, 1.1, 2.6, "#fff4e4"),
    ("#9fb2c4", "#dfe4e6", 0.9, 1.3, 0.5, "#ffffff"),
    ("#5a7fb8", "#f3cfa0", 0.45, 0.8, 3.6, "#ffbf80"),
]


def daylight(stage, which=None):
    """One of the skies with its sun."""
    rng = stage.rng
    zenith, horizon, clouds, strength, power, colour = SKIES[
        which if which is not None else stage.turn(len(SKIES))
    ]
    light.sky(zenith, horizon, clouds, strength, seed=rng.uniform(0, 40))
    low = 16 if colour == "#ffbf80" else rng.uniform(32, 58)
    light.sun(rng.choice([-1, 1]) * rng.uniform(25, 75), low, power, colour, 0.6 if power > 1 else 25)


def ground(material, reach=900.0):
    """Flat ground to the horizon."""
    corners = [(-reach, -reach, 0), (reach, -reach, 0), (reach, reach, 0), (-reach, reach, 0)]
    return shapes.mesh("ground", corners, [(0, 1, 2, 3)], material, smooth=False)


def hills(stage, distance, height, colours):
    """A far ridge behind the object."""
    rng, seed = stage.rng, stage.rng.uniform(0, 99)
    vertices, faces = [], []
    columns = 160
    for i in range(columns + 1):
        angle = math.radians(-65 + 130 * i / columns)
        rise = height * (0.45 + 0.55 * noise.fractal(Vector((angle * 3, seed, 0)), 0.9, 2.0, 5))
        for k, up in ((1.0, -2.0), (1.15, max(rise, 0.02 * height))):
            vertices.append((distance * k * math.sin(angle), distance * k * math.cos(angle), up))
    for i in range(columns):
        faces.append((2 * i, 2 * i + 2, 2 * i + 3, 2 * i + 1))
    forested = materials.mottled(colours, rng.uniform(0.8, 1.4) / height, 0.95)
    return shapes.mesh("hills", vertices, faces, forested)


def lawn(stage):
    """A lawn with trees or a hedge behind."""
    rng, size = stage.rng, stage.size
    green = GREENS[stage.turn(len(GREENS))]
    daylight(stage)
    ground(materials.mottled([green[0], green[1], "#6d7f35"], 1.6, 0.95, 0.6, 0.03))
    reach = max(1.2, 3.2 * size)
    plants.grass(rng, reach, min(0.05 + 0.02 * size, 0.16), green, 800, stage.clear)
    if rng.random() < 0.5 and size < 3:
        hedge = plants.foliage(rng, 0.9, 0.09, GREENS[(stage.variant + 1) % 3], 5000)
        hedge.hide_render = True
        for i in range(-7, 8):
            at = Matrix.Translation(
                (i * 0.75 + rng.gauss(0, 0.1), 2.4 + 2.6 * size, 0.55 + rng.gauss(0, 0.05))
            )
            shapes.instance(hedge, at @ Matrix.Rotation(rng.uniform(0, 6.28), 4, "Z"))
    far = 7 + 4.5 * size
    places = [(rng.uniform(-1.1, 1.1) * far, far * rng.uniform(0.9, 2.0)) for _ in range(14)]
    plants.trees(rng, places, 6 + rng.uniform(0, 3), GREENS[(stage.variant + 2) % 3])
    hills(stage, 420, 38, ["#35502f", "#55704a", "#6d8060"])
    return 0.5


def meadow(stage):
    """Open, taller grass with flowers and hills far away."""
    rng, size = stage.rng, stage.size
    daylight(stage)
    green = ["#39521a", "#76893a", "#b3ab5a"]
    ground(materials.mottled(["#3f5a1d", "#6f8437", "#93934a"], 0.9, 0.95, 0.6, 0.03))
    plants.grass(
        rng, max(1.4, 3.4 * size), min(0.1 + 0.03 * size, 0.3), green, 800 if size < 10 else 0, stage.clear
    )
    places = [(rng.choice([-1, 1]) * rng.uniform(10, 45), rng.uniform(25, 70) + 3 * size) for _ in range(12)]
    plants.trees(rng, places, 8, GREENS[stage.turn(3)])
    hills(stage, 500, 75, ["#3d5a55", "#5e7a72", "#7f948c"])
    return 0.5


def snowfield(stage):
    """Snow with spruces behind."""
    rng, seed = stage.rng, stage.rng.uniform(0, 99)
    daylight(stage, stage.turn(3))
    snow = materials.mottled(["#e9eef6", "#ffffff"], 3, 0.6, 0.5, 0.02)

    def drift(u, v):
        # Fine near the object, coarse far away.
        x, y = (60 * math.copysign(abs(t) ** 2.5, t) for t in (u, v))
        flat = min(1.0, math.hypot(x, y) / 1.5)
        return x, y, 0.10 * flat * noise.fractal(Vector((x * 0.6, y * 0.6, seed)), 0.8, 2.2, 5)

    shapes.sheet(90, drift, snow)
    ground(snow).location.z = -0.4
    far = 5 + 3 * stage.size
    places = [(rng.uniform(-1.3, 1.3) * far, far * rng.uniform(0.8, 2.6)) for _ in range(26)]
    plants.conifers(rng, places, rng.uniform(4, 6), ["#10231a", "#1f3d2a", "#8fa59b"])
    hills(stage, 420, 60, ["#8fa3b5", "#c9d6e2", "#f2f6fa"])
    return 0.5


def forest(stage):
    """Forest floor: earth, moss, fallen leaves, grass, trunks behind."""
    rng, size = stage.rng, stage.size
    light.sky("#7d9a86", "#c3d2b0", 0.6, 0.7, seed=rng.uniform(0, 40))
    light.sun(rng.choice([-1, 1]) * rng.uniform(40, 110), rng.uniform(30, 50), 3.5, "#ffe8bf", 2)
    soil = materials.mottled(["#1c130b", "#3d2c1a", "#2f3d17"], 5 / size, 0.95, 1.0, 0.01)
    seed = rng.uniform(0, 99)

    def hummock(u, v):
        x, y = 10 * size * u, 10 * size * v
        flat = min(1.0, math.hypot(x, y) / (1.2 * size))
        return x, y, 0.22 * size * flat * noise.fractal(Vector((x, y, seed)) / size, 0.8, 2.2, 5)

    shapes.sheet(70, hummock, soil)
    ground(soil).location.z = -0.3 * size
    moss = ["#2c3a14", "#4f5c22", "#7b7f3a"]
    plants.grass(rng, 3.5 * size, 0.13 * size, moss, 400, 0.12 * size)
    leaf = shapes.mesh(
        "leaf",
        [
            Vector(c) * 0.2 * size
            for c in (
                (-0.5, 0, 0.12),
                (-0.2, -0.2, 0),
                (0.2, -0.17, 0.03),
                (0.55, 0, 0.12),
                (0.2, 0.2, 0.0),
                (-0.2, 0.18, 0.06),
            )
        ],
        [(0, 1, 2, 3, 4, 5)],
        materials.mottled(["#3f2614", "#6b4526", "#94703f"], 2 / size, 0.8),
    )
    leaf.hide_render = True
    for _ in range(420):
        at = Matrix.Translation(
            (rng.gauss(0, 2.2) * size, rng.gauss(0.8, 2.2) * size, rng.uniform(0.01, 0.1) * size)
        )
        tilt = Matrix.Rotation(rng.gauss(0, 0.4), 4, "X") @ Matrix.Rotation(rng.gauss(0, 0.4), 4, "Y")
        shapes.instance(leaf, at @ Matrix.Rotation(rng.uniform(0, 6.28), 4, "Z") @ tilt)
    bark = materials.mottled(["#1a130d", "#4a3a2a"], 6 / size, 0.95, 1.0, 0.05)
    for _ in range(14):
        x, y = rng.uniform(-7, 7) * size, rng.uniform(6, 16) * size
        shapes.sweep(
            [(x, y, -size), (x + rng.gauss(0, 0.3) * size, y, 16 * size)], rng.uniform(0.3, 0.8) * size, bark
        )
    crown = plants.foliage(rng, 3 * size, 0.35 * size, GREENS[stage.turn(3)], 2500)
    crown.location = (rng.uniform(-4, 4) * size, 13 * size, 2.5 * size)
    return 1.0


def sea(stage):
    """Open water with a far shore."""
    rng = stage.rng
    daylight(stage)
    tint = ["#0b2f45", "#0d3b40", "#25414f"][stage.turn(3)]
    ground(materials.water(tint, 0.9, 0.9, 0.16), 3000)
    if rng.random() < 0.7:
        hills(stage, 700, 45, ["#35504f", "#5d7478", "#7c8f92"])
    return 0.2


def air(stage):
    """High in the air over hills and fields."""
    daylight(stage, stage.turn(4))
    drop = 4.0 * stage.size
    fields = materials.mottled(["#3c5a22", "#7d8a3f", "#a89a55", "#486a2c"], 0.025, 0.95)
    ground(fields, 3000).location.z = -drop
    for distance, height, tint in ((900, 90, "#5f7f8f"), (1600, 190, "#8fa6b8")):
        hills(stage, distance, height, [tint, "#4d6a58" if distance < 1000 else "#a2b4c2"])
    return 0.0


def aloft(stage):
    """High over hazy land, for what flies fast."""
    daylight(stage, stage.turn(4))
    drop = 14.0 * stage.size
    land = materials.mottled(["#5c7a63", "#8a9670", "#9aa184", "#66836f", "#7d8f86"], 0.007, 0.95)
    ground(land, 9000).location.z = -drop
    for distance, height, tint in ((2600, 0.7 * drop, "#6d8a92"), (4300, drop + 130, "#93a9ba")):
        hills(stage, distance, height, [tint, "#7f9a9c" if distance < 3000 else "#a8b9c6"]).location.z = -drop
    return 0.0


def coast(stage):
    """A rocky, grassy headland over the sea."""
    rng, size = stage.rng, stage.size
    daylight(stage)
    ground(materials.water("#12384a", 0.25, 0.9, 0.4), 4000).location.z = -0.28 * size
    seed = rng.uniform(0, 99)

    def rise(u, v):
        x, y = 1.6 * size * u, 1.6 * size * v
        far = math.hypot(x * 0.8, y) / size
        edge = 0.75 + 0.35 * noise.noise(Vector((x / size * 1.5, y / size * 1.5, seed)))
        fall = max(0.0, far - edge)
        bumps = noise.fractal(Vector((x, y, seed)) / size * 4, 0.7, 2.1, 6) * 0.05 * size
        flat = min(1.0, max(0.0, far - 0.12) / 0.3)
        return x, y, bumps * flat * (1 + 3 * fall) - fall * 0.75 * size

    land = [["#4f5b2a", "#75773f"], ["#57514a", "#8a8175"], ["#3f5a26", "#6f8138"]][stage.turn(3)]
    rock = materials.mottled(["#453f39", *land, "#8c8478"], 3.2 / size, 0.95, 1.0, 0.02 * size)
    shapes.sheet(84, rise, rock)
    if rng.random() < 0.5:
        hills(stage, 1500, 80, ["#4c6468", "#7c9298"])
    return 0.1


def street(stage):
    """A pavement in front of a wall."""
    rng, size = stage.rng, stage.size
    daylight(stage, stage.turn(3))
    paving = materials.bricks("#8d8a85", "#a09b94", "#4c4a47", 0.6, 0.3, 0.008, 0.85, upright=False)
    ground(paving)
    tone = [("#8a4a35", "#9c5a40"), ("#c9b48f", "#d8c7a5"), ("#7f8a90", "#949ea3")][stage.turn(3)]
    wall = materials.bricks(*tone, "#b8b0a4", 0.25, 0.08, 0.008)
    behind = 0.9 + 0.8 * size
    shapes.box((40, 0.3, 9), (0, behind + 0.15, 4.5), wall)
    shapes.box((40, 0.06, 0.35), (0, behind - 0.02, 0.175), materials.plain("#6d6862", 0.9), 0.01)
    if rng.random() < 0.7:
        x = rng.choice([-1, 1]) * rng.uniform(0.9, 1.6) * (0.6 + size)
        trim = materials.plain(rng.choice(["#e8e4da", "#2f4a3f", "#27364a"]), 0.5)
        shapes.box((1.2, 0.12, 1.6), (x, behind - 0.02, 1.7), trim, 0.01)
        for side in (-0.27, 0.27):
            shapes.box((0.46, 0.1, 1.4), (x + side, behind - 0.06, 1.7), materials.plain("#16202a", 0.05))
    return 0.5


def road(stage):
    """A road with painted lines, a kerb or gravel, and grass, hedges and trees behind.

    Long things stand on the asphalt; what is much taller than wide stands on the verge before it.
    """
    rng, size = stage.rng, stage.size
    daylight(stage)
    green = GREENS[stage.turn(len(GREENS))]
    turf = materials.mottled([green[0], green[1], "#6d7f35"], 1.6, 0.95, 0.6, 0.03)
    tar = asphalt(["#3b3c3e", "#5b5a58", "#4a4540"][(stage.variant + stage.shift) % 3])
    paint = materials.mottled(["#8f8d86", "#d9d7cf", "#e8e6de"], 14, 0.7)
    stone = materials.bricks("#75726c", "#85827b", "#4a4845", 0.9, 0.6, 0.012, 0.9)
    gravel = materials.mottled(["#4a463f", "#787264", "#958d7f"], 30, 0.95, 1.0, 0.03)
    kerbed = stage.turn(3) != 1
    if stage.clear < 0.4 * size:
        near, level = 0.5 * size + 0.25, -0.12
        far = near + 6.5
        if kerbed:
            slabs = materials.bricks("#8d8a85", "#a09b94", "#55524e", 0.4, 0.2, 0.006, 0.9, upright=False)
            strip(-900, near, 0, slabs)
            shapes.box((400, 0.14, 0.3), (0, near + 0.07, -0.145), stone, 0.012)
        else:
            strip(-900, near, 0, turf)
            strip(near, near + 0.5, level - 0.01, gravel)
            plants.grass(rng, near + 0.4, 0.055, green, 300, 0.3 * stage.clear)
        lines = [near + 0.45, far - 0.4]
        dashed = (near + far) / 2
    else:
        level, near, far = 0.0, -900, stage.clear + 0.8 + 0.4 * size
        lines, dashed = [far - 0.35], rng.choice([-1, 1]) * (stage.clear + 0.15 * size)
    strip(near, far, level, tar)
    across = 0.1 + 0.008 * size
    for y in lines:
        strip(y, y + across, level + 0.004, paint)
    for k in range(-24, 25):
        # Dashes of the lane's own length for big things, shorter ones when the object is small.
        dash = max(0.8, min(3.0, 0.5 * size))
        at = (2.2 * k * dash, dashed, level + 0.002)
        shapes.box((dash, across, 0.006), at, paint)
    if kerbed:
        shapes.box((400, 0.16, 0.3), (0, far + 0.08, level - 0.03), stone, 0.012)
        strip(far + 0.16, 900, level + 0.11, turf)
    else:
        strip(far, far + 0.6 + 0.1 * size, level - 0.01, gravel)
        strip(far + 0.6 + 0.1 * size, 900, level + 0.02, turf)
    behind, span = far + 1.6 + 0.35 * size, 3 * size + 14
    if stage.turn(4) != 2:
        scale = max(0.9, min(2.0, 0.4 * size))
        hedge = plants.foliage(rng, 0.9 * scale, 0.1 * scale, GREENS[(stage.variant + 1) % 3], 5000)
        hedge.hide_render = True
        for k in range(int(-span / scale / 0.75), int(span / scale / 0.75) + 1):
            at = (k * 0.75 * scale + rng.gauss(0, 0.1), behind, (0.6 + rng.gauss(0, 0.06)) * scale)
            shapes.instance(hedge, Matrix.Translation(at) @ Matrix.Rotation(rng.uniform(0, 6.28), 4, "Z"))
    places = [
        # No trunk straight behind the object: it would seem to stand on its head.
        (rng.choice([-1, 1]) * rng.uniform(0.14, 1.6) * span, behind + 3 + span * rng.uniform(0.1, 0.9))
        for _ in range(14)
    ]
    plants.trees(rng, places, 6 + rng.uniform(0, 3), GREENS[(stage.variant + 2) % 3])
    hills(stage, 420, 38, ["#35502f", "#55704a", "#6d8060"])
    return 0.4


def strip(near, far, z, material):
    """A strip of flat ground from y = near to far."""
    corners = [(-900, near, z), (900, near, z), (900, far, z), (-900, far, z)]
    return shapes.mesh("strip", corners, [(0, 1, 2, 3)], material, smooth=False)


def asphalt(tone):
    """Asphalt: grit of light and dark stones, worn in large patches."""
    material, nodes = materials.graph("asphalt")
    worn = nodes.add("ShaderNodeMapRange", {"Value": nodes.noise(0.5, 6), "To Min": 0.7, "To Max": 1.3})
    grit = nodes.noise(160, 3)
    base = materials.linear(tone)
    shade = nodes.blend(grit, tuple(0.3 * c for c in base), base, tuple(2.2 * c for c in base))
    colour = nodes.add(
        "ShaderNodeMixRGB", {"Fac": 1.0, "Color1": shade, "Color2": worn.outputs[0]}, blend_type="MULTIPLY"
    )
    nodes.principled(Base_Color=colour.outputs[0], Roughness=0.9, Normal=nodes.bump(grit, 0.4, 0.004))
    return material
