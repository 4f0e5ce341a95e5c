"""A book: lying open with printed pages, lying closed with its page edges to see, or standing upright."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "table_cloth", "paper", "wooden_table", "windowsill", "garden_table", "shelf"]
KINDS = ["open", "closed", "open", "closed", "open", "standing", "standing"]
VIEW = View(turn=(-24, 24), elevation=(22, 46), fill=(0.68, 0.84), blur=0.6)
COVERS = ["#7d1f22", "#1f3f5f", "#2f5a3f", "#c98a2a", "#3a2f45", "#b5502f", "#2a6a70"]
FOILS = [("#d8b45a", 1), ("#e9e0c8", 0), ("#1c1a18", 0)]


def book(studio, rng):
    kind, tint = studio.pick(KINDS), studio.pick(COVERS)
    tones = [tuple(c * k for c in materials.linear(tint)) for k in (0.75, 1.0)]
    cloth = materials.mottled(tones, 500, rng.uniform(0.45, 0.75), 0.4, 0.0006)
    if kind == "open":
        return open_book(rng, cloth)
    colour, bare = studio.pick(FOILS)
    foil = materials.metal(colour, 0.3) if bare else materials.plain(colour, 0.6)
    wide, tall = rng.uniform(0.145, 0.175), rng.uniform(0.21, 0.245)
    parts = closed_book(rng, cloth, foil, wide, tall, rng.uniform(0.042, 0.065))
    if kind == "closed":
        spin = Matrix.Rotation(math.radians(rng.choice([-35, 28, 40, 150])), 4, "Z")
        return [shapes.moved(part, spin) for part in parts]
    # Upright, the cover to the front and the page edges in sight.
    up = Matrix.Rotation(math.radians(rng.uniform(-42, -30)), 4, "Z")
    up = up @ Matrix.Translation((0, 0, tall / 2)) @ Matrix.Rotation(math.pi / 2, 4, "X")
    return [shapes.moved(part, up) for part in parts]


def closed_book(rng, cloth, foil, wide, tall, thick):
    """A hardcover lying on its back cover, spine at the left, its top edge towards +y."""
    board, inset = 0.0032, 0.005
    flat = Matrix.Translation((-wide / 2, 0, 0))
    bow = [(-0.2 * thick * math.sin(a), thick / 2 * (1 - math.cos(a))) for a in steps(0, math.pi, 16)]
    groove = [(wide, 0), (0.012, 0), (0.008, 0.0014), (0.004, 0)]
    outer = groove + bow + [(x, thick - z) for x, z in reversed(groove)]
    inner_bow = [(0.001 + 0.9 * x, board + z * (1 - 2 * board / thick)) for x, z in bow]
    inner = [(wide, board), *inner_bow, (wide, thick - board)]
    cover = shapes.slab(outer + inner[::-1], tall, cloth, 0.0009, flat)
    leaves = materials.mottled(["#b9a888", "#efe6d0", "#d8cbb0"], 900, 0.9, 0.5, 0.001, (0.02, 0.02, 1))
    belly = [(wide - inset - 0.006 * math.sin(a), z) for a, (_, z) in zip(steps(0, math.pi, 16), inner_bow)]
    block = shapes.slab(inner_bow + belly[::-1], tall - 2 * inset, leaves, 0, flat)
    parts = [cover, block]
    bands = rng.random() < 0.6
    for k in range(4 if bands else 0):
        y = tall * (-0.3 + 0.2 * k)
        rib = [Vector((x - 0.0003, y, z)) for x, z in bow[1:-1]]
        parts.append(shapes.moved(shapes.sweep(rib, 0.0022, cloth, 10), flat))
    if rng.random() < 0.6:
        ribbon = materials.cloth(rng.choice(["#a3262a", "#c9a860", "#27364a"]))
        y = -tall / 2
        path = [(0, y + 0.03, 0), (0, y - 0.002, 0), (0.004, y - 0.012, -0.004), (0.002, y - 0.026, -0.012)]
        strand = shapes.sweep(shapes.curve(path, 6), 0.003, ribbon, 8, flat=0.15)
        parts.append(shapes.moved(strand, Matrix.Translation((rng.uniform(-0.1, 0.2) * wide, 0, thick / 2))))
    return parts + printing(rng, foil, wide, tall, thick + 0.0001)


def printing(rng, foil, wide, tall, z):
    """A frame, a title in words and an ornament on the front cover."""
    middle, parts = 0.006, []
    for grow, line in ((0.8, 0.0016), (0.74, 0.0008)):
        x, y = grow * wide / 2, (tall - (1 - grow) * wide) / 2
        for side in (-1, 1):
            parts.append(shapes.box((2 * x, line, 0.0006), (middle, side * y, z), foil))
            parts.append(shapes.box((line, 2 * y, 0.0006), (middle + side * x, 0, z), foil))
    for row, (height, span) in enumerate(((0.016, 0.5), (0.016, 0.36), (0.006, 0.3))):
        y, x = tall * 0.27 - row * 0.027, -span * wide / 2
        while x < span * wide / 2:
            letter = height * rng.uniform(0.45, 0.75)
            for across in (0, letter * 0.6):
                parts.append(shapes.box((height * 0.2, height, 0.0006), (middle + x + across, y, z), foil))
            up = y + rng.choice([-0.4, 0, 0.4]) * height
            parts.append(
                shapes.box((letter * 0.6, height * 0.2, 0.0006), (middle + x + letter * 0.3, up, z), foil)
            )
            x += letter * 1.25
    petals, radius = rng.choice([5, 6, 8]), wide * 0.16
    rose = [
        (middle + r * math.cos(a), -tall * 0.16 + r * math.sin(a))
        for a, r in ((a, radius * (0.7 + 0.3 * math.cos(petals * a))) for a in steps(0, math.tau, 95))
    ]
    parts.append(shapes.sweep([(x, y, z) for x, y in rose], 0.0011, foil, 6, closed=True))
    parts.append(shapes.ball(radius * 0.25, (middle, -tall * 0.16, z), foil, (1, 1, 0.08), 20))
    return parts


def open_book(rng, cloth):
    """Two page blocks that curve down from the gutter over the opened boards."""
    wide, tall, thick = rng.uniform(0.135, 0.16), rng.uniform(0.205, 0.235), rng.uniform(0.016, 0.026)
    paper = materials.plain(rng.choice(["#f2ecdc", "#efe4cb", "#f4f1e8"]), 0.9)
    leaves = materials.mottled(["#b9a888", "#efe6d0"], 900, 0.9, 0.5, 0.001, (0.02, 0.02, 1))
    ink = materials.plain("#4a453f", 0.9)
    red = materials.plain("#8f2f28", 0.9)
    art = materials.mottled(rng.choice(PLATES), 26, 0.8)
    parts, share = [], rng.uniform(0.7, 1.3)
    picture = rng.choice([-1, 1, 0])
    for side in (-1, 1):
        high = thick * (share if side > 0 else 2 - share)
        parts.append(
            shapes.box(
                (wide + 0.012, tall + 0.014, 0.003), (side * (wide + 0.012) / 2, 0, 0.0015), cloth, 0.001
            )
        )

        def rise(x, high=high):
            t = x / wide
            return (
                0.003 + high * min(1.0, (t / 0.16) ** 0.5) * (1 - 0.22 * t * t)
                if t < 0.16
                else (0.003 + high * (1 - 0.22 * t * t) + 0.002 * math.sin(6 * t))
            )

        line = [(side * t * wide, rise(t * wide)) for t in [k / 60 for k in range(61)]]
        edge = [(side * (wide + 0.003), 0.003), (0, 0.003)]
        parts.append(shapes.slab(line + edge, tall, leaves, 0))
        parts.append(page(rng, line, tall, [paper, ink, red, art], picture == side))
    if rng.random() < 0.6:
        parts += lifted(rng, wide, tall, paper)
    if rng.random() < 0.6:
        ribbon = materials.cloth(rng.choice(["#a3262a", "#c9a860", "#27364a"]))
        y = -tall / 2
        path = [
            (0.002, tall / 2 - 0.01, 0.007),
            (0.004, 0, 0.006),
            (0.002, y, 0.007),
            (0.006, y - 0.012, 0.004),
        ]
        path.append((0.012, y - 0.045, 0.0015))
        parts.append(shapes.sweep(shapes.curve(path, 8), 0.004, ribbon, 8, flat=0.2))
    return parts


PLATES = [
    ["#3f6f86", "#d8c9a8", "#7f9a5a"],
    ["#b5683f", "#e3c88a", "#4f5a4a"],
    ["#6a4f7a", "#d8a8a0", "#3f5a7a"],
]


def page(rng, line, tall, material, pictured):
    """A page's printed face along the curve `line`: lines of words in margins, perhaps a picture."""
    across, down = len(line) - 1, 92
    line = line if line[-1][0] > 0 else line[::-1]
    vertices = [(x, tall / 2 - tall * j / down, z + 0.0004) for j in range(down + 1) for x, z in line]
    faces, picks = [], []
    words, first = [], 16 if rng.random() < 0.4 else 9
    for j in range(down):
        if j % 3 == 0:
            gaps = sorted(rng.sample(range(9, across - 8), 8))
            end = across - 8 if rng.random() < 0.85 else rng.randint(across // 3, across - 10)
            words = [7 <= i < end and i not in gaps for i in range(across)]
        for i in range(across):
            a = j * (across + 1) + i
            faces.append((a + across + 1, a + across + 2, a + 1, a))
            plate = pictured and 9 <= i < across - 9 and 12 <= j < 48
            text = j % 3 == 0 and first <= j < down - 9 and words[i] and not (pictured and j < 52)
            title = first == 16 and j in (9, 10) and 18 < i < across - 18 and i % 5 and not pictured
            picks.append(3 if plate else 2 if title else int(text))
    return shapes.mesh("page", vertices, faces, material, True, picks)


def lifted(rng, wide, tall, paper):
    """A few leaves that stand up from the gutter and bend over."""
    parts, lean = [], rng.choice([-1, 1])
    for k in range(rng.randint(1, 3)):
        path, x, z, bend = [], 0.0, 0.004, rng.uniform(1.3, 1.6) - 0.25 * k
        for i in range(25):
            angle = math.radians(74 - k * 14) - i / 24 * bend
            path.append((lean * x, z))
            x += wide / 24 * math.cos(angle)
            z += wide / 24 * math.sin(angle)
        vertices = [(x, y, z) for y in (-tall / 2, tall / 2) for x, z in path]
        faces = [(i, i + 1, i + 26, i + 25) for i in range(24)]
        parts.append(shapes.mesh("leaf", vertices, faces, paper))
    return parts


def steps(start, end, count):
    """count + 1 numbers from start to end."""
    return [start + (end - start) * k / count for k in range(count + 1)]
