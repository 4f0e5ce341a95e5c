"""Light: windows, lamps, the sun and the sky. Strengths are relative; the camera meters them."""

import math

import bpy
from mathutils import Vector

from .materials import Graph, linear


def panel(centre, target, width, height, strength, colour="#ffffff"):
    """A rectangle of light at `centre` facing `target`, `strength` in watts a square metre."""
    lamp = bpy.data.lights.new("panel", "AREA")
    lamp.shape, lamp.size, lamp.size_y = "RECTANGLE", width, height
    lamp.energy = strength * width * height
    lamp.color = linear(colour)
    placed = bpy.data.objects.new("panel", lamp)
    placed.location = centre
    placed.rotation_euler = (Vector(target) - Vector(centre)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(placed)
    return placed


def window(side, distance, strength=120, colour="#eef4ff", height=0.6, forward=-0.2):
    """Light through a window of four panes at `side` (-1 left, 1 right), `distance` metres away."""
    pane = distance * 0.34
    centre = Vector((side * distance, forward * distance, height * distance))
    towards = Vector((0, 0, 0.05 * distance))
    facing = (towards - centre).to_track_quat("-Z", "Y")
    across, up = facing @ Vector((1, 0, 0)), facing @ Vector((0, 1, 0))
    for i in (-0.55, 0.55):
        for k in (-0.55, 0.55):
            at = centre + pane * (i * across + k * up)
            panel(at, at + facing @ Vector((0, 0, -1)), pane, pane, strength, colour)


def sun(azimuth, elevation, strength=3.0, colour="#fff1dc", spread=0.6):
    """Direct sun; azimuth in degrees from the camera's back (0) to its right (90)."""
    lamp = bpy.data.lights.new("sun", "SUN")
    lamp.energy, lamp.color, lamp.angle = strength, linear(colour), math.radians(spread)
    placed = bpy.data.objects.new("sun", lamp)
    a, e = math.radians(azimuth), math.radians(elevation)
    towards = Vector((math.sin(a) * math.cos(e), -math.cos(a) * math.cos(e), math.sin(e)))
    placed.rotation_euler = (-towards).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(placed)


def ambience(colour, strength):
    """Even light from all around."""
    world, graph = _world()
    _end(graph, graph.add("ShaderNodeBackground", {"Color": colour, "Strength": strength}))


def sky(zenith, horizon, clouds=0.0, strength=1.0, cloud_colour="#ffffff", seed=0.0):
    """A sky from horizon to zenith with clouds covering about `clouds` (0..1) of it."""
    world, graph = _world()
    direction = graph.add("ShaderNodeTexCoord").outputs["Generated"]
    split = graph.add("ShaderNodeSeparateXYZ", {"Vector": direction})
    height = graph.add(
        "ShaderNodeMapRange", {"Value": split.outputs["Z"], "From Min": -0.02, "From Max": 0.55}
    ).outputs[0]
    mid = tuple(0.5 * (a + b) for a, b in zip(linear(zenith), linear(horizon)))
    colour = graph.blend(height, horizon, mid, zenith, zenith)
    if clouds:
        # Clouds lie in a plane overhead: seen towards the horizon they crowd and flatten.
        lifted = graph.add("ShaderNodeMath", {0: split.outputs["Z"], 1: 0.12}, operation="ADD").outputs[0]
        plane = graph.add(
            "ShaderNodeVectorMath", {0: direction, 1: _triple(graph, lifted)}, operation="DIVIDE"
        )
        where = graph.add(
            "ShaderNodeMapping", {"Vector": plane.outputs[0], "Location": (seed, seed * 0.7, 0)}
        )
        puffs = graph.add(
            "ShaderNodeTexNoise", {"Vector": where.outputs[0], "Scale": 0.9, "Detail": 9.0, "Roughness": 0.58}
        ).outputs["Fac"]
        edge = 0.66 - 0.3 * clouds
        cover = graph.add("ShaderNodeMapRange", {"Value": puffs, "From Min": edge, "From Max": edge + 0.16})
        above = graph.add(
            "ShaderNodeMapRange", {"Value": split.outputs["Z"], "From Min": 0.0, "From Max": 0.12}
        )
        amount = graph.add("ShaderNodeMath", {0: cover.outputs[0], 1: above.outputs[0]}, operation="MULTIPLY")
        colour = graph.add(
            "ShaderNodeMixRGB", {"Fac": amount.outputs[0], "Color1": colour, "Color2": cloud_colour}
        ).outputs[0]
    _end(graph, graph.add("ShaderNodeBackground", {"Color": colour, "Strength": strength}))


def _triple(graph, value):
    return graph.add("ShaderNodeCombineXYZ", {"X": value, "Y": value, "Z": value}).outputs[0]


def _world():
    world = bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    # The default map, fitted to the texture, takes seconds to build for a cloudy sky.
    world.cycles.sampling_method, world.cycles.sample_map_resolution = "MANUAL", 256
    return world, Graph(world)


def _end(graph, background):
    graph.add("ShaderNodeOutputWorld", {"Surface": background.outputs[0]})
