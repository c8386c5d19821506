"""Reads a network for words as export.py wrote it: its int8 weights as floats, under the names they have in training."""

import json
import struct

import numpy as np
import torch
from network import SIZES


def read_exported(folder: str, features) -> dict:
    """What train.py saves of such a network.

    Raises ValueError where the vocabulary is not that of `features`: rows of embeddings would stand for other words.
    """
    with open(f"{folder}/vocabulary.json", encoding="utf-8") as file:
        names = json.load(file)
    for key, listed in names.items():
        if getattr(features, key).names != listed:
            raise ValueError(f"{folder} has another list of {key}")
    with open(f"{folder}/meta.json", encoding="utf-8") as file:
        meta = json.load(file)
    tensors = {name: torch.from_numpy(values) for name, values in floats_of(f"{folder}/network.safetensors").items()}
    weights = {f"embeddings.{name}.weight": tensors[name] for name in SIZES}
    weights |= {"quote.weight": tensors["quote"], "input.weight": tensors["input.weight"], "input.bias": tensors["input.bias"]}
    for way in ("forward", "backward"):
        at, to = f"lower.{way}", f"lower.{way}_way"
        # PyTorch adds two biases where one would do.
        weights |= {f"{to}.weight_ih_l0": tensors[f"{at}.input"], f"{to}.weight_hh_l0": tensors[f"{at}.recurrent"],
                    f"{to}.bias_ih_l0": tensors[f"{at}.bias"], f"{to}.bias_hh_l0": torch.zeros_like(tensors[f"{at}.bias"])}
    for head in meta["labels"]:
        weights |= {f"heads.{head}.weight": tensors[f"{head}.weight"], f"heads.{head}.bias": tensors[f"{head}.bias"]}
    return {"weights": weights, "sizes": meta["sizes"], "labels": meta["labels"]}


def floats_of(path: str) -> dict[str, np.ndarray]:
    """Every tensor of a safetensors file as floats; int8 ones by the scales of their rows."""
    with open(path, "rb") as file:
        data = file.read()
    (length,) = struct.unpack("<Q", data[:8])
    types = {"I8": np.int8, "F32": np.float32}
    raw = {}
    for name, entry in json.loads(data[8 : 8 + length]).items():
        first, last = entry["data_offsets"]
        values = np.frombuffer(data[8 + length + first : 8 + length + last], types[entry["dtype"]])
        raw[name] = values.reshape(entry["shape"])
    return {name: values.astype(np.float32) * (raw[f"{name}.scale"][:, None] if f"{name}.scale" in raw else 1)
            for name, values in raw.items() if not name.endswith(".scale")}
