#!/usr/bin/env bash
# Trains the shipped bundle again: reproduce.sh DATA WEIGHTS
# DATA holds sketches/, photos/ and splits.json; WEIGHTS is timm's vit_tiny_patch16_224.safetensors.
# Three stages, each starting between the untouched network and the one before (see blend.py), then the matcher and the export.
set -euo pipefail
cd "$(dirname "$0")"
data=$1 weights=$2
train() { python3 -m patchlight_network.train_encoder --data "$data" --weights "$weights" "$@"; }
blend() { python3 -m patchlight_network.blend --weights "$weights" "$@"; }

train --log-dir runs/first --steps 2400 --until 600 --lr 3e-4 --layer-decay 0.9 --save-interval 300 \
  --loss category=1 --loss pair=0.5 --loss pseudo=0.25
blend --trained runs/first/checkpoint.pt --share 0.6 --out runs/second/start.pt
train --log-dir runs/second --start runs/second/start.pt --steps 600 --until 400 --patches 80 --photos 20 --save-interval 200
blend --trained runs/second/checkpoint.pt --share 0.7 --out runs/third/start.pt
train --log-dir runs/third --start runs/third/start.pt --steps 360 --patches 196 --sketches 48 --photos 16 \
  --ema-rate 0.99 --save-interval 120
