"""Sketches as other hands and tools would have drawn them: width, wobble, missing and unfinished strokes, pseudo-sketches."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw, ImageFilter
from torch import Tensor

from .rasterizer import SIDE, Stroke

OVERSAMPLING = 2
PAPER = 0.93


def vary_strokes(strokes: list[Stroke], rng: np.random.Generator) -> list[Stroke]:
    """Mirrored, turned, sheared, wobbled; a third of the drawings stop early, some lose strokes."""
    if rng.random() < 0.35:
        strokes = first_part(strokes, rng.uniform(0.2, 1.0))
    if len(strokes) > 3 and rng.random() < 0.3:
        strokes = [s for s in strokes if rng.random() > 0.15] or strokes
    angle = rng.normal(0, 0.14)
    shear = rng.normal(0, 0.08)
    stretch = np.exp(rng.normal(0, 0.12))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    matrix = turn @ np.array([[stretch, shear], [0, 1 / stretch]])
    if rng.random() < 0.5:
        matrix = matrix @ np.diag([-1.0, 1.0])
    wobble = rng.choice([0.0, 1.5, 3.0])
    return [s @ matrix.T + rng.normal(0, 1, s.shape) * wobble for s in strokes]


def first_part(strokes: list[Stroke], share: float) -> list[Stroke]:
    """The first `share` of a drawing's points, in drawing order; at least two points."""
    left = max(2, round(share * sum(len(s) for s in strokes)))
    kept = []
    for stroke in strokes:
        kept.append(stroke[:left])
        left -= len(kept[-1])
        if left <= 0:
            break
    return kept


def draw_varied(strokes: list[Stroke], rng: np.random.Generator) -> np.ndarray:
    """A training picture [224, 224] float32 in [0, 1], paper bright: the rasterizer's layout with varied pen and place.

    The paper stays bare: the program reads drawn pictures as strokes, so none ever reaches the network.
    """
    points = np.concatenate(strokes)
    low, high = points.min(0), points.max(0)
    room = SIDE * OVERSAMPLING * rng.uniform(0.78, 0.93)
    scale = room / max(float((high - low).max()), 1e-6)
    slack = (SIDE * OVERSAMPLING - (high - low) * scale) / 2
    shift = rng.uniform(-1, 1, 2) * np.minimum(slack, 8 * OVERSAMPLING)
    middle = (low + high) / 2
    width = max(2, round(OVERSAMPLING * rng.uniform(2.0, 4.5)))
    ink = round(float(rng.choice([0, 0, rng.uniform(0, 90)])))
    picture = Image.new("L", (SIDE * OVERSAMPLING, SIDE * OVERSAMPLING), 255)
    pen = ImageDraw.Draw(picture)
    for stroke in strokes:
        placed = (stroke - middle) * scale + SIDE * OVERSAMPLING / 2 + shift
        if len(placed) == 1:
            placed = np.concatenate([placed, placed + 0.5])
        pen.line([tuple(p) for p in placed], fill=ink, width=width, joint="curve")
    return np.asarray(picture.reduce(OVERSAMPLING), np.float32) / 255


def draw_varied_pixels(grey: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The like of `draw_varied` for a sketch without strokes, uint8 [224, 224]: mirrored, turned, sheared, scaled, pen and tone varied."""
    picture = Image.fromarray(grey)
    pen = rng.random()
    if pen < 0.5:
        picture = picture.filter(ImageFilter.MinFilter(3) if pen < 0.35 else ImageFilter.MaxFilter(3))
    angle, shear, size = rng.normal(0, 0.14), rng.normal(0, 0.08), rng.uniform(0.72, 1.0)
    mirror = rng.choice([-1.0, 1.0])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    back = turn @ np.array([[mirror, shear], [0, 1]]) / size
    shift = SIDE / 2 - back @ (SIDE / 2 + rng.uniform(-12, 12, 2))
    affine = (*back[0], shift[0], *back[1], shift[1])
    picture = picture.transform((SIDE, SIDE), Image.Transform.AFFINE, affine, Image.Resampling.BILINEAR, fillcolor=255)
    values = np.asarray(picture, np.float32) / 255
    ink = rng.choice([0, 0, rng.uniform(0, 0.45)])
    return (ink + (1 - ink) * values).astype(np.float32)


def pseudo_sketch(photos: Tensor, rng: np.random.Generator) -> Tensor:
    """Edge drawings of photos: [B, 3, 224, 224] in [-1, 1] to [B, 1, 224, 224] in [0, 1], paper bright.

    A difference of Gaussians with a soft threshold (XDoG, Winnemoeller et al. 2012), its scale and threshold varied. What is nearly paper is made bare.
    """
    grey = (photos.mean(1, keepdim=True) + 1) / 2
    sigma = rng.uniform(0.9, 2.4)
    edges = blur(grey, sigma) - 0.98 * blur(grey, 1.6 * sigma)
    spread = edges.flatten(1).std(1).view(-1, 1, 1, 1) + 1e-4
    threshold = rng.uniform(-0.9, -0.2)
    lines = torch.sigmoid((edges / spread - threshold) * rng.uniform(4, 10))
    return torch.where(lines > PAPER, torch.ones(()), lines)


def blur(images: Tensor, sigma: float) -> Tensor:
    """Separable Gaussian blur of [B, 1, H, W], edges repeated."""
    radius = max(1, round(3 * sigma))
    x = torch.arange(-radius, radius + 1, dtype=torch.float32)
    kernel = torch.exp(-x * x / (2 * sigma * sigma))
    kernel = (kernel / kernel.sum()).view(1, 1, 1, -1)
    padded = F.pad(images, (radius, radius, radius, radius), mode="replicate")
    return F.conv2d(F.conv2d(padded, kernel), kernel.transpose(2, 3))
