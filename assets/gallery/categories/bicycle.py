"""A bicycle: a frame of tubes, spoked wheels with tyres, saddle, handlebar, crank and chain."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "street", "lawn", "road", "paper"]
VIEW = View(turn=(56, 116), elevation=(3, 16), fill=(0.7, 0.86), lens=(38, 75), blur=0.5)
PAINTS = ["#a8281f", "#20507e", "#1f6a5a", "#20242a", "#d8a52c", "#8fb0a8", "#e4e0d4"]
LEATHERS = ["#1d1d1f", "#6a3c22", "#2a2422"]


def bicycle(studio, rng):
    style = studio.pick(["touring", "racing", "step-through", "touring"])
    radius = 0.345
    front, rear, crank = Vector((0, -0.6, radius)), Vector((0, 0.45, radius)), Vector((0, 0.02, 0.285))
    seat, head = Vector((0, 0.22, 0.78)), Vector((0, -0.4, 0.82))
    low_head = Vector((0, -0.445, 0.68))
    paint = materials.plain(studio.pick(PAINTS), 0.25, Clearcoat=0.6)
    alloy, black = materials.metal("#c4c6c8", 0.25), materials.plain("#17181a", 0.55)
    leather = materials.mottled([studio.pick(LEATHERS), "#2b2018"], 40, 0.5)
    tan = materials.plain(studio.pick(["#17181a", "#17181a", "#a8845a", "#d8d0bc"]), 0.7)
    post, stem = seat + (seat - crank).normalized() * 0.13, head + Vector((0, 0.03, 0.1))
    thick = 0.021

    def tube(*points, r=thick, material=paint):
        return shapes.sweep(points, r, material, 14)

    parts = [tube(crank, seat), tube(low_head - Vector((0, 0.012, -0.03)), crank, r=0.022)]
    parts.append(tube(low_head - (head - low_head) * 0.1, head + (head - low_head) * 0.1, r=0.024))
    if style == "step-through":
        curve = [head + Vector((0, 0.0, -0.04)), Vector((0, -0.2, 0.55)), crank.lerp(seat, 0.42)]
        parts.append(tube(*shapes.curve(curve, 8)))
    else:
        parts.append(tube(head, seat - Vector((0, 0.005, 0.03))))
    fork = [low_head, Vector((0, -0.49, 0.56)), Vector((0, -0.53, 0.45)), front]
    for side in (-1, 1):
        out = Vector((side * 0.055, 0, 0))
        blade = [fork[0] + out * 0.4, fork[1] + out * 0.9, fork[2] + out, fork[3] + out]
        bent = shapes.curve(blade, 6)
        parts.append(shapes.sweep(bent, lambda t: 0.014 - 0.005 * t, paint, 12))
        parts.append(tube(seat - Vector((0, 0, 0.05)) + out * 0.3, rear + out * 1.1, r=0.0095))
        parts.append(tube(crank + out * 0.5, crank.lerp(rear, 0.4) + out, rear + out * 1.1, r=0.011))
    parts += wheel(front, radius, tan, alloy, black) + wheel(rear, radius, tan, alloy, black)
    parts.append(tube(seat, post, r=0.0145, material=alloy))
    parts.append(saddle(post, leather))
    parts += steering(style, head, stem, alloy, black, leather)
    parts += drive(rng, crank, rear, alloy, black)
    if style != "racing":
        for hub, span in ((front, (-0.5, 2.3)), (rear, (0.3, 3.3))):
            parts.append(mudguard(hub, radius + 0.025, span, paint if style == "touring" else alloy))
        rack = [(0.07, 0.2, 0.72), (0.07, 0.72, 0.73), (-0.07, 0.72, 0.73), (-0.07, 0.2, 0.72)]
        parts.append(tube(*rack, r=0.006, material=black))
        parts += [tube((x, 0.6, 0.73), (x * 0.9, 0.45, 0.36), r=0.005, material=black) for x in (-0.07, 0.07)]
        parts.append(tube((0, 0.25, 0.735), (0, 0.72, 0.74), r=0.006, material=black))
        lamp = shapes.ball(0.045, (0, -0.53, 0.82), alloy, (1, 0.9, 1), 24)
        parts += [lamp, shapes.ball(0.036, (0, -0.55, 0.82), materials.plain("#f4efe0", 0.1), sides=20)]
    # The stand on the far side; without it the bicycle would fall.
    parts.append(tube((0.03, 0.13, 0.29), (0.17, 0.2, 0.0), r=0.008, material=black))
    return parts


def about(hub, x=0.0):
    """The place of a lathe's shape with its axis across the bicycle at `hub`."""
    return Matrix.Translation(hub + Vector((x, 0, 0))) @ Matrix.Rotation(math.pi / 2, 4, "Y")


