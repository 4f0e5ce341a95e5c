"""Trains a network: `python -m patchlight_network.train --recipe patchlight|published --data DIR --model-path FILE --log-dir DIR`.

Options may also stand in a TOML file (`--config FILE`, the same names without dashes in front; flags win). A run that was interrupted
goes on from its last checkpoint when the same command is given again. Several GPUs: `torchrun --nproc-per-node N -m
patchlight_network.train ...`, where the batch is that of each GPU.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import torch

from .pictures import DATASETS, open_pictures
from .recipes import RECIPES
from .training.devices import placed
from .training.loop import Plan, train
from .training.options import Instead, OptionParser, existing, natural, positive, read_config, write_config
from .usage import UsageError

def option_parser(recipe: str) -> OptionParser:
    """The options that every recipe has, with the defaults and the further options of this one."""
    p = OptionParser(f"the recipe {recipe}", prog="patchlight_network.train", description=__doc__)
    add = p.add_argument
    add("--config", type=Path, help="TOML file of options; flags win over it")
    add("--recipe", choices=RECIPES, default="patchlight", help="what is trained, and how; --recipe NAME --help lists its own options")
    add("--data", type=existing, help="the dataset's folder; of folders: sketches/, photos/ and splits.json")
    add("--dataset", choices=DATASETS, default="folders", help="how the data lie on disk")
    add("--splits", type=existing, help="folders: JSON lists of categories (default: DATA/splits.json)")
    add("--train-classes", default="train", help="folders: the list that is trained on")
    add("--test-classes", help="validated on: a list of splits.json, sketchy-25, sketchy-21, tuberlin-30 or quickdraw-30")
    add("--model-path", type=existing, help="pretrained backbone: timm's vit_tiny_patch16_224.safetensors")
    add("--log-dir", type=Path, help="checkpoints, TensorBoard log and the options as config.toml")
    add("--cache", type=Path, default=Path("cache"), help="what is computed once for a dataset is kept here")
    add("--device", choices=("auto", "cpu", "cuda"), default="auto", help="auto: CUDA where there is any")
    add("--workers", type=natural, default=1, help="processes that prepare batches; 0: the training process does")
    add("--batch", type=positive, help="sketches in a batch")
    add("--steps", type=positive, action=Instead, instead_of="epochs", help="optimizer steps of the whole schedule")
    add("--epochs", type=positive, action=Instead, instead_of="steps", help="the same in epochs; of the two the last given counts")
    add("--epoch-samples", type=positive, default=10_000, help="sketches in an epoch")
    add("--until", type=positive, help="end after this step of the schedule (default: its last)")
    add("--lr", type=float, help="largest learning rate")
    add("--lr-floor", type=float, help="share of --lr left at the end of the cosine; 1: constant")
    add("--warmup", type=natural, help="steps until --lr is reached")
    add("--weight-decay", type=float, help="AdamW's")
    add("--clip", type=float, help="largest gradient norm; 0: any")
    add("--ema-rate", type=float, help="weight of the past in the moving average that is validated and written; 0: none")
    add("--use-bf16", action=argparse.BooleanOptionalAction, help="compute in bfloat16")
    add("--use-fp16", action=argparse.BooleanOptionalAction, default=False, help="compute in float16 (CUDA), with scaled losses")
    add("--save-interval", type=positive, default=250, help="steps between checkpoints")
    add("--validate-interval", type=natural, help="steps between validations; 0: never (default: --save-interval)")
    add("--validation-sketches", type=natural, default=25, help="first sketches of each category to validate with; 0: all")
    add("--validation-photos", type=natural, default=0, help="first photos of each category to validate with; 0: all")
    add("--report-interval", type=positive, default=20, help="steps between losses in the log")
    add("--resume", type=existing, help="checkpoint to go on from (default: the one in --log-dir)")
    add("--seed", type=natural, default=1, help="of batches, dropout and new weights")
    RECIPES[recipe].add_options(p)
    return p


def read_options(flags: list[str]) -> argparse.Namespace:
    """Flags over config file over the recipe's defaults, all checked."""
    early = OptionParser("train", add_help=False)
    early.add_argument("--config", type=Path)
    early.add_argument("--recipe")
    first, _ = early.parse_known_args(flags)
    config = read_config(first.config) if first.config else {}
    recipe = first.recipe or config.get("recipe", "patchlight")
    if recipe not in RECIPES:
        raise UsageError(f"there is no recipe {recipe}, only {' and '.join(RECIPES)}")
    options = option_parser(recipe).parse(flags, config, first.config)
    for name in ("data", "model_path", "log_dir"):
        if getattr(options, name) is None:
            flag = name.replace("_", "-")
            raise UsageError(f"--{flag} is missing: give it as a flag or as {flag} in the --config file (--help says what it is)")
    if options.validate_interval is None:
        options.validate_interval = options.save_interval
    if options.use_fp16:
        options.use_bf16 = False
    return options


def effective(options: argparse.Namespace, ranks: int) -> dict[str, Any]:
    """The run's options by their flags' names, epochs as steps (each rank takes a batch a step); what resuming must keep."""
    steps = options.steps or max(1, options.epochs * (options.epoch_samples // (options.batch * ranks)))
    options.steps, options.epochs = steps, None
    named = {k.replace("_", "-"): v for k, v in vars(options).items() if k not in ("config", "resume") and v is not None}
    return {k: str(v) if isinstance(v, Path) else dict(v) if isinstance(v, list) else v for k, v in named.items()}


def plan_of(options: argparse.Namespace, config: dict[str, Any]) -> Plan:
    return Plan(
        log_dir=options.log_dir,
        steps=options.steps,
        lr=options.lr,
        until=options.until,
        lr_floor=options.lr_floor,
        warmup=options.warmup,
        clip=options.clip,
        ema_rate=options.ema_rate,
        precision="fp16" if options.use_fp16 else "bf16" if options.use_bf16 else "fp32",
        save_interval=options.save_interval,
        validate_interval=options.validate_interval,
        report_interval=options.report_interval,
        workers=options.workers,
        seed=options.seed,
        resume=options.resume,
        config=config,
    )


def run(options: argparse.Namespace) -> int:
    """Exit status: 0 at the plan's end, 128 + the signal's number when one ended the run early."""
    with placed(options.device) as placement:
        if options.use_fp16 and placement.device.type == "cpu":
            raise UsageError("--use-fp16 needs a CUDA device: use --use-bf16 on a CPU")
        config = effective(options, placement.ranks)
        with placement.first_rank_first():
            options.cache.mkdir(parents=True, exist_ok=True)
            pictures, test = open_pictures(
                options.data, options.dataset, options.train_classes, options.test_classes, options.splits, options.cache
            )
            torch.manual_seed(options.seed)
            recipe = RECIPES[options.recipe](options, pictures, test, placement.device)
        if placement.first:
            options.log_dir.mkdir(parents=True, exist_ok=True)
            write_config(options.log_dir / "config.toml", config)
        ended_by = train(recipe, plan_of(options, config), placement)
    return 128 + ended_by if ended_by else 0


def main() -> int:
    try:
        return run(read_options(sys.argv[1:]))
    except UsageError as e:
        print(e, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
