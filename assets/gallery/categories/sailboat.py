"""A sailboat: a planked or painted hull, cabin, mast and boom, a mainsail and a jib full of wind."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["sea"]
VIEW = View(turn=(-42, 42), elevation=(3, 11), fill=(0.68, 0.86), lens=(35, 70), blur=0.2)
HULLS = [
    ("#e9e6de", "#27496b"),
    ("#1f3a5a", "#e4dccb"),
    ("#a8281e", "#efe9dc"),
    ("wood", "#e9dfc8"),
    ("#2a5a4a", "#d8b25a"),
]
SAILS = [
    ("#f2eee2", "#f2eee2"),
    ("#f0ead8", "#c23a28"),
    ("#a04a2c", "#a04a2c"),
    ("#f2eee2", "#f2eee2"),
    ("#f2eee2", "#2f5f94"),
    ("#eadfb8", "#eadfb8"),
    ("#d9a52e", "#f2eee2"),
]


def sailboat(studio, rng):
    length, beam = rng.uniform(6.6, 8), rng.uniform(1.1, 1.25)
    tone, accent = studio.pick(HULLS)
    timber = materials.wood("#b5763f", "#7a4624", 3, roughness=0.3)
    paint = timber if tone == "wood" else materials.plain(tone, 0.25)
    trim = materials.plain(accent, 0.4)
    deck = materials.wood("#c9a06a", "#a07a48", 3, planks=0.12)
    parts, sheer = hull(length, beam, paint, trim, deck, timber)
    parts += cabin(length, beam, sheer, rng, timber)
    mast, high, spar = length * 0.1, length * rng.uniform(1.18, 1.32), materials.metal("#c9ccce", 0.3)
    if tone in ("wood", "#2a5a4a"):
        spar = materials.wood("#b5763f", "#7a4624", 6, along="z", roughness=0.35)
    parts += rig(studio, rng, length, sheer, mast, high, spar)
    side = rng.choice([-1, 1])
    flip = Matrix.Rotation(math.pi, 4, "Z") if studio.pick([False, True, True, False]) else Matrix.Identity(4)
    heel = flip @ Matrix.Rotation(side * math.radians(rng.uniform(2, 8)), 4, "X")
    return [shapes.moved(part, heel) for part in parts]


def hull(length, beam, paint, trim, deck, timber):
    """The hull with its bow towards +x, and a function for its edge's height at -1 (stern) to 1 (bow)."""

    def sheer(t):
        return 0.66 + 0.34 * ((t + 1) / 2) ** 2 + 0.05 * t * t

    def half(t):
        fore = max(0.0, 1 - max(0.0, (t + 0.15) / 1.15) ** 2.3)
        return beam * fore**0.85 * (1 - 0.22 * max(0.0, -t - 0.15) ** 1.5)

    def skin(u, v, out=0.0):
        """u = -1 stern to 1 bow; v = -1 port edge over keel to 1 starboard edge."""
        rise, a = sheer(u), abs(v) * math.pi / 2
        keel = -0.42 * (1 - abs(u) ** 3) - 0.02
        deep = rise - keel
        z = keel + deep * (1 - math.cos(a)) ** 0.9
        rake = 0.07 * length * max(0.0, u) ** 2 * (z / rise) - 0.03 * length * max(0.0, -u) ** 2 * (z / rise)
        y = math.copysign((half(u) + out) * math.sin(a) ** 0.75, v)
        return Vector((u * length / 2 * 0.95 + rake, y, z))

    made = [shapes.sheet(60, lambda u, v: skin(u, v), paint)]
    stern = [skin(-1, 1 - k / 15) for k in range(31)]
    made.append(shapes.mesh("transom", stern, [tuple(range(31))], timber, smooth=False))

    def lid(u, v):
        edge = skin(u, 1)
        return edge.x, v * edge.y * 0.985, edge.z - 0.05 + 0.05 * (1 - v * v)

    made.append(shapes.sheet(40, lid, deck))
    for side in (-1, 1):
        for level, radius, stuff in ((1.0, 0.045, timber), (0.86, 0.03, trim), (0.8, 0.03, trim)):
            line = [skin(k / 30, side * level, 0.012) for k in range(-30, 31)]
            made.append(shapes.sweep(line, radius, stuff, 8))
    rudder = [(-0.5, -0.6), (-0.1, -0.6), (0, 0.9), (-0.28, 0.9)]
    stern_x = skin(-1, 1).x
    made.append(shapes.slab(rudder, 0.06, timber, 0.015, Matrix.Translation((stern_x - 0.02, 0, 0))))
    made.append(shapes.rod((stern_x - 0.15, 0, 0.86), (stern_x + 1.0, 0, 1.0), 0.035, timber, 10))
    return made, sheer


