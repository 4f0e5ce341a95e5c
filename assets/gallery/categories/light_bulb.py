"""A light bulb: a pear of thin glass on a screw cap, its filament on wires inside, some of them alight."""

import math

from mathutils import Matrix, Vector

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "paper", "shelf", "table_cloth", "paper", "kitchen", "windowsill"]
VIEW = View(turn=(-40, 40), elevation=(8, 24), fill=(0.58, 0.74))
GLASSES = ["clear", "opal", "clear", "amber", "frosted"]
CAPS = ["#d8d4c8", "#c9a250", "#b8bcc0"]


def light_bulb(studio, rng):
    kind, pose = studio.pick(GLASSES), studio.pick(["standing", "lying", "standing"])
    lit = kind == "amber" or rng.random() < 0.6
    grow, tall = rng.uniform(0.97, 1.12), rng.uniform(0.98, 1.08)
    line = [(12, 27), (13, 33), (16, 43), (23.5, 56), (29.3, 70), (30.2, 82), (26, 97), (15, 107), (0, 111)]
    if studio.variant % 4 == 0:
        line = [(12.6, 27), (13, 36), (18, 54), (25, 76), (29, 96), (28, 110), (21, 122), (10, 127), (0, 128)]
    line = [(r * (grow if r > 14 else 1) / 1000, (27 + (z - 27) * tall) / 1000) for r, z in line]
    bulb = shapes.lathe(shapes.curve(line, 7), envelope(kind, lit), 72)
    parts = [bulb, *cap(materials.metal(studio.pick(CAPS), 0.2))]
    if kind != "opal":
        parts += inside(line[-1][1], lit, cage=kind == "amber")
    if pose == "lying":
        # It rests on the glass and on the rim of its cap.
        sunk = math.asin((max(r for r, _ in line) - 0.0135) / (line[5][1] - 0.012))
        place = Matrix.Rotation(rng.choice([0.35, 2.8]), 4, "Z")
        place = place @ Matrix.Rotation(math.pi / 2 - sunk, 4, "Y")
        parts = [shapes.moved(part, place @ Matrix.Translation((0, 0, -0.06))) for part in parts]
        low = min(v.co.z for v in bulb.data.vertices)
        parts = [shapes.moved(part, Matrix.Translation((0, 0, -low))) for part in parts]
    return parts


def envelope(kind, lit):
    """Thin glass, seen best at its edges."""
    material, nodes = materials.graph("envelope")
    edge = nodes.add("ShaderNodeLayerWeight", {"Blend": 0.5}).outputs["Facing"]
    tints = {"amber": ("#f3c481", "#7d4312"), "opal": ("#ffffff", "#cfcabf")}
    centre, rim = tints.get(kind, ("#f6f9f8", "#6f7d80"))
    sharp = nodes.add("ShaderNodeMath", {0: edge, 1: 2.2}, operation="POWER").outputs[0]
    through = nodes.add("ShaderNodeBsdfTransparent", {"Color": nodes.blend(sharp, centre, rim)}).outputs[0]
    milk = nodes.add("ShaderNodeBsdfDiffuse", {"Color": "#fbf7ee"}).outputs[0]
    amount = {"clear": 0.05, "amber": 0.06, "frosted": 0.4, "opal": 1.0}[kind]
    body = nodes.add("ShaderNodeMixShader", {0: amount, 1: through, 2: milk}).outputs[0]
    rough = 0.25 if kind == "frosted" else 0.03
    shine = nodes.add("ShaderNodeBsdfGlossy", {"Color": "#ffffff", "Roughness": rough})
    mirror = nodes.add("ShaderNodeMapRange", {"Value": sharp, "To Min": 0.05, "To Max": 0.55}).outputs[0]
    body = nodes.add("ShaderNodeMixShader", {0: mirror, 1: body, 2: shine.outputs[0]}).outputs[0]
    if lit:
        strength = {"clear": 0.25, "amber": 0.35, "frosted": 1.2, "opal": 3.0}[kind]
        power = nodes.add("ShaderNodeMapRange", {"Value": edge, "To Min": strength, "To Max": strength / 3})
        light = nodes.add("ShaderNodeEmission", {"Color": "#ffc46b", "Strength": power.outputs[0]})
        body = nodes.add("ShaderNodeAddShader", {0: body, 1: light.outputs[0]}).outputs[0]
    nodes.surface(body)
    return material


def cap(metal):
    """The screw cap, its black glass and its contact, up to z = 0.029."""
    pitch, low, high = 0.0042, 0.0075, 0.0255

    def thread(angle, z):
        inside_ = min(1.0, max(0.0, min(z - low, high - z) / 0.002))
        return 1 + 0.075 * inside_ * math.cos(2 * math.pi * z / pitch - angle)

    rings = 44
    barrel = [(0.0124, low + (high - low) * k / rings) for k in range(rings + 1)]
    profile = [(0.0105, 0.0068), *barrel, (0.0136, 0.0262), (0.0138, 0.0285), (0.0128, 0.0295)]
    shell = shapes.lathe(profile, metal, 48, swell=thread)
    black = materials.plain("#141312", 0.25)
    collar = shapes.lathe([(0.0055, 0.0022), (0.0085, 0.0036), (0.0112, 0.0072), (0, 0.0072)], black, 40)
    solder = shapes.curve([(0, 0), (0.0036, 0.0003), (0.0056, 0.0018), (0.0058, 0.0026)], 4)
    return [shell, collar, shapes.lathe(solder, materials.metal("#a8a49a", 0.45), 32)]


def inside(top, lit, cage):
    """The glass mount, its wires and the filament, for a bulb that ends at z = `top`."""
    wire = materials.metal("#6d665c", 0.4)
    hot = materials.glow("#ffa640", 38) if lit else materials.metal("#4a4540", 0.4)
    mount = [(0.0095, 0.028), (0.006, 0.034), (0.0042, 0.044), (0.0036, 0.056), (0.0045, 0.06), (0, 0.062)]
    parts = [shapes.lathe(shapes.curve(mount, 4), envelope("frosted", False), 24)]
    if cage:
        low, high = 0.062, top - 0.03
        parts.append(shapes.rod((0, 0, 0.06), (0, 0, high + 0.008), 0.0013, envelope("frosted", False), 12))
        path = []
        for k in range(9):
            angle = -math.pi / 2 + 2 * math.pi * (k + 0.5) / 9
            z, r = (high, 0.011) if k % 2 else (low, 0.008)
            path.append((r * math.cos(angle), r * math.sin(angle), z))
            parts.append(shapes.rod((0, 0, z + (0.004 if k % 2 else -0.003)), path[-1], 0.0004, wire, 8))
        return [*parts, shapes.sweep(path, 0.00085, hot, 8)]
    level, reach, turns = 0.076, 0.0125, 15
    for side in (-1, 1):
        lead = [(side * 0.0022, 0, 0.055), (side * 0.004, 0, 0.063), (side * reach, 0, level)]
        parts.append(shapes.sweep(shapes.curve(lead, 6), 0.0008, wire, 8))
    for x in (-0.004, 0.004):
        parts.append(shapes.rod((0, 0, 0.061), (x, 0, level + 0.0035), 0.0004, wire, 8))
    coil = []
    for k in range(turns * 12 + 1):
        t, angle = 2 * k / (turns * 12) - 1, 2 * math.pi * k / 12
        lift = level + 0.005 * (1 - t * t)
        coil.append(Vector((reach * t, 0.0017 * math.cos(angle), lift + 0.0017 * math.sin(angle))))
    return [*parts, shapes.sweep(coil, 0.0006, hot, 6)]
