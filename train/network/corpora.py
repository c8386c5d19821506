"""Reads what the network learns from: exported PolNeAR paragraphs, and treebanks with their parts of speech and named entities."""

import gzip
import json
import re

import numpy as np

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
KINDS = ["person", "organisation", "place", "publication", "product", "event"]
MENTIONS = ["O"] + [f"{position}-{kind}" for kind in KINDS for position in "BI"]
ATTRIBUTION = ["O", "B-S", "I-S", "B-C", "I-C", "B-Q", "I-Q"]
IGNORED = -1

GUM_KINDS = {"person": "person", "organization": "organisation", "place": "place", "object": "product", "event": "event"}
TITLES = set("mr. mrs. ms. dr. prof. sir lord lady president senator sen. rep. gov. governor minister prime vice secretary "
             "judge justice king queen prince princess pope captain general colonel professor congressman congresswoman".split())


def read_paragraphs(path: str) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_treebank(path: str) -> list[dict]:
    """Sentences: tokens, upos, mentions (all IGNORED where the treebank has no entities)."""
    sentences, rows, open_entities, ignore = [], [], [], "gum" not in path.rsplit("/", 1)[-1]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                rows.append(fields)
            elif line == "\n" and rows:
                kept = [r for r in rows if r[3] in UPOS]
                if kept:
                    sentences.append({
                        "tokens": [r[1] for r in kept],
                        "upos": [UPOS.index(r[3]) for r in kept],
                        "lemmas": [r[2] for r in kept],
                        "mentions": [IGNORED] * len(kept) if ignore else named_entities(kept),
                        "quotes": "o" * len(kept),
                    })
                rows = []
    return sentences


def named_entities(rows) -> list[int]:
    """GUM marks every noun phrase; a named one has a proper noun as its head, and its name is the run of proper nouns there."""
    labels = [0] * len(rows)
    ids = {row[0]: i for i, row in enumerate(rows)}
    stack, entities = [], []
    for i, row in enumerate(rows):
        match = re.search(r"Entity=([^|]*)", row[9])
        if match is None:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", match[1]):
            if part.startswith("("):
                name, kind = (part.strip("()").split("-") + [""])[:2]
                if part.endswith(")"):
                    entities.append((i, i, kind))
                else:
                    stack.append((name, i, kind))
            else:
                name = part.strip(")")
                for k in range(len(stack) - 1, -1, -1):
                    if stack[k][0] == name:
                        _, first, kind = stack.pop(k)
                        entities.append((first, i, kind))
                        break
    for first, last, kind in sorted(entities, key=lambda e: e[1] - e[0]):  # widest last: the outer name wins
        heads = [i for i in range(first, last + 1) if not first <= ids.get(rows[i][6], -1) <= last]
        if not heads or not is_proper(rows[heads[0]]):
            continue
        start = end = heads[0]
        joins = () if kind == "person" else ("of", "the", "and", "&", "for", "'s", "-")
        while start > first and is_part_of_name(rows, start - 1, first, last, joins):
            start -= 1
        while end < last and is_part_of_name(rows, end + 1, first, last, joins):
            end += 1
        while start < end and (not is_proper(rows[start]) or rows[start][1].lower() in TITLES):
            start += 1
        while end > start and not is_proper(rows[end]):
            end -= 1
        if kind == "person" and rows[start][1].lower() in TITLES:
            continue
        label = KINDS.index(GUM_KINDS[kind]) * 2 + 1 if kind in GUM_KINDS else None
        for i in range(start, end + 1):
            labels[i] = IGNORED if label is None else label if i == start else label + 1
    return labels


def is_proper(row) -> bool:
    return row[4].startswith("NNP")


def is_part_of_name(rows, i, first, last, joins) -> bool:
    if is_proper(rows[i]) or rows[i][3] == "NUM" and i > first:
        return True
    after = any(is_proper(rows[k]) for k in range(i + 1, min(i + 3, last + 1)))
    return first < i < last and after and rows[i][1].lower() in joins


def arrays(examples, forms, keys) -> list[dict[str, np.ndarray]]:
    """Ids of the forms, quotation states and the labels named, as arrays."""
    quotes = {"o": 1, "b": 2, "i": 3, "u": 4}
    items = []
    for example in examples:
        item = {"ids": forms.ids(example["tokens"]), "quote": np.array([quotes[q] for q in example["quotes"]], np.int64)}
        for name, key in keys.items():
            item[name] = np.array(example[key], np.int64)
        items.append(item)
    return items
