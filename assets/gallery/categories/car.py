"""A car: a shell with its windows, wheels in their arches, lamps, grille, mirrors and door seams."""

import math
from bisect import bisect_right

import bpy
from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "street", "road", "lawn", "road"]
VIEW = View(turn=(-76, 72), elevation=(4, 17), fill=(0.72, 0.9), lens=(35, 70), blur=0.4)
PAINTS = ["#a3241c", "#1f4f86", "#c9ccce", "#d6a12a", "#2d5a45", "#e6e4de", "#6d98a8"]

# Length, width, height; the wheels' places along the car, from its nose (0) to its tail (1); the
# windscreen's foot and head, the roof's end and the rear window's foot; the belt's height along it.
SHAPES = {
    "saloon": (
        (4.5, 1.80, 1.45, 0.19, 0.79),
        (0.27, 0.43, 0.68, 0.86),
        [(0, 0.6), (0.02, 0.7), (0.1, 0.8), (0.28, 0.9), (0.6, 0.96), (0.86, 1), (0.97, 0.98), (1, 0.86)],
    ),
    "hatchback": (
        (3.9, 1.74, 1.5, 0.185, 0.8),
        (0.22, 0.40, 0.86, 0.985),
        [(0, 0.6), (0.02, 0.72), (0.1, 0.84), (0.25, 0.95), (0.6, 1), (0.9, 1.05), (0.98, 1), (1, 0.85)],
    ),
    "off-road": (
        (4.4, 1.86, 1.74, 0.19, 0.79),
        (0.24, 0.35, 0.93, 0.99),
        [(0, 0.68), (0.015, 0.88), (0.06, 1), (0.26, 1.07), (0.6, 1.1), (0.92, 1.12), (0.98, 1.1), (1, 1)],
    ),
    "beetle": (
        (4.0, 1.6, 1.5, 0.2, 0.79),
        (0.29, 0.42, 0.62, 0.93),
        [(0, 0.45), (0.02, 0.62), (0.12, 0.84), (0.28, 0.94), (0.6, 0.97), (0.8, 0.9), (0.96, 0.6), (1, 0.5)],
    ),
}


def car(studio, rng):
    style = studio.pick(["saloon", "hatchback", "off-road", "beetle", "hatchback", "saloon"])
    size, cabin, belt = SHAPES[style]
    form = Form(size, cabin, belt)
    paint = materials.plain(studio.pick(PAINTS), 0.28, 0.15, Clearcoat=1.0, Clearcoat_Roughness=0.05)
    pane, black = materials.plain("#0c1114", 0.04), materials.plain("#16171a", 0.6)
    chrome = materials.metal("#d0d2d4", 0.15)
    parts = [form.shell([paint, pane, black])]
    radius = 0.33 if style != "off-road" else 0.37
    for share in size[3:]:
        y, half = form.long * (share - 0.5), form.half(share)
        drum = [(0, -half - 0.2), (radius + 0.06, -half - 0.2), (radius + 0.06, half + 0.2), (0, half + 0.2)]
        cut(parts[0], shapes.moved(shapes.lathe(drum, black, 48), across(0, y, radius)))
        liner = [(0, 0.3 - half), (radius + 0.07, 0.3 - half), (radius + 0.07, half - 0.3), (0, half - 0.3)]
        parts.append(shapes.moved(shapes.lathe(liner, black, 48), across(0, y, radius)))
        for side in (-1, 1):
            parts += wheel((side * (half - 0.12), y, radius), radius, 0.2, studio.pick([5, 7, 10, 0]), rng)
            parts.append(arch(form, side, y, radius, black if style == "off-road" else paint))
    parts += face(style, form, chrome, black)
    parts += sides(style, form, paint, chrome, black)
    return parts


