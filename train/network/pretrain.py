"""Pre-trains the encoder on unlabelled text: masked words from both layers, and each word from its lower-layer context.

15 % of the words are masked and guessed from all that the heads see; besides, the lower layer's forward state before a word
and its backward state after it guess the word itself, which leaks nothing and gives a signal at every token
(after Devlin et al. 2019 and the cloze of Baevski et al. 2019). The softmax is sampled.

python train/network/pretrain.py --features DIR --unlabelled DIR --out DIR
"""

import argparse
import json
import math
import os
import random
import time

import numpy as np
import torch
from features import UNKNOWN, Features, folded
from network import Network
from torch import nn
from torch.nn import functional

TARGETS = 20_000
NEGATIVES = 1500
MASKED, CLOZED = 0.15, 0.3
NEWS_PASSES = 3


class Guess(nn.Module):
    """Two projections into one space of output words."""

    def __init__(self, both: int, lower: int, targets: int, size=112):
        super().__init__()
        self.masked = nn.Sequential(nn.Linear(both, size), nn.GELU(), nn.Linear(size, size))
        self.cloze = nn.Linear(2 * lower, size)
        self.words = nn.Embedding(targets, size)
        self.bias = nn.Parameter(torch.zeros(targets))
        nn.init.normal_(self.words.weight, std=0.1)

    def loss(self, states, wanted, negatives, log_expected):
        """Sampled softmax with the correction for how often a negative is drawn (Jean et al. 2015)."""
        pool = torch.unique(torch.cat([wanted, negatives]))
        scores = states @ self.words(pool).T + self.bias[pool] - log_expected[pool]
        return functional.cross_entropy(scores.float(), torch.searchsorted(pool, wanted))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("features", "unlabelled", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--tokens", type=int, default=46_000_000, help="so many are seen; the learning rate falls towards the last")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--sizes", default="160,128,128,128", help="inputs, lower, upper, head")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)

    features = Features.load(f"{args.features}/features.json")
    packed = np.load(f"{args.features}/vectors.npz")
    vectors = packed["values"].astype(np.float32) * packed["scales"][:, None]
    inputs, lower, upper, head = map(int, args.sizes.split(","))
    model = Network(vectors, features.sizes(), {}, inputs, lower, upper, head, drop=(0.1, 0.1, 0.1))

    with open(f"{args.unlabelled}/types.txt", encoding="utf-8") as file:
        types = file.read().split("\n")
    table = torch.tensor([features.of(form) for form in types])
    ids = np.fromfile(f"{args.unlabelled}/ids.u32", np.uint32).astype(np.int64)
    states = np.fromfile(f"{args.unlabelled}/states.u8", np.uint8)
    lengths = np.fromfile(f"{args.unlabelled}/lengths.u32", np.uint32).astype(np.int64)
    sources = np.fromfile(f"{args.unlabelled}/sources.u8", np.uint8)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])

    counts = np.bincount(ids, minlength=len(types))
    by_word = {}
    for form, n in zip(types, counts):
        by_word[folded(form)] = by_word.get(folded(form), 0) + int(n)
    words = sorted(by_word, key=lambda w: (-by_word[w], w))[: TARGETS - 1]
    number = {word: i + 1 for i, word in enumerate(words)}
    target = torch.tensor([number.get(folded(form), 0) for form in types])
    share = torch.tensor([1.0] + [float(by_word[w]) for w in words]) ** 0.75
    share = share / share.sum()
    log_expected = torch.log(share * NEGATIVES)
    guess = Guess(2 * lower + 2 * upper, lower, TARGETS)
    weights = [p for p in [*model.parameters(), *guess.parameters()] if p.requires_grad]
    optimizer = torch.optim.AdamW(weights, lr=3e-3, betas=(0.9, 0.98), weight_decay=0.01)

    order = np.concatenate([np.flatnonzero(sources == 0)] * NEWS_PASSES + [np.flatnonzero(sources == 1)])
    shuffle = np.random.RandomState(args.seed)
    shuffle.shuffle(order)
    total, started = args.tokens, time.time()
    seen = steps = 0
    logged, sums = 0, np.zeros(3)
    size = 3600
    pool_size = 4000
    log = []
    done = False
    while not done:
        for begin in range(0, len(order), pool_size):
            # Of a few thousand paragraphs at a time those of one length go together: hardly any padding.
            pool = order[begin : begin + pool_size]
            pool = pool[np.argsort(lengths[pool], kind="stable")]
            groups, group = [], []
            for i in pool:
                if group and (len(group) + 1) * lengths[i] > size:
                    groups.append(group)
                    group = []
                group.append(i)
            groups.append(group)
            shuffle.shuffle(groups)
            for group in groups:
                width = int(lengths[group[-1]])
                batch = np.zeros((len(group), width), np.int64)
                quotes = np.zeros((len(group), width), np.int64)
                for row, i in enumerate(group):
                    batch[row, : lengths[i]] = ids[starts[i] : starts[i] + lengths[i]]
                    quotes[row, : lengths[i]] = states[starts[i] : starts[i] + lengths[i]] + 1
                sizes = lengths[group].astype(np.int64)
                mask = torch.arange(width).unsqueeze(0) < torch.as_tensor(sizes).unsqueeze(1)
                batch, quotes = torch.from_numpy(batch), torch.from_numpy(quotes)
                wanted = target[batch]
                hidden = (torch.rand(batch.shape) < MASKED) & mask & (wanted > 0)
                rows = table[batch]
                rows[hidden] = UNKNOWN
                negatives = torch.multinomial(share, NEGATIVES, replacement=True)
                with torch.autocast("cpu", torch.bfloat16):
                    ahead, back, both = model.encode(rows, quotes, sizes)
                    loss_masked = guess.loss(guess.masked(both[hidden]), wanted[hidden], negatives, log_expected)
                    middle = mask[:, 2:] & (wanted[:, 1:-1] > 0) & (torch.rand(wanted[:, 1:-1].shape) < CLOZED)
                    around = torch.cat([ahead[:, :-2][middle], back[:, 2:][middle]], -1)
                    loss_cloze = guess.loss(guess.cloze(around), wanted[:, 1:-1][middle], negatives, log_expected)
                loss = loss_masked + 0.5 * loss_cloze
                for g in optimizer.param_groups:
                    done_share = min(1.0, seen / total)
                    g["lr"] = 3e-3 * min(1, (steps + 1) / 300) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done_share)))
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(weights, 1.0)
                optimizer.step()
                seen += int(sizes.sum())
                steps += 1
                sums += [loss_masked.item(), loss_cloze.item(), 1]
                if seen - logged > 1_000_000 or seen >= total:
                    logged = seen
                    log.append({"tokens": seen, "masked": round(sums[0] / sums[2], 3), "cloze": round(sums[1] / sums[2], 3),
                                "seconds": round(time.time() - started)})
                    print(json.dumps(log[-1]), flush=True)
                    sums[:] = 0
                    torch.save({"weights": model.state_dict(), "sizes": model.shape_args, "args": vars(args)}, f"{args.out}/encoder.pt")
                    with open(f"{args.out}/log.json", "w", encoding="utf-8") as file:
                        json.dump(log, file, indent=1)
                if seen >= total:
                    done = True
                    break
            if done:
                break


if __name__ == "__main__":
    main()
