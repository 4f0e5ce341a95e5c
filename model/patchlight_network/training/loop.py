"""The training loop: AdamW, warm-up and cosine, clipping, a moving average of the weights, checkpoints, validation, a log.

A step depends on the weights and on (seed, step, rank) alone, so a resumed run does what an uninterrupted one would have done.
"""

from __future__ import annotations

import copy
import json
import math
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.tensorboard import SummaryWriter
from tqdm import tqdm

from ..usage import UsageError
from .ahead import batches_ahead
from .checkpoint import TrainingState
from .devices import Placement
from .recipe import Recipe

CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True)
class Plan:
    """How long, how fast and how often. Steps count optimizer steps; `until` may end a run before its schedule does.

    `lr_floor` is the share of `lr` at the schedule's end (1: constant); `clip` the largest gradient norm (0: any);
    an interval of 0 means never. `config` goes into each checkpoint.
    """

    log_dir: Path
    steps: int
    lr: float
    until: int | None = None
    lr_floor: float = 0.01
    warmup: int = 150
    clip: float = 0.0
    ema_rate: float = 0.0
    precision: Literal["fp32", "bf16", "fp16"] = "fp32"
    save_interval: int = 250
    validate_interval: int = 250
    report_interval: int = 20
    workers: int = 1
    seed: int = 1
    resume: Path | None = None
    config: dict[str, Any] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return min(self.until or self.steps, self.steps)

    def learning_rate(self, step: int) -> float:
        warm = min(1.0, (step + 1) / max(1, self.warmup))
        cosine = (1 + math.cos(math.pi * step / self.steps)) / 2
        return self.lr * warm * (self.lr_floor + (1 - self.lr_floor) * cosine)

    def average_rate(self, step: int) -> float:
        """The average follows the first steps closely, else it would remember the start for long."""
        return min(self.ema_rate, (step + 1) / (step + 20))

    def due(self, interval: int, done: int) -> bool:
        return interval > 0 and (done % interval == 0 or done == self.last)


class RecipeLosses(nn.Module):
    """A recipe's losses as one module, so that however often it calls its network, gradients are averaged over the ranks once."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.network = recipe.network
        self._losses = recipe.losses

    def forward(self, batch: Any, step: int) -> dict[str, Tensor]:
        return self._losses(batch, step)


def train(recipe: Recipe, plan: Plan, placement: Placement) -> signal.Signals | None:
    """Trains to the plan's end, or until SIGINT or SIGTERM: then a checkpoint is saved and the signal returned."""
    device = placement.device
    network = recipe.network.train()
    average = copy.deepcopy(network).requires_grad_(False).eval()
    optimizer = torch.optim.AdamW(recipe.parameter_groups(), lr=plan.lr, fused=True)
    state = TrainingState(network, average, optimizer, torch.amp.GradScaler(device.type, enabled=plan.precision == "fp16"))
    checkpoint = plan.log_dir / CHECKPOINT
    begin = _resume(state, plan, checkpoint, placement)
    losses = placement.spread(RecipeLosses(recipe))
    with _first_signal() as stop, _log(plan, begin, placement) as log:
        steps = _progress(begin, plan.last, placement)
        with batches_ahead(recipe.batch, begin, plan.last, placement, plan.workers) as batches:
            for step, batch in zip(steps, batches):
                parts = _step(state, losses, recipe.loss_weights, batch, step, plan, placement)
                done = step + 1
                if log and (step % plan.report_interval == 0 or done == plan.last):
                    _report(step, parts, plan, steps, log)
                stopped = placement.any(bool(stop))
                if placement.first and (stopped or plan.due(plan.save_interval, done) or done == plan.last):
                    state.save(checkpoint, done, plan.config)
                if stopped and done < plan.last:
                    steps.write(f"Stopped after step {done}. The same command goes on from there.")
                    return stop[0] if stop else signal.SIGTERM
                if log and plan.due(plan.validate_interval, done):
                    _validate(recipe, average, done, log, steps)
    if placement.first:
        recipe.finish(average, plan.log_dir)
    return None


