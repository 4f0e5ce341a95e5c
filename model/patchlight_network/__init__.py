"""Training, measuring and exporting the Patchlight network: one encoder for sketches and photos, one relation matcher."""
