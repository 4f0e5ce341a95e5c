"""Materials: what a surface is made of. Colours are sRGB hex strings or linear triples."""

import bpy


def linear(colour):
    """Linear RGB from `#rrggbb`, or the triple itself."""
    if not isinstance(colour, str):
        return tuple(colour)
    values = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)


class Graph:
    """A material's (or world's) node graph: `add` makes a node, sockets given as values link."""

    def __init__(self, owner):
        owner.use_nodes = True
        self.tree = owner.node_tree
        self.tree.nodes.clear()

    def add(self, kind, inputs=None, **settings):
        """A node of `kind` with settings and inputs; an input may be a number, colour or socket."""
        made = self.tree.nodes.new(kind)
        for key, value in settings.items():
            setattr(made, key, value)
        for key, value in (inputs or {}).items():
            socket = made.inputs[key]
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, socket)
            elif socket.type == "RGBA":
                socket.default_value = (*linear(value), 1)
            else:
                socket.default_value = value
        return made

    def blend(self, factor, *colours):
        """Colours spread evenly over 0..1, looked up by `factor`."""
        lookup = self.add("ShaderNodeValToRGB", {"Fac": factor})
        ramp = lookup.color_ramp
        while len(ramp.elements) < len(colours):
            ramp.elements.new(0.5)
        for index, colour in enumerate(colours):
            ramp.elements[index].position = index / (len(colours) - 1)
            ramp.elements[index].color = (*linear(colour), 1)
        return lookup.outputs["Color"]

    def coordinates(self, stretch=(1, 1, 1)):
        """Object coordinates in metres, stretched."""
        where = self.add("ShaderNodeTexCoord").outputs["Object"]
        return self.add("ShaderNodeMapping", {"Vector": where, "Scale": stretch}).outputs["Vector"]

    def noise(self, scale, detail=4.0, stretch=(1, 1, 1), distortion=0.0):
        """Fractal noise, 0..1, `scale` features a metre."""
        inputs = {
            "Vector": self.coordinates(stretch),
            "Scale": scale,
            "Detail": detail,
            "Distortion": distortion,
        }
        return self.add("ShaderNodeTexNoise", inputs).outputs["Fac"]

    def bump(self, height, strength, depth):
        """A normal from a height field; `depth` is its relief in metres."""
        inputs = {"Height": height, "Strength": strength, "Distance": depth}
        return self.add("ShaderNodeBump", inputs).outputs["Normal"]

    def surface(self, shader):
        """Ends the graph."""
        self.add("ShaderNodeOutputMaterial", {"Surface": shader})

    def principled(self, **inputs):
        """Ends the graph in a principled surface; `Base_Color=` stands for its "Base Color"."""
        named = {key.replace("_", " "): value for key, value in inputs.items()}
        self.surface(self.add("ShaderNodeBsdfPrincipled", named).outputs[0])


def graph(name):
    """A new material and its empty graph, for what the ones below cannot say."""
    material = bpy.data.materials.new(name)
    return material, Graph(material)


def plain(colour, roughness=0.5, metallic=0.0, **more):
    """One colour, with the slight unevenness of a real surface."""
    material, nodes = graph("plain")
    uneven = nodes.noise(30)
    rough = nodes.add(
        "ShaderNodeMapRange", {"Value": uneven, "To Min": roughness * 0.8, "To Max": min(1, roughness * 1.2)}
    )
    nodes.principled(Base_Color=colour, Roughness=rough.outputs[0], Metallic=metallic, **more)
    return material


def glazed(colour, speckle=None):
    """Glazed ceramic, perhaps with specks of another colour."""
    material, nodes = graph("glazed")
    base = linear(colour)
    shade = nodes.blend(
        nodes.noise(25), tuple(c * 0.85 for c in base), base, tuple(min(1, c * 1.1) for c in base)
    )
    if speckle:
        specks = nodes.add(
            "ShaderNodeMapRange", {"Value": nodes.noise(420, 2), "From Min": 0.62, "From Max": 0.7}
        )
        mix = nodes.add("ShaderNodeMixRGB", {"Fac": specks.outputs[0], "Color1": shade, "Color2": speckle})
        shade = mix.outputs[0]
    normal = nodes.bump(nodes.noise(60, 2), 0.15, 0.002)
    nodes.principled(Base_Color=shade, Roughness=0.14, Normal=normal, Clearcoat=0.4)
    return material