class Form:
    """A car's shape: what its surface is at a share of its length and a height."""

    def __init__(self, size, cabin, belt):
        self.long, self.wide, self.tall = size[:3]
        self.belt_line, self.cabin = belt, cabin
        a, b, c, d = cabin
        top, lift = self.tall, self.belt(a)
        bow = [(a, lift), (b, top - 0.06), (0.65 * b + 0.35 * c, top), (c, top - 0.06), (d, self.belt(d))]
        self.roof_line = [tuple(p) for p in shapes.curve(bow, 10)]
        plan = [(0, 0.70), (0.012, 0.82), (0.05, 0.92), (0.14, 0.985), (0.3, 1), (0.75, 1), (0.92, 0.965)]
        self.plan = plan + [(0.985, 0.88), (1, 0.76)]

    def along(self, line, t):
        """A line's height at t, its points joined straight."""
        k = max(1, min(len(line) - 1, bisect_right([p[0] for p in line], t)))
        (a, u), (b, v) = line[k - 1], line[k]
        return u + (v - u) * min(1.0, max(0.0, (t - a) / (b - a)))

    def belt(self, t):
        return self.along(self.belt_line, t)

    def roof(self, t):
        inside = self.cabin[0] < t < self.cabin[3]
        return max(self.belt(t), self.along(self.roof_line, t)) if inside else self.belt(t)

    def half(self, t):
        return self.wide / 2 * self.along(self.plan, t)

    def section(self, t):
        """Half a cross section, from the middle of the floor to the middle of the roof."""
        low = 0.19 + 0.13 * max(0.0, 1 - t / 0.12) ** 2 + 0.13 * max(0.0, (t - 0.86) / 0.14) ** 2
        belt, roof, w = self.belt(t), self.roof(t), self.half(t)
        rise, up = belt - low, min(1.0, (roof - belt) / (self.tall - 1.0))
        edge = w * (0.88 - 0.16 * up)
        flank = [(0.93, 0.04), (0.965, 0.28), (1, 0.62), (0.995, 0.78), (0.975, 0.92), (0.93, 1)]
        line = [(0, low), (0.8 * w, low), *[(share * w, low + h * rise) for share, h in flank]]
        line += [(0.9 * w, belt + 0.012), (edge, roof - 0.035 * up + 0.014), (edge * 0.94, roof + 0.016)]
        return line + [(edge * 0.6, roof + 0.03), (0, roof + 0.036)]

    def side(self, t, z):
        """How far out the flank is at a share of the length and a height below the belt."""
        line = sorted((b, a) for a, b in self.section(t)[2:8])
        return self.along(line, z)

    def shell(self, surfaces):
        """The closed shell; the windows are faces of it."""
        steps = 150
        shares = [k / steps for k in range(steps + 1)]
        half = len(self.section(0.5))
        count = 2 * half - 2
        vertices, faces, picks = [], [], []
        for t in shares:
            line = self.section(t)
            ring = line + [(-x, z) for x, z in line[-2:0:-1]]
            vertices += [(x, self.long * (t - 0.5), z) for x, z in ring]
        for k in range(steps):
            for i in range(count):
                a, b = k * count + i, k * count + (i + 1) % count
                faces.append((a, b, b + count, a + count))
                picks.append(self.surface((shares[k] + shares[k + 1]) / 2, min(i, count - 1 - i)))
        faces += [tuple(range(count))[::-1], tuple(range(steps * count, (steps + 1) * count))]
        part = shapes.mesh("shell", vertices, faces, surfaces, True, [*picks, 0, 0])
        part.data.use_auto_smooth, part.data.auto_smooth_angle = True, math.radians(32)
        return part

    def surface(self, t, row):
        """0 paint, 1 window, 2 black plastic."""
        a, b, c, d = self.cabin
        if row <= 1:
            return 2
        pillar = 0.5 * (b + c) + 0.02
        if row == 8 and a + 0.055 < t < min(d - 0.05, c + 0.08):
            return 2 if abs(t - pillar) < 0.009 else 1
        front, back = a + 0.012 < t < b - 0.008, c + 0.012 < t < d - 0.012
        return 1 if (front or back) and row >= 10 else 0


def across(x, y, z):
    """The place of a lathe's shape whose axis lies across the car."""
    return Matrix.Translation((x, y, z)) @ Matrix.Rotation(math.pi / 2, 4, "Y")


def cut(part, cutter):
    """Takes the cutter's space out of the part; the cutter goes."""
    modifier = part.modifiers.new("cut", "BOOLEAN")
    modifier.object, modifier.operation = cutter, "DIFFERENCE"
    part.data = bpy.data.meshes.new_from_object(part.evaluated_get(bpy.context.evaluated_depsgraph_get()))
    part.modifiers.clear()
    bpy.data.objects.remove(cutter)


def wheel(at, radius, width, spokes, rng):
    """A tyre on a rim with spokes (0: a pressed disc with a cap); its outer side away from x = 0."""
    rubber, alloy = materials.plain("#141415", 0.8), materials.metal("#b4b7ba", 0.28)
    dark, w = materials.plain("#1e1f21", 0.6), width / 2
    tyre = [(0.64, -0.8), (0.7, -1), (0.9, -1), (0.985, -0.8), (1, -0.55), (1, 0.55), (0.985, 0.8), (0.9, 1)]
    tyre += [(0.7, 1), (0.64, 0.86)]
    place = Matrix.Translation(at) @ Matrix.Rotation(math.copysign(math.pi / 2, at[0]), 4, "Y")
    made = [shapes.bevel(shapes.lathe([(r * radius, z * w) for r, z in tyre], rubber, 64), 0.008)]
    if spokes:
        rim = [(0.66, 0.9), (0.62, 0.84), (0.58, 0.1), (0, 0.1)]
        line = [(r * radius, z * w) for r, z in rim]
        made.append(shapes.lathe(line, [alloy, dark], 48, pick=lambda ring, _: ring > 0))
        start = rng.uniform(0, 6.28)
        for k in range(spokes):
            turn = Matrix.Rotation(start + 2 * math.pi * k / spokes, 4, "Z")
            size = (radius * 0.56, radius * 0.85 / spokes, 0.35 * w)
            made.append(shapes.moved(shapes.box(size, (radius * 0.35, 0, 0.66 * w), alloy, 0.01), turn))
        cap = [(0.16, 0.4), (0.16, 0.85), (0.1, 0.95), (0, 0.97)]
    else:
        rim = [(0.66, 0.9), (0.62, 0.84), (0.56, 0.5), (0.46, 0.45), (0.36, 0.7), (0, 0.75)]
        made.append(shapes.lathe([(r * radius, z * w) for r, z in rim], alloy, 48))
        cap = [(0.24, 0.7), (0.22, 0.9), (0.12, 1.0), (0, 1.02)]
    made.append(shapes.lathe([(r * radius, z * w) for r, z in cap], alloy, 32))
    return [shapes.moved(part, place) for part in made]


