"""A vase: turned clay or glass with a foot, a belly, a neck and a flared lip."""

import math

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "shelf", "windowsill", "table_cloth", "paper", "floor"]
VIEW = View(turn=(0, 360), elevation=(6, 20), fill=(0.66, 0.82))
TURNS_ALIKE = True
SHAPES = {  # the outline from the foot to the lip: radius and height as shares of the whole height
    "baluster": [(0.17, 0), (0.165, 0.03), (0.15, 0.1), (0.22, 0.3), (0.29, 0.55), (0.265, 0.72)]
    + [(0.14, 0.85), (0.115, 0.91), (0.19, 1)],
    "bottle": [(0.19, 0), (0.2, 0.02), (0.3, 0.15), (0.325, 0.28), (0.25, 0.43), (0.115, 0.56), (0.08, 0.7)]
    + [(0.085, 0.88), (0.15, 1)],
    "urn": [(0.19, 0), (0.185, 0.03), (0.1, 0.09), (0.105, 0.13), (0.24, 0.3), (0.32, 0.55), (0.28, 0.75)]
    + [(0.185, 0.85), (0.18, 0.9), (0.28, 1)],
    "tulip": [(0.17, 0), (0.165, 0.02), (0.13, 0.08), (0.19, 0.3), (0.24, 0.46), (0.19, 0.66), (0.15, 0.78)]
    + [(0.18, 0.9), (0.29, 1)],
    "jar": [(0.17, 0), (0.18, 0.02), (0.27, 0.18), (0.355, 0.42), (0.34, 0.62), (0.2, 0.78), (0.155, 0.84)]
    + [(0.155, 0.92), (0.215, 1)],
}
ORDER = ["baluster", "bottle", "urn", "tulip", "jar"]
COATS = ["painted", "run", "banded", "fluted", "glass", "painted", "crackled"]
PAIRS = [("#e8e4d6", "#1f3f86"), ("#2f5f63", "#c9a36a"), ("#b5512c", "#221a17"), ("#d9cfb8", "#7d3324")]
PAIRS += [("#7f9a8a", "#e4dcc6"), ("#22384f", "#c9b27a"), ("#c98a3c", "#4a2414")]
GLASSES = ["#4f9fb8", "#5a9a5f", "#c77a3a"]


def vase(studio, rng):
    tall, coat = rng.uniform(0.24, 0.32), studio.pick(COATS)
    stout = rng.uniform(0.92, 1.1)
    line = [(r * tall * stout, z * tall) for r, z in shapes.curve(SHAPES[studio.pick(ORDER)], 10)]
    wall = 0.0045
    lip = [(line[-1][0] + 0.0015, tall + 0.002), (line[-1][0] - 0.0005, tall + 0.0042)]
    lip += [(line[-1][0] - wall, tall + 0.002)]
    inside = [(max(r - wall, 0.004), z) for r, z in reversed(line[6:])]
    sunk = line[0][0] - 0.006
    profile = [(0, 0.004), (sunk, 0.004), (sunk + 0.002, 0), *line, *lip, *inside, (0, line[6][1])]
    base, mark = studio.pick(PAIRS)
    swell = None
    if coat == "glass":
        skin = tinted(studio.pick(GLASSES))
    elif coat == "run":
        skin = run(base, mark, tall)
    elif coat == "banded":
        skin = banded(base, mark, tall, rng)
    elif coat == "painted":
        skin = painted(base, mark, tall)
    elif coat == "crackled":
        skin = crackled(base)
    else:
        skin, count = materials.glazed(base), rng.choice([16, 20, 24])

        def swell(angle, z):
            share = min(1.0, max(0.0, (z / tall - 0.1) / 0.15)) * min(1.0, max(0.0, (0.8 - z / tall) / 0.1))
            return 1 - 0.05 * share * (1 - abs(math.sin(count * angle / 2)))

    return [shapes.lathe(profile, skin, 192 if swell else 96, swell=swell)]


def heights(nodes, tall):
    """The height as a share, for what changes from the foot to the lip."""
    return nodes.add("ShaderNodeSeparateXYZ", {"Vector": nodes.coordinates((1, 1, 1 / tall))}).outputs["Z"]


def step(nodes, value, low, high):
    inputs = {"Value": value, "From Min": low, "From Max": high}
    return nodes.add("ShaderNodeMapRange", inputs).outputs[0]


def calculated(nodes, operation, *values):
    return nodes.add("ShaderNodeMath", dict(enumerate(values)), operation=operation).outputs[0]


