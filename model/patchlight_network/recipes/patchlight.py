"""The recipe of the shipped encoder: sketches learn their place in the photo space of ImageNet; photos are held there."""

from __future__ import annotations

import argparse
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .. import losses
from ..batches import Batch, Counts, make_batch
from ..encoder import TokenEncoder
from ..evaluate import Searches, encode_all, knn_figures, searches
from ..files import moved_into_place
from ..pictures import Pictures
from ..sketch_only import SketchOnly, read_sketch_only
from ..training.options import OptionParser, existing, positive, share
from ..usage import UsageError
from ..vit import DEPTH, PATCHES, VisionTransformer, load_imagenet

LOSS_WEIGHTS = {"category": 1.0, "pair": 1.0, "semantic": 0.5, "anchor": 1.5, "pseudo": 0.5, "instance": 0.5, "place": 0.15}
SHOWN = 0.05


def _loss_weight(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in LOSS_WEIGHTS:
        raise argparse.ArgumentTypeError(f"there is no loss {name}, only {', '.join(LOSS_WEIGHTS)}")
    try:
        return name, float(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} gives no weight: write {name}=NUMBER") from None


@dataclass(frozen=True)
class Batches:
    """Batches by (step, rank); the last steps compute every patch."""

    pictures: Pictures
    sketch_only: SketchOnly
    seed: int
    counts: Counts
    full_from: float
    vary: bool

    def __call__(self, step: int, rank: int) -> Batch:
        full = step >= self.full_from
        counts = self.counts._replace(line_patches=PATCHES, photo_patches=PATCHES) if full else self.counts
        return make_batch(self.pictures, self.sketch_only, self.seed, step, rank, counts, self.vary)


class Taught(nn.Module):
    """The encoder and `bank` [M, 192], what it last made of each training photo (unit length); the bank starts as the teacher's."""

    def __init__(self, encoder: TokenEncoder, bank: Tensor) -> None:
        super().__init__()
        self.encoder = encoder
        self.register_buffer("bank", bank.clone())

    @torch.no_grad()
    def remember(self, index: Tensor, photos: Tensor) -> None:
        """Move the photos' rows half of the way to their new tokens (a memory bank: Wu et al., CVPR 2018)."""
        self.bank[index] = F.normalize((self.bank[index] + photos) / 2, dim=1)


class PatchlightRecipe:
    """Trains a TokenEncoder; `finish` writes encoder.pt."""

    @staticmethod
    def add_options(parser: OptionParser) -> None:
        parser.set_defaults(
            batch=64, steps=3000, lr=2e-4, weight_decay=0.05, warmup=60, lr_floor=0.01, clip=2.0, ema_rate=0.995, use_bf16=True
        )
        parser.add_argument("--photos", type=positive, default=32, help="photos in a batch, each with its pseudo-sketch")
        parser.add_argument("--line-patches", type=positive, default=80, help="patches computed of a sketch, those with ink first")
        parser.add_argument("--photo-patches", type=positive, default=98, help="patches computed of a photo")
        parser.add_argument(
            "--sketch-only-share", type=share, default=0.4,
            help="share of a batch's sketches whose category has no photos and is known by its ImageNet classes (folders only)",
        )  # fmt: skip
        parser.add_argument("--full-share", type=float, default=0.1, help="last share of the steps that computes every patch")
        parser.add_argument(
            "--vary", action=argparse.BooleanOptionalAction, default=False,
            help="other hands, pens, missing strokes, crops and light at every step; costs more than it brings (decision 27)",
        )  # fmt: skip
        parser.add_argument("--layer-decay", type=float, default=0.85, help="a layer's learning rate over the next one's")
        parser.add_argument("--start", type=existing, help="encoder weights to start from (default: ImageNet's)")
        parser.add_argument(
            "--loss", type=_loss_weight, action="append", default=[], metavar="NAME=WEIGHT",
            help=f"a weight other than {' '.join(f'{k}={v}' for k, v in LOSS_WEIGHTS.items())}",
        )  # fmt: skip

    def __init__(self, options: argparse.Namespace, pictures: Pictures, test: Pictures, device: torch.device) -> None:
        sketch_only = read_sketch_only(options.data / "sketches", {*pictures.categories, *test.categories})
        photos = min(options.photos, len(pictures.categories))
        more = min(round(options.batch * options.sketch_only_share), len(sketch_only.categories), options.batch - photos)
        if more < 0:
            raise UsageError(f"--batch {options.batch} is less than --photos {photos}: every photo needs a sketch")
        encoder, bank, class_vectors, semantics = teacher(pictures, options.model_path, options.cache, device)
        if options.start:
            encoder.load_state_dict(torch.load(options.start))
        self.network = Taught(encoder, bank).to(device)
        self.loss_weights = LOSS_WEIGHTS | dict(options.loss)
        counts = Counts(options.batch, more, photos, min(options.line_patches, PATCHES), min(options.photo_patches, PATCHES))
        full_from = options.steps * (1 - options.full_share)
        self.batch = Batches(pictures, sketch_only, options.seed, counts, full_from, options.vary)
        self._frozen = bank.to(device)
        self._categories = len(pictures.categories)
        self._vectors, self._semantics = (x.to(device) for x in shown_classes(class_vectors, torch.cat([semantics, sketch_only.classes])))
        self._bank_label = torch.from_numpy(pictures.photo_label).to(device)
        self._searches = searches(test, options.validation_sketches, options.validation_photos)
        self._layer_decay, self._weight_decay = options.layer_decay, options.weight_decay
        self._device = device

    def parameter_groups(self) -> list[dict[str, Any]]:
        """Early layers learn slower by `layer_decay` each; biases, norms and positions are not decayed."""
        groups: dict[tuple[int, bool], dict[str, Any]] = {}
        for name, parameter in self.network.encoder.named_parameters():
            if name.startswith("backbone.blocks."):
                depth = int(name.split(".")[2]) + 1
            elif name.startswith("backbone.norm") or not name.startswith("backbone."):
                depth = DEPTH + 1
            else:
                depth = 0
            decayed = parameter.ndim > 1 and "pos_embed" not in name and "cls_token" not in name
            new = {
                "params": [],
                "scale": self._layer_decay ** (DEPTH + 1 - depth),
                "weight_decay": self._weight_decay if decayed else 0.0,
                "betas": (0.9, 0.98),
            }
            groups.setdefault((depth, decayed), new)["params"].append(parameter)
        return list(groups.values())

    def losses(self, batch: Batch, step: int) -> dict[str, Tensor]:
        s, p = len(batch.sketches), len(batch.photos)
        encoder, bank = self.network.encoder, self.network.bank
        lines, line_tokens = encoder(torch.cat([batch.sketches, batch.pseudo]), batch.keep_lines)
        photos, photo_tokens = encoder(batch.photos, batch.keep_photos)
        with torch.autocast(self._device.type, enabled=False):
            sketches, pseudo, own = lines[:s], lines[s:], self._frozen[batch.bank_index]
            known = batch.label < self._categories
            parts = {
                "category": losses.category_contrast(
                    sketches[known], batch.label[known], bank.clone(), self._bank_label, self._categories
                ),
                "pair": losses.pair_contrast(sketches[:p], photos, batch.label[:p]),
                "semantic": losses.semantic_distillation(sketches, self._semantics[batch.label], self._vectors),
                "anchor": (1 - (photos * own).sum(1)).mean(),
                "pseudo": losses.relational_distillation(pseudo, own, self._frozen),
                "instance": losses.pair_contrast(pseudo, photos, torch.arange(p, device=photos.device)),
                "place": losses.place_contrast(line_tokens[s:], photo_tokens, computed_place(batch)),
            }
        self.network.remember(batch.bank_index, photos.detach())
        return parts

    def validate(self, network: nn.Module) -> dict[str, float]:
        return knn_figures(lambda pixels: network.encoder(pixels)[0], self._searches, self._device)

    def finish(self, network: nn.Module, log_dir: Path) -> None:
        torch.save(network.encoder.state_dict(), log_dir / "encoder.pt")


def shown_classes(class_vectors: Tensor, semantics: Tensor) -> tuple[Tensor, Tensor]:
    """The ImageNet classes that some category shows: their vectors [V, 192] and the categories' shares in them [C, V], rows sum to 1.

    The other classes are left out: no sketch here shows them, so contrast with them would only push unseen kinds of thing away.
    """
    shown = (semantics > SHOWN).any(0)
    return class_vectors[shown], semantics[:, shown] / semantics[:, shown].sum(1, keepdim=True)


def computed_place(batch: Batch) -> Tensor:
    """`batch.place` among the computed patches alone: [P, K], indices into the photos' computed patches, else -1."""
    if batch.keep_photos is None:
        return batch.place
    p, k = batch.keep_photos.shape
    among = torch.full((p, PATCHES + 1), -1, device=batch.place.device)
    among.scatter_(1, batch.keep_photos, torch.arange(k, device=batch.place.device).expand(p, -1))
    return among.gather(1, batch.place.masked_fill(batch.place < 0, PATCHES).gather(1, batch.keep_lines[len(batch.sketches) :]))


def teacher(
    pictures: Pictures, model_path: Path, cache: Path, device: torch.device
) -> tuple[TokenEncoder, Tensor, Tensor, Tensor]:
    """The encoder to train, and what the untouched ImageNet network knows of the photos.

    Returns (encoder with centred head, bank [M, 192], class vectors [1000, 192], semantics [C, 1000] of the categories).
    """
    backbone, weight, bias = load_imagenet(str(model_path))
    encoder = TokenEncoder(backbone)
    of = f"{pictures.identity}{model_path.name}{model_path.stat().st_size}"
    kept = cache / f"teacher-{hashlib.sha256(of.encode()).hexdigest()[:16]}.pt"
    if not kept.exists():
        backbone.to(device)
        features = _photo_features(pictures, backbone, device)
        with moved_into_place(kept) as file:
            torch.save(features, file)
        backbone.cpu()
    features = torch.load(kept)
    mean = features.mean(0)
    softness = (features @ weight.T + bias).softmax(1).detach()
    semantics = torch.stack([softness[torch.from_numpy(of)].mean(0) for of in pictures.photos_of])
    encoder.centre(mean)
    return encoder, F.normalize(features - mean, dim=1), F.normalize(weight - weight.mean(0), dim=1), semantics


@torch.inference_mode()
def _photo_features(pictures: Pictures, backbone: VisionTransformer, device: torch.device) -> Tensor:
    """[M, 192]: the mean of each photo's token and its mirror image's."""
    every = Searches(pictures, sketches=np.arange(0), photos=np.arange(len(pictures.photo_label)))
    token = lambda x: (backbone(x)[:, 0] + backbone(x.flip(3))[:, 0]) / 2
    return encode_all(token, every.photo_pixels, every.photos, device)
