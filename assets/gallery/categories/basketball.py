"""A basketball: pebbled leather with black seams, two great circles and an oval on each side."""

from mathutils import Euler, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["floor", "street", "paper", "floor", "lawn"]
VIEW = View(turn=(-25, 25), elevation=(6, 28), fill=(0.5, 0.75), blur=0.7)
LEATHERS = [
    ["#a84a1c", "#d0682c"],
    ["#b5541c", "#e07a2e"],
    ["#8a3e1e", "#b5582c"],
    ["#c2601f", "#e88a3a"],
    ["#74351c", "#9c4e2a"],
]


def basketball(studio, rng):
    radius = 0.12
    turn = Euler((rng.uniform(-0.5, 0.5), rng.uniform(-0.6, 0.6), rng.uniform(-0.5, 0.5)))
    seam = "#d8b45a" if studio.pick([0, 0, 0, 1]) else "#120f0d"
    hide = leather(studio.pick(LEATHERS), seam, radius, turn)
    return [shapes.ball(radius, (0, 0, radius), hide, sides=128)]


def leather(tones, seam, radius, turn):
    """Pebbled leather whose seams lie in the ball's own turned coordinates."""
    material, nodes = materials.graph("basketball")

    def maths(operation, *values):
        return nodes.add("ShaderNodeMath", dict(enumerate(values)), operation=operation).outputs[0]

    back = turn.to_matrix() @ Vector((0, 0, -1.0))
    where = nodes.add("ShaderNodeTexCoord").outputs["Object"]
    inputs = {"Vector": where, "Scale": (1 / radius,) * 3, "Rotation": turn, "Location": back}
    own = nodes.add("ShaderNodeMapping", inputs).outputs["Vector"]
    split = nodes.add("ShaderNodeSeparateXYZ", {"Vector": own})
    x, z = (maths("ABSOLUTE", split.outputs[axis]) for axis in "XZ")
    bulge = maths("MULTIPLY_ADD", maths("MULTIPLY", z, z), 0.36, 0.5)
    oval = maths("MULTIPLY", maths("ABSOLUTE", maths("SUBTRACT", x, bulge)), 0.9)
    nearest = maths("MINIMUM", maths("MINIMUM", x, z), oval)
    rise = {"Value": nearest, "From Min": 0.018, "From Max": 0.034}
    on_hide = nodes.add("ShaderNodeMapRange", rise, interpolation_type="SMOOTHSTEP").outputs[0]
    sharp = nodes.add("ShaderNodeMapRange", {"Value": nearest, "From Min": 0.02, "From Max": 0.025}).outputs[
        0
    ]
    cells = nodes.add("ShaderNodeTexVoronoi", {"Vector": own, "Scale": 62.0}).outputs["Distance"]
    pebbles = maths("MULTIPLY", maths("SUBTRACT", 1.0, cells), sharp)
    height = maths("MULTIPLY_ADD", on_hide, 2.5, pebbles)
    wide = nodes.add(
        "ShaderNodeMapRange", {"Value": nodes.noise(14, 5), "From Min": 0.3, "From Max": 0.7}
    ).outputs[0]
    worn = nodes.blend(wide, *tones)
    shade = nodes.add(
        "ShaderNodeMapRange", {"Value": cells, "From Min": 0.2, "From Max": 0.8, "To Min": 1.0, "To Max": 0.7}
    )
    deep = nodes.add(
        "ShaderNodeMixRGB", {"Fac": 1.0, "Color1": worn, "Color2": shade.outputs[0]}, blend_type="MULTIPLY"
    )
    colour = nodes.add("ShaderNodeMixRGB", {"Fac": sharp, "Color1": seam, "Color2": deep.outputs[0]}).outputs[
        0
    ]
    nodes.principled(Base_Color=colour, Roughness=0.5, Normal=nodes.bump(height, 0.7, 0.0012))
    return material
