"""Trains the token encoder: `python -m patchlight_network.train_encoder --data DIR --weights FILE --log-dir DIR`.

Sketches learn their place in the photo space that ImageNet already shaped; photos are held there. Interrupted runs go on from
their last checkpoint and see the same batches as an uninterrupted run.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import math
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor
from torch.utils.tensorboard import SummaryWriter

from . import data, losses
from .batches import Batch, keep_patches, make_batch
from .encoder import TokenEncoder
from .evaluate import encode_photos, validation_figures
from .vit import DEPTH, PATCHES, load_imagenet


LOSS_WEIGHTS = {"category": 0.5, "pair": 1.0, "semantic": 0.25, "anchor": 3.0, "pseudo": 0.5, "place": 0.15}


def loss_weight(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in LOSS_WEIGHTS:
        raise argparse.ArgumentTypeError(f"there is no loss {name!r}, only {', '.join(LOSS_WEIGHTS)}")
    return name, float(value)


def arguments() -> argparse.Namespace:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, required=True, help="folder with sketches/, photos/ and splits.json")
    p.add_argument("--weights", type=Path, required=True, help="timm vit_tiny_patch16_224 safetensors")
    p.add_argument("--log-dir", type=Path, required=True, help="checkpoints, TensorBoard log and figures")
    p.add_argument("--cache", type=Path, default=Path("cache"), help="decoded photos are kept here")
    p.add_argument("--steps", type=int, default=900)
    p.add_argument("--sketches", type=int, default=64, help="sketches in a batch")
    p.add_argument("--photos", type=int, default=24, help="photos in a batch, each with its pseudo-sketch")
    p.add_argument("--patches", type=int, default=98, help="patches computed for each image during training")
    p.add_argument("--full-share", type=float, default=0.1, help="last share of the steps that computes every patch")
    p.add_argument("--lr", type=float, default=1e-4)
    p.add_argument("--layer-decay", type=float, default=0.85)
    p.add_argument("--weight-decay", type=float, default=0.05)
    p.add_argument("--ema-rate", type=float, default=0.997)
    p.add_argument("--save-interval", type=int, default=250)
    p.add_argument("--start", type=Path, help="encoder weights to start from, as blend writes them (default: ImageNet's)")
    p.add_argument("--until", type=int, help="end after this step of the schedule (default: its last)")
    p.add_argument("--loss", type=loss_weight, action="append", default=[], help=f"a weight other than {LOSS_WEIGHTS}")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


def teacher(photos: data.Photos, weights: Path, cache: Path) -> tuple[TokenEncoder, Tensor, Tensor, Tensor]:
    """The encoder to train, and what the untouched ImageNet network knows of the photos.

    Returns (encoder with centred head, bank [M, 192], class vectors [1000, 192], semantics [C, 1000] of the categories).
    """
    backbone, weight, bias = load_imagenet(str(weights))
    encoder = TokenEncoder(backbone)
    kept = cache / f"teacher-{hashlib.sha256(''.join(photos.paths).encode()).hexdigest()[:16]}.pt"
    if not kept.exists():
        with torch.inference_mode():
            seen = encode_photos(lambda x: backbone(x)[:, 0], photos.pixels)
            mirrored = encode_photos(lambda x: backbone(x.flip(3))[:, 0], photos.pixels)
        torch.save((seen + mirrored) / 2, kept)
    features = torch.load(kept)
    mean = features.mean(0)
    softness = (features @ weight.T + bias).softmax(1).detach()
    label = torch.from_numpy(photos.label)
    semantics = torch.stack([softness[label == c].mean(0) for c in range(len(photos.categories))])
    encoder.centre(mean)
    return encoder, F.normalize(features - mean, dim=1), F.normalize(weight - weight.mean(0), dim=1), semantics


def parameter_groups(encoder: TokenEncoder, args: argparse.Namespace) -> list[dict]:
    """Early layers learn slower by `layer_decay` each; biases, norms and positions are not decayed."""
    groups: dict[tuple[int, bool], dict] = {}
    for name, parameter in encoder.named_parameters():
        if name.startswith("backbone.blocks."):
            depth = int(name.split(".")[2]) + 1
        elif name.startswith("backbone.norm") or not name.startswith("backbone."):
            depth = DEPTH + 1
        else:
            depth = 0
        decayed = parameter.ndim > 1 and "pos_embed" not in name and "cls_token" not in name
        scale = args.layer_decay ** (DEPTH + 1 - depth)
        group = groups.setdefault(
            (depth, decayed), {"params": [], "scale": scale, "weight_decay": args.weight_decay if decayed else 0.0}
        )
        group["params"].append(parameter)
    return list(groups.values())


def learning_rate(step: int, args: argparse.Namespace) -> float:
    warm = min(1.0, (step + 1) / 150)
    return args.lr * warm * (0.01 + 0.99 * (1 + math.cos(math.pi * step / args.steps)) / 2)


def batch_losses(
    encoder: TokenEncoder,
    batch: Batch,
    keep: tuple[Tensor, Tensor] | None,
    bank: Tensor,
    bank_label: Tensor,
    vectors: Tensor,
    semantics: Tensor,
) -> dict[str, Tensor]:
    """Losses of one batch by name, not yet weighted."""
    s, p = len(batch.sketches), len(batch.photos)
    drawn = torch.cat([batch.sketches, batch.pseudo])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        lines, line_tokens = encoder(drawn, keep[0] if keep else None)
        photos, photo_tokens = encoder(batch.photos, keep[1] if keep else None)
    sketches, pseudo = lines[:s], lines[s:]
    place = batch.place
    if keep:
        among = torch.full((p, PATCHES + 1), -1)
        among.scatter_(1, keep[1], torch.arange(keep[1].shape[1]).expand(p, -1))
        place = among.gather(1, place.masked_fill(place < 0, PATCHES).gather(1, keep[0][s:]))
    own = bank[batch.bank_index]
    return {
        "category": losses.category_contrast(sketches, batch.label, bank, bank_label, len(semantics)),
        "pair": losses.pair_contrast(sketches[:p], photos, batch.label[:p]),
        "semantic": losses.semantic_distillation(sketches, semantics[batch.label], vectors),
        "anchor": (1 - (photos * own).sum(1)).mean(),
        "pseudo": losses.relational_distillation(pseudo, own, bank),
        "place": losses.place_contrast(line_tokens[s:], photo_tokens, place),
    }


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    split = data.splits(args.data)
    photos = data.load_photos(args.data / "photos", split["train"], args.cache)
    files = data.sketch_files(args.data / "sketches")
    drawings = [data.read_sketches(files[c]) for c in split["train"]]
    encoder, bank, vectors, semantics = teacher(photos, args.weights, args.cache)
    if args.start:
        encoder.load_state_dict(torch.load(args.start))
    bank_label = torch.from_numpy(photos.label)
    average = copy.deepcopy(encoder).requires_grad_(False)
    optimizer = torch.optim.AdamW(parameter_groups(encoder, args), lr=args.lr, betas=(0.9, 0.98))
    args.log_dir.mkdir(parents=True, exist_ok=True)
    checkpoint = args.log_dir / "checkpoint.pt"
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        encoder.load_state_dict(state["encoder"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]
        print(f"going on from step {first}", flush=True)
    weights = LOSS_WEIGHTS | dict(args.loss)
    last = args.until or args.steps
    log = SummaryWriter(str(args.log_dir))
    begun = time.time()
    with ThreadPoolExecutor(1) as loader:
        prepare = lambda step: loader.submit(make_batch, photos, drawings, args.seed, step, args.sketches, args.photos)
        upcoming = prepare(first)
        for step in range(first, last):
            batch = upcoming.result()
            upcoming = prepare(step + 1)
            keep = None
            if step < args.steps * (1 - args.full_share):
                generator = torch.Generator().manual_seed(args.seed * 1_000_003 + step)
                lines = torch.cat([batch.sketches, batch.pseudo])
                keep = (
                    keep_patches(lines, args.patches, generator),
                    torch.rand(len(batch.photos), PATCHES, generator=generator).topk(args.patches).indices.sort(1).values,
                )
            for group in optimizer.param_groups:
                group["lr"] = learning_rate(step, args) * group["scale"]
            parts = batch_losses(encoder, batch, keep, bank, bank_label, vectors, semantics)
            optimizer.zero_grad()
            sum(weights[name] * value for name, value in parts.items()).backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 2.0)
            optimizer.step()
            rate = min(args.ema_rate, (step + 1) / (step + 20))
            with torch.no_grad():
                for a, e in zip(average.parameters(), encoder.parameters()):
                    a.lerp_(e, 1 - rate)
            report(step, first, begun, args, parts, log)
            if (step + 1) % args.save_interval == 0 or step + 1 == last:
                save(checkpoint, step + 1, encoder, average, optimizer)
                figures = validation_figures(average, args.data, args.cache)
                log.add_scalar("validation/mapAll", figures["mapAll"], step + 1)
                print(f"step {step + 1} validation {json.dumps(figures)}", flush=True)
    torch.save(average.state_dict(), args.log_dir / "encoder.pt")


def report(step: int, first: int, begun: float, args: argparse.Namespace, parts: dict, log: SummaryWriter) -> None:
    if step % 20:
        return
    values = {name: round(float(value.detach()), 3) for name, value in parts.items()}
    for name, value in values.items():
        log.add_scalar(f"loss/{name}", value, step)
    pace = (time.time() - begun) / (step + 1 - first)
    left = pace * (args.steps - step - 1) / 60
    print(f"step {step} {values} {pace:.2f} s/step, {left:.0f} min left", flush=True)


def save(path: Path, step: int, encoder: TokenEncoder, average: TokenEncoder, optimizer: torch.optim.Optimizer) -> None:
    """Written beside and moved into place: a killed run never leaves half a checkpoint."""
    state = {
        "step": step,
        "encoder": encoder.state_dict(),
        "average": average.state_dict(),
        "optimizer": optimizer.state_dict(),
    }
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)


if __name__ == "__main__":
    torch.set_num_threads(torch.get_num_threads())
    train(arguments())
