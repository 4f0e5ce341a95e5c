"""A line drawing of the object: the lines that a person would draw, found by Blender's Freestyle, with the
spot of the object that each of their points shows."""

import json
import math
import random
from pathlib import Path

import bpy
from freestyle import chainingiterators, predicates
from freestyle.types import Nature, Operators, StrokeShader
from mathutils import Matrix, Vector

from . import camera as framing
from . import truth

SIDE = 384
"""Units along a drawing's side."""

CREASE = math.radians(140)
"""Faces that meet at less than this angle have a line between them."""

SHORTEST = 14.0
"""Units: shorter strokes are left out, as a hand leaves them out."""

MOST_STROKES = 60

MOST_FACES = 12_000
"""Finer objects are made coarser before they are drawn: Freestyle's time grows faster than their faces."""

STEP = 4.0
"""Units between a stroke's points."""


def other_view(root, view: framing.View, dice: random.Random):
    """Turns the object and frames it anew, from a place at least 25 degrees away from the present one."""
    turn = math.degrees(root.rotation_euler.z) + dice.choice([-1, 1]) * dice.uniform(25, 45)
    elevation = min(60, max(2, dice.uniform(*view.elevation) + dice.choice([-1, 1]) * dice.uniform(4, 12)))
    bpy.data.objects.remove(bpy.context.scene.camera)
    once = framing.View((turn, turn), (elevation, elevation), (0.8, 0.8), view.lens, 0.0)
    framing.frame(root, once, 0.0, dice)
    bpy.context.view_layer.update()


def undress(root):
    """Leaves nothing but the object, its edges sharp: a rounded edge would be drawn as two lines."""
    own = set(truth.own_parts(root))
    for each in list(bpy.context.scene.objects):
        if each.type == "MESH" and each not in own or each.type == "LIGHT":
            bpy.data.objects.remove(each)
    for part in own:
        for modifier in [m for m in part.modifiers if m.type == "BEVEL"]:
            part.modifiers.remove(modifier)
    _make_coarser(own)
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.use_nodes = False
    scene.view_layers[0].cycles.denoising_store_passes = False
    scene.cycles.samples, scene.cycles.use_denoising = 1, False
    bpy.context.view_layer.update()


def _make_coarser(parts):
    graph = bpy.context.evaluated_depsgraph_get()
    faces = sum(len(part.evaluated_get(graph).data.polygons) for part in parts)
    if faces <= MOST_FACES:
        return
    for part in parts:
        coarser = part.modifiers.new("coarser", "DECIMATE")
        coarser.ratio = MOST_FACES / faces


def write(file: Path, word: str, root, names: truth.Spots):
    """Writes one drawing as the camera sees the object now.

    One line of JSON: `word`, `drawing` (strokes of [xs, ys], y down, SIDE units a side) and `places`
    (for each stroke [xs, ys, zs], the names of its points' spots).
    """
    camera = bpy.context.scene.camera
    strokes = sorted(_lines(camera), key=_length, reverse=True)[:MOST_STROKES]
    drawing, places = [], []
    for stroke in strokes:
        drawing.append([[round(p[k]) for p in stroke] for k in (0, 1)])
        spots = [names.name(p[2]) for p in stroke]
        places.append([[s[k] for s in spots] for k in range(3)])
    file.parent.mkdir(parents=True, exist_ok=True)
    line = {"word": word.replace("_", " "), "drawing": drawing, "places": places}
    file.write_text(json.dumps(line, separators=(",", ":")) + "\n")


class _Collected(StrokeShader):
    """Takes a stroke's points: (x, y) in the picture, y down, and the point in world coordinates."""

    strokes = []
    to_world = Matrix.Identity(4)

    def shade(self, stroke):
        points = [
            (v.point[0], SIDE - v.point[1], self.to_world @ Vector(v.point_3d)) for v in stroke
        ]
        self.strokes.append(points)


def _lines(camera):
    """All strokes of at least SHORTEST units, their points STEP units apart."""
    _Collected.strokes, _Collected.to_world = [], camera.matrix_world.copy()
    scene = bpy.context.scene
    scene.render.use_freestyle = True
    scene.render.resolution_x = scene.render.resolution_y = SIDE
    layer = scene.view_layers[0]
    layer.use_freestyle = True
    settings = layer.freestyle_settings
    settings.mode, settings.crease_angle, settings.use_culling = "SCRIPT", CREASE, True
    script = bpy.data.texts.new("lines.py")
    script.write(f"from {__name__} import draw\ndraw()\n")
    while settings.modules:
        settings.modules.remove(settings.modules[0])
    settings.modules.new().script = script
    bpy.ops.render.render()
    scene.render.use_freestyle = False
    long = [s for s in _Collected.strokes if _length(s) >= SHORTEST]
    return [_spaced(s) for s in long]


def draw():
    """What Freestyle runs: visible silhouettes, borders and creases, joined into long strokes."""
    wanted = predicates.AndUP1D(
        predicates.QuantitativeInvisibilityUP1D(0),
        predicates.pyNatureUP1D(Nature.SILHOUETTE | Nature.BORDER | Nature.CREASE),
    )
    Operators.select(wanted)
    Operators.bidirectional_chain(
        chainingiterators.ChainSilhouetteIterator(), predicates.NotUP1D(wanted)
    )
    Operators.create(predicates.TrueUP1D(), [_Collected()])


def _length(stroke):
    return sum(math.dist(a[:2], b[:2]) for a, b in zip(stroke, stroke[1:]))


def _spaced(stroke):
    """The stroke with points about STEP units apart, its first and last kept."""
    kept = [stroke[0]]
    for point in stroke[1:-1]:
        if math.dist(kept[-1][:2], point[:2]) >= STEP:
            kept.append(point)
    return [*kept, stroke[-1]]
