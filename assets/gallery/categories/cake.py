"""A cake: sponge layers under icing with candles, cherries or drips; whole, cut open, tiered, or a slice."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["table_cloth", "wooden_table", "paper", "kitchen", "windowsill", "garden_table"]
VIEW = View(turn=(-22, 22), elevation=(14, 32), fill=(0.62, 0.8))
KINDS = ["candles", "cut", "slice", "tiers", "cut candles"]
ICINGS = ["#f0e6d6", "#e3a3b0", "#5a3220", "#bcd3d6", "#f2ead8", "#e8cf9a", "#d98aa0"]
SPONGES = [["#d8ae62", "#ecd08c"], ["#3a2012", "#5c3722"], ["#a83a34", "#c2554a"], ["#e0bc78", "#f0dca8"]]
CREAMS = ["#f4ecdc", "#e8d8c0", "#f2eee4", "#b5303a"]
CANDLES = ["#d84a5a", "#4a86b8", "#e8b83a", "#5fa06a"]


def cake(studio, rng):
    kind = studio.pick(KINDS)
    icing, filling = frosting(studio.pick(ICINGS)), frosting(studio.pick(CREAMS))
    sponge = materials.mottled(studio.pick(SPONGES), 220, 0.95, 1.0, 0.003)
    radius, tall = rng.uniform(0.095, 0.11), rng.uniform(0.085, 0.105)
    gap = (math.radians(-92), math.radians(-42)) if kind.startswith("cut") else None
    if kind == "slice":
        span = (0.0, math.radians(42))
    elif gap:
        span = (gap[1], gap[0] + 2 * math.pi)
    else:
        span = (0.0, 2 * math.pi)
    body = [icing, sponge, filling]
    parts = tier(radius, 0.0, tall, span, body, rng.choice([2, 3]))
    drip = studio.variant % 2 == 0 and kind != "tiers"
    if drip:
        glaze = materials.plain("#2e150b" if studio.variant % 4 else "#c24a62", 0.14, Specular=0.5)
        parts.append(drips(rng, radius, tall, span, glaze))
    top = tall
    if kind == "tiers":
        top = tall + 0.075
        parts += tier(radius * 0.64, tall, top, span, body, 2)
        parts += border(radius * 0.64 + 0.006, tall, span, icing, 0.007, 26)
        parts += border(radius * 0.56, top, span, icing, 0.0095, 12)
        parts += dots(rng, radius, tall)
    else:
        parts += border(radius * 0.83, top, span, icing if not drip else filling, 0.0125,
                        rng.choice([10, 12, 14]), cherries=kind in ("cut", "slice"))  # fmt: skip
    parts += border(radius + 0.003, 0.002, span, icing, 0.0075, 44)
    if "candles" in kind or kind == "tiers":
        ring = radius * (0.3 if kind == "tiers" else 0.5)
        count = rng.choice([5, 6, 7]) if kind != "tiers" else 3
        for k in range(count):
            angle = span[0] + (span[1] - span[0]) * (k + 0.5) / count
            tone = CANDLES[(k if rng.random() < 0.7 else 0) % len(CANDLES)]
            parts += candle((ring * math.cos(angle), ring * math.sin(angle), top), tone)
    if kind == "slice":
        parts = [shapes.moved(p, Matrix.Translation((-radius * 0.55, -radius * 0.2, 0))) for p in parts]
    return served(rng, parts, radius * (0.95 if kind == "slice" else 1.28), studio.variant, kind == "slice")


def frosting(colour):
    """Buttercream with a spatula's marks."""
    base = materials.linear(colour)
    return materials.mottled([tuple(0.86 * c for c in base), base], 50, 0.55, 0.35, 0.0015, (1, 1, 5))


def turned(profile, span, sides, material, name):
    """A profile turned about the z axis from one angle to another."""
    vertices, faces, count = [], [], len(profile)
    for side in range(sides + 1):
        angle = span[0] + (span[1] - span[0]) * side / sides
        vertices += [(r * math.cos(angle), r * math.sin(angle), z) for r, z in profile]
    for side in range(sides):
        for k in range(count - 1):
            a = side * count + k
            faces.append((a, a + 1, a + count + 1, a + count))
    return shapes.mesh(name, vertices, faces, material)