def _progress(begin: int, end: int, placement: Placement) -> tqdm:
    """A bar with the remaining time; in a file it is renewed every half minute only."""
    pause = 1 if sys.stderr.isatty() else 30
    return tqdm(range(begin, end), initial=begin, total=end, disable=not placement.first, mininterval=pause, unit="step")


def _step(
    state: TrainingState, losses: nn.Module, weights: dict[str, float], batch: Any, step: int, plan: Plan, placement: Placement
) -> dict[str, Tensor]:
    torch.manual_seed(int(np.random.SeedSequence([plan.seed, step, placement.rank]).generate_state(1, np.uint64)[0]))
    for group in state.optimizer.param_groups:
        group["lr"] = plan.learning_rate(step) * group.get("scale", 1.0)
    half = torch.float16 if plan.precision == "fp16" else torch.bfloat16
    with torch.autocast(placement.device.type, half, enabled=plan.precision != "fp32"):
        parts = losses(batch, step)
    total = sum(weights[name] * value for name, value in parts.items())
    state.optimizer.zero_grad()
    state.scaler.scale(total).backward()
    if plan.clip:
        state.scaler.unscale_(state.optimizer)
        torch.nn.utils.clip_grad_norm_(state.network.parameters(), plan.clip)
    state.scaler.step(state.optimizer)
    state.scaler.update()
    with torch.no_grad():
        rate = 1 - plan.average_rate(step)
        torch._foreach_lerp_(list(state.average.parameters()), list(state.network.parameters()), rate)
        for kept, seen in zip(state.average.buffers(), state.network.buffers()):
            kept.copy_(seen)
    return {name: value.detach() for name, value in parts.items()}


def _resume(state: TrainingState, plan: Plan, checkpoint: Path, placement: Placement) -> int:
    """The step to go on from; 0 for a new run."""
    source = plan.resume or checkpoint
    if not source.exists():
        return 0
    begin, before = state.restore(source, placement.device)
    if placement.first:
        changed = [f"{k} {before[k]} → {v}" for k, v in plan.config.items() if k in before and before[k] != v]
        print(f"Going on from step {begin} of {source}." + (f" Changed since: {', '.join(changed)}." if changed else ""))
    return begin


@contextmanager
def _first_signal() -> Iterator[list[signal.Signals]]:
    """The list holds the first SIGINT or SIGTERM from when it arrives; a second one ends the process as usual."""
    received: list[signal.Signals] = []
    before = {s: signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)}

    def note(number: int, _frame: Any) -> None:
        received.append(signal.Signals(number))
        for s, handler in before.items():
            signal.signal(s, handler)

    for s in before:
        signal.signal(s, note)
    try:
        yield received
    finally:
        for s, handler in before.items():
            signal.signal(s, handler)


@contextmanager
def _log(plan: Plan, begin: int, placement: Placement) -> Iterator[SummaryWriter | None]:
    """TensorBoard's log on rank 0; what an interrupted run wrote beyond its checkpoint is dropped."""
    if not placement.first:
        yield None
        return
    with SummaryWriter(str(plan.log_dir), purge_step=begin) as log:
        yield log


def _report(step: int, parts: dict[str, Tensor], plan: Plan, bar: tqdm, log: SummaryWriter) -> None:
    values = {name: float(value) for name, value in parts.items()}
    wrong = [name for name, value in values.items() if not math.isfinite(value)]
    if wrong:
        raise UsageError(
            f"After {step} steps the loss {', '.join(wrong)} is not a number: start again in another --log-dir, with a lower "
            f"--lr than {plan.lr:g} or without --use-fp16"
        )
    for name, value in values.items():
        log.add_scalar(f"loss/{name}", value, step)
    log.add_scalar("learning-rate", plan.learning_rate(step), step)
    bar.set_postfix({name: f"{value:.3f}" for name, value in values.items()}, refresh=False)


def _validate(recipe: Recipe, average: nn.Module, done: int, log: SummaryWriter, bar: tqdm) -> None:
    with torch.inference_mode():
        figures = recipe.validate(average)
    for name, value in figures.items():
        log.add_scalar(f"validation/{name}", value, done)
    log.flush()
    bar.write(f"step {done} validation {json.dumps(figures)}")