def coloured(nodes, amount, base, mark, rough=0.15):
    """Ends the graph in a glaze of two colours."""
    soft = nodes.noise(22)
    shade = nodes.blend(soft, tuple(0.82 * c for c in materials.linear(base)), base)
    colour = nodes.add("ShaderNodeMixRGB", {"Fac": amount, "Color1": shade, "Color2": mark}).outputs[0]
    normal = nodes.bump(nodes.noise(50, 2), 0.12, 0.002)
    nodes.principled(Base_Color=colour, Roughness=rough, Normal=normal, Clearcoat=0.4)


def run(base, mark, tall):
    """One glaze that has run down over another."""
    material, nodes = materials.graph("run")
    wavy = nodes.noise(26, 3, (1, 1, 0.06))
    edge = calculated(nodes, "MULTIPLY_ADD", wavy, -0.7, heights(nodes, tall))
    coloured(nodes, step(nodes, edge, 0.2, 0.24), base, mark)
    return material


def banded(base, mark, tall, rng):
    """Bands of different width around the belly and the neck."""
    material, nodes = materials.graph("banded")
    z, amount = heights(nodes, tall), 0.0
    bands = [(0.06, 0.02), (0.34, 0.006), (0.38, 0.02), (0.52, rng.uniform(0.03, 0.06))]
    for at, wide in [*bands, (0.66, 0.02), (0.7, 0.006)]:
        away = calculated(nodes, "ABSOLUTE", calculated(nodes, "SUBTRACT", z, at))
        amount = calculated(nodes, "MAXIMUM", amount, step(nodes, away, wide + 0.002, wide))
    amount = calculated(nodes, "MAXIMUM", amount, step(nodes, z, 0.935, 0.94))
    coloured(nodes, amount, base, mark, 0.3)
    return material


def painted(base, mark, tall):
    """Brushwork between two double lines, as on porcelain."""
    material, nodes = materials.graph("painted")
    z = heights(nodes, tall)
    scroll = nodes.noise(3.4 / tall, 2, distortion=2.6)
    line = calculated(nodes, "ABSOLUTE", calculated(nodes, "SUBTRACT", scroll, 0.5))
    bloom = calculated(nodes, "MAXIMUM", step(nodes, line, 0.028, 0.018), step(nodes, scroll, 0.63, 0.65))
    belly = calculated(nodes, "ABSOLUTE", calculated(nodes, "SUBTRACT", z, 0.45))
    field = calculated(nodes, "LESS_THAN", belly, 0.24)
    amount = calculated(nodes, "MULTIPLY", bloom, field)
    for at, wide in ((0.05, 0.012), (0.16, 0.005), (0.19, 0.009), (0.71, 0.009), (0.74, 0.005), (0.97, 0.02)):
        away = calculated(nodes, "ABSOLUTE", calculated(nodes, "SUBTRACT", z, at))
        amount = calculated(nodes, "MAXIMUM", amount, step(nodes, away, wide + 0.002, wide))
    coloured(nodes, amount, base, mark, 0.12)
    return material


def crackled(base):
    """A glaze crazed all over with fine dark lines."""
    material, nodes = materials.graph("crackled")
    cells = nodes.add(
        "ShaderNodeTexVoronoi", {"Vector": nodes.coordinates(), "Scale": 75}, feature="DISTANCE_TO_EDGE"
    ).outputs["Distance"]
    coloured(nodes, step(nodes, cells, 0.05, 0.02), base, tuple(0.25 * c for c in materials.linear(base)))
    return material


def tinted(colour):
    """Coloured glass, clear in the middle and deep at its edges."""
    material, nodes = materials.graph("tinted")
    edge = nodes.add("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"]
    deep = tuple(0.35 * c for c in materials.linear(colour))
    pale = tuple(0.45 + 0.5 * c for c in materials.linear(colour))
    tint = nodes.blend(edge, pale, colour, deep)
    through = nodes.add("ShaderNodeBsdfTransparent", {"Color": tint}).outputs[0]
    shine = nodes.add("ShaderNodeBsdfGlossy", {"Color": "#ffffff", "Roughness": 0.04}).outputs[0]
    milk = nodes.add("ShaderNodeBsdfDiffuse", {"Color": colour}).outputs[0]
    body = nodes.add("ShaderNodeMixShader", {0: 0.18, 1: through, 2: milk}).outputs[0]
    sharp = calculated(nodes, "POWER", edge, 3.0)
    mirror = nodes.add("ShaderNodeMapRange", {"Value": sharp, "To Min": 0.06, "To Max": 0.6}).outputs[0]
    nodes.surface(nodes.add("ShaderNodeMixShader", {0: mirror, 1: body, 2: shine}).outputs[0])
    return material
