"""Trains a network on attributions (PolNeAR), or one on parts of speech (EWT, GUM) and mentions (PolNeAR's silver, GUM).

One network for both was worse: see docs/attribution-model.md.

python train/network/train.py --task attribution|words --features DIR --paragraphs train.jsonl --dev dev.jsonl --data ../shared/data/ud --out DIR [--encoder DIR/encoder.pt]
"""

import argparse
import json
import math
import os
import random
import time
import zlib

import numpy as np
import torch
from batches import batches, padded
from corpora import ATTRIBUTION, IGNORED, MENTIONS, UPOS, arrays, read_paragraphs, read_treebank
from decode import TAGS, add_tags, load_features, load_network
from features import UNKNOWN, Forms
from network import Network
from torch.nn import functional

LABELS = {"attribution": {"attribution": ATTRIBUTION}, "words": {"upos": UPOS, "mention": MENTIONS}}
WORD_DROPOUT, EMA, MOST_TOKENS, TAUGHT = 0.05, 0.998, 2500, 0.5


def load_data(args):
    features, vectors = load_features(args.features)
    forms = Forms(features)
    paragraphs = {"attribution": "labels"} if args.task == "attribution" else {"mention": "mentions"}
    train, dev = read_paragraphs(args.paragraphs), read_paragraphs(args.dev)
    if args.holdout:
        train = [p for p in train if zlib.crc32(p["doc"].encode()) % 100 >= args.holdout]
    if args.task == "words":  # the same silver under each annotator
        train, dev = ([p for p in part if p["annotation"] == 0] for part in (train, dev))
    data = {"train": arrays(train, forms, paragraphs), "dev": arrays(dev, forms, paragraphs)}
    for name in ("ewt-train", "gum-train", "ewt-dev", "gum-dev", "ewt-test", "gum-test"):
        data[name] = arrays(read_treebank(f"{args.data}/{name}.conllu.gz"), forms, {"upos": "upos", "mention": "mentions"})
    data["words"] = data["ewt-train"] + data["gum-train"]
    if args.words:
        words = load_network(args.words, features, vectors)[0]
        table = torch.from_numpy(forms.table())
        for part in ("train", "dev"):
            add_tags(words, table, data[part])
    data["taught"], *data["crf"] = read_taught(args.taught, forms, data["train"]) if args.taught else ([], None, None)
    return features, vectors, torch.from_numpy(forms.table()), data


def spans(labels) -> set:
    """Runs of one role: (role, first, last), last inclusive."""
    found, start, role = [], 0, None
    for i, label in enumerate([*labels, 0]):
        goes_on = role is not None and label != 0 and label % 2 == 0 and (label - 1) // 2 == role
        if role is not None and not goes_on:
            found.append((role, start, i - 1))
            role = None
        if label != 0 and role is None:
            role, start = (label - 1) // 2, i
    return set(found)


def f1_of(counts):
    return round(200 * counts[0] / max(1, counts[1] + counts[2]), 2)


def measure(model, table, data) -> dict:
    """On dev: best-path F1 of attributions; or F1 of mentions by kind, and UPOS accuracy on the treebanks."""
    model.eval()
    key = "attribution" if hasattr(model, "attribution") else "mention"
    names = ("source", "cue", "content") if key == "attribution" else ("person", "organisation", "place", "publication", "product", "event")
    counts = {name: [0, 0, 0] for name in [*names, "micro"]}
    with torch.no_grad():
        for group in batches(data["dev"], MOST_TOKENS, None):
            batch, _, lengths = padded(data["dev"], group)
            scores = model.emissions(table[batch["ids"]], batch["quote"], lengths, batch.get("tags"))[key]
            paths = model.crf.viterbi(scores, lengths) if key == "attribution" else scores.argmax(-1).tolist()
            for row, path in enumerate(paths):
                truth = batch[key][row, : lengths[row]].tolist()
                gold = spans([max(0, t) for t in truth])
                mine = spans([0 if t == IGNORED else p for t, p in zip(truth, path)])
                for slot, found in enumerate((gold & mine, mine, gold)):
                    for kind, *_ in found:
                        counts[names[kind]][slot] += 1
                        counts["micro"][slot] += 1
    result = {name: f1_of(c) for name, c in counts.items()}
    if key == "mention":
        result |= {name: upos_accuracy(model, table, data[name]) for name in ("ewt-dev", "gum-dev")}
    return result


