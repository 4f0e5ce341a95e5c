"""Trains the relation matcher on a finished encoder: `python -m patchlight_network.train_matcher --data DIR --log-dir DIR`.

The backbone is frozen and its patch tokens are computed once; the patch head and the matcher learn together. Two things are asked of
the cross-attention: tell same from other categories (through the relation score), and look at the true place wherever it is known: for a
pseudo-sketch and its photo, and (`--gallery`) for a drawing and a photograph of the studio gallery's training categories, put anywhere in the picture.
"""

from __future__ import annotations

import argparse
import copy
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from tqdm import tqdm

from . import data
from .batches import pseudo_pairs, to_pixels, vary_photo
from .encoder import PATCH_DIM, TokenEncoder
from .evaluate import BATCH, photo_pixels, sketch_pixels
from .relation import RelationMatcher
from .sketch_only import IMAGENET_CLASSES
from .sketch_styles import draw_varied, vary_strokes
from .studio import Pair, displaced, read_pairs, varied
from .vit import DIM, LOCALS, VisionTransformer

SKETCHES_A_CATEGORY = 30
PHOTOS_A_CATEGORY = 40
PLACE_PAIRS = 1500
STUDIO_VARIANTS = 3
EDGE_WEIGHT = 0.5
SHARPNESS = 4.0
DIRECTION_SAMPLES = 20_000


@dataclass(frozen=True)
class FrozenTokens:
    """Backbone outputs of some pictures: local and last patch tokens bfloat16 [M, 196, SEEN_DIM] and retrieval tokens [M, 192]."""

    patches: Tensor
    retrieval: Tensor


@torch.inference_mode()
def frozen_tokens(encoder: TokenEncoder, batches: list, what: str) -> FrozenTokens:
    """`batches`: functions that make pixels [B, 3, 224, 224], called one after the other."""
    patches, retrieval = [], []
    for make in tqdm(batches, desc=what, mininterval=10):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            first, seen = encoder.tokens(make())
            retrieval.append(F.normalize(encoder.retrieval_head(first).float(), dim=-1))
        patches.append(seen.bfloat16())
    return FrozenTokens(torch.cat(patches), torch.cat(retrieval))