def metal(colour="#c8c8c8", roughness=0.25):
    """Bare metal, brushed a little."""
    material, nodes = graph("metal")
    rough = nodes.add(
        "ShaderNodeMapRange",
        {
            "Value": nodes.noise(90, 6, (1, 1, 0.1)),
            "To Min": roughness * 0.6,
            "To Max": min(1, roughness * 1.5),
        },
    )
    nodes.principled(Base_Color=colour, Roughness=rough.outputs[0], Metallic=1.0)
    return material


def glass(tint="#ffffff", roughness=0.0, index=1.45):
    """Clear glass; light passes to what is behind it without caustics."""
    material, nodes = graph("glass")
    clear = nodes.add("ShaderNodeBsdfGlass", {"Color": tint, "Roughness": roughness, "IOR": index}).outputs[0]
    through = nodes.add(
        "ShaderNodeBsdfTransparent", {"Color": tuple(0.85 * c for c in linear(tint))}
    ).outputs[0]
    path = nodes.add("ShaderNodeLightPath")
    either = nodes.add(
        "ShaderNodeMath",
        {0: path.outputs["Is Shadow Ray"], 1: path.outputs["Is Diffuse Ray"]},
        operation="MAXIMUM",
    )
    mix = nodes.add("ShaderNodeMixShader", {0: either.outputs[0], 1: clear, 2: through})
    nodes.surface(mix.outputs[0])
    return material


def glow(colour, strength):
    """A surface that gives light."""
    material, nodes = graph("glow")
    nodes.surface(nodes.add("ShaderNodeEmission", {"Color": colour, "Strength": strength}).outputs[0])
    return material


def mottled(colours, grain, roughness=0.6, relief=0.0, depth=0.002, stretch=(1, 1, 1), **more):
    """Colours mixed by noise of `grain` features a metre, with relief of `depth` metres."""
    material, nodes = graph("mottled")
    pattern = nodes.noise(grain, 6, stretch, 0.3)
    wide = nodes.add("ShaderNodeMapRange", {"Value": pattern, "From Min": 0.3, "From Max": 0.7}).outputs[0]
    if relief:
        more["Normal"] = nodes.bump(nodes.noise(grain * 2.5, 8, stretch), relief, depth)
    nodes.principled(Base_Color=nodes.blend(wide, *colours), Roughness=roughness, **more)
    return material


def wood(light, dark, grain=14.0, along="x", roughness=0.45, planks=0.0):
    """Wood with its grain along an axis; `planks` is a plank's width in metres, 0 for none."""
    material, nodes = graph("wood")
    stretch = {"x": (0.06, 1, 1), "y": (1, 0.06, 1), "z": (1, 1, 0.06)}[along]
    rings = nodes.noise(grain, 8, stretch, 1.2)
    fibre = nodes.noise(grain * 18, 4, stretch)
    sum_ = nodes.add("ShaderNodeMath", {0: fibre, 1: 0.25, 2: rings}, operation="MULTIPLY_ADD").outputs[0]
    wide = nodes.add("ShaderNodeMapRange", {"Value": sum_, "From Min": 0.4, "From Max": 0.85}).outputs[0]
    colour, height = nodes.blend(wide, light, dark), sum_
    if planks:
        where = nodes.coordinates()
        if along == "y":
            turned = nodes.add("ShaderNodeMapping", {"Vector": where, "Rotation": (0, 0, 1.5708)})
            where = turned.outputs["Vector"]
        bricks = nodes.add(
            "ShaderNodeTexBrick",
            {
                "Vector": where,
                "Color1": (0.75, 0.75, 0.75),
                "Color2": (1.15, 1.12, 1.08),
                "Mortar": (0.08, 0.06, 0.05),
                "Scale": 1.0,
                "Mortar Size": planks * 0.012,
                "Brick Width": planks * 9,
                "Row Height": planks,
                "Bias": 0.0,
            },
        )
        tinted = nodes.add(
            "ShaderNodeMixRGB",
            {"Fac": 1.0, "Color1": colour, "Color2": bricks.outputs["Color"]},
            blend_type="MULTIPLY",
        )
        colour = tinted.outputs[0]
    nodes.principled(Base_Color=colour, Roughness=roughness, Normal=nodes.bump(height, 0.2, 0.002))
    return material


