"""Batches of paragraphs or sentences of like length, padded."""

import random

import torch


def batches(items, most_tokens: int, shuffle: random.Random | None):
    """Indexes of items of like length together, at most `most_tokens` padded tokens a batch."""
    jitter = (lambda: shuffle.random() * 2) if shuffle else (lambda: 0)
    order = sorted(range(len(items)), key=lambda i: len(items[i]["ids"]) + jitter())
    groups, group, width = [], [], 0
    for i in order:
        length = len(items[i]["ids"])
        if group and max(width, length) * (len(group) + 1) > most_tokens:
            groups.append(group)
            group, width = [], 0
        group.append(i)
        width = max(width, length)
    if group:
        groups.append(group)
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def padded(items, group):
    """One tensor a key (padding 0), the mask and the lengths."""
    lengths = [len(items[i]["ids"]) for i in group]
    width = max(lengths)
    out = {}
    for key in items[group[0]]:
        if key == "soft":
            out[key] = torch.zeros(len(group), width, items[group[0]][key].shape[1])
            for row, i in enumerate(group):
                out[key][row, : lengths[row]] = torch.from_numpy(items[i][key].astype("float32"))
            continue
        rows = torch.zeros(len(group), width, dtype=torch.long)
        for row, i in enumerate(group):
            rows[row, : lengths[row]] = torch.from_numpy(items[i][key])
        out[key] = rows
    mask = torch.arange(width).unsqueeze(0) < torch.tensor(lengths).unsqueeze(1)
    return out, mask, lengths
