#!/usr/bin/env bash
# Makes every network under models/en and the word vectors they share, step by step; the table in train/README.md says what each step is.
# usage: bash train/network.sh DATA VECTORS.json BUILD [STEP…]    (DATA: the corpora; BUILD: a folder for what lies between)
# Steps; where none is named, all but the last two, in this order: prepare pretrain words attribution fast ship, heldout locked
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1 vectors=$2 build=$3
shift 3
steps=${*:-prepare pretrain words attribution fast ship}
python=${PYTHON:-.venv/bin/python}
node=${NODE:-node_modules/.bin/node}
models=${MODELS:-models/en}
# Tokens seen in pre-training, and labelled by the large networks for the fast one.
tokens=${TOKENS:-33000000}
other_tokens=${OTHER_TOKENS:-2500000}
seeds=${SEEDS:-1 2}
# A number here stands for that of every training: a trial run needs one epoch.
epochs=${EPOCHS:-}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}

mkdir -p "$build" "$models"
encoder=$build/encoder/encoder.pt
# What the attribution network reads are the tags of the words network as it ships, int8.
words=$models/words

run() { "$python" "train/network/$1.py" --features "$build/features" "${@:2}"; }
train() { # epochs, what else
  run train --paragraphs "$build/train.jsonl" --dev "$build/dev.jsonl" --data "$data/ud" --epochs "${epochs:-$1}" "${@:2}"
}
train_attribution() { train "$1" --task attribution --words "$words" --encoder "$encoder" "${@:2}"; }
teach() { # out, networks
  run teach --models "${@:2}" --words "$words" --paragraphs "$build/train.jsonl" --unlabelled "$build/unlabelled" \
    --tokens "$other_tokens" --out "$1"
}
export_model() { # name, weights, what else
  run export --name "$1" --model "$2" --paragraphs "$build/dev.jsonl" --data "$data/ud" --out "$models/$1" "${@:3}"
}
trained() { for seed in $seeds; do echo "$build/attribution-$seed/best.pt"; done; }

prepare() {
  for part in train dev; do
    "$node" train/attribution/export.ts "$data/polnear/$part.jsonl.gz" "$build/$part.jsonl" "$data/officials/outlets.csv"
  done
  "$node" --max-old-space-size=8000 train/pretraining/export.ts "$data" "$build/unlabelled"
  "$python" train/network/prepare.py --vectors "$vectors" --paragraphs "$build/train.jsonl" --data "$data/ud" \
    --unlabelled "$build/unlabelled" --out "$build/features"
}

pretrain() { run pretrain --unlabelled "$build/unlabelled" --out "$build/encoder" --tokens "$tokens"; }

words() {
  train 8 --task words --sizes 160,128,0,0 --drop 0.2,0.35,0 --encoder "$encoder" --out "$build/words"
  train 7 --task words --sizes 96,64,0,0 --drop 0.1,0.25,0 --out "$build/words-fast"
  export_model words "$build/words/best.pt" --unlabelled pre-training --vectors-out "$models/word-vectors"
  export_model words-fast "$build/words-fast/best.pt" --unlabelled "list of words"
}

attribution() { for seed in $seeds; do train_attribution 8 --drop 0.33,0.5,0.3 --seed "$seed" --out "$build/attribution-$seed"; done; }

# A smaller network learns more from the large ones together than from the labels alone.
fast() {
  teach "$build/taught.npz" $(trained)
  train 7 --task attribution --sizes 96,64,64,64 --taught "$build/taught.npz" --drop 0.1,0.2,0.1 --seed 3 --out "$build/attribution-fast"
}

# The seed that ships is the best one on the development part; a student of several was no better.
ship() {
  local best
  best=$("$python" - $(trained) <<'PYTHON'
import sys, torch
print(max(sys.argv[1:], key=lambda path: torch.load(path, weights_only=False)["scores"]["micro"]))
PYTHON
  )
  export_model attribution "$best" --unlabelled pre-training --words "$words"
  export_model attribution-fast "$build/attribution-fast/best.pt" --unlabelled "text that larger networks labelled for it"
}

# A network of the same kind that has not seen an eighth of the articles: what confidences are fitted on (docs/relations.md).
heldout() {
  train_attribution 8 --holdout 12 --drop 0.33,0.5,0.3 --out "$build/heldout"
  run decode --models "$build/heldout/best.pt" --words "$words" --paragraphs "$build/train.jsonl" --holdout 12 --dump "$build/heldout.jsonl"
}

# Not what ships: the same columns dropped at every token of a paragraph, less of them, and a student of three (docs/attribution-model.md).
locked() {
  train_attribution 8 --locked --drop 0.2,0.3,0.25 --seed 1 --out "$build/locked-1"
  train_attribution 10 --locked --drop 0.25,0.35,0.3 --seed 3 --out "$build/locked-2"
  train_attribution 7 --locked --drop 0.15,0.2,0.2 --seed 1 --out "$build/locked-3"
  teach "$build/locked-taught.npz" "$build"/locked-{1,2,3}/best.pt
  train_attribution 7 --locked --drop 0.2,0.3,0.25 --seed 5 --taught "$build/locked-taught.npz" --others 10000 --out "$build/locked-student"
}

for step in $steps; do "$step"; done
