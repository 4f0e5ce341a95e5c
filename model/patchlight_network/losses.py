"""What the encoder is trained to do. All embeddings are L2-normalised; temperatures as in InfoNCE (arXiv 1807.03748)."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

TEMPERATURE = 0.07


def category_contrast(queries: Tensor, label: Tensor, bank: Tensor, bank_label: Tensor, categories: int) -> Tensor:
    """Sketches [S, D] against every photo of the bank [M, D], each category weighing the same.

    A category's score is the log of the mean exponentiated similarity to its photos, so a sketch need only be near the
    photos that look like it, not near all of its category.
    """
    similarity = queries @ bank.T / TEMPERATURE
    member = F.one_hot(bank_label, categories).to(similarity.dtype)
    peak = similarity.amax(1, keepdim=True).detach()
    mean = (similarity - peak).exp() @ member / member.sum(0).clamp(min=1)
    return F.cross_entropy(mean.clamp(min=1e-12).log(), label)


def pair_contrast(sketches: Tensor, photos: Tensor, label: Tensor) -> Tensor:
    """Symmetric InfoNCE over pairs [P, D] of one category each; other pairs of the same category are left out."""
    similarity = sketches @ photos.T / TEMPERATURE
    same = label[:, None] == label[None, :]
    similarity = similarity.masked_fill(same & ~torch.eye(len(label), dtype=torch.bool, device=label.device), -1e4)
    target = torch.arange(len(label), device=label.device)
    return (F.cross_entropy(similarity, target) + F.cross_entropy(similarity.T, target)) / 2


def relational_distillation(student: Tensor, teacher: Tensor, bank: Tensor, teacher_temperature: float = 0.05) -> Tensor:
    """The student's similarities to the bank follow the teacher's (RKD, arXiv 1904.05068, as a distribution): no label needed."""
    target = (teacher @ bank.T / teacher_temperature).softmax(1)
    return -(target * (student @ bank.T / TEMPERATURE).log_softmax(1)).sum(1).mean()


def semantic_distillation(queries: Tensor, target: Tensor, class_vectors: Tensor) -> Tensor:
    """Sketches [S, D] spread over ImageNet class vectors [V, D] as the photos of their category do (`target` [S, V], rows sum to 1)."""
    return -(target * (queries @ class_vectors.T / TEMPERATURE).log_softmax(1)).sum(1).mean()


def place_contrast(
    sketch_tokens: Tensor, photo_tokens: Tensor, place: Tensor, temperature: float = 0.1
) -> Tensor:
    """Each sketch patch token [B, K, d] names the photo patch token [B, L, d] of the same place.

    `place` [B, K]: index among the photo's L tokens, -1 where the place is blank, outside or not computed.
    """
    a = F.normalize(sketch_tokens.float(), dim=-1)
    b = F.normalize(photo_tokens.float(), dim=-1)
    similarity = a @ b.transpose(1, 2) / temperature
    if not (place >= 0).any():
        return similarity.sum() * 0
    return F.cross_entropy(similarity.flatten(0, 1), place.flatten(), ignore_index=-1)
