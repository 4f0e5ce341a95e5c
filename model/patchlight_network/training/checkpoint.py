"""A run's state on disk. Nothing random is in it: every step draws from (seed, step, rank) alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.amp import GradScaler
from torch.optim import Optimizer

from ..usage import UsageError


@dataclass(frozen=True)
class TrainingState:
    """All that changes from step to step."""

    network: nn.Module
    average: nn.Module
    optimizer: Optimizer
    scaler: GradScaler

    def save(self, path: Path, step: int, config: dict[str, Any]) -> None:
        """After `step` steps. Written beside and moved into place: a killed run never leaves half a checkpoint."""
        beside = path.with_name(path.name + ".part")
        parts = {name: part.state_dict() for name, part in vars(self).items()}
        torch.save(parts | {"step": step, "config": config}, beside)
        beside.replace(path)

    def restore(self, path: Path, device: torch.device) -> tuple[int, dict[str, Any]]:
        """The steps done and the options of the run that wrote it."""
        try:
            state = torch.load(path, map_location=device)
            for name, part in vars(self).items():
                part.load_state_dict(state[name])
            return state["step"], state["config"]
        except (RuntimeError, ValueError, KeyError) as e:
            reason = str(e).strip().splitlines()[0]
            raise UsageError(
                f"{path} does not fit this recipe and its options ({reason}): resume with those it was "
                "written with, or choose another --log-dir"
            ) from e