def tier(radius, low, high, span, body, layers):
    """A round of cake in its icing; where it is cut, the sponge and its fillings show."""
    icing, round_, coat = body[0], 0.007, 0.005
    profile = [(0, high), (radius * 0.5, high)]
    profile += [
        (radius - round_ + round_ * math.sin(a), high - round_ + round_ * math.cos(a))
        for a in (math.pi / 2 * k / 6 for k in range(7))
    ]
    profile += [(radius + 0.0012 * math.sin(k * 1.1), high - round_ - (high - low - round_) * k / 14)
                for k in range(1, 15)]  # fmt: skip
    parts = [turned(profile, span, 120, icing, "icing")]
    if span[1] - span[0] > 6.28:
        return parts
    columns, rows = 70, 72
    for end, angle in enumerate(span):
        out = Vector((math.cos(angle), math.sin(angle), 0))
        face_way = Vector((out.y, -out.x, 0)) * (1 if end == 0 else -1)
        vertices, faces, picks, kinds = [], [], [], []
        for j in range(rows + 1):
            z = low + (high - low) * j / rows
            short = max(0.0, z - (high - round_))
            reach = radius - round_ + math.sqrt(max(0.0, round_**2 - short**2))
            for i in range(columns + 1):
                r = reach * i / columns
                share = (z - low) / (high - low - coat) * layers
                near = abs(share - round(share)) / layers * (high - low)
                creamy = 0 < round(share) < layers and near < 0.0032
                kind = 0 if r > radius - coat or z > high - coat else 2 if creamy else 1
                spot = Vector((r * out.x, r * out.y, z))
                if kind == 1:
                    crumbs = noise.fractal(Vector((r, angle, z)) * 260, 0.8, 2.1, 3)
                    spot -= face_way * (0.0012 + 0.0011 * crumbs)
                vertices.append(spot)
                kinds.append(kind)
        for j in range(rows):
            for i in range(columns):
                a = j * (columns + 1) + i
                faces.append((a, a + 1, a + columns + 2, a + columns + 1))
                picks.append(kinds[a])
        parts.append(shapes.mesh("cut", vertices, faces, body, picks=picks))
    return parts


def drips(rng, radius, top, span, glaze):
    """A poured glaze that runs down the side in drops."""
    runs = [(span[0] + (span[1] - span[0]) * (k + rng.uniform(0.2, 0.8)) / 20, rng.uniform(0.006, 0.042))
            for k in range(20)]  # fmt: skip
    sides, steps, thick = 360, 30, 0.0016
    vertices, faces = [], []
    for side in range(sides + 1):
        angle = span[0] + (span[1] - span[0]) * side / sides
        hang = 0.012 + max(d * math.exp(-(((angle - at) / 0.075) ** 4)) for at, d in runs)
        for k in range(steps + 1):
            t = k / steps
            walked = t * (radius + hang)
            over = walked - (radius - 0.006)
            fat = thick * (1 - max(0, t - 0.96) / 0.04) + 0.0004
            if over < 0:
                r, z = walked, top + fat
            else:
                turn = min(over / 0.0095, math.pi / 2)
                r = radius - 0.006 + (0.006 + fat) * math.sin(turn)
                z = top - 0.006 + (0.006 + fat) * math.cos(turn) - max(0.0, over - 0.0149)
            vertices.append((r * math.cos(angle), r * math.sin(angle), z))
    for side in range(sides):
        for k in range(steps):
            a = side * (steps + 1) + k
            faces.append((a, a + 1, a + steps + 2, a + steps + 1))
    return shapes.mesh("glaze", vertices, faces, glaze)


