"""A mailbox: a tunnel-shaped box with a hinged door and a red flag, on a wooden post."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "lawn", "meadow", "lawn", "snowfield"]
VIEW = View(turn=(-62, -18), elevation=(2, 16), fill=(0.66, 0.84), lens=(38, 75), blur=0.7)
TINS = ["#1f2224", "#c9ccce", "#8f2620", "#27506e", "#3c5a44", "#e0ded6", "#a9b0b4"]


def mailbox(studio, rng):
    wide, tall, long = rng.uniform(0.24, 0.28), rng.uniform(0.29, 0.33), rng.uniform(0.52, 0.6)
    base = rng.uniform(0.72, 0.86)
    tone = studio.pick(TINS)
    if tone in ("#c9ccce", "#a9b0b4"):
        tin = materials.mottled(["#8d9397", tone, "#b9bfc2"], 9, 0.35, Metallic=0.75)
    else:
        tin = materials.plain(tone, 0.3, Clearcoat=0.4)
    timber = [("#8a6a48", "#5a3f28"), ("#a59a8a", "#6d6255"), ("#b98c58", "#7d5632")][studio.variant % 3]
    grain, red = materials.wood(*timber, 15, along="z", roughness=0.8), materials.plain("#b3241c", 0.35)
    steel = materials.metal("#b8babc", 0.3)
    parts = [tunnel(wide, tall, 0, long, base, tin)]
    for y in (0.03, long * 0.5, long - 0.02):
        parts.append(rib(wide, tall, y, base, tin))
    gape = studio.pick([0, 0, 0, 62, 0, 0, 0, 0])
    parts += door(wide, tall, base, tin, steel, gape)
    if gape:
        parts += letters(wide, long, base, rng)
    parts += flag(wide, base, long, tall, red, steel, studio.pick([True, True, False, True, True]))
    kind = studio.pick(["arm", "post", "braced", "post"])
    parts += stand(kind, wide, long, base, timber, grain)
    place = Matrix.Translation((0, -long * (0.64 if kind == "arm" else 0.52), 0))
    return [shapes.moved(part, place) for part in parts]


def arch(wide, tall, steps=20):
    """The outline of the box's front: straight sides under a round top."""
    r = wide / 2
    angles = [math.pi * k / steps for k in range(steps + 1)]
    top = [(r * math.cos(a), tall - r + r * math.sin(a)) for a in angles]
    return [(r, 0.0), *top, (-r, 0.0)]


def tunnel(wide, tall, front, back, base, tin):
    """The box's shell, closed behind and open in front."""
    outer, inner = arch(wide, tall), [(x * 0.97, 0.004 + z * 0.975) for x, z in arch(wide, tall)]
    count = len(outer)
    vertices = [(x, front, base + z) for x, z in outer] + [(x, back, base + z) for x, z in outer]
    vertices += [(x, front, base + z) for x, z in inner] + [(x, back - 0.01, base + z) for x, z in inner]
    faces = []
    for k in range(count):
        j = (k + 1) % count
        faces += [(k, j, j + count, k + count), (2 * count + k, 2 * count + j, 3 * count + j, 3 * count + k)]
        faces.append((k, j, 2 * count + j, 2 * count + k))
    faces += [tuple(range(count, 2 * count)), tuple(range(3 * count, 4 * count))]
    part = shapes.mesh("tunnel", vertices, faces, tin)
    part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(40)
    return part


def rib(wide, tall, y, base, tin):
    """A bead pressed into the sheet round the box."""
    line = [(x * 1.005, y, base + z) for x, z in arch(wide, tall)]
    return shapes.sweep(line, 0.0055, tin, 8)


