"""One photograph: an object of a category, put into a setting, framed, metered and rendered."""

import importlib
import math
import random
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import addon_utils
import bpy

from . import camera
from .camera import View
from .seeds import seed
from .settings import SETTINGS, Stage

SIDE = 384
"""Pixels along a photograph's side."""

QUALITY = 90
"""The JPEG quality."""


@dataclass(frozen=True)
class Studio:
    """What a category's function may ask about the photograph that it models for."""

    category: str
    variant: int

    def pick(self, options):
        """One of the options; each variant takes the next, so that photographs differ."""
        return options[(self.variant - 1) % len(options)]


@dataclass(frozen=True)
class Shot:
    """A scene that is ready: the object, how the camera stands, what was chosen for it."""

    root: bpy.types.Object
    view: View
    turns_alike: bool
    setting: str
    aim: camera.Aim
    dice: random.Random


def set_up(category: str, variant: int) -> Shot:
    """Models the object, builds its setting and frames it.

    category: name of a module in `categories`. variant: 1 or more.
    """
    _empty_scene()
    module = importlib.import_module(f"categories.{category}")
    studio = Studio(category, variant)
    model_dice = random.Random(seed(category, variant, "model"))
    parts = getattr(module, category.replace("-", "_"))(studio, model_dice)
    root = bpy.data.objects.new(category, None)
    bpy.context.scene.collection.objects.link(root)
    for part in parts:
        part.parent = root
    bpy.context.view_layer.update()

    dice = random.Random(seed(category, variant, "scene"))
    setting = studio.pick(module.SETTINGS)
    clear, size = _footprint(parts)
    stage = Stage(size, clear, variant, sum(map(ord, category)), dice)
    softness = SETTINGS[setting](stage)
    view = getattr(module, "VIEW", View())
    aim = camera.frame(root, view, softness, dice)
    return Shot(root, view, getattr(module, "TURNS_ALIKE", False), setting, aim, dice)


def take(shot: Shot, category: str, variant: int, file: Path, side: int = SIDE, samples: int = 12) -> dict:
    """Renders a photograph to `file` and returns its manifest entry.

    side: pixels. samples: light paths a pixel at most.
    """
    _render(file, shot.aim, side, samples, seed(category, variant, "scene"), shot.dice)
    return {
        "category": category,
        "file": f"photos/{category}/{file.name}",
        "variant": variant,
        "seed": seed(category, variant, "model"),
        "samples": samples,
        "setting": shot.setting,
        "camera": asdict(shot.aim),
    }


def _empty_scene():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    addon_utils.enable("cycles")


def _footprint(parts):
    """The parts' reach from the z axis and their longest side, in metres."""
    points = [p.matrix_world @ v.co for p in parts if p.type == "MESH" for v in p.data.vertices]
    clear = max(math.hypot(p.x, p.y) for p in points)
    spans = [max(p[k] for p in points) - min(p[k] for p in points) for k in range(3)]
    return clear, max(spans)


def _render(file, aim, side, samples, noise_seed, dice):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.seed = "CPU", noise_seed
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.03
    cycles.use_denoising = False
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 8, 2, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 8, 12
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.blur_glossy = 2.5, 1.0
    scene.render.use_persistent_data = True
    scene.render.resolution_percentage = 100
    scene.view_settings.view_transform = "Filmic"
    scene.view_settings.look = dice.choice(["Medium High Contrast", "Medium High Contrast", "High Contrast"])

    picture = scene.render.image_settings
    with tempfile.TemporaryDirectory() as folder:
        test = Path(folder) / "meter.exr"
        scene.render.resolution_x = scene.render.resolution_y = 40
        cycles.samples = 8
        picture.file_format = "OPEN_EXR"
        scene.render.filepath = str(test)
        bpy.ops.render.render(write_still=True)
        scene.view_settings.exposure = camera.metered(str(test), aim)

    scene.render.resolution_x = scene.render.resolution_y = side
    cycles.samples = samples
    _noise_reduction(scene)
    picture.file_format, picture.color_mode, picture.quality = "JPEG", "RGB", QUALITY
    file.parent.mkdir(parents=True, exist_ok=True)
    scene.render.filepath = str(file)
    bpy.ops.render.render(write_still=True)


def _noise_reduction(scene):
    """Smooths the few light paths' grain as a camera does, but not across edges.

    Edges are those of colour and orientation as the first hit sees them, which have no grain.
    """
    layer = scene.view_layers[0]
    layer.cycles.denoising_store_passes = True
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    taken = tree.nodes.new("CompositorNodeRLayers")
    guide = tree.nodes.new("CompositorNodeMixRGB")
    guide.blend_type = "ADD"
    guide.inputs["Fac"].default_value = 0.5
    smooth = tree.nodes.new("CompositorNodeBilateralblur")
    smooth.iterations, smooth.sigma_color, smooth.sigma_space = 2, 0.12, 3.0
    out = tree.nodes.new("CompositorNodeComposite")
    tree.links.new(taken.outputs["Denoising Albedo"], guide.inputs[1])
    tree.links.new(taken.outputs["Denoising Normal"], guide.inputs[2])
    tree.links.new(taken.outputs["Image"], smooth.inputs["Image"])
    tree.links.new(guide.outputs[0], smooth.inputs["Determinator"])
    tree.links.new(smooth.outputs[0], out.inputs[0])
