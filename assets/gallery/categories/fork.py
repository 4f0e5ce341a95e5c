"""A fork: a curved head with three or four tines on a long handle, of one piece or with a grip."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "table_cloth", "kitchen", "garden_table"]
VIEW = View(turn=(-65, 65), elevation=(42, 66), fill=(0.78, 0.9))
STYLES = ["plain", "grip", "waisted", "plain", "grip", "waisted", "plain"]
METALS = [("#c9c9cb", 0.2), ("#d0c8b4", 0.28), ("#bfc2c6", 0.14), ("#c9a04c", 0.22)]
GRIPS = [("#a06a38", "#5e381c"), ("#d8c8a8", "#b89c70"), ("#5a3420", "#2f1a0f")]
UNDERLAYS = ["napkin", "none", "board"]
NAPKINS = ["#d8d0c0", "#8f3a34", "#3f5a6c", "#b8a45c"]


def fork(studio, rng):
    long_, tines = rng.uniform(0.185, 0.205), 3 if studio.variant % 4 == 0 else 4
    style = studio.pick(STYLES)
    metal = materials.metal(*studio.pick(METALS))
    handle = {
        "plain": [(0, 0.004), (0.012, 0.0145), (0.045, 0.0205), (0.16, 0.0185), (0.42, 0.0095)],
        "waisted": [(0, 0.003), (0.01, 0.0115), (0.035, 0.019), (0.07, 0.0225), (0.16, 0.014)],
        "grip": [(0, 0.004), (0.02, 0.008), (0.1, 0.0085), (0.3, 0.0085), (0.42, 0.008)],
    }[style]
    handle += [(0.42, 0.0085)] if style == "waisted" else []
    broad = 0.0275 if tines == 4 else 0.0235
    head = [(0.58, 0.0068), (0.66, 0.0078), (0.705, 0.0135), (0.745, broad * 0.86), (0.79, broad)]
    outline = shapes.curve(handle + head + [(0.87, broad), (1, broad * 0.93)], 10)
    side = [(0, 0.0022), (0.2, 0.0045), (0.5, 0.0115), (0.66, 0.0135), (0.77, 0.0055), (0.85, 0.003)]
    profile = shapes.curve(side + [(1, 0.0135)], 12)

    def height(t):
        a, b = next(((a, b) for a, b in zip(profile, profile[1:]) if a.x <= t <= b.x), profile[-2:])
        return a.y + (b.y - a.y) * min(1.0, (t - a.x) / (b.x - a.x))

    parts = [blade(outline, height, long_, tines, metal)]
    if style == "grip":
        wood = rng.random() < 0.6
        stuff = materials.wood(*studio.pick(GRIPS), 90, along="y") if wood else materials.plain(
            rng.choice(["#1c1c1e", "#ece6d8", "#7d2a26", "#2f4a5c"]), 0.3)  # fmt: skip
        parts += grip(height, long_, stuff, metal, wood)
    under, low = underlay(rng, studio.pick(UNDERLAYS), studio.pick(NAPKINS))
    return [shapes.moved(part, Matrix.Translation((0, -long_ / 2, low))) for part in parts] + under


def blade(outline, height, long_, tines, metal):
    """The metal in one sheet from the handle's end to the tips, given thickness and soft edges."""
    root, tip = 0.79, 1.0
    gap_share = 0.42
    marks = sorted({p.x for p in outline} | {root + 0.024 * k / 8 for k in range(9)}
                   | {tip - 0.03 * (k / 8) ** 2 for k in range(9)})  # fmt: skip
    widths = []
    for t in marks:
        a, b = next(((a, b) for a, b in zip(outline, outline[1:]) if a.x <= t <= b.x), outline[-2:])
        widths.append(a.y + (b.y - a.y) * min(1.0, (t - a.x) / (b.x - a.x)))
    vertices, faces, columns = [], [], 2 * tines
    for t, wide in zip(marks, widths):
        pitch = wide / (tines - (0.0 if t < root else gap_share))
        gap = pitch * 0.02
        if t >= root:
            open_ = min(1.0, (t - root) / 0.022)
            gap = pitch * max(0.02, gap_share * math.sqrt(1 - (1 - open_) ** 2))
        half = (wide - (tines - 1) * gap) / tines / 2
        end = max(0.0, (t - tip + 0.03) / 0.03)
        cap = math.sqrt(max(0.06, 1 - end**3)) * (1 - 0.15 * max(0.0, (t - root) / (tip - root)))
        for k in range(tines):
            middle = -wide / 2 + half + k * (2 * half + gap)
            for x in (middle - half * cap, middle + half * cap):
                cup = 0.0022 * min(1.0, max(0.0, (t - 0.72) / 0.06)) * (2 * x / 0.027) ** 2
                vertices.append((x, t * long_, height(t) + cup))
    for i, t in enumerate(marks[:-1]):
        for k in range(columns - 1):
            if k % 2 == 0 or t < root:
                a = i * columns + k
                faces.append((a, a + 1, a + columns + 1, a + columns))
    part = shapes.mesh("fork", vertices, faces, metal)
    thicken = part.modifiers.new("thick", "SOLIDIFY")
    thicken.thickness, thicken.offset = 0.0023, 0.0
    return shapes.bevel(part, 0.0006, 2)


