"""A bus: a city bus, a double-decker, or a school bus with its bonnet."""

import math

from mathutils import Matrix

from categories.car import wheel
from studio import materials, shapes
from studio.camera import View

SETTINGS = ["road", "street", "road", "lawn", "road"]
VIEW = View(turn=(-74, 70), elevation=(3, 13), fill=(0.74, 0.9), lens=(35, 65), blur=0.3)
CITY = [("#b3261f", "#e6e2d8"), ("#e8e6e0", "#1f5a8e"), ("#2f6f4a", "#e4e0d2"), ("#d9a528", "#3a4650")]


def bus(studio, rng):
    kind = studio.pick(["city", "double-decker", "school", "city", "school"])
    if kind == "school":
        return school_bus(rng)
    double = kind == "double-decker"
    main, band = ("#a3181a", "#8c1416") if double else studio.pick(CITY)
    long, wide, tall = (10.2, 2.5, 4.3) if double else (rng.uniform(10.6, 11.6), 2.5, 3.05)
    body = Body(long, wide, tall, main, band)
    parts = [body.hull(0.32)]
    decks = [(1.15, 2.15)] if not double else [(1.2, 2.05), (2.85, 3.65)]
    doors = [-long / 2 + 0.75] + ([] if double else [0.35])
    for low, high in decks:
        upper = low > 2
        for side in (-1, 1):
            parts += body.windows(side, low, high, [] if upper or side < 0 else doors, 0.35)
        parts += body.screen(low - (0.0 if upper else 0.12), high + 0.1, front=True)
        parts += body.screen(low + 0.15, high, front=False)
    for y in doors:
        parts += body.door(y, decks[0][1])
    sign = tall - 0.34 if not double else 2.5
    parts += body.sign(sign, front=True)
    parts += body.lamps(0.72)
    parts += body.wheels([-long * 0.24, long * 0.27], 0.5, studio, rng)
    parts.append(shapes.box((wide + 0.015, long * 0.94, 0.1), (0, 0, decks[0][0] - 0.16), body.band, 0.01))
    if double:
        cream = materials.plain("#e8d9b0", 0.4)
        parts.append(shapes.box((wide + 0.015, long * 0.94, 0.09), (0, 0, 2.5), cream))
    else:
        grey = materials.plain("#c9c8c2", 0.5)
        for y in (-long * 0.2, long * 0.22):
            parts.append(shapes.box((1.5, 1.8, 0.2), (0, y, tall + 0.07), grey, 0.06))
    return parts


