"""Which way of linking patches finds the place: `python -m patchlight_network.evaluate_truth --run DIR --gallery DIR --data DIR`.

PCK on the studio gallery: of the sketch patches whose spot is visible in the photo too, the share whose strongest photo patch shows that spot or is one
of the eight patches beside one that does. A table of every way, over categories that the network never saw and over those it was trained on, for
drawings from the photo's viewpoint and from another. The studio's objects stand in the middle of their photos, where the patch at the same place of
the picture is mostly right; so the photos are displaced (`studio.displaced`), and taken as they are in two columns only. With `--weights`, also raw
tokens of the untouched ImageNet network.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .encoder import TokenEncoder
from .evaluate import photo_pixels, sketch_pixels
from .relation import RelationMatcher
from .studio import Pair, displaced, read_pairs
from .train_matcher import trained_categories
from .trained import load_network
from .vit import DIM, GRID, LOCALS, PATCHES, VisionTransformer, blank_patches, load_imagenet

BATCH = 16
LEAST_PATCHES = 5
BLOCKS = (3, 4, 5, 6, 7, 8, 10, 12)
SINKHORN_ROUNDS = 30
DISPLACED = ("unseen, same view", "unseen, other view", "trained, same view", "trained, other view")
AS_THEY_ARE = ("unseen, same view, middle", "unseen, other view, middle")
GROUPS = (*DISPLACED, *AS_THEY_ARE)


@torch.inference_mode()
def block_tokens(backbone: VisionTransformer, pixels: Tensor) -> list[Tensor]:
    """Patch tokens [B, 196, 192] after each of BLOCKS."""
    after, _ = backbone.every_block(pixels, blank=blank_patches(pixels))
    return [after[number - 1][:, 1:] for number in BLOCKS]


def cosine(sketches: Tensor, photos: Tensor, inked: Tensor) -> Tensor:
    """[B, 196, 196], tokens less the mean of the sketch patches with ink and of all photo patches."""
    sketches, photos = sketches - sketches[inked].mean(0), photos - photos.mean((0, 1))
    return F.normalize(sketches, dim=-1) @ F.normalize(photos, dim=-1).transpose(1, 2)


def transported(score: Tensor, inked: Tensor, temperature: float) -> Tensor:
    """Optimal transport by Sinkhorn's iterations: every inked patch gives as much as another, every photo patch takes as much."""
    plan = (score / temperature).exp() * inked[:, :, None]
    for _ in range(SINKHORN_ROUNDS):
        plan = plan / plan.sum(2, keepdim=True).clamp(min=1e-12)
        plan = plan / plan.sum(1, keepdim=True).clamp(min=1e-12)
    return plan


def nearness() -> Tensor:
    """[196, 196]: minus the squared distance of two patches' places in their pictures, in patches."""
    row, column = torch.arange(PATCHES) // GRID, torch.arange(PATCHES) % GRID
    return -((row[:, None] - row) ** 2 + (column[:, None] - column) ** 2).float()


def mutual(there: Tensor, back: Tensor, inked: Tensor) -> Tensor:
    """bool [B, 196]: sketch patches with ink that their choice chooses back, by scores [B, 196, 196] of sketch and photo patches in either direction."""
    favourite = back.masked_fill(~inked[:, :, None], -1e9).argmax(1)
    return inked & (favourite.gather(1, there.argmax(2)) == torch.arange(PATCHES))


