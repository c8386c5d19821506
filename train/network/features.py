"""Tokens as arrays: word vectors, vocabularies, and one row of features for every token form.

src/core/network-features.ts is the same in TypeScript; a change here is a change there and a new feature version.
"""

import json
from collections import Counter

import numpy as np

FEATURE_VERSION = 1
PAD, UNKNOWN = 0, 1
VECTOR_SIZE = 100
QUOTES = {"o": 1, "b": 2, "i": 3, "u": 4}
MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "''": '"', "``": '"', "’": "'", "‘": "'"}
FIELDS = ("vector", "word", "shape", "suffix", "ending", "beginning")


def folded(token: str) -> str:
    """The form in which a token is looked up: lower case, one kind of quotation mark."""
    return MARKS.get(token, token.replace("’", "'").lower())


def shape(token: str) -> str:
    """Xxxx-like: runs longer than two are cut, at most eight characters."""
    out: list[str] = []
    for char in token:
        kind = "X" if char.isupper() else "x" if char.islower() else "9" if char.isdigit() else char
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)[:8]


class Vocabulary:
    """Rows of names; 0 pads, 1 stands for the rest."""

    def __init__(self, names):
        self.names = list(names)
        self.index = {name: i + 2 for i, name in enumerate(self.names)}

    def __len__(self):
        return len(self.names) + 2

    def __getitem__(self, name):
        return self.index.get(name, UNKNOWN)


def frequent(counts: Counter, least: int, most: int | None = None) -> Vocabulary:
    ranked = sorted((name for name, n in counts.items() if n >= least), key=lambda name: (-counts[name], name))
    return Vocabulary(ranked[:most])


def quantised(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 by row: (values, scale of each row)."""
    scale = np.abs(rows).max(axis=1) / 127
    scale[scale == 0] = 1
    return np.clip(np.rint(rows / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


class Features:
    """What turns a token form into six rows of embeddings."""

    def __init__(self, vectors: Vocabulary, words, shapes, suffixes, endings, beginnings):
        self.vectors, self.words, self.shapes = vectors, words, shapes
        self.suffixes, self.endings, self.beginnings = suffixes, endings, beginnings

    def of(self, token: str) -> list[int]:
        form = folded(token)
        return [
            self.vector(form), self.words[form], self.shapes[shape(token)],
            self.suffixes[form[-3:]], self.endings[form[-2:]], self.beginnings[form[:3]],
        ]

    def vector(self, form: str) -> int:
        """A hyphenated word that has no vector takes that of its last part."""
        known = self.vectors[form]
        return known if known != UNKNOWN or "-" not in form else self.vectors[form.rsplit("-", 1)[1]]

    def sizes(self) -> dict[str, int]:
        return dict(zip(FIELDS, map(len, (self.vectors, self.words, self.shapes, self.suffixes, self.endings, self.beginnings))))

    def save(self, path: str):
        names = ("vectors", "words", "shapes", "suffixes", "endings", "beginnings")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({name: getattr(self, name).names for name in names}, file, ensure_ascii=False)

    @staticmethod
    def load(path: str) -> "Features":
        with open(path, encoding="utf-8") as file:
            names = json.load(file)
        return Features(*(Vocabulary(names[key]) for key in ("vectors", "words", "shapes", "suffixes", "endings", "beginnings")))


class Forms:
    """Numbers token forms as they come, and gives the feature rows of all of them at once."""

    def __init__(self, features: Features):
        self.features, self.index, self.rows = features, {}, []

    def ids(self, tokens) -> np.ndarray:
        found = np.empty(len(tokens), np.int64)
        for i, token in enumerate(tokens):
            at = self.index.get(token)
            if at is None:
                at = self.index[token] = len(self.rows)
                self.rows.append(self.features.of(token))
            found[i] = at
        return found

    def table(self) -> np.ndarray:
        return np.asarray(self.rows, np.int64)
