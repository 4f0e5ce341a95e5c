"""The training loop on a network of six weights, whose steps can be followed by hand."""

import copy
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch
from torch import nn

from patchlight_network.training.devices import Placement
from patchlight_network.training.loop import Plan, train
from patchlight_network.usage import UsageError

CPU = Placement(torch.device("cpu"))


class Points(NamedTuple):
    x: torch.Tensor
    nothing: torch.Tensor | None = None


class LineRecipe:
    """Two outputs of two inputs should be 0; the second loss has a weight of 3."""

    def __init__(self):
        torch.manual_seed(0)
        self.network = nn.Linear(2, 2)
        self.loss_weights = {"first": 1.0, "second": 3.0}
        self.validated = []

    def batch(self, step, rank):
        return Points(torch.from_numpy(np.random.default_rng([5, step, rank]).normal(size=(4, 2)).astype(np.float32)))

    def parameter_groups(self):
        return [{"params": [self.network.weight], "scale": 0.5}, {"params": [self.network.bias], "weight_decay": 0.0}]

    def losses(self, batch, step):
        out = self.network(batch.x)
        return {"first": out[:, 0].square().mean(), "second": out[:, 1].square().mean()}

    def validate(self, network):
        self.validated.append(network.weight.clone())
        return {"mapAll": 0.5}

    def finish(self, network, log_dir):
        torch.save(network.state_dict(), log_dir / "line.pt")


def plan(folder, **other):
    given = dict(steps=6, lr=0.1, warmup=2, ema_rate=0.5, workers=0, save_interval=4, validate_interval=4)
    return Plan(folder, **given | other)


def by_hand(steps, ranks=1, lr=0.1, clip=0.0):
    """(weights, average) after `steps` steps of PyTorch's plain AdamW on the mean gradient of all ranks."""
    recipe = LineRecipe()
    network, average = recipe.network, copy.deepcopy(recipe.network)
    optimizer = torch.optim.AdamW(recipe.parameter_groups(), lr=lr, foreach=False)
    for step in range(steps):
        rate = lr * min(1, (step + 1) / 2) * (0.01 + 0.99 * (1 + np.cos(np.pi * step / 6)) / 2)
        for group, scale in zip(optimizer.param_groups, (0.5, 1.0)):
            group["lr"] = rate * scale
        optimizer.zero_grad()
        for rank in range(ranks):
            parts = recipe.losses(recipe.batch(step, rank), step)
            ((parts["first"] + 3 * parts["second"]) / ranks).backward()
        if clip:
            nn.utils.clip_grad_norm_(network.parameters(), clip)
        optimizer.step()
        kept = min(0.5, (step + 1) / (step + 20))
        with torch.no_grad():
            for a, w in zip(average.parameters(), network.parameters()):
                a.copy_(kept * a + (1 - kept) * w)
    return network, average


@pytest.mark.parametrize("clip", [0.0, 0.3])
def test_a_step_is_adamw_with_warm_up_cosine_clipping_and_average(tmp_path, clip):
    recipe = LineRecipe()
    train(recipe, plan(tmp_path, clip=clip), CPU)
    network, average = by_hand(6, clip=clip)
    torch.testing.assert_close(recipe.network.state_dict(), network.state_dict())
    torch.testing.assert_close(torch.load(tmp_path / "line.pt"), dict(average.state_dict()))


def test_the_average_is_validated_at_intervals_and_at_the_end(tmp_path):
    recipe = LineRecipe()
    train(recipe, plan(tmp_path), CPU)
    torch.testing.assert_close(recipe.validated, [by_hand(4)[1].weight, by_hand(6)[1].weight])


def test_a_run_may_end_before_its_schedule_and_go_on_from_a_named_checkpoint(tmp_path):
    train(LineRecipe(), plan(tmp_path / "part", until=3), CPU)
    recipe = LineRecipe()
    train(recipe, plan(tmp_path / "rest", resume=tmp_path / "part" / "checkpoint.pt"), CPU)
    torch.testing.assert_close(recipe.network.state_dict(), by_hand(6)[0].state_dict())


def test_a_checkpoint_of_another_network_is_refused_with_a_sentence(tmp_path):
    train(LineRecipe(), plan(tmp_path), CPU)
    other = LineRecipe()
    other.network = nn.Linear(3, 2)
    with pytest.raises(UsageError, match="checkpoint.pt does not fit this recipe .* choose another --log-dir"):
        train(other, plan(tmp_path), CPU)


def test_changed_options_are_named_when_a_run_goes_on(tmp_path, capsys):
    train(LineRecipe(), plan(tmp_path, until=3, config={"lr": 0.1, "seed": 1}), CPU)
    train(LineRecipe(), plan(tmp_path, config={"lr": 0.2, "seed": 1}), CPU)
    assert "Changed since: lr 0.1 → 0.2." in capsys.readouterr().out


def test_a_loss_that_is_no_number_ends_the_run(tmp_path):
    with pytest.raises(UsageError, match="the loss first, second is not a number"):
        train(LineRecipe(), plan(tmp_path, lr=float("inf"), report_interval=1), CPU)


def test_background_processes_give_the_same_batches_in_order(tmp_path):
    recipe = LineRecipe()
    train(recipe, plan(tmp_path, workers=2), CPU)
    torch.testing.assert_close(recipe.network.state_dict(), by_hand(6)[0].state_dict())


def test_two_processes_average_their_gradients(tmp_path):
    """Under torchrun, on the CPU: both ranks end with the weights of one process that saw both batches."""
    # Once a process was aborted inside torch while it ended ("terminate called without an active exception"); forty further runs, some under
    # load, did not show it again and the cause is not known. Such an end, and no other, gets a second run, in a folder of its own.
    folder = tmp_path / "first"
    ended = two_processes(folder)
    if b"terminate called without an active exception" in ended.stderr:
        folder = tmp_path / "second"
        ended = two_processes(folder)
    assert ended.returncode == 0, ended.stderr.decode()
    expected = by_hand(6, ranks=2)[0].state_dict()
    for rank in range(2):
        torch.testing.assert_close(torch.load(folder / f"rank-{rank}.pt"), dict(expected))


def two_processes(folder):
    """This file as a program under torchrun."""
    folder.mkdir()
    here = Path(__file__)
    paths = os.pathsep.join([str(here.parent), str(here.parents[2] / "model")])
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", __file__, str(folder)]
    return subprocess.run(command, env=os.environ | {"PYTHONPATH": paths, "OMP_NUM_THREADS": "1"}, capture_output=True, timeout=150)


def one_of_two(folder):
    from patchlight_network.training.devices import placed

    recipe = LineRecipe()
    with placed("cpu") as placement:
        assert placement.ranks == 2
        train(recipe, plan(folder), placement)
        torch.save(recipe.network.state_dict(), folder / f"rank-{placement.rank}.pt")


if __name__ == "__main__":
    one_of_two(Path(sys.argv[1]))
