"""Measures span decoding on dev with one model or the average of several, and dumps what the network finds.

python train/network/decode.py --features DIR --models DIR/best.pt … --paragraphs dev.jsonl [--holdout 12] [--dump FILE] [--thresholds S,C,Q]
"""

import argparse
import json
import os
import zlib

import numpy as np
import torch
from batches import batches, padded
from corpora import MENTIONS, UPOS, arrays, read_paragraphs
from exported import read_exported
from features import Features, Forms
from network import Network
from spans import ROLES, best_thresholds, schedule, score, span_posteriors


TAGS = (len(UPOS), len(MENTIONS))


def load_network(path, features, vectors):
    """A network as train.py left it, or as export.py wrote it: a file of weights, or a folder under models/."""
    saved = read_exported(path, features) if os.path.isdir(path) else torch.load(path, weights_only=False)
    sizes = saved["sizes"]
    tags = TAGS if "upos_in.weight" in saved["weights"] else None
    model = Network(vectors, features.sizes(), saved["labels"], sizes["inputs"], sizes["lower"], sizes["upper"], sizes["head"], tags=tags)
    model.load_state_dict({"vector.weight": model.vector.weight, **saved["weights"]})
    return model.eval(), saved


def load_features(folder):
    features = Features.load(f"{folder}/features.json")
    packed = np.load(f"{folder}/vectors.npz")
    return features, packed["values"].astype(np.float32) * packed["scales"][:, None]


def add_tags(words, table, items):
    """What the network for words says of each token, as one number: part of speech × number of mention labels + mention label."""
    with torch.no_grad():
        for group in batches(items, 6000, None):
            batch, _, lengths = padded(items, group)
            out = words.emissions(table[batch["ids"]], batch["quote"], lengths)
            tags = (out["upos"].argmax(-1) * TAGS[1] + out["mention"].argmax(-1)).numpy()
            for row, i in enumerate(group):
                items[i]["tags"] = tags[row, : lengths[row]]


def run(models, table, items):
    """Averaged scores of every head, one dict of arrays an item, and the averaged CRF (moves, start)."""
    results = [None] * len(items)
    with torch.no_grad():
        for group in batches(items, 4000, None):
            batch, _, lengths = padded(items, group)
            outs = [m.emissions(table[batch["ids"]], batch["quote"], lengths, batch.get("tags")) for m in models]
            for row, i in enumerate(group):
                results[i] = {k: sum(o[k][row, : lengths[row]] for o in outs).numpy() / len(outs) for k in outs[0]}
        crfs = [m.crf.moves() for m in models]
    moves = sum(c[0] for c in crfs).detach().double().numpy() / len(crfs)
    start = sum(c[1] for c in crfs).detach().double().numpy() / len(crfs)
    return results, moves, start


def gold_spans(labels):
    found, start, role = set(), 0, None
    for i, label in enumerate([*labels, 0]):
        if role is not None and label != ROLES[role] + 1:
            found.add((role, start, i - 1))
            role = None
        if label != 0 and role is None:
            role, start = "SCQ"[(label - 1) // 2], i
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--features", required=True)
    parser.add_argument("--models", nargs="+", required=True)
    parser.add_argument("--words", help="the network for words whose tags the models read")
    parser.add_argument("--paragraphs", required=True)
    parser.add_argument("--holdout", type=int, default=0, help="only the articles that training with this percentage left out")
    parser.add_argument("--dump")
    parser.add_argument("--thresholds")
    args = parser.parse_args()
    torch.set_num_threads(1)
    features, vectors = load_features(args.features)
    models = [load_network(path, features, vectors)[0] for path in args.models]
    paragraphs = read_paragraphs(args.paragraphs)
    if args.holdout:
        paragraphs = [p for p in paragraphs if zlib.crc32(p["doc"].encode()) % 100 < args.holdout]
    forms = Forms(features)
    items = arrays(paragraphs, forms, {})
    table = torch.from_numpy(forms.table())
    if args.words:
        add_tags(load_network(args.words, features, vectors)[0], table, items)
    results, moves, start = run(models, table, items)
    candidates = [span_posteriors(r["attribution"].astype(np.float64), moves, start) for r in results]
    gold = [gold_spans(p["labels"]) for p in paragraphs]
    pairs = list(zip(candidates, gold))
    even = {role: 0.5 for role in ROLES}
    print("0.5:", score(pairs, even))
    if args.thresholds:
        thresholds = dict(zip(ROLES, map(float, args.thresholds.split(","))))
    else:
        thresholds = best_thresholds(pairs)
    print(thresholds, score(pairs, thresholds))
    if args.dump:
        with open(args.dump, "w", encoding="utf-8") as out:
            docs = {}
            for p, r, found in zip(paragraphs, results, candidates):
                if p["annotation"] == 0:
                    docs.setdefault(p["doc"], []).append({
                        "starts": p["starts"], "ends": p["ends"],
                        "chosen": [[role, a, b, round(q, 4)] for role, a, b, q in schedule(found, thresholds)],
                        "candidates": [[role, a, b, round(q, 4)] for q, role, a, b in found if q >= 0.05]})
            for doc, rows in docs.items():
                out.write(json.dumps({"doc": doc, "paragraphs": rows}) + "\n")


if __name__ == "__main__":
    main()
