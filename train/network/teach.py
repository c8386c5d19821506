"""Labels paragraphs softly with several trained networks together, for a student to learn from (distillation, Hinton et al. 2015).

python train/network/teach.py --features DIR --models DIR/best.pt … --paragraphs train.jsonl --unlabelled FOLDER --tokens 2500000 --out FILE.npz
"""

import argparse

import numpy as np
import torch
from batches import batches, padded
from corpora import arrays, read_paragraphs
from decode import add_tags, load_features, load_network
from features import Forms


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("features", "paragraphs", "unlabelled", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--models", nargs="+", required=True)
    parser.add_argument("--words", help="the network for words whose tags the models read")
    parser.add_argument("--tokens", type=int, default=2_500_000)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    features, vectors = load_features(args.features)
    models = [load_network(path, features, vectors)[0] for path in args.models]

    labelled = read_paragraphs(args.paragraphs)
    forms = Forms(features)
    items = arrays(labelled, forms, {})
    items += news(args.unlabelled, forms, args.tokens)
    table = torch.from_numpy(forms.table())
    if args.words:
        add_tags(load_network(args.words, features, vectors)[0], table, items)
    soft = [None] * len(items)
    with torch.no_grad():
        for group in batches(items, 6000, None):
            batch, _, lengths = padded(items, group)
            with torch.autocast("cpu", torch.bfloat16):
                outs = [m.emissions(table[batch["ids"]], batch["quote"], lengths, batch.get("tags")) for m in models]
            attribution = sum(o["attribution"].float() for o in outs) / len(outs)
            joined = (attribution - attribution.mean(-1, keepdim=True)).half().numpy()
            for row, i in enumerate(group):
                soft[i] = joined[row, : lengths[row]]
    names = [None] * len(forms.index)
    for form, i in forms.index.items():
        names[i] = form
    np.savez(args.out, forms=np.array("\n".join(names)), lengths=np.array([len(s) for s in soft]), soft=np.concatenate(soft),
             ids=np.concatenate([i["ids"] for i in items]).astype(np.int32), quote=np.concatenate([i["quote"] for i in items]).astype(np.uint8),
             labelled=len(labelled), **({"tags": np.concatenate([i["tags"] for i in items]).astype(np.uint8)} if args.words else {}),
             transitions=np.mean([m.crf.transitions.detach().numpy() for m in models], 0), start=np.mean([m.crf.start.detach().numpy() for m in models], 0))
    print(f"{len(labelled)} labelled and {len(items) - len(labelled)} other paragraphs, {sum(len(s) for s in soft)} tokens")


def news(folder, forms, most):
    """Paragraphs of news from the unlabelled text, a fixed random choice."""
    with open(f"{folder}/types.txt", encoding="utf-8") as file:
        types = file.read().split("\n")
    ids = np.fromfile(f"{folder}/ids.u32", np.uint32)
    states = np.fromfile(f"{folder}/states.u8", np.uint8)
    lengths = np.fromfile(f"{folder}/lengths.u32", np.uint32).astype(np.int64)
    sources = np.fromfile(f"{folder}/sources.u8", np.uint8)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    # Four parts of news to one of official text.
    choice = np.random.RandomState(1)
    order = choice.permutation(np.concatenate([np.flatnonzero(sources == 0), choice.choice(np.flatnonzero(sources == 1), 12_000, False)]))
    items, total = [], 0
    for i in order:
        if total >= most:
            break
        part = slice(starts[i], starts[i] + lengths[i])
        items.append({"ids": forms.ids([types[t] for t in ids[part]]), "quote": states[part].astype(np.int64) + 1})
        total += lengths[i]
    return items


if __name__ == "__main__":
    main()