class Body:
    """A bus's box and what sits on it."""

    def __init__(self, long, wide, tall, main, band, front=None):
        self.long, self.wide, self.tall = long, wide, tall
        self.front, self.back = (-long / 2 if front is None else front), long / 2
        self.paint = materials.plain(main, 0.3, Clearcoat=0.7)
        self.band = materials.plain(band, 0.35)
        self.pane, self.black = materials.plain("#0d1317", 0.04), materials.plain("#17181a", 0.6)

    def hull(self, low):
        """The box with its rounded edges."""
        size = (self.wide, self.back - self.front, self.tall - low)
        part = shapes.box(size, (0, (self.front + self.back) / 2, (self.tall + low) / 2), self.paint)
        part = shapes.bevel(part, 0.17, 5)
        return part

    def windows(self, side, low, high, doors, start):
        """A row of windows in one flank, left out where a door is."""
        made, x = [], side * (self.wide / 2 + 0.004)
        count = round((self.back - self.front - 0.7) / 1.32)
        pitch = (self.back - self.front - 2 * start) / count
        for k in range(count):
            y = self.front + start + (k + 0.5) * pitch
            if any(abs(y - door) < 0.6 + pitch * 0.45 for door in doors):
                continue
            frame = (0.02, pitch - 0.05, high - low + 0.06)
            made.append(shapes.box(frame, (x, y, (low + high) / 2), self.black, 0.008))
            glass = (0.02, pitch - 0.12, high - low)
            made.append(shapes.box(glass, (x * 1.003, y, (low + high) / 2), self.pane, 0.006))
            bar = (0.02, pitch - 0.12, 0.025)
            made.append(shapes.box(bar, (x * 1.006, y, high - 0.28 * (high - low)), self.black))
        return made

    def screen(self, low, high, front):
        """The windscreen or the rear window; the screen of two panes has wipers."""
        y = self.front - 0.01 if front else self.back + 0.01
        wide = self.wide - 0.3
        made = [shapes.box((wide, 0.05, high - low), (0, y, (low + high) / 2), self.pane, 0.02)]
        if front:
            made.append(shapes.box((0.035, 0.06, high - low), (0, y, (low + high) / 2), self.black))
            for x in (-0.55, 0.35):
                tip = (x + 0.45, y - 0.05, low + 0.42)
                made.append(shapes.rod((x, y - 0.05, low - 0.02), tip, 0.014, self.black, 8))
            for side in (-1, 1):
                x, root = side * (self.wide / 2 + 0.18), side * (self.wide / 2 - 0.1)
                arm = [(root, y + 0.1, high), (x, y - 0.18, high), (x, y - 0.2, high - 0.2)]
                if low < 2:
                    made.append(shapes.sweep(arm, 0.022, self.black, 8))
                    made.append(shapes.box((0.2, 0.1, 0.38), (x, y - 0.2, high - 0.36), self.black, 0.04))
        return made

    def door(self, y, high):
        """A double door on the right-hand side, glazed from top to bottom."""
        x, made = self.wide / 2, []
        made.append(shapes.box((0.03, 1.16, high - 0.3), (x, y, 0.36 + (high - 0.3) / 2), self.black, 0.01))
        for step in (-0.28, 0.28):
            pane = (0.04, 0.47, high - 0.5)
            made.append(shapes.box(pane, (x, y + step, 0.46 + (high - 0.5) / 2), self.pane, 0.02))
        return made

    def sign(self, z, front):
        """The destination board, its text a few lit dashes."""
        y = self.front - 0.02
        made = [shapes.box((1.7, 0.05, 0.3), (0, y, z), self.black, 0.02)]
        lit = materials.glow("#ffb43a", 1.4)
        x = -0.66
        for k, long in enumerate((0.16, 0.0, 0.3, 0.22, 0.38)):
            if long:
                made.append(shapes.box((long, 0.02, 0.11), (x + long / 2, y - 0.02, z), lit))
            x += long + (0.06 if k != 1 else 0.12)
        return made

    def lamps(self, z):
        """Head and tail lamps, bumpers, number plates."""
        clear, red = materials.plain("#d9dde0", 0.06, 0.4, Clearcoat=1.0), materials.plain("#9c1616", 0.15)
        amber, made = materials.plain("#d87a1a", 0.2), []
        half = self.wide / 2
        for side in (-1, 1):
            for x, r, tone in ((0.78, 0.13, clear), (0.54, 0.1, clear), (0.92, 0.07, amber)):
                made.append(shapes.ball(r, (side * x * half, self.front - 0.0, z), tone, (1, 0.4, 1), 24))
            rear = (side * 0.82 * half, self.back + 0.01, z + 0.2)
            made.append(shapes.box((0.18, 0.05, 0.4), rear, red, 0.02))
        for y in (self.front, self.back):
            made.append(shapes.box((self.wide + 0.02, 0.2, 0.24), (0, y, 0.45), self.black, 0.06))
        plate = materials.plain("#e8e6de", 0.4)
        made.append(shapes.box((0.55, 0.04, 0.13), (0, self.front - 0.1, 0.46), plate, 0.008))
        return made

    def wheels(self, places, radius, studio, rng):
        """Wheels in round arches with a dark lip."""
        made = []
        for y in places:
            for side in (-1, 1):
                x = side * self.wide / 2
                arch = [(0, -0.42), (radius + 0.1, -0.42), (radius + 0.1, 0.006), (0, 0.006)]
                turn = Matrix.Translation((x, y, radius)) @ Matrix.Rotation(side * math.pi / 2, 4, "Y")
                made.append(shapes.moved(shapes.lathe(arch, self.black, 48), turn))
                made += wheel((x - side * 0.1, y, radius), radius, 0.26, 0, rng)
        return made