def wheel(hub, radius, wall, alloy, black):
    """A tyre, a rim, spokes crossing to the flanges of a hub."""
    angles = [2 * math.pi * k / 16 for k in range(17)]
    tyre = [(radius - 0.018 + 0.02 * math.cos(a), 0.02 * math.sin(a)) for a in angles]
    made = [shapes.lathe(tyre, [black, wall], 96, pick=lambda ring, side: 4 <= ring < 6 or 10 <= ring < 12)]
    rim = [(radius - 0.03, 0.014), (radius - 0.055, 0.009), (radius - 0.055, -0.009), (radius - 0.03, -0.014)]
    made.append(shapes.lathe(rim, alloy, 96))
    flange = [(0.0, 0.055), (0.008, 0.055), (0.008, 0.04), (0.024, 0.036), (0.024, 0.032), (0.011, 0.028)]
    made.append(shapes.lathe(flange + [(r, -z) for r, z in flange[::-1]], alloy, 24))
    made = [shapes.moved(part, about(hub)) for part in made]
    wire = materials.plain("#8f9295", 0.45)
    for k in range(28):
        a = 2 * math.pi * k / 28
        lean = a + (0.5 if k % 4 < 2 else -0.5)
        side = 0.033 if k % 2 else -0.033
        inner = hub + Vector((side, 0.023 * math.cos(lean), 0.023 * math.sin(lean)))
        outer = hub + Vector((0, (radius - 0.05) * math.cos(a), (radius - 0.05) * math.sin(a)))
        made.append(shapes.sweep([inner, outer], 0.0016, wire, 5))
    return made


def saddle(post, leather):
    """A saddle: wide behind, its nose to the front."""

    def place(u, v):
        along = (v + 1) / 2
        half = 0.018 + 0.062 * max(0.0, min(1.0, (along - 0.3) / 0.5)) ** 1.3
        half *= math.sqrt(max(0.04, 1 - abs(v) ** 6))
        drop = 0.045 * abs(u) ** 2.5 + 0.02 * max(0.0, -v) ** 3
        return half * u, post.y - 0.15 + 0.27 * along, post.z + 0.05 + 0.018 * v * v - drop

    seat = shapes.sheet(20, place, leather)
    modifier = seat.modifiers.new("thick", "SOLIDIFY")
    modifier.thickness, modifier.offset = 0.022, -1
    return shapes.smoothed(seat, 1)


