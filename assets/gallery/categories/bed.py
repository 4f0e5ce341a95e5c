"""A bed: headboard, mattress, pillows and a duvet that hangs over the sides."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "floor", "paper", "floor", "floor"]
KINDS = ["wood", "padded", "iron", "wood"]
VIEW = View(turn=(24, 56), elevation=(12, 26), fill=(0.7, 0.84), lens=(28, 45), blur=0.5)
TIMBERS = [("#b98a58", "#7d5330"), ("#6b4226", "#3a2213"), ("#d9b98c", "#b48d5c")]
COVERS = ["#7f97a8", "#d8cdb8", "#a8503f", "#5f7a62", "#e8e4da", "#c9a15a", "#46566b"]


def bed(studio, rng):
    kind, long = studio.pick(KINDS), 2.02
    wide = rng.choice([0.96, 1.4, 1.6])
    white = materials.cloth(rng.choice(["#eeebe3", "#e6e8ea", "#efe6d6"]))
    cover = materials.cloth(studio.pick(COVERS))
    low, top = rng.uniform(0.28, 0.34), 0.56
    mattress = shapes.box((wide, long - 0.04, top - low), (0, 0, (top + low) / 2), white, 0.05)
    parts = [mattress, *{"wood": wooden, "padded": padded, "iron": iron}[kind](studio, rng, wide, long, low)]
    end, hang = long / 2 - 0.62, rng.uniform(0.18, 0.26)
    foot = kind != "padded"
    seed = rng.uniform(0, 99)
    parts.append(duvet(wide, -long / 2 + 0.03, end, top + 0.03, hang, 0 if foot else hang, seed, cover))
    parts.append(duvet(wide + 0.02, end - 0.16, end + 0.02, top + 0.05, hang, 0, seed + 7, white, 0.06))
    count = 1 if wide < 1.1 else 2
    for row, material in enumerate([white, cover] if rng.random() < 0.4 else [white]):
        for k in range(count):
            x = (k - (count - 1) / 2) * wide * 0.49
            size = (0.36 if count == 1 else wide * 0.235, 0.23 - 0.05 * row, 0.085)
            y = long / 2 - 0.27 - 0.2 * row
            place = Matrix.Translation((x, y, top + 0.13 + 0.03 * row)) @ Matrix.Rotation(
                rng.gauss(0, 0.05), 4, "Z"
            )
            place = place @ Matrix.Rotation(0.5 + 0.3 * row, 4, "X")
            parts += [shapes.moved(part, place) for part in pillow(size, material, seed + k + row)]
    return parts


def duvet(wide, start, end, top, hang, over, seed, material, puff=0.0):
    """A cover from y = start to end, hanging over the sides, and by `over` at the foot."""
    bend, half = 0.06, wide / 2 + 0.03

    def fall(reach, edge):
        """How far out and down a point lies that is `reach` along the cloth from the middle."""
        turn = (reach - edge + bend) / bend
        if turn <= 0:
            return reach, 0.0
        if turn < math.pi / 2:
            return edge - bend + bend * math.sin(turn), bend * (1 - math.cos(turn))
        return edge + 0.04 * (turn - math.pi / 2) * bend, bend + (turn - math.pi / 2) * bend

    total = half + hang
    middle = (start + end) / 2

    def place(u, v):
        x, down = fall(abs(u) * total, half)
        x = math.copysign(x, u)
        y = start - over + (end - start + over) * (v + 1) / 2
        back, low = fall(middle - y, middle - start) if over else (middle - y, 0.0)
        where = Vector((x * 2.4, y * 2.4, seed))
        rough = noise.fractal(where, 0.9, 2.1, 4)
        folds = noise.noise(Vector((x * 1.2, y * 7 + 2 * rough, seed + 3 + down)))
        hem = min(1.0, max(down, low) / 0.1)
        sway = hem * 0.02 * folds
        z = top - max(down, low) + 0.022 * rough * (1 - 0.7 * hem) + puff * (1 - v * v) * 0.6
        return (
            x + math.copysign(sway, u),
            middle - back - (sway if low > down else 0),
            z + 0.01 * folds * (1 - hem),
        )

    return shapes.sheet(110, place, material)


def pillow(size, material, seed):
    """A plump pillow with pinched corners."""
    parts = []
    for up in (-1, 1):

        def place(u, v, up=up):
            plump = max(0.0, (1 - u**4) * (1 - v**4)) ** 0.6
            crease = 0.12 * noise.fractal(Vector((u * 1.7, v * 1.7, seed + up)), 0.9, 2, 3) * plump
            x, y = u * (1 - 0.07 * (1 - v * v)), v * (1 - 0.09 * (1 - u * u))
            return size[0] * x, size[1] * y * up, size[2] * up * (plump + crease)

        parts.append(shapes.sheet(40, place, material))
    return parts


def wooden(studio, rng, wide, long, low):
    """Headboard and lower footboard of boards or slats between posts, and the side rails."""
    timber = materials.wood(*studio.pick(TIMBERS), 16, "x")
    upright = materials.wood(*studio.pick(TIMBERS), 16, "z")
    parts, half = rails(timber, wide, long, low), wide / 2 + 0.05
    slats = rng.random() < 0.5
    for y, high in ((long / 2 + 0.03, rng.uniform(1.0, 1.12)), (-long / 2 - 0.03, 0.66)):
        for side in (-1, 1):
            parts.append(shapes.box((0.07, 0.07, high), (side * half, y, high / 2), upright, 0.008))
            parts.append(shapes.ball(0.04, (side * half, y, high + 0.025), upright, sides=24))
        parts.append(shapes.box((2 * half, 0.05, 0.09), (0, y, high - 0.08), timber, 0.012))
        parts.append(shapes.box((2 * half, 0.04, 0.08), (0, y, low + 0.04), timber, 0.006))
        middle, tall = (high - 0.1 + low + 0.06) / 2, high - low - 0.14
        if slats:
            count = round(wide / 0.14)
            for k in range(1, count):
                x = -half + 2 * half * k / count
                parts.append(shapes.box((0.06, 0.022, tall), (x, y, middle), upright, 0.004))
        else:
            parts.append(shapes.box((2 * half, 0.022, tall), (0, y, middle), timber))
    return parts


def rails(stuff, wide, long, low):
    """The two side rails and the board below the mattress."""
    parts = [shapes.box((wide - 0.05, long - 0.02, 0.03), (0, 0, low), stuff)]
    for side in (-1, 1):
        parts.append(shapes.box((0.035, long, 0.16), (side * (wide / 2 + 0.03), 0, low - 0.02), stuff, 0.006))
    return parts


def padded(studio, rng, wide, long, low):
    """An upholstered headboard of channels and a padded base on short feet."""
    cloth = materials.cloth(rng.choice(["#8a8f94", "#b8a98f", "#4f5f58", "#7a4a52"]))
    high, count, wood = rng.uniform(1.05, 1.2), rng.choice([5, 7]), materials.plain("#2b1d14", 0.5)
    parts = [shapes.box((wide + 0.06, long, 0.26), (0, 0, low - 0.02), cloth, 0.03)]
    step = (wide + 0.12) / count
    for k in range(count):
        x = -(wide + 0.12) / 2 + step * (k + 0.5)
        parts.append(
            shapes.box((step - 0.002, 0.13, high - 0.12), (x, long / 2 + 0.06, high / 2 + 0.06), cloth, 0.035)
        )
    for x in (-wide / 2 + 0.1, wide / 2 - 0.1):
        for y in (-long / 2 + 0.1, long / 2 - 0.05):
            parts.append(shapes.rod((x, y, low - 0.13), (x, y, 0), 0.03, wood, tip=0.022))
    return parts


def iron(studio, rng, wide, long, low):
    """Iron or brass rods between posts with knobs, curved above the head."""
    metal = rng.choice(
        [materials.plain("#16171a", 0.35), materials.metal("#b8924a", 0.25), materials.plain("#e6e2d8", 0.35)]
    )
    brass = materials.metal("#c9a24a", 0.22)
    parts, half = rails(metal, wide, long, low), wide / 2 + 0.05
    for y, high, rise in ((long / 2 + 0.03, 1.0, 0.22), (-long / 2 - 0.03, 0.66, 0.12)):
        for side in (-1, 1):
            parts.append(shapes.rod((side * half, y, 0), (side * half, y, high), 0.02, metal))
            parts.append(shapes.ball(0.036, (side * half, y, high + 0.025), brass, sides=28))
        bow = [
            (half * math.cos(a), y, high - 0.06 + rise * math.sin(a))
            for a in (math.pi * k / 32 for k in range(33))
        ]
        parts.append(shapes.sweep(bow, 0.014, metal, 14))
        parts.append(shapes.rod((-half, y, low + 0.06), (half, y, low + 0.06), 0.012, metal))
        count = 7 if wide < 1.2 else 9
        for k in range(1, count):
            a = math.acos(1 - 2 * k / count)
            x, z = half * math.cos(a), high - 0.06 + rise * math.sin(a)
            parts.append(shapes.rod((x, y, low + 0.06), (x, y, z), 0.008, metal, 14))
            parts.append(shapes.ball(0.018, (x, y, (low + high) / 2 + 0.08), brass, sides=18))
    return parts
