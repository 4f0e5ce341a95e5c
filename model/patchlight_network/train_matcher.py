"""Trains the relation matcher on a finished encoder: `python -m patchlight_network.train_matcher --data DIR --log-dir DIR`.

The backbone is frozen and its patch tokens are computed once; the patch head and the matcher learn together. Two things are asked of
the cross-attention: tell same from other categories (through the relation score), and look at the true place wherever it is known: for a
pseudo-sketch and its photo, and (`--gallery`) for a drawing and a photograph of the studio gallery's training categories, put anywhere in the picture.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import data
from .encoder import PATCH_DIM, TokenEncoder
from .evaluate import BATCH, photo_pixels
from .matcher_lessons import FrozenTokens, frozen_tokens, place_tokens, sketch_tokens, studio_tokens
from .relation import RelationMatcher
from .sketch_only import IMAGENET_CLASSES
from .studio import read_pairs
from .vit import DIM, LOCALS, VisionTransformer

PHOTOS_A_CATEGORY = 40
EDGE_WEIGHT = 0.5
SHARPNESS = 4.0
DIRECTION_SAMPLES = 20_000


@torch.no_grad()
def start_with_local_tokens(head: nn.Linear, matcher: RelationMatcher, sketches: Tensor, photos: Tensor, rng: np.random.Generator) -> None:
    """Head and cross-attention start by comparing raw local tokens, along the directions in which those of sketches and photos differ most.

    `sketches` and `photos`: backbone tokens [any, SEEN_DIM] of patches that show something. The last block's tokens start unheard.
    """
    local = len(LOCALS) * DIM
    some = lambda tokens: tokens[torch.from_numpy(rng.permutation(len(tokens))[:DIRECTION_SAMPLES])].float()[:, :local]
    tokens = torch.cat([some(sketches), some(photos)])
    middle = tokens.mean(0)
    directions = torch.linalg.eigh((tokens - middle).T @ (tokens - middle)).eigenvectors[:, -PATCH_DIM:].T
    head.weight.zero_()
    head.weight[:, :local] = directions
    head.bias.copy_(-directions @ middle)
    for attention in (matcher.to_photo, matcher.to_sketch):
        attention.look_at_the_like(SHARPNESS)


def trained_categories(data_folder: Path) -> set[str]:
    """Categories that the encoder was trained on, with photos or without."""
    classes = json.loads(IMAGENET_CLASSES.read_text())
    return {c.replace(" ", "_") for c in [*data.splits(data_folder)["train"], *classes]}


def hard_photos(sketches: FrozenTokens, label: Tensor, photos: FrozenTokens, photo_label: Tensor) -> Tensor:
    """[S, 50]: the photos of other categories that the retrieval token likes best."""
    similarity = sketches.retrieval @ photos.retrieval.T
    similarity[label[:, None] == photo_label[None, :]] = -2
    return similarity.topk(50, dim=1).indices


def attention_at(attention: Tensor, place: Tensor) -> Tensor:
    """Mean -log weight that the rows of `attention` [B, N, N] give to their true place [B, N] (-1: unknown)."""
    known = place >= 0
    weight = attention.gather(2, place.clamp(min=0).unsqueeze(2)).squeeze(2)
    return -(weight[known] + 1e-6).log().mean()


def attention_among(attention: Tensor, answers: Tensor) -> Tensor:
    """Mean -log weight that the rows of `attention` [B, N, N] give to all their answers together, bool [B, N, N]; rows without any don't count."""
    weight = (attention * answers).sum(2)[answers.any(2)]
    return -(weight + 1e-6).log().mean()


def inverse(place: Tensor) -> Tensor:
    """For each photo patch the pseudo-sketch patch of the same place, -1 where none."""
    back = torch.full((place.shape[0], place.shape[1] + 1), -1)
    rows = torch.arange(place.shape[1]).expand_as(place)
    return back.scatter(1, place.masked_fill(place < 0, place.shape[1]), rows)[:, :-1]


class Relations:
    """Which sketches and photos of the training categories show the same kind of thing."""

    def __init__(self, sketches: FrozenTokens, label: Tensor, photos: FrozenTokens, photo_label: Tensor) -> None:
        self.sketches, self.label, self.photos, self.photo_label = sketches, label, photos, photo_label
        self.hard = hard_photos(sketches, label, photos, photo_label)

    def loss(self, matcher: RelationMatcher, head: nn.Linear, count: int, rng: np.random.Generator) -> Tensor:
        """Of `count` sketches, each with three photos of its category, three hard ones and two at random."""
        scores, wanted = [], []
        for s in rng.integers(0, len(self.label), count):
            category = (self.photo_label == self.label[s]).nonzero().flatten()
            index = torch.cat([category[torch.from_numpy(rng.integers(0, len(category), 3))],
                               self.hard[s, torch.from_numpy(rng.integers(0, 50, 3))],
                               torch.from_numpy(rng.integers(0, len(self.photo_label), 2))])
            scores.append(matcher.logit(head(self.sketches.patches[s : s + 1].float()), head(self.photos.patches[index].float())))
            wanted.append((self.photo_label[index] == self.label[s]).float())
        return F.binary_cross_entropy_with_logits(torch.stack(scores), torch.stack(wanted))