def door(wide, tall, base, tin, steel, gape):
    """The door in front with its rim, handle and number plate, opened by `gape` degrees."""
    made = [shapes.slab(arch(wide * 1.03, tall * 1.015), 0.012, tin, 0.004)]
    inner = [(x * 0.78, 0.04 + z * 0.8) for x, z in arch(wide, tall)]
    made.append(shapes.sweep([(x, -0.006, z) for x, z in inner], 0.005, tin, 8, closed=True))
    knob = [(-0.03, -0.004, tall - 0.035), (-0.03, -0.045, tall - 0.02), (0.03, -0.045, tall - 0.02)]
    made.append(shapes.sweep([*knob, (0.03, -0.004, tall - 0.035)], 0.007, steel, 10))
    number = materials.plain("#e6e2d6", 0.5)
    made.append(shapes.box((wide * 0.5, 0.004, 0.045), (0, -0.009, tall * 0.42), number, 0.002))
    for x in (-0.3 * wide, 0.3 * wide):
        made.append(shapes.rod((x - 0.02, -0.006, 0.004), (x + 0.02, -0.006, 0.004), 0.008, steel, 12))
    swing = Matrix.Translation((0, -0.006, base)) @ Matrix.Rotation(math.radians(gape), 4, "X")
    return [shapes.moved(part, swing) for part in made]


def letters(wide, long, base, rng):
    """Envelopes looking out of the open door."""
    made = []
    for k, tone in enumerate(("#efeadd", "#d9c9a4", "#e8e6e0")):
        paper = materials.plain(tone, 0.8)
        at = (rng.uniform(-0.015, 0.015), rng.uniform(0.03, 0.1), base + 0.03 + 0.011 * k)
        made.append(shapes.box((wide * 0.72, 0.22, 0.006), at, paper, 0.002, rng.gauss(0, 0.1)))
    return made


def flag(wide, base, long, tall, red, steel, raised):
    """The red flag on its pivot, on the right side as the carrier sees it."""
    x, y, z = wide / 2 + 0.012, 0.14, base + tall * 0.42
    arm, reach = 0.24, 0.028
    half = reach / 2
    outline = [(-half, -0.02), (half, -0.02), (half, arm - 0.075), (0.085, arm - 0.075), (0.085, arm)]
    outline.append((-half, arm))
    turn = Matrix.Translation((x, y, z)) @ Matrix.Rotation(math.pi / 2, 4, "Z")
    if not raised:
        turn = turn @ Matrix.Rotation(math.pi / 2, 4, "Y")
    pivot = shapes.rod((x - 0.014, y, z), (x + 0.012, y, z), 0.014, steel, 16)
    return [shapes.slab(outline, 0.006, red, 0.002, place=turn), pivot]


def stand(kind, wide, long, base, timber, grain):
    """The post, perhaps with an arm or a brace, and the board under the box."""
    along = materials.wood(*timber, 15, along="y", roughness=0.8)
    at = {"arm": long + 0.12, "post": long * 0.55, "braced": long * 0.85}[kind]
    front = 0.06
    made = [shapes.box((wide * 0.82, long - 0.06, 0.022), (0, long / 2, base - 0.011), along, 0.004)]
    if kind == "post":
        made.append(shapes.box((0.095, 0.095, base - 0.02), (0, at, (base - 0.02) / 2), grain, 0.008))
        made.append(shapes.box((wide * 0.6, 0.19, 0.04), (0, at, base - 0.04), along, 0.006))
        return made
    beam = at - front + 0.12
    made.append(shapes.box((0.09, beam, 0.09), (0, front + beam / 2, base - 0.067), along, 0.008))
    rise = base + (0.42 if kind == "arm" else -0.02)
    made.append(shapes.box((0.1, 0.1, rise), (0, at, rise / 2), grain, 0.008))
    if kind == "arm":
        cap = [(0.0705, rise), (0.078, rise + 0.012), (0.0, rise + 0.06)]
        roof = shapes.lathe(cap, grain, 4, smooth=False)
        made.append(shapes.moved(roof, Matrix.Translation((0, at, 0)) @ Matrix.Rotation(math.pi / 4, 4, "Z")))
    brace = shapes.box((0.07, 0.07, 0.46), (0, 0, 0), grain, 0.006)
    lean = Matrix.Translation((0, at - 0.16, base - 0.25)) @ Matrix.Rotation(0.8, 4, "X")
    made.append(shapes.moved(brace, lean))
    return made
