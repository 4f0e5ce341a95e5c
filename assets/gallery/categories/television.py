"""A television: a flat screen on its foot, or an old tube set with knobs and an aerial."""

import math

from mathutils import Matrix, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "paper", "floor", "shelf", "wooden_table", "paper"]
KINDS = ["flat", "tube", "console", "flat", "tube", "flat"]
VIEW = View(turn=(-32, 32), elevation=(5, 16), fill=(0.62, 0.8), blur=0.7)
PICTURES = ["mountains", "football", "off", "beach", "mountains", "test card", "football"]
PLASTICS = ["#c9602a", "#d9d2c2", "#2f3f45", "#a8302a", "#3a3733"]
VENEERS = [("#8a5630", "#4f2d17"), ("#b07a45", "#6f4524"), ("#5a3520", "#2f1a0f")]


def television(studio, rng):
    kind, show = studio.pick(KINDS), studio.pick(PICTURES)
    if kind == "flat":
        parts = flat(rng, show)
        if studio.pick(SETTINGS) == "floor":
            high = rng.uniform(0.42, 0.5)
            parts = [shapes.moved(part, Matrix.Translation((0, 0, high))) for part in parts]
            parts += lowboard(materials.wood(*studio.pick(VENEERS), 14), high)
        return parts
    if kind == "console" or studio.variant % 4 == 1:
        cabinet = materials.wood(*studio.pick(VENEERS), 18, roughness=0.3)
    else:
        cabinet = materials.plain(studio.pick(PLASTICS), 0.35)
    return tube(rng, cabinet, "mountains" if show == "test card" and kind == "console" else show, kind)


def flat(rng, show):
    """A flat screen with a thin frame on a foot or two feet."""
    wide = rng.uniform(0.78, 1.05)
    tall, lift = wide * 0.575, rng.uniform(0.06, 0.09)
    middle = lift + tall / 2
    dark = materials.plain(rng.choice(["#101113", "#17181a", "#2a2b2d"]), 0.3)
    steel = materials.metal(rng.choice(["#8f9194", "#2c2d30", "#c2c4c6"]), 0.3)
    parts = [
        shapes.slab(rounded(wide, tall, 0.012, middle), 0.03, dark, 0.004),
        shapes.box((wide * 0.6, 0.05, tall * 0.55), (0, 0.035, middle - tall * 0.1), dark, 0.02),
        shapes.box((0.05, 0.004, 0.006), (0, -0.0155, lift + 0.011), steel, 0.001),
    ]
    half, high = wide / 2 - 0.014, tall / 2 - 0.018
    parts.append(screen(lambda u, v: (half * u, -0.0165, middle + 0.007 + high * v), show, "#040506"))
    if rng.random() < 0.5:
        parts.append(shapes.box((0.07, 0.03, lift + 0.1), (0, 0.03, (lift + 0.1) / 2), steel, 0.006))
        parts.append(shapes.slab(rounded(wide * 0.42, 0.24, 0.1), 0.014, steel, 0.004, lying(0.007)))
    else:
        for x in (-0.33 * wide, 0.33 * wide):
            for y in (-0.11, 0.11):
                parts.append(shapes.rod((x, 0.005, lift + 0.01), (x + 0.12 * x, y, 0.008), 0.009, steel))
    return parts