def upos_accuracy(model, table, items) -> float:
    right = total = 0
    model.eval()
    with torch.no_grad():
        for group in batches(items, MOST_TOKENS, None):
            batch, mask, lengths = padded(items, group)
            chosen = model.emissions(table[batch["ids"]], batch["quote"], lengths)["upos"].argmax(-1)
            right += int(((chosen == batch["upos"]) & mask).sum())
            total += int(mask.sum())
    return round(100 * right / total, 2)


def distance(emissions, soft, mask):
    """How far the student's emissions are from its teachers', squared; the CRF cares for differences between labels only."""
    centred = emissions - emissions.mean(-1, keepdim=True)
    return ((centred - soft)[mask] ** 2).mean()


def read_taught(path, forms, labelled):
    """Adds the teachers' scores to the labelled items and returns the other paragraphs with theirs."""
    saved = np.load(path)
    names = str(saved["forms"]).split("\n")
    known = forms.ids(names)
    tags = saved["tags"].astype(np.int64) if "tags" in saved else None
    ids, quote, soft = known[saved["ids"]], saved["quote"].astype(np.int64), saved["soft"]
    ends = np.cumsum(saved["lengths"])
    others = []
    for i, (end, length) in enumerate(zip(ends, saved["lengths"])):
        part = slice(end - length, end)
        if i < saved["labelled"]:
            assert len(labelled[i]["ids"]) == length
            labelled[i]["soft"] = soft[part]
        else:
            others.append({"ids": ids[part], "quote": quote[part], "soft": soft[part]} | ({} if tags is None else {"tags": tags[part]}))
    return others, torch.from_numpy(saved["transitions"]), torch.from_numpy(saved["start"])


