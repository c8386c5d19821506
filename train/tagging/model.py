"""The tagger: embeddings, two BiLSTM layers, a linear-chain CRF over BIO labels with impossible transitions forbidden."""

import torch
from torch import nn

FORBIDDEN = -1e4


class Crf(nn.Module):
    """Linear-chain CRF (Lafferty et al. 2001); scores of padded batches, masks are 1 where a token stands."""

    def __init__(self, labels: list[str]):
        super().__init__()
        n = len(labels)
        self.transitions = nn.Parameter(torch.zeros(n, n))
        self.start = nn.Parameter(torch.zeros(n))
        allowed = torch.ones(n, n)
        begins = torch.ones(n)
        for to, name in enumerate(labels):
            if not name.startswith("I-"):
                continue
            begins[to] = 0
            for fro, before in enumerate(labels):
                if before[1:] != name[1:]:
                    allowed[fro, to] = 0
        self.register_buffer("forbidden", (1 - allowed) * FORBIDDEN)
        self.register_buffer("forbidden_start", (1 - begins) * FORBIDDEN)

    def moves(self):
        return self.transitions + self.forbidden, self.start + self.forbidden_start

    def log_likelihood(self, emissions, labels, mask):
        """Sum over the batch of log p(labels | emissions)."""
        moves, start = self.moves()
        forward = start + emissions[:, 0]
        gold = forward.gather(1, labels[:, :1]).squeeze(1)
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(forward.unsqueeze(2) + moves, 1) + emissions[:, t]
            keep = mask[:, t].unsqueeze(1)
            forward = torch.where(keep, step, forward)
            move = moves[labels[:, t - 1], labels[:, t]] + emissions[:, t].gather(1, labels[:, t : t + 1]).squeeze(1)
            gold = gold + torch.where(mask[:, t], move, torch.zeros_like(move))
        return (gold - torch.logsumexp(forward, 1)).sum()

    def viterbi(self, emissions, lengths):
        """Best label sequences, one list a row."""
        moves, start = self.moves()
        score = start + emissions[:, 0]
        backs = []
        scores = [score]
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


class Tagger(nn.Module):
    def __init__(self, vectors, encoder, labels: list[str], hidden: int = 144):
        super().__init__()
        self.vector = nn.Embedding.from_pretrained(torch.as_tensor(vectors), freeze=True)
        self.word = nn.Embedding(len(encoder.words), 32, padding_idx=0)
        self.shape = nn.Embedding(len(encoder.shapes), 12, padding_idx=0)
        self.suffix = nn.Embedding(len(encoder.suffixes), 16, padding_idx=0)
        self.quote = nn.Embedding(5, 8, padding_idx=0)
        self.tag = nn.Embedding(len(encoder.tags), 24, padding_idx=0)
        self.project = nn.Linear(100 + 32 + 12 + 16 + 8 + 24, 200)
        self.lower = nn.LSTM(200, hidden, batch_first=True, bidirectional=True)
        self.upper = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.head = nn.Sequential(nn.Linear(4 * hidden, 128), nn.GELU())
        self.emit = nn.Linear(128, len(labels))
        self.drop_input, self.drop_between, self.drop_head = nn.Dropout(0.3), nn.Dropout(0.45), nn.Dropout(0.27)
        self.crf = Crf(labels)

    def emissions(self, batch):
        """Scores of every label; `batch`: long tensor, 6 rows of features × paragraphs × tokens."""
        parts = [self.vector(batch[0]), self.word(batch[1]), self.shape(batch[2]), self.suffix(batch[3])]
        parts += [self.quote(batch[4]), self.tag(batch[5])]
        x = torch.relu(self.project(self.drop_input(torch.cat(parts, -1))))
        low, _ = self.lower(x)
        high, _ = self.upper(self.drop_between(low))
        return self.emit(self.drop_head(self.head(self.drop_between(torch.cat([low, high], -1)))))
