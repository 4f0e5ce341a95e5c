"""An axe: a wedge of steel on a curved haft, struck into a chopping block or leaning against one."""

import math

from mathutils import Matrix

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["lawn", "floor", "forest", "paper", "garden_table", "meadow", "wooden_table"]
VIEW = View(turn=(-18, 18), elevation=(16, 34), fill=(0.66, 0.8), blur=0.5)
TIMBERS = [("#d0a064", "#96683a"), ("#b5824a", "#70492a"), ("#dcbc88", "#ab8452")]
HEADS = ["#3b3a39", "#8f1f18", "#55565a", "#23364a", "#474542"]


def axe(studio, rng):
    long = rng.uniform(0.46, 0.62)
    wood = materials.wood(*studio.pick(TIMBERS), 45, along="z", roughness=0.5)
    parts = [haft(long, wood, rng), *head(long - 0.05, studio, rng)]
    wide = rng.uniform(0.13, 0.16)
    if studio.pick(["struck", "leaning"]) == "struck":
        high = rng.uniform(0.2, 0.26)
        chop = Matrix.Rotation(math.radians(rng.uniform(112, 122)), 4, "Y")
        parts = [shapes.moved(part, chop @ Matrix.Translation((0, 0, 0.045 - long))) for part in parts]
        low = min(v.co.z for part in parts for v in part.data.vertices)
        place = Matrix.Translation((0.03, 0, high - low - 0.03))
    else:
        high, back, aside = long * rng.uniform(0.62, 0.72), rng.uniform(0.2, 0.28), rng.uniform(0.05, 0.2)
        place = Matrix.Translation((0, -wide - 0.02 - high * math.tan(back), 0.004))
        place = place @ Matrix.Rotation(-back, 4, "X") @ Matrix.Rotation(-aside, 4, "Y")
    if studio.pick([True, False, False]):
        place = Matrix.Diagonal((-1, 1, 1, 1)) @ place
    parts = [shapes.moved(part, place) for part in parts]
    return [*parts, block(wide, high, rng)]


def haft(long, wood, rng):
    """An oval haft standing on z = 0: straight in the head, swept below, with a knob at its end."""
    bend = rng.uniform(0.6, 1.2)
    line = [(0, 1), (0, 0.88), (0.016, 0.6), (0.004, 0.3), (-0.012, 0.13), (0.004, 0.03), (0.012, 0)]
    path = [(x * bend, 0, z * long) for x, z in shapes.curve(line, 8)]

    def thick(t):
        knob = math.exp(-(((t - 0.97) / 0.05) ** 2))
        return 0.0185 + 0.0035 * math.exp(-((t / 0.18) ** 2)) + 0.0085 * knob

    part = shapes.sweep(path, thick, wood, 24)
    return shapes.bevel(shapes.moved(part, Matrix.Diagonal((1, 0.68, 1, 1))), 0.003, 2)


def head(eye, studio, rng):
    """The head about the haft's axis at z = `eye`, its edge towards +x; ground bright at the edge."""
    body = materials.mottled([studio.pick(HEADS)] * 2, 60, 0.42, 0.3, 0.001, Metallic=0.35, Clearcoat=0.2)
    ground = materials.metal("#d3d5d6", 0.22)
    beard, flare = rng.choice([0.02, 0.05, 0.08]), rng.uniform(0.02, 0.035)
    # x, upper and lower edge about the eye, half the thickness
    sections = [
        (-0.052, 0.030, -0.030, 0.017),
        (-0.046, 0.033, -0.033, 0.0185),
        (-0.022, 0.033, -0.033, 0.0195),
        (0.0, 0.034, -0.034, 0.0205),
        (0.022, 0.034, -0.035, 0.0185),
        (0.042, 0.034, -0.037, 0.013),
        (0.065, 0.036, -0.041 - 0.3 * beard, 0.0085),
        (0.09, 0.042, -0.05 - 0.65 * beard, 0.006),
        (0.112, 0.042 + flare, -0.06 - beard, 0.0042),
        (0.1135, 0.0425 + flare, -0.0605 - beard, 0.004),
        (0.134, 0.044 + flare, -0.062 - beard, 0.0004),
    ]
    sections = [tuple(1.15 * value for value in section) for section in sections]
    across = 9
    vertices, faces, picks = [], [], []
    for face in (-1, 1):
        for x, top, bottom, half in sections:
            for k in range(across):
                v = 2 * k / (across - 1) - 1
                rounded = half * (1 - 0.12 * v**4)
                bow = max(0.0, x - 0.058) / 0.092 * 0.03 * v * v
                vertices.append((x - bow, face * rounded, eye + (top + bottom) / 2 + v * (top - bottom) / 2))
    size, last = len(sections) * across, len(sections) - 1
    for i in range(last):
        for k in range(across - 1):
            a = i * across + k
            quad = (a, a + across, a + across + 1, a + 1)
            faces += [quad, tuple(size + v for v in reversed(quad))]
            picks += [int(i >= 8)] * 2
        for k in (0, across - 1):
            a = i * across + k
            faces.append((a, a + across, size + a + across, size + a))
            picks.append(int(i >= 8))
    for i in (0, last):
        for k in range(across - 1):
            a = i * across + k
            faces.append((a, a + 1, size + a + 1, size + a))
            picks.append(int(i > 0))
    steel = shapes.bevel(shapes.mesh("head", vertices, faces, [body, ground], picks=picks), 0.0015, 2)
    wedge = shapes.box((0.006, 0.03, 0.004), (0.002, 0, eye + 0.049), ground)
    return [steel, wedge]


def block(radius, high, rng):
    """A chopping block: a piece of trunk, sawn flat."""
    bark = materials.mottled(["#2a2019", "#55453a", "#6d5d4c"], 14, 0.95, 1.0, 0.02, stretch=(1, 1, 0.25))
    sawn, nodes = materials.graph("sawn")
    where = nodes.coordinates()
    rings = nodes.add(
        "ShaderNodeTexWave",
        {"Vector": where, "Scale": 22, "Distortion": 2.5, "Detail": 3, "Detail Scale": 1.2},
        wave_type="RINGS",
        rings_direction="Z",
    ).outputs["Fac"]
    nodes.principled(Base_Color=nodes.blend(rings, "#c39a63", "#ddbd8a"), Roughness=0.85)
    profile = [(0, 0)] + [(radius, high * k / 10) for k in range(10)]
    profile += [(radius, high - 0.004), (radius - 0.012, high)]
    profile += [(radius * k / 6, high) for k in (5, 4, 3, 2, 1, 0)]
    seed = rng.uniform(0, 6)
    part = shapes.lathe(
        profile,
        [bark, sawn],
        72,
        pick=lambda ring, side: int(ring >= 11),
        swell=lambda a, z: 1 + 0.03 * math.sin(2 * a + seed) + 0.02 * math.sin(5 * a),
    )
    part["apart"] = True
    return shapes.bevel(part, 0.003, 1)