def tube(rng, cabinet, show, kind):
    """A wooden or plastic cabinet with a bulging screen, knobs and loudspeaker slots."""
    wide, tall, deep = rng.uniform(0.56, 0.66), rng.uniform(0.42, 0.47), rng.uniform(0.32, 0.38)
    lift = 0.22 if kind == "console" else 0.02
    middle, front = lift + tall / 2, -deep / 2
    corner = rng.choice([0.02, 0.045, 0.07])
    dark, brass = materials.plain("#1b1a19", 0.4), materials.metal("#c8b98a", 0.25)
    face = materials.plain(rng.choice(["#2a2826", "#d8d0bd", "#8f8672"]), 0.5)
    parts = [
        shapes.slab(rounded(wide, tall, corner, middle), deep, cabinet, 0.012),
        shapes.box((wide * 0.6, 0.12, tall * 0.6), (0, deep / 2 + 0.03, middle), dark, 0.04),
        shapes.slab(
            rounded(wide - 0.05, tall - 0.05, max(0.008, corner - 0.02), middle),
            0.01,
            face,
            0.003,
            Matrix.Translation((0, front - 0.001, 0)),
        ),
    ]
    half, high = wide * 0.325, tall * 0.375
    left = -wide / 2 + 0.045 + half
    for grow, out, material in ((1.1, 0.012, brass), (1.075, 0.016, dark)):
        edge = [(math.cos(a), math.sin(a)) for a in (math.tau * k / 72 for k in range(72))]
        square = [(c / max(abs(c), abs(s)), s / max(abs(c), abs(s))) for c, s in edge]
        outline = [
            (left + half * grow * u, middle + high * grow * v) for u, v in (pillow(*p) for p in square)
        ]
        place = Matrix.Translation((0, front - out / 2, 0))
        parts.append(shapes.slab(outline, out, material, 0.003, place))

    def bulge(u, v):
        across, up = pillow(u, v)
        return left + half * across, front - 0.0165 - 0.02 * (1 - u * u) * (1 - v * v), middle + high * up

    parts.append(screen(bulge, show, "#20261f"))
    right = (left + half * 1.1 + wide / 2 - 0.025) / 2
    turner = [(0, 0.03), (0.019, 0.029), (0.021, 0.026), (0.023, 0.008), (0.03, 0.006), (0.031, 0), (0, 0)]
    for z in (0.3, 0.14):
        knob = shapes.lathe(turner, [dark, brass], 40, pick=lambda ring, side: int(ring in (0, 1, 4)))
        at = Matrix.Translation((right, front - 0.005, middle + z * tall))
        parts.append(shapes.moved(knob, at @ Matrix.Rotation(math.pi / 2, 4, "X")))
        parts.append(
            shapes.box((0.005, 0.008, 0.036), (right, front - 0.037, middle + z * tall), brass, 0.001)
        )
    for k in range(9):
        z = middle - tall * (0.02 + 0.042 * k)
        parts.append(shapes.box((wide * 0.13, 0.006, 0.006), (right, front - 0.006, z), dark, 0.001))
    if kind == "console":
        for x, y in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            top = (x * (wide / 2 - 0.07), y * (deep / 2 - 0.06), lift + 0.01)
            foot = (x * (wide / 2 - 0.015), y * (deep / 2 - 0.01), 0)
            parts.append(shapes.rod(top, foot, 0.017, cabinet, tip=0.009))
    else:
        for x in (-wide * 0.36, wide * 0.36):
            parts.append(shapes.box((0.05, deep * 0.8, 0.022), (x, 0, 0.011), dark, 0.004))
    return parts + aerial(rng, lift + tall, dark)


def aerial(rng, z, dark):
    """Two telescopic rods in a V on a small foot."""
    chrome = materials.metal("#d2d3d4", 0.12)
    dome = [(0.05 * math.cos(a), 0.032 * math.sin(a)) for a in (math.pi / 2 * k / 8 for k in range(9))]
    parts = [shapes.moved(shapes.lathe(dome, dark, 32), Matrix.Translation((0, 0.03, z - 0.001)))]
    for side in (-1, 1):
        lean, reach = side * rng.uniform(0.45, 0.75), rng.uniform(0.3, 0.38)
        tip = (reach * math.sin(lean), 0.05, z + 0.02 + reach * math.cos(lean))
        half = (tip[0] / 2, 0.04, z + 0.02 + reach * math.cos(lean) / 2)
        parts.append(shapes.rod((0, 0.03, z + 0.02), half, 0.0055, chrome, 12))
        parts.append(shapes.rod(half, tip, 0.0035, chrome, 12))
        parts.append(shapes.ball(0.008, tip, chrome, sides=16))
    return parts


def lowboard(timber, high):
    """The low cupboard under a flat screen."""
    dark = materials.plain("#2a211b", 0.5)
    parts = [shapes.box((1.7, 0.42, high - 0.1), (0, 0.02, high / 2 + 0.05), timber, 0.006)]
    for k in (-1, 0, 1):
        parts.append(
            shapes.box((0.54, 0.02, high - 0.14), (k * 0.55, -0.195, high / 2 + 0.05), timber, 0.004)
        )
        parts.append(shapes.ball(0.014, (k * 0.55 + 0.2, -0.22, high / 2 + 0.08), dark, sides=16))
    for x in (-0.75, 0.75):
        for y in (-0.13, 0.17):
            parts.append(shapes.rod((x, y, 0.11), (x * 1.04, y, 0), 0.02, dark, tip=0.012))
    for part in parts:
        part["apart"] = True
    return parts


