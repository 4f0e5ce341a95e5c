"""Recipes: what a network is trained to do, on which batches. The loop in `training` runs any of them."""

from .patchlight import PatchlightRecipe
from .published import PublishedRecipe

RECIPES = {"patchlight": PatchlightRecipe, "published": PublishedRecipe}