def school_bus(rng):
    """A yellow school bus: a box behind a bonnet, black rails, lamps on the roof."""
    long, wide, tall = 9.6, 2.4, 3.05
    body = Body(long, wide, tall, "#dba11c", "#17181a", front=-3.1)
    parts = [body.hull(0.55)]
    parts += body.windows(-1, 1.75, 2.45, [], 0.25) + body.windows(1, 1.75, 2.45, [-2.55], 0.25)
    parts += body.door(-2.55, 2.45)
    parts += body.screen(1.75, 2.55, front=True) + body.screen(1.8, 2.5, front=False)
    for z in (0.78, 1.15, 1.6):
        parts.append(shapes.box((wide + 0.03, 7.7, 0.07), (0, 0.9, z), body.black, 0.01))
    nose = shapes.box((1.9, 1.75, 1.1), (0, -3.9, 1.2), body.paint)
    parts.append(shapes.bevel(nose, 0.2, 5))
    grille = materials.metal("#b9bbbd", 0.25)
    parts.append(shapes.box((1.0, 0.06, 0.55), (0, -4.79, 1.2), body.black, 0.02))
    for k in range(6):
        parts.append(shapes.box((0.94, 0.03, 0.035), (0, -4.82, 0.98 + 0.09 * k), grille, 0.008))
    clear, plate = materials.plain("#d9dde0", 0.06, 0.4, Clearcoat=1.0), materials.plain("#e8e6de", 0.4)
    for side in (-1, 1):
        fender = shapes.ball(0.62, (side * 0.9, -3.9, 0.72), body.paint, (0.5, 1.0, 0.72), 40)
        parts.append(fender)
        parts.append(shapes.ball(0.13, (side * 0.72, -4.76, 1.2), clear, (1, 0.4, 1), 24))
        amber = materials.plain("#d87a1a", 0.2)
        parts.append(shapes.ball(0.07, (side * 0.72, -4.75, 0.98), amber, (1, 0.4, 1), 20))
    parts.append(shapes.box((2.3, 0.16, 0.28), (0, -4.86, 0.62), body.black, 0.05))
    parts.append(shapes.box((2.4, 0.16, 0.28), (0, 4.85, 0.66), body.black, 0.05))
    parts.append(shapes.box((0.5, 0.03, 0.13), (0, -4.95, 0.62), plate, 0.008))
    sign = shapes.box((1.5, 0.06, 0.26), (0, -3.12, 2.79), materials.plain("#e0b030", 0.4), 0.03)
    parts.append(sign)
    for k in range(7):
        parts.append(shapes.box((0.1, 0.02, 0.12), (-0.48 + 0.16 * k, -3.16, 2.79), body.black, 0.01))
    for side in (-1, 1):
        for x, tone in ((0.92, "#a81a16"), (0.8, "#d88a1a")):
            lamp = shapes.ball(0.1, (side * x, -3.1, 2.8), materials.plain(tone, 0.15), (0.7, 0.5, 1), 20)
            parts.append(lamp)
    for y in (-3.9, 2.6):
        for side in (-1, 1):
            x = side * (wide / 2 - 0.02) if y > 0 else side * 1.02
            arch = [(0, -0.4), (0.58, -0.4), (0.58, 0.03), (0, 0.03)]
            turn = Matrix.Translation((side * wide / 2, y, 0.5)) @ Matrix.Rotation(side * math.pi / 2, 4, "Y")
            if y > 0:
                parts.append(shapes.moved(shapes.lathe(arch, body.black, 48), turn))
            parts += wheel((x + side * 0.05, y, 0.48), 0.48, 0.26, 0, rng)
    stop = [(0.2 * math.cos(a), 0.2 * math.sin(a)) for a in (math.pi / 8 + k * math.pi / 4 for k in range(8))]
    place = Matrix.Translation((-wide / 2 - 0.05, -2.2, 1.35)) @ Matrix.Rotation(math.pi / 2, 4, "Z")
    parts.append(shapes.slab(stop, 0.03, materials.plain("#a81c1c", 0.35), 0.004, place=place))
    return parts
