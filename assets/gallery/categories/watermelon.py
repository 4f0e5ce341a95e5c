"""A watermelon: a striped melon cut open, a half, a wedge, or slices, with red flesh and dark seeds."""

import math

from mathutils import Matrix, Vector, noise

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "garden_table", "kitchen", "table_cloth"]
VIEW = View(turn=(-28, 28), elevation=(14, 34), fill=(0.66, 0.84))
KINDS = ["whole and half", "slices", "cut out", "wedge", "halves", "whole and wedge", "slices"]
RINDS = [("#1c3a1a", "#6f9a4a"), ("#24421c", "#93ad5c"), ("#16301c", "#4f8048")]
FLESH = [["#a81820", "#cc2f38"], ["#b8242c", "#d8443e"], ["#9c1624", "#c02838"]]


def watermelon(studio, rng):
    kind = studio.pick(KINDS)
    thick, long_ = rng.uniform(0.1, 0.115), rng.uniform(1.0, 1.28)
    melon = Melon(rng, thick, thick * long_, rind(*studio.pick(RINDS)), flesh(*studio.pick(FLESH)))
    full, pi = (0.0, 2 * math.pi), math.pi
    rest = Matrix.Translation((0, 0, thick))
    if kind == "whole and half":
        back = Matrix.Translation((-0.07, 0.09, thick)) @ turned("Z", rng.uniform(-0.5, 0.1))
        front = Matrix.Translation((0.07, -0.08, thick * 0.93)) @ turned("Z", -1.75) @ turned("Y", -0.42)
        front = front @ Matrix.Translation((0.05, 0, 0))
        return melon.cut(full, (-1, 1), back) + melon.cut(full, (-1, 0), front)
    if kind == "halves":
        parts = []
        for side in (-1, 1):
            place = Matrix.Translation((side * 0.1, 0.03 * side, thick * 0.95))
            place = place @ turned("Z", -pi / 2 + side * rng.uniform(0.15, 0.3)) @ turned("Y", -0.5)
            parts += melon.cut(full, (-1, 0), place @ turned("X", 2 * side))
        return parts
    if kind == "slices":
        parts = []
        wide = 0.2 if long_ < 1.15 else 0.17
        for k in range(rng.choice([2, 3])):
            lean = turned("X", -0.22 - 0.05 * k)
            place = Matrix.Translation((0.055 * k - 0.05, 0.062 * k - 0.05, 0.004))
            place = place @ turned("Z", 0.22 - 0.12 * k)
            span = (-pi / 2 - 0.52, -pi / 2 + 0.52) if studio.variant % 2 else (-pi, 0)
            slab = place @ lean @ Matrix.Translation((0, 0, thick)) @ turned("Z", -pi / 2)
            parts += melon.cut(span, (-wide / 2, wide / 2 - 0.05), slab)
        return parts
    if kind == "wedge":
        place = rest @ turned("Z", rng.uniform(-0.35, 0.35))
        parts = melon.cut((-pi / 2 - 0.62, -pi / 2 + 0.62), (-1, 1), place)
        return parts
    gap = (-0.72, 0.42) if kind == "cut out" else (-0.55, 0.55)
    lean = rest @ turned("Z", rng.uniform(-0.15, 0.15)) @ turned("X", -pi / 2 + 0.75 + pi)
    if kind == "cut out":
        return melon.cut((gap[1], gap[0] + 2 * pi), (-1, 1), lean)
    rest = Matrix.Translation((0, 0.1, 0)) @ rest @ turned("Z", rng.uniform(-0.2, 0.2))
    parts = melon.cut(full, (-1, 1), rest)
    place = Matrix.Translation((rng.uniform(-0.04, 0.04), -0.1, thick))
    place = place @ turned("Z", rng.uniform(-0.25, 0.25))
    return parts + melon.cut((-pi / 2 - 0.55, -pi / 2 + 0.55), (-1, 1), place @ turned("X", 0.3))


def turned(axis, angle):
    return Matrix.Rotation(angle, 4, axis)


def rind(dark, light):
    """Green rind in ragged dark bands, from the vertices' shade."""
    material, nodes = materials.graph("rind")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    ragged = nodes.add("ShaderNodeMath", {0: nodes.noise(55, 6), 1: 0.9, 2: shade}, operation="MULTIPLY_ADD")
    wide = nodes.add("ShaderNodeMapRange", {"Value": ragged.outputs[0], "From Min": 0.75, "From Max": 1.15})
    nodes.principled(Base_Color=nodes.blend(wide.outputs[0], light, dark), Roughness=0.28, Specular=0.45)
    return material


def flesh(dark, light):
    """Red flesh that pales towards the rind; the shade is 0 at the heart and 1 at the skin."""
    material, nodes = materials.graph("flesh")
    shade = nodes.add("ShaderNodeAttribute", attribute_name="shade").outputs["Fac"]
    red = nodes.blend(nodes.noise(70, 6), dark, light, dark)
    rim = nodes.add("ShaderNodeMapRange", {"Value": shade, "From Min": 0.87, "From Max": 1.0}).outputs[0]
    pale = nodes.blend(rim, "#e0707a", "#f0e4c8", "#d8e0a8", "#4f7f3a")
    part = nodes.add("ShaderNodeMapRange", {"Value": shade, "From Min": 0.84, "From Max": 0.91}).outputs[0]
    colour = nodes.add("ShaderNodeMixRGB", {"Fac": part, "Color1": red, "Color2": pale}).outputs[0]
    normal = nodes.bump(nodes.noise(260, 6), 0.5, 0.0015)
    nodes.principled(Base_Color=colour, Roughness=0.32, Normal=normal)
    return material


