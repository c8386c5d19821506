"""Batches of paragraphs or sentences of like length, padded."""

import random

import torch

BATCH_TOKENS = 2500


def batches(items, shuffle: random.Random | None):
    """Paragraphs of like length together, at most BATCH_TOKENS padded tokens a batch."""
    order = sorted(range(len(items)), key=lambda i: items[i].shape[1] + (shuffle.random() * 3 if shuffle else 0))
    groups, group = [], []
    for i in order:
        width = max(items[i].shape[1], max((items[j].shape[1] for j in group), default=0))
        if group and width * (len(group) + 1) > BATCH_TOKENS:
            groups.append(group)
            group = []
        group.append(i)
    if group:
        groups.append(group)
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def padded(items, group):
    lengths = [items[i].shape[1] for i in group]
    batch = torch.zeros(7, len(group), max(lengths), dtype=torch.long)
    mask = torch.zeros(len(group), max(lengths), dtype=torch.bool)
    for row, i in enumerate(group):
        batch[:, row, : lengths[row]] = torch.from_numpy(items[i])
        mask[row, : lengths[row]] = True
    return batch, mask, lengths