def screen(place, show, dark):
    """The screen: a grid of small faces, each in the picture's colour there."""
    steps = 4 if show == "off" else 110
    part = shapes.sheet(max(steps, 24), place, materials.plain(dark, 0.08))
    if show == "off":
        return part
    marks = {}
    part.data.materials.clear()
    for index, polygon in enumerate(part.data.polygons):
        u, v = (2 * (k + 0.5) / steps - 1 for k in (index % steps, index // steps))
        colour = picture(show, u, v)
        if colour not in marks:
            marks[colour] = len(marks)
            part.data.materials.append(
                materials.plain("#050505", 0.12, Emission=colour, Emission_Strength=1.0)
            )
        polygon.material_index = marks[colour]
    return part


def picture(show, u, v):
    """The colour of a picture at u, v in -1..1."""
    if show == "test card":
        bars = ["#d0d0d0", "#c0b830", "#30b0b0", "#30a840", "#a83aa0", "#b03020", "#2a389a"]
        if v > -0.35:
            return bars[int((u + 1) / 2 * 6.999)]
        return "#101010" if v > -0.6 else ["#1c3a6a", "#e8e8e8", "#4a2a6a", "#181818"][int((u + 1) * 1.999)]
    if show == "football":
        if v > 0.45:
            return "#5a4a52" if math.sin(97 * u + 3) * math.sin(61 * v) > 0 else "#8a7a70"
        if v > 0.38:
            return "#d8d8e0"
        for x, z, shirt in ((-0.5, 0.0, "#d82a20"), (0.1, -0.3, "#f0f0f0"), (0.55, 0.05, "#d82a20")):
            if abs(u - x) < 0.045 and -0.06 < v - z < 0.13:
                return shirt
            if math.hypot(u - x, (v - z - 0.18) * 0.6) < 0.035:
                return "#c89070"
            if 0.012 < abs(u - x) < 0.045 and -0.25 < v - z <= -0.06:
                return "#20242c"
        if math.hypot(u - 0.28, (v + 0.5) * 0.6) < 0.028 or abs(u + 0.1 - 0.2 * v) < 0.012:
            return "#ffffff"
        stripe = 0.6 * (int((u * 4 + 0.6 * v) + 20) % 2)
        return shade("#2c6a26", "#4f9440", 0.2 + stripe + 0.4 * noise.noise((20 * u, 20 * v, 0)))
    wave = noise.noise((7 * u, 12 * v, 0))
    if show == "beach":
        shore = -0.5 + 0.1 * math.sin(2.2 * u)
        if v < shore + 0.05:
            return shade("#b8935c", "#e3c898", 0.5 + 0.6 * wave) if v < shore else "#e6e4da"
        if v < 0.1:
            swell = math.sin(50 * (0.3 - v) ** 0.6 * 4 + 4 * wave)
            return shade("#124f68", "#7fb4c0", 0.35 + 0.3 * swell)
        if math.hypot(u - 0.45, (v - 0.42) * 0.6) < 0.1:
            return "#fff0c0"
        return shade("#efb27c", "#6a6f9a", v + 0.5 * noise.noise((2 * u, 6 * v, 5)))
    ridge = 0.1 + 0.35 * (1 - abs(((u * 1.3 + 0.4) % 1.2) - 0.6) / 0.6) + 0.25 * noise.noise((5 * u, 3, 1))
    if v < -0.45 + 0.1 * noise.noise((2 * u, 9, 1)):
        return shade("#35551f", "#7f9a45", 0.5 + wave)
    if v < -0.1 + 0.2 * noise.noise((3 * u, 1, 1)) + 0.08 * noise.noise((30 * u, 1, 1)):
        return shade("#16301c", "#2c4f2e", 0.5 + wave)
    if v < ridge:
        rock = noise.noise((9 * u + 5 * v, 6 * v - 4 * u, 4))
        snow = v > ridge - 0.22 + 0.25 * rock
        return shade("#a9b8cc", "#f2f5f8", 0.6 + rock) if snow else shade("#3d4656", "#75808f", 0.5 + rock)
    return shade("#cfe2ee", "#3f7fc0", v + 0.6 * noise.noise((2 * u, 5 * v, 7)))


def shade(one, other, share):
    """A colour between two, in a dozen steps."""
    share = round(12 * min(1, max(0, share))) / 12
    return tuple(a + (b - a) * share for a, b in zip(materials.linear(one), materials.linear(other)))


def pillow(u, v):
    """A square's point moved so that the square becomes a tube's rounded screen."""
    return u * math.sqrt(1 - 0.2 * v * v), v * math.sqrt(1 - 0.2 * u * u)


def lying(z):
    """Lays a slab flat at height z."""
    return Matrix.Translation((0, 0, z)) @ Matrix.Rotation(-math.pi / 2, 4, "X")


def rounded(wide, tall, corner, middle=0.0):
    """The outline of a rectangle with round corners about (0, middle)."""
    points = []
    for x, z, start in ((1, 1, 0), (-1, 1, 1), (-1, -1, 2), (1, -1, 3)):
        for k in range(9):
            a = math.pi / 2 * (start + k / 8)
            points.append(
                (
                    x * (wide / 2 - corner) + corner * math.cos(a),
                    middle + z * (tall / 2 - corner) + corner * math.sin(a),
                )
            )
    return points