def cabin(length, beam, sheer, rng, timber):
    """The cabin with its portholes, the coamings of the cockpit behind it, a rail at the bow."""
    white, dark = materials.plain("#ece8de", 0.35), materials.plain("#16202a", 0.08)
    aft, fore, low = -length * 0.1, length * 0.24, sheer(0.1) - 0.06
    tall = rng.uniform(0.42, 0.5)
    outline = [(aft, low - 0.2), (fore, low - 0.1), (fore - 0.35, low + tall * 0.75), (aft, low + tall)]
    made = [shapes.slab(outline, beam * 1.2, white, 0.07)]
    top = [(aft - 0.06, low + tall - 0.02), (fore - 0.42, low + tall * 0.77), (fore - 0.4, low + tall * 0.83)]
    made.append(shapes.slab([*top, (aft - 0.06, low + tall + 0.04)], beam * 1.26, timber, 0.02))
    for side in (-1, 1):
        for k in range(3):
            x = aft + (fore - aft) * (0.17 + 0.24 * k)
            port = shapes.lathe([(0, 0.03), (0.1, 0.03), (0.1, 0)], dark, 24)
            ring = shapes.lathe(
                [(0.1, 0), (0.1, 0.045), (0.135, 0.03), (0.135, 0)], materials.metal("#c9a24a"), 24
            )
            turn = Matrix.Translation((x, side * beam * 0.6, low + tall * 0.42))
            turn = turn @ Matrix.Rotation(-side * math.pi / 2, 4, "X")
            made += [shapes.moved(port, turn), shapes.moved(ring, turn)]
        coaming = shapes.box(
            (length * 0.27, 0.06, 0.3), (aft - length * 0.135, side * beam * 0.6, low + 0.12), timber, 0.02
        )
        made.append(coaming)
    made.append(shapes.box((0.06, beam * 1.2, 0.3), (aft - length * 0.27, 0, low + 0.12), timber, 0.02))
    well = shapes.box((length * 0.27, beam * 1.14, 0.04), (aft - length * 0.135, 0, low + 0.1), dark, 0.0)
    return made + [well]


