"""The truth in a picture: which spot of the object is seen where.

A spot is named by its coordinates in the object, scaled to whole numbers: 0 to 255 along the longest side of
the object's box, the other sides by the same scale, so that distances between spots keep their meaning.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import bpy
from mathutils import Matrix, Vector

SIDE = 56
"""Cells along a photograph's side: four along a side of each of the network's 14 patches."""

MOST = 255


@dataclass(frozen=True)
class Spots:
    """Names the spots of one object as seen from one camera.

    to_object: world to object coordinates. low: the box's lowest corner. scale: names a metre.
    """

    to_object: Matrix
    low: Vector
    scale: float

    def name(self, point) -> tuple[int, int, int]:
        """The name of a point given in world coordinates."""
        local = (self.to_object @ Vector(point) - self.low) * self.scale
        return tuple(min(MOST, max(0, round(v))) for v in local)


def own_parts(root):
    """The object's parts without what only stands by."""
    return [p for p in root.children_recursive if p.type == "MESH" and not p.get("apart")]


def spots(root, camera, turns_alike: bool) -> Spots:
    """The names of an object's spots.

    An object that looks the same however it is turned has no front: its coordinates turn with the
    viewer, so that its left edge is its left edge from everywhere.
    """
    to_object = root.matrix_world.inverted()
    points = [to_object @ p.matrix_world @ v.co for p in own_parts(root) for v in p.data.vertices]
    if turns_alike:
        seen_from = to_object @ camera.matrix_world.translation
        to_object = Matrix.Rotation(-math.atan2(seen_from.x, -seen_from.y), 4, "Z") @ to_object
        reach = max(math.hypot(p.x, p.y) for p in points)
        low = Vector((-reach, -reach, min(p.z for p in points)))
        high = Vector((reach, reach, max(p.z for p in points)))
    else:
        low, high = (Vector(tuple(f(p[k] for p in points) for k in range(3))) for f in (min, max))
    return Spots(to_object, low, MOST / max(high - low))


def ray(camera, x: float, y: float) -> tuple[Vector, Vector]:
    """Origin and direction, in world coordinates, of what a point of the picture shows.

    x, y: from the picture's left and upper edge, in shares of its side.
    """
    data = camera.data
    across = (x - 0.5 + data.shift_x) * data.sensor_width / data.lens
    up = (0.5 - y + data.shift_y) * data.sensor_width / data.lens
    turn = camera.matrix_world.to_3x3()
    return camera.matrix_world.translation, (turn @ Vector((across, up, -1))).normalized()


def write(file: Path, root, camera, names: Spots):
    """Writes a picture of SIDE × SIDE cells: red, green and blue are the spot's name, alpha is 255 where
    the object is seen at the cell's centre and 0 elsewhere."""
    for each in bpy.context.scene.objects:
        if each.hide_render:
            each.hide_viewport = True
    bpy.context.view_layer.update()
    graph = bpy.context.evaluated_depsgraph_get()
    own = {p.name for p in own_parts(root)}
    picture = bpy.data.images.new("truth", SIDE, SIDE, alpha=True)
    picture.colorspace_settings.name, picture.alpha_mode = "Non-Color", "CHANNEL_PACKED"
    pixels = []
    for row in reversed(range(SIDE)):  # Blender's pictures begin at the bottom
        for column in range(SIDE):
            origin, direction = ray(camera, (column + 0.5) / SIDE, (row + 0.5) / SIDE)
            hit, point, _, _, part, _ = bpy.context.scene.ray_cast(graph, origin, direction)
            seen = hit and part.name in own
            pixels += [v / MOST for v in (*names.name(point), MOST)] if seen else [0.0] * 4
    picture.pixels = pixels
    file.parent.mkdir(parents=True, exist_ok=True)
    picture.filepath_raw, picture.file_format = str(file), "PNG"
    picture.save()
