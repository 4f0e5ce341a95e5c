"""A lit candle: wax, wick and flame, on a saucer, in a brass holder, or on its own."""

import math

from studio import materials, shapes
from studio.camera import View

SETTINGS = ["wooden_table", "shelf", "table_cloth", "windowsill", "paper", "wooden_table"]
VIEW = View(turn=(-60, 60), elevation=(6, 22), fill=(0.62, 0.8))
TURNS_ALIKE = True
WAXES = ["#f0e6cf", "#b3322a", "#e9e2d2", "#d8b25a", "#5f7f8f", "#f4efe2"]


def candle(studio, rng):
    holder = studio.pick(["stick", "saucer", "stick", "none", "saucer", "stick"])
    tall, r = {"stick": (0.12, 0.0145), "saucer": (0.11, 0.019), "none": (0.13, 0.034)}[holder]
    tall *= rng.uniform(0.8, 1.15)
    base = {"stick": 0.075, "saucer": 0.009, "none": 0.0}[holder]
    top = base + tall
    wax = _wax(studio.pick(WAXES), top, 1.6 * r + 0.01)
    profile = [(0, base), (r, base)] + [
        (r * (1 + 0.02 * math.sin(k)), base + tall * k / 24) for k in range(1, 24)
    ]
    profile += [
        (r * 0.98, top),
        (r * 0.9, top + 0.001),
        (r * 0.75, top - 0.003),
        (r * 0.3, top - 0.005),
        (0, top - 0.005),
    ]
    parts = [shapes.lathe(profile, wax, 48)]
    for _ in range(rng.randint(2, 5)):
        angle, run = rng.uniform(0, 6.28), tall * rng.uniform(0.15, 0.6)
        x, y = r * math.cos(angle), r * math.sin(angle)
        path = [
            (x * 0.92, y * 0.92, top),
            (x * 1.02, y * 1.02, top - run * 0.4),
            (x * 1.02, y * 1.02, top - run),
        ]
        parts.append(shapes.sweep(shapes.curve(path, 6), lambda t: r * (0.1 + 0.12 * t**2), wax, 10))
    wick = [(0, 0, top - 0.006), (0.0005, 0, top + 0.006), (0.003, 0, top + 0.011)]
    parts.append(shapes.sweep(shapes.curve(wick, 5), 0.0009, materials.plain("#1a1410", 0.9), 8))
    flame = [(0, 0.0), (0.0035, 0.003), (0.0058, 0.010), (0.0048, 0.02), (0.0022, 0.031), (0, 0.04)]
    size = rng.uniform(1.2, 1.5)
    fire = shapes.lathe(
        [(a * size, top + 0.003 + b * size) for a, b in shapes.curve(flame, 8)], _fire(top, size), 24
    )
    fire.visible_shadow = False
    parts.append(fire)
    if holder == "stick":
        brass = materials.metal(rng.choice(["#c9a24a", "#b8b8bc", "#4a4038"]), 0.2)
        line = [
            (0, 0),
            (0.04, 0),
            (0.042, 0.004),
            (0.03, 0.012),
            (0.008, 0.02),
            (0.006, 0.035),
            (0.011, 0.042),
            (0.006, 0.05),
            (0.008, 0.062),
            (0.023, 0.068),
            (0.024, 0.071),
            (0.0165, 0.072),
            (0.0165, 0.086),
            (0.015, 0.086),
            (0.015, 0.074),
            (0, 0.074),
        ]
        parts.append(shapes.lathe(line, brass, 56))
    elif holder == "saucer":
        clay = materials.glazed(rng.choice(["#e8e4da", "#3f5a66", "#9a5a3a"]))
        line = [
            (0, 0.003),
            (0.03, 0.003),
            (0.032, 0),
            (0.036, 0.001),
            (0.052, 0.012),
            (0.053, 0.014),
            (0.05, 0.014),
            (0.036, 0.006),
            (0, 0.006),
        ]
        parts.append(shapes.lathe(line, clay, 64))
        ring = [
            (0.052 + 0.013 * (1 + math.cos(a)), 0, 0.012 + 0.013 * math.sin(a))
            for a in (math.pi * 2 * k / 24 for k in range(24))
        ]
        parts.append(shapes.sweep(ring, 0.003, clay, 10, closed=True))
    return parts


def _wax(colour, top, depth):
    """Wax that the flame shines through near its top; `depth` is how far, in metres."""
    material, graph = materials.graph("wax")
    height = graph.add("ShaderNodeSeparateXYZ", {"Vector": graph.coordinates()}).outputs["Z"]
    near = graph.add(
        "ShaderNodeMapRange", {"Value": height, "From Min": top - depth, "From Max": top}
    ).outputs[0]
    shine = graph.add("ShaderNodeMath", {0: near, 1: 2.0}, operation="POWER").outputs[0]
    warm = tuple(a * b for a, b in zip(materials.linear(colour), (1.0, 0.62, 0.35)))
    graph.principled(Base_Color=colour, Roughness=0.4, Emission=warm, Emission_Strength=shine)
    return material


def _fire(top, size):
    """Bright yellow above, a little blue at the foot."""
    material, graph = materials.graph("fire")
    height = graph.add("ShaderNodeSeparateXYZ", {"Vector": graph.coordinates()}).outputs["Z"]
    level = graph.add(
        "ShaderNodeMapRange", {"Value": height, "From Min": top, "From Max": top + 0.035 * size}
    ).outputs[0]
    colour = graph.blend(level, "#5a6fd8", "#ff9a30", "#ffc860", "#ffe6a8")
    graph.surface(graph.add("ShaderNodeEmission", {"Color": colour, "Strength": 14.0}).outputs[0])
    return material