def rig(studio, rng, length, sheer, mast, high, spar):
    """Mast, boom, stays, and the two sails bellied to one side."""
    foot, swing = sheer(0.2) + 0.2, rng.choice([-1, 1]) * math.radians(rng.uniform(9, 20))
    side = math.copysign(1, swing)
    boom = length * 0.43
    gooseneck = Vector((mast, 0, foot + 0.75))
    end = gooseneck + Vector((-boom * math.cos(swing), boom * math.sin(swing), 0.1))
    head, bow = Vector((mast - 0.05, 0, high)), Vector((length * 0.52, 0, sheer(1) + 0.05))
    made = [shapes.rod((mast, 0, foot - 0.6), (mast - 0.05, 0, high + 0.25), 0.075, spar, 16, tip=0.045)]
    made.append(shapes.rod(gooseneck, end + (end - gooseneck) * 0.04, 0.055, spar, 12))
    colours = studio.pick(SAILS)
    main = [gooseneck + Vector((-0.06, 0, 0.1)), end + Vector((0, 0, 0.1)), head + Vector((-0.06, 0, -0.1))]
    hoist = head.lerp(bow, 0.14)
    jib = [bow.lerp(head, 0.03), Vector((mast - length * 0.08, side * 0.55, foot + 0.6)), hoist]
    for (tack, clew, peak), colour, roach, battens in (
        (main, colours[0], 0.08, 4),
        (jib, colours[1], -0.05, 0),
    ):
        made += sail(tack, clew, peak, side, roach, battens, sailcloth(colour))
    wire = materials.metal("#6c7074", 0.4)
    stern = Vector((-length * 0.48, 0, sheer(-1)))
    shrouds = [Vector((mast - 0.1, s * 1.0, sheer(0.2))) for s in (-1, 1)]
    for low, up in ((bow, 1.0), (stern, 1.0), *((s, 0.8) for s in shrouds)):
        made.append(shapes.rod(low, Vector((mast, 0, foot)).lerp(head, up), 0.013, wire, 6))
    spread = foot + (high - foot) * 0.55
    made.append(shapes.rod((mast, -0.5, spread), (mast, 0.5, spread), 0.025, spar, 8))
    made.append(shapes.sweep([end, (end + stern) / 2 - Vector((0, 0, 0.1)), stern], 0.015, wire, 6))
    pennant = [(0, -0.1), (-0.55, 0), (0, 0.1)]
    flag = materials.cloth(rng.choice(["#c2281e", "#27496b", "#d9a52e"]))
    made.append(shapes.slab(pennant, 0.02, flag, 0, Matrix.Translation((mast - 0.08, 0, high + 0.2))))
    return made


def sail(tack, clew, peak, side, roach, battens, cloth):
    """A three-cornered sail bellied to `side`, its seams and battens."""
    low = (clew - tack).length

    def place(u, v, out=0.0):
        s, t = (u + 1) / 2, (v + 1) / 2
        luff, leech = tack.lerp(peak, t), clew.lerp(peak, t)
        leech = leech + (clew - tack).normalized() * low * roach * 4 * t * (1 - t)
        belly = 0.34 * low * s * (1 - s) * (1.4 - 0.9 * s) * (1 - t) ** 0.55 * min(1.0, 0.35 + 2.5 * t)
        return luff.lerp(leech, s) + Vector((0, side * belly + out, 0))

    made = [shapes.sheet(36, lambda u, v: place(u, min(v, 0.985)), cloth)]
    thread = materials.plain("#8f887a", 0.9)
    for k in range(1, 8):
        for out in (-0.006, 0.006):
            made.append(
                shapes.sweep([place(u / 10, k / 4 - 1, out) for u in range(-10, 11)], 0.011, thread, 6)
            )
    for k in range(battens):
        level = -0.55 + 0.4 * k
        made.append(shapes.sweep([place(0.4 + u / 17, level) for u in range(11)], 0.024, cloth, 6))
    for u in (-1, 1):
        made.append(shapes.sweep([place(u, v / 12) for v in range(-12, 12)], 0.018, cloth, 6))
    return made


def sailcloth(colour):
    """Cloth that glows a little with the sun behind it."""
    material, nodes = materials.graph("sailcloth")
    base = materials.linear(colour)
    shade = nodes.blend(nodes.noise(1.2, 5), tuple(0.86 * c for c in base), base)
    folds = nodes.bump(nodes.noise(2.2, 5), 0.3, 0.05)
    front = nodes.add("ShaderNodeBsdfDiffuse", {"Color": shade, "Normal": folds}).outputs[0]
    through = nodes.add("ShaderNodeBsdfTranslucent", {"Color": shade}).outputs[0]
    nodes.surface(nodes.add("ShaderNodeMixShader", {"Fac": 0.35, 1: front, 2: through}).outputs[0])
    return material
