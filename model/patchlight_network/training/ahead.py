"""Batches made in background processes, in order, so that the main process does little but matrix products."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch.utils.data import DataLoader, Dataset

from .devices import Placement


@dataclass(frozen=True)
class Steps(Dataset):
    """A recipe's batches by step."""

    batch: Callable[[int, int], NamedTuple]
    rank: int

    def __getitem__(self, step: int) -> NamedTuple:
        """On one thread, as in a worker process: sums over more threads differ in their last bits."""
        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            return self.batch(step, self.rank)
        finally:
            torch.set_num_threads(threads)


@contextmanager
def batches_ahead(
    batch: Callable[[int, int], NamedTuple], begin: int, end: int, placement: Placement, workers: int
) -> Iterator[Iterator[Any]]:
    """This rank's batches from `begin` to before `end`, on its device. Without workers each is made when it is asked for."""
    loader = DataLoader(
        Steps(batch, placement.rank),
        batch_size=None,
        sampler=range(begin, end),
        num_workers=workers,
        worker_init_fn=_ignore_signals,
        pin_memory=placement.device.type == "cuda",
        # A fork shares the decoded photos; other systems start anew and map them again.
        multiprocessing_context="fork" if workers and sys.platform == "linux" else None,
    )
    yield (_moved(made, placement.device) for made in loader)


def _ignore_signals(_worker: int) -> None:
    """Ctrl-C reaches every process of a terminal; the main one decides when to end, and its workers end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def _moved(batch: NamedTuple, device: torch.device) -> NamedTuple:
    if device.type == "cpu":
        return batch
    return type(batch)(*(v if v is None else v.to(device, non_blocking=True) for v in batch))
