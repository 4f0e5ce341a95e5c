"""Where the matcher starts, what it learns from, and how."""

import numpy as np
import torch
from torch import nn

from patchlight_network.encoder import PATCH_DIM, SEEN_DIM
from patchlight_network.relation import RelationMatcher
from patchlight_network.train_matcher import attention_among, fit, inverse, start_with_local_tokens
from patchlight_network.vit import DIM, LOCALS


def test_what_is_fitted_ends_as_the_average_of_its_steps():
    """One weight follows a slope of 1, so that it only ever rises: its average lies between where it began and where it went."""
    torch.manual_seed(1)
    learned = nn.Linear(1, 1, bias=False)
    seen = [learned.weight.item()]

    def loss():
        seen.append(learned.weight.item())
        return -learned.weight.sum()

    fit(learned, loss, 8, 1e-2)
    assert seen[0] < learned.weight.item() < seen[-1]


def test_an_untrained_head_keeps_the_directions_that_tokens_differ_in():
    """Local tokens differ in 64 of their values only: inner products after the head are those before, less the mean."""
    rng = np.random.default_rng(2)
    tokens = torch.zeros(500, SEEN_DIM)
    tokens[:, 100:164] = torch.from_numpy(rng.normal(size=(500, 64))).float()
    tokens[:, len(LOCALS) * DIM :] = 7
    head = nn.Linear(SEEN_DIM, PATCH_DIM)
    start_with_local_tokens(head, RelationMatcher(), tokens[:250], tokens[250:], rng)
    varying = tokens[:, 100:164] - tokens[:, 100:164].mean(0)
    made = head(tokens)
    assert (made @ made.T - varying @ varying.T).abs().max() < 1e-2


def test_attention_counts_all_answers_of_a_patch_together():
    attention, answers = torch.full((1, 4, 4), 0.25), torch.zeros(1, 4, 4, dtype=torch.bool)
    answers[0, 1, 2:] = True
    assert abs(attention_among(attention, answers).item() - np.log(2)) < 1e-4


def test_the_way_back_leads_to_where_it_came_from():
    place = torch.tensor([[2, -1, 0]])
    assert inverse(place).tolist() == [[2, -1, 0]]
