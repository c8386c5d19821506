"""Learns which common nouns name people and bodies, who can speak, from GUM's entities and word vectors; writes the list as TypeScript.

python train/words/speakers.py --data ../shared/data --vectors models/en/word-vectors --out src/core/english/speaker-nouns.ts
"""

import argparse
import collections
import gzip
import json
import re

import numpy as np
import torch

SPEAKING = {"person", "organization"}
FEWEST_TIMES = 3
"""A noun is seen this often after an article in the news at hand, or in an annotated source; rarer ones are left out."""
SURE = 0.4
MOST_DOCUMENTS = 5000
"""Of each collection."""
KNOWN_TIMES = 4
"""From here on the annotation decides, not the vector."""


def entity_heads(path: str) -> collections.Counter:
    """(lemma, entity type) of common nouns that head an entity; the type of nested entities with the same head is the inner one's."""
    counts, rows = collections.Counter(), []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                rows.append(fields)
            elif line == "\n":
                counts.update(heads_of(rows))
                rows = []
    return counts


def heads_of(rows):
    position = {row[0]: i for i, row in enumerate(rows)}
    stack, spans = [], []
    for i, row in enumerate(rows):
        match = re.search(r"Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", match[1]) if match else []:
            if part.startswith("("):
                name, kind = (part.strip("()").split("-") + [""])[:2]
                stack.append((name, i, kind))
                if not part.endswith(")"):
                    continue
            else:
                name = part.strip(")")
            for k in range(len(stack) - 1, -1, -1):
                if stack[k][0] == name:
                    spans.append((stack[k][1], i, stack[k][2]))
                    del stack[k]
                    break
    seen = set()
    for first, last, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        head = next((i for i in range(first, last + 1) if not first <= position.get(rows[i][6], -1) <= last), None)
        if head is not None and head not in seen and rows[head][3] == "NOUN":
            seen.add(head)
            yield rows[head][2].lower(), kind


def silver(data: str):
    """Common nouns of PolNeAR's automatic analysis: how often each is there, and how often it heads an annotated source."""
    nouns, sources, analysis, doc = collections.Counter(), collections.Counter(), {}, None
    with gzip.open(f"{data}/polnear/train.silver.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# doc = "):
                doc = analysis.setdefault(line[8:].strip(), {})
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 7 and fields[3] in ("NN", "NNS"):
                nouns[fields[4].lower()] += 1
                doc[int(fields[1])] = fields[4].lower()
    with gzip.open(f"{data}/polnear/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            ends = analysis.get(article["name"], {})
            for annotation in article["annotations"]:
                for relation in annotation["attributions"]:
                    for start, end in relation["source"]:
                        # The head of a short source is its last word; longer ones have clauses behind it.
                        if end in ends and article["text"].count(" ", start, end) < 4:
                            sources[ends[end]] += 1
    return nouns, sources


def nouns_of_news(data: str) -> set[str]:
    """Words in lower case that follow an article or a number, plurals also as singulars; adjectives among them do no harm."""
    times = collections.Counter()
    for name in ("bbc", "reuters-21578", "white-house"):
        with gzip.open(f"{data}/unlabelled/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number == MOST_DOCUMENTS:
                    break
                times.update(re.findall(r"\b(?:the|a|an|some|many|most|two|three|several|other) ([a-z]{3,})\b", json.loads(line)["text"]))
    singular = collections.Counter()
    for word, count in times.items():
        singular[re.sub(r"ies$", "y", word) if word.endswith("ies") else re.sub(r"(?<!s)s$", "", word)] += count
    return {word for word, count in (times + singular).items() if count >= FEWEST_TIMES}


def vectors_of(folder: str):
    """Row 0 of the table pads and row 1 stands for what is not listed."""
    with open(f"{folder}/words.txt", encoding="utf-8") as lines:
        words = {word: i + 2 for i, word in enumerate(lines.read().rstrip("\n").split("\n"))}
    with open(f"{folder}/vectors.safetensors", "rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(size))
        data = file.read()
    def tensor(name, kind):
        begin, end = header[name]["data_offsets"]
        return np.frombuffer(data[begin:end], kind).reshape(header[name]["shape"])
    values = tensor("vectors", np.int8).astype(np.float32) * tensor("vectors.scale", np.float32).reshape(-1, 1)
    return words, values


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "vectors", "out"):
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    words, vectors = vectors_of(args.vectors)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6

    def counted(path):
        speaking, other = collections.Counter(), collections.Counter()
        for (lemma, kind), times in entity_heads(path).items():
            (speaking if kind in SPEAKING else other)[lemma] += times
        return speaking, other

    speaking, other = counted(f"{args.data}/ud/gum-train.conllu.gz")
    nouns, sources = silver(args.data)
    known = [lemma for lemma in set(speaking) | set(other) if lemma in words]
    x = torch.tensor(np.array([vectors[words[lemma]] for lemma in known]))
    y = torch.tensor([speaking[lemma] / (speaking[lemma] + other[lemma]) for lemma in known])
    weight = torch.tensor([float(np.log1p(speaking[lemma] + other[lemma])) for lemma in known])
    model = torch.nn.Sequential(torch.nn.Linear(x.shape[1], 32), torch.nn.ReLU(), torch.nn.Dropout(0.3), torch.nn.Linear(32, 1))
    optimizer = torch.optim.AdamW(model.parameters(), 3e-3, weight_decay=0.05)
    for _ in range(400):
        loss = (torch.nn.functional.binary_cross_entropy_with_logits(model(x)[:, 0], y, reduction="none") * weight).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    model.eval()

    def probability(lemma):
        if speaking[lemma] + other[lemma] >= KNOWN_TIMES:
            return speaking[lemma] / (speaking[lemma] + other[lemma])
        if lemma not in words:
            return 0.0
        with torch.no_grad():
            return torch.sigmoid(model(torch.tensor(vectors[words[lemma]])[None]))[0, 0].item()

    held_speaking, held_other = counted(f"{args.data}/ud/gum-test.conllu.gz")
    fresh = [lemma for lemma in set(held_speaking) | set(held_other) if lemma in words and lemma not in speaking and lemma not in other]
    right = sum((probability(lemma) >= SURE) == (held_speaking[lemma] > held_other[lemma]) for lemma in fresh)
    print(f"{len(known)} nouns known; of {len(fresh)} new ones of GUM's test part {right / len(fresh):.3f} right")

    inventory = {noun for noun in nouns_of_news(args.data) if noun in nouns or not noun.endswith("s")} | set(speaking)
    chosen = {noun for noun in inventory if re.fullmatch(r"[a-z]{3,}", noun) and probability(noun) >= SURE}
    # Papers, polls and the like speak in the news without being anybody.
    chosen |= {lemma for lemma, times in sources.items() if times >= FEWEST_TIMES and re.fullmatch(r"[a-z]{3,}", lemma)}
    with open(args.out, "w", encoding="utf-8") as out:
        out.write("/** Common nouns of people, bodies and papers, who can speak, as lemmas; written by train/words/speakers.py, not by hand. */\n\n")
        out.write("export const SPEAKER_NOUNS: ReadonlySet<string> = new Set(\n  `")
        line = ""
        for lemma in sorted(chosen):
            if len(line) + len(lemma) + 1 > 116:
                out.write(line.rstrip() + "\n  ")
                line = ""
            line += lemma + " "
        out.write(line.rstrip() + "`.split(/\\s+/),\n)\n")
    print(f"{len(chosen)} nouns written")


if __name__ == "__main__":
    main()
