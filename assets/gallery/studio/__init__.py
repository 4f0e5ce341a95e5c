"""The photo studio: shapes, materials, settings, light and camera for Blender's Cycles."""
