"""What every training run shares: options, pictures, devices, checkpoints and the loop. It knows no recipe."""
