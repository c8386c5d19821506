"""Paragraphs of tokens as arrays: vocabulary, word vectors, shapes, suffixes, quotation states, labels."""

import json
from collections import Counter

import numpy as np

LABELS = ["O", "B-S", "I-S", "B-C", "I-C", "B-Q", "I-Q"]
QUOTES = {"o": 0, "b": 1, "i": 2, "u": 3}
PAD, UNKNOWN = 0, 1
VECTOR_SIZE = 100
FEATURES = 6
LABEL = 6
MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "''": '"', "``": '"', "’": "'", "‘": "'"}


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


def suffix(token: str) -> str:
    return folded(token)[-3:]


class Vocabulary:
    """Indexes of what was seen at least `least` times; 0 pads, 1 stands for the rest."""

    def __init__(self, items, least: int):
        counts = Counter(items)
        self.names = ["<pad>", "<unknown>"] + sorted(name for name, n in counts.items() if n >= least)
        self.index = {name: i for i, name in enumerate(self.names)}

    def __len__(self):
        return len(self.names)

    def __getitem__(self, name):
        return self.index.get(name, UNKNOWN)


def read_examples(path: str) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_vectors(path: str, wanted: set[str]) -> tuple[dict[str, int], np.ndarray]:
    """Word vectors of the words wanted, from the wink embeddings' JSON (values with l2 norm and index appended)."""
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)["vectors"]
    rows, index = [np.zeros(VECTOR_SIZE, np.float32), np.zeros(VECTOR_SIZE, np.float32)], {}
    for word in sorted(wanted):
        row = vectors.get(word)
        if row is not None:
            index[word] = len(rows)
            rows.append(np.asarray(row[:VECTOR_SIZE], np.float32))
    return index, np.stack(rows)


def vector_index(token: str, index: dict[str, int]) -> int:
    """A hyphenated word that has no vector takes that of its last part; a number that of "0"-filled digits."""
    word = folded(token)
    if word in index:
        return index[word]
    if "-" in word and word.rsplit("-", 1)[1] in index:
        return index[word.rsplit("-", 1)[1]]
    return UNKNOWN


def vector_words(examples: list[dict]) -> set[str]:
    words = {folded(token) for example in examples for token in example["tokens"]}
    return words | {word.rsplit("-", 1)[1] for word in words if "-" in word}


class Encoder:
    """Turns an example into index arrays; made from the training examples only.

    An example may bring `tags`, one a token, from another model; without them the row is zero.
    """

    def __init__(self, examples: list[dict], vectors: dict[str, int], least: int = 4):
        tokens = [token for example in examples for token in example["tokens"]]
        self.words = Vocabulary((folded(token) for token in tokens), least)
        self.shapes = Vocabulary((shape(token) for token in tokens), 5)
        self.suffixes = Vocabulary((suffix(token) for token in tokens), 10)
        self.tags = Vocabulary((tag for example in examples for tag in example.get("tags", [])), 1)
        self.vectors = vectors

    def encode(self, example: dict) -> np.ndarray:
        """Rows: vector, word, shape, suffix, quotation state, tag, label."""
        tokens = example["tokens"]
        tags = example.get("tags")
        return np.asarray(
            [
                [vector_index(token, self.vectors) for token in tokens],
                [self.words[folded(token)] for token in tokens],
                [self.shapes[shape(token)] for token in tokens],
                [self.suffixes[suffix(token)] for token in tokens],
                [QUOTES[state] + 1 for state in example["quotes"]],
                [self.tags[tag] for tag in tags] if tags else [0] * len(tokens),
                example["labels"],
            ],
            np.int64,
        )
