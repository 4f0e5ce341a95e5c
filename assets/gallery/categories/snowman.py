"""A snowman: three balls of snow, coal, a carrot, twigs, a hat and a scarf."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["snowfield"]
VIEW = View(turn=(-28, 28), elevation=(2, 12), fill=(0.6, 0.8), lens=(30, 60), blur=0.7)
SCARVES = ["#b3262a", "#2f5a8f", "#3f7a4a", "#d8a02a", "#7a3a7d", "#c8502f"]


def snowman(studio, rng):
    snow = materials.mottled(["#dfe6f0", "#ffffff"], 9, 0.6, 0.9, 0.02)
    coal = materials.plain("#0d0d0e", 0.6)
    big, mid, head = rng.uniform(0.36, 0.42), rng.uniform(0.26, 0.3), rng.uniform(0.18, 0.21)
    z_mid, parts = big * 1.55 + mid * 0.62, []
    z_head = z_mid + mid * 0.78 + head * 0.7
    for r, z in ((big, big * 0.82), (mid, z_mid), (head, z_head)):
        parts.append(
            shapes.roughened(shapes.ball(r, (0, 0, z), snow, sides=72), r * 0.05, r * 0.6, rng.random() + r)
        )

    def on(r, z, across, up):
        """A place on the front of a ball: angles in radians to the right and up."""
        out = Vector((math.sin(across) * math.cos(up), -math.cos(across) * math.cos(up), math.sin(up)))
        return Vector((0, 0, z)) + out * r, out

    for side in (-1, 1):
        at, _ = on(head, z_head, side * 0.36, 0.3)
        parts.append(shapes.roughened(shapes.ball(0.024, at, coal, sides=16), 0.006, 0.02, side))
    for k in range(-2, 3):
        at, _ = on(head, z_head, k * 0.22, -0.42 + 0.06 * k * k)
        parts.append(shapes.ball(0.014, at, coal, sides=12))
    for k in range(3):
        at, _ = on(mid, z_mid, 0, 0.45 - 0.42 * k)
        parts.append(shapes.roughened(shapes.ball(0.022, at, coal, sides=16), 0.006, 0.02, k))
    nose, out = on(head * 0.9, z_head, 0, 0.02)
    carrot = materials.mottled(["#d8641a", "#ee8a2c"], 60, 0.6, 0.6, 0.004, stretch=(1, 0.2, 1))
    parts.append(
        shapes.sweep(
            [nose, nose + out * 0.1, nose + out * 0.22 + Vector((0.01, 0, -0.015))],
            lambda t: 0.034 * (1 - t) + 0.004,
            carrot,
        )
    )
    twig = materials.mottled(["#2c1c10", "#5a3d22"], 40, 0.9, 0.8, 0.004)
    for side in (-1, 1):
        start = Vector((side * mid * 0.9, 0, z_mid + 0.06))
        end = start + Vector((side * rng.uniform(0.32, 0.42), -0.06, rng.uniform(0.08, 0.3)))
        bend = (start + end) / 2 + Vector((0, 0, rng.uniform(-0.05, 0.05)))
        parts.append(shapes.sweep(shapes.curve([start, bend, end], 6), lambda t: 0.016 - 0.007 * t, twig))
        for k in (-1, 1):
            tip = end + Vector((side * 0.08, 0, 0.08 * k + 0.03))
            parts.append(shapes.sweep([bend.lerp(end, 0.7), tip], lambda t: 0.008 - 0.004 * t, twig))
    parts += scarf(studio, rng, z_mid + mid * 0.84, head)
    parts += hat(studio, rng, z_head + head * 0.72, head)
    return parts


def scarf(studio, rng, z, head):
    """A scarf round the neck, one end hanging in front."""
    wool = materials.cloth(studio.pick(SCARVES))
    r = head * 0.98
    ring = [
        (r * math.cos(a), r * math.sin(a), z + 0.012 * math.sin(3 * a))
        for a in (math.pi * 2 * k / 40 for k in range(40))
    ]
    end = [
        (0.08, -r * 0.95, z),
        (0.1, -r * 1.25, z - 0.05),
        (0.12, -r * 1.42, z - 0.16),
        (0.115, -r * 1.45, z - 0.28),
    ]
    return [
        shapes.sweep(ring, 0.042, wool, 14, closed=True),
        shapes.sweep(shapes.curve(end, 5), 0.042, wool, 14, flat=0.5),
    ]


def hat(studio, rng, z, head):
    """A top hat, a bucket, or a woollen cap with a bobble."""
    kind = studio.pick(["top hat", "cap", "top hat", "bucket", "cap", "top hat"])
    if kind == "cap":
        wool = materials.cloth(studio.pick(SCARVES[2:] + SCARVES[:2]))
        line = [
            (head * 1.0, -0.05),
            (head * 1.06, -0.02),
            (head * 1.0, 0.05),
            (head * 0.7, 0.14),
            (head * 0.2, 0.19),
            (0, 0.19),
        ]
        dome = shapes.lathe(
            [(r, z + h) for r, h in shapes.curve(line, 5)],
            wool,
            64,
            swell=lambda a, h: 1 + 0.015 * math.cos(30 * a),
        )
        bobble = shapes.roughened(
            shapes.ball(0.055, (0, 0, z + 0.22), materials.cloth("#efe9dc")), 0.015, 0.02
        )
        made = [dome, bobble]
    elif kind == "bucket":
        tin = materials.metal("#8f9aa0", 0.4)
        line = [
            (head * 0.98, -0.02),
            (head * 1.02, -0.01),
            (head * 0.98, 0.0),
            (head * 0.72, 0.24),
            (0, 0.24),
        ]
        made = [shapes.lathe([(r, z + h) for r, h in line], tin, 56)]
    else:
        felt = materials.plain("#17171a", 0.7)
        brim = [
            (0, -0.01),
            (head * 1.4, -0.01),
            (head * 1.42, 0),
            (head * 1.4, 0.01),
            (head * 0.8, 0.012),
            (head * 0.76, 0.2),
            (head * 0.84, 0.24),
            (head * 0.8, 0.25),
            (0, 0.25),
        ]
        band = [(head * 0.81, 0.014), (head * 0.815, 0.02), (head * 0.8, 0.06), (head * 0.78, 0.062)]
        made = [
            shapes.bevel(shapes.lathe([(r, z + h) for r, h in brim], felt, 64), 0.005),
            shapes.lathe([(r, z + h) for r, h in band], materials.plain(studio.pick(SCARVES), 0.7), 64),
        ]
    tilt = (
        Matrix.Translation((0, 0, z))
        @ Matrix.Rotation(rng.uniform(-0.18, 0.18), 4, "Y")
        @ Matrix.Translation((0, 0, -z))
    )
    return [shapes.moved(part, tilt) for part in made]