def fit(learned: nn.Module, loss: Callable[[], Tensor], steps: int, lr: float) -> None:
    """Trains `learned`, which ends as the moving average of its weights."""
    parameters = list(learned.parameters())
    average = [p.detach().clone() for p in parameters]
    optimizer = torch.optim.AdamW(parameters, lr=lr, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, lr, steps, pct_start=0.1)
    for step in range(steps):
        value = loss()
        optimizer.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            for kept, now in zip(average, parameters):
                kept.lerp_(now, 1 - min(0.995, (step + 1) / (step + 20)))
        if step % 50 == 0:
            print(f"step {step} loss {value.item():.3f}", flush=True)
    with torch.no_grad():
        for kept, now in zip(average, parameters):
            now.copy_(kept)


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    rng = np.random.default_rng([args.seed, 3])
    split = data.splits(args.data)
    photos = data.load_photos(args.data / "photos", split["train"], args.cache)
    files = data.sketch_files(args.data / "sketches")
    drawings = [data.read_sketches(files[c]) for c in split["train"]]
    encoder = TokenEncoder(VisionTransformer())
    state = torch.load(args.log_dir / "encoder.pt")
    encoder.load_state_dict({k: v for k, v in state.items() if not k.startswith("patch_head")}, strict=False)  # it is learned here
    encoder.eval()
    chosen = np.sort(np.concatenate([rng.permutation(np.flatnonzero(photos.label == c))[:PHOTOS_A_CATEGORY]
                                     for c in range(len(drawings))]))
    parts = [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    seen = frozen_tokens(encoder, [lambda p=p: photo_pixels(photos.pixels[p]) for p in parts], "photos")
    relations = Relations(*sketch_tokens(encoder, drawings, args.seed), seen, torch.from_numpy(photos.label[chosen]))
    place_photo, place_lines, place = place_tokens(encoder, photos, args.seed)
    if args.gallery:
        studio = studio_tokens(encoder, read_pairs(args.gallery, trained_categories(args.data)), args.seed)

    matcher, head = RelationMatcher(), encoder.patch_head
    start_with_local_tokens(head, matcher, place_lines.patches[place >= 0], place_photo.patches.flatten(0, 1), rng)

    def located() -> Tensor:
        pairs = torch.from_numpy(rng.integers(0, len(place), args.place_pairs))
        _, there, back = matcher.attend(head(place_lines.patches[pairs].float()), head(place_photo.patches[pairs].float()))
        loss = EDGE_WEIGHT * (attention_at(there, place[pairs]) + attention_at(back, inverse(place[pairs])))
        if not args.gallery:
            return loss
        drawn, photographs, answers = studio
        pairs = torch.from_numpy(rng.integers(0, len(answers), args.place_pairs))
        _, there, back = matcher.attend(head(drawn.patches[pairs].float()), head(photographs.patches[pairs].float()))
        return loss + attention_among(there, answers[pairs]) + attention_among(back, answers[pairs].transpose(1, 2))

    related = lambda: relations.loss(matcher, head, args.sketches, rng)
    fit(nn.ModuleList([matcher, head]), lambda: related() + args.place_weight * located(), args.steps, args.lr)
    torch.save(matcher.state_dict(), args.log_dir / "matcher.pt")
    torch.save(encoder.state_dict(), args.log_dir / "encoder-with-patches.pt")


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--log-dir", type=Path, required=True, help="the encoder's run: encoder.pt is read, matcher.pt written")
    p.add_argument("--gallery", type=Path, help="a gallery with truth, such as ../assets/gallery")
    p.add_argument("--cache", type=Path, default=Path("cache"))
    p.add_argument("--steps", type=int, default=600)
    p.add_argument("--sketches", type=int, default=8, help="sketches in a batch, eight photos each")
    p.add_argument("--place-pairs", type=int, default=16, help="pseudo-sketch and photo pairs in a batch")
    p.add_argument("--place-weight", type=float, default=1.0)
    p.add_argument("--lr", type=float, default=5e-4)
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


if __name__ == "__main__":
    train(arguments())