def losses(model, table, batch, mask, lengths):
    """Sum of the heads' losses a token."""
    rows = table[batch["ids"]]
    dropped = torch.rand(mask.shape) < WORD_DROPOUT
    rows[..., :2][dropped] = UNKNOWN
    rows[..., 1][torch.rand(mask.shape) < WORD_DROPOUT] = UNKNOWN
    tags = batch.get("tags")
    if tags is not None:  # a tag that is wrong now and then keeps the network from leaning on it
        tags = torch.where(torch.rand(mask.shape) < WORD_DROPOUT, torch.zeros_like(tags), tags)
    with torch.autocast("cpu", torch.bfloat16):
        _, _, both = model.encode(rows, batch["quote"], lengths, tags)
    both = model.drop_between(both.float())
    if not hasattr(model, "attribution"):
        loss = 0
        if "upos" in batch:
            loss = loss + functional.cross_entropy(model.heads["upos"](both)[mask], batch["upos"][mask])
        if (batch["mention"][mask] != IGNORED).any():
            loss = loss + functional.cross_entropy(model.heads["mention"](both)[mask], batch["mention"][mask], ignore_index=IGNORED)
        return loss
    emissions = model.attribution(model.drop_head(torch.relu(model.attribution_hidden(both))))
    loss = 0
    if "attribution" in batch:
        loss = loss - model.crf.log_likelihood(emissions, batch["attribution"], mask) / sum(lengths)
    if "soft" in batch:
        loss = loss + TAUGHT * distance(emissions, batch["soft"], mask)
    return loss


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("features", "paragraphs", "dev", "data", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--task", choices=list(LABELS), required=True)
    parser.add_argument("--encoder", help="pre-trained weights to start from")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--sizes", default="160,128,128,128", help="inputs, lower, upper, head")
    parser.add_argument("--drop", default="0.3,0.45,0.27", help="input, between layers, head")
    parser.add_argument("--locked", action="store_true", help="drop the same columns at every token of a paragraph")
    parser.add_argument("--words", help="the network for words whose tags this one reads: weights, or a folder of what ships")
    parser.add_argument("--taught", help="scores of teachers, from teach.py")
    parser.add_argument("--others", type=int, default=14_000, help="taught paragraphs an epoch")
    parser.add_argument("--holdout", type=int, default=0, help="percentage of the articles left out")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)

    features, vectors, table, data = load_data(args)
    drop = tuple(map(float, args.drop.split(",")))
    model = Network(vectors, features.sizes(), LABELS[args.task], *map(int, args.sizes.split(",")), drop=drop, tags=TAGS if args.words else None, locked=args.locked)
    if args.encoder:
        saved = torch.load(args.encoder, weights_only=False)["weights"]
        own = model.state_dict()
        shared = ("embeddings", "quote", "input", "lower", "upper")
        weights = {k: saved[k] if k.split(".")[0] in shared else v for k, v in own.items()}
        if args.words:  # the columns for tags are new
            weights["input.weight"] = torch.cat([saved["input.weight"], own["input.weight"][:, saved["input.weight"].shape[1] :]], 1)
        model.load_state_dict(weights)
    weights = [p for p in model.parameters() if p.requires_grad]
    print(f"{len(data['train'])} paragraphs, {len(data['words'])} sentences, {sum(p.numel() for p in weights)} trained weights", flush=True)

    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    trained = [name for name, p in model.named_parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01)
    shuffle = random.Random(args.seed)
    if args.taught:
        with torch.no_grad():
            model.crf.transitions.copy_(data["crf"][0])
            model.crf.start.copy_(data["crf"][1])

    def plan():
        """One epoch: every labelled paragraph or sentence once, and some taught ones."""
        chosen = {"train": data["train"]} if args.task == "attribution" else {"train": data["train"], "words": data["words"]}
        if args.taught:
            chosen["others"] = data["others"] = shuffle.sample(data["taught"], min(len(data["taught"]), args.others))
        steps = [(name, group) for name, items in chosen.items() for group in batches(items, MOST_TOKENS, shuffle)]
        shuffle.shuffle(steps)
        return steps

    steps = len(plan()) * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, s / steps))))
    )
    log, best, step = [], 0.0, 0
    for epoch in range(1, args.epochs + 1):
        started, loss_sum, count = time.time(), 0.0, 0
        model.train()
        for name, group in plan():
            loss = losses(model, table, *padded(data[name], group))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            loss_sum, count = loss_sum + loss.item(), count + 1
            with torch.no_grad():
                current = dict(model.named_parameters())
                for key in trained:
                    average[key].lerp_(current[key], 1 - min(EMA, (1 + step) / (10 + step)))
            step += 1
        own = {name: value.detach().clone() for name, value in model.state_dict().items()}
        model.load_state_dict(average)
        scores = measure(model, table, data)
        chosen_by = scores["micro"] + scores.get("ewt-dev", 0) + scores.get("gum-dev", 0)
        log.append({"epoch": epoch, "loss": round(loss_sum / count, 4), "seconds": round(time.time() - started), **scores})
        if chosen_by > best:
            best = chosen_by
            if args.task == "words":
                log[-1] |= {name: upos_accuracy(model, table, data[name]) for name in ("ewt-test", "gum-test")}
            torch.save({"weights": average, "sizes": model.shape_args, "labels": LABELS[args.task], "args": vars(args), "scores": log[-1]}, f"{args.out}/best.pt")
        print(json.dumps(log[-1]), flush=True)
        model.load_state_dict(own)
        with open(f"{args.out}/log.json", "w", encoding="utf-8") as file:
            json.dump(log, file, indent=1)


if __name__ == "__main__":
    main()