def grip(height, long_, stuff, metal, riveted):
    """A rounded grip about the handle with two rivets or a collar."""
    line = [(0.0, 0.25), (0.006, 0.7), (0.02, 0.95), (0.08, 1.08), (0.25, 0.98), (0.4, 0.82)]
    line += [(0.455, 0.8), (0.46, 0.6)]
    vertices, faces, sides = [], [], 32
    path = shapes.curve(line, 6)
    for t, r in path:
        for k in range(sides):
            a = 2 * math.pi * k / sides
            c, s = math.cos(a), math.sin(a)
            x, rise = (r * math.copysign(abs(w) ** 0.75, w) for w in (c, s))
            vertices.append((0.0092 * x, t * long_, height(max(0.0, t)) + 0.0012 + 0.0048 * rise))
    for i in range(len(path) - 1):
        for k in range(sides):
            a, b = i * sides + k, i * sides + (k + 1) % sides
            faces.append((a, b, b + sides, a + sides))
    faces += [tuple(range(sides)), tuple((len(path) - 1) * sides + k for k in range(sides))]
    parts = [shapes.mesh("grip", vertices, faces, stuff)]
    for t in (0.1, 0.36) if riveted else ():
        at = Vector((0, t * long_, height(t) + 0.0052))
        parts.append(shapes.ball(0.0028, at, metal, (1, 1, 0.4), 20))
    if not riveted:
        a, b = (Vector((0, t * long_, height(t) + 0.001)) for t in (0.452, 0.478))
        parts.append(shapes.rod(a, b, 0.0056, metal, 28))
    return parts


def underlay(rng, kind, tone):
    """What the fork lies on, and how high that is."""
    if kind == "napkin":
        stuff, turn = materials.cloth(tone), rng.uniform(-0.25, 0.25)
        layers = [
            shapes.box((0.125, 0.225, 0.0034), (0, 0, 0.0017), stuff, 0.0016, turn),
            shapes.box((0.121, 0.221, 0.0034), (0.001, 0.001, 0.005), stuff, 0.0016, turn + 0.012),
        ]
        low = 0.0068
    elif kind == "board":
        timber = materials.wood("#9a6a3e", "#5f3c20", 22, along="y")
        turn = rng.uniform(-0.3, 0.3)
        layers, low = [shapes.box((0.15, 0.25, 0.014), (0, 0, 0.007), timber, 0.005, turn)], 0.014
    else:
        layers, low = [], 0.0
    for part in layers:
        part["apart"] = True
    return layers, low
