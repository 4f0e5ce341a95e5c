#!/usr/bin/env bash
# Trains a network by the shipped one's recipe and writes it into bundle/: reproduce.sh DATA WEIGHTS
# DATA holds sketches/, photos/ and splits.json; WEIGHTS is timm's vit_tiny_patch16_224.safetensors.
# One stage from ImageNet; the shipped weights are a mix of two runs that went on from such ones and an older one, see README.md.
set -euo pipefail
cd "$(dirname "$0")"
data=$1 weights=$2
run=runs/encoder final=runs/final

python3 -m patchlight_network.train --data "$data" --model-path "$weights" --log-dir $run --steps 640 \
  --batch 56 --photos 20 --line-patches 64 --photo-patches 80 --lr 4e-4 --warmup 30 --ema-rate 0.99 --seed 2 --loss place=0
mkdir -p $final
python3 -m patchlight_network.blend --weights "$weights" --trained $run/encoder.pt --share 0.75 --out $final/encoder.pt
python3 -m patchlight_network.train_matcher --data "$data" --log-dir $final --gallery ../assets/gallery
python3 -m patchlight_network.whiten --data "$data" --trained $final/encoder-with-patches.pt --out $final/encoder.pt
cp $final/encoder.pt $final/encoder-with-patches.pt
python3 -m patchlight_network.shift --data "$data" --run $final
python3 -m patchlight_network.evaluate_lines --run $final --gallery ../assets/gallery --data "$data" --out $final/lines.json
python3 -m patchlight_network.export --run $final --out bundle --version 6 --license Apache-2.0 --line-truth $final/lines.json \
  --training "Quick, Draw! sketches of 211 categories, photos of 92 of them, studio photographs with known places; see model/README.md"
python3 -m patchlight_network.quantise --bundle bundle
python3 -m patchlight_network.evaluate_photos --bundle bundle --data "$data"
python3 -m patchlight_network.golden --run $final --out ../src-test/golden \
  --photo ../assets/gallery/photos/apple/apple_01.jpg ../assets/gallery/photos/mug/mug_01.jpg
python3 -m patchlight_network.evaluate_bundle --bundle bundle --data "$data" --details