def arch(form, side, y, radius, material):
    """The lip round a wheel's arch, lying on the flank."""
    reach, line = radius + 0.065, []
    for k in range(25):
        a = math.radians(-8 + 196 * k / 24)
        at, z = y + reach * math.cos(a), radius + reach * math.sin(a)
        line.append((side * (form.side(at / form.long + 0.5, z) - 0.004), at, z))
    return shapes.sweep(line, 0.022 if radius < 0.35 else 0.04, material, 10)


def face(style, form, chrome, black):
    """Lamps, grille, bumpers and number plates at both ends."""
    front, w, made = -form.long / 2, form.wide / 2, []
    lens = materials.plain("#aeb6ba", 0.06, 0.5, Clearcoat=1.0)
    red = materials.plain("#9c1414", 0.1, Clearcoat=1.0)
    for side in (-1, 1):
        if style in ("beetle", "off-road"):
            x, y, z = (0.66, front + 0.09, 0.7) if style == "beetle" else (0.64, front, 0.76)
            for r, out, material in ((0.125, 0.0, chrome), (0.105, 0.035, lens)):
                made.append(shapes.ball(r, (side * x * w, y - out, z), material, (1, 0.45, 1), 32))
        else:
            made.append(shapes.ball(0.2, (side * 0.64 * w, front + 0.085, 0.65), lens, (1.0, 0.5, 0.38), 36))
        z = 0.6 if style == "beetle" else 0.84
        made.append(shapes.box((0.2, 0.16, 0.2), (side * 0.72 * w, -front - 0.06, z), red, 0.04))
    if style == "beetle":
        made += [bumper(form, end, chrome) for end in (-1, 1)]
    else:
        z, tall = (0.74, 0.26) if style == "off-road" else (0.61, 0.15)
        made.append(shapes.box((0.8 * w, 0.06, tall), (0, front, z), black, 0.02))
        for k in range(4):
            slat = (0, front - 0.03, z - tall * (0.36 - 0.24 * k))
            made.append(shapes.box((0.76 * w, 0.03, 0.014), slat, chrome, 0.004))
        made.append(shapes.box((1.1 * w, 0.1, 0.12), (0, front + 0.03, 0.38), black, 0.04))
    plate = materials.plain("#ebe8dc", 0.4)
    for y, z in ((front - 0.035, 0.47), (-front + 0.01, 0.62)):
        made.append(shapes.box((0.5, 0.03, 0.11), (0, y, z), plate, 0.008))
    return made


def bumper(form, end, material):
    """A bar across the nose (-1) or the tail (1) that follows its plan."""
    line = []
    for k in range(-8, 9):
        bow = 0.22 * abs(k / 8) ** 3
        line.append((form.half(0.05) * k / 8.2, end * (form.long / 2 + 0.03 - bow), 0.44))
    return shapes.sweep(line, 0.05, material, 12)


def sides(style, form, paint, chrome, black):
    """Door seams, handles, mirrors, sills."""
    a, b, c, _ = form.cabin
    middle = 0.5 * (b + c) + 0.02
    made, doors = [], [a + 0.045, middle] + ([min(c + 0.03, 0.74)] if style in ("saloon", "off-road") else [])
    for side in (-1, 1):
        for t in doors:
            heights = [0.3 + (form.belt(t) - 0.33) * k / 10 for k in range(11)]
            line = [(side * (form.side(t, z) + 0.001), form.long * (t - 0.5), z) for z in heights]
            made.append(shapes.sweep(line, 0.006, black, 6))
        for t in doors[1:]:
            z = form.belt(t - 0.035) - 0.13
            at = (side * (form.side(t - 0.035, z) + 0.012), form.long * (t - 0.535), z)
            made.append(shapes.box((0.035, 0.17, 0.035), at, chrome if style == "beetle" else paint, 0.012))
        arm, y, z = side * form.half(a) * 0.93, form.long * (a + 0.07 - 0.5), form.belt(a)
        made.append(shapes.ball(0.1, (arm + side * 0.1, y, z + 0.1), paint, (1, 0.55, 0.75), 24))
        made.append(shapes.rod((arm - side * 0.05, y, z), (arm + side * 0.08, y, z + 0.08), 0.02, black, 10))
        sill = [(side * (form.side(t, 0.25) - 0.005), form.long * (t - 0.5), 0.245) for t in (0.3, 0.5, 0.69)]
        made.append(shapes.sweep(sill, 0.035, black, 8))
    return made