def bricks(face, other, mortar, width, height, gap=0.01, roughness=0.8, upright=True, relief=0.006):
    """Brickwork, tiles or paving in object coordinates; upright patterns run over x and z."""
    material, nodes = graph("bricks")
    where = nodes.add("ShaderNodeTexCoord").outputs["Object"]
    if upright:
        where = nodes.add("ShaderNodeMapping", {"Vector": where, "Rotation": (-1.5708, 0, 0)}).outputs[
            "Vector"
        ]
    inputs = {"Vector": where, "Color1": face, "Color2": other, "Mortar": mortar, "Scale": 1.0}
    inputs |= {"Mortar Size": gap, "Brick Width": width, "Row Height": height, "Mortar Smooth": 0.2}
    pattern = nodes.add("ShaderNodeTexBrick", inputs)
    dirt = nodes.add(
        "ShaderNodeMapRange", {"Value": nodes.noise(2.2 / width, 6), "To Min": 0.7, "To Max": 1.2}
    )
    colour = nodes.add(
        "ShaderNodeMixRGB",
        {"Fac": 0.8, "Color1": pattern.outputs["Color"], "Color2": dirt.outputs[0]},
        blend_type="MULTIPLY",
    )
    deep = nodes.add("ShaderNodeMath", {0: 1.0, 1: pattern.outputs["Fac"]}, operation="SUBTRACT")
    normal = nodes.bump(deep.outputs[0], 0.6, relief)
    nodes.principled(Base_Color=colour.outputs[0], Roughness=roughness, Normal=normal)
    return material


def checks(one, other, size, roughness=0.9):
    """Woven gingham: checks of `size` metres with the in-between shade where threads cross."""
    material, nodes = graph("checks")
    split = nodes.add("ShaderNodeSeparateXYZ", {"Vector": nodes.coordinates((1 / size, 1 / size, 1))})
    bands = []
    for axis in ("X", "Y"):
        wave = nodes.add("ShaderNodeMath", {0: split.outputs[axis], 1: 1.0}, operation="PINGPONG")
        bands.append(
            nodes.add("ShaderNodeMath", {0: wave.outputs[0], 1: 0.5}, operation="GREATER_THAN").outputs[0]
        )
    both = nodes.add("ShaderNodeMath", {0: bands[0], 1: bands[1]}, operation="ADD").outputs[0]
    half = nodes.add("ShaderNodeMath", {0: both, 1: 0.5}, operation="MULTIPLY").outputs[0]
    mixed = nodes.add("ShaderNodeMixRGB", {"Fac": half, "Color1": one, "Color2": other}).outputs[0]
    weave = nodes.bump(nodes.noise(900, 2), 0.5, 0.001)
    nodes.principled(Base_Color=mixed, Roughness=roughness, Normal=weave, Sheen=0.3)
    return material


def cloth(colour):
    """Plain woven cloth."""
    base = linear(colour)
    return mottled([tuple(c * 0.8 for c in base), base], 700, 0.95, 0.5, 0.001, Sheen=0.4)


def water(colour="#0b2c3a", ripple=1.2, relief=0.6, depth=0.25):
    """Open water with ripples `ripple` a metre."""
    material, nodes = graph("water")
    waves = nodes.noise(ripple, 9, (1, 1.8, 1), 0.4)
    nodes.principled(Base_Color=colour, Roughness=0.08, Specular=0.6, Normal=nodes.bump(waves, relief, depth))
    return material