@torch.inference_mode()
def ways(
    encoder: TokenEncoder, matcher: RelationMatcher, imagenet: VisionTransformer | None, sketches: Tensor, photos: Tensor, inked: Tensor
) -> Iterator[tuple[str, Tensor, Tensor]]:
    """Name, scores [B, 196, 196] of photo patches for each sketch patch, and which sketch patches [B, 196] are linked at all."""
    seen = [encoder.tokens(p)[1] for p in (sketches, photos)]
    a, b = (F.layer_norm(encoder.patch_head(s), (encoder.patch_head.out_features,)) for s in seen)
    seen_sketches, there = matcher.to_photo(a, b)
    seen_photos, back = matcher.to_sketch(b, a)
    back = back.transpose(1, 2)
    both = (there * back).sqrt()
    yield "cross-attention", there, inked
    yield "cross-attention of the photo", back, inked
    yield "both directions, geometric mean", both, inked
    yield "cross-attention, each the other's choice (the window's lines)", there, mutual(there, back, inked)
    yield "cross-attention, mutual choices only", there, mutual(there, there, inked)
    yield "both directions, mutual choices only", both, mutual(both, both, inked)
    tokens = cosine(a, b, inked)
    yield "patch tokens before cross-attention, cosine", tokens, inked
    yield "patch tokens before, mutual neighbours only", tokens, mutual(tokens, tokens, inked)
    yield "patch tokens after cross-attention, cosine", cosine(seen_sketches, seen_photos, inked), inked
    yield "optimal transport on cosines", transported(tokens, inked, 0.1), inked
    yield "optimal transport on cross-attention", transported((both + 1e-9).log(), inked, 1.0), inked
    yield "the same place of the picture, seeing nothing", nearness().expand(len(inked), -1, -1), inked
    local = [s[..., : len(LOCALS) * DIM] for s in seen]
    yield f"raw trained tokens, blocks {', '.join(map(str, LOCALS))} side by side", cosine(*local, inked), inked
    for name, backbone in (("trained", encoder.backbone), ("ImageNet", imagenet)):
        if backbone is not None:
            for block, x, y in zip(BLOCKS, block_tokens(backbone, sketches), block_tokens(backbone, photos)):
                yield f"raw {name} tokens, block {block}", cosine(x, y, inked), inked


def hits(pairs: list[Pair], score: Tensor, linked: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """Of each pair: patches that found their place, and patches that were linked and are visible in both."""
    best = score.argmax(2).numpy()
    counted = np.stack([p.seen_in_both for p in pairs]) & linked.numpy()
    found = np.stack([np.take_along_axis(p.near, b[:, None], 1)[:, 0] for p, b in zip(pairs, best)])
    return (found & counted).sum(1), counted.sum(1)


def groups_of(pairs: list[Pair], trained: set[str]) -> tuple[list[Pair], np.ndarray]:
    """The pairs with displaced photos and those of unseen categories as they are, and the group of each; pairs that share too little left out."""
    rng = np.random.default_rng(0)
    group = lambda p: f"{'trained' if p.category in trained else 'unseen'}, {p.view} view"
    every = [(displaced(p, rng), group(p)) for p in pairs]
    every += [(p, f"{group(p)}, middle") for p in pairs if p.category not in trained]
    kept = [(p, g) for p, g in every if p.seen_in_both.sum() >= LEAST_PATCHES]
    return [p for p, _ in kept], np.array([g for _, g in kept])


def table(run: Path, gallery: Path, data: Path, weights: Path | None) -> dict[str, dict[str, float]]:
    """PCK by way and group of pairs, and `covers`, the share of patches that the way links at all."""
    encoder, matcher = load_network(run)
    imagenet = load_imagenet(str(weights))[0] if weights else None
    pairs, groups = groups_of(read_pairs(gallery), trained_categories(data))
    found: dict[str, list] = {}
    for i in range(0, len(pairs), BATCH):
        some = pairs[i : i + BATCH]
        inked = torch.from_numpy(np.stack([p.inked for p in some]))
        pixels = sketch_pixels([p.strokes for p in some]).contiguous(), photo_pixels(np.stack([p.photo for p in some]))
        for name, score, linked in ways(encoder, matcher, imagenet, *pixels, inked):
            found.setdefault(name, []).append(np.stack(hits(some, score, linked)))
    seen = np.array([p.seen_in_both.sum() for p in pairs])
    chance = np.array([p.near.mean(1)[p.seen_in_both].sum() for p in pairs])
    rows = {name: np.concatenate(counts, 1) for name, counts in found.items()} | {"chance": np.stack([chance, seen])}
    return {
        name: {g: float(right[groups == g].sum() / max(1, counted[groups == g].sum())) for g in GROUPS} | {"covers": counted.sum() / seen.sum()}
        for name, (right, counted) in rows.items()
    }


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--run", type=Path, required=True, help="folder with encoder-with-patches.pt and matcher.pt")
    p.add_argument("--gallery", type=Path, required=True, help="a gallery with truth, such as ../assets/gallery")
    p.add_argument("--data", type=Path, required=True, help="folder with splits.json, which tells what was trained on")
    p.add_argument("--weights", type=Path, help="timm's vit_tiny_patch16_224.safetensors")
    args = p.parse_args()
    print(f"| {'way':64} | " + " | ".join(GROUPS) + " | covers |")
    for name, row in table(args.run, args.gallery, args.data, args.weights).items():
        print(f"| {name:64} | " + " | ".join(f"{row[g]:.3f}" for g in GROUPS) + f" | {row['covers']:.2f} |")


if __name__ == "__main__":
    main()