def border(ring, z, span, icing, size, count, cherries=False):
    """Piped rosettes in a ring, perhaps with a cherry on each."""
    share = (span[1] - span[0]) / (2 * math.pi)
    number = max(2, round(count * share))
    line = [(0, 0), (0.9, 0.0), (1.05, 0.25), (0.9, 0.6), (0.55, 0.95), (0.2, 1.3), (0, 1.42)]
    profile = [(r * size, u * size) for r, u in shapes.curve(line, 3)]
    parts = []
    for k in range(number):
        angle = span[0] + (span[1] - span[0]) * (k + 0.5) / number
        place = Matrix.Translation((ring * math.cos(angle), ring * math.sin(angle), z))
        drop = shapes.lathe(profile, icing, 36,
                            swell=lambda a, h: 1 + 0.16 * math.cos(6 * a + 2.2 * h / size))  # fmt: skip
        parts.append(shapes.moved(drop, place))
        if cherries:
            spot = Vector((ring * math.cos(angle), ring * math.sin(angle), z + size * 1.75))
            red = materials.plain("#a80f1c", 0.1, Specular=0.6)
            parts.append(shapes.ball(size * 0.82, spot, red, sides=24))
            bent = [spot + Vector((0, 0, size * 0.7)), spot + Vector((0.002, 0.001, size * 1.5))]
            bent.append(spot + Vector((0.007, 0.003, size * 2.2)))
            parts.append(shapes.sweep(shapes.curve(bent, 5), 0.0007, materials.plain("#5a4a1c", 0.6), 8))
    return parts


def dots(rng, radius, tall):
    """Sugar pearls in two rows round the side."""
    tones = [materials.plain(c, 0.25) for c in rng.choice([("#d8a83a", "#f2e8d0"), ("#c0506a", "#f4eee4")])]
    return [
        shapes.ball(0.0032, (radius * math.cos(a), radius * math.sin(a), tall * (0.45 + 0.2 * (k % 2))),
                    tones[k % 2], sides=12)  # fmt: skip
        for k, a in ((k, 2 * math.pi * k / 44) for k in range(44))
    ]


def candle(at, tone):
    """A twisted candle, burning."""
    x, y, z = at
    tall, wax, stripe = 0.056, materials.plain("#f2ece0", 0.4), materials.plain(tone, 0.35)
    turns = [(0.0035 * math.cos(0.5 * k), 0.0035 * math.sin(0.5 * k), tall * k / 60) for k in range(61)]
    coil = [(x + a, y + b, z + c) for a, b, c in turns]
    flame = shapes.lathe([(0, 0), (0.0026, 0.002), (0.0036, 0.006), (0.0024, 0.012), (0, 0.019)],
                         materials.glow("#ffae3c", 9), 20)  # fmt: skip
    return [
        shapes.rod((x, y, z - 0.004), (x, y, z + tall), 0.0038, wax, 16),
        shapes.sweep(coil, 0.0013, stripe, 8),
        shapes.rod((x, y, z + tall), (x, y, z + tall + 0.005), 0.0006, materials.plain("#1c1410", 0.9), 8),
        shapes.moved(flame, Matrix.Translation((x, y, z + tall + 0.002))),
    ]


def served(rng, parts, wide, variant, flat):
    """The cake on a plate or a footed stand."""
    china = materials.glazed(rng.choice(["#efece4", "#dfe6e6", "#e9d9c6", "#8fa8ac"]))
    foot = 0.0 if flat or variant % 3 == 0 else rng.uniform(0.05, 0.07)
    over = [(1, 0.008), (1.01, 0.0105), (0.99, 0.012), (0.9, 0.006), (0, 0.005)]
    if foot:
        under = [(0, 0.002), (0.5, 0.002), (0.52, -0.0), (0.46, 0.006), (0.2, 0.014), (0.12, 0.03)]
        line = [(r * wide, z) for r, z in under]
        line += [(0.11 * wide, foot * 0.7), (0.16 * wide, foot - 0.006), (0.6 * wide, foot)]
    else:
        line = [(0, 0.001), (0.6 * wide, 0.001), (0.62 * wide, 0), (0.68 * wide, 0.003)]
    plate = shapes.lathe(line + [(r * wide, foot + z) for r, z in over], china, 96)
    place = Matrix.Translation((0, 0, foot + 0.0052))
    return [shapes.moved(part, place) for part in parts] + [plate]
