"""The published recipe (ZSE-SBIR, arXiv 2303.14348, section 3.4; defaults of the released code): the line to beat.

2 x triplet loss on the cross-attended [Ret] token, 4 x squared error of the relation score, no augmentation. `--retrieval ret` searches as
the paper's Ret does, by [Ret] before the cross-attention, although the triplet loss sees the one after it: only that one can be
computed once for each photo. `--retrieval rn` attends every pair and reports the search by relation score, and beside it the search by the
token that was trained (names ending in Attended).
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..evaluate import BATCH, Searches, knn_figures, searches
from ..pictures import Pictures
from ..training.options import OptionParser
from ..vit import load_imagenet
from .published_network import RELATION_HIDDEN, PublishedNetwork

MARGIN = 1.0
SAME, OTHER = 0.99, 0.01


class Pairs(NamedTuple):
    """2B pairs, uint8: sketches [2B, 224, 224] and photos [2B, 224, 224, 3]; the first B of one category, the last B of two.

    Sketch B + i is another one of the category of sketch i, photo B + i of any other category.
    """

    sketches: Tensor
    photos: Tensor


@dataclass(frozen=True)
class Batches:
    """Pairs by (step, rank)."""

    pictures: Pictures
    seed: int
    count: int

    def __call__(self, step: int, rank: int) -> Pairs:
        rng = np.random.default_rng([self.seed, step, rank])
        two = np.stack([rng.permutation(len(self.pictures.categories))[:2] for _ in range(self.count)])
        sketches = [rng.choice(self.pictures.sketches_of[c]) for c in np.tile(two[:, 0], 2)]
        photos = [rng.choice(self.pictures.photos_of[c]) for c in two.T.ravel()]
        return Pairs(
            torch.from_numpy(np.stack([self.pictures.sketch(i) for i in sketches])),
            torch.from_numpy(np.stack([self.pictures.photo(i) for i in photos])),
        )


def triplet(sketch: Tensor, same: Tensor, other: Tensor) -> Tensor:
    """max(0, |sketch - same| - |sketch - other| + 1) over tokens [B, D], mean over the batch (section 3.4)."""
    return F.triplet_margin_loss(sketch.float(), same.float(), other.float(), margin=MARGIN, p=2)


def relation_error(score: Tensor) -> Tensor:
    """Squared error of scores [2B], the first half of which should say 0.99 and the second 0.01."""
    wanted = torch.full_like(score, OTHER)
    wanted[: len(score) // 2] = SAME
    return F.mse_loss(score, wanted)


class PublishedRecipe:
    """Trains a PublishedNetwork; `finish` writes published.pt."""

    @staticmethod
    def add_options(parser: OptionParser) -> None:
        parser.set_defaults(
            batch=15, epochs=30, lr=1e-5, weight_decay=1e-2, warmup=0, lr_floor=1.0, clip=0.0, ema_rate=0.0, use_bf16=False
        )
        parser.add_argument("--dropout", type=float, default=0.1, help="in the cross-attention and the relation network")
        anchors = list(RELATION_HIDDEN)
        parser.add_argument("--anchor-number", type=int, choices=anchors, default=49, help="places that the relation network compares")
        parser.add_argument("--retrieval", choices=("ret", "rn"), default="ret", help="validate by [Ret] or by relation score")

    def __init__(self, options: argparse.Namespace, pictures: Pictures, test: Pictures, device: torch.device) -> None:
        backbone, _, _ = load_imagenet(str(options.model_path))
        self.network = PublishedNetwork(backbone, options.anchor_number, options.dropout).to(device)
        self.loss_weights = {"triplet": 2.0, "relation": 4.0}
        self.batch = Batches(pictures, options.seed, options.batch)
        self._searches = searches(test, options.validation_sketches, options.validation_photos)
        self._by_relation = options.retrieval == "rn"
        self._weight_decay = options.weight_decay
        self._device = device

    def parameter_groups(self) -> list[dict[str, Any]]:
        return [{"params": list(self.network.parameters()), "weight_decay": self._weight_decay}]

    def losses(self, batch: Pairs, step: int) -> dict[str, Tensor]:
        sketches = (batch.sketches.float() / 127.5 - 1)[:, None].expand(-1, 3, -1, -1)
        photos = batch.photos.permute(0, 3, 1, 2).float() / 127.5 - 1
        sketch_token, photo_token, score = self.network(sketches, photos)
        half = len(sketches) // 2
        return {
            "triplet": triplet(sketch_token[:half], photo_token[:half], photo_token[half:]),
            "relation": relation_error(score.float()),
        }

    def validate(self, network: PublishedNetwork) -> dict[str, float]:
        if self._by_relation:
            return pair_figures(network, self._searches, self._device)
        token = lambda pixels: F.normalize(network.encode(pixels)[:, 0].float(), dim=-1)
        return knn_figures(token, self._searches, self._device)

    def finish(self, network: nn.Module, log_dir: Path) -> None:
        torch.save(network.state_dict(), log_dir / "published.pt")


def pair_figures(network: PublishedNetwork, found: Searches, device: torch.device) -> dict[str, float]:
    """Every pair of sketch and photo attended: figures by relation score, and by distance of the attended tokens."""
    encode = lambda pixels_of, chosen: torch.cat(
        [network.encode(pixels_of(chosen[i : i + BATCH]).to(device)) for i in range(0, len(chosen), BATCH)]
    )
    with torch.autocast(device.type, torch.bfloat16):
        sketches, photos = encode(found.sketch_pixels, found.sketches), encode(found.photo_pixels, found.photos)
        scores, nearness = [], []
        for sketch in sketches:
            for part in photos.split(BATCH):
                own, other, score = network.attend(sketch.expand_as(part), part)
                scores.append(score.float().cpu())
                nearness.append(F.cosine_similarity(own.float(), other.float()).cpu())
    shape = (len(sketches), len(photos))
    by_score = found.figures(torch.cat(scores).view(shape).numpy())
    by_token = found.figures(torch.cat(nearness).view(shape).numpy())
    return by_score | {f"{name}Attended": value for name, value in by_token.items()}
