"""The camera: framing, focus, and the light meter."""

import math
import random
from dataclasses import dataclass

import bpy
from mathutils import Matrix, Vector


@dataclass(frozen=True)
class View:
    """From where an object is photographed; each field but `blur` is a range drawn from evenly.

    turn: degrees the object is turned about its vertical axis. elevation: degrees the camera
    looks down. fill: the share of the frame's side that the object's longer side takes.
    lens: millimetres on a 36 mm sensor. blur: how far the background is out of focus.
    """

    turn: tuple[float, float] = (-40, 40)
    elevation: tuple[float, float] = (8, 30)
    fill: tuple[float, float] = (0.55, 0.78)
    lens: tuple[float, float] = (40, 75)
    blur: float = 1.0


@dataclass(frozen=True)
class Aim:
    """Where the camera stands and how it is set; lengths in metres, angles in degrees."""

    turn: float
    elevation: float
    lens: float
    aperture: float
    distance: float
    exposure: float


def frame(root, view: View, softness: float, rng: random.Random) -> Aim:
    """Turns the object, places the camera so that the object fills its share, focuses on it.

    `softness` is the setting's own share of background blur (0 none, 1 a close table top).
    """
    turn, elevation = rng.uniform(*view.turn), rng.uniform(*view.elevation)
    lens, fill = rng.uniform(*view.lens), rng.uniform(*view.fill)
    root.rotation_euler.z = math.radians(turn)
    bpy.context.view_layer.update()
    points = _points(root)
    low = Vector(tuple(min(p[k] for p in points) for k in range(3)))
    high = Vector(tuple(max(p[k] for p in points) for k in range(3)))
    centre = (low + high) / 2

    data = bpy.data.cameras.new("camera")
    camera = bpy.data.objects.new("camera", data)
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera
    data.lens, data.sensor_width = lens, 36.0
    swing, down = math.radians(rng.uniform(-12, 12)), math.radians(elevation)
    back = Vector((math.sin(swing) * math.cos(down), -math.cos(swing) * math.cos(down), math.sin(down)))
    facing = (-back).to_track_quat("-Z", "Y")
    facing = facing @ Matrix.Rotation(math.radians(rng.gauss(0, 1.2)), 3, "Z").to_quaternion()
    undo = facing.inverted()
    relative = [undo @ (p - centre) for p in points]

    near, far = 1e-3, 1e4
    for _ in range(60):
        distance = math.sqrt(near * far)
        near, far = (distance, far) if _share(relative, distance, lens) > fill else (near, distance)
    left, right, bottom, top = _extent(relative, distance, lens)
    room = 0.97 - max(right - left, top - bottom)
    shift_x = (left + right) / 2 + rng.uniform(-0.3, 0.3) * room
    shift_y = (bottom + top) / 2 + rng.uniform(-0.3, 0.2) * room
    data.shift_x, data.shift_y = shift_x, shift_y
    camera.location = centre + back * distance
    camera.rotation_euler = facing.to_euler()

    width = distance * 36.0 / lens
    aperture = max(1e-5, width * 0.045 * view.blur * softness * rng.uniform(0.6, 1.3))
    data.clip_start, data.clip_end = distance * 0.02, 5000
    data.dof.use_dof = True
    depth = [-(p.z) for p in relative]
    data.dof.focus_distance = distance + 0.35 * min(depth)
    data.dof.aperture_fstop = lens * 1e-3 / aperture
    data.dof.aperture_blades = rng.choice([0, 7, 9])
    exposure = rng.uniform(-0.3, 0.3)
    return Aim(
        round(turn, 1),
        round(elevation, 1),
        round(lens, 1),
        round(aperture, 4),
        round(distance, 3),
        round(exposure, 2),
    )


def metered(picture_path: str, aim: Aim) -> float:
    """The exposure in stops that a linear test picture asks for, plus the aim's own."""
    picture = bpy.data.images.load(picture_path)
    pixels = list(picture.pixels)
    width, height = picture.size
    total = weight = 0.0
    levels = []
    for y in range(height):
        for x in range(width):
            r, g, b = pixels[4 * (y * width + x) : 4 * (y * width + x) + 3]
            near = math.exp(-(((x / width - 0.5) / 0.4) ** 2) - ((y / height - 0.5) / 0.4) ** 2) + 0.25
            level = math.log2(min(max(0.2126 * r + 0.7152 * g + 0.0722 * b, 1e-4), 16))
            levels.append(level)
            total += near * level
            weight += near
    bpy.data.images.remove(picture)
    # Middle grey alone would turn snow grey and a dark room bright: bright places count as much.
    bright = sorted(levels)[int(0.93 * len(levels))]
    return 0.5 * (math.log2(0.2) - total / weight) + 0.5 * (math.log2(0.9) - bright) + aim.exposure


def _points(root):
    """Up to some thousand vertices of the object's parts, in world coordinates."""
    points = []
    for part in root.children_recursive:
        if part.type == "MESH" and not part.get("apart"):
            vertices = part.data.vertices
            step = max(1, len(vertices) // 800)
            points += [part.matrix_world @ vertices[i].co for i in range(0, len(vertices), step)]
    return points


def _extent(relative, distance, lens):
    scale = lens / 36.0
    xs = [scale * p.x / max(distance - p.z, 1e-6) for p in relative]
    ys = [scale * p.y / max(distance - p.z, 1e-6) for p in relative]
    return min(xs), max(xs), min(ys), max(ys)


def _share(relative, distance, lens):
    if any(p.z >= distance * 0.95 for p in relative):
        return math.inf
    left, right, bottom, top = _extent(relative, distance, lens)
    return max(right - left, top - bottom)
