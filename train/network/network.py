"""The network: embeddings, two BiLSTM layers, and heads for parts of speech, mentions and attributions (with a CRF)."""

import torch
from torch import nn

FORBIDDEN = -1e4
SIZES = {"word": 32, "shape": 12, "suffix": 16, "ending": 8, "beginning": 12}
QUOTE_SIZE, UPOS_SIZE, MENTION_SIZE = 8, 16, 8


class Crf(nn.Module):
    """Linear-chain CRF (Lafferty et al. 2001) over BIO labels; a move that BIO does not allow is forbidden."""

    def __init__(self, labels: list[str]):
        super().__init__()
        n = len(labels)
        self.transitions = nn.Parameter(torch.zeros(n, n))
        self.start = nn.Parameter(torch.zeros(n))
        forbidden = torch.tensor([[to[0] == "I" and fro[1:] != to[1:] for to in labels] for fro in labels])
        self.register_buffer("forbidden", forbidden * FORBIDDEN)
        self.register_buffer("forbidden_start", torch.tensor([name[0] == "I" for name in labels]) * FORBIDDEN)

    def moves(self):
        return self.transitions + self.forbidden, self.start + self.forbidden_start

    def forward_scores(self, emissions, mask):
        moves, start = self.moves()
        forward = start + emissions[:, 0]
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(forward.unsqueeze(2) + moves, 1) + emissions[:, t]
            forward = torch.where(mask[:, t].unsqueeze(1), step, forward)
        return torch.logsumexp(forward, 1)

    def log_likelihood(self, emissions, labels, mask):
        """Sum over the batch of log p(labels | emissions)."""
        moves, start = self.moves()
        at = emissions.gather(2, labels.unsqueeze(2)).squeeze(2) * mask
        steps = moves[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
        gold = at.sum(1) + start[labels[:, 0]] + steps.sum(1)
        return (gold - self.forward_scores(emissions, mask)).sum()

    def viterbi(self, emissions, lengths):
        """Best label sequences, one list a row."""
        moves, start = self.moves()
        score = start + emissions[:, 0]
        backs, scores = [], [score]
        for t in range(1, emissions.shape[1]):
            best, back = (score.unsqueeze(2) + moves).max(1)
            score = best + emissions[:, t]
            backs.append(back)
            scores.append(score)
        paths = []
        for row, length in enumerate(lengths):
            at = int(scores[length - 1][row].argmax())
            path = [at]
            for t in range(length - 2, -1, -1):
                at = int(backs[t][row, at])
                path.append(at)
            paths.append(path[::-1])
        return paths


class TwoWays(nn.Module):
    """A forward and a backward LSTM; each row is reversed within its own length, so padding never reaches a state."""

    def __init__(self, size: int, hidden: int):
        super().__init__()
        self.forward_way = nn.LSTM(size, hidden, batch_first=True)
        self.backward_way = nn.LSTM(size, hidden, batch_first=True)

    def forward(self, x, mirror):
        ahead, _ = self.forward_way(x)
        back, _ = self.backward_way(x.gather(1, mirror.unsqueeze(2).expand(-1, -1, x.shape[2])))
        return ahead, back.gather(1, mirror.unsqueeze(2).expand(-1, -1, back.shape[2]))


def mirror_of(lengths, width: int):
    """Position of each token in its row reversed; padding stays where it is."""
    lengths = torch.as_tensor(lengths).unsqueeze(1)
    at = torch.arange(width).unsqueeze(0)
    return torch.where(at < lengths, lengths - 1 - at, at)


class LockedDropout(nn.Module):
    """Drops the same columns at every token of a paragraph (Gal and Ghahramani 2016): what a recurrent layer reads stays of one kind."""

    def __init__(self, share: float):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training or self.share == 0:
            return x
        kept = torch.empty(x.shape[0], 1, x.shape[2], dtype=x.dtype).bernoulli_(1 - self.share)
        return x * kept / (1 - self.share)


class Network(nn.Module):
    def __init__(self, vectors, sizes, labels, inputs=160, lower=128, upper=128, head=128, drop=(0.3, 0.45, 0.27), tags=None, locked=False):
        """`vectors`: float array of the frozen word vectors; `sizes`: rows of each vocabulary; `labels`: names by head.

        With `upper` 0 there is one BiLSTM layer only; a head whose labels are not given is not there. `tags`: numbers of
        parts of speech and of mention labels, where the network reads those of another network.
        """
        super().__init__()
        self.shape_args = {"inputs": inputs, "lower": lower, "upper": upper, "head": head}
        self.vector = nn.Embedding.from_pretrained(torch.as_tensor(vectors), freeze=True)
        self.embeddings = nn.ModuleDict({name: nn.Embedding(sizes[name], size) for name, size in SIZES.items()})
        self.quote = nn.Embedding(5, QUOTE_SIZE)
        if tags:
            self.upos_in, self.mention_in = nn.Embedding(tags[0], UPOS_SIZE), nn.Embedding(tags[1], MENTION_SIZE)
        self.tags = tags
        for table in [*self.embeddings.values(), self.quote]:
            nn.init.normal_(table.weight, std=1.0)
        width = vectors.shape[1] + sum(SIZES.values()) + QUOTE_SIZE + (UPOS_SIZE + MENTION_SIZE if tags else 0)
        self.input = nn.Linear(width, inputs)
        self.lower = TwoWays(inputs, lower)
        self.upper = TwoWays(2 * lower, upper) if upper else None
        both = 2 * lower + 2 * upper
        if "attribution" in labels:
            self.attribution_hidden = nn.Linear(both, head)
            self.attribution = nn.Linear(head, len(labels["attribution"]))
            self.crf = Crf(labels["attribution"])
        self.heads = nn.ModuleDict({name: nn.Linear(both, len(labels[name])) for name in ("upos", "mention") if name in labels})
        between = LockedDropout if locked else nn.Dropout
        self.drop_input, self.drop_between, self.drop_head = between(drop[0]), between(drop[1]), nn.Dropout(drop[2])

    def embed(self, rows, quotes, tags):
        """`rows`: paragraphs × tokens × 6 feature rows; `tags`: part of speech × number of mention labels + mention label."""
        parts = [self.vector(rows[..., 0])]
        parts += [self.embeddings[name](rows[..., i + 1]) for i, name in enumerate(SIZES)]
        parts.append(self.quote(quotes))
        if self.tags:
            parts += [self.upos_in(tags // self.tags[1]), self.mention_in(tags % self.tags[1])]
        return torch.cat(parts, -1)

    def encode(self, rows, quotes, lengths, tags=None):
        """Lower layer ahead and back, and both layers together (paragraphs × tokens × both)."""
        mirror = mirror_of(lengths, rows.shape[1])
        x = torch.relu(self.input(self.drop_input(self.embed(rows, quotes, tags))))
        ahead, back = self.lower(x, mirror)
        low = torch.cat([ahead, back], -1)
        if self.upper is None:
            return ahead, back, low
        high = torch.cat(self.upper(self.drop_between(low), mirror), -1)
        return ahead, back, torch.cat([low, high], -1)

    def emissions(self, rows, quotes, lengths, tags=None):
        _, _, both = self.encode(rows, quotes, lengths, tags)
        both = self.drop_between(both).float()
        scores = {name: head(both) for name, head in self.heads.items()}
        if hasattr(self, "attribution"):
            scores["attribution"] = self.attribution(self.drop_head(torch.relu(self.attribution_hidden(both))))
        return scores