def sketch_tokens(encoder: TokenEncoder, drawings: list, seed: int) -> tuple[FrozenTokens, Tensor]:
    rng = np.random.default_rng([seed, 1])
    chosen = [(c, i) for c, d in enumerate(drawings) for i in rng.permutation(len(d))[:SKETCHES_A_CATEGORY]]

    def make(part: list) -> Tensor:
        pictures = [draw_varied(vary_strokes(drawings[c][i], rng), rng) for c, i in part]
        return to_pixels(torch.from_numpy(np.stack(pictures))[:, None])

    parts = [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    tokens = frozen_tokens(encoder, [lambda p=p: make(p) for p in parts], "sketches")
    return tokens, torch.tensor([c for c, _ in chosen])


def place_tokens(encoder: TokenEncoder, photos: data.Photos, seed: int) -> tuple[FrozenTokens, FrozenTokens, Tensor]:
    """Photos, their moved and mirrored pseudo-sketches, and for each pseudo-sketch patch its place in the photo [M, 196]."""
    rng = np.random.default_rng([seed, 2])
    chosen = rng.permutation(len(photos.pixels))[:PLACE_PAIRS]
    pixels, pseudo, place = [], [], []
    for i in range(0, len(chosen), BATCH):
        part = torch.stack([vary_photo(photos.pixels[j], rng) for j in chosen[i : i + BATCH]])
        lines, places = pseudo_pairs(part, rng)
        pixels.append(part.bfloat16())
        pseudo.append(lines.bfloat16())
        place.append(places)
    photo = frozen_tokens(encoder, [lambda p=p: p.float() for p in pixels], "photos with a place")
    lines = frozen_tokens(encoder, [lambda p=p: to_pixels(p.float()) for p in pseudo], "pseudo-sketches")
    return photo, lines, torch.cat(place)


def studio_tokens(encoder: TokenEncoder, pairs: list[Pair], seed: int) -> tuple[FrozenTokens, FrozenTokens, Tensor]:
    """Drawings and displaced photographs of the same objects, varied, and which of their patches answer to each other, bool [M, 196, 196]."""
    rng = np.random.default_rng([seed, 4])
    seen = [v for v in (displaced(varied(p, rng), rng) for p in pairs * STUDIO_VARIANTS) if v.seen_in_both.any()]
    parts = [seen[i : i + BATCH] for i in range(0, len(seen), BATCH)]
    drawings = frozen_tokens(encoder, [lambda p=p: sketch_pixels([v.strokes for v in p]) for p in parts], "drawings")
    photos = frozen_tokens(encoder, [lambda p=p: photo_pixels(np.stack([v.photo for v in p])) for p in parts], "photographs")
    return drawings, photos, torch.from_numpy(np.stack([v.answers for v in seen]))


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
    drawn, label = sketch_tokens(encoder, drawings, args.seed)
    place_photo, place_lines, place = place_tokens(encoder, photos, args.seed)
    if args.gallery:
        studio = studio_tokens(encoder, read_pairs(args.gallery, trained_categories(args.data)), args.seed)
    photo_label = torch.from_numpy(photos.label[chosen])
    hard = hard_photos(drawn, label, seen, photo_label)
    own = [torch.from_numpy(np.flatnonzero(photos.label[chosen] == c)) for c in range(len(drawings))]

    matcher, head = RelationMatcher(), encoder.patch_head
    start_with_local_tokens(head, matcher, place_lines.patches[place >= 0], place_photo.patches.flatten(0, 1), rng)
    learned = nn.ModuleList([matcher, head])
    average = copy.deepcopy(learned).requires_grad_(False)
    optimizer = torch.optim.AdamW(learned.parameters(), lr=args.lr, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, args.lr, args.steps, pct_start=0.1)
    for step in range(args.steps):
        scores, wanted = [], []
        for s in rng.integers(0, len(label), args.sketches):
            category = own[label[s]]
            index = torch.cat([category[torch.from_numpy(rng.integers(0, len(category), 3))],
                               hard[s, torch.from_numpy(rng.integers(0, 50, 3))],
                               torch.from_numpy(rng.integers(0, len(photo_label), 2))])
            scores.append(matcher.logit(head(drawn.patches[s : s + 1].float()), head(seen.patches[index].float())))
            wanted.append((photo_label[index] == label[s]).float())
        relation = F.binary_cross_entropy_with_logits(torch.stack(scores), torch.stack(wanted))
        pairs = torch.from_numpy(rng.integers(0, len(place), args.place_pairs))
        _, there, back = matcher.attend(head(place_lines.patches[pairs].float()), head(place_photo.patches[pairs].float()))
        located = EDGE_WEIGHT * (attention_at(there, place[pairs]) + attention_at(back, inverse(place[pairs])))
        if args.gallery:
            drawings, photographs, answers = studio
            pairs = torch.from_numpy(rng.integers(0, len(answers), args.place_pairs))
            _, there, back = matcher.attend(head(drawings.patches[pairs].float()), head(photographs.patches[pairs].float()))
            located = located + attention_among(there, answers[pairs]) + attention_among(back, answers[pairs].transpose(1, 2))
        optimizer.zero_grad()
        (relation + args.place_weight * located).backward()
        torch.nn.utils.clip_grad_norm_(learned.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            for a, e in zip(average.parameters(), learned.parameters()):
                a.lerp_(e, 1 - min(0.995, (step + 1) / (step + 20)))
        if step % 50 == 0:
            print(f"step {step} relation {relation.item():.3f} place {located.item():.3f}", flush=True)
    encoder.patch_head.load_state_dict(average[1].state_dict())
    torch.save(average[0].state_dict(), args.log_dir / "matcher.pt")
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
