#!/usr/bin/env bash
# Trains the shipped bundle again: reproduce.sh DATA WEIGHTS
# DATA holds sketches/, photos/ and splits.json; WEIGHTS is timm's vit_tiny_patch16_224.safetensors.
# Three stages, each starting between the untouched network and the one before (see blend.py), then the matcher and the export.
set -euo pipefail
cd "$(dirname "$0")"
data=$1 weights=$2
train() { python3 -m patchlight_network.train --recipe patchlight --data "$data" --model-path "$weights" "$@"; }
blend() { python3 -m patchlight_network.blend --weights "$weights" "$@"; }

train --log-dir runs/first --steps 2400 --until 600 --lr 3e-4 --layer-decay 0.9 --save-interval 300 \
  --loss category=1 --loss pair=0.5 --loss pseudo=0.25
blend --trained runs/first/checkpoint.pt --share 0.6 --out runs/second/start.pt
train --log-dir runs/second --start runs/second/start.pt --steps 600 --until 400 --patches 80 --photos 20 --save-interval 200
blend --trained runs/second/checkpoint.pt --share 0.7 --out runs/third/start.pt
train --log-dir runs/third --start runs/third/start.pt --steps 360 --patches 196 --batch 48 --photos 16 \
  --ema-rate 0.99 --save-interval 120
mkdir -p runs/final
blend --trained runs/third/encoder.pt --share 0.8 --out runs/final/encoder.pt

python3 -m patchlight_network.train_matcher --data "$data" --log-dir runs/final --steps 1500 --sketches 12
python3 -m patchlight_network.shift --data "$data" --run runs/final
python3 -m patchlight_network.export --run runs/final --out bundle \
  --training "Quick, Draw! sketches and photos of 92 categories; see model/README.md"
python3 -m patchlight_network.golden --run runs/final --out ../src-test/golden \
  --photo ../assets/gallery/photos/apple/apple_01.jpg ../assets/gallery/photos/mug/mug_01.jpg
python3 -m patchlight_network.evaluate_bundle --bundle bundle --data "$data" --details
