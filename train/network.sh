#!/usr/bin/env bash
# Makes every network under models/en and the word vectors they share, step by step; the table in train/README.md says what each step is.
# usage: bash train/network.sh DATA VECTORS.json BUILD    (DATA: the corpora; BUILD: a folder for what lies between)
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1 vectors=$2 build=$3
python=${PYTHON:-.venv/bin/python}
node=${NODE:-node_modules/.bin/node}
mkdir -p "$build"

run() { "$python" "train/network/$1.py" --features "$build/features" "${@:2}"; }
train() { run train --paragraphs "$build/train.jsonl" --dev "$build/dev.jsonl" --data "$data/ud" "$@"; }
export_model() { # name, weights, what else
  run export --name "$1" --model "$2" --paragraphs "$build/dev.jsonl" --data "$data/ud" --out "models/en/$1" "${@:3}"
}

for part in train dev; do
  "$node" train/attribution/export.ts "$data/polnear/$part.jsonl.gz" "$build/$part.jsonl" "$data/officials/outlets.csv"
done
"$node" --max-old-space-size=8000 train/pretraining/export.ts "$data" "$build/unlabelled"
"$python" train/network/prepare.py --vectors "$vectors" --paragraphs "$build/train.jsonl" --data "$data/ud" \
  --unlabelled "$build/unlabelled" --out "$build/features"
run pretrain --unlabelled "$build/unlabelled" --out "$build/encoder" --minutes 38 --speed 15500

encoder=$build/encoder/encoder.pt
train --task words --sizes 160,128,0,0 --drop 0.2,0.35,0 --encoder "$encoder" --epochs 8 --out "$build/words"
train --task words --sizes 96,64,0,0 --drop 0.1,0.25,0 --epochs 7 --out "$build/words-fast"
words=$build/words/best.pt

teachers=()
for seed in 1 2; do
  train --task attribution --words "$words" --encoder "$encoder" --drop 0.33,0.5,0.3 --epochs 8 --seed "$seed" --out "$build/attribution-$seed"
  teachers+=("$build/attribution-$seed/best.pt")
done
# The one that ships is the better one on the development part; a student of both was no better.
best=$("$python" - "${teachers[@]}" <<'PYTHON'
import sys, torch
print(max(sys.argv[1:], key=lambda path: torch.load(path, weights_only=False)["scores"]["micro"]))
PYTHON
)
# A smaller network learns more from the two than from the labels alone.
run teach --models "${teachers[@]}" --words "$words" --paragraphs "$build/train.jsonl" --unlabelled "$build/unlabelled" \
  --tokens 2500000 --out "$build/taught.npz"
train --task attribution --sizes 96,64,64,64 --taught "$build/taught.npz" --drop 0.1,0.2,0.1 --epochs 7 --seed 3 --out "$build/attribution-fast"

export_model words "$words" --unlabelled pre-training --vectors-out models/en/word-vectors
export_model words-fast "$build/words-fast/best.pt" --unlabelled "list of words"
export_model attribution "$best" --unlabelled pre-training --words "$words" --words-out models/en/words
export_model attribution-fast "$build/attribution-fast/best.pt" --unlabelled "text that larger networks labelled for it"
