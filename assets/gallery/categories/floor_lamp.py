"""A floor lamp: a shade high on a pole, on three wooden legs, or at the end of an arc."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "floor", "paper", "floor"]
KINDS = ["pole", "tripod", "pole", "arc", "pole", "tripod", "pole"]
VIEW = View(turn=(-35, 35), elevation=(3, 12), fill=(0.76, 0.86), lens=(32, 60), blur=0.6)
SHADES = ["#efe3c8", "#e8ddd0", "#c9b28a", "#b5533c", "#f2ece0", "#5f7a72"]
TIMBERS = [("#b98a58", "#7d5330"), ("#6b4226", "#3a2213"), ("#d9b98c", "#b48d5c")]
METALS = [("#b8924a", 0.25), ("#1c1c1e", 0.35), ("#c4c5c7", 0.22)]


def floor_lamp(studio, rng):
    kind, tint = studio.pick(KINDS), studio.pick(SHADES)
    metal = materials.metal(*studio.pick(METALS))
    lit = studio.variant % 4 != 2
    if kind == "arc":
        return arc_lamp(rng, metal, lit)
    tall = rng.uniform(1.42, 1.6)
    rim = rng.uniform(0.2, 0.25)
    crown = rim * rng.choice([0.5, 0.62, 0.85])
    high = rng.uniform(0.26, 0.34)
    parts = shade(rng, tall, rim, crown, high, tint, lit, metal)
    socket = tall - high * 0.95
    if kind == "tripod":
        timber = materials.wood(*studio.pick(TIMBERS), 30, "z")
        hub, start = socket - 0.06, rng.uniform(0, 2)
        parts.append(shapes.lathe(ring(0.05, hub - 0.02, hub + 0.02), metal, 48))
        for k in range(3):
            out = Vector((math.cos(start + math.tau * k / 3), math.sin(start + math.tau * k / 3), 0))
            parts.append(
                shapes.rod(out * 0.03 + Vector((0, 0, hub + 0.05)), out * 0.31, 0.019, timber, tip=0.012)
            )
            brace = Vector((0, 0, hub * 0.42))
            parts.append(shapes.rod(brace, brace + out * 0.19, 0.006, metal))
        parts.append(shapes.ball(0.016, (0, 0, hub * 0.42), metal, sides=20))
        parts.append(shapes.rod((0, 0, hub), (0, 0, socket + 0.06), 0.012, metal))
    else:
        parts += pole(studio, rng, metal, socket)
    return [*parts, cord(rng, 0.12)]


def ring(radius, low, high):
    """The profile of a flat disc with soft edges."""
    edge = 0.15 * (high - low)
    return [
        (0, low),
        (radius - edge, low),
        (radius, low + edge),
        (radius, high - edge),
        (radius - edge, high),
        (0, high),
    ]


def pole(studio, rng, metal, socket):
    """A round base, a slim or turned pole, a small table in some."""
    base = rng.uniform(0.14, 0.17)
    foot = [
        (0, 0),
        (1, 0),
        (1.02, 0.008),
        (1.0, 0.02),
        (0.9, 0.028),
        (0.3, 0.036),
        (0.16, 0.055),
        (0.1, 0.09),
    ]
    parts = [shapes.lathe([(r * base, z) for r, z in [*foot, (0, 0.09)]], metal, 96)]
    if rng.random() < 0.45:
        timber = materials.wood(*studio.pick(TIMBERS), 40, "z", 0.3)
        line = [
            (0.014, 0.0),
            (0.026, 0.03),
            (0.014, 0.06),
            (0.018, 0.25),
            (0.024, 0.44),
            (0.013, 0.48),
            (0.03, 0.52),
        ]
        line += [(0.013, 0.56), (0.022, 0.62), (0.017, 0.8), (0.013, 0.93), (0.024, 0.96), (0.012, 1.0)]
        curve = [(p[0], 0.06 + (socket - 0.06) * p[1]) for p in shapes.curve(line, 6)]
        parts.append(shapes.lathe([(0, 0.06), *curve, (0, socket)], timber, 40))
        parts.append(shapes.rod((0, 0, socket - 0.02), (0, 0, socket + 0.07), 0.01, metal))
        return parts
    parts.append(shapes.rod((0, 0, 0.03), (0, 0, socket + 0.06), 0.0125, metal))
    for z in (0.1, 0.5 * socket, socket - 0.03):
        parts.append(
            shapes.lathe([(0.012, z), (0.02, z + 0.005), (0.02, z + 0.018), (0.012, z + 0.024)], metal, 32)
        )
    return parts


def shade(rng, tall, rim, crown, high, tint, lit, metal):
    """A cloth shade, open below and above, with its wires, the bulb in it and a pull chain."""
    base = materials.linear(tint)
    glowing = {}
    if lit:
        warm = tuple(c * w for c, w in zip(base, (1.0, 0.72, 0.42)))
        glowing = {"Emission": warm, "Emission_Strength": rng.uniform(1.6, 2.4)}
    cloth = materials.mottled(
        [tuple(0.9 * c for c in base), base], 300, 0.95, 0.3, 0.001, (1, 1, 0.3), **glowing
    )
    trim = materials.cloth(rng.choice([tint, "#8a6a45", "#2b2622"]))
    low, pleats = tall - high, rng.choice([0, 0, 72])
    bowed = rng.choice([0.0, 0.0, -0.12])
    line = []
    for k in range(17):
        t = k / 16
        line.append((rim + (crown - rim) * t + bowed * rim * math.sin(math.pi * t), low + high * t))
    line = line + [(r - 0.004, z) for r, z in reversed(line)]

    def fold(angle, z):
        return 1 + (0.012 * math.sin(pleats * angle) if pleats else 0)

    parts = [shapes.lathe(line, cloth, 288 if pleats else 96, swell=fold)]
    for radius, z in ((rim, low), (crown, tall)):
        hoop = [
            (radius * math.cos(a), radius * math.sin(a), z) for a in (math.tau * k / 72 for k in range(72))
        ]
        parts.append(shapes.sweep(hoop, 0.0065, trim, 10, closed=True))
    for k in range(3):
        a = 0.6 + math.tau * k / 3
        end = (crown * math.cos(a), crown * math.sin(a), tall)
        parts.append(shapes.rod((0, 0, tall - 0.03), end, 0.0025, metal, 8))
    parts.append(shapes.ball(0.012, (0, 0, tall), metal, (1, 1, 1.4), 20))
    parts.append(shapes.rod((0, 0, low + high * 0.1), (0, 0, tall), 0.005, metal, 12))
    bulb = materials.glow("#ffcf8f", 14) if lit else materials.plain("#f2efe8", 0.2)
    parts.append(shapes.ball(0.045, (0, 0, low + high * 0.42), bulb, (1, 1, 1.2), 32))
    if rng.random() < 0.6:
        x = rim * 0.35
        parts.append(shapes.rod((x, -x, low + 0.1), (x, -x, low - 0.1), 0.0022, metal, 8))
        parts.append(shapes.ball(0.0095, (x, -x, low - 0.105), metal, (1, 1, 1.4), 20))
    return parts


def arc_lamp(rng, metal, lit):
    """A heavy stone base, a long bow, a metal dome that hangs from its end."""
    stone = materials.mottled(["#e8e5df", "#cfcac2", "#f2f0ec"], 14, 0.25)
    side, tall, reach = rng.choice([-1, 1]), rng.uniform(1.62, 1.75), rng.uniform(0.85, 1.0)
    foot = -side * reach / 2
    parts = [shapes.moved(shapes.lathe(ring(0.15, 0, 0.07), stone, 72), Matrix.Translation((foot, 0, 0)))]
    parts.append(shapes.rod((foot, 0, 0.06), (foot, 0, 0.14), 0.022, metal))
    bow = [
        (0, 0.07),
        (-0.03, 0.5),
        (0.0, 1.05),
        (0.16, 1.48),
        (0.45, 1.7),
        (0.75, 1.68),
        (0.93, 1.52),
        (1.0, 1.36),
    ]
    bow = [Vector((foot + side * x * reach, 0, z * tall / 1.7)) for x, z in bow]
    parts.append(shapes.sweep(shapes.curve(bow, 10), lambda t: 0.014 - 0.004 * t, metal, 16))
    end = bow[-1]
    dome = [(math.sin(a), math.cos(a)) for a in (math.pi / 2 * k / 20 for k in range(21))]
    radius = 0.19
    outer = [(r * radius, z * radius * 0.85) for r, z in dome]
    inner = [(r * (radius - 0.004), z * (radius * 0.85 - 0.004)) for r, z in reversed(dome)]
    skin = materials.plain(rng.choice(["#1d1e20", "#e6e2d8", "#b5452f", "#c9a24a"]), 0.25)
    light = materials.plain("#fff4e0", 0.6, Emission="#ffdcae", Emission_Strength=1.5 if lit else 0.0)
    cap = shapes.lathe(outer + inner, [skin, light], 72, pick=lambda k, s: int(k > 20))
    bulb = shapes.ball(0.06, (0, 0, 0.05), materials.glow("#ffcf8f", 14) if lit else light, sides=32)
    knob = shapes.lathe(
        [(0.02, radius * 0.84), (0.022, radius * 0.9), (0.012, radius * 1.05), (0, radius * 1.05)], metal, 32
    )
    hang = Matrix.Translation(end - Vector((0, 0, radius))) @ Matrix.Rotation(-side * 0.22, 4, "Y")
    parts += [shapes.moved(part, hang) for part in (cap, bulb, knob)]
    return parts


def cord(rng, start):
    """The flex on the floor."""
    side = rng.choice([-1, 1])
    path = [
        (side * start, 0.04, 0.006),
        (side * 0.3, 0.12, 0.004),
        (side * 0.55, 0.3, 0.004),
        (side * 0.8, 0.75, 0.004),
    ]
    part = shapes.sweep(shapes.curve(path, 10), 0.0035, materials.plain("#1a1a1a", 0.5), 8)
    part["apart"] = True
    return part