def steering(style, head, stem, alloy, black, leather):
    """Stem, handlebar, grips and brake levers."""
    made = [shapes.sweep([head, stem, stem + Vector((0, -0.07, 0.012))], 0.014, alloy, 14)]
    bar = stem + Vector((0, -0.07, 0.012))
    for side in (-1, 1):
        if style == "racing":
            line = [(0, 0, 0), (0.19, 0, 0), (0.21, -0.05, 0), (0.215, -0.1, -0.02), (0.22, -0.115, -0.08)]
            line += [(0.22, -0.08, -0.135), (0.22, 0.02, -0.14)]
        elif style == "touring":
            line = [(0, 0, 0), (0.12, 0.0, 0.01), (0.24, 0.05, 0.03), (0.3, 0.12, 0.03)]
        else:
            line = [(0, 0, 0), (0.1, -0.01, 0.05), (0.22, 0.04, 0.09), (0.26, 0.16, 0.07), (0.26, 0.25, 0.05)]
        line = [bar + Vector((side * x, y, z)) for x, y, z in shapes.curve(line, 6)]
        made.append(shapes.sweep(line, 0.0115, alloy, 14))
        cut = len(line) * (1 if style == "racing" else 2) // 3
        made.append(shapes.sweep(line[cut:], 0.0165, leather, 14))
        if style == "racing":
            hood = bar + Vector((side * 0.215, -0.11, -0.01))
            made.append(shapes.ball(0.02, hood, black, (0.9, 1.6, 1.3), 20))
            lever = [hood, hood + Vector((0, -0.03, -0.05)), hood + Vector((0, -0.01, -0.11))]
        else:
            lever = [Vector((0, 0, 0)), Vector((side * 0.02, -0.04, -0.01))]
            lever = [line[cut] + at for at in lever] + [line[-1] + Vector((0, -0.06, -0.02))]
        made.append(shapes.sweep(shapes.curve(lever, 5), 0.006, alloy, 8))
    cable = [Vector((0.1, -0.02, 0)), Vector((0.06, -0.12, -0.03)), head - bar + Vector((0.02, -0.04, -0.1))]
    made.append(shapes.sweep([bar + at for at in shapes.curve(cable, 6)], 0.004, black, 6))
    return made


def drive(rng, crank, rear, alloy, black):
    """Chainring, cranks with pedals, sprocket and chain; on the side that faces the viewer."""
    x, big, small = 0.052, 0.088, 0.042
    ring = [(big, -0.002), (big + 0.005, 0), (big, 0.002), (big - 0.014, 0.003), (big - 0.014, -0.003)]
    made = [shapes.moved(shapes.lathe([*ring, ring[0]], alloy, 64), about(crank, x))]
    cog = [(0, -0.01), (small, -0.01), (small + 0.004, 0), (small, 0.01), (0, 0.01)]
    made.append(shapes.moved(shapes.lathe(cog, alloy, 32), about(rear, x)))
    turn = rng.uniform(0, 6.28)
    for k in range(5):
        a = turn + 1.257 * k
        tip = crank + Vector((x, (big - 0.008) * math.cos(a), (big - 0.008) * math.sin(a)))
        made.append(shapes.sweep([crank + Vector((x, 0, 0)), tip], 0.006, alloy, 8))
    loop = []
    for centre, r, start in ((rear, small, 0.5), (crank, big, 1.5)):
        for k in range(13):
            a = math.pi * (start - k / 12)
            loop.append(centre + Vector((x, r * math.cos(a), r * math.sin(a))))
    made.append(shapes.sweep(loop, 0.0055, black, 8, closed=True))
    for side in (-1, 1):
        swing = Vector((0, math.cos(turn), math.sin(turn))) * 0.17 * side
        start, end = crank + Vector((side * 0.06, 0, 0)), crank + Vector((side * 0.085, 0, 0)) + swing
        made.append(shapes.sweep([start, end], 0.0095, alloy, 10))
        made.append(shapes.box((0.09, 0.085, 0.024), end + Vector((side * 0.055, 0, 0)), black, 0.006))
    axle = Vector((0.065, 0, 0))
    made.append(shapes.sweep([crank - axle, crank + axle], 0.021, alloy, 20))
    return made


def mudguard(hub, radius, span, material):
    """A mudguard over a wheel, between two angles from the front over the top."""
    angles = [math.pi - (span[0] + (span[1] - span[0]) * k / 30) for k in range(31)]
    vertices = []
    for a in angles:
        for j in range(7):
            tilt = (j / 3 - 1) * 1.1
            r = radius - 0.03 + 0.034 * math.cos(tilt)
            vertices.append(hub + Vector((0.03 * math.sin(tilt), r * math.cos(a), r * math.sin(a))))
    faces = [(7 * i + j, 7 * i + j + 1, 7 * i + j + 8, 7 * i + j + 7) for i in range(30) for j in range(6)]
    return shapes.mesh("mudguard", vertices, faces, material)
