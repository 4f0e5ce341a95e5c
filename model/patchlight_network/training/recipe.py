"""What the loop asks of a recipe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from torch import Tensor, nn


class Recipe(Protocol):
    """A network, what it learns from, and how its success is measured.

    `network` lies on the run's device. `batch(step, rank)` gives a NamedTuple of tensors (or None) and is a function of (seed, step,
    rank) alone; it is called in background processes, so it draws from generators of its own and stays off the GPU.
    `loss_weights` names every loss and its factor.
    """

    network: nn.Module
    loss_weights: dict[str, float]
    batch: Callable[[int, int], NamedTuple]

    def parameter_groups(self) -> list[dict[str, Any]]:
        """AdamW's groups; each may carry `scale`, a factor of the learning rate, besides AdamW's own settings."""
        ...

    def losses(self, batch: Any, step: int) -> dict[str, Tensor]:
        """Scalars by name, not yet weighted. Called under autocast; `batch` is on the run's device."""
        ...

    def validate(self, network: nn.Module) -> dict[str, float]:
        """Figures of the averaged network, in evaluation mode and without gradients."""
        ...

    def finish(self, network: nn.Module, log_dir: Path) -> None:
        """Write what the next tool reads of the averaged network."""
        ...
