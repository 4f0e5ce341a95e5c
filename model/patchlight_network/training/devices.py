"""Where a run computes: one CPU or GPU, or several under torchrun, each process with a rank of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from ..usage import UsageError


@dataclass(frozen=True)
class Placement:
    """This process's device and its rank among `ranks` processes. Rank 0 alone logs, validates and writes."""

    device: torch.device
    rank: int = 0
    ranks: int = 1

    @property
    def first(self) -> bool:
        return self.rank == 0

    def spread(self, module: nn.Module) -> nn.Module:
        """`module` with its gradients averaged over the ranks; itself where there is one."""
        if self.ranks == 1:
            return module
        # A recipe may leave parameters out of a step; the cost of looking for them is small beside a transformer's.
        on = [self.device.index] if self.device.type == "cuda" else None
        return DistributedDataParallel(module, device_ids=on, broadcast_buffers=False, find_unused_parameters=True)

    def any(self, here: bool) -> bool:
        """Whether it holds on any rank, so that all of them end after the same step."""
        if self.ranks == 1:
            return here
        flag = torch.tensor(float(here), device=self.device)
        dist.all_reduce(flag, dist.ReduceOp.MAX)
        return bool(flag)

    @contextmanager
    def first_rank_first(self) -> Iterator[None]:
        """What rank 0 puts into the cache is there when the others look."""
        if self.ranks > 1 and not self.first:
            dist.barrier()
        yield
        if self.ranks > 1 and self.first:
            dist.barrier()


@contextmanager
def placed(choice: str) -> Iterator[Placement]:
    """`choice`: auto, cpu or cuda. Under torchrun the ranks find each other by its environment variables."""
    if choice == "cuda" and not torch.cuda.is_available():
        raise UsageError("--device cuda: PyTorch sees no CUDA device here; use --device cpu or auto")
    kind = ("cuda" if torch.cuda.is_available() else "cpu") if choice == "auto" else choice
    ranks = int(os.environ.get("WORLD_SIZE", 1))
    local = int(os.environ.get("LOCAL_RANK", 0))
    if kind == "cuda" and local >= torch.cuda.device_count():
        raise UsageError(f"torchrun started more processes than the {torch.cuda.device_count()} GPUs: lower --nproc-per-node")
    device = torch.device(kind, local) if kind == "cuda" else torch.device(kind)
    if kind == "cuda":
        torch.cuda.set_device(device)
    if ranks == 1:
        yield Placement(device)
        return
    # The other ranks wait while rank 0 validates, which may take long.
    dist.init_process_group("nccl" if kind == "cuda" else "gloo", timeout=timedelta(hours=3))
    try:
        yield Placement(device, dist.get_rank(), ranks)
    finally:
        dist.destroy_process_group()