class Melon:
    """A melon about the x axis, of which pieces can be cut."""

    def __init__(self, rng, thick, long_, skin, red):
        self.rng, self.thick, self.long, self.skin, self.red = rng, thick, long_, skin, red
        self.bands, self.seed = rng.choice([9, 10, 11]), rng.uniform(0, 90)
        self.seeds = materials.plain("#1c1008", 0.25)

    def radius(self, x):
        """How far the skin is from the x axis at x."""
        return self.thick * max(0.0, 1 - abs(x / self.long) ** 2.2) ** 0.5

    def shade(self, x, r):
        """0 at the heart, 1 at the skin."""
        return (abs(x / self.long) ** 2.2 + (r / self.thick) ** 2) ** 0.5

    def cut(self, span, ends, place):
        """The piece between two angles about the x axis and two places along it.

        Ends beyond the melon (-1 and 1) leave its own tips.
        """
        low, high = (max(-self.long, min(self.long, x * (self.long if abs(x) == 1 else 1))) for x in ends)
        whole = span[1] - span[0] > 6.28
        parts = [self._skin(span, low, high)]
        if not whole:
            for k, angle in enumerate(span):
                parts += self._face(lambda u, v, a=angle: self._plane(a, low, high, u, v), (1, -1)[k])
        for x, way in ((low, -1), (high, 1)):
            if abs(x) < self.long * 0.99:
                parts += self._face(lambda u, v, x=x: self._round(span, x, u, v), way)
        return [shapes.moved(part, place) for part in parts]

    def _plane(self, angle, low, high, u, v):
        x = (low + high) / 2 - (high - low) / 2 * math.cos(math.pi * u)
        return x, v * self.radius(x), angle

    def _round(self, span, x, u, v):
        return x, v * self.radius(x), span[0] + (span[1] - span[0]) * u

    def _skin(self, span, low, high):
        vertices, shades, faces, rings, sides = [], [], [], 72, 120
        for i in range(rings + 1):
            x, r, _ = self._plane(0, low, high, i / rings, 1)
            for k in range(sides + 1):
                angle = span[0] + (span[1] - span[0]) * k / sides
                vertices.append((x, r * math.cos(angle), r * math.sin(angle)))
                wave = noise.noise(Vector((x * 14, 2 * math.cos(angle), 2 * math.sin(angle) + self.seed)))
                shades.append(0.5 + 0.5 * math.cos(self.bands * angle + 1.5 * wave))
        for i in range(rings):
            for k in range(sides):
                a = i * (sides + 1) + k
                faces.append((a, a + 1, a + sides + 2, a + sides + 1))
        return _shaded(shapes.mesh("skin", vertices, faces, self.skin), shades)

    def _face(self, at, way):
        """A cut face, `at(u, v)` giving x, radius and angle, with the seeds that it lays bare."""
        vertices, shades, faces, across, deep = [], [], [], 90, 30
        for i in range(across + 1):
            for j in range(deep + 1):
                x, r, angle = at(i / across, j / deep)
                vertices.append((x, r * math.cos(angle), r * math.sin(angle)))
                shades.append(self.shade(x, r))
        for i in range(across):
            for j in range(deep):
                a = i * (deep + 1) + j
                faces.append((a, a + 1, a + deep + 2, a + deep + 1))
        parts = [_shaded(shapes.mesh("flesh", vertices, faces, self.red), shades)]
        taken = []
        for _ in range(500):
            x, r, angle = at(self.rng.random(), math.sqrt(self.rng.random()))
            spot = Vector((x, r * math.cos(angle), r * math.sin(angle)))
            if not 0.42 < self.shade(x, r) < 0.78 or any((spot - s).length < 0.0165 for s in taken):
                continue
            taken.append(spot)
            out = self._normal(at, way)
            down = (spot - out * spot.dot(out)).normalized()
            down = (down + 0.25 * Vector([self.rng.uniform(-1, 1) for _ in "xyz"])).normalized()
            seed = shapes.ball(0.0042, (0, 0, 0), self.seeds, (1.0, 0.45, 1.5), 12)
            side = down.cross(out).normalized()
            turn = Matrix((side, out, down)).transposed().to_4x4()
            parts.append(shapes.moved(seed, Matrix.Translation(spot) @ turn))
        return parts

    def _normal(self, at, way):
        spots = at(0.4, 0.2), at(0.6, 0.2), at(0.5, 0.9)
        a, b, c = (Vector((x, r * math.cos(t), r * math.sin(t))) for x, r, t in spots)
        return (b - a).cross(c - a).normalized() * way


def _shaded(part, shades):
    part.data.attributes.new("shade", "FLOAT", "POINT").data.foreach_set("value", shades)
    return part
