"""Span decoding: the exact posterior of every span from the CRF, then the best set of spans that do not overlap.

The posterior of a span is the share of all label sequences in which exactly this span stands (forward-backward over the
sequences that begin, go on and end there). Weighted interval scheduling then maximises the sum of (posterior - threshold).
"""

import bisect
import math

import numpy as np

LEAST = 0.01
ROLES = {"S": 1, "C": 3, "Q": 5}


def logsumexp(values, axis):
    top = values.max(axis)
    return top + np.log(np.exp(values - np.expand_dims(top, axis)).sum(axis))


def span_posteriors(emissions, moves, start, least=LEAST):
    """[(posterior, role, first, last)] of one paragraph, those of at least `least`; arrays in float64, tokens × labels."""
    n, labels = emissions.shape
    alpha, beta = np.empty((n, labels)), np.zeros((n, labels))
    alpha[0] = start + emissions[0]
    for t in range(1, n):
        alpha[t] = logsumexp(alpha[t - 1][:, None] + moves, 0) + emissions[t]
    for t in range(n - 2, -1, -1):
        beta[t] = logsumexp(moves + (emissions[t + 1] + beta[t + 1])[None, :], 1)
    total = float(logsumexp(alpha[-1], 0))
    bound = math.log(least)
    found = []
    for role, begin in ROLES.items():
        inside = begin + 1
        others = [label for label in range(labels) if label != inside]
        # What is gained by leaving the role after t, from its first label and from its inner one.
        leave = np.zeros((n, 2))
        for column, label in enumerate((begin, inside)):
            if n > 1:
                leave[:-1, column] = logsumexp(moves[label, others][None, :] + emissions[1:, others] + beta[1:, others], 1)
        entry = np.empty(n)
        entry[0] = start[begin]
        if n > 1:
            entry[1:] = logsumexp(alpha[:-1] + moves[:, begin][None, :], 1)
        score = entry + emissions[:, begin] - total
        likely = np.flatnonzero(score + beta[:, begin] >= bound)
        step_in, step_on = moves[begin, inside], moves[inside, inside]
        inner, after, ends = emissions[:, inside].tolist(), beta[:, inside].tolist(), leave.tolist()
        for first in likely.tolist():
            at = float(score[first])
            if at + ends[first][0] >= bound:
                found.append((math.exp(min(0.0, at + ends[first][0])), role, first, first))
            for last in range(first + 1, n):
                at += (step_in if last == first + 1 else step_on) + inner[last]
                if at + after[last] < bound:
                    break
                if at + ends[last][1] >= bound:
                    found.append((math.exp(min(0.0, at + ends[last][1])), role, first, last))
    return found


def schedule(candidates, thresholds):
    """The spans with the greatest sum of (posterior - threshold of their role), none overlapping another: (role, first, last, posterior)."""
    worth = sorted((last, first, p - thresholds[role], role, p) for p, role, first, last in candidates if p > thresholds[role])
    ends = [row[0] for row in worth]
    best, kept = [0.0], [None]
    for i, (last, first, value, _, _) in enumerate(worth):
        before = bisect.bisect_left(ends, first, 0, i)
        take = best[before] + value
        best.append(max(best[i], take))
        kept.append((i, before) if take > best[i] else None)
    chosen, at = [], len(worth)
    while at > 0:
        if kept[at] is None:
            at -= 1
            continue
        i, before = kept[at]
        last, first, _, role, p = worth[i]
        chosen.append((role, first, last, p))
        at = before
    return chosen[::-1]


def score(paragraphs, thresholds):
    """Exact F1 by role and over all; `paragraphs`: [(candidates, gold set of (role, first, last))]."""
    counts = {role: [0, 0, 0] for role in [*ROLES, "micro"]}
    for candidates, gold in paragraphs:
        mine = {s[:3] for s in schedule(candidates, thresholds)}
        for role in ROLES:
            a, b = {s for s in mine if s[0] == role}, {s for s in gold if s[0] == role}
            for slot, value in enumerate((len(a & b), len(a), len(b))):
                counts[role][slot] += value
                counts["micro"][slot] += value
    return {role: round(200 * c[0] / max(1, c[1] + c[2]), 2) for role, c in counts.items()}


def best_thresholds(paragraphs, choices=(0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)):
    """One threshold a role by coordinate ascent on micro F1."""
    thresholds = {role: 0.5 for role in ROLES}
    for _ in range(2):
        for role in ROLES:
            thresholds[role] = max(choices, key=lambda t: score(paragraphs, {**thresholds, role: t})["micro"])
    return thresholds
