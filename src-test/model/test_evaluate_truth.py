"""How lines are measured against the studio's truth."""

import numpy as np
import torch

from patchlight_network.evaluate_lines import GROUPS, worth
from patchlight_network.evaluate_truth import mutual, nearness
from patchlight_network.vit import GRID, PATCHES


def test_lines_are_patches_that_choose_each_other():
    """Patch 3 and photo patch 7 choose each other; patch 4 chooses 7 too, which prefers 3; patch 5 and 9 would, but 5 has no ink."""
    there, back, inked = torch.zeros(1, PATCHES, PATCHES), torch.zeros(1, PATCHES, PATCHES), torch.zeros(1, PATCHES, dtype=torch.bool)
    there[0, 3, 7] = there[0, 4, 7] = there[0, 5, 9] = 1
    back[0, 3, 7], back[0, 4, 7], back[0, 5, 9] = 1, 0.5, 1
    inked[0, [3, 4]] = True
    assert mutual(there, back, inked)[0].nonzero().flatten().tolist() == [3]


def test_the_nearest_patch_is_the_one_at_the_same_place():
    near = nearness()
    assert torch.equal(near.argmax(1), torch.arange(PATCHES))
    assert near[0, GRID + 1] == -2


def test_stronger_lines_are_told_apart_from_weaker_ones():
    strengths = np.linspace(0.01, 0.8, 80)[::-1]
    found = worth(strengths, strengths > 0.4)
    assert found["strengths"] == sorted(found["strengths"]) and len(found["right"]) == GROUPS
    assert found["right"] == [0, 0, 0, 0, 1, 1, 1, 1]
